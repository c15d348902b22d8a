//! One thing measured, and what it is held against.

use std::path::Path;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::{Failure, Result};

/// One line of the result.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Line {
    /// What it belongs to.
    pub group: String,
    /// What was measured.
    pub what: String,
    /// What it is held against.
    pub against: String,
    /// The unit of both values: `ms`, `s`, `MB`, or `/s` for so many in a second.
    pub unit: String,
    /// The value; none where this system does not tell.
    pub value: Option<f64>,
    /// The value of the baseline.
    pub baseline: Option<f64>,
    /// The highest ratio that is meant, if one is; the lowest where more is better.
    pub goal: Option<f64>,
    /// Whether more is better.
    #[serde(default)]
    pub more: bool,
}

impl Line {
    /// A line of durations.
    pub fn of(group: &str, what: &str, against: &str, value: Duration, baseline: Duration) -> Self {
        Self {
            group: group.to_owned(),
            what: what.to_owned(),
            against: against.to_owned(),
            unit: "ms".to_owned(),
            value: Some(value.as_secs_f64() * 1_000.0),
            baseline: Some(baseline.as_secs_f64() * 1_000.0),
            goal: None,
            more: false,
        }
    }

    /// With the ratio that is meant.
    pub fn at_most(self, goal: f64) -> Self {
        Self {
            goal: Some(goal),
            ..self
        }
    }

    /// Whether the ratio is not the one that is meant.
    pub fn missed(&self) -> bool {
        match (self.ratio(), self.goal) {
            (Some(ratio), Some(goal)) if self.more => ratio < goal,
            (Some(ratio), Some(goal)) => ratio > goal,
            _ => false,
        }
    }

    /// Value over baseline.
    pub fn ratio(&self) -> Option<f64> {
        let (value, baseline) = (self.value?, self.baseline?);
        (baseline > 0.0).then(|| value / baseline)
    }
}

/// Lines that another program measured.
pub fn read(path: &Path) -> Result<Vec<Line>> {
    let file = |source| Failure::File {
        path: path.to_owned(),
        source,
    };
    let text = std::fs::read(path).map_err(file)?;
    serde_json::from_slice(&text).map_err(|error| file(error.into()))
}

/// How long `work` takes.
pub fn time<T>(work: impl FnOnce() -> Result<T>) -> Result<Duration> {
    let start = Instant::now();
    std::hint::black_box(work()?);
    Ok(start.elapsed())
}

/// The middle one of several durations.
pub fn median(mut durations: Vec<Duration>) -> Duration {
    durations.sort_unstable();
    durations.get(durations.len() / 2).copied().unwrap_or_default()
}

//! The funder report of a whole program: what it costs, and how long it goes on after somebody stopped it.

use std::thread;
use std::time::{Duration, Instant};

use nexus_app::reports::{self, ReportKind, WhichReport};
use nexus_app::{App, AppError, Task, programs};

use crate::line::{Line, median, time};
use crate::place::Place;
use crate::process::used;
use crate::{Failure, Result};

/// What its lines belong to.
pub const GROUP: &str = "funder report of the whole program";
/// How often it is stopped on its way.
const STOPS: u32 = 8;

/// Measures its time, its time on the processor, and the longest wait after a stop.
pub fn measure(place: &Place, smoke: bool) -> Result<Vec<Line>> {
    let app = place.open()?;
    let overview = programs::overview(&app)?;
    let cohort = overview.cohorts.first().ok_or(Failure::Lacks("cohorts"))?;
    let which = WhichReport {
        cohort: cohort.id.clone(),
        whole: true,
        kind: ReportKind::Funder,
        template: String::new(),
        about: String::new(),
    };
    let model = median(
        (0..if smoke { 1 } else { 3 })
            .map(|_| time(|| Ok(programs::model(&app, &cohort.program, None)?)))
            .collect::<Result<_>>()?,
    );
    let before = used().seconds;
    let whole = time(|| Ok(reports::loose(&app, &which, None, None)?))?;
    let seconds = used().seconds.zip(before).map(|(after, before)| after - before);
    let stopped = (1..if smoke { 2 } else { STOPS })
        .map(|at| stop(&app, &which, whole * at / STOPS))
        .collect::<Result<Vec<Duration>>>()?;
    let longest = stopped.into_iter().max().unwrap_or_default();
    let against = "the logic model on screen";
    Ok(vec![
        Line::of(GROUP, "from the file to the PDF", against, whole, model),
        Line {
            unit: "s".to_owned(),
            value: seconds,
            baseline: Some(model.as_secs_f64()),
            ..Line::of(GROUP, "the same, processor time", against, whole, model)
        },
        Line::of(
            GROUP,
            "the longest wait after it was stopped",
            "all of it",
            longest,
            whole,
        ),
    ])
}

/// How long it goes on after it was stopped, `after` its start.
fn stop(app: &App, which: &WhichReport, after: Duration) -> Result<Duration> {
    let task = Task::unwatched();
    let hand = task.clone();
    let waiting = thread::spawn(move || {
        thread::sleep(after);
        hand.stop();
        Instant::now()
    });
    let ended = match reports::preview(app, which, &task) {
        Ok(_) | Err(AppError::Stopped) => Instant::now(),
        Err(error) => return Err(error.into()),
    };
    let stopped = waiting
        .join()
        .map_err(|_| Failure::Process("the hand that stops the report".to_owned()))?;
    Ok(ended.saturating_duration_since(stopped))
}

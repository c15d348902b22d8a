//! Opening the sample against opening an empty workspace.

use std::path::Path;
use std::time::Duration;

use nexus_app::{App, Clock, programs, settings};

use crate::Result;
use crate::line::{Line, median, time};
use crate::place::Place;

/// Measures opening, up to what the first screen shows.
pub fn measure(place: &Place, smoke: bool) -> Result<Vec<Line>> {
    let times = if smoke { 3 } else { 15 };
    let (mut full, mut empty) = (Vec::new(), Vec::new());
    for _ in 0..times {
        full.push(open(place, &place.full())?);
        empty.push(open(place, &place.empty())?);
    }
    Ok(vec![Line::of(
        "opening",
        "the sample, to write, with the list of its cohorts",
        "an empty workspace",
        median(full),
        median(empty),
    )])
}

fn open(place: &Place, path: &Path) -> Result<Duration> {
    time(|| {
        let workspace = settings::open(path, &place.key)?;
        let app = App::new(workspace, "Bench", Clock::Device);
        Ok(programs::overview(&app)?)
    })
}

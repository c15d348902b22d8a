//! Opening the sample against opening an empty workspace.

use std::path::Path;
use std::time::Duration;

use nexus_app::{App, Clock, programs, settings};

use crate::Result;
use crate::line::{Line, median, time};
use crate::place::Place;

/// What its lines belong to.
pub const GROUP: &str = "opening";

/// How long opening took, and how long until the list of cohorts was there as well.
#[derive(Default)]
struct Opened {
    alone: Vec<Duration>,
    with_list: Vec<Duration>,
}

/// Measures opening to write, and opening up to what the first screen shows.
pub fn measure(place: &Place, smoke: bool) -> Result<Vec<Line>> {
    let times = if smoke { 3 } else { 15 };
    let (mut full, mut empty) = (Opened::default(), Opened::default());
    for _ in 0..times {
        full.open(place, &place.full())?;
        empty.open(place, &place.empty())?;
    }
    let line = |what, full, empty| Line::of(GROUP, what, "an empty workspace", median(full), median(empty));
    Ok(vec![
        line("the sample, to write", full.alone, empty.alone),
        line(
            "the sample with the list of its cohorts",
            full.with_list,
            empty.with_list,
        ),
    ])
}

impl Opened {
    fn open(&mut self, place: &Place, path: &Path) -> Result<()> {
        let home = place.home();
        let mut opened = None;
        let alone = time(|| {
            opened = Some(settings::open(&home, path, &place.key)?);
            Ok(())
        })?;
        let list = match opened {
            Some(workspace) => {
                let app = App::new(workspace, "Bench", Clock::Device);
                time(|| Ok(programs::overview(&app)?))?
            }
            None => Duration::ZERO,
        };
        self.alone.push(alone);
        self.with_list.push(alone + list);
        Ok(())
    }
}

//! What each screen asks for, against reading the rows behind it one by one by their primary key.

mod bin;
mod list;
mod palette;

use std::time::Duration;

use nexus_app::App;

use crate::Result;
use crate::line::{Line, median, time};
use crate::place::Place;
use crate::spots::{Rows, Spot, read, spots};
use list::SCREENS;

/// What its lines belong to.
pub const GROUP: &str = "screens";
/// The highest ratio that is meant.
const AIM: f64 = 20.0;
/// Of what reads more rows than this a few repetitions are enough.
const MANY: usize = 2_000;
const FEW_TIMES: usize = 7;

/// A screen: what it asks for, and the rows behind it.
struct Screen {
    name: &'static str,
    ask: fn(&App, &Spot) -> Result<()>,
    rows: fn(&Spot) -> Rows,
}

/// Measures every screen. Each repetition looks at another cohort, and reads the rows of yet another one, so
/// that neither finds warm what the other read.
pub fn measure(place: &Place, smoke: bool) -> Result<Vec<Line>> {
    let mut lines = palette::measure(place, if smoke { 1 } else { FEW_TIMES })?;
    let app = place.open()?;
    let spots = spots(&app, if smoke { 1 } else { 60 })?;
    for screen in SCREENS {
        lines.push(one(&app, screen, &spots)?);
    }
    lines.push(bin::measure(&app, &spots)?);
    Ok(lines)
}

fn one(app: &App, screen: &Screen, spots: &[Spot]) -> Result<Line> {
    let (mut asked, mut read_by_key) = (Vec::<Duration>::new(), Vec::<Duration>::new());
    let (mut count, mut at) = (0, 0);
    while at < spots.len() && (count < MANY || at < FEW_TIMES) {
        asked.push(time(|| (screen.ask)(app, &spots[at]))?);
        let rows = (screen.rows)(&spots[(at + spots.len() / 2) % spots.len()]);
        read_by_key.push(time(|| {
            count = read(app, &rows)?;
            Ok(())
        })?);
        at += 1;
    }
    Ok(line(
        screen.name,
        "its",
        count,
        median(asked),
        median(read_by_key),
    ))
}

fn line(what: &str, whose: &str, rows: usize, asked: Duration, read_by_key: Duration) -> Line {
    let against = format!("{whose} {rows} rows by primary key");
    Line::of(GROUP, what, &against, asked, read_by_key).at_most(AIM)
}

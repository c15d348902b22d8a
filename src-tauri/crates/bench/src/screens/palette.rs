//! Finding anything by a few letters.

use nexus_app::App;
use nexus_app::programs;
use nexus_store::baseline;

use super::line;
use crate::line::{Line, median, time};
use crate::place::Place;
use crate::spots::{Rows, read};
use crate::{Failure, Result};

const TABLES: [&str; 6] = ["program", "cohort", "session", "project", "person", "enrolment"];
/// What somebody types, letter by letter.
const TYPED: &str = "lakesi";

/// Measures the first letter after something changed, which reads every record, and each letter after it.
pub(super) fn measure(place: &Place, times: usize) -> Result<Vec<Line>> {
    let (mut first, mut next, mut by_key) = (Vec::new(), Vec::new(), Vec::new());
    let mut count = 0;
    for _ in 0..times {
        let app = place.open()?;
        let rows = everything(&app)?;
        by_key.push(time(|| {
            count = read(&app, &rows)?;
            Ok(())
        })?);
        for end in 1..=TYPED.len() {
            let took = time(|| Ok(programs::find(&app, &TYPED[..end], None)?))?;
            if end == 1 { &mut first } else { &mut next }.push(took);
        }
    }
    let by_key = median(by_key);
    Ok(vec![
        line(
            "find, the first letter after a change",
            "the",
            count,
            median(first),
            by_key,
        ),
        line("find, each letter after it", "the", count, median(next), by_key),
    ])
}

fn everything(app: &App) -> Result<Rows> {
    let ids = |table| app.ws().read(|r| baseline::ids(r, table, "deleted", "0"));
    let rows = |table: &'static str| ids(table).map(|ids| (table, ids)).map_err(Failure::from);
    TABLES.into_iter().map(rows).collect()
}

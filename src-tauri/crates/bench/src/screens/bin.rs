//! The bin, after something was removed here and there.

use nexus_app::{App, projects, settings};

use super::line;
use crate::Result;
use crate::line::{Line, median, time};
use crate::spots::{Spot, read};

/// Removes the project of each spot, one by one, and measures what the bin then shows.
pub(super) fn measure(app: &App, spots: &[Spot]) -> Result<Line> {
    for spot in spots {
        projects::remove(app, &spot.project)?;
    }
    let removed: Vec<String> = spots.iter().map(|spot| spot.project.clone()).collect();
    let rows = vec![("project", removed)];
    let (mut asked, mut by_key) = (Vec::new(), Vec::new());
    let mut count = 0;
    for _ in 0..spots.len().min(15) {
        asked.push(time(|| Ok(settings::bin(app)?))?);
        by_key.push(time(|| {
            count = read(app, &rows)?;
            Ok(())
        })?);
    }
    Ok(line("the bin", "its", count, median(asked), median(by_key)))
}

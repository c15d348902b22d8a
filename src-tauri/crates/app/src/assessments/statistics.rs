//! Baseline and end of a cohort.

use nexus_domain::assessments::statistics::{Counts, compare};
use nexus_domain::assessments::{Moment, Response, current};
use nexus_domain::ids::CohortId;
use nexus_store::{Read, assessments, cohorts};

use super::{CountsView, ItemStatistics, StatisticsView, count};
use crate::{App, Result};

/// Baseline and end of one instrument, item by item. Ratings that look back are never mixed in.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn statistics(app: &App, cohort: &str, instrument: &str) -> Result<StatisticsView> {
    let cohort = crate::cohorts::read_id(cohort)?;
    let newest = super::latest(instrument)?;
    app.ws().read(|r| {
        let enrolled = count(cohorts::members(r, cohort)?.len());
        let (first, before) = sheets(r, cohort, instrument, Moment::Baseline)?;
        let (second, after) = sheets(r, cohort, instrument, Moment::End)?;
        let version = first.or(second);
        let asked = match version {
            Some(version) => super::version(instrument, version)?,
            None => newest,
        };
        let rows = compare(&asked, &before, &after);
        let items = asked.items.iter().zip(rows).map(|(item, row)| ItemStatistics {
            item: row.item,
            text: item.text.clone(),
            baseline: counts(&row.before, enrolled),
            end: counts(&row.after, enrolled),
            paired: row.change.paired,
            unpaired: row.change.unpaired,
            up: row.change.up,
            down: row.change.down,
            same: row.change.same,
            mean: row.change.effect.map(|effect| effect.mean),
            low: row.change.effect.map(|effect| effect.low),
            high: row.change.effect.map(|effect| effect.high),
            g: row.change.effect.and_then(|effect| effect.g),
        });
        Ok(StatisticsView {
            instrument: instrument.to_owned(),
            version,
            enrolled,
            baseline: count(before.len()),
            end: count(after.len()),
            items: items.collect(),
        })
    })
}

fn sheets(
    r: &Read<'_>,
    cohort: CohortId,
    instrument: &str,
    moment: Moment,
) -> Result<(Option<u32>, Vec<Response>)> {
    let occasions = assessments::occasions(r, cohort)?;
    let found = occasions
        .into_iter()
        .find(|occasion| occasion.moment == moment && occasion.instrument == instrument);
    Ok(match found {
        Some(occasion) => (
            Some(occasion.version),
            current(assessments::responses(r, occasion.id)?),
        ),
        None => (None, Vec::new()),
    })
}

fn counts(counts: &Counts, enrolled: u32) -> CountsView {
    CountsView {
        per_point: counts.per_point.clone(),
        blank: counts.blank,
        declined: counts.declined,
        unreadable: counts.unreadable,
        not_shown: counts.not_shown,
        no_sheet: enrolled.saturating_sub(counts.sheets),
        median: counts.median_twice.map(|twice| f64::from(twice) / 2.0),
    }
}

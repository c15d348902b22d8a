//! What a cohort answered: baseline and end, and every occasion in counts.

use nexus_domain::assessments::statistics::{Counts, FEWEST, compare};
use nexus_domain::assessments::{Instrument, Moment, Response, current};
use nexus_domain::ids::CohortId;
use nexus_report::figures::{self, Figure, MedianRow, Medians, medians};
use nexus_report::words::Words;
use nexus_store::{Read, assessments, cohorts};

use super::{CountsView, ItemStatistics, MomentCounts, ResultsView, StatisticsView, count};
use crate::{App, Result};

/// Baseline and end of one instrument, item by item. Ratings that look back are never mixed in.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn statistics(app: &App, cohort: &str, instrument: &str) -> Result<StatisticsView> {
    let cohort = crate::cohorts::read_id(cohort)?;
    app.ws().read(|r| statistics_of(r, cohort, instrument))
}

/// As [`statistics`], within a transaction.
pub(crate) fn statistics_of(r: &Read<'_>, cohort: CohortId, instrument: &str) -> Result<StatisticsView> {
    Ok(compared(r, cohort, instrument)?.0)
}

/// What a cohort answered to one instrument: every occasion in counts, baseline and end as a figure `width`
/// points wide.
///
/// # Errors
/// [`crate::AppError::NotFound`], [`crate::AppError::Report`]; those of the store.
pub fn results(app: &App, cohort: &str, instrument: &str, width: u32) -> Result<ResultsView> {
    let cohort = crate::cohorts::read_id(cohort)?;
    let width = f32::from(u16::try_from(width.clamp(240, 1200)).unwrap_or(1200));
    app.ws().read(|r| {
        let (statistics, asked) = compared(r, cohort, instrument)?;
        let mut moments = Vec::new();
        for occasion in assessments::occasions(r, cohort)? {
            if occasion.instrument != instrument {
                continue;
            }
            let live = current(assessments::responses(r, occasion.id)?);
            let rows = compare(&asked, &live, &[]);
            moments.push(MomentCounts {
                moment: occasion.moment,
                sheets: count(live.len()),
                items: rows
                    .iter()
                    .map(|row| counts(&row.before, statistics.enrolled))
                    .collect(),
            });
        }
        Ok(ResultsView {
            title: asked.title.clone(),
            points: asked.scale.points().map(|(point, _)| point).collect(),
            moments,
            figure: drawn(r, cohort, &asked, &statistics, width)?,
            statistics,
        })
    })
}

/// Medians at baseline and end as a figure; nothing before there is a sheet of either.
fn drawn(
    r: &Read<'_>,
    cohort: CohortId,
    asked: &Instrument,
    statistics: &StatisticsView,
    width: f32,
) -> Result<Option<Figure>> {
    if statistics.baseline == 0 && statistics.end == 0 {
        return Ok(None);
    }
    let words = Words::english();
    let occasions = assessments::occasions(r, cohort)?;
    let moment = |moment: Moment| {
        let mut own = occasions.iter().filter(|one| one.instrument == asked.key);
        Ok::<_, crate::AppError>(figures::Moment {
            label: words.get(&format!("report-moment-{}", moment.key()))?,
            date: own.find(|one| one.moment == moment).and_then(|one| one.opens),
        })
    };
    let row = |item: &ItemStatistics| MedianRow {
        name: item.text.clone(),
        before: item.baseline.median,
        after: item.end.median,
        rated: (
            item.baseline.per_point.iter().sum(),
            item.end.per_point.iter().sum(),
        ),
        paired: item.paired,
        up: item.up,
        down: item.down,
        mean: item
            .mean
            .zip(item.low)
            .zip(item.high)
            .map(|((mean, low), high)| (mean, low, high)),
    };
    let (first, second) = (moment(Moment::Baseline)?, moment(Moment::End)?);
    let both = statistics.baseline > 0 && statistics.end > 0;
    let only_end = statistics.baseline == 0;
    let rows = statistics.items.iter().map(row);
    let data = Medians {
        before: if only_end { second.clone() } else { first },
        after: both.then_some(second),
        scale: (asked.scale.low, asked.scale.high),
        instrument: super::figures::instrument(asked, &words)?,
        fewest: count(FEWEST),
        rows: rows
            .map(|row| if only_end { row.only_after() } else { row })
            .collect(),
    };
    Ok(Some(medians(&data, width, &words)?))
}

fn compared(r: &Read<'_>, cohort: CohortId, instrument: &str) -> Result<(StatisticsView, Instrument)> {
    let newest = super::library::latest(r, instrument)?;
    let enrolled = count(cohorts::members(r, cohort)?.len());
    let (first, before) = sheets(r, cohort, instrument, Moment::Baseline)?;
    let (second, after) = sheets(r, cohort, instrument, Moment::End)?;
    let version = first.or(second);
    let asked = match version {
        Some(version) => super::library::instrument(r, instrument, version)?,
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
    let view = StatisticsView {
        instrument: instrument.to_owned(),
        version,
        enrolled,
        baseline: count(before.len()),
        end: count(after.len()),
        items: items.collect(),
    };
    Ok((view, asked))
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

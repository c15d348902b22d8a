//! What a cohort answered: baseline and end, and every occasion in counts.

use std::collections::HashMap;

use nexus_domain::assessments::{Answer, Decimal, Format, Instrument, Item, Moment, Response};
use nexus_domain::ids::{CohortId, PersonId};
use nexus_domain::reports::comparison::{Counts, compare};
use nexus_domain::reports::statistics::FEWEST;
use nexus_report::figures::{self, Figure, MedianRow, Medians, medians};
use nexus_report::words::Words;
use nexus_store::{Read, assessments, cohorts};

use super::sittings::Members;
use super::{
    AnswersView, CountsView, FormatView, ItemAnswers, ItemStatistics, MomentAnswers, MomentCounts,
    ResultsView, StatisticsView, TextAnswer, count, figures as drawing, versions,
};
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
    Ok(compared(r, cohort, instrument)?.view)
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
        let Counted {
            asked,
            statistics,
            moments,
            answers,
        } = counted(r, cohort, instrument)?;
        let points = statistics
            .items
            .iter()
            .flat_map(|item| item.points.iter().copied());
        let mut points: Vec<u8> = points.collect();
        points.sort_unstable();
        points.dedup();
        Ok(ResultsView {
            title: asked.title.clone(),
            points,
            answers,
            moments,
            figure: drawn(r, cohort, &asked, &statistics, width)?,
            statistics,
        })
    })
}

/// What a cohort answered to one instrument, in numbers.
pub(crate) struct Counted {
    /// All versions that were asked, as one.
    pub asked: Instrument,
    /// Baseline and end.
    pub statistics: StatisticsView,
    /// Every moment, the earliest first.
    pub moments: Vec<MomentCounts>,
    /// What was answered other than by ratings.
    pub answers: Vec<ItemAnswers>,
}

/// As [`results`], without a figure and within a transaction.
pub(crate) fn counted(r: &Read<'_>, cohort: CohortId, instrument: &str) -> Result<Counted> {
    let found = compared(r, cohort, instrument)?;
    let (statistics, rated) = (found.view, ratings(&found.asked));
    let members = Members::read(r, cohort)?;
    let members = Members(&members);
    let mut moments: Vec<(MomentCounts, Vec<Response>, u32)> = Vec::new();
    for moment in Moment::ALL {
        let occasions = versions::of_moment(r, cohort, instrument, moment)?;
        if occasions.is_empty() {
            continue;
        }
        let mut live = versions::counting(r, &occasions)?;
        members.drop_uncounted(&mut live);
        let expected = members.asked(&live);
        let rows = compare(&rated, &live, &[]);
        let mut asked: Vec<u32> = occasions.iter().map(|one| one.version).collect();
        asked.dedup();
        let counts = MomentCounts {
            moment,
            versions: asked,
            sheets: count(live.len()),
            items: rows.iter().map(|row| counts(&row.before, expected)).collect(),
        };
        moments.push((counts, live, expected));
    }
    let others = found.asked.items.iter();
    let others = others.filter(|item| !matches!(item.format, Format::Rating(_)));
    let codes = codes(r, cohort)?;
    let answers = others.map(|item| ItemAnswers {
        item: item.key.clone(),
        text: item.text.clone(),
        format: FormatView::of(&found.asked, item),
        moments: moments
            .iter()
            .map(|(counts, live, expected)| MomentAnswers {
                moment: counts.moment,
                answers: answers(item, live, *expected, &codes),
            })
            .collect(),
    });
    Ok(Counted {
        statistics,
        answers: answers.collect(),
        moments: moments.into_iter().map(|(counts, ..)| counts).collect(),
        asked: found.asked,
    })
}

/// Participant codes of a cohort.
fn codes(r: &Read<'_>, cohort: CohortId) -> Result<HashMap<PersonId, String>> {
    let members = super::members(r, &cohorts::by_id(r, cohort)?)?;
    Ok(members
        .into_iter()
        .map(|member| (member.person.id, member.code))
        .collect())
}

/// What was answered to an item that is no rating.
fn answers(item: &Item, live: &[Response], enrolled: u32, codes: &HashMap<PersonId, String>) -> AnswersView {
    let mut view = AnswersView {
        answered: 0,
        per_choice: vec![0; item.format.choices().len()],
        low: None,
        median: None,
        high: None,
        texts: Vec::new(),
        blank: 0,
        declined: 0,
        unreadable: 0,
        not_shown: 0,
        no_sheet: enrolled.saturating_sub(count(live.len())),
    };
    let mut numbers: Vec<Decimal> = Vec::new();
    for response in live {
        let answer = response.answer(&item.key);
        view.answered += u32::from(answer.is_given());
        match answer {
            Answer::Blank => view.blank += 1,
            Answer::Declined => view.declined += 1,
            Answer::Unreadable(_) => view.unreadable += 1,
            Answer::NotShown => view.not_shown += 1,
            Answer::Chosen(keys) => {
                for (choice, chosen) in item.format.choices().iter().zip(&mut view.per_choice) {
                    *chosen += u32::from(keys.contains(&choice.key));
                }
            }
            Answer::Number(number) => numbers.push(number.clone()),
            Answer::Text(text) => view.texts.push(TextAnswer {
                code: codes.get(&response.subject).cloned().unwrap_or_default(),
                text: text.clone(),
            }),
            Answer::Rated(_) => {}
        }
    }
    view.texts.sort_by(|one, two| one.code.cmp(&two.code));
    numbers.sort_unstable();
    view.low = numbers.first().map(Decimal::to_string);
    view.high = numbers.last().map(Decimal::to_string);
    view.median = median(&numbers);
    view
}

/// The middle of sorted numbers; none below five.
fn median(numbers: &[Decimal]) -> Option<f64> {
    let middle = numbers.len() / 2;
    match numbers.len() {
        n if n < FEWEST => None,
        n if n % 2 == 1 => Some(numbers[middle].value()),
        _ => Some((numbers[middle - 1].value() + numbers[middle].value()) / 2.0),
    }
}

/// The ratings of an instrument alone.
fn ratings(asked: &Instrument) -> Instrument {
    let mut rated = asked.clone();
    rated
        .items
        .retain(|item| matches!(item.format, Format::Rating(_)));
    rated
}

/// Medians at baseline and end as a figure; nothing before there is a sheet of either.
fn drawn(
    r: &Read<'_>,
    cohort: CohortId,
    asked: &Instrument,
    statistics: &StatisticsView,
    width: f32,
) -> Result<Option<Figure>> {
    let same = |item: &&ItemStatistics| {
        let item = asked.item(&item.item);
        item.is_some_and(|item| drawing::is_rated(asked, item))
    };
    let shared: Vec<&ItemStatistics> = statistics.items.iter().filter(same).collect();
    if (statistics.baseline == 0 && statistics.end == 0) || shared.is_empty() {
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
    let rows = shared.into_iter().map(row);
    let data = Medians {
        before: if only_end { second.clone() } else { first },
        after: both.then_some(second),
        scale: (asked.scale.low, asked.scale.high),
        instrument: drawing::instrument(asked, &statistics.versions, &words)?,
        fewest: count(FEWEST),
        rows: rows
            .map(|row| if only_end { row.only_after() } else { row })
            .collect(),
    };
    Ok(Some(medians(&data, width, &words)?))
}

/// The ratings of one instrument in a cohort, and all its items over the versions that were asked.
struct Compared {
    view: StatisticsView,
    asked: Instrument,
}

fn compared(r: &Read<'_>, cohort: CohortId, instrument: &str) -> Result<Compared> {
    let members = Members::read(r, cohort)?;
    let members = Members(&members);
    let (asked, versions) = versions::asked_of(r, cohort, instrument)?;
    let before = versions::of_moment(r, cohort, instrument, Moment::Baseline)?;
    let after = versions::of_moment(r, cohort, instrument, Moment::End)?;
    let mut before = versions::counting(r, &before)?;
    let mut after = versions::counting(r, &after)?;
    members.drop_uncounted(&mut before);
    members.drop_uncounted(&mut after);
    let (asked_before, asked_after) = (members.asked(&before), members.asked(&after));
    let rated = ratings(&asked);
    let rows = compare(&rated, &before, &after);
    let items = rated.items.iter().zip(rows).map(|(item, row)| ItemStatistics {
        item: row.item,
        text: item.text.clone(),
        points: rated.scale_of(item).points().map(|(point, _)| point).collect(),
        baseline: counts(&row.before, asked_before),
        end: counts(&row.after, asked_after),
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
        version: versions.last().copied(),
        versions,
        enrolled: count(members.0.len()),
        withdrew: count(
            members
                .0
                .iter()
                .filter(|(enrolment, _)| enrolment.left.is_some())
                .count(),
        ),
        baseline: count(before.len()),
        end: count(after.len()),
        items: items.collect(),
    };
    Ok(Compared { view, asked })
}

fn counts(counts: &Counts, asked: u32) -> CountsView {
    CountsView {
        per_point: counts.per_point.clone(),
        blank: counts.blank,
        declined: counts.declined,
        unreadable: counts.unreadable,
        not_shown: counts.not_shown,
        no_sheet: asked.saturating_sub(counts.sheets),
        median: counts.median_twice.map(|twice| f64::from(twice) / 2.0),
    }
}

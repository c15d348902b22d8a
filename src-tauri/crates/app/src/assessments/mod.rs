//! Assessments: occasions of a cohort, sheets answered on the laptop or typed from paper, ratings from
//! files, and what they show.

mod drafts;
mod export;
mod figures;
mod grid;
mod held;
mod import;
pub mod library;
mod paper;
mod sample;
mod sheets;
mod sittings;
mod skips;
mod statistics;
mod versions;
mod views;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod versions_tests;

use std::collections::HashSet;

use chrono::NaiveDate;
use nexus_domain::assessments::{Framework, Instrument, Moment, Occasion};
use nexus_domain::cohorts::{Cohort, Enrolment, participant_code};
use nexus_domain::ids::{CohortId, OccasionId};
use nexus_domain::people::{Person, Vocabulary};
use nexus_store::{Read, Write, assessments, cohorts, people};

pub(crate) use drafts::clear_all as forget_drafts;
pub use export::export;
pub(crate) use export::{Asked, every_asked, values as item_values};
pub use figures::ratings_figure;
pub(crate) use figures::{INSTRUMENT, last_entered, ratings};
pub use grid::grid;
pub(crate) use held::held;
pub use import::{import, preview};
pub use paper::print;
pub use paper::sheet_preview;
pub(crate) use sample::{fill, fill_earlier, remove_all};
pub use sheets::{codes, form, save};
pub(crate) use sittings::sittings;
pub(crate) use statistics::{counted, statistics_of};
pub use statistics::{results, statistics};
pub use versions::{move_on, move_preview};
pub use views::*;

use crate::{App, AppError, Done, Result};

/// The occasions of a cohort and the instruments that can be asked.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn overview(app: &App, cohort: &str) -> Result<AssessmentsView> {
    let cohort = crate::cohorts::read_id(cohort)?;
    app.ws().read(|r| {
        let instruments = library::instruments_in_force(r)?;
        let members = members(r, &cohorts::by_id(r, cohort)?)?;
        let mut occasions = Vec::new();
        for occasion in assessments::occasions(r, cohort)? {
            occasions.push(line(r, &occasion, &members)?);
        }
        Ok(AssessmentsView {
            occasions,
            instruments: instruments.iter().map(InstrumentLine::of).collect(),
        })
    })
}

/// Plans an occasion, or changes the days of the one that is there.
///
/// # Errors
/// [`AppError::NotFound`] for an unknown cohort or instrument, [`AppError::Invalid`] for a day that is none or
/// a window that ends before it begins; those of the store.
pub fn plan(app: &App, cohort: &str, input: &OccasionInput) -> Result<Done<String>> {
    let cohort = crate::cohorts::read_id(cohort)?;
    let instrument = app.ws().read(|r| library::latest(r, &input.instrument))?;
    let (opens, due) = days(&input.opens, &input.due)?;
    app.act("assessments.plan", &instrument.title, |w| {
        cohorts::by_id(w, cohort)?;
        let mut occasion = find_or_new(w, cohort, &instrument, input.moment)?;
        occasion.opens = opens;
        occasion.due = due;
        assessments::put_occasion(w, &occasion)?;
        Ok(occasion.id.to_string())
    })
}

/// Changes the days of an occasion, whatever version it asks.
///
/// # Errors
/// As [`plan`].
pub fn set_days(app: &App, occasion: &str, input: &DaysInput) -> Result<Done<()>> {
    let id = occasion_id(occasion)?;
    let (opens, due) = days(&input.opens, &input.due)?;
    let (mut occasion, title) = app.ws().read(|r| {
        let occasion = assessments::occasion(r, id)?;
        let title = library::asked(r, &occasion)?.title;
        Ok::<_, AppError>((occasion, title))
    })?;
    (occasion.opens, occasion.due) = (opens, due);
    app.act("assessments.plan", &title, |w| {
        Ok(assessments::put_occasion(w, &occasion)?)
    })
}

/// Takes an occasion without sheets off the plan.
///
/// # Errors
/// [`AppError::NotFound`]; [`AppError::Invalid`] when there are sheets, which would be lost from sight; those
/// of the store.
pub fn remove(app: &App, occasion: &str) -> Result<Done<()>> {
    let id = occasion_id(occasion)?;
    let (occasion, instrument) = app.ws().read(|r| {
        let occasion = assessments::occasion(r, id)?;
        let instrument = library::asked(r, &occasion)?;
        Ok::<_, AppError>((occasion, instrument))
    })?;
    app.act("assessments.remove", &instrument.title, |w| {
        let sheets = assessments::responses(w, id)?.len();
        if sheets > 0 {
            return Err(AppError::Invalid {
                place: instrument.title.clone(),
                field: occasion.moment.key().to_owned(),
                found: format!("{sheets} sheets"),
                expected: "an occasion without sheets".to_owned(),
            });
        }
        Ok(assessments::set_occasion_deleted(w, id, true)?)
    })
}

/// The occasion of this cohort, version of an instrument and moment.
fn find_or_new(r: &Read<'_>, cohort: CohortId, instrument: &Instrument, moment: Moment) -> Result<Occasion> {
    let definition = library::row_of(r, instrument)?;
    let version = (instrument.version, definition);
    let id = OccasionId::of_version(cohort, &instrument.key, version, moment.key());
    let stored = assessments::occasions(r, cohort)?;
    let stored = stored.into_iter().find(|occasion| occasion.id == id);
    Ok(stored.unwrap_or_else(|| Occasion {
        id,
        cohort,
        instrument: instrument.key.clone(),
        version: instrument.version,
        definition,
        moment,
        opens: None,
        due: None,
    }))
}

fn store_if_new(w: &Write<'_>, occasion: &Occasion) -> Result<()> {
    let stored = assessments::occasions(w, occasion.cohort)?;
    if stored.iter().all(|other| other.id != occasion.id) {
        assessments::put_occasion(w, occasion)?;
    }
    Ok(())
}

fn line(r: &Read<'_>, occasion: &Occasion, members: &[Member]) -> Result<OccasionLine> {
    let instrument = library::asked(r, occasion)?;
    let moment = versions::of_moment(r, occasion.cohort, &occasion.instrument, occasion.moment)?;
    let mut sheets = versions::counting(r, &moment)?;
    sheets.retain(|sheet| {
        let kept_only = |member: &&Member| member.person.id == sheet.subject && !member.enrolment.counts();
        members.iter().find(kept_only).is_none()
    });
    let own: HashSet<_> = sheets
        .iter()
        .filter(|sheet| sheet.occasion == occasion.id)
        .map(|sheet| sheet.subject)
        .collect();
    let all: HashSet<_> = sheets.iter().map(|sheet| sheet.subject).collect();
    let (missing, withdrew): (Vec<_>, Vec<_>) = members
        .iter()
        .filter(|member| !all.contains(&member.person.id))
        .partition(|member| member.enrolment.left.is_none());
    Ok(OccasionLine {
        id: occasion.id.to_string(),
        instrument: occasion.instrument.clone(),
        version: occasion.version,
        title: instrument.title,
        moment: occasion.moment,
        opens: occasion.opens.map(|day| day.to_string()),
        due: occasion.due.map(|day| day.to_string()),
        versions: moment.len() > 1,
        sheets: count(own.len()),
        elsewhere: count(all.difference(&own).count()),
        enrolled: count(members.len()),
        withdrew: count(withdrew.len()),
        missing: missing
            .into_iter()
            .map(|member| MissingSheet {
                person: member.person.id.to_string(),
                code: member.code.clone(),
                name: member.person.name(),
            })
            .collect(),
        unfinished: count(drafts::of_grid(r, occasion.id)?.len()),
    })
}

fn occasion_id(id: &str) -> Result<OccasionId> {
    id.parse().map_err(|_| AppError::NotFound {
        what: "occasion",
        key: id.to_owned(),
    })
}

/// The window of an occasion, which ends no earlier than it begins.
fn days(opens: &str, due: &str) -> Result<(Option<NaiveDate>, Option<NaiveDate>)> {
    let window = (day("opens", opens)?, day("due", due)?);
    if let (Some(first), Some(last)) = window
        && last < first
    {
        return Err(invalid_day("due", due, format!("a day from {first}")));
    }
    Ok(window)
}

fn day(field: &str, text: &str) -> Result<Option<NaiveDate>> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let found = text.parse().map(Some);
    found.map_err(|_| invalid_day(field, text, "a day as YYYY-MM-DD".to_owned()))
}

fn invalid_day(field: &str, found: &str, expected: String) -> AppError {
    AppError::Invalid {
        place: "occasion".to_owned(),
        field: field.to_owned(),
        found: found.to_owned(),
        expected,
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// A member of a cohort with their code.
struct Member {
    code: String,
    /// Codes of other records of the same person, which stand on paper too.
    also: Vec<String>,
    enrolment: Enrolment,
    person: Person,
}

fn members(r: &Read<'_>, cohort: &Cohort) -> Result<Vec<Member>> {
    let members = cohorts::members(r, cohort.id)?;
    Ok(members
        .into_iter()
        .map(|(enrolment, person)| Member {
            code: participant_code(&cohort.prefix, enrolment.number),
            also: enrolment
                .also
                .iter()
                .map(|number| participant_code(&cohort.prefix, *number))
                .collect(),
            enrolment,
            person,
        })
        .collect())
}

/// Keys of the contexts of a framework that fit somebody as they enrolled.
pub(crate) fn contexts(
    framework: Option<&Framework>,
    words: &Vocabulary,
    enrolment: &Enrolment,
) -> Vec<String> {
    let Some(framework) = framework else {
        return Vec::new();
    };
    let sector = words
        .sectors
        .iter()
        .find(|word| Some(word.id) == enrolment.sector);
    let level = words.levels.iter().find(|word| Some(word.id) == enrolment.level);
    let found = framework.contexts_of(sector, level);
    found.into_iter().map(str::to_owned).collect()
}

/// The words of sectors and levels, needed where anchors differ by context.
fn vocabulary(r: &Read<'_>) -> Result<Vocabulary> {
    Ok(people::vocabulary(r)?)
}

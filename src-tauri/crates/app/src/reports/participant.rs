//! The summary that a participant takes home.

use std::path::Path;

use chrono::{DateTime, NaiveDate};
use nexus_domain::cohorts::{Cohort, Enrolment, Leaving, participant_code};
use nexus_domain::ids::AliasId;
use nexus_domain::people::{Person, Vocabulary};
use nexus_report::documents::Paper;
use nexus_report::documents::participant::{ParticipantSummary, participant_summary};
use nexus_report::words::Words;
use nexus_store::{Read, cohorts, people, programs};

use crate::{App, AppError, Result, assessments, changes, projects, sessions};

/// The summary of one participant as PDF.
///
/// Its date is `as_of`, or else the day of the last change to the participant, so that the same data
/// gives the same bytes.
///
/// # Errors
/// [`AppError::NotFound`] for an unknown cohort or code, [`AppError::Report`] when a name has a letter
/// that no bundled font draws; those of the store.
pub fn participant(app: &App, cohort: &str, code: &str, as_of: Option<NaiveDate>) -> Result<Vec<u8>> {
    let cohort = crate::cohorts::read_id(cohort)?;
    let (cohort, enrolment, person) = app.ws().read(|r| {
        let cohort = cohorts::by_id(r, cohort)?;
        let members = cohorts::members(r, cohort.id)?;
        let found = members.into_iter().find(|(enrolment, person)| {
            enrolment.is_coded(&cohort.prefix, code) || person.id.to_string() == code
        });
        let (enrolment, person) = found.ok_or_else(|| AppError::NotFound {
            what: "participant",
            key: code.to_owned(),
        })?;
        Ok::<_, AppError>((cohort, enrolment, person))
    })?;
    let day = match as_of {
        Some(day) => day,
        None => last_change(app, &enrolment, &person)?,
    };
    let summary = app.ws().read(|r| summary(r, &cohort, &enrolment, &person, day))?;
    Ok(participant_summary(&summary)?.pdf()?)
}

/// Writes a participant's summary to a file of the person's choice.
///
/// # Errors
/// As [`participant`]; [`AppError::Io`].
pub fn save_participant(app: &App, cohort: &str, code: &str, to: &Path) -> Result<()> {
    let bytes = participant(app, cohort, code, None)?;
    crate::foreign::write(to, &bytes)
}

/// The day of the last change to a participant, in the facility's zone.
pub(crate) fn last_change(app: &App, enrolment: &Enrolment, person: &Person) -> Result<NaiveDate> {
    let zone = app
        .ws()
        .read(programs::facility)?
        .map_or(chrono_tz::UTC, |facility| facility.zone);
    let mut rows = vec![("enrolment", enrolment.id.to_string())];
    app.ws().read(|r| {
        for record in people::alias::records(r, person.id)? {
            rows.push(("person", record.to_string()));
        }
        for join in people::alias::joins(r)? {
            if people::alias::kept(r, join.winner)? == person.id {
                rows.push(("person_alias", AliasId::of(join.loser, join.winner).to_string()));
            }
        }
        for departure in cohorts::departures(r, enrolment.id)? {
            rows.push(("departure", departure.id.to_string()));
        }
        Ok::<_, AppError>(())
    })?;
    let mut last = None;
    for (table, row) in rows {
        let latest = changes::history(app, table, &row)?.into_iter().next();
        last = last.max(latest.and_then(|entry| DateTime::parse_from_rfc3339(&entry.at).ok()));
    }
    let sheet = app
        .ws()
        .read(|r| assessments::last_entered(r, enrolment.cohort, person.id))?;
    let last = last.max(sheet.map(|at| at.fixed_offset()));
    let project = projects::last_change(app, enrolment.cohort, person.id)?;
    let last = last.max(project.map(|at| at.fixed_offset()));
    let there = sessions::last_change(app, enrolment.cohort, person.id)?;
    let last = last.max(there.map(|at| at.fixed_offset()));
    Ok(last.map_or(NaiveDate::default(), |at| at.with_timezone(&zone).date_naive()))
}

pub(super) fn summary(
    r: &Read<'_>,
    cohort: &Cohort,
    enrolment: &Enrolment,
    person: &Person,
    day: NaiveDate,
) -> Result<ParticipantSummary> {
    let facility = programs::facility(r)?
        .map(|facility| facility.name)
        .unwrap_or_default();
    let award = programs::by_id(r, cohort.program)?
        .award
        .map(|award| award.number);
    let words = people::vocabulary(r)?;
    let work = projects::summary(r, cohort.id, person.id)?;
    Ok(ParticipantSummary {
        cohort: cohort.name.clone(),
        facility,
        award: award.filter(|number| !number.is_empty()),
        code: participant_code(&cohort.prefix, enrolment.number),
        name: person.name(),
        identity: identity(&words, cohort, enrolment)?,
        coach: None,
        as_of: day,
        paper: Paper::Letter,
        ratings: assessments::ratings(r, cohort.id, person.id)?,
        stands_out: Vec::new(),
        project: work.project,
        attendance: sessions::summary(r, cohort.id, person.id)?,
        lessons: work.lessons,
        next_steps: work.next_steps,
        coach_notes: Vec::new(),
    })
}

/// Who somebody is in a line: position, institution, sector, level, region.
pub(super) fn identity(words: &Vocabulary, cohort: &Cohort, enrolment: &Enrolment) -> Result<Vec<String>> {
    let sector = words
        .sectors
        .iter()
        .find(|word| Some(word.id) == enrolment.sector);
    let level = words.levels.iter().find(|word| Some(word.id) == enrolment.level);
    let report = Words::english();
    let left = match &enrolment.left {
        Some(left) => {
            let day = report.date(left.day)?;
            let id = match left.way {
                Leaving::Withdrawn => "report-withdrew",
                Leaving::Moved => "report-moved",
            };
            report.with(id, &[("day", day.into())])?
        }
        None => String::new(),
    };
    let codes = enrolment
        .also
        .iter()
        .map(|number| participant_code(&cohort.prefix, *number));
    let also = match enrolment.also.is_empty() {
        true => String::new(),
        false => report.with(
            "report-also",
            &[("codes", codes.collect::<Vec<_>>().join(", ").into())],
        )?,
    };
    let parts = [
        enrolment.position.clone(),
        enrolment.institution.clone(),
        sector.map(|word| word.name.clone()).unwrap_or_default(),
        level.map(|word| word.name.clone()).unwrap_or_default(),
        enrolment.region.clone(),
        also,
        left,
    ];
    Ok(parts.into_iter().filter(|part| !part.is_empty()).collect())
}

//! Reading what is held about a person.

use chrono::NaiveDate;
use nexus_domain::cohorts::{Cohort, Enrolment, participant_code};
use nexus_domain::ids::{CohortId, LevelId, PersonId, SectorId};
use nexus_domain::people::{Person, Vocabulary};
use nexus_domain::reports::About;
use nexus_domain::sessions::{Presence, local_minutes, time_text};
use nexus_store::people::alias;
use nexus_store::programs::{self, inputs};
use nexus_store::{Read, cohorts, outcomes, people, sessions};

use super::views::*;
use crate::people::{consent, leaving, over_time};
use crate::{App, Result, assessments, changes, projects, reports};

pub(super) fn read(app: &App, person: PersonId) -> Result<HeldView> {
    let (records, places) = app.ws().read(|r| {
        let person = people::by_id(r, person)?;
        let places = cohorts::of_person(r, person.id)?;
        Ok::<_, crate::AppError>((alias::records(r, person.id)?, places))
    })?;
    let changes = changed(app, &records)?;
    let mut as_of = changes.first().and_then(|change| day_of(&change.at));
    for (place, _) in &places {
        let person = app.ws().read(|r| people::by_id(r, person))?;
        as_of = as_of.max(Some(reports::last_change(app, place, &person)?));
    }
    app.ws().read(|r| {
        let person = people::by_id(r, person)?;
        let words = people::vocabulary(r)?;
        let mut found = Vec::new();
        for cohort in cohorts::touched(r, person.id)? {
            found.push(in_cohort(r, &words, &person, cohort)?);
        }
        Ok(HeldView {
            facility: programs::facility(r)?
                .map(|facility| facility.name)
                .unwrap_or_default(),
            as_of: as_of.unwrap_or_default().to_string(),
            records: own_records(app, r, &words, &person, &records)?,
            cohorts: found,
            hours: hours(r, person.id)?,
            outcomes: brought_about(r, person.id)?,
            consents: allowed(app, r, &person)?,
            issued: handed_out(r, person.id)?,
            changes,
        })
    })
}

fn day_of(at: &str) -> Option<NaiveDate> {
    at.get(..10)?.parse().ok()
}

fn changed(app: &App, records: &[PersonId]) -> Result<Vec<HeldChange>> {
    let mut found = Vec::new();
    for record in records {
        for entry in changes::history(app, "person", &record.to_string())? {
            let field = |cell: changes::CellView| HeldField {
                field: cell.column,
                before: cell.old,
                after: cell.new,
            };
            found.push(HeldChange {
                at: entry.at,
                created: entry.created,
                fields: entry.cells.into_iter().map(field).collect(),
            });
        }
    }
    found.sort_by(|one, other| other.at.cmp(&one.at));
    Ok(found)
}

fn own_records(
    app: &App,
    r: &Read<'_>,
    words: &Vocabulary,
    person: &Person,
    records: &[PersonId],
) -> Result<Vec<HeldRecord>> {
    let joined = over_time::records(app, r, person.id)?;
    let mut found = Vec::new();
    for id in records {
        // The record that counts says what holds of the person, e.g. what they allow by any of their records.
        let record = match *id == person.id {
            true => person.clone(),
            false => alias::record(r, *id)?,
        };
        let key = id.to_string();
        let join = joined.iter().find(|other| other.record.id == key);
        found.push(HeldRecord {
            facts: HeldFacts {
                institution: record.institution,
                position: record.position,
                region: record.region,
                sector: sector(words, record.sector),
                level: level(words, record.level),
                size: record.size,
                aspiration: record.aspiration,
            },
            id: key,
            given: record.given,
            family: record.family,
            email: record.email,
            consent: record.consent,
            roles: record.roles,
            joined: join.map(|join| join.at.clone()).filter(|at| !at.is_empty()),
        });
    }
    Ok(found)
}

fn sector(words: &Vocabulary, id: Option<SectorId>) -> String {
    let found = words.sectors.iter().find(|word| Some(word.id) == id);
    found.map(|word| word.name.clone()).unwrap_or_default()
}

fn level(words: &Vocabulary, id: Option<LevelId>) -> String {
    let found = words.levels.iter().find(|word| Some(word.id) == id);
    found.map(|word| word.name.clone()).unwrap_or_default()
}

fn in_cohort(r: &Read<'_>, words: &Vocabulary, person: &Person, cohort: Cohort) -> Result<HeldCohort> {
    let id = cohort.id;
    let mut places = Vec::new();
    for held in cohorts::places(r, id, person.id)? {
        places.push(place(r, words, &cohort, held)?);
    }
    Ok(HeldCohort {
        program: programs::by_id(r, cohort.program)?.name,
        starts: cohort.starts.map(|day| day.to_string()),
        ends: cohort.ends.map(|day| day.to_string()),
        places,
        attendance: marks(r, id, person.id)?,
        sheets: assessments::held(r, id, person.id)?,
        projects: projects::held(r, id, person.id)?,
        lessons: projects::held_lessons(r, id, person.id)?,
        next_steps: projects::held_steps(r, id, person.id)?,
        id: id.to_string(),
        name: cohort.name,
    })
}

fn place(r: &Read<'_>, words: &Vocabulary, cohort: &Cohort, place: Enrolment) -> Result<HeldPlace> {
    let mut departures = Vec::new();
    for departure in cohorts::departures(r, place.id)? {
        let left = leaving::left_view(r, &departure)?;
        departures.push(HeldDeparture {
            way: left.way,
            day: left.day,
            reason: left.reason,
            answers: left.answers,
            onward: left.onward,
            returned: left.returned,
        });
    }
    Ok(HeldPlace {
        code: participant_code(&cohort.prefix, place.number),
        facts: HeldFacts {
            institution: place.institution,
            position: place.position,
            region: place.region,
            sector: sector(words, place.sector),
            level: level(words, place.level),
            size: place.size,
            aspiration: place.aspiration,
        },
        registered: place.registered.map(|day| day.to_string()),
        since: place.since.map(|day| day.to_string()),
        departures,
    })
}

fn marks(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<HeldMark>> {
    let mut found = Vec::new();
    for session in sessions::of_cohort(r, cohort)? {
        let attended = sessions::attendance(r, session.id)?.get(&person).copied();
        let Some(attended) = attended.filter(|one| one.mark != Presence::Expected) else {
            continue;
        };
        let arrived = attended.arrived.map(|at| local_minutes(session.zone, at));
        found.push(HeldMark {
            session: session.title,
            date: session.date.to_string(),
            mark: attended.mark,
            arrived: arrived.map(time_text),
            walk_in: attended.walk_in,
        });
    }
    Ok(found)
}

fn hours(r: &Read<'_>, person: PersonId) -> Result<Vec<HeldHours>> {
    let mut found = Vec::new();
    for program in programs::all(r)? {
        let own = inputs::hours(r, program.id)?.into_iter();
        for line in own.filter(|line| line.person == person) {
            let cohort = line.cohort.map(|cohort| cohorts::by_id(r, cohort)).transpose()?;
            found.push(HeldHours {
                program: program.name.clone(),
                cohort: cohort.map(|cohort| cohort.name).unwrap_or_default(),
                role: line.role,
                date: line.date.map(|day| day.to_string()),
                planned: line.planned,
                given: line.given,
                what: line.what,
            });
        }
    }
    Ok(found)
}

fn brought_about(r: &Read<'_>, person: PersonId) -> Result<Vec<HeldOutcome>> {
    let mut found = Vec::new();
    for program in programs::all(r)? {
        let titles = outcomes::of_program(r, program.id)?;
        let all = outcomes::evidence(r, program.id)?;
        for piece in all.iter().rev().filter(|piece| piece.person == Some(person)) {
            let title = titles.iter().find(|outcome| outcome.id == piece.outcome);
            found.push(HeldOutcome {
                program: program.name.clone(),
                outcome: title.map(|outcome| outcome.title.clone()).unwrap_or_default(),
                date: piece.date.to_string(),
                what: piece.what.clone(),
                link: piece.link.clone(),
                file: piece
                    .file
                    .as_ref()
                    .map(|file| file.name.clone())
                    .unwrap_or_default(),
                quote: piece.quote,
                replaced: all.iter().any(|later| later.corrects == Some(piece.id)),
            });
        }
    }
    Ok(found)
}

fn handed_out(r: &Read<'_>, person: PersonId) -> Result<Vec<HeldIssue>> {
    let mut found = Vec::new();
    for program in programs::all(r)? {
        let all = nexus_store::reports::issues(r, program.id)?.into_iter().rev();
        for one in all.filter(|one| one.about == About::Person(person)) {
            found.push(HeldIssue {
                title: one.title,
                kind: one.kind,
                as_of: one.as_of.to_string(),
                issued: one.issued.to_rfc3339(),
                pages: one.pages,
            });
        }
    }
    Ok(found)
}

fn allowed(app: &App, r: &Read<'_>, person: &Person) -> Result<Vec<HeldConsent>> {
    let mut found = Vec::new();
    for asked in consent::of_person(app, r, person)? {
        for entry in asked.entries {
            found.push(HeldConsent {
                name: asked.name.clone(),
                wording: entry.wording,
                answer: entry.answer,
                day: entry.day,
                means: entry.means,
            });
        }
    }
    found.sort_by(|one, other| other.day.cmp(&one.day));
    Ok(found)
}

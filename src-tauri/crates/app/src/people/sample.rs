//! What the sample shows of people over time: somebody who withdrew, somebody who moved, a person with two records,
//! answers to consent.

use chrono::{Days, NaiveDate};
use nexus_domain::cohorts::{AnswersAfter, Cohort, Departure, Enrolment, Leaving, next_number};
use nexus_domain::ids::{ConsentId, DepartureId, PersonId};
use nexus_domain::people::Person;
use nexus_domain::people::consent::{ConsentAnswer, ConsentEntry, ConsentMeans};
use nexus_domain::sessions::Presence;
use nexus_store::people::consent as answers;
use nexus_store::sessions::Attended;
use nexus_store::{Write, cohorts, people, sessions};

use super::merge::join;
use super::{enrol, nobody};
use crate::{App, Result};

/// Who of the earlier cohort was no longer asked after half a year.
const WITHDREW: u32 = 11;
/// Who of the cohort had been typed twice.
const TWICE: u32 = 5;
/// Who of the cohort had begun in the earlier one, and left it after its first session.
const MOVED: u32 = 17;

/// Somebody of the earlier cohort withdraws from its follow-ups.
pub(crate) fn fill_earlier(app: &App, w: &Write<'_>, cohort: &Cohort, ends: NaiveDate) -> Result<()> {
    let members = cohorts::members(w, cohort.id)?;
    let reason = cohorts::reasons(w)?.into_iter().next().map(|reason| reason.id);
    for (place, _) in members.into_iter().filter(|(place, _)| place.number == WITHDREW) {
        let departure = Departure {
            id: DepartureId(app.new_id()),
            enrolment: place.id,
            way: Leaving::Withdrawn,
            day: ends.checked_add_days(Days::new(200)).unwrap_or(ends),
            reason,
            words: String::new(),
            answers: AnswersAfter::Count,
            onward: None,
            returned: None,
        };
        cohorts::put_departure(w, &departure)?;
    }
    Ok(())
}

/// Somebody of the cohort moved there from the earlier one, somebody has a second record, and some have answered what
/// they allow.
pub(crate) fn fill(app: &App, w: &Write<'_>, cohort: &Cohort, today: NaiveDate) -> Result<()> {
    let members = cohorts::members(w, cohort.id)?;
    for (place, person) in &members {
        if place.number == MOVED {
            moved(app, w, cohort, place, person)?;
        }
        if place.number == TWICE {
            let second = Person {
                given: person.given.clone(),
                family: person.family.clone(),
                email: format!("second.{}", person.email),
                institution: person.institution.clone(),
                ..nobody(PersonId(app.new_id()))
            };
            people::put(w, &second)?;
            join(w, person, &second, &[])?;
        }
    }
    let kinds = answers::kinds(w)?;
    let told = [
        (1, 1, 55, ConsentAnswer::Given, ConsentMeans::Paper),
        (1, 3, 55, ConsentAnswer::Given, ConsentMeans::Paper),
        (1, 3, 20, ConsentAnswer::Withdrawn, ConsentMeans::Spoken),
        (2, 2, 50, ConsentAnswer::Given, ConsentMeans::Paper),
        (4, 1, 50, ConsentAnswer::Refused, ConsentMeans::Paper),
    ];
    for (number, kind, days, answer, means) in told {
        let person = members.iter().find(|(place, _)| place.number == number);
        let (Some((_, person)), Some(kind)) = (person, kinds.get(kind)) else {
            continue;
        };
        let entry = ConsentEntry {
            id: ConsentId(app.new_id()),
            person: person.id,
            kind: kind.id,
            answer,
            day: today.checked_sub_days(Days::new(days)).unwrap_or(today),
            means,
            recorder: app.author(),
            wording: kind.wording.clone(),
            version: kind.version,
        };
        answers::add(w, &entry)?;
    }
    Ok(())
}

/// The place in the earlier cohort of somebody who goes on in this one.
fn moved(app: &App, w: &Write<'_>, cohort: &Cohort, place: &Enrolment, person: &Person) -> Result<()> {
    let others = cohorts::all(w)?.into_iter().map(|(other, _)| other);
    for before in others.filter(|other| other.program == cohort.program && other.id != cohort.id) {
        let held = sessions::of_cohort(w, before.id)?;
        let Some(first) = held.into_iter().min_by_key(|session| session.date) else {
            continue;
        };
        let then = Person {
            position: "Archives assistant".to_owned(),
            ..person.clone()
        };
        let number = next_number(cohorts::numbers_used(w, before.id)?);
        let old = enrol(w, before.id, &then, number)?;
        let there = Attended {
            mark: Presence::Present,
            arrived: None,
            walk_in: false,
        };
        sessions::put_attendance(w, first.id, person.id, &there)?;
        let departure = Departure {
            id: DepartureId(app.new_id()),
            enrolment: old.id,
            way: Leaving::Moved,
            day: first.date.checked_add_days(Days::new(30)).unwrap_or(first.date),
            reason: None,
            words: "On leave for half a year".to_owned(),
            answers: AnswersAfter::Count,
            onward: Some(place.id),
            returned: None,
        };
        cohorts::put_departure(w, &departure)?;
    }
    Ok(())
}

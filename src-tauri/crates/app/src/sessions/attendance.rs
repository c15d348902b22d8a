//! Who is expected at a session, who came, and those who came unannounced.

use std::collections::BTreeMap;

use nexus_domain::cohorts::{Cohort, Enrolment, next_number, participant_code};
use nexus_domain::ids::{PersonId, SessionId};
use nexus_domain::people::letters::same;
use nexus_domain::people::{Consent, Person};
use nexus_domain::sessions::{
    Presence, SessionState, WalkIn, arrival, attends, instant, local_minutes, state, time_text,
    walk_in as read_walk_in,
};
use nexus_store::sessions::Attended;
use nexus_store::{Read, Write, cohorts, people, sessions};

use super::{AttendanceLine, Day, invalid, name_of, read_id};
use crate::people::{enrol, read_id as person_id};
use crate::{App, AppError, Done, Result};

/// Longest text that names the people of a step.
const DETAIL: usize = 60;

/// Somebody who is expected at a session, or came.
pub(super) struct Attendee {
    pub enrolment: Enrolment,
    pub person: Person,
    pub attended: Attended,
}

impl Attendee {
    pub(super) fn code(&self, cohort: &Cohort) -> String {
        participant_code(&cohort.prefix, self.enrolment.number)
    }

    pub(super) fn line(&self, day: &Day) -> AttendanceLine {
        AttendanceLine {
            person: self.person.id.to_string(),
            code: self.code(&day.cohort),
            name: self.person.name(),
            given: self.person.given.clone(),
            institution: self.enrolment.institution.clone(),
            mark: self.attended.mark,
            arrived: self
                .attended
                .arrived
                .map(|at| time_text(local_minutes(day.session.zone, at))),
            walk_in: self.attended.walk_in,
        }
    }
}

/// Everybody who counts at a session: members on that day who are not staff, and those who left the cohort after
/// they had been marked.
pub(super) fn attendees(r: &Read<'_>, day: &Day) -> Result<Vec<Attendee>> {
    among(r, day, &cohorts::ever_members(r, day.cohort.id)?)
}

/// As [`attendees`], of members that were read already.
pub(super) fn among(r: &Read<'_>, day: &Day, members: &[(Enrolment, Person, bool)]) -> Result<Vec<Attendee>> {
    let marks = sessions::attendance(r, day.session.id)?;
    Ok(members
        .iter()
        .filter_map(|(enrolment, person, left)| {
            let attended = marks.get(&person.id).copied().unwrap_or_default();
            let expected = !left && enrolment.is_there(day.session.date);
            let counts = attends(&person.roles) && (expected || attended.mark != Presence::Expected);
            counts.then(|| Attendee {
                enrolment: enrolment.clone(),
                person: person.clone(),
                attended,
            })
        })
        .collect())
}

/// Marks people. Somebody late arrived when that is said (`HH:MM`), or else now if the session runs.
///
/// # Errors
/// [`AppError::Invalid`] for a time that is none, [`AppError::NotFound`]; those of the store.
pub fn mark(
    app: &App,
    session: &str,
    persons: &[String],
    mark: Presence,
    arrived: Option<&str>,
) -> Result<Done<()>> {
    let id = read_id(session)?;
    let wanted: Vec<PersonId> = persons.iter().map(|one| person_id(one)).collect::<Result<_>>()?;
    let detail = app.ws().read(|r| names(r, id, &wanted))?;
    app.act("sessions.mark", &detail, |w| {
        let day = Day::load(w, id)?;
        let said = arrived
            .map(|text| super::time(&day.session.title, "arrived", text))
            .transpose()?
            .map(|minutes| instant(&day.session, minutes));
        let runs_at = (state(&day.session) == SessionState::Running).then(|| app.now());
        let here = by_person(w, &day)?;
        for person in &wanted {
            let before = here.get(person).ok_or_else(|| unknown(*person))?.attended;
            let attended = Attended {
                mark,
                arrived: arrival(mark, said, before.arrived, runs_at),
                walk_in: before.walk_in,
            };
            sessions::put_attendance(w, id, *person, &attended)?;
        }
        Ok(())
    })
}

/// Everybody who is still expected becomes present.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn mark_rest(app: &App, session: &str) -> Result<Done<()>> {
    let id = read_id(session)?;
    let name = name_of(app, id)?;
    app.act("sessions.mark-rest", &name, |w| {
        for attendee in attendees(w, &Day::load(w, id)?)? {
            if attendee.attended.mark == Presence::Expected {
                let attended = Attended {
                    mark: Presence::Present,
                    arrived: None,
                    walk_in: attendee.attended.walk_in,
                };
                sessions::put_attendance(w, id, attendee.person.id, &attended)?;
            }
        }
        Ok(())
    })
}

/// Marks somebody present who came without being on the list, from one line: `Given Family` or
/// `Given Family, Institution`. A member of that name is marked, one who had left comes back with their old
/// code, somebody known from the same institution is enrolled, and anybody else is added.
///
/// # Errors
/// [`AppError::Invalid`] without a name, or if several members, or staff, have that name; those of the store.
pub fn walk_in(app: &App, session: &str, text: &str) -> Result<Done<AttendanceLine>> {
    let id = read_id(session)?;
    let title = name_of(app, id)?;
    let found = read_walk_in(text).ok_or_else(|| invalid(&title, "walk-in", text, "a name"))?;
    let name = nexus_domain::people::full_name(&found.given, &found.family);
    app.act("sessions.walk-in", &name, |w| {
        let day = Day::load(w, id)?;
        let (person, listed) = member(app, w, &day, &found, &name)?;
        let before = sessions::attendance(w, id)?.get(&person).copied();
        let attended = Attended {
            mark: Presence::Present,
            arrived: None,
            walk_in: !listed || before.is_some_and(|before| before.walk_in),
        };
        sessions::put_attendance(w, id, person, &attended)?;
        let here = by_person(w, &day)?;
        let line = here.get(&person).map(|attendee| attendee.line(&day));
        line.ok_or_else(|| unknown(person))
    })
}

/// The member of a cohort that a walk-in is, and whether they were one before.
fn member(app: &App, w: &Write<'_>, day: &Day, found: &WalkIn, name: &str) -> Result<(PersonId, bool)> {
    let refused = |expected: &str| invalid(&day.session.title, "walk-in", name, expected);
    let mut named = cohorts::ever_members(w, day.cohort.id)?;
    named.retain(|(_, person, _)| same(&person.name(), name));
    let here = |(enrolment, ..): &(Enrolment, Person, bool)| same(&enrolment.institution, &found.institution);
    if named.len() > 1 && named.iter().any(here) {
        named.retain(here);
    }
    let (left, live): (Vec<_>, Vec<_>) = named.into_iter().partition(|(.., left)| *left);
    match (live.as_slice(), left.as_slice()) {
        ([(_, person, _)], _) if !attends(&person.roles) => Err(refused("somebody who is not staff")),
        ([(_, person, _)], _) => Ok((person.id, true)),
        ([], [(enrolment, person, _)]) => {
            cohorts::put_enrolment(w, enrolment)?;
            Ok((person.id, false))
        }
        ([], _) => {
            let person = known_or_new(app, w, found, name)?;
            enrol(
                w,
                day.cohort.id,
                &person,
                next_number(cohorts::numbers_used(w, day.cohort.id)?),
            )?;
            Ok((person.id, false))
        }
        (several, _) => {
            let codes: Vec<_> = several
                .iter()
                .map(|(enrolment, ..)| participant_code(&day.cohort.prefix, enrolment.number))
                .collect();
            Err(refused(&format!("one person, not {}", codes.join(", "))))
        }
    }
}

/// The one person of this name and institution, or a new one.
fn known_or_new(app: &App, w: &Write<'_>, found: &WalkIn, name: &str) -> Result<Person> {
    if !found.institution.is_empty() {
        let mut known = people::all(w)?;
        known.retain(|person| same(&person.name(), name) && same(&person.institution, &found.institution));
        if let [person] = known.as_slice() {
            return Ok(person.clone());
        }
    }
    let person = Person {
        id: PersonId(app.new_id()),
        given: found.given.clone(),
        family: found.family.clone(),
        email: String::new(),
        institution: found.institution.clone(),
        position: String::new(),
        region: String::new(),
        sector: None,
        level: None,
        size: None,
        aspiration: String::new(),
        consent: Consent::NotAnswered,
        roles: Vec::new(),
    };
    people::put(w, &person)?;
    Ok(person)
}

fn by_person(r: &Read<'_>, day: &Day) -> Result<BTreeMap<PersonId, Attendee>> {
    let here = attendees(r, day)?;
    Ok(here.into_iter().map(|one| (one.person.id, one)).collect())
}

/// The name of one person, or the codes of several.
fn names(r: &Read<'_>, session: SessionId, wanted: &[PersonId]) -> Result<String> {
    let day = Day::load(r, session)?;
    let here = by_person(r, &day)?;
    if let [person] = wanted {
        return Ok(here.get(person).ok_or_else(|| unknown(*person))?.person.name());
    }
    let codes: Vec<_> = wanted
        .iter()
        .filter_map(|person| here.get(person))
        .map(|one| one.code(&day.cohort))
        .collect();
    let all = codes.join(", ");
    if all.chars().count() <= DETAIL {
        return Ok(all);
    }
    Ok(all.chars().take(DETAIL).chain(['…']).collect())
}

fn unknown(person: PersonId) -> AppError {
    AppError::NotFound {
        what: "participant",
        key: person.to_string(),
    }
}

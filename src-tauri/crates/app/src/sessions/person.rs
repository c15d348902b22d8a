//! How one person came to the sessions of a cohort, for their page and their summary on paper.

use chrono::{DateTime, Utc};
use nexus_domain::ids::{AttendanceId, CohortId, PersonId};
use nexus_domain::sessions::{Presence, Session, SessionState, attends, local_minutes, state, time_text};
use nexus_report::figures::{AttendanceMark, AttendanceStatus};
use nexus_store::sessions::Attended;
use nexus_store::{Read, cohorts, people, sessions};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::count;
use crate::people::read_id as person_id;
use crate::{App, AppError, Result};

/// How one person came to the sessions of a cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PersonAttendanceView {
    /// Every session, the earliest first; none for staff, who are not attendees.
    pub sessions: Vec<PersonSession>,
}

/// One session and whether a person was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PersonSession {
    /// Id of the session.
    pub session: String,
    /// Its number in the cohort, by date, from 1.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// Its day.
    pub date: String,
    /// How far it is.
    pub state: SessionState,
    /// The mark.
    pub mark: Presence,
    /// When they came, if they came late: local time, `HH:MM`.
    pub arrived: Option<String>,
    /// Whether they came without being on the list.
    pub walk_in: bool,
}

/// How one person came to the sessions of a cohort.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn of_person(app: &App, cohort: &str, person: &str) -> Result<PersonAttendanceView> {
    let (cohort, person) = (crate::cohorts::read_id(cohort)?, person_id(person)?);
    app.ws().read(|r| {
        cohorts::by_id(r, cohort)?;
        let line = |(at, (session, attended)): (usize, (Session, Attended))| PersonSession {
            session: session.id.to_string(),
            number: count(at + 1),
            date: session.date.to_string(),
            state: state(&session),
            mark: attended.mark,
            arrived: arrived(&session, &attended),
            walk_in: attended.walk_in,
            title: session.title,
        };
        let found = marks(r, cohort, person)?;
        Ok(PersonAttendanceView {
            sessions: found.into_iter().enumerate().map(line).collect(),
        })
    })
}

/// What the summary on paper says of a person's attendance.
pub(crate) fn summary(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<AttendanceMark>> {
    let mark = |(session, attended): (Session, Attended)| AttendanceMark {
        date: session.date,
        status: match (attended.mark, state(&session)) {
            (Presence::Expected, SessionState::Planned) => AttendanceStatus::ToCome,
            (Presence::Expected, _) => AttendanceStatus::Expected,
            (Presence::Present, _) => AttendanceStatus::Present,
            (Presence::Late, _) => AttendanceStatus::Late,
            (Presence::Absent, _) => AttendanceStatus::Absent,
            (Presence::Excused, _) => AttendanceStatus::Excused,
        },
        arrived: arrived(&session, &attended),
        session: session.title,
    };
    Ok(marks(r, cohort, person)?.into_iter().map(mark).collect())
}

/// When anything that the summary shows of a person's attendance was last changed.
pub(crate) fn last_change(app: &App, cohort: CohortId, person: PersonId) -> Result<Option<DateTime<Utc>>> {
    let held = app.ws().read(|r| marks(r, cohort, person))?;
    let records = app.ws().read(|r| people::alias::records(r, person))?;
    let mut last = None;
    for (session, _) in held {
        let marks = records.iter().map(|record| AttendanceId::of(session.id, *record));
        let marks = marks.map(|id| ("attendance", id.to_string()));
        for (table, row) in std::iter::once(("session", session.id.to_string())).chain(marks) {
            last = last.max(app.ws().history(table, &row)?.first().map(|entry| entry.at));
        }
    }
    Ok(last)
}

/// The sessions of a cohort, the earliest first, with a person's marks; none for staff.
fn marks(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<(Session, Attended)>> {
    if !attends(&people::by_id(r, person)?.roles) {
        return Ok(Vec::new());
    }
    let person = people::alias::kept(r, person)?;
    let places = cohorts::places(r, cohort, person)?;
    let is_there =
        |session: &Session| places.is_empty() || places.iter().any(|place| place.is_there(session.date));
    let mut found = Vec::new();
    for session in sessions::of_cohort(r, cohort)? {
        let attended = sessions::attendance(r, session.id)?.get(&person).copied();
        let attended = attended.unwrap_or_default();
        // Nobody expected them before they came or after they had left.
        if attended.mark != Presence::Expected || is_there(&session) {
            found.push((session, attended));
        }
    }
    Ok::<_, AppError>(found)
}

fn arrived(session: &Session, attended: &Attended) -> Option<String> {
    let at = attended.arrived?;
    Some(time_text(local_minutes(session.zone, at)))
}

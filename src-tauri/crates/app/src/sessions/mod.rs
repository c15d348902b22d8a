//! Sessions of a cohort: the agenda as planned, the run with its repairs, who came, and notes.

mod attendance;
mod competencies;
mod import;
mod module;
mod notes;
mod person;
mod plan;
mod print;
mod record;
mod run;
mod run_views;
pub(crate) mod sample;
mod summary;
mod views;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use nexus_domain::cohorts::Cohort;
use nexus_domain::ids::{BlockId, SessionId};
use nexus_domain::people::letters::tidy;
use nexus_domain::sessions::{Block, Run, Session, local_minutes, state, tally, time_of, time_text, times};
use nexus_store::{Read, cohorts, programs, sessions};

pub use attendance::{mark, mark_rest, walk_in};
pub use import::{agenda_file, import, preview};
pub use module::block_from_module;
pub use nexus_domain::sessions::agenda::AgendaMatter;
pub use nexus_domain::sessions::{Presence, RepairKind, SessionState, Tally};
pub use notes::{note_add, note_correct, note_remove};
pub use person::{PersonAttendanceView, PersonSession, of_person};
pub(crate) use person::{last_change, summary};
pub use plan::{block_add, block_edit, block_move, block_place, block_remove};
pub use print::{agenda_print, sign_in_print};
pub(crate) use record::records_of;
pub use record::{BlockRecord, MarkRecord, NoteRecord, SessionRecord, records};
pub use run::{
    block_more, block_next, repair_apply, run_view, session_end, session_pause, session_reopen,
    session_resume, session_start,
};
pub use run_views::*;
pub(crate) use summary::summary_of;
pub use views::*;

pub(crate) use competencies::names as competency_names;

use attendance::{Attendee, attendees};

use crate::{App, AppError, Done, Result};

/// The sessions of a cohort.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn list(app: &App, cohort: &str) -> Result<SessionsView> {
    let cohort = crate::cohorts::read_id(cohort)?;
    let now = app.now();
    app.ws().read(|r| {
        let cohort = cohorts::by_id(r, cohort)?;
        let facility = programs::facility(r)?;
        let zone = facility.as_ref().map_or(chrono_tz::UTC, |facility| facility.zone);
        let today = now.with_timezone(&zone).date_naive();
        let members = cohorts::ever_members(r, cohort.id)?;
        let (mut lines, mut running, mut coming) = (Vec::new(), None, None);
        for (at, session) in sessions::of_cohort(r, cohort.id)?.into_iter().enumerate() {
            let day = Day {
                number: count(at + 1),
                cohort: cohort.clone(),
                blocks: sessions::blocks(r, session.id)?,
                session,
            };
            let here = attendance::among(r, &day, &members)?;
            let line = day.line(&here);
            match line.state {
                SessionState::Running => running = running.or(Some(line.id.clone())),
                SessionState::Planned if day.session.date >= today => {
                    coming = coming.or(Some(line.id.clone()));
                }
                SessionState::Planned | SessionState::Ended => {}
            }
            lines.push(line);
        }
        Ok(SessionsView {
            sessions: lines,
            today: today.to_string(),
            next: running.or(coming),
            zone: zone.name().to_owned(),
            facility: facility.map(|facility| facility.name).unwrap_or_default(),
        })
    })
}

/// A session as planned.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn view(app: &App, session: &str) -> Result<SessionView> {
    let id = read_id(session)?;
    app.ws().read(|r| {
        let day = Day::load(r, id)?;
        let mut blocks = day.planned();
        module::tell_origins(r, &day, &mut blocks)?;
        Ok(SessionView {
            session: day.line(&attendees(r, &day)?),
            cohort_name: day.cohort.name.clone(),
            over: blocks.iter().map(|block| block.over).sum(),
            blocks,
            competencies: competencies::names(r)?,
        })
    })
}

/// Plans a session without blocks.
///
/// # Errors
/// [`AppError::Invalid`] naming the field, [`AppError::NotFound`]; those of the store.
pub fn create(app: &App, cohort: &str, input: &SessionInput) -> Result<Done<String>> {
    let cohort = crate::cohorts::read_id(cohort)?;
    let title = title(&input.title)?;
    app.act("sessions.create", &title, |w| {
        cohorts::by_id(w, cohort)?;
        let (place, zone) = defaults(w, &input.place, &input.zone)?;
        let session = Session {
            id: SessionId(app.new_id()),
            cohort,
            title: title.clone(),
            place,
            zone,
            date: day(&title, &input.date)?,
            starts: time(&title, "starts", &input.starts)?,
            began: None,
            ended: None,
        };
        sessions::put(w, &session)?;
        Ok(session.id.to_string())
    })
}

/// Changes one field of a session.
///
/// # Errors
/// [`AppError::Invalid`] naming the field, [`AppError::NotFound`]; those of the store.
pub fn edit(app: &App, session: &str, field: SessionField, value: &str) -> Result<Done<()>> {
    let id = read_id(session)?;
    let name = name_of(app, id)?;
    app.act("sessions.edit", &name, |w| {
        let mut session = sessions::by_id(w, id)?;
        match field {
            SessionField::Title => session.title = title(value)?,
            SessionField::Place => session.place = tidy(value),
            SessionField::Zone => session.zone = defaults(w, "", value)?.1,
            SessionField::Date => session.date = day(&name, value)?,
            SessionField::Starts => session.starts = time(&name, "starts", value)?,
        }
        Ok(sessions::put(w, &session)?)
    })
}

/// Takes a session into the bin, with all that happened in it.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn remove(app: &App, session: &str) -> Result<Done<()>> {
    let id = read_id(session)?;
    let name = name_of(app, id)?;
    app.act("sessions.remove", &name, |w| {
        Ok(sessions::set_deleted(w, id, true)?)
    })
}

/// A session with its blocks and its cohort.
struct Day {
    cohort: Cohort,
    /// Its number in the cohort, by date, from 1.
    number: u32,
    session: Session,
    blocks: Vec<(Block, Run)>,
}

impl Day {
    fn load(r: &Read<'_>, id: SessionId) -> Result<Self> {
        let session = sessions::by_id(r, id)?;
        let cohort = cohorts::by_id(r, session.cohort)?;
        let before = sessions::of_cohort(r, cohort.id)?
            .iter()
            .position(|other| other.id == id);
        Ok(Self {
            number: count(before.unwrap_or(0) + 1),
            cohort,
            blocks: sessions::blocks(r, id)?,
            session,
        })
    }

    /// Planned start and end of each block, in minutes of the day.
    fn slots(&self) -> Vec<nexus_domain::sessions::Slot> {
        let plain: Vec<Block> = self.blocks.iter().map(|(block, _)| block.clone()).collect();
        times(self.session.starts, &plain)
    }

    fn planned(&self) -> Vec<BlockView> {
        let blocks = self.blocks.iter().zip(self.slots());
        blocks
            .map(|((block, run), slot)| BlockView {
                id: block.id.to_string(),
                begun: run.began.is_some(),
                ..block_view(block, slot)
            })
            .collect()
    }

    fn line(&self, here: &[Attendee]) -> SessionLine {
        let session = &self.session;
        let ends = self.slots().last().map_or(session.starts, |last| last.end);
        SessionLine {
            id: session.id.to_string(),
            cohort: session.cohort.to_string(),
            number: self.number,
            mark: format!("{} S{}", self.cohort.mark, self.number).trim().to_owned(),
            title: session.title.clone(),
            place: session.place.clone(),
            zone: session.zone.name().to_owned(),
            date: session.date.to_string(),
            starts: time_text(session.starts),
            ends: time_text(ends),
            blocks: count(self.blocks.len()),
            state: state(session),
            began: session.began.map(|at| self.local(at)),
            ended: session.ended.map(|at| self.local(at)),
            tally: tally(here.iter().map(|one| one.attended.mark)),
            enrolled: count(here.len()),
        }
    }

    /// An instant as local time.
    fn local(&self, at: chrono::DateTime<chrono::Utc>) -> String {
        time_text(local_minutes(self.session.zone, at))
    }

    fn position(&self, block: BlockId) -> Result<usize> {
        let found = self.blocks.iter().position(|(other, _)| other.id == block);
        found.ok_or_else(|| AppError::NotFound {
            what: "block",
            key: block.to_string(),
        })
    }
}

/// A block at its planned time, without its id.
fn block_view(block: &Block, slot: nexus_domain::sessions::Slot) -> BlockView {
    BlockView {
        id: String::new(),
        title: block.title.clone(),
        starts: time_text(slot.start),
        ends: time_text(slot.end),
        minutes: block.minutes,
        locked: block.locked.is_some(),
        optional: block.optional,
        competencies: block.competencies.clone(),
        instructions: block.instructions.clone(),
        over: slot.over,
        free: slot.free,
        begun: false,
        origin: None,
    }
}

fn read_id(id: &str) -> Result<SessionId> {
    id.parse().map_err(|_| AppError::NotFound {
        what: "session",
        key: id.to_owned(),
    })
}

fn block_id(id: &str) -> Result<BlockId> {
    id.parse().map_err(|_| AppError::NotFound {
        what: "block",
        key: id.to_owned(),
    })
}

fn name_of(app: &App, id: SessionId) -> Result<String> {
    app.ws()
        .read(|r| Ok::<_, AppError>(sessions::by_id(r, id)?.title))
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn invalid(place: &str, field: &str, found: &str, expected: &str) -> AppError {
    AppError::Invalid {
        place: place.to_owned(),
        field: field.to_owned(),
        found: found.to_owned(),
        expected: expected.to_owned(),
    }
}

fn title(text: &str) -> Result<String> {
    let title = tidy(text);
    if title.is_empty() {
        return Err(invalid("session", "title", "", "a title"));
    }
    Ok(title)
}

fn day(place: &str, text: &str) -> Result<NaiveDate> {
    let text = text.trim();
    text.parse()
        .map_err(|_| invalid(place, "date", text, "a day as YYYY-MM-DD"))
}

fn time(place: &str, field: &str, text: &str) -> Result<u32> {
    time_of(text).ok_or_else(|| invalid(place, field, text, "a time from 00:00 to 23:59"))
}

/// Place and zone, those of the facility where nothing is given.
fn defaults(r: &Read<'_>, place: &str, zone: &str) -> Result<(String, chrono_tz::Tz)> {
    let facility = programs::facility(r)?;
    let (place, zone) = (tidy(place), zone.trim());
    let own = facility.as_ref().map_or(chrono_tz::UTC, |facility| facility.zone);
    let zone = if zone.is_empty() {
        own
    } else {
        zone.parse()
            .map_err(|_| invalid("session", "zone", zone, "a time zone such as America/Chicago"))?
    };
    let place = if place.is_empty() {
        facility.map(|facility| facility.name).unwrap_or_default()
    } else {
        place
    };
    Ok((place, zone))
}

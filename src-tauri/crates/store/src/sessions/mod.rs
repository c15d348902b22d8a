//! Rows of sessions, their blocks, attendance and notes.

pub(crate) mod catalogue;

use chrono::{DateTime, Utc};
use nexus_domain::ids::{AttendanceId, BlockId, CohortId, NoteId, PersonId, SessionId};
use nexus_domain::sessions::{Block, Mark, Note, Run, Session};
use rusqlite::params;

use crate::log::wall;
use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<Session> {
    let date = cells.date("date")?;
    Ok(Session {
        id: cells.id("id")?,
        cohort: cells.id("cohort")?,
        title: cells.text("title")?,
        place: cells.text("place")?,
        zone: cells.word("zone", |zone| zone.parse().ok())?,
        date: date.ok_or(StoreError::BadCell {
            table: "session",
            column: "date",
            found: String::new(),
        })?,
        starts: cells.number("starts")?,
        began: cells.instant("began")?,
        ended: cells.instant("ended")?,
    })
}

fn read_block(cells: &Cells<'_>) -> Result<(Block, Run)> {
    let block = Block {
        id: cells.id("id")?,
        title: cells.text("title")?,
        minutes: cells.maybe_number("minutes")?,
        locked: cells.maybe_number("locked")?,
        optional: cells.flag("optional")?,
        competencies: cells.text("competencies")?.lines().map(str::to_owned).collect(),
    };
    let run = Run {
        began: cells.instant("began")?,
        ended: cells.instant("ended")?,
        minutes: cells.maybe_number("run_minutes")?,
        dropped: cells.flag("dropped")?,
    };
    Ok((block, run))
}

/// One session.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn by_id(r: &Read<'_>, id: SessionId) -> Result<Session> {
    let id = id.to_string();
    row::first(
        r,
        "session",
        "SELECT * FROM session WHERE id = ?1 AND deleted = 0",
        [&id],
        read,
    )?
    .ok_or(StoreError::NotFound { what: "session", id })
}

/// The sessions of a cohort, the earliest first.
///
/// # Errors
/// What SQLite reports.
pub fn of_cohort(r: &Read<'_>, cohort: CohortId) -> Result<Vec<Session>> {
    let sql = "SELECT * FROM session WHERE cohort = ?1 AND deleted = 0 ORDER BY date, starts, id";
    row::list(r, "session", sql, [cohort.to_string()], read)
}

/// Stores a session.
///
/// # Errors
/// What SQLite reports.
pub fn put(w: &Write<'_>, session: &Session) -> Result<()> {
    row::put(
        w,
        "session",
        &session.id.to_string(),
        &[
            ("cohort", &session.cohort.to_string()),
            ("title", &session.title),
            ("place", &session.place),
            ("zone", &session.zone.name()),
            ("date", &session.date.to_string()),
            ("starts", &session.starts),
            ("began", &session.began.map(wall)),
            ("ended", &session.ended.map(wall)),
        ],
    )
}

/// Takes a session into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_deleted(w: &Write<'_>, id: SessionId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "session", &id.to_string(), deleted)
}

/// The blocks of a session in their order, each with how it ran.
///
/// # Errors
/// What SQLite reports.
pub fn blocks(r: &Read<'_>, session: SessionId) -> Result<Vec<(Block, Run)>> {
    let sql = "SELECT * FROM block WHERE session = ?1 AND deleted = 0 ORDER BY position, id";
    row::list(r, "block", sql, [session.to_string()], read_block)
}

/// Stores a block at a place in its session.
///
/// # Errors
/// What SQLite reports.
pub fn put_block(w: &Write<'_>, session: SessionId, position: u32, block: &Block, run: &Run) -> Result<()> {
    row::put(
        w,
        "block",
        &block.id.to_string(),
        &[
            ("session", &session.to_string()),
            ("position", &position),
            ("title", &block.title),
            ("minutes", &block.minutes),
            ("locked", &block.locked),
            ("optional", &block.optional),
            ("competencies", &block.competencies.join("\n")),
            ("began", &run.began.map(wall)),
            ("ended", &run.ended.map(wall)),
            ("run_minutes", &run.minutes),
            ("dropped", &run.dropped),
        ],
    )
}

/// Takes a block into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_block_deleted(w: &Write<'_>, id: BlockId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "block", &id.to_string(), deleted)
}

/// The marks of a session: who, which, and when they came if that was said.
///
/// # Errors
/// What SQLite reports.
pub fn attendance(r: &Read<'_>, session: SessionId) -> Result<Vec<(PersonId, Mark, Option<DateTime<Utc>>)>> {
    let sql = "SELECT * FROM attendance WHERE session = ?1 AND deleted = 0 ORDER BY id";
    row::list(r, "attendance", sql, [session.to_string()], |cells| {
        Ok((
            cells.id("person")?,
            cells.word("mark", Mark::from_key)?,
            cells.instant("arrived")?,
        ))
    })
}

/// The marks of a person in the sessions of a cohort.
///
/// # Errors
/// What SQLite reports.
pub fn marks_of(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<(SessionId, Mark)>> {
    let sql = "SELECT a.* FROM attendance a JOIN session s ON s.id = a.session \
               WHERE s.cohort = ?1 AND a.person = ?2 AND a.deleted = 0 AND s.deleted = 0 ORDER BY s.date, s.starts";
    row::list(
        r,
        "attendance",
        sql,
        params![cohort.to_string(), person.to_string()],
        |cells| Ok((cells.id("session")?, cells.word("mark", Mark::from_key)?)),
    )
}

/// Stores a mark.
///
/// # Errors
/// What SQLite reports.
pub fn put_mark(
    w: &Write<'_>,
    session: SessionId,
    person: PersonId,
    mark: Mark,
    arrived: Option<DateTime<Utc>>,
) -> Result<()> {
    row::put(
        w,
        "attendance",
        &AttendanceId::of(session, person).to_string(),
        &[
            ("session", &session.to_string()),
            ("person", &person.to_string()),
            ("mark", &mark.key()),
            ("arrived", &arrived.map(wall)),
            ("deleted", &0),
        ],
    )
}

/// The notes of a session that nothing corrects, the earliest first.
///
/// # Errors
/// What SQLite reports.
pub fn notes(r: &Read<'_>, session: SessionId) -> Result<Vec<Note>> {
    let sql = "SELECT n.* FROM note n WHERE n.session = ?1 AND n.deleted = 0 AND NOT EXISTS \
               (SELECT 1 FROM note c WHERE c.corrects = n.id AND c.deleted = 0) ORDER BY n.at, n.id";
    row::list(r, "note", sql, [session.to_string()], |cells| {
        let at = cells.instant("at")?;
        Ok(Note {
            id: cells.id("id")?,
            block: cells.maybe_id("block")?,
            text: cells.text("text")?,
            at: at.ok_or(StoreError::BadCell {
                table: "note",
                column: "at",
                found: String::new(),
            })?,
        })
    })
}

/// Adds a note, in the place of another if it corrects one.
///
/// # Errors
/// What SQLite reports.
pub fn add_note(w: &Write<'_>, session: SessionId, note: &Note, corrects: Option<NoteId>) -> Result<()> {
    row::put(
        w,
        "note",
        &note.id.to_string(),
        &[
            ("session", &session.to_string()),
            ("block", &note.block.map(|id| id.to_string())),
            ("text", &note.text),
            ("at", &wall(note.at)),
            ("corrects", &corrects.map(|id| id.to_string())),
        ],
    )
}

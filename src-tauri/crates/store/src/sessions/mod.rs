//! Rows of sessions, their blocks, attendance and notes.

pub(crate) mod catalogue;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use nexus_domain::ids::{AttendanceId, BlockId, CohortId, ModuleVersionId, NoteId, PersonId, SessionId};
use nexus_domain::sessions::{Block, Note, Presence, Run, Session};
use rusqlite::ToSql;

use crate::log::wall;
use crate::people::alias;
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
        instructions: cells.text("instructions")?,
        module: cells.maybe_id("module_version")?,
    };
    let run = Run {
        began: cells.instant("began")?,
        ended: cells.instant("ended")?,
        minutes: cells.maybe_number("run_minutes")?,
        dropped: cells.flag("dropped")?,
        paused: cells.instant("paused")?,
        held: cells.number("held")?,
        accepted: cells.number("accepted")?,
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

/// Adds a block at a place in its session.
///
/// # Errors
/// What SQLite reports.
pub fn add_block(w: &Write<'_>, session: SessionId, position: u32, block: &Block, run: &Run) -> Result<()> {
    let (session, competencies) = (session.to_string(), block.competencies.join("\n"));
    let module = block.module.map(|id| id.to_string());
    let instants = run_instants(run);
    let mut cells: Vec<(&str, &dyn ToSql)> = vec![
        ("session", &session),
        ("position", &position),
        ("module_version", &module),
    ];
    cells.extend(plan_cells(block, &competencies));
    cells.extend(run_cells(run, &instants));
    row::put(w, "block", &block.id.to_string(), &cells)
}

/// Stores what is planned for a block.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_plan(w: &Write<'_>, block: &Block) -> Result<()> {
    let competencies = block.competencies.join("\n");
    row::set(
        w,
        "block",
        &block.id.to_string(),
        &plan_cells(block, &competencies),
    )
}

/// Stores how a block runs.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_run(w: &Write<'_>, id: BlockId, run: &Run) -> Result<()> {
    row::set(w, "block", &id.to_string(), &run_cells(run, &run_instants(run)))
}

/// Says which version of a module a block was made from.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_origin(w: &Write<'_>, id: BlockId, version: ModuleVersionId) -> Result<()> {
    let version = version.to_string();
    row::set(w, "block", &id.to_string(), &[("module_version", &version)])
}

/// Stores the place of a block in its session.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_position(w: &Write<'_>, id: BlockId, position: u32) -> Result<()> {
    row::set(w, "block", &id.to_string(), &[("position", &position)])
}

fn plan_cells<'a>(block: &'a Block, competencies: &'a dyn ToSql) -> [(&'static str, &'a dyn ToSql); 6] {
    [
        ("title", &block.title),
        ("minutes", &block.minutes),
        ("locked", &block.locked),
        ("optional", &block.optional),
        ("competencies", competencies),
        ("instructions", &block.instructions),
    ]
}

/// `began`, `ended` and `paused` as they are stored.
fn run_instants(run: &Run) -> [Option<String>; 3] {
    [run.began.map(wall), run.ended.map(wall), run.paused.map(wall)]
}

fn run_cells<'a>(run: &'a Run, instants: &'a [Option<String>; 3]) -> [(&'static str, &'a dyn ToSql); 7] {
    [
        ("began", &instants[0]),
        ("ended", &instants[1]),
        ("paused", &instants[2]),
        ("run_minutes", &run.minutes),
        ("dropped", &run.dropped),
        ("held", &run.held),
        ("accepted", &run.accepted),
    ]
}

/// Takes a block into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_block_deleted(w: &Write<'_>, id: BlockId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "block", &id.to_string(), deleted)
}

/// What is stored of a person's attendance at a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Attended {
    /// The mark.
    pub mark: Presence,
    /// When they came, if that was said.
    pub arrived: Option<DateTime<Utc>>,
    /// Whether they came without being on the list.
    pub walk_in: bool,
}

/// The marks of a session by person.
///
/// # Errors
/// What SQLite reports.
pub fn attendance(r: &Read<'_>, session: SessionId) -> Result<BTreeMap<PersonId, Attended>> {
    let sql = "SELECT * FROM attendance WHERE session = ?1 AND deleted = 0 ORDER BY id";
    let rows = row::list(r, "attendance", sql, [session.to_string()], |cells| {
        let attended = Attended {
            mark: cells.word("mark", Presence::from_key)?,
            arrived: cells.instant("arrived")?,
            walk_in: cells.flag("walk_in")?,
        };
        let record: PersonId = cells.id("person")?;
        Ok((cells.person("person")?, record, attended))
    })?;
    let mut marks = BTreeMap::new();
    for (person, record, attended) in rows {
        // Of several records of a person the one that counts was marked last, if it was marked.
        let says = |attended: &Attended| attended.mark != Presence::Expected;
        let before: Option<&Attended> = marks.get(&person);
        if before.is_none_or(|before| !says(before) || (record == person && says(&attended))) {
            marks.insert(person, attended);
        }
    }
    Ok(marks)
}

/// Stores a person's attendance at a session.
///
/// # Errors
/// What SQLite reports.
pub fn put_attendance(
    w: &Write<'_>,
    session: SessionId,
    person: PersonId,
    attended: &Attended,
) -> Result<()> {
    if attended.mark == Presence::Expected {
        // What another record of the person says would show again.
        let marked = "SELECT id FROM attendance WHERE session = ?1 AND person = ?2 AND deleted = 0";
        for other in alias::records(w, person)?
            .into_iter()
            .filter(|other| *other != person)
        {
            let values = [session.to_string(), other.to_string()];
            for id in row::list(w, "attendance", marked, values, |cells| cells.text("id"))? {
                row::set(w, "attendance", &id, &[("mark", &attended.mark.key())])?;
            }
        }
    }
    row::put(
        w,
        "attendance",
        &AttendanceId::of(session, person).to_string(),
        &[
            ("session", &session.to_string()),
            ("person", &person.to_string()),
            ("mark", &attended.mark.key()),
            ("arrived", &attended.arrived.map(wall)),
            ("walk_in", &attended.walk_in),
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
    row::list(r, "note", sql, [session.to_string()], read_note)
}

fn read_note(cells: &Cells<'_>) -> Result<Note> {
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
        corrects: cells.maybe_id("corrects")?,
    })
}

/// One note of a session, corrected or not.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn note(r: &Read<'_>, session: SessionId, id: NoteId) -> Result<Note> {
    let id = id.to_string();
    let sql = "SELECT * FROM note WHERE id = ?1 AND session = ?2 AND deleted = 0";
    row::first(r, "note", sql, [&id, &session.to_string()], read_note)?
        .ok_or(StoreError::NotFound { what: "note", id })
}

/// Takes a note into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_note_deleted(w: &Write<'_>, id: NoteId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "note", &id.to_string(), deleted)
}

/// Adds a note, in the place of another if it corrects one.
///
/// # Errors
/// What SQLite reports.
pub fn add_note(w: &Write<'_>, session: SessionId, note: &Note) -> Result<()> {
    row::put(
        w,
        "note",
        &note.id.to_string(),
        &[
            ("session", &session.to_string()),
            ("block", &note.block.map(|id| id.to_string())),
            ("text", &note.text),
            ("at", &wall(note.at)),
            ("corrects", &note.corrects.map(|id| id.to_string())),
        ],
    )
}

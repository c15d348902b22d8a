//! Turning an action back, and forward again: an undo is itself an action, and redo is its undo.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::action::{ActionMeta, Changed, Closing, act, parse_wall};
use super::catalogue::Catalogue;
use super::heads::{self, Entry};
use super::value::Cell;
use crate::setting;
use crate::{Result, Write};

/// Name of the setting that holds the last action which can no longer be undone.
const FLOOR: &str = "undo-floor";

/// Ends the stack here: actions so far can no longer be turned.
///
/// # Errors
/// What SQLite reports.
pub(crate) fn end_undo(connection: &Connection) -> Result<()> {
    let last: i64 = connection.query_row("SELECT COALESCE(MAX(id), 0) FROM action", [], |row| row.get(0))?;
    end_undo_at(connection, last)
}

/// Ends the stack with an action that may still be open.
///
/// # Errors
/// What SQLite reports.
pub(crate) fn end_undo_at(connection: &Connection, action: i64) -> Result<()> {
    setting::put(connection, FLOOR, &action.to_string())
}

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Undo,
    Redo,
}

/// An action that was turned back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// What it had done.
    pub kind: String,
    /// Its detail.
    pub detail: String,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// Cells that somebody changed since; they stay as they are.
    pub kept: Vec<Kept>,
}

/// A cell that an undo left alone because its latest change is another action's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Name of the table.
    pub table: &'static str,
    /// Id of the row.
    pub row: String,
    /// Name of the column.
    pub column: &'static str,
    /// Who changed it since.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What the next undo and the next redo would turn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UndoTop {
    /// Kind and detail of the action that undo would turn back.
    pub undo: Option<(String, String)>,
    /// Kind and detail of the action that redo would do again.
    pub redo: Option<(String, String)>,
}

struct Candidate {
    id: i64,
    uid: String,
    depth: i64,
}

/// The last own action on this device that the direction may turn.
fn candidate(connection: &Connection, author: &str, direction: Direction) -> Result<Option<Candidate>> {
    let floor = setting::number(connection, FLOOR)?.unwrap_or(0);
    let sql = match direction {
        Direction::Undo => {
            "SELECT a.id, a.uid, a.depth FROM action a \
             WHERE a.id > ?1 AND a.author = ?2 AND a.remote = 0 AND a.depth % 2 = 0 \
             AND NOT EXISTS (SELECT 1 FROM action b WHERE b.undoes = a.uid) ORDER BY a.id DESC LIMIT 1"
        }
        Direction::Redo => {
            "SELECT a.id, a.uid, a.depth FROM action a \
             WHERE a.id > MAX(?1, (SELECT COALESCE(MAX(id), 0) FROM action \
                                   WHERE author = ?2 AND remote = 0 AND depth = 0)) \
             AND a.author = ?2 AND a.remote = 0 AND a.depth % 2 = 1 \
             AND NOT EXISTS (SELECT 1 FROM action b WHERE b.undoes = a.uid) ORDER BY a.id DESC LIMIT 1"
        }
    };
    Ok(connection
        .prepare_cached(sql)?
        .query_row(params![floor, author], |row| {
            Ok(Candidate {
                id: row.get(0)?,
                uid: row.get(1)?,
                depth: row.get(2)?,
            })
        })
        .optional()?)
}

/// The action of a person that stands at the root of a chain of undoes.
///
/// # Errors
/// What SQLite reports.
pub(crate) fn root(connection: &Connection, uid: &str) -> Result<(String, String, DateTime<Utc>)> {
    let (kind, detail, wall, undoes): (String, String, String, Option<String>) = connection
        .prepare_cached("SELECT kind, detail, wall, undoes FROM action WHERE uid = ?1")?
        .query_row([uid], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
    match undoes {
        Some(before) => root(connection, &before),
        None => Ok((kind, detail, parse_wall(&wall)?)),
    }
}

/// What undo and redo would turn next for this person.
///
/// # Errors
/// What SQLite reports.
pub(crate) fn top(connection: &Connection, author: &str) -> Result<UndoTop> {
    let words = |direction| -> Result<_> {
        match candidate(connection, author, direction)? {
            Some(action) => root(connection, &action.uid).map(|(kind, detail, _)| Some((kind, detail))),
            None => Ok(None),
        }
    };
    Ok(UndoTop {
        undo: words(Direction::Undo)?,
        redo: words(Direction::Redo)?,
    })
}

/// Turns one action, if there is one to turn.
///
/// # Errors
/// What SQLite reports; nothing changed then.
pub(crate) fn step(
    connection: &mut Connection,
    catalogue: &Catalogue,
    writer: i64,
    author: &str,
    now: DateTime<Utc>,
    direction: Direction,
) -> Result<Option<(Undone, Changed)>> {
    let Some(action) = candidate(connection, author, direction)? else {
        return Ok(None);
    };
    let kind = match direction {
        Direction::Undo => "undo",
        Direction::Redo => "redo",
    };
    let meta = ActionMeta {
        author,
        kind,
        detail: "",
        now,
    };
    let (kept, changed) = act(connection, catalogue, writer, &meta, |w| {
        let closing = Closing {
            undoes: Some(action.uid.clone()),
            depth: action.depth + 1,
            always: true,
        };
        Ok::<_, crate::StoreError>((turn(w, catalogue, action.id)?, closing))
    })?;
    let (kind, detail, at) = root(connection, &action.uid)?;
    Ok(Some((
        Undone {
            kind,
            detail,
            at,
            kept,
        },
        changed,
    )))
}

/// Writes the old values of an action back, cell by cell.
fn turn(w: &Write<'_>, catalogue: &Catalogue, action: i64) -> Result<Vec<Kept>> {
    let mut cells = w.sql().prepare(
        "SELECT tbl, row, col, old FROM change WHERE id IN \
         (SELECT MIN(c.id) FROM action a JOIN change c ON c.id BETWEEN a.first AND a.last \
          WHERE a.id = ?1 GROUP BY c.tbl, c.row, c.col) ORDER BY tbl, row, col",
    )?;
    let cells: Vec<(u32, String, u32, Cell)> = cells
        .query_map([action], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut kept = Vec::new();
    let mut created: Option<(u32, String)> = None;
    for (number, row, col, old) in cells {
        if created
            .as_ref()
            .is_some_and(|(table, id)| *table == number && *id == row)
        {
            continue;
        }
        let Some(table) = catalogue.by_number(number) else {
            continue;
        };
        let (target, value) = if col == 0 {
            (table.deleted(), Cell::Integer(1))
        } else {
            (col, old)
        };
        if col == 0 {
            created = Some((number, row.clone()));
        }
        let Some(column) = table.column(target) else {
            continue;
        };
        let mut entries = heads::of_row(w.sql(), number, &row)?;
        heads::fill(&mut entries);
        match heads::shown(&entries, target) {
            Some(head) if !stands(w.sql(), &entries, target, head, action)? => {
                let (by, wall): (String, String) = w
                    .sql()
                    .prepare_cached("SELECT author, wall FROM action WHERE id = ?1")?
                    .query_row([head.action], |row| Ok((row.get(0)?, row.get(1)?)))?;
                kept.push(Kept {
                    table: table.name,
                    row,
                    column: column.name,
                    by,
                    at: parse_wall(&wall)?,
                });
            }
            _ => {
                w.sql()
                    .prepare_cached(&format!(
                        "UPDATE {} SET \"{}\" = ?1 WHERE id = ?2",
                        table.name, column.name
                    ))?
                    .execute(params![value, row])?;
            }
        }
    }
    Ok(kept)
}

/// Whether a head shows the value that `action` gave the cell: it is that action's own, or it is the
/// undo of something later, with which that value came back.
fn stands(connection: &Connection, entries: &[Entry], col: u32, head: &Entry, action: i64) -> Result<bool> {
    if head.action == action {
        return Ok(true);
    }
    let turned: Option<i64> = connection
        .prepare_cached("SELECT b.id FROM action a JOIN action b ON b.uid = a.undoes WHERE a.id = ?1")?
        .query_row([head.action], |row| row.get(0))
        .optional()?;
    let of_turned = |id| {
        entries
            .iter()
            .find(|entry| entry.action == id && (entry.col == 0 || entry.col == col))
    };
    let first = turned.and_then(of_turned);
    let replaced = first
        .and_then(|entry| entry.cause.as_ref())
        .and_then(|cause| cause.base.first());
    match entries.iter().find(|entry| Some(&entry.dot) == replaced) {
        Some(before) => stands(connection, entries, col, before, action),
        None => Ok(false),
    }
}

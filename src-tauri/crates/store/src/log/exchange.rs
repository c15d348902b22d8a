//! Handing rows of the log to another copy of the workspace, and merging theirs.
//!
//! A row is known by its dot, so duplicates cost nothing; what a cell shows depends only on the set
//! of rows present, so their order does not matter.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::action::{Changed, set_mode, touched};
use super::catalogue::{Catalogue, Table};
use super::heads;
use super::value::Cell;
use crate::{Result, StoreError};

/// A gesture as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogAction {
    /// Names the action for ever.
    pub uid: String,
    /// The process that wrote it.
    pub writer: i64,
    /// The person who did it.
    pub author: String,
    /// When, RFC 3339 in UTC.
    pub wall: String,
    /// What was done.
    pub kind: String,
    /// A detail that helps to recognise it.
    pub detail: String,
    /// Uid of the action that it turned back.
    pub undoes: Option<String>,
    /// How many times it is an undo of an undo.
    pub depth: i64,
}

/// One row of the log as it travels. The value it replaced stays at home.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LogRow {
    /// Uid of its action.
    pub action: String,
    /// With `seq`: its name for ever.
    pub writer: i64,
    /// Its place among the writer's rows.
    pub seq: i64,
    /// Number of the table.
    pub table: u32,
    /// Id of the row.
    pub row: String,
    /// Number of the column; 0 for the creation of the row.
    pub col: u32,
    /// The value, or the whole row as JSON object.
    pub new: Cell,
    /// Greater than every stamp that its writer knew of.
    pub stamp: i64,
    /// The rows that it replaced: `writer:seq`, separated by spaces.
    pub base: String,
}

/// What applying remote rows did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// Rows that entered the log.
    pub new: u32,
    /// Rows that were there before.
    pub known: u32,
    /// Rows kept aside until their row's creation, or a later version of the program, arrives.
    pub waiting: u32,
}

/// Every log row with a local id above `after`, with the actions they belong to.
///
/// # Errors
/// What SQLite reports.
pub(crate) fn export(connection: &mut Connection, after: i64) -> Result<(Vec<LogAction>, Vec<LogRow>)> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    heads::absorb(&transaction)?;
    let found = (
        actions_after(&transaction, after)?,
        rows_after(&transaction, after)?,
    );
    transaction.commit()?;
    Ok(found)
}

fn rows_after(connection: &Connection, after: i64) -> Result<Vec<LogRow>> {
    let mut rows = connection.prepare(
        "SELECT a.uid, c.writer, COALESCE(c.seq, c.id), c.tbl, c.row, c.col, c.new, k.stamp, k.base \
         FROM change c JOIN action a ON a.id = c.action JOIN cause k ON k.change = c.id \
         WHERE c.id > ?1 ORDER BY c.id",
    )?;
    let rows = rows.query_map([after], |row| {
        Ok(LogRow {
            action: row.get(0)?,
            writer: row.get(1)?,
            seq: row.get(2)?,
            table: row.get(3)?,
            row: row.get(4)?,
            col: row.get(5)?,
            new: row.get(6)?,
            stamp: row.get(7)?,
            base: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn actions_after(connection: &Connection, after: i64) -> Result<Vec<LogAction>> {
    let mut actions = connection.prepare(
        "SELECT uid, writer, author, wall, kind, detail, undoes, depth FROM action \
         WHERE id IN (SELECT action FROM change WHERE id > ?1) ORDER BY id",
    )?;
    let actions = actions.query_map([after], |row| {
        Ok(LogAction {
            uid: row.get(0)?,
            writer: row.get(1)?,
            author: row.get(2)?,
            wall: row.get(3)?,
            kind: row.get(4)?,
            detail: row.get(5)?,
            undoes: row.get(6)?,
            depth: row.get(7)?,
        })
    })?;
    Ok(actions.collect::<rusqlite::Result<_>>()?)
}

/// Merges rows that came from elsewhere, in one transaction.
///
/// # Errors
/// [`StoreError::BadLogRow`] when a row makes no sense; nothing is applied then.
pub(crate) fn apply(
    connection: &mut Connection,
    catalogue: &Catalogue,
    actions: &[LogAction],
    rows: &[LogRow],
) -> Result<(Applied, Changed)> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    heads::absorb(&transaction)?;
    let before = transaction.query_row("SELECT COALESCE(MAX(id), 0) FROM change", [], |row| row.get(0))?;
    set_mode(&transaction, "apply", 0, 0)?;
    let mut merge = Merge {
        connection: &transaction,
        catalogue,
        actions: BTreeMap::new(),
        dirty: BTreeSet::new(),
        applied: Applied::default(),
    };
    for action in actions {
        merge.note_action(action)?;
    }
    for row in rows {
        merge.take(row)?;
    }
    merge.show()?;
    let applied = merge.applied;
    set_mode(&transaction, "closed", 0, 0)?;
    let changed = touched(&transaction, catalogue, before)?;
    catalogue.derive(&transaction, Some(&changed))?;
    transaction.commit()?;
    Ok((applied, changed))
}

/// Tries again what waits for a later version; run after a migration, inside its transaction.
///
/// # Errors
/// What SQLite reports.
pub(crate) fn retry_pending(connection: &Connection, catalogue: &Catalogue) -> Result<()> {
    let mut raw = connection.prepare("SELECT raw FROM pending ORDER BY writer, seq")?;
    let raw: Vec<String> = raw
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if raw.is_empty() {
        return Ok(());
    }
    heads::absorb(connection)?;
    connection.execute("DELETE FROM pending", [])?;
    set_mode(connection, "apply", 0, 0)?;
    let mut merge = Merge {
        connection,
        catalogue,
        actions: BTreeMap::new(),
        dirty: BTreeSet::new(),
        applied: Applied::default(),
    };
    for text in raw {
        merge.take(&parse_raw(&text)?)?;
    }
    merge.show()?;
    set_mode(connection, "closed", 0, 0)
}

fn parse_raw(text: &str) -> Result<LogRow> {
    serde_json::from_str(text).map_err(|error| StoreError::BadLogRow {
        found: error.to_string(),
        expected: "a row of the log",
    })
}

struct Merge<'a> {
    connection: &'a Connection,
    catalogue: &'a Catalogue,
    actions: BTreeMap<String, i64>,
    dirty: BTreeSet<(u32, String)>,
    applied: Applied,
}

impl Merge<'_> {
    fn note_action(&mut self, action: &LogAction) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO action (id, uid, writer, author, wall, kind, detail, undoes, depth, remote, first, last) \
                 SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM action), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, 0, 0 \
                 WHERE NOT EXISTS (SELECT 1 FROM action WHERE uid = ?1)",
            )?
            .execute(params![
                action.uid,
                action.writer,
                action.author,
                action.wall,
                action.kind,
                action.detail,
                action.undoes,
                action.depth
            ])?;
        Ok(())
    }

    fn action_number(&mut self, uid: &str) -> Result<i64> {
        if let Some(number) = self.actions.get(uid) {
            return Ok(*number);
        }
        let number: Option<i64> = self
            .connection
            .prepare_cached("SELECT id FROM action WHERE uid = ?1")?
            .query_row([uid], |row| row.get(0))
            .optional()?;
        let number = number.ok_or_else(|| StoreError::BadLogRow {
            found: uid.to_owned(),
            expected: "the id of an action that came along",
        })?;
        self.actions.insert(uid.to_owned(), number);
        Ok(number)
    }

    fn known(&self, row: &LogRow) -> Result<bool> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM change WHERE writer = ?1 AND seq = ?2) \
                 OR EXISTS (SELECT 1 FROM change WHERE id = ?2 AND writer = ?1 AND seq IS NULL) \
                 OR EXISTS (SELECT 1 FROM pending WHERE writer = ?1 AND seq = ?2)",
            )?
            .query_row(params![row.writer, row.seq], |row| row.get(0))?)
    }

    fn take(&mut self, row: &LogRow) -> Result<()> {
        if self.known(row)? {
            self.applied.known += 1;
            return Ok(());
        }
        heads::decode(&row.base)?;
        if row.stamp < 1 {
            return Err(StoreError::BadLogRow {
                found: row.stamp.to_string(),
                expected: "a stamp from 1",
            });
        }
        let table = self.catalogue.by_number(row.table);
        let ready = match table {
            None => false,
            Some(_) if row.col == 0 => {
                heads::created(&row.new)?;
                true
            }
            Some(table) => table.column(row.col).is_some() && self.is_created(row)?,
        };
        if !ready {
            let raw = serde_json::to_string(row).map_err(|error| StoreError::BadLogRow {
                found: error.to_string(),
                expected: "plain values",
            })?;
            self.connection
                .prepare_cached(
                    "INSERT INTO pending (writer, seq, tbl, row, raw) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute(params![row.writer, row.seq, row.table, row.row, raw])?;
            self.applied.waiting += 1;
            return Ok(());
        }
        self.enter(row)?;
        if row.col == 0 {
            self.release(row)?;
        }
        Ok(())
    }

    fn is_created(&self, row: &LogRow) -> Result<bool> {
        Ok(self
            .connection
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM change WHERE tbl = ?1 AND row = ?2 AND col = 0)")?
            .query_row(params![row.table, row.row], |row| row.get(0))?)
    }

    fn enter(&mut self, row: &LogRow) -> Result<()> {
        let action = self.action_number(&row.action)?;
        self.connection
            .prepare_cached(
                "INSERT INTO change (action, tbl, row, col, old, new, writer, seq) \
                 VALUES (?1, ?2, ?3, ?4, NULL, ?5, ?6, ?7)",
            )?
            .execute(params![
                action, row.table, row.row, row.col, row.new, row.writer, row.seq
            ])?;
        let id = self.connection.last_insert_rowid();
        self.connection
            .prepare_cached("INSERT INTO cause (change, stamp, base) VALUES (?1, ?2, ?3)")?
            .execute(params![id, row.stamp, row.base])?;
        self.dirty.insert((row.table, row.row.clone()));
        self.applied.new += 1;
        Ok(())
    }

    /// Enters the cells that waited for the creation of `row`.
    fn release(&mut self, row: &LogRow) -> Result<()> {
        let mut waiting = self
            .connection
            .prepare_cached("SELECT raw FROM pending WHERE tbl = ?1 AND row = ?2")?;
        let waiting: Vec<String> = waiting
            .query_map(params![row.table, row.row], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for text in waiting {
            let cell = parse_raw(&text)?;
            self.connection
                .prepare_cached("DELETE FROM pending WHERE writer = ?1 AND seq = ?2")?
                .execute(params![cell.writer, cell.seq])?;
            self.take(&cell)?;
        }
        Ok(())
    }

    /// Writes what the touched rows now show into the tables.
    fn show(&self) -> Result<()> {
        for (number, row) in &self.dirty {
            let Some(table) = self.catalogue.by_number(*number) else {
                continue;
            };
            let mut entries = heads::of_row(self.connection, *number, row)?;
            heads::fill(&mut entries);
            let mut cells = Vec::new();
            for column in table.columns {
                if let Some(value) = heads::value(&entries, column.number)? {
                    cells.push((column.name, value));
                }
            }
            write_row(self.connection, table, row, &cells)?;
        }
        Ok(())
    }
}

fn write_row(connection: &Connection, table: &Table, id: &str, cells: &[(&str, Cell)]) -> Result<()> {
    let list = |text: &dyn Fn(usize, &str) -> String| {
        cells
            .iter()
            .enumerate()
            .map(|(at, (name, _))| text(at, name))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let sql = format!(
        "INSERT INTO {} (id, {}) VALUES (?1, {}) ON CONFLICT (id) DO UPDATE SET {}",
        table.name,
        list(&|_, name| format!("\"{name}\"")),
        list(&|at, _| format!("?{}", at + 2)),
        list(&|_, name| format!("\"{name}\" = excluded.\"{name}\"")),
    );
    let values = std::iter::once(&id as &dyn rusqlite::ToSql)
        .chain(cells.iter().map(|(_, value)| value as &dyn rusqlite::ToSql))
        .collect::<Vec<_>>();
    connection.prepare_cached(&sql)?.execute(values.as_slice())?;
    Ok(())
}

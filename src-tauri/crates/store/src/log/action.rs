//! Opening and closing an action: one gesture of a person, one step of undo.

use std::collections::BTreeSet;

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::catalogue::Catalogue;
use crate::{Result, StoreError, Write};

/// What is recorded about a gesture beside the cells that it changed.
#[derive(Debug, Clone, Copy)]
pub struct ActionMeta<'a> {
    /// Who uses the laptop.
    pub author: &'a str,
    /// What was done, e.g. `people.add`; the words for it belong to the user interface.
    pub kind: &'static str,
    /// One detail that helps to recognise the step, e.g. the name of a file; may be empty.
    pub detail: &'a str,
    /// When, by the clock of this device.
    pub now: DateTime<Utc>,
}

/// A row of a synced table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowRef {
    /// Name of the table.
    pub table: &'static str,
    /// Id of the row.
    pub id: String,
}

/// Which rows an action touched: each once, by table and id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changed {
    /// The rows; empty when the action changed nothing.
    pub rows: Vec<RowRef>,
}

impl Changed {
    /// The names of the tables touched, each once.
    pub fn tables(&self) -> BTreeSet<&'static str> {
        self.rows.iter().map(|row| row.table).collect()
    }
}

/// How an action that is done enters the log.
pub(crate) struct Closing {
    /// Uid of the action that it turns back.
    pub undoes: Option<String>,
    /// 0 for an ordinary action, one more than that of the action turned back otherwise.
    pub depth: i64,
    /// Whether the step is recorded though no cell changed.
    pub always: bool,
}

impl Closing {
    pub(crate) const ORDINARY: Self = Self {
        undoes: None,
        depth: 0,
        always: false,
    };
}

/// Runs `work` as one action in its own transaction. Nothing stays if it fails.
///
/// # Errors
/// Those of `work`, and what SQLite reports.
pub(crate) fn act<T, E: From<StoreError>>(
    connection: &mut Connection,
    catalogue: &Catalogue,
    writer: i64,
    meta: &ActionMeta<'_>,
    work: impl FnOnce(&Write<'_>) -> Result<(T, Closing), E>,
) -> Result<(T, Changed), E> {
    let sql = |error: rusqlite::Error| E::from(StoreError::from(error));
    let transaction = connection
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .map_err(sql)?;
    let (number, before): (i64, i64) = transaction
        .query_row(
            "SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM action), (SELECT COALESCE(MAX(id), 0) FROM change)",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .map_err(sql)?;
    set_mode(&transaction, "local", number, writer)?;
    let (value, closing) = work(&Write::new(&transaction))?;
    set_mode(&transaction, "closed", 0, 0)?;
    let range: Option<(i64, i64)> = transaction
        .query_row(
            "SELECT MIN(id), MAX(id) FROM change WHERE id > ?1 HAVING COUNT(*) > 0",
            [before],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()
        .map_err(sql)?;
    if range.is_some() || closing.always {
        let (first, last) = range.unwrap_or((0, 0));
        transaction
            .prepare_cached(
                "INSERT INTO action (id, uid, writer, author, wall, kind, detail, undoes, depth, remote, first, last) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, ?10, ?11)",
            )
            .and_then(|mut insert| {
                insert.execute(params![
                    number,
                    Uuid::now_v7().to_string(),
                    writer,
                    meta.author,
                    wall(meta.now),
                    meta.kind,
                    meta.detail,
                    closing.undoes,
                    closing.depth,
                    first,
                    last
                ])
            })
            .map_err(sql)?;
    }
    let changed = touched(&transaction, catalogue, before)?;
    catalogue.derive(&transaction, Some(&changed))?;
    transaction.commit().map_err(sql)?;
    Ok((value, changed))
}

/// Sets the one-row context that the triggers read.
pub(crate) fn set_mode(connection: &Connection, mode: &str, action: i64, writer: i64) -> Result<()> {
    connection
        .prepare_cached("UPDATE context SET mode = ?1, action = ?2, writer = ?3 WHERE id = 1")?
        .execute(params![mode, action, writer])?;
    Ok(())
}

/// Runs `work` within an open action so that it may overwrite what the log knows; nothing of it is logged, and no
/// step up to this action can be undone any more.
///
/// # Errors
/// Those of `work`, and what SQLite reports.
pub(crate) fn erasing(connection: &Connection, work: impl FnOnce() -> Result<()>) -> Result<()> {
    let (action, writer): (i64, i64) =
        connection.query_row("SELECT action, writer FROM context WHERE id = 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    set_mode(connection, "erase", action, writer)?;
    work()?;
    set_mode(connection, "local", action, writer)?;
    super::end_undo_at(connection, action)
}

/// Rows that the log names after a place in it. Not DISTINCT: for that SQLite reads the index of cells from end
/// to end, which is the whole log.
pub(super) const TOUCHED: &str = "SELECT tbl, row FROM change WHERE id > ?1";

/// Rows touched by log rows after `before`.
pub(crate) fn touched(connection: &Connection, catalogue: &Catalogue, before: i64) -> Result<Changed> {
    let mut statement = connection.prepare_cached(TOUCHED)?;
    let mut rows = statement.query([before])?;
    let mut changed = Changed::default();
    while let Some(row) = rows.next()? {
        if let Some(table) = catalogue.by_number(row.get(0)?) {
            changed.rows.push(RowRef {
                table: table.name,
                id: row.get(1)?,
            });
        }
    }
    changed.rows.sort_unstable();
    changed.rows.dedup();
    Ok(changed)
}

/// How an instant is written in the log: RFC 3339, UTC, milliseconds.
pub(crate) fn wall(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Reads an instant of the log.
pub(crate) fn parse_wall(text: &str) -> Result<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text)
        .map(|instant| instant.with_timezone(&Utc))
        .map_err(|_| StoreError::BadCell {
            table: "action",
            column: "wall",
            found: text.to_owned(),
        })
}

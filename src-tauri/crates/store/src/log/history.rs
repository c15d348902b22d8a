//! Who changed a record, and when.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::action::parse_wall;
use super::catalogue::Table;
use super::value::Cell;
use crate::Result;

/// One gesture that touched a record.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: String,
    /// What was done, e.g. `people.edit`.
    pub kind: String,
    /// Its detail.
    pub detail: String,
    /// Whether it came from another copy of the workspace.
    pub remote: bool,
    /// Whether the record was made by it.
    pub created: bool,
    /// The cells that it changed; empty for a creation.
    pub steps: Vec<HistoryStep>,
}

/// One cell that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryStep {
    /// Name of the column; a number if this version does not know it.
    pub column: String,
    /// The value before, where this device saw it.
    pub old: Cell,
    /// The value after.
    pub new: Cell,
}

/// The gestures that touched one row, the latest first.
///
/// # Errors
/// What SQLite reports.
pub(crate) fn of_record(connection: &Connection, table: &Table, row: &str) -> Result<Vec<HistoryEntry>> {
    let mut statement = connection.prepare_cached(
        "SELECT a.id, a.wall, a.author, a.kind, a.detail, a.remote, c.col, c.old, c.new \
         FROM change c JOIN action a ON a.id = c.action WHERE c.tbl = ?1 AND c.row = ?2 ORDER BY a.wall, a.id, c.id",
    )?;
    let mut rows = statement.query(params![table.number, row])?;
    let mut list: Vec<HistoryEntry> = Vec::new();
    let mut last = None;
    while let Some(row) = rows.next()? {
        let action: i64 = row.get(0)?;
        if last != Some(action) {
            last = Some(action);
            list.push(HistoryEntry {
                at: parse_wall(&row.get::<_, String>(1)?)?,
                author: row.get(2)?,
                kind: row.get(3)?,
                detail: row.get(4)?,
                remote: row.get(5)?,
                created: false,
                steps: Vec::new(),
            });
        }
        let Some(entry) = list.last_mut() else { continue };
        let col: u32 = row.get(6)?;
        if col == 0 {
            entry.created = true;
        } else {
            let column = table
                .column(col)
                .map_or_else(|| col.to_string(), |column| column.name.to_owned());
            entry.steps.push(HistoryStep {
                column,
                old: row.get(7)?,
                new: row.get(8)?,
            });
        }
    }
    list.reverse();
    Ok(list)
}

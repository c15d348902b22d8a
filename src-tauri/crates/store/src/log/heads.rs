//! Which of several concurrent values a cell shows.
//!
//! A change names the value that it replaced (its base) and carries a stamp greater than every
//! stamp it knew of. The heads of a cell are the values that nobody replaced; shown is the one
//! with the greatest (stamp, writer, seq), so that all copies with the same rows agree.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use super::value::Cell;
use crate::{Result, StoreError};

/// Names a change for ever: its writer and its place among that writer's changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Dot {
    pub writer: i64,
    pub seq: i64,
}

/// One row of the log as far as merging needs it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub id: i64,
    pub action: i64,
    pub dot: Dot,
    pub col: u32,
    pub new: Cell,
    /// Absent while a local change has not been absorbed.
    pub cause: Option<Cause>,
}

/// What a change knew of its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cause {
    pub stamp: i64,
    pub base: Vec<Dot>,
}

/// Columns that [`entry`] reads.
pub(crate) const ENTRY: &str =
    "c.id, c.action, c.writer, COALESCE(c.seq, c.id), c.col, c.new, k.stamp, k.base";

pub(crate) fn entry(row: &Row<'_>) -> Result<Entry> {
    let stamp: Option<i64> = row.get(6)?;
    let cause = match stamp {
        Some(stamp) => Some(Cause {
            stamp,
            base: decode(&row.get::<_, String>(7)?)?,
        }),
        None => None,
    };
    Ok(Entry {
        id: row.get(0)?,
        action: row.get(1)?,
        dot: Dot {
            writer: row.get(2)?,
            seq: row.get(3)?,
        },
        col: row.get(4)?,
        new: row.get(5)?,
        cause,
    })
}

/// Every log row of one row, in the order of the log.
pub(crate) fn of_row(connection: &Connection, table: u32, row: &str) -> Result<Vec<Entry>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {ENTRY} FROM change c LEFT JOIN cause k ON k.change = c.id \
         WHERE c.tbl = ?1 AND c.row = ?2 ORDER BY c.id"
    ))?;
    let mut rows = statement.query(params![table, row])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.push(entry(row)?);
    }
    Ok(list)
}

/// Fills the causes that are missing from what stood before each entry. `entries` are all rows of
/// one table row in the order of the log. Returns the ids that were filled.
pub(crate) fn fill(entries: &mut [Entry]) -> Vec<i64> {
    let mut filled = Vec::new();
    for at in 0..entries.len() {
        if entries[at].cause.is_some() {
            continue;
        }
        let (before, rest) = entries.split_at_mut(at);
        let this = &mut rest[0];
        let cause = if this.col == 0 {
            Cause {
                stamp: 1,
                base: Vec::new(),
            }
        } else {
            let known = before
                .iter()
                .filter(|other| other.col == 0 || other.col == this.col);
            let stamp = known
                .filter_map(|other| other.cause.as_ref())
                .map(|cause| cause.stamp)
                .max()
                .unwrap_or(0)
                + 1;
            let base = shown(before, this.col).map(|head| head.dot).into_iter().collect();
            Cause { stamp, base }
        };
        this.cause = Some(cause);
        filled.push(this.id);
    }
    filled
}

/// The entry that a cell shows; a creation counts as a value of each of its cells.
/// Every entry must have its cause.
pub(crate) fn shown(entries: &[Entry], col: u32) -> Option<&Entry> {
    let of_cell = || {
        entries
            .iter()
            .filter(move |entry| entry.col == 0 || entry.col == col)
    };
    let replaced = |dot: Dot| {
        of_cell()
            .filter(|entry| entry.col == col && col != 0)
            .filter_map(|entry| entry.cause.as_ref())
            .any(|cause| cause.base.contains(&dot))
    };
    of_cell()
        .filter(|entry| !replaced(entry.dot))
        .max_by_key(|entry| (entry.cause.as_ref().map_or(0, |cause| cause.stamp), entry.dot))
}

/// The cells of a creation, by column number.
pub(crate) fn created(new: &Cell) -> Result<BTreeMap<u32, Cell>> {
    let bad = |found: &str| StoreError::BadLogRow {
        found: found.to_owned(),
        expected: "a row as JSON object",
    };
    let Cell::Text(text) = new else {
        return Err(bad("no text"));
    };
    let cells: BTreeMap<String, Cell> = serde_json::from_str(text).map_err(|_| bad("other text"))?;
    cells
        .into_iter()
        .map(|(key, cell)| key.parse().map(|key| (key, cell)).map_err(|_| bad(&key)))
        .collect()
}

/// The value that a cell shows, or `None` if the row's creation did not know the column.
pub(crate) fn value(entries: &[Entry], col: u32) -> Result<Option<Cell>> {
    match shown(entries, col) {
        Some(entry) if entry.col == 0 => Ok(created(&entry.new)?.remove(&col)),
        Some(entry) => Ok(Some(entry.new.clone())),
        None => Ok(None),
    }
}

/// Gives every local change its cause; must run before remote changes are applied.
///
/// # Errors
/// What SQLite reports.
pub(crate) fn absorb(connection: &Connection) -> Result<()> {
    let from: i64 =
        connection.query_row("SELECT COALESCE(MAX(change), 0) FROM cause", [], |row| row.get(0))?;
    let mut edited = connection.prepare("SELECT DISTINCT tbl, row FROM change WHERE id > ?1 AND col <> 0")?;
    let edited: Vec<(u32, String)> = edited
        .query_map([from], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    connection.execute(
        "INSERT INTO cause (change, stamp, base) SELECT id, 1, '' FROM change WHERE id > ?1 AND col = 0",
        [from],
    )?;
    let mut insert = connection.prepare("INSERT INTO cause (change, stamp, base) VALUES (?1, ?2, ?3)")?;
    for (table, row) in edited {
        let mut entries = of_row(connection, table, &row)?;
        let filled = fill(&mut entries);
        for entry in entries.iter().filter(|entry| filled.contains(&entry.id)) {
            if let Some(cause) = &entry.cause {
                insert.execute(params![entry.id, cause.stamp, encode(&cause.base)])?;
            }
        }
    }
    Ok(())
}

/// Dots as text: `writer:seq`, separated by spaces.
pub(crate) fn encode(dots: &[Dot]) -> String {
    dots.iter()
        .map(|dot| format!("{}:{}", dot.writer, dot.seq))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Reads what [`encode`] wrote.
///
/// # Errors
/// [`StoreError::BadLogRow`] with the text found.
pub(crate) fn decode(text: &str) -> Result<Vec<Dot>> {
    let bad = || StoreError::BadLogRow {
        found: text.to_owned(),
        expected: "writer:seq",
    };
    text.split_whitespace()
        .map(|part| {
            let (writer, seq) = part.split_once(':').ok_or_else(bad)?;
            Ok(Dot {
                writer: writer.parse().map_err(|_| bad())?,
                seq: seq.parse().map_err(|_| bad())?,
            })
        })
        .collect()
}

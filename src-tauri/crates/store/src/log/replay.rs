//! Proof that the tables are what the log says.

use rusqlite::{Connection, OptionalExtension};

use super::catalogue::{Catalogue, Table};
use super::heads::{self, Entry};
use super::value::Cell;
use crate::Result;

/// A place where a table and the log disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Name of the table.
    pub table: &'static str,
    /// Id of the row.
    pub row: String,
    /// Name of the column, or nothing when the row as a whole is missing on one side.
    pub column: Option<&'static str>,
}

/// Rebuilds every row from the log and compares it with the tables.
///
/// # Errors
/// What SQLite reports.
pub(crate) fn differences(connection: &Connection, catalogue: &Catalogue) -> Result<Vec<Difference>> {
    let mut found = Vec::new();
    for table in catalogue.tables() {
        let mut statement = connection.prepare(&format!(
            "SELECT {}, c.row FROM change c LEFT JOIN cause k ON k.change = c.id WHERE c.tbl = ?1 ORDER BY c.row, c.id",
            heads::ENTRY
        ))?;
        let mut rows = statement.query([table.number])?;
        let (mut count, mut id, mut entries) = (0u64, None::<String>, Vec::new());
        while let Some(row) = rows.next()? {
            let this: String = row.get(8)?;
            if id.as_ref() != Some(&this) {
                if let Some(before) = id.replace(this) {
                    count += u64::from(compare(connection, table, &before, &mut entries, &mut found)?);
                }
                entries.clear();
            }
            entries.push(heads::entry(row)?);
        }
        if let Some(last) = id {
            count += u64::from(compare(connection, table, &last, &mut entries, &mut found)?);
        }
        let stored: u64 = connection
            .query_row(&format!("SELECT COUNT(*) FROM {}", table.name), [], |row| {
                row.get::<_, i64>(0)
            })?
            .unsigned_abs();
        if stored != count {
            unlogged(connection, table, &mut found)?;
        }
    }
    Ok(found)
}

/// Compares one row; true if the table holds it.
fn compare(
    connection: &Connection,
    table: &'static Table,
    id: &str,
    entries: &mut [Entry],
    found: &mut Vec<Difference>,
) -> Result<bool> {
    heads::fill(entries);
    let columns: Vec<_> = table
        .columns
        .iter()
        .map(|column| format!("\"{}\"", column.name))
        .collect();
    let stored: Option<Vec<Cell>> = connection
        .prepare_cached(&format!(
            "SELECT {} FROM {} WHERE id = ?1",
            columns.join(", "),
            table.name
        ))?
        .query_row([id], |row| (0..columns.len()).map(|at| row.get(at)).collect())
        .optional()?;
    let Some(stored) = stored else {
        found.push(Difference {
            table: table.name,
            row: id.to_owned(),
            column: None,
        });
        return Ok(false);
    };
    for (column, stored) in table.columns.iter().zip(stored) {
        if heads::value(entries, column.number)?.is_some_and(|logged| logged != stored) {
            found.push(Difference {
                table: table.name,
                row: id.to_owned(),
                column: Some(column.name),
            });
        }
    }
    Ok(true)
}

/// Rows of a table that the log never created.
fn unlogged(connection: &Connection, table: &'static Table, found: &mut Vec<Difference>) -> Result<()> {
    let mut statement = connection.prepare(&format!(
        "SELECT t.id FROM {} t WHERE NOT EXISTS \
         (SELECT 1 FROM change c WHERE c.tbl = ?1 AND c.row = t.id AND c.col = 0)",
        table.name
    ))?;
    let mut rows = statement.query([table.number])?;
    while let Some(row) = rows.next()? {
        found.push(Difference {
            table: table.name,
            row: row.get(0)?,
            column: None,
        });
    }
    Ok(())
}

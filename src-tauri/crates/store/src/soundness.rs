//! Whether a file is what it must be: its pages, its rows against the log, and the rows that others name.

use rusqlite::Connection;

use crate::Result;
use crate::log::catalogue::Catalogue;
use crate::log::{self, Difference};

/// What a check of the whole file found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Soundness {
    /// What SQLite says about pages and indexes.
    pub pages: Vec<String>,
    /// Rows and cells in which the tables differ from the log.
    pub differences: Vec<Difference>,
    /// Cells that name a row which is not there. No damage: another copy may still bring that row.
    pub dangling: Vec<Dangling>,
}

/// A cell that names a row which is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dangling {
    /// Name of the table.
    pub table: &'static str,
    /// Id of the row.
    pub row: String,
    /// Name of the column.
    pub column: &'static str,
    /// The table in which the other row was looked for.
    pub target: &'static str,
    /// The id that was looked for.
    pub names: String,
}

impl Soundness {
    /// Whether every page is readable and every row is what the log says.
    pub fn is_sound(&self) -> bool {
        self.pages.is_empty() && self.differences.is_empty()
    }
}

/// Reads every page and compares every row with the log.
pub(crate) fn check(connection: &Connection, catalogue: &Catalogue) -> Result<Soundness> {
    let pages = damaged_pages(connection, "integrity_check")?;
    if !pages.is_empty() {
        return Ok(Soundness {
            pages,
            ..Soundness::default()
        });
    }
    Ok(Soundness {
        pages,
        differences: log::differences(connection, catalogue)?,
        dangling: dangling(connection, catalogue)?,
    })
}

/// What SQLCipher and SQLite say about pages; `check` is `integrity_check` or the quicker `quick_check`.
pub(crate) fn damaged_pages(connection: &Connection, check: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for pragma in ["cipher_integrity_check", check] {
        let mut statement = connection.prepare(&format!("PRAGMA {pragma}"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let text: String = row.get(0)?;
            if text != "ok" {
                found.push(text);
            }
        }
        // SQLite's own check stops at a page that SQLCipher cannot read.
        if !found.is_empty() {
            break;
        }
    }
    Ok(found)
}

/// References of the catalogue to rows that are not there. A row in the bin is there.
fn dangling(connection: &Connection, catalogue: &Catalogue) -> Result<Vec<Dangling>> {
    let mut found = Vec::new();
    for table in catalogue.tables() {
        for column in table.columns {
            let Some(target) = column.refers else {
                continue;
            };
            let mut statement = connection.prepare(&format!(
                "SELECT t.id, t.\"{0}\" FROM {1} t WHERE t.\"{0}\" <> '' \
                 AND NOT EXISTS (SELECT 1 FROM {target} o WHERE o.id = t.\"{0}\") ORDER BY t.id",
                column.name, table.name
            ))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                found.push(Dangling {
                    table: table.name,
                    row: row.get(0)?,
                    column: column.name,
                    target,
                    names: row.get(1)?,
                });
            }
        }
    }
    Ok(found)
}

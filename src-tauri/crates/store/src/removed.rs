//! The bin: a view of everything that is deleted, gesture by gesture, and the way back out of it.
//!
//! What one gesture removed comes back together, so that a cohort never returns without its people. Rows that
//! an undo took away again (they had just been made) are told apart.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::params;

use crate::log::catalogue::Table;
use crate::log::{parse_wall, root};
use crate::naming::expression;
use crate::{CURRENT, Read, Result, StoreError, Write};

/// One gesture of which something still lies in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// Id of the gesture.
    pub id: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: String,
    /// What was done, e.g. `cohorts.remove`; for an undo, what it turned back.
    pub kind: String,
    /// Its detail.
    pub detail: String,
    /// Whether it was an undo: the rows had been made by what it turned back.
    pub undone: bool,
    /// The rows that have a name: table and name, in the order of the catalogue.
    pub records: Vec<(&'static str, String)>,
}

/// The latest change of the `deleted` cell of row `t.id`, as an expression for its action.
fn latest(table: &Table) -> String {
    format!(
        "(SELECT c.action FROM change c WHERE c.tbl = {} AND c.row = t.id AND c.col = {} ORDER BY c.id DESC LIMIT 1)",
        table.number,
        table.deleted()
    )
}

/// What lies in the bin, the latest gesture first. Rows without a name come and go with those that have one.
///
/// # Errors
/// What SQLite reports.
pub fn list(r: &Read<'_>) -> Result<Vec<Removal>> {
    let mut by_action: BTreeMap<i64, Vec<(&'static str, String)>> = BTreeMap::new();
    for table in CURRENT.catalogue.tables() {
        let Some(name) = expression(table) else { continue };
        let sql = format!(
            "SELECT {name} AS name, {} AS action FROM {} t WHERE t.deleted = 1 ORDER BY name, t.id",
            latest(table),
            table.name
        );
        let mut statement = r.sql().prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            // A row that came deleted from elsewhere was never here to be missed.
            if let Some(action) = row.get(1)? {
                by_action
                    .entry(action)
                    .or_default()
                    .push((table.name, row.get(0)?));
            }
        }
    }
    by_action
        .into_iter()
        .rev()
        .map(|(action, records)| removal(r, action, records))
        .collect()
}

fn removal(r: &Read<'_>, action: i64, records: Vec<(&'static str, String)>) -> Result<Removal> {
    let (id, author, wall, depth): (String, String, String, i64) = r
        .sql()
        .prepare_cached("SELECT uid, author, wall, depth FROM action WHERE id = ?1")?
        .query_row([action], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
    let (kind, detail, _) = root(r.sql(), &id)?;
    Ok(Removal {
        id,
        at: parse_wall(&wall)?,
        author,
        kind,
        detail,
        undone: depth % 2 == 1,
        records,
    })
}

/// Takes everything out of the bin that one gesture put there and that still lies there. Gives the number of
/// rows.
///
/// # Errors
/// [`StoreError::NotFound`] when nothing of it is left in the bin.
pub fn bring_back(w: &Write<'_>, gesture: &str) -> Result<usize> {
    let mut count = 0;
    for table in CURRENT.catalogue.tables() {
        let sql = format!(
            "UPDATE {name} SET deleted = 0 WHERE id IN (SELECT t.id FROM {name} t WHERE t.deleted = 1 \
             AND {latest} = (SELECT id FROM action WHERE uid = ?1))",
            name = table.name,
            latest = latest(table)
        );
        count += w.sql().prepare_cached(&sql)?.execute(params![gesture])?;
    }
    if count == 0 {
        return Err(StoreError::NotFound {
            what: "removed record",
            id: gesture.to_owned(),
        });
    }
    Ok(count)
}

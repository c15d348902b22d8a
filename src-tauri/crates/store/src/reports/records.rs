//! Every record as it is stored, table by table, for other programs.
//!
//! The list of tables is the catalogue itself, so that nothing new is left out by oversight; what stays here for good
//! reason is listed in [`LEFT_OUT`]. What lies in the bin, by itself or with what it belongs to, is not told.

mod scope;

use chrono::{DateTime, Utc};
use rusqlite::types::ValueRef;
use rusqlite::{Row, named_params};
use serde_json::Value;

use crate::log::catalogue::Table;
use crate::log::parse_wall;
use crate::{CURRENT, Read, Result, StoreError};

pub use scope::Scope;

/// Tables that are never told, each with a word for the reason.
pub const LEFT_OUT: &[(&str, &str)] = &[
    ("context", "log"),
    ("action", "log"),
    ("change", "log"),
    ("cause", "log"),
    ("pending", "log"),
    ("draft", "typing"),
    ("setting", "device"),
    ("same_person", "derived"),
    ("chunk", "files"),
];

/// Cells that hold names of people, or say who somebody is.
const NAMES: &[(&str, &[&str])] = &[
    ("person", &["given", "family", "email"]),
    ("person_alias", &["replaced"]),
    ("consent_answer", &["recorder"]),
    ("project", &["sponsor"]),
    ("project_update", &["author"]),
    ("outcome_evidence", &["author", "witness"]),
    ("report_issue", &["author", "recipient"]),
];

/// How the text or number of a cell is told.
enum Shape {
    /// As it stands.
    Plain,
    /// 0 or 1.
    Flag,
    /// A list, one a line.
    Lines,
    /// A list of words apart by spaces.
    Words,
    /// JSON.
    Json,
}

/// Cells that are more than a text or a number.
const SHAPES: &[(&str, &str, Shape)] = &[
    ("program", "sample", Shape::Flag),
    ("program", "criteria", Shape::Lines),
    ("partner", "trains", Shape::Flag),
    ("model", "content", Shape::Json),
    ("sector", "synonyms", Shape::Lines),
    ("level", "synonyms", Shape::Lines),
    ("person", "roles", Shape::Words),
    ("person_alias", "replaced", Shape::Json),
    ("block", "optional", Shape::Flag),
    ("block", "dropped", Shape::Flag),
    ("block", "competencies", Shape::Lines),
    ("attendance", "walk_in", Shape::Flag),
    ("response", "contexts", Shape::Words),
    ("response", "answers", Shape::Json),
    ("definition", "labels", Shape::Lines),
    ("definition", "locked", Shape::Flag),
    ("definition", "drafting", Shape::Flag),
    ("definition", "sample", Shape::Flag),
    ("definition_version", "content", Shape::Json),
    ("evidence", "chunks", Shape::Lines),
    ("outcome_evidence", "chunks", Shape::Lines),
    ("module", "competencies", Shape::Lines),
    ("module", "drafting", Shape::Flag),
    ("module", "sample", Shape::Flag),
    ("module_version", "competencies", Shape::Lines),
    ("report", "left_out", Shape::Json),
    ("report_issue", "chunks", Shape::Lines),
    ("report_issue", "publication", Shape::Json),
    ("report_template", "content", Shape::Json),
];

/// One record.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Name of its table.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// Its cells by the names of their columns, in the order of the catalogue; flags, lists and JSON as such.
    pub cells: Vec<(&'static str, Value)>,
}

/// How many records of each kind [`each`] tells, in its order.
///
/// # Errors
/// What SQLite reports.
pub fn counts(r: &Read<'_>, scope: Scope) -> Result<Vec<(&'static str, u32)>> {
    let mut counts = Vec::new();
    for table in CURRENT.catalogue.tables() {
        let sql = format!(
            "SELECT COUNT(*) FROM {} x WHERE {}",
            table.name,
            scope.condition(table, "x")
        );
        let cohort = scope.cohort();
        let count = r
            .sql()
            .prepare_cached(&sql)?
            .query_row(named_params! { ":cohort": cohort }, |row| row.get(0))?;
        counts.push((table.name, count));
    }
    Ok(counts)
}

/// Tells every record of a scope, kind by kind, each kind in the order of its ids: parents before what hangs on them.
/// Without `names`, the cells that name people are not told.
///
/// # Errors
/// Those of `tell`, at which it stops; what SQLite reports; [`StoreError::BadCell`].
pub fn each<E: From<StoreError>>(
    r: &Read<'_>,
    scope: Scope,
    names: bool,
    tell: &mut dyn FnMut(Record) -> Result<(), E>,
) -> Result<(), E> {
    let sql = |error: rusqlite::Error| E::from(StoreError::from(error));
    for table in CURRENT.catalogue.tables() {
        let columns = told(table, names);
        let list: String = columns.iter().map(|column| format!(", x.\"{column}\"")).collect();
        let query = format!(
            "SELECT x.id{list} FROM {} x WHERE {} ORDER BY x.id",
            table.name,
            scope.condition(table, "x")
        );
        let mut statement = r.sql().prepare_cached(&query).map_err(sql)?;
        let mut rows = statement
            .query(named_params! { ":cohort": scope.cohort() })
            .map_err(sql)?;
        while let Some(row) = rows.next().map_err(sql)? {
            tell(record(table, &columns, row)?)?;
        }
    }
    Ok(())
}

/// The columns of a table that are told.
fn told(table: &Table, names: bool) -> Vec<&'static str> {
    let hidden = NAMES.iter().find(|(name, _)| *name == table.name && !names);
    let hidden = hidden.map_or(&[][..], |(_, columns)| *columns);
    table
        .columns
        .iter()
        .map(|column| column.name)
        .filter(|name| *name != "deleted" && !hidden.contains(name))
        .collect()
}

fn record(table: &'static Table, columns: &[&'static str], row: &Row<'_>) -> Result<Record> {
    let mut cells = Vec::with_capacity(columns.len());
    for (at, column) in (1..).zip(columns) {
        cells.push((*column, cell(table.name, column, row.get_ref(at)?)?));
    }
    Ok(Record {
        kind: table.name,
        id: row.get(0)?,
        cells,
    })
}

fn cell(table: &'static str, column: &'static str, value: ValueRef<'_>) -> Result<Value> {
    let bad = |found: &str| StoreError::BadCell {
        table,
        column,
        found: found.chars().take(80).collect(),
    };
    let text = match value {
        ValueRef::Null => return Ok(Value::Null),
        ValueRef::Real(number) => return Ok(number.into()),
        ValueRef::Integer(number) => {
            return match shape(table, column) {
                Shape::Flag => Ok((number != 0).into()),
                _ => Ok(number.into()),
            };
        }
        ValueRef::Text(text) => std::str::from_utf8(text).map_err(|_| bad("bytes that are no text"))?,
        ValueRef::Blob(_) => return Err(bad("bytes")),
    };
    Ok(match shape(table, column) {
        Shape::Plain | Shape::Flag => text.into(),
        Shape::Lines => text.lines().collect(),
        Shape::Words => text.split_whitespace().collect(),
        Shape::Json => serde_json::from_str(text).map_err(|_| bad(text))?,
    })
}

fn shape(table: &str, column: &str) -> &'static Shape {
    let found = SHAPES
        .iter()
        .find(|(of, name, _)| *of == table && *name == column);
    found.map_or(&Shape::Plain, |(.., shape)| shape)
}

/// When something was changed last, if ever.
///
/// # Errors
/// What SQLite reports.
pub fn last_change(r: &Read<'_>) -> Result<Option<DateTime<Utc>>> {
    let wall: Option<String> = r
        .sql()
        .prepare_cached("SELECT MAX(wall) FROM action")?
        .query_row([], |row| row.get(0))?;
    wall.map(|wall| parse_wall(&wall)).transpose()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{OpenOptions, Workspace, WorkspaceKey};

    #[test]
    fn every_table_of_the_file_is_told_or_left_out_for_a_reason() {
        let folder = tempfile::tempdir().unwrap();
        let key = WorkspaceKey::random().unwrap();
        let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &OpenOptions::WRITE).unwrap();
        let there: BTreeSet<String> = ws
            .read(|r| {
                let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
                let mut statement = r.sql().prepare(sql)?;
                let names = statement.query_map([], |row| row.get(0))?;
                Ok::<_, StoreError>(names.collect::<rusqlite::Result<_>>()?)
            })
            .unwrap();
        let catalogued = CURRENT.catalogue.tables().map(|table| table.name);
        let known: Vec<&str> = catalogued.chain(LEFT_OUT.iter().map(|(name, _)| *name)).collect();
        let distinct: BTreeSet<String> = known.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(distinct.len(), known.len(), "a table is both told and left out");
        assert_eq!(distinct, there);
    }

    #[test]
    fn every_table_has_its_place_in_a_scope() {
        for table in CURRENT.catalogue.tables() {
            assert!(
                scope::is_placed(table.name),
                "say to what a row of {} belongs",
                table.name
            );
        }
    }

    #[test]
    fn what_is_said_of_cells_is_said_of_cells_that_there_are() {
        let shaped = SHAPES.iter().map(|(table, column, _)| (*table, *column));
        let named = NAMES
            .iter()
            .flat_map(|(table, columns)| columns.iter().map(|column| (*table, *column)));
        for (table, column) in shaped.chain(named) {
            let found = CURRENT.catalogue.by_name(table).unwrap();
            assert!(
                found.columns.iter().any(|one| one.name == column),
                "{table}.{column}"
            );
        }
    }
}

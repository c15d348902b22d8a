//! Capture triggers, generated from the catalogue. Outside an action they refuse every write.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rusqlite::Connection;

use super::catalogue::{Catalogue, Kind, Table};
use crate::{Result, StoreError};

/// Prefix of every generated trigger.
const PREFIX: &str = "log_";

/// The triggers of one table as (name, SQL).
fn of_table(table: &Table) -> Vec<(String, String)> {
    let Table { number, name, .. } = table;
    let closed = "SELECT RAISE(ABORT, 'write outside an action') FROM context WHERE mode = 'closed';";
    let mut row = String::new();
    for column in table.columns {
        let comma = if row.is_empty() { "" } else { ", " };
        let _ = write!(row, "{comma}'{}', NEW.\"{}\"", column.number, column.name);
    }
    let mut list = vec![
        (
            format!("{PREFIX}{name}_insert"),
            format!(
                "AFTER INSERT ON {name} BEGIN {closed} \
                 INSERT INTO change (action, tbl, row, col, old, new, writer) \
                 SELECT action, {number}, NEW.id, 0, NULL, json_object({row}), writer FROM context WHERE mode = 'local'; END"
            ),
        ),
        (
            format!("{PREFIX}{name}_delete"),
            format!(
                "BEFORE DELETE ON {name} BEGIN \
                 SELECT RAISE(ABORT, 'rows are never deleted') FROM context WHERE mode <> 'erase'; END"
            ),
        ),
    ];
    let mut guard = format!("{closed} SELECT RAISE(ABORT, 'ids never change') WHERE NEW.id IS NOT OLD.id;");
    for column in table.columns {
        let differs = format!(
            "(OLD.\"{0}\" IS NOT NEW.\"{0}\" COLLATE BINARY OR typeof(OLD.\"{0}\") <> typeof(NEW.\"{0}\"))",
            column.name
        );
        if table.kind == Kind::AppendOnly && column.name != "deleted" {
            let _ = write!(
                guard,
                " SELECT RAISE(ABORT, 'rows of {name} are corrected by new rows') FROM context \
                 WHERE mode = 'local' AND {differs};"
            );
        }
        list.push((
            format!("{PREFIX}{name}_update_{}", column.number),
            format!(
                "AFTER UPDATE OF \"{col}\" ON {name} WHEN {differs} BEGIN \
                 INSERT INTO change (action, tbl, row, col, old, new, writer) \
                 SELECT action, {number}, NEW.id, {n}, OLD.\"{col}\", NEW.\"{col}\", writer \
                 FROM context WHERE mode = 'local'; END",
                col = column.name,
                n = column.number
            ),
        ));
    }
    list.push((
        format!("{PREFIX}{name}_guard"),
        format!("BEFORE UPDATE ON {name} BEGIN {guard} END"),
    ));
    list.into_iter()
        .map(|(name, body)| (name.clone(), format!("CREATE TRIGGER {name} {body}")))
        .collect()
}

fn expected(catalogue: &Catalogue) -> BTreeMap<String, String> {
    catalogue.tables().flat_map(of_table).collect()
}

fn present(connection: &Connection) -> Result<BTreeMap<String, String>> {
    let mut statement = connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND substr(name, 1, 4) = ?1")?;
    let rows = statement.query_map([PREFIX], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Drops every capture trigger, so that a migration may rebuild tables.
///
/// # Errors
/// What SQLite reports.
pub(crate) fn drop_all(connection: &Connection) -> Result<()> {
    for name in present(connection)?.keys() {
        connection.execute_batch(&format!("DROP TRIGGER \"{name}\""))?;
    }
    Ok(())
}

/// Makes the triggers that the catalogue asks for; call after [`drop_all`].
///
/// # Errors
/// What SQLite reports, e.g. a catalogued column that the schema lacks.
pub(crate) fn create_all(connection: &Connection, catalogue: &Catalogue) -> Result<()> {
    for sql in expected(catalogue).values() {
        connection.execute_batch(sql)?;
    }
    Ok(())
}

/// Compares the triggers in the file with the catalogue.
///
/// # Errors
/// [`StoreError::Corrupt`] naming the first trigger that differs.
pub(crate) fn check(connection: &Connection, catalogue: &Catalogue) -> Result<()> {
    let (want, have) = (expected(catalogue), present(connection)?);
    if want == have {
        return Ok(());
    }
    let name = want
        .iter()
        .find(|(name, sql)| have.get(*name) != Some(sql))
        .map(|(name, _)| name)
        .or_else(|| have.keys().find(|name| !want.contains_key(*name)));
    Err(StoreError::Corrupt {
        detail: format!("trigger {} is not as catalogued", name.map_or("", String::as_str)),
    })
}

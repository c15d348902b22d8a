//! Small values that belong to this device alone: never logged, never exchanged.

use rusqlite::{Connection, OptionalExtension, params};

use crate::{Read, Result, StoreError, Write};

/// The value of a setting.
///
/// # Errors
/// What SQLite reports.
pub fn get(r: &Read<'_>, name: &str) -> Result<Option<String>> {
    text(r.sql(), name)
}

/// Stores a setting.
///
/// # Errors
/// What SQLite reports.
pub fn set(w: &Write<'_>, name: &str, value: &str) -> Result<()> {
    put(w.sql(), name, value)
}

/// Names and values of the settings that start with `prefix`, by name.
///
/// # Errors
/// What SQLite reports.
pub fn starting_with(r: &Read<'_>, prefix: &str) -> Result<Vec<(String, String)>> {
    let mut statement = r.sql().prepare_cached(
        "SELECT name, value FROM setting WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name",
    )?;
    let rows = statement.query_map([prefix], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn text(connection: &Connection, name: &str) -> Result<Option<String>> {
    Ok(connection
        .prepare_cached("SELECT value FROM setting WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?)
}

pub(crate) fn number(connection: &Connection, name: &str) -> Result<Option<i64>> {
    text(connection, name)?
        .map(|value| {
            value.parse().map_err(|_| StoreError::BadCell {
                table: "setting",
                column: "value",
                found: value,
            })
        })
        .transpose()
}

pub(crate) fn put(connection: &Connection, name: &str, value: &str) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )?
        .execute(params![name, value])?;
    Ok(())
}

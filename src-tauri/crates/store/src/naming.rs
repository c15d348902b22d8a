//! What people call a record, for any table of the catalogue: what a history and the bin show in place of ids.

use rusqlite::OptionalExtension as _;

use crate::log::catalogue::Table;
use crate::{CURRENT, Read, Result};

/// Columns that hold the words by which a record is known, the best first.
const WORDS: &[&str] = &["name", "title", "what", "text"];
/// A person's name, of the table `person` under the name `p`.
const PERSON: &str = "TRIM(p.given || ' ' || p.family)";

/// The name of a row of `table` (called `t`) as an expression of SQL; none where rows have no name.
///
/// A row without words of its own that is about a person is called like the person.
pub(crate) fn expression(table: &Table) -> Option<String> {
    let has = |name: &str| table.columns.iter().any(|column| column.name == name);
    if table.name == "person" {
        return Some(PERSON.replace("p.", "t."));
    }
    if let Some(word) = WORDS.iter().find(|word| has(word)) {
        return Some(format!("t.\"{word}\""));
    }
    has("person").then(|| format!("COALESCE((SELECT {PERSON} FROM person p WHERE p.id = t.person), '')"))
}

/// What the record is called that `column` points to with `id`, in the bin or out of it. None where the column
/// points nowhere or the record is not here.
///
/// # Errors
/// What SQLite reports.
pub fn pointed_to(r: &Read<'_>, column: &str, id: &str) -> Result<Option<String>> {
    // A column that points to a record has the name of its table.
    let table = CURRENT.catalogue.by_name(column);
    let Some((table, name)) = table.and_then(|table| Some((table, expression(table)?))) else {
        return Ok(None);
    };
    let sql = format!("SELECT {name} FROM {} t WHERE t.id = ?1", table.name);
    let mut statement = r.sql().prepare_cached(&sql)?;
    Ok(statement.query_row([id], |row| row.get(0)).optional()?)
}

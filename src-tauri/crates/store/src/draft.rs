//! What is being typed: kept within a second, logged only when it is done, restored after a crash.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};

use crate::log::{parse_wall, wall};
use crate::{Read, Result, Write};

/// A text in progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The field it belongs to, e.g. `note:<session>`.
    pub place: String,
    /// What was typed.
    pub value: String,
    /// When it was last kept.
    pub at: DateTime<Utc>,
}

/// The draft of a field.
///
/// # Errors
/// What SQLite reports.
pub fn get(r: &Read<'_>, place: &str) -> Result<Option<Draft>> {
    let found: Option<(String, String)> = r
        .sql()
        .prepare_cached("SELECT value, wall FROM draft WHERE place = ?1")?
        .query_row([place], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    found
        .map(|(value, at)| {
            Ok(Draft {
                place: place.to_owned(),
                value,
                at: parse_wall(&at)?,
            })
        })
        .transpose()
}

/// The drafts of the fields whose place starts with `prefix`, by place.
///
/// # Errors
/// What SQLite reports.
pub fn starting_with(r: &Read<'_>, prefix: &str) -> Result<Vec<Draft>> {
    let mut statement = r.sql().prepare_cached(
        "SELECT place, value, wall FROM draft WHERE substr(place, 1, length(?1)) = ?1 ORDER BY place",
    )?;
    let mut rows = statement.query([prefix])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.push(Draft {
            place: row.get(0)?,
            value: row.get(1)?,
            at: parse_wall(&row.get::<_, String>(2)?)?,
        });
    }
    Ok(list)
}

/// Keeps what is being typed. Works within an action too, so that saving and clearing are one.
///
/// # Errors
/// What SQLite reports.
pub fn keep(w: &Write<'_>, place: &str, value: &str, now: DateTime<Utc>) -> Result<()> {
    w.sql()
        .prepare_cached(
            "INSERT INTO draft (place, value, wall) VALUES (?1, ?2, ?3) \
             ON CONFLICT (place) DO UPDATE SET value = excluded.value, wall = excluded.wall",
        )?
        .execute(params![place, value, wall(now)])?;
    Ok(())
}

/// Forgets the draft of a field, once it is saved or given up.
///
/// # Errors
/// What SQLite reports.
pub fn clear(w: &Write<'_>, place: &str) -> Result<()> {
    w.sql()
        .prepare_cached("DELETE FROM draft WHERE place = ?1")?
        .execute([place])?;
    Ok(())
}

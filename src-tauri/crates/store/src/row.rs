//! Reading and writing rows of synced tables.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use nexus_domain::ids::{BadId, PersonId};
use rusqlite::{Row, ToSql};

use crate::{Read, Result, StoreError, Write};

/// Makes a row, or sets the cells of the one with this id.
pub(crate) fn put(w: &Write<'_>, table: &str, id: &str, cells: &[(&str, &dyn ToSql)]) -> Result<()> {
    put_but(w, table, id, cells, &[])
}

/// As [`put`], but some cells of a row that is there stay as they are.
pub(crate) fn put_but(
    w: &Write<'_>,
    table: &str,
    id: &str,
    cells: &[(&str, &dyn ToSql)],
    stay: &[&str],
) -> Result<()> {
    let list = |text: &dyn Fn(usize, &str) -> String| {
        let texts = cells.iter().enumerate().map(|(at, (name, _))| text(at, name));
        texts
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let sql = format!(
        "INSERT INTO {table} (id, {}) VALUES (?1, {}) ON CONFLICT (id) DO UPDATE SET {}",
        list(&|_, name| name.to_owned()),
        list(&|at, _| format!("?{}", at + 2)),
        list(&|_, name| {
            if stay.contains(&name) {
                String::new()
            } else {
                format!("{name} = excluded.{name}")
            }
        }),
    );
    let values: Vec<&dyn ToSql> = std::iter::once(&id as &dyn ToSql)
        .chain(cells.iter().map(|(_, value)| *value))
        .collect();
    w.sql().prepare_cached(&sql)?.execute(values.as_slice())?;
    Ok(())
}

/// Sets cells of a row that is there.
pub(crate) fn set(w: &Write<'_>, table: &'static str, id: &str, cells: &[(&str, &dyn ToSql)]) -> Result<()> {
    let list: Vec<String> = cells
        .iter()
        .enumerate()
        .map(|(at, (name, _))| format!("{name} = ?{}", at + 2))
        .collect();
    let sql = format!("UPDATE {table} SET {} WHERE id = ?1", list.join(", "));
    let values: Vec<&dyn ToSql> = std::iter::once(&id as &dyn ToSql)
        .chain(cells.iter().map(|(_, value)| *value))
        .collect();
    if w.sql().prepare_cached(&sql)?.execute(values.as_slice())? == 0 {
        return Err(StoreError::NotFound {
            what: table,
            id: id.to_owned(),
        });
    }
    Ok(())
}

/// Takes a row into the bin, or out of it.
pub(crate) fn set_deleted(w: &Write<'_>, table: &'static str, id: &str, deleted: bool) -> Result<()> {
    set(w, table, id, &[("deleted", &deleted)])
}

/// The cells of a row by name, read as what they must be.
pub(crate) struct Cells<'r> {
    pub row: &'r Row<'r>,
    pub table: &'static str,
    read: &'r Read<'r>,
}

impl Cells<'_> {
    fn bad(&self, column: &'static str, found: &str) -> StoreError {
        StoreError::BadCell {
            table: self.table,
            column,
            found: found.to_owned(),
        }
    }

    pub fn text(&self, column: &'static str) -> Result<String> {
        Ok(self.row.get(column)?)
    }

    /// A text, or an empty one where a joined row is missing.
    pub fn maybe_text(&self, column: &'static str) -> Result<String> {
        Ok(self.row.get::<_, Option<String>>(column)?.unwrap_or_default())
    }

    pub fn number(&self, column: &'static str) -> Result<u32> {
        let number: i64 = self.row.get(column)?;
        number
            .try_into()
            .map_err(|_| self.bad(column, &number.to_string()))
    }

    pub fn maybe_number(&self, column: &'static str) -> Result<Option<u32>> {
        let number: Option<i64> = self.row.get(column)?;
        number
            .map(|number| {
                number
                    .try_into()
                    .map_err(|_| self.bad(column, &number.to_string()))
            })
            .transpose()
    }

    pub fn instant(&self, column: &'static str) -> Result<Option<DateTime<Utc>>> {
        let text: Option<String> = self.row.get(column)?;
        let read = |text: String| {
            DateTime::parse_from_rfc3339(&text)
                .map(|instant| instant.with_timezone(&Utc))
                .map_err(|_| self.bad(column, &text))
        };
        text.map(read).transpose()
    }

    pub fn flag(&self, column: &'static str) -> Result<bool> {
        Ok(self.row.get::<_, i64>(column)? != 0)
    }

    pub fn id<T: FromStr<Err = BadId>>(&self, column: &'static str) -> Result<T> {
        let text: String = self.row.get(column)?;
        text.parse().map_err(|_| self.bad(column, &text))
    }

    pub fn maybe_id<T: FromStr<Err = BadId>>(&self, column: &'static str) -> Result<Option<T>> {
        let text: Option<String> = self.row.get(column)?;
        text.map(|text| text.parse().map_err(|_| self.bad(column, &text)))
            .transpose()
    }

    /// A person, named by the record that counts.
    pub fn person(&self, column: &'static str) -> Result<PersonId> {
        let id = self.id(column)?;
        Ok(self.read.kept()?.get(&id).copied().unwrap_or(id))
    }

    /// A person, or nobody.
    pub fn maybe_person(&self, column: &'static str) -> Result<Option<PersonId>> {
        let id: Option<PersonId> = self.maybe_id(column)?;
        let kept = self.read.kept()?;
        Ok(id.map(|id| kept.get(&id).copied().unwrap_or(id)))
    }

    pub fn date(&self, column: &'static str) -> Result<Option<NaiveDate>> {
        let text: Option<String> = self.row.get(column)?;
        text.map(|text| text.parse().map_err(|_| self.bad(column, &text)))
            .transpose()
    }

    /// A word of a closed list.
    pub fn word<T>(&self, column: &'static str, read: impl FnOnce(&str) -> Option<T>) -> Result<T> {
        let text: String = self.row.get(column)?;
        read(&text).ok_or_else(|| self.bad(column, &text))
    }

    /// A word of a closed list, or nothing.
    pub fn maybe_word<T>(
        &self,
        column: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>> {
        let text: Option<String> = self.row.get(column)?;
        text.map(|text| read(&text).ok_or_else(|| self.bad(column, &text)))
            .transpose()
    }
}

/// Runs a query and reads each row of it.
pub(crate) fn list<T>(
    r: &Read<'_>,
    table: &'static str,
    sql: &str,
    values: impl rusqlite::Params,
    read: impl Fn(&Cells<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut statement = r.sql().prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(&Cells { row, table, read: r })?);
    }
    Ok(found)
}

/// Runs a query and reads its first row.
pub(crate) fn first<T>(
    r: &Read<'_>,
    table: &'static str,
    sql: &str,
    values: impl rusqlite::Params,
    read: impl Fn(&Cells<'_>) -> Result<T>,
) -> Result<Option<T>> {
    let mut statement = r.sql().prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    match rows.next()? {
        Some(row) => read(&Cells { row, table, read: r }).map(Some),
        None => Ok(None),
    }
}

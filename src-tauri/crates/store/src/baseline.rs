//! What the same work costs without the log: the baselines that the bench holds the store against. Nothing in
//! the product calls this.

use nexus_domain::ids::{AttendanceId, PersonId, SessionId};
use rusqlite::ToSql;
use rusqlite::types::{Value, ValueRef};

use crate::log::wall;
use crate::sessions::Attended;
use crate::{CURRENT, Read, Result, StoreError, Write, row};

/// Makes a table `bare_<table>` with the columns, indexes and rows of a synced table, which no trigger watches.
/// Only for a workspace that is thrown away.
///
/// # Errors
/// What SQLite reports.
pub fn make_table(w: &Write<'_>, table: &str) -> Result<()> {
    let mut statement = w.sql().prepare(
        "SELECT sql FROM sqlite_schema WHERE tbl_name = ?1 AND type IN ('table', 'index') AND sql IS NOT NULL \
         ORDER BY type DESC",
    )?;
    let all = statement.query_map([table], |row| row.get::<_, String>(0))?;
    for sql in all.collect::<rusqlite::Result<Vec<_>>>()? {
        let bare = sql
            .replacen(
                &format!("CREATE TABLE {table}"),
                &format!("CREATE TABLE bare_{table}"),
                1,
            )
            .replacen("CREATE INDEX ", "CREATE INDEX bare_", 1)
            .replacen(&format!(" ON {table} "), &format!(" ON bare_{table} "), 1);
        w.sql().execute_batch(&bare)?;
    }
    w.sql()
        .execute(&format!("INSERT INTO bare_{table} SELECT * FROM {table}"), [])?;
    Ok(())
}

/// Writes into the bare table what `sessions::put_attendance` writes into its own.
///
/// # Errors
/// What SQLite reports.
pub fn put_attendance(
    w: &Write<'_>,
    session: SessionId,
    person: PersonId,
    attended: &Attended,
) -> Result<()> {
    row::put(
        w,
        "bare_attendance",
        &AttendanceId::of(session, person).to_string(),
        &[
            ("session", &session.to_string()),
            ("person", &person.to_string()),
            ("mark", &attended.mark.key()),
            ("arrived", &attended.arrived.map(wall)),
            ("walk_in", &attended.walk_in),
            ("deleted", &0),
        ],
    )
}

/// Rows of a table, to be written into its bare one.
pub struct Rows {
    table: &'static str,
    columns: Vec<String>,
    cells: Vec<Vec<Value>>,
}

/// Reads the rows with these ids.
///
/// # Errors
/// What SQLite reports.
pub fn rows(r: &Read<'_>, table: &'static str, ids: &[String]) -> Result<Rows> {
    let mut statement = r.sql().prepare(&format!("SELECT * FROM {table} WHERE id = ?1"))?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let read = |id: &String| {
        let cells = |row: &rusqlite::Row<'_>| (0..columns.len()).map(|at| row.get(at)).collect();
        Ok::<_, StoreError>(statement.query_row([id], cells)?)
    };
    let cells = ids.iter().map(read).collect::<Result<_>>()?;
    Ok(Rows {
        table,
        columns,
        cells,
    })
}

impl Rows {
    /// Writes the rows into the bare table as the store writes rows into its own.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn write(&self, w: &Write<'_>) -> Result<()> {
        let table = format!("bare_{}", self.table);
        for cells in &self.cells {
            let Some((Value::Text(id), cells)) = cells.split_first() else {
                continue;
            };
            let cells = self.columns.iter().skip(1).zip(cells);
            let cells: Vec<(&str, &dyn ToSql)> = cells
                .map(|(column, cell)| (column.as_str(), cell as &dyn ToSql))
                .collect();
            row::put(w, &table, id, &cells)?;
        }
        Ok(())
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.cells.len()
    }
}

/// Ids of the rows of a table in which a column has this value.
///
/// # Errors
/// What SQLite reports.
pub fn ids(r: &Read<'_>, table: &'static str, column: &str, value: &str) -> Result<Vec<String>> {
    let sql = format!("SELECT id FROM {table} WHERE {column} = ?1 ORDER BY id");
    row::list(r, table, &sql, [value], |cells| cells.text("id"))
}

/// Ids of the rows of the log that tell of a record: its changes, and the actions that they belong to.
///
/// # Errors
/// What SQLite reports.
pub fn log_ids(r: &Read<'_>, table: &str, id: &str) -> Result<(Vec<String>, Vec<String>)> {
    let number = CURRENT
        .catalogue
        .tables()
        .find(|one| one.name == table)
        .map(|one| one.number);
    let sql = "SELECT CAST(id AS TEXT) AS id, CAST(action AS TEXT) AS action FROM change \
               WHERE tbl = ?1 AND row = ?2 ORDER BY id";
    let pairs = row::list(r, "change", sql, rusqlite::params![number, id], |cells| {
        Ok((cells.text("id")?, cells.text("action")?))
    })?;
    let (changes, mut actions): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
    actions.dedup();
    Ok((changes, actions))
}

/// Reads every cell of the rows with these ids, each by its primary key, and gives how many there were.
///
/// # Errors
/// What SQLite reports.
pub fn read_rows(r: &Read<'_>, table: &str, ids: &[String]) -> Result<usize> {
    let mut statement = r
        .sql()
        .prepare_cached(&format!("SELECT * FROM {table} WHERE id = ?1"))?;
    let columns = statement.column_count();
    let mut count = 0;
    for id in ids {
        let mut rows = statement.query([id])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                // A value that is owned, as every query of the store makes one.
                if let ValueRef::Text(text) = row.get_ref(column)? {
                    std::hint::black_box(text.to_vec());
                }
            }
            count += 1;
        }
    }
    Ok(count)
}

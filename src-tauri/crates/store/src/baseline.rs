//! What the same work costs without the log: the baselines that the bench holds the store against. Nothing in
//! the product calls this.

use nexus_domain::ids::{AttendanceId, PersonId, SessionId};
use rusqlite::types::ValueRef;

use crate::log::wall;
use crate::sessions::Attended;
use crate::{Read, Result, Write, row};

/// Makes a table `bare` with the columns, indexes and rows of `attendance`, which no trigger watches. Only for
/// a workspace that is thrown away.
///
/// # Errors
/// What SQLite reports.
pub fn make_table(w: &Write<'_>) -> Result<()> {
    w.sql().execute_batch(
        "CREATE TABLE bare (id TEXT PRIMARY KEY, session TEXT NOT NULL, person TEXT NOT NULL, mark TEXT NOT NULL, \
           arrived TEXT, walk_in INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
         CREATE INDEX bare_session ON bare (session);
         CREATE INDEX bare_person ON bare (person);
         INSERT INTO bare (id, session, person, mark, arrived, walk_in, deleted)
           SELECT id, session, person, mark, arrived, walk_in, deleted FROM attendance;",
    )?;
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
        "bare",
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

/// Ids of the rows of a table in which a column has this value.
///
/// # Errors
/// What SQLite reports.
pub fn ids(r: &Read<'_>, table: &'static str, column: &str, value: &str) -> Result<Vec<String>> {
    let sql = format!("SELECT id FROM {table} WHERE {column} = ?1 ORDER BY id");
    row::list(r, table, &sql, [value], |cells| cells.text("id"))
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

//! Deleting answers for good, at the request of the person who gave them.

use nexus_domain::ids::{CohortId, PersonId, ResponseId};
use rusqlite::params;

use super::catalogue::RESPONSE;
use crate::people::alias;
use crate::{Read, Result, Write, log, row};

/// The sheets that a person has in the occasions of a cohort, corrected ones and those in the bin included.
///
/// # Errors
/// What SQLite reports.
pub fn sheets_of(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<ResponseId>> {
    let sql = format!(
        "SELECT r.id FROM response r JOIN occasion o ON o.id = r.occasion \
         WHERE o.cohort = ?1 AND r.subject IN {} ORDER BY r.id",
        alias::any("?2")
    );
    let values = [cohort.to_string(), person.to_string()];
    row::list(r, "response", &sql, values, |cells| cells.id("id"))
}

/// Deletes sheets for good: their rows go into the bin, empty, and what the log knows of their content is
/// overwritten. Neither undo nor another copy of the log brings it back here. Steps so far can no longer be undone.
///
/// # Errors
/// What SQLite reports.
pub fn erase(w: &Write<'_>, sheets: &[ResponseId]) -> Result<()> {
    for sheet in sheets {
        row::set_deleted(w, "response", &sheet.to_string(), true)?;
    }
    log::erasing(w.sql(), || {
        for sheet in sheets {
            empty(w, &sheet.to_string())?;
        }
        Ok(())
    })
}

/// Takes everything out of a sheet but that there was one.
fn empty(w: &Write<'_>, id: &str) -> Result<()> {
    let columns = RESPONSE.columns.iter().filter(|column| column.name != "deleted");
    for column in columns {
        let bare = match column.name {
            "answers" => "[]",
            "occasion" | "subject" | "rater" | "contexts" => "",
            _ => continue,
        };
        w.sql()
            .prepare_cached(&format!("UPDATE response SET {} = ?1 WHERE id = ?2", column.name))?
            .execute(params![bare, id])?;
        w.sql()
            .prepare_cached(
                "UPDATE change SET new = json_set(new, '$.\"' || ?1 || '\"', ?2) \
                 WHERE tbl = ?3 AND row = ?4 AND col = 0",
            )?
            .execute(params![column.number.to_string(), bare, RESPONSE.number, id])?;
    }
    w.sql()
        .prepare_cached("DELETE FROM pending WHERE tbl = ?1 AND row = ?2")?
        .execute(params![RESPONSE.number, id])?;
    Ok(())
}

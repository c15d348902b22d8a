//! Rows of updates. They are only ever added, or taken into the bin.

use nexus_domain::ids::{CohortId, ProjectId, UpdateId};
use nexus_domain::projects::{ProjectStatus, Update};

use super::day;
use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<Update> {
    Ok(Update {
        id: cells.id("id")?,
        project: cells.id("project")?,
        date: day(cells, "date")?,
        status: cells.word("status", ProjectStatus::from_key)?,
        text: cells.text("text")?,
        author: cells.text("author")?,
        corrects: cells.maybe_id("corrects")?,
    })
}

/// One update.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn update(r: &Read<'_>, id: UpdateId) -> Result<Update> {
    let id = id.to_string();
    let sql = "SELECT u.* FROM project_update u JOIN project p ON p.id = u.project \
               WHERE u.id = ?1 AND u.deleted = 0 AND p.deleted = 0";
    row::first(r, "project_update", sql, [&id], read)?.ok_or(StoreError::NotFound {
        what: "project_update",
        id,
    })
}

/// The updates of a project by day, corrected ones included.
///
/// # Errors
/// What SQLite reports.
pub fn updates(r: &Read<'_>, project: ProjectId) -> Result<Vec<Update>> {
    let sql = "SELECT u.* FROM project_update u JOIN project p ON p.id = u.project \
               WHERE u.project = ?1 AND u.deleted = 0 AND p.deleted = 0 ORDER BY u.date, u.id";
    row::list(r, "project_update", sql, [project.to_string()], read)
}

/// The updates of all projects of a cohort by project and day, corrected ones included.
///
/// # Errors
/// What SQLite reports.
pub fn updates_of_cohort(r: &Read<'_>, cohort: CohortId) -> Result<Vec<Update>> {
    let sql = "SELECT u.* FROM project_update u JOIN project p ON p.id = u.project \
               WHERE p.cohort = ?1 AND u.deleted = 0 AND p.deleted = 0 ORDER BY u.project, u.date, u.id";
    row::list(r, "project_update", sql, [cohort.to_string()], read)
}

/// Adds an update; it is never changed afterwards.
///
/// # Errors
/// What SQLite reports.
pub fn add_update(w: &Write<'_>, update: &Update) -> Result<()> {
    row::put(
        w,
        "project_update",
        &update.id.to_string(),
        &[
            ("project", &update.project.to_string()),
            ("date", &update.date.to_string()),
            ("status", &update.status.key()),
            ("text", &update.text),
            ("author", &update.author),
            ("corrects", &update.corrects.map(|id| id.to_string())),
        ],
    )
}

/// Takes an update into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_update_deleted(w: &Write<'_>, id: UpdateId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "project_update", &id.to_string(), deleted)
}

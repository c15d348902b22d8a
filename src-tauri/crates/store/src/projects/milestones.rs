//! Rows of milestones.

use nexus_domain::ids::{CohortId, MilestoneId, ProjectId};
use nexus_domain::projects::{Milestone, MilestoneState};

use super::day;
use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<Milestone> {
    Ok(Milestone {
        id: cells.id("id")?,
        project: cells.id("project")?,
        position: cells.number("position")?,
        title: cells.text("title")?,
        due: day(cells, "due")?,
        done: cells.date("done")?,
        state: cells.word("state", MilestoneState::from_key)?,
    })
}

/// One milestone.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn milestone(r: &Read<'_>, id: MilestoneId) -> Result<Milestone> {
    let id = id.to_string();
    let sql = "SELECT m.* FROM milestone m JOIN project p ON p.id = m.project \
               WHERE m.id = ?1 AND m.deleted = 0 AND p.deleted = 0";
    row::first(r, "milestone", sql, [&id], read)?.ok_or(StoreError::NotFound {
        what: "milestone",
        id,
    })
}

/// The milestones of a project in their order.
///
/// # Errors
/// What SQLite reports.
pub fn milestones(r: &Read<'_>, project: ProjectId) -> Result<Vec<Milestone>> {
    let sql = "SELECT m.* FROM milestone m JOIN project p ON p.id = m.project \
               WHERE m.project = ?1 AND m.deleted = 0 AND p.deleted = 0 ORDER BY m.position, m.id";
    row::list(r, "milestone", sql, [project.to_string()], read)
}

/// The milestones of all projects of a cohort, each project's in their order.
///
/// # Errors
/// What SQLite reports.
pub fn milestones_of_cohort(r: &Read<'_>, cohort: CohortId) -> Result<Vec<Milestone>> {
    let sql = "SELECT m.* FROM milestone m JOIN project p ON p.id = m.project \
               WHERE p.cohort = ?1 AND m.deleted = 0 AND p.deleted = 0 ORDER BY m.project, m.position, m.id";
    row::list(r, "milestone", sql, [cohort.to_string()], read)
}

/// Stores a milestone.
///
/// # Errors
/// What SQLite reports.
pub fn put_milestone(w: &Write<'_>, milestone: &Milestone) -> Result<()> {
    row::put(
        w,
        "milestone",
        &milestone.id.to_string(),
        &[
            ("project", &milestone.project.to_string()),
            ("position", &milestone.position),
            ("title", &milestone.title),
            ("due", &milestone.due.to_string()),
            ("done", &milestone.done.map(|day| day.to_string())),
            ("state", &milestone.state.key()),
        ],
    )
}

/// Takes a milestone into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_milestone_deleted(w: &Write<'_>, id: MilestoneId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "milestone", &id.to_string(), deleted)
}

//! Rows of projects, the people in them, and what hangs on a project. Everything but the project itself is
//! read through it: of a project in the bin nothing is found.

pub(crate) mod catalogue;
mod evidence;
mod lessons;
mod milestones;
mod updates;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use nexus_domain::ids::{CohortId, PersonId, ProjectId, ProjectMemberId};
use nexus_domain::projects::Project;

pub use evidence::{add_evidence, evidence, evidence_by_id, set_evidence_deleted};
pub use lessons::{
    lesson, lessons, lessons_of_cohort, lessons_of_person, next_step, next_steps, next_steps_of_cohort,
    put_lesson, put_next_step, set_lesson_deleted, set_next_step_deleted,
};
pub use milestones::{milestone, milestones, milestones_of_cohort, put_milestone, set_milestone_deleted};
pub use updates::{add_update, set_update_deleted, update, updates, updates_of_cohort};

use crate::people::alias;
use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<Project> {
    Ok(Project {
        id: cells.id("id")?,
        cohort: cells.id("cohort")?,
        title: cells.text("title")?,
        problem: cells.text("problem")?,
        beneficiaries: cells.text("beneficiaries")?,
        institution: cells.text("institution")?,
        sponsor: cells.text("sponsor")?,
        success: cells.text("success")?,
        agreed: cells.date("agreed")?,
    })
}

/// A day that must be there.
fn day(cells: &Cells<'_>, column: &'static str) -> Result<NaiveDate> {
    let table = cells.table;
    cells.date(column)?.ok_or_else(|| StoreError::BadCell {
        table,
        column,
        found: String::new(),
    })
}

/// One project.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn by_id(r: &Read<'_>, id: ProjectId) -> Result<Project> {
    let id = id.to_string();
    row::first(
        r,
        "project",
        "SELECT * FROM project WHERE id = ?1 AND deleted = 0",
        [&id],
        read,
    )?
    .ok_or(StoreError::NotFound { what: "project", id })
}

/// The projects of a cohort, the oldest first.
///
/// # Errors
/// What SQLite reports.
pub fn of_cohort(r: &Read<'_>, cohort: CohortId) -> Result<Vec<Project>> {
    let sql = "SELECT * FROM project WHERE cohort = ?1 AND deleted = 0 ORDER BY id";
    row::list(r, "project", sql, [cohort.to_string()], read)
}

/// The projects of a cohort in which a person takes part, the oldest first.
///
/// # Errors
/// What SQLite reports.
pub fn of_person(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<Project>> {
    let sql = format!(
        "SELECT DISTINCT p.* FROM project p JOIN project_member m ON m.project = p.id AND m.deleted = 0 \
         WHERE p.cohort = ?1 AND m.person IN {} AND p.deleted = 0 ORDER BY p.id",
        alias::any("?2")
    );
    row::list(r, "project", &sql, [cohort.to_string(), person.to_string()], read)
}

/// Stores a project.
///
/// # Errors
/// What SQLite reports.
pub fn put(w: &Write<'_>, project: &Project) -> Result<()> {
    row::put(
        w,
        "project",
        &project.id.to_string(),
        &[
            ("cohort", &project.cohort.to_string()),
            ("title", &project.title),
            ("problem", &project.problem),
            ("beneficiaries", &project.beneficiaries),
            ("institution", &project.institution),
            ("sponsor", &project.sponsor),
            ("success", &project.success),
            ("agreed", &project.agreed.map(|day| day.to_string())),
        ],
    )
}

/// Takes a project into the bin with all that hangs on it, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_deleted(w: &Write<'_>, id: ProjectId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "project", &id.to_string(), deleted)
}

/// Who works on the projects of a cohort, project by project.
///
/// # Errors
/// What SQLite reports.
pub fn members_of_cohort(r: &Read<'_>, cohort: CohortId) -> Result<Vec<(ProjectId, PersonId)>> {
    let sql = "SELECT m.* FROM project_member m JOIN project p ON p.id = m.project \
               WHERE p.cohort = ?1 AND p.deleted = 0 AND m.deleted = 0 ORDER BY m.project, m.person";
    let mut found = row::list(r, "project_member", sql, [cohort.to_string()], |cells| {
        Ok((cells.id("project")?, cells.person("person")?))
    })?;
    let mut seen = BTreeSet::new();
    found.retain(|pair| seen.insert(*pair));
    Ok(found)
}

/// Who works on a project.
///
/// # Errors
/// What SQLite reports.
pub fn members(r: &Read<'_>, project: ProjectId) -> Result<Vec<PersonId>> {
    let sql = "SELECT m.* FROM project_member m JOIN project p ON p.id = m.project \
               WHERE m.project = ?1 AND p.deleted = 0 AND m.deleted = 0 ORDER BY m.person";
    let mut found = row::list(r, "project_member", sql, [project.to_string()], |cells| {
        cells.person("person")
    })?;
    let mut seen = BTreeSet::new();
    found.retain(|person| seen.insert(*person));
    Ok(found)
}

/// Makes a person one of a project, also one who had left it.
///
/// # Errors
/// What SQLite reports.
pub fn put_member(w: &Write<'_>, project: ProjectId, person: PersonId) -> Result<()> {
    if members(w, project)?.contains(&alias::kept(w, person)?) {
        return Ok(());
    }
    row::put(
        w,
        "project_member",
        &ProjectMemberId::of(project, person).to_string(),
        &[
            ("project", &project.to_string()),
            ("person", &person.to_string()),
            ("deleted", &0),
        ],
    )
}

/// Takes a person out of a project.
///
/// # Errors
/// [`StoreError::NotFound`] for somebody who never was in it.
pub fn remove_member(w: &Write<'_>, project: ProjectId, person: PersonId) -> Result<()> {
    let records = alias::records(w, person)?;
    let mut gone = Err(StoreError::NotFound {
        what: "project_member",
        id: person.to_string(),
    });
    for record in records {
        let id = ProjectMemberId::of(project, record).to_string();
        match row::set_deleted(w, "project_member", &id, true) {
            Ok(()) => gone = Ok(()),
            Err(StoreError::NotFound { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    gone
}

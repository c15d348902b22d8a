//! Rows of lessons applied and of next steps.

use nexus_domain::ids::{CohortId, LessonId, NextStepId, PersonId, ProjectId};
use nexus_domain::projects::{Lesson, NextStep};

use super::day;
use crate::people::alias;
use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<Lesson> {
    Ok(Lesson {
        id: cells.id("id")?,
        project: cells.id("project")?,
        person: cells.person("person")?,
        session: cells.maybe_id("session")?,
        block: cells.maybe_id("block")?,
        competency: cells.text("competency")?,
        what: cells.text("what")?,
        date: day(cells, "date")?,
    })
}

fn read_step(cells: &Cells<'_>) -> Result<NextStep> {
    Ok(NextStep {
        id: cells.id("id")?,
        cohort: cells.id("cohort")?,
        person: cells.person("person")?,
        text: cells.text("text")?,
        due: cells.date("due")?,
        done: cells.date("done")?,
    })
}

/// One lesson.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn lesson(r: &Read<'_>, id: LessonId) -> Result<Lesson> {
    let id = id.to_string();
    let sql = "SELECT l.* FROM lesson l JOIN project p ON p.id = l.project \
               WHERE l.id = ?1 AND l.deleted = 0 AND p.deleted = 0";
    row::first(r, "lesson", sql, [&id], read)?.ok_or(StoreError::NotFound { what: "lesson", id })
}

/// The lessons applied in a project, the latest first.
///
/// # Errors
/// What SQLite reports.
pub fn lessons(r: &Read<'_>, project: ProjectId) -> Result<Vec<Lesson>> {
    let sql = "SELECT l.* FROM lesson l JOIN project p ON p.id = l.project \
               WHERE l.project = ?1 AND l.deleted = 0 AND p.deleted = 0 ORDER BY l.date DESC, l.id DESC";
    row::list(r, "lesson", sql, [project.to_string()], read)
}

/// The lessons applied in all projects of a cohort, project by project, the latest first.
///
/// # Errors
/// What SQLite reports.
pub fn lessons_of_cohort(r: &Read<'_>, cohort: CohortId) -> Result<Vec<Lesson>> {
    let sql = "SELECT l.* FROM project p JOIN lesson l ON l.project = p.id \
               WHERE p.cohort = ?1 AND l.deleted = 0 AND p.deleted = 0 \
               ORDER BY p.id, l.date DESC, l.id DESC";
    row::list(r, "lesson", sql, [cohort.to_string()], read)
}

/// The lessons that a person applied in projects of a cohort, the latest first.
///
/// # Errors
/// What SQLite reports.
pub fn lessons_of_person(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<Lesson>> {
    let sql = format!(
        "SELECT l.* FROM lesson l JOIN project p ON p.id = l.project \
         WHERE p.cohort = ?1 AND l.person IN {} AND l.deleted = 0 AND p.deleted = 0 \
         ORDER BY l.date DESC, l.id DESC",
        alias::any("?2")
    );
    row::list(r, "lesson", &sql, [cohort.to_string(), person.to_string()], read)
}

/// Stores a lesson.
///
/// # Errors
/// What SQLite reports.
pub fn put_lesson(w: &Write<'_>, lesson: &Lesson) -> Result<()> {
    let id = lesson.id.to_string();
    let person = alias::stored(w, "lesson", &id, lesson.person)?;
    row::put(
        w,
        "lesson",
        &id,
        &[
            ("project", &lesson.project.to_string()),
            ("person", &person.to_string()),
            ("session", &lesson.session.map(|id| id.to_string())),
            ("block", &lesson.block.map(|id| id.to_string())),
            ("competency", &lesson.competency),
            ("what", &lesson.what),
            ("date", &lesson.date.to_string()),
        ],
    )
}

/// Takes a lesson into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_lesson_deleted(w: &Write<'_>, id: LessonId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "lesson", &id.to_string(), deleted)
}

/// One next step.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn next_step(r: &Read<'_>, id: NextStepId) -> Result<NextStep> {
    let id = id.to_string();
    let sql = "SELECT * FROM next_step WHERE id = ?1 AND deleted = 0";
    row::first(r, "next_step", sql, [&id], read_step)?.ok_or(StoreError::NotFound {
        what: "next_step",
        id,
    })
}

/// What a person means to do: open steps first, by their day; those without a day after the others.
///
/// # Errors
/// What SQLite reports.
pub fn next_steps(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<NextStep>> {
    let sql = format!(
        "SELECT * FROM next_step WHERE cohort = ?1 AND person IN {} AND deleted = 0 \
         ORDER BY done IS NOT NULL, due IS NULL, due, id",
        alias::any("?2")
    );
    row::list(
        r,
        "next_step",
        &sql,
        [cohort.to_string(), person.to_string()],
        read_step,
    )
}

/// The next steps of everybody in a cohort.
///
/// # Errors
/// What SQLite reports.
pub fn next_steps_of_cohort(r: &Read<'_>, cohort: CohortId) -> Result<Vec<NextStep>> {
    let sql =
        "SELECT * FROM next_step WHERE cohort = ?1 AND deleted = 0 ORDER BY person, due IS NULL, due, id";
    row::list(r, "next_step", sql, [cohort.to_string()], read_step)
}

/// Stores a next step.
///
/// # Errors
/// What SQLite reports.
pub fn put_next_step(w: &Write<'_>, step: &NextStep) -> Result<()> {
    let id = step.id.to_string();
    let person = alias::stored(w, "next_step", &id, step.person)?;
    row::put(
        w,
        "next_step",
        &id,
        &[
            ("cohort", &step.cohort.to_string()),
            ("person", &person.to_string()),
            ("text", &step.text),
            ("due", &step.due.map(|day| day.to_string())),
            ("done", &step.done.map(|day| day.to_string())),
        ],
    )
}

/// Takes a next step into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_next_step_deleted(w: &Write<'_>, id: NextStepId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "next_step", &id.to_string(), deleted)
}

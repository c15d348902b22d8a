//! Real-world projects: the charter, who works on it, milestones, updates with evidence, lessons applied, and
//! what a person means to do next.

mod evidence;
mod held;
mod lessons;
mod milestones;
mod person;
mod reading;
pub(crate) mod sample;
mod steps;
mod updates;
mod views;

#[cfg(test)]
mod tests;

use nexus_domain::ids::{PersonId, ProjectId};
use nexus_domain::projects::Project;
use nexus_store::{Write, cohorts, projects};

pub use evidence::{add_evidence, remove_evidence, save_evidence};
pub(crate) use held::{held, held_lessons, held_steps};
pub use lessons::{add_lesson, edit_lesson, remove_lesson};
pub use milestones::{add_milestone, edit_milestone, move_milestone, project_figure, remove_milestone};
pub use person::of_person;
pub(crate) use person::{last_change, summary};
pub use steps::{add_step, edit_step, finish_step, remove_step};
pub use updates::{add_update, correct_update, remove_update};
pub use views::*;

use crate::input::{day_or_none, invalid, line, lines, required};
use crate::people::read_id as person_id;
use crate::{App, AppError, Done, Result};
pub(crate) use reading::every;
use reading::{Board, Faces};

/// The projects of a cohort.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn list(app: &App, cohort: &str) -> Result<ProjectsView> {
    let id = crate::cohorts::read_id(cohort)?;
    app.ws().read(|r| {
        let faces = Faces::of(r, id)?;
        let today = app.today(r)?;
        Ok(ProjectsView {
            today: today.to_string(),
            projects: Board::of(r, &faces)?.lines(today),
            people: faces.everybody(),
        })
    })
}

/// One project with all that hangs on it.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn view(app: &App, project: &str) -> Result<ProjectView> {
    let id = read_id(project)?;
    app.ws().read(|r| reading::whole(app, r, id))
}

/// Makes a project of one or more people of a cohort.
///
/// # Errors
/// [`AppError::Invalid`] without a title or people, [`AppError::NotFound`] for somebody who is not in the cohort;
/// those of the store.
pub fn create(app: &App, cohort: &str, input: &ProjectInput) -> Result<Done<String>> {
    let cohort = crate::cohorts::read_id(cohort)?;
    let title = required(
        "project",
        "title",
        line("project", "title", &input.title)?,
        "a title",
    )?;
    app.act("projects.create", &title, |w| {
        cohorts::by_id(w, cohort)?;
        let members = cohorts::members(w, cohort)?;
        let mut people = Vec::new();
        for person in &input.people {
            let id = person_id(person)?;
            let found = members.iter().find(|(_, member)| member.id == id);
            people.push(found.ok_or_else(|| not_in_cohort(person))?);
        }
        let (first, _) = people
            .first()
            .ok_or_else(|| invalid(&title, "people", "", "one or more people"))?;
        let project = Project {
            id: ProjectId(app.new_id()),
            cohort,
            title: title.clone(),
            problem: String::new(),
            beneficiaries: String::new(),
            institution: first.institution.clone(),
            sponsor: String::new(),
            success: String::new(),
            agreed: None,
        };
        projects::put(w, &project)?;
        for (_, person) in people {
            projects::put_member(w, project.id, person.id)?;
        }
        Ok(project.id.to_string())
    })
}

/// Changes one field of a project.
///
/// # Errors
/// [`AppError::Invalid`] naming the field, [`AppError::NotFound`]; those of the store.
pub fn edit(app: &App, project: &str, field: ProjectField, value: &str) -> Result<Done<()>> {
    let before = find(app, project)?;
    app.act("projects.edit", &before.title, |w| {
        let mut project = projects::by_id(w, before.id)?;
        let title = project.title.clone();
        match field {
            ProjectField::Title => {
                project.title = required(&title, "title", line(&title, "title", value)?, "a title")?;
            }
            ProjectField::Problem => project.problem = lines(&title, "problem", value)?,
            ProjectField::Beneficiaries => project.beneficiaries = lines(&title, "beneficiaries", value)?,
            ProjectField::Institution => project.institution = line(&title, "institution", value)?,
            ProjectField::Sponsor => project.sponsor = line(&title, "sponsor", value)?,
            ProjectField::Success => project.success = lines(&title, "success", value)?,
            ProjectField::Agreed => project.agreed = day_or_none(&title, "agreed", value)?,
        }
        Ok(projects::put(w, &project)?)
    })
}

/// Takes a project into the bin with all that hangs on it.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn remove(app: &App, project: &str) -> Result<Done<()>> {
    let project = find(app, project)?;
    app.act("projects.remove", &project.title, |w| {
        Ok(projects::set_deleted(w, project.id, true)?)
    })
}

/// Lets a person of the cohort work on a project.
///
/// # Errors
/// [`AppError::NotFound`] for somebody who is not in the cohort; those of the store.
pub fn add_member(app: &App, project: &str, person: &str) -> Result<Done<()>> {
    let (project, id) = (find(app, project)?, person_id(person)?);
    app.act("projects.member-add", &project.title, |w| {
        let members = cohorts::members(w, project.cohort)?;
        if !members.iter().any(|(_, member)| member.id == id) {
            return Err(not_in_cohort(person));
        }
        Ok(projects::put_member(w, project.id, id)?)
    })
}

/// Takes a person out of a project; the last one stays.
///
/// # Errors
/// [`AppError::Invalid`] for the last one, [`AppError::NotFound`]; those of the store.
pub fn remove_member(app: &App, project: &str, person: &str) -> Result<Done<()>> {
    let (project, id) = (find(app, project)?, person_id(person)?);
    app.act("projects.member-remove", &project.title, |w| {
        let left = projects::members(w, project.id)?;
        if left == [id] {
            return Err(invalid(&project.title, "people", "", "one or more people"));
        }
        Ok(projects::remove_member(w, project.id, id)?)
    })
}

fn not_in_cohort(person: &str) -> AppError {
    AppError::NotFound {
        what: "participant",
        key: person.to_owned(),
    }
}

fn read_id(id: &str) -> Result<ProjectId> {
    id.parse().map_err(|_| AppError::NotFound {
        what: "project",
        key: id.to_owned(),
    })
}

/// A project, for the words of a step.
fn find(app: &App, project: &str) -> Result<Project> {
    let id = read_id(project)?;
    Ok(app.ws().read(|r| projects::by_id(r, id))?)
}

/// A person of a project.
fn member(w: &Write<'_>, project: ProjectId, person: &str) -> Result<PersonId> {
    let id = person_id(person)?;
    if projects::members(w, project)?.contains(&id) {
        Ok(id)
    } else {
        Err(not_in_cohort(person))
    }
}

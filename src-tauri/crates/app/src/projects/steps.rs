//! What a person means to do next.

use nexus_domain::ids::NextStepId;
use nexus_domain::projects::NextStep;
use nexus_store::{people, projects};

use super::not_in_cohort;
use super::views::NextStepInput;
use crate::input::{day_or_none, id, line, required};
use crate::people::read_id as person_id;
use crate::{App, Done, Result};

/// Adds a next step of a participant.
///
/// # Errors
/// [`crate::AppError::Invalid`] without words, [`crate::AppError::NotFound`] for somebody who is not in the
/// cohort; those of the store.
pub fn add_step(app: &App, cohort: &str, person: &str, input: &NextStepInput) -> Result<Done<String>> {
    let (cohort, person_key) = (crate::cohorts::read_id(cohort)?, person_id(person)?);
    let name = app.ws().read(|r| people::by_id(r, person_key))?.name();
    let (text, due) = read(&name, input)?;
    app.act("projects.step-add", &name, |w| {
        let members = nexus_store::cohorts::members(w, cohort)?;
        if !members.iter().any(|(_, member)| member.id == person_key) {
            return Err(not_in_cohort(person));
        }
        let step = NextStep {
            id: NextStepId(app.new_id()),
            cohort,
            person: person_key,
            text,
            due,
            done: None,
        };
        projects::put_next_step(w, &step)?;
        Ok(step.id.to_string())
    })
}

/// Changes the words and the day of a next step.
///
/// # Errors
/// [`crate::AppError::Invalid`] without words, [`crate::AppError::NotFound`]; those of the store.
pub fn edit_step(app: &App, step: &str, input: &NextStepInput) -> Result<Done<()>> {
    change(app, "projects.step-edit", step, |_, name, step| {
        (step.text, step.due) = read(name, input)?;
        Ok(())
    })
}

/// Says that a next step is done today, or that it is open again.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn finish_step(app: &App, step: &str, done: bool) -> Result<Done<()>> {
    change(app, "projects.step-done", step, |w, _, step| {
        step.done = match done {
            true => Some(step.done.unwrap_or(app.today(w)?)),
            false => None,
        };
        Ok(())
    })
}

/// Takes a next step into the bin.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn remove_step(app: &App, step: &str) -> Result<Done<()>> {
    let (step, name) = find_step(app, step)?;
    app.act("projects.step-remove", &name, |w| {
        Ok(projects::set_next_step_deleted(w, step.id, true)?)
    })
}

fn change(
    app: &App,
    kind: &'static str,
    step: &str,
    work: impl FnOnce(&nexus_store::Write<'_>, &str, &mut NextStep) -> Result<()>,
) -> Result<Done<()>> {
    let (before, name) = find_step(app, step)?;
    app.act(kind, &name, |w| {
        let mut step = projects::next_step(w, before.id)?;
        work(w, &name, &mut step)?;
        Ok(projects::put_next_step(w, &step)?)
    })
}

fn find_step(app: &App, step: &str) -> Result<(NextStep, String)> {
    let id = id("next-step", step)?;
    app.ws().read(|r| {
        let step = projects::next_step(r, id)?;
        let name = people::by_id(r, step.person)?.name();
        Ok((step, name))
    })
}

fn read(name: &str, input: &NextStepInput) -> Result<(String, Option<chrono::NaiveDate>)> {
    let text = required(
        name,
        "next step",
        line(name, "next step", &input.text)?,
        "what comes next",
    )?;
    Ok((text, day_or_none(name, "due", &input.due)?))
}

//! After the program: outcomes with evidence, figures of institutions, and when a cohort is asked again.

mod evidence;
mod follow_up;
mod indicators;
mod reading;
pub(crate) mod sample;
mod views;

#[cfg(test)]
mod tests;

use nexus_domain::ids::{OutcomeId, ProgramId};
use nexus_domain::outcomes::Outcome;
use nexus_store::{Read, Write, outcomes, programs};

pub use evidence::{add_evidence, correct_evidence, remove_evidence, save_evidence};
pub use follow_up::{add_follow_up, finish_follow_up, remove_follow_up};
pub use indicators::{add_indicator, edit_indicator, remove_indicator};
pub(crate) use reading::{of_cohort as view_of, of_program as program_of};
pub use views::*;

use crate::input::{id, invalid, line, required};
use crate::programs::read_id as program_id;
use crate::{App, Done, Result};

/// What comes after the program of a cohort.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn view(app: &App, cohort: &str) -> Result<OutcomesView> {
    let id = crate::cohorts::read_id(cohort)?;
    app.ws().read(|r| reading::of_cohort(app, r, id))
}

/// What comes after a program, over all of its cohorts.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn of_program(app: &App, program: &str) -> Result<ProgramOutcomesView> {
    let id = program_id(program)?;
    app.ws().read(|r| reading::of_program(app, r, id))
}

/// Gives a new program the outcomes that every program starts with.
pub(crate) fn start(w: &Write<'_>, program: ProgramId) -> Result<()> {
    for outcome in nexus_domain::outcomes::defaults(program) {
        outcomes::put(w, &outcome)?;
    }
    Ok(())
}

/// Gives a program that has no outcomes those that every program starts with.
///
/// # Errors
/// [`crate::AppError::Invalid`] for a program that has some; [`crate::AppError::NotFound`]; those of the store.
pub fn fill(app: &App, program: &str) -> Result<Done<()>> {
    let (id, name) = find_program(app, program)?;
    app.act("outcomes.fill", &name, |w| {
        let count = outcomes::of_program(w, id)?.len();
        if count > 0 {
            let found = count.to_string();
            return Err(invalid(&name, "outcomes", &found, "a program without outcomes"));
        }
        start(w, id)
    })
}

/// Adds an outcome behind the others.
///
/// # Errors
/// [`crate::AppError::Invalid`] without words, [`crate::AppError::NotFound`]; those of the store.
pub fn add(app: &App, program: &str, input: &OutcomeInput) -> Result<Done<String>> {
    let (program, name) = find_program(app, program)?;
    let title = read_title(&name, &input.title)?;
    app.act("outcomes.add", &title, |w| {
        let last = outcomes::of_program(w, program)?;
        let position = last.iter().map(|one| one.position + 1).max().unwrap_or(0);
        let outcome = Outcome {
            id: OutcomeId(app.new_id()),
            program,
            position,
            term: input.term,
            title: title.clone(),
        };
        outcomes::put(w, &outcome)?;
        Ok(outcome.id.to_string())
    })
}

/// Changes the words and the term of an outcome.
///
/// # Errors
/// [`crate::AppError::Invalid`] without words, [`crate::AppError::NotFound`]; those of the store.
pub fn edit(app: &App, outcome: &str, input: &OutcomeInput) -> Result<Done<()>> {
    let before = find(app, outcome)?;
    let title = read_title(&before.title, &input.title)?;
    app.act("outcomes.edit", &before.title, |w| {
        let mut outcome = outcomes::by_id(w, before.id)?;
        outcome.title = title;
        outcome.term = input.term;
        Ok(outcomes::put(w, &outcome)?)
    })
}

/// Moves an outcome up or down among those of its term; at the end of them it stays.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn shift(app: &App, outcome: &str, up: bool) -> Result<Done<()>> {
    let moved = find(app, outcome)?;
    app.act("outcomes.move", &moved.title, |w| {
        let mut all = outcomes::of_program(w, moved.program)?;
        let at = all.iter().position(|one| one.id == moved.id);
        let beside = at.and_then(|at| if up { at.checked_sub(1) } else { Some(at + 1) });
        let (Some(at), Some(beside)) = (at, beside) else {
            return Ok(());
        };
        if all.get(beside).is_none_or(|one| one.term != moved.term) {
            return Ok(());
        }
        all.swap(at, beside);
        for (position, mut one) in (0..).zip(all) {
            if one.position != position {
                one.position = position;
                outcomes::put(w, &one)?;
            }
        }
        Ok(())
    })
}

/// Takes an outcome into the bin with its evidence.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn remove(app: &App, outcome: &str) -> Result<Done<()>> {
    let outcome = find(app, outcome)?;
    app.act("outcomes.remove", &outcome.title, |w| {
        Ok(outcomes::set_deleted(w, outcome.id, true)?)
    })
}

fn read_title(place: &str, title: &str) -> Result<String> {
    required(
        place,
        "outcome",
        line(place, "outcome", title)?,
        "what is to be seen",
    )
}

/// An outcome, for the words of a step.
fn find(app: &App, outcome: &str) -> Result<Outcome> {
    let id: OutcomeId = id("outcome", outcome)?;
    Ok(app.ws().read(|r| outcomes::by_id(r, id))?)
}

/// Id and name of a program, for the words of a step.
fn find_program(app: &App, program: &str) -> Result<(ProgramId, String)> {
    let id = program_id(program)?;
    app.ws()
        .read(|r: &Read<'_>| Ok((id, programs::by_id(r, id)?.name)))
}

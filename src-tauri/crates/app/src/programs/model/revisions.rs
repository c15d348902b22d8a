//! Revisions of the logic model: its words, frozen when they were agreed.

use nexus_domain::ids::{ModelId, ProgramId};
use nexus_domain::programs::Program;
use nexus_domain::programs::model::{Model, Revision, changes};
use nexus_store::programs::model as rows;
use nexus_store::{Read, Write, people, programs};

use super::{PartChangeView, PartView, RevisionLine, RevisionView, RevisionsView};
use crate::assessments::library;
use crate::input::{invalid, line};
use crate::programs::{ProgramLine, read_id};
use crate::{App, Done, Result};

/// The revision in force, and whether the words differ from it.
pub(super) fn latest(r: &Read<'_>, program: &Program) -> Result<(Option<RevisionLine>, bool)> {
    let last = rows::revisions(r, program.id)?.into_iter().next();
    let now = current(r, program)?;
    let changed = last.as_ref().is_none_or(|last| last.model != now);
    Ok((last.as_ref().map(revision_line), changed))
}

fn revision_line(revision: &Revision) -> RevisionLine {
    RevisionLine {
        id: revision.id.to_string(),
        number: revision.number,
        date: revision.date.to_string(),
        remark: revision.remark.clone(),
    }
}

/// The model as its words stand now.
fn current(r: &Read<'_>, program: &Program) -> Result<Model> {
    let words = people::vocabulary(r)?;
    let frameworks = library::frameworks_in_force(r)?;
    let competencies = frameworks.iter().flat_map(|framework| &framework.competencies);
    let outcomes = nexus_store::outcomes::of_program(r, program.id)?;
    Ok(Model {
        situation: program.situation.clone(),
        sectors: words.sectors.into_iter().map(|term| term.name).collect(),
        levels: words.levels.into_iter().map(|term| term.name).collect(),
        competencies: competencies.map(|competency| competency.name.clone()).collect(),
        outcomes: outcomes.into_iter().map(|outcome| outcome.title).collect(),
        criteria: program.criteria.clone(),
    })
}

/// The revisions of a program's model, and what the next one would say.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn revisions(app: &App, program: &str) -> Result<RevisionsView> {
    let id = read_id(program)?;
    app.ws().read(|r| {
        let program = programs::by_id(r, id)?;
        let now = current(r, &program)?;
        let all = rows::revisions(r, id)?;
        let nothing = Model::default();
        let before = |at: usize| all.get(at).map_or(&nothing, |revision| &revision.model);
        let view = |(at, revision): (usize, &Revision)| RevisionView {
            revision: revision_line(revision),
            parts: parts(&revision.model),
            changes: differences(before(at + 1), &revision.model),
        };
        Ok(RevisionsView {
            program: ProgramLine::of(&program),
            parts: parts(&now),
            changes: differences(before(0), &now),
            revisions: all.iter().enumerate().map(view).collect(),
        })
    })
}

fn parts(model: &Model) -> Vec<PartView> {
    let parts = model.parts().into_iter();
    parts.map(|(part, words)| PartView { part, words }).collect()
}

fn differences(before: &Model, after: &Model) -> Vec<PartChangeView> {
    changes(before, after)
        .into_iter()
        .map(|change| PartChangeView {
            part: change.part,
            added: change.added,
            removed: change.removed,
        })
        .collect()
}

/// Freezes the words of the model as its next revision. Gives its number.
///
/// # Errors
/// [`AppError::Invalid`] where nothing differs from the last one; [`AppError::NotFound`]; those of the store.
pub fn revise(app: &App, program: &str, remark: &str) -> Result<Done<u32>> {
    let id = read_id(program)?;
    let name = app.ws().read(|r| programs::by_id(r, id))?.name;
    let remark = line(&name, "remark", remark)?;
    app.act("programs.revise", &name, |w| agree(app, w, id, remark))
}

/// As [`revise`], within an action.
pub(crate) fn agree(app: &App, w: &Write<'_>, program: ProgramId, remark: String) -> Result<u32> {
    let revision = next(app, w, program, remark)?;
    rows::add_revision(w, &revision)?;
    Ok(revision.number)
}

fn next(app: &App, r: &Read<'_>, program: ProgramId, remark: String) -> Result<Revision> {
    let all = rows::revisions(r, program)?;
    let model = current(r, &programs::by_id(r, program)?)?;
    if let Some(same) = all.first().filter(|last| last.model == model) {
        let found = format!("version {}", same.number);
        return Err(invalid(
            "model",
            "words",
            &found,
            "words that differ from the last version",
        ));
    }
    Ok(Revision {
        id: ModelId(app.new_id()),
        program,
        number: all.first().map_or(1, |last| last.number + 1),
        date: app.today(r)?,
        remark,
        model,
    })
}

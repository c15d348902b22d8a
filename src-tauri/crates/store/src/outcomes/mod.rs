//! Rows of outcomes, the evidence under them, figures of institutions, and follow-ups. They are read through their
//! program or cohort: of one in the bin nothing is found.

pub(crate) mod catalogue;
mod evidence;
mod follow_up;
mod indicators;

use std::collections::HashMap;

use nexus_domain::ids::{CohortId, OutcomeId, ProgramId};
use nexus_domain::outcomes::{Outcome, OutcomeTerm, current};

pub use evidence::{add_evidence, evidence, evidence_by_id, set_evidence_deleted};
pub use follow_up::{follow_up, follow_ups, put_follow_up, set_follow_up_deleted};
pub use indicators::{indicator, indicator_count, indicators, put_indicator, set_indicator_deleted};

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<Outcome> {
    Ok(Outcome {
        id: cells.id("id")?,
        program: cells.id("program")?,
        position: cells.number("position")?,
        term: cells.word("term", OutcomeTerm::from_key)?,
        title: cells.text("title")?,
    })
}

/// One outcome.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn by_id(r: &Read<'_>, id: OutcomeId) -> Result<Outcome> {
    let id = id.to_string();
    let sql = "SELECT o.* FROM outcome o JOIN program p ON p.id = o.program \
               WHERE o.id = ?1 AND o.deleted = 0 AND p.deleted = 0";
    row::first(r, "outcome", sql, [&id], read)?.ok_or(StoreError::NotFound { what: "outcome", id })
}

/// The outcomes of a program in their order, those back at work first.
///
/// # Errors
/// What SQLite reports.
pub fn of_program(r: &Read<'_>, program: ProgramId) -> Result<Vec<Outcome>> {
    let sql = "SELECT o.* FROM outcome o JOIN program p ON p.id = o.program \
               WHERE o.program = ?1 AND o.deleted = 0 AND p.deleted = 0 ORDER BY o.position, o.id";
    let mut found = row::list(r, "outcome", sql, [program.to_string()], read)?;
    found.sort_by_key(|outcome| outcome.term);
    Ok(found)
}

/// Stores an outcome, also one that was in the bin.
///
/// # Errors
/// What SQLite reports.
pub fn put(w: &Write<'_>, outcome: &Outcome) -> Result<()> {
    row::put(
        w,
        "outcome",
        &outcome.id.to_string(),
        &[
            ("program", &outcome.program.to_string()),
            ("position", &outcome.position),
            ("term", &outcome.term.key()),
            ("title", &outcome.title),
            ("deleted", &0),
        ],
    )
}

/// Takes an outcome into the bin with its evidence, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_deleted(w: &Write<'_>, id: OutcomeId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "outcome", &id.to_string(), deleted)
}

/// The outcomes of a program in their order, each with how many pieces of evidence count for it: of one cohort, or
/// of all of the program with those that belong to no cohort.
///
/// # Errors
/// What SQLite reports.
pub fn counts(r: &Read<'_>, program: ProgramId, cohort: Option<CohortId>) -> Result<Vec<(Outcome, u32)>> {
    let mut of: HashMap<OutcomeId, u32> = HashMap::new();
    for one in current(evidence(r, program)?) {
        if cohort.is_none() || one.cohort == cohort {
            *of.entry(one.outcome).or_default() += 1;
        }
    }
    Ok(of_program(r, program)?
        .into_iter()
        .map(|outcome| {
            let count = of.get(&outcome.id).copied().unwrap_or_default();
            (outcome, count)
        })
        .collect())
}

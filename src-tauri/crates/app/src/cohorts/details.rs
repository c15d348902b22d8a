//! A cohort's own facts, changed one by one, and taking the cohort away.

use nexus_domain::cohorts::Cohort;
use nexus_store::{Read, cohorts, programs};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CohortInput, CohortLine, read_id, read_input};
use crate::programs::ProgramLine;
use crate::{App, AppError, Done, Result};

/// A field of a cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum CohortField {
    /// Its name.
    Name,
    /// Its short mark; made of the name if empty.
    Mark,
    /// The letters of its participant codes, as long as none was given.
    Prefix,
    /// First day, `YYYY-MM-DD` or empty.
    Starts,
    /// Last day, or empty.
    Ends,
    /// Its program, by id.
    Program,
}

/// A cohort's own facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CohortDetails {
    /// The cohort.
    pub cohort: CohortLine,
    /// Programs that it may belong to, its own among them.
    pub programs: Vec<ProgramLine>,
    /// Participant codes ever given in it; above zero its prefix stays.
    pub codes: u32,
}

/// A cohort's own facts.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn details(app: &App, id: &str) -> Result<CohortDetails> {
    let id = read_id(id)?;
    app.ws().read(|r| {
        let cohort = cohorts::by_id(r, id)?;
        let sample = programs::by_id(r, cohort.program)?.sample;
        let people = cohorts::members(r, id)?.len();
        let codes = cohorts::numbers_used(r, id)?.len();
        Ok(CohortDetails {
            cohort: CohortLine::of(&cohort, u32::try_from(people).unwrap_or(u32::MAX), sample),
            programs: programs::all(r)?
                .iter()
                .filter(|program| program.sample == sample)
                .map(ProgramLine::of)
                .collect(),
            codes: u32::try_from(codes).unwrap_or(u32::MAX),
        })
    })
}

/// Changes one field of a cohort.
///
/// # Errors
/// [`AppError::Invalid`] naming the field; also for a prefix once codes were given, because they may stand on
/// paper, and for a program of the sample where the cohort is real, or the other way round.
/// [`AppError::NotFound`]; those of the store.
pub fn edit(app: &App, id: &str, field: CohortField, value: &str) -> Result<Done<()>> {
    let id = read_id(id)?;
    let name = app
        .ws()
        .read(|r| Ok::<_, AppError>(cohorts::by_id(r, id)?.name))?;
    app.act("cohorts.edit", &name, |w| {
        let old = cohorts::by_id(w, id)?;
        let mut input = as_typed(&old);
        let slot = match field {
            CohortField::Name => &mut input.name,
            CohortField::Mark => &mut input.mark,
            CohortField::Prefix => &mut input.prefix,
            CohortField::Starts => &mut input.starts,
            CohortField::Ends => &mut input.ends,
            CohortField::Program => &mut input.program,
        };
        value.trim().clone_into(slot);
        let program = crate::programs::read_id(&input.program)?;
        let cohort = read_input(w, id, program, &input)?;
        if cohort.prefix != old.prefix && !cohorts::numbers_used(w, id)?.is_empty() {
            let expected = format!("{}, which stands in codes that were given", old.prefix);
            return Err(invalid("prefix", &cohort.prefix, expected));
        }
        if cohort.program != old.program {
            check_program(w, &old, &cohort)?;
        }
        Ok(cohorts::put(w, &cohort)?)
    })
}

/// Real data never becomes part of the sample, nor the sample real.
fn check_program(r: &Read<'_>, old: &Cohort, new: &Cohort) -> Result<()> {
    let (from, to) = (programs::by_id(r, old.program)?, programs::by_id(r, new.program)?);
    if from.sample == to.sample {
        return Ok(());
    }
    let expected = if from.sample {
        "a program of the sample"
    } else {
        "a program that is not the sample"
    };
    Err(invalid("program", &to.name, expected.to_owned()))
}

fn as_typed(cohort: &Cohort) -> CohortInput {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    CohortInput {
        program: cohort.program.to_string(),
        name: cohort.name.clone(),
        mark: cohort.mark.clone(),
        prefix: cohort.prefix.clone(),
        starts: day(cohort.starts),
        ends: day(cohort.ends),
    }
}

fn invalid(field: &str, found: &str, expected: String) -> AppError {
    AppError::Invalid {
        place: "cohort".to_owned(),
        field: field.to_owned(),
        found: found.to_owned(),
        expected,
    }
}

/// Takes a cohort into the bin; its people stay known, and whatever belongs to it comes back with it.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn remove(app: &App, id: &str) -> Result<Done<()>> {
    let id = read_id(id)?;
    let name = app
        .ws()
        .read(|r| Ok::<_, AppError>(cohorts::by_id(r, id)?.name))?;
    app.act("cohorts.remove", &name, |w| {
        Ok(cohorts::set_deleted(w, id, true)?)
    })
}

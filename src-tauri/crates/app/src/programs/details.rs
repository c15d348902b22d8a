//! One program: its situation and its award, changed field by field; making and removing programs.

use chrono::NaiveDate;
use nexus_domain::ids::ProgramId;
use nexus_domain::people::letters::tidy;
use nexus_domain::programs::{Award, Program, check_period};
use nexus_store::{Read, Write, cohorts, programs};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::ProgramLine;
use crate::cohorts::CohortLine;
use crate::{App, AppError, Done, Result};

/// One program with its cohorts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProgramView {
    /// Id, name, and whether it is the sample.
    pub program: ProgramLine,
    /// The situation that it answers.
    pub situation: String,
    /// What decides who is selected, one criterion a line.
    pub criteria: String,
    /// Who funds it; empty without an award.
    pub funder: String,
    /// The funder's number of the award.
    pub award: String,
    /// First day of the award, `YYYY-MM-DD` or empty.
    pub award_starts: String,
    /// Last day of the award, or empty.
    pub award_ends: String,
    /// Its cohorts, the latest first.
    pub cohorts: Vec<CohortLine>,
}

/// A field of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ProgramField {
    /// Its name.
    Name,
    /// The situation that it answers; lines stay.
    Situation,
    /// What decides who is selected, one criterion a line; empty lines and repeated ones go.
    Criteria,
    /// Who funds it.
    Funder,
    /// The funder's number of the award.
    Award,
    /// First day of the award, `YYYY-MM-DD` or empty.
    AwardStarts,
    /// Last day of the award, or empty.
    AwardEnds,
}

pub(crate) fn read_id(id: &str) -> Result<ProgramId> {
    id.parse().map_err(|_| AppError::NotFound {
        what: "program",
        key: id.to_owned(),
    })
}

/// One program.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn view(app: &App, id: &str) -> Result<ProgramView> {
    let id = read_id(id)?;
    app.ws().read(|r| {
        let program = programs::by_id(r, id)?;
        let line = ProgramLine::of(&program);
        let award = program.award.unwrap_or_default();
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        Ok(ProgramView {
            situation: program.situation,
            criteria: program.criteria.join("\n"),
            funder: award.funder,
            award: award.number,
            award_starts: day(award.starts),
            award_ends: day(award.ends),
            cohorts: of_program(r, id)?
                .iter()
                .map(|(cohort, people)| CohortLine::of(cohort, *people, line.sample))
                .collect(),
            program: line,
        })
    })
}

/// The program with this name, whatever its capitals.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn named(app: &App, name: &str) -> Result<ProgramLine> {
    let wanted = tidy(name).to_lowercase();
    let all = app.ws().read(programs::all)?;
    let found = all.iter().find(|program| program.name.to_lowercase() == wanted);
    found.map(ProgramLine::of).ok_or_else(|| AppError::NotFound {
        what: "program",
        key: name.to_owned(),
    })
}

fn of_program(r: &Read<'_>, id: ProgramId) -> Result<Vec<(nexus_domain::cohorts::Cohort, u32)>> {
    let all = cohorts::all(r)?;
    Ok(all
        .into_iter()
        .filter(|(cohort, _)| cohort.program == id)
        .collect())
}

/// Makes a program.
///
/// # Errors
/// [`AppError::Invalid`] for a name that is empty or taken; those of the store.
pub fn create(app: &App, name: &str) -> Result<Done<ProgramLine>> {
    let id = ProgramId(app.new_id());
    let name = tidy(name);
    app.act("programs.create", &name, |w| {
        let program = Program {
            id,
            name: free_name(w, id, &name)?,
            situation: String::new(),
            criteria: Vec::new(),
            award: None,
            sample: false,
        };
        programs::put(w, &program)?;
        crate::outcomes::start(w, program.id)?;
        Ok(ProgramLine::of(&program))
    })
}

/// Changes one field of a program.
///
/// # Errors
/// [`AppError::Invalid`] naming the field, also for a period that would run backwards;
/// [`AppError::NotFound`]; those of the store.
pub fn edit(app: &App, id: &str, field: ProgramField, value: &str) -> Result<Done<()>> {
    let id = read_id(id)?;
    let name = app
        .ws()
        .read(|r| Ok::<_, AppError>(programs::by_id(r, id)?.name))?;
    app.act("programs.edit", &name, |w| {
        let mut program = programs::by_id(w, id)?;
        let mut award = program.award.take().unwrap_or_default();
        match field {
            ProgramField::Name => program.name = free_name(w, id, value)?,
            ProgramField::Situation => value.trim().clone_into(&mut program.situation),
            ProgramField::Criteria => program.criteria = read_criteria(value),
            ProgramField::Funder => award.funder = tidy(value),
            ProgramField::Award => award.number = tidy(value),
            ProgramField::AwardStarts => award.starts = read_day("first day of the award", value)?,
            ProgramField::AwardEnds => award.ends = read_day("last day of the award", value)?,
        }
        check_award(&award, field)?;
        program.award = (!award.is_empty()).then_some(award);
        Ok(programs::put(w, &program)?)
    })
}

/// One criterion a line, each once.
fn read_criteria(text: &str) -> Vec<String> {
    let mut criteria: Vec<String> = Vec::new();
    for line in text.lines().map(tidy) {
        if !line.is_empty() && !criteria.contains(&line) {
            criteria.push(line);
        }
    }
    criteria
}

/// The period of the award, told from the day that was just typed.
fn check_award(award: &Award, field: ProgramField) -> Result<()> {
    check_period(award.starts, award.ends).map_err(|bad| {
        if field == ProgramField::AwardStarts {
            let expected = format!("a day until {}", bad.ends);
            invalid("first day of the award", &bad.starts.to_string(), expected)
        } else {
            let expected = format!("a day from {}", bad.starts);
            invalid("last day of the award", &bad.ends.to_string(), expected)
        }
    })
}

fn read_day(field: &str, text: &str) -> Result<Option<NaiveDate>> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let day = text.parse().map(Some);
    day.map_err(|_| invalid(field, text, "a day as YYYY-MM-DD".to_owned()))
}

/// The tidy name, if it is one and no other program has it.
fn free_name(w: &Write<'_>, id: ProgramId, name: &str) -> Result<String> {
    let name = tidy(name);
    if name.is_empty() {
        return Err(invalid("name", "", "a name".to_owned()));
    }
    let is_taken = programs::all(w)?
        .iter()
        .any(|other| other.id != id && other.name.to_lowercase() == name.to_lowercase());
    if is_taken {
        let expected = "a name that no other program has".to_owned();
        return Err(invalid("name", &name, expected));
    }
    Ok(name)
}

fn invalid(field: &str, found: &str, expected: String) -> AppError {
    AppError::Invalid {
        place: "program".to_owned(),
        field: field.to_owned(),
        found: found.to_owned(),
        expected,
    }
}

/// Takes a program without cohorts into the bin.
///
/// # Errors
/// [`AppError::InUse`] while it has cohorts, [`AppError::NotFound`]; those of the store.
pub fn remove(app: &App, id: &str) -> Result<Done<()>> {
    let id = read_id(id)?;
    let name = app
        .ws()
        .read(|r| Ok::<_, AppError>(programs::by_id(r, id)?.name))?;
    app.act("programs.remove", &name, |w| {
        let count = of_program(w, id)?.len();
        if count > 0 {
            return Err(AppError::InUse {
                what: "program",
                name: name.clone(),
                count: u32::try_from(count).unwrap_or(u32::MAX),
            });
        }
        Ok(programs::set_deleted(w, id, true)?)
    })
}

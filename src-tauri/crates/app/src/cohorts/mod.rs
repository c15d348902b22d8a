//! Cohorts: making them, and what is true of one at a glance.

mod details;
mod home;
mod home_views;

use chrono::NaiveDate;
use nexus_domain::cohorts::{Cohort, DEFAULT_PREFIX, check_prefix, mark_of, participant_code};
use nexus_domain::ids::CohortId;
use nexus_domain::programs::check_period;
use nexus_store::{Read, Write, cohorts, people, programs};
use serde::{Deserialize, Serialize};
use specta::Type;

pub use details::{CohortDetails, CohortField, details, edit, remove};
pub use home::home;
pub use home_views::*;

use crate::{App, AppError, Done, Result};

/// One cohort in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CohortLine {
    /// Its id.
    pub id: String,
    /// Id of its program.
    pub program: String,
    /// Its name.
    pub name: String,
    /// Its short mark.
    pub mark: String,
    /// The letters of its participant codes.
    pub prefix: String,
    /// First day, `YYYY-MM-DD`.
    pub starts: Option<String>,
    /// Last day.
    pub ends: Option<String>,
    /// People enrolled.
    pub people: u32,
    /// Whether it was made only to try things out.
    pub sample: bool,
}

impl CohortLine {
    pub(crate) fn of(cohort: &Cohort, people: u32, sample: bool) -> Self {
        Self {
            id: cohort.id.to_string(),
            program: cohort.program.to_string(),
            name: cohort.name.clone(),
            mark: cohort.mark.clone(),
            prefix: cohort.prefix.clone(),
            starts: cohort.starts.map(|day| day.to_string()),
            ends: cohort.ends.map(|day| day.to_string()),
            people,
            sample,
        }
    }
}

/// A cohort as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CohortInput {
    /// Id of its program; the usual one if empty.
    pub program: String,
    /// Its name.
    pub name: String,
    /// Its short mark; made of the name if empty.
    pub mark: String,
    /// The letters of its participant codes; `N` if empty.
    pub prefix: String,
    /// First day, `YYYY-MM-DD` or empty.
    pub starts: String,
    /// Last day, or empty.
    pub ends: String,
}

/// A cohort at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CohortView {
    /// The cohort itself.
    pub cohort: CohortLine,
    /// Name of its program.
    pub program: String,
    /// Who is in it, by sector (rows) and level (columns), those who left included.
    pub mix: MixView,
    /// Of its people, who withdrew or moved and did not come back.
    pub left: u32,
}

/// People by sector and level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MixView {
    /// Names of the levels that occur, in their order; the last is empty if some have none.
    pub levels: Vec<String>,
    /// The sectors that occur.
    pub rows: Vec<MixRow>,
}

/// One sector of a mix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MixRow {
    /// Name of the sector; empty for people without one.
    pub sector: String,
    /// Its glyph.
    pub mark: String,
    /// For each level, the people: code and id.
    pub cells: Vec<Vec<MixPerson>>,
}

/// One person in a mix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MixPerson {
    /// Participant code.
    pub code: String,
    /// Id of the person.
    pub person: String,
    /// Their name.
    pub name: String,
}

/// Makes a cohort.
///
/// # Errors
/// [`AppError::Invalid`] naming the field; those of the store.
pub fn create(app: &App, input: &CohortInput) -> Result<Done<CohortLine>> {
    app.act("cohorts.create", input.name.trim(), |w| {
        let cohort = make(app, w, input)?;
        let sample = programs::by_id(w, cohort.program)?.sample;
        Ok(CohortLine::of(&cohort, 0, sample))
    })
}

/// Makes a cohort within an action.
pub(crate) fn make(app: &App, w: &Write<'_>, input: &CohortInput) -> Result<Cohort> {
    let program = match input.program.as_str() {
        "" => crate::programs::usual(app, w)?,
        id => programs::by_id(w, crate::programs::read_id(id)?)?.id,
    };
    let cohort = read_input(w, CohortId(app.new_id()), program, input)?;
    cohorts::put(w, &cohort)?;
    Ok(cohort)
}

/// A cohort at a glance.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn view(app: &App, id: &str) -> Result<CohortView> {
    let id = read_id(id)?;
    app.ws().read(|r| {
        let cohort = cohorts::by_id(r, id)?;
        let program = programs::by_id(r, cohort.program)?;
        let mix = mix(r, &cohort)?;
        let count = mix
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .map(Vec::len)
            .sum::<usize>();
        let members = cohorts::members(r, cohort.id)?;
        let left = members.iter().filter(|(place, _)| place.left.is_some()).count();
        Ok(CohortView {
            left: u32::try_from(left).unwrap_or(u32::MAX),
            cohort: CohortLine::of(&cohort, u32::try_from(count).unwrap_or(u32::MAX), program.sample),
            program: program.name,
            mix,
        })
    })
}

fn mix(r: &Read<'_>, cohort: &Cohort) -> Result<MixView> {
    let words = people::vocabulary(r)?;
    let members = cohorts::members(r, cohort.id)?;
    let mut levels: Vec<_> = words.levels.iter().map(|level| Some(level.id)).collect();
    levels.push(None);
    levels.retain(|level| members.iter().any(|(enrolment, _)| enrolment.level == *level));
    let mut sectors: Vec<_> = words.sectors.iter().map(Some).collect();
    sectors.push(None);
    let cell = |sector, level| {
        members
            .iter()
            .filter(|(enrolment, _)| enrolment.sector == sector && enrolment.level == level)
            .map(|(enrolment, person)| MixPerson {
                code: participant_code(&cohort.prefix, enrolment.number),
                person: person.id.to_string(),
                name: person.name(),
            })
            .collect::<Vec<_>>()
    };
    let rows = sectors
        .into_iter()
        .map(|sector| MixRow {
            sector: sector.map(|sector| sector.name.clone()).unwrap_or_default(),
            mark: sector.map(|sector| sector.mark.clone()).unwrap_or_default(),
            cells: levels
                .iter()
                .map(|level| cell(sector.map(|sector| sector.id), *level))
                .collect(),
        })
        .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
        .collect();
    let name = |level: &Option<_>| {
        words
            .levels
            .iter()
            .find(|word| Some(word.id) == *level)
            .map(|word| word.name.clone())
            .unwrap_or_default()
    };
    Ok(MixView {
        levels: levels.iter().map(name).collect(),
        rows,
    })
}

/// The cohort that a terminal or a file names by name, mark or id.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn find(app: &App, name: &str) -> Result<CohortLine> {
    app.ws().read(|r| {
        let cohort = match cohorts::named(r, name)? {
            Some(cohort) => cohort,
            // A page that cannot be read is no missing cohort: only the id may be unknown.
            None => cohorts::by_id(r, read_id(name)?)?,
        };
        let people = cohorts::members(r, cohort.id)?.len();
        let sample = programs::by_id(r, cohort.program)?.sample;
        Ok(CohortLine::of(
            &cohort,
            u32::try_from(people).unwrap_or(u32::MAX),
            sample,
        ))
    })
}

pub(crate) fn read_id(id: &str) -> Result<CohortId> {
    id.parse().map_err(|_| AppError::NotFound {
        what: "cohort",
        key: id.to_owned(),
    })
}

fn read_input(
    w: &Write<'_>,
    id: CohortId,
    program: nexus_domain::ids::ProgramId,
    input: &CohortInput,
) -> Result<Cohort> {
    let invalid = |field: &str, found: &str, expected: String| AppError::Invalid {
        place: "cohort".to_owned(),
        field: field.to_owned(),
        found: found.to_owned(),
        expected,
    };
    let name = input.name.trim();
    if name.is_empty() {
        return Err(invalid("name", "", "a name".to_owned()));
    }
    if cohorts::named(w, name)?.is_some_and(|other| other.id != id) {
        return Err(invalid(
            "name",
            name,
            "a name that no other cohort has".to_owned(),
        ));
    }
    let prefix = if input.prefix.trim().is_empty() {
        DEFAULT_PREFIX
    } else {
        input.prefix.trim()
    };
    check_prefix(prefix).map_err(|bad| invalid("prefix", &bad.found, "1 to 4 letters".to_owned()))?;
    let day = |field: &str, text: &str| -> Result<Option<NaiveDate>> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        text.parse()
            .map(Some)
            .map_err(|_| invalid(field, text, "a day as YYYY-MM-DD".to_owned()))
    };
    let (starts, ends) = (day("starts", &input.starts)?, day("ends", &input.ends)?);
    check_period(starts, ends).map_err(|bad| {
        invalid(
            "ends",
            &bad.ends.to_string(),
            format!("a day from {}", bad.starts),
        )
    })?;
    let mark = if input.mark.trim().is_empty() {
        mark_of(name)
    } else {
        input.mark.trim().to_owned()
    };
    Ok(Cohort {
        id,
        program,
        name: name.to_owned(),
        mark,
        prefix: prefix.to_owned(),
        starts,
        ends,
    })
}

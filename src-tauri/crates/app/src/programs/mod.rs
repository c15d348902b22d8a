//! The facility of the workspace and its programs.

mod details;
mod facility;
mod find;
pub mod generate;
mod inputs;
mod model;
mod reach;
pub(crate) mod sample;

use nexus_domain::ids::{FacilityId, ProgramId};
use nexus_domain::people::{default_levels, default_sectors};
use nexus_domain::programs::{Facility, Program};
use nexus_store::{Write, cohorts, people, programs};
use serde::{Deserialize, Serialize};
use specta::Type;

pub(crate) use details::read_id;
pub use details::{ProgramField, ProgramView, create, edit, named, remove, view};
pub use facility::{FacilityField, FacilityView, facility, facility_edit};
pub(crate) use find::Finder;
pub use find::{FoundKind, FoundLine, find};
pub(crate) use inputs::inputs_of;
pub use inputs::{
    HoursInput, HoursLine, InputsView, Load, LoadLine, Offer, PartnerInput, PartnerLine, SessionPartner,
    hours_add, hours_edit, hours_remove, inputs, partner_add, partner_edit, partner_remove,
    session_partner_set, session_partners,
};
pub use model::{
    ActivityFigures, ByCohortLine, ByCohortView, CoreChange, FigureLine, InputFigures, ModelColumnView,
    ModelFigure, ModelView, OutcomeCount, PartChangeView, PartView, Participation, RevisionLine,
    RevisionView, RevisionsView, Share, ShareLine, ShortTerm, by_cohort, model, model_print, revise,
    revisions,
};
pub use reach::{ReachBy, ReachCell, ReachRow, ReachView, reach};

use crate::cohorts::CohortLine;
use crate::{App, AppError, Done, Result};

/// What a new workspace needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetupInput {
    /// Name of the facility.
    pub facility: String,
    /// Its time zone, as IANA names it, e.g. `America/Chicago`.
    pub zone: String,
}

/// The facility and what it runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OverviewView {
    /// Name of the facility.
    pub facility: String,
    /// Its time zone.
    pub zone: String,
    /// Its programs, by name; samples last.
    pub programs: Vec<ProgramLine>,
    /// Its cohorts, the latest first.
    pub cohorts: Vec<CohortLine>,
}

/// One program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProgramLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it was made only to try things out.
    pub sample: bool,
}

impl ProgramLine {
    pub(crate) fn of(program: &Program) -> Self {
        Self {
            id: program.id.to_string(),
            name: program.name.clone(),
            sample: program.sample,
        }
    }
}

/// How much a cohort holds, by the lines of the navigation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CohortCounts {
    /// People enrolled.
    pub people: u32,
    /// Sessions.
    pub sessions: u32,
    /// Occasions of assessment.
    pub assessments: u32,
    /// Projects.
    pub projects: u32,
}

/// Gives a new workspace its facility and the words that every facility starts with.
///
/// # Errors
/// [`AppError::Invalid`] for an empty name or an unknown zone; those of the store.
pub fn set_up(app: &App, input: &SetupInput) -> Result<Done<()>> {
    let (name, zone) = check(input)?;
    let facility = Facility {
        id: FacilityId(app.new_id()),
        name,
        zone,
    };
    let done = app.act("programs.setup", &facility.name, |w| {
        programs::put_facility(w, &facility)?;
        for sector in default_sectors() {
            people::put_sector(w, &sector)?;
        }
        for level in default_levels() {
            people::put_level(w, &level)?;
        }
        Ok(())
    })?;
    // A workspace without its facility is none: there is nothing to go back to.
    app.ws().end_undo()?;
    Ok(done)
}

/// Makes a new workspace ready for use: the facility, and the sample if that was chosen.
///
/// # Errors
/// As [`set_up`].
pub fn furnish(app: &App, input: &crate::settings::StartInput) -> Result<()> {
    set_up(
        app,
        &SetupInput {
            facility: input.facility.clone(),
            zone: input.zone.clone(),
        },
    )?;
    if input.sample {
        crate::sample::fill(app)?;
        app.ws().end_undo()?;
    }
    Ok(())
}

/// Checks what a new workspace needs to know, before anything is made. Gives the tidy name and the zone.
///
/// # Errors
/// [`AppError::Invalid`] for an empty name or an unknown zone.
pub fn check(input: &SetupInput) -> Result<(String, chrono_tz::Tz)> {
    let invalid = |field: &str, found: &str, expected: &str| AppError::Invalid {
        place: "facility".to_owned(),
        field: field.to_owned(),
        found: found.to_owned(),
        expected: expected.to_owned(),
    };
    let name = input.facility.trim();
    if name.is_empty() {
        return Err(invalid("name", "", "a name"));
    }
    let zone = input.zone.trim();
    let found = zone
        .parse()
        .map_err(|_| invalid("zone", zone, "a time zone such as America/Chicago"))?;
    Ok((name.to_owned(), found))
}

/// The facility with its programs and cohorts.
///
/// # Errors
/// [`AppError::NotFound`] before the facility was set up; those of the store.
pub fn overview(app: &App) -> Result<OverviewView> {
    app.ws().read(|r| {
        let facility = programs::facility(r)?.ok_or_else(|| AppError::NotFound {
            what: "facility",
            key: String::new(),
        })?;
        let programs = programs::all(r)?;
        let is_sample = |id: ProgramId| programs.iter().any(|program| program.id == id && program.sample);
        let cohorts = cohorts::all(r)?
            .into_iter()
            .map(|(cohort, people)| CohortLine::of(&cohort, people, is_sample(cohort.program)))
            .collect();
        let programs = programs.iter().map(ProgramLine::of).collect();
        Ok(OverviewView {
            facility: facility.name,
            zone: facility.zone.name().to_owned(),
            programs,
            cohorts,
        })
    })
}

/// How much a cohort holds.
///
/// # Errors
/// [`AppError::NotFound`] for what is no id of a cohort; those of the store.
pub fn counts(app: &App, cohort: &str) -> Result<CohortCounts> {
    let cohort = crate::cohorts::read_id(cohort)?;
    let found = app.ws().read(|r| cohorts::counts(r, cohort))?;
    Ok(CohortCounts {
        people: found.people,
        sessions: found.sessions,
        assessments: found.occasions,
        projects: found.projects,
    })
}

/// The program that a new cohort belongs to where none is named: the first real one, or one that takes
/// the facility's name.
pub(crate) fn usual(app: &App, w: &Write<'_>) -> Result<ProgramId> {
    if let Some(program) = programs::all(w)?.into_iter().find(|program| !program.sample) {
        return Ok(program.id);
    }
    let name = programs::facility(w)?
        .map(|facility| facility.name)
        .unwrap_or_default();
    let program = Program {
        id: ProgramId(app.new_id()),
        name,
        situation: String::new(),
        criteria: Vec::new(),
        award: None,
        sample: false,
    };
    programs::put(w, &program)?;
    crate::outcomes::start(w, program.id)?;
    Ok(program.id)
}

/// The names of all time zones, for a list to choose from.
pub fn zones() -> Vec<String> {
    chrono_tz::TZ_VARIANTS
        .iter()
        .map(|zone| zone.name().to_owned())
        .collect()
}

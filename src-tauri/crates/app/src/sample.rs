//! The sample: a program that looks alive, clearly marked, never counted with real data.

use chrono::{Datelike as _, Days, NaiveDate};
use nexus_domain::cohorts::{Cohort, DEFAULT_PREFIX, mark_of};
use nexus_domain::ids::{CohortId, ProgramId};
use nexus_domain::programs::Program;
use nexus_store::{Write, cohorts, programs};

use crate::people::import_text;
use crate::{App, AppError, Done, Result, assessments};

const ROSTER: &str = include_str!("../../../../assets/sample/roster.csv");
const PROGRAM: &str = "Leading from where you are (sample)";

/// Puts the sample into the workspace: one cohort of 24 people that started two months ago.
///
/// # Errors
/// Those of the store.
pub fn fill(app: &App) -> Result<Done<String>> {
    let today = app.now().date_naive();
    app.act("sample.fill", "", |w| {
        let program = Program {
            id: ProgramId(app.new_id()),
            name: PROGRAM.to_owned(),
            situation:
                "Libraries, archives and museums lose directors faster than they prepare new ones, and small \
                        institutions have nobody to learn the work from."
                    .to_owned(),
            award: None,
            sample: true,
        };
        programs::put(w, &program)?;
        crate::outcomes::start(w, program.id)?;
        cohort(app, w, program.id, today)
    })
}

fn cohort(app: &App, w: &Write<'_>, program: ProgramId, today: NaiveDate) -> Result<String> {
    let starts = today.checked_sub_days(Days::new(60)).unwrap_or(today);
    let ends = today.checked_add_days(Days::new(180)).unwrap_or(today);
    let years = format!("{}–{:02}", starts.year(), ends.year() % 100);
    let years = if starts.year() == ends.year() {
        starts.year().to_string()
    } else {
        years
    };
    let name = format!("Sample cohort, {years}");
    let cohort = Cohort {
        id: CohortId(app.new_id()),
        program,
        mark: mark_of(&name),
        name,
        prefix: DEFAULT_PREFIX.to_owned(),
        starts: Some(starts),
        ends: Some(ends),
    };
    cohorts::put(w, &cohort)?;
    import_text(app, w, &cohort, ROSTER)?;
    assessments::fill(app, w, &cohort, today)?;
    crate::curriculum::sample::fill(w)?;
    crate::sessions::sample::fill(app, w, &cohort)?;
    crate::projects::sample::fill(app, w, &cohort, today)?;
    crate::programs::sample::fill(app, w, &cohort, today)?;
    crate::outcomes::sample::fill(app, w, &cohort, today)?;
    Ok(cohort.id.to_string())
}

/// Takes every sample program with its cohorts and people into the bin, as one step of undo.
///
/// # Errors
/// [`AppError::NotFound`] when there is none; those of the store.
pub fn remove(app: &App) -> Result<Done<()>> {
    app.act("sample.remove", "", |w| {
        let samples: Vec<_> = programs::all(w)?
            .into_iter()
            .filter(|program| program.sample)
            .collect();
        if samples.is_empty() {
            return Err(AppError::NotFound {
                what: "sample",
                key: String::new(),
            });
        }
        for program in samples {
            crate::programs::sample::remove(w, program.id)?;
            // What is read through cohorts and programs goes before them.
            crate::outcomes::sample::remove_of_program(w, program.id)?;
            for (cohort, _) in cohorts::all(w)?
                .into_iter()
                .filter(|(cohort, _)| cohort.program == program.id)
            {
                for (enrolment, person) in cohorts::members(w, cohort.id)? {
                    cohorts::set_enrolment_deleted(w, enrolment.id, true)?;
                    if cohorts::of_person(w, person.id)?.is_empty() {
                        nexus_store::people::set_deleted(w, person.id, true)?;
                    }
                }
                assessments::remove_all(w, cohort.id)?;
                crate::projects::sample::remove(w, &cohort)?;
                crate::outcomes::sample::remove(w, &cohort)?;
                for session in nexus_store::sessions::of_cohort(w, cohort.id)? {
                    nexus_store::sessions::set_deleted(w, session.id, true)?;
                }
                cohorts::set_deleted(w, cohort.id, true)?;
            }
            programs::set_deleted(w, program.id, true)?;
        }
        crate::curriculum::sample::remove(w)
    })
}

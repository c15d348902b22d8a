//! The sample: a program that looks alive, clearly marked, never counted with real data.

use chrono::{Datelike as _, Days, NaiveDate};
use nexus_domain::cohorts::{Cohort, DEFAULT_PREFIX, mark_of};
use nexus_domain::ids::{CohortId, ProgramId};
use nexus_domain::programs::Program;
use nexus_store::{Write, cohorts, programs};

use crate::people::import_text;
use crate::{App, AppError, Done, Result, assessments};

const ROSTER: &str = include_str!("../../../../assets/sample/roster.csv");
const EARLIER_ROSTER: &str = include_str!("../../../../assets/sample/earlier/roster.csv");
const EARLIER_PROJECTS: &str = include_str!("../../../../assets/sample/earlier/projects.json");
const CRITERIA: [&str; 4] = [
    "Leads people or a project now, or will within a year",
    "Every sector is there, none with more than a third",
    "One in four from an institution of at most five people",
    "The director agrees in writing to the days and to the project",
];
const PROGRAM: &str = "Leading from where you are (sample)";

/// Puts the sample into the workspace: a cohort of 24 people that started two months ago, and an earlier one that 12
/// finished a year ago and that was asked again since; one of the 24 had begun there. Gives the id of the cohort of 24.
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
            criteria: CRITERIA.map(str::to_owned).to_vec(),
            award: None,
            sample: true,
        };
        programs::put(w, &program)?;
        crate::outcomes::start(w, program.id)?;
        crate::curriculum::sample::fill(w)?;
        assessments::library::sample::fill(w)?;
        earlier(app, w, program.id, today)?;
        cohort(app, w, program.id, today)
    })
}

/// The cohort that finished a year ago, its follow-ups, and what came of it.
fn earlier(app: &App, w: &Write<'_>, program: ProgramId, today: NaiveDate) -> Result<()> {
    let ends = today.checked_sub_days(Days::new(380)).unwrap_or(today);
    let starts = ends.checked_sub_days(Days::new(238)).unwrap_or(ends);
    let name = format!("Earlier sample cohort, {}", years(starts, ends));
    let cohort = put_cohort(app, w, program, name, (starts, ends))?;
    import_text(app, w, &cohort, EARLIER_ROSTER)?;
    assessments::fill_earlier(app, w, &cohort, ends)?;
    crate::sessions::sample::fill_earlier(app, w, &cohort, ends)?;
    crate::projects::sample::tell(app, w, &cohort, ends, EARLIER_PROJECTS)?;
    crate::outcomes::sample::fill_earlier(app, w, &cohort, ends)?;
    crate::people::sample::fill_earlier(app, w, &cohort, ends)
}

/// The years of a cohort, as its name has them.
fn years(starts: NaiveDate, ends: NaiveDate) -> String {
    if starts.year() == ends.year() {
        starts.year().to_string()
    } else {
        format!("{}–{:02}", starts.year(), ends.year() % 100)
    }
}

fn put_cohort(
    app: &App,
    w: &Write<'_>,
    program: ProgramId,
    name: String,
    (starts, ends): (NaiveDate, NaiveDate),
) -> Result<Cohort> {
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
    Ok(cohort)
}

fn cohort(app: &App, w: &Write<'_>, program: ProgramId, today: NaiveDate) -> Result<String> {
    let starts = today.checked_sub_days(Days::new(60)).unwrap_or(today);
    let ends = today.checked_add_days(Days::new(180)).unwrap_or(today);
    let name = format!("Sample cohort, {}", years(starts, ends));
    let cohort = put_cohort(app, w, program, name, (starts, ends))?;
    import_text(app, w, &cohort, ROSTER)?;
    assessments::fill(app, w, &cohort, today)?;
    crate::sessions::sample::fill(app, w, &cohort)?;
    crate::projects::sample::fill(app, w, &cohort, today)?;
    crate::programs::sample::fill(app, w, &cohort, today)?;
    crate::outcomes::sample::fill(app, w, &cohort, today)?;
    crate::people::sample::fill(app, w, &cohort, today)?;
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
                for (_, person) in cohorts::members(w, cohort.id)? {
                    for place in cohorts::places(w, cohort.id, person.id)? {
                        cohorts::set_enrolment_deleted(w, place.id, true)?;
                    }
                    if cohorts::of_person(w, person.id)?.is_empty() {
                        for record in nexus_store::people::alias::records(w, person.id)? {
                            nexus_store::people::set_deleted(w, record, true)?;
                        }
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
        assessments::library::sample::remove(w)?;
        crate::curriculum::sample::remove(w)
    })
}

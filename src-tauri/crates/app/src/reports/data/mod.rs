//! Data for other programs: tables made by the queries of the screens, and every record as it is stored.

mod assessments;
mod columns;
mod file;
mod kind;
mod people;
mod programs;
mod projects;
mod records;

use nexus_domain::cohorts::Cohort;
use nexus_domain::ids::CohortId;
use nexus_domain::programs::Program;
use nexus_domain::reports::sheet::Sheet;
use nexus_store::Read;
use nexus_store::reports::records::Scope;
use nexus_store::{cohorts, programs as program_rows};

pub use file::write;
pub use kind::{DataFormat, DataInput, DataKind, DataView, DataWritten};

use super::gather::count;
use crate::{App, AppError, Result};
use columns::Col;

/// Is told how far a step is, so many of so many, and fails where it is to stop.
pub(crate) type Go<'a> = dyn FnMut(usize, usize) -> Result<()> + 'a;

/// What is exported of: a cohort, or the whole workspace.
struct Source<'a> {
    app: &'a App,
    r: &'a Read<'a>,
    programs: Vec<Program>,
    cohorts: Vec<Cohort>,
    /// The one cohort, if it is one.
    one: Option<CohortId>,
    /// Whether the samples of the whole workspace are meant too.
    sample: bool,
}

impl<'a> Source<'a> {
    fn of(app: &'a App, r: &'a Read<'a>, input: &DataInput) -> Result<Self> {
        let one = input.cohort.as_deref().map(crate::cohorts::read_id).transpose()?;
        let (programs, cohorts) = match one {
            Some(id) => {
                let cohort = cohorts::by_id(r, id)?;
                (vec![program_rows::by_id(r, cohort.program)?], vec![cohort])
            }
            None => {
                let mut programs = program_rows::all(r)?;
                programs.retain(|program| input.sample || !program.sample);
                let mut cohorts: Vec<Cohort> =
                    cohorts::all(r)?.into_iter().map(|(cohort, _)| cohort).collect();
                cohorts.retain(|cohort| programs.iter().any(|program| program.id == cohort.program));
                (programs, cohorts)
            }
        };
        Ok(Self {
            app,
            r,
            programs,
            cohorts,
            one,
            sample: input.sample,
        })
    }

    /// Whether something is meant that concerns the cohort of this id, or the program as a whole if that is empty.
    fn concerns(&self, cohort: &str) -> bool {
        self.one
            .is_none_or(|one| cohort.is_empty() || cohort == one.to_string())
    }

    fn scope(&self) -> Scope {
        match self.one {
            Some(cohort) => Scope::Cohort(cohort),
            None => Scope::Workspace { sample: self.sample },
        }
    }

    fn holds_sample(&self) -> bool {
        self.programs.iter().any(|program| program.sample)
    }
}

/// How the rows of a table come about.
enum Rows {
    /// Cohort by cohort.
    Cohorts(fn(&Source<'_>, &Cohort, &mut Sheet) -> Result<()>),
    /// Program by program.
    Programs(fn(&Source<'_>, &Program, &mut Sheet) -> Result<()>),
}

/// The columns of a table and how its rows come about; none for those whose columns follow from the data.
fn table(kind: DataKind) -> Option<(Vec<Col>, Rows)> {
    use Rows::{Cohorts, Programs};
    Some(match kind {
        DataKind::People => (people::people_columns(), Cohorts(people::people)),
        DataKind::Consent => (people::consent_columns(), Cohorts(people::consent)),
        DataKind::Attendance => (people::attendance_columns(), Cohorts(people::attendance)),
        DataKind::Sessions => (people::session_columns(), Cohorts(people::sessions)),
        DataKind::Agendas => (people::agenda_columns(), Cohorts(people::agendas)),
        DataKind::Results => (assessments::result_columns(), Cohorts(assessments::results)),
        DataKind::Changes => (assessments::change_columns(), Cohorts(assessments::changes)),
        DataKind::Projects => (projects::project_columns(), Cohorts(projects::projects)),
        DataKind::Milestones => (projects::milestone_columns(), Cohorts(projects::milestones)),
        DataKind::Updates => (projects::update_columns(), Cohorts(projects::updates)),
        DataKind::Evidence => (projects::evidence_columns(), Cohorts(projects::evidence)),
        DataKind::Lessons => (projects::lesson_columns(), Cohorts(projects::lessons)),
        DataKind::Steps => (projects::step_columns(), Cohorts(projects::steps)),
        DataKind::Hours => (programs::hours_columns(), Programs(programs::hours)),
        DataKind::Partners => (programs::partner_columns(), Programs(programs::partners)),
        DataKind::Outcomes => (programs::outcome_columns(), Programs(programs::outcomes)),
        DataKind::Figures => (programs::figure_columns(), Programs(programs::figures)),
        DataKind::FollowUps => (programs::follow_up_columns(), Cohorts(programs::follow_ups)),
        DataKind::Reach => (programs::reach_columns(), Cohorts(programs::reach)),
        DataKind::Responses | DataKind::Everything => return None,
    })
}

/// The table of a kind.
fn sheet(source: &Source<'_>, kind: DataKind, names: bool, go: &mut Go<'_>) -> Result<Sheet> {
    let mut sheet = match table(kind) {
        None => assessments::responses(source, go)?,
        Some((columns, rows)) => {
            let mut sheet = columns::empty(kind, columns)?;
            match rows {
                Rows::Cohorts(add) => {
                    for (at, cohort) in source.cohorts.iter().enumerate() {
                        go(at, source.cohorts.len())?;
                        add(source, cohort, &mut sheet)?;
                    }
                }
                Rows::Programs(add) => {
                    for (at, program) in source.programs.iter().enumerate() {
                        go(at, source.programs.len())?;
                        add(source, program, &mut sheet)?;
                    }
                }
            }
            sheet
        }
    };
    if !names {
        sheet = sheet.without(&columns::NAMES);
    }
    Ok(sheet)
}

/// How much an export would hold. Of everything it is the number of records.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn preview(app: &App, input: &DataInput) -> Result<DataView> {
    app.ws().read(|r| {
        let source = Source::of(app, r, input)?;
        let rows: u32 = match input.kind {
            DataKind::Everything => {
                let counts = nexus_store::reports::records::counts(r, source.scope())?;
                counts.iter().map(|(_, count)| *count).sum()
            }
            kind => count(sheet(&source, kind, true, &mut |_, _| Ok(()))?.rows().len()),
        };
        Ok(DataView {
            rows,
            sample: source.holds_sample(),
        })
    })
}

/// Everything is too much for one table.
fn refused(input: &DataInput) -> AppError {
    crate::input::invalid(
        input.kind.key(),
        "format",
        input.format.key(),
        "xlsx or jsonl, which hold several tables",
    )
}

//! What a figure of the whole program is made of, cohort by cohort: the parts add up to it.

use nexus_domain::ids::CohortId;
use nexus_domain::programs::Scope;
use nexus_store::Read;
use nexus_store::programs::model as rows;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{ProgramLine, asked, count, done, of_program, people_of, quality, scope};
use crate::{App, Result, assessments};

/// A figure of the model whose records stand in several cohorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ModelFigure {
    /// People enrolled.
    Leaders,
    /// Instruments that were asked.
    Instruments,
    /// Real-world projects.
    Projects,
    /// Pairs of people across sectors who work on one project.
    Bridges,
    /// Sessions that were held.
    Held,
    /// Sessions with another institution.
    Joint,
    /// Ratings that went up between baseline and end; the figure on the sheet counts competencies.
    Higher,
    /// Reactions to sessions in the upper two points of their scale.
    Quality,
}

/// A figure of the whole program by cohort: the counts of the lines, less `twice`, are `total`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ByCohortView {
    /// The program.
    pub program: ProgramLine,
    /// The figure.
    pub figure: ModelFigure,
    /// One for each cohort, the latest first.
    pub lines: Vec<ByCohortLine>,
    /// What more than one cohort counts.
    pub twice: u32,
    /// The figure of the whole program.
    pub total: u32,
    /// Of how many, where the figure is a share.
    pub of: Option<u32>,
}

/// The part of one cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ByCohortLine {
    /// Id of the cohort.
    pub cohort: String,
    /// Its name.
    pub name: String,
    /// Its short mark.
    pub mark: String,
    /// Its part.
    pub count: u32,
    /// Of how many, where the figure is a share.
    pub of: Option<u32>,
}

/// A part, and of how many it is a share.
type Part = (u32, Option<u32>);

/// A figure of the whole program, by cohort.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn by_cohort(app: &App, program: &str, figure: ModelFigure) -> Result<ByCohortView> {
    let scope = scope(program, None)?;
    app.ws().read(|r| {
        let program = nexus_store::programs::by_id(r, scope.program)?;
        let own = of_program(r, scope)?;
        let ids: Vec<_> = own.iter().map(|cohort| cohort.id).collect();
        // Who moved within the program counts where they go on, so all of it is read, once.
        let enrolled = match figure {
            ModelFigure::Leaders => rows::enrolled(r, scope)?,
            _ => Vec::new(),
        };
        let mut lines = Vec::new();
        for cohort in own {
            let (count, of) = match figure {
                ModelFigure::Leaders => (people_of(&enrolled, |one| one.cohort == cohort.id), None),
                _ => part(r, scope, cohort.id, figure)?,
            };
            lines.push(ByCohortLine {
                cohort: cohort.id.to_string(),
                name: cohort.name,
                mark: cohort.mark,
                count,
                of,
            });
        }
        let sum: u32 = lines.iter().map(|line| line.count).sum();
        // Something may stand in several cohorts.
        let total = match figure {
            ModelFigure::Leaders => people_of(&enrolled, |_| true),
            ModelFigure::Instruments => count(asked(r, &ids)?.len()),
            ModelFigure::Bridges => done(r, scope, &[])?.bridges,
            _ => sum,
        };
        let of = lines
            .iter()
            .filter_map(|line| line.of)
            .reduce(|one, other| one + other);
        Ok(ByCohortView {
            program: ProgramLine::of(&program),
            figure,
            twice: sum.saturating_sub(total),
            total,
            of,
            lines,
        })
    })
}

/// What one cohort adds.
fn part(r: &Read<'_>, scope: Scope, cohort: CohortId, figure: ModelFigure) -> Result<Part> {
    let own = Scope {
        cohort: Some(cohort),
        ..scope
    };
    let done = || done(r, own, &rows::sessions(r, own)?);
    Ok(match figure {
        ModelFigure::Leaders => {
            let here = rows::enrolled(r, own)?;
            (people_of(&here, |_| true), None)
        }
        ModelFigure::Instruments => (count(asked(r, &[cohort])?.len()), None),
        ModelFigure::Projects => (done()?.projects, None),
        ModelFigure::Bridges => (done()?.bridges, None),
        ModelFigure::Held => (done()?.held, None),
        ModelFigure::Joint => (done()?.joint, None),
        ModelFigure::Higher => {
            let items = assessments::statistics_of(r, cohort, super::COMPARED)?.items;
            let paired = items.iter().map(|item| item.paired).sum();
            (items.iter().map(|item| item.up).sum(), Some(paired))
        }
        ModelFigure::Quality => {
            let found = quality::ratings(r, own)?;
            (found.high, Some(found.ratings))
        }
    })
}

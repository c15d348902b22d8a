//! The logic model of a program with its figures, and its revisions.
//!
//! Every figure is counted from the list that a screen opens behind it.

mod by_cohort;
mod quality;
mod revisions;
mod sheet;
mod views;

use std::collections::{BTreeMap, BTreeSet};

use nexus_domain::cohorts::{Cohort, Leaving};
use nexus_domain::ids::{CohortId, ModuleId};
use nexus_domain::people::{Role, Term};
use nexus_domain::programs::inputs::Hours;
use nexus_domain::programs::model::bridges;
use nexus_domain::reports::statistics::FEWEST;
use nexus_store::programs::model::{self as rows, Enrolled, Held, Scope};
use nexus_store::programs::{self, inputs};
use nexus_store::{Read, assessments, cohorts, curriculum, people};

pub use by_cohort::{ByCohortLine, ByCohortView, ModelFigure, by_cohort};
pub(crate) use revisions::agree;
pub use revisions::{revise, revisions};
pub use sheet::model_print;
pub use views::*;

use super::inputs::total;
use super::{Offer, ProgramLine, read_id};
use crate::{App, AppError, Result};

/// The instrument whose baseline and end are compared.
const COMPARED: &str = "competency-self-assessment";
/// So many competencies stand by name; the first of a framework are its core.
const CORE: usize = 4;

/// The logic model with its figures: of the program, or of one cohort of it.
///
/// # Errors
/// [`AppError::NotFound`], also for a cohort of another program; those of the store.
pub fn model(app: &App, program: &str, cohort: Option<&str>) -> Result<ModelView> {
    let scope = scope(program, cohort)?;
    app.ws().read(|r| {
        let program = programs::by_id(r, scope.program)?;
        let own = of_program(r, scope)?;
        let counted = own
            .iter()
            .filter(|cohort| scope.cohort.is_none_or(|id| id == cohort.id));
        let counted: Vec<_> = counted.map(|cohort| cohort.id).collect();
        let enrolled = rows::enrolled(r, scope)?;
        let held = rows::sessions(r, scope)?;
        let asked = asked(r, &counted)?;
        let hours = hours(r, scope)?;
        let (revision, changed) = revisions::latest(r, &program)?;
        let mut view = ModelView {
            cohort: scope.cohort.map(|id| id.to_string()),
            cohorts: own
                .iter()
                .map(|cohort| Offer {
                    id: cohort.id.to_string(),
                    name: cohort.name.clone(),
                })
                .collect(),
            as_of: app.today(r)?.to_string(),
            revision,
            changed,
            situation: program.situation.clone(),
            inputs: put_in(r, scope, &hours, &asked)?,
            activities: ActivityFigures {
                criteria: count(program.criteria.len()),
                ..done(r, scope, &held)?
            },
            participation: participation(r, &enrolled)?,
            short: ShortTerm {
                reused: reused(r, &held)?,
                per_participant: per_participant(&hours, &held),
                quality: quality::quality(r, scope)?,
                ..short(r, &counted)?
            },
            program: ProgramLine::of(&program),
            outcomes: outcomes(r, scope)?,
            indicators: nexus_store::outcomes::indicator_count(r, scope.program)?,
            columns: Vec::new(),
        };
        view.columns = sheet::columns(&view)?;
        Ok(view)
    })
}

fn scope(program: &str, cohort: Option<&str>) -> Result<Scope> {
    Ok(Scope {
        program: read_id(program)?,
        cohort: cohort.map(crate::cohorts::read_id).transpose()?,
    })
}

/// The cohorts of the program, the latest first; the one that is asked for must be one of them.
fn of_program(r: &Read<'_>, scope: Scope) -> Result<Vec<Cohort>> {
    let all = cohorts::all(r)?.into_iter().map(|(cohort, _)| cohort);
    let own: Vec<_> = all.filter(|cohort| cohort.program == scope.program).collect();
    match scope.cohort {
        Some(id) if own.iter().all(|cohort| cohort.id != id) => Err(AppError::NotFound {
            what: "cohort",
            key: id.to_string(),
        }),
        _ => Ok(own),
    }
}

fn hours(r: &Read<'_>, scope: Scope) -> Result<Vec<Hours>> {
    let mut hours = inputs::hours(r, scope.program)?;
    hours.retain(|hours| scope.cohort.is_none() || hours.cohort == scope.cohort);
    Ok(hours)
}

/// The instruments that these cohorts were asked, each with how many of them.
fn asked(r: &Read<'_>, cohorts: &[CohortId]) -> Result<BTreeMap<String, u32>> {
    let mut asked = BTreeMap::new();
    for cohort in cohorts {
        let occasions = assessments::occasions(r, *cohort)?.into_iter();
        let here: BTreeSet<_> = occasions.map(|occasion| occasion.instrument).collect();
        for instrument in here {
            *asked.entry(instrument).or_default() += 1;
        }
    }
    Ok(asked)
}

fn put_in(
    r: &Read<'_>,
    scope: Scope,
    hours: &[Hours],
    asked: &BTreeMap<String, u32>,
) -> Result<InputFigures> {
    let carriers: BTreeSet<_> = hours
        .iter()
        .filter(|hours| hours.role != Role::Staff)
        .map(|hours| hours.person)
        .collect();
    let (facilities, partners): (Vec<_>, Vec<_>) = inputs::partners(r, scope.program)?
        .into_iter()
        .partition(|partner| partner.facility);
    let own = programs::facility(r)?.map(|facility| facility.name);
    Ok(InputFigures {
        carriers: count(carriers.len()),
        load: total(hours),
        facilities: own
            .into_iter()
            .chain(facilities.into_iter().map(|partner| partner.name))
            .collect(),
        partners: partners.into_iter().map(|partner| partner.name).collect(),
        instruments: count(asked.len()),
        shared: count(asked.values().filter(|cohorts| **cohorts > 1).count()),
        modules: count(published(r)?.len()),
    })
}

fn done(r: &Read<'_>, scope: Scope, held: &[Held]) -> Result<ActivityFigures> {
    let projects = rows::projects(r, scope)?;
    let mut together: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (project, person, sector) in rows::project_people(r, scope)? {
        together.entry(project).or_default().push((person, sector));
    }
    let together: Vec<_> = together.into_values().collect();
    Ok(ActivityFigures {
        projects: count(projects.len()),
        lessons: projects.iter().map(|(_, lessons)| lessons).sum(),
        held: count(held.iter().filter(|session| session.ended.is_some()).count()),
        sessions: count(held.len()),
        joint: count(held.iter().filter(|session| session.partners > 0).count()),
        bridges: count(bridges(&together).len()),
        criteria: 0,
    })
}

fn participation(r: &Read<'_>, enrolled: &[Enrolled]) -> Result<Participation> {
    let words = people::vocabulary(r)?;
    let institutions: BTreeSet<_> = enrolled
        .iter()
        .map(|one| one.institution.to_lowercase())
        .filter(|name| !name.is_empty())
        .collect();
    Ok(Participation {
        leaders: people_of(enrolled, |_| true),
        enrolments: count(enrolled.len()),
        came: people_of(enrolled, |one| one.came),
        withdrew: people_of(enrolled, |one| one.left == Some(Leaving::Withdrawn)),
        sectors: shares(words.sectors.iter(), |id| {
            enrolled.iter().filter(|one| one.sector == id).count()
        }),
        levels: shares(words.levels.iter(), |id| {
            enrolled.iter().filter(|one| one.level == id).count()
        }),
        institutions: count(institutions.len()),
    })
}

/// How many people have an enrolment of which something is so.
pub(crate) fn people_of(enrolled: &[Enrolled], is_so: impl Fn(&Enrolled) -> bool) -> u32 {
    let people: BTreeSet<_> = enrolled
        .iter()
        .filter(|one| is_so(one))
        .map(|one| one.person)
        .collect();
    count(people.len())
}

fn shares<'t, Id: Copy + 't>(
    terms: impl Iterator<Item = &'t Term<Id>>,
    of: impl Fn(Option<Id>) -> usize,
) -> Vec<Share> {
    let share = |name: &str, mark: &str, id: Option<Id>| Share {
        name: name.to_owned(),
        mark: mark.to_owned(),
        count: count(of(id)),
    };
    let mut shares: Vec<_> = terms
        .map(|term| share(&term.name, &term.mark, Some(term.id)))
        .collect();
    shares.extend(Some(share("", "", None)).filter(|share| share.count > 0));
    shares
}

/// Changes of the same people, cohort by cohort, added up: designs are never mixed.
fn short(r: &Read<'_>, cohorts: &[CohortId]) -> Result<ShortTerm> {
    // By key: a version may word an item anew.
    let mut keys: Vec<String> = Vec::new();
    let mut sums: Vec<(CoreChange, u32)> = Vec::new();
    for cohort in cohorts {
        let statistics = crate::assessments::statistics_of(r, *cohort, COMPARED)?;
        for item in statistics.items {
            let at = keys.iter().position(|key| *key == item.item);
            match at.and_then(|at| sums.get_mut(at)) {
                Some((sum, paired)) => {
                    (sum.up, sum.down, sum.same) =
                        (sum.up + item.up, sum.down + item.down, sum.same + item.same);
                    *paired += item.paired;
                }
                None => {
                    keys.push(item.item);
                    let sum = CoreChange {
                        name: item.text,
                        up: item.up,
                        down: item.down,
                        same: item.same,
                    };
                    sums.push((sum, item.paired));
                }
            }
        }
    }
    let fewest = count(FEWEST);
    let compared = sums.iter().filter(|(_, paired)| *paired >= fewest);
    Ok(ShortTerm {
        higher: count(compared.clone().filter(|(sum, _)| sum.up > sum.down).count()),
        compared: count(compared.clone().count()),
        paired: sums.iter().map(|(_, paired)| *paired).max().unwrap_or_default(),
        core: compared.map(|(sum, _)| sum.clone()).take(CORE).collect(),
        reused: 0,
        quality: None,
        per_participant: None,
    })
}

fn outcomes(r: &Read<'_>, scope: Scope) -> Result<Vec<OutcomeCount>> {
    let counts = nexus_store::outcomes::counts(r, scope.program, scope.cohort)?;
    Ok(counts
        .into_iter()
        .map(|(outcome, evidence)| OutcomeCount {
            title: outcome.title,
            term: outcome.term,
            evidence,
        })
        .collect())
}

/// The modules with a published version.
fn published(r: &Read<'_>) -> Result<BTreeSet<ModuleId>> {
    let versions = curriculum::all_versions(r)?;
    Ok(versions.into_iter().map(|version| version.module).collect())
}

/// How many modules were used in these sessions at two or more places.
fn reused(r: &Read<'_>, held: &[Held]) -> Result<u32> {
    let here: BTreeSet<_> = held.iter().map(|session| session.session).collect();
    let mut reused = 0;
    for module in published(r)? {
        let uses = curriculum::uses(r, module)?.into_iter();
        let places: BTreeSet<_> = uses
            .filter(|one| here.contains(&one.session))
            .map(|one| one.place.to_lowercase())
            .collect();
        reused += u32::from(places.len() > 1);
    }
    Ok(reused)
}

/// Minutes given as facilitator for each minute that participants spent in sessions.
fn per_participant(hours: &[Hours], held: &[Held]) -> Option<f64> {
    let given: u32 = hours
        .iter()
        .filter(|hours| hours.role == Role::Facilitator)
        .map(|hours| hours.given)
        .sum();
    let spent: i64 = held
        .iter()
        .filter_map(|session| {
            let lasted = session.ended? - session.began?;
            Some(lasted.num_minutes() * i64::from(session.came))
        })
        .sum();
    (given > 0 && spent > 0).then(|| f64::from(given) / spent as f64)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

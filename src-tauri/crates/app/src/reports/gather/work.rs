//! Projects, and what outcomes have to show.

use std::collections::BTreeMap;

use nexus_domain::ids::{CohortId, OutcomeId, ProjectId};
use nexus_domain::outcomes::{Evidence, Indicator, OutcomeTerm, current};
use nexus_domain::programs::model::bridges;
use nexus_domain::programs::{Program, Scope};
use nexus_domain::projects::{self, Milestone, ProjectStatus, Update};
use nexus_store::programs::model as rows;
use nexus_store::{Read, outcomes, projects as store};

use crate::Result;

/// Projects and outcomes.
pub(in crate::reports) struct Work {
    /// Projects, the oldest first.
    pub projects: Vec<ProjectWork>,
    /// Pairs of people from different sectors on one project.
    pub bridges: u32,
    /// Projects with such a pair.
    pub bridged: Vec<ProjectId>,
    /// Outcomes in their order.
    pub outcomes: Vec<OutcomeWork>,
    /// Dated figures of institutions.
    pub indicators: Vec<Indicator>,
    places: BTreeMap<ProjectId, usize>,
}

/// One project.
pub(in crate::reports) struct ProjectWork {
    /// Its id.
    pub id: ProjectId,
    /// Its cohort.
    pub cohort: CohortId,
    /// Its title.
    pub title: String,
    /// How it goes by its latest update.
    pub status: Option<ProjectStatus>,
    /// Its milestones, dropped ones left out.
    pub milestones: Vec<Milestone>,
    /// Updates that count.
    pub updates: u32,
    /// Lessons applied in it.
    pub lessons: u32,
}

/// One outcome.
pub(in crate::reports) struct OutcomeWork {
    /// Its id.
    pub id: OutcomeId,
    /// What is to be seen.
    pub title: String,
    /// When.
    pub term: OutcomeTerm,
    /// The evidence that counts, the latest first.
    pub evidence: Vec<Evidence>,
}

impl Work {
    /// What hangs on the program; projects come cohort by cohort.
    pub fn begun(r: &Read<'_>, program: &Program, scope: Scope) -> Result<Self> {
        let mut together: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (project, person, sector) in rows::project_people(r, scope)? {
            together.entry(project).or_default().push((person, sector));
        }
        let bridged = together
            .iter()
            .filter(|(_, people)| !bridges(std::slice::from_ref(*people)).is_empty())
            .map(|(project, _)| *project)
            .collect();
        let together: Vec<_> = together.into_values().collect();
        let mut of: BTreeMap<OutcomeId, Vec<Evidence>> = BTreeMap::new();
        for evidence in current(outcomes::evidence(r, program.id)?) {
            if scope.cohort.is_none() || evidence.cohort == scope.cohort {
                of.entry(evidence.outcome).or_default().push(evidence);
            }
        }
        let outcomes = outcomes::of_program(r, program.id)?.into_iter();
        let mut work = Self {
            projects: Vec::new(),
            bridges: super::count(bridges(&together).len()),
            bridged,
            outcomes: outcomes
                .map(|outcome| OutcomeWork {
                    evidence: of.remove(&outcome.id).unwrap_or_default(),
                    id: outcome.id,
                    title: outcome.title,
                    term: outcome.term,
                })
                .collect(),
            indicators: outcomes::indicators(r, program.id)?,
            places: BTreeMap::new(),
        };
        for (id, lessons) in rows::projects(r, scope)? {
            work.places.insert(id, work.projects.len());
            work.projects.push(ProjectWork {
                id,
                cohort: CohortId(uuid::Uuid::nil()),
                title: String::new(),
                status: None,
                milestones: Vec::new(),
                updates: 0,
                lessons,
            });
        }
        Ok(work)
    }

    /// Reads the projects of one cohort.
    pub fn take(&mut self, r: &Read<'_>, cohort: CohortId) -> Result<()> {
        for project in store::of_cohort(r, cohort)? {
            if let Some(own) = self.project(project.id) {
                (own.cohort, own.title) = (cohort, project.title);
            }
        }
        for milestone in store::milestones_of_cohort(r, cohort)? {
            if milestone.state != projects::MilestoneState::Dropped
                && let Some(own) = self.project(milestone.project)
            {
                own.milestones.push(milestone);
            }
        }
        let mut updates: BTreeMap<ProjectId, Vec<Update>> = BTreeMap::new();
        for update in store::updates_of_cohort(r, cohort)? {
            updates.entry(update.project).or_default().push(update);
        }
        for (project, updates) in updates {
            if let Some(own) = self.project(project) {
                let current = projects::current(updates);
                own.status = current.first().map(|update| update.status);
                own.updates = super::count(current.len());
            }
        }
        Ok(())
    }

    fn project(&mut self, id: ProjectId) -> Option<&mut ProjectWork> {
        let at = *self.places.get(&id)?;
        self.projects.get_mut(at)
    }
}

//! The projects of the sample: one for each person, told in days before and after today.

use chrono::{NaiveDate, TimeDelta};
use nexus_domain::cohorts::{Cohort, Enrolment};
use nexus_domain::ids::{EvidenceId, LessonId, MilestoneId, NextStepId, PersonId, ProjectId, UpdateId};
use nexus_domain::projects::{
    Content, Evidence, EvidenceKind, Lesson, Milestone, MilestoneState, NextStep, Project, ProjectStatus,
    Update, check_link, media_of,
};
use nexus_store::{Write, attachment, cohorts, projects};
use serde::Deserialize;

use super::lessons::Sources;
use crate::{App, AppError, Result};

const PROJECTS: &str = include_str!("../../../../../assets/sample/projects.json");

/// A project as the sample tells it. Days count from today.
#[derive(Debug, Deserialize)]
struct Told {
    /// Number of the person's code.
    person: u32,
    /// Numbers of others who work on it.
    #[serde(default)]
    with: Vec<u32>,
    title: String,
    problem: String,
    beneficiaries: String,
    sponsor: String,
    success: String,
    agreed: Option<i64>,
    milestones: Vec<ToldMilestone>,
    updates: Vec<ToldUpdate>,
    lessons: Vec<ToldLesson>,
    steps: Vec<ToldStep>,
}

#[derive(Debug, Deserialize)]
struct ToldMilestone {
    title: String,
    due: i64,
    done: Option<i64>,
    #[serde(default)]
    state: Option<String>,
}

#[derive(Debug, Deserialize)]
struct ToldUpdate {
    day: i64,
    status: ProjectStatus,
    text: String,
    #[serde(default)]
    evidence: Vec<ToldEvidence>,
}

#[derive(Debug, Deserialize)]
struct ToldEvidence {
    kind: EvidenceKind,
    title: String,
    value: String,
}

#[derive(Debug, Deserialize)]
struct ToldLesson {
    day: i64,
    what: String,
    competency: String,
}

#[derive(Debug, Deserialize)]
struct ToldStep {
    text: String,
    due: Option<i64>,
}

/// Puts the projects of the sample into its cohort, whose people and sessions are there already.
///
/// # Errors
/// Those of the store.
pub(crate) fn fill(app: &App, w: &Write<'_>, cohort: &Cohort, today: NaiveDate) -> Result<()> {
    tell(app, w, cohort, today, PROJECTS)
}

/// Puts the projects of a text into a cohort; its days count from `today`.
///
/// # Errors
/// Those of the store; [`AppError::Unusable`] for a text that is no list of projects.
pub(crate) fn tell(app: &App, w: &Write<'_>, cohort: &Cohort, today: NaiveDate, text: &str) -> Result<()> {
    let told: Vec<Told> = serde_json::from_str(text).map_err(|error| AppError::Unusable {
        file: "projects.json".to_owned(),
        reason: "damaged",
        found: error.to_string(),
    })?;
    let members = cohorts::members(w, cohort.id)?;
    let sources = Sources::of(w, cohort.id)?;
    let teller = Teller {
        app,
        w,
        cohort,
        today,
        sources,
        author: app.author(),
    };
    for told in told {
        let member = |number: u32| members.iter().find(|(enrolment, _)| enrolment.number == number);
        if let Some((enrolment, _)) = member(told.person) {
            let others = told.with.iter().filter_map(|number| member(*number));
            let others = others.map(|(_, person)| person.id).collect();
            teller.project(told, enrolment, others)?;
        }
    }
    Ok(())
}

/// Takes the projects and next steps of a cohort into the bin.
///
/// # Errors
/// Those of the store.
pub(crate) fn remove(w: &Write<'_>, cohort: &Cohort) -> Result<()> {
    for project in projects::of_cohort(w, cohort.id)? {
        projects::set_deleted(w, project.id, true)?;
    }
    for step in projects::next_steps_of_cohort(w, cohort.id)? {
        projects::set_next_step_deleted(w, step.id, true)?;
    }
    Ok(())
}

struct Teller<'a> {
    app: &'a App,
    w: &'a Write<'a>,
    cohort: &'a Cohort,
    today: NaiveDate,
    sources: Sources,
    author: String,
}

impl Teller<'_> {
    fn day(&self, days: i64) -> NaiveDate {
        self.today
            .checked_add_signed(TimeDelta::days(days))
            .unwrap_or(self.today)
    }

    fn project(&self, told: Told, owner: &Enrolment, others: Vec<PersonId>) -> Result<()> {
        let project = Project {
            id: ProjectId(self.app.new_id()),
            cohort: self.cohort.id,
            title: told.title,
            problem: told.problem,
            beneficiaries: told.beneficiaries,
            institution: owner.institution.clone(),
            sponsor: told.sponsor,
            success: told.success,
            agreed: told.agreed.map(|days| self.day(days)),
        };
        projects::put(self.w, &project)?;
        for person in std::iter::once(owner.person).chain(others) {
            projects::put_member(self.w, project.id, person)?;
        }
        for (position, one) in (0..).zip(told.milestones) {
            self.milestone(project.id, position, one)?;
        }
        for one in told.updates {
            self.update(project.id, one)?;
        }
        for one in told.lessons {
            self.lesson(project.id, owner.person, one)?;
        }
        for one in told.steps {
            let step = NextStep {
                id: NextStepId(self.app.new_id()),
                cohort: self.cohort.id,
                person: owner.person,
                text: one.text,
                due: one.due.map(|days| self.day(days)),
                done: None,
            };
            projects::put_next_step(self.w, &step)?;
        }
        Ok(())
    }

    fn milestone(&self, project: ProjectId, position: u32, told: ToldMilestone) -> Result<()> {
        let state = told.state.as_deref().and_then(MilestoneState::from_key);
        let mut milestone = Milestone {
            id: MilestoneId(self.app.new_id()),
            project,
            position,
            title: told.title,
            due: self.day(told.due),
            done: None,
            state: state.unwrap_or_default(),
        };
        if let Some(days) = told.done {
            milestone.set_done(Some(self.day(days)));
        }
        Ok(projects::put_milestone(self.w, &milestone)?)
    }

    fn update(&self, project: ProjectId, told: ToldUpdate) -> Result<()> {
        let update = Update {
            id: UpdateId(self.app.new_id()),
            project,
            date: self.day(told.day),
            status: told.status,
            text: told.text,
            author: self.author.clone(),
            corrects: None,
        };
        projects::add_update(self.w, &update)?;
        for one in told.evidence {
            let content = match one.kind {
                EvidenceKind::Text => Content::Text(one.value),
                // What is no address is kept as words; a test sees to it that this does not happen.
                EvidenceKind::Link => check_link(&one.value).map_or(Content::Text(one.value), Content::Link),
                EvidenceKind::File => {
                    let media = media_of(&one.title);
                    Content::File(attachment::keep(self.w, one.value.as_bytes(), media)?)
                }
            };
            let evidence = Evidence {
                id: EvidenceId(self.app.new_id()),
                project,
                about: Some(update.id),
                title: one.title,
                content,
            };
            projects::add_evidence(self.w, &evidence)?;
        }
        Ok(())
    }

    /// A lesson comes from the latest block before its day that works on its competency, if there is one.
    fn lesson(&self, project: ProjectId, person: PersonId, told: ToldLesson) -> Result<()> {
        let date = self.day(told.day);
        let before = |session: &&super::LessonSession| session.date <= date.to_string();
        let works = |block: &&super::LessonBlock| block.competencies.contains(&told.competency);
        let source = self
            .sources
            .sessions
            .iter()
            .rev()
            .filter(before)
            .find_map(|session| {
                let block = session.blocks.iter().find(works)?;
                Some((session.id.parse().ok()?, block.id.parse().ok()?))
            });
        let lesson = Lesson {
            id: LessonId(self.app.new_id()),
            project,
            person,
            session: source.map(|(session, _)| session),
            block: source.map(|(_, block)| block),
            competency: told.competency,
            what: told.what,
            date,
        };
        Ok(projects::put_lesson(self.w, &lesson)?)
    }
}

//! Views of projects, made of what is stored.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use nexus_domain::cohorts::{Cohort, participant_code};
use nexus_domain::ids::{CohortId, PersonId, ProjectId};
use nexus_domain::projects::{
    Content, Evidence, Milestone, MilestoneState, Project, Update, chain, current, doubles, harmless_name,
    news, next_milestone,
};
use nexus_store::{Read, StoreError, attachment, cohorts, people, projects};

use super::lessons::Sources;
use super::views::*;
use crate::{App, Result};

/// The people of a cohort as projects show them.
pub(super) struct Faces {
    pub cohort: Cohort,
    known: BTreeMap<PersonId, ProjectPerson>,
    order: Vec<PersonId>,
}

impl Faces {
    pub fn of(r: &Read<'_>, cohort: CohortId) -> Result<Self> {
        let cohort = cohorts::by_id(r, cohort)?;
        let (mut known, mut order) = (BTreeMap::new(), Vec::new());
        for (enrolment, person) in cohorts::members(r, cohort.id)? {
            let face = ProjectPerson {
                person: person.id.to_string(),
                code: participant_code(&cohort.prefix, enrolment.number),
                name: person.name(),
                institution: enrolment.institution,
            };
            order.push(person.id);
            known.insert(person.id, face);
        }
        Ok(Self { cohort, known, order })
    }

    /// Everybody in the cohort, in the order of their codes.
    pub fn everybody(&self) -> Vec<ProjectPerson> {
        self.order
            .iter()
            .filter_map(|id| self.known.get(id))
            .cloned()
            .collect()
    }

    /// One person, also one who left the cohort; none for one in the bin.
    pub fn one(&self, r: &Read<'_>, person: PersonId) -> Result<Option<ProjectPerson>> {
        if let Some(face) = self.known.get(&person) {
            return Ok(Some(face.clone()));
        }
        match people::by_id(r, person) {
            Ok(person) => Ok(Some(ProjectPerson {
                person: person.id.to_string(),
                code: String::new(),
                name: person.name(),
                institution: person.institution,
            })),
            Err(StoreError::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Some people, those of the cohort first, in the order of their codes.
    pub fn some(&self, r: &Read<'_>, ids: &[PersonId]) -> Result<Vec<ProjectPerson>> {
        let mut found = Vec::new();
        for id in ids {
            found.extend(self.one(r, *id)?);
        }
        let place = |face: &ProjectPerson| self.order.iter().position(|id| id.to_string() == face.person);
        found.sort_by_key(|face| (place(face).unwrap_or(usize::MAX), face.name.clone()));
        Ok(found)
    }
}

/// The projects of a cohort with what their lines are made of.
pub(super) struct Board {
    rows: Vec<Row>,
}

/// One project with what its line is made of.
pub(super) struct Row {
    pub project: Project,
    pub people: Vec<ProjectPerson>,
    pub milestones: Vec<Milestone>,
    /// Those that count, the latest first.
    pub updates: Vec<Update>,
}

impl Board {
    pub fn of(r: &Read<'_>, faces: &Faces) -> Result<Self> {
        let cohort = faces.cohort.id;
        let mut members: BTreeMap<ProjectId, Vec<PersonId>> = BTreeMap::new();
        for (project, person) in projects::members_of_cohort(r, cohort)? {
            members.entry(project).or_default().push(person);
        }
        let mut milestones: BTreeMap<ProjectId, Vec<Milestone>> = BTreeMap::new();
        for milestone in projects::milestones_of_cohort(r, cohort)? {
            milestones.entry(milestone.project).or_default().push(milestone);
        }
        let mut updates: BTreeMap<ProjectId, Vec<Update>> = BTreeMap::new();
        for update in projects::updates_of_cohort(r, cohort)? {
            updates.entry(update.project).or_default().push(update);
        }
        let mut rows = Vec::new();
        for project in projects::of_cohort(r, cohort)? {
            let id = project.id;
            rows.push(Row {
                project,
                people: faces.some(r, &members.remove(&id).unwrap_or_default())?,
                milestones: milestones.remove(&id).unwrap_or_default(),
                updates: current(updates.remove(&id).unwrap_or_default()),
            });
        }
        let code = |row: &Row| {
            let first = row.people.iter().position(|face| !face.code.is_empty());
            let place = first.and_then(|at| {
                faces
                    .order
                    .iter()
                    .position(|id| id.to_string() == row.people[at].person)
            });
            (place.unwrap_or(usize::MAX), row.project.id)
        };
        rows.sort_by_key(code);
        Ok(Self { rows })
    }

    pub fn lines(&self, today: NaiveDate) -> Vec<ProjectLine> {
        self.rows.iter().map(|row| row.line(today)).collect()
    }
}

impl Row {
    pub fn one(r: &Read<'_>, faces: &Faces, project: Project) -> Result<Self> {
        Ok(Self {
            people: faces.some(r, &projects::members(r, project.id)?)?,
            milestones: projects::milestones(r, project.id)?,
            updates: current(projects::updates(r, project.id)?),
            project,
        })
    }

    pub fn line(&self, today: NaiveDate) -> ProjectLine {
        let news = news(today, self.project.agreed, &self.updates);
        let counted = self
            .milestones
            .iter()
            .filter(|one| one.state != MilestoneState::Dropped);
        ProjectLine {
            id: self.project.id.to_string(),
            title: self.project.title.clone(),
            institution: self.project.institution.clone(),
            agreed: self.project.agreed.map(|day| day.to_string()),
            people: self.people.clone(),
            status: news.status,
            latest: self
                .updates
                .first()
                .map(|update| update.text.clone())
                .unwrap_or_default(),
            last: news.last.map(|day| day.to_string()),
            days: news.days,
            stale: news.stale,
            reached: count(self.milestones.iter().filter(|one| one.reached()).count()),
            milestones: count(counted.count()),
            next: next_milestone(&self.milestones).map(|one| milestone(one, today)),
        }
    }

    pub fn milestones(&self, today: NaiveDate) -> Vec<MilestoneView> {
        self.milestones.iter().map(|one| milestone(one, today)).collect()
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn milestone(milestone: &Milestone, today: NaiveDate) -> MilestoneView {
    MilestoneView {
        id: milestone.id.to_string(),
        title: milestone.title.clone(),
        due: milestone.due.to_string(),
        done: milestone.reached_on().map(|day| day.to_string()),
        state: milestone.state,
        overdue: milestone.overdue(today),
    }
}

fn piece(r: &Read<'_>, evidence: &Evidence) -> Result<EvidenceView> {
    let (value, file) = match &evidence.content {
        Content::Text(value) | Content::Link(value) => (value.clone(), None),
        Content::File(file) => (String::new(), Some(file)),
    };
    let file_name = harmless_name(&evidence.title);
    Ok(EvidenceView {
        opens: file.is_some() && crate::settings::is_shown(file_name.as_ref()),
        file_name,
        id: evidence.id.to_string(),
        kind: evidence.content.kind(),
        title: evidence.title.clone(),
        value,
        size: file.map_or(0, |file| file.size),
        media: file.map(|file| file.media.clone()).unwrap_or_default(),
        here: match file {
            Some(file) => attachment::is_here(r, file)?,
            None => true,
        },
    })
}

/// The updates of a project that count, the latest first, each with what supports it or what it replaces.
pub(super) fn updates(r: &Read<'_>, project: ProjectId, evidence: &[Evidence]) -> Result<Vec<UpdateView>> {
    let live = projects::updates(r, project)?;
    let current = current(live.clone());
    let twice = doubles(&current);
    let mut views = Vec::new();
    for update in current {
        let chain = chain(&live, update.id);
        let supports = evidence
            .iter()
            .filter(|one| one.about.is_some_and(|id| chain.contains(&id)));
        views.push(UpdateView {
            id: update.id.to_string(),
            date: update.date.to_string(),
            status: update.status,
            corrected: update.corrects.is_some(),
            double: twice.contains(&update.id),
            evidence: supports.map(|one| piece(r, one)).collect::<Result<_>>()?,
            text: update.text,
            author: update.author,
        });
    }
    Ok(views)
}

/// One project with all that hangs on it.
pub(super) fn whole(app: &App, r: &Read<'_>, id: ProjectId) -> Result<ProjectView> {
    let project = projects::by_id(r, id)?;
    let faces = Faces::of(r, project.cohort)?;
    let sources = Sources::of(r, project.cohort)?;
    one(r, &faces, &sources, app.today(r)?, project)
}

/// Every project of a cohort with all that hangs on it, in the order of a list.
pub(crate) fn every(app: &App, r: &Read<'_>, cohort: CohortId) -> Result<Vec<ProjectView>> {
    let faces = Faces::of(r, cohort)?;
    let sources = Sources::of(r, cohort)?;
    let today = app.today(r)?;
    let rows = Board::of(r, &faces)?.rows.into_iter();
    rows.map(|row| one(r, &faces, &sources, today, row.project))
        .collect()
}

fn one(
    r: &Read<'_>,
    faces: &Faces,
    sources: &Sources,
    today: NaiveDate,
    project: Project,
) -> Result<ProjectView> {
    let id = project.id;
    let row = Row::one(r, faces, project)?;
    let evidence = projects::evidence(r, id)?;
    let general = evidence.iter().filter(|one| one.about.is_none());
    let mut lessons = Vec::new();
    for lesson in projects::lessons(r, id)? {
        lessons.push(sources.view(r, faces, &row.project, lesson)?);
    }
    let is_in = |face: &ProjectPerson| row.people.iter().any(|one| one.person == face.person);
    Ok(ProjectView {
        line: row.line(today),
        cohort: faces.cohort.id.to_string(),
        cohort_mark: faces.cohort.mark.clone(),
        today: today.to_string(),
        problem: row.project.problem.clone(),
        beneficiaries: row.project.beneficiaries.clone(),
        sponsor: row.project.sponsor.clone(),
        success: row.project.success.clone(),
        milestones: row.milestones(today),
        updates: updates(r, id, &evidence)?,
        evidence: general.map(|one| piece(r, one)).collect::<Result<_>>()?,
        lessons,
        others: faces
            .everybody()
            .into_iter()
            .filter(|face| !is_in(face))
            .collect(),
        sessions: sources.sessions.clone(),
        competencies: sources.competencies.clone(),
    })
}

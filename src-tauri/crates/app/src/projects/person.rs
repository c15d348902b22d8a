//! What a person's page and their summary on paper show of their projects.

use chrono::{DateTime, NaiveDate, Utc};
use nexus_domain::ids::{CohortId, PersonId, ProjectMemberId};
use nexus_domain::projects::{Project, ProjectStatus};
use nexus_report::documents::participant::{self as paper, ProjectSummary, ProjectUpdate};
use nexus_report::words::Words;
use nexus_store::{Read, projects};

use super::lessons::Sources;
use super::milestones::drawn;
use super::reading::{Faces, Row, updates};
use super::{LessonView, NextStepView, PersonProject, PersonProjectsView, UpdateView};
use crate::people::read_id as person_id;
use crate::{App, Result};

/// The projects of a person in a cohort, the lessons that they applied, and what they mean to do next.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn of_person(app: &App, cohort: &str, person: &str) -> Result<PersonProjectsView> {
    let (cohort, person) = (crate::cohorts::read_id(cohort)?, person_id(person)?);
    app.ws().read(|r| {
        let today = app.today(r)?;
        let faces = Faces::of(r, cohort)?;
        let mut found = Vec::new();
        for project in own(r, cohort, person)? {
            let id = project.id;
            let row = Row::one(r, &faces, project)?;
            found.push(PersonProject {
                line: row.line(today),
                milestones: row.milestones(today),
                latest: updates(r, id, &projects::evidence(r, id)?)?.into_iter().next(),
            });
        }
        let step = |step: nexus_domain::projects::NextStep| NextStepView {
            id: step.id.to_string(),
            overdue: step.done.is_none() && step.due.is_some_and(|due| due < today),
            due: step.due.map(|day| day.to_string()),
            done: step.done.map(|day| day.to_string()),
            text: step.text,
        };
        Ok(PersonProjectsView {
            today: today.to_string(),
            projects: found,
            lessons: lessons(r, &faces, person)?,
            steps: projects::next_steps(r, cohort, person)?
                .into_iter()
                .map(step)
                .collect(),
        })
    })
}

/// A person's projects, those that go on first, the oldest first.
fn own(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<Project>> {
    let mut found = Vec::new();
    for project in projects::of_person(r, cohort, person)? {
        let latest = nexus_domain::projects::current(projects::updates(r, project.id)?);
        let finished = latest
            .first()
            .is_some_and(|one| one.status == ProjectStatus::Finished);
        found.push((finished, project));
    }
    found.sort_by_key(|(finished, project)| (*finished, project.id));
    Ok(found.into_iter().map(|(_, project)| project).collect())
}

fn lessons(r: &Read<'_>, faces: &Faces, person: PersonId) -> Result<Vec<LessonView>> {
    let sources = Sources::of(r, faces.cohort.id)?;
    let mut found = Vec::new();
    for lesson in projects::lessons_of_person(r, faces.cohort.id, person)? {
        let project = projects::by_id(r, lesson.project)?;
        found.push(sources.view(r, faces, &project, lesson)?);
    }
    Ok(found)
}

/// What the summary on paper says of a person's projects.
pub(crate) struct PaperProjects {
    /// The project that goes on, or the last one that did.
    pub project: Option<ProjectSummary>,
    /// Lessons applied, the latest first.
    pub lessons: Vec<paper::Lesson>,
    /// Steps that are not done.
    pub next_steps: Vec<paper::NextStep>,
}

/// What the summary on paper says of a person's projects.
pub(crate) fn summary(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<PaperProjects> {
    let faces = Faces::of(r, cohort)?;
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    let lesson = |lesson: LessonView| paper::Lesson {
        what: lesson.what,
        source: some(lesson.block_title).or_else(|| some(lesson.session_title)),
        competency: some(lesson.competency_name),
    };
    let steps = projects::next_steps(r, cohort, person)?;
    Ok(PaperProjects {
        project: match own(r, cohort, person)?.first() {
            Some(project) => Some(on_paper(r, project)?),
            None => None,
        },
        lessons: lessons(r, &faces, person)?.into_iter().map(lesson).collect(),
        next_steps: steps
            .into_iter()
            .filter(|step| step.done.is_none())
            .map(|step| paper::NextStep {
                text: step.text,
                due: step.due,
            })
            .collect(),
    })
}

fn on_paper(r: &Read<'_>, project: &Project) -> Result<ProjectSummary> {
    let words = Words::english();
    let told = updates(r, project.id, &projects::evidence(r, project.id)?)?;
    let status = told
        .first()
        .map(|update| words.get(&format!("report-project-{}", update.status.key())));
    let benefits = match project.beneficiaries.trim_end_matches('.') {
        "" => None,
        who => Some(words.with("report-project-benefits", &[("who", who.into())])?),
    };
    let sentence: Vec<String> = Some(project.problem.clone())
        .filter(|problem| !problem.is_empty())
        .into_iter()
        .chain(benefits)
        .collect();
    let line = |update: &UpdateView| {
        Some(ProjectUpdate {
            date: update.date.parse::<NaiveDate>().ok()?,
            text: update.text.clone(),
            evidence: u32::try_from(update.evidence.len()).unwrap_or(u32::MAX),
        })
    };
    Ok(ProjectSummary {
        title: project.title.clone(),
        sentence: Some(sentence.join(" ")).filter(|text| !text.is_empty()),
        status: status.transpose()?,
        milestones: drawn(r, project.id)?,
        updates: told.iter().filter_map(line).collect(),
    })
}

/// When anything that the summary shows of a person's projects was last changed.
pub(crate) fn last_change(app: &App, cohort: CohortId, person: PersonId) -> Result<Option<DateTime<Utc>>> {
    let rows = app.ws().read(|r| {
        let mut rows = Vec::new();
        for project in projects::of_person(r, cohort, person)? {
            let id = project.id;
            rows.push(("project", id.to_string()));
            rows.push(("project_member", ProjectMemberId::of(id, person).to_string()));
            let milestones = projects::milestones(r, id)?;
            rows.extend(milestones.iter().map(|one| ("milestone", one.id.to_string())));
            let updates = projects::updates(r, id)?;
            rows.extend(updates.iter().map(|one| ("project_update", one.id.to_string())));
            let evidence = projects::evidence(r, id)?;
            rows.extend(evidence.iter().map(|one| ("evidence", one.id.to_string())));
        }
        let lessons = projects::lessons_of_person(r, cohort, person)?;
        rows.extend(lessons.iter().map(|one| ("lesson", one.id.to_string())));
        let steps = projects::next_steps(r, cohort, person)?;
        rows.extend(steps.iter().map(|one| ("next_step", one.id.to_string())));
        Ok::<_, crate::AppError>(rows)
    })?;
    let mut last = None;
    for (table, row) in rows {
        last = last.max(app.ws().history(table, &row)?.first().map(|entry| entry.at));
    }
    Ok(last)
}

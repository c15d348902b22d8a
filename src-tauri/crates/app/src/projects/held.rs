//! What is held about one person's projects. Who backs a project and who wrote of it are other people, and left out.

use nexus_domain::ids::{CohortId, PersonId};
use nexus_domain::projects::{Content, Project};
use nexus_store::{Read, projects};

use super::lessons::Sources;
use crate::Result;
use crate::people::{HeldEvidence, HeldLesson, HeldMilestone, HeldProject, HeldStep, HeldUpdate};

/// The projects of a cohort on which a person works, the oldest first.
pub(crate) fn held(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<HeldProject>> {
    let own = projects::of_person(r, cohort, person)?.into_iter();
    own.map(|project| whole(r, project)).collect()
}

fn whole(r: &Read<'_>, project: Project) -> Result<HeldProject> {
    let id = project.id;
    let milestones = projects::milestones(r, id)?.into_iter().map(|one| HeldMilestone {
        title: one.title,
        due: one.due.to_string(),
        done: one.done.map(|day| day.to_string()),
        state: one.state,
    });
    let all = projects::updates(r, id)?;
    let mut updates: Vec<_> = all
        .iter()
        .map(|one| HeldUpdate {
            date: one.date.to_string(),
            status: one.status,
            text: one.text.clone(),
            replaced: all.iter().any(|later| later.corrects == Some(one.id)),
        })
        .collect();
    updates.sort_by(|one, other| other.date.cmp(&one.date));
    let evidence = projects::evidence(r, id)?.into_iter().map(|one| {
        let kind = one.content.kind();
        let (value, size) = match one.content {
            Content::Text(text) | Content::Link(text) => (text, None),
            Content::File(file) => (String::new(), Some(file.size)),
        };
        HeldEvidence {
            title: one.title,
            kind,
            value,
            size,
        }
    });
    let people = projects::members(r, id)?.len();
    Ok(HeldProject {
        id: id.to_string(),
        title: project.title,
        problem: project.problem,
        beneficiaries: project.beneficiaries,
        institution: project.institution,
        success: project.success,
        agreed: project.agreed.map(|day| day.to_string()),
        others: u32::try_from(people.saturating_sub(1)).unwrap_or(u32::MAX),
        milestones: milestones.collect(),
        updates,
        evidence: evidence.collect(),
    })
}

/// The lessons that a person applied in projects of a cohort, the latest first.
pub(crate) fn held_lessons(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<HeldLesson>> {
    let sources = Sources::of(r, cohort)?;
    let mut found = Vec::new();
    for lesson in projects::lessons_of_person(r, cohort, person)? {
        found.push(HeldLesson {
            date: lesson.date.to_string(),
            competency: sources.name(&lesson.competency),
            project: projects::by_id(r, lesson.project)?.title,
            what: lesson.what,
        });
    }
    Ok(found)
}

/// What a person means to do next in a cohort, and what they did of it.
pub(crate) fn held_steps(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<HeldStep>> {
    let steps = projects::next_steps(r, cohort, person)?.into_iter();
    let step = |step: nexus_domain::projects::NextStep| HeldStep {
        text: step.text,
        due: step.due.map(|day| day.to_string()),
        done: step.done.map(|day| day.to_string()),
    };
    Ok(steps.map(step).collect())
}

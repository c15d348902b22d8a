//! Lessons applied: a session or block, through a competency, to what changed in a project.

use nexus_domain::ids::{BlockId, CohortId, LessonId, SessionId};
use nexus_domain::people::letters::same;
use nexus_domain::projects::{Lesson, Project};
use nexus_store::{Read, Write, projects, sessions};

use super::reading::Faces;
use super::{CompetencyChoice, LessonBlock, LessonInput, LessonSession, LessonView, find, member};
use crate::input::{id, id_or_none, invalid, line, lines, past_day, required};
use crate::{App, AppError, Done, Result};

/// The framework whose competencies lessons name.
const FRAMEWORK: &str = "nexus-competencies";

/// Adds a lesson to a project.
///
/// # Errors
/// [`AppError::Invalid`] naming the field, [`AppError::NotFound`] for somebody who is not in the project or a
/// session that is not the cohort's; those of the store.
pub fn add_lesson(app: &App, project: &str, input: &LessonInput) -> Result<Done<String>> {
    let project = find(app, project)?;
    app.act("projects.lesson-add", &project.title, |w| {
        let id = LessonId(app.new_id());
        projects::put_lesson(w, &lesson(app, w, &project, id, input)?)?;
        Ok(id.to_string())
    })
}

/// Changes a lesson.
///
/// # Errors
/// As [`add_lesson`].
pub fn edit_lesson(app: &App, lesson_id: &str, input: &LessonInput) -> Result<Done<()>> {
    let (before, project) = find_lesson(app, lesson_id)?;
    app.act("projects.lesson-edit", &project.title, |w| {
        projects::lesson(w, before.id)?;
        Ok(projects::put_lesson(
            w,
            &lesson(app, w, &project, before.id, input)?,
        )?)
    })
}

/// Takes a lesson into the bin.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn remove_lesson(app: &App, lesson: &str) -> Result<Done<()>> {
    let (lesson, project) = find_lesson(app, lesson)?;
    app.act("projects.lesson-remove", &project.title, |w| {
        Ok(projects::set_lesson_deleted(w, lesson.id, true)?)
    })
}

fn find_lesson(app: &App, lesson: &str) -> Result<(Lesson, Project)> {
    let id = id("lesson", lesson)?;
    app.ws().read(|r| {
        let lesson = projects::lesson(r, id)?;
        let project = projects::by_id(r, lesson.project)?;
        Ok((lesson, project))
    })
}

fn lesson(app: &App, w: &Write<'_>, project: &Project, id: LessonId, input: &LessonInput) -> Result<Lesson> {
    let place = &project.title;
    let what = required(
        place,
        "lesson",
        lines(place, "lesson", &input.what)?,
        "what changed",
    )?;
    let sources = Sources::of(w, project.cohort)?;
    let (session, block) = sources.origin(input)?;
    let competency = line(place, "competency", &input.competency)?;
    if !competency.is_empty() && sources.competencies.iter().all(|one| one.key != competency) {
        return Err(invalid(
            place,
            "competency",
            &competency,
            "a competency of the list",
        ));
    }
    Ok(Lesson {
        id,
        project: project.id,
        person: member(w, project.id, &input.person)?,
        session,
        block,
        competency,
        what,
        date: past_day(place, "date", &input.date, app.today(w)?)?,
    })
}

/// Where a lesson can come from.
pub(super) struct Sources {
    /// The sessions of the cohort, the earliest first.
    pub sessions: Vec<LessonSession>,
    /// Competencies of the framework, then those that only an agenda names.
    pub competencies: Vec<CompetencyChoice>,
}

impl Sources {
    pub fn of(r: &Read<'_>, cohort: CohortId) -> Result<Self> {
        let mut competencies = in_force(r)?;
        let mut found = Vec::new();
        for session in sessions::of_cohort(r, cohort)? {
            let mut blocks = Vec::new();
            for (block, _) in sessions::blocks(r, session.id)? {
                blocks.push(LessonBlock {
                    id: block.id.to_string(),
                    competencies: block
                        .competencies
                        .iter()
                        .map(|name| key(&mut competencies, name))
                        .collect(),
                    title: block.title,
                });
            }
            found.push(LessonSession {
                id: session.id.to_string(),
                title: session.title,
                date: session.date.to_string(),
                blocks,
            });
        }
        Ok(Self {
            sessions: found,
            competencies,
        })
    }

    /// Session and block that an input names; a block alone brings its session.
    fn origin(&self, input: &LessonInput) -> Result<(Option<SessionId>, Option<BlockId>)> {
        let missing = |what, key: &str| AppError::NotFound {
            what,
            key: key.to_owned(),
        };
        let holds = |session: &&LessonSession| session.blocks.iter().any(|block| block.id == input.block);
        let session = match (input.session.as_str(), input.block.as_str()) {
            ("", "") => return Ok((None, None)),
            ("", block) => self
                .sessions
                .iter()
                .find(holds)
                .ok_or_else(|| missing("block", block))?,
            (session, _) => {
                let found = self.sessions.iter().find(|one| one.id == session);
                found.ok_or_else(|| missing("session", session))?
            }
        };
        if !input.block.is_empty() && !holds(&session) {
            return Err(missing("block", &input.block));
        }
        Ok((
            id_or_none("session", &session.id)?,
            id_or_none("block", &input.block)?,
        ))
    }

    /// A lesson as it is shown; a session that is gone leaves its place empty.
    pub fn view(&self, r: &Read<'_>, faces: &Faces, project: &Project, lesson: Lesson) -> Result<LessonView> {
        let session_id = lesson.session.map(|id| id.to_string());
        let session = self
            .sessions
            .iter()
            .find(|one| Some(&one.id) == session_id.as_ref());
        let block_id = lesson.block.map(|id| id.to_string());
        let block = session.and_then(|one| {
            one.blocks
                .iter()
                .find(|block| Some(&block.id) == block_id.as_ref())
        });
        let person = faces.one(r, lesson.person)?;
        Ok(LessonView {
            id: lesson.id.to_string(),
            project: project.id.to_string(),
            project_title: project.title.clone(),
            person: lesson.person.to_string(),
            person_name: person.map(|face| face.name).unwrap_or_default(),
            session: session.map(|one| one.id.clone()).unwrap_or_default(),
            session_title: session.map(|one| one.title.clone()).unwrap_or_default(),
            block: block.map(|one| one.id.clone()).unwrap_or_default(),
            block_title: block.map(|one| one.title.clone()).unwrap_or_default(),
            competency_name: self.name(&lesson.competency),
            competency: lesson.competency,
            what: lesson.what,
            date: lesson.date.to_string(),
        })
    }

    /// The name of a competency; a key that no list has stands for itself.
    pub fn name(&self, key: &str) -> String {
        let found = self.competencies.iter().find(|one| one.key == key);
        found.map_or_else(|| key.to_owned(), |one| one.name.clone())
    }
}

/// The key of a competency that an agenda names; one that no list has is added to it under its name.
fn key(competencies: &mut Vec<CompetencyChoice>, name: &str) -> String {
    let found = competencies
        .iter()
        .find(|one| one.key == name || same(&one.name, name));
    if let Some(found) = found {
        return found.key.clone();
    }
    competencies.push(CompetencyChoice {
        key: name.to_owned(),
        name: name.to_owned(),
    });
    name.to_owned()
}

fn in_force(r: &Read<'_>) -> Result<Vec<CompetencyChoice>> {
    let mut frameworks = crate::assessments::library::frameworks_in_force(r)?.into_iter();
    let newest = frameworks.find(|one| one.key == FRAMEWORK);
    let choice = |one: nexus_domain::assessments::Competency| CompetencyChoice {
        key: one.key,
        name: one.name,
    };
    Ok(newest
        .into_iter()
        .flat_map(|one| one.competencies)
        .map(choice)
        .collect())
}

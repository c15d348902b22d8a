//! Reports about one person, one session, or for one coach.

use chrono::NaiveDate;
use nexus_domain::cohorts::{Cohort, Enrolment, participant_code};
use nexus_domain::ids::PersonId;
use nexus_domain::people::Person;
use nexus_domain::reports::{About, ReportKind};
use nexus_report::documents::certificate::{Certificate, Signature, certificate};
use nexus_report::documents::coach_brief::{BriefParticipant, BriefProject, CoachBrief, coach_brief};
use nexus_report::documents::participant::{ProjectSummary, participant_summary};
use nexus_report::documents::session_summary::session_summary;
use nexus_report::documents::{Document, Paper};
use nexus_report::words::Words;
use nexus_store::{Read, cohorts, programs, sessions as session_rows};

use super::gather::count;
use super::made::paper;
use super::participant::{identity, summary};
use super::which::Which;
use crate::{App, AppError, Result, assessments, projects, sessions};

/// The document and its title.
pub(super) fn document(
    app: &App,
    r: &Read<'_>,
    which: &Which,
    as_of: NaiveDate,
) -> Result<(Document, String)> {
    let cohort = cohort(r, which)?;
    let sheet = paper(which.draft.sheet);
    match (which.kind, which.about) {
        (ReportKind::Session, About::Session(id)) => {
            let mut input = sessions::summary_of(r, id)?;
            input.head.paper = sheet;
            let title = input.head.session.clone();
            Ok((session_summary(&input)?, title))
        }
        (ReportKind::Certificate, About::Person(person)) => {
            let (enrolment, person) = member(r, &cohort, person)?;
            completed(r, &cohort, &enrolment, &person, sheet)
        }
        (ReportKind::Participant, About::Person(person)) => {
            let (enrolment, person) = member(r, &cohort, person)?;
            let mut input = summary(r, &cohort, &enrolment, &person, as_of)?;
            input.paper = sheet;
            Ok((participant_summary(&input)?, input.name))
        }
        (ReportKind::Coach, _) => brief(app, r, &cohort, as_of, sheet),
        (kind, _) => Err(AppError::NotFound {
            what: "report",
            key: kind.key().to_owned(),
        }),
    }
}

fn cohort(r: &Read<'_>, which: &Which) -> Result<Cohort> {
    let id = which.scope.cohort.ok_or_else(|| AppError::NotFound {
        what: "cohort",
        key: String::new(),
    })?;
    Ok(cohorts::by_id(r, id)?)
}

pub(super) fn member(r: &Read<'_>, cohort: &Cohort, person: PersonId) -> Result<(Enrolment, Person)> {
    let found = cohorts::members(r, cohort.id)?.into_iter();
    let mut found = found.filter(|(_, one)| one.id == person);
    found.next().ok_or_else(|| AppError::NotFound {
        what: "participant",
        key: person.to_string(),
    })
}

/// That somebody took part: sessions they came to, of those held, and the hours of them.
fn completed(
    r: &Read<'_>,
    cohort: &Cohort,
    enrolment: &Enrolment,
    person: &Person,
    paper: Paper,
) -> Result<(Document, String)> {
    let program = programs::by_id(r, cohort.program)?;
    let (mut held, mut came, mut minutes) = (0, 0, 0_i64);
    for session in session_rows::of_cohort(r, cohort.id)? {
        let (Some(began), Some(ended)) = (session.began, session.ended) else {
            continue;
        };
        held += 1;
        let marks = session_rows::attendance(r, session.id)?;
        if marks
            .get(&enrolment.person)
            .or_else(|| marks.get(&person.id))
            .is_some_and(|attended| attended.mark.attended())
        {
            came += 1;
            minutes += (ended - began).num_minutes();
        }
    }
    let words = Words::english();
    let hours = (minutes as f64 / 30.0).round() / 2.0;
    let award = program.award.filter(|award| !award.funder.is_empty());
    let document = certificate(&Certificate {
        name: person.name(),
        program: program.name,
        cohort: Some(cohort.name.clone()),
        facility: programs::facility(r)?
            .map(|facility| facility.name)
            .unwrap_or_default(),
        period: cohort.starts.zip(cohort.ends),
        sessions: (held > 0).then_some((came, held)),
        hours: (hours > 0.0).then(|| format!("{hours}")),
        date: None,
        signed_by: vec![
            Signature {
                name: String::new(),
                office: None,
            };
            2
        ],
        acknowledgement: award
            .map(|award| words.with("story-funder", &[("name", award.funder.as_str().into())]))
            .transpose()?,
        paper,
    })?;
    let title = words.with("story-certificate-of", &[("name", person.name().as_str().into())])?;
    Ok((document, title))
}

/// What a coach reads before meeting the people of a cohort.
fn brief(
    app: &App,
    r: &Read<'_>,
    cohort: &Cohort,
    as_of: NaiveDate,
    paper: Paper,
) -> Result<(Document, String)> {
    let words = Words::english();
    let vocabulary = nexus_store::people::vocabulary(r)?;
    let mut participants = Vec::new();
    for (enrolment, person) in cohorts::members(r, cohort.id)? {
        if enrolment.left.is_some() {
            continue;
        }
        let work = projects::summary(r, cohort.id, person.id)?;
        participants.push(BriefParticipant {
            code: participant_code(&cohort.prefix, enrolment.number),
            name: person.name(),
            identity: identity(&vocabulary, cohort, &enrolment)?,
            ratings: assessments::ratings(r, cohort.id, person.id)?,
            project: work.project.map(|project| in_brief(project, as_of)),
            waiting: Vec::new(),
            next_steps: work.next_steps,
        });
    }
    let award = programs::by_id(r, cohort.program)?.award;
    let document = coach_brief(&CoachBrief {
        cohort: cohort.name.clone(),
        facility: programs::facility(r)?
            .map(|facility| facility.name)
            .unwrap_or_default(),
        award: award
            .map(|award| award.number)
            .filter(|number| !number.is_empty()),
        coach: app.author(),
        meeting: None,
        as_of,
        paper,
        participants,
    })?;
    let title = words.with("story-coach-of", &[("name", cohort.name.as_str().into())])?;
    Ok((document, title))
}

fn in_brief(project: ProjectSummary, as_of: NaiveDate) -> BriefProject {
    let open = project
        .milestones
        .iter()
        .filter(|milestone| milestone.done.is_none());
    let (overdue, coming): (Vec<_>, Vec<_>) = open
        .map(|milestone| (milestone.title.clone(), milestone.planned))
        .partition(|(_, planned)| *planned < as_of);
    BriefProject {
        reached: count(
            project
                .milestones
                .iter()
                .filter(|milestone| milestone.done.is_some())
                .count(),
        ),
        milestones: count(project.milestones.len()),
        overdue,
        coming: coming.into_iter().min_by_key(|(_, planned)| *planned),
        news: project.updates.into_iter().next(),
        status: project.status,
        title: project.title,
    }
}

//! Views of what comes after a program, made of what is stored.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use nexus_domain::cohorts::{Cohort, participant_code};
use nexus_domain::ids::{CohortId, OutcomeId, PersonId, ProgramId};
use nexus_domain::outcomes::{self as domain, Evidence, FollowUp, FollowUpState, MOMENTS};
use nexus_domain::projects::harmless_name;
use nexus_store::{Read, assessments, attachment, cohorts, outcomes, people, programs};

use super::views::*;
use crate::{App, Result};

/// Today at the facility.
pub(super) fn today(app: &App, r: &Read<'_>) -> Result<NaiveDate> {
    let zone = programs::facility(r)?.map_or(chrono_tz::UTC, |facility| facility.zone);
    Ok(app.now().with_timezone(&zone).date_naive())
}

fn text(day: Option<NaiveDate>) -> Option<String> {
    day.map(|day| day.to_string())
}

/// What a cohort sees.
pub(crate) fn of_cohort(app: &App, r: &Read<'_>, id: CohortId) -> Result<OutcomesView> {
    let cohort = cohorts::by_id(r, id)?;
    let program = programs::by_id(r, cohort.program)?;
    let today = today(app, r)?;
    let members = cohorts::members(r, id)?;
    Ok(OutcomesView {
        program: program.id.to_string(),
        program_name: program.name,
        today: today.to_string(),
        ends: text(cohort.ends),
        follow_ups: plan(r, &cohort, today)?,
        outcomes: lines(r, program.id, Some(id))?,
        indicators: figures(r, program.id)?,
        people: members
            .into_iter()
            .map(|(enrolment, person)| OutcomePerson {
                person: person.id.to_string(),
                code: participant_code(&cohort.prefix, enrolment.number),
                name: person.name(),
            })
            .collect(),
    })
}

/// What all cohorts of a program see together.
pub(crate) fn of_program(app: &App, r: &Read<'_>, id: ProgramId) -> Result<ProgramOutcomesView> {
    let program = programs::by_id(r, id)?;
    let today = today(app, r)?;
    let mut plans = Vec::new();
    for (cohort, _) in cohorts::all(r)? {
        if cohort.program == id {
            plans.push(CohortFollowUps {
                cohort: cohort.id.to_string(),
                mark: cohort.mark.clone(),
                ends: text(cohort.ends),
                follow_ups: plan(r, &cohort, today)?,
            });
        }
    }
    Ok(ProgramOutcomesView {
        program: id.to_string(),
        program_name: program.name,
        outcomes: lines(r, id, None)?,
        indicators: figures(r, id)?,
        cohorts: plans,
    })
}

/// The outcomes of a program with the evidence of one cohort and of the program as a whole, or with all of it.
fn lines(r: &Read<'_>, program: ProgramId, cohort: Option<CohortId>) -> Result<Vec<OutcomeLine>> {
    let live = domain::current(outcomes::evidence(r, program)?);
    let doubles: HashSet<_> = domain::doubles(&live).into_iter().collect();
    let mut names: BTreeMap<PersonId, String> = BTreeMap::new();
    let mut by_outcome: BTreeMap<OutcomeId, (Vec<OutcomeEvidenceView>, u32)> = BTreeMap::new();
    for one in live {
        let of = by_outcome.entry(one.outcome).or_default();
        if cohort.is_some() && one.cohort.is_some() && one.cohort != cohort {
            of.1 += 1;
            continue;
        }
        let name = match one.person {
            Some(person) => match names.get(&person) {
                Some(name) => name.clone(),
                // Somebody in the bin keeps no name here.
                None => {
                    let name = people::by_id(r, person).map(|person| person.name());
                    names.entry(person).or_insert(name.unwrap_or_default()).clone()
                }
            },
            None => String::new(),
        };
        let double = doubles.contains(&one.id);
        of.0.push(shown(r, one, name, double)?);
    }
    Ok(outcomes::of_program(r, program)?
        .into_iter()
        .map(|outcome| {
            let (evidence, elsewhere) = by_outcome.remove(&outcome.id).unwrap_or_default();
            OutcomeLine {
                id: outcome.id.to_string(),
                title: outcome.title,
                term: outcome.term,
                evidence,
                elsewhere,
            }
        })
        .collect())
}

fn shown(r: &Read<'_>, one: Evidence, person_name: String, double: bool) -> Result<OutcomeEvidenceView> {
    let file = match &one.file {
        None => None,
        Some(file) => {
            let name = harmless_name(&file.name);
            Some(OutcomeFile {
                size: file.content.size,
                here: attachment::is_here(r, &file.content)?,
                opens: crate::settings::is_shown(name.as_ref()),
                name,
            })
        }
    };
    Ok(OutcomeEvidenceView {
        id: one.id.to_string(),
        date: one.date.to_string(),
        what: one.what,
        witness: one.witness,
        link: one.link,
        file,
        quote: one.quote,
        person: one.person.map(|id| id.to_string()).unwrap_or_default(),
        person_name,
        cohort: one.cohort.map(|id| id.to_string()).unwrap_or_default(),
        author: one.author,
        corrected: one.corrects.is_some(),
        double,
    })
}

fn figures(r: &Read<'_>, program: ProgramId) -> Result<Vec<IndicatorView>> {
    let found = outcomes::indicators(r, program)?;
    Ok(found
        .into_iter()
        .map(|one| IndicatorView {
            id: one.id.to_string(),
            institution: one.institution,
            name: one.name,
            value: one.value,
            date: one.date.to_string(),
            source: one.source,
        })
        .collect())
}

/// The follow-ups of a cohort: those that every cohort has, and its own, by the day on which they begin.
pub(super) fn plan(r: &Read<'_>, cohort: &Cohort, today: NaiveDate) -> Result<Vec<FollowUpView>> {
    let stored = outcomes::follow_ups(r, cohort.id)?;
    let occasions = assessments::occasions(r, cohort.id)?;
    let mut all: Vec<FollowUp> = MOMENTS
        .into_iter()
        .map(|moment| domain::standard(cohort.id, moment))
        .map(|usual| {
            stored
                .iter()
                .find(|one| one.id == usual.id)
                .cloned()
                .unwrap_or(usual)
        })
        .collect();
    all.extend(stored.into_iter().filter(|one| one.moment.is_none()));
    let mut found = Vec::new();
    for one in all {
        let window = cohort.ends.and_then(|ends| domain::window(&one, ends));
        let (mut subjects, mut first, mut assessment) = (HashSet::new(), None, false);
        for occasion in occasions
            .iter()
            .filter(|occasion| Some(occasion.moment) == one.moment)
        {
            assessment = true;
            for sheet in assessments::responses(r, occasion.id)? {
                subjects.insert(sheet.subject);
                let day = sheet.answered.unwrap_or_else(|| sheet.entered.date_naive());
                first = Some(first.map_or(day, |before: NaiveDate| before.min(day)));
            }
        }
        let done = one.done.or(first);
        let state: FollowUpState = domain::state(window, done.is_some(), today);
        let opens = window.map(|window| window.opens);
        let view = FollowUpView {
            id: one.id.to_string(),
            moment: one.moment,
            title: one.title,
            weeks: one.weeks,
            opens: text(opens),
            closes: text(window.map(|window| window.closes)),
            state,
            done: text(done),
            by_hand: one.done.is_some(),
            assessment,
            sheets: u32::try_from(subjects.len()).unwrap_or(u32::MAX),
        };
        found.push((opens, view));
    }
    found.sort_by_key(|(opens, _)| *opens);
    Ok(found.into_iter().map(|(_, view)| view).collect())
}

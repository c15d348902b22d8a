//! Words that could be quoted: lessons, evidence and answers, each with what its author allows.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use nexus_domain::cohorts::Enrolment;
use nexus_domain::ids::CohortId;
use nexus_domain::outcomes::QuoteConsent;
use nexus_domain::people::{Consent, Person};
use nexus_store::{Read, projects};

use super::work::Work;
use crate::Result;

/// Something that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reports) struct Said {
    /// What tells it from others.
    pub id: String,
    /// Where it stands.
    pub source: Source,
    /// The words.
    pub text: String,
    /// Whether they may leave the facility.
    pub consent: Consent,
    /// When it was written, or the day it tells of.
    pub date: NaiveDate,
}

/// Where words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reports) enum Source {
    /// A lesson applied.
    Lesson,
    /// Evidence for an outcome, with its title.
    Evidence(String),
    /// An answer, with what was asked.
    Answer(String),
}

/// The lessons of a cohort.
pub(super) fn lessons(
    r: &Read<'_>,
    cohort: CohortId,
    members: &[(Enrolment, Person)],
    said: &mut Vec<Said>,
) -> Result<()> {
    let consents: BTreeMap<_, _> = members
        .iter()
        .map(|(_, person)| (person.id, person.consent))
        .collect();
    for lesson in projects::lessons_of_cohort(r, cohort)? {
        said.push(Said {
            id: format!("lesson/{}", lesson.id),
            source: Source::Lesson,
            text: lesson.what,
            consent: consents.get(&lesson.person).copied().unwrap_or(Consent::No),
            date: lesson.date,
        });
    }
    Ok(())
}

/// What was filed as evidence for outcomes.
pub(super) fn evidence(work: &Work, said: &mut Vec<Said>) {
    for outcome in &work.outcomes {
        said.extend(outcome.evidence.iter().map(|evidence| Said {
            id: format!("evidence/{}", evidence.id),
            source: Source::Evidence(outcome.title.clone()),
            text: evidence.what.clone(),
            consent: match evidence.quote {
                QuoteConsent::Yes => Consent::Yes,
                QuoteConsent::No => Consent::No,
                QuoteConsent::NotAsked => Consent::NotAnswered,
            },
            date: evidence.date,
        }));
    }
}

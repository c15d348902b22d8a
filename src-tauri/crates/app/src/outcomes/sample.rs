//! What the sample tells of the time after: evidence under some outcomes and none under others, two figures, and a
//! follow-up of the cohort's own.

use chrono::{Days, NaiveDate};
use nexus_domain::cohorts::Cohort;
use nexus_domain::ids::{FollowUpId, IndicatorId, OutcomeEvidenceId, ProgramId};
use nexus_domain::outcomes::{Evidence, FollowUp, Indicator, QuoteConsent};
use nexus_store::{Write, cohorts, outcomes};

use crate::{App, Result};

/// A piece of evidence as the sample tells it.
struct Told {
    /// Place of the outcome in the list.
    outcome: usize,
    /// Number of the person's code.
    person: Option<u32>,
    /// Days before today.
    ago: u64,
    what: &'static str,
    witness: &'static str,
    link: &'static str,
    quote: QuoteConsent,
}

const TOLD: [Told; 5] = [
    Told {
        outcome: 0,
        person: Some(1),
        ago: 12,
        what: "The whole staff wrote a purpose of two sentences; the board put it on the agenda of every meeting.",
        witness: "Chair of the library board",
        link: "",
        quote: QuoteConsent::Yes,
    },
    Told {
        outcome: 1,
        person: Some(4),
        ago: 20,
        what: "Three museums of the county agreed on one calendar of school visits.",
        witness: "Education officer of the county",
        link: "https://example.org/school-visits",
        quote: QuoteConsent::NotAsked,
    },
    Told {
        outcome: 5,
        person: Some(2),
        ago: 9,
        what: "The reading room stays open until eight, run by staff of two departments in turn.",
        witness: "Head of public services",
        link: "",
        quote: QuoteConsent::No,
    },
    Told {
        outcome: 5,
        person: None,
        ago: 5,
        what: "Four institutions of the cohort share one plan for emergencies.",
        witness: "State archivist",
        link: "",
        quote: QuoteConsent::Yes,
    },
    Told {
        outcome: 8,
        person: None,
        ago: 3,
        what: "The county raised its share of the library’s budget for the first time in six years.",
        witness: "County clerk",
        link: "Minutes of the county board",
        quote: QuoteConsent::NotAsked,
    },
];

/// Institution, what is counted, value, days before today, source.
const FIGURES: [(&str, &str, &str, u64, &str); 2] = [
    (
        "Summit County Public Library",
        "Hours open each week",
        "46 hours",
        50,
        "Annual report, page 4",
    ),
    (
        "Summit County Public Library",
        "Hours open each week",
        "52 hours",
        4,
        "Notice at the door",
    ),
];

/// Puts what the sample tells of the time after into it.
///
/// # Errors
/// Those of the store.
pub(crate) fn fill(app: &App, w: &Write<'_>, cohort: &Cohort, today: NaiveDate) -> Result<()> {
    let day = |ago| today.checked_sub_days(Days::new(ago)).unwrap_or(today);
    let list = outcomes::of_program(w, cohort.program)?;
    let members = cohorts::members(w, cohort.id)?;
    for told in TOLD {
        let Some(outcome) = list.get(told.outcome) else {
            continue;
        };
        let person = members
            .iter()
            .find(|(enrolment, _)| Some(enrolment.number) == told.person);
        let evidence = Evidence {
            id: OutcomeEvidenceId(app.new_id()),
            outcome: outcome.id,
            cohort: Some(cohort.id),
            person: person.map(|(_, person)| person.id),
            date: day(told.ago),
            what: told.what.to_owned(),
            witness: told.witness.to_owned(),
            link: told.link.to_owned(),
            quote: told.quote,
            author: app.author(),
            corrects: None,
        };
        outcomes::add_evidence(w, &evidence)?;
    }
    for (institution, name, value, ago, source) in FIGURES {
        let indicator = Indicator {
            id: IndicatorId(app.new_id()),
            program: cohort.program,
            institution: institution.to_owned(),
            name: name.to_owned(),
            value: value.to_owned(),
            date: day(ago),
            source: source.to_owned(),
        };
        outcomes::put_indicator(w, &indicator)?;
    }
    let reunion = FollowUp {
        id: FollowUpId(app.new_id()),
        cohort: cohort.id,
        moment: None,
        title: "Reunion at the state conference".to_owned(),
        weeks: 38,
        done: None,
    };
    Ok(outcomes::put_follow_up(w, &reunion)?)
}

/// Takes the follow-ups of a cohort into the bin.
///
/// # Errors
/// Those of the store.
pub(crate) fn remove(w: &Write<'_>, cohort: &Cohort) -> Result<()> {
    for one in outcomes::follow_ups(w, cohort.id)? {
        outcomes::set_follow_up_deleted(w, one.id, true)?;
    }
    Ok(())
}

/// Takes the outcomes of a program into the bin, with their evidence and the figures of its institutions.
///
/// # Errors
/// Those of the store.
pub(crate) fn remove_of_program(w: &Write<'_>, program: ProgramId) -> Result<()> {
    for one in outcomes::evidence(w, program)? {
        outcomes::set_evidence_deleted(w, one.id, true)?;
    }
    for one in outcomes::indicators(w, program)? {
        outcomes::set_indicator_deleted(w, one.id, true)?;
    }
    for one in outcomes::of_program(w, program)? {
        outcomes::set_deleted(w, one.id, true)?;
    }
    Ok(())
}

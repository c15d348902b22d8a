//! What the sample tells of the time after: evidence under some outcomes and none under others, two figures, and a
//! follow-up of the cohort's own.

use chrono::{Days, NaiveDate, TimeDelta};
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
    /// Days from the day that the story is told from.
    day: i64,
    what: &'static str,
    witness: &'static str,
    link: &'static str,
    quote: QuoteConsent,
}

const TOLD: [Told; 5] = [
    Told {
        outcome: 0,
        person: Some(1),
        day: -12,
        what: "The whole staff wrote a purpose of two sentences; the board put it on the agenda of every meeting.",
        witness: "Chair of the library board",
        link: "",
        quote: QuoteConsent::Yes,
    },
    Told {
        outcome: 1,
        person: Some(4),
        day: -20,
        what: "Three museums of the county agreed on one calendar of school visits.",
        witness: "Education officer of the county",
        link: "https://example.org/school-visits",
        quote: QuoteConsent::NotAsked,
    },
    Told {
        outcome: 5,
        person: Some(2),
        day: -9,
        what: "The reading room stays open until eight, run by staff of two departments in turn.",
        witness: "Head of public services",
        link: "",
        quote: QuoteConsent::No,
    },
    Told {
        outcome: 5,
        person: None,
        day: -5,
        what: "Four institutions of the cohort share one plan for emergencies.",
        witness: "State archivist",
        link: "",
        quote: QuoteConsent::Yes,
    },
    Told {
        outcome: 8,
        person: None,
        day: -3,
        what: "The county raised its share of the library’s budget for the first time in six years.",
        witness: "County clerk",
        link: "Minutes of the county board",
        quote: QuoteConsent::NotAsked,
    },
];

/// What came of the earlier cohort, told from its last day.
const EARLIER: [Told; 8] = [
    Told {
        outcome: 0,
        person: Some(9),
        day: 64,
        what: "Read the purpose of the library aloud at the first meeting of the new council; two members quoted it later.",
        witness: "Member of the city council",
        link: "",
        quote: QuoteConsent::Yes,
    },
    Told {
        outcome: 1,
        person: Some(2),
        day: 120,
        what: "The museum joined the state’s committee on ship records, as its first member from a museum.",
        witness: "Chair of the committee",
        link: "https://example.org/ship-records",
        quote: QuoteConsent::Yes,
    },
    Told {
        outcome: 2,
        person: Some(7),
        day: 150,
        what: "When the east wing closed, the programs moved into three libraries within a week.",
        witness: "Director of the museum",
        link: "",
        quote: QuoteConsent::NotAsked,
    },
    Told {
        outcome: 3,
        person: Some(12),
        day: 95,
        what: "Gave up the newsletter to keep the evening hours, and said so to the board before doing it.",
        witness: "County administrator",
        link: "",
        quote: QuoteConsent::No,
    },
    Told {
        outcome: 4,
        person: Some(6),
        day: 210,
        what: "The cost of fines stands on page one of the yearly report, beside what students say.",
        witness: "Associate dean",
        link: "https://example.org/yearly-report",
        quote: QuoteConsent::Yes,
    },
    Told {
        outcome: 5,
        person: Some(8),
        day: 230,
        what: "The archive asks the communities first now, for every collection.",
        witness: "Member of a tribal council",
        link: "",
        quote: QuoteConsent::Yes,
    },
    Told {
        outcome: 6,
        person: Some(1),
        day: 300,
        what: "Spoke for libraries at the hearing on the state budget; four minutes, one reader’s story.",
        witness: "Clerk of the committee",
        link: "",
        quote: QuoteConsent::Yes,
    },
    Told {
        outcome: 7,
        person: None,
        day: 340,
        what: "The two libraries of the shared desk lend their books through one catalog.",
        witness: "Both directors",
        link: "",
        quote: QuoteConsent::Yes,
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
    file(app, w, cohort, today, &TOLD)?;
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

/// Files what came of the earlier cohort, within an action.
///
/// # Errors
/// Those of the store.
pub(crate) fn fill_earlier(app: &App, w: &Write<'_>, cohort: &Cohort, ends: NaiveDate) -> Result<()> {
    file(app, w, cohort, ends, &EARLIER)
}

/// Files evidence whose days count from `from`.
fn file(app: &App, w: &Write<'_>, cohort: &Cohort, from: NaiveDate, stories: &[Told]) -> Result<()> {
    let list = outcomes::of_program(w, cohort.program)?;
    let members = cohorts::members(w, cohort.id)?;
    for told in stories {
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
            date: from.checked_add_signed(TimeDelta::days(told.day)).unwrap_or(from),
            what: told.what.to_owned(),
            witness: told.witness.to_owned(),
            link: told.link.to_owned(),
            file: None,
            quote: told.quote,
            author: app.author(),
            corrects: None,
        };
        outcomes::add_evidence(w, &evidence)?;
    }
    Ok(())
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

//! Leaving a cohort before its end: withdrawing, moving to another cohort, and coming back.

use chrono::NaiveDate;
use nexus_domain::cohorts::{
    AnswersAfter, Departure, Enrolment, Leaving, LeavingReason, next_number, participant_code,
};
use nexus_domain::ids::{CohortId, DepartureId, EnrolmentId, LeavingReasonId, PersonId};
use nexus_store::people::alias;
use nexus_store::{Read, Write, assessments, cohorts, people};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::read_id;
use crate::cohorts::read_id as cohort_id;
use crate::{App, AppError, Done, Result, input};

/// How somebody left a cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LeftView {
    /// Id of the departure.
    pub id: String,
    /// How.
    pub way: Leaving,
    /// The last day on which they took part.
    pub day: String,
    /// Why: the reason, or own words; may be empty.
    pub reason: String,
    /// What becomes of the answers.
    pub answers: AnswersAfter,
    /// Name of the cohort where they go on; empty if they do not.
    pub onward: String,
    /// The day on which they came back, if they did.
    pub returned: Option<String>,
}

/// How somebody withdraws.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WithdrawInput {
    /// The last day on which they took part, `YYYY-MM-DD`; today if empty.
    pub day: String,
    /// Id of the reason; empty for own words or none.
    pub reason: String,
    /// Own words; may be empty.
    pub words: String,
    /// What becomes of the answers.
    pub answers: AnswersAfter,
}

/// How somebody moves to another cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MoveOnInput {
    /// Id of the cohort where they go on.
    pub to: String,
    /// The last day in the cohort that they leave, `YYYY-MM-DD`; today if empty.
    pub day: String,
    /// Id of the reason; empty for own words or none.
    pub reason: String,
    /// Own words; may be empty.
    pub words: String,
}

/// A reason to leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReasonView {
    /// Its id; empty for a new one.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// What deleting a person's answers of a cohort takes away for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ErasureView {
    /// Sheets, corrections included.
    pub sheets: u32,
    /// Answers on them.
    pub answers: u32,
}

pub(super) fn left_view(r: &Read<'_>, left: &Departure) -> Result<LeftView> {
    let reasons = cohorts::reasons(r)?;
    let named = reasons.into_iter().find(|reason| Some(reason.id) == left.reason);
    let parts = [
        named.map(|reason| reason.name).unwrap_or_default(),
        left.words.clone(),
    ];
    let onward = match left.onward {
        Some(place) => cohorts::cohort_of(r, place)?.map(|cohort| cohort.name),
        None => None,
    };
    Ok(LeftView {
        id: left.id.to_string(),
        way: left.way,
        day: left.day.to_string(),
        reason: parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(": "),
        answers: left.answers,
        onward: onward.unwrap_or_default(),
        returned: left.returned.map(|day| day.to_string()),
    })
}

/// The places that a person holds in a cohort and has not left.
fn held(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<Enrolment>> {
    let places = cohorts::places(r, cohort, person)?;
    if places.is_empty() {
        return Err(AppError::NotFound {
            what: "participant",
            key: person.to_string(),
        });
    }
    Ok(places.into_iter().filter(|place| place.left.is_none()).collect())
}

/// The person stops to take part in a cohort. Their place stays, and says so.
///
/// # Errors
/// [`AppError::NotFound`]; [`AppError::Invalid`] for a day that has not come, or somebody who has left already;
/// those of the store.
pub fn withdraw(app: &App, cohort: &str, person: &str, given: &WithdrawInput) -> Result<Done<()>> {
    let (cohort, id) = (cohort_id(cohort)?, read_id(person)?);
    let name = app.ws().read(|r| people::by_id(r, id))?.name();
    let erases = given.answers == AnswersAfter::Deleted;
    let done = app.act("people.withdraw", &name, |w| {
        let day = input::past_day(&name, "day", &given.day, app.today(w)?)?;
        let (reason, words) = why(w, &name, &given.reason, &given.words)?;
        let places = held(w, cohort, id)?;
        if places.is_empty() {
            return Err(gone(&name));
        }
        for place in places {
            let departure = Departure {
                id: DepartureId(app.new_id()),
                enrolment: place.id,
                way: Leaving::Withdrawn,
                day,
                reason,
                words: words.clone(),
                answers: given.answers,
                onward: None,
                returned: None,
            };
            cohorts::put_departure(w, &departure)?;
        }
        if erases {
            erase(w, cohort, id)?;
        }
        Ok(())
    })?;
    if erases {
        app.ws().scrub()?;
    }
    Ok(done)
}

fn erase(w: &Write<'_>, cohort: CohortId, person: PersonId) -> Result<()> {
    for record in alias::records(w, person)? {
        for occasion in assessments::occasions(w, cohort)? {
            crate::assessments::forget_drafts(w, occasion.id, record)?;
        }
    }
    let sheets = assessments::sheets_of(w, cohort, person)?;
    Ok(assessments::erase(w, &sheets)?)
}

/// What deleting a person's answers of a cohort takes away for good.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn answers_of(app: &App, cohort: &str, person: &str) -> Result<ErasureView> {
    let (cohort, person) = (cohort_id(cohort)?, read_id(person)?);
    app.ws().read(|r| {
        let mut answers = 0;
        for occasion in assessments::occasions(r, cohort)? {
            for sheet in assessments::responses_of(r, occasion.id, person)? {
                answers += sheet.answers.len();
            }
        }
        let sheets = assessments::sheets_of(r, cohort, person)?.len();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Ok(ErasureView {
            sheets: count(sheets),
            answers: count(answers),
        })
    })
}

fn gone(name: &str) -> AppError {
    input::invalid(name, "place", "somebody who has left", "somebody who takes part")
}

/// A reason of the list, or own words.
fn why(r: &Read<'_>, name: &str, reason: &str, words: &str) -> Result<(Option<LeavingReasonId>, String)> {
    let reason: Option<LeavingReasonId> = input::id_or_none("reason", reason)?;
    if let Some(id) = reason
        && cohorts::reasons(r)?.iter().all(|known| known.id != id)
    {
        return Err(AppError::NotFound {
            what: "reason",
            key: id.to_string(),
        });
    }
    Ok((reason, input::lines(name, "reason", words)?))
}

/// The person goes on in another cohort, with a new code. Everything of the place that they leave stays there.
/// Gives the new code.
///
/// # Errors
/// [`AppError::NotFound`]; [`AppError::Invalid`] for a day that has not come, the same cohort, one in which they
/// are already, or somebody who has left; those of the store.
pub fn move_on(app: &App, cohort: &str, person: &str, given: &MoveOnInput) -> Result<Done<String>> {
    let (from, to, id) = (cohort_id(cohort)?, cohort_id(&given.to)?, read_id(person)?);
    let name = app.ws().read(|r| people::by_id(r, id))?.name();
    let refused = |found: &str, expected: &str| input::invalid(&name, "cohort", found, expected);
    app.act("people.move", &name, |w| {
        let day = input::past_day(&name, "day", &given.day, app.today(w)?)?;
        let (reason, words) = why(w, &name, &given.reason, &given.words)?;
        let target = cohorts::by_id(w, to)?;
        if from == to {
            return Err(refused(&target.name, "another cohort"));
        }
        let places = held(w, from, id)?;
        let Some(first) = places.first() else {
            return Err(gone(&name));
        };
        let there = cohorts::places(w, to, id)?;
        if there.iter().any(|place| place.left.is_none()) {
            return Err(refused(&target.name, "a cohort in which they are not yet"));
        }
        let onward = arrive(w, to, id, first, there.into_iter().next(), day)?;
        for place in &places {
            let departure = Departure {
                id: DepartureId(app.new_id()),
                enrolment: place.id,
                way: Leaving::Moved,
                day,
                reason,
                words: words.clone(),
                answers: AnswersAfter::Count,
                onward: Some(onward.id),
                returned: None,
            };
            cohorts::put_departure(w, &departure)?;
        }
        Ok(participant_code(&target.prefix, onward.number))
    })
}

/// The place in the cohort where somebody goes on. Somebody who was there before has their old code again.
fn arrive(
    w: &Write<'_>,
    to: CohortId,
    person: PersonId,
    from: &Enrolment,
    before: Option<Enrolment>,
    day: NaiveDate,
) -> Result<Enrolment> {
    if let Some(place) = before {
        for departure in cohorts::departures(w, place.id)? {
            if departure.returned.is_none() {
                cohorts::put_departure(
                    w,
                    &Departure {
                        returned: Some(day),
                        ..departure
                    },
                )?;
            }
        }
        return Ok(place);
    }
    let person = alias::kept(w, person)?;
    let place = Enrolment {
        id: EnrolmentId::of(to, person),
        cohort: to,
        person,
        number: next_number(cohorts::numbers_used(w, to)?),
        registered: Some(day),
        also: Vec::new(),
        left: None,
        since: None,
        ..from.clone()
    };
    cohorts::put_enrolment(w, &place)?;
    Ok(place)
}

/// Somebody who withdrew, or moved away, takes part again.
///
/// # Errors
/// [`AppError::NotFound`]; [`AppError::Invalid`] for a day before they left or that has not come, or somebody who
/// never left; those of the store.
pub fn come_back(app: &App, cohort: &str, person: &str, day: &str) -> Result<Done<()>> {
    let (cohort, id) = (cohort_id(cohort)?, read_id(person)?);
    let name = app.ws().read(|r| people::by_id(r, id))?.name();
    app.act("people.return", &name, |w| {
        let day = input::past_day(&name, "day", day, app.today(w)?)?;
        let mut came = false;
        for place in cohorts::places(w, cohort, id)? {
            for departure in cohorts::departures(w, place.id)? {
                if departure.returned.is_some() {
                    continue;
                }
                if day < departure.day {
                    let expected = format!("a day from {}", departure.day);
                    return Err(input::invalid(&name, "day", &day.to_string(), &expected));
                }
                cohorts::put_departure(
                    w,
                    &Departure {
                        returned: Some(day),
                        ..departure
                    },
                )?;
                came = true;
            }
        }
        if came {
            return Ok(());
        }
        Err(input::invalid(
            &name,
            "place",
            "somebody who takes part",
            "somebody who has left",
        ))
    })
}

/// The reasons to choose from.
///
/// # Errors
/// Those of the store.
pub fn leaving_reasons(app: &App) -> Result<Vec<ReasonView>> {
    let reasons = app.ws().read(cohorts::reasons)?;
    let view = |reason: LeavingReason| ReasonView {
        id: reason.id.to_string(),
        name: reason.name,
    };
    Ok(reasons.into_iter().map(view).collect())
}

/// Adds a reason, renames it, or takes one without a name off the list; departures keep what they say.
///
/// # Errors
/// [`AppError::Invalid`] for a new one without a name, [`AppError::NotFound`]; those of the store.
pub fn leaving_reason_save(app: &App, given: &ReasonView) -> Result<Done<()>> {
    let name = input::line("reason", "name", &given.name)?;
    let id: Option<LeavingReasonId> = input::id_or_none("reason", &given.id)?;
    app.act("people.reason", &name, |w| {
        let reasons = cohorts::reasons(w)?;
        let (reason, gone) = match id {
            None => {
                let reason = LeavingReason {
                    id: LeavingReasonId(app.new_id()),
                    name: input::required("reason", "name", name.clone(), "a name")?,
                    position: reasons.iter().map(|one| one.position + 1).max().unwrap_or(0),
                };
                (reason, false)
            }
            Some(id) => {
                let before = reasons.into_iter().find(|one| one.id == id);
                let before = before.ok_or_else(|| AppError::NotFound {
                    what: "reason",
                    key: given.id.clone(),
                })?;
                let gone = name.is_empty();
                let name = if gone { before.name.clone() } else { name.clone() };
                (LeavingReason { name, ..before }, gone)
            }
        };
        Ok(cohorts::put_reason(w, &reason, gone)?)
    })
}

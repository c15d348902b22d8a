//! Rows of leaving and coming back.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use nexus_domain::cohorts::{AnswersAfter, Departure, Leaving, LeavingReason, default_reasons};
use nexus_domain::ids::{CohortId, DepartureId, EnrolmentId};

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<Departure> {
    Ok(Departure {
        id: cells.id("id")?,
        enrolment: cells.id("enrolment")?,
        way: cells.word("way", Leaving::from_key)?,
        day: cells.word("day", |text| text.parse().ok())?,
        reason: cells.maybe_id("reason")?,
        words: cells.text("words")?,
        answers: cells.word("answers", AnswersAfter::from_key)?,
        onward: cells.maybe_id("onward")?,
        returned: cells.date("returned")?,
    })
}

/// Every departure from a place, those from which somebody came back included, the latest first.
///
/// # Errors
/// What SQLite reports.
pub fn departures(r: &Read<'_>, enrolment: EnrolmentId) -> Result<Vec<Departure>> {
    let sql = "SELECT * FROM departure WHERE enrolment = ?1 AND deleted = 0 ORDER BY day DESC, id DESC";
    row::list(r, "departure", sql, [enrolment.to_string()], read)
}

/// One departure.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn departure(r: &Read<'_>, id: DepartureId) -> Result<Departure> {
    let id = id.to_string();
    let sql = "SELECT * FROM departure WHERE id = ?1 AND deleted = 0";
    row::first(r, "departure", sql, [&id], read)?.ok_or(StoreError::NotFound {
        what: "departure",
        id,
    })
}

/// How each place of a cohort was left that is still left. Of two departures from one place, made on two laptops,
/// the earlier one counts.
pub(super) fn left(r: &Read<'_>, cohort: CohortId) -> Result<BTreeMap<EnrolmentId, Departure>> {
    let sql = "SELECT d.* FROM enrolment e JOIN departure d ON d.enrolment = e.id AND d.deleted = 0 \
               AND d.returned IS NULL WHERE e.cohort = ?1 ORDER BY d.day DESC, d.id DESC";
    let found = row::list(r, "departure", sql, [cohort.to_string()], read)?;
    Ok(found.into_iter().map(|one| (one.enrolment, one)).collect())
}

/// The last day in the cohort before of each place of a cohort to which somebody moved.
pub(super) fn since(r: &Read<'_>, cohort: CohortId) -> Result<BTreeMap<EnrolmentId, NaiveDate>> {
    let sql = "SELECT d.* FROM departure d JOIN enrolment e ON e.id = d.onward \
               WHERE e.cohort = ?1 AND d.deleted = 0 AND d.returned IS NULL ORDER BY d.day, d.id";
    let found = row::list(r, "departure", sql, [cohort.to_string()], read)?;
    Ok(found
        .into_iter()
        .filter_map(|one| Some((one.onward?, one.day)))
        .collect())
}

/// The departure by which somebody came to a place, if they moved there.
///
/// # Errors
/// What SQLite reports.
pub fn arrival(r: &Read<'_>, place: EnrolmentId) -> Result<Option<Departure>> {
    let sql = "SELECT * FROM departure WHERE onward = ?1 AND deleted = 0 AND returned IS NULL ORDER BY day DESC, id DESC";
    row::first(r, "departure", sql, [place.to_string()], read)
}

/// Stores a departure.
///
/// # Errors
/// What SQLite reports.
pub fn put_departure(w: &Write<'_>, departure: &Departure) -> Result<()> {
    row::put(
        w,
        "departure",
        &departure.id.to_string(),
        &[
            ("enrolment", &departure.enrolment.to_string()),
            ("way", &departure.way.key()),
            ("day", &departure.day.to_string()),
            ("reason", &departure.reason.map(|id| id.to_string())),
            ("words", &departure.words),
            ("answers", &departure.answers.key()),
            ("onward", &departure.onward.map(|id| id.to_string())),
            ("returned", &departure.returned.map(|day| day.to_string())),
        ],
    )
}

/// Takes a departure into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_departure_deleted(w: &Write<'_>, id: DepartureId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "departure", &id.to_string(), deleted)
}

/// Reasons to leave: what the workspace says, and what is shipped where it says nothing.
///
/// # Errors
/// What SQLite reports.
pub fn reasons(r: &Read<'_>) -> Result<Vec<LeavingReason>> {
    let rows = row::list(r, "leaving_reason", "SELECT * FROM leaving_reason", [], |cells| {
        let reason = LeavingReason {
            id: cells.id("id")?,
            name: cells.text("name")?,
            position: cells.number("position")?,
        };
        Ok((reason, cells.flag("deleted")?))
    })?;
    let mut reasons = default_reasons();
    reasons.retain(|reason| rows.iter().all(|(row, _)| row.id != reason.id));
    reasons.extend(
        rows.into_iter()
            .filter(|(_, deleted)| !deleted)
            .map(|(reason, _)| reason),
    );
    reasons.sort_by_key(|reason| (reason.position, reason.id));
    Ok(reasons)
}

/// Stores a reason, in the bin or out of it.
///
/// # Errors
/// What SQLite reports.
pub fn put_reason(w: &Write<'_>, reason: &LeavingReason, deleted: bool) -> Result<()> {
    row::put(
        w,
        "leaving_reason",
        &reason.id.to_string(),
        &[
            ("name", &reason.name),
            ("position", &reason.position),
            ("deleted", &deleted),
        ],
    )
}

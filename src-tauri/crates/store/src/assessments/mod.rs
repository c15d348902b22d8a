//! Rows of occasions and answered sheets.

pub(crate) mod catalogue;
mod erase;
pub mod library;

pub use erase::{erase, sheets_of};

use chrono::{DateTime, Utc};
use nexus_domain::assessments::{Answer, Mode, Moment, Occasion, Response};
use nexus_domain::ids::{CohortId, OccasionId, PersonId, ResponseId};

use crate::people::alias;
use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<Occasion> {
    Ok(Occasion {
        id: cells.id("id")?,
        cohort: cells.id("cohort")?,
        instrument: cells.text("instrument")?,
        version: cells.number("version")?,
        definition: cells.maybe_id("definition_version")?,
        moment: cells.word("moment", Moment::from_key)?,
        opens: cells.date("opens")?,
        due: cells.date("due")?,
    })
}

fn read_answers(text: &str) -> Option<Vec<(String, Answer)>> {
    let pairs: Vec<(String, String)> = serde_json::from_str(text).ok()?;
    pairs
        .into_iter()
        .map(|(item, code)| Answer::from_stored(&code).ok().map(|answer| (item, answer)))
        .collect()
}

fn read_response(cells: &Cells<'_>) -> Result<Response> {
    Ok(Response {
        id: cells.id("id")?,
        occasion: cells.id("occasion")?,
        subject: cells.person("subject")?,
        rater: cells.person("rater")?,
        mode: cells.word("mode", Mode::from_key)?,
        contexts: cells
            .text("contexts")?
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
        answered: cells.date("answered")?,
        entered: cells.word("entered", |text| {
            let at = DateTime::parse_from_rfc3339(text).ok()?;
            Some(at.with_timezone(&Utc))
        })?,
        corrects: cells.maybe_id("corrects")?,
        answers: cells.word("answers", read_answers)?,
    })
}

/// The occasions of a cohort, in the order of their moments, an earlier version before a later one.
///
/// # Errors
/// What SQLite reports.
pub fn occasions(r: &Read<'_>, cohort: CohortId) -> Result<Vec<Occasion>> {
    let sql = "SELECT * FROM occasion WHERE cohort = ?1 AND deleted = 0 ORDER BY id";
    let mut found = row::list(r, "occasion", sql, [cohort.to_string()], read)?;
    found.sort_by(|a, b| {
        (a.moment, &a.instrument, a.version, a.id).cmp(&(b.moment, &b.instrument, b.version, b.id))
    });
    Ok(found)
}

/// One occasion.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn occasion(r: &Read<'_>, id: OccasionId) -> Result<Occasion> {
    let id = id.to_string();
    let sql = "SELECT * FROM occasion WHERE id = ?1 AND deleted = 0";
    row::first(r, "occasion", sql, [&id], read)?.ok_or(StoreError::NotFound { what: "occasion", id })
}

/// Stores an occasion and takes it out of the bin.
///
/// # Errors
/// What SQLite reports.
pub fn put_occasion(w: &Write<'_>, occasion: &Occasion) -> Result<()> {
    let (opens, due) = (
        occasion.opens.map(|day| day.to_string()),
        occasion.due.map(|day| day.to_string()),
    );
    let definition = occasion.definition.map(|id| id.to_string());
    row::put(
        w,
        "occasion",
        &occasion.id.to_string(),
        &[
            ("cohort", &occasion.cohort.to_string()),
            ("instrument", &occasion.instrument),
            ("version", &occasion.version),
            ("definition_version", &definition),
            ("moment", &occasion.moment.key()),
            ("opens", &opens),
            ("due", &due),
            ("deleted", &0),
        ],
    )
}

/// Takes an occasion into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_occasion_deleted(w: &Write<'_>, id: OccasionId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "occasion", &id.to_string(), deleted)
}

/// The responses of an occasion in the order in which they were entered, corrected ones included.
///
/// # Errors
/// What SQLite reports.
pub fn responses(r: &Read<'_>, occasion: OccasionId) -> Result<Vec<Response>> {
    let sql = "SELECT * FROM response WHERE occasion = ?1 AND deleted = 0 ORDER BY entered, id";
    row::list(r, "response", sql, [occasion.to_string()], read_response)
}

/// The responses about one person at an occasion, corrected ones included.
///
/// # Errors
/// What SQLite reports.
pub fn responses_of(r: &Read<'_>, occasion: OccasionId, subject: PersonId) -> Result<Vec<Response>> {
    let sql = format!(
        "SELECT * FROM response WHERE occasion = ?1 AND subject IN {} AND deleted = 0 ORDER BY entered, id",
        alias::any("?2")
    );
    row::list(
        r,
        "response",
        &sql,
        [occasion.to_string(), subject.to_string()],
        read_response,
    )
}

/// Takes a response into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_response_deleted(w: &Write<'_>, id: ResponseId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "response", &id.to_string(), deleted)
}

/// Stores a response. It is never changed afterwards.
///
/// # Errors
/// What SQLite reports, a response of this id that is there already included.
pub fn insert_response(w: &Write<'_>, response: &Response) -> Result<()> {
    let answers: Vec<(&str, String)> = response
        .answers
        .iter()
        .map(|(item, answer)| (item.as_str(), answer.code()))
        .collect();
    w.sql()
        .prepare_cached(
            "INSERT INTO response (id, occasion, subject, rater, mode, contexts, answered, entered, corrects, answers) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(rusqlite::params![
            response.id.to_string(),
            response.occasion.to_string(),
            response.subject.to_string(),
            response.rater.to_string(),
            response.mode.key(),
            response.contexts.join(" "),
            response.answered.map(|day| day.to_string()),
            response.entered.to_rfc3339(),
            response.corrects.map(|id| id.to_string()),
            serde_json::json!(answers).to_string(),
        ])?;
    Ok(())
}

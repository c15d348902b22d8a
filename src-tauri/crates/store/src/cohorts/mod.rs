//! Rows of cohorts and enrolments.

pub(crate) mod catalogue;
mod departure;
mod places;

pub use departure::{
    arrival, departure, departures, put_departure, put_reason, reasons, set_departure_deleted,
};
pub use places::{cohort_of, ever_members, known, members, of_person, of_record, places, touched};

use nexus_domain::cohorts::{Cohort, Enrolment};
use nexus_domain::ids::{CohortId, EnrolmentId};
use nexus_domain::people::SizeBand;

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<Cohort> {
    Ok(Cohort {
        id: cells.id("id")?,
        program: cells.id("program")?,
        name: cells.text("name")?,
        mark: cells.text("mark")?,
        prefix: cells.text("prefix")?,
        starts: cells.date("starts")?,
        ends: cells.date("ends")?,
    })
}

fn read_enrolment(cells: &Cells<'_>) -> Result<Enrolment> {
    Ok(Enrolment {
        id: cells.id("id")?,
        cohort: cells.id("cohort")?,
        person: cells.id("person")?,
        number: cells.number("number")?,
        sector: cells.maybe_id("sector")?,
        level: cells.maybe_id("level")?,
        aspiration: cells.text("aspiration")?,
        institution: cells.text("institution")?,
        position: cells.text("position")?,
        region: cells.text("region")?,
        size: cells.maybe_word("size", SizeBand::from_key)?,
        registered: cells.date("registered")?,
        also: Vec::new(),
        left: None,
        since: None,
    })
}

/// All cohorts, the latest first, each with the number of people enrolled.
///
/// # Errors
/// What SQLite reports.
pub fn all(r: &Read<'_>) -> Result<Vec<(Cohort, u32)>> {
    // The places of joined records are few: they are found once, from the side of the records.
    let sql = "SELECT c.*, (SELECT COUNT(*) FROM enrolment e WHERE e.cohort = c.id AND e.deleted = 0) \
                 - COALESCE(t.twice, 0) AS people \
               FROM cohort c LEFT JOIN ( \
                 SELECT d.cohort, COUNT(*) - COUNT(DISTINCT s.kept) AS twice \
                 FROM same_person s CROSS JOIN enrolment d ON d.person = s.id AND d.deleted = 0 GROUP BY d.cohort \
               ) t ON t.cohort = c.id \
               WHERE c.deleted = 0 ORDER BY c.starts IS NULL, c.starts DESC, c.id DESC";
    row::list(r, "cohort", sql, [], |cells| {
        Ok((read(cells)?, cells.number("people")?))
    })
}

/// How many of the places in a cohort belong to people who have another one in it, as an expression of SQL.
fn twice(cohort: &str) -> String {
    format!(
        "(SELECT COUNT(*) - COUNT(DISTINCT s.kept) FROM same_person s \
          JOIN enrolment d ON d.person = s.id AND d.cohort = {cohort} AND d.deleted = 0)"
    )
}

/// How much a cohort holds, for the navigation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// People enrolled.
    pub people: u32,
    /// Sessions.
    pub sessions: u32,
    /// Occasions of assessment.
    pub occasions: u32,
    /// Projects.
    pub projects: u32,
}

/// How much a cohort holds.
///
/// # Errors
/// What SQLite reports.
pub fn counts(r: &Read<'_>, cohort: CohortId) -> Result<Counts> {
    let sql = format!(
        "SELECT (SELECT COUNT(*) FROM enrolment WHERE cohort = ?1 AND deleted = 0) - {} AS people, \
                (SELECT COUNT(*) FROM session WHERE cohort = ?1 AND deleted = 0) AS sessions, \
                (SELECT COUNT(*) FROM occasion WHERE cohort = ?1 AND deleted = 0) AS occasions, \
                (SELECT COUNT(*) FROM project WHERE cohort = ?1 AND deleted = 0) AS projects",
        twice("?1")
    );
    let found = row::first(r, "cohort", &sql, [cohort.to_string()], |cells| {
        Ok(Counts {
            people: cells.number("people")?,
            sessions: cells.number("sessions")?,
            occasions: cells.number("occasions")?,
            projects: cells.number("projects")?,
        })
    })?;
    Ok(found.unwrap_or_default())
}

/// One cohort.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn by_id(r: &Read<'_>, id: CohortId) -> Result<Cohort> {
    let id = id.to_string();
    row::first(
        r,
        "cohort",
        "SELECT * FROM cohort WHERE id = ?1 AND deleted = 0",
        [&id],
        read,
    )?
    .ok_or(StoreError::NotFound { what: "cohort", id })
}

/// The cohort of this name or mark; letter case does not matter.
///
/// # Errors
/// What SQLite reports.
pub fn named(r: &Read<'_>, name: &str) -> Result<Option<Cohort>> {
    let wanted = name.trim().to_lowercase();
    let found = all(r)?
        .into_iter()
        .map(|(cohort, _)| cohort)
        .find(|cohort| cohort.name.to_lowercase() == wanted || cohort.mark.to_lowercase() == wanted);
    Ok(found)
}

/// Stores a cohort.
///
/// # Errors
/// What SQLite reports.
pub fn put(w: &Write<'_>, cohort: &Cohort) -> Result<()> {
    let (starts, ends) = (
        cohort.starts.map(|day| day.to_string()),
        cohort.ends.map(|day| day.to_string()),
    );
    row::put(
        w,
        "cohort",
        &cohort.id.to_string(),
        &[
            ("program", &cohort.program.to_string()),
            ("name", &cohort.name),
            ("mark", &cohort.mark),
            ("prefix", &cohort.prefix),
            ("starts", &starts),
            ("ends", &ends),
        ],
    )
}

/// Takes a cohort into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_deleted(w: &Write<'_>, id: CohortId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "cohort", &id.to_string(), deleted)
}

/// Stores an enrolment and takes it out of the bin.
///
/// # Errors
/// What SQLite reports.
pub fn put_enrolment(w: &Write<'_>, enrolment: &Enrolment) -> Result<()> {
    let (sector, level) = (
        enrolment.sector.map(|id| id.to_string()),
        enrolment.level.map(|id| id.to_string()),
    );
    let (size, registered) = (
        enrolment.size.map(SizeBand::key),
        enrolment.registered.map(|day| day.to_string()),
    );
    row::put(
        w,
        "enrolment",
        &enrolment.id.to_string(),
        &[
            ("cohort", &enrolment.cohort.to_string()),
            ("person", &enrolment.person.to_string()),
            ("number", &enrolment.number),
            ("sector", &sector),
            ("level", &level),
            ("aspiration", &enrolment.aspiration),
            ("institution", &enrolment.institution),
            ("position", &enrolment.position),
            ("region", &enrolment.region),
            ("size", &size),
            ("registered", &registered),
            ("deleted", &0),
        ],
    )
}

/// Takes an enrolment into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_enrolment_deleted(w: &Write<'_>, id: EnrolmentId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "enrolment", &id.to_string(), deleted)
}

/// Every number ever given out in a cohort, those of people who left included.
///
/// # Errors
/// What SQLite reports.
pub fn numbers_used(r: &Read<'_>, cohort: CohortId) -> Result<Vec<u32>> {
    row::list(
        r,
        "enrolment",
        "SELECT number FROM enrolment WHERE cohort = ?1",
        [cohort.to_string()],
        |cells| cells.number("number"),
    )
}

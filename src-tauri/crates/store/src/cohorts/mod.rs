//! Rows of cohorts and enrolments.

pub(crate) mod catalogue;

use nexus_domain::cohorts::{Cohort, Enrolment};
use nexus_domain::ids::{CohortId, EnrolmentId};
use nexus_domain::people::roster::{Draft, KnownPerson};
use nexus_domain::people::{Person, SizeBand};
use rusqlite::params;

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write, people};

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
    })
}

/// All cohorts, the latest first, each with the number of people enrolled.
///
/// # Errors
/// What SQLite reports.
pub fn all(r: &Read<'_>) -> Result<Vec<(Cohort, u32)>> {
    let sql = "SELECT c.*, (SELECT COUNT(*) FROM enrolment e WHERE e.cohort = c.id AND e.deleted = 0) AS people \
               FROM cohort c WHERE c.deleted = 0 ORDER BY c.starts IS NULL, c.starts DESC, c.id DESC";
    row::list(r, "cohort", sql, [], |cells| {
        Ok((read(cells)?, cells.number("people")?))
    })
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
    let sql = "SELECT (SELECT COUNT(*) FROM enrolment WHERE cohort = ?1 AND deleted = 0) AS people, \
                      (SELECT COUNT(*) FROM session WHERE cohort = ?1 AND deleted = 0) AS sessions, \
                      (SELECT COUNT(*) FROM occasion WHERE cohort = ?1 AND deleted = 0) AS occasions, \
                      (SELECT COUNT(*) FROM project WHERE cohort = ?1 AND deleted = 0) AS projects";
    let found = row::first(r, "cohort", sql, [cohort.to_string()], |cells| {
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

/// Who is in a cohort, in the order of their codes.
///
/// # Errors
/// What SQLite reports.
pub fn members(r: &Read<'_>, cohort: CohortId) -> Result<Vec<(Enrolment, Person)>> {
    let enrolments = row::list(
        r,
        "enrolment",
        "SELECT e.* FROM enrolment e JOIN person p ON p.id = e.person \
         WHERE e.cohort = ?1 AND e.deleted = 0 AND p.deleted = 0 ORDER BY e.number, e.id",
        [cohort.to_string()],
        read_enrolment,
    )?;
    enrolments
        .into_iter()
        .map(|enrolment| people::by_id(r, enrolment.person).map(|person| (enrolment, person)))
        .collect()
}

/// Everybody who is or was in a cohort, in the order of their codes, each with whether they left it.
///
/// # Errors
/// What SQLite reports.
pub fn ever_members(r: &Read<'_>, cohort: CohortId) -> Result<Vec<(Enrolment, Person, bool)>> {
    let enrolments = row::list(
        r,
        "enrolment",
        "SELECT e.* FROM enrolment e JOIN person p ON p.id = e.person \
         WHERE e.cohort = ?1 AND p.deleted = 0 ORDER BY e.number, e.id",
        [cohort.to_string()],
        |cells| Ok((read_enrolment(cells)?, cells.flag("deleted")?)),
    )?;
    let known = |(enrolment, left): (Enrolment, bool)| {
        people::by_id(r, enrolment.person).map(|person| (enrolment, person, left))
    };
    enrolments.into_iter().map(known).collect()
}

/// The person's places in cohorts, the latest first.
///
/// # Errors
/// What SQLite reports.
pub fn of_person(r: &Read<'_>, person: nexus_domain::ids::PersonId) -> Result<Vec<(Enrolment, Cohort)>> {
    let enrolments = row::list(
        r,
        "enrolment",
        "SELECT e.* FROM enrolment e JOIN cohort c ON c.id = e.cohort \
         WHERE e.person = ?1 AND e.deleted = 0 AND c.deleted = 0 ORDER BY c.starts DESC, e.id",
        [person.to_string()],
        read_enrolment,
    )?;
    enrolments
        .into_iter()
        .map(|enrolment| by_id(r, enrolment.cohort).map(|cohort| (enrolment, cohort)))
        .collect()
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

/// Everybody as a roster import for this cohort knows them: for its own people what was true of them
/// when they enrolled, for others what is true now.
///
/// # Errors
/// What SQLite reports.
pub fn known(r: &Read<'_>, cohort: CohortId) -> Result<Vec<KnownPerson>> {
    let sql = "SELECT p.*, e.id AS enrolment, e.sector AS e_sector, e.level AS e_level, e.aspiration AS e_aspiration, \
                      e.institution AS e_institution, e.position AS e_position, e.region AS e_region, \
                      e.size AS e_size, e.registered AS e_registered \
               FROM person p LEFT JOIN enrolment e ON e.person = p.id AND e.cohort = ?1 AND e.deleted = 0 \
               WHERE p.deleted = 0";
    let mut known = row::list(r, "person", sql, params![cohort.to_string()], |cells| {
        let person = people::read(cells)?;
        let enrolled = cells.row.get::<_, Option<String>>("enrolment")?.is_some();
        let mut facts = Draft {
            given: person.given,
            family: person.family,
            email: person.email,
            institution: person.institution,
            sector: person.sector,
            position: person.position,
            level: person.level,
            region: person.region,
            size: person.size,
            aspiration: person.aspiration,
            consent: person.consent,
            registered: None,
        };
        if enrolled {
            facts.institution = cells.text("e_institution")?;
            facts.sector = cells.maybe_id("e_sector")?;
            facts.position = cells.text("e_position")?;
            facts.level = cells.maybe_id("e_level")?;
            facts.region = cells.text("e_region")?;
            facts.size = cells.maybe_word("e_size", SizeBand::from_key)?;
            facts.aspiration = cells.text("e_aspiration")?;
            facts.registered = cells.date("e_registered")?;
        }
        Ok(KnownPerson {
            id: Some(person.id),
            facts,
            enrolled,
            record: None,
        })
    })?;
    // Quicker than to read everybody in this order.
    known.sort_by_key(|person| person.id);
    Ok(known)
}

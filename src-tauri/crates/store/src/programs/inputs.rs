//! Rows of what is put into a program: partners, the sessions held with them, hours.

use nexus_domain::ids::{HoursId, PartnerId, PersonId, ProgramId, SessionId, SessionPartnerId};
use nexus_domain::people::Role;
use nexus_domain::programs::inputs::{Hours, Partner};

use crate::people::alias;
use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read_partner(cells: &Cells<'_>) -> Result<Partner> {
    Ok(Partner {
        id: cells.id("id")?,
        program: cells.id("program")?,
        name: cells.text("name")?,
        part: cells.text("part")?,
        facility: cells.flag("trains")?,
    })
}

/// The partners of a program, by name.
///
/// # Errors
/// What SQLite reports.
pub fn partners(r: &Read<'_>, program: ProgramId) -> Result<Vec<Partner>> {
    let sql = "SELECT * FROM partner WHERE program = ?1 AND deleted = 0 ORDER BY name, id";
    row::list(r, "partner", sql, [program.to_string()], read_partner)
}

/// One partner.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn partner(r: &Read<'_>, id: PartnerId) -> Result<Partner> {
    let id = id.to_string();
    let sql = "SELECT * FROM partner WHERE id = ?1 AND deleted = 0";
    row::first(r, "partner", sql, [&id], read_partner)?.ok_or(StoreError::NotFound { what: "partner", id })
}

/// Stores a partner.
///
/// # Errors
/// What SQLite reports.
pub fn put_partner(w: &Write<'_>, partner: &Partner) -> Result<()> {
    row::put(
        w,
        "partner",
        &partner.id.to_string(),
        &[
            ("program", &partner.program.to_string()),
            ("name", &partner.name),
            ("part", &partner.part),
            ("trains", &partner.facility),
        ],
    )
}

/// Takes a partner into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_partner_deleted(w: &Write<'_>, id: PartnerId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "partner", &id.to_string(), deleted)
}

/// The partners with whom a session is held, by name.
///
/// # Errors
/// What SQLite reports.
pub fn of_session(r: &Read<'_>, session: SessionId) -> Result<Vec<Partner>> {
    let sql = "SELECT p.* FROM session_partner s JOIN partner p ON p.id = s.partner \
               WHERE s.session = ?1 AND s.deleted = 0 AND p.deleted = 0 ORDER BY p.name, p.id";
    row::list(r, "partner", sql, [session.to_string()], read_partner)
}

/// Says whether a session is held with a partner.
///
/// # Errors
/// What SQLite reports.
pub fn set_session_partner(w: &Write<'_>, session: SessionId, partner: PartnerId, held: bool) -> Result<()> {
    row::put(
        w,
        "session_partner",
        &SessionPartnerId::of(session, partner).to_string(),
        &[
            ("session", &session.to_string()),
            ("partner", &partner.to_string()),
            ("deleted", &!held),
        ],
    )
}

fn read_hours(cells: &Cells<'_>) -> Result<Hours> {
    Ok(Hours {
        id: cells.id("id")?,
        program: cells.id("program")?,
        cohort: cells.maybe_id("cohort")?,
        session: cells.maybe_id("session")?,
        person: cells.person("person")?,
        role: cells.word("role", Role::from_key)?,
        planned: cells.number("planned")?,
        given: cells.number("given")?,
        date: cells.date("date")?,
        what: cells.text("what")?,
    })
}

/// The hours of a program, the latest first; those of people, cohorts and sessions in the bin are left out.
///
/// # Errors
/// What SQLite reports.
pub fn hours(r: &Read<'_>, program: ProgramId) -> Result<Vec<Hours>> {
    let sql = "SELECT h.* FROM hours h JOIN person p ON p.id = h.person \
               LEFT JOIN cohort c ON c.id = h.cohort LEFT JOIN session s ON s.id = h.session \
               WHERE h.program = ?1 AND h.deleted = 0 AND p.deleted = 0 \
               AND COALESCE(c.deleted, 0) = 0 AND COALESCE(s.deleted, 0) = 0 \
               ORDER BY h.date DESC, h.id DESC";
    row::list(r, "hours", sql, [program.to_string()], read_hours)
}

/// Whether somebody gives hours to any program.
///
/// # Errors
/// What SQLite reports.
pub fn carries(r: &Read<'_>, person: PersonId) -> Result<bool> {
    let sql = format!(
        "SELECT id FROM hours WHERE person IN {} AND deleted = 0 LIMIT 1",
        alias::any("?1")
    );
    Ok(row::first(r, "hours", &sql, [person.to_string()], |cells| {
        cells.id::<HoursId>("id")
    })?
    .is_some())
}

/// One line of hours.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn hours_by_id(r: &Read<'_>, id: HoursId) -> Result<Hours> {
    let id = id.to_string();
    let sql = "SELECT * FROM hours WHERE id = ?1 AND deleted = 0";
    row::first(r, "hours", sql, [&id], read_hours)?.ok_or(StoreError::NotFound { what: "hours", id })
}

/// Stores a line of hours.
///
/// # Errors
/// What SQLite reports.
pub fn put_hours(w: &Write<'_>, hours: &Hours) -> Result<()> {
    let id = hours.id.to_string();
    let person = alias::stored(w, "hours", &id, hours.person)?;
    row::put(
        w,
        "hours",
        &id,
        &[
            ("program", &hours.program.to_string()),
            ("cohort", &hours.cohort.map(|id| id.to_string())),
            ("session", &hours.session.map(|id| id.to_string())),
            ("person", &person.to_string()),
            ("role", &hours.role.key()),
            ("planned", &hours.planned),
            ("given", &hours.given),
            ("date", &hours.date.map(|day| day.to_string())),
            ("what", &hours.what),
        ],
    )
}

/// Takes a line of hours into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_hours_deleted(w: &Write<'_>, id: HoursId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "hours", &id.to_string(), deleted)
}

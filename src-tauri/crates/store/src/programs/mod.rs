//! Rows of the facility and of its programs.

pub(crate) mod catalogue;
pub mod find;
pub mod inputs;
pub mod model;

use nexus_domain::ids::ProgramId;
use nexus_domain::programs::{Award, Facility, Program};

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

/// The facility that owns the workspace; none before it was set up.
///
/// # Errors
/// What SQLite reports.
pub fn facility(r: &Read<'_>) -> Result<Option<Facility>> {
    row::first(
        r,
        "facility",
        "SELECT * FROM facility WHERE deleted = 0 ORDER BY id LIMIT 1",
        [],
        |cells| {
            Ok(Facility {
                id: cells.id("id")?,
                name: cells.text("name")?,
                zone: cells.word("zone", |zone| zone.parse().ok())?,
            })
        },
    )
}

/// Stores the facility.
///
/// # Errors
/// What SQLite reports.
pub fn put_facility(w: &Write<'_>, facility: &Facility) -> Result<()> {
    let zone = facility.zone.name();
    row::put(
        w,
        "facility",
        &facility.id.to_string(),
        &[("name", &facility.name), ("zone", &zone)],
    )
}

fn read(cells: &Cells<'_>) -> Result<Program> {
    let award = Award {
        funder: cells.text("funder")?,
        number: cells.text("award")?,
        starts: cells.date("award_starts")?,
        ends: cells.date("award_ends")?,
    };
    Ok(Program {
        id: cells.id("id")?,
        name: cells.text("name")?,
        situation: cells.text("situation")?,
        criteria: cells.text("criteria")?.lines().map(str::to_owned).collect(),
        award: (!award.is_empty()).then_some(award),
        sample: cells.flag("sample")?,
    })
}

/// All programs, by name; samples last.
///
/// # Errors
/// What SQLite reports.
pub fn all(r: &Read<'_>) -> Result<Vec<Program>> {
    row::list(
        r,
        "program",
        "SELECT * FROM program WHERE deleted = 0 ORDER BY sample, name, id",
        [],
        read,
    )
}

/// One program.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn by_id(r: &Read<'_>, id: ProgramId) -> Result<Program> {
    let id = id.to_string();
    row::first(
        r,
        "program",
        "SELECT * FROM program WHERE id = ?1 AND deleted = 0",
        [&id],
        read,
    )?
    .ok_or(StoreError::NotFound { what: "program", id })
}

/// Stores a program.
///
/// # Errors
/// What SQLite reports.
pub fn put(w: &Write<'_>, program: &Program) -> Result<()> {
    let (funder, number, starts, ends) = match &program.award {
        Some(award) => (
            award.funder.as_str(),
            award.number.as_str(),
            award.starts,
            award.ends,
        ),
        None => ("", "", None, None),
    };
    let (starts, ends) = (starts.map(|day| day.to_string()), ends.map(|day| day.to_string()));
    row::put(
        w,
        "program",
        &program.id.to_string(),
        &[
            ("name", &program.name),
            ("situation", &program.situation),
            ("criteria", &program.criteria.join("\n")),
            ("funder", &funder),
            ("award", &number),
            ("award_starts", &starts),
            ("award_ends", &ends),
            ("sample", &program.sample),
        ],
    )
}

/// Takes a program into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_deleted(w: &Write<'_>, id: ProgramId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "program", &id.to_string(), deleted)
}

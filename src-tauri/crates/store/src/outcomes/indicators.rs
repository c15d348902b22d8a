//! Rows of dated figures of institutions.

use nexus_domain::ids::{IndicatorId, ProgramId};
use nexus_domain::outcomes::Indicator;

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<Indicator> {
    Ok(Indicator {
        id: cells.id("id")?,
        program: cells.id("program")?,
        institution: cells.text("institution")?,
        name: cells.text("name")?,
        value: cells.text("value")?,
        date: cells.word("date", |text| text.parse().ok())?,
        source: cells.text("source")?,
    })
}

/// One figure.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn indicator(r: &Read<'_>, id: IndicatorId) -> Result<Indicator> {
    let id = id.to_string();
    let sql = "SELECT i.* FROM indicator i JOIN program p ON p.id = i.program \
               WHERE i.id = ?1 AND i.deleted = 0 AND p.deleted = 0";
    row::first(r, "indicator", sql, [&id], read)?.ok_or(StoreError::NotFound {
        what: "indicator",
        id,
    })
}

/// The figures of a program by institution and name, the earliest of each first.
///
/// # Errors
/// What SQLite reports.
pub fn indicators(r: &Read<'_>, program: ProgramId) -> Result<Vec<Indicator>> {
    let sql = "SELECT i.* FROM indicator i JOIN program p ON p.id = i.program \
               WHERE i.program = ?1 AND i.deleted = 0 AND p.deleted = 0 \
               ORDER BY i.institution, i.name, i.date, i.id";
    row::list(r, "indicator", sql, [program.to_string()], read)
}

/// How many figures a program has.
///
/// # Errors
/// What SQLite reports.
pub fn indicator_count(r: &Read<'_>, program: ProgramId) -> Result<u32> {
    let sql = "SELECT COUNT(*) AS count FROM indicator i JOIN program p ON p.id = i.program \
               WHERE i.program = ?1 AND i.deleted = 0 AND p.deleted = 0";
    let count = row::first(r, "indicator", sql, [program.to_string()], |cells| {
        cells.number("count")
    })?;
    Ok(count.unwrap_or_default())
}

/// Stores a figure.
///
/// # Errors
/// What SQLite reports.
pub fn put_indicator(w: &Write<'_>, indicator: &Indicator) -> Result<()> {
    row::put(
        w,
        "indicator",
        &indicator.id.to_string(),
        &[
            ("program", &indicator.program.to_string()),
            ("institution", &indicator.institution),
            ("name", &indicator.name),
            ("value", &indicator.value),
            ("date", &indicator.date.to_string()),
            ("source", &indicator.source),
        ],
    )
}

/// Takes a figure into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_indicator_deleted(w: &Write<'_>, id: IndicatorId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "indicator", &id.to_string(), deleted)
}

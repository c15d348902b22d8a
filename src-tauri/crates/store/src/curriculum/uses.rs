//! Where modules were used: blocks of sessions, and what came of them in projects.

use chrono::NaiveDate;
use nexus_domain::ids::{BlockId, CohortId, ModuleId, ModuleVersionId, ProjectId, SessionId};

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError};

/// A block that was made from a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleUse {
    /// The number of the version.
    pub number: u32,
    /// Title of the block.
    pub block: String,
    /// The session.
    pub session: SessionId,
    /// Its title.
    pub session_title: String,
    /// Its day.
    pub date: NaiveDate,
    /// Where it takes place.
    pub place: String,
    /// Its cohort.
    pub cohort: CohortId,
    /// Short mark of the cohort.
    pub mark: String,
    /// Whether the cohort is a sample.
    pub sample: bool,
}

/// A lesson that somebody applied from a block that was made from a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleLesson {
    /// The project.
    pub project: ProjectId,
    /// Its title.
    pub title: String,
    /// Its cohort.
    pub cohort: CohortId,
    /// What changed.
    pub what: String,
    /// The day it was told.
    pub date: NaiveDate,
}

/// What a block was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockOrigin {
    /// The block.
    pub block: BlockId,
    /// The module.
    pub module: ModuleId,
    /// Title of the version.
    pub title: String,
    /// Number of the version.
    pub number: u32,
    /// Whether the module is here and not in the bin.
    pub here: bool,
}

/// Blocks in sessions that are here.
const USED: &str = "FROM block b JOIN session s ON s.id = b.session AND s.deleted = 0 \
    JOIN cohort c ON c.id = s.cohort AND c.deleted = 0 LEFT JOIN program p ON p.id = c.program \
    JOIN module_version v ON v.id = b.module_version";

fn day(cells: &Cells<'_>, table: &'static str) -> Result<NaiveDate> {
    cells.date("date")?.ok_or(StoreError::BadCell {
        table,
        column: "date",
        found: String::new(),
    })
}

/// The blocks that were made from a module, those of the latest session first.
///
/// # Errors
/// What SQLite reports.
pub fn uses(r: &Read<'_>, module: ModuleId) -> Result<Vec<ModuleUse>> {
    let sql = format!(
        "SELECT v.number, b.title AS block, s.id AS session, s.title AS session_title, s.date, s.place, \
                c.id AS cohort, c.mark, COALESCE(p.sample, 0) AS sample {USED} \
         WHERE v.module = ?1 AND b.deleted = 0 ORDER BY s.date DESC, s.starts DESC, b.position, b.id"
    );
    row::list(r, "block", &sql, [module.to_string()], |cells| {
        Ok(ModuleUse {
            number: cells.number("number")?,
            block: cells.text("block")?,
            session: cells.id("session")?,
            session_title: cells.text("session_title")?,
            date: day(cells, "session")?,
            place: cells.text("place")?,
            cohort: cells.id("cohort")?,
            mark: cells.text("mark")?,
            sample: cells.flag("sample")?,
        })
    })
}

/// In which sessions each version was used, once each. Sessions of a sample count for its own modules alone.
///
/// # Errors
/// What SQLite reports.
pub fn uses_by_version(r: &Read<'_>) -> Result<Vec<(ModuleId, ModuleVersionId, SessionId)>> {
    let sql = format!(
        "SELECT DISTINCT v.module, v.id, s.id AS session {USED} \
         JOIN module m ON m.id = v.module \
         WHERE b.deleted = 0 AND (m.sample = 1 OR COALESCE(p.sample, 0) = 0) ORDER BY v.module, v.id, s.id"
    );
    row::list(r, "block", &sql, [], |cells| {
        Ok((cells.id("module")?, cells.id("id")?, cells.id("session")?))
    })
}

/// The lessons that were applied from blocks made from a module, the latest first.
///
/// # Errors
/// What SQLite reports.
pub fn lessons(r: &Read<'_>, module: ModuleId) -> Result<Vec<ModuleLesson>> {
    let sql = format!(
        "SELECT j.id AS project, j.title, j.cohort, l.what, l.date {USED} \
         JOIN lesson l ON l.block = b.id AND l.deleted = 0 JOIN project j ON j.id = l.project AND j.deleted = 0 \
         WHERE v.module = ?1 AND b.deleted = 0 ORDER BY l.date DESC, l.id"
    );
    row::list(r, "lesson", &sql, [module.to_string()], |cells| {
        Ok(ModuleLesson {
            project: cells.id("project")?,
            title: cells.text("title")?,
            cohort: cells.id("cohort")?,
            what: cells.text("what")?,
            date: day(cells, "lesson")?,
        })
    })
}

/// What the blocks of a session were made from; those without an origin are left out.
///
/// # Errors
/// What SQLite reports.
pub fn origins(r: &Read<'_>, session: SessionId) -> Result<Vec<BlockOrigin>> {
    let sql = "SELECT b.id AS block, v.module, v.title, v.number, \
                      v.deleted = 0 AND COALESCE(m.deleted, 1) = 0 AS here \
               FROM block b JOIN module_version v ON v.id = b.module_version \
               LEFT JOIN module m ON m.id = v.module WHERE b.session = ?1 AND b.deleted = 0";
    row::list(r, "block", sql, [session.to_string()], |cells| {
        Ok(BlockOrigin {
            block: cells.id("block")?,
            module: cells.id("module")?,
            title: cells.text("title")?,
            number: cells.number("number")?,
            here: cells.flag("here")?,
        })
    })
}

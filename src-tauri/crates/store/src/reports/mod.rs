//! Rows of reports: what is being written, what was issued, templates and thresholds. They are read through their
//! program: of one in the bin nothing is found.

pub(crate) mod catalogue;
mod issues;
mod publication;
pub mod records;

use std::collections::BTreeMap;

use nexus_domain::ids::{ReportId, ReportTextId, TemplateId, ThresholdId};
use nexus_domain::programs::Scope;
use nexus_domain::reports::publication::{Audience, Thresholds};
use nexus_domain::reports::{Draft, ReportKind, Sheet};

pub use issues::{add_issue, issue, issues, set_issue_deleted};

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<Draft> {
    let left_out = |text: &str| serde_json::from_str(text).ok();
    Ok(Draft {
        id: cells.id("id")?,
        scope: Scope {
            program: cells.id("program")?,
            cohort: cells.maybe_id("cohort")?,
        },
        kind: cells.word("kind", ReportKind::from_key)?,
        template: cells.text("template")?,
        audience: cells.word("audience", Audience::from_key)?,
        sheet: cells.word("sheet", Sheet::from_key)?,
        left_out: cells.word("left_out", left_out)?,
    })
}

/// The choices of a report; none before anybody chose.
///
/// # Errors
/// What SQLite reports; [`StoreError::BadCell`].
pub fn draft(r: &Read<'_>, id: ReportId) -> Result<Option<Draft>> {
    let sql = "SELECT * FROM report WHERE id = ?1 AND deleted = 0";
    row::first(r, "report", sql, [id.to_string()], read)
}

/// Keeps the choices of a report.
///
/// # Errors
/// What SQLite reports.
pub fn put_draft(w: &Write<'_>, draft: &Draft) -> Result<()> {
    let left_out = serde_json::json!(draft.left_out).to_string();
    row::put(
        w,
        "report",
        &draft.id.to_string(),
        &[
            ("program", &draft.scope.program.to_string()),
            ("cohort", &draft.scope.cohort.map(|id| id.to_string())),
            ("kind", &draft.kind.key()),
            ("template", &draft.template),
            ("audience", &draft.audience.key()),
            ("sheet", &draft.sheet.key()),
            ("left_out", &left_out),
            ("deleted", &0),
        ],
    )
}

/// What people wrote for a report, by section.
///
/// # Errors
/// What SQLite reports.
pub fn texts(r: &Read<'_>, report: ReportId) -> Result<BTreeMap<String, String>> {
    let sql = "SELECT section, text FROM report_text WHERE report = ?1 AND deleted = 0 ORDER BY section, id";
    let found = row::list(r, "report_text", sql, [report.to_string()], |cells| {
        Ok((cells.text("section")?, cells.text("text")?))
    })?;
    Ok(found.into_iter().collect())
}

/// Keeps what somebody wrote for a section.
///
/// # Errors
/// What SQLite reports.
pub fn put_text(w: &Write<'_>, report: ReportId, section: &str, text: &str) -> Result<()> {
    row::put(
        w,
        "report_text",
        &ReportTextId::of(report, section).to_string(),
        &[
            ("report", &report.to_string()),
            ("section", &section),
            ("text", &text),
            ("deleted", &0),
        ],
    )
}

/// Templates that were added, by key: their content as it came.
///
/// # Errors
/// What SQLite reports.
pub fn templates(r: &Read<'_>) -> Result<BTreeMap<String, String>> {
    let sql = "SELECT key, content FROM report_template WHERE deleted = 0 ORDER BY key, id";
    let found = row::list(r, "report_template", sql, [], |cells| {
        Ok((cells.text("key")?, cells.text("content")?))
    })?;
    Ok(found.into_iter().collect())
}

/// Adds a template, or puts another content in its place.
///
/// # Errors
/// What SQLite reports.
pub fn put_template(w: &Write<'_>, key: &str, content: &str) -> Result<()> {
    row::put(
        w,
        "report_template",
        &TemplateId::of(key).to_string(),
        &[("key", &key), ("content", &content), ("deleted", &0)],
    )
}

/// Takes a template into the bin.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn remove_template(w: &Write<'_>, key: &str) -> Result<()> {
    row::set_deleted(w, "report_template", &TemplateId::of(key).to_string(), true)
}

/// Fewest people a number may stand for, as it is set at this facility.
///
/// # Errors
/// What SQLite reports; [`StoreError::BadCell`] for a number that cannot be set.
pub fn thresholds(r: &Read<'_>) -> Result<Thresholds> {
    let sql = "SELECT audience, people FROM report_threshold WHERE deleted = 0 ORDER BY audience, id";
    let found = row::list(r, "report_threshold", sql, [], |cells| {
        Ok((
            cells.word("audience", Audience::from_key)?,
            cells.number("people")?,
        ))
    })?;
    found
        .into_iter()
        .try_fold(Thresholds::default(), |all, (audience, people)| {
            all.with(audience, people).map_err(|bad| StoreError::BadCell {
                table: "report_threshold",
                column: "people",
                found: bad.found.to_string(),
            })
        })
}

/// Sets the fewest people a number may stand for.
///
/// # Errors
/// What SQLite reports.
pub fn put_threshold(w: &Write<'_>, audience: Audience, people: u32) -> Result<()> {
    row::put(
        w,
        "report_threshold",
        &ThresholdId::of(audience.key()).to_string(),
        &[
            ("audience", &audience.key()),
            ("people", &people),
            ("deleted", &0),
        ],
    )
}

/// When anything was last changed that a report can show: everything but choosing and issuing reports. None in a file
/// that was never written to.
///
/// # Errors
/// What SQLite reports; [`StoreError::BadCell`].
pub fn last_change(r: &Read<'_>) -> Result<Option<chrono::DateTime<chrono::Utc>>> {
    let sql = "SELECT MAX(wall) AS wall FROM action \
               WHERE kind NOT IN ('reports.choose', 'reports.issue', 'reports.withdraw')";
    let found = row::first(r, "action", sql, [], |cells| cells.instant("wall"))?;
    Ok(found.flatten())
}

//! Rows of issued reports: only ever added, or taken into the bin. Their bytes lie in [`crate::attachment`].

use chrono::DateTime;
use nexus_domain::ids::{IssueId, ProgramId};
use nexus_domain::programs::Scope;
use nexus_domain::projects::Attachment;
use nexus_domain::reports::publication::Audience;
use nexus_domain::reports::{About, Issue, ReportKind};

use super::publication;
use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

/// What the bytes of a report are.
const MEDIA: &str = "application/pdf";

fn read(cells: &Cells<'_>) -> Result<Issue> {
    let about = match (cells.maybe_person("person")?, cells.maybe_id("session")?) {
        (Some(person), _) => About::Person(person),
        (None, Some(session)) => About::Session(session),
        (None, None) => About::Everybody,
    };
    Ok(Issue {
        id: cells.id("id")?,
        scope: Scope {
            program: cells.id("program")?,
            cohort: cells.maybe_id("cohort")?,
        },
        about,
        kind: cells.word("kind", ReportKind::from_key)?,
        title: cells.text("title")?,
        audience: cells.word("audience", Audience::from_key)?,
        to: cells.text("recipient")?,
        as_of: cells.word("as_of", |text| text.parse().ok())?,
        issued: cells.word("issued", |text| DateTime::parse_from_rfc3339(text).ok())?,
        author: cells.text("author")?,
        file: Attachment {
            hash: cells.text("hash")?,
            size: cells.number("size")?,
            media: MEDIA.to_owned(),
            chunks: cells.text("chunks")?.lines().map(str::to_owned).collect(),
        },
        pages: cells.number("pages")?,
        supersedes: cells.maybe_id("supersedes")?,
        reason: cells.text("reason")?,
        publication: match cells.maybe_text("publication")? {
            text if text.is_empty() => None,
            text => Some(publication::read(&text).ok_or_else(|| StoreError::BadCell {
                table: "report_issue",
                column: "publication",
                found: text.chars().take(80).collect(),
            })?),
        },
    })
}

/// The issued reports about a program and its cohorts, the earliest first.
///
/// # Errors
/// What SQLite reports; [`StoreError::BadCell`].
pub fn issues(r: &Read<'_>, program: ProgramId) -> Result<Vec<Issue>> {
    let sql = "SELECT i.* FROM report_issue i JOIN program p ON p.id = i.program AND p.deleted = 0 \
               LEFT JOIN cohort c ON c.id = i.cohort \
               WHERE i.program = ?1 AND i.deleted = 0 AND COALESCE(c.deleted, 0) = 0 ORDER BY i.issued, i.id";
    row::list(r, "report_issue", sql, [program.to_string()], read)
}

/// One issued report.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn issue(r: &Read<'_>, id: IssueId) -> Result<Issue> {
    let id = id.to_string();
    let sql = "SELECT i.* FROM report_issue i JOIN program p ON p.id = i.program AND p.deleted = 0 \
               WHERE i.id = ?1 AND i.deleted = 0";
    row::first(r, "report_issue", sql, [&id], read)?.ok_or(StoreError::NotFound {
        what: "report_issue",
        id,
    })
}

/// Adds an issued report; it is never changed afterwards.
///
/// # Errors
/// What SQLite reports.
pub fn add_issue(w: &Write<'_>, issue: &Issue) -> Result<()> {
    let (person, session) = match issue.about {
        About::Everybody => (None, None),
        About::Person(person) => (Some(person.to_string()), None),
        About::Session(session) => (None, Some(session.to_string())),
    };
    row::put(
        w,
        "report_issue",
        &issue.id.to_string(),
        &[
            ("program", &issue.scope.program.to_string()),
            ("cohort", &issue.scope.cohort.map(|id| id.to_string())),
            ("person", &person),
            ("session", &session),
            ("kind", &issue.kind.key()),
            ("title", &issue.title),
            ("audience", &issue.audience.key()),
            ("recipient", &issue.to),
            ("as_of", &issue.as_of.to_string()),
            ("issued", &issue.issued.to_rfc3339()),
            ("author", &issue.author),
            ("hash", &issue.file.hash),
            ("size", &issue.file.size),
            ("chunks", &issue.file.chunks.join("\n")),
            ("pages", &issue.pages),
            ("supersedes", &issue.supersedes.map(|id| id.to_string())),
            ("reason", &issue.reason),
            ("publication", &issue.publication.as_ref().map(publication::text)),
        ],
    )
}

/// Takes an issued report into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_issue_deleted(w: &Write<'_>, id: IssueId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "report_issue", &id.to_string(), deleted)
}

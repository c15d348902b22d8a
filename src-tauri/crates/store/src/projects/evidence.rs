//! Rows of evidence. They are only ever added, or taken into the bin; files lie in [`crate::attachment`].

use nexus_domain::ids::{EvidenceId, ProjectId};
use nexus_domain::projects::{Attachment, Content, Evidence, EvidenceKind};

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<Evidence> {
    let content = match cells.word("kind", EvidenceKind::from_key)? {
        EvidenceKind::Text => Content::Text(cells.text("value")?),
        EvidenceKind::Link => Content::Link(cells.text("value")?),
        EvidenceKind::File => Content::File(Attachment {
            hash: cells.text("hash")?,
            size: cells.number("size")?,
            media: cells.text("media")?,
            chunks: cells.text("chunks")?.lines().map(str::to_owned).collect(),
        }),
    };
    Ok(Evidence {
        id: cells.id("id")?,
        project: cells.id("project")?,
        about: cells.maybe_id("about")?,
        title: cells.text("title")?,
        content,
    })
}

/// One piece of evidence.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn evidence_by_id(r: &Read<'_>, id: EvidenceId) -> Result<Evidence> {
    let id = id.to_string();
    let sql = "SELECT e.* FROM evidence e JOIN project p ON p.id = e.project \
               WHERE e.id = ?1 AND e.deleted = 0 AND p.deleted = 0";
    row::first(r, "evidence", sql, [&id], read)?.ok_or(StoreError::NotFound { what: "evidence", id })
}

/// The evidence of a project in the order in which it was added.
///
/// # Errors
/// What SQLite reports.
pub fn evidence(r: &Read<'_>, project: ProjectId) -> Result<Vec<Evidence>> {
    let sql = "SELECT e.* FROM evidence e JOIN project p ON p.id = e.project \
               WHERE e.project = ?1 AND e.deleted = 0 AND p.deleted = 0 ORDER BY e.id";
    row::list(r, "evidence", sql, [project.to_string()], read)
}

/// Adds a piece of evidence; it is never changed afterwards.
///
/// # Errors
/// What SQLite reports.
pub fn add_evidence(w: &Write<'_>, evidence: &Evidence) -> Result<()> {
    let (value, file) = match &evidence.content {
        Content::Text(value) | Content::Link(value) => (value.as_str(), None),
        Content::File(file) => ("", Some(file)),
    };
    row::put(
        w,
        "evidence",
        &evidence.id.to_string(),
        &[
            ("project", &evidence.project.to_string()),
            ("about", &evidence.about.map(|id| id.to_string())),
            ("kind", &evidence.content.kind().key()),
            ("title", &evidence.title),
            ("value", &value),
            ("hash", &file.map(|file| &file.hash)),
            ("size", &file.map(|file| file.size)),
            ("media", &file.map(|file| &file.media)),
            (
                "chunks",
                &file.map(|file| file.chunks.join("\n")).unwrap_or_default(),
            ),
        ],
    )
}

/// Takes a piece of evidence into the bin, or out of it. The pieces of a file stay, for an undo.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_evidence_deleted(w: &Write<'_>, id: EvidenceId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "evidence", &id.to_string(), deleted)
}

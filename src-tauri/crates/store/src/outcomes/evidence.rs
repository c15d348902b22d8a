//! Rows of evidence under outcomes. They are only ever added, or taken into the bin; files lie in
//! [`crate::attachment`].

use nexus_domain::ids::{OutcomeEvidenceId, ProgramId};
use nexus_domain::outcomes::{Evidence, EvidenceFile, QuoteConsent};
use nexus_domain::projects::Attachment;

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<Evidence> {
    Ok(Evidence {
        id: cells.id("id")?,
        outcome: cells.id("outcome")?,
        cohort: cells.maybe_id("cohort")?,
        person: cells.maybe_person("person")?,
        date: cells.word("date", |text| text.parse().ok())?,
        what: cells.text("what")?,
        witness: cells.text("witness")?,
        link: cells.text("link")?,
        file: match cells.maybe_text("file")? {
            name if name.is_empty() => None,
            name => Some(EvidenceFile {
                name,
                content: Attachment {
                    hash: cells.text("hash")?,
                    size: cells.number("size")?,
                    media: cells.text("media")?,
                    chunks: cells.text("chunks")?.lines().map(str::to_owned).collect(),
                },
            }),
        },
        quote: cells.word("quote", QuoteConsent::from_key)?,
        author: cells.text("author")?,
        corrects: cells.maybe_id("corrects")?,
    })
}

/// One piece of evidence.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn evidence_by_id(r: &Read<'_>, id: OutcomeEvidenceId) -> Result<Evidence> {
    let id = id.to_string();
    let sql = "SELECT e.* FROM outcome_evidence e JOIN outcome o ON o.id = e.outcome AND o.deleted = 0 \
               JOIN program p ON p.id = o.program AND p.deleted = 0 WHERE e.id = ?1 AND e.deleted = 0";
    row::first(r, "outcome_evidence", sql, [&id], read)?.ok_or(StoreError::NotFound {
        what: "outcome_evidence",
        id,
    })
}

/// The evidence under all outcomes of a program by day, corrected pieces included. What a cohort in the bin left is
/// not among them.
///
/// # Errors
/// What SQLite reports.
pub fn evidence(r: &Read<'_>, program: ProgramId) -> Result<Vec<Evidence>> {
    let sql = "SELECT e.* FROM outcome_evidence e JOIN outcome o ON o.id = e.outcome AND o.deleted = 0 \
               JOIN program p ON p.id = o.program AND p.deleted = 0 LEFT JOIN cohort c ON c.id = e.cohort \
               WHERE o.program = ?1 AND e.deleted = 0 AND COALESCE(c.deleted, 0) = 0 ORDER BY e.date, e.id";
    row::list(r, "outcome_evidence", sql, [program.to_string()], read)
}

/// Adds a piece of evidence; it is never changed afterwards.
///
/// # Errors
/// What SQLite reports.
pub fn add_evidence(w: &Write<'_>, evidence: &Evidence) -> Result<()> {
    let file = evidence.file.as_ref();
    let kept = file.map(|file| &file.content);
    row::put(
        w,
        "outcome_evidence",
        &evidence.id.to_string(),
        &[
            ("outcome", &evidence.outcome.to_string()),
            ("cohort", &evidence.cohort.map(|id| id.to_string())),
            ("person", &evidence.person.map(|id| id.to_string())),
            ("date", &evidence.date.to_string()),
            ("what", &evidence.what),
            ("witness", &evidence.witness),
            ("link", &evidence.link),
            ("file", &file.map(|file| &file.name)),
            ("hash", &kept.map(|kept| &kept.hash)),
            ("size", &kept.map(|kept| kept.size)),
            ("media", &kept.map(|kept| &kept.media)),
            ("chunks", &kept.map(|kept| kept.chunks.join("\n"))),
            ("quote", &evidence.quote.key()),
            ("author", &evidence.author),
            ("corrects", &evidence.corrects.map(|id| id.to_string())),
        ],
    )
}

/// Takes a piece of evidence into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_evidence_deleted(w: &Write<'_>, id: OutcomeEvidenceId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "outcome_evidence", &id.to_string(), deleted)
}

//! Evidence: words, addresses that are shown and never fetched, files that are kept and never run.

use std::path::Path;

use nexus_domain::ids::{EvidenceId, UpdateId};
use nexus_domain::projects::{Content, Evidence, EvidenceKind, LARGEST, check_link, media_of};
use nexus_store::{attachment, projects};

use super::{EvidenceInput, find};
use crate::foreign::{self, file_name};
use crate::input::{id, invalid, line, lines, required};
use crate::{App, AppError, Done, Result};

/// Adds a piece of evidence to an update or to the project as a whole.
///
/// # Errors
/// [`AppError::Invalid`] for words that are missing or an address that is none; [`AppError::Unusable`] for a
/// file that is too large, a folder, not a file, or cannot be read; [`AppError::NotFound`]; those of the store.
pub fn add_evidence(app: &App, project: &str, input: &EvidenceInput) -> Result<Done<String>> {
    let project = find(app, project)?;
    let title = line(&project.title, "evidence", &input.title)?;
    let about: Option<UpdateId> = input
        .about
        .as_deref()
        .map(|text| id("update", text))
        .transpose()?;
    // A file is read before the step begins, so that nobody waits for it who writes.
    let file = match input.kind {
        EvidenceKind::File => Some((file_name(input.value.as_ref()), read(Path::new(&input.value))?)),
        EvidenceKind::Text | EvidenceKind::Link => None,
    };
    let named = file
        .as_ref()
        .map(|(name, _)| name.clone())
        .filter(|_| title.is_empty());
    let title = named.unwrap_or(title);
    app.act("projects.evidence-add", &project.title, |w| {
        if let Some(about) = about
            && projects::update(w, about)?.project != project.id
        {
            return Err(AppError::NotFound {
                what: "update",
                key: about.to_string(),
            });
        }
        let content = match (&file, input.kind) {
            (Some((name, bytes)), _) => Content::File(attachment::keep(w, bytes, media_of(name))?),
            (None, EvidenceKind::Link) => Content::Link(check_link(&input.value).map_err(|bad| {
                let expected = "an address that begins with https://, http:// or mailto:";
                invalid(&project.title, "link", &bad.found, expected)
            })?),
            (None, _) => {
                let text = lines(&project.title, "evidence", &input.value)?;
                Content::Text(required(&project.title, "evidence", text, "what supports it")?)
            }
        };
        let evidence = Evidence {
            id: EvidenceId(app.new_id()),
            project: project.id,
            about,
            title,
            content,
        };
        projects::add_evidence(w, &evidence)?;
        Ok(evidence.id.to_string())
    })
}

/// Takes a piece of evidence into the bin.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn remove_evidence(app: &App, evidence: &str) -> Result<Done<()>> {
    let (evidence, title) = find_evidence(app, evidence)?;
    app.act("projects.evidence-remove", &title, |w| {
        Ok(projects::set_evidence_deleted(w, evidence.id, true)?)
    })
}

/// Writes a copy of an attached file to a place of the person's choice. It is neither opened nor run.
///
/// # Errors
/// [`AppError::NotFound`] for what is no file, or a file that is not on this laptop; [`AppError::Io`]; those of
/// the store.
pub fn save_evidence(app: &App, evidence: &str, to: &Path) -> Result<()> {
    let (found, _) = find_evidence(app, evidence)?;
    let Content::File(file) = &found.content else {
        return Err(AppError::NotFound {
            what: "file",
            key: evidence.to_owned(),
        });
    };
    let bytes = app.ws().read(|r| attachment::bytes(r, file))?;
    crate::foreign::write(to, &bytes)
}

fn find_evidence(app: &App, evidence: &str) -> Result<(Evidence, String)> {
    let id = id("evidence", evidence)?;
    app.ws().read(|r| {
        let evidence = projects::evidence_by_id(r, id)?;
        let title = projects::by_id(r, evidence.project)?.title;
        Ok((evidence, title))
    })
}

/// The bytes of a file that can be attached.
fn read(path: &Path) -> Result<Vec<u8>> {
    let most = format!("at most {LARGEST} (10 MB) can be attached");
    foreign::read(path, LARGEST, &most)
}

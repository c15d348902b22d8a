//! Notes taken while a session runs, and corrections of them.

use nexus_domain::ids::NoteId;
use nexus_domain::sessions::{Note, progress};
use nexus_store::{Read, sessions};

use super::{Day, NoteView, invalid, name_of, read_id};
use crate::{App, AppError, Done, Result};

/// Keeps a note, stamped with the present and the block that runs.
///
/// # Errors
/// [`AppError::Invalid`] without text, [`AppError::NotFound`]; those of the store.
pub fn note_add(app: &App, session: &str, text: &str) -> Result<Done<String>> {
    let id = read_id(session)?;
    let name = name_of(app, id)?;
    let text = written(&name, text)?;
    app.act("sessions.note", &name, |w| {
        let day = Day::load(w, id)?;
        let now = app.now();
        let current = progress(&day.session, &day.blocks, now).current;
        let note = Note {
            id: NoteId(app.new_id()),
            block: current.map(|at| day.blocks[at].0.id),
            text,
            at: now,
            corrects: None,
        };
        sessions::add_note(w, id, &note)?;
        Ok(note.id.to_string())
    })
}

/// Puts a note in the place of another, which stays in the history; time and block stay.
///
/// # Errors
/// [`AppError::Invalid`] without text, [`AppError::NotFound`]; those of the store.
pub fn note_correct(app: &App, session: &str, note: &str, text: &str) -> Result<Done<String>> {
    let (id, note) = (read_id(session)?, note_id(note)?);
    let name = name_of(app, id)?;
    let text = written(&name, text)?;
    app.act("sessions.note-correct", &name, |w| {
        let old = sessions::note(w, id, note)?;
        if old.text == text {
            return Ok(old.id.to_string());
        }
        let new = Note {
            id: NoteId(app.new_id()),
            text,
            corrects: Some(old.id),
            ..old
        };
        sessions::add_note(w, id, &new)?;
        Ok(new.id.to_string())
    })
}

/// Takes a note away, with those that it corrected.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn note_remove(app: &App, session: &str, note: &str) -> Result<Done<()>> {
    let (id, note) = (read_id(session)?, note_id(note)?);
    let name = name_of(app, id)?;
    app.act("sessions.note-remove", &name, |w| {
        let mut next = Some(note);
        while let Some(note) = next {
            next = sessions::note(w, id, note)?.corrects;
            sessions::set_note_deleted(w, note, true)?;
        }
        Ok(())
    })
}

/// The notes of a session, the earliest first.
pub(super) fn notes(r: &Read<'_>, day: &Day) -> Result<Vec<NoteView>> {
    let notes = sessions::notes(r, day.session.id)?.into_iter();
    Ok(notes
        .map(|note| {
            let mut blocks = day.blocks.iter().map(|(block, _)| block);
            let block = blocks.find(|block| Some(block.id) == note.block);
            NoteView {
                id: note.id.to_string(),
                at: day.local(note.at),
                block: note.block.map(|id| id.to_string()),
                block_title: block.map(|block| block.title.clone()).unwrap_or_default(),
                text: note.text,
                competencies: block.map(|block| block.competencies.clone()).unwrap_or_default(),
                corrects: note.corrects.is_some(),
            }
        })
        .collect())
}

fn written(place: &str, text: &str) -> Result<String> {
    let text = super::plan::paragraphs(text);
    if text.is_empty() {
        return Err(invalid(place, "note", "", "some words"));
    }
    Ok(text)
}

fn note_id(id: &str) -> Result<NoteId> {
    id.parse().map_err(|_| AppError::NotFound {
        what: "note",
        key: id.to_owned(),
    })
}

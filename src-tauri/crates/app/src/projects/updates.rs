//! Dated updates on a project. One is never edited: its correction stands in its place.

use nexus_domain::ids::UpdateId;
use nexus_domain::projects::{Update, chain};
use nexus_store::projects;

use super::{UpdateInput, find};
use crate::input::{id, invalid, lines, past_day, required};
use crate::{App, Done, Result};

/// Adds an update.
///
/// # Errors
/// [`crate::AppError::Invalid`] without words or for a day that has not come, [`crate::AppError::NotFound`];
/// those of the store.
pub fn add_update(app: &App, project: &str, input: &UpdateInput) -> Result<Done<String>> {
    let project = find(app, project)?;
    app.act("projects.update-add", &project.title, |w| {
        let update = Update {
            id: UpdateId(app.new_id()),
            project: project.id,
            date: past_day(&project.title, "date", &input.date, app.today(w)?)?,
            status: input.status,
            text: words(&project.title, &input.text)?,
            author: app.author(),
            corrects: None,
        };
        projects::add_update(w, &update)?;
        Ok(update.id.to_string())
    })
}

/// Puts other words, another day or another status in the place of an update.
///
/// # Errors
/// As [`add_update`]; [`crate::AppError::Invalid`] for one that was corrected before.
pub fn correct_update(app: &App, update: &str, input: &UpdateInput) -> Result<Done<String>> {
    let (before, title) = find_update(app, update)?;
    app.act("projects.update-correct", &title, |w| {
        let live = projects::updates(w, before.project)?;
        if live.iter().any(|other| other.corrects == Some(before.id)) {
            return Err(invalid(&title, "update", &before.text, "its latest wording"));
        }
        let after = Update {
            id: UpdateId(app.new_id()),
            date: past_day(&title, "date", &input.date, app.today(w)?)?,
            status: input.status,
            text: words(&title, &input.text)?,
            author: app.author(),
            corrects: Some(before.id),
            project: before.project,
        };
        if (after.date, after.status, &after.text) == (before.date, before.status, &before.text) {
            return Ok(before.id.to_string());
        }
        projects::add_update(w, &after)?;
        Ok(after.id.to_string())
    })
}

/// Takes an update into the bin together with what it replaced.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn remove_update(app: &App, update: &str) -> Result<Done<()>> {
    let (update, title) = find_update(app, update)?;
    app.act("projects.update-remove", &title, |w| {
        let live = projects::updates(w, update.project)?;
        for id in chain(&live, update.id) {
            if live.iter().any(|other| other.id == id) {
                projects::set_update_deleted(w, id, true)?;
            }
        }
        Ok(())
    })
}

fn words(title: &str, text: &str) -> Result<String> {
    required(title, "update", lines(title, "update", text)?, "what happened")
}

fn find_update(app: &App, update: &str) -> Result<(Update, String)> {
    let id = id("update", update)?;
    app.ws().read(|r| {
        let update = projects::update(r, id)?;
        let title = projects::by_id(r, update.project)?.title;
        Ok((update, title))
    })
}

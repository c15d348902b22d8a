//! What we hold about one person: everything that is stored of them over all cohorts, for other programs, for the
//! screen, and on paper for the person themselves. Nobody else is named in it.

mod reading;
mod said;
mod sheets;
mod views;

use std::path::Path;

use nexus_report::documents::Paper;
use nexus_report::documents::record::{Record, RecordRow, RecordSection, record};
use nexus_store::cohorts;

pub use views::*;

use crate::{App, AppError, Result, foreign};

/// Everything that is held about one person, over all cohorts.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn held(app: &App, person: &str) -> Result<HeldView> {
    reading::read(app, super::read_id(person)?)
}

/// The person of a code in a cohort, by the id of the record that counts.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn coded(app: &App, cohort: &str, code: &str) -> Result<String> {
    let id = crate::cohorts::read_id(cohort)?;
    app.ws().read(|r| {
        let cohort = cohorts::by_id(r, id)?;
        let members = cohorts::members(r, id)?.into_iter();
        let found = members
            .filter(|(place, _)| place.is_coded(&cohort.prefix, code))
            .map(|(_, person)| person.id.to_string())
            .next();
        found.ok_or_else(|| AppError::NotFound {
            what: "participant",
            key: code.to_owned(),
        })
    })
}

/// The same in words.
///
/// # Errors
/// As [`held`].
pub fn held_page(app: &App, person: &str) -> Result<HeldPage> {
    said::page(&held(app, person)?)
}

/// Writes it, in words, to a file of the person's choice.
///
/// # Errors
/// As [`held`]; [`AppError::Report`], [`AppError::Io`].
pub fn held_print(app: &App, person: &str, to: &Path) -> Result<()> {
    let page = held_page(app, person)?;
    let as_of = page.as_of.parse().map_err(|_| AppError::NotFound {
        what: "day",
        key: page.as_of.clone(),
    })?;
    let section = |section: HeldSection| RecordSection {
        level: section.level,
        title: section.title,
        rows: section
            .rows
            .into_iter()
            .map(|row| RecordRow {
                label: row.label,
                text: row.text,
                detail: row.detail,
            })
            .collect(),
    };
    let paper = record(&Record {
        name: page.name,
        facility: page.facility,
        as_of,
        lead: page.lead,
        left_out: page.left_out,
        sections: page.sections.into_iter().map(section).collect(),
        paper: Paper::Letter,
    })?;
    foreign::write(to, &paper.pdf()?)
}

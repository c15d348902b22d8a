//! The agenda and the sign-in sheet of a session as PDF.

use std::path::Path;

use nexus_report::documents::Paper;
use nexus_report::documents::agenda::{Agenda, AgendaBlock, agenda};
use nexus_report::documents::session::SessionHead;
use nexus_report::documents::sign_in::{Attendee, SignInSheet, sign_in_sheet};
use nexus_store::{Read, programs};

use super::attendance::attendees;
use super::{Day, read_id};
use crate::foreign::write;
use crate::{App, AppError, Result};

/// Rows for people who come without being listed.
const SPARE_ROWS: u32 = 4;

/// Writes the agenda to a file of the person's choice.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::Report`], [`AppError::Io`]; those of the store.
pub fn agenda_print(app: &App, session: &str, to: &Path) -> Result<()> {
    let id = read_id(session)?;
    let input = app.ws().read(|r| {
        let day = Day::load(r, id)?;
        let blocks = day.planned().into_iter().map(|block| AgendaBlock {
            start: block.starts,
            minutes: block.minutes,
            title: block.title,
            competencies: block.competencies,
            locked: block.locked,
            optional: block.optional,
        });
        Ok::<_, AppError>(Agenda {
            head: head(r, &day)?,
            purpose: None,
            blocks: blocks.collect(),
        })
    })?;
    write(to, &agenda(&input)?.pdf()?)
}

/// Writes the sheet on which people sign in to a file of the person's choice.
///
/// # Errors
/// As [`agenda_print`].
pub fn sign_in_print(app: &App, session: &str, to: &Path) -> Result<()> {
    let id = read_id(session)?;
    let input = app.ws().read(|r| {
        let day = Day::load(r, id)?;
        let people = attendees(r, &day)?.into_iter().map(|one| Attendee {
            code: one.code(&day.cohort),
            name: one.person.name(),
            institution: Some(one.enrolment.institution).filter(|name| !name.is_empty()),
        });
        Ok::<_, AppError>(SignInSheet {
            head: head(r, &day)?,
            people: people.collect(),
            spare_rows: SPARE_ROWS,
        })
    })?;
    write(to, &sign_in_sheet(&input)?.pdf()?)
}

pub(super) fn head(r: &Read<'_>, day: &Day) -> Result<SessionHead> {
    let award = programs::by_id(r, day.cohort.program)?.award;
    Ok(SessionHead {
        cohort: day.cohort.name.clone(),
        award: award
            .map(|award| award.number)
            .filter(|number| !number.is_empty()),
        session: day.session.title.clone(),
        date: day.session.date,
        place: Some(day.session.place.clone()).filter(|place| !place.is_empty()),
        facilitator: None,
        paper: Paper::Letter,
    })
}

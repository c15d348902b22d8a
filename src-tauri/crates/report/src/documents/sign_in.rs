//! The sign-in sheet of a session.

use super::Document;
use super::session::SessionHead;
use crate::ReportError;
use crate::model::{Block, Cell, Column, Grid, Look, Prose, Width};
use crate::words::Words;

/// What the sheet needs.
#[derive(Debug, Clone, PartialEq)]
pub struct SignInSheet {
    /// The session.
    pub head: SessionHead,
    /// Who is expected, in order of the code; staff are not listed.
    pub people: Vec<Attendee>,
    /// Empty rows for people who come without being listed.
    pub spare_rows: u32,
}

/// One expected person.
#[derive(Debug, Clone, PartialEq)]
pub struct Attendee {
    /// Participant code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Institution.
    pub institution: Option<String>,
}

/// Makes the sheet.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names characters that no bundled font has; there is no document then.
pub fn sign_in_sheet(input: &SignInSheet) -> Result<Document, ReportError> {
    let words = Words::english();
    let mut blocks = input.head.begin("report-sign-in-kicker", &words)?;
    let expected = words.with("report-sign-in-expected", &[("count", input.people.len().into())])?;
    blocks.push(Block::Text(Prose::plain(Look::Small, expected)));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for person in &input.people {
        let institution = person.institution.as_deref().unwrap_or_default();
        rows.push(vec![
            Cell::mono(person.code.as_str()),
            Cell {
                parts: vec![
                    Prose::bold(Look::Label, person.name.as_str()),
                    Prose::plain(Look::Small, institution),
                ],
                ringed: false,
            },
            Cell::default(),
            Cell::default(),
        ]);
    }
    rows.extend((0..input.spare_rows).map(|_| vec![Cell::default(); 4]));
    blocks.push(Block::Table(Grid {
        columns: vec![
            Column::words(words.get("report-column-code")?, Width::Points(36.0)),
            Column::words(words.get("report-column-name-institution")?, Width::Share(1.6)),
            Column::words(words.get("report-column-arrived")?, Width::Points(44.0)),
            Column::words(words.get("report-column-signature")?, Width::Share(1.0)),
        ],
        rows,
        row_head: 1,
        row_height: 28.0,
        tight: false,
        chart: None,
    }));
    input.head.end("report-sign-in-title", blocks, &words)
}

//! The agenda of a session, for the wall and the hand.

use super::session::SessionHead;
use super::{Document, led, small};
use crate::ReportError;
use crate::model::{Align, Block, Cell, Column, Grid, Look, Prose, Width};
use crate::words::Words;

/// What the agenda needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Agenda {
    /// The session.
    pub head: SessionHead,
    /// What it is for.
    pub purpose: Option<String>,
    /// The blocks in order.
    pub blocks: Vec<AgendaBlock>,
}

/// One block.
#[derive(Debug, Clone, PartialEq)]
pub struct AgendaBlock {
    /// Planned start, local, e.g. "09:20".
    pub start: String,
    /// Planned length; `None` for a fixed point such as the close.
    pub minutes: Option<u32>,
    /// Title.
    pub title: String,
    /// Names of the competencies it serves.
    pub competencies: Vec<String>,
    /// Whether its time is fixed.
    pub locked: bool,
    /// Whether it may be left out.
    pub optional: bool,
}

/// Makes the agenda.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names characters that no bundled font has; there is no document then.
pub fn agenda(input: &Agenda) -> Result<Document, ReportError> {
    let words = Words::english();
    let mut blocks = input.head.begin("report-agenda-kicker", &words)?;
    if let Some(purpose) = &input.purpose {
        blocks.push(Block::Text(led(
            Look::Body,
            &format!("{}:", words.get("report-agenda-purpose")?),
            purpose,
        )));
    }
    if input.blocks.is_empty() {
        blocks.push(Block::Text(Prose::plain(
            Look::Body,
            words.get("report-agenda-empty")?,
        )));
    } else {
        blocks.push(Block::Table(table(input, &words)?));
    }
    if input.blocks.iter().any(|block| block.locked || block.optional) {
        let (locked, optional) = (
            words.get("report-agenda-locked")?,
            words.get("report-agenda-optional")?,
        );
        let note = words.with(
            "report-agenda-note",
            &[("locked", locked.into()), ("optional", optional.into())],
        )?;
        blocks.push(small(note));
    }
    input.head.end("report-agenda-title", blocks, &words)
}

fn table(input: &Agenda, words: &Words) -> Result<Grid, ReportError> {
    let mut rows = Vec::new();
    for block in &input.blocks {
        let mut what = vec![Prose::bold(Look::Label, block.title.as_str())];
        let mut remarks = Vec::new();
        if block.locked {
            remarks.push(words.get("report-agenda-locked")?);
        }
        if block.optional {
            remarks.push(words.get("report-agenda-optional")?);
        }
        if !remarks.is_empty() {
            what.push(Prose::plain(Look::Small, remarks.join(" · ")));
        }
        rows.push(vec![
            Cell::mono(block.start.as_str()),
            Cell::text(
                block
                    .minutes
                    .map_or_else(String::new, |minutes| minutes.to_string()),
            ),
            Cell {
                parts: what,
                ringed: false,
            },
            Cell {
                parts: vec![Prose::plain(Look::Small, block.competencies.join(", "))],
                ringed: false,
            },
        ]);
    }
    Ok(Grid {
        columns: vec![
            Column::words(words.get("report-column-time")?, Width::Points(36.0)),
            Column {
                head: words.get("report-column-minutes")?,
                width: Width::Points(40.0),
                align: Align::Right,
            },
            Column::words(words.get("report-column-block")?, Width::Share(1.9)),
            Column::words(words.get("report-column-competencies")?, Width::Share(1.0)),
        ],
        rows,
        row_head: 2,
        row_height: 0.0,
        tight: false,
        chart: None,
    })
}

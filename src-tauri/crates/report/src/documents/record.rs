//! What a facility holds about one person, for that person: plain, complete, in the order of the screen.

use super::{Document, Paper, finish, line, small};
use crate::ReportError;
use crate::model::{Block, Cell, Column, Grid, Look, Prose, Report, Width};
use crate::words::{Date, Words};

/// Everything that is held about one person, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The name of the person.
    pub name: String,
    /// Name of the facility that holds it.
    pub facility: String,
    /// The day of the last change to it.
    pub as_of: Date,
    /// What it is, in a sentence.
    pub lead: String,
    /// What is not in it.
    pub left_out: String,
    /// Its sections in order.
    pub sections: Vec<RecordSection>,
    /// Sheet size.
    pub paper: Paper,
}

/// One section.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordSection {
    /// 2 for a section, 3 for one within it.
    pub level: u8,
    /// Its title.
    pub title: String,
    /// Its rows.
    pub rows: Vec<RecordRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordRow {
    /// What it tells of: a field, a day, a statement.
    pub label: String,
    /// What is held.
    pub text: String,
    /// More about it; may be empty.
    pub detail: String,
}

/// Makes the document.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names characters that no bundled font has; there is no document then.
pub fn record(input: &Record) -> Result<Document, ReportError> {
    let words = Words::english();
    let as_of = words.date(input.as_of)?;
    let mut blocks = vec![
        Block::Kicker(words.get("report-held-kicker")?),
        Block::Heading(1, input.name.clone()),
    ];
    blocks.extend(line(&[Some(input.facility.clone())]));
    blocks.push(Block::Text(Prose::plain(Look::Body, input.lead.as_str())));
    blocks.push(small(input.left_out.as_str()));
    for section in &input.sections {
        blocks.push(Block::Heading(section.level, section.title.clone()));
        blocks.push(Block::Table(table(section, &words)?));
    }
    let report = Report {
        title: words.with("report-held-title", &[("name", input.name.as_str().into())])?,
        language: words.language(),
        paper: input.paper,
        landscape: false,
        date: Some(input.as_of),
        head: None,
        foot: (
            input.facility.clone(),
            words.with("report-as-of", &[("date", as_of.into())])?,
        ),
        blocks,
    };
    finish(&report, &words)
}

fn table(section: &RecordSection, words: &Words) -> Result<Grid, ReportError> {
    let rows = section.rows.iter().map(|row| {
        let mut parts = vec![Prose::plain(Look::Label, row.text.as_str())];
        if !row.detail.is_empty() {
            parts.push(Prose::plain(Look::Small, row.detail.as_str()));
        }
        vec![Cell::text(row.label.as_str()), Cell { parts, ringed: false }]
    });
    Ok(Grid {
        columns: vec![
            Column::words(words.get("report-held-column-what")?, Width::Share(1.0)),
            Column::words(words.get("report-held-column-held")?, Width::Share(2.0)),
        ],
        rows: rows.collect(),
        row_head: 0,
        row_height: 0.0,
        tight: true,
        chart: None,
    })
}

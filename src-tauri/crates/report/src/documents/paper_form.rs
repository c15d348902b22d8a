//! An instrument on paper, for one person or blank.

use super::{led, line, small};
use crate::ReportError;
use crate::documents::Paper;
use crate::fonts::Face;
use crate::model::{Align, Block, Cell, Column, Grid, Look, Prose, Report, Width};
use crate::page::Laid;
use crate::text::Span;
use crate::words::{Date, Words};

/// What the form needs.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperForm {
    /// The instrument's title.
    pub instrument: String,
    /// Its version, e.g. "2".
    pub version: String,
    /// The occasion, e.g. "Baseline".
    pub occasion: String,
    /// Display name of the cohort.
    pub cohort: String,
    /// Participant code, printed for re-entry; `None` leaves a line to write it on.
    pub code: Option<String>,
    /// The day of the occasion, if one is fixed.
    pub date: Option<Date>,
    /// What to do, in the instrument's words; `None` takes our own.
    pub instructions: Option<String>,
    /// The scale: number and label, lowest first, e.g. (1, "Strongly disagree"). Labels may be empty.
    pub scale: Vec<(u8, String)>,
    /// The statements, in the order of the screen.
    pub items: Vec<FormItem>,
    /// Licence of the instrument.
    pub licence: Option<String>,
    /// Source of the instrument.
    pub source: Option<String>,
    /// Sheet size.
    pub paper: Paper,
}

/// One statement.
#[derive(Debug, Clone, PartialEq)]
pub struct FormItem {
    /// Its words.
    pub text: String,
    /// Behavioural anchors: point of the scale and what it looks like.
    pub anchors: Vec<(u8, String)>,
}

/// Width of a column that holds a number to be ringed.
const NUMBER: f32 = 26.0;
/// Width of such a column under a head in words.
const WORDED: f32 = 44.0;

/// Makes the form.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names characters that no bundled font has; nothing is written then.
pub fn paper_form(input: &PaperForm) -> Result<Vec<u8>, ReportError> {
    paper_forms(std::slice::from_ref(input))
}

/// Makes a pile of forms in one file. Each begins on a page of its own and counts its own pages.
///
/// # Errors
/// As [`paper_form`]; [`ReportError::Write`] for an empty pile.
pub fn paper_forms(inputs: &[PaperForm]) -> Result<Vec<u8>, ReportError> {
    let words = Words::english();
    let mut pile: Option<Laid> = None;
    for input in inputs {
        let sheet = crate::layout::lay(&report(input, &words)?, &words)?;
        match &mut pile {
            Some(pile) => pile.append(sheet),
            None => pile = Some(sheet),
        }
    }
    let pile = pile.ok_or_else(|| ReportError::Write {
        reason: "expected a form, found none".to_owned(),
    })?;
    crate::pdf::write(&pile)
}

fn report(input: &PaperForm, words: &Words) -> Result<Report, ReportError> {
    let date = input.date.map(|date| words.date(date)).transpose()?;
    let mut blocks = vec![
        Block::Kicker(words.with(
            "report-form-kicker",
            &[("occasion", input.occasion.as_str().into())],
        )?),
        Block::Heading(1, input.instrument.clone()),
    ];
    blocks.extend(line(&[Some(input.cohort.clone()), date]));
    let blank = "\u{5F}".repeat(12);
    let code = input.code.as_deref().unwrap_or(&blank);
    blocks.push(Block::Text(led(
        Look::Body,
        &words.get("report-form-code")?,
        code,
    )));
    let how = match &input.instructions {
        Some(how) => how.clone(),
        None => words.get("report-form-how")?,
    };
    blocks.push(Block::Text(Prose::plain(Look::Body, how)));
    blocks.push(Block::Table(table(input, words)?));
    if input.licence.is_some() || input.source.is_some() {
        let parts: Vec<&str> = [&input.licence, &input.source]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        blocks.push(small(parts.join(" · ")));
    }
    let foot = match &input.code {
        Some(code) => words.with(
            "report-form-foot",
            &[
                ("instrument", input.instrument.as_str().into()),
                ("version", input.version.as_str().into()),
                ("code", code.as_str().into()),
            ],
        )?,
        None => words.with(
            "report-form-foot-blank",
            &[
                ("instrument", input.instrument.as_str().into()),
                ("version", input.version.as_str().into()),
            ],
        )?,
    };
    Ok(Report {
        title: words.with(
            "report-form-title",
            &[("instrument", input.instrument.as_str().into())],
        )?,
        language: words.language(),
        paper: input.paper,
        landscape: false,
        date: input.date,
        head: None,
        foot: (foot, String::new()),
        blocks,
    })
}

/// A statement; with anchors they follow its name in one paragraph, so that thirteen of them fit on one side.
fn statement(item: &FormItem) -> Prose {
    if item.anchors.is_empty() {
        return Prose::plain(Look::Label, item.text.as_str());
    }
    let mut spans = vec![Span::new(Face::SansBold, format!("{}.", item.text))];
    for (value, anchor) in &item.anchors {
        spans.push(Span::new(Face::Sans, "  "));
        spans.push(Span::new(Face::SansBold, format!("{value}\u{A0}")));
        spans.push(Span::new(Face::Sans, anchor.as_str()));
    }
    Prose {
        spans,
        look: Look::Item,
    }
}

fn table(input: &PaperForm, words: &Words) -> Result<Grid, ReportError> {
    let worded = input.scale.iter().any(|(_, label)| !label.is_empty());
    let mut columns = vec![
        Column {
            head: words.get("report-column-number")?,
            width: Width::Points(18.0),
            align: Align::Right,
        },
        Column::words(words.get("report-column-item")?, Width::Share(1.0)),
    ];
    for (value, label) in &input.scale {
        columns.push(Column {
            head: if label.is_empty() {
                value.to_string()
            } else {
                label.clone()
            },
            width: Width::Points(if worded { WORDED } else { NUMBER }),
            align: Align::Middle,
        });
    }
    let mut rows = Vec::new();
    for (at, item) in input.items.iter().enumerate() {
        let parts = vec![statement(item)];
        let mut row = vec![Cell::text((at + 1).to_string()), Cell { parts, ringed: false }];
        row.extend(input.scale.iter().map(|(value, _)| Cell {
            parts: vec![Prose::plain(Look::Label, value.to_string())],
            ringed: true,
        }));
        rows.push(row);
    }
    Ok(Grid {
        columns,
        rows,
        row_head: 1,
        row_height: 26.0,
        tight: false,
        chart: None,
    })
}

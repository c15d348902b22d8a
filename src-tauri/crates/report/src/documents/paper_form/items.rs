//! The items of a form: ratings share a table, everything else has a place of its own to be ringed or written on.

use super::{FormAnswer, FormItem};
use crate::ReportError;
use crate::fonts::Face;
use crate::model::{Align, Block, Cell, Column, Grid, Look, Prose, Width};
use crate::text::Span;
use crate::words::Words;

/// Width of a column that holds a number to be ringed.
const NUMBER: f32 = 26.0;
/// Width of such a column under a head in words.
const WORDED: f32 = 44.0;
/// Height of a row to be ringed.
const ROW: f32 = 26.0;
/// Height of a line to write on.
const LINE: f32 = 24.0;
/// Lines to write on, where several are wanted.
const LINES: usize = 6;

/// The items with their sections, in the order of the sheet.
pub(super) fn blocks(items: &[FormItem], words: &Words) -> Result<Vec<Block>, ReportError> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(first) = items.get(at) {
        if let Some((title, text)) = &first.section {
            blocks.push(Block::Heading(2, title.clone()));
            if !text.is_empty() {
                blocks.push(Block::Text(Prose::plain(Look::Body, text.as_str())));
            }
        }
        if let Some(hint) = &first.hint {
            blocks.push(Block::Text(Prose::bold(Look::Body, hint.as_str())));
        }
        match &first.answer {
            FormAnswer::Rating(scale) => {
                let more = items[at + 1..].iter();
                let more = more.take_while(|item| {
                    item.answer == first.answer && item.section.is_none() && item.hint.is_none()
                });
                let together = 1 + more.count();
                blocks.push(Block::Table(ratings(
                    at,
                    &items[at..at + together],
                    scale,
                    words,
                )?));
                at += together;
            }
            answer => {
                let title = words.with(
                    "report-form-item",
                    &[
                        ("number", (at + 1).to_string().as_str().into()),
                        ("text", first.text.as_str().into()),
                    ],
                )?;
                blocks.push(Block::Heading(3, title));
                blocks.push(place(answer, words)?);
                at += 1;
            }
        }
    }
    Ok(blocks)
}

/// Where the answer to one item goes.
fn place(answer: &FormAnswer, words: &Words) -> Result<Block, ReportError> {
    Ok(match answer {
        FormAnswer::Rating(_) => Block::Text(Prose::plain(Look::Small, "")),
        FormAnswer::One(choices) => Block::Table(choosing(choices, "report-form-ring-one", words)?),
        FormAnswer::Several(choices) => Block::Table(choosing(choices, "report-form-ring-several", words)?),
        FormAnswer::Number { unit, bounds } => {
            let line = "\u{5F}".repeat(14);
            let parts = [line.as_str(), unit.as_str(), bounds.as_str()];
            let there: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            Block::Text(Prose::plain(Look::Label, there.join("\u{A0} ")))
        }
        FormAnswer::Lines { long } => Block::Table(Grid {
            columns: vec![Column::words(words.get("report-form-write")?, Width::Share(1.0))],
            rows: vec![vec![Cell::default()]; if *long { LINES } else { 1 }],
            row_head: 1,
            row_height: LINE,
            tight: false,
            chart: None,
        }),
    })
}

/// Letters to be ringed, one before each choice.
fn choosing(choices: &[(char, String)], how: &str, words: &Words) -> Result<Grid, ReportError> {
    let row = |(letter, text): &(char, String)| {
        let mark = Cell {
            parts: vec![Prose::plain(Look::Label, letter.to_string())],
            ringed: true,
        };
        vec![mark, Cell::text(text.as_str())]
    };
    Ok(Grid {
        columns: vec![
            Column {
                head: words.get("report-column-letter")?,
                width: Width::Points(34.0),
                align: Align::Middle,
            },
            Column::words(words.get(how)?, Width::Share(1.0)),
        ],
        rows: choices.iter().map(row).collect(),
        row_head: 1,
        row_height: 23.0,
        tight: false,
        chart: None,
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

/// Ratings on one scale; `before` items stand above them.
fn ratings(
    before: usize,
    items: &[FormItem],
    scale: &[(u8, String)],
    words: &Words,
) -> Result<Grid, ReportError> {
    let worded = scale.iter().any(|(_, label)| !label.is_empty());
    let mut columns = vec![
        Column {
            head: words.get("report-column-number")?,
            width: Width::Points(18.0),
            align: Align::Right,
        },
        Column::words(words.get("report-column-item")?, Width::Share(1.0)),
    ];
    for (value, label) in scale {
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
    for (at, item) in items.iter().enumerate() {
        let parts = vec![statement(item)];
        let mut row = vec![
            Cell::text((before + at + 1).to_string()),
            Cell { parts, ringed: false },
        ];
        row.extend(scale.iter().map(|(value, _)| Cell {
            parts: vec![Prose::plain(Look::Label, value.to_string())],
            ringed: true,
        }));
        rows.push(row);
    }
    Ok(Grid {
        columns,
        rows,
        row_head: 1,
        row_height: ROW,
        tight: false,
        chart: None,
    })
}

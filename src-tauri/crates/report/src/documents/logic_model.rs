//! The logic model of a program on one sheet: what is put in, what is done, who takes part, what came of it.

use super::{Document, Paper, finish, line, small};
use crate::ReportError;
use crate::model::{Block, Cell, Column, Grid, Look, Prose, Report, Width};
use crate::words::{Date, Words};

/// What the sheet needs.
#[derive(Debug, Clone, PartialEq)]
pub struct LogicModel {
    /// Name of the program.
    pub program: String,
    /// The cohort that is counted; none for the program as a whole.
    pub cohort: Option<String>,
    /// Number of the award that pays for the program.
    pub award: Option<String>,
    /// The day on which it was counted.
    pub date: Date,
    /// The revision in force: number, day, remark.
    pub revision: Option<(u32, Date, String)>,
    /// The situation that the program answers.
    pub situation: String,
    /// The columns, from what is put in to what came of it.
    pub columns: Vec<ModelColumn>,
    /// Sheet size; it lies on its long side.
    pub paper: Paper,
}

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelColumn {
    /// Its head.
    pub head: String,
    /// Its figures.
    pub lines: Vec<ModelLine>,
    /// Words with their counts, under the figures.
    pub shares: Vec<(String, String)>,
}

/// One figure with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelLine {
    /// The figure, or a word where there is none.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// More about it; may be empty.
    pub detail: String,
}

/// Makes the sheet.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names characters that no bundled font has; there is no document then.
pub fn logic_model(input: &LogicModel) -> Result<Document, ReportError> {
    let words = Words::english();
    let counted = words.with("report-model-as-of", &[("date", words.date(input.date)?.into())])?;
    let whose = input.cohort.clone().unwrap_or_else(|| input.program.clone());
    let mut blocks = vec![
        Block::Kicker(words.get("report-model-kicker")?),
        Block::Heading(1, words.get("report-model-heading")?),
    ];
    blocks.extend(line(&[
        Some(input.program.clone()),
        input.cohort.clone(),
        Some(counted),
    ]));
    if !input.situation.is_empty() {
        let situation = input.situation.lines().filter(|line| !line.is_empty());
        blocks.extend(situation.map(|line| Block::Text(Prose::plain(Look::Voice, line))));
    }
    blocks.push(Block::Table(table(input)));
    if let Some((number, date, remark)) = &input.revision {
        let revised = words.with(
            "report-model-revised",
            &[
                ("number", number.to_string().into()),
                ("date", words.date(*date)?.into()),
            ],
        )?;
        blocks.extend(line(&[Some(revised), Some(remark.clone())]));
    }
    blocks.push(small(words.get("report-model-note")?));
    let head = input.award.as_deref();
    let report = Report {
        title: words.with("report-model-title", &[("name", whose.as_str().into())])?,
        language: words.language(),
        paper: input.paper,
        landscape: true,
        date: Some(input.date),
        head: head
            .map(|number| words.with("report-award", &[("number", number.into())]))
            .transpose()?,
        foot: (whose, words.date(input.date)?),
        blocks,
    };
    finish(&report, &words)
}

fn table(input: &LogicModel) -> Grid {
    let columns = &input.columns;
    let cells = input.columns.iter().map(|column| {
        let mut parts = Vec::new();
        for line in &column.lines {
            parts.push(Prose::bold(Look::Label, line.value.as_str()));
            parts.push(Prose::plain(Look::Item, line.label.as_str()));
            if !line.detail.is_empty() {
                parts.push(Prose::plain(Look::Small, line.detail.as_str()));
            }
        }
        let shares = column.shares.iter();
        parts.extend(shares.map(|(name, count)| Prose::plain(Look::Small, format!("{name}  {count}"))));
        Cell { parts, ringed: false }
    });
    Grid {
        columns: columns
            .iter()
            .map(|column| Column::words(column.head.clone(), Width::Share(share(column, columns))))
            .collect(),
        rows: vec![cells.collect()],
        row_head: 0,
        row_height: 0.0,
        tight: false,
        chart: None,
    }
}

/// Columns that say more are wider, so that all are about as high; none below three quarters or above one and a half
/// of an even share.
fn share(column: &ModelColumn, all: &[ModelColumn]) -> f32 {
    let even = all.iter().map(letters).sum::<f32>() / all.len().max(1) as f32;
    (letters(column) / even.max(1.0)).clamp(0.75, 1.5)
}

/// The letters of a column, a line that ends early counted as some more.
fn letters(column: &ModelColumn) -> f32 {
    const LINE: usize = 12;
    let figures = column
        .lines
        .iter()
        .flat_map(|line| [&line.value, &line.label, &line.detail]);
    let texts = figures.chain(column.shares.iter().map(|(name, _)| name));
    texts
        .filter(|text| !text.is_empty())
        .map(|text| (text.chars().count() + LINE) as f32)
        .sum()
}

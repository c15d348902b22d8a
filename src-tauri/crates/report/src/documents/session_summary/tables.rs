//! The tables of the summary: the agenda as it ran, the counts of answers, what to keep and change, decisions.

use super::{Actual, ClosingQuestion, Decision, SessionSummary};
use crate::ReportError;
use crate::documents::small;
use crate::fonts::Face;
use crate::model::{Align, Block, Cell, Column, Grid, Look, Prose, Width};
use crate::text::Span;
use crate::words::Words;

fn numbers(head: String, points: f32) -> Column {
    Column {
        head,
        width: Width::Points(points),
        align: Align::Right,
    }
}

/// A cell in the size of a form, so that much has room.
fn cell(text: impl Into<String>) -> Cell {
    Cell {
        parts: vec![Prose::plain(Look::Item, text)],
        ringed: false,
    }
}

/// The agenda as it ran; a last row with both sums, where every block has both numbers.
pub(super) fn agenda(input: &SessionSummary, words: &Words) -> Result<Grid, ReportError> {
    let mut rows = Vec::new();
    let (mut planned, mut actual) = (Some(0), Some(0));
    for block in &input.blocks {
        let took = match block.actual {
            Actual::Minutes(minutes) => minutes.to_string(),
            Actual::LeftOut => words.get("report-session-left-out")?,
            Actual::NotRecorded => words.get("report-attendance-expected")?,
        };
        let plan = block
            .planned
            .map_or_else(String::new, |minutes| minutes.to_string());
        planned = planned.map(|sum: u32| sum + block.planned.unwrap_or(0));
        actual = match block.actual {
            Actual::Minutes(minutes) => actual.map(|sum: u32| sum + minutes),
            Actual::LeftOut => actual,
            Actual::NotRecorded => None,
        };
        rows.push(vec![
            Cell {
                parts: vec![Prose {
                    spans: vec![Span::new(Face::Mono, block.start.as_str())],
                    look: Look::Item,
                }],
                ringed: false,
            },
            cell(block.title.as_str()),
            cell(plan),
            cell(took),
        ]);
    }
    if let (Some(planned), Some(actual)) = (planned, actual)
        && input.blocks.len() > 1
    {
        rows.push(vec![
            Cell::default(),
            cell(words.get("report-column-total")?),
            cell(planned.to_string()),
            cell(actual.to_string()),
        ]);
    }
    Ok(Grid {
        columns: vec![
            Column::words(words.get("report-column-time")?, Width::Points(36.0)),
            Column::words(words.get("report-column-block")?, Width::Share(1.0)),
            numbers(words.get("report-session-planned")?, 62.0),
            numbers(words.get("report-session-actual")?, 72.0),
        ],
        rows,
        row_head: 1,
        row_height: 0.0,
        tight: true,
        chart: None,
    })
}

/// Questions with the same options stand in one table, the options as its columns.
pub(super) fn questions(
    blocks: &mut Vec<Block>,
    questions: &[ClosingQuestion],
    words: &Words,
) -> Result<(), ReportError> {
    blocks.push(Block::Heading(3, words.get("report-session-questions")?));
    if questions.is_empty() {
        blocks.push(small(words.get("report-session-questions-none")?));
    }
    let options = |question: &ClosingQuestion| -> Vec<String> {
        question.options.iter().map(|(name, _)| name.clone()).collect()
    };
    let mut withheld = false;
    for group in questions.chunk_by(|a, b| options(a) == options(b)) {
        let mut columns = vec![Column::words(
            words.get("report-session-question")?,
            Width::Share(2.6),
        )];
        let heads = group.first().map(options).unwrap_or_default();
        columns.extend(heads.into_iter().map(|head| Column {
            head,
            width: Width::Share(1.0),
            align: Align::Right,
        }));
        columns.push(numbers(words.get("figure-likert-silent")?, 52.0));
        let mut rows = Vec::new();
        for question in group {
            let counts = question.options.iter().map(|(_, count)| *count);
            let mut row = vec![cell(question.text.as_str())];
            for count in counts.chain([question.silent]) {
                withheld |= count.is_none();
                row.push(cell(match count {
                    Some(count) => count.to_string(),
                    None => words.get("report-no-value")?,
                }));
            }
            rows.push(row);
        }
        blocks.push(Block::Table(Grid {
            columns,
            rows,
            row_head: 0,
            row_height: 0.0,
            tight: true,
            chart: None,
        }));
    }
    if withheld {
        blocks.push(small(words.get("figure-withheld")?));
    }
    Ok(())
}

/// What to keep beside what to change, each as it was said.
pub(super) fn voices(input: &SessionSummary, words: &Words) -> Result<Grid, ReportError> {
    let (mut columns, mut row) = (Vec::new(), Vec::new());
    for (id, voices) in [("keep", &input.keep), ("change", &input.change)] {
        columns.push(Column::words(
            words.get(&format!("report-session-{id}"))?,
            Width::Share(1.0),
        ));
        let mut parts = Vec::new();
        for voice in voices {
            let said = words.with("report-session-said", &[("text", voice.text.as_str().into())])?;
            parts.push(Prose::plain(Look::Voice, said));
            let source = voice.source.as_deref();
            parts.extend(source.map(|source| Prose::plain(Look::Small, source)));
        }
        if voices.is_empty() {
            parts.push(Prose::plain(Look::Small, words.get("report-session-said-none")?));
        }
        row.push(Cell { parts, ringed: false });
    }
    Ok(Grid {
        columns,
        rows: vec![row],
        // Neither side names the other.
        row_head: usize::MAX,
        row_height: 0.0,
        tight: true,
        chart: None,
    })
}

/// What was decided, who sees to it and by when.
pub(super) fn decisions(decisions: &[Decision], words: &Words) -> Result<Grid, ReportError> {
    let mut rows = Vec::new();
    for decision in decisions {
        let due = decision.due.map(|date| words.date(date)).transpose()?;
        rows.push(vec![
            cell(decision.text.as_str()),
            cell(match &decision.owner {
                Some(owner) => owner.clone(),
                None => words.get("report-session-owner-none")?,
            }),
            cell(due.map_or_else(|| words.get("report-session-due-none"), Ok)?),
        ]);
    }
    Ok(Grid {
        columns: vec![
            Column::words(words.get("report-session-decision")?, Width::Share(2.2)),
            Column::words(words.get("report-session-owner")?, Width::Share(1.0)),
            Column::words(words.get("report-session-due")?, Width::Points(86.0)),
        ],
        rows,
        row_head: 0,
        row_height: 0.0,
        tight: true,
        chart: None,
    })
}

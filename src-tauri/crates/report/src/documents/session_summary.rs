//! What a session came to, on one page: who was there, the agenda as it ran, answers, decisions.

use super::session::SessionHead;
use super::{Document, led, line, small};
use crate::ReportError;
use crate::model::{Align, Block, Cell, Column, Grid, Look, Prose, Width};
use crate::words::{Date, Words};

/// What the summary needs.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionSummary {
    /// The session.
    pub head: SessionHead,
    /// Who was there; `None` while nobody noted it.
    pub attended: Option<u32>,
    /// Who was invited.
    pub invited: Option<u32>,
    /// What it was for.
    pub purpose: Option<String>,
    /// The blocks in the order in which they ran.
    pub blocks: Vec<RunBlock>,
    /// Questions that were answered at the end.
    pub questions: Vec<ClosingQuestion>,
    /// What people want to keep, in their words.
    pub keep: Vec<Voice>,
    /// What people want changed.
    pub change: Vec<Voice>,
    /// What was decided.
    pub decisions: Vec<Decision>,
    /// The session after this one.
    pub next: Option<NextSession>,
}

/// A block as it was planned and as it ran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunBlock {
    /// Local time at which it began, or was planned to, e.g. "09:20".
    pub start: String,
    /// Title.
    pub title: String,
    /// Planned length in minutes; `None` for a fixed point.
    pub planned: Option<u32>,
    /// Length in minutes as it ran.
    pub actual: Actual,
}

/// How long a block took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actual {
    /// So many minutes.
    Minutes(u32),
    /// It was left out.
    LeftOut,
    /// Nobody kept the time.
    NotRecorded,
}

/// A question with the counts of its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosingQuestion {
    /// The question.
    pub text: String,
    /// The options and how many chose each, in the order of the sheet; `None` for a count that is withheld.
    pub options: Vec<(String, Option<u32>)>,
    /// How many gave no answer.
    pub silent: Option<u32>,
}

/// Somebody's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// The words.
    pub text: String,
    /// Who said them, as far as it may be told.
    pub source: Option<String>,
}

/// Something that was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What.
    pub text: String,
    /// Who sees to it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Date>,
}

/// The session after this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextSession {
    /// Its title.
    pub title: String,
    /// Its day.
    pub date: Date,
    /// Local time at which it begins.
    pub starts: Option<String>,
    /// Where.
    pub place: Option<String>,
}

/// Makes the summary.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names characters that no bundled font has; there is no document then.
pub fn session_summary(input: &SessionSummary) -> Result<Document, ReportError> {
    let words = Words::english();
    let mut blocks = input.head.begin("report-session-kicker", &words)?;
    // The cohort and who was there share a line: the summary has one page.
    blocks.pop();
    blocks.extend(line(&[
        Some(input.head.cohort.clone()),
        Some(attendance(input, &words)?),
    ]));
    if let Some(purpose) = &input.purpose {
        let label = format!("{}:", words.get("report-agenda-purpose")?);
        blocks.push(Block::Text(led(Look::Body, &label, purpose)));
    }
    blocks.push(Block::Heading(3, words.get("report-session-agenda")?));
    blocks.push(if input.blocks.is_empty() {
        small(words.get("report-session-agenda-none")?)
    } else {
        Block::Table(agenda(input, &words)?)
    });
    questions(&mut blocks, &input.questions, &words)?;
    blocks.push(if input.keep.is_empty() && input.change.is_empty() {
        small(words.get("report-session-voices-none")?)
    } else {
        Block::Table(voices(input, &words)?)
    });
    blocks.push(Block::Heading(3, words.get("report-session-decisions")?));
    blocks.push(if input.decisions.is_empty() {
        small(words.get("report-session-decisions-none")?)
    } else {
        Block::Table(decisions(&input.decisions, &words)?)
    });
    blocks.push(Block::Text(next(input.next.as_ref(), &words)?));
    input.head.end("report-session-title", blocks, &words)
}

fn attendance(input: &SessionSummary, words: &Words) -> Result<String, ReportError> {
    match (input.attended, input.invited) {
        (Some(attended), Some(invited)) => words.with(
            "report-session-attended-of",
            &[("attended", attended.into()), ("invited", invited.into())],
        ),
        (Some(attended), None) => words.with("report-session-attended", &[("attended", attended.into())]),
        (None, Some(invited)) => words.with("report-session-invited", &[("invited", invited.into())]),
        (None, None) => words.get("report-session-attendance-none"),
    }
}

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
fn agenda(input: &SessionSummary, words: &Words) -> Result<Grid, ReportError> {
    let mut rows = Vec::new();
    let (mut planned, mut actual) = (Some(0), Some(0));
    for block in &input.blocks {
        let took = match block.actual {
            Actual::Minutes(minutes) => minutes.to_string(),
            Actual::LeftOut => words.get("report-session-left-out")?,
            Actual::NotRecorded => words.get("report-attendance-expected")?,
        };
        let plan = block.planned.map_or_else(String::new, |minutes| minutes.to_string());
        planned = planned.map(|sum: u32| sum + block.planned.unwrap_or(0));
        actual = match block.actual {
            Actual::Minutes(minutes) => actual.map(|sum: u32| sum + minutes),
            Actual::LeftOut => actual,
            Actual::NotRecorded => None,
        };
        rows.push(vec![
            Cell::mono(block.start.as_str()),
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
fn questions(
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
fn voices(input: &SessionSummary, words: &Words) -> Result<Grid, ReportError> {
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

fn decisions(decisions: &[Decision], words: &Words) -> Result<Grid, ReportError> {
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

fn next(next: Option<&NextSession>, words: &Words) -> Result<Prose, ReportError> {
    let label = format!("{}:", words.get("report-session-next")?);
    let Some(next) = next else {
        return Ok(led(Look::Body, &label, &words.get("report-session-next-none")?));
    };
    let when = match &next.starts {
        Some(starts) => format!("{}, {starts}", words.date(next.date)?),
        None => words.date(next.date)?,
    };
    let parts = [Some(next.title.clone()), Some(when), next.place.clone()];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Ok(led(Look::Body, &label, &parts.join(" · ")))
}

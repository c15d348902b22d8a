//! What a session came to, on one page: who was there, the agenda as it ran, answers, decisions.

mod tables;

use super::session::SessionHead;
use super::{Document, led, line, small};
use crate::ReportError;
use crate::model::{Block, Look, Prose};
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
        Block::Table(tables::agenda(input, &words)?)
    });
    tables::questions(&mut blocks, &input.questions, &words)?;
    blocks.push(if input.keep.is_empty() && input.change.is_empty() {
        small(words.get("report-session-voices-none")?)
    } else {
        Block::Table(tables::voices(input, &words)?)
    });
    blocks.push(Block::Heading(3, words.get("report-session-decisions")?));
    blocks.push(if input.decisions.is_empty() {
        small(words.get("report-session-decisions-none")?)
    } else {
        Block::Table(tables::decisions(&input.decisions, &words)?)
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

//! What a coach reads before a meeting: who comes, how they stand, what waits for an answer.

mod blocks;

use super::participant::{NextStep, ProjectUpdate};
use super::{Document, Paper, finish, line, small};
use crate::ReportError;
use crate::figures::Dumbbell;
use crate::model::{Block, Report};
use crate::words::{Date, Words};

/// What the brief needs.
#[derive(Debug, Clone, PartialEq)]
pub struct CoachBrief {
    /// Display name of the cohort.
    pub cohort: String,
    /// Name of the facility that runs it.
    pub facility: String,
    /// Number of the award that pays for the program.
    pub award: Option<String>,
    /// The coach's name.
    pub coach: String,
    /// The day of the meeting, if one is fixed.
    pub meeting: Option<Date>,
    /// The day of the data.
    pub as_of: Date,
    /// Sheet size.
    pub paper: Paper,
    /// Whom the coach accompanies, in order of the code.
    pub participants: Vec<BriefParticipant>,
}

/// One participant.
#[derive(Debug, Clone, PartialEq)]
pub struct BriefParticipant {
    /// Participant code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Sector, level, institution and the like, in the order they are shown.
    pub identity: Vec<String>,
    /// Ratings; `None` while there is no sheet.
    pub ratings: Option<Dumbbell>,
    /// The project.
    pub project: Option<BriefProject>,
    /// What the participant asked or sent, and nobody answered yet, the oldest first.
    pub waiting: Vec<Waiting>,
    /// What was agreed, the nearest first.
    pub next_steps: Vec<NextStep>,
}

/// How a project stands.
#[derive(Debug, Clone, PartialEq)]
pub struct BriefProject {
    /// Its title.
    pub title: String,
    /// Status in plain words, e.g. "On course".
    pub status: Option<String>,
    /// Milestones reached.
    pub reached: u32,
    /// All milestones.
    pub milestones: u32,
    /// Milestones that are overdue: title and planned day.
    pub overdue: Vec<(String, Date)>,
    /// The next milestone that is not overdue: title and planned day.
    pub coming: Option<(String, Date)>,
    /// The latest news.
    pub news: Option<ProjectUpdate>,
}

/// Something that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Since when.
    pub since: Option<Date>,
    /// What was asked.
    pub text: String,
}

/// Makes the brief: a first page with everybody, then a block for each.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names characters that no bundled font has; there is no document then.
pub fn coach_brief(input: &CoachBrief) -> Result<Document, ReportError> {
    let words = Words::english();
    let mut content = opening(input, &words)?;
    if input.participants.is_empty() {
        content.push(small(words.get("report-brief-nobody")?));
    } else {
        content.push(Block::Table(blocks::overview(&input.participants, &words)?));
        content.push(Block::PageBreak);
    }
    for participant in &input.participants {
        blocks::participant(&mut content, participant, &words)?;
    }
    let as_of = words.date(input.as_of)?;
    let head = input.award.as_deref();
    let report = Report {
        title: words.with("report-brief-title", &[("coach", input.coach.as_str().into())])?,
        language: words.language(),
        paper: input.paper,
        landscape: false,
        date: Some(input.as_of),
        head: head
            .map(|number| words.with("report-award", &[("number", number.into())]))
            .transpose()?,
        foot: (
            input.cohort.clone(),
            words.with("report-as-of", &[("date", as_of.into())])?,
        ),
        blocks: content,
    };
    finish(&report, &words)
}

fn opening(input: &CoachBrief, words: &Words) -> Result<Vec<Block>, ReportError> {
    let heading = match input.meeting {
        Some(day) => words.with("report-brief-heading", &[("date", words.date(day)?.into())])?,
        None => words.get("report-brief-heading-open")?,
    };
    let coach = words.with(
        "report-participant-coach",
        &[("name", input.coach.as_str().into())],
    )?;
    let mut content = vec![
        Block::Kicker(words.get("report-brief-kicker")?),
        Block::Heading(1, heading),
    ];
    content.extend(line(&[
        Some(coach),
        Some(input.cohort.clone()),
        Some(input.facility.clone()),
    ]));
    let waiting: usize = input.participants.iter().map(|one| one.waiting.len()).sum();
    let args = [
        ("people", input.participants.len().into()),
        ("waiting", waiting.into()),
    ];
    content.extend(line(&[Some(words.with("report-brief-count", &args)?)]));
    Ok(content)
}

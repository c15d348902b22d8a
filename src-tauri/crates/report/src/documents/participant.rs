//! The participant summary: two pages that a participant takes home.

mod sections;

use super::{Document, finish, line, small};
use crate::ReportError;
use crate::documents::Paper;
use crate::figures::{AttendanceMark, Dumbbell, Milestone, tally};
use crate::layout::content_width;
use crate::model::{Block, Key, Report};
use crate::words::{Date, Words};

/// So many sessions have room on the first page, below the ratings.
const BESIDE_RATINGS: usize = 6;

/// Everything the summary says about one person in one cohort.
#[derive(Debug, Clone, PartialEq)]
pub struct ParticipantSummary {
    /// Display name of the cohort, e.g. "Prairie State cohort, 2026–27".
    pub cohort: String,
    /// Name of the facility that runs it.
    pub facility: String,
    /// Number of the award that pays for the program; stands at the top of each page.
    pub award: Option<String>,
    /// Participant code, e.g. "N01".
    pub code: String,
    /// The person's name.
    pub name: String,
    /// Sector, level, institution and the like, in the order they are shown.
    pub identity: Vec<String>,
    /// The coach's name.
    pub coach: Option<String>,
    /// The day of the data: the last change that the summary shows.
    pub as_of: Date,
    /// Sheet size.
    pub paper: Paper,
    /// Ratings; `None` while there is no sheet.
    pub ratings: Option<Dumbbell>,
    /// Sentences that people wrote about the ratings.
    pub stands_out: Vec<String>,
    /// The project.
    pub project: Option<ProjectSummary>,
    /// The cohort's sessions in order of date.
    pub attendance: Vec<AttendanceMark>,
    /// Lessons applied, the latest first.
    pub lessons: Vec<Lesson>,
    /// Next steps in the participant's words.
    pub next_steps: Vec<NextStep>,
    /// The coach's notes that are meant for the participant.
    pub coach_notes: Vec<CoachNote>,
}

/// A project, as the summary shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectSummary {
    /// Its title.
    pub title: String,
    /// One or two sentences: the problem and who benefits.
    pub sentence: Option<String>,
    /// Status in plain words, e.g. "On course".
    pub status: Option<String>,
    /// Its milestones.
    pub milestones: Vec<Milestone>,
    /// Its updates, the latest first. All are drawn as ticks, the first three are printed.
    pub updates: Vec<ProjectUpdate>,
}

/// A dated update.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectUpdate {
    /// The day it tells of.
    pub date: Date,
    /// What was written.
    pub text: String,
    /// Pieces of evidence attached.
    pub evidence: u32,
}

/// Something learnt in the program and used at work.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// What changed.
    pub what: String,
    /// The session or block it came from.
    pub source: Option<String>,
    /// The competency it belongs to.
    pub competency: Option<String>,
}

/// Something the participant means to do.
#[derive(Debug, Clone, PartialEq)]
pub struct NextStep {
    /// The step.
    pub text: String,
    /// By when.
    pub due: Option<Date>,
}

/// A coach's note.
#[derive(Debug, Clone, PartialEq)]
pub struct CoachNote {
    /// The day it was written.
    pub date: Date,
    /// Who wrote it.
    pub author: String,
    /// The words.
    pub text: String,
}

/// Makes the summary.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names characters that no bundled font has; there is no document then.
pub fn participant_summary(input: &ParticipantSummary) -> Result<Document, ReportError> {
    let words = Words::english();
    let width = content_width(input.paper);
    let mut blocks = Vec::new();
    opening(&mut blocks, input, &words)?;
    sections::ratings(&mut blocks, input, width, &words)?;
    let beside = input.attendance.len() <= BESIDE_RATINGS;
    if beside {
        sections::attendance(&mut blocks, input, width, &words)?;
    }
    if input.ratings.is_some() {
        blocks.push(Block::PageBreak);
    }
    sections::project(&mut blocks, input, width, &words)?;
    if !beside {
        sections::attendance(&mut blocks, input, width, &words)?;
    }
    sections::lessons(&mut blocks, input, &words)?;
    sections::steps(&mut blocks, input, &words)?;
    sections::notes(&mut blocks, input, &words)?;
    let as_of = words.date(input.as_of)?;
    let report = Report {
        title: words.with(
            "report-participant-title",
            &[("name", input.name.as_str().into())],
        )?,
        language: words.language(),
        paper: input.paper,
        landscape: false,
        date: Some(input.as_of),
        head: award(input, &words)?,
        foot: (
            input.cohort.clone(),
            words.with("report-as-of", &[("date", as_of.into())])?,
        ),
        blocks,
    };
    finish(&report, &words)
}

fn award(input: &ParticipantSummary, words: &Words) -> Result<Option<String>, ReportError> {
    let number = input.award.as_deref();
    number
        .map(|number| words.with("report-award", &[("number", number.into())]))
        .transpose()
}

fn opening(blocks: &mut Vec<Block>, input: &ParticipantSummary, words: &Words) -> Result<(), ReportError> {
    blocks.push(Block::Kicker(words.get("report-participant-kicker")?));
    blocks.push(Block::Heading(1, input.name.clone()));
    let code = words.with("report-participant-code", &[("code", input.code.as_str().into())])?;
    blocks.extend(line(&[Some(code), Some(input.identity.join(" · "))]));
    let coach = input.coach.as_deref();
    let coach = coach
        .map(|name| words.with("report-participant-coach", &[("name", name.into())]))
        .transpose()?;
    blocks.extend(line(&[
        Some(input.cohort.clone()),
        Some(input.facility.clone()),
        coach,
    ]));
    if let Some(award) = award(input, words)? {
        blocks.push(small(award));
    }
    let keys = keys(input, words)?;
    if keys.len() > 1 {
        blocks.push(Block::Keys(keys.into_iter().map(Key::from).collect()));
    }
    Ok(())
}

fn keys(input: &ParticipantSummary, words: &Words) -> Result<Vec<(String, String)>, ReportError> {
    let of = |part: usize, whole: usize| {
        words.with(
            "report-participant-key-of",
            &[("part", part.into()), ("whole", whole.into())],
        )
    };
    let held = input.attendance.iter().filter(|mark| mark.status.noted());
    let there = held.clone().filter(|mark| mark.status.attended()).count();
    let held = held.count();
    let mut keys = Vec::new();
    if held > 0 {
        keys.push((of(there, held)?, words.get("report-participant-key-sessions")?));
    }
    if let Some(ratings) = input.ratings.as_ref().filter(|ratings| ratings.after.is_some()) {
        let count = tally(&ratings.rows);
        keys.push((
            of(count.up, count.paired())?,
            words.get("report-participant-key-competencies")?,
        ));
    }
    if let Some(project) = input
        .project
        .as_ref()
        .filter(|project| !project.milestones.is_empty())
    {
        let done = project
            .milestones
            .iter()
            .filter(|milestone| milestone.done.is_some())
            .count();
        keys.push((
            of(done, project.milestones.len())?,
            words.get("report-participant-key-milestones")?,
        ));
    }
    let lessons = input.lessons.len();
    let label = words.with("report-participant-key-lessons", &[("count", lessons.into())])?;
    keys.push((lessons.to_string(), label));
    Ok(keys)
}

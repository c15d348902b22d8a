//! The participant summary: two pages that a participant takes home.

use crate::documents::Paper;
use crate::figures::{AttendanceMark, Dumbbell, Milestone};
use crate::words::Date;

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

//! Real-world projects: what participants change at work, how far they are, and what they used from the program.
//!
//! A [`Project`] has a charter and one or more people. [`Milestone`]s lie on its line, dated [`Update`]s say in
//! plain words how it goes, [`Evidence`] supports an update or the project as a whole, and a [`Lesson`] ties
//! what was learnt to what changed. A [`NextStep`] is what one person means to do.

mod evidence;
mod milestone;
mod progress;

pub use evidence::{
    Attachment, BadLink, CHUNK, Content, Evidence, EvidenceKind, LARGEST, check_link, harmless_name, media_of,
};
pub use milestone::{Milestone, MilestoneState, move_milestone, next_milestone, next_position};
pub use progress::{News, ProjectStatus, STALE_AFTER, Update, chain, current, doubles, news};

use chrono::NaiveDate;

use crate::ids::{BlockId, CohortId, LessonId, NextStepId, PersonId, ProjectId, SessionId};

/// A participant's project and its charter. Empty text means not written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its id.
    pub id: ProjectId,
    /// The cohort whose participants work on it.
    pub cohort: CohortId,
    /// Its title.
    pub title: String,
    /// What is to be changed.
    pub problem: String,
    /// Who is better off when it succeeds.
    pub beneficiaries: String,
    /// Where it takes place.
    pub institution: String,
    /// Who backs it there.
    pub sponsor: String,
    /// How anybody can tell that it succeeded.
    pub success: String,
    /// The day the charter was agreed.
    pub agreed: Option<NaiveDate>,
}

/// Something learnt in the program and used in a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Its id.
    pub id: LessonId,
    /// The project in which something changed.
    pub project: ProjectId,
    /// Who learnt it.
    pub person: PersonId,
    /// The session it came from.
    pub session: Option<SessionId>,
    /// The block of that session.
    pub block: Option<BlockId>,
    /// The competency it works through: its key, or a name that no framework has; may be empty.
    pub competency: String,
    /// What changed.
    pub what: String,
    /// The day it was told.
    pub date: NaiveDate,
}

/// Something that a participant means to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// Its id.
    pub id: NextStepId,
    /// The cohort in which it was said.
    pub cohort: CohortId,
    /// Who means to do it.
    pub person: PersonId,
    /// The step, in their words.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The day it was done.
    pub done: Option<NaiveDate>,
}

//! What crosses to the window of a cohort at a glance. Days are `YYYY-MM-DD`, ids text.

use nexus_domain::assessments::Moment;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CohortLine, MixView};
use crate::sessions::SessionLine;

/// A cohort at a glance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct HomeView {
    /// The cohort itself.
    pub cohort: CohortLine,
    /// Name of its program.
    pub program: String,
    /// Of its people, who withdrew or moved and did not come back.
    pub left: u32,
    /// The day it is at the facility, `YYYY-MM-DD`.
    pub today: String,
    /// Its sessions, the earliest first.
    pub sessions: Vec<SessionLine>,
    /// When its assessments are to be answered, the earliest moment first.
    pub windows: Vec<WindowView>,
    /// How far it is: at most four counts of people.
    pub meters: Vec<MeterView>,
    /// The session that runs or comes next.
    pub next: Option<NextView>,
    /// Who is in it, by sector (rows) and level (columns).
    pub mix: MixView,
    /// What needs somebody's attention, the most urgent first.
    pub attention: Vec<AttentionGroup>,
}

/// Something that each person of a cohort does once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MeterView {
    /// What is counted; its words are `meter-<label>`.
    pub label: String,
    /// People or projects for whom it is done.
    pub done: u32,
    /// All of them.
    pub of: u32,
    /// Of the others, people who left; nothing is missing from them.
    pub left: u32,
}

/// The days in which an assessment is to be answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WindowView {
    /// Id of the occasion.
    pub id: String,
    /// The moment.
    pub moment: Moment,
    /// Title of the instrument; empty for the self-assessment, whose moment says enough.
    pub title: String,
    /// First day.
    pub opens: String,
    /// Last day.
    pub due: String,
}

/// The session that runs or comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NextView {
    /// The session.
    pub session: SessionLine,
    /// Its first blocks.
    pub blocks: Vec<NextBlock>,
    /// How many more there are.
    pub more: u32,
    /// Minutes until it starts, on its day; negative once that has passed.
    pub minutes: Option<i32>,
}

/// A block in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NextBlock {
    /// Its id.
    pub id: String,
    /// When it starts, `HH:MM`.
    pub starts: String,
    /// Its title.
    pub title: String,
}

/// Why people need attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum AttentionKind {
    /// They have no sheet of an occasion that is over or closes within a week.
    Sheets,
    /// There is no news of their projects.
    Projects,
    /// They were absent from the last session and did not say why.
    Absent,
}

/// People with the same matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AttentionGroup {
    /// The matter.
    pub kind: AttentionKind,
    /// Id of the occasion or session it is about; empty for projects.
    pub record: String,
    /// The moment of the occasion.
    pub moment: Option<Moment>,
    /// Last day of the occasion.
    pub day: Option<String>,
    /// Days without news after which a project counts.
    pub days: u32,
    /// Title of the session, or of the instrument where it is not the self-assessment.
    pub matter: String,
    /// The people, in the order of their codes, or those who wait longest first.
    pub people: Vec<AttentionLine>,
}

/// One person with a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AttentionLine {
    /// Id of the person.
    pub person: String,
    /// Participant code.
    pub code: String,
    /// Their name.
    pub name: String,
    /// More about it, e.g. the title of the project.
    pub matter: String,
    /// For how many days.
    pub days: Option<u32>,
}

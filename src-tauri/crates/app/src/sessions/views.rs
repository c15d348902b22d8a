//! What crosses to the user interface about sessions. Ids and instants are text (RFC 3339, UTC), local times
//! `HH:MM`, days `YYYY-MM-DD`.

use nexus_domain::sessions::agenda::AgendaMatter;
use nexus_domain::sessions::{SessionState, Tally};
use serde::{Deserialize, Serialize};
use specta::Type;

/// One session in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SessionLine {
    /// Its id.
    pub id: String,
    /// Id of its cohort.
    pub cohort: String,
    /// Its number in the cohort, by date, from 1.
    pub number: u32,
    /// Presence of the cohort and number, e.g. `PSC 26–27 S1`.
    pub mark: String,
    /// Its title.
    pub title: String,
    /// Where it takes place.
    pub place: String,
    /// The zone of its times.
    pub zone: String,
    /// Its day.
    pub date: String,
    /// Planned start.
    pub starts: String,
    /// Planned end.
    pub ends: String,
    /// How many blocks it has.
    pub blocks: u32,
    /// How far it is.
    pub state: SessionState,
    /// When it really began.
    pub began: Option<String>,
    /// When it really ended.
    pub ended: Option<String>,
    /// Who came.
    pub tally: Tally,
    /// How many people the tally counts.
    pub enrolled: u32,
}

/// The sessions of a cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SessionsView {
    /// The earliest first.
    pub sessions: Vec<SessionLine>,
    /// The day at the facility.
    pub today: String,
    /// The session that runs or comes next.
    pub next: Option<String>,
    /// The facility's zone, for a new session.
    pub zone: String,
    /// The facility's name, for a new session.
    pub facility: String,
}

/// A session as planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SessionView {
    /// The session itself.
    pub session: SessionLine,
    /// Name of its cohort.
    pub cohort_name: String,
    /// Its blocks in order.
    pub blocks: Vec<BlockView>,
    /// Names of the competencies to choose from.
    pub competencies: Vec<String>,
    /// Minutes by which blocks run into locked ones, in all.
    pub over: u32,
}

/// A block as planned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BlockView {
    /// Its id; in a preview, the number of its line.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Planned start.
    pub starts: String,
    /// Planned end.
    pub ends: String,
    /// Planned minutes; none for a point in time.
    pub minutes: Option<u32>,
    /// Whether nothing may move it.
    pub locked: bool,
    /// Whether it can be left out when time is short.
    pub optional: bool,
    /// Names of the competencies that it works on.
    pub competencies: Vec<String>,
    /// What the facilitator says or does.
    pub instructions: String,
    /// Minutes by which the blocks before run into this locked one.
    pub over: u32,
    /// Minutes left free before this locked one.
    pub free: u32,
    /// Whether it has begun, so that it no longer moves.
    pub begun: bool,
    /// The module that it was made from.
    pub origin: Option<BlockOriginView>,
}

/// The module that a block was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BlockOriginView {
    /// Id of the module.
    pub module: String,
    /// Title of the version.
    pub title: String,
    /// Number of the version.
    pub number: u32,
    /// Number of the version to use today, if that is a later one.
    pub newer: Option<u32>,
    /// Whether the module is here and not in the bin.
    pub here: bool,
}

/// What an agenda as text says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AgendaPreview {
    /// Title in the heading.
    pub title: String,
    /// Facility in the heading.
    pub facility: String,
    /// Zone in the heading, if it is known.
    pub zone: Option<String>,
    /// The blocks, with times computed anew.
    pub blocks: Vec<BlockView>,
    /// What could not be read, or does not add up, by line.
    pub problems: Vec<AgendaProblemView>,
    /// Competencies that no name of the framework is meant by; they are kept as written.
    pub unknown_competencies: Vec<String>,
}

/// Something about a line of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AgendaProblemView {
    /// Where, from 1.
    pub line: u32,
    /// What is the matter.
    pub matter: AgendaMatter,
    /// What was found.
    pub found: String,
    /// Whether the line is left out.
    pub left_out: bool,
}

/// A session as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SessionInput {
    /// Title.
    pub title: String,
    /// Place; the facility if empty.
    pub place: String,
    /// Zone; the facility's if empty.
    pub zone: String,
    /// Day.
    pub date: String,
    /// Start.
    pub starts: String,
}

/// A field of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum SessionField {
    /// Title.
    Title,
    /// Place.
    Place,
    /// Zone.
    Zone,
    /// Day.
    Date,
    /// Start.
    Starts,
}

/// A block as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BlockInput {
    /// Title.
    pub title: String,
    /// Minutes; none for a point in time.
    pub minutes: Option<u32>,
    /// Whether it is locked where it comes to stand.
    pub locked: bool,
    /// Whether it can be left out.
    pub optional: bool,
    /// Names of competencies.
    pub competencies: Vec<String>,
    /// What the facilitator says or does.
    pub instructions: String,
}

/// A field of a block, and how its value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum BlockField {
    /// Title.
    Title,
    /// Minutes, 1 to 1,440; empty for a point in time, which is locked.
    Minutes,
    /// `true` locks it where it stands, `HH:MM` at another time; empty or `false` unlocks it.
    Locked,
    /// `true` or `false`.
    Optional,
    /// One name a line.
    Competencies,
    /// What the facilitator says or does; may have several lines.
    Instructions,
}

//! The agenda of a session, for the wall and the hand.

use crate::documents::Paper;
use crate::words::Date;

/// What the agenda needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Agenda {
    /// Display name of the cohort.
    pub cohort: String,
    /// Number of the award that pays for the program.
    pub award: Option<String>,
    /// The session's title.
    pub session: String,
    /// Its day.
    pub date: Date,
    /// Where it takes place.
    pub place: Option<String>,
    /// Who leads it.
    pub facilitator: Option<String>,
    /// What it is for.
    pub purpose: Option<String>,
    /// Sheet size.
    pub paper: Paper,
    /// The blocks in order.
    pub blocks: Vec<AgendaBlock>,
}

/// One block.
#[derive(Debug, Clone, PartialEq)]
pub struct AgendaBlock {
    /// Planned start, local, e.g. "09:20".
    pub start: String,
    /// Planned length; `None` for a fixed point such as the close.
    pub minutes: Option<u32>,
    /// Title.
    pub title: String,
    /// Names of the competencies it serves.
    pub competencies: Vec<String>,
    /// Whether its time is fixed.
    pub locked: bool,
    /// Whether it may be left out.
    pub optional: bool,
}

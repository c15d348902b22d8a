//! What can be exported, and how.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum DataKind {
    /// Who is in a cohort.
    People,
    /// What people allow.
    Consent,
    /// Who came to which session.
    Attendance,
    /// Sessions as planned and as they were.
    Sessions,
    /// Blocks of sessions.
    Agendas,
    /// Every sheet that counts, item by item.
    Responses,
    /// How often each answer was given.
    Results,
    /// Baseline and end held together.
    Changes,
    /// Projects with their charters.
    Projects,
    /// Milestones of projects.
    Milestones,
    /// News of projects.
    Updates,
    /// Evidence of projects.
    Evidence,
    /// Lessons applied.
    Lessons,
    /// Next steps of participants.
    Steps,
    /// Hours of those who carry a program.
    Hours,
    /// Institutions that work with a program.
    Partners,
    /// Evidence under outcomes.
    Outcomes,
    /// Dated figures of institutions.
    Figures,
    /// When cohorts are asked again.
    FollowUps,
    /// Whom a program reaches.
    Reach,
    /// All of these, or all records as they are stored.
    Everything,
}

impl DataKind {
    /// Every kind, each table once and everything last.
    pub const ALL: [Self; 21] = [
        Self::People,
        Self::Consent,
        Self::Attendance,
        Self::Sessions,
        Self::Agendas,
        Self::Responses,
        Self::Results,
        Self::Changes,
        Self::Projects,
        Self::Milestones,
        Self::Updates,
        Self::Evidence,
        Self::Lessons,
        Self::Steps,
        Self::Hours,
        Self::Partners,
        Self::Outcomes,
        Self::Figures,
        Self::FollowUps,
        Self::Reach,
        Self::Everything,
    ];

    /// The word by which terminals and files name it.
    pub fn key(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Consent => "consent",
            Self::Attendance => "attendance",
            Self::Sessions => "sessions",
            Self::Agendas => "agendas",
            Self::Responses => "responses",
            Self::Results => "results",
            Self::Changes => "changes",
            Self::Projects => "projects",
            Self::Milestones => "milestones",
            Self::Updates => "updates",
            Self::Evidence => "evidence",
            Self::Lessons => "lessons",
            Self::Steps => "steps",
            Self::Hours => "hours",
            Self::Partners => "partners",
            Self::Outcomes => "outcomes",
            Self::Figures => "figures",
            Self::FollowUps => "follow-ups",
            Self::Reach => "reach",
            Self::Everything => "everything",
        }
    }

    /// The kind of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The kinds that are one table.
    pub fn tables() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|kind| *kind != Self::Everything)
    }
}

/// The kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum DataFormat {
    /// Comma-separated values, with a second file that says what the columns mean.
    Csv,
    /// A workbook, which says that on a sheet of its own.
    Xlsx,
    /// JSON Lines, whose first line says that.
    Jsonl,
}

impl DataFormat {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Jsonl];

    /// The word by which terminals name it, and the ending of its files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Jsonl => "jsonl",
        }
    }

    /// The format of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.key() == key)
    }
}

/// What somebody wants to have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DataInput {
    /// Id of the cohort; none for the whole workspace.
    pub cohort: Option<String>,
    /// What.
    pub kind: DataKind,
    /// As which kind of file.
    pub format: DataFormat,
    /// Whether names of people go with it; otherwise codes alone.
    pub names: bool,
    /// Whether samples are part of the whole workspace.
    pub sample: bool,
}

/// How much that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DataView {
    /// Rows, or records.
    pub rows: u32,
    /// Whether some of them were made up to try things out.
    pub sample: bool,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DataWritten {
    /// Rows, or records.
    pub rows: u32,
    /// Name of the file beside it that says what the columns mean; empty where the file says so itself.
    pub dictionary: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_and_format_is_found_by_its_word_which_crosses_alike() {
        for kind in DataKind::ALL {
            assert_eq!(DataKind::from_key(kind.key()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.key());
        }
        for format in DataFormat::ALL {
            assert_eq!(DataFormat::from_key(format.key()), Some(format));
            assert_eq!(serde_json::to_value(format).unwrap(), format.key());
        }
        assert_eq!(DataKind::from_key("nothing"), None);
    }
}

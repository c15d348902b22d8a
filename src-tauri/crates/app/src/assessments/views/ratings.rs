//! Ratings from a file.

use nexus_domain::assessments::Moment;
use nexus_domain::assessments::import::{OnSecond, Problem, SheetMatter};
use serde::{Deserialize, Serialize};
use specta::Type;

/// How a file of ratings is to be read and stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RatingsInput {
    /// The file.
    pub path: String,
    /// Id of the cohort.
    pub cohort: String,
    /// Key of the instrument.
    pub instrument: String,
    /// The moment.
    pub moment: Moment,
    /// What to do with a second sheet of the same person.
    pub on_second: OnSecond,
}

/// What a file of ratings holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RatingsView {
    /// Name of the file.
    pub file: String,
    /// The version of the instrument that its columns belong to.
    pub version: u32,
    /// Sheets that are stored.
    pub sheets: u32,
    /// Those of them that replace an earlier one.
    pub corrections: u32,
    /// Rows that are set aside.
    pub set_aside: u32,
    /// Answers given: ratings, choices, numbers and words.
    pub rated: u32,
    /// Answers left empty.
    pub blank: u32,
    /// Answers declined.
    pub declined: u32,
    /// Answers that cannot be read.
    pub unreadable: u32,
    /// What is wrong, in file order.
    pub problems: Vec<RatingProblem>,
}

/// One problem of a file of ratings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RatingProblem {
    /// The row as a spreadsheet counts it.
    pub record: u32,
    /// Participant code, or empty.
    pub code: String,
    /// Item or column.
    pub field: String,
    /// What is wrong.
    pub matter: SheetMatter,
    /// What was found.
    pub found: String,
    /// What may stand there.
    pub expected: String,
    /// Whether the row is not stored.
    pub set_aside: bool,
}

impl From<&Problem> for RatingProblem {
    fn from(problem: &Problem) -> Self {
        Self {
            record: problem.record,
            code: problem.code.clone(),
            field: problem.field.clone(),
            matter: problem.matter,
            found: problem.found.clone(),
            expected: problem.expected.clone(),
            set_aside: problem.matter.sets_aside(),
        }
    }
}

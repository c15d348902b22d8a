//! What crosses to the window and the terminal of a roster import.

use nexus_domain::people::roster::{Choice, DateOrder, Decision, Field, Group, Matter, OnDuplicate};
use serde::{Deserialize, Serialize};
use specta::Type;

/// How a roster is to be read and stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RosterInput {
    /// The file.
    pub path: String,
    /// Id of the cohort; empty for a new one.
    pub cohort: String,
    /// Name of the new cohort, made in the same step of undo.
    pub new_cohort: String,
    /// For each column its field; nothing for the guess.
    pub mapping: Option<Vec<Option<Field>>>,
    /// What to do with known persons whose values differ.
    pub on_duplicate: OnDuplicate,
    /// Choices made row by row.
    pub decisions: Vec<Decision>,
    /// Set rows aside about which a choice is still open, instead of taking the preselected one.
    pub only_ready: bool,
    /// What the preview said the file was; a commit of another content is refused. Empty: not compared.
    pub digest: String,
}

/// A roster before anything is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RosterPreview {
    /// Name of the file.
    pub file: String,
    /// Its content, to be handed back with the commit.
    pub digest: String,
    /// How its text is encoded; empty for a workbook.
    pub encoding: String,
    /// The sheet that was read; empty for a text file.
    pub sheet: String,
    /// The row of the column names, as a spreadsheet counts.
    pub header: u32,
    /// The columns.
    pub columns: Vec<ColumnView>,
    /// Whether a column holds names; without one nothing can be stored.
    pub named: bool,
    /// Rows below the header.
    pub rows: u32,
    /// People who are new.
    pub added: u32,
    /// People who are known and new to the cohort.
    pub enrolled: u32,
    /// People who are known and of whom something changes.
    pub changed: u32,
    /// People who are known and of whom nothing changes.
    pub recognised: u32,
    /// Rows that are set aside.
    pub set_aside: u32,
    /// Rows that are no person.
    pub left_out: u32,
    /// Rows about which a choice is open.
    pub waiting: u32,
    /// What to decide, what was read with care, what was left out; in file order.
    pub problems: Vec<ProblemView>,
    /// How day and month were read, where it mattered.
    pub date_order: Option<DateOrder>,
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ColumnView {
    /// Its name.
    pub name: String,
    /// The field it fills.
    pub field: Option<Field>,
    /// The first value in it.
    pub sample: String,
}

/// One thing to know about one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProblemView {
    /// Row as a spreadsheet counts; 0 for a whole column.
    pub record: u32,
    /// Physical line of the text file.
    pub line: u32,
    /// The field.
    pub field: Option<Field>,
    /// How much it asks of the reader.
    pub group: Group,
    /// What is the matter.
    pub matter: Matter,
    /// The value found.
    pub found: String,
    /// What may be chosen.
    pub choices: Vec<Choice>,
    /// The choice that holds.
    pub chosen: Option<Choice>,
    /// Whether somebody chose.
    pub decided: bool,
}

/// What an import stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RosterResult {
    /// People who were new.
    pub added: u32,
    /// People who were known and new to the cohort.
    pub enrolled: u32,
    /// People who were known and of whom something changed.
    pub changed: u32,
    /// People who were known and of whom nothing changed.
    pub recognised: u32,
    /// Rows set aside.
    pub set_aside: u32,
    /// Rows that were no person.
    pub left_out: u32,
    /// What was the matter, as in the preview.
    pub problems: Vec<ProblemView>,
}

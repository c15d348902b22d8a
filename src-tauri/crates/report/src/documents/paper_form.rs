//! An instrument on paper, for one person or blank.

use crate::documents::Paper;
use crate::words::Date;

/// What the form needs.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperForm {
    /// The instrument's title.
    pub instrument: String,
    /// Its version, e.g. "2".
    pub version: String,
    /// The occasion, e.g. "Baseline".
    pub occasion: String,
    /// Display name of the cohort.
    pub cohort: String,
    /// Participant code, printed for re-entry; `None` leaves a line to write it on.
    pub code: Option<String>,
    /// The day of the occasion, if one is fixed.
    pub date: Option<Date>,
    /// What to do, in the instrument's words; `None` takes our own.
    pub instructions: Option<String>,
    /// The scale: number and label, lowest first, e.g. (1, "Strongly disagree"). Labels may be empty.
    pub scale: Vec<(u8, String)>,
    /// The statements, in the order of the screen.
    pub items: Vec<FormItem>,
    /// Licence of the instrument.
    pub licence: Option<String>,
    /// Source of the instrument.
    pub source: Option<String>,
    /// Sheet size.
    pub paper: Paper,
}

/// One statement.
#[derive(Debug, Clone, PartialEq)]
pub struct FormItem {
    /// Its words.
    pub text: String,
    /// Behavioural anchors: point of the scale and what it looks like.
    pub anchors: Vec<(u8, String)>,
}

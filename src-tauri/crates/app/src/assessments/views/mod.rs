//! What crosses to the window and the terminal of assessments.

mod items;
mod ratings;
mod results;
mod sheets;

use nexus_domain::assessments::{Instrument, Moment};
use serde::{Deserialize, Serialize};
use specta::Type;

pub use items::{
    ChoiceView, ConditionView, FormatView, ItemView, PointView, SectionView, SheetPreview, TestView,
};
pub(crate) use items::{items, sections};
pub use ratings::{RatingProblem, RatingsInput, RatingsView};
pub use results::{
    AnswersView, CountsView, ItemAnswers, ItemStatistics, MomentAnswers, MomentCounts, ResultsView,
    StatisticsView, TextAnswer,
};
pub use sheets::{
    CodeLine, CodesView, FormView, GridRow, GridView, LostAnswer, MismatchView, MoveInput, MoveView,
    SecondRow, SheetInput, Whose,
};

/// The occasions of a cohort, and what can be asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct AssessmentsView {
    /// Occasions, the earliest moment first.
    pub occasions: Vec<OccasionLine>,
    /// Instruments.
    pub instruments: Vec<InstrumentLine>,
}

/// One occasion in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OccasionLine {
    /// Its id.
    pub id: String,
    /// Key of the instrument.
    pub instrument: String,
    /// Version of the instrument.
    pub version: u32,
    /// Title of the instrument.
    pub title: String,
    /// The moment.
    pub moment: Moment,
    /// First day, `YYYY-MM-DD`.
    pub opens: Option<String>,
    /// Last day.
    pub due: Option<String>,
    /// Whether the moment is asked in several versions.
    pub versions: bool,
    /// People with a sheet of this version.
    pub sheets: u32,
    /// People with a sheet of another version at the same moment, and none of this one.
    pub elsewhere: u32,
    /// People enrolled, those who left included.
    pub enrolled: u32,
    /// Of those without a sheet, who withdrew or moved; nothing is missing from them.
    pub withdrew: u32,
    /// Who has no sheet yet of any version, in the order of their codes.
    pub missing: Vec<MissingSheet>,
    /// Paper sheets that somebody began to type on this laptop.
    pub unfinished: u32,
}

/// Somebody without a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MissingSheet {
    /// Id of the person.
    pub person: String,
    /// Participant code.
    pub code: String,
    /// Their name.
    pub name: String,
}

/// One instrument in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct InstrumentLine {
    /// Its key.
    pub key: String,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// Licence of its wording.
    pub licence: String,
    /// Where it comes from.
    pub source: String,
    /// Number of items.
    pub items: u32,
}

impl InstrumentLine {
    pub(super) fn of(instrument: &Instrument) -> Self {
        Self {
            key: instrument.key.clone(),
            version: instrument.version,
            title: instrument.title.clone(),
            licence: instrument.licence.clone(),
            source: instrument.source.clone(),
            items: super::count(instrument.items.len()),
        }
    }
}

/// An occasion as it is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OccasionInput {
    /// Key of the instrument.
    pub instrument: String,
    /// The moment.
    pub moment: Moment,
    /// First day, `YYYY-MM-DD` or empty.
    pub opens: String,
    /// Last day, or empty.
    pub due: String,
}

/// The days of an occasion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DaysInput {
    /// First day, `YYYY-MM-DD` or empty.
    pub opens: String,
    /// Last day, or empty.
    pub due: String,
}

/// What an export of responses holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ResponsesExport {
    /// Sheets written.
    pub sheets: u32,
    /// Columns of items.
    pub items: u32,
    /// Name of the file that says what the columns mean.
    pub dictionary: String,
}

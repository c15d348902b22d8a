//! What crosses to the window and the terminal of assessments.

mod ratings;
mod results;
mod sheets;

use nexus_domain::assessments::{Instrument, Moment};
use serde::{Deserialize, Serialize};
use specta::Type;

pub use ratings::{RatingProblem, RatingsInput, RatingsView};
pub use results::{CountsView, ItemStatistics, MomentCounts, ResultsView, StatisticsView};
pub use sheets::{
    CodeLine, CodesView, FormView, GridRow, GridView, ItemView, MismatchView, PointView, SecondRow,
    SheetInput, Whose,
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
    /// People with a sheet.
    pub sheets: u32,
    /// People enrolled.
    pub enrolled: u32,
    /// Who has no sheet yet, in the order of their codes.
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

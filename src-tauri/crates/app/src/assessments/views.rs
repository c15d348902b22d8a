//! What crosses to the window and the terminal of assessments.

use nexus_domain::assessments::import::{OnSecond, Problem, SheetMatter};
use nexus_domain::assessments::{Instrument, Moment};
use serde::{Deserialize, Serialize};
use specta::Type;

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

/// An item with what its points look like for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ItemView {
    /// Its key.
    pub key: String,
    /// The statement or the name of the competency.
    pub text: String,
    /// What the competency means, or empty.
    pub definition: String,
    /// What points of the scale look like.
    pub anchors: Vec<PointView>,
}

/// A point of a scale with words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PointView {
    /// The point.
    pub point: u8,
    /// Its words, perhaps empty.
    pub text: String,
}

/// The sheet for one participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FormView {
    /// Title of the instrument.
    pub title: String,
    /// The moment.
    pub moment: Moment,
    /// What to do.
    pub instructions: String,
    /// Participant code.
    pub code: String,
    /// Id of the person.
    pub person: String,
    /// Their name.
    pub name: String,
    /// The points of the scale.
    pub scale: Vec<PointView>,
    /// The items.
    pub items: Vec<ItemView>,
    /// Whether the person has a sheet already.
    pub answered: bool,
}

/// The sheets of an occasion, to be typed from paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GridView {
    /// The occasion.
    pub occasion: OccasionLine,
    /// The highest point of the scale; the lowest is 1.
    pub high: u8,
    /// The items with the general anchors.
    pub items: Vec<ItemView>,
    /// One row a person, in the order of their codes.
    pub rows: Vec<GridRow>,
}

/// One person's line of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GridRow {
    /// Id of the person.
    pub person: String,
    /// Participant code.
    pub code: String,
    /// Their name.
    pub name: String,
    /// Stored answers as codes (`1`…, `0` blank, `-` declined, `~` not shown, `?` and what was found),
    /// empty without a sheet.
    pub answers: Vec<String>,
    /// Sheets that this one replaced.
    pub corrections: u32,
    /// Whether two sheets count at once, made on two devices.
    pub double: bool,
}

/// An answered sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SheetInput {
    /// Id of the occasion.
    pub occasion: String,
    /// Id of the person.
    pub person: String,
    /// Typed from paper, rather than answered on this laptop.
    pub paper: bool,
    /// A code for each item, in their order.
    pub answers: Vec<String>,
    /// Replace the sheet that is there; otherwise a second one is refused.
    pub correct: bool,
}

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
    /// Sheets that are stored.
    pub sheets: u32,
    /// Those of them that replace an earlier one.
    pub corrections: u32,
    /// Rows that are set aside.
    pub set_aside: u32,
    /// Ratings.
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

/// Baseline and end of one instrument in a cohort.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct StatisticsView {
    /// Key of the instrument.
    pub instrument: String,
    /// Its version; none where there is no occasion.
    pub version: Option<u32>,
    /// People enrolled.
    pub enrolled: u32,
    /// Sheets at the baseline that count.
    pub baseline: u32,
    /// Sheets at the end that count.
    pub end: u32,
    /// Item by item.
    pub items: Vec<ItemStatistics>,
}

/// One item at baseline and end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ItemStatistics {
    /// Key of the item.
    pub item: String,
    /// The statement or the name of the competency.
    pub text: String,
    /// At the baseline.
    pub baseline: CountsView,
    /// At the end.
    pub end: CountsView,
    /// People rated at both.
    pub paired: u32,
    /// People rated at one of them only.
    pub unpaired: u32,
    /// Rated higher at the end.
    pub up: u32,
    /// Rated lower.
    pub down: u32,
    /// Rated the same.
    pub same: u32,
    /// Mean difference; none below five pairs.
    pub mean: Option<f64>,
    /// Lower end of its 95 % confidence interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Hedges g_z.
    pub g: Option<f64>,
}

/// What was answered to one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CountsView {
    /// Ratings at each point, lowest first.
    pub per_point: Vec<u32>,
    /// Left empty.
    pub blank: u32,
    /// Declined.
    pub declined: u32,
    /// Not readable.
    pub unreadable: u32,
    /// Not on the sheet.
    pub not_shown: u32,
    /// Enrolled people without a sheet.
    pub no_sheet: u32,
    /// Median rating.
    pub median: Option<f64>,
}

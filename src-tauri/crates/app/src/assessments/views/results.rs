//! What a cohort answered.

use nexus_domain::assessments::Moment;
use nexus_report::figures::Figure;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::FormatView;

/// What a cohort answered to one instrument: the numbers of `nexus show statistics`, and their figure.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct ResultsView {
    /// Title of the instrument.
    pub title: String,
    /// The points of any of its scales, lowest first.
    pub points: Vec<u8>,
    /// Every moment at which it was asked, the earliest first.
    pub moments: Vec<MomentCounts>,
    /// What was answered other than by ratings, in the order of the items.
    pub answers: Vec<ItemAnswers>,
    /// Baseline and end.
    pub statistics: StatisticsView,
    /// Medians at baseline and end; none before there is a sheet of either.
    pub figure: Option<Figure>,
}

/// What was answered at one moment.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct MomentCounts {
    /// The moment.
    pub moment: Moment,
    /// Versions that were asked, the oldest first.
    pub versions: Vec<u32>,
    /// Sheets that count.
    pub sheets: u32,
    /// Item by item, in the order of [`StatisticsView::items`].
    pub items: Vec<CountsView>,
}

/// Baseline and end of one instrument in a cohort.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct StatisticsView {
    /// Key of the instrument.
    pub instrument: String,
    /// Its newest version that was asked; none where there is no occasion.
    pub version: Option<u32>,
    /// Every version that was asked, the oldest first.
    pub versions: Vec<u32>,
    /// People enrolled, those who left included.
    pub enrolled: u32,
    /// Of them, who withdrew or moved and did not come back.
    pub withdrew: u32,
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
    /// The points of its scale, lowest first.
    pub points: Vec<u8>,
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
    /// Not asked.
    pub not_shown: u32,
    /// Enrolled people without a sheet.
    pub no_sheet: u32,
    /// Median rating; none below five ratings.
    pub median: Option<f64>,
}

/// What was answered to an item that is no rating.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct ItemAnswers {
    /// Key of the item.
    pub item: String,
    /// Its words.
    pub text: String,
    /// How it is answered.
    pub format: FormatView,
    /// Moment by moment, in the order of [`ResultsView::moments`].
    pub moments: Vec<MomentAnswers>,
}

/// What was answered to an item at one moment.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct MomentAnswers {
    /// The moment.
    pub moment: Moment,
    /// The answers.
    pub answers: AnswersView,
}

/// Choices, numbers or words, and what is none.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct AnswersView {
    /// People who answered.
    pub answered: u32,
    /// People who chose each, in the order of the choices.
    pub per_choice: Vec<u32>,
    /// The lowest number, as decimal text.
    pub low: Option<String>,
    /// The median number; none below five.
    pub median: Option<f64>,
    /// The highest number.
    pub high: Option<String>,
    /// Open texts with the codes of those who wrote them, for the facility alone.
    pub texts: Vec<TextAnswer>,
    /// Left empty.
    pub blank: u32,
    /// Declined.
    pub declined: u32,
    /// Not readable.
    pub unreadable: u32,
    /// Not asked.
    pub not_shown: u32,
    /// Enrolled people without a sheet.
    pub no_sheet: u32,
}

/// One open text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct TextAnswer {
    /// Participant code.
    pub code: String,
    /// What they wrote.
    pub text: String,
}

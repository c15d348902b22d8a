//! What a cohort answered.

use nexus_domain::assessments::Moment;
use nexus_report::figures::Figure;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a cohort answered to one instrument: the numbers of `nexus show statistics`, and their figure.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct ResultsView {
    /// Title of the instrument.
    pub title: String,
    /// The points of the scale, lowest first.
    pub points: Vec<u8>,
    /// Every occasion of the instrument, the earliest moment first.
    pub moments: Vec<MomentCounts>,
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
    /// Median rating; none below five ratings.
    pub median: Option<f64>,
}

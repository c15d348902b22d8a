//! Statistics of a report, each with its formula and where it comes from.
//!
//! Three rules hold by construction. Fewer than [`FEWEST`] people have counts but no statistic: a [`Sample`]
//! cannot be made of them, and everything that is more than a count is computed from a sample. Ratings of
//! different designs are different types ([`Ratings`]), so a retrospective rating cannot end up in a true
//! change from before to after. And what is missing is counted by reason ([`Missing`]), never filled in.
//!
//! There are no significance tests: the intervals say how sure a mean is, and small groups are not samples of
//! anything that a p-value could speak of.

mod alpha;
mod change;
mod gap;
mod missing;
mod quantile;
mod rate;
mod sample;

pub use alpha::{Alpha, alpha};
pub use change::{
    Account, AfterOnce, Before, Change, Effect, LookingBack, Moved, Ratings, SideBySide, TrueChange, When,
    WrongDesign,
};
pub use gap::{FEWEST_RATERS, Gap, GroupMean, RaterGroup, gap};
pub use missing::{Given, Missing, Why};
pub use quantile::t_quantile_95;
pub use rate::{BadRate, Rate};
pub use sample::{Distribution, Quartiles, Sample, TooFew};

/// Fewest people for whom a statistic is given; below there are only counts.
pub const FEWEST: usize = 5;

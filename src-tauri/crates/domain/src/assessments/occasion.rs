//! When a cohort answers.

use chrono::NaiveDate;

use crate::ids::{CohortId, DefinitionVersionId, OccasionId};

/// A cohort answers one version of an instrument in a window of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// Derived from cohort, instrument and moment, so two laptops make the same row.
    pub id: OccasionId,
    /// The cohort.
    pub cohort: CohortId,
    /// Key of the instrument.
    pub instrument: String,
    /// Its version; answers stay with the version that was asked.
    pub version: u32,
    /// The very version that is asked, where it did not ship with the program: two can bear one number.
    pub definition: Option<DefinitionVersionId>,
    /// The moment in the program, which fixes the design.
    pub moment: Moment,
    /// First day on which it may be answered.
    pub opens: Option<NaiveDate>,
    /// The day by which it should be.
    pub due: Option<NaiveDate>,
}

/// A moment in a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum Moment {
    /// Before the program.
    Baseline,
    /// Half-way.
    Midpoint,
    /// At the end.
    End,
    /// At the end, about the time before.
    Retrospective,
    /// Four to eight weeks after the end.
    FollowUpWeeks,
    /// Six months after the end.
    FollowUpSixMonths,
    /// Twelve months after the end.
    FollowUpTwelveMonths,
}

/// What ratings may be compared with; never mixed, never relabelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Design {
    /// Given before the program about that time.
    Pre,
    /// Given during or after it about the present.
    Post,
    /// Given after it about the time before.
    Retrospective,
}

impl Moment {
    /// Every moment, the earliest first.
    pub const ALL: [Self; 7] = [
        Self::Baseline,
        Self::Midpoint,
        Self::End,
        Self::Retrospective,
        Self::FollowUpWeeks,
        Self::FollowUpSixMonths,
        Self::FollowUpTwelveMonths,
    ];

    /// The word under which it is stored and named on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::Midpoint => "midpoint",
            Self::End => "end",
            Self::Retrospective => "retrospective",
            Self::FollowUpWeeks => "follow-up-weeks",
            Self::FollowUpSixMonths => "follow-up-six-months",
            Self::FollowUpTwelveMonths => "follow-up-twelve-months",
        }
    }

    /// The moment of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|moment| moment.key() == key)
    }

    /// The design that this moment fixes.
    pub fn design(self) -> Design {
        match self {
            Self::Baseline => Design::Pre,
            Self::Retrospective => Design::Retrospective,
            _ => Design::Post,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_fixes_the_design_and_keeps_its_word() {
        assert_eq!(Moment::Baseline.design(), Design::Pre);
        assert_eq!(Moment::Retrospective.design(), Design::Retrospective);
        assert_eq!(Moment::End.design(), Design::Post);
        for moment in Moment::ALL {
            assert_eq!(Moment::from_key(moment.key()), Some(moment));
        }
        assert_eq!(Moment::from_key("later"), None);
    }
}

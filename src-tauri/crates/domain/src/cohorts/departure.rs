//! Leaving a cohort before its end: withdrawn, or moved to another one; when, why, and what becomes of the answers.

use chrono::NaiveDate;

use crate::ids::{DepartureId, EnrolmentId, LeavingReasonId, derived};

/// How somebody left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum Leaving {
    /// They no longer take part.
    Withdrawn,
    /// They go on in another cohort.
    Moved,
}

impl Leaving {
    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Moved => "moved",
        }
    }

    /// The way of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Withdrawn, Self::Moved]
            .into_iter()
            .find(|way| way.key() == key)
    }
}

/// What becomes of the answers of somebody who left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum AnswersAfter {
    /// They stay and count.
    Count,
    /// They stay, but from that day no result counts them.
    Keep,
    /// They were deleted at the person's request.
    Deleted,
}

impl AnswersAfter {
    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Keep => "keep",
            Self::Deleted => "deleted",
        }
    }

    /// The choice of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Count, Self::Keep, Self::Deleted]
            .into_iter()
            .find(|choice| choice.key() == key)
    }
}

/// One departure. Somebody may leave, come back, and leave again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    /// Its id.
    pub id: DepartureId,
    /// The place that was left.
    pub enrolment: EnrolmentId,
    /// How.
    pub way: Leaving,
    /// The last day on which they took part.
    pub day: NaiveDate,
    /// Why, if the reason is one of the list.
    pub reason: Option<LeavingReasonId>,
    /// Why, in own words; may be empty.
    pub words: String,
    /// What becomes of the answers.
    pub answers: AnswersAfter,
    /// The place where they go on, if they moved.
    pub onward: Option<EnrolmentId>,
    /// The day on which they came back, if they did.
    pub returned: Option<NaiveDate>,
}

impl Departure {
    /// Whether somebody who left so was away on a day.
    pub fn is_away(&self, day: NaiveDate) -> bool {
        day > self.day && self.returned.is_none_or(|returned| day < returned)
    }
}

/// A reason to leave (editable data).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeavingReason {
    /// Its id.
    pub id: LeavingReasonId,
    /// What it is called.
    pub name: String,
    /// Its place in the list, from 0.
    pub position: u32,
}

/// The reasons that every workspace starts with; their ids are the same everywhere.
pub fn default_reasons() -> Vec<LeavingReason> {
    let reasons = [
        "New position or employer",
        "Not enough time",
        "Health",
        "Family",
        "Employer took back its support",
        "Not what was expected",
        "Moved away",
    ];
    let reason = |(at, name): (usize, &str)| LeavingReason {
        id: LeavingReasonId(derived("leaving_reason", &[name.as_bytes()])),
        name: name.to_owned(),
        position: u32::try_from(at).unwrap_or(u32::MAX),
    };
    reasons.into_iter().enumerate().map(reason).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn somebody_is_away_between_leaving_and_coming_back() {
        let day = |text: &str| text.parse().unwrap();
        let mut left = Departure {
            id: DepartureId(Uuid::nil()),
            enrolment: EnrolmentId(Uuid::nil()),
            way: Leaving::Withdrawn,
            day: day("2026-10-01"),
            reason: None,
            words: String::new(),
            answers: AnswersAfter::Count,
            onward: None,
            returned: None,
        };
        assert!(!left.is_away(day("2026-10-01")), "the last day still counts");
        assert!(left.is_away(day("2026-10-02")));
        left.returned = Some(day("2026-11-01"));
        assert!(left.is_away(day("2026-10-31")));
        assert!(!left.is_away(day("2026-11-01")));
    }

    #[test]
    fn words_come_back() {
        for way in [Leaving::Withdrawn, Leaving::Moved] {
            assert_eq!(Leaving::from_key(way.key()), Some(way));
        }
        for choice in [AnswersAfter::Count, AnswersAfter::Keep, AnswersAfter::Deleted] {
            assert_eq!(AnswersAfter::from_key(choice.key()), Some(choice));
        }
        assert_eq!(default_reasons().len(), 7);
    }
}

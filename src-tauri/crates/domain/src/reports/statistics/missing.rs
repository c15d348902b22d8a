//! What is missing, by reason.

use crate::assessments::Answer;

/// A value, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Given {
    /// A rating, or a score made of ratings.
    Value(f64),
    /// None.
    Missing(Why),
}

/// Why there is no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Left empty.
    Blank,
    /// Chosen not to say.
    Declined,
    /// Not readable.
    Unreadable,
    /// Not on the sheet.
    NotShown,
    /// Answered with a choice or in words, of which there is no mean.
    NoNumber,
    /// There is no sheet of this person.
    NoSheet,
}

impl From<&Answer> for Given {
    fn from(answer: &Answer) -> Self {
        match answer {
            Answer::Rated(value) => Self::Value(f64::from(*value)),
            Answer::Number(number) => Self::Value(number.value()),
            Answer::Chosen(_) | Answer::Text(_) => Self::Missing(Why::NoNumber),
            Answer::Blank => Self::Missing(Why::Blank),
            Answer::Declined => Self::Missing(Why::Declined),
            Answer::Unreadable(_) => Self::Missing(Why::Unreadable),
            Answer::NotShown => Self::Missing(Why::NotShown),
        }
    }
}

impl Given {
    /// The value, where there is one that is a number.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value).filter(|value| value.is_finite()),
            Self::Missing(_) => None,
        }
    }
}

/// How many values are missing, by reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Missing {
    /// Left empty.
    pub blank: u32,
    /// Chosen not to say.
    pub declined: u32,
    /// Not readable, or no number.
    pub unreadable: u32,
    /// Not on the sheet.
    pub not_shown: u32,
    /// Answered with a choice or in words.
    pub no_number: u32,
    /// People without a sheet.
    pub no_sheet: u32,
}

impl Missing {
    /// Counts what is missing in these.
    pub fn of(given: impl IntoIterator<Item = Given>) -> Self {
        let mut missing = Self::default();
        for one in given {
            match one {
                Given::Value(value) if value.is_finite() => {}
                Given::Value(_) | Given::Missing(Why::Unreadable) => missing.unreadable += 1,
                Given::Missing(Why::Blank) => missing.blank += 1,
                Given::Missing(Why::Declined) => missing.declined += 1,
                Given::Missing(Why::NotShown) => missing.not_shown += 1,
                Given::Missing(Why::NoNumber) => missing.no_number += 1,
                Given::Missing(Why::NoSheet) => missing.no_sheet += 1,
            }
        }
        missing
    }

    /// All that is missing.
    pub fn total(self) -> u32 {
        self.blank + self.declined + self.unreadable + self.not_shown + self.no_number + self.no_sheet
    }
}

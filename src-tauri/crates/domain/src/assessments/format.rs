//! How an item is answered: a rating, choices, a number, or words.

use std::cmp::Ordering;
use std::fmt;

use super::Scale;

/// The response format of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// A point of a scale; of the instrument's where the item has none of its own.
    Rating(Option<Scale>),
    /// One of these.
    One(Vec<Choice>),
    /// Any of these, at least one.
    Several(Vec<Choice>),
    /// A number.
    Number {
        /// The lowest that may stand here.
        low: Option<Decimal>,
        /// The highest.
        high: Option<Decimal>,
        /// What is counted, e.g. `hours`; perhaps empty.
        unit: String,
    },
    /// Open text.
    Text {
        /// Room for several lines, rather than one.
        long: bool,
    },
}

/// The letters that stand before choices on paper, one each: `u` marks what cannot be read.
pub const LETTERS: &str = "abcdefghijklmnopqrstvwxyz";

/// One thing that can be chosen. Its key never changes and is never used for another choice of the item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its key.
    pub key: String,
    /// Its words.
    pub text: String,
}

/// The word for one of the five formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum FormatKind {
    /// A point of a scale.
    Rating,
    /// One choice.
    One,
    /// Several choices.
    Several,
    /// A number.
    Number,
    /// Open text.
    Text,
}

impl FormatKind {
    /// Every kind, the commonest first.
    pub const ALL: [Self; 5] = [Self::Rating, Self::One, Self::Several, Self::Number, Self::Text];

    /// The word under which it stands in files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Rating => "rating",
            Self::One => "one",
            Self::Several => "several",
            Self::Number => "number",
            Self::Text => "text",
        }
    }

    /// The kind of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

impl Format {
    /// Its kind.
    pub fn kind(&self) -> FormatKind {
        match self {
            Self::Rating(_) => FormatKind::Rating,
            Self::One(_) => FormatKind::One,
            Self::Several(_) => FormatKind::Several,
            Self::Number { .. } => FormatKind::Number,
            Self::Text { .. } => FormatKind::Text,
        }
    }

    /// What can be chosen; nothing where nothing is chosen.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::One(choices) | Self::Several(choices) => choices,
            _ => &[],
        }
    }

    /// The choice of this key.
    pub fn choice(&self, key: &str) -> Option<&Choice> {
        self.choices().iter().find(|choice| choice.key == key)
    }
}

/// Most digits of a number, so that no program on the way rounds it.
const DIGITS: usize = 15;

/// A decimal number as it is written: `12`, `-0.5`. It has one spelling, so equal numbers are equal texts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Decimal(String);

impl Decimal {
    /// Reads what people type: digits, perhaps a sign before them and a point or comma in them, at most 15
    /// digits. `1,000` is refused, since some mean one by it and others a thousand.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (sign, digits) = match text.strip_prefix(['-', '−']) {
            Some(rest) => ("-", rest),
            None => ("", text),
        };
        let (whole, part) = match digits.split_once(['.', ',']) {
            Some((whole, part)) if !part.is_empty() => (whole, part),
            Some(_) => return None,
            None => (digits, ""),
        };
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !(plain(whole) && plain(part)) || whole.len() + part.len() == 0 {
            return None;
        }
        let thousands = digits.contains(',') && part.len() == 3 && whole.len() <= 3;
        let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
        if (thousands && !whole.is_empty()) || whole.len() + part.len() > DIGITS {
            return None;
        }
        let whole = if whole.is_empty() { "0" } else { whole };
        Some(Self(match (whole, part) {
            ("0", "") => "0".to_owned(),
            (whole, "") => format!("{sign}{whole}"),
            (whole, part) => format!("{sign}{whole}.{part}"),
        }))
    }

    /// Its one spelling.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its value; numbers of 15 digits stay apart.
    pub fn value(&self) -> f64 {
        self.0.parse().unwrap_or_default()
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<u8> for Decimal {
    fn from(value: u8) -> Self {
        Self(value.to_string())
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value().total_cmp(&other.value())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spelt(text: &str) -> Option<String> {
        Decimal::read(text).map(|number| number.to_string())
    }

    #[test]
    fn a_number_has_one_spelling() {
        for (typed, expected) in [
            ("12", "12"),
            (" 012.50 ", "12.5"),
            ("12,5", "12.5"),
            ("-0", "0"),
            (".5", "0.5"),
            ("−3", "-3"),
            ("0,125", "0.125"),
            ("1.000", "1"),
        ] {
            assert_eq!(spelt(typed).as_deref(), Some(expected), "{typed}");
        }
        for typed in [
            "",
            "-",
            ".",
            "1.",
            "1,000",
            "1e3",
            "1 000",
            "NaN",
            "0x1",
            "1.2.3",
            "1234567890123456",
        ] {
            assert_eq!(spelt(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_number_with_one_spelling_or_none(text in "[-0-9.,]{0,20}|.*") {
            if let Some(number) = Decimal::read(&text) {
                prop_assert_eq!(Decimal::read(number.as_str()), Some(number.clone()));
                // The shortest text of the value is the number: nothing on the way can round it.
                prop_assert_eq!(format!("{}", number.value()), number.as_str());
            }
        }

        #[test]
        fn numbers_stand_in_the_order_of_their_values(a in -99_999_i64..99_999, b in -99_999_i64..99_999) {
            let number = |hundredths: i64| {
                let sign = if hundredths < 0 { "-" } else { "" };
                let size = hundredths.abs();
                Decimal::read(&format!("{sign}{}.{:02}", size / 100, size % 100)).unwrap()
            };
            prop_assert_eq!(number(a).cmp(&number(b)), a.cmp(&b));
            prop_assert_eq!(number(a) == number(b), a == b);
        }
    }
}

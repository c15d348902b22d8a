//! One answer on a sheet, and how it is written down.

use super::Scale;

/// What stands at one item of one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A point of the scale.
    Rated(u8),
    /// The line was left empty.
    Blank,
    /// The person chose not to say.
    Declined,
    /// Something stands there that is no point of the scale; the text as found.
    Unreadable(String),
    /// The sheet did not hold the item.
    NotShown,
}

/// A stored or keyed code that means no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a point of the scale, 0, -, ~ or ? with what was found, found {found:?}")]
pub struct BadCode {
    /// The text found.
    pub found: String,
}

/// Longest text kept of an unreadable answer, in characters.
const KEPT: usize = 40;

impl Answer {
    /// Reads what stands in a cell of a file: a point of the scale, nothing, a dash, or else unreadable.
    pub fn read(text: &str, scale: &Scale) -> Self {
        let text = text.trim();
        match text {
            "" => Self::Blank,
            "-" | "–" | "—" | "−" => Self::Declined,
            _ => match text.parse::<u8>() {
                Ok(value) if scale.holds(value) => Self::Rated(value),
                _ => Self::unreadable(text),
            },
        }
    }

    /// Something that is no rating; control characters go, and what is longer than 40 characters is cut.
    pub fn unreadable(text: &str) -> Self {
        Self::Unreadable(text.chars().filter(|c| !c.is_control()).take(KEPT).collect())
    }

    /// The rating, where there is one.
    pub fn value(&self) -> Option<u8> {
        match self {
            Self::Rated(value) => Some(*value),
            _ => None,
        }
    }

    /// The code under which it is stored and keyed: the number, `0` blank, `-` declined, `~` not shown,
    /// `?` and the text for what could not be read.
    pub fn code(&self) -> String {
        match self {
            Self::Rated(value) => value.to_string(),
            Self::Blank => "0".to_owned(),
            Self::Declined => "-".to_owned(),
            Self::NotShown => "~".to_owned(),
            Self::Unreadable(text) => format!("?{text}"),
        }
    }

    /// The answer of a code.
    ///
    /// # Errors
    /// [`BadCode`] for anything that [`Answer::code`] does not write, a point off the scale included.
    pub fn from_code(code: &str, scale: &Scale) -> Result<Self, BadCode> {
        match code {
            "0" => Ok(Self::Blank),
            "-" => Ok(Self::Declined),
            "~" => Ok(Self::NotShown),
            _ => match code.strip_prefix('?') {
                Some(text) => Ok(Self::unreadable(text)),
                None => match code.parse::<u8>() {
                    Ok(value) if scale.holds(value) => Ok(Self::Rated(value)),
                    _ => Err(BadCode {
                        found: code.chars().take(KEPT).collect(),
                    }),
                },
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SCALE: Scale = Scale::FIVE;

    #[test]
    fn blank_declined_and_impossible_are_different() {
        assert_eq!(Answer::read(" ", &SCALE), Answer::Blank);
        assert_eq!(Answer::read("–", &SCALE), Answer::Declined);
        assert_eq!(Answer::read(" 4 ", &SCALE), Answer::Rated(4));
        assert_eq!(Answer::read("7", &SCALE), Answer::Unreadable("7".into()));
        assert_eq!(Answer::read("0", &SCALE), Answer::Unreadable("0".into()));
        assert_eq!(Answer::read("3.5", &SCALE), Answer::Unreadable("3.5".into()));
    }

    proptest! {
        #[test]
        fn whatever_is_read_survives_its_code(text in ".*") {
            let answer = Answer::read(&text, &SCALE);
            prop_assert_eq!(Answer::from_code(&answer.code(), &SCALE), Ok(answer));
        }

        #[test]
        fn any_code_is_an_answer_or_an_error(code in ".*") {
            if let Ok(answer) = Answer::from_code(&code, &SCALE) {
                prop_assert_eq!(Answer::from_code(&answer.code(), &SCALE), Ok(answer));
            }
        }
    }
}

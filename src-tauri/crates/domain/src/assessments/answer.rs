//! One answer on a sheet, and how it is written down.

use super::{Decimal, Format, Scale};
use crate::people::letters::fold;

/// What stands at one item of one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A point of the scale.
    Rated(u8),
    /// Keys of what was chosen, in the order of the instrument; never none.
    Chosen(Vec<String>),
    /// A number.
    Number(Decimal),
    /// Words, as [`words`] tidies them; never none.
    Text(String),
    /// The line was left empty.
    Blank,
    /// The person chose not to say.
    Declined,
    /// Something stands there that is no answer to the item; the text as found.
    Unreadable(String),
    /// The item was not asked, or the sheet did not hold it.
    NotShown,
}

/// A stored or keyed code that means no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "expected a point of the scale, = and keys, # and a number, \" and text, 0, -, ~ or ? with what was found, found {found:?}"
)]
pub struct BadCode {
    /// The text found.
    pub found: String,
}

/// Longest text kept of an unreadable answer, in characters.
const KEPT: usize = 40;

/// Longest open text, in characters.
pub const LONGEST_TEXT: usize = 4000;

/// Open text as it is kept: without control characters and outer space, in one line unless it may be long, and
/// cut after [`LONGEST_TEXT`] characters.
pub fn words(text: &str, long: bool) -> String {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let plain = text.trim().chars().filter_map(|c| match c {
        '\n' if long => Some(c),
        '\n' | '\t' => Some(' '),
        c => (!c.is_control()).then_some(c),
    });
    let cut: String = plain.take(LONGEST_TEXT).collect();
    cut.trim().to_owned()
}

impl Answer {
    /// Reads what stands in a cell of a file: an answer of this format, nothing, a dash, `~` for what was not
    /// asked, or else unreadable. Choices are named by key or in their words, several apart by `;`.
    pub fn read(text: &str, format: &Format, scale: &Scale) -> Self {
        let text = text.trim();
        match text {
            "" => return Self::Blank,
            "-" | "–" | "—" | "−" => return Self::Declined,
            "~" => return Self::NotShown,
            "?" => return Self::unreadable(""),
            _ => {}
        }
        let read = match format {
            Format::Rating(own) => {
                let scale = own.as_ref().unwrap_or(scale);
                text.parse()
                    .ok()
                    .filter(|value| scale.holds(*value))
                    .map(Self::Rated)
            }
            Format::One(_) => chosen(format, &[text]),
            Format::Several(_) => chosen(format, &[text])
                .or_else(|| chosen(format, &text.split([';', '\n']).collect::<Vec<_>>()))
                .or_else(|| chosen(format, &text.split_whitespace().collect::<Vec<_>>())),
            Format::Number { .. } => Decimal::read(text)
                .filter(|it| within(it, format))
                .map(Self::Number),
            Format::Text { long } => Some(Self::text(text, *long)),
        };
        read.unwrap_or_else(|| Self::unreadable(text.strip_prefix('?').unwrap_or(text)))
    }

    /// Open text; blank where nothing is left of it.
    pub fn text(text: &str, long: bool) -> Self {
        let words = words(text, long);
        if words.is_empty() {
            Self::Blank
        } else {
            Self::Text(words)
        }
    }

    /// Something that is no answer; control characters go, and what is longer than 40 characters ends in `…`, so that
    /// what is left of it is never taken for an answer.
    pub fn unreadable(text: &str) -> Self {
        let mut kept: String = text.chars().filter(|c| !c.is_control()).take(KEPT + 1).collect();
        if kept.chars().count() > KEPT {
            kept = kept.chars().take(KEPT - 1).chain(['…']).collect();
        }
        Self::Unreadable(kept)
    }

    /// The rating, where there is one.
    pub fn value(&self) -> Option<u8> {
        match self {
            Self::Rated(value) => Some(*value),
            _ => None,
        }
    }

    /// True for a rating, choices, a number or words.
    pub fn is_given(&self) -> bool {
        matches!(
            self,
            Self::Rated(_) | Self::Chosen(_) | Self::Number(_) | Self::Text(_)
        )
    }

    /// What stands in the cell of a file; [`Answer::read`] reads it back. Blank is empty, declined a dash, not shown
    /// `~`, unreadable `?` and what was found; choices stand apart by `; `, by their keys.
    pub fn cell(&self) -> String {
        match self {
            Self::Rated(value) => value.to_string(),
            Self::Chosen(keys) => keys.join("; "),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
            Self::Blank => String::new(),
            // A hyphen alone would be taken for the beginning of a formula.
            Self::Declined => "–".to_owned(),
            Self::NotShown => "~".to_owned(),
            Self::Unreadable(text) => format!("?{text}"),
        }
    }

    /// The code under which it is stored and keyed, readable without the instrument: a digit for a rating, `=`
    /// and keys apart by spaces, `#` and a number, `"` and words, `0` blank, `-` declined, `~` not shown, `?`
    /// and the text for what could not be read.
    pub fn code(&self) -> String {
        match self {
            Self::Rated(value) => value.to_string(),
            Self::Chosen(keys) => format!("={}", keys.join(" ")),
            Self::Number(number) => format!("#{number}"),
            Self::Text(text) => format!("\"{text}"),
            Self::Blank => "0".to_owned(),
            Self::Declined => "-".to_owned(),
            Self::NotShown => "~".to_owned(),
            Self::Unreadable(text) => format!("?{text}"),
        }
    }

    /// The answer of a code, checked against the item: a point of its scale, choices that it has, a number
    /// within its bounds.
    ///
    /// # Errors
    /// [`BadCode`] for anything that is no answer to an item of this format.
    pub fn from_code(code: &str, format: &Format, scale: &Scale) -> Result<Self, BadCode> {
        let answer = Self::from_stored(code)?;
        let fits = match (&answer, format) {
            (Self::Rated(value), Format::Rating(own)) => own.as_ref().unwrap_or(scale).holds(*value),
            (Self::Chosen(keys), Format::One(_)) => keys.len() == 1 && format.choice(&keys[0]).is_some(),
            (Self::Chosen(keys), Format::Several(_)) => keys.iter().all(|key| format.choice(key).is_some()),
            (Self::Number(number), Format::Number { .. }) => within(number, format),
            (Self::Text(_), Format::Text { .. })
            | (Self::Blank | Self::Declined | Self::NotShown | Self::Unreadable(_), _) => true,
            _ => false,
        };
        match (answer, format) {
            _ if !fits => Err(bad(code)),
            (Self::Chosen(keys), Format::Several(choices)) => {
                let own = choices.iter().filter(|choice| keys.contains(&choice.key));
                Ok(Self::Chosen(own.map(|choice| choice.key.clone()).collect()))
            }
            (Self::Text(text), Format::Text { long }) => Ok(Self::text(&text, *long)),
            (answer, _) => Ok(answer),
        }
    }

    /// The answer of a stored code, by its shape alone.
    ///
    /// # Errors
    /// [`BadCode`] for anything that [`Answer::code`] does not write.
    pub fn from_stored(code: &str) -> Result<Self, BadCode> {
        let mut letters = code.chars();
        let rest = match letters.next() {
            Some(_) => letters.as_str(),
            None => return Err(bad(code)),
        };
        let answer = match (code, code.as_bytes()[0]) {
            ("0", _) => Some(Self::Blank),
            ("-", _) => Some(Self::Declined),
            ("~", _) => Some(Self::NotShown),
            (_, b'?') => Some(Self::unreadable(rest)),
            (_, b'=') => {
                let keys: Vec<String> = rest.split_whitespace().map(str::to_owned).collect();
                (!keys.is_empty()).then_some(Self::Chosen(keys))
            }
            (_, b'#') => Decimal::read(rest).map(Self::Number),
            (_, b'"') => (rest.chars().count() <= LONGEST_TEXT).then(|| Self::text(rest, true)),
            (_, b'1'..=b'9') if rest.is_empty() => Some(Self::Rated(code.as_bytes()[0] - b'0')),
            _ => None,
        };
        answer.ok_or_else(|| bad(code))
    }
}

fn bad(code: &str) -> BadCode {
    BadCode {
        found: code.chars().take(KEPT).collect(),
    }
}

/// Whether a number keeps the bounds of its item.
fn within(number: &Decimal, format: &Format) -> bool {
    let Format::Number { low, high, .. } = format else {
        return false;
    };
    low.as_ref().is_none_or(|low| number >= low) && high.as_ref().is_none_or(|high| number <= high)
}

/// The choices named, each by its key or in its words; nothing unless every name is one.
fn chosen(format: &Format, named: &[&str]) -> Option<Answer> {
    let mut found = vec![false; format.choices().len()];
    for name in named
        .iter()
        .map(|name| name.trim())
        .filter(|name| !name.is_empty())
    {
        let folded = fold(name);
        let mut choices = format.choices().iter();
        let by_key = choices.position(|choice| choice.key == name);
        let mut choices = format.choices().iter();
        let at = by_key.or_else(|| {
            choices.position(|choice| fold(&choice.text) == folded || fold(&choice.key) == folded)
        })?;
        found[at] = true;
    }
    let keys = format.choices().iter().zip(found).filter(|(_, found)| *found);
    let keys: Vec<String> = keys.map(|(choice, _)| choice.key.clone()).collect();
    (!keys.is_empty()).then_some(Answer::Chosen(keys))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::assessments::fixtures::{any_format, every_format};

    const SCALE: Scale = Scale::FIVE;
    const RATING: Format = Format::Rating(None);

    #[test]
    fn blank_declined_and_impossible_are_different() {
        let read = |text: &str| Answer::read(text, &RATING, &SCALE);
        assert_eq!(read(" "), Answer::Blank);
        assert_eq!(read("–"), Answer::Declined);
        assert_eq!(read(" 4 "), Answer::Rated(4));
        assert_eq!(read("7"), Answer::Unreadable("7".into()));
        assert_eq!(read("0"), Answer::Unreadable("0".into()));
        assert_eq!(read("3.5"), Answer::Unreadable("3.5".into()));
    }

    #[test]
    fn each_format_reads_its_own_answers_and_no_others() {
        let instrument = every_format();
        let read = |key: &str, text: &str| Answer::read(text, &instrument.item(key).unwrap().format, &SCALE);
        let chosen = |keys: &[&str]| Answer::Chosen(keys.iter().map(|key| (*key).to_owned()).collect());
        assert_eq!(read("mentor", "YES"), chosen(&["yes"]));
        assert_eq!(read("mentor", "Not yet, but soon"), chosen(&["soon"]));
        assert_eq!(read("mentor", "perhaps"), Answer::Unreadable("perhaps".into()));
        assert_eq!(read("topics", "Money; people"), chosen(&["people", "money"]));
        assert_eq!(read("topics", "money people"), chosen(&["people", "money"]));
        assert_eq!(
            read("topics", "money; shoes"),
            Answer::Unreadable("money; shoes".into())
        );
        assert_eq!(
            read("hours", "12,5"),
            Answer::Number(Decimal::read("12.5").unwrap())
        );
        assert_eq!(read("hours", "900"), Answer::Unreadable("900".into()));
        assert_eq!(
            read("story", " Two\r\nlines\u{7} "),
            Answer::Text("Two\nlines".into())
        );
        let code =
            |key: &str, code: &str| Answer::from_code(code, &instrument.item(key).unwrap().format, &SCALE);
        assert_eq!(code("topics", "=money people"), Ok(chosen(&["people", "money"])));
        for (key, wrong) in [
            ("mentor", "=yes soon"),
            ("mentor", "=maybe"),
            ("mentor", "3"),
            ("topics", "="),
            ("hours", "#-1"),
            ("hours", "\"many"),
            ("useful", "=yes"),
            ("useful", "6"),
            ("story", "#1"),
        ] {
            assert!(code(key, wrong).is_err(), "{key} {wrong}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_read_survives_its_code(text in ".*", format in any_format()) {
            let answer = Answer::read(&text, &format, &SCALE);
            prop_assert_eq!(Answer::from_code(&answer.code(), &format, &SCALE), Ok(answer.clone()));
            // It can be read without any definition.
            prop_assert_eq!(Answer::from_stored(&answer.code()), Ok(answer));
        }

        #[test]
        fn what_stands_in_a_file_is_read_back(text in "[ -~]{0,60}|[1-9a-e; -]{0,5}", format in any_format()) {
            let answer = Answer::read(&text, &format, &SCALE);
            prop_assert_eq!(Answer::read(&answer.cell(), &format, &SCALE), answer);
        }

        #[test]
        fn what_is_cut_is_no_answer(digit in 1u8..=9, spaces in 39usize..60) {
            let text = format!("{digit}{}x", " ".repeat(spaces));
            let answer = Answer::read(&text, &Format::Rating(None), &SCALE);
            prop_assert_eq!(Answer::read(&answer.cell(), &Format::Rating(None), &SCALE), answer);
        }

        #[test]
        fn any_code_is_an_answer_or_an_error(code in ".*|[=#\"?0-9~-][a-z0-9 .]{0,9}", format in any_format()) {
            if let Ok(answer) = Answer::from_code(&code, &format, &SCALE) {
                prop_assert_eq!(Answer::from_code(&answer.code(), &format, &SCALE), Ok(answer));
            }
            if let Ok(answer) = Answer::from_stored(&code) {
                prop_assert_eq!(Answer::from_stored(&answer.code()), Ok(answer));
            }
        }
    }
}

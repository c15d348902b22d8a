//! Recovery words: twelve words of the English list of BIP-39, the last of which proves the others.

use bip0039::{English, Language as _, Mnemonic};
use zeroize::Zeroizing;

use super::{KeyError, random};

/// How many words there are.
const COUNT: usize = 12;

/// Why a text cannot be recovery words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadWords {
    /// There are more, or fewer, than twelve.
    #[error("found {found} words, expected 12")]
    Count {
        /// How many there are.
        found: usize,
    },
    /// A word is none of the list.
    #[error("word {place}, {found:?}, is not on the list of words")]
    Unknown {
        /// Its place, from 1.
        place: usize,
        /// The word as it was read.
        found: String,
    },
    /// Each word is of the list, but they do not prove each other: one was misread, or two changed places.
    #[error("each word is on the list, but they do not belong together in this order")]
    Order,
}

/// Twelve new recovery words (BIP-39, English, 128 bits), to be written on paper.
///
/// # Errors
/// [`KeyError::Wrap`] when the system has no randomness to give.
pub fn recovery_words() -> Result<Zeroizing<String>, KeyError> {
    let mut entropy = Zeroizing::new([0u8; 16]);
    random(entropy.as_mut_slice())?;
    let words = Mnemonic::<English>::from_entropy(entropy.to_vec()).map_err(|error| KeyError::Wrap {
        detail: error.to_string(),
    })?;
    Ok(Zeroizing::new(words.phrase().to_owned()))
}

/// The words in lower case with a space between. Numbers before them (`1. river`), as they stand on paper,
/// commas and line breaks do not matter.
pub(super) fn normal_words(text: &str) -> Result<Zeroizing<String>, KeyError> {
    let words: Vec<Zeroizing<String>> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(|word| Zeroizing::new(word.to_lowercase()))
        .collect();
    let unknown = words.iter().position(|word| English::index_of(word).is_none());
    let bad = match (words.len(), unknown) {
        (COUNT, None) => {
            let joined = words.iter().fold(
                Zeroizing::new(String::with_capacity(text.len())),
                |mut all, word| {
                    if !all.is_empty() {
                        all.push(' ');
                    }
                    all.push_str(word);
                    all
                },
            );
            if Mnemonic::<English>::validate(joined.as_str()).is_ok() {
                return Ok(joined);
            }
            BadWords::Order
        }
        (COUNT, Some(at)) => BadWords::Unknown {
            place: at + 1,
            found: words[at].chars().take(40).collect(),
        },
        (found, _) => BadWords::Count { found },
    };
    Err(KeyError::BadWords(bad))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bad(text: &str) -> BadWords {
        match normal_words(text) {
            Err(KeyError::BadWords(bad)) => bad,
            other => panic!("{other:?}"),
        }
    }

    const WORDS: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

    #[test]
    fn words_are_read_as_they_stand_on_paper() {
        let numbered: String = WORDS
            .split(' ')
            .enumerate()
            .map(|(at, word)| format!("{}. {word},\n", at + 1))
            .collect();
        for text in [WORDS.to_owned(), WORDS.to_uppercase(), numbered] {
            assert_eq!(normal_words(&text).unwrap().as_str(), WORDS);
        }
    }

    #[test]
    fn what_is_wrong_with_words_is_named() {
        assert_eq!(bad("zoo zoo zoo"), BadWords::Count { found: 3 });
        assert_eq!(bad(""), BadWords::Count { found: 0 });
        assert_eq!(
            bad(&WORDS.replace("sausage", "sausaje")),
            BadWords::Unknown {
                place: 6,
                found: "sausaje".to_owned()
            }
        );
        assert_eq!(bad(&WORDS.replace("thank year", "year thank")), BadWords::Order);
        assert_eq!(bad(&WORDS.replace("yellow", "zoo")), BadWords::Order);
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange_to_be_told_about(text in ".{0,200}") {
            // Chance makes no twelve words that prove each other.
            prop_assert!(normal_words(&text).is_err());
        }

        #[test]
        fn new_words_are_always_right(_ in 0u8..8) {
            let words = recovery_words().unwrap();
            prop_assert_eq!(normal_words(&words).unwrap(), words);
        }
    }
}

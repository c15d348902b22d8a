//! Finding a record by a few letters of its code, its name or what else is known of it.
//!
//! Letters are compared folded ([`fold`]): without case and accents. Every word that was typed must stand
//! somewhere; the nearer to the beginning of a name, the better.

use crate::ids::CohortId;
use crate::people::letters::fold;

/// A kind of record that can be found, in the order in which equals are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordKind {
    /// A cohort.
    Cohort,
    /// A session.
    Session,
    /// A project.
    Project,
    /// A person, once for each cohort they are in.
    Person,
    /// A module of the curriculum.
    Module,
    /// An instrument, by its key.
    Instrument,
    /// A framework, by its key.
    Framework,
    /// An outcome of a program.
    Outcome,
}

/// A record that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What it is.
    pub kind: RecordKind,
    /// Its id.
    pub id: String,
    /// The cohort it belongs to.
    pub cohort: Option<CohortId>,
    /// The short mark of that cohort.
    pub mark: String,
    /// Its code on papers; empty if it has none.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What else is shown with it: an institution, a date.
    pub more: String,
    /// What else it is found by.
    pub words: String,
    /// Whether it belongs to a sample.
    pub sample: bool,
}

/// A record as it is searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Searched {
    code: String,
    name: String,
    more: String,
}

impl From<&Record> for Searched {
    fn from(record: &Record) -> Self {
        Self {
            code: fold(&record.code),
            name: fold(&record.name),
            more: fold(&format!("{} {} {}", record.more, record.words, record.mark)),
        }
    }
}

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    words: Vec<String>,
}

impl Needle {
    /// The words of a text.
    pub fn new(text: &str) -> Self {
        Self {
            words: fold(text)
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect(),
        }
    }

    /// Whether nothing was typed that could be looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How far the record is from what was typed; smaller is better, nothing if a word is missing.
    pub fn rank(&self, record: &Searched) -> Option<u32> {
        self.words.iter().map(|word| rank(word, record)).sum()
    }
}

fn rank(word: &str, record: &Searched) -> Option<u32> {
    let starts = |text: &str| text.split(' ').any(|part| part.starts_with(word));
    if record.code == word {
        Some(0)
    } else if record.name.starts_with(word) {
        Some(1)
    } else if starts(&record.name) {
        Some(2)
    } else if record.code.starts_with(word) {
        Some(3)
    } else if record.name.contains(word) {
        Some(5)
    } else if starts(&record.more) {
        Some(7)
    } else if record.more.contains(word) || record.code.contains(word) {
        Some(9)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn searched(code: &str, name: &str, more: &str) -> Searched {
        Searched {
            code: fold(code),
            name: fold(name),
            more: fold(more),
        }
    }

    #[test]
    fn a_code_goes_before_a_name_and_a_name_before_the_rest() {
        let soren = searched("N01", "Søren Łukaszewicz", "Summit County Library");
        let rank = |text: &str| Needle::new(text).rank(&soren);
        assert_eq!(rank("n01"), Some(0));
        assert_eq!(rank("SØR"), Some(1));
        assert_eq!(rank("lukas"), Some(2));
        assert_eq!(rank("n0"), Some(3));
        assert_eq!(rank("szew"), Some(5));
        assert_eq!(rank("county"), Some(7));
        assert_eq!(rank("ounty"), Some(9));
        assert_eq!(rank("luk sor"), Some(3));
        assert_eq!(rank("luk nobody"), None);
        assert!(Needle::new(" ' ").is_empty());
    }

    proptest! {
        #[test]
        fn the_beginning_of_a_name_finds_it(name in "\\p{L}{1,12}( \\p{L}{1,12})?", cut in 1_usize..12) {
            let start: String = name.chars().take(cut).collect();
            let needle = Needle::new(&start);
            let record = searched("", &name, "");
            prop_assert_eq!(needle.is_empty(), fold(&start).is_empty());
            prop_assert!(needle.rank(&record).is_some());
        }

        #[test]
        fn a_record_is_found_exactly_if_it_holds_every_word(
            text in "[a-c ]{0,6}", code in "[a-c]{0,2}", name in "[a-c ]{0,6}", more in "[a-c ]{0,6}",
        ) {
            let record = searched(&code, &name, &more);
            let whole = [fold(&code), fold(&name), fold(&more)];
            let holds = fold(&text).split(' ').all(|word| whole.iter().any(|part| part.contains(word)));
            prop_assert_eq!(Needle::new(&text).rank(&record).is_some(), holds);
        }

        #[test]
        fn another_word_finds_less_and_never_brings_nearer(
            text in "[a-c ]{0,5}", word in "[a-c]{1,2}", name in "[a-c ]{0,6}", more in "[a-c ]{0,6}",
        ) {
            let record = searched("", &name, &more);
            let (short, long) = (Needle::new(&text), Needle::new(&format!("{text} {word}")));
            match (short.rank(&record), long.rank(&record)) {
                (Some(short), Some(long)) => prop_assert!(long >= short),
                (None, long) => prop_assert_eq!(long, None),
                (Some(_), None) => {}
            }
        }

        #[test]
        fn nothing_that_is_typed_makes_it_panic(text in any::<String>(), name in any::<String>()) {
            let _ = Needle::new(&text).rank(&searched(&text, &name, &text));
        }
    }
}

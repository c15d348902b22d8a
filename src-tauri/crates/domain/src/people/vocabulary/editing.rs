//! Changing the words: no spelling belongs to two of them, and a file that was understood stays understood.

use super::Term;
use crate::people::letters::{fold, tidy};

/// The glyphs that can stand beside a sector; empty for none.
pub const MARKS: [&str; 6] = ["book", "arch", "diamond", "box", "temple", ""];

/// Characters that a word or a spelling may have.
const LONGEST: usize = 80;

/// A change that the list of words does not allow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordError {
    /// Neither letters nor figures are in it.
    #[error("expected a word with letters or figures, found {found:?}")]
    Empty {
        /// The text found.
        found: String,
    },
    /// Too many characters.
    #[error("expected at most {limit} characters, found {found:?}")]
    TooLong {
        /// How the text begins.
        found: String,
        /// Characters allowed.
        limit: usize,
    },
    /// The spelling means another word already.
    #[error("{spelling:?} already means {by:?}")]
    Taken {
        /// The spelling.
        spelling: String,
        /// The word that it means.
        by: String,
    },
    /// No such glyph.
    #[error("expected one of the glyphs, found {found:?}")]
    NoMark {
        /// The text found.
        found: String,
    },
    /// The word is not in the list any more.
    #[error("the word is not in the list any more")]
    Gone,
}

impl<Id: Copy + PartialEq> Term<Id> {
    /// The word whose name or spelling this is.
    pub fn called<'t>(terms: &'t [Self], spelling: &str) -> Option<&'t Self> {
        terms.iter().find(|term| term.is_called(spelling))
    }

    /// Puts a new word at the end of the list.
    ///
    /// # Errors
    /// [`WordError`] for a name that is empty, too long or means another word.
    pub fn add(terms: &mut Vec<Self>, id: Id, name: &str) -> Result<(), WordError> {
        let name = free(terms, None, name)?;
        let last = terms.iter().map(|term| term.position).max();
        terms.push(Self {
            id,
            name,
            synonyms: Vec::new(),
            position: last.map_or(0, |last| last.saturating_add(1)),
            mark: String::new(),
        });
        Ok(())
    }

    /// Gives a word another name. The old one stays as a spelling, because files go on using it.
    ///
    /// # Errors
    /// [`WordError`] for a name that is empty, too long or means another word.
    pub fn rename(terms: &mut [Self], id: Id, name: &str) -> Result<(), WordError> {
        let name = free(terms, Some(id), name)?;
        let term = find(terms, id)?;
        let old = std::mem::replace(&mut term.name, name);
        term.synonyms
            .retain(|spelling| fold(spelling) != fold(&term.name));
        if !term.is_called(&old) {
            term.synonyms.push(old);
        }
        Ok(())
    }

    /// Adds a spelling to a word; one that it has already is left as it is.
    ///
    /// # Errors
    /// [`WordError`] for a spelling that is empty, too long or means another word.
    pub fn learn(terms: &mut [Self], id: Id, spelling: &str) -> Result<(), WordError> {
        let spelling = free(terms, Some(id), spelling)?;
        let term = find(terms, id)?;
        if !term.is_called(&spelling) {
            term.synonyms.push(spelling);
        }
        Ok(())
    }

    /// Takes a spelling from a word; its name stays.
    ///
    /// # Errors
    /// [`WordError::Gone`].
    pub fn forget(terms: &mut [Self], id: Id, spelling: &str) -> Result<(), WordError> {
        let gone = fold(spelling);
        find(terms, id)?.synonyms.retain(|own| fold(own) != gone);
        Ok(())
    }

    /// Gives a word a glyph, or takes it away.
    ///
    /// # Errors
    /// [`WordError::NoMark`] for one that is not drawn, [`WordError::Gone`].
    pub fn draw(terms: &mut [Self], id: Id, mark: &str) -> Result<(), WordError> {
        if !MARKS.contains(&mark) {
            let found = mark.chars().take(LONGEST).collect();
            return Err(WordError::NoMark { found });
        }
        mark.clone_into(&mut find(terms, id)?.mark);
        Ok(())
    }

    /// Moves a word by so many places towards the end (or, below zero, the beginning) and numbers the list.
    ///
    /// # Errors
    /// [`WordError::Gone`].
    pub fn shift(terms: &mut Vec<Self>, id: Id, by: i32) -> Result<(), WordError> {
        let at = terms
            .iter()
            .position(|term| term.id == id)
            .ok_or(WordError::Gone)?;
        let last = terms.len() - 1;
        let to = at.saturating_add_signed(by as isize).min(last);
        let term = terms.remove(at);
        terms.insert(to, term);
        for (position, term) in terms.iter_mut().enumerate() {
            term.position = position as u32;
        }
        Ok(())
    }
}

/// A spelling that two laptops gave to two words, each rightly for itself; the first of them is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedSpelling {
    /// The spelling.
    pub spelling: String,
    /// The word that it is read as.
    pub taken: String,
    /// The word that has it too.
    pub other: String,
}

/// The spellings that belong to two words.
pub fn shared<Id: Copy + PartialEq>(terms: &[Term<Id>]) -> Vec<SharedSpelling> {
    let mut found = Vec::new();
    for (at, term) in terms.iter().enumerate() {
        for spelling in std::iter::once(&term.name).chain(&term.synonyms) {
            if let Some(first) = Term::called(&terms[..at], spelling) {
                found.push(SharedSpelling {
                    spelling: spelling.clone(),
                    taken: first.name.clone(),
                    other: term.name.clone(),
                });
            }
        }
    }
    found
}

fn find<Id: Copy + PartialEq>(terms: &mut [Term<Id>], id: Id) -> Result<&mut Term<Id>, WordError> {
    terms.iter_mut().find(|term| term.id == id).ok_or(WordError::Gone)
}

/// The tidy spelling, if no word but `own` has it.
fn free<Id: Copy + PartialEq>(terms: &[Term<Id>], own: Option<Id>, text: &str) -> Result<String, WordError> {
    let text = tidy(text);
    let start = || text.chars().take(LONGEST).collect::<String>();
    if fold(&text).is_empty() {
        return Err(WordError::Empty { found: start() });
    }
    if text.chars().count() > LONGEST {
        return Err(WordError::TooLong {
            found: start(),
            limit: LONGEST,
        });
    }
    let taken = terms
        .iter()
        .find(|term| Some(term.id) != own && term.is_called(&text));
    match taken {
        Some(term) => Err(WordError::Taken {
            spelling: text,
            by: term.name.clone(),
        }),
        None => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::people::{Reading, default_levels, default_sectors};

    #[test]
    fn a_renamed_word_still_understands_its_old_name() {
        let mut levels = default_levels();
        let mid = levels[1].id;
        Term::rename(&mut levels, mid, " Middle ").unwrap();
        assert_eq!(levels[1].name, "Middle");
        assert!(!levels[1].synonyms.iter().any(|one| one == "middle"));
        assert_eq!(Term::read(&levels, "MID"), Reading::Known(mid));
        // Back again: nothing is left twice.
        Term::rename(&mut levels, mid, "Mid").unwrap();
        assert_eq!(
            levels[1].synonyms.iter().filter(|one| fold(one) == "mid").count(),
            0
        );
        assert_eq!(Term::read(&levels, "middle"), Reading::Known(mid));
    }

    #[test]
    fn a_spelling_of_another_word_is_refused_with_its_name() {
        let mut sectors = default_sectors();
        let museum = sectors[4].id;
        let taken = WordError::Taken {
            spelling: "Univ. Library".to_owned(),
            by: "Academic".to_owned(),
        };
        assert_eq!(Term::learn(&mut sectors, museum, "Univ.  Library"), Err(taken));
        assert_eq!(
            Term::rename(&mut sectors, museum, "Archives"),
            Err(WordError::Taken {
                spelling: "Archives".to_owned(),
                by: "Archival".to_owned()
            })
        );
        assert!(matches!(
            Term::learn(&mut sectors, museum, " – "),
            Err(WordError::Empty { .. })
        ));
        assert_eq!(sectors, default_sectors());
    }

    #[test]
    fn words_move_to_the_ends_and_no_further() {
        let names = |terms: &[Term<_>]| terms.iter().map(|term| term.name.clone()).collect::<Vec<_>>();
        let mut sectors = default_sectors();
        let museum = sectors[4].id;
        Term::shift(&mut sectors, museum, -1).unwrap();
        assert_eq!(names(&sectors)[3..], ["Museum", "Archival"]);
        Term::shift(&mut sectors, museum, -100).unwrap();
        assert_eq!(names(&sectors)[0], "Museum");
        Term::shift(&mut sectors, museum, i32::MAX).unwrap();
        assert_eq!(names(&sectors), names(&default_sectors()));
    }

    #[test]
    fn glyphs_are_those_that_are_drawn() {
        let mut sectors = default_sectors();
        let first = sectors[0].id;
        Term::draw(&mut sectors, first, "").unwrap();
        assert_eq!(sectors[0].mark, "");
        assert!(Term::draw(&mut sectors, first, "crown").is_err());
    }

    #[test]
    fn a_spelling_that_two_words_got_apart_is_named() {
        let mut sectors = default_sectors();
        assert_eq!(shared(&sectors), []);
        sectors[4].synonyms.push("Records".to_owned());
        let found = shared(&sectors);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].taken.as_str(), found[0].other.as_str()),
            ("Archival", "Museum")
        );
    }

    #[derive(Debug, Clone)]
    enum Change {
        Add(String),
        Rename(usize, String),
        Learn(usize, String),
        Forget(usize, String),
        Shift(usize, i32),
    }

    fn word() -> impl Strategy<Value = String> {
        prop_oneof!["[A-Za-z]{1,3}", "[a-b .é]{0,6}", any::<String>()]
    }

    fn change() -> impl Strategy<Value = Change> {
        prop_oneof![
            word().prop_map(Change::Add),
            (0usize..8, word()).prop_map(|(at, text)| Change::Rename(at, text)),
            (0usize..8, word()).prop_map(|(at, text)| Change::Learn(at, text)),
            (0usize..8, word()).prop_map(|(at, text)| Change::Forget(at, text)),
            (0usize..8, -9i32..9).prop_map(|(at, by)| Change::Shift(at, by)),
        ]
    }

    proptest! {
        #[test]
        fn whatever_is_done_every_spelling_means_one_word(changes in prop::collection::vec(change(), 0..40)) {
            let mut terms: Vec<Term<usize>> = Vec::new();
            for (next, change) in changes.into_iter().enumerate() {
                let before = terms.clone();
                let id = |at: usize| before.get(at).map_or(usize::MAX, |term| term.id);
                let done = match change {
                    Change::Add(name) => Term::add(&mut terms, next, &name),
                    Change::Rename(at, name) => Term::rename(&mut terms, id(at), &name),
                    Change::Learn(at, text) => Term::learn(&mut terms, id(at), &text),
                    Change::Forget(at, text) => Term::forget(&mut terms, id(at), &text),
                    Change::Shift(at, by) => Term::shift(&mut terms, id(at), by),
                };
                if done.is_err() {
                    prop_assert_eq!(&terms, &before);
                }
                prop_assert_eq!(shared(&terms), vec![]);
                for term in &terms {
                    for spelling in std::iter::once(&term.name).chain(&term.synonyms) {
                        prop_assert_eq!(Term::read(&terms, spelling), Reading::Known(term.id));
                    }
                }
                let mut positions: Vec<u32> = terms.iter().map(|term| term.position).collect();
                prop_assert!(positions.is_sorted());
                positions.dedup();
                prop_assert_eq!(positions.len(), terms.len());
            }
        }
    }
}

//! Sectors and levels as lists that people edit: names, spellings, glyphs, order.

use std::str::FromStr;

use nexus_domain::ids::{BadId, LevelId, SectorId};
use nexus_domain::people::{SharedSpelling, Term, shared};
use nexus_store::{Write, people};
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use crate::{App, AppError, Done, Result};

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum WordList {
    /// Sectors of institutions.
    Sectors,
    /// Career levels.
    Levels,
}

/// Both lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WordsView {
    /// Sectors, in their order.
    pub sectors: Vec<WordView>,
    /// Levels, in their order.
    pub levels: Vec<WordView>,
    /// Spellings that two laptops gave to two words.
    pub shared: Vec<SharedView>,
}

/// One word of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WordView {
    /// Its id.
    pub id: String,
    /// The word.
    pub name: String,
    /// Other spellings that mean it.
    pub synonyms: Vec<String>,
    /// Its glyph; empty for none.
    pub mark: String,
    /// People beside whom it stands.
    pub people: u32,
}

/// A spelling that belongs to two words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SharedView {
    /// The spelling.
    pub spelling: String,
    /// The word that it is read as.
    pub taken: String,
    /// The word that has it too.
    pub other: String,
}

/// What is done to a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case")]
pub enum WordChange {
    /// Another name; the old one stays as a spelling.
    Rename(String),
    /// Another spelling.
    Learn(String),
    /// One spelling less.
    Forget(String),
    /// Another glyph, or none.
    Draw(String),
    /// So many places towards the end; below zero, towards the beginning.
    Move(i32),
    /// Out of the list, into the bin.
    Remove,
}

impl WordChange {
    /// Kind of the action.
    fn kind(&self) -> &'static str {
        match self {
            Self::Rename(_) => "people.word-rename",
            Self::Learn(_) => "people.word-learn",
            Self::Forget(_) => "people.word-forget",
            Self::Draw(_) => "people.word-draw",
            Self::Move(_) => "people.word-move",
            Self::Remove => "people.word-remove",
        }
    }
}

/// A kind of word: where its list is read and written.
trait Kind: Copy + PartialEq + ToString + FromStr<Err = BadId> {
    const WHAT: &'static str;
    fn new(id: Uuid) -> Self;
    fn list(w: &Write<'_>) -> Result<Vec<Term<Self>>>;
    fn put(w: &Write<'_>, term: &Term<Self>) -> Result<()>;
    fn remove(self, w: &Write<'_>) -> Result<()>;
}

impl Kind for SectorId {
    const WHAT: &'static str = "sector";
    fn new(id: Uuid) -> Self {
        Self(id)
    }
    fn list(w: &Write<'_>) -> Result<Vec<Term<Self>>> {
        Ok(people::vocabulary(w)?.sectors)
    }
    fn put(w: &Write<'_>, term: &Term<Self>) -> Result<()> {
        Ok(people::put_sector(w, term)?)
    }
    fn remove(self, w: &Write<'_>) -> Result<()> {
        Ok(people::set_sector_deleted(w, self, true)?)
    }
}

impl Kind for LevelId {
    const WHAT: &'static str = "level";
    fn new(id: Uuid) -> Self {
        Self(id)
    }
    fn list(w: &Write<'_>) -> Result<Vec<Term<Self>>> {
        Ok(people::vocabulary(w)?.levels)
    }
    fn put(w: &Write<'_>, term: &Term<Self>) -> Result<()> {
        Ok(people::put_level(w, term)?)
    }
    fn remove(self, w: &Write<'_>) -> Result<()> {
        Ok(people::set_level_deleted(w, self, true)?)
    }
}

/// Both lists, with how many people each word stands beside.
///
/// # Errors
/// Those of the store.
pub fn words(app: &App) -> Result<WordsView> {
    app.ws().read(|r| {
        let words = people::vocabulary(r)?;
        let uses = people::words_in_use(r)?;
        let people = |id: &str| uses.get(id).copied().unwrap_or(0);
        let doubles = shared(&words.sectors).into_iter().chain(shared(&words.levels));
        Ok(WordsView {
            sectors: views(&words.sectors, people),
            levels: views(&words.levels, people),
            shared: doubles
                .map(
                    |SharedSpelling {
                         spelling,
                         taken,
                         other,
                     }| SharedView {
                        spelling,
                        taken,
                        other,
                    },
                )
                .collect(),
        })
    })
}

fn views<Id: ToString>(terms: &[Term<Id>], people: impl Fn(&str) -> u32) -> Vec<WordView> {
    terms
        .iter()
        .map(|term| {
            let id = term.id.to_string();
            WordView {
                people: people(&id),
                id,
                name: term.name.clone(),
                synonyms: term.synonyms.clone(),
                mark: term.mark.clone(),
            }
        })
        .collect()
}

/// Adds a word at the end of a list. Gives its id.
///
/// # Errors
/// [`AppError::WordTaken`] for a spelling of another word, [`AppError::Invalid`] for an empty one; those of
/// the store.
pub fn word_add(app: &App, list: WordList, name: &str) -> Result<Done<String>> {
    match list {
        WordList::Sectors => add::<SectorId>(app, name),
        WordList::Levels => add::<LevelId>(app, name),
    }
}

fn add<Id: Kind>(app: &App, name: &str) -> Result<Done<String>> {
    let id = Id::new(app.new_id());
    app.act("people.word-add", name.trim(), |w| {
        let mut terms = Id::list(w)?;
        Term::add(&mut terms, id, name)?;
        for term in terms.iter().filter(|term| term.id == id) {
            Id::put(w, term)?;
        }
        Ok(id.to_string())
    })
}

/// Changes a word.
///
/// # Errors
/// [`AppError::WordTaken`] for a spelling of another word; [`AppError::InUse`] for removing one that stands
/// beside people; [`AppError::Invalid`], [`AppError::NotFound`]; those of the store.
pub fn word_change(app: &App, list: WordList, id: &str, change: &WordChange) -> Result<Done<()>> {
    match list {
        WordList::Sectors => alter::<SectorId>(app, id, change),
        WordList::Levels => alter::<LevelId>(app, id, change),
    }
}

fn gone<Id: Kind>(key: &str) -> AppError {
    AppError::NotFound {
        what: Id::WHAT,
        key: key.to_owned(),
    }
}

fn alter<Id: Kind>(app: &App, id: &str, change: &WordChange) -> Result<Done<()>> {
    let id: Id = id.parse().map_err(|_| gone::<Id>(id))?;
    let words = app.ws().read(|r| Ok::<_, AppError>(people::vocabulary(r)?))?;
    let name = name_of(&words, &id.to_string()).ok_or_else(|| gone::<Id>(&id.to_string()))?;
    app.act(change.kind(), &name, |w| {
        let before = Id::list(w)?;
        let mut terms = before.clone();
        match change {
            WordChange::Rename(name) => Term::rename(&mut terms, id, name)?,
            WordChange::Learn(spelling) => Term::learn(&mut terms, id, spelling)?,
            WordChange::Forget(spelling) => Term::forget(&mut terms, id, spelling)?,
            WordChange::Draw(mark) => Term::draw(&mut terms, id, mark)?,
            WordChange::Move(by) => Term::shift(&mut terms, id, *by)?,
            WordChange::Remove => return remove(w, id, &name),
        }
        for term in terms.iter().filter(|term| !before.contains(term)) {
            Id::put(w, term)?;
        }
        Ok(())
    })
}

fn name_of(words: &nexus_domain::people::Vocabulary, id: &str) -> Option<String> {
    let sectors = words.sectors.iter().map(|term| (term.id.to_string(), &term.name));
    let levels = words.levels.iter().map(|term| (term.id.to_string(), &term.name));
    sectors
        .chain(levels)
        .find(|(own, _)| own == id)
        .map(|(_, name)| name.clone())
}

fn remove<Id: Kind>(w: &Write<'_>, id: Id, name: &str) -> Result<()> {
    match people::words_in_use(w)?.get(&id.to_string()) {
        Some(count) => Err(AppError::InUse {
            what: Id::WHAT,
            name: name.to_owned(),
            count: *count,
        }),
        None => id.remove(w),
    }
}

/// Remembers that a spelling means the word of this name: what a person settled once in a roster need not be
/// settled again.
///
/// # Errors
/// As [`word_change`].
pub fn word_learn(app: &App, list: WordList, name: &str, spelling: &str) -> Result<Done<()>> {
    let words = app.ws().read(|r| Ok::<_, AppError>(people::vocabulary(r)?))?;
    let id = match list {
        WordList::Sectors => Term::called(&words.sectors, name).map(|term| term.id.to_string()),
        WordList::Levels => Term::called(&words.levels, name).map(|term| term.id.to_string()),
    };
    let id = id.ok_or_else(|| AppError::NotFound {
        what: "word",
        key: name.to_owned(),
    })?;
    word_change(app, list, &id, &WordChange::Learn(spelling.to_owned()))
}

//! Sectors and levels: data that a coalition edits, with the spellings under which they arrive.

mod editing;

pub use editing::{MARKS, SharedSpelling, WordError, shared};

use super::letters::fold;
use crate::ids::{LevelId, SectorId, derived};

/// One word of an editable list, with its other spellings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term<Id> {
    /// Its id.
    pub id: Id,
    /// The word shown.
    pub name: String,
    /// Other spellings that mean it.
    pub synonyms: Vec<String>,
    /// Its place in the list, from 0.
    pub position: u32,
    /// The glyph drawn beside it (`book`, `arch`, `diamond`, `box`, `temple`), empty for none.
    pub mark: String,
}

/// A sector of cultural institutions.
pub type Sector = Term<SectorId>;
/// A career level.
pub type Level = Term<LevelId>;

/// The words that a workspace knows, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// Sectors.
    pub sectors: Vec<Sector>,
    /// Levels.
    pub levels: Vec<Level>,
}

/// What a spelling means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading<Id> {
    /// The word itself or one of its spellings.
    Known(Id),
    /// One word is part of it.
    Guess(Id),
    /// Several words are part of it, in the order in which they stand.
    Several(Vec<Id>),
    /// None is.
    Unknown,
}

impl<Id: Copy + PartialEq> Term<Id> {
    /// Whether this is the word itself or one of its spellings.
    pub fn is_called(&self, text: &str) -> bool {
        let text = fold(text);
        self.spellings().any(|spelling| spelling == text)
    }

    fn spellings(&self) -> impl Iterator<Item = String> {
        std::iter::once(&self.name)
            .chain(&self.synonyms)
            .map(|text| fold(text))
    }

    /// What this text means among the terms. Text in parentheses counts only where the rest says nothing.
    pub fn read(terms: &[Self], text: &str) -> Reading<Id> {
        let outside = without_parentheses(text);
        for whole in [fold(text), fold(&outside)] {
            if let Some(term) = terms.iter().find(|term| term.spellings().any(|s| s == whole)) {
                return Reading::Known(term.id);
            }
        }
        let parts = Self::parts(terms, &fold(text));
        match parts.as_slice() {
            [] => Reading::Unknown,
            [one] => Reading::Guess(*one),
            _ => Reading::Several(parts),
        }
    }

    /// The terms one of whose spellings is a run of whole words of the text, by their place; a spelling
    /// inside a longer one that also matched does not count.
    fn parts(terms: &[Self], text: &str) -> Vec<Id> {
        let padded = format!(" {text} ");
        let mut found: Vec<(usize, usize, Id)> = Vec::new();
        for term in terms {
            for spelling in term.spellings().filter(|spelling| !spelling.is_empty()) {
                if let Some(at) = padded.find(&format!(" {spelling} ")) {
                    found.push((at, at + spelling.len(), term.id));
                }
            }
        }
        let inside = |a: &(usize, usize, Id), b: &(usize, usize, Id)| {
            a.0 >= b.0 && a.1 <= b.1 && (a.1 - a.0) < (b.1 - b.0)
        };
        let mut kept: Vec<(usize, usize, Id)> = found
            .iter()
            .filter(|one| !found.iter().any(|other| inside(one, other)))
            .copied()
            .collect();
        kept.sort_by_key(|(at, end, _)| (*at, *end));
        let mut ids = Vec::new();
        for (_, _, id) in kept {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}

fn without_parentheses(text: &str) -> String {
    let mut depth = 0u32;
    text.chars()
        .filter(|c| {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect()
}

/// The sectors that every workspace starts with; their ids are the same everywhere.
pub fn default_sectors() -> Vec<Sector> {
    let words = [
        (
            "Academic",
            "book",
            "academic library; university library; univ library; college library; community college library; \
             research library; higher education",
        ),
        (
            "Public",
            "arch",
            "public library; county library; city library; municipal library",
        ),
        (
            "Special",
            "diamond",
            "special library; law library; medical library; corporate library; government library",
        ),
        (
            "Archival",
            "box",
            "archive; archives; state archives; archival; historical society; historical society archives; records",
        ),
        (
            "Museum",
            "temple",
            "museums; gallery; art museum; history museum; science museum",
        ),
    ];
    terms(&words, shipped_sector)
}

/// The levels that every workspace starts with; their ids are the same everywhere.
pub fn default_levels() -> Vec<Level> {
    let words = [
        ("Entry", "", "entry level; junior; early career; beginner"),
        ("Mid", "", "mid level; middle; mid career; intermediate"),
        ("Senior", "", "senior level; sr"),
        (
            "Department head",
            "",
            "head of department; head of dept; dept head; department manager; unit head; head",
        ),
        (
            "Director",
            "",
            "deputy director; associate director; director level",
        ),
        (
            "Executive",
            "",
            "executive level; executive director; ceo; chief; c level",
        ),
    ];
    terms(&words, shipped_level)
}

/// The id of the shipped sector of this name, which it keeps when somebody renames it.
pub fn shipped_sector(name: &str) -> SectorId {
    SectorId(derived("sector", &[fold(name).as_bytes()]))
}

/// The id of the shipped level of this name, which it keeps when somebody renames it.
pub fn shipped_level(name: &str) -> LevelId {
    LevelId(derived("level", &[fold(name).as_bytes()]))
}

fn terms<Id>(words: &[(&str, &str, &str)], id: impl Fn(&str) -> Id) -> Vec<Term<Id>> {
    words
        .iter()
        .enumerate()
        .map(|(position, (name, mark, synonyms))| Term {
            id: id(name),
            name: (*name).to_owned(),
            synonyms: synonyms.split(';').map(|word| word.trim().to_owned()).collect(),
            position: position as u32,
            mark: (*mark).to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sector(text: &str) -> Option<String> {
        let sectors = default_sectors();
        let Reading::Known(id) = Term::read(&sectors, text) else {
            return None;
        };
        sectors
            .into_iter()
            .find(|sector| sector.id == id)
            .map(|sector| sector.name)
    }

    #[test]
    fn every_spelling_of_the_samples_is_a_sector() {
        for (text, name) in [
            ("Academic library", "Academic"),
            ("Public Library", "Public"),
            ("public library", "Public"),
            ("Special library (law)", "Special"),
            ("State archives", "Archival"),
            ("museum ", "Museum"),
            ("Historical society / archives", "Archival"),
            ("Univ. library", "Academic"),
            ("Community college library", "Academic"),
        ] {
            assert_eq!(sector(text).as_deref(), Some(name), "{text}");
        }
        assert_eq!(sector("Zoo"), None);
    }

    #[test]
    fn a_level_with_two_words_asks() {
        let levels = default_levels();
        let reading = Term::read(&levels, "Head of dept; also \"acting\" director");
        assert_eq!(reading, Reading::Several(vec![levels[3].id, levels[4].id]));
        assert_eq!(Term::read(&levels, "entry-level"), Reading::Known(levels[0].id));
        assert_eq!(
            Term::read(&levels, "Executive Director"),
            Reading::Known(levels[5].id)
        );
        assert_eq!(
            Term::read(&levels, "senior cataloguer"),
            Reading::Guess(levels[2].id)
        );
        assert_eq!(Term::read(&levels, "wizard"), Reading::Unknown);
    }

    #[test]
    fn default_words_have_the_same_ids_on_every_laptop() {
        assert_eq!(default_sectors(), default_sectors());
        assert_ne!(default_sectors()[0].id, default_sectors()[1].id);
    }
}

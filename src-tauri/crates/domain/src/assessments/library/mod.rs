//! The library that a coalition keeps: frameworks and instruments with a draft, and published versions that never
//! change.
//!
//! A [`Definition`] has at most one draft. It lies in [`Part`]s, one for each section, item, choice, competency or
//! anchor, so that what two people changed apart comes together. Publishing freezes it as a numbered
//! [`DefinitionVersion`].

mod condition;
mod content;
mod difference;
mod field;
mod follows;
mod key;
mod part;
mod problems;

#[cfg(test)]
mod tests;

pub use condition::{read_condition, write_condition};
pub use content::{Content, GENERAL, LONG_TEXT, in_order};
pub use difference::{Difference, PartDifference, difference};
pub use field::{BadValue, HeadField, LONGEST_LINE, LONGEST_TEXT, PartField};
pub use follows::{Breach, BreachMatter};
pub use key::key_of;
pub use part::{Part, PartKind};
pub use problems::{Problem, ProblemMatter, framework_problems, instrument_problems};

use chrono::NaiveDate;

use crate::ids::{DefinitionId, DefinitionVersionId, derived};

/// What a definition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum DefinitionKind {
    /// A sheet of items.
    Instrument,
    /// A list of competencies.
    Framework,
}

impl DefinitionKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Instrument, Self::Framework];

    /// The word under which it is stored and named on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Instrument => "instrument",
            Self::Framework => "framework",
        }
    }

    /// The kind of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// A framework or an instrument. Its text is that of the draft; without a draft what was published counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Derived from kind and key.
    pub id: DefinitionId,
    /// What it is.
    pub kind: DefinitionKind,
    /// Its key; never changes.
    pub key: String,
    /// What the draft says of itself.
    pub head: Head,
    /// Whether somebody works on the next version.
    pub drafting: bool,
    /// Number of the version that the draft began from.
    pub base: Option<u32>,
    /// Whether it belongs to the sample.
    pub sample: bool,
}

/// What a definition says of itself. Empty text means not written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// What it is called.
    pub title: String,
    /// Under which licence it may be used.
    pub licence: String,
    /// Who made it, and from what.
    pub source: String,
    /// What to do, for those who answer; an instrument's alone.
    pub instructions: String,
    /// Key and version of the framework that an instrument's competencies belong to.
    pub framework: Option<(String, u32)>,
    /// The lowest point of an instrument's scale.
    pub low: u8,
    /// The highest point.
    pub high: u8,
    /// A word for each point, or none.
    pub labels: Vec<String>,
    /// Whether its wording may only be copied under another key, once it is published.
    pub locked: bool,
}

impl Default for Head {
    fn default() -> Self {
        Self {
            title: String::new(),
            licence: String::new(),
            source: String::new(),
            instructions: String::new(),
            framework: None,
            low: 1,
            high: 5,
            labels: Vec::new(),
            locked: false,
        }
    }
}

impl DefinitionId {
    /// The one definition of this kind and key.
    pub fn of(kind: DefinitionKind, key: &str) -> Self {
        Self(derived("definition", &[kind.key().as_bytes(), key.as_bytes()]))
    }
}

/// A published version. It never changes; its id follows from what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinitionVersion {
    /// Its id.
    pub id: DefinitionVersionId,
    /// What it is a version of.
    pub definition: DefinitionId,
    /// Its number, from 1.
    pub number: u32,
    /// The day it was published, or came here.
    pub published: NaiveDate,
    /// The file of it.
    pub content: String,
}

impl DefinitionVersion {
    /// A version with the id that its content gives it.
    pub fn new(definition: DefinitionId, number: u32, published: NaiveDate, content: String) -> Self {
        Self {
            id: DefinitionVersionId::of(definition, number, &content),
            definition,
            number,
            published,
            content,
        }
    }
}

impl DefinitionVersionId {
    /// The id of this content under this number: the same wherever it is published or read.
    pub fn of(definition: DefinitionId, number: u32, content: &str) -> Self {
        let number = number.to_le_bytes();
        let parts: [&[u8]; 3] = [definition.0.as_bytes(), &number, content.as_bytes()];
        Self(derived("definition_version", &parts))
    }
}

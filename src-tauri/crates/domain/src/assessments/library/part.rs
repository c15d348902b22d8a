//! Parts of a draft.

use crate::ids::{DefinitionId, DefinitionPartId, derived};

/// What a part is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum PartKind {
    /// A section of an instrument.
    Section,
    /// An item of an instrument.
    #[default]
    Item,
    /// A choice of an item.
    Choice,
    /// A group of competencies.
    Group,
    /// A context in which competencies play out differently.
    Context,
    /// A competency of a framework.
    Competency,
    /// What one point looks like for one competency in one context; its key is `context.point`.
    Anchor,
}

impl PartKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Section,
        Self::Item,
        Self::Choice,
        Self::Group,
        Self::Context,
        Self::Competency,
        Self::Anchor,
    ];

    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Item => "item",
            Self::Choice => "choice",
            Self::Group => "group",
            Self::Context => "context",
            Self::Competency => "competency",
            Self::Anchor => "anchor",
        }
    }

    /// The kind of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether it belongs to its parent for ever: a choice to its item, an anchor to its competency.
    pub fn bound(self) -> bool {
        matches!(self, Self::Choice | Self::Anchor)
    }
}

/// A part of a draft. Cells that its kind has no use for are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Derived from definition, kind and key, and from the parent where the part is bound to it.
    pub id: DefinitionPartId,
    /// What it is a part of.
    pub definition: DefinitionId,
    /// What it is.
    pub kind: PartKind,
    /// Its key; never changes.
    pub key: String,
    /// Key of the section of an item, the item of a choice, the group of a competency, the competency of an anchor.
    pub parent: String,
    /// Its place among what it stands with, from 0; equal places are told apart by key. Sections stand with the items
    /// that have none.
    pub position: u32,
    /// The statement of an item, the words of a choice or an anchor, the name of anything else.
    pub text: String,
    /// The text below a section's name; what a competency means.
    pub words: String,
    /// Key of the competency that an item is about.
    pub about: String,
    /// What an item measures, as its word.
    pub measures: String,
    /// How an item is answered, as its word.
    pub format: String,
    /// The lowest point of an item's own scale, or the least number.
    pub low: String,
    /// The highest point of an item's own scale, or the greatest number.
    pub high: String,
    /// The words of an item's own scale, one a line.
    pub labels: String,
    /// What an item's number counts.
    pub unit: String,
    /// When an item is asked, as its words; empty for always.
    pub shown_if: String,
    /// Levels that a context is about, one a line; empty for every one.
    pub levels: String,
    /// Sectors that a context is about, one a line; empty for every one.
    pub sectors: String,
}

impl Part {
    /// An empty part.
    pub fn new(definition: DefinitionId, kind: PartKind, parent: &str, key: &str) -> Self {
        Self {
            id: DefinitionPartId::of(definition, kind, parent, key),
            definition,
            kind,
            key: key.to_owned(),
            parent: parent.to_owned(),
            position: 0,
            text: String::new(),
            words: String::new(),
            about: String::new(),
            measures: String::new(),
            format: String::new(),
            low: String::new(),
            high: String::new(),
            labels: String::new(),
            unit: String::new(),
            shown_if: String::new(),
            levels: String::new(),
            sectors: String::new(),
        }
    }
}

impl DefinitionPartId {
    /// The one part of this kind and key; choices and anchors have keys of their own below each parent.
    pub fn of(definition: DefinitionId, kind: PartKind, parent: &str, key: &str) -> Self {
        let scope = if kind.bound() { parent } else { "" };
        Self(derived(
            "definition_part",
            &[
                definition.0.as_bytes(),
                kind.key().as_bytes(),
                scope.as_bytes(),
                key.as_bytes(),
            ],
        ))
    }
}

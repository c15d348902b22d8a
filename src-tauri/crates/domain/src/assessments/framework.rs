//! Competencies, and what they look like in different contexts.

use crate::people::{Level, Sector, Term, shipped_level, shipped_sector};

/// One published version of a list of competencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framework {
    /// Its key, e.g. `nexus-competencies`.
    pub key: String,
    /// Its version, from 1; a published version never changes.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// Its wording belongs to somebody else: it may be copied under a new key, never edited.
    pub locked: bool,
    /// Licence of its wording.
    pub licence: String,
    /// Where it comes from.
    pub source: String,
    /// Groups of competencies, in their order.
    pub groups: Vec<Group>,
    /// Contexts with wording of their own; where several fit a person, the first counts.
    pub contexts: Vec<Context>,
    /// The competencies, in the order of a sheet.
    pub competencies: Vec<Competency>,
}

/// A group of competencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// A context in which competencies play out differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Levels it is about, by name; empty means every level.
    pub levels: Vec<String>,
    /// Sectors it is about, by name; empty means every sector.
    pub sectors: Vec<String>,
}

/// One competency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competency {
    /// Its key; never changes.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Key of its group.
    pub group: String,
    /// What it means.
    pub definition: String,
    /// What it looks like where no context has wording of its own.
    pub general: Vec<Anchor>,
    /// Wording for contexts.
    pub wordings: Vec<Wording>,
}

/// What a competency looks like in one context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Key of the context.
    pub context: String,
    /// The anchors, lowest point first.
    pub anchors: Vec<Anchor>,
}

/// What one point of the scale looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The point.
    pub point: u8,
    /// The behaviour.
    pub text: String,
}

impl Framework {
    /// Keys of the contexts that fit a person of this sector and level, the first first.
    pub fn contexts_of(&self, sector: Option<&Sector>, level: Option<&Level>) -> Vec<&str> {
        self.contexts
            .iter()
            .filter(|context| {
                fits(&context.levels, level, shipped_level) && fits(&context.sectors, sector, shipped_sector)
            })
            .map(|context| context.key.as_str())
            .collect()
    }

    /// The competency of this key.
    pub fn competency(&self, key: &str) -> Option<&Competency> {
        self.competencies.iter().find(|competency| competency.key == key)
    }
}

/// Whether a context names this word: by the id that a shipped word keeps under every name, or by a spelling.
fn fits<Id: Copy + PartialEq>(named: &[String], own: Option<&Term<Id>>, shipped: fn(&str) -> Id) -> bool {
    let is = |own: &Term<Id>| {
        named
            .iter()
            .any(|name| shipped(name) == own.id || own.is_called(name))
    };
    named.is_empty() || own.is_some_and(is)
}

impl Competency {
    /// The anchors for a person in these contexts (see [`Framework::contexts_of`]).
    pub fn anchors(&self, contexts: &[&str]) -> &[Anchor] {
        contexts
            .iter()
            .find_map(|context| self.wordings.iter().find(|wording| wording.context == *context))
            .map_or(&self.general, |wording| &wording.anchors)
    }
}

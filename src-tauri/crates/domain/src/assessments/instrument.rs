//! Instruments: locked sheets of items.

use std::collections::HashSet;

/// One published version of a sheet of items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    /// Its key, e.g. `competency-self-assessment`.
    pub key: String,
    /// Its version, from 1; a published version never changes.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// Licence of its wording.
    pub licence: String,
    /// Where it comes from.
    pub source: String,
    /// What to do, in its own words.
    pub instructions: String,
    /// Key and version of the framework its competencies belong to.
    pub framework: Option<(String, u32)>,
    /// The scale of every item.
    pub scale: Scale,
    /// The items in their order.
    pub items: Vec<Item>,
}

/// One item. Its key never changes and is never used for another item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its key.
    pub key: String,
    /// The statement, or the name of the competency.
    pub text: String,
    /// Key of the competency it is about.
    pub competency: Option<String>,
    /// What it measures.
    pub kind: Kind,
}

/// What an item measures, by Kirkpatrick's four levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// How participants took it.
    Reaction,
    /// What they learned.
    Learning,
    /// What they do at work.
    Behaviour,
    /// What came of it.
    Results,
}

impl Kind {
    /// The kind of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "reaction" => Some(Self::Reaction),
            "learning" => Some(Self::Learning),
            "behaviour" => Some(Self::Behaviour),
            "results" => Some(Self::Results),
            _ => None,
        }
    }
}

/// The points of a rating scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// The lowest point, at least 1.
    pub low: u8,
    /// The highest point, at most 9, so that each is one key.
    pub high: u8,
    /// A word for each point, lowest first; empty where only anchors describe them.
    pub labels: Vec<String>,
}

impl Scale {
    /// One to five, without words.
    pub const FIVE: Self = Self {
        low: 1,
        high: 5,
        labels: Vec::new(),
    };

    /// True for a point of the scale.
    pub fn holds(&self, value: u8) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// Its points with their words, lowest first; the word is empty where there is none.
    pub fn points(&self) -> impl Iterator<Item = (u8, &str)> {
        (self.low..=self.high).map(|point| {
            let label = self.labels.get(usize::from(point - self.low));
            (point, label.map_or("", String::as_str))
        })
    }
}

/// What makes an instrument unusable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A text that must not be empty is.
    #[error("{field}: expected text, found none")]
    Empty {
        /// The field.
        field: &'static str,
    },
    /// The version is zero.
    #[error("version: expected 1 or more, found 0")]
    Version,
    /// The scale has no two points, or points that are not one key each.
    #[error("scale: expected two or more points between 1 and 9, found {low} to {high}")]
    Scale {
        /// Lowest point found.
        low: u8,
        /// Highest point found.
        high: u8,
    },
    /// Words for some points only.
    #[error("scale: expected {expected} words or none, found {found}")]
    Labels {
        /// Number of points.
        expected: usize,
        /// Number of words.
        found: usize,
    },
    /// No items.
    #[error("items: expected at least one, found none")]
    NoItems,
    /// Two items share a key.
    #[error("items: expected every id once, found {key:?} twice")]
    Twice {
        /// The key.
        key: String,
    },
}

impl Instrument {
    /// The item of this key.
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }

    /// Checks that it can be asked, answered and told apart.
    ///
    /// # Errors
    /// The first [`Fault`].
    pub fn check(&self) -> Result<(), Fault> {
        for (field, text) in [
            ("id", &self.key),
            ("title", &self.title),
            ("licence", &self.licence),
            ("source", &self.source),
        ] {
            if text.trim().is_empty() {
                return Err(Fault::Empty { field });
            }
        }
        if self.version == 0 {
            return Err(Fault::Version);
        }
        let Scale { low, high, .. } = self.scale;
        if low < 1 || high > 9 || low >= high {
            return Err(Fault::Scale { low, high });
        }
        let points = usize::from(high - low) + 1;
        let found = self.scale.labels.len();
        if found != 0 && found != points {
            return Err(Fault::Labels {
                expected: points,
                found,
            });
        }
        if self.items.is_empty() {
            return Err(Fault::NoItems);
        }
        let mut keys = HashSet::new();
        for item in &self.items {
            if item.key.trim().is_empty() || item.text.trim().is_empty() {
                return Err(Fault::Empty { field: "items" });
            }
            if !keys.insert(item.key.as_str()) {
                return Err(Fault::Twice {
                    key: item.key.clone(),
                });
            }
        }
        Ok(())
    }
}

//! What a next version may not do: an answer never changes its meaning under one key.

use std::fmt;

use crate::assessments::{Format, Instrument, Item};

/// A key that would mean something else than in an earlier version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Key of the item.
    pub item: String,
    /// Number of the earlier version.
    pub version: u32,
    /// What is not as it was.
    pub matter: BreachMatter,
    /// What it was.
    pub before: String,
    /// What it would be.
    pub now: String,
}

/// What may not change under one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum BreachMatter {
    /// How it is answered.
    Format,
    /// The points of its scale.
    Scale,
    /// A choice that was there is gone.
    Choice,
    /// What its number counts.
    Unit,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            item,
            version,
            before,
            now,
            ..
        } = self;
        let field = match self.matter {
            BreachMatter::Format => "format",
            BreachMatter::Scale => "scale",
            BreachMatter::Choice => "choices",
            BreachMatter::Unit => "unit",
        };
        write!(
            f,
            "{item}, {field}: expected {before:?} as in version {version}, found {now:?}"
        )
    }
}

impl Instrument {
    /// What keeps this from being a version beside `other` of one instrument, whichever is the later. Wording may
    /// change, choices may be added later, items may come and go.
    pub fn breaches(&self, other: &Self) -> Vec<Breach> {
        let (earlier, later) = if self.version < other.version {
            (self, other)
        } else {
            (other, self)
        };
        let mut found = Vec::new();
        for before in &earlier.items {
            let Some(now) = later.item(&before.key) else {
                continue;
            };
            let told = compare(earlier, before, later, now).into_iter();
            found.extend(told.map(|(matter, was, is)| Breach {
                item: before.key.clone(),
                version: earlier.version,
                matter,
                before: was,
                now: is,
            }));
        }
        found
    }

    /// Checks that this can be a version beside all of these.
    ///
    /// # Errors
    /// The first [`Breach`].
    pub fn follows<'a>(&self, others: impl IntoIterator<Item = &'a Self>) -> Result<(), Breach> {
        let mut found = others.into_iter().flat_map(|other| self.breaches(other));
        found.next().map_or(Ok(()), Err)
    }
}

fn compare(
    earlier: &Instrument,
    before: &Item,
    later: &Instrument,
    now: &Item,
) -> Vec<(BreachMatter, String, String)> {
    let (kind, own) = (before.format.kind(), now.format.kind());
    if kind != own {
        return vec![(BreachMatter::Format, kind.key().to_owned(), own.key().to_owned())];
    }
    match (&before.format, &now.format) {
        (Format::Rating(_), Format::Rating(_)) => {
            let points = |instrument: &Instrument, item: &Item| {
                let scale = instrument.scale_of(item);
                format!("{} to {}", scale.low, scale.high)
            };
            let (was, is) = (points(earlier, before), points(later, now));
            (was != is)
                .then_some((BreachMatter::Scale, was, is))
                .into_iter()
                .collect()
        }
        (Format::Number { unit: was, .. }, Format::Number { unit: is, .. }) => {
            let differs = was != is;
            let told = (BreachMatter::Unit, was.clone(), is.clone());
            differs.then_some(told).into_iter().collect()
        }
        (was, is) => {
            let gone = was
                .choices()
                .iter()
                .filter(|choice| is.choice(&choice.key).is_none());
            gone.map(|choice| (BreachMatter::Choice, choice.key.clone(), String::new()))
                .collect()
        }
    }
}

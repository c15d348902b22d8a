//! What the library keeps, frameworks and instruments alike.

use std::sync::OnceLock;

use nexus_domain::assessments::library::{Breach, Content, DefinitionKind, DefinitionVersion};
use nexus_domain::assessments::{Framework, Instrument};
use nexus_domain::ids::{DefinitionId, DefinitionVersionId};
use nexus_interop::instruments::{self as file, InstrumentError};

use crate::{AppError, Result};

/// A framework or an instrument.
pub(crate) trait Kept: Clone + Sized + 'static {
    /// Which of both.
    const KIND: DefinitionKind;

    /// Its key.
    fn key(&self) -> &str;
    /// Its version.
    fn number(&self) -> u32;
    /// What it is called.
    fn title(&self) -> &str;
    /// Whether it may only be copied.
    fn locked(&self) -> bool;
    /// How many items or competencies it has.
    fn size(&self) -> usize;
    /// The one that a file holds.
    fn read(text: &str) -> Result<Self, InstrumentError>;
    /// Its file.
    fn write(&self) -> Result<String, InstrumentError>;
    /// As head and parts.
    fn content(&self) -> Content;
    /// Of head and parts.
    fn of(content: &Content, key: &str, number: u32) -> Self;
    /// What keeps it from standing beside other versions of its key: a framework may change as it likes.
    fn breach(&self, _others: &[&Self]) -> Option<Breach> {
        None
    }
    /// Those that ship with the program, with the ids that their files give them.
    fn shipped() -> Result<&'static [(DefinitionVersionId, Self)]>;

    /// The definition of this key.
    fn id(key: &str) -> DefinitionId {
        DefinitionId::of(Self::KIND, key)
    }
}

type Shipped<T> = OnceLock<std::result::Result<Vec<(DefinitionVersionId, T)>, InstrumentError>>;

/// The files are part of the program, and read once; tests keep them from being broken.
fn once<T: Kept>(
    kept: &'static Shipped<T>,
    all: fn() -> Result<Vec<T>, InstrumentError>,
) -> Result<&'static [(DefinitionVersionId, T)]> {
    let read = || -> Result<Vec<_>, InstrumentError> {
        let identified = |one: T| Ok((identity(&one)?, one));
        all()?.into_iter().map(identified).collect()
    };
    let found = kept.get_or_init(read);
    let found = found.as_ref().map_err(|error| AppError::Unusable {
        file: "assets".to_owned(),
        reason: "damaged",
        found: error.to_string(),
    })?;
    Ok(found)
}

/// The id that its content gives it.
fn identity<T: Kept>(one: &T) -> Result<DefinitionVersionId, InstrumentError> {
    Ok(DefinitionVersionId::of(
        T::id(one.key()),
        one.number(),
        &one.write()?,
    ))
}

/// What was published, ready to be stored.
pub(super) fn version_of<T: Kept>(one: &T, published: chrono::NaiveDate) -> Result<DefinitionVersion> {
    let content = one.write().map_err(|error| unusable(one.key(), &error))?;
    Ok(DefinitionVersion::new(
        T::id(one.key()),
        one.number(),
        published,
        content,
    ))
}

/// A file that holds none.
pub(super) fn unusable(file: &str, error: &InstrumentError) -> AppError {
    AppError::Unusable {
        file: file.to_owned(),
        reason: match error {
            InstrumentError::Schema { .. } => "newer",
            InstrumentError::Large { .. } => "too-large",
            InstrumentError::Text { .. } => "not-text",
            _ => "damaged",
        },
        found: error.to_string(),
    }
}

impl Kept for Instrument {
    const KIND: DefinitionKind = DefinitionKind::Instrument;

    fn key(&self) -> &str {
        &self.key
    }

    fn number(&self) -> u32 {
        self.version
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn locked(&self) -> bool {
        self.locked
    }

    fn size(&self) -> usize {
        self.items.len()
    }

    fn read(text: &str) -> Result<Self, InstrumentError> {
        file::instrument(text)
    }

    fn write(&self) -> Result<String, InstrumentError> {
        file::write_instrument(self)
    }

    fn content(&self) -> Content {
        Content::of_instrument(self)
    }

    fn of(content: &Content, key: &str, number: u32) -> Self {
        content.instrument(key, number)
    }

    fn breach(&self, others: &[&Self]) -> Option<Breach> {
        self.follows(others.iter().copied()).err()
    }

    fn shipped() -> Result<&'static [(DefinitionVersionId, Self)]> {
        static SHIPPED: Shipped<Instrument> = OnceLock::new();
        once(&SHIPPED, file::shipped_instruments)
    }
}

impl Kept for Framework {
    const KIND: DefinitionKind = DefinitionKind::Framework;

    fn key(&self) -> &str {
        &self.key
    }

    fn number(&self) -> u32 {
        self.version
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn locked(&self) -> bool {
        self.locked
    }

    fn size(&self) -> usize {
        self.competencies.len()
    }

    fn read(text: &str) -> Result<Self, InstrumentError> {
        file::framework(text)
    }

    fn write(&self) -> Result<String, InstrumentError> {
        file::write_framework(self)
    }

    fn content(&self) -> Content {
        Content::of_framework(self)
    }

    fn of(content: &Content, key: &str, number: u32) -> Self {
        content.framework(key, number)
    }

    fn shipped() -> Result<&'static [(DefinitionVersionId, Self)]> {
        static SHIPPED: Shipped<Framework> = OnceLock::new();
        once(&SHIPPED, file::shipped_frameworks)
    }
}

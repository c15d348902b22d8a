//! The library of frameworks and instruments: what ships with the program, and what a coalition published itself.
//!
//! Every other part asks here for a definition. A published version never changes, so what was asked at an occasion
//! can be read for ever.

use std::sync::OnceLock;

use nexus_domain::assessments::library::DefinitionKind;
use nexus_domain::assessments::{Framework, Instrument, Occasion};
use nexus_domain::ids::{DefinitionId, DefinitionVersionId};
use nexus_interop::instruments::{InstrumentError, shipped_frameworks, shipped_instruments};
use nexus_store::Read;

use crate::{AppError, Result};

/// What ships with the program, read once.
struct Shipped {
    frameworks: Vec<Framework>,
    instruments: Vec<Instrument>,
}

fn shipped() -> Result<&'static Shipped> {
    static SHIPPED: OnceLock<std::result::Result<Shipped, String>> = OnceLock::new();
    let read = || -> std::result::Result<Shipped, InstrumentError> {
        Ok(Shipped {
            frameworks: shipped_frameworks()?,
            instruments: shipped_instruments()?,
        })
    };
    // The files are part of the program; tests keep them from being broken.
    let found = SHIPPED.get_or_init(|| read().map_err(|error| error.to_string()));
    found.as_ref().map_err(|error| AppError::Unusable {
        file: "assets".to_owned(),
        reason: "damaged",
        found: error.clone(),
    })
}

/// Every published version of every instrument.
///
/// # Errors
/// Those of the store.
pub(crate) fn instruments(_r: &Read<'_>) -> Result<Vec<Instrument>> {
    Ok(shipped()?.instruments.clone())
}

/// Every published version of every framework.
///
/// # Errors
/// Those of the store.
pub(crate) fn frameworks(_r: &Read<'_>) -> Result<Vec<Framework>> {
    Ok(shipped()?.frameworks.clone())
}

/// The version of each framework that is in force.
///
/// # Errors
/// Those of the store.
pub(crate) fn frameworks_in_force(r: &Read<'_>) -> Result<Vec<Framework>> {
    let mut found: Vec<Framework> = Vec::new();
    for framework in frameworks(r)? {
        match found.iter_mut().find(|one| one.key == framework.key) {
            Some(known) if known.version >= framework.version => {}
            Some(known) => *known = framework,
            None => found.push(framework),
        }
    }
    Ok(found)
}

/// The version of an instrument that is in force.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub(crate) fn latest(r: &Read<'_>, key: &str) -> Result<Instrument> {
    let all = instruments(r)?.into_iter().filter(|one| one.key == key);
    all.max_by_key(|one| one.version).ok_or_else(|| unknown(key))
}

/// One published version of an instrument.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub(crate) fn instrument(r: &Read<'_>, key: &str, version: u32) -> Result<Instrument> {
    let mut all = instruments(r)?.into_iter();
    let found = all.find(|one| one.key == key && one.version == version);
    found.ok_or_else(|| unknown(key))
}

/// What is asked at an occasion: the very version that it was planned with.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub(crate) fn asked(r: &Read<'_>, occasion: &Occasion) -> Result<Instrument> {
    instrument(r, &occasion.instrument, occasion.version)
}

/// The row of a version that is to be asked; none for one that ships with the program.
///
/// # Errors
/// Those of the store.
pub(crate) fn row_of(r: &Read<'_>, instrument: &Instrument) -> Result<Option<DefinitionVersionId>> {
    let definition = DefinitionId::of(DefinitionKind::Instrument, &instrument.key);
    let mut versions = nexus_store::assessments::library::versions(r, definition)?.into_iter();
    let found = versions.find(|version| version.number == instrument.version);
    Ok(found.map(|version| version.id))
}

/// The framework that an instrument's competencies belong to.
///
/// # Errors
/// Those of the store.
pub(crate) fn framework(r: &Read<'_>, instrument: &Instrument) -> Result<Option<Framework>> {
    let Some((key, version)) = &instrument.framework else {
        return Ok(None);
    };
    let mut all = frameworks(r)?.into_iter();
    Ok(all.find(|one| one.key == *key && one.version == *version))
}

fn unknown(key: &str) -> AppError {
    AppError::NotFound {
        what: "instrument",
        key: key.to_owned(),
    }
}

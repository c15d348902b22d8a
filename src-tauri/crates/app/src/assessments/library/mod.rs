//! The library of frameworks and instruments: what ships with the program, and what a coalition published itself.
//!
//! Every other part asks here for a definition. A published version never changes, so what was asked at an occasion
//! can be read for ever.

mod exchange;
mod kept;
mod life;
mod parts;
mod reading;
pub(crate) mod sample;
mod shelf;
#[cfg(test)]
mod tests;
mod views;

use nexus_domain::assessments::{Framework, Instrument, Occasion};
use nexus_domain::ids::DefinitionVersionId;
use nexus_domain::versions::VersionState;
use nexus_store::assessments::library as rows;
use nexus_store::{Read, StoreError};

pub use exchange::{export, import, preview, version_id};
pub use life::{choose, copy, create, discard, edit, publish, redraft, remove};
pub use parts::{add, edit_part, move_part, remove_part, shift, write_anchor};
pub use reading::{difference, list, sheet, view};
pub use views::*;

use kept::Kept;
use shelf::{Published, each_number_once};

use crate::{AppError, Result};

/// Every published version of every instrument, each number once.
///
/// # Errors
/// Those of the store.
pub(crate) fn instruments(r: &Read<'_>) -> Result<Vec<Instrument>> {
    let all = each_number_once(shelf::all::<Instrument>(r)?).into_iter();
    Ok(all.map(|one| one.what).collect())
}

/// The version of each framework that is in force.
///
/// # Errors
/// Those of the store.
pub(crate) fn frameworks_in_force(r: &Read<'_>) -> Result<Vec<Framework>> {
    in_force(r)
}

/// The version of each instrument that is in force.
///
/// # Errors
/// Those of the store.
pub(crate) fn instruments_in_force(r: &Read<'_>) -> Result<Vec<Instrument>> {
    in_force(r)
}

fn in_force<T: Kept>(r: &Read<'_>) -> Result<Vec<T>> {
    let all = shelf::all::<T>(r)?.into_iter();
    let current = all.filter(|one| one.state == VersionState::Current);
    Ok(current.map(|one| one.what).collect())
}

/// The version of an instrument that is in force.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub(crate) fn latest(r: &Read<'_>, key: &str) -> Result<Instrument> {
    let all = shelf::versions::<Instrument>(r, key)?;
    let current = all.into_iter().find(|one| one.state == VersionState::Current);
    current
        .map(|one| one.what)
        .ok_or_else(|| unknown(DefinitionKind::Instrument, key))
}

/// One published version of an instrument.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub(crate) fn instrument(r: &Read<'_>, key: &str, version: u32) -> Result<Instrument> {
    numbered(r, key, version).map(|one| one.what)
}

fn numbered<T: Kept>(r: &Read<'_>, key: &str, number: u32) -> Result<Published<T>> {
    let mut all = each_number_once(shelf::versions::<T>(r, key)?).into_iter();
    if let Some(found) = all.find(|one| one.what.number() == number) {
        return Ok(found);
    }
    // What was published can be read for ever, also if its definition lies in the bin.
    let mut stored = rows::versions(r, T::id(key))?.into_iter();
    let found = stored.find(|one| one.number == number).and_then(|one| {
        Some(Published {
            id: one.id,
            shipped: false,
            published: Some(one.published),
            state: VersionState::Superseded,
            what: T::read(&one.content).ok()?,
        })
    });
    found.ok_or_else(|| unknown(T::KIND, key))
}

/// What is asked at an occasion: the very version that it was planned with.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub(crate) fn asked(r: &Read<'_>, occasion: &Occasion) -> Result<Instrument> {
    let Some(id) = occasion.definition else {
        let own = |one: &&(DefinitionVersionId, Instrument)| {
            one.1.key == occasion.instrument && one.1.version == occasion.version
        };
        let shipped = Instrument::shipped()?.iter().find(own);
        return match shipped {
            Some((_, instrument)) => Ok(instrument.clone()),
            None => instrument(r, &occasion.instrument, occasion.version),
        };
    };
    match rows::version(r, id) {
        Ok(version) => {
            Instrument::read(&version.content).map_err(|error| kept::unusable(&occasion.instrument, &error))
        }
        // Another laptop published it, and its row has not come yet.
        Err(StoreError::NotFound { .. }) => instrument(r, &occasion.instrument, occasion.version),
        Err(error) => Err(error.into()),
    }
}

/// The row of a version that is to be asked; none for one that ships with the program.
///
/// # Errors
/// Those of the store.
pub(crate) fn row_of(r: &Read<'_>, instrument: &Instrument) -> Result<Option<DefinitionVersionId>> {
    let found = numbered::<Instrument>(r, &instrument.key, instrument.version)?;
    Ok((!found.shipped).then_some(found.id))
}

/// The framework that an instrument's competencies belong to.
///
/// # Errors
/// Those of the store.
pub(crate) fn framework(r: &Read<'_>, instrument: &Instrument) -> Result<Option<Framework>> {
    framework_of(r, instrument.framework.as_ref())
}

fn framework_of(r: &Read<'_>, named: Option<&(String, u32)>) -> Result<Option<Framework>> {
    let Some((key, version)) = named else {
        return Ok(None);
    };
    match numbered::<Framework>(r, key, *version) {
        Ok(found) => Ok(Some(found.what)),
        Err(AppError::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

fn unknown(kind: DefinitionKind, key: &str) -> AppError {
    AppError::NotFound {
        what: kind.key(),
        key: key.to_owned(),
    }
}

//! The curriculum of the sample: eight modules with ids of their own, so that every sample brings the same ones.

use nexus_domain::curriculum::Carried;
use nexus_interop::curriculum::read;
use nexus_store::{Write, curriculum};

use super::exchange::{store, unusable};
use crate::Result;

const CURRICULUM: &str = include_str!("../../../../../assets/sample/curriculum.json");

fn modules() -> Result<Vec<Carried>> {
    read(CURRICULUM.as_bytes()).map_err(|error| unusable("curriculum.json", &error))
}

/// Puts the modules of the sample into the workspace, within an action. Those that are here already stay as they are.
///
/// # Errors
/// Those of the store.
pub(crate) fn fill(w: &Write<'_>) -> Result<()> {
    for module in modules()? {
        let here = curriculum::here(w, module.id)?;
        if here.as_ref().is_none_or(|here| here.in_bin) {
            store(w, &module, here.as_ref(), true)?;
        }
    }
    Ok(())
}

/// Takes the modules of the sample into the bin.
///
/// # Errors
/// Those of the store.
pub(crate) fn remove(w: &Write<'_>) -> Result<()> {
    for module in curriculum::all(w)?.into_iter().filter(|module| module.sample) {
        curriculum::set_deleted(w, module.id, true)?;
    }
    Ok(())
}

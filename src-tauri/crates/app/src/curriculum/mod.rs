//! The curriculum: modules from draft to published version, where they were used, and what two versions differ in.

mod exchange;
mod reading;
pub(crate) mod sample;
mod views;

#[cfg(test)]
mod tests;

use nexus_domain::curriculum::{
    BadField, Module, ModuleText, ModuleVersion, current, next_number, standings,
};
use nexus_domain::ids::{ModuleId, ModuleVersionId};
use nexus_domain::sessions::link;
use nexus_store::{Read, StoreError, curriculum};

pub use exchange::{export, import, preview};
pub use nexus_domain::curriculum::{DiffPiece, ModuleField, VersionState};
pub(crate) use reading::Usable;
pub use reading::{choices, difference, list, records, view};
pub use views::*;

use crate::input::{id, invalid};
use crate::sessions::competency_names;
use crate::{App, AppError, Done, Result};

/// A module that is only a title yet.
///
/// # Errors
/// [`AppError::Invalid`] without a title; those of the store.
pub fn create(app: &App, title: &str) -> Result<Done<String>> {
    let mut text = ModuleText::default();
    app.ws()
        .read(|r| set(r, &mut text, "module", ModuleField::Title, title))?;
    app.act("curriculum.create", &text.title.clone(), |w| {
        let module = Module {
            id: ModuleId(app.new_id()),
            text,
            drafting: true,
            base: None,
            sample: false,
        };
        curriculum::put(w, &module)?;
        Ok(module.id.to_string())
    })
}

/// Changes one field of a draft.
///
/// # Errors
/// [`AppError::Invalid`] naming the field, or where there is no draft; [`AppError::NotFound`]; those of the store.
pub fn edit(app: &App, module: &str, field: ModuleField, value: &str) -> Result<Done<()>> {
    let before = find(app, module)?;
    app.act("curriculum.edit", &before.text.title, |w| {
        let mut module = drafted(w, before.id)?;
        let title = module.text.title.clone();
        set(w, &mut module.text, &title, field, value)?;
        Ok(curriculum::put(w, &module)?)
    })
}

/// Begins the next draft from a published version.
///
/// # Errors
/// [`AppError::Invalid`] where there is a draft already, [`AppError::NotFound`]; those of the store.
pub fn redraft(app: &App, module: &str, version: &str) -> Result<Done<()>> {
    let (before, version) = (find(app, module)?, version_id(version)?);
    app.act("curriculum.redraft", &before.text.title, |w| {
        let mut module = curriculum::by_id(w, before.id)?;
        if module.drafting {
            let title = &module.text.title;
            return Err(invalid(title, "draft", "a draft", "none before a new one begins"));
        }
        let base = published(w, module.id, version)?;
        (module.text, module.base, module.drafting) = (base.text, Some(base.id), true);
        Ok(curriculum::put(w, &module)?)
    })
}

/// Gives a draft up: the published versions stay. One that was never published goes into the bin.
///
/// # Errors
/// [`AppError::Invalid`] where there is no draft, [`AppError::NotFound`]; those of the store.
pub fn discard(app: &App, module: &str) -> Result<Done<()>> {
    let before = find(app, module)?;
    app.act("curriculum.discard", &before.text.title, |w| {
        let mut module = drafted(w, before.id)?;
        let versions = curriculum::versions(w, module.id)?;
        let Some(last) = current(&versions, &curriculum::chosen(w, module.id)?).or(versions.last()) else {
            return Ok(curriculum::set_deleted(w, module.id, true)?);
        };
        (module.text, module.base, module.drafting) = (last.text.clone(), None, false);
        Ok(curriculum::put(w, &module)?)
    })
}

/// Freezes the draft as the next version; gives its number.
///
/// # Errors
/// [`AppError::Invalid`] naming what is not written yet, or if it says what the current version says;
/// [`AppError::NotFound`]; those of the store.
pub fn publish(app: &App, module: &str) -> Result<Done<u32>> {
    let before = find(app, module)?;
    app.act("curriculum.publish", &before.text.title, |w| {
        let mut module = drafted(w, before.id)?;
        let title = module.text.title.clone();
        if let Some(field) = module.text.missing().first() {
            return Err(invalid(
                &title,
                field.key(),
                "",
                "what a published version must say",
            ));
        }
        let versions = curriculum::versions(w, module.id)?;
        let same = current(&versions, &curriculum::chosen(w, module.id)?)
            .filter(|version| version.text == module.text);
        if let Some(same) = same {
            let found = format!("the text of version {}", same.number);
            return Err(invalid(&title, "draft", &found, "a change"));
        }
        let number = next_number(&versions);
        let text = module.text.clone();
        let version = ModuleVersion::new(module.id, number, app.today(w)?, text);
        curriculum::add_version(w, &version)?;
        (module.base, module.drafting) = (None, false);
        curriculum::put(w, &module)?;
        Ok(number)
    })
}

/// Chooses which text counts where two bear one number. The other can still be read, and blocks keep what they were
/// made from.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn choose(app: &App, module: &str, version: &str) -> Result<Done<()>> {
    let (before, version) = (find(app, module)?, version_id(version)?);
    app.act("curriculum.choose", &before.text.title, |w| {
        let mut module = curriculum::by_id(w, before.id)?;
        curriculum::choose(w, &published(w, module.id, version)?)?;
        let versions = curriculum::versions(w, module.id)?;
        let chosen = curriculum::chosen(w, module.id)?;
        if let Some(now) = current(&versions, &chosen).filter(|_| !module.drafting) {
            module.text = now.text.clone();
            curriculum::put(w, &module)?;
        }
        Ok(())
    })
}

/// Takes a module into the bin with its versions. Blocks that were made from it stay as they are.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn remove(app: &App, module: &str) -> Result<Done<()>> {
    let module = find(app, module)?;
    app.act("curriculum.remove", &module.text.title, |w| {
        Ok(curriculum::set_deleted(w, module.id, true)?)
    })
}

/// Writes a field; competencies get the names that the framework gives them.
fn set(r: &Read<'_>, text: &mut ModuleText, place: &str, field: ModuleField, value: &str) -> Result<()> {
    let refused = |bad: BadField| invalid(place, bad.field.key(), &bad.found, &bad.expected);
    text.set(field, value).map_err(refused)?;
    if field == ModuleField::Competencies {
        text.competencies = link(&text.competencies, &competency_names(r)?).names;
    }
    if field == ModuleField::Title && text.title.is_empty() {
        return Err(invalid(place, "title", "", "a title"));
    }
    Ok(())
}

fn drafted(r: &Read<'_>, id: ModuleId) -> Result<Module> {
    let module = curriculum::by_id(r, id)?;
    if module.drafting {
        return Ok(module);
    }
    let expected = "a draft that begins from it";
    Err(invalid(
        &module.text.title,
        "draft",
        "a published version",
        expected,
    ))
}

fn published(r: &Read<'_>, module: ModuleId, id: ModuleVersionId) -> Result<ModuleVersion> {
    let mut versions = curriculum::versions(r, module)?.into_iter();
    let found = versions.find(|version| version.id == id);
    Ok(found.ok_or_else(|| StoreError::NotFound {
        what: "module_version",
        id: id.to_string(),
    })?)
}

fn module_id(module: &str) -> Result<ModuleId> {
    id("module", module)
}

fn version_id(version: &str) -> Result<ModuleVersionId> {
    id("version", version)
}

/// A module, for the words of a step.
fn find(app: &App, module: &str) -> Result<Module> {
    let id = module_id(module)?;
    Ok(app.ws().read(|r| curriculum::by_id(r, id))?)
}

/// A block's origin: a published version that is here.
pub(crate) fn usable(r: &Read<'_>, version: &str) -> Result<ModuleVersion> {
    let id = version_id(version)?;
    let versions = curriculum::all_versions(r)?;
    let found = versions.into_iter().find(|one| one.id == id);
    found.ok_or_else(|| AppError::NotFound {
        what: "version",
        key: version.to_owned(),
    })
}

/// Where each version of a module stands.
fn states(r: &Read<'_>, module: ModuleId) -> Result<Vec<(ModuleVersion, VersionState)>> {
    let versions = curriculum::versions(r, module)?;
    let states = standings(&versions, &curriculum::chosen(r, module)?);
    Ok(versions.into_iter().zip(states).collect())
}

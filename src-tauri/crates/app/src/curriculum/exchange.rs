//! The curriculum as one file: written for others, and taken in without writing over what is here.

use std::path::Path;

use nexus_domain::curriculum::{self as rules, Carried, CarriedDraft, VersionState};
use nexus_domain::ids::ModuleId;
use nexus_interop::curriculum::{self as file, CurriculumError};
use nexus_store::{Read, Write, curriculum};

use super::states;
use super::views::{CurriculumExport, CurriculumImport, CurriculumNews};
use crate::input::invalid;
use crate::{App, AppError, ChangedView, Done, Result, foreign};

/// Writes one module, or all of them, to a file. Texts that were set aside are left out.
///
/// # Errors
/// [`AppError::Invalid`] for a module of which two texts bear one number until somebody chooses, and where there is no
/// module; [`AppError::NotFound`], [`AppError::Io`]; those of the store.
pub fn export(app: &App, module: Option<&str>, to: &Path) -> Result<CurriculumExport> {
    let one = module.map(super::module_id).transpose()?;
    let modules = app.ws().read(|r| match one {
        Some(id) => Ok(vec![carried(r, id)?]),
        None => all(r),
    })?;
    if modules.is_empty() {
        return Err(invalid("curriculum", "modules", "none", "one or more"));
    }
    let versions = modules.iter().map(|module| module.versions.len()).sum();
    let text = file::write(&modules).map_err(|error| unusable("curriculum", &error))?;
    crate::foreign::write(to, text.as_bytes())?;
    Ok(CurriculumExport {
        modules: number(modules.len()),
        versions: number(versions),
    })
}

pub(super) fn all(r: &Read<'_>) -> Result<Vec<Carried>> {
    let modules = curriculum::all(r)?.into_iter();
    let mut modules: Vec<_> = modules
        .map(|module| carried(r, module.id))
        .collect::<Result<_>>()?;
    modules.sort_by_key(|module| module.id);
    Ok(modules)
}

fn carried(r: &Read<'_>, id: ModuleId) -> Result<Carried> {
    let module = curriculum::by_id(r, id)?;
    let mut versions = Vec::new();
    for (version, state) in states(r, id)? {
        match state {
            VersionState::Undecided => {
                let place = format!("{}, version {}", version.text.title, version.number);
                return Err(invalid(
                    &place,
                    "text",
                    "two of them",
                    "a choice between them first",
                ));
            }
            VersionState::SetAside => {}
            VersionState::Current | VersionState::Superseded => versions.push(version),
        }
    }
    let draft = module.drafting.then_some(CarriedDraft {
        text: module.text,
        base: module.base,
    });
    Ok(Carried { id, versions, draft })
}

/// What taking a file in would change.
///
/// # Errors
/// [`AppError::Unusable`] with place and reason for a file that cannot be used; [`AppError::Io`]; those of the store.
pub fn preview(app: &App, path: &Path) -> Result<CurriculumImport> {
    let modules = modules_of(path)?;
    let name = foreign::file_name(path);
    app.ws().read(|r| {
        let mut found = told(&name, &modules);
        for module in &modules {
            let here = curriculum::here(r, module.id)?;
            tell(
                &mut found,
                module,
                &rules::take_in(module, here.as_ref(), false),
                here.is_some(),
            );
        }
        Ok(found)
    })
}

/// Takes a file in, as one step of undo; a file of which everything is here changes nothing.
///
/// # Errors
/// As [`preview`]; nothing is changed then.
pub fn import(app: &App, path: &Path) -> Result<Done<CurriculumImport>> {
    let would = preview(app, path)?;
    let modules = modules_of(path)?;
    if would.new.is_empty() && would.versions.is_empty() && would.other_text.is_empty() {
        return Ok(Done {
            value: would,
            changed: ChangedView::default(),
        });
    }
    let name = foreign::file_name(path);
    app.act("curriculum.import", &name, |w| {
        let mut found = told(&name, &modules);
        for module in &modules {
            let here = curriculum::here(w, module.id)?;
            let taken = store(w, module, here.as_ref(), false)?;
            tell(&mut found, module, &taken, here.is_some());
        }
        Ok(found)
    })
}

/// Takes one module in, within an action.
pub(super) fn store(
    w: &Write<'_>,
    module: &Carried,
    here: Option<&rules::Here>,
    sample: bool,
) -> Result<rules::Taken> {
    let taken = rules::take_in(module, here, sample);
    if let Some(module) = &taken.module {
        curriculum::put(w, module)?;
    }
    for version in &taken.versions {
        curriculum::add_version(w, version)?;
    }
    Ok(taken)
}

fn told(name: &str, modules: &[Carried]) -> CurriculumImport {
    CurriculumImport {
        file: name.to_owned(),
        modules: number(modules.len()),
        ..CurriculumImport::default()
    }
}

fn tell(found: &mut CurriculumImport, module: &Carried, taken: &rules::Taken, known: bool) {
    let news = |number: u32| CurriculumNews {
        module: module.id.to_string(),
        title: module.title().to_owned(),
        number,
    };
    if taken.new {
        found.new.push(module.title().to_owned());
    }
    let others = taken.other_text.iter();
    found.other_text.extend(others.map(|number| news(*number)));
    if known && !taken.new {
        let added = taken.versions.iter().map(|version| version.number);
        let plain = added.filter(|number| !taken.other_text.contains(number));
        found.versions.extend(plain.map(news));
    }
    if taken.draft_left {
        found.drafts_left.push(module.title().to_owned());
    }
    if taken.is_nothing() && !taken.draft_left {
        found.same += 1;
    }
}

fn modules_of(path: &Path) -> Result<Vec<Carried>> {
    let most = format!("at most {} (32 MB) are read", file::LARGEST);
    let bytes = foreign::read(path, file::LARGEST, &most)?;
    file::read(&bytes).map_err(|error| unusable(&foreign::file_name(path), &error))
}

pub(super) fn unusable(name: &str, error: &CurriculumError) -> AppError {
    AppError::Unusable {
        file: name.to_owned(),
        reason: error.reason(),
        found: error.to_string(),
    }
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

//! One published version as a file: written for others, and taken in without writing over what is here.

use std::path::Path;

use nexus_domain::assessments::library::{Definition, DefinitionKind};
use nexus_domain::assessments::{Framework, Instrument};
use nexus_domain::versions::VersionState;
use nexus_interop::instruments::{LARGEST, text_of};
use nexus_store::assessments::library as rows;
use nexus_store::{Read, Write};

use super::framework_of;
use super::kept::{Kept, unusable, version_of};
use super::life::{chosen_version, of_kind};
use super::shelf::{Published, versions};
use super::views::{DefinitionExport, DefinitionImport, DefinitionNews};
use crate::input::invalid;
use crate::{App, AppError, ChangedView, Done, Result, foreign};

/// Writes one published version to a file; an empty id stands for the current one.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::Invalid`] for a number that two contents bear until somebody chooses;
/// [`AppError::Io`]; those of the store.
pub fn export(
    app: &App,
    kind: DefinitionKind,
    key: &str,
    version: &str,
    to: &Path,
) -> Result<DefinitionExport> {
    let (title, number, text) = app.ws().read(|r| {
        of_kind!(kind, T => {
            let all = versions::<T>(r, key)?;
            let one = chosen_version(&all, key, version)?;
            if one.state == VersionState::Undecided {
                let place = format!("{}, version {}", one.what.title(), one.what.number());
                return Err(invalid(&place, "content", "two of them", "a choice between them first"));
            }
            let text = one.what.write().map_err(|error| unusable(key, &error))?;
            Ok((one.what.title().to_owned(), one.what.number(), text))
        })
    })?;
    foreign::write(to, text.as_bytes())?;
    Ok(DefinitionExport { title, number })
}

/// The id of a published version by its number, for the command line.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn version_id(app: &App, kind: DefinitionKind, key: &str, number: u32) -> Result<String> {
    app.ws().read(|r| {
        of_kind!(kind, T => {
            let all = versions::<T>(r, key)?.into_iter();
            let mut own = all.filter(|one| one.what.number() == number && one.state != VersionState::SetAside);
            own.next().map(|one| one.id.to_string()).ok_or_else(|| AppError::NotFound {
                what: "version",
                key: format!("{key} {number}"),
            })
        })
    })
}

/// A file that somebody chose.
struct Foreign {
    name: String,
    kind: DefinitionKind,
    text: String,
}

impl Foreign {
    fn open(path: &Path, kind: Option<DefinitionKind>) -> Result<Self> {
        let name = foreign::file_name(path);
        let most = format!("at most {LARGEST} (8 MB) are read");
        let bytes = foreign::read(path, LARGEST as u64, &most)?;
        let text = text_of(&bytes)
            .map_err(|error| unusable(&name, &error))?
            .to_owned();
        let kind = kind.unwrap_or_else(|| likely(&text));
        Ok(Self { name, kind, text })
    }

    fn read<T: Kept>(&self) -> Result<T> {
        T::read(&self.text).map_err(|error| unusable(&self.name, &error))
    }

    fn refused(&self, reason: &'static str, found: String) -> AppError {
        AppError::Unusable {
            file: self.name.clone(),
            reason,
            found,
        }
    }
}

/// What a file looks like: a framework has competencies and no items.
fn likely(text: &str) -> DefinitionKind {
    if text.contains("\"competencies\"") && !text.contains("\"items\"") {
        DefinitionKind::Framework
    } else {
        DefinitionKind::Instrument
    }
}

/// What taking a file in would change. Without a kind the file is read as what it looks like.
///
/// # Errors
/// [`AppError::Unusable`] with place and reason for a file that cannot be used; [`AppError::Io`]; those of the store.
pub fn preview(app: &App, path: &Path, kind: Option<DefinitionKind>) -> Result<DefinitionImport> {
    let file = Foreign::open(path, kind)?;
    app.ws()
        .read(|r| of_kind!(file.kind, T => told::<T>(r, &file, &file.read()?)))
}

/// Takes a file in, as one step of undo; one of which everything is here changes nothing.
///
/// # Errors
/// As [`preview`]; nothing is changed then.
pub fn import(app: &App, path: &Path, kind: Option<DefinitionKind>) -> Result<Done<DefinitionImport>> {
    let would = preview(app, path, kind)?;
    if would.news == DefinitionNews::Same {
        return Ok(Done {
            value: would,
            changed: ChangedView::default(),
        });
    }
    let file = Foreign::open(path, Some(would.kind))?;
    app.act("assessments.library-import", &would.title, |w| {
        of_kind!(file.kind, T => {
            let one: T = file.read()?;
            let told = told(w, &file, &one)?;
            take_in(app, w, &one)?;
            Ok(told)
        })
    })
}

fn take_in<T: Kept>(app: &App, w: &Write<'_>, one: &T) -> Result<()> {
    let id = T::id(one.key());
    let mut definition = match rows::here(w, id)? {
        Some((definition, _)) => definition,
        None => Definition {
            id,
            kind: T::KIND,
            key: one.key().to_owned(),
            head: one.content().head,
            drafting: false,
            base: None,
            sample: false,
        },
    };
    if !definition.drafting {
        definition.head = one.content().head;
    }
    rows::put(w, &definition)?;
    Ok(rows::add_version(w, &version_of(one, app.today(w)?)?)?)
}

fn told<T: Kept>(r: &Read<'_>, file: &Foreign, one: &T) -> Result<DefinitionImport> {
    let all = versions::<T>(r, one.key())?;
    let own = version_of(one, chrono::NaiveDate::default())?;
    let news = if all.iter().any(|version| version.id == own.id) {
        DefinitionNews::Same
    } else {
        check(file, one, &all)?;
        match all.iter().any(|version| version.what.number() == one.number()) {
            true => DefinitionNews::OtherContent,
            false if all.is_empty() => DefinitionNews::New,
            false => DefinitionNews::Version,
        }
    };
    let head = one.content().head;
    let missing = framework_of(r, head.framework.as_ref())?.is_none();
    let needs = head.framework.as_ref().filter(|_| missing);
    Ok(DefinitionImport {
        file: file.name.clone(),
        kind: T::KIND,
        key: one.key().to_owned(),
        number: one.number(),
        size: u32::try_from(one.size()).unwrap_or(u32::MAX),
        needs: needs.map_or_else(String::new, |(key, version)| format!("{key}@{version}")),
        title: head.title,
        licence: head.licence,
        source: head.source,
        news,
    })
}

/// Whether a version may stand beside those that are here.
fn check<T: Kept>(file: &Foreign, one: &T, all: &[Published<T>]) -> Result<()> {
    let locked = all
        .iter()
        .find(|version| version.shipped && version.what.locked());
    if let Some(locked) = locked {
        let found = format!(
            "id: expected another one, found {:?}, whose wording is locked in version {}",
            one.key(),
            locked.what.number()
        );
        return Err(file.refused("locked", found));
    }
    let others: Vec<&T> = all.iter().map(|version| &version.what).collect();
    match one.breach(&others) {
        Some(breach) => Err(file.refused("meaning", breach.to_string())),
        None => Ok(()),
    }
}

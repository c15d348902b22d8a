//! The life of a definition: a draft, a published version, the next draft.

use nexus_domain::assessments::library::{
    BadValue, Content, Definition, DefinitionKind, Head, HeadField, Part, PartKind, Problem, difference,
    framework_problems, instrument_problems, key_of,
};
use nexus_domain::assessments::{Framework, Instrument};
use nexus_domain::ids::DefinitionVersionId;
use nexus_domain::versions::{VersionState, next_number};
use nexus_store::assessments::{self, library as rows};
use nexus_store::{Read, Write};

use super::kept::{Kept, version_of};
use super::shelf::{Published, versions};
use super::{framework_of, unknown};
use crate::input::{id, invalid};
use crate::{App, AppError, Done, Result};

/// Runs `$body` with `$T` standing for what the kind keeps.
macro_rules! of_kind {
    ($kind:expr, $T:ident => $body:expr) => {
        match $kind {
            DefinitionKind::Instrument => {
                type $T = Instrument;
                $body
            }
            DefinitionKind::Framework => {
                type $T = Framework;
                $body
            }
        }
    };
}
pub(super) use of_kind;

/// A framework or an instrument that is only a title yet; gives its key.
///
/// # Errors
/// [`AppError::Invalid`] without a title; those of the store.
pub fn create(app: &App, kind: DefinitionKind, title: &str) -> Result<Done<String>> {
    let mut head = Head::default();
    set_head(&mut head, kind.key(), HeadField::Title, title)?;
    app.act("assessments.library-create", &head.title.clone(), |w| {
        begin(w, kind, head.clone(), &[])
    })
}

/// A new definition with a draft; gives its key, which follows from the title.
fn begin(w: &Write<'_>, kind: DefinitionKind, head: Head, parts: &[Part]) -> Result<String> {
    let key = key_of(&head.title, kind.key(), &keys(w, kind)?);
    let mut definition = new(kind, &key);
    (definition.head, definition.drafting) = (head, true);
    rows::put(w, &definition)?;
    lay(w, &definition, parts)?;
    Ok(key)
}

fn new(kind: DefinitionKind, key: &str) -> Definition {
    Definition {
        id: nexus_domain::ids::DefinitionId::of(kind, key),
        kind,
        key: key.to_owned(),
        head: Head::default(),
        drafting: false,
        base: None,
        sample: false,
    }
}

/// Every key that is taken, those of the program and of the bin included.
fn keys(r: &Read<'_>, kind: DefinitionKind) -> Result<Vec<String>> {
    let mut keys = rows::keys(r, kind)?;
    of_kind!(kind, T => keys.extend(T::shipped()?.iter().map(|(_, one)| one.key().to_owned())));
    Ok(keys)
}

/// Changes one field of what a draft says of itself.
///
/// # Errors
/// [`AppError::Invalid`] naming the field, or where there is no draft; [`AppError::NotFound`]; those of the store.
pub fn edit(app: &App, kind: DefinitionKind, key: &str, field: HeadField, value: &str) -> Result<Done<()>> {
    let title = title(app, kind, key)?;
    app.act("assessments.library-edit", &title, |w| {
        let mut definition = drafted(w, kind, key)?;
        set_head(&mut definition.head, &title, field, value)?;
        Ok(rows::put(w, &definition)?)
    })
}

fn set_head(head: &mut Head, place: &str, field: HeadField, value: &str) -> Result<()> {
    head.set(field, value).map_err(|bad| refused(place, &bad))?;
    if field == HeadField::Title && head.title.is_empty() {
        return Err(invalid(place, "title", "", "a title"));
    }
    Ok(())
}

pub(super) fn refused(place: &str, bad: &BadValue) -> AppError {
    invalid(place, bad.field, &bad.found, &bad.expected)
}

/// Begins the next draft from a published version; an empty id stands for the current one.
///
/// # Errors
/// [`AppError::Invalid`] where there is a draft already, or for wording that is locked; [`AppError::NotFound`]; those of
/// the store.
pub fn redraft(app: &App, kind: DefinitionKind, key: &str, version: &str) -> Result<Done<()>> {
    let title = title(app, kind, key)?;
    app.act(
        "assessments.library-redraft",
        &title,
        |w| of_kind!(kind, T => begin_next::<T>(w, key, version, false)),
    )
}

pub(super) fn begin_next<T: Kept>(w: &Write<'_>, key: &str, version: &str, sample: bool) -> Result<()> {
    let all = versions::<T>(w, key)?;
    let base = chosen_version(&all, key, version)?;
    if all.iter().any(|one| one.what.locked()) {
        let expected = "a copy under another id: this wording is locked";
        return Err(invalid(base.what.title(), "draft", "a draft of it", expected));
    }
    let mut definition = match rows::here(w, T::id(key))? {
        Some((definition, false)) => definition,
        _ => Definition {
            sample,
            ..new(T::KIND, key)
        },
    };
    if definition.drafting {
        let title = &definition.head.title;
        return Err(invalid(title, "draft", "a draft", "none before a new one begins"));
    }
    let content = base.what.content();
    definition.head = content.head;
    (definition.drafting, definition.base) = (true, Some(base.what.number()));
    rows::put(w, &definition)?;
    lay(w, &definition, &content.parts)
}

/// The version of this id, or the current one.
pub(super) fn chosen_version<'a, T: Kept>(
    all: &'a [Published<T>],
    key: &str,
    version: &str,
) -> Result<&'a Published<T>> {
    let wanted: Option<DefinitionVersionId> = match version {
        "" => None,
        id_text => Some(id("version", id_text)?),
    };
    let found = all.iter().find(|one| match wanted {
        Some(id) => one.id == id,
        None => one.state == VersionState::Current,
    });
    found.ok_or_else(|| match wanted {
        Some(_) => AppError::NotFound {
            what: "version",
            key: version.to_owned(),
        },
        None => unknown(T::KIND, key),
    })
}

/// Makes the parts of a draft exactly these.
pub(super) fn lay(w: &Write<'_>, definition: &Definition, parts: &[Part]) -> Result<()> {
    let id = definition.id;
    let own = |part: &Part| Part {
        id: nexus_domain::ids::DefinitionPartId::of(id, part.kind, &part.parent, &part.key),
        definition: id,
        ..part.clone()
    };
    let parts: Vec<Part> = parts.iter().map(own).collect();
    for old in rows::parts(w, id)? {
        if parts.iter().all(|part| part.id != old.id) {
            rows::set_part_deleted(w, old.id, true)?;
        }
    }
    for part in &parts {
        rows::put_part(w, part)?;
    }
    Ok(())
}

/// Gives a draft up: the published versions stay. One that was never published goes into the bin.
///
/// # Errors
/// [`AppError::Invalid`] where there is no draft, [`AppError::NotFound`]; those of the store.
pub fn discard(app: &App, kind: DefinitionKind, key: &str) -> Result<Done<()>> {
    let title = title(app, kind, key)?;
    app.act("assessments.library-discard", &title, |w| {
        let mut definition = drafted(w, kind, key)?;
        if rows::versions(w, definition.id)?.is_empty() {
            return Ok(rows::set_deleted(w, definition.id, true)?);
        }
        (definition.drafting, definition.base) = (false, None);
        Ok(rows::put(w, &definition)?)
    })
}

/// Freezes the draft as the next version; gives its number.
///
/// # Errors
/// [`AppError::Invalid`] naming what has to be put right first, or if it says what the current version says;
/// [`AppError::NotFound`]; those of the store.
pub fn publish(app: &App, kind: DefinitionKind, key: &str) -> Result<Done<u32>> {
    let title = title(app, kind, key)?;
    app.act(
        "assessments.library-publish",
        &title,
        |w| of_kind!(kind, T => freeze::<T>(app, w, key)),
    )
}

fn freeze<T: Kept>(app: &App, w: &Write<'_>, key: &str) -> Result<u32> {
    let mut definition = drafted(w, T::KIND, key)?;
    let title = definition.head.title.clone();
    let content = content(w, &definition)?;
    if let Some(problem) = problems(w, &definition, &content)?.first() {
        let part = content.parts.iter().find(|part| Some(part.id) == problem.part);
        let place = part.map_or(title.as_str(), |part| part.key.as_str());
        let expected = match problem.version {
            Some(version) => format!("what version {version} has"),
            None => "what a published version must have".to_owned(),
        };
        return Err(invalid(place, problem.matter.field(), &problem.found, &expected));
    }
    let all = versions::<T>(w, key)?;
    let current = all.iter().find(|one| one.state == VersionState::Current);
    if let Some(same) = current.filter(|one| difference(&one.what.content(), &content).is_nothing()) {
        let found = format!("the content of version {}", same.what.number());
        return Err(invalid(&title, "draft", &found, "a change"));
    }
    let number = next_number(all.iter().map(|one| one.what.number()));
    let version = version_of(&T::of(&content, key, number), app.today(w)?)?;
    // What is published is what can be read again.
    T::read(&version.content).map_err(|error| super::kept::unusable(&title, &error))?;
    rows::add_version(w, &version)?;
    (definition.drafting, definition.base) = (false, None);
    rows::put(w, &definition)?;
    Ok(number)
}

/// Chooses which content counts where two bear one number. The other can still be read, and what was asked stays as it
/// was.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn choose(app: &App, kind: DefinitionKind, key: &str, version: &str) -> Result<Done<()>> {
    let title = title(app, kind, key)?;
    app.act("assessments.library-choose", &title, |w| {
        of_kind!(kind, T => {
            let all = versions::<T>(w, key)?;
            let chosen = chosen_version(&all, key, version)?;
            let version = version_of(&chosen.what, app.today(w)?)?;
            if chosen.shipped {
                rows::add_version(w, &version)?;
            }
            Ok(rows::choose(w, &version)?)
        })
    })
}

/// Takes a definition of the coalition into the bin with its versions.
///
/// # Errors
/// [`AppError::InUse`] while a cohort is asked one of its versions; [`AppError::NotFound`]; those of the store.
pub fn remove(app: &App, kind: DefinitionKind, key: &str) -> Result<Done<()>> {
    let title = title(app, kind, key)?;
    app.act("assessments.library-remove", &title, |w| {
        let definition = stored(w, kind, key)?;
        let own: Vec<_> = rows::versions(w, definition.id)?;
        let used = assessments::library::uses(w, key)?.into_iter();
        let used = used.filter(|one| own.iter().any(|version| Some(version.id) == one.definition));
        match u32::try_from(used.count()).unwrap_or(u32::MAX) {
            0 => Ok(rows::set_deleted(w, definition.id, true)?),
            count if kind == DefinitionKind::Instrument => Err(AppError::InUse {
                what: "instrument",
                name: title.clone(),
                count,
            }),
            _ => Ok(rows::set_deleted(w, definition.id, true)?),
        }
    })
}

/// Copies a published version under a new key, as a draft that belongs to the coalition; gives the key. An empty id
/// stands for the current version.
///
/// # Errors
/// [`AppError::Invalid`] without a title, [`AppError::NotFound`]; those of the store.
pub fn copy(app: &App, kind: DefinitionKind, key: &str, version: &str, title: &str) -> Result<Done<String>> {
    app.ws()
        .read(|r| of_kind!(kind, T => chosen_version(&versions::<T>(r, key)?, key, version).map(drop)))?;
    app.act("assessments.library-copy", title, |w| {
        of_kind!(kind, T => {
            let all = versions::<T>(w, key)?;
            let from = chosen_version(&all, key, version)?;
            let mut content = from.what.content();
            let source = format!("After “{}”, version {}. {}", content.head.title, from.what.number(), content.head.source);
            content.head.locked = false;
            set_head(&mut content.head, kind.key(), HeadField::Title, title)?;
            set_head(&mut content.head, kind.key(), HeadField::Source, &source)?;
            begin(w, kind, content.head, &content.parts)
        })
    })
}

/// The row of a definition that is here.
pub(super) fn stored(r: &Read<'_>, kind: DefinitionKind, key: &str) -> Result<Definition> {
    let found = rows::here(r, nexus_domain::ids::DefinitionId::of(kind, key))?;
    let live = found
        .filter(|(_, in_bin)| !in_bin)
        .map(|(definition, _)| definition);
    live.ok_or_else(|| unknown(kind, key))
}

/// A definition that somebody works on.
pub(super) fn drafted(r: &Read<'_>, kind: DefinitionKind, key: &str) -> Result<Definition> {
    let title = title_of(r, kind, key)?;
    match stored(r, kind, key) {
        Ok(definition) if definition.drafting => Ok(definition),
        Ok(_) | Err(AppError::NotFound { .. }) => Err(invalid(
            &title,
            "draft",
            "a published version",
            "a draft that begins from it",
        )),
        Err(error) => Err(error),
    }
}

/// What a draft says.
pub(super) fn content(r: &Read<'_>, definition: &Definition) -> Result<Content> {
    Ok(Content::new(
        definition.head.clone(),
        &rows::parts(r, definition.id)?,
    ))
}

/// What keeps a draft from being published.
pub(super) fn problems(r: &Read<'_>, definition: &Definition, content: &Content) -> Result<Vec<Problem>> {
    if definition.kind == DefinitionKind::Framework {
        return Ok(framework_problems(content));
    }
    let all = versions::<Instrument>(r, &definition.key)?;
    let others: Vec<Instrument> = all.into_iter().map(|one| one.what).collect();
    let number = next_number(others.iter().map(|one| one.version));
    let instrument = content.instrument(&definition.key, number);
    let framework = framework_of(r, content.head.framework.as_ref())?;
    Ok(instrument_problems(
        content,
        &instrument,
        &others,
        framework.as_ref(),
    ))
}

/// What a definition is called: by its draft, or by its current version.
pub(super) fn title_of(r: &Read<'_>, kind: DefinitionKind, key: &str) -> Result<String> {
    let row = stored(r, kind, key);
    if let Ok(definition) = &row
        && definition.drafting
    {
        return Ok(definition.head.title.clone());
    }
    of_kind!(kind, T => {
        let all = versions::<T>(r, key)?;
        let current = all.iter().rfind(|one| one.state == VersionState::Current).or(all.last());
        match current {
            Some(one) => Ok(one.what.title().to_owned()),
            None => row.map(|definition| definition.head.title),
        }
    })
}

/// As [`title_of`], for the words of a step.
pub(super) fn title(app: &App, kind: DefinitionKind, key: &str) -> Result<String> {
    app.ws().read(|r| title_of(r, kind, key))
}

/// The keys that a part of this kind ever bore: in drafts, and in every published version.
pub(super) fn part_keys(
    r: &Read<'_>,
    definition: &Definition,
    kind: PartKind,
    parent: &str,
) -> Result<Vec<String>> {
    let mut keys = rows::part_keys(r, definition.id, kind, parent)?;
    of_kind!(definition.kind, T => {
        for version in versions::<T>(r, &definition.key)? {
            let content = version.what.content();
            let own = content.parts.iter().filter(|part| part.kind == kind && (!kind.bound() || part.parent == parent));
            keys.extend(own.map(|part| part.key.clone()));
        }
    });
    Ok(keys)
}

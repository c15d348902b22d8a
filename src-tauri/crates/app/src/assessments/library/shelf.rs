//! Published versions: those that ship with the program joined with those of the coalition.

use chrono::NaiveDate;
use nexus_domain::assessments::library::DefinitionVersion;
use nexus_domain::ids::DefinitionVersionId;
use nexus_domain::versions::{VersionState, standings};
use nexus_store::Read;
use nexus_store::assessments::library as rows;

use super::kept::Kept;
use crate::Result;

/// A published version.
#[derive(Debug, Clone)]
pub(crate) struct Published<T> {
    /// Its id, which follows from what it says.
    pub id: DefinitionVersionId,
    /// Whether it ships with the program. Otherwise it is a row of the workspace.
    pub shipped: bool,
    /// The day it was published or came here; none for one that ships with the program.
    pub published: Option<NaiveDate>,
    /// Where it stands.
    pub state: VersionState,
    /// What it says.
    pub what: T,
}

/// The versions of one definition, by number. One that this version of the program cannot read is left out.
///
/// # Errors
/// Those of the store.
pub(crate) fn versions<T: Kept>(r: &Read<'_>, key: &str) -> Result<Vec<Published<T>>> {
    let id = T::id(key);
    let here = rows::here(r, id)?.is_some_and(|(_, in_bin)| !in_bin);
    let stored = if here { rows::versions(r, id)? } else { Vec::new() };
    let shipped = T::shipped()?.iter().filter(|(_, one)| one.key() == key);
    Ok(joined(shipped, stored, &rows::chosen(r, T::KIND)?))
}

/// The versions of every definition, by key and number.
///
/// # Errors
/// Those of the store.
pub(crate) fn all<T: Kept>(r: &Read<'_>) -> Result<Vec<Published<T>>> {
    let stored = rows::all_versions(r, T::KIND)?;
    Ok(joined(T::shipped()?.iter(), stored, &rows::chosen(r, T::KIND)?))
}

fn joined<'a, T: Kept>(
    shipped: impl Iterator<Item = &'a (DefinitionVersionId, T)>,
    stored: Vec<DefinitionVersion>,
    chosen: &[DefinitionVersionId],
) -> Vec<Published<T>> {
    let mut found: Vec<Published<T>> = shipped
        .map(|(id, what)| Published {
            id: *id,
            shipped: true,
            published: None,
            state: VersionState::Undecided,
            what: what.clone(),
        })
        .collect();
    for version in stored {
        if found.iter().all(|one| one.id != version.id)
            && let Ok(what) = T::read(&version.content)
        {
            found.push(Published {
                id: version.id,
                shipped: false,
                published: Some(version.published),
                state: VersionState::Undecided,
                what,
            });
        }
    }
    // Those of the program keep the order that it gives them.
    let place = |one: &Published<T>| {
        let shipped = T::shipped().unwrap_or_default().iter();
        let place = shipped
            .map(|(_, one)| one.key())
            .position(|key| key == one.what.key());
        (
            place.unwrap_or(usize::MAX),
            one.what.key().to_owned(),
            one.what.number(),
            one.id,
        )
    };
    found.sort_by_cached_key(place);
    let mut from = 0;
    while from < found.len() {
        let key = found[from].what.key().to_owned();
        let own = found[from..].iter().take_while(|one| one.what.key() == key);
        let plain: Vec<_> = own.map(|one| (one.what.number(), one.id)).collect();
        for (at, state) in standings(&plain, chosen).into_iter().enumerate() {
            found[from + at].state = state;
        }
        from += plain.len();
    }
    found
}

/// Each number once: the one that counts, or else the first of those that nobody chose from.
pub(crate) fn each_number_once<T: Kept>(versions: Vec<Published<T>>) -> Vec<Published<T>> {
    let mut found: Vec<Published<T>> = Vec::with_capacity(versions.len());
    for version in versions {
        let same = |one: &Published<T>| {
            (one.what.key(), one.what.number()) == (version.what.key(), version.what.number())
        };
        if version.state != VersionState::SetAside && !found.iter().any(same) {
            found.push(version);
        }
    }
    found
}

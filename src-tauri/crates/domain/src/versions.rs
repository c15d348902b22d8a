//! Published versions of anything that a coalition keeps: numbered, frozen, and possibly two of one number.

use std::collections::BTreeMap;

/// Where a published version stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum VersionState {
    /// It is the one to use.
    Current,
    /// A later one took its place.
    Superseded,
    /// Another text bears its number, and nobody has chosen between them.
    Undecided,
    /// Another text bears its number and was chosen.
    SetAside,
}

/// Where each version stands, in the order given: each is a number and an id. `chosen` are the versions that somebody
/// chose where two texts bear one number. The current one is that of the highest number that is decided.
pub fn standings<Id: Copy + PartialEq>(versions: &[(u32, Id)], chosen: &[Id]) -> Vec<VersionState> {
    let mut by_number: BTreeMap<u32, Vec<Id>> = BTreeMap::new();
    for (number, id) in versions {
        by_number.entry(*number).or_default().push(*id);
    }
    let kept: BTreeMap<u32, Id> = by_number
        .iter()
        .filter_map(|(number, ids)| match ids.as_slice() {
            [only] => Some((*number, *only)),
            several => several
                .iter()
                .find(|id| chosen.contains(id))
                .map(|id| (*number, *id)),
        })
        .collect();
    let current = kept.last_key_value().map(|(_, id)| *id);
    versions
        .iter()
        .map(|(number, id)| match kept.get(number) {
            None => VersionState::Undecided,
            Some(kept) if kept != id => VersionState::SetAside,
            Some(kept) if Some(*kept) == current => VersionState::Current,
            Some(_) => VersionState::Superseded,
        })
        .collect()
}

/// The number that the next version gets: numbers never come back.
pub fn next_number(numbers: impl IntoIterator<Item = u32>) -> u32 {
    numbers.into_iter().max().unwrap_or(0) + 1
}

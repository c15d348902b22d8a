//! Rows of what people allow. Answers are only ever added.

use std::collections::BTreeMap;

use nexus_domain::ids::{CohortId, ConsentId, PersonId};
use nexus_domain::people::consent::{
    ConsentAnswer, ConsentEntry, ConsentKind, ConsentMeans, default_consent_kinds, sharing,
};
use nexus_domain::people::{Consent, Person};

use super::alias;
use crate::row::{self, Cells};
use crate::{Read, Result, Write};

fn read_kind(cells: &Cells<'_>) -> Result<(ConsentKind, bool)> {
    let kind = ConsentKind {
        id: cells.id("id")?,
        name: cells.text("name")?,
        wording: cells.text("wording")?,
        version: cells.number("version")?,
        position: cells.number("position")?,
    };
    Ok((kind, cells.flag("deleted")?))
}

/// What people are asked to allow: what the workspace says, and what is shipped where it says nothing.
///
/// # Errors
/// What SQLite reports.
pub fn kinds(r: &Read<'_>) -> Result<Vec<ConsentKind>> {
    let rows = row::list(r, "consent_kind", "SELECT * FROM consent_kind", [], read_kind)?;
    let mut kinds = default_consent_kinds();
    kinds.retain(|kind| rows.iter().all(|(row, _)| row.id != kind.id));
    kinds.extend(
        rows.into_iter()
            .filter(|(_, deleted)| !deleted)
            .map(|(kind, _)| kind),
    );
    kinds.sort_by_key(|kind| (kind.position, kind.id));
    Ok(kinds)
}

/// Stores a kind and takes it out of the bin.
///
/// # Errors
/// What SQLite reports.
pub fn put_kind(w: &Write<'_>, kind: &ConsentKind, deleted: bool) -> Result<()> {
    row::put(
        w,
        "consent_kind",
        &kind.id.to_string(),
        &[
            ("name", &kind.name),
            ("wording", &kind.wording),
            ("version", &kind.version),
            ("position", &kind.position),
            ("deleted", &deleted),
        ],
    )
}

fn read(cells: &Cells<'_>) -> Result<ConsentEntry> {
    Ok(ConsentEntry {
        id: cells.id("id")?,
        person: cells.person("person")?,
        kind: cells.id("kind")?,
        answer: cells.word("answer", ConsentAnswer::from_key)?,
        day: cells.word("day", |text| text.parse().ok())?,
        means: cells.word("means", ConsentMeans::from_key)?,
        recorder: cells.text("recorder")?,
        wording: cells.text("wording")?,
        version: cells.number("version")?,
    })
}

/// What a person answered, the latest first.
///
/// # Errors
/// What SQLite reports.
pub fn of_person(r: &Read<'_>, person: PersonId) -> Result<Vec<ConsentEntry>> {
    let sql = format!(
        "SELECT * FROM consent_answer WHERE person IN {} AND deleted = 0 ORDER BY day DESC, id DESC",
        alias::any("?1")
    );
    row::list(r, "consent_answer", &sql, [person.to_string()], read)
}

/// Adds an answer.
///
/// # Errors
/// What SQLite reports.
pub fn add(w: &Write<'_>, entry: &ConsentEntry) -> Result<()> {
    row::put(
        w,
        "consent_answer",
        &entry.id.to_string(),
        &[
            ("person", &entry.person.to_string()),
            ("kind", &entry.kind.to_string()),
            ("answer", &entry.answer.key()),
            ("day", &entry.day.to_string()),
            ("means", &entry.means.key()),
            ("recorder", &entry.recorder),
            ("wording", &entry.wording),
            ("version", &entry.version),
        ],
    )
}

/// Takes an answer that was recorded by mistake into the bin.
///
/// # Errors
/// [`crate::StoreError::NotFound`].
pub fn set_deleted(w: &Write<'_>, id: ConsentId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "consent_answer", &id.to_string(), deleted)
}

/// Puts the answer that counts into a person as it was read from their record.
pub(super) fn fill(r: &Read<'_>, person: &mut Person) -> Result<()> {
    let sql = format!(
        "SELECT answer FROM consent_answer WHERE person IN {} AND kind = ?2 AND deleted = 0 ORDER BY day DESC, id DESC LIMIT 1",
        alias::any("?1")
    );
    let values = [person.id.to_string(), sharing().to_string()];
    let answer = row::first(r, "consent_answer", &sql, values, |cells| {
        cells.word("answer", ConsentAnswer::from_key)
    })?;
    match answer {
        Some(answer) => person.consent = answer.state(),
        None => {
            for other in alias::records(r, person.id)?.into_iter().skip(1) {
                person.consent = narrower(person.consent, alias::record(r, other)?.consent);
            }
        }
    }
    Ok(())
}

/// As [`fill`], for many people at once.
pub(super) fn fill_all<'p>(r: &Read<'_>, people: impl Iterator<Item = &'p mut Person>) -> Result<()> {
    let agreed = agreed(r)?;
    for person in people {
        if let Some(answer) = agreed.get(&person.id) {
            person.consent = *answer;
        }
    }
    Ok(())
}

/// What the people of a cohort say to sharing, the answer that counts last.
pub(super) fn of_cohort(r: &Read<'_>, cohort: CohortId) -> Result<Vec<(PersonId, Consent)>> {
    let sql = "SELECT person, answer FROM consent_answer WHERE kind = ?2 AND deleted = 0 \
               AND person IN (SELECT person FROM enrolment WHERE cohort = ?1) ORDER BY day, id";
    let values = [cohort.to_string(), sharing().to_string()];
    row::list(r, "consent_answer", sql, values, |cells| {
        let answer = cells.word("answer", ConsentAnswer::from_key)?;
        Ok((cells.id("person")?, answer.state()))
    })
}

/// What people say to sharing whose record alone does not tell it.
pub(crate) fn agreed(r: &Read<'_>) -> Result<BTreeMap<PersonId, Consent>> {
    let sql = "SELECT person, answer FROM consent_answer WHERE kind = ?1 AND deleted = 0 ORDER BY day, id";
    let answers = row::list(r, "consent_answer", sql, [sharing().to_string()], |cells| {
        let answer = cells.word("answer", ConsentAnswer::from_key)?;
        Ok((cells.person("person")?, answer.state()))
    })?;
    let mut agreed: BTreeMap<PersonId, Consent> = answers.into_iter().collect();
    for kept in r.kept()?.values() {
        if !agreed.contains_key(kept) {
            let mut person = alias::record(r, *kept)?;
            fill(r, &mut person)?;
            agreed.insert(*kept, person.consent);
        }
    }
    Ok(agreed)
}

/// Of what two records of one person say, what lets less be shared.
fn narrower(one: Consent, other: Consent) -> Consent {
    match (one, other) {
        (Consent::No, _) | (_, Consent::No) => Consent::No,
        (Consent::Yes, _) | (_, Consent::Yes) => Consent::Yes,
        _ => Consent::NotAnswered,
    }
}

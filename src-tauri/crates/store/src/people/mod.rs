//! Rows of people, sectors and levels.

pub(crate) mod catalogue;

use std::str::FromStr;

use nexus_domain::ids::{BadId, PersonId};
use nexus_domain::people::{Consent, Level, Person, Role, Sector, SizeBand, Term, Vocabulary};

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

/// Reads a person from a row that has every column of `person`.
pub(crate) fn read(cells: &Cells<'_>) -> Result<Person> {
    Ok(Person {
        id: cells.id("id")?,
        given: cells.text("given")?,
        family: cells.text("family")?,
        email: cells.text("email")?,
        institution: cells.text("institution")?,
        position: cells.text("position")?,
        region: cells.text("region")?,
        sector: cells.maybe_id("sector")?,
        level: cells.maybe_id("level")?,
        size: cells.maybe_word("size", SizeBand::from_key)?,
        aspiration: cells.text("aspiration")?,
        consent: cells.word("consent", Consent::from_key)?,
        roles: cells.word("roles", |words| {
            words.split_whitespace().map(Role::from_key).collect()
        })?,
    })
}

/// One person.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn by_id(r: &Read<'_>, id: PersonId) -> Result<Person> {
    let id = id.to_string();
    row::first(
        r,
        "person",
        "SELECT * FROM person WHERE id = ?1 AND deleted = 0",
        [&id],
        read,
    )?
    .ok_or(StoreError::NotFound { what: "person", id })
}

/// Everybody, by family and given name.
///
/// # Errors
/// What SQLite reports.
pub fn all(r: &Read<'_>) -> Result<Vec<Person>> {
    row::list(
        r,
        "person",
        "SELECT * FROM person WHERE deleted = 0 ORDER BY family, given, id",
        [],
        read,
    )
}

/// Stores a person.
///
/// # Errors
/// What SQLite reports.
pub fn put(w: &Write<'_>, person: &Person) -> Result<()> {
    let (sector, level) = (
        person.sector.map(|id| id.to_string()),
        person.level.map(|id| id.to_string()),
    );
    let size = person.size.map(SizeBand::key);
    let roles = person
        .roles
        .iter()
        .map(|role| role.key())
        .collect::<Vec<_>>()
        .join(" ");
    row::put(
        w,
        "person",
        &person.id.to_string(),
        &[
            ("given", &person.given),
            ("family", &person.family),
            ("email", &person.email),
            ("institution", &person.institution),
            ("position", &person.position),
            ("region", &person.region),
            ("sector", &sector),
            ("level", &level),
            ("size", &size),
            ("aspiration", &person.aspiration),
            ("consent", &person.consent.key()),
            ("roles", &roles),
        ],
    )
}

/// Takes a person into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_deleted(w: &Write<'_>, id: PersonId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "person", &id.to_string(), deleted)
}

fn terms<Id: FromStr<Err = BadId>>(r: &Read<'_>, table: &'static str) -> Result<Vec<Term<Id>>> {
    let sql = format!("SELECT * FROM {table} WHERE deleted = 0 ORDER BY position, id");
    row::list(r, table, &sql, [], |cells| {
        Ok(Term {
            id: cells.id("id")?,
            name: cells.text("name")?,
            synonyms: cells.text("synonyms")?.lines().map(str::to_owned).collect(),
            position: cells.number("position")?,
            mark: cells.text("mark")?,
        })
    })
}

fn put_term<Id: ToString>(w: &Write<'_>, table: &'static str, term: &Term<Id>) -> Result<()> {
    row::put(
        w,
        table,
        &term.id.to_string(),
        &[
            ("name", &term.name),
            ("synonyms", &term.synonyms.join("\n")),
            ("position", &term.position),
            ("mark", &term.mark),
        ],
    )
}

/// The sectors and levels, in their order.
///
/// # Errors
/// What SQLite reports.
pub fn vocabulary(r: &Read<'_>) -> Result<Vocabulary> {
    Ok(Vocabulary {
        sectors: terms(r, "sector")?,
        levels: terms(r, "level")?,
    })
}

/// Stores a sector.
///
/// # Errors
/// What SQLite reports.
pub fn put_sector(w: &Write<'_>, sector: &Sector) -> Result<()> {
    put_term(w, "sector", sector)
}

/// Stores a level.
///
/// # Errors
/// What SQLite reports.
pub fn put_level(w: &Write<'_>, level: &Level) -> Result<()> {
    put_term(w, "level", level)
}

//! Rows of people, sectors and levels.

pub mod alias;
pub(crate) mod catalogue;
pub mod consent;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::str::FromStr;

use nexus_domain::ids::{BadId, CohortId, LevelId, PersonId, SectorId};
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

/// One person, by any record of theirs: what is told is what the record says that counts.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn by_id(r: &Read<'_>, id: PersonId) -> Result<Person> {
    let id = alias::kept(r, id)?.to_string();
    let mut person = row::first(
        r,
        "person",
        "SELECT * FROM person WHERE id = ?1 AND deleted = 0",
        [&id],
        read,
    )?
    .ok_or(StoreError::NotFound { what: "person", id })?;
    consent::fill(r, &mut person)?;
    Ok(person)
}

/// The people of a cohort whose only record stands there, with what they say to sharing.
pub(crate) fn of_cohort(r: &Read<'_>, cohort: CohortId) -> Result<BTreeMap<PersonId, Person>> {
    let sql = "SELECT p.* FROM person p WHERE p.deleted = 0 \
               AND p.id IN (SELECT person FROM enrolment WHERE cohort = ?1)";
    let people = row::list(r, "person", sql, [cohort.to_string()], read)?;
    let several = r.kept()?;
    let joined: BTreeSet<&PersonId> = several.iter().flat_map(|(one, kept)| [one, kept]).collect();
    let people = people.into_iter().filter(|person| !joined.contains(&person.id));
    let mut people: BTreeMap<_, _> = people.map(|person| (person.id, person)).collect();
    for (person, answer) in consent::of_cohort(r, cohort)? {
        if let Some(person) = people.get_mut(&person) {
            person.consent = answer;
        }
    }
    Ok(people)
}

/// Reads people, each once.
fn list(r: &Read<'_>, sql: &str) -> Result<Vec<Person>> {
    let mut people = row::list(r, "person", sql, [], read)?;
    let several = r.kept()?;
    people.retain(|person| several.get(&person.id).is_none_or(|kept| *kept == person.id));
    consent::fill_all(r, people.iter_mut())?;
    Ok(people)
}

/// Everybody, by family and given name.
///
/// # Errors
/// What SQLite reports.
pub fn all(r: &Read<'_>) -> Result<Vec<Person>> {
    list(
        r,
        "SELECT * FROM person WHERE deleted = 0 ORDER BY family, given, id",
    )
}

/// Everybody with a role besides that of a participant, by family and given name.
///
/// # Errors
/// What SQLite reports.
pub fn with_roles(r: &Read<'_>) -> Result<Vec<Person>> {
    list(
        r,
        "SELECT * FROM person WHERE deleted = 0 AND roles <> '' ORDER BY family, given, id",
    )
}

/// Everybody who has no role and no place in a cohort that is not in the bin, by family and given name.
///
/// # Errors
/// What SQLite reports.
pub fn without_place(r: &Read<'_>) -> Result<Vec<Person>> {
    let mut people = list(
        r,
        "SELECT * FROM person WHERE id IN (SELECT p.id FROM person p WHERE p.deleted = 0 AND p.roles = '' AND NOT EXISTS \
          (SELECT 1 FROM enrolment e JOIN cohort c ON c.id = e.cohort \
           WHERE e.person = p.id AND e.deleted = 0 AND c.deleted = 0)) ORDER BY family, given, id",
    )?;
    let mut placed = Vec::new();
    for person in &people {
        if r.kept()?.contains_key(&person.id) && !crate::cohorts::of_person(r, person.id)?.is_empty() {
            placed.push(person.id);
        }
    }
    people.retain(|person| !placed.contains(&person.id));
    Ok(people)
}

/// The person with this e-mail address; letter case does not matter.
///
/// # Errors
/// What SQLite reports.
pub fn with_email(r: &Read<'_>, email: &str) -> Result<Option<Person>> {
    let found = row::first(
        r,
        "person",
        "SELECT id FROM person WHERE deleted = 0 AND email <> '' AND LOWER(email) = LOWER(?1) ORDER BY id LIMIT 1",
        [email],
        |cells| cells.person("id"),
    )?;
    found.map(|id| by_id(r, id)).transpose()
}

/// Stores a person. The answer to consent is that with which a record begins: later ones are [`consent::add`]ed.
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
    row::put_but(
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
        &["consent"],
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

/// How many people each sector and each level stands beside, by its id: in their record, or in a place of
/// theirs in a cohort. Nothing in the bin counts.
///
/// # Errors
/// What SQLite reports.
pub fn words_in_use(r: &Read<'_>) -> Result<HashMap<String, u32>> {
    let mut uses = HashMap::new();
    for column in ["sector", "level"] {
        let sql = format!(
            "SELECT word, COUNT(DISTINCT {one}) AS people FROM \
             (SELECT p.{column} AS word, p.id AS person FROM person p WHERE p.deleted = 0 \
              UNION ALL SELECT e.{column}, e.person FROM enrolment e JOIN person p ON p.id = e.person \
              JOIN cohort c ON c.id = e.cohort WHERE e.deleted = 0 AND p.deleted = 0 AND c.deleted = 0) \
             WHERE word IS NOT NULL GROUP BY word",
            one = alias::one("person")
        );
        uses.extend(row::list(r, "person", &sql, [], |cells| {
            Ok((cells.text("word")?, cells.number("people")?))
        })?);
    }
    Ok(uses)
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

/// Takes a sector into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_sector_deleted(w: &Write<'_>, id: SectorId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "sector", &id.to_string(), deleted)
}

/// Takes a level into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_level_deleted(w: &Write<'_>, id: LevelId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "level", &id.to_string(), deleted)
}

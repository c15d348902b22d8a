//! Several records of one person. Rows keep the ids under which they were written; what is read names a person by
//! the record that counts.

use std::collections::BTreeSet;

use nexus_domain::ids::{AliasId, PersonId, TwoPeopleId};
use nexus_domain::people::Person;
use nexus_domain::people::alias::{Alias, Group, Join, Replaced, groups as rule};
use rusqlite::{Connection, params};

use crate::handle::Kept;
use crate::log::catalogue::Derived;
use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

/// The table `same_person`.
pub(crate) const DERIVED: Derived = Derived {
    from: &["person_alias", "person"],
    rebuild,
};

fn parse(text: &str) -> Result<PersonId> {
    text.parse().map_err(|_| StoreError::BadCell {
        table: "person_alias",
        column: "loser",
        found: text.to_owned(),
    })
}

fn found_joins(connection: &Connection) -> Result<Vec<Join>> {
    let mut statement =
        connection.prepare_cached("SELECT loser, winner FROM person_alias WHERE deleted = 0 ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut joins = Vec::new();
    while let Some(row) = rows.next()? {
        joins.push(Join {
            loser: parse(&row.get::<_, String>(0)?)?,
            winner: parse(&row.get::<_, String>(1)?)?,
        });
    }
    Ok(joins)
}

fn worked_out(connection: &Connection) -> Result<Vec<Group>> {
    let joins = found_joins(connection)?;
    if joins.is_empty() {
        return Ok(Vec::new());
    }
    let mut live = BTreeSet::new();
    let mut is_here = connection.prepare_cached("SELECT 1 FROM person WHERE id = ?1 AND deleted = 0")?;
    for id in joins.iter().flat_map(|join| [join.loser, join.winner]) {
        if is_here.exists([id.to_string()])? {
            live.insert(id);
        }
    }
    Ok(rule(&joins, |id| live.contains(&id)))
}

fn rebuild(connection: &Connection) -> Result<()> {
    let groups = worked_out(connection)?;
    connection
        .prepare_cached("DELETE FROM same_person")?
        .execute([])?;
    let mut insert = connection.prepare_cached("INSERT INTO same_person (id, kept) VALUES (?1, ?2)")?;
    for group in groups {
        for id in group.others.iter().chain([&group.kept]) {
            insert.execute(params![id.to_string(), group.kept.to_string()])?;
        }
    }
    Ok(())
}

pub(crate) fn read_kept(connection: &Connection) -> Result<Kept> {
    let mut statement = connection.prepare_cached("SELECT id, kept FROM same_person")?;
    let mut rows = statement.query([])?;
    let mut kept = Kept::new();
    while let Some(row) = rows.next()? {
        kept.insert(
            parse(&row.get::<_, String>(0)?)?,
            parse(&row.get::<_, String>(1)?)?,
        );
    }
    Ok(kept)
}

/// Every record of the person named by `value`, as a list for SQL's `IN`.
pub(crate) fn any(value: &str) -> String {
    format!(
        "(SELECT {value} UNION ALL SELECT b.id FROM same_person a JOIN same_person b ON b.kept = a.kept \
         WHERE a.id = {value} AND b.id <> {value})"
    )
}

/// The person named by `column` by the record that counts, as an expression of SQL.
pub(crate) fn one(column: &str) -> String {
    format!("COALESCE((SELECT same.kept FROM same_person same WHERE same.id = {column}), {column})")
}

/// The person that column `person` of a row is to hold: the record that stands there already, if it is one of
/// the same person.
pub(crate) fn stored(r: &Read<'_>, table: &'static str, id: &str, person: PersonId) -> Result<PersonId> {
    let sql = format!("SELECT person FROM {table} WHERE id = ?1");
    let before: Option<PersonId> = row::first(r, table, &sql, [id], |cells| cells.id("person"))?;
    let same = |before: &PersonId| Ok::<_, StoreError>(kept(r, *before)? == kept(r, person)?);
    match before {
        Some(before) if same(&before)? => Ok(before),
        _ => Ok(person),
    }
}

/// The record that counts for a person.
///
/// # Errors
/// What SQLite reports.
pub fn kept(r: &Read<'_>, person: PersonId) -> Result<PersonId> {
    Ok(r.kept()?.get(&person).copied().unwrap_or(person))
}

/// Every record of a person: the one that counts, then the others.
///
/// # Errors
/// What SQLite reports.
pub fn records(r: &Read<'_>, person: PersonId) -> Result<Vec<PersonId>> {
    let counts = kept(r, person)?;
    let all = r.kept()?;
    let others = all.iter().filter(|(id, kept)| **kept == counts && **id != counts);
    Ok(std::iter::once(counts).chain(others.map(|(id, _)| *id)).collect())
}

/// The joins that hold.
///
/// # Errors
/// What SQLite reports.
pub fn joins(r: &Read<'_>) -> Result<Vec<Join>> {
    found_joins(r.sql())
}

/// People with several records.
///
/// # Errors
/// What SQLite reports.
pub fn groups(r: &Read<'_>) -> Result<Vec<Group>> {
    worked_out(r.sql())
}

/// One record as it stands, also one that no longer counts, and one in the bin.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn record(r: &Read<'_>, id: PersonId) -> Result<Person> {
    let id = id.to_string();
    row::first(
        r,
        "person",
        "SELECT * FROM person WHERE id = ?1",
        [&id],
        super::read,
    )?
    .ok_or(StoreError::NotFound { what: "person", id })
}

fn read(cells: &Cells<'_>) -> Result<Alias> {
    let replaced = cells.word("replaced", |text| {
        let list: Vec<(String, Option<String>, Option<String>)> = serde_json::from_str(text).ok()?;
        let one = |(field, old, new)| Replaced { field, old, new };
        Some(list.into_iter().map(one).collect())
    })?;
    Ok(Alias {
        id: cells.id("id")?,
        join: Join {
            loser: cells.id("loser")?,
            winner: cells.id("winner")?,
        },
        replaced,
    })
}

/// The join of two records, if it holds.
///
/// # Errors
/// What SQLite reports.
pub fn by_join(r: &Read<'_>, join: Join) -> Result<Option<Alias>> {
    let id = AliasId::of(join.loser, join.winner).to_string();
    let sql = "SELECT * FROM person_alias WHERE id = ?1 AND deleted = 0";
    row::first(r, "person_alias", sql, [id], read)
}

/// Joins two records.
///
/// # Errors
/// What SQLite reports.
pub fn join(w: &Write<'_>, join: Join, replaced: &[Replaced]) -> Result<()> {
    let list: Vec<_> = replaced
        .iter()
        .map(|one| (&one.field, &one.old, &one.new))
        .collect();
    row::put(
        w,
        "person_alias",
        &AliasId::of(join.loser, join.winner).to_string(),
        &[
            ("loser", &join.loser.to_string()),
            ("winner", &join.winner.to_string()),
            ("replaced", &serde_json::json!(list).to_string()),
            ("deleted", &0),
        ],
    )?;
    rebuilt(w)
}

/// Takes a join away.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn part(w: &Write<'_>, join: Join) -> Result<()> {
    let id = AliasId::of(join.loser, join.winner).to_string();
    row::set_deleted(w, "person_alias", &id, true)?;
    rebuilt(w)
}

fn rebuilt(w: &Write<'_>) -> Result<()> {
    rebuild(w.sql())?;
    w.forget_kept();
    Ok(())
}

/// Pairs of records that are two people.
///
/// # Errors
/// What SQLite reports.
pub fn two_people(r: &Read<'_>) -> Result<Vec<(PersonId, PersonId)>> {
    let sql = "SELECT * FROM two_people WHERE deleted = 0 ORDER BY id";
    row::list(r, "two_people", sql, [], |cells| {
        Ok((cells.id("one")?, cells.id("other")?))
    })
}

/// Says whether two records are two people.
///
/// # Errors
/// What SQLite reports.
pub fn set_two_people(w: &Write<'_>, one: PersonId, other: PersonId, are_two: bool) -> Result<()> {
    let (one, other) = (one.min(other), one.max(other));
    row::put(
        w,
        "two_people",
        &TwoPeopleId::of(one, other).to_string(),
        &[
            ("one", &one.to_string()),
            ("other", &other.to_string()),
            ("deleted", &!are_two),
        ],
    )
}

/// Sets one field of a record by its stored name and value.
///
/// # Errors
/// [`StoreError::NotFound`]; [`StoreError::BadCell`] for a field that a join does not take over.
pub fn set_field(w: &Write<'_>, person: PersonId, field: &str, value: Option<&str>) -> Result<()> {
    let Some(field) = FIELDS.iter().find(|known| **known == field) else {
        return Err(StoreError::BadCell {
            table: "person_alias",
            column: "replaced",
            found: field.to_owned(),
        });
    };
    row::set(w, "person", &person.to_string(), &[(field, &value)])
}

/// The value of one field of a record, as it is stored.
///
/// # Errors
/// [`StoreError::NotFound`]; [`StoreError::BadCell`] for a field that a join does not take over.
pub fn field(r: &Read<'_>, person: PersonId, field: &str) -> Result<Option<String>> {
    let Some(field) = FIELDS.iter().find(|known| **known == field) else {
        return Err(StoreError::BadCell {
            table: "person_alias",
            column: "replaced",
            found: field.to_owned(),
        });
    };
    let id = person.to_string();
    let sql = format!("SELECT {field} AS value FROM person WHERE id = ?1");
    row::first(r, "person", &sql, [&id], |cells| Ok(cells.row.get("value")?))?
        .ok_or(StoreError::NotFound { what: "person", id })
}

/// The fields that a join may take over, as they are stored.
pub const FIELDS: [&str; 11] = [
    "given",
    "family",
    "email",
    "institution",
    "position",
    "region",
    "sector",
    "level",
    "size",
    "aspiration",
    "roles",
];

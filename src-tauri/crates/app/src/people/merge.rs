//! Two records of one person: comparing them, joining them, and taking them apart again.

use std::collections::{BTreeMap, BTreeSet};

use nexus_domain::cohorts::participant_code;
use nexus_domain::ids::PersonId;
use nexus_domain::people::alias::{Join, Replaced, apart};
use nexus_domain::people::letters::{fold, same};
use nexus_domain::people::{Person, Role, Vocabulary};
use nexus_store::people::alias;
use nexus_store::{Read, Write, assessments, cohorts, people, sessions};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{PersonField, read_id};
use crate::{App, AppError, Done, Result};

/// At most so many possible doubles are listed.
const MOST: usize = 200;

/// Two records beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CompareView {
    /// Id of the record that is to count.
    pub keep: String,
    /// Its name.
    pub keep_name: String,
    /// Id of the other.
    pub other: String,
    /// Its name.
    pub other_name: String,
    /// The fields in which they differ.
    pub fields: Vec<CompareField>,
    /// The codes of both in cohorts in which both are: the first one counts.
    pub codes: Vec<CompareCodes>,
    /// Sessions for which both were marked, differently: the mark of the record that counts counts.
    pub marks: u32,
    /// Occasions at which both have a sheet: they show as a double, to be settled there.
    pub sheets: u32,
}

/// One field of two records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CompareField {
    /// Which.
    pub field: PersonField,
    /// What the record says that is to count.
    pub keep: String,
    /// What the other says.
    pub other: String,
}

/// Two codes of one person in one cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CompareCodes {
    /// Name of the cohort.
    pub cohort: String,
    /// The code that counts.
    pub code: String,
    /// The codes that are remembered.
    pub also: Vec<String>,
}

/// A record beside the one that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RecordView {
    /// Its id.
    pub id: String,
    /// The name in it.
    pub name: String,
    /// The e-mail address in it.
    pub email: String,
    /// The institution in it.
    pub institution: String,
    /// Its codes, each with the mark of its cohort.
    pub codes: Vec<String>,
}

/// Records that may be one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DoubleView {
    /// Why they may be.
    pub why: DoubleWhy,
    /// The older record.
    pub one: RecordView,
    /// The younger one.
    pub other: RecordView,
}

/// Why two records may be one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum DoubleWhy {
    /// The same e-mail address.
    Email,
    /// The same name at the same institution.
    NameAndInstitution,
    /// The same name.
    Name,
}

/// What a join takes over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MergeInput {
    /// Id of the record that is to count.
    pub keep: String,
    /// Id of the other.
    pub other: String,
    /// The fields that take over what the other says.
    pub take: Vec<PersonField>,
}

/// The name under which a field is stored; none for those that a join does not take over.
fn stored(field: PersonField) -> Option<&'static str> {
    match field {
        PersonField::Given => Some("given"),
        PersonField::Family => Some("family"),
        PersonField::Email => Some("email"),
        PersonField::Institution => Some("institution"),
        PersonField::Position => Some("position"),
        PersonField::Region => Some("region"),
        PersonField::Sector => Some("sector"),
        PersonField::Level => Some("level"),
        PersonField::Size => Some("size"),
        PersonField::Aspiration => Some("aspiration"),
        PersonField::Roles | PersonField::Consent => None,
    }
}

const FIELDS: [PersonField; 10] = [
    PersonField::Given,
    PersonField::Family,
    PersonField::Email,
    PersonField::Institution,
    PersonField::Position,
    PersonField::Region,
    PersonField::Sector,
    PersonField::Level,
    PersonField::Size,
    PersonField::Aspiration,
];

fn told(words: &Vocabulary, person: &Person, field: PersonField) -> String {
    match field {
        PersonField::Given => person.given.clone(),
        PersonField::Family => person.family.clone(),
        PersonField::Email => person.email.clone(),
        PersonField::Institution => person.institution.clone(),
        PersonField::Position => person.position.clone(),
        PersonField::Region => person.region.clone(),
        PersonField::Aspiration => person.aspiration.clone(),
        PersonField::Size => person.size.map(|size| size.key().to_owned()).unwrap_or_default(),
        PersonField::Sector => {
            let word = words.sectors.iter().find(|word| Some(word.id) == person.sector);
            word.map(|word| word.name.clone()).unwrap_or_default()
        }
        PersonField::Level => {
            let word = words.levels.iter().find(|word| Some(word.id) == person.level);
            word.map(|word| word.name.clone()).unwrap_or_default()
        }
        PersonField::Roles | PersonField::Consent => String::new(),
    }
}

/// Two people who are to become one: the records that count for each.
fn pair(r: &Read<'_>, keep: PersonId, other: PersonId) -> Result<(Person, Person)> {
    let (keep, other) = (people::by_id(r, keep)?, people::by_id(r, other)?);
    if keep.id == other.id {
        return Err(crate::input::invalid(
            &keep.name(),
            "person",
            &other.name(),
            "another record",
        ));
    }
    Ok((keep, other))
}

/// Two records beside each other, and what joining them means.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::Invalid`] for records that are one person already; those of the store.
pub fn compare(app: &App, keep: &str, other: &str) -> Result<CompareView> {
    let (keep, other) = (read_id(keep)?, read_id(other)?);
    app.ws().read(|r| {
        let (keep, other) = pair(r, keep, other)?;
        let words = people::vocabulary(r)?;
        let fields = FIELDS.into_iter().filter_map(|field| {
            let (own, their) = (told(&words, &keep, field), told(&words, &other, field));
            (own != their).then_some(CompareField {
                field,
                keep: own,
                other: their,
            })
        });
        let (mut codes, mut marks, mut sheets) = (Vec::new(), 0, 0);
        let theirs = cohorts::of_person(r, other.id)?;
        for (own, cohort) in cohorts::of_person(r, keep.id)? {
            let Some((their, _)) = theirs.iter().find(|(_, theirs)| theirs.id == cohort.id) else {
                continue;
            };
            let mut numbers: Vec<u32> = [own.number, their.number].into();
            numbers.extend(own.also.iter().chain(&their.also));
            numbers.sort_unstable();
            let mut all = numbers
                .into_iter()
                .map(|number| participant_code(&cohort.prefix, number));
            codes.push(CompareCodes {
                cohort: cohort.name.clone(),
                code: all.next().unwrap_or_default(),
                also: all.collect(),
            });
            for session in sessions::of_cohort(r, cohort.id)? {
                let all = sessions::attendance(r, session.id)?;
                let (one, two) = (all.get(&keep.id), all.get(&other.id));
                marks += u32::from(one.zip(two).is_some_and(|(one, two)| one.mark != two.mark));
            }
            for occasion in assessments::occasions(r, cohort.id)? {
                let has = |person| {
                    Ok::<_, AppError>(!assessments::responses_of(r, occasion.id, person)?.is_empty())
                };
                sheets += u32::from(has(keep.id)? && has(other.id)?);
            }
        }
        Ok(CompareView {
            keep: keep.id.to_string(),
            keep_name: keep.name(),
            other: other.id.to_string(),
            other_name: other.name(),
            fields: fields.collect(),
            codes,
            marks,
            sheets,
        })
    })
}

/// Joins two records: from now on they are one person. Nothing is rewritten but the fields that are taken over.
///
/// # Errors
/// As [`compare`].
pub fn merge(app: &App, given: &MergeInput) -> Result<Done<String>> {
    let (keep, other) = (read_id(&given.keep)?, read_id(&given.other)?);
    let name = app.ws().read(|r| pair(r, keep, other))?.0.name();
    app.act("people.merge", &name, |w| {
        let (keep, other) = pair(w, keep, other)?;
        join(w, &keep, &other, &given.take)?;
        Ok(keep.id.to_string())
    })
}

/// Joins two records within an action.
pub(super) fn join(w: &Write<'_>, keep: &Person, other: &Person, take: &[PersonField]) -> Result<()> {
    let mut replaced = Vec::new();
    let mut over = |field: &str, new: Option<String>| -> Result<()> {
        let old = alias::field(w, keep.id, field)?;
        if old != new {
            alias::set_field(w, keep.id, field, new.as_deref())?;
            replaced.push(Replaced {
                field: field.to_owned(),
                old,
                new,
            });
        }
        Ok(())
    };
    let fields: BTreeSet<&str> = take.iter().filter_map(|field| stored(*field)).collect();
    for field in fields {
        over(field, alias::field(w, other.id, field)?)?;
    }
    let mut roles: Vec<Role> = keep.roles.iter().chain(&other.roles).copied().collect();
    roles.sort_unstable();
    roles.dedup();
    let words: Vec<_> = roles.into_iter().map(Role::key).collect();
    over("roles", Some(words.join(" ")))?;
    for (one, two) in alias::two_people(w)? {
        let same = |id: PersonId, person: &Person| Ok::<_, AppError>(alias::kept(w, id)? == person.id);
        if (same(one, keep)? && same(two, other)?) || (same(one, other)? && same(two, keep)?) {
            alias::set_two_people(w, one, two, false)?;
        }
    }
    let join = Join {
        loser: other.id,
        winner: keep.id,
    };
    Ok(alias::join(w, join, &replaced)?)
}

/// Takes a record out of a person again, with what had been joined to it before. Fields that it had given go back
/// to what they were, unless they were changed since.
///
/// # Errors
/// [`AppError::NotFound`] for a record that is not joined to the person; those of the store.
pub fn take_apart(app: &App, record: &str) -> Result<Done<()>> {
    let record = read_id(record)?;
    let name = app.ws().read(|r| alias::record(r, record))?.name();
    app.act("people.apart", &name, |w| {
        let kept = alias::kept(w, record)?;
        let joins = apart(&alias::joins(w)?, kept, record);
        if joins.is_empty() || kept == record {
            return Err(AppError::NotFound {
                what: "join",
                key: record.to_string(),
            });
        }
        joins.into_iter().try_for_each(|join| part(w, join))
    })
}

fn part(w: &Write<'_>, join: Join) -> Result<()> {
    let Some(found) = alias::by_join(w, join)? else {
        return Ok(());
    };
    for one in found.replaced {
        if alias::field(w, join.winner, &one.field)? == one.new {
            alias::set_field(w, join.winner, &one.field, one.old.as_deref())?;
        }
    }
    Ok(alias::part(w, join)?)
}

/// Settles which record counts where two laptops chose differently.
///
/// # Errors
/// [`AppError::NotFound`] for a record without others; those of the store.
pub fn settle(app: &App, keep: &str) -> Result<Done<()>> {
    let keep = read_id(keep)?;
    let name = app.ws().read(|r| alias::record(r, keep))?.name();
    app.act("people.settle", &name, |w| {
        let others: Vec<_> = alias::records(w, keep)?
            .into_iter()
            .filter(|one| *one != keep)
            .collect();
        if others.is_empty() {
            return Err(AppError::NotFound {
                what: "join",
                key: keep.to_string(),
            });
        }
        let joins = alias::joins(w)?;
        for loser in others {
            let join = Join { loser, winner: keep };
            if !joins.contains(&join) {
                alias::join(w, join, &[])?;
            }
        }
        let mut away = joins.into_iter().filter(|join| join.loser == keep);
        away.try_for_each(|join| Ok(alias::part(w, join)?))
    })
}

/// Remembers that two records are two people, or forgets it.
///
/// # Errors
/// As [`compare`].
pub fn two_people(app: &App, one: &str, other: &str, are_two: bool) -> Result<Done<()>> {
    let (one, other) = (read_id(one)?, read_id(other)?);
    let name = app.ws().read(|r| pair(r, one, other))?.0.name();
    app.act("people.two", &name, |w| {
        let (one, other) = pair(w, one, other)?;
        Ok(alias::set_two_people(w, one.id, other.id, are_two)?)
    })
}

/// A record as it is told beside another.
pub(super) fn record_view(r: &Read<'_>, id: PersonId) -> Result<RecordView> {
    let person = alias::record(r, id)?;
    let codes = cohorts::of_record(r, id)?
        .into_iter()
        .map(|(enrolment, cohort)| {
            format!(
                "{} · {}",
                participant_code(&cohort.prefix, enrolment.number),
                cohort.mark
            )
        })
        .collect();
    Ok(RecordView {
        id: person.id.to_string(),
        name: person.name(),
        email: person.email,
        institution: person.institution,
        codes,
    })
}

/// Records that may be one person, the likeliest first; not those of which it is known that they are two.
///
/// # Errors
/// Those of the store.
pub fn doubles(app: &App) -> Result<Vec<DoubleView>> {
    app.ws().read(|r| {
        let mut not = BTreeSet::new();
        for (one, other) in alias::two_people(r)? {
            let (one, other) = (alias::kept(r, one)?, alias::kept(r, other)?);
            not.insert((one.min(other), one.max(other)));
        }
        let mut found: Vec<(DoubleWhy, PersonId, PersonId)> = Vec::new();
        let mut seen = BTreeSet::new();
        let everybody = people::all(r)?;
        for why in [DoubleWhy::Email, DoubleWhy::NameAndInstitution, DoubleWhy::Name] {
            let mut alike: BTreeMap<String, Vec<&Person>> = BTreeMap::new();
            for person in &everybody {
                let key = key(why, person);
                if !key.is_empty() {
                    alike.entry(key).or_default().push(person);
                }
            }
            for people in alike.into_values() {
                for (at, one) in people.iter().enumerate() {
                    for other in &people[at + 1..] {
                        let pair = (one.id.min(other.id), one.id.max(other.id));
                        if found.len() < MOST && !not.contains(&pair) && seen.insert(pair) {
                            found.push((why, pair.0, pair.1));
                        }
                    }
                    if found.len() >= MOST {
                        break;
                    }
                }
            }
        }
        let view = |(why, one, other)| {
            Ok(DoubleView {
                why,
                one: record_view(r, one)?,
                other: record_view(r, other)?,
            })
        };
        found.into_iter().map(view).collect()
    })
}

/// What two people have in common who may be one; empty where nothing is said.
fn key(why: DoubleWhy, person: &Person) -> String {
    let name = fold(&person.name());
    match why {
        DoubleWhy::Email => person.email.to_lowercase(),
        DoubleWhy::NameAndInstitution if same(&person.institution, "") => String::new(),
        DoubleWhy::NameAndInstitution => format!("{name} · {}", fold(&person.institution)),
        DoubleWhy::Name => name,
    }
}

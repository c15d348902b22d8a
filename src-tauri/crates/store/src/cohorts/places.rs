//! Who is and was in a cohort. A person with several records stands there once, under the smallest of their numbers.

use std::collections::BTreeMap;

use nexus_domain::cohorts::{Cohort, Enrolment};
use nexus_domain::ids::{CohortId, EnrolmentId, PersonId};
use nexus_domain::people::roster::{Draft, KnownPerson};
use nexus_domain::people::{Consent, Person, SizeBand};

use super::{by_id, departure, read_enrolment};
use crate::people::alias;
use crate::row;
use crate::{Read, Result, people};

/// Who is in a cohort, in the order of their codes, those who withdrew or moved included.
///
/// # Errors
/// What SQLite reports.
pub fn members(r: &Read<'_>, cohort: CohortId) -> Result<Vec<(Enrolment, Person)>> {
    let enrolments = row::list(
        r,
        "enrolment",
        "SELECT e.* FROM enrolment e JOIN person p ON p.id = e.person \
         WHERE e.cohort = ?1 AND e.deleted = 0 AND p.deleted = 0 ORDER BY e.number, e.id",
        [cohort.to_string()],
        |cells| Ok((read_enrolment(cells)?, false)),
    )?;
    let found = once(r, cohort, enrolments)?;
    Ok(found
        .into_iter()
        .map(|(enrolment, person, _)| (enrolment, person))
        .collect())
}

/// Everybody who is or was in a cohort, in the order of their codes, each with whether they were taken out of it.
///
/// # Errors
/// What SQLite reports.
pub fn ever_members(r: &Read<'_>, cohort: CohortId) -> Result<Vec<(Enrolment, Person, bool)>> {
    let enrolments = row::list(
        r,
        "enrolment",
        "SELECT e.* FROM enrolment e JOIN person p ON p.id = e.person \
         WHERE e.cohort = ?1 AND p.deleted = 0 ORDER BY e.number, e.id",
        [cohort.to_string()],
        |cells| Ok((read_enrolment(cells)?, cells.flag("deleted")?)),
    )?;
    once(r, cohort, enrolments)
}

/// Puts the places of one person together: of those that hold, the one with the smallest number counts.
fn once(
    r: &Read<'_>,
    cohort: CohortId,
    enrolments: Vec<(Enrolment, bool)>,
) -> Result<Vec<(Enrolment, Person, bool)>> {
    let (mut left, since) = (departure::left(r, cohort)?, departure::since(r, cohort)?);
    let mut people = people::of_cohort(r, cohort)?;
    let mut places: BTreeMap<PersonId, usize> = BTreeMap::new();
    let mut found: Vec<(Enrolment, Person, bool)> = Vec::new();
    for (mut enrolment, out) in enrolments {
        enrolment.left = left.remove(&enrolment.id);
        enrolment.since = since.get(&enrolment.id).copied();
        let kept = alias::kept(r, enrolment.person)?;
        match places.get(&kept) {
            Some(at) => {
                let (first, _, first_out) = &mut found[*at];
                if *first_out && !out {
                    (*first, *first_out) = (enrolment, false);
                } else if out == *first_out {
                    add(first, enrolment);
                }
            }
            None => {
                places.insert(kept, found.len());
                let person = match people.remove(&kept) {
                    Some(person) => person,
                    None => people::by_id(r, kept)?,
                };
                found.push((enrolment, person, out));
            }
        }
    }
    found.sort_by_key(|(enrolment, ..)| (enrolment.number, enrolment.id));
    Ok(found)
}

/// Another place of the same person, whose number is not smaller. Somebody is there who holds one of them.
fn add(first: &mut Enrolment, other: Enrolment) {
    first.also.push(other.number);
    if other.left.is_none() {
        first.left = None;
    }
    if other.since.is_none() {
        first.since = None;
    }
}

/// Every place that the records of one person hold in a cohort, as they are stored.
///
/// # Errors
/// What SQLite reports.
pub fn places(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<Enrolment>> {
    let sql = format!(
        "SELECT * FROM enrolment WHERE cohort = ?1 AND person IN {} AND deleted = 0 ORDER BY number, id",
        alias::any("?2")
    );
    let values = [cohort.to_string(), person.to_string()];
    let mut places = row::list(r, "enrolment", &sql, values, read_enrolment)?;
    for place in &mut places {
        let departures = departure::departures(r, place.id)?;
        place.left = departures.into_iter().rfind(|one| one.returned.is_none());
        place.since = departure::arrival(r, place.id)?.map(|one| one.day);
    }
    Ok(places)
}

/// The places of one record alone, also one that no longer counts, the latest first.
///
/// # Errors
/// What SQLite reports.
pub fn of_record(r: &Read<'_>, record: PersonId) -> Result<Vec<(Enrolment, Cohort)>> {
    let sql = "SELECT e.* FROM enrolment e JOIN cohort c ON c.id = e.cohort \
               WHERE e.person = ?1 AND e.deleted = 0 AND c.deleted = 0 ORDER BY c.starts DESC, e.id";
    let places = row::list(r, "enrolment", sql, [record.to_string()], read_enrolment)?;
    let known = |place: Enrolment| by_id(r, place.cohort).map(|cohort| (place, cohort));
    places.into_iter().map(known).collect()
}

/// The cohort of a place, if both are here and not in the bin.
///
/// # Errors
/// What SQLite reports.
pub fn cohort_of(r: &Read<'_>, place: EnrolmentId) -> Result<Option<Cohort>> {
    let sql = "SELECT c.* FROM enrolment e JOIN cohort c ON c.id = e.cohort \
               WHERE e.id = ?1 AND e.deleted = 0 AND c.deleted = 0";
    row::first(r, "cohort", sql, [place.to_string()], super::read)
}

/// The person's places in cohorts, the latest first.
///
/// # Errors
/// What SQLite reports.
pub fn of_person(r: &Read<'_>, person: PersonId) -> Result<Vec<(Enrolment, Cohort)>> {
    let sql = format!(
        "SELECT e.* FROM enrolment e JOIN cohort c ON c.id = e.cohort \
         WHERE e.person IN {} AND e.deleted = 0 AND c.deleted = 0 ORDER BY c.starts DESC, e.id",
        alias::any("?1")
    );
    let mut enrolments: Vec<CohortId> = Vec::new();
    for place in row::list(r, "enrolment", &sql, [person.to_string()], read_enrolment)? {
        if !enrolments.contains(&place.cohort) {
            enrolments.push(place.cohort);
        }
    }
    let mut found = Vec::new();
    for cohort in enrolments {
        let mut places = places(r, cohort, person)?.into_iter();
        let Some(mut first) = places.next() else { continue };
        for other in places {
            add(&mut first, other);
        }
        found.push((first, by_id(r, cohort)?));
    }
    Ok(found)
}

/// The cohorts in which there is something of a person, the latest first: also those from which they were taken out.
///
/// # Errors
/// What SQLite reports.
pub fn touched(r: &Read<'_>, person: PersonId) -> Result<Vec<Cohort>> {
    let sql = format!(
        "WITH own AS {} \
         SELECT c.* FROM cohort c WHERE c.deleted = 0 AND c.id IN ( \
           SELECT cohort FROM enrolment WHERE deleted = 0 AND person IN own \
           UNION SELECT s.cohort FROM attendance a JOIN session s ON s.id = a.session AND s.deleted = 0 \
             WHERE a.deleted = 0 AND a.mark <> 'expected' AND a.person IN own \
           UNION SELECT o.cohort FROM response x JOIN occasion o ON o.id = x.occasion AND o.deleted = 0 \
             WHERE x.deleted = 0 AND x.subject IN own \
           UNION SELECT p.cohort FROM project_member m JOIN project p ON p.id = m.project AND p.deleted = 0 \
             WHERE m.deleted = 0 AND m.person IN own \
           UNION SELECT p.cohort FROM lesson l JOIN project p ON p.id = l.project AND p.deleted = 0 \
             WHERE l.deleted = 0 AND l.person IN own \
           UNION SELECT cohort FROM next_step WHERE deleted = 0 AND person IN own) \
         ORDER BY c.starts IS NULL, c.starts DESC, c.id DESC",
        alias::any("?1")
    );
    row::list(r, "cohort", &sql, [person.to_string()], super::read)
}

/// Everybody as a roster import for this cohort knows them: for its own people what was true of them
/// when they enrolled, for others what is true now.
///
/// # Errors
/// What SQLite reports.
pub fn known(r: &Read<'_>, cohort: CohortId) -> Result<Vec<KnownPerson>> {
    let sql = "SELECT p.*, e.id AS enrolment, e.sector AS e_sector, e.level AS e_level, e.aspiration AS e_aspiration, \
                      e.institution AS e_institution, e.position AS e_position, e.region AS e_region, \
                      e.size AS e_size, e.registered AS e_registered, e.number AS e_number \
               FROM person p LEFT JOIN enrolment e ON e.person = p.id AND e.cohort = ?1 AND e.deleted = 0 \
               WHERE p.deleted = 0";
    let mut known = row::list(r, "person", sql, [cohort.to_string()], |cells| {
        let person = people::read(cells)?;
        let number = cells.maybe_number("e_number")?;
        let enrolled = cells.row.get::<_, Option<String>>("enrolment")?.is_some();
        let mut facts = Draft {
            given: person.given,
            family: person.family,
            email: person.email,
            institution: person.institution,
            sector: person.sector,
            position: person.position,
            level: person.level,
            region: person.region,
            size: person.size,
            aspiration: person.aspiration,
            consent: person.consent,
            registered: None,
        };
        if enrolled {
            facts.institution = cells.text("e_institution")?;
            facts.sector = cells.maybe_id("e_sector")?;
            facts.position = cells.text("e_position")?;
            facts.level = cells.maybe_id("e_level")?;
            facts.region = cells.text("e_region")?;
            facts.size = cells.maybe_word("e_size", SizeBand::from_key)?;
            facts.aspiration = cells.text("e_aspiration")?;
            facts.registered = cells.date("e_registered")?;
        }
        let known = KnownPerson {
            id: Some(person.id),
            facts,
            also: Vec::new(),
            enrolled,
            record: None,
        };
        Ok((person.id, number, known))
    })?;
    // Quicker than to read everybody in this order.
    known.sort_by_key(|(id, ..)| *id);
    let agreed = people::consent::agreed(r)?;
    let several = r.kept()?;
    let mut joined: BTreeMap<PersonId, Vec<(PersonId, Option<u32>, KnownPerson)>> = BTreeMap::new();
    let mut found = Vec::with_capacity(known.len());
    for (id, number, mut person) in known {
        match several.get(&id) {
            Some(kept) => joined.entry(*kept).or_default().push((id, number, person)),
            None => {
                if let Some(answer) = agreed.get(&id) {
                    person.facts.consent = *answer;
                }
                found.push(person);
            }
        }
    }
    for (kept, records) in joined {
        let agreed = agreed.get(&kept).copied();
        found.extend(as_one(kept, agreed.unwrap_or_default(), records));
    }
    found.sort_by_key(|person| person.id);
    Ok(found)
}

/// What is known of a person by several records: the record that counts, as the place that counts has it.
fn as_one(
    kept: PersonId,
    agreed: Consent,
    records: Vec<(PersonId, Option<u32>, KnownPerson)>,
) -> Option<KnownPerson> {
    let enrolled = records
        .iter()
        .filter_map(|(_, number, one)| Some(((*number)?, &one.facts)));
    let place = enrolled
        .min_by_key(|(number, _)| *number)
        .map(|(_, facts)| facts.clone());
    let (own, also): (Vec<_>, Vec<_>) = records.into_iter().partition(|(id, ..)| *id == kept);
    let mut person = own.into_iter().next()?.2;
    let before = person.facts.clone();
    if let Some(place) = place {
        person.enrolled = true;
        person.facts = Draft {
            given: before.given.clone(),
            family: before.family.clone(),
            email: before.email.clone(),
            ..place
        };
    }
    person.facts.consent = agreed;
    person.also = also
        .into_iter()
        .map(|(.., one)| one.facts)
        .chain([before])
        .collect();
    Some(person)
}

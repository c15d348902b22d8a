//! Storing what a plan says.

use std::collections::BTreeMap;

use nexus_domain::cohorts::{Cohort, Enrolment, next_number};
use nexus_domain::ids::{CohortId, EnrolmentId, PersonId};
use nexus_domain::people::Person;
use nexus_domain::people::consent::ConsentMeans;
use nexus_domain::people::roster::columns::header_score;
use nexus_domain::people::roster::{Draft, Known, Mapping, Plan, Rules, plan};
use nexus_interop::table::{Limits, read};
use nexus_store::{Write, cohorts, people};
use uuid::Uuid;

use super::unusable;
use crate::people::{consent, nobody};
use crate::{App, Result};

/// Stores a roster that the program itself brings, within an action.
pub(crate) fn import_text(app: &App, w: &Write<'_>, cohort: &Cohort, text: &str) -> Result<()> {
    let table = read(text.as_bytes(), &header_score, &Limits::default())
        .map_err(|error| unusable("sample".to_owned(), &error))?;
    let mapping = Mapping::guess(&table.header.cells);
    let (known, words) = (Known::of(Vec::new()), people::vocabulary(w)?);
    commit(
        app,
        w,
        cohort,
        &plan(&table, &mapping, &known, &words, &Rules::default(), false),
    )
}

/// Stores what the plan says, person by person in file order, so that codes follow the file.
pub(super) fn commit(app: &App, w: &Write<'_>, cohort: &Cohort, plan: &Plan) -> Result<()> {
    let mut next = next_number(cohorts::numbers_used(w, cohort.id)?);
    let places: BTreeMap<PersonId, Enrolment> = cohorts::members(w, cohort.id)?
        .into_iter()
        .map(|(enrolment, person)| (person.id, enrolment))
        .collect();
    for entry in &plan.people {
        let (person, fresh) = match entry.person {
            Some(id) => (people::by_id(w, id)?, false),
            None => (nobody(PersonId(app.new_id())), true),
        };
        if fresh || !entry.changed.is_empty() {
            people::put(w, &with(person.clone(), &entry.facts))?;
        }
        if !fresh {
            consent::tell(app, w, &person, entry.facts.consent, ConsentMeans::File)?;
        }
        if entry.enrol {
            let id = EnrolmentId::of(cohort.id, person.id);
            let place = Enrolment {
                id,
                cohort: cohort.id,
                person: person.id,
                number: next,
                also: Vec::new(),
                left: None,
                since: None,
                ..as_told(&entry.facts)
            };
            cohorts::put_enrolment(w, &place)?;
            next += 1;
        } else if let Some(place) = places.get(&person.id).filter(|_| !entry.changed.is_empty()) {
            let place = Enrolment {
                id: place.id,
                cohort: place.cohort,
                person: place.person,
                number: place.number,
                ..as_told(&entry.facts)
            };
            cohorts::put_enrolment(w, &place)?;
        }
    }
    Ok(())
}

fn with(person: Person, facts: &Draft) -> Person {
    let facts = facts.clone();
    Person {
        id: person.id,
        given: facts.given,
        family: facts.family,
        email: facts.email,
        institution: facts.institution,
        position: facts.position,
        region: facts.region,
        sector: facts.sector,
        level: facts.level,
        size: facts.size,
        aspiration: facts.aspiration,
        consent: facts.consent,
        roles: person.roles,
    }
}

/// A place with what a row tells of it; whose it is and where, the caller says.
fn as_told(facts: &Draft) -> Enrolment {
    let facts = facts.clone();
    let (cohort, person) = (CohortId(Uuid::nil()), PersonId(Uuid::nil()));
    Enrolment {
        id: EnrolmentId::of(cohort, person),
        cohort,
        person,
        number: 0,
        sector: facts.sector,
        level: facts.level,
        aspiration: facts.aspiration,
        institution: facts.institution,
        position: facts.position,
        region: facts.region,
        size: facts.size,
        registered: facts.registered,
        also: Vec::new(),
        left: None,
        since: None,
    }
}

//! People who are no participants: who runs, coaches, mentors and helps, and who has no place at the moment.

use nexus_domain::ids::PersonId;
use nexus_domain::people::{Person, Role, letters};
use nexus_store::{Read, cohorts, people};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{PersonInput, named, nobody, read_id};
use crate::{App, AppError, Done, Result};

/// People outside the lists of cohorts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StaffView {
    /// Everybody with a role besides that of a participant.
    pub staff: Vec<StaffLine>,
    /// Everybody who has neither a role nor a place in a cohort.
    pub others: Vec<StaffLine>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StaffLine {
    /// Id of the person.
    pub id: String,
    /// Given and family name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Institution.
    pub institution: String,
    /// Their roles, in the order of a form.
    pub roles: Vec<Role>,
    /// Short marks of the cohorts in which they take part themselves.
    pub cohorts: Vec<String>,
}

/// A new person with a role, in one line of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StaffInput {
    /// Name, address, institution.
    pub person: PersonInput,
    /// Their roles; at least one.
    pub roles: Vec<Role>,
}

/// Who is no participant.
///
/// # Errors
/// Those of the store.
pub fn staff(app: &App) -> Result<StaffView> {
    app.ws().read(|r| {
        let lines = |people: Vec<Person>| {
            people
                .into_iter()
                .map(|person| line(r, person))
                .collect::<Result<_>>()
        };
        Ok(StaffView {
            staff: lines(people::with_roles(r)?)?,
            others: lines(people::without_place(r)?)?,
        })
    })
}

fn line(r: &Read<'_>, person: Person) -> Result<StaffLine> {
    let places = cohorts::of_person(r, person.id)?;
    Ok(StaffLine {
        id: person.id.to_string(),
        name: person.name(),
        email: person.email,
        institution: person.institution,
        roles: person.roles,
        cohorts: places.into_iter().map(|(_, cohort)| cohort.mark).collect(),
    })
}

/// Adds somebody who has a role and no place in a cohort. Gives their id.
///
/// # Errors
/// [`AppError::Invalid`] without a name or a role, or for an address that somebody has, who can be given the
/// role instead; those of the store.
pub fn staff_add(app: &App, input: &StaffInput) -> Result<Done<String>> {
    let mut roles = input.roles.clone();
    roles.sort_unstable();
    roles.dedup();
    let id = PersonId(app.new_id());
    let person = Person {
        given: letters::tidy(&input.person.given),
        family: letters::tidy(&input.person.family),
        email: letters::tidy(&input.person.email),
        institution: letters::tidy(&input.person.institution),
        roles,
        ..nobody(id)
    };
    named(&person)?;
    if person.roles.is_empty() {
        return Err(invalid(&person, "role", "", "at least one role".to_owned()));
    }
    app.act("people.staff-add", &person.name(), |w| {
        if let Some(other) = people::with_email(w, &person.email)? {
            let expected = format!("an address of their own; {} has it", other.name());
            return Err(invalid(&person, "e-mail", &person.email, expected));
        }
        people::put(w, &person)?;
        Ok(id.to_string())
    })
}

fn invalid(person: &Person, field: &str, found: &str, expected: String) -> AppError {
    AppError::Invalid {
        place: person.name(),
        field: field.to_owned(),
        found: found.to_owned(),
        expected,
    }
}

/// Takes a person into the bin who has no place in a cohort.
///
/// # Errors
/// [`AppError::InUse`] while they have one, [`AppError::NotFound`]; those of the store.
pub fn remove(app: &App, id: &str) -> Result<Done<()>> {
    let id = read_id(id)?;
    let name = app
        .ws()
        .read(|r| Ok::<_, AppError>(people::by_id(r, id)?.name()))?;
    app.act("people.remove", &name, |w| {
        let count = cohorts::of_person(w, id)?.len();
        if count > 0 {
            return Err(AppError::InUse {
                what: "person",
                name: name.clone(),
                count: u32::try_from(count).unwrap_or(u32::MAX),
            });
        }
        // Another record of the person would stand in for one that is in the bin.
        for record in people::alias::records(w, id)? {
            people::set_deleted(w, record, true)?;
        }
        Ok(())
    })
}

//! Changing one person, field by field.

use nexus_domain::people::consent::ConsentMeans;
use nexus_domain::people::{Consent, Person, Role, SizeBand, letters};
use nexus_store::{Write, cohorts, people};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{consent, read_id};
use crate::cohorts::read_id as cohort_id;
use crate::{App, AppError, Done, Result};

/// A field of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum PersonField {
    /// Given name.
    Given,
    /// Family name.
    Family,
    /// E-mail address.
    Email,
    /// Institution.
    Institution,
    /// Position title.
    Position,
    /// Region.
    Region,
    /// Sector, by id; empty for none.
    Sector,
    /// Level, by id; empty for none.
    Level,
    /// Size of the institution, by its word; empty for none.
    Size,
    /// Aspiration.
    Aspiration,
    /// Consent, by its word.
    Consent,
    /// Roles besides that of a participant: their words, with spaces between.
    Roles,
}

/// Changes one field of a person, and of their enrolment in `cohort` where one is named: there the value
/// is what reports count.
///
/// # Errors
/// [`AppError::Invalid`] naming the field, [`AppError::NotFound`]; those of the store.
pub fn edit(
    app: &App,
    person: &str,
    cohort: Option<&str>,
    field: PersonField,
    value: &str,
) -> Result<Done<()>> {
    let (id, cohort) = (read_id(person)?, cohort.map(cohort_id).transpose()?);
    let name = app
        .ws()
        .read(|r| Ok::<_, AppError>(people::by_id(r, id)?.name()))?;
    app.act("people.edit", &name, |w| {
        let before = people::by_id(w, id)?;
        let mut person = before.clone();
        set(w, &mut person, field, value)?;
        people::put(w, &person)?;
        consent::tell(app, w, &before, person.consent, ConsentMeans::Laptop)?;
        let Some(cohort) = cohort else { return Ok(()) };
        let enrolled = cohorts::members(w, cohort)?
            .into_iter()
            .find(|(_, member)| member.id == person.id);
        if let Some((mut enrolment, _)) = enrolled {
            match field {
                PersonField::Institution => enrolment.institution = person.institution,
                PersonField::Position => enrolment.position = person.position,
                PersonField::Region => enrolment.region = person.region,
                PersonField::Sector => enrolment.sector = person.sector,
                PersonField::Level => enrolment.level = person.level,
                PersonField::Size => enrolment.size = person.size,
                PersonField::Aspiration => enrolment.aspiration = person.aspiration,
                PersonField::Given
                | PersonField::Family
                | PersonField::Email
                | PersonField::Consent
                | PersonField::Roles => return Ok(()),
            }
            cohorts::put_enrolment(w, &enrolment)?;
        }
        Ok(())
    })
}

fn set(w: &Write<'_>, person: &mut Person, field: PersonField, value: &str) -> Result<()> {
    let text = letters::tidy(value);
    let invalid = |name: &str, expected: &str| AppError::Invalid {
        place: person.name(),
        field: name.to_owned(),
        found: text.clone(),
        expected: expected.to_owned(),
    };
    let none_or = |name: &str, is_word: bool| {
        if text.is_empty() || is_word {
            Ok(())
        } else {
            Err(invalid(name, "a word of the list"))
        }
    };
    match field {
        PersonField::Given | PersonField::Family => {
            let other = if field == PersonField::Given {
                &person.family
            } else {
                &person.given
            };
            if text.is_empty() && other.is_empty() {
                return Err(invalid("name", "a name"));
            }
            *(if field == PersonField::Given {
                &mut person.given
            } else {
                &mut person.family
            }) = text;
        }
        PersonField::Email => {
            let parts = text
                .split_once('@')
                .filter(|(name, host)| !name.is_empty() && host.contains('.'));
            if !text.is_empty() && (parts.is_none() || text.contains(' ')) {
                return Err(invalid("email", "an address such as name@example.org"));
            }
            person.email = text;
        }
        PersonField::Institution => person.institution = text,
        PersonField::Position => person.position = text,
        PersonField::Region => person.region = text,
        PersonField::Aspiration => person.aspiration = text,
        PersonField::Sector => {
            let words = people::vocabulary(w)?.sectors;
            let found = words
                .iter()
                .find(|word| word.id.to_string() == text)
                .map(|word| word.id);
            none_or("sector", found.is_some())?;
            person.sector = found;
        }
        PersonField::Level => {
            let words = people::vocabulary(w)?.levels;
            let found = words
                .iter()
                .find(|word| word.id.to_string() == text)
                .map(|word| word.id);
            none_or("level", found.is_some())?;
            person.level = found;
        }
        PersonField::Size => {
            let found = SizeBand::from_key(&text);
            none_or("size", found.is_some())?;
            person.size = found;
        }
        PersonField::Consent => {
            person.consent =
                Consent::from_key(&text).ok_or_else(|| invalid("consent", "yes, no or not-answered"))?;
        }
        PersonField::Roles => {
            let words = text.split_whitespace().map(Role::from_key);
            let mut roles = words
                .collect::<Option<Vec<_>>>()
                .ok_or_else(|| invalid("roles", "facilitator, coach, mentor or staff"))?;
            roles.sort_unstable();
            roles.dedup();
            person.roles = roles;
        }
    }
    Ok(())
}

//! People of a cohort: the list, one person, changes to them, and the roster import.

mod roster;

use nexus_domain::cohorts::{Enrolment, next_number, participant_code};
use nexus_domain::ids::{CohortId, EnrolmentId, PersonId};
use nexus_domain::people::{Consent, Person, Role, SizeBand, Term, Vocabulary, letters};
use nexus_store::{Write, cohorts, people};
use serde::{Deserialize, Serialize};
use specta::Type;

pub use roster::{
    ColumnView, ProblemView, RosterInput, RosterPreview, RosterResult, import, preview, rejects, save_rejects,
};
pub(crate) use roster::{import_text, unusable};

use crate::cohorts::read_id as cohort_id;
use crate::{App, AppError, Done, Result};

/// One person in the list of a cohort, with what was true of them when they enrolled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PersonLine {
    /// Participant code.
    pub code: String,
    /// Id of the person.
    pub id: String,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// E-mail address.
    pub email: String,
    /// Institution.
    pub institution: String,
    /// Position title.
    pub position: String,
    /// Region.
    pub region: String,
    /// Name of the sector, or empty.
    pub sector: String,
    /// Name of the level, or empty.
    pub level: String,
    /// Size of the institution, or nothing.
    pub size: Option<SizeBand>,
    /// Aspiration.
    pub aspiration: String,
    /// Consent to share answers.
    pub consent: Consent,
    /// Day of registration, `YYYY-MM-DD`.
    pub registered: Option<String>,
}

/// One person, as they are now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PersonView {
    /// Id.
    pub id: String,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// E-mail address.
    pub email: String,
    /// Institution.
    pub institution: String,
    /// Position title.
    pub position: String,
    /// Region.
    pub region: String,
    /// Id of the sector, or empty.
    pub sector: String,
    /// Id of the level, or empty.
    pub level: String,
    /// Size of the institution: its word, or empty.
    pub size: String,
    /// Aspiration.
    pub aspiration: String,
    /// Consent to share answers.
    pub consent: Consent,
    /// Roles besides that of a participant.
    pub roles: Vec<Role>,
    /// Where they are or were enrolled, the latest first.
    pub enrolments: Vec<EnrolmentLine>,
    /// Sectors to choose from.
    pub sectors: Vec<TermView>,
    /// Levels to choose from.
    pub levels: Vec<TermView>,
}

/// A person's place in a cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EnrolmentLine {
    /// Id of the enrolment.
    pub id: String,
    /// Id of the cohort.
    pub cohort: String,
    /// Its name.
    pub cohort_name: String,
    /// Its short mark.
    pub cohort_mark: String,
    /// Participant code.
    pub code: String,
    /// Day of registration.
    pub registered: Option<String>,
}

/// A word of an editable list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TermView {
    /// Its id.
    pub id: String,
    /// The word.
    pub name: String,
    /// Other spellings.
    pub synonyms: Vec<String>,
    /// Its glyph.
    pub mark: String,
}

/// A new participant, in one line of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PersonInput {
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// E-mail address.
    pub email: String,
    /// Institution.
    pub institution: String,
}

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
}

fn terms<Id: ToString>(terms: &[Term<Id>]) -> Vec<TermView> {
    terms
        .iter()
        .map(|term| TermView {
            id: term.id.to_string(),
            name: term.name.clone(),
            synonyms: term.synonyms.clone(),
            mark: term.mark.clone(),
        })
        .collect()
}

pub(crate) fn read_id(id: &str) -> Result<PersonId> {
    id.parse().map_err(|_| AppError::NotFound {
        what: "person",
        key: id.to_owned(),
    })
}

/// The people of a cohort, in the order of their codes.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn list(app: &App, cohort: &str) -> Result<Vec<PersonLine>> {
    let id = cohort_id(cohort)?;
    app.ws().read(|r| {
        let cohort = cohorts::by_id(r, id)?;
        let words = people::vocabulary(r)?;
        let members = cohorts::members(r, id)?;
        Ok(members
            .iter()
            .map(|(enrolment, person)| line(&cohort.prefix, &words, enrolment, person))
            .collect())
    })
}

fn line(prefix: &str, words: &Vocabulary, enrolment: &Enrolment, person: &Person) -> PersonLine {
    let sector = words
        .sectors
        .iter()
        .find(|word| Some(word.id) == enrolment.sector);
    let level = words.levels.iter().find(|word| Some(word.id) == enrolment.level);
    PersonLine {
        code: participant_code(prefix, enrolment.number),
        id: person.id.to_string(),
        given: person.given.clone(),
        family: person.family.clone(),
        email: person.email.clone(),
        institution: enrolment.institution.clone(),
        position: enrolment.position.clone(),
        region: enrolment.region.clone(),
        sector: sector.map(|word| word.name.clone()).unwrap_or_default(),
        level: level.map(|word| word.name.clone()).unwrap_or_default(),
        size: enrolment.size,
        aspiration: enrolment.aspiration.clone(),
        consent: person.consent,
        registered: enrolment.registered.map(|day| day.to_string()),
    }
}

/// One person.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn view(app: &App, id: &str) -> Result<PersonView> {
    let id = read_id(id)?;
    app.ws().read(|r| {
        let person = people::by_id(r, id)?;
        let words = people::vocabulary(r)?;
        let enrolments = cohorts::of_person(r, id)?
            .into_iter()
            .map(|(enrolment, cohort)| EnrolmentLine {
                id: enrolment.id.to_string(),
                cohort: cohort.id.to_string(),
                cohort_name: cohort.name,
                cohort_mark: cohort.mark,
                code: participant_code(&cohort.prefix, enrolment.number),
                registered: enrolment.registered.map(|day| day.to_string()),
            })
            .collect();
        Ok(PersonView {
            id: person.id.to_string(),
            given: person.given,
            family: person.family,
            email: person.email,
            institution: person.institution,
            position: person.position,
            region: person.region,
            sector: person.sector.map(|id| id.to_string()).unwrap_or_default(),
            level: person.level.map(|id| id.to_string()).unwrap_or_default(),
            size: person.size.map(|size| size.key().to_owned()).unwrap_or_default(),
            aspiration: person.aspiration,
            consent: person.consent,
            roles: person.roles,
            enrolments,
            sectors: terms(&words.sectors),
            levels: terms(&words.levels),
        })
    })
}

/// Enrols a new person, who gets the next code.
///
/// # Errors
/// [`AppError::Invalid`] without a name, [`AppError::NotFound`]; those of the store.
pub fn add(app: &App, cohort: &str, input: &PersonInput) -> Result<Done<PersonLine>> {
    let id = cohort_id(cohort)?;
    let person = Person {
        id: PersonId(app.new_id()),
        given: letters::tidy(&input.given),
        family: letters::tidy(&input.family),
        email: letters::tidy(&input.email),
        institution: letters::tidy(&input.institution),
        position: String::new(),
        region: String::new(),
        sector: None,
        level: None,
        size: None,
        aspiration: String::new(),
        consent: Consent::NotAnswered,
        roles: Vec::new(),
    };
    if person.name().is_empty() {
        return Err(AppError::Invalid {
            place: "person".to_owned(),
            field: "name".to_owned(),
            found: String::new(),
            expected: "a name".to_owned(),
        });
    }
    app.act("people.add", &person.name(), |w| {
        let cohort = cohorts::by_id(w, id)?;
        people::put(w, &person)?;
        let enrolment = enrol(w, id, &person, next_number(cohorts::numbers_used(w, id)?))?;
        Ok(line(&cohort.prefix, &people::vocabulary(w)?, &enrolment, &person))
    })
}

/// Enrols a person with what is true of them now.
pub(crate) fn enrol(w: &Write<'_>, cohort: CohortId, person: &Person, number: u32) -> Result<Enrolment> {
    let enrolment = Enrolment {
        id: EnrolmentId::of(cohort, person.id),
        cohort,
        person: person.id,
        number,
        sector: person.sector,
        level: person.level,
        aspiration: person.aspiration.clone(),
        institution: person.institution.clone(),
        position: person.position.clone(),
        region: person.region.clone(),
        size: person.size,
        registered: None,
    };
    cohorts::put_enrolment(w, &enrolment)?;
    Ok(enrolment)
}

/// Takes a person out of a cohort; the code is not given to anybody else.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn leave(app: &App, cohort: &str, person: &str) -> Result<Done<()>> {
    let (cohort, person) = (cohort_id(cohort)?, read_id(person)?);
    let name = app
        .ws()
        .read(|r| Ok::<_, AppError>(people::by_id(r, person)?.name()))?;
    app.act("people.leave", &name, |w| {
        Ok(cohorts::set_enrolment_deleted(
            w,
            EnrolmentId::of(cohort, person),
            true,
        )?)
    })
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
        let mut person = people::by_id(w, id)?;
        set(w, &mut person, field, value)?;
        people::put(w, &person)?;
        let Some(cohort) = cohort else { return Ok(()) };
        let enrolled = cohorts::members(w, cohort)?
            .into_iter()
            .find(|(enrolment, _)| enrolment.person == id);
        if let Some((mut enrolment, _)) = enrolled {
            match field {
                PersonField::Institution => enrolment.institution = person.institution,
                PersonField::Position => enrolment.position = person.position,
                PersonField::Region => enrolment.region = person.region,
                PersonField::Sector => enrolment.sector = person.sector,
                PersonField::Level => enrolment.level = person.level,
                PersonField::Size => enrolment.size = person.size,
                PersonField::Aspiration => enrolment.aspiration = person.aspiration,
                PersonField::Given | PersonField::Family | PersonField::Email | PersonField::Consent => {
                    return Ok(());
                }
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
    }
    Ok(())
}

//! People of a cohort: the list, one person, changes to them, and the roster import.

mod consent;
mod edit;
mod held;
mod leaving;
mod merge;
mod over_time;
mod roster;
pub(crate) mod sample;
mod staff;
mod words;

use nexus_domain::cohorts::{Enrolment, next_number, participant_code};
use nexus_domain::ids::{CohortId, EnrolmentId, PersonId};
use nexus_domain::people::{Consent, Person, Role, SizeBand, Term, Vocabulary, letters};
use nexus_store::{Read, Write, cohorts, people};
use serde::{Deserialize, Serialize};
use specta::Type;

pub(crate) use consent::of_person as consents_of;
pub use consent::{
    ConsentInput, ConsentKindInput, ConsentLine, ConsentView, consent_kind_save, consent_kinds,
    consent_record, consent_remove,
};
pub use edit::{PersonField, edit};
pub use held::{
    HeldAnswer, HeldChange, HeldCohort, HeldConsent, HeldDeparture, HeldEvidence, HeldFacts, HeldField,
    HeldHours, HeldIssue, HeldLesson, HeldMark, HeldMilestone, HeldOutcome, HeldPage, HeldPlace, HeldProject,
    HeldRecord, HeldRow, HeldSection, HeldSheet, HeldState, HeldStep, HeldUpdate, HeldView, coded, held,
    held_page, held_print,
};
pub use leaving::{
    ErasureView, LeftView, MoveOnInput, ReasonView, WithdrawInput, answers_of, come_back,
    leaving_reason_save, leaving_reasons, move_on, withdraw,
};
pub use merge::{
    CompareCodes, CompareField, CompareView, DoubleView, DoubleWhy, MergeInput, RecordView, compare, doubles,
    merge, settle, take_apart, two_people,
};
pub use over_time::{CohortOffer, JoinedView, OverTimeView, PlaceView, RoleLine, over_time};
pub use roster::{
    ColumnView, ProblemView, RosterInput, RosterPreview, RosterResult, import, preview, rejects, save_rejects,
};
pub(crate) use roster::{import_text, unusable};
pub use staff::{StaffInput, StaffLine, StaffView, remove, staff, staff_add};
pub use words::{
    SharedView, WordChange, WordList, WordView, WordsView, word_add, word_change, word_learn, words,
};

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
    /// Roles besides that of a participant.
    pub roles: Vec<Role>,
    /// Day of registration, `YYYY-MM-DD`.
    pub registered: Option<String>,
    /// Codes of other records of the same person in this cohort.
    pub also: Vec<String>,
    /// How they left the cohort, if they have and did not come back.
    pub left: Option<LeftView>,
    /// Ids of other records of the same person.
    pub aliases: Vec<String>,
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
    app.ws().read(|r| list_of(r, id))
}

/// As [`list`], within a transaction.
pub(crate) fn list_of(r: &Read<'_>, id: CohortId) -> Result<Vec<PersonLine>> {
    let cohort = cohorts::by_id(r, id)?;
    let words = people::vocabulary(r)?;
    let members = cohorts::members(r, id)?;
    members
        .iter()
        .map(|(enrolment, person)| line(r, &cohort.prefix, &words, enrolment, person))
        .collect()
}

fn line(
    r: &Read<'_>,
    prefix: &str,
    words: &Vocabulary,
    enrolment: &Enrolment,
    person: &Person,
) -> Result<PersonLine> {
    let sector = words
        .sectors
        .iter()
        .find(|word| Some(word.id) == enrolment.sector);
    let level = words.levels.iter().find(|word| Some(word.id) == enrolment.level);
    let others = people::alias::records(r, person.id)?.into_iter().skip(1);
    let left = enrolment
        .left
        .as_ref()
        .map(|left| leaving::left_view(r, left))
        .transpose()?;
    Ok(PersonLine {
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
        roles: person.roles.clone(),
        registered: enrolment.registered.map(|day| day.to_string()),
        also: enrolment
            .also
            .iter()
            .map(|number| participant_code(prefix, *number))
            .collect(),
        left,
        aliases: others.map(|id| id.to_string()).collect(),
    })
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

/// A person of whom nothing is known yet.
pub(crate) fn nobody(id: PersonId) -> Person {
    Person {
        id,
        given: String::new(),
        family: String::new(),
        email: String::new(),
        institution: String::new(),
        position: String::new(),
        region: String::new(),
        sector: None,
        level: None,
        size: None,
        aspiration: String::new(),
        consent: Consent::NotAnswered,
        roles: Vec::new(),
    }
}

/// Nobody is stored without a name.
fn named(person: &Person) -> Result<()> {
    if !person.name().is_empty() {
        return Ok(());
    }
    Err(AppError::Invalid {
        place: "person".to_owned(),
        field: "name".to_owned(),
        found: String::new(),
        expected: "a name".to_owned(),
    })
}

/// Enrols a new person, who gets the next code.
///
/// # Errors
/// [`AppError::Invalid`] without a name, [`AppError::NotFound`]; those of the store.
pub fn add(app: &App, cohort: &str, input: &PersonInput) -> Result<Done<PersonLine>> {
    let id = cohort_id(cohort)?;
    let person = Person {
        given: letters::tidy(&input.given),
        family: letters::tidy(&input.family),
        email: letters::tidy(&input.email),
        institution: letters::tidy(&input.institution),
        ..nobody(PersonId(app.new_id()))
    };
    named(&person)?;
    app.act("people.add", &person.name(), |w| {
        let cohort = cohorts::by_id(w, id)?;
        people::put(w, &person)?;
        let enrolment = enrol(w, id, &person, next_number(cohorts::numbers_used(w, id)?))?;
        line(w, &cohort.prefix, &people::vocabulary(w)?, &enrolment, &person)
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
        also: Vec::new(),
        left: None,
        since: None,
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
        let places = cohorts::places(w, cohort, person)?;
        if places.is_empty() {
            return Err(AppError::NotFound {
                what: "participant",
                key: person.to_string(),
            });
        }
        for place in places {
            cohorts::set_enrolment_deleted(w, place.id, true)?;
        }
        Ok(())
    })
}

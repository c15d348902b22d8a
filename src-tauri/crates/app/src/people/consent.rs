//! What people allow: the answers over time, and what is asked.

use nexus_domain::ids::{ConsentId, ConsentKindId, PersonId};
use nexus_domain::people::consent::{
    ConsentAnswer, ConsentEntry, ConsentKind, ConsentMeans, latest, sharing,
};
use nexus_domain::people::{Consent, Person};
use nexus_store::log::Cell;
use nexus_store::people::{alias, consent as rows};
use nexus_store::{Read, Write, people};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::read_id;
use crate::{App, AppError, Done, Result, input};

/// What somebody was asked to allow, and what they said over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ConsentView {
    /// Id of what was asked.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// What is asked today, word for word.
    pub wording: String,
    /// Which version of the wording that is.
    pub version: u32,
    /// What counts.
    pub state: Consent,
    /// The answers, the latest first.
    pub entries: Vec<ConsentLine>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ConsentLine {
    /// Its id; empty for an answer that the record itself holds.
    pub id: String,
    /// The answer; none where the record says that nobody answered.
    pub answer: Option<ConsentAnswer>,
    /// The day of the answer.
    pub day: String,
    /// How it came; none for an answer that the record itself holds.
    pub means: Option<ConsentMeans>,
    /// Who recorded it.
    pub recorder: String,
    /// What had been asked, word for word; empty where that was not recorded.
    pub wording: String,
    /// Which version of the wording that was; 0 where that was not recorded.
    pub version: u32,
}

/// An answer as it is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ConsentInput {
    /// Id of what was asked.
    pub kind: String,
    /// The answer.
    pub answer: ConsentAnswer,
    /// The day of the answer, `YYYY-MM-DD`; today if empty.
    pub day: String,
    /// How it came.
    pub means: ConsentMeans,
}

/// Something to be asked, as it is edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ConsentKindInput {
    /// Its id; empty for a new one.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// What is asked, word for word.
    pub wording: String,
}

/// What a person allows.
pub(crate) fn of_person(app: &App, r: &Read<'_>, person: &Person) -> Result<Vec<ConsentView>> {
    let entries = rows::of_person(r, person.id)?;
    let mut kinds = rows::kinds(r)?;
    // What is no longer asked, but was answered, is still told.
    for entry in &entries {
        if kinds.iter().all(|kind| kind.id != entry.kind) {
            kinds.push(ConsentKind {
                id: entry.kind,
                name: entry.wording.chars().take(40).collect(),
                wording: entry.wording.clone(),
                version: entry.version,
                position: u32::MAX,
            });
        }
    }
    let mut views = Vec::new();
    for kind in kinds {
        let own: Vec<&ConsentEntry> = entries.iter().filter(|entry| entry.kind == kind.id).collect();
        let mut lines: Vec<ConsentLine> = own.iter().map(|entry| line(entry)).collect();
        let mut state = latest(own).map(|entry| entry.answer.state()).unwrap_or_default();
        if kind.id == sharing() {
            state = person.consent;
            lines.extend(recorded(app, r, person.id)?);
        }
        views.push(ConsentView {
            kind: kind.id.to_string(),
            name: kind.name,
            wording: kind.wording,
            version: kind.version,
            state,
            entries: lines,
        });
    }
    Ok(views)
}

fn line(entry: &ConsentEntry) -> ConsentLine {
    ConsentLine {
        id: entry.id.to_string(),
        answer: Some(entry.answer),
        day: entry.day.to_string(),
        means: Some(entry.means),
        recorder: entry.recorder.clone(),
        wording: entry.wording.clone(),
        version: entry.version,
    }
}

/// What the records of a person themselves say and said, from the log, the latest first.
fn recorded(app: &App, r: &Read<'_>, person: PersonId) -> Result<Vec<ConsentLine>> {
    let mut lines = Vec::new();
    for record in alias::records(r, person)? {
        let began = alias::record(r, record)?.consent;
        let mut before = began;
        for entry in app.ws().history("person", &record.to_string())? {
            let day = entry.at.date_naive().to_string();
            let mut tell = |state: Consent, former: Consent| {
                lines.push(ConsentLine {
                    id: String::new(),
                    answer: ConsentAnswer::of(former, state),
                    day: day.clone(),
                    means: None,
                    recorder: entry.author.clone(),
                    wording: String::new(),
                    version: 0,
                });
            };
            let read = |cell: &Cell| match cell {
                Cell::Text(word) => Consent::from_key(word).unwrap_or_default(),
                _ => Consent::NotAnswered,
            };
            for step in entry.steps.iter().rev().filter(|step| step.column == "consent") {
                tell(read(&step.new), read(&step.old));
                before = read(&step.old);
            }
            if entry.created && before != Consent::NotAnswered {
                tell(before, Consent::NotAnswered);
            }
        }
    }
    lines.sort_by(|a, b| b.day.cmp(&a.day));
    Ok(lines)
}

/// Records what somebody answered.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::Invalid`] for a day that has not come; those of the store.
pub fn consent_record(app: &App, person: &str, given: &ConsentInput) -> Result<Done<()>> {
    let (id, kind): (_, ConsentKindId) = (read_id(person)?, input::id("consent", &given.kind)?);
    let name = app.ws().read(|r| people::by_id(r, id))?.name();
    app.act("people.consent", &name, |w| {
        let person = people::by_id(w, id)?;
        let day = input::past_day(&name, "day", &given.day, app.today(w)?)?;
        let kinds = rows::kinds(w)?;
        let kind = kinds.into_iter().find(|one| one.id == kind);
        let kind = kind.ok_or_else(|| AppError::NotFound {
            what: "consent",
            key: given.kind.clone(),
        })?;
        let entry = ConsentEntry {
            id: ConsentId(app.new_id()),
            person: person.id,
            kind: kind.id,
            answer: given.answer,
            day,
            means: given.means,
            recorder: app.author(),
            wording: kind.wording,
            version: kind.version,
        };
        Ok(rows::add(w, &entry)?)
    })
}

/// Takes an answer away that was recorded by mistake.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn consent_remove(app: &App, person: &str, entry: &str) -> Result<Done<()>> {
    let (person, entry): (_, ConsentId) = (read_id(person)?, input::id("consent", entry)?);
    let name = app.ws().read(|r| people::by_id(r, person))?.name();
    app.act("people.consent-remove", &name, |w| {
        Ok(rows::set_deleted(w, entry, true)?)
    })
}

/// Records what a form or a file says about sharing answers, if it is something new.
pub(super) fn tell(
    app: &App,
    w: &Write<'_>,
    person: &Person,
    now: Consent,
    means: ConsentMeans,
) -> Result<()> {
    let Some(answer) = ConsentAnswer::of(person.consent, now).filter(|_| person.consent != now) else {
        return Ok(());
    };
    let kind = rows::kinds(w)?.into_iter().find(|kind| kind.id == sharing());
    let entry = ConsentEntry {
        id: ConsentId(app.new_id()),
        person: person.id,
        kind: sharing(),
        answer,
        day: app.today(w)?,
        means,
        recorder: app.author(),
        wording: kind.as_ref().map(|kind| kind.wording.clone()).unwrap_or_default(),
        version: kind.map_or(0, |kind| kind.version),
    };
    Ok(rows::add(w, &entry)?)
}

/// What people are asked to allow.
///
/// # Errors
/// Those of the store.
pub fn consent_kinds(app: &App) -> Result<Vec<ConsentKindInput>> {
    let kinds = app.ws().read(rows::kinds)?;
    let view = |kind: ConsentKind| ConsentKindInput {
        kind: kind.id.to_string(),
        name: kind.name,
        wording: kind.wording,
    };
    Ok(kinds.into_iter().map(view).collect())
}

/// Adds something to be asked, or changes it: another wording is a new version, and answers keep the one that was
/// asked.
///
/// # Errors
/// [`AppError::Invalid`] naming the field, [`AppError::NotFound`]; those of the store.
pub fn consent_kind_save(app: &App, given: &ConsentKindInput) -> Result<Done<String>> {
    let name = input::required(
        "consent",
        "name",
        input::line("consent", "name", &given.name)?,
        "a name",
    )?;
    let wording = input::lines(&name, "wording", &given.wording)?;
    let wording = input::required(&name, "wording", wording, "what is asked")?;
    let id: Option<ConsentKindId> = input::id_or_none("consent", &given.kind)?;
    app.act("people.consent-kind", &name, |w| {
        let kinds = rows::kinds(w)?;
        let kind = match id {
            None => ConsentKind {
                id: ConsentKindId(app.new_id()),
                name: name.clone(),
                wording,
                version: 1,
                position: kinds.iter().map(|kind| kind.position + 1).max().unwrap_or(0),
            },
            Some(id) => {
                let before = kinds.into_iter().find(|kind| kind.id == id);
                let before = before.ok_or_else(|| AppError::NotFound {
                    what: "consent",
                    key: given.kind.clone(),
                })?;
                ConsentKind {
                    version: before.version + u32::from(before.wording != wording),
                    name: name.clone(),
                    wording,
                    ..before
                }
            }
        };
        rows::put_kind(w, &kind, false)?;
        Ok(kind.id.to_string())
    })
}

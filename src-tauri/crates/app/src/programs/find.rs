//! Finding cohorts, sessions, projects, people, modules, instruments, frameworks and outcomes by a few letters, fast
//! enough to follow the typing.

use std::sync::{Arc, Mutex, PoisonError};

use nexus_domain::assessments::library::DefinitionKind;
use nexus_domain::programs::find::{Needle, Record, RecordKind, Searched};
use nexus_store::Read;
use nexus_store::assessments::library as definitions;
use nexus_store::programs::find;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::assessments::library;
use crate::{App, Result};

/// At most so many lines are found: more are not read by anybody.
const MOST: usize = 40;

/// A kind of record that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum FoundKind {
    /// A cohort.
    Cohort,
    /// A session.
    Session,
    /// A project.
    Project,
    /// A person in a cohort.
    Person,
    /// A module of the curriculum.
    Module,
    /// An instrument; its id is its key.
    Instrument,
    /// A framework; its id is its key.
    Framework,
    /// An outcome, at the latest cohort of its program.
    Outcome,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FoundLine {
    /// What it is.
    pub kind: FoundKind,
    /// Its id.
    pub id: String,
    /// The cohort it belongs to; none for a module and for a person who is in no cohort.
    pub cohort: Option<String>,
    /// The short mark of that cohort.
    pub mark: String,
    /// Its code on papers; empty if it has none.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The institution of a person, the date of a session, the competencies of a module.
    pub more: String,
    /// Whether it belongs to a sample.
    pub sample: bool,
}

/// What was read of the workspace, ready to be searched, until something changes.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    kept: Mutex<Option<Arc<Ready>>>,
}

#[derive(Debug)]
struct Ready {
    version: i64,
    records: Vec<(Record, Searched)>,
}

impl Finder {
    fn ready(&self, app: &App) -> Result<Arc<Ready>> {
        app.ws().read(|r| {
            let version = find::version(r)?;
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(ready) = kept.as_ref().filter(|ready| ready.version == version) {
                return Ok(Arc::clone(ready));
            }
            let mut records = find::records(r)?;
            records.extend(library(r)?);
            let records = records
                .into_iter()
                .map(|record| (Searched::from(&record), record));
            let ready = Arc::new(Ready {
                version,
                records: records.map(|(searched, record)| (record, searched)).collect(),
            });
            *kept = Some(Arc::clone(&ready));
            Ok(ready)
        })
    }
}

/// Instruments and frameworks, those that ship with the program included.
fn library(r: &Read<'_>) -> Result<Vec<Record>> {
    let record = |kind, (key, title, source): (String, String, String)| Record {
        kind,
        id: key.clone(),
        cohort: None,
        mark: String::new(),
        code: String::new(),
        name: title,
        more: key,
        words: source,
        sample: false,
    };
    let mut found = Vec::new();
    for one in library::instruments_in_force(r)? {
        found.push(record(RecordKind::Instrument, (one.key, one.title, one.source)));
    }
    for one in library::frameworks_in_force(r)? {
        found.push(record(RecordKind::Framework, (one.key, one.title, one.source)));
    }
    // What was never published stands in its draft alone.
    for (kind, found_as) in [
        (DefinitionKind::Instrument, RecordKind::Instrument),
        (DefinitionKind::Framework, RecordKind::Framework),
    ] {
        for draft in definitions::all(r, kind)? {
            if !found
                .iter()
                .any(|one| one.kind == found_as && one.id == draft.key)
            {
                found.push(record(found_as, (draft.key, draft.head.title, draft.head.source)));
            }
        }
    }
    Ok(found)
}

/// The records that hold every word of `text`, at most 40: those of `cohort` first, then the best. An empty text
/// finds nothing, and makes the next search a quick one.
///
/// # Errors
/// Those of the store.
pub fn find(app: &App, text: &str, cohort: Option<&str>) -> Result<Vec<FoundLine>> {
    let needle = Needle::new(text);
    let ready = app.finder().ready(app)?;
    if needle.is_empty() {
        return Ok(Vec::new());
    }
    let here = cohort.and_then(|id| id.parse().ok());
    let mut found: Vec<_> = ready
        .records
        .iter()
        .filter_map(|(record, searched)| needle.rank(searched).map(|rank| (rank, record)))
        .collect();
    found.sort_by_key(|(rank, record)| (here.is_some() && record.cohort != here, *rank, record.kind));
    Ok(found
        .into_iter()
        .take(MOST)
        .map(|(_, record)| line(record))
        .collect())
}

fn line(record: &Record) -> FoundLine {
    FoundLine {
        kind: match record.kind {
            RecordKind::Cohort => FoundKind::Cohort,
            RecordKind::Session => FoundKind::Session,
            RecordKind::Project => FoundKind::Project,
            RecordKind::Person => FoundKind::Person,
            RecordKind::Module => FoundKind::Module,
            RecordKind::Instrument => FoundKind::Instrument,
            RecordKind::Framework => FoundKind::Framework,
            RecordKind::Outcome => FoundKind::Outcome,
        },
        id: record.id.clone(),
        cohort: record.cohort.map(|id| id.to_string()),
        mark: record.mark.clone(),
        code: record.code.clone(),
        name: record.name.clone(),
        more: record.more.clone(),
        sample: record.sample,
    }
}

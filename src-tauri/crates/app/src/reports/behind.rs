//! What is behind a figure of a report: its definition, and the records that it was counted from.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use nexus_domain::cohorts::participant_code;
use nexus_domain::ids::{CohortId, PersonId};
use nexus_domain::reports::facts::Record;
use nexus_report::words::Words;
use nexus_store::{Read, cohorts, outcomes, projects, sessions};

use super::gather::{Gathered, count};
use super::prepared::Prepared;
use super::views::{BehindView, RecordLine};
use super::which::WhichReport;
use super::wording::Told;
use crate::{App, AppError, Result, Task};

/// So many records are named; the figure says how many there are.
const NAMED: usize = 200;

/// The definition of a figure, and the records behind it.
///
/// # Errors
/// [`AppError::NotFound`] for a figure that there is not; those of the store.
pub fn behind(app: &App, which: &WhichReport, key: &str) -> Result<BehindView> {
    app.ws().read(|r| {
        let which = which.read(r)?;
        let prepared = Prepared::read(r, which.scope, which.draft.audience, &Task::unwatched())?;
        let fact = prepared.all.get(key).ok_or_else(|| AppError::NotFound {
            what: "figure",
            key: key.to_owned(),
        })?;
        let words = Words::english();
        let told = Told {
            facts: &prepared.all,
            words: &words,
            period: prepared.gathered.period(),
        };
        let definition = told.definition(fact)?;
        let mut names = Names::default();
        let mut records = Vec::new();
        for record in fact.behind.iter().take(NAMED) {
            records.push(names.line(r, &prepared.gathered, record)?);
        }
        Ok(BehindView {
            name: definition.name,
            value: definition.value,
            what: definition.what,
            base: [
                Some(definition.base).filter(|base| !base.is_empty()),
                told.period()?,
            ]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("; "),
            count: count(fact.behind.len()),
            records,
        })
    })
}

/// Who is who in each cohort, read once.
#[derive(Default)]
struct Names(BTreeMap<CohortId, BTreeMap<PersonId, (String, String)>>);

impl Names {
    fn line(&mut self, r: &Read<'_>, gathered: &Gathered, record: &Record) -> Result<RecordLine> {
        let line = |kind: &str, cohort: Option<CohortId>, id: String| RecordLine {
            kind: kind.to_owned(),
            cohort: cohort.map(|id| id.to_string()).unwrap_or_default(),
            id,
            mark: cohort.map_or("", |id| mark(gathered, id)).to_owned(),
            name: String::new(),
        };
        Ok(match record {
            Record::Person(cohort, person) => {
                let (code, name) = self.of(r, *cohort)?.get(person).cloned().unwrap_or_default();
                RecordLine {
                    mark: code,
                    name,
                    ..line("person", Some(*cohort), person.to_string())
                }
            }
            Record::Session(cohort, id) => RecordLine {
                name: sessions::by_id(r, *id)?.title,
                ..line("session", Some(*cohort), id.to_string())
            },
            Record::Project(cohort, id) => RecordLine {
                name: projects::by_id(r, *id)?.title,
                ..line("project", Some(*cohort), id.to_string())
            },
            Record::Results(cohort, instrument) => {
                let answered = gathered
                    .answers
                    .iter()
                    .find(|answered| answered.instrument.key == *instrument);
                RecordLine {
                    name: answered.map_or(instrument, |one| &one.instrument.title).clone(),
                    ..line("results", Some(*cohort), instrument.clone())
                }
            }
            Record::Evidence(cohort, id) => RecordLine {
                name: outcomes::evidence_by_id(r, *id)?.what,
                ..line("outcomes", *cohort, id.to_string())
            },
            Record::Inputs => line("inputs", None, String::new()),
            Record::Curriculum => line("curriculum", None, String::new()),
        })
    }

    fn of(&mut self, r: &Read<'_>, cohort: CohortId) -> Result<&BTreeMap<PersonId, (String, String)>> {
        Ok(match self.0.entry(cohort) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let prefix = cohorts::by_id(r, cohort)?.prefix;
                let members = cohorts::members(r, cohort)?.into_iter();
                let named = members.map(|(enrolment, person)| {
                    let code = participant_code(&prefix, enrolment.number);
                    (person.id, (code, person.name()))
                });
                place.insert(named.collect())
            }
        })
    }
}

fn mark(gathered: &Gathered, id: CohortId) -> &str {
    let own = gathered.cohorts.iter().find(|cohort| cohort.id == id);
    own.map_or("", |cohort| cohort.mark.as_str())
}

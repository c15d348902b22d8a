//! Every record that can be found by its name. A new kind of record is one more query in [`records`].

use std::collections::{BTreeMap, BTreeSet};

use nexus_domain::cohorts::participant_code;
use nexus_domain::programs::find::{Record, RecordKind};

use crate::handle::Kept;
use crate::row::{self, Cells};
use crate::{Read, Result};

/// A number that is another one whenever something may have changed that [`records`] reads.
///
/// # Errors
/// What SQLite reports.
pub fn version(r: &Read<'_>) -> Result<i64> {
    let sql = "SELECT COALESCE(MAX(seq), 0) AS version FROM sqlite_sequence WHERE name = 'change'";
    Ok(row::first(r, "change", sql, [], |cells| Ok(cells.row.get("version")?))?.unwrap_or_default())
}

/// Every record that can be found.
///
/// # Errors
/// What SQLite reports.
pub fn records(r: &Read<'_>) -> Result<Vec<Record>> {
    let mut found = cohorts(r)?;
    found.extend(sessions(r)?);
    found.extend(projects(r)?);
    found.extend(people(r)?);
    found.extend(modules(r)?);
    found.extend(outcomes(r)?);
    Ok(found)
}

fn record(cells: &Cells<'_>, kind: RecordKind) -> Result<Record> {
    Ok(Record {
        kind,
        id: cells.text("id")?,
        cohort: cells.maybe_id("cohort")?,
        mark: cells.maybe_text("mark")?,
        code: String::new(),
        name: cells.text("name")?,
        more: cells.text("more")?,
        words: cells.text("words")?,
        sample: cells.maybe_number("sample")?.is_some_and(|sample| sample != 0),
    })
}

fn cohorts(r: &Read<'_>) -> Result<Vec<Record>> {
    let sql = "SELECT c.id, c.id AS cohort, c.mark, c.name, '' AS more, p.name AS words, p.sample \
               FROM cohort c LEFT JOIN program p ON p.id = c.program WHERE c.deleted = 0 \
               ORDER BY c.starts DESC, c.id DESC";
    row::list(r, "cohort", sql, [], |cells| {
        let record = record(cells, RecordKind::Cohort)?;
        Ok(Record {
            code: record.mark.clone(),
            ..record
        })
    })
}

fn sessions(r: &Read<'_>) -> Result<Vec<Record>> {
    let sql = "SELECT s.id, s.cohort, c.mark, s.title AS name, s.date AS more, s.place AS words, p.sample \
               FROM session s JOIN cohort c ON c.id = s.cohort LEFT JOIN program p ON p.id = c.program \
               WHERE s.deleted = 0 AND c.deleted = 0 ORDER BY s.date DESC, s.id";
    row::list(r, "session", sql, [], |cells| record(cells, RecordKind::Session))
}

fn projects(r: &Read<'_>) -> Result<Vec<Record>> {
    let sql = "SELECT j.id, j.cohort, c.mark, j.title AS name, j.institution AS more, '' AS words, p.sample \
               FROM project j JOIN cohort c ON c.id = j.cohort LEFT JOIN program p ON p.id = c.program \
               WHERE j.deleted = 0 AND c.deleted = 0 ORDER BY c.starts DESC, j.title, j.id";
    row::list(r, "project", sql, [], |cells| record(cells, RecordKind::Project))
}

fn modules(r: &Read<'_>) -> Result<Vec<Record>> {
    let sql = "SELECT id, NULL AS cohort, NULL AS mark, title AS name, \
                      REPLACE(competencies, CHAR(10), ' · ') AS more, purpose || ' ' || source AS words, sample \
               FROM module WHERE deleted = 0 ORDER BY title, id";
    row::list(r, "module", sql, [], |cells| record(cells, RecordKind::Module))
}

/// Outcomes are shown at a cohort: the latest one of their program.
fn outcomes(r: &Read<'_>) -> Result<Vec<Record>> {
    let sql = "SELECT o.id, c.id AS cohort, c.mark, o.title AS name, p.name AS more, '' AS words, p.sample \
               FROM outcome o JOIN program p ON p.id = o.program AND p.deleted = 0 \
               JOIN cohort c ON c.id = (SELECT l.id FROM cohort l WHERE l.program = p.id AND l.deleted = 0 \
                                        ORDER BY l.starts DESC, l.id DESC LIMIT 1) \
               WHERE o.deleted = 0 ORDER BY o.position, o.id";
    row::list(r, "outcome", sql, [], |cells| record(cells, RecordKind::Outcome))
}

fn people(r: &Read<'_>) -> Result<Vec<Record>> {
    let sql = "SELECT x.id, e.cohort, c.mark, TRIM(x.given || ' ' || x.family) AS name, x.institution AS more, \
                      x.email AS words, p.sample, e.number, c.prefix \
               FROM person x LEFT JOIN (enrolment e JOIN cohort c ON c.id = e.cohort AND c.deleted = 0) \
                    ON e.person = x.id AND e.deleted = 0 \
               LEFT JOIN program p ON p.id = c.program \
               WHERE x.deleted = 0 ORDER BY c.starts DESC, e.number, x.id";
    let found = row::list(r, "person", sql, [], |cells| {
        let number = cells.maybe_number("number")?;
        let prefix = cells.maybe_text("prefix")?;
        Ok(Record {
            code: number
                .map(|number| participant_code(&prefix, number))
                .unwrap_or_default(),
            ..record(cells, RecordKind::Person)?
        })
    })?;
    Ok(once(found, &*r.kept()?))
}

/// A person with several records is found once for each cohort, by whatever any record says.
fn once(found: Vec<Record>, several: &Kept) -> Vec<Record> {
    if several.is_empty() {
        return found;
    }
    let several: BTreeMap<String, String> = several
        .iter()
        .map(|(id, kept)| (id.to_string(), kept.to_string()))
        .collect();
    let names: BTreeMap<String, (String, String)> = found
        .iter()
        .filter(|record| several.contains_key(&record.id))
        .map(|record| (record.id.clone(), (record.name.clone(), record.more.clone())))
        .collect();
    let mut words: BTreeMap<String, String> = BTreeMap::new();
    for record in &found {
        if let Some(kept) = several.get(&record.id) {
            let all = words.entry(kept.clone()).or_default();
            *all = format!(
                "{all} {} {} {} {}",
                record.name, record.more, record.words, record.code
            );
        }
    }
    let is_placed = |kept: &String| {
        let own = |record: &&Record| several.get(&record.id) == Some(kept) && record.cohort.is_some();
        found.iter().find(own).is_some()
    };
    let placed: BTreeSet<String> = words.keys().filter(|kept| is_placed(kept)).cloned().collect();
    let mut seen = BTreeSet::new();
    let mut list = Vec::with_capacity(found.len());
    for mut record in found {
        if let Some(kept) = several.get(&record.id) {
            let without_place = record.cohort.is_none() && placed.contains(kept);
            if without_place || !seen.insert((kept.clone(), record.cohort)) {
                continue;
            }
            record.id.clone_from(kept);
            if let Some((name, more)) = names.get(kept) {
                record.name.clone_from(name);
                record.more.clone_from(more);
            }
            record.words = words.get(kept).cloned().unwrap_or_default();
        }
        list.push(record);
    }
    list
}

//! Whom a program reaches: enrolments by two of sector, level, size of institution and region.

use std::collections::BTreeMap;

use nexus_domain::people::SizeBand;
use nexus_store::people;
use nexus_store::programs::model::{Enrolled, Scope, enrolled};
use nexus_store::{Read, programs};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::model::people_of;
use super::{ProgramLine, read_id};
use crate::{App, Result};

/// What people are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReachBy {
    /// Sector.
    Sector,
    /// Career level.
    Level,
    /// Size of the institution.
    Size,
    /// Region.
    Region,
}

/// Enrolments by two facts, as things stood on that day, and how many people they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReachView {
    /// The program.
    pub program: ProgramLine,
    /// Words of the columns, in order; a last empty one if somebody has none.
    pub columns: Vec<String>,
    /// The rows, in order; a last one without a word if somebody has none.
    pub rows: Vec<ReachRow>,
    /// Each column added up.
    pub totals: Vec<ReachCell>,
    /// All enrolments.
    pub total: ReachCell,
    /// The people who are enrolled: fewer where some enrolled in two cohorts.
    pub people: u32,
    /// Of them, who were at a session.
    pub people_came: u32,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReachRow {
    /// Its word; empty for people without one.
    pub name: String,
    /// One for each column.
    pub cells: Vec<ReachCell>,
    /// All of the row.
    pub total: ReachCell,
}

/// Enrolments in one place of the table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReachCell {
    /// Enrolled.
    pub enrolled: u32,
    /// Of them, who were at a session of their cohort.
    pub came: u32,
}

impl ReachCell {
    fn count(&mut self, one: &Enrolled) {
        self.enrolled += 1;
        self.came += u32::from(one.came);
    }
}

/// People of a program, or of one cohort of it, by two facts.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn reach(
    app: &App,
    program: &str,
    cohort: Option<&str>,
    rows: ReachBy,
    columns: ReachBy,
) -> Result<ReachView> {
    let scope = Scope {
        program: read_id(program)?,
        cohort: cohort.map(crate::cohorts::read_id).transpose()?,
    };
    app.ws().read(|r| {
        let people = enrolled(r, scope)?;
        let (across, down) = (Words::of(r, columns, &people)?, Words::of(r, rows, &people)?);
        let (mut totals, mut total) = (
            vec![ReachCell::default(); across.names.len()],
            ReachCell::default(),
        );
        let mut table: Vec<ReachRow> = down
            .names
            .iter()
            .map(|name| ReachRow {
                name: name.clone(),
                cells: totals.clone(),
                total,
            })
            .collect();
        for one in &people {
            let (row, column) = (&mut table[down.place(one)], across.place(one));
            row.cells[column].count(one);
            row.total.count(one);
            totals[column].count(one);
            total.count(one);
        }
        let mut names = across.names;
        // Where everything is known, there is no place for what is not.
        if table.last().is_some_and(|row| row.total.enrolled == 0) {
            table.pop();
        }
        if totals.last().is_some_and(|cell| cell.enrolled == 0) {
            names.pop();
            totals.pop();
            for row in &mut table {
                row.cells.pop();
            }
        }
        Ok(ReachView {
            program: ProgramLine::of(&programs::by_id(r, scope.program)?),
            columns: names,
            rows: table,
            totals,
            total,
            people: people_of(&people, |_| true),
            people_came: people_of(&people, |one| one.came),
        })
    })
}

/// The words of one side of the table.
struct Words {
    by: ReachBy,
    /// In order; the last one is empty, for people without one.
    names: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Words {
    fn of(r: &Read<'_>, by: ReachBy, people: &[Enrolled]) -> Result<Self> {
        let terms = people::vocabulary(r)?;
        let mut known: Vec<(String, String)> = match by {
            ReachBy::Sector => terms
                .sectors
                .into_iter()
                .map(|term| (term.id.to_string(), term.name))
                .collect(),
            ReachBy::Level => terms
                .levels
                .into_iter()
                .map(|term| (term.id.to_string(), term.name))
                .collect(),
            ReachBy::Size => SizeBand::ALL
                .iter()
                .map(|band| (band.key().to_owned(), band.key().to_owned()))
                .collect(),
            ReachBy::Region => {
                let mut regions: Vec<_> = people.iter().map(|one| one.region.clone()).collect();
                regions.retain(|region| !region.is_empty());
                regions.sort();
                regions.dedup();
                regions
                    .into_iter()
                    .map(|region| (region.clone(), region))
                    .collect()
            }
        };
        known.push((String::new(), String::new()));
        let places = known.iter().enumerate().map(|(at, (key, _))| (key.clone(), at));
        Ok(Self {
            by,
            places: places.collect(),
            names: known.into_iter().map(|(_, name)| name).collect(),
        })
    }

    /// The place of somebody; a word that is in the list no longer counts as none.
    fn place(&self, one: &Enrolled) -> usize {
        let key = match self.by {
            ReachBy::Sector => one.sector.map(|id| id.to_string()),
            ReachBy::Level => one.level.map(|id| id.to_string()),
            ReachBy::Size => one.size.map(|band| band.key().to_owned()),
            ReachBy::Region => Some(one.region.clone()),
        };
        let last = self.names.len() - 1;
        self.places.get(&key.unwrap_or_default()).copied().unwrap_or(last)
    }
}

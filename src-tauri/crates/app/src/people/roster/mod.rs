//! The roster import: preview, commit as one step of undo, and the rows that were set aside.

mod commit;
mod views;

use std::collections::BTreeMap;
use std::path::Path;

use nexus_domain::ids::CohortId;
use nexus_domain::people::roster::columns::{header_score, remembered_name};
use nexus_domain::people::roster::{Field, Known, Mapping, Outcome, Plan, Rules, plan};
use nexus_domain::table::{Source, Table};
use nexus_interop::csv_out;
use nexus_interop::table::{Limits, TableError, read};
use nexus_store::{Read, cohorts, people, setting};

use crate::cohorts::CohortInput;
use crate::{App, AppError, Done, Result, foreign};

pub(crate) use commit::import_text;
pub use views::{ColumnView, ProblemView, RosterInput, RosterPreview, RosterResult};

/// Name of the setting that remembers which field a column of some name fills.
const REMEMBERED: &str = "roster-columns";

struct Roster {
    file: String,
    digest: String,
    table: Table,
    mapping: Mapping,
    plan: Plan,
}

/// Reads a roster and says what an import would do. Stores nothing.
///
/// # Errors
/// [`AppError::Unusable`] for a file that is no roster, [`AppError::Io`]; those of the store.
pub fn preview(app: &App, input: &RosterInput) -> Result<RosterPreview> {
    let (bytes, table) = open(&input.path)?;
    let roster = app.ws().read(|r| Roster::plan(r, input, &bytes, table))?;
    Ok(roster.view())
}

/// Stores a roster as one step of undo.
///
/// # Errors
/// As [`preview`]; [`AppError::Invalid`] when the file is no longer the one that was previewed.
pub fn import(app: &App, input: &RosterInput) -> Result<Done<RosterResult>> {
    let (bytes, table) = open(&input.path)?;
    let file = file_name(&input.path);
    let done = app.act("people.import", &file, |w| {
        let roster = Roster::plan(w, input, &bytes, table)?.require_names()?;
        let cohort = if input.cohort.is_empty() {
            let named = CohortInput {
                name: input.new_cohort.clone(),
                ..CohortInput::default()
            };
            crate::cohorts::make(app, w, &named)?
        } else {
            cohorts::by_id(w, crate::cohorts::read_id(&input.cohort)?)?
        };
        commit::commit(app, w, &cohort, &roster.plan)?;
        Ok(roster)
    })?;
    if input.mapping.is_some() {
        remember(app, &done.value)?;
    }
    Ok(done.map(|roster| roster.result()))
}

/// The rows that an import sets aside, as a CSV file with the columns of the roster and the reasons.
///
/// # Errors
/// As [`preview`].
pub fn rejects(app: &App, input: &RosterInput) -> Result<Vec<u8>> {
    let (bytes, table) = open(&input.path)?;
    let roster = app.ws().read(|r| Roster::plan(r, input, &bytes, table))?;
    let mut rows = vec![
        std::iter::once("row".to_owned())
            .chain(roster.table.header.cells.iter().cloned())
            .collect(),
    ];
    for (row, planned) in roster.table.rows.iter().zip(&roster.plan.rows) {
        if planned.outcome == Outcome::SetAside {
            let cells = (0..roster.table.header.cells.len()).map(|at| row.cell(at).to_owned());
            rows.push(
                std::iter::once(row.place.record.to_string())
                    .chain(cells)
                    .collect::<Vec<_>>(),
            );
        }
    }
    Ok(csv_out::write(rows))
}

/// Writes the rows that an import sets aside to a file of the person's choice.
///
/// # Errors
/// As [`preview`].
pub fn save_rejects(app: &App, input: &RosterInput, to: &Path) -> Result<()> {
    let bytes = rejects(app, input)?;
    crate::foreign::write(to, &bytes)
}

fn file_name(path: &str) -> String {
    foreign::file_name(Path::new(path))
}

fn open(path: &str) -> Result<(Vec<u8>, Table)> {
    let bytes = foreign::read_table(Path::new(path))?;
    let table =
        read(&bytes, &header_score, &Limits::default()).map_err(|error| unusable(file_name(path), &error))?;
    Ok((bytes, table))
}

/// The failure of a file as a use-case tells it.
pub(crate) fn unusable(file: String, error: &TableError) -> AppError {
    let reason = match error {
        TableError::Empty => "empty",
        TableError::TooBig { .. } => "too-large",
        TableError::WrongKind { .. } => "wrong-kind",
        TableError::NotText { .. } => "not-text",
        TableError::Damaged { .. } => "damaged",
        TableError::TooManyColumns { .. } => "too-many-columns",
        TableError::TooManyRows { .. } => "too-many-rows",
        TableError::TooManyCells { .. } => "too-many-cells",
    };
    AppError::Unusable {
        file,
        reason,
        found: error.to_string(),
    }
}

impl Roster {
    fn plan(r: &Read<'_>, input: &RosterInput, bytes: &[u8], table: Table) -> Result<Self> {
        let file = file_name(&input.path);
        let digest = nexus_domain::ids::derived("roster", &[bytes])
            .simple()
            .to_string();
        if !input.digest.is_empty() && input.digest != digest {
            return Err(AppError::Invalid {
                place: file,
                field: "content".to_owned(),
                found: "another content".to_owned(),
                expected: "the file as it was when it was previewed".to_owned(),
            });
        }
        let mapping = match &input.mapping {
            Some(fields) => Mapping(fields.clone()),
            None => guess(r, &table.header.cells)?,
        };
        let cohort = match input.cohort.as_str() {
            "" => CohortId(uuid::Uuid::nil()),
            id => crate::cohorts::read_id(id)?,
        };
        let known = Known::of(cohorts::known(r, cohort)?);
        let words = people::vocabulary(r)?;
        let rules = Rules {
            on_duplicate: input.on_duplicate,
            date_order: None,
            decisions: input.decisions.clone(),
        };
        let plan = plan(&table, &mapping, &known, &words, &rules, input.only_ready);
        Ok(Self {
            file,
            digest,
            table,
            mapping,
            plan,
        })
    }

    /// A roster in which no column holds names cannot be stored.
    fn require_names(self) -> Result<Self> {
        if self.mapping.has_name() {
            return Ok(self);
        }
        let columns: String = self.table.header.cells.join(", ").chars().take(200).collect();
        let found = format!("no column holds names, and its columns are {columns}");
        Err(AppError::Unusable {
            file: self.file,
            reason: "no-name-column",
            found,
        })
    }

    fn count(&self, what: impl Fn(&Outcome) -> bool) -> u32 {
        number(self.plan.rows.iter().filter(|row| what(&row.outcome)).count())
    }

    fn recognised(&self) -> u32 {
        let known = self.plan.people.iter().filter(|person| person.person.is_some());
        number(
            known
                .filter(|person| !person.enrol && person.changed.is_empty())
                .count(),
        )
    }

    /// Empty while no column holds names: then every row would be one.
    fn problems(&self) -> Vec<ProblemView> {
        if !self.mapping.has_name() {
            return Vec::new();
        }
        self.plan
            .problems
            .iter()
            .map(|problem| ProblemView {
                record: problem.place.map_or(0, |place| place.record),
                line: problem.place.map_or(0, |place| place.line),
                field: problem.field,
                group: problem.group(),
                matter: problem.matter.clone(),
                found: problem.found.clone(),
                choices: problem.choices.clone(),
                chosen: problem.chosen.clone(),
                decided: problem.decided,
            })
            .collect()
    }

    fn view(&self) -> RosterPreview {
        let columns = self
            .table
            .header
            .cells
            .iter()
            .enumerate()
            .map(|(at, name)| ColumnView {
                name: name.clone(),
                field: self.mapping.0.get(at).copied().flatten(),
                sample: self
                    .table
                    .rows
                    .iter()
                    .map(|row| row.cell(at).trim())
                    .find(|cell| !cell.is_empty())
                    .unwrap_or_default()
                    .to_owned(),
            });
        let result = self.result();
        let (encoding, sheet) = match &self.table.source {
            Source::Text { encoding, .. } => (encoding.name().to_owned(), String::new()),
            Source::Workbook { sheet, .. } => (String::new(), sheet.clone()),
        };
        RosterPreview {
            file: self.file.clone(),
            digest: self.digest.clone(),
            encoding,
            sheet,
            header: self.table.header.place.record,
            columns: columns.collect(),
            named: self.mapping.has_name(),
            rows: number(self.table.rows.len()),
            added: result.added,
            enrolled: result.enrolled,
            changed: result.changed,
            recognised: result.recognised,
            set_aside: result.set_aside,
            left_out: result.left_out,
            waiting: number(self.plan.rows.iter().filter(|row| row.waits).count()),
            problems: result.problems,
            date_order: self.plan.date_order,
        }
    }

    fn result(&self) -> RosterResult {
        RosterResult {
            added: number(self.plan.added()),
            enrolled: number(self.plan.enrolled()),
            changed: number(self.plan.changed()),
            recognised: self.recognised(),
            set_aside: self.count(|outcome| *outcome == Outcome::SetAside),
            left_out: self.count(|outcome| *outcome == Outcome::LeftOut),
            problems: self.problems(),
        }
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The guess from the names of the columns, corrected by what was chosen for such names before.
fn guess(r: &Read<'_>, header: &[String]) -> Result<Mapping> {
    let mut mapping = Mapping::guess(header);
    let remembered = remembered(r)?;
    for (at, name) in header.iter().enumerate() {
        let Some(key) = remembered.get(&remembered_name(name)) else {
            continue;
        };
        let field = Field::from_key(key);
        if field.is_some() {
            for other in &mut mapping.0 {
                if *other == field {
                    *other = None;
                }
            }
        }
        mapping.0[at] = field;
    }
    Ok(mapping)
}

fn remembered(r: &Read<'_>) -> Result<BTreeMap<String, String>> {
    let text = setting::get(r, REMEMBERED)?.unwrap_or_default();
    Ok(serde_json::from_str(&text).unwrap_or_default())
}

/// Keeps which field each column name was given, for the next file of the kind.
fn remember(app: &App, roster: &Roster) -> Result<()> {
    app.ws().keep(|w| {
        let mut all = remembered(w)?;
        for (name, field) in roster.table.header.cells.iter().zip(&roster.mapping.0) {
            all.insert(
                remembered_name(name),
                field.map(Field::key).unwrap_or_default().to_owned(),
            );
        }
        let text = serde_json::to_string(&all).unwrap_or_default();
        Ok(setting::set(w, REMEMBERED, &text)?)
    })
}

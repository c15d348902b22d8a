//! `nexus import`: files from elsewhere.

use std::collections::BTreeMap;
use std::path::Path;

use nexus_app::people::{self, ProblemView, RosterInput};
use nexus_app::{AppError, cohorts};
use nexus_domain::people::roster::{Field, Group, OnDuplicate};

use crate::arguments::{self, Arguments, Roster};
use crate::failure::Failure;
use crate::workspace::{to_read, to_write};

/// `nexus import roster`.
pub fn roster(arguments: &Arguments, options: &Roster) -> Result<u8, Failure> {
    if !options.file.exists() {
        let source = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(AppError::Io {
            path: options.file.clone(),
            source,
        }
        .into());
    }
    let app = if options.dry_run {
        to_read(arguments)?
    } else {
        to_write(arguments)?
    };
    let mut input = RosterInput {
        path: options.file.to_string_lossy().into_owned(),
        on_duplicate: match options.on_duplicate {
            arguments::OnDuplicate::Keep => OnDuplicate::Keep,
            arguments::OnDuplicate::Update => OnDuplicate::Update,
            arguments::OnDuplicate::New => OnDuplicate::New,
        },
        ..RosterInput::default()
    };
    let cohort = match cohorts::find(&app, &options.cohort) {
        Ok(cohort) => Some(cohort.id),
        Err(AppError::NotFound { .. }) => None,
        Err(error) => return Err(error.into()),
    };
    match cohort {
        Some(id) => input.cohort = id,
        None => options.cohort.clone_into(&mut input.new_cohort),
    }
    let preview = people::preview(&app, &input)?;
    if let Some(path) = &options.map {
        input.mapping = Some(mapping(path, &preview.columns)?);
    }
    if options.dry_run {
        let preview = people::preview(&app, &input)?;
        tell(&preview.problems);
        println!(
            "would add {}, enrol {}, change {}",
            preview.added, preview.enrolled, preview.changed
        );
        return Ok(u8::from(preview.set_aside > 0));
    }
    if preview.rows == 0 {
        return Err(AppError::Unusable {
            file: preview.file,
            reason: "no-rows",
            found: "there are no rows under its column names".to_owned(),
        }
        .into());
    }
    if let Some(path) = &options.rejects {
        let bytes = people::rejects(&app, &input)?;
        std::fs::write(path, bytes).map_err(|source| Failure::File {
            path: path.clone(),
            source,
        })?;
    }
    let result = people::import(&app, &input)?.value;
    tell(&result.problems);
    println!(
        "{} added, {} enrolled, {} changed, {} recognised, {} set aside, {} left out",
        result.added, result.enrolled, result.changed, result.recognised, result.set_aside, result.left_out
    );
    Ok(u8::from(result.set_aside > 0))
}

/// Reads `{"Column name": "field"}`; a column that is not named is not read.
fn mapping(path: &Path, columns: &[people::ColumnView]) -> Result<Vec<Option<Field>>, Failure> {
    let text = std::fs::read_to_string(path).map_err(|source| Failure::File {
        path: path.to_owned(),
        source,
    })?;
    let content = |found: String, expected: String| Failure::Content {
        path: path.to_owned(),
        found,
        expected,
    };
    let named: BTreeMap<String, String> = serde_json::from_str(&text).map_err(|error| {
        content(
            error.to_string(),
            "a JSON object from column names to fields".to_owned(),
        )
    })?;
    for (name, key) in &named {
        if !columns.iter().any(|column| column.name == *name) {
            let known: Vec<_> = columns.iter().map(|column| column.name.as_str()).collect();
            return Err(content(format!("column {name:?}"), known.join(", ")));
        }
        if Field::from_key(key).is_none() {
            let known: Vec<_> = Field::ALL.iter().map(|field| field.key()).collect();
            return Err(content(format!("field {key:?}"), known.join(", ")));
        }
    }
    Ok(columns
        .iter()
        .map(|column| named.get(&column.name).and_then(|key| Field::from_key(key)))
        .collect())
}

/// One line for each problem: where, which field, what was found.
fn tell(problems: &[ProblemView]) {
    for problem in problems {
        let group = match problem.group {
            Group::Decide => "to decide",
            Group::Care => "read with care",
            Group::LeftOut => "left out",
        };
        let field = problem
            .field
            .map(|field| format!(", {}", field.key()))
            .unwrap_or_default();
        let place = match (problem.record, problem.line) {
            (0, _) => "whole column".to_owned(),
            (record, line) if record == line => format!("row {record}"),
            (record, line) => format!("row {record} (line {line})"),
        };
        let matter = serde_json::to_value(&problem.matter).unwrap_or_default();
        let kind = matter
            .get("kind")
            .and_then(|kind| kind.as_str())
            .unwrap_or_default();
        eprintln!("{place}{field}: {kind}: found {:?} ({group})", problem.found);
    }
}

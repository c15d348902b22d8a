//! `nexus show`: what is stored, as JSON for other programs.

use std::io::{ErrorKind, Write as _};

use nexus_app::programs::ReachBy;
use nexus_app::{assessments, cohorts, outcomes, people, programs, sessions};
use serde_json::json;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::workspace::to_read;

pub fn print(value: &serde_json::Value) -> Result<u8, Failure> {
    match writeln!(std::io::stdout().lock(), "{value:#}") {
        // Who reads only the beginning, as `head` does, has what they asked for.
        Err(source) if source.kind() != ErrorKind::BrokenPipe => Err(Failure::File {
            path: "standard output".into(),
            source,
        }),
        _ => Ok(0),
    }
}

/// `nexus show cohort`.
pub fn cohort(arguments: &Arguments, name: &str) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let found = cohorts::find(&app, name)?;
    let view = cohorts::view(&app, &found.id)?;
    print(&json!({ "schema": 1, "cohort": view.cohort, "program": view.program, "mix": view.mix }))
}

/// `nexus show people`.
pub fn people(arguments: &Arguments, name: &str) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let found = cohorts::find(&app, name)?;
    let people = people::list(&app, &found.id)?;
    print(&json!({ "schema": 1, "cohort": found, "people": people }))
}

/// `nexus show person`.
pub fn person(arguments: &Arguments, code: &str, cohort: &str) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let found = cohorts::find(&app, cohort)?;
    let id = people::coded(&app, &found.id, code)?;
    let held = people::held(&app, &id)?;
    print(&json!({ "schema": 1, "cohort": found, "person": held }))
}

/// `nexus show session`.
pub fn session(arguments: &Arguments, name: &str) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let found = cohorts::find(&app, name)?;
    let sessions = sessions::records(&app, &found.id)?;
    print(&json!({ "schema": 1, "cohort": found, "sessions": sessions }))
}

/// `nexus show statistics`.
pub fn statistics(arguments: &Arguments, name: &str, instrument: &str) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let found = cohorts::find(&app, name)?;
    let statistics = assessments::statistics(&app, &found.id, instrument)?;
    print(&json!({ "schema": 1, "cohort": found, "statistics": statistics }))
}

/// `nexus show model`.
pub fn model(arguments: &Arguments, program: &str, cohort: Option<&str>) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let program = programs::named(&app, program)?;
    let cohort = cohort.map(|name| cohorts::find(&app, name)).transpose()?;
    let model = programs::model(
        &app,
        &program.id,
        cohort.as_ref().map(|cohort| cohort.id.as_str()),
    )?;
    print(&json!({ "schema": 1, "model": model }))
}

/// `nexus show inputs`.
pub fn inputs(arguments: &Arguments, program: &str) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let program = programs::named(&app, program)?;
    let inputs = programs::inputs(&app, &program.id)?;
    print(&json!({ "schema": 1, "inputs": inputs }))
}

/// `nexus show reach`.
pub fn reach(
    arguments: &Arguments,
    program: &str,
    cohort: Option<&str>,
    (rows, columns): (ReachBy, ReachBy),
) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let program = programs::named(&app, program)?;
    let cohort = cohort.map(|name| cohorts::find(&app, name)).transpose()?;
    let cohort = cohort.as_ref().map(|cohort| cohort.id.as_str());
    let reach = programs::reach(&app, &program.id, cohort, rows, columns)?;
    print(&json!({ "schema": 1, "reach": reach }))
}

/// `nexus show outcomes`.
pub fn outcomes(arguments: &Arguments, program: &str) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let program = programs::named(&app, program)?;
    let view = outcomes::of_program(&app, &program.id)?;
    print(&json!({ "schema": 1, "outcomes": view }))
}

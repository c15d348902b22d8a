//! Every record as it is stored, as JSON Lines: first a line that says what follows, then an object a record.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use nexus_domain::cohorts::participant_code;
use nexus_interop::sheet::{SCHEMA, SheetError, json_line};
use nexus_report::words::Words;
use nexus_store::reports::records::{LEFT_OUT, Record, counts, each};
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value, json};

use super::file::{failure, origin};
use super::{DataInput, Go, Source};
use crate::{AppError, Result};

/// Writes the records. Gives how many they are.
pub(super) fn write(
    source: &Source<'_>,
    input: &DataInput,
    (to, out): (&Path, &mut dyn Write),
    go: &mut Go<'_>,
) -> Result<u32> {
    let counts = counts(source.r, source.scope())?;
    let all: u32 = counts.iter().map(|(_, count)| *count).sum();
    let failed = |error: SheetError| failure(error, to);
    json_line(out, &head(source, input, &counts)?).map_err(failed)?;
    let mut prefixes: BTreeMap<String, String> = BTreeMap::new();
    let done = Cell::new(0u32);
    each(source.r, source.scope(), input.names, &mut |record| {
        go(done.get() as usize, all as usize)?;
        let text = |column: &str| {
            let found = record.cells.iter().find(|(name, _)| *name == column);
            found.and_then(|(_, value)| value.as_str()).unwrap_or_default()
        };
        // A cohort comes before its enrolments.
        if record.kind == "cohort" {
            prefixes.insert(record.id.clone(), text("prefix").to_owned());
        }
        let code = (record.kind == "enrolment").then(|| {
            let number = record.cells.iter().find(|(name, _)| *name == "number");
            let number = number.and_then(|(_, value)| u32::try_from(value.as_u64()?).ok());
            let prefix = prefixes.get(text("cohort")).map_or("", String::as_str);
            number.map(|number| participant_code(prefix, number))
        });
        let line = Line {
            record: &record,
            code: code.flatten(),
        };
        json_line(out, &line).map_err(failed)?;
        done.set(done.get() + 1);
        Ok::<_, AppError>(())
    })?;
    Ok(done.get())
}

/// The first line: whose records they are, how many of which kind, and what is left out and why.
fn head(source: &Source<'_>, input: &DataInput, counts: &[(&'static str, u32)]) -> Result<Value> {
    let words = Words::english();
    let why = |reason: &str| words.get(&format!("data-left-out-{reason}"));
    let mut left_out = vec![json!({ "what": "bin", "why": why("bin")? })];
    for (table, reason) in LEFT_OUT {
        left_out.push(json!({ "what": table, "why": why(reason)? }));
    }
    if !input.names {
        left_out.push(json!({ "what": "names", "why": why("names")? }));
    }
    if source.one.is_none() && !source.sample {
        left_out.push(json!({ "what": "sample", "why": why("sample")? }));
    }
    let counts: serde_json::Map<String, Value> = counts
        .iter()
        .map(|(kind, count)| ((*kind).to_owned(), (*count).into()))
        .collect();
    Ok(json!({
        "schema": SCHEMA,
        "kind": "export",
        "origin": origin(source, input)?.told(),
        "records": counts,
        "left_out": left_out,
    }))
}

/// A record with its version of the format first. A column named `kind` bears the name of its table too.
struct Line<'a> {
    record: &'a Record,
    /// The participant code of an enrolment.
    code: Option<String>,
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let record = self.record;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", &SCHEMA)?;
        map.serialize_entry("kind", record.kind)?;
        map.serialize_entry("id", &record.id)?;
        if let Some(code) = &self.code {
            map.serialize_entry("code", code)?;
        }
        for (column, value) in &record.cells {
            match *column {
                "kind" => map.serialize_entry(&format!("{}_kind", record.kind), value)?,
                column => map.serialize_entry(column, value)?,
            }
        }
        map.end()
    }
}

//! The file of an export: whole or not at all, with what a reader must know of its columns.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use nexus_domain::reports::sheet::{Kind, Missing, Sheet, Value};
use nexus_interop::sheet::{self, Book, SCHEMA, SheetError, json_line};
use nexus_report::words::Words;
use nexus_store::programs;
use nexus_store::reports::records::last_change;
use serde_json::json;

use super::columns::{self, text};
use super::{DataFormat, DataInput, DataKind, DataWritten, Go, Source};
use crate::{App, AppError, Result, Task, foreign};

/// Half of the way, in the steps that are told: reading is one half, writing the other.
const HALF: usize = 500;
/// How long it may take until a stop is heard.
const HEARING: Duration = Duration::from_millis(50);

/// Writes an export to a file of the person's choice. Where it is stopped, nothing is left of the file, and one that
/// stood there stays.
///
/// # Errors
/// [`AppError::Stopped`]; [`AppError::NotFound`]; [`AppError::Invalid`] for everything as CSV and for what has no room in
/// a workbook; [`AppError::Io`]; those of the store.
pub fn write(app: &App, input: &DataInput, to: &Path, task: &Task) -> Result<DataWritten> {
    if input.kind == DataKind::Everything && input.format == DataFormat::Csv {
        return Err(super::refused(input));
    }
    let found = app.ws().read(|r| {
        let source = Source::of(app, r, input)?;
        if input.kind == DataKind::Everything && input.format == DataFormat::Jsonl {
            let rows = foreign::write_whole(to, |out| {
                super::records::write(&source, input, (to, out), &mut |at, of| {
                    step(task, at * 2 * HALF / of.max(1))
                })
            })?;
            return Ok(Found::Written(rows));
        }
        let kinds: Vec<DataKind> = match input.kind {
            DataKind::Everything => DataKind::tables().collect(),
            kind => vec![kind],
        };
        let mut sheets = Vec::new();
        for (before, kind) in kinds.iter().enumerate() {
            let go: &mut Go<'_> = &mut |at, of| {
                let here = at * HALF / of.max(1);
                step(task, (before * HALF + here) / kinds.len())
            };
            sheets.push(super::sheet(&source, *kind, input.names, go)?);
        }
        Ok::<_, AppError>(Found::Sheets(sheets, origin(&source, input)?))
    })?;
    match found {
        Found::Written(rows) => Ok(DataWritten {
            rows,
            dictionary: String::new(),
        }),
        Found::Sheets(sheets, origin) => store(sheets, &origin, input, to, task),
    }
}

/// What was read.
enum Found {
    /// Records, which were written as they were read.
    Written(u32),
    /// Tables, and where they come from.
    Sheets(Vec<Sheet>, Origin),
}

fn step(task: &Task, at: usize) -> Result<()> {
    let told = u32::try_from(at.min(2 * HALF)).unwrap_or(u32::MAX);
    task.step(told, 2 * HALF as u32)
}

fn store(
    sheets: Vec<Sheet>,
    origin: &Origin,
    input: &DataInput,
    to: &Path,
    task: &Task,
) -> Result<DataWritten> {
    let rows: usize = sheets.iter().map(|sheet| sheet.rows().len()).sum();
    let mut on = |at: usize| step(task, HALF + at * HALF / rows.max(1)).is_ok();
    let dictionary = dictionary(&sheets)?;
    let failed = |error: SheetError| failure(error, to);
    let mut beside = String::new();
    match input.format {
        DataFormat::Csv => {
            let stem = to.file_stem().unwrap_or_default().to_string_lossy();
            let explained = to.with_file_name(format!("{stem}-dictionary.csv"));
            foreign::write_whole(to, |out| {
                for one in &sheets {
                    sheet::csv(one, out, &mut on).map_err(failed)?;
                }
                foreign::write_whole(&explained, |out| {
                    sheet::csv(&dictionary, out, &mut |_| true).map_err(failed)
                })
            })?;
            beside = foreign::file_name(&explained);
        }
        DataFormat::Jsonl => foreign::write_whole(to, |out| {
            for one in &sheets {
                json_line(out, &head(one, origin)).map_err(failed)?;
                sheet::json_lines(one, out, &mut on).map_err(failed)?;
            }
            Ok(())
        })?,
        DataFormat::Xlsx => {
            let origin_sheet = origin.sheet()?;
            let mut pages: Vec<&Sheet> = sheets.iter().collect();
            pages.extend([&dictionary, &origin_sheet]);
            let book = Book::new(&pages, origin.changed, &mut on).map_err(failed)?;
            let go_on = || step(task, 2 * HALF).is_ok();
            let bytes = unless_stopped(move || book.bytes(), &go_on)?.map_err(failed)?;
            foreign::write_whole(to, |out| out.write_all(&bytes).map_err(|source| io(to, source)))?;
        }
    }
    Ok(DataWritten {
        rows: super::count(rows),
        dictionary: beside,
    })
}

/// What `work` gives, or an end at once where somebody stops it; it then comes to its own end unheard.
fn unless_stopped<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
    go_on: &dyn Fn() -> bool,
) -> Result<T> {
    let (tells, told) = channel();
    let working = std::thread::spawn(move || {
        // Nobody listens any more where it was stopped.
        let _ = tells.send(work());
    });
    loop {
        match told.recv_timeout(HEARING) {
            Ok(value) => return Ok(value),
            Err(RecvTimeoutError::Timeout) if go_on() => {}
            Err(RecvTimeoutError::Timeout) => return Err(AppError::Stopped),
            // It ended without telling: it panicked, and so does this.
            Err(RecvTimeoutError::Disconnected) => match working.join() {
                Err(panic) => std::panic::resume_unwind(panic),
                Ok(()) => return Err(AppError::Stopped),
            },
        }
    }
}

fn io(path: &Path, source: std::io::Error) -> AppError {
    AppError::Io {
        path: path.to_owned(),
        source,
    }
}

/// Why a file was not written, for people.
pub(super) fn failure(error: SheetError, to: &Path) -> AppError {
    let invalid = |place: &str, field: &str, found: usize, limit: usize, what: &str| {
        let expected = format!("at most {limit} {what} in a workbook; CSV and JSON Lines hold more");
        crate::input::invalid(place, field, &found.to_string(), &expected)
    };
    match error {
        SheetError::Stopped { .. } => AppError::Stopped,
        SheetError::TooManyRows { sheet, found, limit } => invalid(&sheet, "rows", found, limit, "rows"),
        SheetError::TooLong {
            sheet,
            row,
            column,
            found,
            limit,
        } => invalid(
            &format!("{sheet} {row}"),
            &column,
            found,
            limit,
            "characters in a cell",
        ),
        SheetError::Io(source) => io(to, source),
        SheetError::Workbook(error) => io(to, std::io::Error::other(error)),
        SheetError::Json(error) => io(to, error.into()),
    }
}

/// Where data come from, and how far they go.
pub(super) struct Origin {
    facility: String,
    /// Name of the cohort; empty for the whole workspace.
    cohort: String,
    sample: bool,
    names: bool,
    /// When something was changed last.
    changed: DateTime<Utc>,
    /// The day of that at the facility.
    as_of: NaiveDate,
}

/// Where an export comes from.
pub(super) fn origin(source: &Source<'_>, input: &DataInput) -> Result<Origin> {
    let facility = programs::facility(source.r)?;
    let zone = facility.as_ref().map_or(chrono_tz::UTC, |facility| facility.zone);
    let changed = last_change(source.r)?.unwrap_or_default();
    let cohort = source.one.and_then(|_| source.cohorts.first());
    Ok(Origin {
        facility: facility.map(|facility| facility.name).unwrap_or_default(),
        cohort: cohort.map(|cohort| cohort.name.clone()).unwrap_or_default(),
        sample: source.holds_sample(),
        names: input.names,
        changed,
        as_of: changed.with_timezone(&zone).date_naive(),
    })
}

impl Origin {
    /// For programs.
    pub(super) fn told(&self) -> serde_json::Value {
        json!({
            "facility": self.facility,
            "cohort": (!self.cohort.is_empty()).then_some(&self.cohort),
            "sample": self.sample,
            "names": self.names,
            "as_of": self.as_of.to_string(),
            "version": env!("CARGO_PKG_VERSION"),
        })
    }

    /// For people.
    fn sheet(&self) -> Result<Sheet> {
        let words = Words::english();
        let columns = columns::worded(vec![text("about"), text("says")])?;
        let mut sheet = Sheet::new("origin", &words.get("data-origin")?, columns);
        let whole = words.get("data-origin-workspace")?;
        let rows: [(&str, Value); 6] = [
            ("facility", self.facility.as_str().into()),
            (
                "cohort",
                match self.cohort.as_str() {
                    "" => whole.into(),
                    cohort => cohort.into(),
                },
            ),
            ("sample", self.sample.into()),
            ("names", self.names.into()),
            ("as-of", self.as_of.into()),
            ("version", env!("CARGO_PKG_VERSION").into()),
        ];
        for (about, says) in rows {
            sheet.push(vec![words.get(&format!("data-origin-{about}"))?.into(), says]);
        }
        Ok(sheet)
    }
}

/// The first line of a table as JSON Lines: where it comes from and what its columns mean.
fn head(sheet: &Sheet, origin: &Origin) -> serde_json::Value {
    let columns = sheet.columns.iter().map(|column| {
        json!({
            "key": column.key,
            "head": column.head,
            "meaning": column.meaning,
            "holds": column.kind.key(),
            "unit": column.unit,
            "values": column.values,
        })
    });
    json!({
        "schema": SCHEMA,
        "kind": "export",
        "origin": origin.told(),
        "records": { sheet.key.as_str(): sheet.rows().len() },
        "columns": columns.collect::<Vec<_>>(),
    })
}

/// What the columns of some tables mean, and the marks of what is missing.
fn dictionary(sheets: &[Sheet]) -> Result<Sheet> {
    let words = Words::english();
    let columns = ["table", "column", "head", "meaning", "holds", "unit", "values"].map(text);
    let columns = columns::worded(columns.into())?;
    let mut sheet = Sheet::new("dictionary", &words.get("data-dictionary")?, columns);
    for one in sheets {
        for column in &one.columns {
            sheet.push(vec![
                one.title.as_str().into(),
                column.key.as_str().into(),
                column.head.as_str().into(),
                column.meaning.as_str().into(),
                words.get(&format!("data-holds-{}", column.kind.key()))?.into(),
                column.unit.as_str().into(),
                column.values.as_str().into(),
            ]);
        }
    }
    if !sheets.iter().any(|one| one.key == DataKind::Responses.key()) {
        return Ok(sheet);
    }
    let title = columns::title(DataKind::Responses)?;
    for missing in [
        Missing::Blank,
        Missing::Declined,
        Missing::NotAsked,
        Missing::Unreadable("…".to_owned()),
    ] {
        let mark = match missing.mark() {
            mark if mark.is_empty() => words.get("data-empty")?,
            mark => mark,
        };
        sheet.push(vec![
            title.as_str().into(),
            mark.into(),
            Value::NONE,
            words
                .get(&format!("data-missing-{}", missing.key().replace('_', "-")))?
                .into(),
            words.get(&format!("data-holds-{}", Kind::Code.key()))?.into(),
        ]);
    }
    Ok(sheet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_step_ends_as_soon_as_somebody_stops_it() {
        let start = std::time::Instant::now();
        let slow = || std::thread::sleep(Duration::from_secs(5));
        assert!(matches!(unless_stopped(slow, &|| false), Err(AppError::Stopped)));
        assert!(start.elapsed() < Duration::from_millis(500));
        assert_eq!(unless_stopped(|| 7, &|| true).unwrap(), 7);
    }
}

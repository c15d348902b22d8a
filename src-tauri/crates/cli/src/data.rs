//! `nexus export data` and `nexus export all`: tables and records for other programs.

use std::io::IsTerminal as _;

use nexus_app::reports::data::{DataFormat, DataInput, DataKind, write};
use nexus_app::{Task, cohorts};

use crate::arguments::{Arguments, DataFile};
use crate::failure::Failure;
use crate::workspace::to_read;

/// Writes a table, or all of them.
pub fn export(arguments: &Arguments, kind: DataKind, options: &DataFile) -> Result<u8, Failure> {
    if kind == DataKind::Everything && options.format == DataFormat::Csv {
        let told = "--format csv holds one table; all of them go as xlsx or jsonl";
        return Err(Failure::Usage(told.to_owned()));
    }
    let app = to_read(arguments)?;
    let cohort = options.cohort.as_deref();
    let cohort = cohort.map(|name| cohorts::find(&app, name)).transpose()?;
    let input = DataInput {
        cohort: cohort.map(|cohort| cohort.id),
        kind,
        format: options.format,
        names: options.names || kind == DataKind::People,
        sample: options.with_sample,
    };
    let terminal = std::io::stderr().is_terminal();
    let task = Task::watched(move |done, of| {
        if terminal {
            eprint!("\r{} %", u64::from(done) * 100 / u64::from(of.max(1)));
        }
    });
    let written = write(&app, &input, &options.out, &task);
    if terminal {
        eprintln!();
    }
    let written = written?;
    let beside = match written.dictionary.as_str() {
        "" => String::new(),
        dictionary => format!("; {dictionary}"),
    };
    println!("{}: {} rows{beside}", options.out.display(), written.rows);
    Ok(0)
}

//! `nexus`: the use-cases of the desktop app from a terminal.
//!
//! Exit codes: 0 done, 1 done with rejects, 2 usage, 3 nothing usable and nothing changed, 4 workspace
//! locked, newer, corrupt or without a key, 5 not found. Results go to the standard output, problems to the
//! standard error.

mod agenda;
mod arguments;
mod backup;
mod curriculum;
mod data;
mod failure;
mod import;
mod library;
mod report;
mod responses;
mod sample;
mod show;
mod workspace;

use std::process::ExitCode;

use clap::Parser;
use nexus_app::reports::data::DataKind;
use nexus_domain::assessments::library::DefinitionKind;
use nexus_domain::reports::ReportKind;

use arguments::{Arguments, Backup, Command, Export, Import, Report, Show};
use failure::Failure;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            // A closed terminal is no reason to fail.
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    match run(&arguments) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            eprintln!("nexus: {failure}");
            ExitCode::from(failure.exit())
        }
    }
}

fn run(arguments: &Arguments) -> Result<u8, Failure> {
    match &arguments.command {
        Command::Init { facility, zone } => workspace::init(arguments, facility, zone),
        Command::Import {
            what: Import::Roster(options),
        } => import::roster(arguments, options),
        Command::Import {
            what: Import::Responses(options),
        } => responses::import(arguments, options),
        Command::Import {
            what: Import::Agenda(options),
        } => agenda::import(arguments, options),
        Command::Import {
            what: Import::Curriculum { file, dry_run },
        } => curriculum::import(arguments, file, *dry_run),
        Command::Export {
            what: Export::Curriculum { out, module },
        } => curriculum::export(arguments, out, module.as_deref()),
        Command::Export {
            what:
                Export::Responses {
                    cohort,
                    instrument,
                    out,
                },
        } => responses::export(arguments, cohort, instrument.as_deref(), out),
        Command::Import {
            what: Import::Instrument(options),
        } => library::import(arguments, DefinitionKind::Instrument, options),
        Command::Import {
            what: Import::Framework(options),
        } => library::import(arguments, DefinitionKind::Framework, options),
        Command::Export {
            what: Export::Instrument(options),
        } => library::export(arguments, DefinitionKind::Instrument, options),
        Command::Export {
            what: Export::Framework(options),
        } => library::export(arguments, DefinitionKind::Framework, options),
        Command::Export {
            what: Export::Data { what, options },
        } => data::export(arguments, *what, options),
        Command::Export {
            what: Export::All(options),
        } => data::export(arguments, DataKind::Everything, options),
        Command::Show {
            what: Show::Instruments { .. },
        } => library::show(arguments, DefinitionKind::Instrument),
        Command::Show {
            what: Show::Frameworks { .. },
        } => library::show(arguments, DefinitionKind::Framework),
        Command::Show {
            what: Show::Curriculum { .. },
        } => curriculum::show(arguments),
        Command::Show {
            what: Show::Session { cohort, .. },
        } => show::session(arguments, cohort),
        Command::Show {
            what: Show::Statistics {
                cohort, instrument, ..
            },
        } => show::statistics(arguments, cohort, instrument),
        Command::Show {
            what: Show::Model { program, cohort, .. },
        } => show::model(arguments, program, cohort.as_deref()),
        Command::Show {
            what: Show::Inputs { program, .. },
        } => show::inputs(arguments, program),
        Command::Show {
            what:
                Show::Reach {
                    program,
                    cohort,
                    rows,
                    columns,
                    ..
                },
        } => show::reach(arguments, program, cohort.as_deref(), (*rows, *columns)),
        Command::Show {
            what: Show::Outcomes { program, .. },
        } => show::outcomes(arguments, program),
        Command::Show {
            what: Show::Cohort { cohort, .. },
        } => show::cohort(arguments, cohort),
        Command::Show {
            what: Show::People { cohort, .. },
        } => show::people(arguments, cohort),
        Command::Show {
            what: Show::Person { code, cohort, .. },
        } => show::person(arguments, code, cohort),
        Command::Report { what } => made(arguments, what),
        Command::Sample { size, seed } => sample::fill(arguments, *size, *seed),
        Command::Verify => workspace::verify(arguments),
        Command::Backup { what } => match what {
            Backup::Make => backup::make(arguments),
            Backup::List => backup::list(arguments),
            Backup::Restore { id } => backup::restore(arguments, id),
            Backup::Keys => backup::keys(arguments),
        },
    }
}

fn made(arguments: &Arguments, what: &Report) -> Result<u8, Failure> {
    match what {
        Report::Participant {
            code,
            cohort,
            out,
            as_of,
        } => report::participant(arguments, code, cohort, out, *as_of),
        Report::Funder(told) => report::told(arguments, ReportKind::Funder, told, ""),
        Report::Statements(told) => report::told(arguments, ReportKind::Statements, told, ""),
        Report::Cohort(told) => report::told(arguments, ReportKind::Cohort, told, ""),
        Report::Coach(told) => report::told(arguments, ReportKind::Coach, told, ""),
        Report::Session { number, told } => {
            report::told(arguments, ReportKind::Session, told, &number.to_string())
        }
        Report::Certificate { code, told } => report::told(arguments, ReportKind::Certificate, told, code),
    }
}

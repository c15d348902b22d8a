//! `nexus import agenda`: the plan of a session as text.

use nexus_app::sessions::{self, AgendaMatter, AgendaPreview};
use nexus_app::{AppError, cohorts};

use crate::arguments::{Agenda, Arguments};
use crate::failure::Failure;
use crate::workspace::to_write;

/// `nexus import agenda`.
pub fn import(arguments: &Arguments, options: &Agenda) -> Result<u8, Failure> {
    let text = sessions::agenda_file(&options.file)?;
    let app = to_write(arguments)?;
    let cohort = cohorts::find(&app, &options.cohort)?;
    let preview = sessions::preview(&app, &text)?;
    let name = options.file.file_name().unwrap_or(options.file.as_os_str());
    let name = name.to_string_lossy();
    tell(&name, &preview);
    if preview.blocks.is_empty() {
        return Err(AppError::Unusable {
            file: name.into_owned(),
            reason: "no-blocks",
            found: "no line of it is a block".to_owned(),
        }
        .into());
    }
    let id = sessions::import(&app, &cohort.id, &options.date.to_string(), &text)?.value;
    let session = sessions::view(&app, &id)?.session;
    let left_out = preview.problems.iter().filter(|problem| problem.left_out).count();
    println!(
        "{}: {}, {}, {}–{}, {} blocks, {left_out} lines left out",
        session.mark, session.title, session.date, session.starts, session.ends, session.blocks
    );
    Ok(u8::from(left_out > 0))
}

/// One line for each problem: where, what was found, what was expected.
fn tell(file: &str, preview: &AgendaPreview) {
    for problem in &preview.problems {
        let expected = match problem.matter {
            AgendaMatter::NoTime => "a time from 00:00 to 23:59 at the beginning; left out",
            AgendaMatter::NoTitle => "a title after the time; left out",
            AgendaMatter::NoMinutes => "minutes (1 to 1440) or locked in parentheses; left out",
            AgendaMatter::UnknownZone => "a time zone such as America/Chicago; the facility's own is used",
            AgendaMatter::DoesNotFollow => {
                "the end of the block before as its start; times are computed anew"
            }
            AgendaMatter::GoesBack => "a time not before that of the block before; left out",
            AgendaMatter::TooLong => "at most 1000 characters; left out",
            AgendaMatter::NoHeading => {
                "a heading such as # Title (Facility, Zone); the session is named after its day"
            }
            AgendaMatter::TooMany => "at most 200 blocks; left out",
        };
        eprintln!(
            "{file}, line {}: found {:?}, expected {expected}",
            problem.line, problem.found
        );
    }
    for name in &preview.unknown_competencies {
        eprintln!("{file}: found {name:?}, expected the name of a competency; kept as written");
    }
}

//! Participant summaries against as many empty pages, each in a process of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use nexus_app::settings::{self, Home, Unlock};
use nexus_app::{App, Clock, people, programs, reports};
use nexus_report::documents::{Paper, empty_page};

use crate::line::Line;
use crate::place::Place;
use crate::process::{Used, used};
use crate::{Failure, Result};

/// The word that makes this program the process that is measured: summaries or empty pages.
pub const ROLE: &str = "make";
/// What its lines belong to.
pub const GROUP: &str = "participant summaries";

/// Measures processor time and memory.
pub fn measure(place: &Place, smoke: bool) -> Result<Vec<Line>> {
    let count = if smoke { 5 } else { 1_000 };
    let summaries = child(place, "summaries", count)?;
    let empty = child(place, "empty", count)?;
    let line = |what: &str, against: &str, unit: &str, value, baseline| Line {
        group: GROUP.to_owned(),
        what: what.to_owned(),
        against: against.to_owned(),
        unit: unit.to_owned(),
        value,
        baseline,
        goal: None,
        more: false,
    };
    Ok(vec![
        line(
            &format!("{count} summaries, processor time"),
            "as many empty pages",
            "s",
            summaries.seconds,
            empty.seconds,
        ),
        line(
            "the most memory while making them",
            "while making empty pages",
            "MB",
            summaries.megabytes,
            empty.megabytes,
        ),
    ])
}

fn child(place: &Place, what: &str, count: u32) -> Result<Used> {
    let program = std::env::current_exe().map_err(|source| Failure::File {
        path: PathBuf::from("nexus-bench"),
        source,
    })?;
    let out = Command::new(&program)
        .args([ROLE, what, &count.to_string()])
        .arg(place.full())
        .arg(place.key_file())
        .output()
        .map_err(|source| Failure::File {
            path: program.clone(),
            source,
        })?;
    if !out.status.success() {
        return Err(Failure::Process(
            String::from_utf8_lossy(&out.stderr).into_owned(),
        ));
    }
    serde_json::from_slice(&out.stdout).map_err(|error| Failure::Process(error.to_string()))
}

/// What the process of its own does: makes the documents and prints what it used.
pub fn role(words: &[String]) -> Result<()> {
    let [what, count, workspace, key] = words else {
        return Err(Failure::Process(
            "expected what, count, workspace, key".to_owned(),
        ));
    };
    let count: usize = count
        .parse()
        .map_err(|_| Failure::Process(format!("expected a count, found {count}")))?;
    if what == "empty" {
        for _ in 0..count {
            std::hint::black_box(empty_page(Paper::Letter)?.pdf()?);
        }
    } else {
        let path = Path::new(workspace);
        let home = Home::at(&path.with_extension("home"));
        let workspace = settings::open_to_read(&home, path, &Unlock::KeyFile(key.into()))?;
        make(&App::new(workspace, "Bench", Clock::Device), count)?;
    }
    let used = serde_json::to_string(&used()).map_err(|error| Failure::Process(error.to_string()))?;
    println!("{used}");
    Ok(())
}

/// Makes summaries of everybody, cohort by cohort, and over again where there are too few people.
fn make(app: &App, count: usize) -> Result<()> {
    let cohorts = programs::overview(app)?.cohorts;
    let mut made = 0;
    while made < count {
        let before = made;
        for cohort in &cohorts {
            for person in people::list(app, &cohort.id)?.iter().take(count - made) {
                std::hint::black_box(reports::participant(app, &cohort.id, &person.code, None)?);
                made += 1;
            }
        }
        if made == before {
            return Err(Failure::Lacks("people"));
        }
    }
    Ok(())
}

//! Full participant summaries beside ReportLab and Typst: the same content, fonts and machine.
//!
//! Each maker is a process of its own that reads made-up people, sets a summary for each of them and throws it away.
//! ReportLab writes untagged files; Typst tags its files, as the product does. Both come from the Python Package Index
//! (`cargo xtask bench` installs them); where they are not there, the lines say that nothing could be compared.

mod people;

use std::path::Path;
use std::process::Command;

use nexus_report::documents::participant::participant_summary;

use crate::line::Line;
use crate::place::Place;
use crate::process::{Used, used};
use crate::{Failure, Result};

/// The word that makes this program the process that is measured.
pub const ROLE: &str = "pdf";
/// What its lines belong to.
pub const GROUP: &str = "full summaries beside other makers of PDF";
/// Their names, scripts, what is said of their tags, and how many times as many documents are aimed at.
const OTHERS: [(&str, &str, &str, f64); 2] = [
    ("Typst", "by_typst.py", "tagged", 2.0),
    ("ReportLab", "by_reportlab.py", "untagged", 4.0),
];

/// Measures documents per second of processor time, memory, and whether both grow evenly. `tools` is where the Python
/// packages are.
///
/// # Errors
/// When the product's own process fails, or one of the others that could be started.
pub fn measure(place: &Place, tools: Option<&Path>, smoke: bool) -> Result<Vec<Line>> {
    let (all, some) = if smoke { (4, 2) } else { (1_000, 250) };
    let file = people_in(place, all)?;
    let ours = own(all)?;
    let fewer = own(some)?;
    let mut lines = Vec::new();
    for (name, script, tags, aim) in OTHERS {
        let theirs = tools.map(|tools| other(tools, script, &file)).transpose()?;
        let against = match theirs {
            Some(_) => format!("{name}, {tags}"),
            None => format!("{name}, {tags}: not installed, no comparison"),
        };
        let theirs = theirs.unwrap_or_default();
        lines.push(Line {
            more: true,
            goal: Some(aim),
            ..line(
                &format!("{all} full summaries, tagged, per second of processor time, beside {name}"),
                &against,
                "/s",
                rate(all, ours),
                rate(all, theirs),
            )
        });
        lines.push(line(
            &format!("the most memory while making {all}, at most 100 MB, beside {name}"),
            &against,
            "MB",
            ours.megabytes,
            theirs.megabytes,
        ));
    }
    let each = |count: usize, used: Used| used.seconds.map(|seconds| seconds * 1_000.0 / count as f64);
    lines.push(Line {
        goal: Some(1.2),
        ..line(
            &format!("processor time for each of {all} full summaries"),
            &format!("for each of {some}"),
            "ms",
            each(all, ours),
            each(some, fewer),
        )
    });
    Ok(lines)
}

fn line(what: &str, against: &str, unit: &str, value: Option<f64>, baseline: Option<f64>) -> Line {
    Line {
        group: GROUP.to_owned(),
        what: what.to_owned(),
        against: against.to_owned(),
        unit: unit.to_owned(),
        value,
        baseline,
        goal: None,
        more: false,
    }
}

fn rate(count: usize, used: Used) -> Option<f64> {
    // Processor time is told in hundredths of a second: a few documents may take none of them.
    used.seconds.map(|seconds| count as f64 / seconds.max(0.01))
}

/// The people as JSON, in a file beside the workspaces.
fn people_in(place: &Place, count: usize) -> Result<std::path::PathBuf> {
    let people = (0..count).map(|at| people::as_json(&people::person(at)));
    let people: Vec<serde_json::Value> = people.collect::<Result<_>>()?;
    let text = serde_json::to_vec(&people).map_err(|error| Failure::Process(error.to_string()))?;
    let path = place.file("people.json");
    std::fs::write(&path, text).map_err(|source| Failure::File {
        path: path.clone(),
        source,
    })?;
    Ok(path)
}

fn own(count: usize) -> Result<Used> {
    let program = std::env::current_exe().map_err(|source| Failure::File {
        path: "nexus-bench".into(),
        source,
    })?;
    spoken(Command::new(program).args([ROLE, &count.to_string()]))
}

fn other(tools: &Path, script: &str, people: &Path) -> Result<Used> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fonts = here.join("../../../assets/fonts");
    let kept = people.with_file_name(format!("{script}.pdf"));
    let mut python = Command::new("python3");
    python.arg(here.join("pdf").join(script));
    spoken(python.arg(tools).arg(people).arg(fonts).arg(kept))
}

/// What a process says that it used, as JSON on its last line.
fn spoken(command: &mut Command) -> Result<Used> {
    let program = command.get_program().to_string_lossy().into_owned();
    let out = command.output().map_err(|source| Failure::File {
        path: program.into(),
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
///
/// # Errors
/// Those of the report crate; words that are no count.
pub fn role(words: &[String]) -> Result<()> {
    let count = words.first().and_then(|count| count.parse::<usize>().ok());
    let count = count.ok_or_else(|| Failure::Process(format!("expected a count, found {words:?}")))?;
    for at in 0..count {
        std::hint::black_box(participant_summary(&people::person(at))?.pdf()?);
    }
    let used = serde_json::to_string(&used()).map_err(|error| Failure::Process(error.to_string()))?;
    println!("{used}");
    Ok(())
}

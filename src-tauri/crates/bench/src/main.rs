//! `nexus-bench`: what the product costs, as a multiple of a named baseline measured in the same run.
//!
//! A ratio holds from machine to machine; milliseconds are printed for orientation only and nothing here fails
//! because something was slow. `cargo xtask bench` starts it.

mod funder;
mod line;
mod opening;
mod pdf;
mod place;
mod process;
mod screens;
mod spots;
mod summaries;
mod table;
mod writes;

use std::path::PathBuf;
use std::process::ExitCode;

use line::Line;
use place::{Place, Size};

const USAGE: &str = "nexus-bench [--size S|M|L] [--smoke] [--with LINES.json] [--tools FOLDER] --out FOLDER";

/// Why the bench ended early.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A use-case failed.
    #[error(transparent)]
    App(#[from] nexus_app::AppError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] nexus_app::StoreError),
    /// A document could not be made.
    #[error(transparent)]
    Report(#[from] nexus_report::ReportError),
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A process of the bench's own did not do what it was asked.
    #[error("{0}")]
    Process(String),
    /// The sample lacks something that is to be measured.
    #[error("the sample has no {0}")]
    Lacks(&'static str),
    /// Reading by primary key found another number of rows than there are.
    #[error("{found} rows of {expected} were found by their primary keys")]
    Rows {
        /// Rows found.
        found: usize,
        /// Keys that were looked up.
        expected: usize,
    },
    /// A line of the result says nothing.
    #[error("not measured: {0}")]
    Unmeasured(String),
}

/// Result of everything here.
pub type Result<T> = std::result::Result<T, Failure>;

/// What was asked for.
struct Options {
    size: Size,
    smoke: bool,
    with: Option<PathBuf>,
    /// Where the Python packages are that are held beside the product.
    tools: Option<PathBuf>,
    out: PathBuf,
}

fn options(words: &[String]) -> Option<Options> {
    let (mut size, mut smoke, mut with, mut tools, mut out) = (Size::L, false, None, None, None);
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--smoke" => smoke = true,
            "--size" => size = Size::of(words.next()?)?,
            "--with" => with = Some(words.next()?.into()),
            "--tools" => tools = Some(words.next()?.into()),
            "--out" => out = Some(words.next()?.into()),
            _ => return None,
        }
    }
    Some(Options {
        size,
        smoke,
        with,
        tools,
        out: out?,
    })
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let result = match words.as_slice() {
        // A process of its own, so that its memory is its own.
        [role, rest @ ..] if role == summaries::ROLE => summaries::role(rest),
        [role, rest @ ..] if role == pdf::ROLE => pdf::role(rest),
        _ => match options(&words) {
            Some(options) => run(&options),
            None => {
                eprintln!("{USAGE}");
                return ExitCode::from(2);
            }
        },
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("nexus-bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<()> {
    let place = Place::make(options.size)?;
    let mut lines: Vec<Line> = Vec::new();
    lines.extend(screens::measure(&place, options.smoke)?);
    lines.extend(opening::measure(&place, options.smoke)?);
    lines.extend(summaries::measure(&place, options.smoke)?);
    lines.extend(funder::measure(&place, options.smoke)?);
    lines.extend(pdf::measure(&place, options.tools.as_deref(), options.smoke)?);
    // Last, because the file is no longer a sample afterwards.
    lines.extend(writes::measure(&place, options.smoke)?);
    if let Some(path) = &options.with {
        lines.extend(line::read(path)?);
    }
    let size = options.size.letter();
    if options.smoke {
        complete(&lines)?;
        // Too little is measured, in whatever build is at hand, to hold it against an aim.
        lines.iter_mut().for_each(|line| line.goal = None);
        return table::write(&lines, "Bench in little: it runs", "smoke", &options.out);
    }
    table::write(&lines, &format!("Bench, size {size}"), size, &options.out)
}

/// Every line has both of its values, where this system tells them, and no group is missing.
fn complete(lines: &[Line]) -> Result<()> {
    let told = |value: Option<f64>| value.is_some_and(f64::is_finite) || !cfg!(target_os = "linux");
    // Other makers of PDF need not be there; the line says so.
    let beside = |line: &Line| line.group == pdf::GROUP;
    let silent = |line: &&Line| !told(line.value) || !(beside(line) || told(line.baseline));
    if let Some(line) = lines.iter().find(silent) {
        return Err(Failure::Unmeasured(line.what.clone()));
    }
    for group in [
        screens::GROUP,
        opening::GROUP,
        summaries::GROUP,
        pdf::GROUP,
        writes::GROUP,
    ] {
        if lines.iter().all(|line| line.group != group) {
            return Err(Failure::Unmeasured(group.to_owned()));
        }
    }
    Ok(())
}

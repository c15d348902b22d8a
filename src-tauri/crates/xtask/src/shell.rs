//! Running other programs, loudly.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Why a step of the house failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A program is not there or cannot be started.
    #[error("{program} cannot be started: {source}")]
    Start {
        /// Its name.
        program: String,
        /// Why.
        source: std::io::Error,
    },
    /// A program said no.
    #[error("{program} failed with {status}")]
    Status {
        /// The command line.
        program: String,
        /// How it ended.
        status: String,
    },
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Anything that a person has to mend.
    #[error("{0}")]
    Other(String),
}

/// Result of everything here.
pub type Result<T> = std::result::Result<T, Failure>;

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .nth(3)
        .map_or_else(|| here.clone(), PathBuf::from)
}

/// A command that runs in the root of the repository.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// The cargo that runs this.
pub fn cargo(arguments: &[&str]) -> Command {
    command(
        &std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()),
        arguments,
    )
}

/// npm in the folder of the user interface.
pub fn npm(arguments: &[&str]) -> Command {
    let mut command = command(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments);
    command.current_dir(root().join("ui"));
    command
}

fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs a command and shows what it prints.
///
/// # Errors
/// [`Failure::Start`], [`Failure::Status`].
pub fn run(command: &mut Command) -> Result<()> {
    println!("$ {}", line(command));
    let status = command.status().map_err(|source| Failure::Start {
        program: line(command),
        source,
    })?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::Status {
        program: line(command),
        status: status.to_string(),
    })
}

/// Runs a command, shows what it prints to its standard output, and hands each line to `see`.
///
/// # Errors
/// [`Failure::Start`], [`Failure::Status`].
pub fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result<()> {
    let program = line(command);
    println!("$ {program}");
    let start = |source| Failure::Start {
        program: program.clone(),
        source,
    };
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(start)?;
    if let Some(output) = child.stdout.take() {
        for text in BufReader::new(output).split(b'\n') {
            let text = text.map_err(start)?;
            let text = String::from_utf8_lossy(&text);
            println!("{text}");
            see(&text);
        }
    }
    let status = child.wait().map_err(start)?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::Status {
        program,
        status: status.to_string(),
    })
}

/// Whether a program answers.
pub fn answers(program: &str, arguments: &[&str]) -> bool {
    command(program, arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

//! Reports of everybody in a cohort at once, into a folder or into one archive.

use std::path::Path;

use nexus_domain::reports::ReportKind;

use super::gather::count;
use super::issues::{Ready, everybody};
use super::views::IssueInput;
use crate::{App, AppError, Done, Result, Task, foreign};

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
pub struct BatchView {
    /// How many reports were made.
    pub made: u32,
    /// Codes of participants whose report could not be made, each with the reason.
    pub left_out: Vec<(String, String)>,
}

/// Makes the report of everybody in a cohort: into `input.path` if it ends in `.zip`, else as files into that folder.
/// A name that cannot be printed leaves out one report and says so; the others are made. What is stopped leaves
/// nothing behind.
///
/// # Errors
/// [`AppError::Stopped`], [`AppError::Io`]; those of the store.
pub fn batch(
    app: &App,
    cohort: &str,
    kind: ReportKind,
    input: &IssueInput,
    task: &Task,
) -> Result<Done<BatchView>> {
    let everybody = everybody(app, cohort, kind)?;
    let of = count(everybody.len());
    let (mut ready, mut left_out) = (Vec::new(), Vec::new());
    for ((name, which), done) in everybody.into_iter().zip(0..) {
        task.step(done, of)?;
        match Ready::make(app, &which, &Task::unwatched()) {
            Ok(one) => ready.push((name, one)),
            Err(error @ AppError::Report(_)) => left_out.push((name, error.to_string())),
            Err(error) => return Err(error),
        }
    }
    task.step(of, of)?;
    let path = Path::new(&input.path);
    let archive = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    if archive {
        let named: Vec<(String, &[u8])> = ready
            .iter()
            .map(|(name, one)| (format!("{name}.pdf"), one.bytes.as_slice()))
            .collect();
        let files = named.iter().map(|(name, bytes)| (name.as_str(), *bytes));
        let packed = nexus_interop::archive::archive(files).map_err(|error| AppError::Io {
            path: path.to_owned(),
            source: error.into(),
        })?;
        foreign::write(path, &packed)?;
    } else {
        for (name, one) in &ready {
            foreign::write(&path.join(format!("{name}.pdf")), &one.bytes)?;
        }
    }
    let made = count(ready.len());
    let mut changed = None;
    for (_, one) in ready {
        changed = Some(one.keep(app, input)?.changed);
    }
    Ok(Done {
        value: BatchView { made, left_out },
        changed: changed.unwrap_or_default(),
    })
}

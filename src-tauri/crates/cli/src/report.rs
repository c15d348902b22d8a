//! `nexus report`: documents.

use std::path::Path;

use chrono::NaiveDate;
use nexus_app::reports::WhichReport;
use nexus_app::{AppError, cohorts, reports};
use nexus_domain::reports::ReportKind;

use crate::arguments::{Arguments, Told};
use crate::failure::Failure;
use crate::workspace::to_read;

/// `nexus report participant`.
pub fn participant(
    arguments: &Arguments,
    code: &str,
    cohort: &str,
    out: &Path,
    as_of: Option<NaiveDate>,
) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let cohort = cohorts::find(&app, cohort)?;
    let bytes = reports::participant(&app, &cohort.id, code, as_of)?;
    std::fs::write(out, bytes).map_err(|source| Failure::File {
        path: out.to_owned(),
        source,
    })?;
    println!("{}", out.display());
    Ok(0)
}

/// `nexus report funder`, `statements`, `cohort`, `coach`, `session` and `certificate`; `about` is the code of a
/// participant or the number of a session. What would keep the report from being issued is told, and it is written
/// all the same: exit 1.
pub fn told(arguments: &Arguments, kind: ReportKind, told: &Told, about: &str) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let cohort = cohorts::find(&app, &told.cohort)?;
    let all = reports::overview(&app, &cohort.id)?;
    let known = match kind {
        ReportKind::Session => Some(("session", &all.sessions, format!("S{about}"))),
        kind if kind.is_of_a_person() => Some(("participant", &all.people, about.to_owned())),
        _ => None,
    };
    let about = match known {
        None => String::new(),
        Some((what, choices, mark)) => {
            let mut found = choices
                .iter()
                .filter(|choice| choice.mark.eq_ignore_ascii_case(&mark));
            let choice = found.next().ok_or_else(|| AppError::NotFound {
                what,
                key: about.to_owned(),
            })?;
            choice.id.clone()
        }
    };
    let which = WhichReport {
        cohort: cohort.id,
        whole: told.whole,
        kind,
        template: told.template.clone(),
        about,
    };
    let made = reports::loose(&app, &which, told.audience, told.as_of)?;
    std::fs::write(&told.out, made.bytes).map_err(|source| Failure::File {
        path: told.out.clone(),
        source,
    })?;
    println!("{}", told.out.display());
    for problem in &made.problems {
        eprintln!("{problem}");
    }
    Ok(u8::from(!made.problems.is_empty()))
}

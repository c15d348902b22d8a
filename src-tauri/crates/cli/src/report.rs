//! `nexus report`: documents.

use std::path::Path;

use chrono::NaiveDate;
use nexus_app::{cohorts, reports};

use crate::arguments::Arguments;
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

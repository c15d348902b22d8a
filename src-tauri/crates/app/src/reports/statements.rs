//! The statements that a funder counts, one sheet for each of its instruments and moments.

use chrono::NaiveDate;
use nexus_report::documents::statements::{PerformanceStatements, performance_statements};
use nexus_report::documents::{Document, Paper};
use nexus_report::words::Words;

use super::prepared::Prepared;
use super::sections::statement_sheets;
use crate::Result;

/// All of them as one document, and its title.
pub(super) fn document(prepared: &Prepared, paper: Paper, as_of: NaiveDate) -> Result<(Document, String)> {
    let words = Words::english();
    let gathered = &prepared.gathered;
    let award = gathered.program.award.as_ref();
    let cohort = gathered.scope.cohort.and_then(|_| gathered.cohorts.first());
    let (first, last) = gathered.period();
    let empty = PerformanceStatements {
        program: gathered.program.name.clone(),
        cohort: cohort.map(|cohort| cohort.name.clone()),
        award: award
            .map(|award| award.number.clone())
            .filter(|number| !number.is_empty()),
        period: first.zip(last),
        as_of,
        instrument: words.get("story-no-instrument")?,
        moment: words.get("report-moment-end")?,
        options: Vec::new(),
        statements: Vec::new(),
        paper,
    };
    let mut whole: Option<Document> = None;
    for sheet in statement_sheets(prepared) {
        let versions: Vec<String> = sheet.answered.versions.iter().map(u32::to_string).collect();
        let document = performance_statements(&PerformanceStatements {
            instrument: words.with(
                "report-instrument-version",
                &[
                    ("instrument", sheet.answered.instrument.title.as_str().into()),
                    ("version", versions.join(", ").as_str().into()),
                ],
            )?,
            moment: words.get(&format!("report-moment-{}", sheet.moment.key()))?,
            options: sheet.options,
            statements: sheet.counts,
            ..empty.clone()
        })?;
        match &mut whole {
            Some(whole) => whole.append(document),
            None => whole = Some(document),
        }
    }
    let document = match whole {
        Some(document) => document,
        None => performance_statements(&empty)?,
    };
    let title = words.with("story-statements-of", &[("name", gathered.title().into())])?;
    Ok((document, title))
}

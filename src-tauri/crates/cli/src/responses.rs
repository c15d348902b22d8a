//! `nexus import responses` and `nexus export responses`: sheets as tables.

use std::path::Path;

use nexus_app::assessments::{self, RatingProblem, RatingsInput};
use nexus_app::{AppError, cohorts};
use nexus_domain::assessments::import::{OnSecond, SheetMatter};

use crate::arguments::{self, Arguments, Responses};
use crate::failure::Failure;
use crate::workspace::{to_read, to_write};

/// Stores a file of ratings, or only says what that would do.
pub fn import(arguments: &Arguments, options: &Responses) -> Result<u8, Failure> {
    let app = if options.dry_run {
        to_read(arguments)?
    } else {
        to_write(arguments)?
    };
    let input = RatingsInput {
        path: options.file.to_string_lossy().into_owned(),
        cohort: cohorts::find(&app, &options.cohort)?.id,
        instrument: options.instrument.clone(),
        moment: options.occasion,
        on_second: match options.on_second {
            arguments::OnSecond::Refuse => OnSecond::Refuse,
            arguments::OnSecond::Correct => OnSecond::Correct,
        },
    };
    let found = if options.dry_run {
        assessments::preview(&app, &input)?
    } else {
        assessments::import(&app, &input)?.value
    };
    tell(&found.problems);
    if found.sheets == 0 && found.set_aside == 0 {
        return Err(AppError::Unusable {
            file: found.file,
            reason: "no-rows",
            found: "there are no sheets in it".to_owned(),
        }
        .into());
    }
    println!(
        "{} {} sheets ({} corrections): {} rated, {} blank, {} declined, {} unreadable; {} set aside",
        if options.dry_run { "would store" } else { "stored" },
        found.sheets,
        found.corrections,
        found.rated,
        found.blank,
        found.declined,
        found.unreadable,
        found.set_aside
    );
    // Every sheet was set aside: nothing was usable and nothing changed.
    Ok(match (found.sheets, found.set_aside + found.unreadable) {
        (0, _) => 3,
        (_, 0) => 0,
        _ => 1,
    })
}

/// Writes the sheets of a cohort that count, with a second file that says what the columns mean.
pub fn export(
    arguments: &Arguments,
    cohort: &str,
    instrument: Option<&str>,
    out: &Path,
) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let cohort = cohorts::find(&app, cohort)?.id;
    let written = assessments::export(&app, &cohort, instrument, out)?;
    println!(
        "{}: {} sheets, {} items; {}",
        out.display(),
        written.sheets,
        written.items,
        written.dictionary
    );
    Ok(0)
}

/// One line for each problem: row, code, item, what was found and what was expected.
fn tell(problems: &[RatingProblem]) {
    for problem in problems {
        let parts = [problem.code.as_str(), problem.field.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let expected = match problem.expected.as_str() {
            "" => String::new(),
            expected => format!(", expected {expected}"),
        };
        let what = match problem.matter {
            SheetMatter::Impossible => "kept as unreadable",
            SheetMatter::NotAsked => "not asked after the answers before it, not read",
            SheetMatter::TooLong => "longer than 4000 characters, the rest is not read",
            SheetMatter::Elsewhere => "belongs elsewhere, set aside",
            SheetMatter::UnknownCode => "unknown code, set aside",
            SheetMatter::NoCode => "no code, set aside",
            SheetMatter::SecondRefused => "second sheet of the same person, set aside",
            SheetMatter::SecondCorrects => "second sheet of the same person, corrects the first",
            SheetMatter::UnknownColumn => "no item of the instrument, not read",
            SheetMatter::RepeatedColumn => "names an item again, not read",
            SheetMatter::MissingColumn => "no such column, counts as not shown",
            SheetMatter::BeyondColumns => "outside the named columns, not read",
            SheetMatter::UnclosedQuote => "a quotation mark is not closed, set aside",
        };
        eprintln!(
            "row {}, {}: found {:?}{expected} ({what})",
            problem.record,
            parts.join(", "),
            problem.found
        );
    }
}

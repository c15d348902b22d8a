//! Safe publication: what a report may print about so few people that they could be recognised.
//!
//! [`publish`] takes the tables that a report would like to print and gives them back with numbers withheld.
//! **The promise**: whoever knows the rule, everything printed in this report and everything printed in issued
//! reports about the same [`Universe`] can narrow no withheld number inside its interval below the threshold: either
//! all from 0 to the last number below it stay possible, or none, as far as the figures that the rule leaves open
//! allow it. Its limits stand in `docs/publication.md`.
//!
//! The rule. A number below the threshold of the [`Audience`] is small, zero included. Small numbers are
//! withheld in cross-tables and in answers by attribute, for the public in enrolment counts too. A table of
//! answers needs as many respondents as the threshold. Open are: the number of people, the total of each table
//! that is large enough, enrolment by one attribute (not for the public), and answers of everybody by option.
//!
//! How: `figure` knows the same number in two tables, `model` says what numbers have to do with each other,
//! `solver` and `corner` find out what is possible, `audit` compares that with what should be, `search` withholds
//! more until it is.

mod audience;
mod audit;
mod corner;
mod figure;
mod model;
mod quotes;
mod readers;
mod result;
mod search;
mod solver;
mod table;
#[cfg(test)]
mod tests;

pub use audience::{Audience, BadThreshold, Thresholds};
pub use quotes::{Names, Quote, QuoteFault};
pub use result::{Place, Publication, Published, PublishedTable, Reason, Withholding};
pub use table::{Axis, BadTable, Category, Kind, Table, Universe};

use std::collections::{BTreeMap, BTreeSet};

use figure::{Everybody, Figure, Frame, Ledger};
use readers::Readers;
use search::{Draft, Search};

/// Decides what of these tables a report may print.
///
/// `earlier` are the reports issued before, in the order of issue; those about another universe are ignored.
/// The same input always gives the same result.
///
/// # Errors
/// [`BadTable`] for a table that cannot be right, or tables that contradict each other.
pub fn publish(
    universe: &Universe,
    tables: &[Table],
    audience: Audience,
    thresholds: &Thresholds,
    earlier: &[Publication],
) -> Result<Publication, BadTable> {
    for (at, table) in tables.iter().enumerate() {
        table.check(universe)?;
        if tables[..at].iter().any(|other| other.key == table.key) {
            return Err(BadTable::SameKey {
                table: table.key.clone(),
            });
        }
    }
    let publication = |threshold, tables, withheld, differing| Publication {
        universe: universe.clone(),
        audience,
        threshold,
        tables,
        withheld,
        differing,
    };
    let Some(threshold) = thresholds.of(audience) else {
        let withheld = tables
            .iter()
            .map(|table| whole(table, Reason::OwnDataOnly))
            .collect();
        return Ok(publication(
            0,
            tables.iter().map(PublishedTable::hidden).collect(),
            withheld,
            Vec::new(),
        ));
    };

    let mut everybody = Everybody::default();
    let mut ledger = Ledger::default();
    let same: Vec<(usize, &Publication)> = earlier
        .iter()
        .enumerate()
        .filter(|(_, report)| report.universe.key == universe.key)
        .collect();
    for table in tables
        .iter()
        .filter(|table| table.within.is_empty() && table.respondents() == universe.people)
    {
        everybody.learn([Some(&table.rows), table.columns.as_ref()]);
    }
    let mut open = BTreeMap::from([(ledger.number(Figure::default()), universe.people)]);
    open.extend(
        everybody
            .figures()
            .map(|figure| (ledger.number(figure), universe.people)),
    );
    let drafts: Vec<Draft<'_>> = tables
        .iter()
        .map(|table| Draft {
            table,
            figures: ledger.numbers(Frame::from(table).figures(&everybody)),
            counts: table.grid(),
            whole: few(table, universe, audience, threshold),
        })
        .collect();
    for draft in drafts.iter().filter(|draft| draft.whole.is_none()) {
        match leaves_open(draft.table, universe, audience) {
            true => open.extend(draft.pairs()),
            false => open.extend(draft.pairs().last()),
        }
    }
    let small: BTreeSet<usize> = drafts
        .iter()
        .flat_map(Draft::pairs)
        .filter(|(figure, count)| *count < threshold && !open.contains_key(figure))
        .map(|(figure, _)| figure)
        .collect();
    let mut search = Search {
        drafts,
        open,
        withheld: small,
        readers: Vec::new(),
    };
    let readers = Readers::gather(universe, &everybody, &mut ledger, &mut search, &same)?;
    search
        .withheld
        .extend(readers.withheld_before(&search.open, threshold));
    search.readers = readers.known_to(&everybody, &ledger, &mut search, threshold);
    search.run(&ledger);
    let (printed, withheld) = settle(&search, threshold);
    Ok(publication(threshold, printed, withheld, readers.differing))
}

/// True for tables whose counts are printed whatever they are.
fn leaves_open(table: &Table, universe: &Universe, audience: Audience) -> bool {
    let of_all = table
        .within
        .keys()
        .all(|attribute| universe.parts.contains(attribute));
    match table.kind {
        Kind::Enrolment => of_all && audience != Audience::Public,
        Kind::Options => of_all,
        Kind::CrossTable | Kind::AnswersByAttribute => false,
    }
}

/// Are there too few people behind the table for any of it?
fn few(table: &Table, universe: &Universe, audience: Audience, threshold: u32) -> Option<Reason> {
    let respondents = table.respondents();
    let counts = table.kind == Kind::Enrolment && leaves_open(table, universe, audience);
    (!counts && respondents < threshold).then_some(Reason::FewRespondents { respondents })
}

fn whole(table: &Table, reason: Reason) -> Withholding {
    Withholding {
        table: table.key.clone(),
        place: Place::Table,
        reason,
    }
}

/// The printed tables, and what is withheld in them.
fn settle(search: &Search<'_>, threshold: u32) -> (Vec<PublishedTable>, Vec<Withholding>) {
    let mut withheld = Vec::new();
    let mut printed = Vec::new();
    for draft in &search.drafts {
        if let Some(reason) = draft.whole {
            withheld.push(whole(draft.table, reason));
            printed.push(PublishedTable::hidden(draft.table));
            continue;
        }
        let hides = |row: usize, column: usize| search.withheld.contains(&draft.figures[row][column]);
        printed.push(PublishedTable::of(
            draft.table,
            |row, column, count| match hides(row, column) {
                true => Published::Withheld,
                false => Published::Shown(count),
            },
        ));
        for (row, counts) in draft.counts.iter().enumerate() {
            for (column, count) in counts
                .iter()
                .enumerate()
                .filter(|(column, _)| hides(row, *column))
            {
                withheld.push(Withholding {
                    table: draft.table.key.clone(),
                    place: place(draft, row, column),
                    reason: if *count < threshold {
                        Reason::Small
                    } else {
                        Reason::Protects
                    },
                });
            }
        }
    }
    (printed, withheld)
}

fn place(draft: &Draft<'_>, row: usize, column: usize) -> Place {
    let last_row = row + 1 == draft.counts.len();
    let last_column = draft.table.columns.is_some() && column + 1 == draft.counts[row].len();
    match (last_row, last_column) {
        (true, true) => Place::Total,
        (true, false) => Place::ColumnTotal { column },
        (false, true) => Place::RowTotal { row },
        (false, false) => Place::Cell { row, column },
    }
}

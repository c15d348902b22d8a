//! The import of ratings as a pure function: a table, the sheet that was asked and what is known in, a plan
//! out. Nothing is changed here. One impossible value costs one answer, never the sheet.

use std::collections::HashMap;

use super::{Answer, Decimal, Format, Framework, Instrument, Item, LONGEST_TEXT, Response};
use crate::ids::{PersonId, ResponseId};
use crate::people::letters::fold;
use crate::table::{Fault, Row, Table};

/// What to do with a second sheet of the same person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum OnSecond {
    /// The first stands; the second is set aside.
    #[default]
    Refuse,
    /// The second becomes a correction of the first, which stays visible.
    Correct,
}

/// What is wrong, or was read with care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum SheetMatter {
    /// No answer to the item: this answer is unreadable, the sheet is kept.
    Impossible,
    /// An answer to an item that was not asked after the answers before it; it is not read.
    NotAsked,
    /// Words beyond 4,000 characters; the rest is not read.
    TooLong,
    /// Nobody in the cohort has this code; the sheet is set aside.
    UnknownCode,
    /// The row has answers and no code; the sheet is set aside.
    NoCode,
    /// The row says that it belongs to another instrument or moment; the sheet is set aside.
    Elsewhere,
    /// The person has a sheet already; this one is set aside.
    SecondRefused,
    /// The person has a sheet already; this one corrects it.
    SecondCorrects,
    /// A column that is no item of the instrument; it is not read.
    UnknownColumn,
    /// A column that names an item again; it is not read.
    RepeatedColumn,
    /// The file has no column for this item; it counts as not shown.
    MissingColumn,
    /// There is a value to the right of the last named column; it is not read.
    BeyondColumns,
    /// A quotation mark is not closed; the rest of the file is set aside.
    UnclosedQuote,
}

impl SheetMatter {
    /// True when the row of the problem is not stored.
    pub fn sets_aside(self) -> bool {
        matches!(
            self,
            Self::UnknownCode | Self::NoCode | Self::Elsewhere | Self::SecondRefused | Self::UnclosedQuote
        )
    }
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The row as a spreadsheet counts it, from 1; 1 for a matter of columns.
    pub record: u32,
    /// The physical line, from 1.
    pub line: u32,
    /// The participant code of the row, empty for a matter of columns.
    pub code: String,
    /// The item or column.
    pub field: String,
    /// What is wrong.
    pub matter: SheetMatter,
    /// What was found.
    pub found: String,
    /// What may stand there.
    pub expected: String,
}

/// What a sheet corrects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corrects {
    /// A stored response.
    Stored(ResponseId),
    /// A sheet earlier in the same file, by its place in [`Plan::sheets`].
    Earlier(usize),
}

/// One sheet that a commit stores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The row as a spreadsheet counts it.
    pub record: u32,
    /// Whose it is.
    pub person: PersonId,
    /// Their code.
    pub code: String,
    /// Item keys and answers, in the order of the instrument.
    pub answers: Vec<(String, Answer)>,
    /// What it corrects.
    pub corrects: Option<Corrects>,
}

/// What a commit of a file would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// The sheets it stores, in file order.
    pub sheets: Vec<Sheet>,
    /// The problems: columns first, then in file order.
    pub problems: Vec<Problem>,
}

impl Plan {
    /// Rows that are set aside.
    pub fn set_aside(&self) -> usize {
        let aside = self.problems.iter().filter(|problem| problem.matter.sets_aside());
        aside.count()
    }
}

/// What is known before the file is read.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Participant codes of the cohort and whose they are.
    pub people: Vec<(String, PersonId)>,
    /// The responses of the occasion that count.
    pub current: Vec<Response>,
    /// Key of the instrument, for files that say it in each row.
    pub instrument: String,
    /// Word of the moment, for files that say it in each row.
    pub moment: String,
}

/// The file has no column of participant codes, or none that is an item.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a column {expected:?}, found {found}")]
pub struct NoColumn {
    /// The column that was looked for.
    pub expected: String,
    /// The columns found.
    pub found: String,
}

/// Heads of what an export says of each sheet beside its answers.
pub const ABOUT_HEADS: [&str; 5] = ["instrument", "version", "moment", "mode", "answered"];

const CODE_HEADS: [&str; 5] = ["code", "participant code", "participant", "id", "participant id"];

struct Columns {
    code: usize,
    /// The columns of [`ABOUT_HEADS`], where the file has them.
    about: [Option<usize>; 5],
    /// For each item of the instrument its column.
    items: Vec<Option<usize>>,
}

/// Plans the import of a table of ratings.
///
/// A column is an item when its head is the item's text, its key, or the name of its competency.
///
/// # Errors
/// [`NoColumn`] when there is no column of codes or of any item.
pub fn plan(
    table: &Table,
    instrument: &Instrument,
    framework: Option<&Framework>,
    known: &Known,
    on_second: OnSecond,
) -> Result<Plan, NoColumn> {
    let mut plan = Plan::default();
    let columns = columns(table, instrument, framework, &mut plan)?;
    let people: HashMap<String, (&str, PersonId)> = known
        .people
        .iter()
        .map(|(code, person)| (fold(code), (code.as_str(), *person)))
        .collect();
    let mut latest: HashMap<PersonId, Corrects> = known
        .current
        .iter()
        .map(|response| (response.subject, Corrects::Stored(response.id)))
        .collect();
    for row in table.rows.iter().filter(|row| !row.is_blank()) {
        let code = row.cell(columns.code).trim();
        let mut note = |field: &str, matter, found: &str, expected: String| {
            plan.problems.push(Problem {
                record: row.place.record,
                line: row.place.line,
                code: shown(code),
                field: field.to_owned(),
                matter,
                found: shown(found),
                expected,
            });
        };
        if row.fault == Some(Fault::UnclosedQuote) {
            note("", SheetMatter::UnclosedQuote, &text_of(row), "\"".to_owned());
            continue;
        }
        if code.is_empty() {
            note("Code", SheetMatter::NoCode, "", range(known));
            continue;
        }
        let about = |at: usize| columns.about[at].map_or("", |column| row.cell(column).trim());
        let elsewhere = [(0, &known.instrument), (2, &known.moment)];
        let other = elsewhere
            .iter()
            .find(|(at, own)| !about(*at).is_empty() && !own.is_empty() && about(*at) != own.as_str());
        if let Some((at, own)) = other {
            note(
                ABOUT_HEADS[*at],
                SheetMatter::Elsewhere,
                about(*at),
                (*own).clone(),
            );
            continue;
        }
        let Some((code, person)) = people.get(&fold(code)).copied() else {
            note("Code", SheetMatter::UnknownCode, code, range(known));
            continue;
        };
        let corrects = latest.get(&person).copied();
        if corrects.is_some() {
            let matter = match on_second {
                OnSecond::Refuse => SheetMatter::SecondRefused,
                OnSecond::Correct => SheetMatter::SecondCorrects,
            };
            note("Code", matter, code, String::new());
            if on_second == OnSecond::Refuse {
                continue;
            }
        }
        let read = instrument.items.iter().zip(&columns.items).map(|(item, column)| {
            let answer = match column {
                Some(column) => Answer::read(row.cell(*column), &item.format, &instrument.scale),
                None => Answer::NotShown,
            };
            (item.key.clone(), answer)
        });
        let read: Vec<(String, Answer)> = read.collect();
        let answers = instrument.settled(&read);
        for (at, item) in instrument.items.iter().enumerate() {
            let cell = columns.items[at].map_or("", |column| row.cell(column).trim());
            match (&read[at].1, &answers[at].1) {
                (Answer::Unreadable(_), Answer::Unreadable(found)) => {
                    note(
                        &item.text,
                        SheetMatter::Impossible,
                        found,
                        expected(instrument, item),
                    );
                }
                (given, Answer::NotShown) if given.is_given() || matches!(given, Answer::Unreadable(_)) => {
                    note(&item.text, SheetMatter::NotAsked, cell, String::new());
                }
                (Answer::Text(_), _) if cell.chars().count() > LONGEST_TEXT => {
                    note(&item.text, SheetMatter::TooLong, cell, String::new());
                }
                _ => {}
            }
        }
        for cell in row.cells.iter().skip(table.header.cells.len()) {
            if !cell.trim().is_empty() {
                note("", SheetMatter::BeyondColumns, cell, String::new());
            }
        }
        latest.insert(person, Corrects::Earlier(plan.sheets.len()));
        plan.sheets.push(Sheet {
            record: row.place.record,
            person,
            code: code.to_owned(),
            answers,
            corrects,
        });
    }
    Ok(plan)
}

fn columns(
    table: &Table,
    instrument: &Instrument,
    framework: Option<&Framework>,
    plan: &mut Plan,
) -> Result<Columns, NoColumn> {
    let heads: Vec<String> = table.header.cells.iter().map(|head| fold(head)).collect();
    let none = |expected: &str| NoColumn {
        expected: expected.to_owned(),
        found: shown(&text_of(&table.header)),
    };
    let code = heads
        .iter()
        .position(|head| CODE_HEADS.contains(&head.as_str()))
        .ok_or_else(|| none("Code"))?;
    let mut items = vec![None; instrument.items.len()];
    let mut about = [None; 5];
    let place = table.header.place;
    let mut note = |field: &str, matter, found: &str| {
        plan.problems.push(Problem {
            record: place.record,
            line: place.line,
            code: String::new(),
            field: shown(field),
            matter,
            found: shown(found),
            expected: String::new(),
        });
    };
    for (column, head) in heads.iter().enumerate() {
        if column == code || head.is_empty() {
            continue;
        }
        let written = &table.header.cells[column];
        let found = instrument.items.iter().position(|item| {
            let competency = item.competency.as_deref();
            let named = competency.and_then(|key| framework.and_then(|framework| framework.competency(key)));
            fold(&item.text) == *head
                || fold(&item.key) == *head
                || named.is_some_and(|competency| fold(&competency.name) == *head)
        });
        let said = ABOUT_HEADS.iter().position(|about| about == head);
        match found {
            None if said.is_some_and(|at| about[at].is_none()) => {
                if let Some(at) = said {
                    about[at] = Some(column);
                }
            }
            None => note(written, SheetMatter::UnknownColumn, written),
            Some(item) if items[item].is_some() => note(written, SheetMatter::RepeatedColumn, written),
            Some(item) => items[item] = Some(column),
        }
    }
    let Some(first) = instrument
        .items
        .first()
        .filter(|_| items.iter().all(Option::is_none))
    else {
        for (item, column) in instrument.items.iter().zip(&items) {
            if column.is_none() {
                note(&item.text, SheetMatter::MissingColumn, "");
            }
        }
        return Ok(Columns { code, about, items });
    };
    Err(none(&first.text))
}

/// What may stand in the cell of an item: the ends of its scale or bounds, or its choices.
pub fn expected(instrument: &Instrument, item: &Item) -> String {
    match &item.format {
        Format::Rating(_) => {
            let scale = instrument.scale_of(item);
            format!("{}–{}", scale.low, scale.high)
        }
        Format::One(choices) | Format::Several(choices) => {
            let named: Vec<&str> = choices.iter().map(|choice| choice.key.as_str()).collect();
            shown(&named.join(", "))
        }
        Format::Number { low, high, .. } => {
            let end = |end: &Option<Decimal>| end.as_ref().map_or_else(|| "…".to_owned(), Decimal::to_string);
            format!("{}–{}", end(low), end(high))
        }
        Format::Text { .. } => String::new(),
    }
}

fn range(known: &Known) -> String {
    match (known.people.first(), known.people.last()) {
        (Some((first, _)), Some((last, _))) => format!("{first}–{last}"),
        _ => String::new(),
    }
}

fn text_of(row: &Row) -> String {
    row.cells.join(", ")
}

/// At most 120 characters of what was found, without control characters.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(120).collect()
}

#[cfg(test)]
#[path = "import_tests.rs"]
mod tests;

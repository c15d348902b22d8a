//! The roster import as a pure function: a table, a mapping and what is already known in, a plan out.
//!
//! [`columns`] guesses what each column means; [`reading`] turns a row into a [`Draft`]; [`matching`] says
//! which stored person a row is; [`plan`] puts it together and names every problem with its row, field,
//! value, expectation and the choice that is offered. Nothing is changed here: the plan says what a commit
//! would do.

pub mod columns;
mod dates;
mod matching;
mod merge;
mod outcome;
mod plan;
mod reading;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use columns::{Field, Mapping};
pub use dates::DateOrder;
pub use matching::Known;
pub use outcome::{Outcome, PersonPlan, Plan, RowPlan};
pub use plan::plan;

use crate::ids::{LevelId, PersonId, SectorId};
use crate::people::{Consent, SizeBand};
use crate::table::Place;

/// What a row says about a person, read and tidied. Empty text means that the row says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// E-mail address, in lower case where it was the only difference.
    pub email: String,
    /// Institution.
    pub institution: String,
    /// Sector.
    pub sector: Option<SectorId>,
    /// Position title.
    pub position: String,
    /// Level.
    pub level: Option<LevelId>,
    /// State, province or other region.
    pub region: String,
    /// Size of the institution.
    pub size: Option<SizeBand>,
    /// Aspiration.
    pub aspiration: String,
    /// Consent to share answers.
    pub consent: Consent,
    /// Day of registration.
    pub registered: Option<NaiveDate>,
}

/// What to do with a row whose person is already known with other values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum OnDuplicate {
    /// Keep what is stored; the row is set aside.
    #[default]
    Keep,
    /// Take the row's values, except damaged ones and a wider consent.
    Update,
    /// Another person of the same name.
    New,
}

/// What the person at the keyboard may choose about a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(
    feature = "wire",
    serde(tag = "kind", content = "value", rename_all = "kebab-case")
)]
pub enum Choice {
    /// Keep what is stored or came first; set this row aside.
    Keep,
    /// Take this row's values.
    Update,
    /// Make another person of this row.
    NewPerson,
    /// Leave the field empty.
    LeaveEmpty,
    /// Use this value: a word of the list, a repaired name, a typed address.
    Use(String),
    /// Use the value as it stands in the file.
    AsFound,
    /// Leave the row out.
    LeaveOut,
}

/// How much a problem asks of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum Group {
    /// The row waits for a choice; one is preselected.
    Decide,
    /// The row goes in as it was understood; say if that was wrong.
    Care,
    /// The row is no person.
    LeftOut,
}

/// What is wrong, or was read with care. The words are the caller's.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(tag = "kind", rename_all = "kebab-case"))]
pub enum Matter {
    /// The same person stands in an earlier row of this file, with other values in these fields.
    DuplicateRow {
        /// Row of the file that came first.
        first: u32,
        /// Fields that differ.
        fields: Vec<Field>,
    },
    /// The person is stored with other values in these fields.
    DiffersFromStored {
        /// Who it is.
        name: String,
        /// Fields that differ.
        fields: Vec<Field>,
    },
    /// The address belongs to somebody else.
    EmailTaken {
        /// Whose it is.
        name: String,
        /// Row of the file where that person stands, where it is in this file.
        row: Option<u32>,
    },
    /// No e-mail address.
    EmailMissing,
    /// Not an e-mail address.
    EmailBad,
    /// Neither a given nor a family name.
    NameMissing,
    /// Somebody of this name is known at another institution, or without one.
    NameKnown {
        /// Where.
        institution: String,
    },
    /// Given and family name stood the other way round.
    NamesSwapped {
        /// The name as read.
        read: String,
    },
    /// Letters were lost or garbled, and no good value is known.
    DamagedLetters,
    /// Letters were lost or garbled; the stored value stays.
    DamagedKept {
        /// The stored value.
        stored: String,
    },
    /// One word of the list is part of the value.
    WordGuessed {
        /// The word taken.
        read: String,
    },
    /// Several words of the list are part of the value.
    WordSeveral {
        /// How many words the list has.
        words: u32,
    },
    /// No word of the list is part of the value.
    WordUnknown {
        /// How many words the list has.
        words: u32,
    },
    /// Not a number or a range of people.
    SizeUnknown,
    /// Neither yes nor no.
    ConsentUnclear,
    /// The row would share more than is stored; consent is only widened by the person.
    ConsentNotWidened,
    /// The row shares less than is stored; that is taken over.
    ConsentNarrowed,
    /// Not a date.
    DateUnreadable,
    /// Day and month could stand either way in the whole column.
    DateAmbiguous,
    /// The value held line breaks and was read as one line.
    OneLine {
        /// The value as read.
        read: String,
    },
    /// The value held a control character, which was taken out.
    HiddenCharacter {
        /// Its Unicode number, as `U+0007`.
        code: String,
    },
    /// The value begins like a formula; it is kept as plain text.
    LooksLikeFormula,
    /// The value was computed by a formula in the workbook.
    FromFormula,
    /// A value is longer than this many characters.
    TooLong {
        /// Characters allowed.
        limit: u32,
    },
    /// The row has more cells than the header names.
    ExtraCells {
        /// Cells found.
        found: u32,
        /// Columns named.
        columns: u32,
    },
    /// A quotation mark opens and the file ends before it is closed.
    UnclosedQuote,
    /// Nothing stands in the row.
    BlankRow,
    /// The row sums up others.
    TotalsRow,
    /// The row repeats the header.
    HeaderAgain,
}

/// One thing to know about one row (or about a column, when there is no place).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Option<Place>,
    /// Which field.
    pub field: Option<Field>,
    /// What is the matter.
    pub matter: Matter,
    /// The value found, as it stands in the file.
    pub found: String,
    /// What may be chosen; empty where nothing can be.
    pub choices: Vec<Choice>,
    /// The choice that holds: the one made, or else the first.
    pub chosen: Option<Choice>,
    /// True when somebody chose.
    pub decided: bool,
}

impl Problem {
    /// How much it asks of the reader.
    pub fn group(&self) -> Group {
        match self.matter {
            Matter::DuplicateRow { .. }
            | Matter::DiffersFromStored { .. }
            | Matter::EmailTaken { .. }
            | Matter::NameMissing
            | Matter::WordSeveral { .. }
            | Matter::WordUnknown { .. }
            | Matter::DamagedLetters
            | Matter::DateAmbiguous
            | Matter::UnclosedQuote
            | Matter::ExtraCells { .. } => Group::Decide,
            Matter::BlankRow | Matter::TotalsRow | Matter::HeaderAgain => Group::LeftOut,
            _ => Group::Care,
        }
    }
}

/// A choice made about one row and field.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
pub struct Decision {
    /// Row of the file, as a spreadsheet counts; 0 for a whole column.
    pub record: u32,
    /// The field; none for the row as a whole.
    pub field: Option<Field>,
    /// What was chosen.
    pub choice: Choice,
}

/// How an import is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules {
    /// What to do with known persons whose values differ, where nothing was decided.
    pub on_duplicate: OnDuplicate,
    /// The order of day and month, where the column itself does not settle it.
    pub date_order: Option<DateOrder>,
    /// Choices made row by row.
    pub decisions: Vec<Decision>,
}

impl Rules {
    /// A problem of this row, with the choice that was made about it or else the first one offered.
    fn problem(
        &self,
        place: Place,
        field: Option<Field>,
        matter: Matter,
        found: &str,
        choices: Vec<Choice>,
    ) -> Problem {
        let made = self.choice(place.record, field).cloned();
        Problem {
            place: Some(place),
            field,
            matter,
            found: found.to_owned(),
            decided: made.is_some(),
            chosen: made.or_else(|| choices.first().cloned()),
            choices,
        }
    }

    fn choice(&self, record: u32, field: Option<Field>) -> Option<&Choice> {
        self.decisions
            .iter()
            .rev()
            .find(|decision| decision.record == record && decision.field == field)
            .map(|decision| &decision.choice)
    }
}

/// A person as an import knows them: stored, or an earlier row of the same file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPerson {
    /// Their id; none for a row of this file.
    pub id: Option<PersonId>,
    /// What is known.
    pub facts: Draft,
    /// What other records of the same person say: a row that says it too is recognised, and says nothing new.
    pub also: Vec<Draft>,
    /// True when enrolled in the cohort that the file is for.
    pub enrolled: bool,
    /// The row of this file where they stand first.
    pub record: Option<u32>,
}

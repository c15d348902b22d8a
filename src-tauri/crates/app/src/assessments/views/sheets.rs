//! Sheets: the form for one person, the grid for a pile of paper.

use nexus_domain::assessments::Moment;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{ItemView, OccasionLine, SectionView};

/// The sheet for one participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FormView {
    /// Title of the instrument.
    pub title: String,
    /// The moment.
    pub moment: Moment,
    /// What to do; empty for what ships with the program, whose words are for paper.
    pub instructions: String,
    /// Participant code.
    pub code: String,
    /// Id of the person.
    pub person: String,
    /// Version of the instrument.
    pub version: u32,
    /// A newer version on which the person may go on; nothing where there is none.
    pub newer: Option<u32>,
    /// The sections.
    pub sections: Vec<SectionView>,
    /// The items in the wording of the person's context.
    pub items: Vec<ItemView>,
    /// Whether the person has a sheet already. What it says is never shown here.
    pub answered: bool,
    /// Where a draft is kept.
    pub place: String,
    /// A draft that was left: a code for each item, empty where nothing was chosen; or nothing at all.
    pub draft: Vec<String>,
}

/// Whose turn it is at the laptop: codes only, so that nobody reads the names of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CodesView {
    /// Title of the instrument.
    pub title: String,
    /// The moment.
    pub moment: Moment,
    /// Everybody in the cohort, in the order of their codes.
    pub codes: Vec<CodeLine>,
}

/// One participant, by code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CodeLine {
    /// Id of the person.
    pub person: String,
    /// Participant code.
    pub code: String,
    /// Whether there is a sheet, of this version or another.
    pub answered: bool,
    /// Whether a form was left half-way.
    pub begun: bool,
}

/// The sheets of an occasion, to be typed from paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GridView {
    /// The occasion.
    pub occasion: OccasionLine,
    /// A newer version on which a row may be gone on with; nothing where there is none.
    pub newer: Option<u32>,
    /// The sections.
    pub sections: Vec<SectionView>,
    /// The items, once for each wording that somebody's context asks for.
    pub wordings: Vec<Vec<ItemView>>,
    /// One row a person, in the order of their codes.
    pub rows: Vec<GridRow>,
    /// Where the draft of a row is kept: this and the id of the person.
    pub place: String,
    /// Sheets to be typed a second time as a check.
    pub second: Vec<SecondRow>,
    /// Where the second typing of a row is kept: this and the id of the person.
    pub second_place: String,
}

/// One person's line of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GridRow {
    /// Id of the person.
    pub person: String,
    /// Participant code.
    pub code: String,
    /// Codes of other records of the same person: they may stand on the sheet.
    pub also: Vec<String>,
    /// Their name.
    pub name: String,
    /// Name of their sector, or empty.
    pub sector: String,
    /// Its glyph.
    pub mark: String,
    /// Name of their level, or empty.
    pub level: String,
    /// Which of the wordings their sheet has.
    pub wording: u32,
    /// Stored answers as codes (`1`…, `=` and keys, `#` and a number, `"` and words, `0` blank, `-` declined,
    /// `~` not shown, `?` and what was found), empty without a sheet.
    pub answers: Vec<String>,
    /// The answers of the sheet that the stored one replaced; empty without one.
    pub before: Vec<String>,
    /// A row that somebody began to type: a code for each item, empty where none was typed; or nothing.
    pub draft: Vec<String>,
    /// Sheets that this one replaced.
    pub corrections: u32,
    /// Whether two sheets count at once, made on two devices.
    pub double: bool,
    /// Whether the person has a sheet of another version at the same moment.
    pub elsewhere: bool,
}

/// A sheet to be typed a second time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SecondRow {
    /// Id of the person.
    pub person: String,
    /// What was typed the second time so far, as in [`GridRow::draft`].
    pub typed: Vec<String>,
    /// Whether every item was typed.
    pub done: bool,
    /// Items that differ; empty until every item was typed.
    pub mismatches: Vec<MismatchView>,
}

/// An item that was typed differently the second time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MismatchView {
    /// Number of the item on the sheet, from 1.
    pub number: u32,
    /// Code of the stored answer.
    pub first: String,
    /// Code of the second typing.
    pub second: String,
}

/// Whose paper forms to print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Whose {
    /// One without a code.
    Blank,
    /// That of one participant.
    One {
        /// Id of the person.
        person: String,
    },
    /// One for each participant.
    Everybody,
    /// One for each participant without a sheet.
    Missing,
}

/// An answered sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SheetInput {
    /// Id of the occasion.
    pub occasion: String,
    /// Id of the person.
    pub person: String,
    /// Typed from paper, rather than answered on this laptop.
    pub paper: bool,
    /// A code for each item, in their order.
    pub answers: Vec<String>,
    /// Replace the sheet that is there; otherwise a second one is refused.
    pub correct: bool,
}

/// A sheet in progress that is to go on with a newer version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MoveInput {
    /// Id of the occasion it belongs to.
    pub occasion: String,
    /// Id of the person.
    pub person: String,
    /// Typed from paper, rather than answered on this laptop.
    pub paper: bool,
}

/// What going on with a newer version would do, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MoveView {
    /// The newer version.
    pub version: u32,
    /// Its occasion; empty until it is made.
    pub occasion: String,
    /// Answers that are carried over.
    pub carried: u32,
    /// Answers that have no place in the newer version.
    pub lost: Vec<LostAnswer>,
}

/// An answer that has no place in a newer version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LostAnswer {
    /// The item's words.
    pub text: String,
    /// The answer in words.
    pub answer: String,
}

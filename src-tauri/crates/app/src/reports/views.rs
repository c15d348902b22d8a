//! What crosses to the window of reports. Days are `YYYY-MM-DD`, ids text.

use nexus_domain::reports::publication::Audience;
use nexus_domain::reports::{ReportKind, Sheet};
use nexus_report::pictures::PagePicture;
use serde::{Deserialize, Serialize};
use specta::Type;

/// The reports of a cohort and its program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReportsView {
    /// Name of the program.
    pub program: String,
    /// Templates that a funder report can follow, the first for whoever chose none.
    pub templates: Vec<TemplateLine>,
    /// People of whom there can be a report, in the order of their codes.
    pub people: Vec<ReportChoice>,
    /// Sessions of which there can be one, the earliest first.
    pub sessions: Vec<ReportChoice>,
    /// What was issued about the program and its cohorts, the latest first.
    pub issued: Vec<IssuedLine>,
    /// Fewest people that a number may stand for, by audience.
    pub thresholds: Vec<ThresholdLine>,
}

/// A template in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TemplateLine {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Where its order comes from.
    pub source: String,
    /// Whether it was added at this facility, so that it can be removed.
    pub added: bool,
}

/// Somebody or something that a report can be about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReportChoice {
    /// Id.
    pub id: String,
    /// Code or mark.
    pub mark: String,
    /// Name or title.
    pub name: String,
}

/// A report that was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct IssuedLine {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: ReportKind,
    /// Its title.
    pub title: String,
    /// Mark of the cohort; empty for the program as a whole.
    pub cohort: String,
    /// Who may read it.
    pub audience: Audience,
    /// To whom it was given.
    pub to: String,
    /// The day of its data.
    pub as_of: String,
    /// When it was issued, RFC 3339.
    pub issued: String,
    /// Who issued it.
    pub author: String,
    /// How many pages it has.
    pub pages: u32,
    /// Its size in bytes.
    pub size: u32,
    /// The first signs of the hash of its bytes.
    pub hash: String,
    /// Whether its bytes are on this laptop.
    pub here: bool,
    /// Why it takes the place of another; empty if it takes none.
    pub reason: String,
    /// Title and day of what took its place; empty while it is in force.
    pub superseded_by: String,
    /// Whether it is about what this report is about, so that this one can take its place.
    pub same: bool,
}

/// Fewest people that a number may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ThresholdLine {
    /// The readers.
    pub audience: Audience,
    /// How many; none for participants, who get no counts of others.
    pub people: Option<u32>,
}

/// A report as it would be issued now.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct ReportView {
    /// Its title.
    pub title: String,
    /// Mark of the cohort, or name of the program.
    pub mark: String,
    /// The day of its data.
    pub as_of: String,
    /// Who reads it.
    pub audience: Audience,
    /// Who may read a report of this kind, with the fewest people a number stands for.
    pub audiences: Vec<ThresholdLine>,
    /// Sheet size.
    pub sheet: Sheet,
    /// Whether it can be about the whole program.
    pub can_be_whole: bool,
    /// Its sections.
    pub sections: Vec<ReportSection>,
    /// The pages.
    pub pages: Vec<PagePicture>,
    /// What is withheld and why.
    pub withheld: Vec<WithheldLine>,
    /// Issued reports that do not agree with the records of today, so that they could not be checked together.
    pub differing: u32,
    /// What stands in the way of issuing it, as sentences.
    pub problems: Vec<String>,
    /// Issued reports about the same, the latest first.
    pub issued: Vec<IssuedLine>,
    /// Figures that can be put into a text.
    pub figures: Vec<FigureChoice>,
}

/// A section of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReportSection {
    /// Its key.
    pub key: String,
    /// Its heading.
    pub heading: String,
    /// Whether it is printed.
    pub included: bool,
    /// What to write; none where people write nothing.
    pub ask: Option<AskView>,
    /// What stands there, with linked figures.
    pub text: String,
    /// How many words a reader counts.
    pub words: u32,
    /// Figures in it that are no longer what it says.
    pub stale: Vec<StaleLine>,
}

/// What to write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AskView {
    /// What belongs there.
    pub hint: String,
    /// Most words.
    pub words: Option<u32>,
    /// Whether the report is not complete without it.
    pub needed: bool,
}

/// A figure that changed since it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StaleLine {
    /// Its name, or its key where it is gone.
    pub name: String,
    /// What the text says.
    pub written: String,
    /// What it is now; none if it is gone or may not be printed.
    pub now: Option<String>,
}

/// A figure that can be put into a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FigureChoice {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// How it is put into a text.
    pub token: String,
}

/// Something withheld.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WithheldLine {
    /// What.
    pub name: String,
    /// How many numbers.
    pub count: u32,
    /// Why, as a sentence.
    pub reason: String,
}

/// What is chosen for a report; what is left empty stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReportChoices {
    /// Who reads it.
    pub audience: Option<Audience>,
    /// Sheet size.
    pub sheet: Option<Sheet>,
    /// A section that is printed or left out.
    pub section: Option<SectionChoice>,
}

/// Whether a section is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SectionChoice {
    /// Its key.
    pub key: String,
    /// Whether it is printed.
    pub included: bool,
}

/// What is behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BehindView {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// What is counted.
    pub what: String,
    /// Of what.
    pub base: String,
    /// How many records there are.
    pub count: u32,
    /// The first of them.
    pub records: Vec<RecordLine>,
}

/// A record behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RecordLine {
    /// `person`, `session`, `project`, `results`, `outcomes`, `inputs` or `curriculum`: decides what opens.
    pub kind: String,
    /// Id of the cohort in which it opens.
    pub cohort: String,
    /// Id of the record, or key of the instrument.
    pub id: String,
    /// Code or mark.
    pub mark: String,
    /// What it is called.
    pub name: String,
}

/// How a report is issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct IssueInput {
    /// The file, or the folder or archive of several.
    pub path: String,
    /// To whom it is given; may be empty.
    pub to: String,
    /// Id of the report whose place it takes; empty for none.
    pub supersedes: String,
    /// Why it takes that place.
    pub reason: String,
}

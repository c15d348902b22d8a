//! What crosses to the window of the library. Days are `YYYY-MM-DD`, ids text.

use nexus_domain::assessments::Moment;
pub use nexus_domain::assessments::library::{
    DefinitionKind, HeadField as DefinitionField, PartField as DefinitionPartField,
    PartKind as DefinitionPartKind, ProblemMatter as DefinitionProblemMatter,
};
use nexus_domain::assessments::library::{HeadField, PartField, PartKind, ProblemMatter};
use nexus_domain::curriculum::DiffPiece;
use nexus_domain::versions::VersionState;
use serde::{Deserialize, Serialize};
use specta::Type;

/// The frameworks and instruments that can be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LibraryView {
    /// The instruments: those of the program first, then by title.
    pub instruments: Vec<DefinitionLine>,
    /// The frameworks, likewise.
    pub frameworks: Vec<DefinitionLine>,
}

/// How far a definition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum DefinitionState {
    /// It is a draft that was never published.
    Draft,
    /// It is published.
    Published,
    /// It is published, and somebody works on the next version.
    Redrafted,
}

/// One framework or instrument in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionLine {
    /// Id of its row, which it has once somebody at a facility worked on it.
    pub id: String,
    /// What it is.
    pub kind: DefinitionKind,
    /// Its key.
    pub key: String,
    /// The title of the current version, or of the draft where there is none.
    pub title: String,
    /// How many items or competencies it has.
    pub size: u32,
    /// How far it is.
    pub state: DefinitionState,
    /// Number of the current version.
    pub version: Option<u32>,
    /// Whether the current version ships with the program.
    pub shipped: bool,
    /// Whether its wording may only be copied.
    pub locked: bool,
    /// Whether two contents bear one number and nobody has chosen.
    pub undecided: bool,
    /// How many cohorts are asked an instrument, or how many instruments name a framework; samples are left out.
    pub used: u32,
    /// Its licence.
    pub licence: String,
    /// Whether it belongs to the sample.
    pub sample: bool,
}

/// A framework or an instrument with its draft, its versions, and where it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionView {
    /// What a list shows of it.
    #[serde(flatten)]
    pub line: DefinitionLine,
    /// What is being worked on.
    pub draft: Option<DefinitionDraft>,
    /// What was published, the latest first.
    pub versions: Vec<DefinitionVersionView>,
    /// The cohorts that are asked an instrument, the latest occasion first.
    pub uses: Vec<DefinitionUse>,
    /// The instruments that name a framework.
    pub instruments: Vec<FrameworkUse>,
    /// The published frameworks, to choose from.
    pub frameworks: Vec<FrameworkChoice>,
    /// Names of levels, for contexts.
    pub levels: Vec<String>,
    /// Names of sectors, for contexts.
    pub sectors: Vec<String>,
}

/// What a draft or a version says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionContent {
    /// What it is called.
    pub title: String,
    /// What to do, for those who answer.
    pub instructions: String,
    /// The framework of its competencies as `key@version`, or empty.
    pub framework: String,
    /// What that framework is called; empty if it is not here.
    pub framework_title: String,
    /// The lowest point of its scale.
    pub low: u8,
    /// The highest.
    pub high: u8,
    /// A word for each point, or none.
    pub labels: Vec<String>,
    /// Under which licence it may be used.
    pub licence: String,
    /// Who made it, and from what.
    pub source: String,
    /// Whether it may only be copied, once it is published.
    pub locked: bool,
    /// Its parts, in the order of a page.
    pub parts: Vec<DefinitionPartView>,
}

/// A part of a draft or of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionPartView {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: PartKind,
    /// Its key.
    pub key: String,
    /// Key of what it stands in.
    pub parent: String,
    /// Its words or its name.
    pub text: String,
    /// The text below a section's name; what a competency means.
    pub words: String,
    /// Key of an item's competency.
    pub about: String,
    /// What that competency is called.
    pub about_name: String,
    /// What an item measures.
    pub measures: String,
    /// How an item is answered: `rating`, `one`, `several`, `number`, `text` or `long-text`.
    pub format: String,
    /// The points of its own scale as `1 4`; empty for that of the instrument.
    pub scale: String,
    /// The words of its own scale.
    pub labels: Vec<String>,
    /// The least number.
    pub low: String,
    /// The greatest.
    pub high: String,
    /// What is counted.
    pub unit: String,
    /// When it is asked, as its line; empty for always.
    pub shown_if: String,
    /// Levels that a context is about.
    pub levels: Vec<String>,
    /// Sectors that a context is about.
    pub sectors: Vec<String>,
}

/// The draft of a definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionDraft {
    /// What it says.
    pub content: DefinitionContent,
    /// Number of the version that it began from.
    pub from: Option<u32>,
    /// Number that it gets when it is published.
    pub number: u32,
    /// What has to be put right before that.
    pub problems: Vec<DefinitionProblem>,
    /// Whether it says something else than the current version.
    pub changed: bool,
}

/// Something that has to be put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionProblem {
    /// Id of the part that it concerns; empty if it is about the whole.
    pub part: String,
    /// What that part is called.
    pub name: String,
    /// What is the matter.
    pub matter: ProblemMatter,
    /// What was found, or what an earlier version had.
    pub found: String,
    /// Number of the earlier version that it goes against.
    pub version: Option<u32>,
}

/// A published version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionVersionView {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: u32,
    /// The day it was published or came here; none for one that ships with the program.
    pub published: Option<String>,
    /// Whether it ships with the program.
    pub shipped: bool,
    /// Where it stands.
    pub state: VersionState,
    /// How many cohorts are asked it, samples left out.
    pub used: u32,
    /// What it says.
    pub content: DefinitionContent,
}

/// A cohort that is asked an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionUse {
    /// Id of the cohort.
    pub cohort: String,
    /// Its name.
    pub name: String,
    /// Its short mark.
    pub mark: String,
    /// When it is asked.
    pub moment: Moment,
    /// Number of the version.
    pub version: u32,
    /// How many people answered.
    pub sheets: u32,
    /// Whether the cohort is a sample.
    pub sample: bool,
}

/// An instrument that names a framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FrameworkUse {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Number of its version; none for a draft.
    pub version: Option<u32>,
    /// The version of the framework.
    pub framework: u32,
}

/// A published framework, to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FrameworkChoice {
    /// Its key and version, as `key@version`.
    pub value: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: u32,
    /// Its competencies.
    pub competencies: Vec<CompetencyName>,
}

/// A competency by key and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CompetencyName {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// A part that is to be added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PartInput {
    /// What it is.
    pub kind: PartKind,
    /// Key of what it is to stand in; empty for none.
    pub parent: String,
    /// Its words.
    pub text: String,
    /// The key it is to have; empty for one that follows from its words.
    pub key: String,
    /// How an item is answered; empty for a rating.
    pub format: String,
    /// Key of an item's competency.
    pub about: String,
}

/// What two contents of a definition differ in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionDifference {
    /// Its title.
    pub title: String,
    /// The left content.
    pub left: DefinitionSide,
    /// The right content.
    pub right: DefinitionSide,
    /// What they say of themselves otherwise.
    pub head: Vec<DefinitionHeadChange>,
    /// The parts that differ, in the order of the right content.
    pub parts: Vec<DefinitionPartChange>,
    /// How many parts are the same.
    pub same: u32,
}

/// One of two contents that are compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionSide {
    /// Id of the version; empty for the draft.
    pub id: String,
    /// Number of the version; none for the draft.
    pub number: Option<u32>,
    /// Where the version stands.
    pub state: Option<VersionState>,
}

/// A line of two texts. A side that lacks the line has nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionDiffLine {
    /// What the left text has.
    pub left: Option<Vec<DiffPiece>>,
    /// What the right text has.
    pub right: Option<Vec<DiffPiece>>,
}

/// A field of the whole that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionHeadChange {
    /// The field.
    pub field: HeadField,
    /// The lines side by side.
    pub lines: Vec<DefinitionDiffLine>,
}

/// A field of a part that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionFieldChange {
    /// The field.
    pub field: PartField,
    /// The lines side by side.
    pub lines: Vec<DefinitionDiffLine>,
}

/// A part that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionPartChange {
    /// What it is.
    pub kind: PartKind,
    /// Its key.
    pub key: String,
    /// What it stands in.
    pub parent: String,
    /// Its words on the left; none where it is new.
    pub left: Option<String>,
    /// Its words on the right; none where it is gone.
    pub right: Option<String>,
    /// Whether it stands elsewhere.
    pub moved: bool,
    /// The fields that differ.
    pub fields: Vec<DefinitionFieldChange>,
}

/// What a file is to this workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum DefinitionNews {
    /// Everything of it is here already.
    Same,
    /// A framework or instrument that was not here.
    New,
    /// A version that was not here.
    Version,
    /// A number that bears another content here: somebody has to choose.
    OtherContent,
}

/// What taking a file in changes, or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionImport {
    /// Name of the file.
    pub file: String,
    /// What it holds.
    pub kind: DefinitionKind,
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Number of its version.
    pub number: u32,
    /// How many items or competencies it has.
    pub size: u32,
    /// Its licence.
    pub licence: String,
    /// Its source.
    pub source: String,
    /// What is new.
    pub news: DefinitionNews,
    /// The framework that it names and that is not here, as `key@version`; empty for none.
    pub needs: String,
}

/// What was written into a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DefinitionExport {
    /// Its title.
    pub title: String,
    /// Number of the version.
    pub number: u32,
}

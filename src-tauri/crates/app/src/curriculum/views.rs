//! What crosses to the window of the curriculum. Days are `YYYY-MM-DD`, ids text.

use nexus_domain::curriculum::{DiffPiece, ModuleField, VersionState};
use serde::{Deserialize, Serialize};
use specta::Type;

/// The modules of the coalition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CurriculumView {
    /// The modules, by title.
    pub modules: Vec<ModuleLine>,
}

/// How far a module is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ModuleState {
    /// It is a draft that was never published.
    Draft,
    /// It is published.
    Published,
    /// It is published, and somebody works on the next version.
    Redrafted,
}

/// One module in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ModuleLine {
    /// Its id.
    pub id: String,
    /// The title of the current version, or of the draft where there is none.
    pub title: String,
    /// Its purpose.
    pub purpose: String,
    /// How long it takes.
    pub minutes: Option<u32>,
    /// Competencies that it works on.
    pub competencies: Vec<String>,
    /// How far it is.
    pub state: ModuleState,
    /// Number of the current version.
    pub version: Option<u32>,
    /// In how many sessions it was used, those of a sample left out.
    pub used: u32,
    /// Whether two texts bear one number and nobody has chosen.
    pub undecided: bool,
    /// Whether it belongs to the sample.
    pub sample: bool,
}

/// One module with its draft, its versions, and where it was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ModuleView {
    /// What a list shows of it.
    #[serde(flatten)]
    pub line: ModuleLine,
    /// What is being worked on.
    pub draft: Option<ModuleDraftView>,
    /// What was published, the latest first.
    pub versions: Vec<ModuleVersionView>,
    /// Where it was used, the latest session first.
    pub uses: Vec<ModuleUseView>,
    /// What came of it in projects, the latest first.
    pub lessons: Vec<ModuleLessonView>,
    /// Name of the facility where the sessions took place.
    pub facility: String,
    /// Names of competencies to choose from.
    pub known_competencies: Vec<String>,
}

/// What a module says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ModuleTextView {
    /// What it is called.
    pub title: String,
    /// What people can do after it.
    pub purpose: String,
    /// How long it takes.
    pub minutes: Option<u32>,
    /// Competencies that it works on.
    pub competencies: Vec<String>,
    /// What has to be in the room.
    pub materials: String,
    /// What the facilitator says and does.
    pub notes: String,
    /// How it is used in the participants' projects.
    pub application: String,
    /// Under which licence it may be used.
    pub licence: String,
    /// Who made it, and from what.
    pub source: String,
}

/// The draft of a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ModuleDraftView {
    /// What it says.
    pub text: ModuleTextView,
    /// Number of the version that it began from.
    pub from: Option<u32>,
    /// Number that it gets when it is published.
    pub number: u32,
    /// What has to be written before that.
    pub missing: Vec<ModuleField>,
    /// Whether it says something else than the current version.
    pub changed: bool,
}

/// A published version of a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ModuleVersionView {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: u32,
    /// The day it was published.
    pub published: String,
    /// Where it stands.
    pub state: VersionState,
    /// In how many sessions it was used, those of a sample left out.
    pub used: u32,
    /// What it says.
    pub text: ModuleTextView,
}

/// A block that was made from a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ModuleUseView {
    /// Number of the version.
    pub version: u32,
    /// Title of the block.
    pub block: String,
    /// Id of the session.
    pub session: String,
    /// Its title.
    pub title: String,
    /// Its day.
    pub date: String,
    /// Where it takes place.
    pub place: String,
    /// Id of its cohort.
    pub cohort: String,
    /// Short mark of the cohort.
    pub mark: String,
    /// Whether the cohort is a sample.
    pub sample: bool,
}

/// A lesson that somebody applied from a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ModuleLessonView {
    /// Id of the project.
    pub project: String,
    /// Its title.
    pub title: String,
    /// Id of its cohort.
    pub cohort: String,
    /// What changed.
    pub what: String,
    /// The day it was told.
    pub date: String,
}

/// A module that can become a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ModuleChoice {
    /// Id of the current version.
    pub version: String,
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// Its purpose.
    pub purpose: String,
    /// How long it takes.
    pub minutes: Option<u32>,
    /// Competencies that it works on.
    pub competencies: Vec<String>,
    /// Whether it belongs to the sample.
    pub sample: bool,
}

/// What two texts of a module differ in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ModuleDifference {
    /// Title of the module.
    pub title: String,
    /// The left text.
    pub left: DifferenceSide,
    /// The right text.
    pub right: DifferenceSide,
    /// Every field, in the order of a page.
    pub fields: Vec<FieldDifference>,
}

/// One of two texts that are compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DifferenceSide {
    /// Id of the version; empty for the draft.
    pub id: String,
    /// Number of the version; none for the draft.
    pub number: Option<u32>,
    /// The day it was published.
    pub published: Option<String>,
    /// Where the version stands.
    pub state: Option<VersionState>,
}

/// One field of two texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FieldDifference {
    /// The field.
    pub field: ModuleField,
    /// Whether both say the same.
    pub same: bool,
    /// The lines side by side.
    pub lines: Vec<DifferenceLine>,
}

/// A line of two texts. A side that lacks the line has nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DifferenceLine {
    /// What the left text has.
    pub left: Option<Vec<DiffPiece>>,
    /// What the right text has.
    pub right: Option<Vec<DiffPiece>>,
}

/// What taking a file in changes, or changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CurriculumImport {
    /// Name of the file.
    pub file: String,
    /// How many modules the file holds.
    pub modules: u32,
    /// Titles of modules that were not here, or lay in the bin.
    pub new: Vec<String>,
    /// Published versions that are new for modules that are here.
    pub versions: Vec<CurriculumNews>,
    /// Published versions whose number bears another text here: somebody has to choose.
    pub other_text: Vec<CurriculumNews>,
    /// Titles of modules whose draft was left out, because the module is here already.
    pub drafts_left: Vec<String>,
    /// How many modules were here already, to the letter.
    pub same: u32,
}

/// A version of a module that a file brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CurriculumNews {
    /// Id of the module.
    pub module: String,
    /// Its title.
    pub title: String,
    /// Number of the version.
    pub number: u32,
}

/// What is written into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CurriculumExport {
    /// How many modules.
    pub modules: u32,
    /// How many published versions of them.
    pub versions: u32,
}

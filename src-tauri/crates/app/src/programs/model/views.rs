//! What the logic model shows.

use nexus_domain::outcomes::OutcomeTerm;
use nexus_domain::programs::model::ModelPart;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::programs::inputs::Load;
use crate::programs::{Offer, ProgramLine};

/// The logic model of a program, or of one cohort of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ModelView {
    /// The program.
    pub program: ProgramLine,
    /// The cohort that is counted, or none for all of them.
    pub cohort: Option<String>,
    /// The cohorts that can be chosen, the latest first.
    pub cohorts: Vec<Offer>,
    /// The day on which it was counted, `YYYY-MM-DD`.
    pub as_of: String,
    /// The revision in force.
    pub revision: Option<RevisionLine>,
    /// Whether the words differ from that revision.
    pub changed: bool,
    /// The situation that the program answers.
    pub situation: String,
    /// What is put in.
    pub inputs: InputFigures,
    /// What is done.
    pub activities: ActivityFigures,
    /// Who takes part.
    pub participation: Participation,
    /// What came of it at the end of the program.
    pub short: ShortTerm,
    /// Outcomes back at work and in time, in their order, each with its evidence.
    pub outcomes: Vec<OutcomeCount>,
    /// Dated figures of institutions; they are of the program as a whole.
    pub indicators: u32,
    /// All of it in words, column by column.
    pub columns: Vec<ModelColumnView>,
}

/// One column of the model in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ModelColumnView {
    /// `inputs`, `activities`, `participation`, `short`, `medium`, `long`.
    pub name: String,
    /// Its head.
    pub head: String,
    /// Its figures.
    pub lines: Vec<FigureLine>,
    /// Words with their counts, under the figures.
    pub shares: Vec<ShareLine>,
}

/// One figure in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FigureLine {
    /// What it is, e.g. `projects`: decides what opens behind it.
    pub name: String,
    /// The figure, or a word where there is none.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// More about it; may be empty.
    pub detail: String,
}

/// A word with its count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ShareLine {
    /// The word.
    pub name: String,
    /// The glyph drawn beside it, or empty.
    pub mark: String,
    /// The count, in words.
    pub value: String,
}

/// One revision, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RevisionLine {
    /// Its id.
    pub id: String,
    /// 1, 2, 3 …
    pub number: u32,
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// Who agreed, or why.
    pub remark: String,
}

/// What is put in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct InputFigures {
    /// Facilitators, coaches and mentors who give hours, each person once.
    pub carriers: u32,
    /// Their minutes.
    pub load: Load,
    /// Names of the training facilities: the own one first.
    pub facilities: Vec<String>,
    /// Names of the other institutions.
    pub partners: Vec<String>,
    /// Instruments that were asked.
    pub instruments: u32,
    /// Of them, those that two or more cohorts of the program were asked.
    pub shared: u32,
    /// Modules of the curriculum with a published version.
    pub modules: u32,
}

/// What is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ActivityFigures {
    /// Real-world projects.
    pub projects: u32,
    /// Lessons that were applied to them.
    pub lessons: u32,
    /// Sessions that were held.
    pub held: u32,
    /// Sessions that are planned, held ones included.
    pub sessions: u32,
    /// Sessions, planned or held, with another institution.
    pub joint: u32,
    /// Pairs of people from different sectors who work on one project.
    pub bridges: u32,
    /// Criteria by which participants are selected.
    pub criteria: u32,
}

/// Who takes part. Each person counts once; what they are is told for each enrolment, as of that day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Participation {
    /// People enrolled.
    pub leaders: u32,
    /// Their enrolments: somebody who enrolled in two cohorts has two, somebody who moved has one.
    pub enrolments: u32,
    /// Of the people, those who were at a session.
    pub came: u32,
    /// Of the people, those who withdrew from a cohort and did not come back.
    pub withdrew: u32,
    /// Enrolments by sector, in the order of the list; those without one last.
    pub sectors: Vec<Share>,
    /// By career level, alike.
    pub levels: Vec<Share>,
    /// Institutions, each name once.
    pub institutions: u32,
}

/// How many there are of one word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Share {
    /// The word; empty where none was given.
    pub name: String,
    /// The glyph drawn beside it, or empty.
    pub mark: String,
    /// How many.
    pub count: u32,
}

/// What came of it at the end of the program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ShortTerm {
    /// Competencies that more people rated higher than lower at the end, among those with enough pairs.
    pub higher: u32,
    /// Competencies that enough people rated both times.
    pub compared: u32,
    /// The most people who rated one competency both times.
    pub paired: u32,
    /// The core competencies, or all if there are few.
    pub core: Vec<CoreChange>,
    /// Modules that were used at two or more places.
    pub reused: u32,
    /// How sessions were taken; none without ratings of enough people.
    pub quality: Option<Quality>,
    /// Minutes that facilitators gave for each minute of a participant in a session; none before a session was
    /// held and hours were given.
    pub per_participant: Option<f64>,
}

/// How participants took the sessions: ratings of items that ask for a reaction (Kirkpatrick's first level), of every
/// instrument that has some.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Quality {
    /// Ratings in the upper two points of their scale.
    pub high: u32,
    /// All ratings.
    pub ratings: u32,
}

/// How much evidence there is for one outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OutcomeCount {
    /// What is to be seen.
    pub title: String,
    /// Back at work, or in time.
    pub term: OutcomeTerm,
    /// Pieces of evidence that count: of the cohort, or of all of the program.
    pub evidence: u32,
}

/// How one competency changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CoreChange {
    /// Its name.
    pub name: String,
    /// People who rated it higher at the end.
    pub up: u32,
    /// Lower.
    pub down: u32,
    /// The same.
    pub same: u32,
}

/// The revisions of a model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RevisionsView {
    /// The program.
    pub program: ProgramLine,
    /// What the next revision would say, part by part.
    pub parts: Vec<PartView>,
    /// What it would change; everything where there is none before it.
    pub changes: Vec<PartChangeView>,
    /// The revisions, the latest first, each with what it changed.
    pub revisions: Vec<RevisionView>,
}

/// One part of a model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PartView {
    /// Which.
    pub part: ModelPart,
    /// Its words.
    pub words: Vec<String>,
}

/// What changed in a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PartChangeView {
    /// Which.
    pub part: ModelPart,
    /// Words that came.
    pub added: Vec<String>,
    /// Words that went.
    pub removed: Vec<String>,
}

/// One revision with what it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RevisionView {
    /// Its number, day and remark.
    pub revision: RevisionLine,
    /// What it says.
    pub parts: Vec<PartView>,
    /// What it changed.
    pub changes: Vec<PartChangeView>,
}

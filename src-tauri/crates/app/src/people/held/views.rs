//! What is held about one person, part by part.

use nexus_domain::assessments::Moment;
use nexus_domain::cohorts::{AnswersAfter, Leaving};
use nexus_domain::outcomes::QuoteConsent;
use nexus_domain::people::consent::{ConsentAnswer, ConsentMeans};
use nexus_domain::people::{Consent, Role, SizeBand};
use nexus_domain::projects::{EvidenceKind, MilestoneState, ProjectStatus};
use nexus_domain::reports::ReportKind;
use nexus_domain::sessions::Presence;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Everything that is held about one person, over all cohorts. No other person is named in it, but where somebody
/// wrote a name into a text. Days are `YYYY-MM-DD`, instants RFC 3339, words empty where there are none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldView {
    /// Name of the facility that holds it.
    pub facility: String,
    /// The day of the last change to it.
    pub as_of: String,
    /// The records of the person, the one that counts first.
    pub records: Vec<HeldRecord>,
    /// The cohorts in which there is something of them, the latest first.
    pub cohorts: Vec<HeldCohort>,
    /// Hours that they were to give or gave.
    pub hours: Vec<HeldHours>,
    /// Evidence about them under the outcomes of programs, the latest first.
    pub outcomes: Vec<HeldOutcome>,
    /// What they allow and allowed, the latest answer first.
    pub consents: Vec<HeldConsent>,
    /// Reports about them that were handed out, the latest first.
    pub issued: Vec<HeldIssue>,
    /// Changes to their records, the latest first.
    pub changes: Vec<HeldChange>,
}

/// One record of a person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldRecord {
    /// Its id.
    pub id: String,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// E-mail address.
    pub email: String,
    /// What is true of them now.
    pub facts: HeldFacts,
    /// Consent to share answers.
    pub consent: Consent,
    /// Roles besides that of a participant.
    pub roles: Vec<Role>,
    /// When it was joined with the record that counts; none for that one, and where it is not known.
    pub joined: Option<String>,
}

/// What places somebody: now, or as they enrolled.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldFacts {
    /// Institution.
    pub institution: String,
    /// Position title.
    pub position: String,
    /// Region.
    pub region: String,
    /// Name of the sector.
    pub sector: String,
    /// Name of the career level.
    pub level: String,
    /// Size of the institution.
    pub size: Option<SizeBand>,
    /// Aspiration.
    pub aspiration: String,
}

/// What there is of a person in one cohort.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldCohort {
    /// Id of the cohort.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Name of its program.
    pub program: String,
    /// Its first day.
    pub starts: Option<String>,
    /// Its last day.
    pub ends: Option<String>,
    /// The places that they hold or held, the smallest code first; none for somebody who was taken out of it.
    pub places: Vec<HeldPlace>,
    /// Sessions at which they were marked, the earliest first.
    pub attendance: Vec<HeldMark>,
    /// Their sheets, those that were replaced and those not finished included.
    pub sheets: Vec<HeldSheet>,
    /// Projects on which they work.
    pub projects: Vec<HeldProject>,
    /// Lessons that they applied, the latest first.
    pub lessons: Vec<HeldLesson>,
    /// What they mean to do next.
    pub next_steps: Vec<HeldStep>,
}

/// A place in a cohort.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldPlace {
    /// Participant code.
    pub code: String,
    /// What was true of them then.
    pub facts: HeldFacts,
    /// Day of registration.
    pub registered: Option<String>,
    /// The last day in the cohort from which they moved here.
    pub since: Option<String>,
    /// How they left, those from which they came back included, the latest first.
    pub departures: Vec<HeldDeparture>,
}

/// How somebody left a place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldDeparture {
    /// How.
    pub way: Leaving,
    /// The last day on which they took part.
    pub day: String,
    /// Why.
    pub reason: String,
    /// What becomes of the answers.
    pub answers: AnswersAfter,
    /// Name of the cohort where they go on.
    pub onward: String,
    /// The day on which they came back.
    pub returned: Option<String>,
}

/// How somebody came to a session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldMark {
    /// Title of the session.
    pub session: String,
    /// Its day.
    pub date: String,
    /// The mark.
    pub mark: Presence,
    /// When they came, if they came late: local time, `HH:MM`.
    pub arrived: Option<String>,
    /// Whether they came without being on the list.
    pub walk_in: bool,
}

/// How far a sheet counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HeldState {
    /// It counts.
    Counts,
    /// A correction took its place.
    Replaced,
    /// It is being filled in or typed, on this laptop alone.
    Unfinished,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldSheet {
    /// Key of the instrument.
    pub instrument: String,
    /// Version that was asked.
    pub version: u32,
    /// Title of the instrument.
    pub title: String,
    /// The moment.
    pub moment: Moment,
    /// How far it counts.
    pub state: HeldState,
    /// How it came: `laptop`, `paper` or `file`; empty for one that is not finished.
    pub mode: String,
    /// The day of the answers, where it is known.
    pub answered: Option<String>,
    /// When it was stored.
    pub entered: Option<String>,
    /// The answers, in the order of the sheet.
    pub answers: Vec<HeldAnswer>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldAnswer {
    /// Key of the item.
    pub item: String,
    /// What was asked; empty for an item that the instrument does not have.
    pub text: String,
    /// The code of the answer, as sheets store it.
    pub code: String,
    /// The answer as it was given: a point with its words, the words of choices, a number, a text; empty for none.
    pub words: String,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldProject {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Charter: what is to be changed.
    pub problem: String,
    /// Charter: who is better off.
    pub beneficiaries: String,
    /// Charter: where it takes place.
    pub institution: String,
    /// Charter: how anybody can tell that it succeeded.
    pub success: String,
    /// The day the charter was agreed.
    pub agreed: Option<String>,
    /// How many others work on it.
    pub others: u32,
    /// Its milestones in their order.
    pub milestones: Vec<HeldMilestone>,
    /// Its updates, the latest first, corrected ones included.
    pub updates: Vec<HeldUpdate>,
    /// Its evidence.
    pub evidence: Vec<HeldEvidence>,
}

/// A milestone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldMilestone {
    /// Its title.
    pub title: String,
    /// The day it is due.
    pub due: String,
    /// The day it was reached.
    pub done: Option<String>,
    /// How far it is.
    pub state: MilestoneState,
}

/// An update of a project.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldUpdate {
    /// The day it tells of.
    pub date: String,
    /// How the project goes.
    pub status: ProjectStatus,
    /// What happened.
    pub text: String,
    /// Whether a correction took its place.
    pub replaced: bool,
}

/// Evidence of a project.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldEvidence {
    /// What it is.
    pub title: String,
    /// Words, an address or a file.
    pub kind: EvidenceKind,
    /// The words or the address; empty for a file, which the project's page hands out.
    pub value: String,
    /// Size of a file in bytes.
    pub size: Option<u32>,
}

/// A lesson that was applied.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldLesson {
    /// The day it was told.
    pub date: String,
    /// What changed.
    pub what: String,
    /// Name of the competency.
    pub competency: String,
    /// Title of the project.
    pub project: String,
}

/// What somebody means to do.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldStep {
    /// The step.
    pub text: String,
    /// By when.
    pub due: Option<String>,
    /// The day it was done.
    pub done: Option<String>,
}

/// Hours of a person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldHours {
    /// Name of the program.
    pub program: String,
    /// Name of the cohort; empty for the program as a whole.
    pub cohort: String,
    /// As what.
    pub role: Role,
    /// The day, or the first of several.
    pub date: Option<String>,
    /// Minutes planned.
    pub planned: u32,
    /// Minutes given.
    pub given: u32,
    /// What they were for.
    pub what: String,
}

/// A piece of evidence about a person, under an outcome.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldOutcome {
    /// Name of the program.
    pub program: String,
    /// The outcome under which it is filed.
    pub outcome: String,
    /// When it happened.
    pub date: String,
    /// What happened.
    pub what: String,
    /// Where more of it can be read.
    pub link: String,
    /// Name of a file that is kept with it.
    pub file: String,
    /// Whether it may be quoted.
    pub quote: QuoteConsent,
    /// Whether a correction took its place.
    pub replaced: bool,
}

/// A report about a person that was handed out, kept byte for byte.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldIssue {
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: ReportKind,
    /// The day of its data.
    pub as_of: String,
    /// When it was handed out.
    pub issued: String,
    /// How many pages it has.
    pub pages: u32,
}

/// An answer to what a person allows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldConsent {
    /// Name of what was asked.
    pub name: String,
    /// What had been asked, word for word; empty where that was not recorded.
    pub wording: String,
    /// The answer; none where the record says that nobody answered.
    pub answer: Option<ConsentAnswer>,
    /// The day of the answer.
    pub day: String,
    /// How it came; none for an answer that the record itself holds.
    pub means: Option<ConsentMeans>,
}

/// One change to a record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldChange {
    /// When.
    pub at: String,
    /// Whether it made the record.
    pub created: bool,
    /// The fields that changed.
    pub fields: Vec<HeldField>,
}

/// One field that changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldField {
    /// Name of the field, as it is stored.
    pub field: String,
    /// What stood there before.
    pub before: String,
    /// What stood there afterwards.
    pub after: String,
}

/// The same in words, for the screen and for paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HeldPage {
    /// The name of the person.
    pub name: String,
    /// Name of the facility.
    pub facility: String,
    /// The day of the last change.
    pub as_of: String,
    /// What it is, in a sentence.
    pub lead: String,
    /// What is not in it.
    pub left_out: String,
    /// Its sections in order; none is empty.
    pub sections: Vec<HeldSection>,
}

/// One section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HeldSection {
    /// 2 for a section, 3 for one within it.
    pub level: u8,
    /// Its title.
    pub title: String,
    /// Its rows.
    pub rows: Vec<HeldRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HeldRow {
    /// What it tells of: a field, a day, a statement.
    pub label: String,
    /// What is held.
    pub text: String,
    /// More about it; may be empty.
    pub detail: String,
}

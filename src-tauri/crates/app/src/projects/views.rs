//! What crosses to the window of projects. Days are `YYYY-MM-DD`, ids text.

use nexus_domain::projects::{EvidenceKind, MilestoneState, ProjectStatus};
use serde::{Deserialize, Serialize};
use specta::Type;

/// The projects of a cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProjectsView {
    /// Today, in the zone of the facility.
    pub today: String,
    /// The projects, in the order of their people's codes.
    pub projects: Vec<ProjectLine>,
    /// Everybody in the cohort, in the order of their codes.
    pub people: Vec<ProjectPerson>,
}

/// Somebody who works on a project, or could.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProjectPerson {
    /// Id of the person.
    pub person: String,
    /// Participant code; empty for somebody who left the cohort.
    pub code: String,
    /// Their name.
    pub name: String,
    /// Their institution.
    pub institution: String,
}

/// One project in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProjectLine {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it takes place.
    pub institution: String,
    /// The day its charter was agreed.
    pub agreed: Option<String>,
    /// Who works on it.
    pub people: Vec<ProjectPerson>,
    /// How it goes, by the latest update; none without one.
    pub status: Option<ProjectStatus>,
    /// What the latest update says.
    pub latest: String,
    /// The day of the latest update.
    pub last: Option<String>,
    /// Days since the latest update, or since the charter where there is none yet.
    pub days: Option<u32>,
    /// Whether that is too long.
    pub stale: bool,
    /// Milestones reached.
    pub reached: u32,
    /// Milestones that count: all but the dropped ones.
    pub milestones: u32,
    /// The milestone that comes next.
    pub next: Option<MilestoneView>,
}

/// One milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MilestoneView {
    /// Its id.
    pub id: String,
    /// What is reached.
    pub title: String,
    /// The day it is planned for.
    pub due: String,
    /// The day it was reached.
    pub done: Option<String>,
    /// How far it is.
    pub state: MilestoneState,
    /// Whether its day has passed without it being reached.
    pub overdue: bool,
}

/// One project with all that hangs on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProjectView {
    /// What a list shows of it.
    pub line: ProjectLine,
    /// Id of its cohort.
    pub cohort: String,
    /// Short mark of its cohort.
    pub cohort_mark: String,
    /// Today, in the zone of the facility.
    pub today: String,
    /// Charter: what is to be changed.
    pub problem: String,
    /// Charter: who is better off when it succeeds.
    pub beneficiaries: String,
    /// Charter: who backs it.
    pub sponsor: String,
    /// Charter: how anybody can tell that it succeeded.
    pub success: String,
    /// Its milestones in their order.
    pub milestones: Vec<MilestoneView>,
    /// Its updates that count, the latest first.
    pub updates: Vec<UpdateView>,
    /// Evidence that supports the project as a whole.
    pub evidence: Vec<EvidenceView>,
    /// Lessons applied in it, the latest first.
    pub lessons: Vec<LessonView>,
    /// People of the cohort who are not in it yet.
    pub others: Vec<ProjectPerson>,
    /// Sessions from which a lesson can come.
    pub sessions: Vec<LessonSession>,
    /// Competencies through which a lesson can work.
    pub competencies: Vec<CompetencyChoice>,
}

/// One dated update.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct UpdateView {
    /// Its id.
    pub id: String,
    /// The day it tells of.
    pub date: String,
    /// How the project goes.
    pub status: ProjectStatus,
    /// What happened.
    pub text: String,
    /// Who wrote it down.
    pub author: String,
    /// Whether it stands in the place of an earlier wording.
    pub corrected: bool,
    /// Whether somebody else corrected the same wording: one of the two has to go.
    pub double: bool,
    /// What supports it.
    pub evidence: Vec<EvidenceView>,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EvidenceView {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: EvidenceKind,
    /// What it is about, or the name of the file.
    pub title: String,
    /// The words or the address; empty for a file.
    pub value: String,
    /// Size of a file in bytes.
    pub size: u32,
    /// Media type of a file.
    pub media: String,
    /// A harmless name under which a copy of the file can be saved.
    pub file_name: String,
    /// Whether the file is on this laptop; true for what is no file.
    pub here: bool,
    /// Whether it is a file of a kind that programs show and do not run.
    pub opens: bool,
}

/// One lesson applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LessonView {
    /// Its id.
    pub id: String,
    /// Id of the project.
    pub project: String,
    /// Title of the project.
    pub project_title: String,
    /// Id of the person who learnt it.
    pub person: String,
    /// Their name.
    pub person_name: String,
    /// Id of the session it came from, or empty.
    pub session: String,
    /// Title of that session.
    pub session_title: String,
    /// Id of the block it came from, or empty.
    pub block: String,
    /// Title of that block.
    pub block_title: String,
    /// Key of the competency, or empty.
    pub competency: String,
    /// Name of the competency.
    pub competency_name: String,
    /// What changed.
    pub what: String,
    /// The day it was told.
    pub date: String,
}

/// A session from which a lesson can come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LessonSession {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its day.
    pub date: String,
    /// Its blocks.
    pub blocks: Vec<LessonBlock>,
}

/// A block from which a lesson can come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LessonBlock {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Keys of the competencies that it works on.
    pub competencies: Vec<String>,
}

/// A competency to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CompetencyChoice {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// One next step of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NextStepView {
    /// Its id.
    pub id: String,
    /// The step.
    pub text: String,
    /// By when.
    pub due: Option<String>,
    /// The day it was done.
    pub done: Option<String>,
    /// Whether its day has passed without it being done.
    pub overdue: bool,
}

/// What a person's page shows of their projects in a cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PersonProjectsView {
    /// Today, in the zone of the facility.
    pub today: String,
    /// Their projects, those that go on first.
    pub projects: Vec<PersonProject>,
    /// Lessons that they applied, the latest first.
    pub lessons: Vec<LessonView>,
    /// What they mean to do, open steps first.
    pub steps: Vec<NextStepView>,
}

/// A project on the page of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PersonProject {
    /// What a list shows of it.
    pub line: ProjectLine,
    /// Its milestones in their order.
    pub milestones: Vec<MilestoneView>,
    /// Its latest update.
    pub latest: Option<UpdateView>,
}

/// A new project.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProjectInput {
    /// Its title.
    pub title: String,
    /// Ids of the people who work on it, one or more of the cohort.
    pub people: Vec<String>,
}

/// A field of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ProjectField {
    /// Title.
    Title,
    /// Charter: what is to be changed.
    Problem,
    /// Charter: who is better off.
    Beneficiaries,
    /// Where it takes place.
    Institution,
    /// Charter: who backs it.
    Sponsor,
    /// Charter: how anybody can tell that it succeeded.
    Success,
    /// The day the charter was agreed; empty for none.
    Agreed,
}

/// A field of a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum MilestoneField {
    /// What is reached.
    Title,
    /// The day it is planned for.
    Due,
    /// The day it was reached; empty for none.
    Done,
    /// How far it is, by its word.
    State,
}

/// An update as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct UpdateInput {
    /// The day it tells of; today if empty.
    pub date: String,
    /// How the project goes.
    pub status: ProjectStatus,
    /// What happened.
    pub text: String,
}

/// Evidence as it is typed; a file comes as its path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EvidenceInput {
    /// Id of the update that it supports; nothing for the project as a whole.
    pub about: Option<String>,
    /// What it is.
    pub kind: EvidenceKind,
    /// What it is about; may be empty.
    pub title: String,
    /// The words, the address, or the path of the file.
    pub value: String,
}

/// A lesson as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LessonInput {
    /// Id of the person who learnt it.
    pub person: String,
    /// Id of the session it came from, or empty.
    pub session: String,
    /// Id of the block it came from, or empty.
    pub block: String,
    /// Key of the competency, or empty.
    pub competency: String,
    /// What changed.
    pub what: String,
    /// The day it was told; today if empty.
    pub date: String,
}

/// A next step as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NextStepInput {
    /// The step.
    pub text: String,
    /// By when; may be empty.
    pub due: String,
}

//! What crosses to the window of outcomes. Days are `YYYY-MM-DD`, ids text.

use nexus_domain::assessments::Moment;
use nexus_domain::outcomes::{FollowUpState, OutcomeTerm, QuoteConsent};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What comes after a program, as one of its cohorts sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OutcomesView {
    /// Id of the program.
    pub program: String,
    /// Its name.
    pub program_name: String,
    /// Today, in the zone of the facility.
    pub today: String,
    /// The last day of the cohort, if it is known.
    pub ends: Option<String>,
    /// When the cohort is asked again, in the order of the days.
    pub follow_ups: Vec<FollowUpView>,
    /// The outcomes, those back at work first.
    pub outcomes: Vec<OutcomeLine>,
    /// Figures of institutions.
    pub indicators: Vec<IndicatorView>,
    /// Everybody in the cohort, in the order of their codes.
    pub people: Vec<OutcomePerson>,
}

/// What comes after a program, over all of its cohorts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProgramOutcomesView {
    /// Id of the program.
    pub program: String,
    /// Its name.
    pub program_name: String,
    /// The outcomes with all of their evidence.
    pub outcomes: Vec<OutcomeLine>,
    /// Figures of institutions.
    pub indicators: Vec<IndicatorView>,
    /// The follow-ups of each cohort.
    pub cohorts: Vec<CohortFollowUps>,
}

/// The follow-ups of one cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CohortFollowUps {
    /// Id of the cohort.
    pub cohort: String,
    /// Its short mark.
    pub mark: String,
    /// Its last day.
    pub ends: Option<String>,
    /// When it is asked again.
    pub follow_ups: Vec<FollowUpView>,
}

/// Somebody whom evidence can be about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OutcomePerson {
    /// Id of the person.
    pub person: String,
    /// Participant code.
    pub code: String,
    /// Their name.
    pub name: String,
}

/// A moment at which a cohort is asked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FollowUpView {
    /// Its id.
    pub id: String,
    /// The moment that every cohort has; none for an own one.
    pub moment: Option<Moment>,
    /// What an own one is called.
    pub title: String,
    /// Weeks after the last day at which an own one begins.
    pub weeks: u32,
    /// First day of its window, if the cohort has a last day.
    pub opens: Option<String>,
    /// Last day of its window.
    pub closes: Option<String>,
    /// How far it is.
    pub state: FollowUpState,
    /// The day on which it was done: as somebody said, or that of the first sheet.
    pub done: Option<String>,
    /// Whether somebody said so.
    pub by_hand: bool,
    /// Whether an assessment is planned for this moment.
    pub assessment: bool,
    /// How many people gave a sheet at it.
    pub sheets: u32,
}

/// An outcome with what speaks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OutcomeLine {
    /// Its id.
    pub id: String,
    /// What is to be seen.
    pub title: String,
    /// When.
    pub term: OutcomeTerm,
    /// The evidence of the cohort and of the program as a whole, the latest first.
    pub evidence: Vec<OutcomeEvidenceView>,
    /// How many more pieces come from other cohorts of the program.
    pub elsewhere: u32,
}

/// One piece of evidence under an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OutcomeEvidenceView {
    /// Its id.
    pub id: String,
    /// When it happened.
    pub date: String,
    /// What happened.
    pub what: String,
    /// Who can confirm it.
    pub witness: String,
    /// Where more can be read.
    pub link: String,
    /// A file that shows it.
    pub file: Option<OutcomeFile>,
    /// Whether it may be quoted.
    pub quote: QuoteConsent,
    /// Id of the person it is about; empty if it is about none.
    pub person: String,
    /// Their name.
    pub person_name: String,
    /// Id of the cohort it comes from; empty if it concerns the program as a whole.
    pub cohort: String,
    /// Who wrote it down.
    pub author: String,
    /// Whether it stands in the place of an earlier wording.
    pub corrected: bool,
    /// Whether somebody else corrected the same wording: one of the two has to go.
    pub double: bool,
}

/// A file that is kept with evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OutcomeFile {
    /// A harmless name under which a copy can be saved.
    pub name: String,
    /// Its size in bytes.
    pub size: u32,
    /// Whether it is on this laptop.
    pub here: bool,
    /// Whether it is of a kind that programs show and do not run.
    pub opens: bool,
}

/// A dated figure of an institution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct IndicatorView {
    /// Its id.
    pub id: String,
    /// The institution.
    pub institution: String,
    /// What is counted.
    pub name: String,
    /// How much, with its unit.
    pub value: String,
    /// The day for which it holds.
    pub date: String,
    /// Where it can be looked up.
    pub source: String,
}

/// An outcome as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OutcomeInput {
    /// What is to be seen.
    pub title: String,
    /// When.
    pub term: OutcomeTerm,
}

/// Evidence as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OutcomeEvidenceInput {
    /// When it happened; today if empty.
    pub date: String,
    /// What happened.
    pub what: String,
    /// Who can confirm it.
    pub witness: String,
    /// Where more can be read; may be empty.
    pub link: String,
    /// Path of a file that shows it; empty without one. A correction without one keeps the file that is there.
    pub file: String,
    /// In a correction: leave out the file that is there.
    pub without_file: bool,
    /// Whether it may be quoted.
    pub quote: QuoteConsent,
    /// Id of the participant it is about, or empty.
    pub person: String,
    /// Id of the cohort it comes from; empty for the program as a whole.
    pub cohort: String,
}

/// A figure as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct IndicatorInput {
    /// The institution.
    pub institution: String,
    /// What is counted.
    pub name: String,
    /// How much, with its unit.
    pub value: String,
    /// The day for which it holds; today if empty.
    pub date: String,
    /// Where it can be looked up.
    pub source: String,
}

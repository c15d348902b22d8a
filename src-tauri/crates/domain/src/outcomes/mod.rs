//! What a program is to lead to after its end: outcomes, evidence filed under them, figures of institutions, and
//! the moments at which a cohort is asked again.

mod evidence;
mod follow_up;

use chrono::NaiveDate;

pub use evidence::{Evidence, EvidenceFile, QuoteConsent, current, doubles};
pub use follow_up::{
    FollowUp, FollowUpState, MOMENTS, WINDOW_WEEKS, Window, standard, state, window, window_after,
};

use crate::ids::{IndicatorId, OutcomeId, ProgramId};

/// When an outcome is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum OutcomeTerm {
    /// Back at work.
    Medium,
    /// After the skills were practised for years.
    Long,
}

impl OutcomeTerm {
    /// Both, the nearer first.
    pub const ALL: [Self; 2] = [Self::Medium, Self::Long];

    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Medium => "medium",
            Self::Long => "long",
        }
    }

    /// The term of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|term| term.key() == key)
    }
}

/// Something that a program is to lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Derived from program and key for those that a program starts with.
    pub id: OutcomeId,
    /// The program.
    pub program: ProgramId,
    /// Its place among all of the program; two laptops may give one twice, then the id decides.
    pub position: u32,
    /// When it is to be seen.
    pub term: OutcomeTerm,
    /// What is to be seen.
    pub title: String,
}

/// A dated figure of an institution, as its source gives it. It shows a contribution, never a proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Its id.
    pub id: IndicatorId,
    /// The program to whose outcomes it belongs.
    pub program: ProgramId,
    /// The institution.
    pub institution: String,
    /// What is counted or measured.
    pub name: String,
    /// How much, with its unit.
    pub value: String,
    /// The day for which it holds.
    pub date: NaiveDate,
    /// Where it can be looked up.
    pub source: String,
}

/// Key, term and words of the outcomes that a program starts with. The keys are never used again for others.
const DEFAULTS: [(&str, OutcomeTerm, &str); 9] = [
    (
        "purpose",
        OutcomeTerm::Medium,
        "Find, embrace and communicate a shared purpose and direction",
    ),
    (
        "field",
        OutcomeTerm::Medium,
        "Relate the work of one’s own organization to the broader field",
    ),
    (
        "challenges",
        OutcomeTerm::Medium,
        "Respond creatively to complex challenges of organization and field",
    ),
    (
        "priorities",
        OutcomeTerm::Medium,
        "Identify and manage competing priorities where risks must be taken",
    ),
    (
        "value",
        OutcomeTerm::Medium,
        "Measure outcomes and value, and put them into the words of today’s information needs",
    ),
    (
        "change",
        OutcomeTerm::Medium,
        "Set off change in the organization and the community",
    ),
    (
        "advocacy",
        OutcomeTerm::Medium,
        "Speak up for the public good that the organization provides",
    ),
    (
        "institutions",
        OutcomeTerm::Long,
        "Institutions are transformed and thrive in the digital age",
    ),
    (
        "support",
        OutcomeTerm::Long,
        "Administrations and a public that knows the value of their services support them strongly",
    ),
];

/// The outcomes that a program starts with: seven back at work, two in the long run.
pub fn defaults(program: ProgramId) -> Vec<Outcome> {
    (0..)
        .zip(DEFAULTS)
        .map(|(position, (key, term, title))| Outcome {
            id: OutcomeId::of(program, key),
            program,
            position,
            term,
            title: title.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_program_starts_with_seven_and_two_that_are_the_same_on_every_laptop() {
        let program = ProgramId(Uuid::from_u128(1));
        let found = defaults(program);
        let long = found.iter().filter(|outcome| outcome.term == OutcomeTerm::Long);
        assert_eq!((found.len(), long.count()), (9, 2));
        assert_eq!(found, defaults(program));
        assert_ne!(found[0].id, defaults(ProgramId(Uuid::from_u128(2)))[0].id);
        let ids: std::collections::BTreeSet<_> = found.iter().map(|outcome| outcome.id).collect();
        assert_eq!(ids.len(), 9);
        assert!(found.is_sorted_by_key(|outcome| (outcome.term, outcome.position)));
    }

    #[test]
    fn a_term_keeps_its_word() {
        for term in OutcomeTerm::ALL {
            assert_eq!(OutcomeTerm::from_key(term.key()), Some(term));
        }
        assert_eq!(OutcomeTerm::from_key("short"), None);
    }
}

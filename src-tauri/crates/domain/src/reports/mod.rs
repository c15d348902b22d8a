//! Reports: what they are, what people write into them, what is computed for them, what of it may be printed, and data
//! for other programs. They know assessments, which know nothing of them.

pub mod comparison;
mod draft;
pub mod facts;
mod issue;
pub mod narrative;
pub mod publication;
pub mod sheet;
pub mod statistics;
pub mod template;

pub use draft::{Draft, Sheet};
pub use issue::{About, Issue, IssueFault, Issued, superseded};

/// The kinds of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum ReportKind {
    /// What a participant takes home.
    Participant,
    /// What a session was.
    Session,
    /// What a cohort was, for those who run it.
    Cohort,
    /// What a coach reads before meeting participants.
    Coach,
    /// What the funder of a program is told, along the logic model.
    Funder,
    /// The statements that a funder counts, by option.
    Statements,
    /// That somebody took part.
    Certificate,
}

impl ReportKind {
    /// Every kind, in the order of a list.
    pub const ALL: [Self; 7] = [
        Self::Funder,
        Self::Statements,
        Self::Cohort,
        Self::Session,
        Self::Coach,
        Self::Participant,
        Self::Certificate,
    ];

    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Participant => "participant",
            Self::Session => "session",
            Self::Cohort => "cohort",
            Self::Coach => "coach",
            Self::Funder => "funder",
            Self::Statements => "statements",
            Self::Certificate => "certificate",
        }
    }

    /// The kind of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Who reads it if nobody says otherwise, the first of those it may be made for.
    pub fn audiences(self) -> &'static [publication::Audience] {
        use publication::Audience::{Coach, Funder, Internal, Participant, Public};
        match self {
            Self::Participant | Self::Certificate => &[Participant],
            Self::Coach => &[Coach],
            Self::Session => &[Internal],
            Self::Cohort => &[Internal, Coach, Funder, Public],
            Self::Funder | Self::Statements => &[Funder, Public, Internal],
        }
    }

    /// Whether it is about one person: made one by one, or for everybody at once.
    pub fn is_of_a_person(self) -> bool {
        matches!(self, Self::Participant | Self::Certificate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_keep_their_words_and_have_somebody_to_read_them() {
        for kind in ReportKind::ALL {
            assert_eq!(ReportKind::from_key(kind.key()), Some(kind));
            assert!(!kind.audiences().is_empty());
        }
    }
}

//! Evidence: what happened, when, and who can confirm it. It is only ever added; a correction takes the place of
//! an earlier wording.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::ids::{CohortId, OutcomeEvidenceId, OutcomeId, PersonId};
use crate::projects::Attachment;

/// Whether the words may be quoted outside the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum QuoteConsent {
    /// Nobody asked yet, so they may not.
    #[default]
    NotAsked,
    /// They may not.
    No,
    /// They may.
    Yes,
}

impl QuoteConsent {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::NotAsked, Self::No, Self::Yes];

    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotAsked => "not-asked",
            Self::No => "no",
            Self::Yes => "yes",
        }
    }

    /// The answer of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|quote| quote.key() == key)
    }
}

/// A file that is kept with evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceFile {
    /// The name that it had.
    pub name: String,
    /// Where its bytes lie.
    pub content: Attachment,
}

/// Something that happened and speaks for an outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its id.
    pub id: OutcomeEvidenceId,
    /// The outcome.
    pub outcome: OutcomeId,
    /// The cohort it comes from; none if it concerns the program as a whole.
    pub cohort: Option<CohortId>,
    /// The participant it is about, if it is about one.
    pub person: Option<PersonId>,
    /// When it happened.
    pub date: NaiveDate,
    /// What happened.
    pub what: String,
    /// Who can confirm it.
    pub witness: String,
    /// Where more of it can be read: an address or words; may be empty.
    pub link: String,
    /// A file that shows it.
    pub file: Option<EvidenceFile>,
    /// Whether it may be quoted.
    pub quote: QuoteConsent,
    /// Who wrote it down.
    pub author: String,
    /// The evidence that this one takes the place of.
    pub corrects: Option<OutcomeEvidenceId>,
}

/// The evidence that counts, the latest first: what no other of the list corrects.
pub fn current(live: Vec<Evidence>) -> Vec<Evidence> {
    let replaced: HashSet<_> = live.iter().filter_map(|evidence| evidence.corrects).collect();
    let mut left: Vec<Evidence> = live
        .into_iter()
        .filter(|evidence| !replaced.contains(&evidence.id))
        .collect();
    left.sort_by_key(|evidence| std::cmp::Reverse((evidence.date, evidence.id)));
    left
}

/// Evidence of a list of current ones that corrects the same wording as another: somebody has to say which
/// counts.
pub fn doubles(current: &[Evidence]) -> Vec<OutcomeEvidenceId> {
    let twice = |evidence: &&Evidence| {
        evidence.corrects.is_some()
            && current
                .iter()
                .any(|other| other.id != evidence.id && other.corrects == evidence.corrects)
    };
    current.iter().filter(twice).map(|evidence| evidence.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn evidence(id: u128, day: u32, corrects: Option<u128>) -> Evidence {
        Evidence {
            id: OutcomeEvidenceId(Uuid::from_u128(id)),
            outcome: OutcomeId(Uuid::from_u128(1)),
            cohort: None,
            person: None,
            date: NaiveDate::from_ymd_opt(2026, 5, day).unwrap(),
            what: "The board adopted a shared purpose".to_owned(),
            witness: String::new(),
            link: String::new(),
            file: None,
            quote: QuoteConsent::NotAsked,
            author: "Ana".to_owned(),
            corrects: corrects.map(|id| OutcomeEvidenceId(Uuid::from_u128(id))),
        }
    }

    #[test]
    fn what_is_corrected_no_longer_counts_and_two_corrections_are_told() {
        let live = vec![
            evidence(1, 1, None),
            evidence(2, 9, None),
            evidence(3, 2, Some(1)),
            evidence(4, 3, Some(1)),
        ];
        let left = current(live);
        let ids: Vec<_> = left.iter().map(|one| one.id.0.as_u128()).collect();
        assert_eq!(ids, [2, 4, 3]);
        let double: Vec<_> = doubles(&left).iter().map(|id| id.0.as_u128()).collect();
        assert_eq!(double, [4, 3]);
        assert!(doubles(&current(vec![evidence(1, 1, None), evidence(3, 2, Some(1))])).is_empty());
    }

    #[test]
    fn consent_keeps_its_word_and_is_never_given_by_itself() {
        for quote in QuoteConsent::ALL {
            assert_eq!(QuoteConsent::from_key(quote.key()), Some(quote));
        }
        assert_eq!(QuoteConsent::default(), QuoteConsent::NotAsked);
        assert_eq!(QuoteConsent::from_key("maybe"), None);
    }
}

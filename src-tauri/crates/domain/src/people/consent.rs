//! What somebody allows: an answer is only ever added, and the latest one counts.

use chrono::NaiveDate;

use super::Consent;
use crate::ids::{ConsentId, ConsentKindId, PersonId, derived};

/// What people are asked to allow (editable data).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentKind {
    /// Its id.
    pub id: ConsentKindId,
    /// A short name.
    pub name: String,
    /// What is asked, word for word.
    pub wording: String,
    /// Which version of the wording this is, from 1.
    pub version: u32,
    /// Its place in the list, from 0.
    pub position: u32,
}

/// What somebody said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum ConsentAnswer {
    /// Yes.
    Given,
    /// No.
    Refused,
    /// No longer.
    Withdrawn,
}

impl ConsentAnswer {
    /// Every answer, in the order of a form.
    pub const ALL: [Self; 3] = [Self::Given, Self::Refused, Self::Withdrawn];

    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The answer of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.key() == key)
    }

    /// What it comes to.
    pub fn state(self) -> Consent {
        match self {
            Self::Given => Consent::Yes,
            Self::Refused | Self::Withdrawn => Consent::No,
        }
    }

    /// How an answer is told that was only known by what it comes to; none where nobody answered.
    pub fn of(before: Consent, now: Consent) -> Option<Self> {
        match (before, now) {
            (_, Consent::Yes) => Some(Self::Given),
            (Consent::Yes, Consent::No) => Some(Self::Withdrawn),
            (_, Consent::No) => Some(Self::Refused),
            (Consent::Yes, Consent::NotAnswered) => Some(Self::Withdrawn),
            (_, Consent::NotAnswered) => None,
        }
    }
}

/// How an answer reached the laptop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum ConsentMeans {
    /// A form on paper.
    Paper,
    /// Said.
    Spoken,
    /// Chosen on the laptop.
    Laptop,
    /// A list that was imported.
    File,
}

impl ConsentMeans {
    /// Every means, in the order of a form.
    pub const ALL: [Self; 4] = [Self::Paper, Self::Spoken, Self::Laptop, Self::File];

    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Spoken => "spoken",
            Self::Laptop => "laptop",
            Self::File => "file",
        }
    }

    /// The means of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|means| means.key() == key)
    }
}

/// One answer; never changed afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentEntry {
    /// Its id.
    pub id: ConsentId,
    /// Who answered.
    pub person: PersonId,
    /// What was asked.
    pub kind: ConsentKindId,
    /// The answer.
    pub answer: ConsentAnswer,
    /// The day of the answer.
    pub day: NaiveDate,
    /// How it came.
    pub means: ConsentMeans,
    /// Who recorded it.
    pub recorder: String,
    /// What was asked, word for word.
    pub wording: String,
    /// Which version of the wording that was.
    pub version: u32,
}

/// The answer that counts: that of the latest day, and of several on one day the one recorded last.
pub fn latest<'e>(entries: impl IntoIterator<Item = &'e ConsentEntry>) -> Option<&'e ConsentEntry> {
    entries.into_iter().max_by_key(|entry| (entry.day, entry.id))
}

/// May answers leave the facility, and be used in research and reports? It is also what a roster's column of
/// consent and the record of a person answer.
pub fn sharing() -> ConsentKindId {
    shipped("research")
}

fn shipped(key: &str) -> ConsentKindId {
    ConsentKindId(derived("consent_kind", &[key.as_bytes()]))
}

/// What every workspace asks for; the ids are the same everywhere.
pub fn default_consent_kinds() -> Vec<ConsentKind> {
    let kinds = [
        (
            "research",
            "Sharing answers",
            "My answers may be shared with the coalition, without my name, for research and for reports.",
        ),
        (
            "quotes",
            "Quotes",
            "What I wrote or said may be quoted in reports.",
        ),
        (
            "directory",
            "Directory",
            "My name and how to reach me may stand in the directory of participants.",
        ),
        (
            "photos",
            "Photos",
            "Photos that show me may be used in reports and news.",
        ),
    ];
    let kind = |(at, (key, name, wording)): (usize, (&str, &str, &str))| ConsentKind {
        id: shipped(key),
        name: name.to_owned(),
        wording: wording.to_owned(),
        version: 1,
        position: u32::try_from(at).unwrap_or(u32::MAX),
    };
    kinds.into_iter().enumerate().map(kind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn entry(id: u128, day: &str, answer: ConsentAnswer) -> ConsentEntry {
        ConsentEntry {
            id: ConsentId(Uuid::from_u128(id)),
            person: PersonId(Uuid::nil()),
            kind: sharing(),
            answer,
            day: day.parse().unwrap(),
            means: ConsentMeans::Paper,
            recorder: "Ana".to_owned(),
            wording: String::new(),
            version: 1,
        }
    }

    #[test]
    fn the_latest_answer_counts_whatever_the_order_in_which_it_was_recorded() {
        let given = entry(1, "2026-09-01", ConsentAnswer::Given);
        let withdrawn = entry(2, "2026-10-01", ConsentAnswer::Withdrawn);
        let late = entry(3, "2026-09-15", ConsentAnswer::Refused);
        let all = [given, withdrawn.clone(), late];
        assert_eq!(latest(&all), Some(&withdrawn));
        assert_eq!(latest(&[]), None);
        assert_eq!(ConsentAnswer::Withdrawn.state(), Consent::No);
    }

    #[test]
    fn words_come_back_and_ids_of_the_shipped_kinds_differ() {
        for answer in ConsentAnswer::ALL {
            assert_eq!(ConsentAnswer::from_key(answer.key()), Some(answer));
        }
        for means in ConsentMeans::ALL {
            assert_eq!(ConsentMeans::from_key(means.key()), Some(means));
        }
        let kinds = default_consent_kinds();
        assert_eq!(kinds[0].id, sharing());
        let ids: std::collections::BTreeSet<_> = kinds.iter().map(|kind| kind.id).collect();
        assert_eq!(ids.len(), kinds.len());
        assert_eq!(
            ConsentAnswer::of(Consent::Yes, Consent::No),
            Some(ConsentAnswer::Withdrawn)
        );
        assert_eq!(ConsentAnswer::of(Consent::No, Consent::NotAnswered), None);
    }
}

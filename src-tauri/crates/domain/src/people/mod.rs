//! People: who they are, what they consented to, and the words (sectors, levels) that place them.

pub mod alias;
pub mod consent;
pub mod letters;
pub mod roster;
mod vocabulary;

pub use vocabulary::{
    Level, MARKS, Reading, Sector, SharedSpelling, Term, Vocabulary, WordError, default_levels,
    default_sectors, shared, shipped_level, shipped_sector,
};

use crate::ids::{LevelId, PersonId, SectorId};

/// A person, whatever roles they hold. Empty text means not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Given name or names.
    pub given: String,
    /// Family name or names.
    pub family: String,
    /// E-mail address.
    pub email: String,
    /// Institution where they work.
    pub institution: String,
    /// Position title.
    pub position: String,
    /// State, province or other region.
    pub region: String,
    /// Sector of the institution.
    pub sector: Option<SectorId>,
    /// Career level.
    pub level: Option<LevelId>,
    /// How many work at the institution.
    pub size: Option<SizeBand>,
    /// What the person wants to become, in their words.
    pub aspiration: String,
    /// May their answers leave the facility?
    pub consent: Consent,
    /// Roles besides that of a participant.
    pub roles: Vec<Role>,
}

impl Person {
    /// Given and family name as one line.
    pub fn name(&self) -> String {
        full_name(&self.given, &self.family)
    }
}

/// Given and family name as one line.
pub fn full_name(given: &str, family: &str) -> String {
    format!("{given} {family}").trim().to_owned()
}

/// What a person can be besides a participant. A person can hold several roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum Role {
    /// Runs sessions.
    Facilitator,
    /// Reviews projects and answers questions.
    Coach,
    /// Meets one or more participants regularly.
    Mentor,
    /// Helps to run the program; never counted as an attendee.
    Staff,
}

impl Role {
    /// Every role, in the order of a form.
    pub const ALL: [Self; 4] = [Self::Facilitator, Self::Coach, Self::Mentor, Self::Staff];

    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Facilitator => "facilitator",
            Self::Coach => "coach",
            Self::Mentor => "mentor",
            Self::Staff => "staff",
        }
    }

    /// The role of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }
}

/// Whether a person's answers may be shared with the coalition. Not answered counts as no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum Consent {
    /// Nobody asked, or the person did not answer.
    #[default]
    NotAnswered,
    /// They said no.
    No,
    /// They said yes.
    Yes,
}

impl Consent {
    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotAnswered => "not-answered",
            Self::No => "no",
            Self::Yes => "yes",
        }
    }

    /// The consent of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::NotAnswered, Self::No, Self::Yes]
            .into_iter()
            .find(|consent| consent.key() == key)
    }

    /// True when going from this to `other` would let more be shared.
    pub fn widens_to(self, other: Self) -> bool {
        other == Self::Yes && self != Self::Yes
    }
}

/// How many people work at an institution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
pub enum SizeBand {
    /// 1 to 5.
    #[cfg_attr(feature = "wire", serde(rename = "1-5"))]
    UpTo5,
    /// 6 to 20.
    #[cfg_attr(feature = "wire", serde(rename = "6-20"))]
    UpTo20,
    /// 21 to 100.
    #[cfg_attr(feature = "wire", serde(rename = "21-100"))]
    UpTo100,
    /// More than 100.
    #[cfg_attr(feature = "wire", serde(rename = "over-100"))]
    Over100,
}

impl SizeBand {
    /// Every band, the smallest first.
    pub const ALL: [Self; 4] = [Self::UpTo5, Self::UpTo20, Self::UpTo100, Self::Over100];

    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::UpTo5 => "1-5",
            Self::UpTo20 => "6-20",
            Self::UpTo100 => "21-100",
            Self::Over100 => "over-100",
        }
    }

    /// The band of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.key() == key)
    }

    /// The band of a head count; zero has none.
    pub fn of(count: u32) -> Option<Self> {
        match count {
            0 => None,
            1..=5 => Some(Self::UpTo5),
            6..=20 => Some(Self::UpTo20),
            21..=100 => Some(Self::UpTo100),
            _ => Some(Self::Over100),
        }
    }

    /// Reads what people write: `12`, `~40`, `6–20`, `21-100 staff`, `100+`, `> 100`.
    ///
    /// A range belongs to the band that holds both its ends; one that crosses bands is not guessed.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let numbers: Vec<u32> = text
            .split(|c: char| !c.is_ascii_digit() && c != ',')
            .filter(|part| !part.is_empty())
            .map(|part| part.replace(',', "").parse().ok())
            .collect::<Option<_>>()?;
        let open =
            text.contains('+') || text.starts_with('>') || text.contains("over") || text.contains("more");
        match (numbers.as_slice(), open) {
            ([count], true) if *count >= 100 => Some(Self::Over100),
            ([_], true) => None,
            ([count], false) => Self::of(*count),
            ([low, high], false) if low <= high => {
                let band = Self::of(*low)?;
                (Self::of(*high) == Some(band)).then_some(band)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_people_write_them() {
        for (text, band) in [
            ("100+", Some(SizeBand::Over100)),
            ("~40", Some(SizeBand::UpTo100)),
            ("1-5", Some(SizeBand::UpTo5)),
            ("6–20", Some(SizeBand::UpTo20)),
            ("21-100", Some(SizeBand::UpTo100)),
            ("12", Some(SizeBand::UpTo20)),
            ("about 1,200", Some(SizeBand::Over100)),
            ("5-30", None),
            ("20+", None),
            ("many", None),
            ("0", None),
            ("99999999999999", None),
        ] {
            assert_eq!(SizeBand::read(text), band, "{text}");
        }
    }

    #[test]
    fn only_going_to_yes_widens() {
        assert!(Consent::No.widens_to(Consent::Yes));
        assert!(Consent::NotAnswered.widens_to(Consent::Yes));
        assert!(!Consent::Yes.widens_to(Consent::Yes));
        assert!(!Consent::Yes.widens_to(Consent::No));
    }
}

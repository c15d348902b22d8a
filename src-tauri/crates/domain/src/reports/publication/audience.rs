//! Who reads a report, and how few people a number may stand for.

/// Who a report is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum Audience {
    /// Anybody: a web page, a press release, an archive.
    Public,
    /// Who pays, and the boards that they answer to.
    Funder,
    /// A coach or mentor of the program.
    Coach,
    /// The facility that runs the program.
    Internal,
    /// One participant, about their own data.
    Participant,
}

impl Audience {
    /// Every audience, the widest first.
    pub const ALL: [Self; 5] = [
        Self::Public,
        Self::Funder,
        Self::Coach,
        Self::Internal,
        Self::Participant,
    ];

    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Funder => "funder",
            Self::Coach => "coach",
            Self::Internal => "internal",
            Self::Participant => "participant",
        }
    }

    /// The audience of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.key() == key)
    }

    /// May a figure show each person as a dot? Only inside the facility, which has the answers anyway.
    pub fn sees_persons(self) -> bool {
        self == Self::Internal
    }
}

/// Fewest people that a protected number stands for, by audience.
///
/// The defaults follow what US states do most often (fewer than 10 in public, NCES 2011-603) and the usual 5
/// where readers have a duty of care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    public: u32,
    funder: u32,
    coach: u32,
    internal: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            public: 10,
            funder: 5,
            coach: 5,
            internal: 5,
        }
    }
}

/// A threshold that protects nobody, or would hide everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "expected a threshold from {} to {}, found {found}",
    Thresholds::LEAST,
    Thresholds::MOST
)]
pub struct BadThreshold {
    /// The number found.
    pub found: u32,
}

impl Thresholds {
    /// The least that may be set: below it one of two people knows the other.
    pub const LEAST: u32 = 3;
    /// The most that may be set.
    pub const MOST: u32 = 50;

    /// The threshold of an audience; none for a participant, who gets no counts of others at all.
    pub fn of(&self, audience: Audience) -> Option<u32> {
        match audience {
            Audience::Public => Some(self.public),
            Audience::Funder => Some(self.funder),
            Audience::Coach => Some(self.coach),
            Audience::Internal => Some(self.internal),
            Audience::Participant => None,
        }
    }

    /// The same with another threshold for one audience; a participant has none to set.
    ///
    /// # Errors
    /// [`BadThreshold`] outside [`Thresholds::LEAST`] to [`Thresholds::MOST`].
    pub fn with(mut self, audience: Audience, threshold: u32) -> Result<Self, BadThreshold> {
        if !(Self::LEAST..=Self::MOST).contains(&threshold) {
            return Err(BadThreshold { found: threshold });
        }
        match audience {
            Audience::Public => self.public = threshold,
            Audience::Funder => self.funder = threshold,
            Audience::Coach => self.coach = threshold,
            Audience::Internal => self.internal = threshold,
            Audience::Participant => {}
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn audiences_keep_their_words_and_defaults() {
        for audience in Audience::ALL {
            assert_eq!(Audience::from_key(audience.key()), Some(audience));
        }
        let thresholds = Thresholds::default();
        let all = Audience::ALL.map(|audience| thresholds.of(audience));
        assert_eq!(all, [Some(10), Some(5), Some(5), Some(5), None]);
        assert_eq!(
            Audience::ALL.map(Audience::sees_persons),
            [false, false, false, true, false]
        );
        let stricter = thresholds.with(Audience::Funder, 8).unwrap();
        assert_eq!(stricter.of(Audience::Funder), Some(8));
        assert_eq!(
            thresholds.with(Audience::Public, 2),
            Err(BadThreshold { found: 2 })
        );
    }
}

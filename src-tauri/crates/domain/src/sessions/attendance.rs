//! Who came.

/// What is known of a person's attendance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum Mark {
    /// Not marked yet.
    #[default]
    Expected,
    /// There from the start.
    Present,
    /// Came later.
    Late,
    /// Did not come.
    Absent,
    /// Did not come, and said so.
    Excused,
}

impl Mark {
    /// Every mark, in the order of the keys.
    pub const ALL: [Self; 5] = [
        Self::Expected,
        Self::Present,
        Self::Late,
        Self::Absent,
        Self::Excused,
    ];

    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Present => "present",
            Self::Late => "late",
            Self::Absent => "absent",
            Self::Excused => "excused",
        }
    }

    /// The mark of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.key() == key)
    }

    /// Whether the person was there.
    pub fn attended(self) -> bool {
        matches!(self, Self::Present | Self::Late)
    }
}

/// How many people have each mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
pub struct Tally {
    /// Not marked yet.
    pub expected: u32,
    /// There from the start.
    pub present: u32,
    /// Came later.
    pub late: u32,
    /// Did not come.
    pub absent: u32,
    /// Did not come, and said so.
    pub excused: u32,
}

/// Counts marks.
pub fn tally(marks: impl IntoIterator<Item = Mark>) -> Tally {
    let mut tally = Tally::default();
    for mark in marks {
        *match mark {
            Mark::Expected => &mut tally.expected,
            Mark::Present => &mut tally.present,
            Mark::Late => &mut tally.late,
            Mark::Absent => &mut tally.absent,
            Mark::Excused => &mut tally.excused,
        } += 1;
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks_belong_together_and_are_counted() {
        for mark in Mark::ALL {
            assert_eq!(Mark::from_key(mark.key()), Some(mark));
        }
        let counted = tally([Mark::Present, Mark::Late, Mark::Present]);
        assert_eq!((counted.present, counted.late, counted.absent), (2, 1, 0));
        assert!(Mark::Late.attended() && !Mark::Excused.attended());
    }
}

//! Who is expected, who came, and when.

use chrono::{DateTime, Utc};

use crate::people::Role;
use crate::people::letters::tidy;

/// What is known of a person's attendance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum Presence {
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

impl Presence {
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

/// Whether somebody who is enrolled is expected at sessions: staff are there, but not as attendees.
pub fn attends(roles: &[Role]) -> bool {
    !roles.contains(&Role::Staff)
}

/// When a person with this mark arrived: what was said, or what was known before, or the present while the
/// session runs. Only those who came late have an arrival.
pub fn arrival(
    mark: Presence,
    said: Option<DateTime<Utc>>,
    before: Option<DateTime<Utc>>,
    runs_at: Option<DateTime<Utc>>,
) -> Option<DateTime<Utc>> {
    (mark == Presence::Late)
        .then(|| said.or(before).or(runs_at))
        .flatten()
}

/// Somebody who came without being on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkIn {
    /// Given name or names.
    pub given: String,
    /// Family name; empty if one name was said.
    pub family: String,
    /// Institution, or empty.
    pub institution: String,
}

/// Reads `Given Family` or `Given Family, Institution`; the last word of the name is the family name.
pub fn walk_in(text: &str) -> Option<WalkIn> {
    let (name, institution) = text.split_once(',').unwrap_or((text, ""));
    let (name, institution) = (tidy(name), tidy(institution));
    let (given, family) = name.rsplit_once(' ').unwrap_or((&name, ""));
    (!name.is_empty()).then(|| WalkIn {
        given: given.to_owned(),
        family: family.to_owned(),
        institution,
    })
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
pub fn tally(marks: impl IntoIterator<Item = Presence>) -> Tally {
    let mut tally = Tally::default();
    for mark in marks {
        *match mark {
            Presence::Expected => &mut tally.expected,
            Presence::Present => &mut tally.present,
            Presence::Late => &mut tally.late,
            Presence::Absent => &mut tally.absent,
            Presence::Excused => &mut tally.excused,
        } += 1;
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_are_no_attendees() {
        assert!(attends(&[]) && attends(&[Role::Mentor]));
        assert!(!attends(&[Role::Mentor, Role::Staff]));
    }

    #[test]
    fn an_arrival_is_that_of_somebody_late() {
        let at = |hour: i64| DateTime::from_timestamp(hour * 3_600, 0);
        assert_eq!(arrival(Presence::Present, at(1), at(2), at(3)), None);
        assert_eq!(arrival(Presence::Late, at(1), at(2), at(3)), at(1));
        assert_eq!(arrival(Presence::Late, None, at(2), at(3)), at(2));
        assert_eq!(arrival(Presence::Late, None, None, at(3)), at(3));
        assert_eq!(arrival(Presence::Late, None, None, None), None);
    }

    #[test]
    fn a_walk_in_is_one_line() {
        let read =
            |text: &str| walk_in(text).map(|found| [found.given, found.family, found.institution].join("|"));
        assert_eq!(
            read("María José  Álvarez"),
            Some("María José|Álvarez|".to_owned())
        );
        assert_eq!(
            read("Ada Lovelace, Analytical Library, London"),
            Some("Ada|Lovelace|Analytical Library, London".to_owned())
        );
        assert_eq!(read("Pelé"), Some("Pelé||".to_owned()));
        assert_eq!(read(" , Library"), None);
    }

    #[test]
    fn words_and_marks_belong_together_and_are_counted() {
        for mark in Presence::ALL {
            assert_eq!(Presence::from_key(mark.key()), Some(mark));
        }
        let counted = tally([Presence::Present, Presence::Late, Presence::Present]);
        assert_eq!((counted.present, counted.late, counted.absent), (2, 1, 0));
        assert!(Presence::Late.attended() && !Presence::Excused.attended());
    }
}

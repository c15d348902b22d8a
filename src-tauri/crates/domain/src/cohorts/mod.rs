//! Cohorts, who is enrolled in them, and the codes on their papers.

mod departure;

pub use departure::{AnswersAfter, Departure, Leaving, LeavingReason, default_reasons};

use chrono::NaiveDate;

use crate::ids::{CohortId, EnrolmentId, LevelId, PersonId, ProgramId, SectorId};
use crate::people::SizeBand;

/// A group of participants who go through a program together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohort {
    /// Its id.
    pub id: CohortId,
    /// The program it belongs to.
    pub program: ProgramId,
    /// Its name, e.g. "Prairie State cohort, 2026–27".
    pub name: String,
    /// Its short mark on screens and paper, e.g. "PSC 26–27".
    pub mark: String,
    /// The letters before the number in a participant code.
    pub prefix: String,
    /// First day.
    pub starts: Option<NaiveDate>,
    /// Last day.
    pub ends: Option<NaiveDate>,
}

/// A person's place in a cohort, with what was true of them when they enrolled.
///
/// Reports count these copies, so that a career move later does not change an earlier year's figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// Derived from cohort and person, so two laptops make the same row.
    pub id: EnrolmentId,
    /// The cohort.
    pub cohort: CohortId,
    /// The person.
    pub person: PersonId,
    /// The running number in the participant code, from 1.
    pub number: u32,
    /// Sector of the institution.
    pub sector: Option<SectorId>,
    /// Career level.
    pub level: Option<LevelId>,
    /// What the person wants to become, in their words.
    pub aspiration: String,
    /// Institution.
    pub institution: String,
    /// Position title.
    pub position: String,
    /// State, province or other region.
    pub region: String,
    /// How many work at the institution.
    pub size: Option<SizeBand>,
    /// The day of registration.
    pub registered: Option<NaiveDate>,
    /// Numbers of other places of the same person in this cohort, from records that were joined: they stand on
    /// paper that is out there. Not part of the place itself.
    pub also: Vec<u32>,
    /// How they left it, if they have and did not come back. Not part of the place itself.
    pub left: Option<Departure>,
    /// Their last day in the cohort from which they moved here, if they did. Not part of the place itself.
    pub since: Option<NaiveDate>,
}

impl Enrolment {
    /// Whether a code, as it stands on paper, means this place.
    pub fn is_coded(&self, prefix: &str, code: &str) -> bool {
        std::iter::once(&self.number)
            .chain(&self.also)
            .any(|number| participant_code(prefix, *number).eq_ignore_ascii_case(code))
    }

    /// Whether they take part on a day.
    pub fn is_there(&self, day: NaiveDate) -> bool {
        self.left.as_ref().is_none_or(|left| !left.is_away(day)) && self.since.is_none_or(|since| day > since)
    }

    /// Whether results count their answers.
    pub fn counts(&self) -> bool {
        let kept = |left: &Departure| left.answers == AnswersAfter::Keep;
        !self.left.as_ref().is_some_and(kept)
    }
}

/// Whether somebody took part to the end: they did not leave, and came to at least two of three sessions that were
/// held. Before the first session nobody has.
pub fn took_part(came: u32, held: u32, left: bool) -> bool {
    !left && held > 0 && came * 3 >= held * 2
}

/// The default letters before the number in a participant code.
pub const DEFAULT_PREFIX: &str = "N";

/// The participant code: prefix and running number, at least two digits (`N01`, `N112`).
pub fn participant_code(prefix: &str, number: u32) -> String {
    format!("{prefix}{number:02}")
}

/// The number that the next participant gets: one above every number ever given out in this cohort, those
/// of people who left included, because a code that is printed on paper is never reused.
pub fn next_number(ever_used: impl IntoIterator<Item = u32>) -> u32 {
    ever_used.into_iter().max().unwrap_or(0) + 1
}

/// A code prefix that cannot stand on paper or in a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a prefix of 1 to 4 letters, found {found:?}")]
pub struct BadPrefix {
    /// The text found.
    pub found: String,
}

/// Checks a code prefix: one to four letters.
///
/// # Errors
/// [`BadPrefix`] with the text found.
pub fn check_prefix(prefix: &str) -> Result<(), BadPrefix> {
    let letters = prefix.chars().count();
    if (1..=4).contains(&letters) && prefix.chars().all(char::is_alphabetic) {
        return Ok(());
    }
    Err(BadPrefix {
        found: prefix.chars().take(20).collect(),
    })
}

/// A short mark made of a cohort's name: the initials of its words and its years ("Prairie State cohort,
/// 2026–27" → "PSC 26–27"). Abbreviations stay whole.
pub fn mark_of(name: &str) -> String {
    let words = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let (mut letters, mut years) = (String::new(), Vec::new());
    for word in words {
        if word.chars().all(|c| c.is_ascii_digit()) {
            years.push(word[word.len().saturating_sub(2)..].to_owned());
        } else if word.chars().count() > 1 && word.chars().all(char::is_uppercase) {
            // An abbreviation is its own mark.
            letters.push_str(word);
        } else if let Some(first) = word.chars().next() {
            letters.extend(first.to_uppercase());
        }
    }
    let letters: String = letters.chars().take(4).collect();
    [letters, years.join("–")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn two_of_three_sessions_are_enough() {
        let cases = [
            (2, 3, false),
            (1, 3, false),
            (3, 3, true),
            (0, 0, false),
            (4, 6, false),
            (5, 8, false),
        ];
        let to_the_end: Vec<bool> = cases
            .iter()
            .map(|(came, held, left)| super::took_part(*came, *held, *left))
            .collect();
        assert_eq!(to_the_end, [true, false, false, false, true, false]);
    }

    use super::*;

    #[test]
    fn codes_count_on_and_are_never_given_twice() {
        assert_eq!(participant_code("N", 1), "N01");
        assert_eq!(participant_code("PS", 112), "PS112");
        assert_eq!(next_number([]), 1);
        assert_eq!(next_number([1, 7, 3]), 8);
    }

    #[test]
    fn a_prefix_is_a_few_letters() {
        assert!(check_prefix("N").is_ok());
        assert!(check_prefix("ÅR").is_ok());
        assert!(check_prefix("").is_err());
        assert!(check_prefix("=A1").is_err());
    }

    #[test]
    fn a_mark_is_made_of_initials_and_years() {
        assert_eq!(mark_of("Prairie State cohort, 2026–27"), "PSC 26–27");
        assert_eq!(mark_of("Spring"), "S");
        assert_eq!(mark_of("PSC 26-27"), "PSC 26–27");
        assert_eq!(mark_of("IMLS leaders 2026"), "IMLS 26");
        assert_eq!(mark_of("  "), "");
    }
}

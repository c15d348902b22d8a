//! What is put into a program: the institutions that carry it, and the hours of the people who do.

use chrono::NaiveDate;

use crate::ids::{CohortId, HoursId, PartnerId, PersonId, ProgramId, SessionId};
use crate::people::Role;

/// An institution that works with a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// The program.
    pub program: ProgramId,
    /// Its name.
    pub name: String,
    /// What it gives or does, in a few words.
    pub part: String,
    /// Whether it is a training facility of its own.
    pub facility: bool,
}

/// Time that somebody gives to a program, planned beside given. Times are in minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// Its id.
    pub id: HoursId,
    /// The program.
    pub program: ProgramId,
    /// The cohort for which it was; none for the program as a whole.
    pub cohort: Option<CohortId>,
    /// The session for which it was.
    pub session: Option<SessionId>,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// Planned.
    pub planned: u32,
    /// Given.
    pub given: u32,
    /// The day, or the first of several.
    pub date: Option<NaiveDate>,
    /// What it was for.
    pub what: String,
}

/// The longest time in one line, in minutes: a year of it.
pub const LONGEST: u32 = 366 * 24 * 60;

/// Text that is no time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected hours such as 2, 2.5 or 2:30, found {found:?}")]
pub struct BadHours {
    /// What was found.
    pub found: String,
}

/// Reads hours into minutes: `2`, `2.5`, `2,5` or `2:30`. Nothing counts as none.
///
/// # Errors
/// [`BadHours`] for anything else, and for more than [`LONGEST`].
pub fn read_hours(text: &str) -> Result<u32, BadHours> {
    let bad = || BadHours {
        found: text.chars().take(40).collect(),
    };
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Ok(0);
    }
    let whole = |part: &str| match part.bytes().all(|byte| byte.is_ascii_digit()) && part.len() <= 6 {
        true => part.parse::<u32>().map_err(|_| bad()),
        false => Err(bad()),
    };
    let minutes = if let Some((hours, minutes)) = trimmed.split_once(':') {
        match (whole(hours)?, minutes.len(), whole(minutes)?) {
            (hours, 2, minutes @ 0..60) => hours * 60 + minutes,
            _ => return Err(bad()),
        }
    } else if let Some((hours, part)) = trimmed.split_once(['.', ',']) {
        let hours = if hours.is_empty() { 0 } else { whole(hours)? };
        let digits = u32::try_from(part.len())
            .ok()
            .filter(|digits| (1..=4).contains(digits));
        let scale = 10_u32.pow(digits.ok_or_else(bad)?);
        hours * 60 + (whole(part)? * 60 + scale / 2) / scale
    } else {
        whole(trimmed)? * 60
    };
    if minutes > LONGEST {
        return Err(bad());
    }
    Ok(minutes)
}

/// Minutes as hours for a field: `2`, `2:30`.
pub fn show_hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (hours, 0) => hours.to_string(),
        (hours, rest) => format!("{hours}:{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, minutes) in [
            ("2", 120),
            ("2.5", 150),
            ("2,25", 135),
            (".5", 30),
            ("2:30", 150),
            (" 0:05 ", 5),
            ("", 0),
        ] {
            assert_eq!(read_hours(text), Ok(minutes), "{text:?}");
        }
        for text in ["two", "-1", "2:60", "2:5", "1.", "2.5.1", "999999", "²", "1e3"] {
            assert!(read_hours(text).is_err(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_a_field_shows_is_read_again(minutes in 0..=LONGEST) {
            prop_assert_eq!(read_hours(&show_hours(minutes)), Ok(minutes));
        }

        #[test]
        fn whatever_is_typed_is_read_or_refused(text in ".*") {
            if let Ok(minutes) = read_hours(&text) {
                prop_assert!(minutes <= LONGEST);
            }
        }
    }
}

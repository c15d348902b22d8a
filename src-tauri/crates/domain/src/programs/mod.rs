//! The facility that owns the workspace, and the programs it runs.

pub mod find;
pub mod inputs;
pub mod model;

use chrono::NaiveDate;

use crate::ids::{CohortId, FacilityId, ProgramId};

/// The training facility whose device this is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facility {
    /// Its id.
    pub id: FacilityId,
    /// Its name as it appears on paper.
    pub name: String,
    /// The time zone of its sessions, as IANA names it.
    pub zone: chrono_tz::Tz,
}

/// The grant that pays for a program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Award {
    /// Who funds it.
    pub funder: String,
    /// The funder's number of it.
    pub number: String,
    /// First day of its period.
    pub starts: Option<NaiveDate>,
    /// Last day of its period.
    pub ends: Option<NaiveDate>,
}

impl Award {
    /// Whether nothing is known of it, which is how a program without an award looks.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}

/// A training program, run in cohorts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// Its id.
    pub id: ProgramId,
    /// Its name.
    pub name: String,
    /// Why it exists: the situation it answers, quoted in the funder report.
    pub situation: String,
    /// What decides who is selected, in order.
    pub criteria: Vec<String>,
    /// The award, where there is one.
    pub award: Option<Award>,
    /// Made only to try the program out: never in exports or counts of real data.
    pub sample: bool,
}

/// What is counted, or reported on: a program, or one cohort of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scope {
    /// The program.
    pub program: ProgramId,
    /// The cohort; none for all of them.
    pub cohort: Option<CohortId>,
}

/// A period whose end lies before its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the period starts on {starts} and ends before it, on {ends}")]
pub struct PeriodBackwards {
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
}

/// Checks that a period does not run backwards; an open end is fine.
///
/// # Errors
/// [`PeriodBackwards`] with both days.
pub fn check_period(starts: Option<NaiveDate>, ends: Option<NaiveDate>) -> Result<(), PeriodBackwards> {
    match (starts, ends) {
        (Some(starts), Some(ends)) if ends < starts => Err(PeriodBackwards { starts, ends }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_may_be_open_or_one_day_and_never_runs_backwards() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        assert!(check_period(None, None).is_ok());
        assert!(check_period(day("2026-10-01"), None).is_ok());
        assert!(check_period(day("2026-10-01"), day("2026-10-01")).is_ok());
        let backwards = check_period(day("2026-10-01"), day("2026-09-30")).unwrap_err();
        assert_eq!(Some(backwards.ends), day("2026-09-30"));
    }

    #[test]
    fn an_award_is_there_once_one_thing_is_known_of_it() {
        assert!(Award::default().is_empty());
        let numbered = Award {
            number: "RE-31-26-0042".to_owned(),
            ..Award::default()
        };
        assert!(!numbered.is_empty());
    }
}

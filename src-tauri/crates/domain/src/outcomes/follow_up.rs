//! The moments after a program at which a cohort is asked again, counted from its last day.

use chrono::{Months, NaiveDate, TimeDelta};

use crate::assessments::Moment;
use crate::ids::{CohortId, FollowUpId};

/// The moments that every cohort has, the nearest first.
pub const MOMENTS: [Moment; 3] = [
    Moment::FollowUpWeeks,
    Moment::FollowUpSixMonths,
    Moment::FollowUpTwelveMonths,
];

/// How many weeks there are for a follow-up once it is due.
pub const WINDOW_WEEKS: u32 = 4;

/// A follow-up of a cohort. Of a moment that every cohort has, one is stored only once something is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Derived from cohort and moment for those that every cohort has.
    pub id: FollowUpId,
    /// The cohort.
    pub cohort: CohortId,
    /// The moment that every cohort has; none for one of the cohort's own.
    pub moment: Option<Moment>,
    /// What it is called; empty for a moment that every cohort has.
    pub title: String,
    /// How many weeks after the last day an own one begins.
    pub weeks: u32,
    /// The day on which it was done, as somebody said.
    pub done: Option<NaiveDate>,
}

/// The follow-up of a moment that every cohort has, before anything is said of it.
pub fn standard(cohort: CohortId, moment: Moment) -> FollowUp {
    FollowUp {
        id: FollowUpId::of(cohort, moment.key()),
        cohort,
        moment: Some(moment),
        title: String::new(),
        weeks: 0,
        done: None,
    }
}

/// The days within which a follow-up is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub opens: NaiveDate,
    /// The last day.
    pub closes: NaiveDate,
}

/// The window of a follow-up of a cohort that ends on this day; none if that lies beyond every calendar.
pub fn window(follow_up: &FollowUp, ends: NaiveDate) -> Option<Window> {
    let opens = match follow_up.moment {
        Some(Moment::FollowUpSixMonths) => ends.checked_add_months(Months::new(6)),
        Some(Moment::FollowUpTwelveMonths) => ends.checked_add_months(Months::new(12)),
        Some(_) => return window_after(ends, 4),
        None => return window_after(ends, follow_up.weeks),
    }?;
    Some(Window {
        opens,
        closes: opens.checked_add_signed(TimeDelta::weeks(WINDOW_WEEKS.into()))?,
    })
}

/// The window that begins so many weeks after the last day.
pub fn window_after(ends: NaiveDate, weeks: u32) -> Option<Window> {
    let opens = ends.checked_add_signed(TimeDelta::weeks(weeks.into()))?;
    Some(Window {
        opens,
        closes: opens.checked_add_signed(TimeDelta::weeks(WINDOW_WEEKS.into()))?,
    })
}

/// How far a follow-up is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum FollowUpState {
    /// Its window has not begun, or the cohort has no last day yet.
    Planned,
    /// Its window is open.
    Due,
    /// Its window has passed.
    Overdue,
    /// It was done.
    Done,
}

/// How far a follow-up is today.
pub fn state(window: Option<Window>, done: bool, today: NaiveDate) -> FollowUpState {
    match window {
        _ if done => FollowUpState::Done,
        Some(window) if today > window.closes => FollowUpState::Overdue,
        Some(window) if today >= window.opens => FollowUpState::Due,
        _ => FollowUpState::Planned,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn cohort() -> CohortId {
        CohortId(Uuid::from_u128(1))
    }

    #[test]
    fn the_windows_count_from_the_last_day_and_months_may_be_short() {
        let ends = day("2026-08-31");
        let windows = MOMENTS.map(|moment| window(&standard(cohort(), moment), ends).unwrap());
        assert_eq!(windows[0].opens, day("2026-09-28"));
        assert_eq!(windows[0].closes, day("2026-10-26"));
        assert_eq!(windows[1].opens, day("2027-02-28"));
        assert_eq!(windows[2].opens, day("2027-08-31"));
        let own = FollowUp {
            moment: None,
            weeks: 2,
            ..standard(cohort(), Moment::FollowUpWeeks)
        };
        assert_eq!(window(&own, ends).unwrap().opens, day("2026-09-14"));
    }

    #[test]
    fn it_is_due_within_its_window_overdue_after_it_and_done_whenever_it_was() {
        let open = window_after(day("2026-01-01"), 4);
        let at = |text: &str| state(open, false, day(text));
        assert_eq!(at("2026-01-28"), FollowUpState::Planned);
        assert_eq!(at("2026-01-29"), FollowUpState::Due);
        assert_eq!(at("2026-02-26"), FollowUpState::Due);
        assert_eq!(at("2026-02-27"), FollowUpState::Overdue);
        assert_eq!(state(open, true, day("2030-01-01")), FollowUpState::Done);
        assert_eq!(state(None, false, day("2030-01-01")), FollowUpState::Planned);
    }

    proptest! {
        #[test]
        fn no_day_and_no_number_of_weeks_breaks_a_window(days in -90_000_000i32..90_000_000, weeks in any::<u32>()) {
            if let Some(ends) = NaiveDate::from_num_days_from_ce_opt(days) {
                if let Some(found) = window_after(ends, weeks) {
                    prop_assert!(ends <= found.opens && found.opens < found.closes);
                }
                for moment in MOMENTS {
                    if let Some(found) = window(&standard(cohort(), moment), ends) {
                        prop_assert!(ends < found.opens && found.opens < found.closes);
                    }
                }
            }
        }
    }
}

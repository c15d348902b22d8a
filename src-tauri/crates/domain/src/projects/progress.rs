//! How a project goes: dated updates, which of them count, and when silence becomes a reason to ask.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::ids::{ProjectId, UpdateId};

/// After more than this number of days without an update a project that is not finished is stale.
pub const STALE_AFTER: i64 = 30;

/// How a project goes, in plain words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum ProjectStatus {
    /// As planned.
    OnCourse,
    /// It goes on, but slower than planned.
    Slower,
    /// It cannot go on without help.
    Stuck,
    /// It goes on with another aim or in another way.
    ChangedCourse,
    /// It is done.
    Finished,
}

impl ProjectStatus {
    /// Every status, in the order of a form.
    pub const ALL: [Self; 5] = [
        Self::OnCourse,
        Self::Slower,
        Self::Stuck,
        Self::ChangedCourse,
        Self::Finished,
    ];

    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::OnCourse => "on-course",
            Self::Slower => "slower",
            Self::Stuck => "stuck",
            Self::ChangedCourse => "changed-course",
            Self::Finished => "finished",
        }
    }

    /// The status of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }
}

/// A dated report on a project. It is never edited: a correction is an update that names the one it replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// Its id; ids of the same day order updates by the time they were made.
    pub id: UpdateId,
    /// The project.
    pub project: ProjectId,
    /// The day it tells of.
    pub date: NaiveDate,
    /// How the project goes.
    pub status: ProjectStatus,
    /// What happened.
    pub text: String,
    /// Who wrote it down.
    pub author: String,
    /// The update that this one replaces.
    pub corrects: Option<UpdateId>,
}

/// The updates that count, the latest first: those that no other of the list corrects.
pub fn current(live: Vec<Update>) -> Vec<Update> {
    let replaced: HashSet<UpdateId> = live.iter().filter_map(|update| update.corrects).collect();
    let mut left: Vec<Update> = live
        .into_iter()
        .filter(|update| !replaced.contains(&update.id))
        .collect();
    left.sort_by_key(|update| std::cmp::Reverse((update.date, update.id)));
    left
}

/// An update with everything that it replaces, itself first.
pub fn chain(live: &[Update], id: UpdateId) -> Vec<UpdateId> {
    let mut found = vec![id];
    let before = |id| live.iter().find(|update| update.id == id)?.corrects;
    let mut next = before(id);
    while let Some(id) = next.filter(|id| !found.contains(id)) {
        found.push(id);
        next = before(id);
    }
    found
}

/// Updates of a list of current ones that correct the same update as another: two people were each right
/// alone, and somebody has to say which counts.
pub fn doubles(current: &[Update]) -> Vec<UpdateId> {
    let twice = |update: &&Update| {
        update.corrects.is_some()
            && current
                .iter()
                .any(|other| other.id != update.id && other.corrects == update.corrects)
    };
    current.iter().filter(twice).map(|update| update.id).collect()
}

/// What is known of a project today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct News {
    /// How it goes, by its latest update; none without one.
    pub status: Option<ProjectStatus>,
    /// The day of its latest update.
    pub last: Option<NaiveDate>,
    /// Days since then, or since the charter was agreed if there is no update yet; never below zero.
    pub days: Option<u32>,
    /// Whether that is too long.
    pub stale: bool,
}

/// What is known of a project today, from its current updates ([`current`]) and the day of its charter.
pub fn news(today: NaiveDate, agreed: Option<NaiveDate>, current: &[Update]) -> News {
    let latest = current.iter().max_by_key(|update| (update.date, update.id));
    let status = latest.map(|update| update.status);
    let last = latest.map(|update| update.date);
    let silent = last.or(agreed).map(|day| (today - day).num_days().max(0));
    News {
        status,
        last,
        days: silent.and_then(|days| u32::try_from(days).ok()),
        stale: status != Some(ProjectStatus::Finished) && silent.is_some_and(|days| days > STALE_AFTER),
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn day(number: u64) -> NaiveDate {
        NaiveDate::default() + Days::new(number)
    }

    fn update(id: u128, date: u64, status: ProjectStatus, corrects: Option<u128>) -> Update {
        Update {
            id: UpdateId(Uuid::from_u128(id)),
            project: ProjectId(Uuid::from_u128(9)),
            date: day(date),
            status,
            text: String::new(),
            author: "Ana".into(),
            corrects: corrects.map(|id| UpdateId(Uuid::from_u128(id))),
        }
    }

    fn numbers(updates: &[Update]) -> Vec<u128> {
        updates.iter().map(|update| update.id.0.as_u128()).collect()
    }

    #[test]
    fn words_and_statuses_belong_together() {
        for status in ProjectStatus::ALL {
            assert_eq!(ProjectStatus::from_key(status.key()), Some(status));
        }
        assert_eq!(ProjectStatus::from_key("On course"), None);
    }

    #[test]
    fn the_latest_day_counts_and_on_one_day_the_later_update() {
        use ProjectStatus::{OnCourse, Slower, Stuck};
        let all = vec![
            update(1, 5, Stuck, None),
            update(2, 9, OnCourse, None),
            update(3, 7, Slower, None),
            update(4, 9, Slower, None),
        ];
        let current = current(all);
        assert_eq!(numbers(&current), [4, 2, 3, 1]);
        let news = news(day(12), None, &current);
        assert_eq!(
            (news.status, news.last, news.days),
            (Some(Slower), Some(day(9)), Some(3))
        );
    }

    #[test]
    fn a_correction_stands_in_the_place_of_what_it_names_even_on_another_day() {
        use ProjectStatus::{OnCourse, Stuck};
        let all = vec![update(1, 5, OnCourse, None), update(2, 3, Stuck, Some(1))];
        assert_eq!(chain(&all, UpdateId(Uuid::from_u128(2))).len(), 2);
        let current = current(all);
        assert_eq!(numbers(&current), [2]);
        assert!(doubles(&current).is_empty());
    }

    #[test]
    fn two_corrections_of_one_update_are_a_visible_double() {
        use ProjectStatus::{OnCourse, Stuck};
        let all = vec![
            update(1, 5, OnCourse, None),
            update(2, 5, Stuck, Some(1)),
            update(3, 5, OnCourse, Some(1)),
            update(4, 6, OnCourse, None),
        ];
        let twice = doubles(&current(all));
        assert_eq!(twice.iter().map(|id| id.0.as_u128()).collect::<Vec<_>>(), [3, 2]);
    }

    #[test]
    fn a_ring_of_corrections_ends() {
        use ProjectStatus::OnCourse;
        let ring = [update(1, 5, OnCourse, Some(2)), update(2, 5, OnCourse, Some(1))];
        assert_eq!(chain(&ring, ring[0].id).len(), 2);
    }

    #[test]
    fn more_than_thirty_days_of_silence_are_too_many_unless_it_is_finished() {
        let silent = |days: u64, status| news(day(100 + days), None, &[update(1, 100, status, None)]);
        assert!(!silent(30, ProjectStatus::OnCourse).stale);
        assert!(silent(31, ProjectStatus::OnCourse).stale);
        assert!(!silent(400, ProjectStatus::Finished).stale);
        assert_eq!(silent(41, ProjectStatus::Stuck).days, Some(41));
    }

    #[test]
    fn without_an_update_the_day_of_the_charter_counts() {
        assert!(!news(day(30), Some(day(0)), &[]).stale);
        assert!(news(day(31), Some(day(0)), &[]).stale);
        assert_eq!(news(day(31), None, &[]), News::default());
    }

    #[test]
    fn an_update_dated_ahead_is_news_of_today() {
        let ahead = news(day(3), None, &[update(1, 9, ProjectStatus::OnCourse, None)]);
        assert_eq!((ahead.days, ahead.stale), (Some(0), false));
    }

    proptest! {
        #[test]
        fn a_chain_of_corrections_leaves_its_last_whatever_the_order(
            length in 1u128..12,
            seed in any::<u64>(),
        ) {
            let mut all: Vec<_> = (1..=length)
                .map(|id| update(id, seed % (id as u64 + 3), ProjectStatus::OnCourse, (id > 1).then(|| id - 1)))
                .collect();
            let by = seed as usize % all.len();
            all.rotate_left(by);
            prop_assert_eq!(chain(&all, UpdateId(Uuid::from_u128(length))).len() as u128, length);
            prop_assert_eq!(numbers(&current(all)), [length]);
        }

        #[test]
        fn stale_is_only_a_matter_of_days(today in 0u64..400, last in 0u64..400) {
            let news = news(day(today), None, &[update(1, last, ProjectStatus::Slower, None)]);
            prop_assert_eq!(news.stale, today > last + 30);
        }
    }
}

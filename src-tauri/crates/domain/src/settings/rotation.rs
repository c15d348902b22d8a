//! Which backups stay: seven daily, four weekly, one before each migration, and all of them together within
//! a tenth of the free space. The newest one always stays.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};

/// Days whose last backup stays.
pub const DAYS: usize = 7;
/// Weeks (ISO, from Monday) before those days whose last backup stays.
pub const WEEKS: usize = 4;
/// The share of the free space that backups may take: one part in this many.
const SHARE: u64 = 10;

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// In the course of work: at opening, or because somebody asked.
    Usual,
    /// Before the file was brought to the format of a later version.
    Migration {
        /// The format that it still had.
        format: u32,
    },
}

/// A backup as far as rotation looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backup {
    /// When it was made.
    pub at: DateTime<Utc>,
    /// The day of that, where the laptop is.
    pub day: NaiveDate,
    /// Its size in bytes, the key slots included.
    pub bytes: u64,
    /// Why it was made.
    pub reason: Reason,
}

/// How many bytes all backups together may take, where `free` bytes are free beside them.
///
/// The backups count as free space here; otherwise each one would shrink the room of the others.
pub fn room(free: u64, backups: &[Backup]) -> u64 {
    let held: u64 = backups.iter().map(|backup| backup.bytes).sum();
    free.saturating_add(held) / SHARE
}

/// Whether the first backup of a day is still to be made.
pub fn is_due(backups: &[Backup], today: NaiveDate) -> bool {
    !backups
        .iter()
        .any(|backup| backup.reason == Reason::Usual && backup.day >= today)
}

/// The places in `backups` of those that go, so that the others follow the rule and fit into `room` bytes.
pub fn to_drop(backups: &[Backup], room: u64) -> Vec<usize> {
    let mut newest_first: Vec<usize> = (0..backups.len()).collect();
    newest_first.sort_by_key(|at| std::cmp::Reverse((backups[*at].at, *at)));
    let (mut days, mut weeks, mut formats) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let (mut weekly, mut taken, mut is_full) = (0, 0u64, false);
    let mut going = Vec::new();
    for (age, at) in newest_first.into_iter().enumerate() {
        let backup = &backups[at];
        let follows = match backup.reason {
            Reason::Migration { format } => formats.insert(format),
            Reason::Usual => {
                let week = backup.day.iso_week();
                let is_last_of_day = days.insert(backup.day) && days.len() <= DAYS;
                let is_last_of_week = weeks.insert((week.year(), week.week())) && !is_last_of_day;
                weekly += usize::from(is_last_of_week);
                is_last_of_day || (is_last_of_week && weekly <= WEEKS)
            }
        };
        // What is beyond the room takes everything older with it: the oldest go first.
        is_full |= follows && taken.saturating_add(backup.bytes) > room;
        if age == 0 || (follows && !is_full) {
            taken = taken.saturating_add(backup.bytes);
        } else {
            going.push(at);
        }
    }
    going.sort_unstable();
    going
}

#[cfg(test)]
mod tests {
    use chrono::{Days, TimeDelta};
    use proptest::prelude::*;

    use super::*;

    const PLENTY: u64 = u64::MAX;

    fn start() -> DateTime<Utc> {
        "2026-09-14T08:00:00Z".parse().unwrap()
    }

    fn backup(minutes: i64, bytes: u64, reason: Reason) -> Backup {
        let at = start() + TimeDelta::minutes(minutes);
        Backup {
            at,
            day: at.date_naive(),
            bytes,
            reason,
        }
    }

    fn daily(day: i64) -> Backup {
        backup(day * 24 * 60, 10, Reason::Usual)
    }

    fn left(backups: &[Backup], room: u64) -> Vec<Backup> {
        let going = to_drop(backups, room);
        let stays = |at: &usize| !going.contains(at);
        (0..backups.len()).filter(stays).map(|at| backups[at]).collect()
    }

    /// Makes a backup a day and rotates after each.
    fn after_days(days: i64) -> Vec<Backup> {
        (0..days).fold(Vec::new(), |mut kept, day| {
            kept.push(daily(day));
            left(&kept, PLENTY)
        })
    }

    #[test]
    fn seven_days_and_four_weeks_stay() {
        // Day 62 is a Sunday; the Sundays before it are 55, 48, 41 and 34.
        let days: Vec<i64> = after_days(63)
            .iter()
            .map(|backup| (backup.at - start()).num_days())
            .collect();
        assert_eq!(days, [34, 41, 48, 55, 56, 57, 58, 59, 60, 61, 62]);
    }

    #[test]
    fn of_one_day_the_last_stays() {
        let all = [
            backup(0, 1, Reason::Usual),
            backup(60, 1, Reason::Usual),
            backup(30, 1, Reason::Usual),
        ];
        assert_eq!(to_drop(&all, PLENTY), [0, 2]);
    }

    #[test]
    fn the_last_before_each_migration_stays_for_good() {
        let mut all = vec![
            backup(0, 10, Reason::Migration { format: 3 }),
            backup(1, 10, Reason::Migration { format: 3 }),
            backup(2, 10, Reason::Migration { format: 4 }),
        ];
        all.extend((1..100).map(daily));
        let kept = left(&all, PLENTY);
        assert_eq!(&kept[..2], &all[1..3]);
    }

    #[test]
    fn beyond_the_room_the_oldest_go_and_the_newest_never() {
        let all: Vec<_> = (0..5).map(daily).collect();
        assert_eq!(to_drop(&all, 30), [0, 1]);
        assert_eq!(to_drop(&all, 29), [0, 1, 2]);
        assert_eq!(to_drop(&all, 0), [0, 1, 2, 3]);
        assert_eq!(room(400, &all), 45);
    }

    #[test]
    fn a_backup_is_due_once_a_day_and_a_migration_counts_for_none() {
        let today = start().date_naive();
        let before = backup(0, 1, Reason::Migration { format: 1 });
        assert!(is_due(&[before], today));
        assert!(!is_due(&[daily(0)], today));
        assert!(is_due(&[daily(0)], today + Days::new(1)));
        // A clock that was set back does not fill the disk.
        assert!(!is_due(&[daily(1)], today));
    }

    fn any_backup() -> impl Strategy<Value = Backup> {
        let reason = prop_oneof![
            4 => Just(Reason::Usual),
            1 => (1u32..6).prop_map(|format| Reason::Migration { format }),
        ];
        (0i64..200_000, 0u64..1_000, reason)
            .prop_map(|(minutes, bytes, reason)| backup(minutes, bytes, reason))
    }

    proptest! {
        #[test]
        fn what_stays_follows_the_rule(
            all in prop::collection::vec(any_backup(), 0..60),
            room in 0u64..20_000,
        ) {
            let kept = left(&all, room);
            let newest = all.iter().map(|backup| backup.at).max();
            prop_assert_eq!(kept.iter().map(|backup| backup.at).max(), newest);
            let bytes: u64 = kept.iter().map(|backup| backup.bytes).sum();
            prop_assert!(bytes <= room || kept.len() == 1);
            let usual = kept.iter().filter(|backup| backup.reason == Reason::Usual).count();
            prop_assert!(usual <= DAYS + WEEKS);
            let formats: BTreeSet<_> = kept.iter().map(|backup| backup.reason).collect();
            prop_assert!(kept.len() - usual < formats.len() + usize::from(usual == 0));
            // What rotation leaves, it leaves again.
            prop_assert_eq!(to_drop(&kept, room), Vec::<usize>::new());
        }

        #[test]
        fn more_room_never_drops_more(
            all in prop::collection::vec(any_backup(), 0..40),
            room in 0u64..20_000,
            more in 0u64..20_000,
        ) {
            let (little, much) = (to_drop(&all, room), to_drop(&all, room + more));
            prop_assert!(much.iter().all(|at| little.contains(at)));
        }

        #[test]
        fn day_after_day_the_last_week_and_older_weeks_are_there(days in 40i64..120) {
            let kept = after_days(days);
            prop_assert_eq!(kept.len(), DAYS + WEEKS);
            for day in days - 7..days {
                prop_assert!(kept.contains(&daily(day)));
            }
            let oldest = kept.iter().map(|backup| backup.at).min();
            prop_assert!(oldest <= Some(start() + TimeDelta::days(days - 29)));
        }
    }
}

//! Where a running session stands: what runs, what follows when, and how far behind it is.

use std::ops::Range;

use chrono::{DateTime, NaiveTime, TimeDelta, TimeZone as _, Utc};

use super::{Block, Run, Session, times};

/// The state of a session at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The block that runs.
    pub current: Option<usize>,
    /// The block that comes next.
    pub next: Option<usize>,
    /// When each block ran, runs, or will run if nothing is changed; none for one that is left out.
    pub projected: Vec<Option<(DateTime<Utc>, DateTime<Utc>)>>,
    /// Minutes behind the plan when the current block ends, or the session ended; negative when ahead.
    pub behind: i64,
    /// The blocks that a repair may touch: those after the current one up to the next locked one.
    pub stretch: Range<usize>,
    /// When the stretch has to be over: at the start of the next locked block, or at the planned end.
    pub deadline: DateTime<Utc>,
    /// Minutes that the stretch has; negative when the current block runs past the deadline.
    pub available: i64,
}

/// A planned time as an instant. In the hour that a change of the clock leaves out, the hour after it.
pub fn instant(session: &Session, minutes: u32) -> DateTime<Utc> {
    let midnight = session.date.and_time(NaiveTime::MIN);
    let local = midnight + TimeDelta::minutes(i64::from(minutes));
    let found = session.zone.from_local_datetime(&local).earliest();
    let found = found.or_else(|| {
        session
            .zone
            .from_local_datetime(&(local + TimeDelta::hours(1)))
            .earliest()
    });
    found.map_or_else(
        || Utc.from_utc_datetime(&local),
        |found| found.with_timezone(&Utc),
    )
}

/// The minutes that a block has: those of a repair, or the planned ones.
pub fn minutes(block: &Block, run: &Run) -> u32 {
    run.minutes.or(block.minutes).unwrap_or(0)
}

/// The state of a session at `now`. It follows from what was stored, so a crash or a sleeping laptop
/// resumes where the clock says.
pub fn progress(session: &Session, blocks: &[(Block, Run)], now: DateTime<Utc>) -> Progress {
    let current = blocks
        .iter()
        .position(|(_, run)| run.began.is_some() && run.ended.is_none() && !run.dropped);
    let projected = project(session, blocks, current, now);
    let first = match current {
        Some(current) => current + 1,
        None => blocks
            .iter()
            .rposition(|(_, run)| run.ended.is_some())
            .map_or(0, |last| last + 1),
    };
    let next = (first..blocks.len()).find(|at| projected[*at].is_some());
    let bound = (first..blocks.len()).find(|at| blocks[*at].0.locked.is_some() && !blocks[*at].1.dropped);
    let end = bound.unwrap_or(blocks.len());
    let free_from = match (current, next) {
        (Some(current), _) => projected[current].map_or(now, |(_, end)| end.max(now)),
        (None, Some(next)) => projected[next].map_or(now, |(start, _)| start.max(now)),
        (None, None) => now,
    };
    let plain: Vec<Block> = blocks.iter().map(|(block, _)| block.clone()).collect();
    let planned = times(session.starts, &plain);
    let planned_end = |before: usize| match before {
        0 => session.starts,
        before => planned[before - 1].end,
    };
    let deadline = match bound.and_then(|bound| blocks[bound].0.locked) {
        Some(locked) => instant(session, locked),
        None => instant(session, planned_end(blocks.len())),
    };
    let behind = match (session.began, session.ended) {
        (None, _) => 0,
        (_, Some(ended)) => whole_minutes(ended, instant(session, planned_end(blocks.len()))),
        _ => whole_minutes(
            free_from,
            instant(session, planned_end(next.unwrap_or(blocks.len()))),
        ),
    };
    Progress {
        current,
        next,
        projected,
        behind,
        stretch: first.min(end)..end,
        deadline,
        available: whole_minutes(deadline, free_from),
    }
}

/// When each block ran, runs, or will run. A locked block stays at its time until that has passed.
fn project(
    session: &Session,
    blocks: &[(Block, Run)],
    current: Option<usize>,
    now: DateTime<Utc>,
) -> Vec<Option<(DateTime<Utc>, DateTime<Utc>)>> {
    let runs = session.began.is_some() && session.ended.is_none();
    let mut at = session.began.unwrap_or_else(|| instant(session, session.starts));
    let mut slot = |index: usize, block: &Block, run: &Run| {
        if run.dropped {
            return None;
        }
        let start = match (run.began, block.locked) {
            (Some(began), _) => began,
            (None, Some(locked)) if runs => instant(session, locked).max(now),
            (None, Some(locked)) => instant(session, locked),
            (None, None) => at,
        };
        let standing = run.paused.map_or(TimeDelta::zero(), |since| now - since);
        let length = TimeDelta::minutes(i64::from(minutes(block, run)))
            + TimeDelta::seconds(i64::from(run.held))
            + standing;
        let end = run.ended.unwrap_or(start + length).max(start);
        at = if current == Some(index) { end.max(now) } else { end };
        Some((start, end))
    };
    blocks
        .iter()
        .enumerate()
        .map(|(index, (block, run))| slot(index, block, run))
        .collect()
}

/// Minutes from `from` to `to` as their clocks show them, seconds left out.
fn whole_minutes(to: DateTime<Utc>, from: DateTime<Utc>) -> i64 {
    to.timestamp().div_euclid(60) - from.timestamp().div_euclid(60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{BlockId, CohortId, SessionId};
    use crate::sessions::{agenda, needed};

    fn day() -> (Session, Vec<(Block, Run)>) {
        let read = agenda::read(include_str!("../../../../../tests/fixtures/agenda.md"));
        let session = Session {
            id: SessionId(uuid::Uuid::nil()),
            cohort: CohortId(uuid::Uuid::nil()),
            title: read.title,
            place: read.facility,
            zone: read.zone.unwrap(),
            date: "2026-10-05".parse().unwrap(),
            starts: 510,
            began: None,
            ended: None,
        };
        let blocks = read.lines.iter().map(|line| {
            let id = BlockId(uuid::Uuid::from_u128(u128::from(line.line)));
            (line.block(id), Run::default())
        });
        (session, blocks.collect())
    }

    fn run_to(session: &mut Session, blocks: &mut [(Block, Run)], current: usize, began: DateTime<Utc>) {
        session.began = Some(instant(session, 510));
        for (_, run) in &mut blocks[..current] {
            run.began = session.began;
            run.ended = Some(began);
        }
        blocks[current].1.began = Some(began);
    }

    #[test]
    fn twenty_minutes_late_after_the_welcome_is_twenty_over_at_lunch_which_stays() {
        let (mut session, mut blocks) = day();
        let began = instant(&session, 9 * 60 + 20);
        run_to(&mut session, &mut blocks, 1, began);
        let found = progress(&session, &blocks, began);
        assert_eq!((found.current, found.behind), (Some(1), 20));
        let repairs = needed(&blocks, &found).unwrap();
        assert_eq!((repairs.repairs.shift.over, repairs.repairs.drop), (20, None));
        assert_eq!(blocks[repairs.locked.unwrap()].0.title, "Lunch, fixed: caterer");
        let lunch = found.projected[found.stretch.end].unwrap().0;
        assert_eq!(lunch, instant(&session, 750), "lunch never moves");
        let later = progress(&session, &blocks, instant(&session, 760));
        assert_eq!(
            later.projected[7].unwrap().0,
            instant(&session, 760),
            "not in the past"
        );
    }

    #[test]
    fn twenty_minutes_late_in_the_afternoon_an_optional_block_frees_more_than_enough() {
        let (mut session, mut blocks) = day();
        let began = instant(&session, 13 * 60 + 50);
        run_to(&mut session, &mut blocks, 8, began);
        let found = progress(&session, &blocks, began);
        let late = needed(&blocks, &found).unwrap();
        let drop = late.repairs.drop.unwrap();
        assert_eq!((found.behind, drop.frees, drop.spare), (20, 45, 25));
        assert_eq!(late.blocks[drop.blocks[0]], 9);
        blocks[9].1.dropped = true;
        let after = progress(&session, &blocks, began);
        assert_eq!((needed(&blocks, &after), after.next), (None, Some(10)));
        assert_eq!(after.behind, -25);
    }

    #[test]
    fn minutes_that_a_repair_gave_count_from_then_on() {
        let (mut session, mut blocks) = day();
        let began = instant(&session, 9 * 60 + 20);
        run_to(&mut session, &mut blocks, 1, began);
        let late = needed(&blocks, &progress(&session, &blocks, began)).unwrap();
        for (at, minutes) in late.blocks.iter().zip(late.repairs.shrink.unwrap()) {
            blocks[*at].1.minutes = Some(minutes);
        }
        let after = progress(&session, &blocks, began);
        assert_eq!((after.behind, needed(&blocks, &after)), (20, None));
        blocks[1].1.minutes = Some(25);
        let more = needed(&blocks, &progress(&session, &blocks, began)).unwrap();
        assert_eq!(more.repairs.shift.over, 5);
        assert_eq!(more.minutes.iter().sum::<u32>(), 170);
    }

    #[test]
    fn a_pause_moves_the_end_as_long_as_it_lasts() {
        let (mut session, mut blocks) = day();
        let began = instant(&session, 540);
        run_to(&mut session, &mut blocks, 1, began);
        blocks[1].1.held = 120;
        blocks[1].1.paused = Some(began + TimeDelta::minutes(5));
        let found = progress(&session, &blocks, began + TimeDelta::minutes(8));
        assert_eq!(found.projected[1].unwrap().1, began + TimeDelta::minutes(25));
        assert_eq!(found.behind, 5);
    }

    #[test]
    fn a_block_that_runs_over_pushes_what_follows_as_the_clock_goes_on() {
        let (mut session, mut blocks) = day();
        let began = instant(&session, 540);
        run_to(&mut session, &mut blocks, 1, began);
        let in_time = progress(&session, &blocks, began + TimeDelta::minutes(10));
        assert_eq!(in_time.behind, 0);
        let asleep = progress(&session, &blocks, began + TimeDelta::minutes(50));
        assert_eq!(asleep.behind, 30);
        assert_eq!(asleep.projected[2].unwrap().0, began + TimeDelta::minutes(50));
    }

    #[test]
    fn an_hour_that_does_not_exist_is_the_one_after_it() {
        let (mut session, _) = day();
        session.date = "2027-03-14".parse().unwrap();
        assert_eq!(instant(&session, 150).to_rfc3339(), "2027-03-14T08:30:00+00:00");
    }
}

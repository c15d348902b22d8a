//! Where a running session stands: what runs, what follows when, and how far behind it is.

use std::ops::Range;

use chrono::{DateTime, NaiveTime, TimeDelta, TimeZone as _, Utc};

use super::{Block, Run, Session, times};

/// The state of a session at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The block that runs.
    pub current: Option<usize>,
    /// When each block ran, runs, or will run if nothing is changed; none for one that is left out.
    pub projected: Vec<Option<(DateTime<Utc>, DateTime<Utc>)>>,
    /// Minutes behind the plan at the next block; negative when ahead.
    pub behind: i64,
    /// The blocks that a repair may touch: those after the current one up to the next locked one.
    pub stretch: Range<usize>,
    /// Minutes that the stretch has.
    pub available: u32,
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
    let length = |(block, run): &(Block, Run)| TimeDelta::minutes(i64::from(minutes(block, run)));
    let current = blocks
        .iter()
        .position(|(_, run)| run.began.is_some() && run.ended.is_none() && !run.dropped);
    let mut at = session.began.unwrap_or_else(|| instant(session, session.starts));
    let projected: Vec<_> = blocks
        .iter()
        .enumerate()
        .map(|(index, pair)| {
            let (block, run) = pair;
            if run.dropped {
                return None;
            }
            let start = match (run.began, block.locked) {
                (Some(began), _) => began,
                (None, Some(locked)) => instant(session, locked).max(at),
                (None, None) => at,
            };
            let end = run.ended.unwrap_or(start + length(pair));
            at = if current == Some(index) { end.max(now) } else { end };
            Some((start, end))
        })
        .collect();
    let first = current.map_or(0, |current| current + 1);
    let end = (first..blocks.len())
        .find(|index| blocks[*index].0.locked.is_some())
        .unwrap_or(blocks.len());
    let next = (first..blocks.len()).find_map(|index| projected[index].map(|(start, _)| (index, start)));
    let free_from = match current {
        Some(current) => projected[current].map_or(now, |(_, end)| end.max(now)),
        None => next.map_or(now, |(_, start)| start.max(now)),
    };
    let plain: Vec<Block> = blocks.iter().map(|(block, _)| block.clone()).collect();
    let planned = times(session.starts, &plain);
    let behind = match next {
        Some((index, _)) if session.began.is_some() => {
            (free_from - instant(session, planned[index].start)).num_minutes()
        }
        _ => 0,
    };
    let available = match blocks.get(end).and_then(|(block, _)| block.locked) {
        Some(locked) => (instant(session, locked) - free_from).num_minutes(),
        None => planned
            .last()
            .map_or(0, |last| (instant(session, last.end) - free_from).num_minutes()),
    };
    Progress {
        current,
        projected,
        behind,
        stretch: first.min(end)..end,
        available: u32::try_from(available).unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{BlockId, CohortId, SessionId};
    use crate::sessions::{agenda, repairs};

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
        let blocks = read.lines.into_iter().map(|line| {
            let block = Block {
                id: BlockId(uuid::Uuid::from_u128(u128::from(line.line))),
                title: line.title,
                minutes: line.minutes,
                locked: line.locked.then_some(line.start),
                optional: line.optional,
                competencies: line.competencies,
            };
            (block, Run::default())
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
        let stretch: Vec<Block> = blocks[found.stretch.clone()]
            .iter()
            .map(|(block, _)| block.clone())
            .collect();
        assert_eq!(repairs(&stretch, found.available).shift.over, 20);
        assert_eq!(blocks[found.stretch.end].0.title, "Lunch, fixed: caterer");
        let lunch = found.projected[found.stretch.end].unwrap().0;
        assert!(lunch >= instant(&session, 750));
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

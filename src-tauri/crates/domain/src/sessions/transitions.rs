//! What happens to a session while it runs. Each step says what it changes and nothing else; what may not
//! happen is refused.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Block, RepairKind, Run, Session, SessionState, instant, minutes, needed, progress};

/// A session that begins further from its plan than this takes place on another day.
const OTHER_DAY: TimeDelta = TimeDelta::hours(12);

/// Longest that a block can get, in minutes.
const LONGEST: u32 = 24 * 60;

/// Why a step cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The session is in another state.
    #[error("the session is not {expected:?}")]
    State {
        /// The state it is in.
        found: SessionState,
        /// The state it would have to be in.
        expected: SessionState,
    },
    /// There is no block that could run.
    #[error("no block to run")]
    NoBlock,
    /// It is paused already, or not paused.
    #[error("the pause is not as expected")]
    Pause {
        /// Whether it is paused.
        found: bool,
    },
    /// The repair does not help, or is not needed.
    #[error("this repair is not offered")]
    Repair,
}

/// How far a session is.
pub fn state(session: &Session) -> SessionState {
    match (session.began, session.ended) {
        (None, _) => SessionState::Planned,
        (Some(_), None) => SessionState::Running,
        (Some(_), Some(_)) => SessionState::Ended,
    }
}

fn expect(session: &Session, expected: SessionState) -> Result<(), Refusal> {
    let found = state(session);
    if found == expected {
        Ok(())
    } else {
        Err(Refusal::State { found, expected })
    }
}

fn current(blocks: &mut [(Block, Run)]) -> Option<&mut (Block, Run)> {
    blocks
        .iter_mut()
        .find(|(_, run)| run.began.is_some() && run.ended.is_none() && !run.dropped)
}

/// Begins a session with its first block. One that begins half a day or more from its plan takes place
/// on the day on which it begins.
///
/// # Errors
/// [`Refusal::State`] unless it is planned, [`Refusal::NoBlock`].
pub fn begin(session: &mut Session, blocks: &mut [(Block, Run)], now: DateTime<Utc>) -> Result<(), Refusal> {
    expect(session, SessionState::Planned)?;
    let first = blocks.iter_mut().find(|(_, run)| !run.dropped);
    let (_, run) = first.ok_or(Refusal::NoBlock)?;
    run.began = Some(now);
    if (now - instant(session, session.starts)).abs() >= OTHER_DAY {
        session.date = now.with_timezone(&session.zone).date_naive();
    }
    session.began = Some(now);
    session.ended = None;
    Ok(())
}

fn stop(run: &mut Run, now: DateTime<Utc>) {
    if let Some(since) = run.paused.take() {
        run.held += seconds(now - since);
    }
    run.ended = Some(now);
}

fn seconds(span: TimeDelta) -> u32 {
    u32::try_from(span.num_seconds()).unwrap_or(0)
}

/// Ends the current block and begins the next one that is not left out; after the last one the session
/// is over.
///
/// # Errors
/// [`Refusal::State`] unless it runs.
pub fn next(session: &mut Session, blocks: &mut [(Block, Run)], now: DateTime<Utc>) -> Result<(), Refusal> {
    expect(session, SessionState::Running)?;
    let next = progress(session, blocks, now).next;
    if let Some((_, run)) = current(blocks) {
        stop(run, now);
    }
    match next {
        Some(next) => blocks[next].1.began = Some(now),
        None => session.ended = Some(now),
    }
    Ok(())
}

/// Gives the current block more minutes, or fewer; at least one stays.
///
/// # Errors
/// [`Refusal::State`] unless it runs, [`Refusal::NoBlock`].
pub fn more(session: &Session, blocks: &mut [(Block, Run)], by: i32) -> Result<(), Refusal> {
    expect(session, SessionState::Running)?;
    let (block, run) = current(blocks).ok_or(Refusal::NoBlock)?;
    let wanted = minutes(block, run).saturating_add_signed(by);
    run.minutes = Some(wanted.clamp(1, LONGEST));
    Ok(())
}

/// Lets the current block stand still since an instant, which lies between its beginning and now.
///
/// # Errors
/// [`Refusal::State`] unless it runs, [`Refusal::NoBlock`], [`Refusal::Pause`] if it stands still already.
pub fn pause(
    session: &Session,
    blocks: &mut [(Block, Run)],
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    expect(session, SessionState::Running)?;
    let (_, run) = current(blocks).ok_or(Refusal::NoBlock)?;
    if run.paused.is_some() {
        return Err(Refusal::Pause { found: true });
    }
    let since = run.began.map_or(since, |began| since.max(began));
    run.paused = Some(since.min(now));
    Ok(())
}

/// Lets the current block go on. With `forgive` the time that it stood still does not count, so it ends
/// later; without, the block went on meanwhile.
///
/// # Errors
/// [`Refusal::State`] unless it runs, [`Refusal::NoBlock`], [`Refusal::Pause`] if it does not stand still.
pub fn resume(
    session: &Session,
    blocks: &mut [(Block, Run)],
    forgive: bool,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    expect(session, SessionState::Running)?;
    let (_, run) = current(blocks).ok_or(Refusal::NoBlock)?;
    let since = run.paused.take().ok_or(Refusal::Pause { found: false })?;
    if forgive {
        run.held += seconds(now - since);
    }
    Ok(())
}

/// Ends a session, whatever is left of it.
///
/// # Errors
/// [`Refusal::State`] unless it runs.
pub fn end(session: &mut Session, blocks: &mut [(Block, Run)], now: DateTime<Utc>) -> Result<(), Refusal> {
    expect(session, SessionState::Running)?;
    if let Some((_, run)) = current(blocks) {
        stop(run, now);
    }
    session.ended = Some(now);
    Ok(())
}

/// Takes up a session that is over where it was left: its last block goes on with the time that it had left.
///
/// # Errors
/// [`Refusal::State`] unless it is over.
pub fn reopen(session: &mut Session, blocks: &mut [(Block, Run)], now: DateTime<Utc>) -> Result<(), Refusal> {
    expect(session, SessionState::Ended)?;
    let over = session
        .ended
        .take()
        .map_or(TimeDelta::zero(), |ended| now - ended);
    let last = blocks
        .iter_mut()
        .rev()
        .find(|(_, run)| run.began.is_some() && !run.dropped);
    if let Some((_, run)) = last {
        run.ended = None;
        run.held += seconds(over);
    }
    Ok(())
}

/// Applies a repair to what follows the current block.
///
/// # Errors
/// [`Refusal::State`] unless it runs, [`Refusal::Repair`] if the repair is not on offer.
pub fn apply(
    session: &Session,
    blocks: &mut [(Block, Run)],
    kind: RepairKind,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    expect(session, SessionState::Running)?;
    let late = needed(blocks, &progress(session, blocks, now)).ok_or(Refusal::Repair)?;
    match kind {
        RepairKind::Shift => blocks[late.bound].1.accepted = late.repairs.shift.over,
        RepairKind::Shrink => {
            let shorter = late.repairs.shrink.ok_or(Refusal::Repair)?;
            for (at, minutes) in late.blocks.into_iter().zip(shorter) {
                blocks[at].1.minutes = Some(minutes);
            }
        }
        RepairKind::Drop => {
            for at in late.repairs.drop.ok_or(Refusal::Repair)?.blocks {
                blocks[late.blocks[at]].1.dropped = true;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{BlockId, CohortId, SessionId};
    use crate::sessions::agenda;

    fn day() -> (Session, Vec<(Block, Run)>) {
        let text = "# Day (Hall, Europe/Berlin)\n09:00 One (30 min)\n09:30 Two (30 min) optional\n\
                    10:00 Three (30 min)\n10:30 Lunch (30 min, locked)\n11:00 Four (30 min)\n";
        let read = agenda::read(text);
        let session = Session {
            id: SessionId(uuid::Uuid::nil()),
            cohort: CohortId(uuid::Uuid::nil()),
            title: read.title,
            place: read.facility,
            zone: read.zone.unwrap(),
            date: "2026-10-05".parse().unwrap(),
            starts: 540,
            began: None,
            ended: None,
        };
        let blocks = read.lines.iter().map(|line| {
            let id = BlockId(uuid::Uuid::from_u128(u128::from(line.line)));
            (line.block(id), Run::default())
        });
        (session, blocks.collect())
    }

    fn minute(session: &Session, minutes: i64) -> DateTime<Utc> {
        instant(session, 540) + TimeDelta::minutes(minutes)
    }

    #[test]
    fn a_session_runs_from_its_first_block_to_its_end() {
        let (mut session, mut blocks) = day();
        let at = |minutes| minute(&day().0, minutes);
        assert!(matches!(
            next(&mut session, &mut blocks, at(0)),
            Err(Refusal::State {
                found: SessionState::Planned,
                ..
            })
        ));
        begin(&mut session, &mut blocks, at(0)).unwrap();
        assert!(begin(&mut session, &mut blocks, at(0)).is_err());
        for block in 1..=4 {
            next(&mut session, &mut blocks, at(block * 30)).unwrap();
            assert_eq!(
                progress(&session, &blocks, at(block * 30)).current,
                usize::try_from(block).ok()
            );
        }
        next(&mut session, &mut blocks, at(150)).unwrap();
        assert_eq!(
            (state(&session), session.ended),
            (SessionState::Ended, Some(at(150)))
        );
        assert_eq!(progress(&session, &blocks, at(500)).behind, 0);
        reopen(&mut session, &mut blocks, at(160)).unwrap();
        let again = progress(&session, &blocks, at(160));
        assert_eq!((again.current, again.behind), (Some(4), 10));
        end(&mut session, &mut blocks, at(170)).unwrap();
        assert_eq!(blocks[4].1.ended, Some(at(170)));
    }

    #[test]
    fn a_block_left_out_is_passed_over_and_the_last_one_ends_the_session() {
        let (mut session, mut blocks) = day();
        let at = |minutes| minute(&day().0, minutes);
        blocks[0].1.dropped = true;
        blocks[4].1.dropped = true;
        begin(&mut session, &mut blocks, at(0)).unwrap();
        assert!(blocks[0].1.began.is_none() && blocks[1].1.began.is_some());
        for _ in 0..3 {
            next(&mut session, &mut blocks, at(60)).unwrap();
        }
        assert_eq!(state(&session), SessionState::Ended);
        for (_, run) in &mut blocks {
            *run = Run {
                dropped: true,
                ..Run::default()
            };
        }
        (session.began, session.ended) = (None, None);
        assert_eq!(begin(&mut session, &mut blocks, at(0)), Err(Refusal::NoBlock));
    }

    #[test]
    fn a_pause_is_forgiven_or_counted() {
        let (mut session, mut blocks) = day();
        let at = |minutes| minute(&day().0, minutes);
        begin(&mut session, &mut blocks, at(0)).unwrap();
        assert_eq!(
            resume(&session, &mut blocks, true, at(5)),
            Err(Refusal::Pause { found: false })
        );
        pause(&session, &mut blocks, at(5), at(9)).unwrap();
        assert_eq!(
            pause(&session, &mut blocks, at(9), at(9)),
            Err(Refusal::Pause { found: true })
        );
        resume(&session, &mut blocks, true, at(15)).unwrap();
        assert_eq!(blocks[0].1.held, 600);
        pause(&session, &mut blocks, at(20), at(20)).unwrap();
        resume(&session, &mut blocks, false, at(25)).unwrap();
        assert_eq!((blocks[0].1.held, blocks[0].1.paused), (600, None));
        pause(&session, &mut blocks, at(-90), at(30)).unwrap();
        assert_eq!(blocks[0].1.paused, Some(at(0)), "not before it began");
        next(&mut session, &mut blocks, at(40)).unwrap();
        assert_eq!((blocks[0].1.held, blocks[0].1.paused), (3_000, None));
    }

    #[test]
    fn more_time_is_counted_from_what_the_block_has() {
        let (mut session, mut blocks) = day();
        let now = minute(&session, 0);
        begin(&mut session, &mut blocks, now).unwrap();
        more(&session, &mut blocks, 5).unwrap();
        more(&session, &mut blocks, 5).unwrap();
        assert_eq!(blocks[0].1.minutes, Some(40));
        more(&session, &mut blocks, -100).unwrap();
        assert_eq!(blocks[0].1.minutes, Some(1));
        more(&session, &mut blocks, i32::MAX).unwrap();
        assert_eq!(blocks[0].1.minutes, Some(1_440));
    }

    #[test]
    fn repairs_are_offered_until_one_is_taken_and_locked_blocks_stay() {
        for kind in [RepairKind::Shift, RepairKind::Shrink, RepairKind::Drop] {
            let (mut session, mut blocks) = day();
            let now = minute(&session, 20);
            begin(&mut session, &mut blocks, now).unwrap();
            let before = progress(&session, &blocks, now);
            assert_eq!(needed(&blocks, &before).unwrap().repairs.shift.over, 20);
            apply(&session, &mut blocks, kind, now).unwrap();
            let after = progress(&session, &blocks, now);
            assert_eq!(needed(&blocks, &after), None, "{kind:?}");
            assert_eq!(after.projected[3], before.projected[3], "lunch stays, {kind:?}");
            assert_eq!(apply(&session, &mut blocks, kind, now), Err(Refusal::Repair));
        }
        let (mut session, mut blocks) = day();
        let now = minute(&session, 20);
        begin(&mut session, &mut blocks, now).unwrap();
        apply(&session, &mut blocks, RepairKind::Shift, now).unwrap();
        let later = minute(&session, 55);
        let again = needed(&blocks, &progress(&session, &blocks, later)).unwrap();
        assert_eq!(again.repairs.shift.over, 25, "more than was accepted");
    }

    #[test]
    fn a_session_that_begins_on_another_day_takes_place_then() {
        let (mut session, mut blocks) = day();
        let now = minute(&session, 2 * 24 * 60 + 10);
        begin(&mut session, &mut blocks, now).unwrap();
        assert_eq!(session.date.to_string(), "2026-10-07");
        assert_eq!(progress(&session, &blocks, now).behind, 10);
        let (mut session, mut blocks) = day();
        let now = minute(&session, 180);
        begin(&mut session, &mut blocks, now).unwrap();
        assert_eq!(session.date.to_string(), "2026-10-05");
    }
}

//! Running a session: each step of it, and where it stands.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use nexus_domain::sessions::{
    Block, Needed, Progress, Refusal, RepairKind, Run, Session, SessionState, apply, begin, end, minutes,
    more, needed, next, pause, progress, reopen, resume, state, tally, thresholds, time_text,
};
use nexus_store::{Read, sessions};

use super::attendance::attendees;
use super::{
    ClockView, Day, DropView, DroppedBlock, RepairView, RunBlock, RunView, ShiftView, ShrinkView,
    ShrunkBlock, competencies, count, invalid, name_of, notes, read_id,
};
use crate::{App, AppError, Done, Result};

/// Begins a session with its first block.
///
/// # Errors
/// [`AppError::Invalid`] if it has begun or has no block, [`AppError::NotFound`]; those of the store.
pub fn session_start(app: &App, session: &str) -> Result<Done<()>> {
    step(app, session, "sessions.start", |session, blocks, now| {
        begin(session, blocks, now)
    })
}

/// Ends the current block and begins the next one that is not left out; after the last one the session
/// is over.
///
/// # Errors
/// [`AppError::Invalid`] unless it runs, [`AppError::NotFound`]; those of the store.
pub fn block_next(app: &App, session: &str) -> Result<Done<()>> {
    step(app, session, "sessions.next", |session, blocks, now| {
        next(session, blocks, now)
    })
}

/// Gives the current block more minutes, or fewer.
///
/// # Errors
/// As [`block_next`].
pub fn block_more(app: &App, session: &str, by: i32) -> Result<Done<()>> {
    step(app, session, "sessions.more", |session, blocks, _| {
        more(session, blocks, by)
    })
}

/// Lets the current block stand still, from now or from an earlier instant (RFC 3339): what a laptop that
/// slept asks for.
///
/// # Errors
/// As [`block_next`]; [`AppError::Invalid`] if it stands still already, or for an instant that is none.
pub fn session_pause(app: &App, session: &str, since: Option<&str>) -> Result<Done<()>> {
    let read = |text: &str| {
        DateTime::parse_from_rfc3339(text)
            .map(|at| at.with_timezone(&Utc))
            .map_err(|_| invalid("session", "since", text, "an instant"))
    };
    let since = since.map(read).transpose()?;
    step(app, session, "sessions.pause", |session, blocks, now| {
        pause(session, blocks, since.unwrap_or(now), now)
    })
}

/// Lets the current block go on. With `forgive` the time that it stood still does not count; without, the
/// block went on meanwhile.
///
/// # Errors
/// As [`block_next`]; [`AppError::Invalid`] if it does not stand still.
pub fn session_resume(app: &App, session: &str, forgive: bool) -> Result<Done<()>> {
    step(app, session, "sessions.resume", |session, blocks, now| {
        resume(session, blocks, forgive, now)
    })
}

/// Ends a session, whatever is left of it.
///
/// # Errors
/// As [`block_next`].
pub fn session_end(app: &App, session: &str) -> Result<Done<()>> {
    step(app, session, "sessions.end", |session, blocks, now| {
        end(session, blocks, now)
    })
}

/// Takes up a session that is over: its last block goes on with the time that it had left.
///
/// # Errors
/// [`AppError::Invalid`] unless it is over, [`AppError::NotFound`]; those of the store.
pub fn session_reopen(app: &App, session: &str) -> Result<Done<()>> {
    step(app, session, "sessions.reopen", |session, blocks, now| {
        reopen(session, blocks, now)
    })
}

/// Applies a repair to the stretch after the current block.
///
/// # Errors
/// As [`block_next`]; [`AppError::Invalid`] if the repair is not on offer.
pub fn repair_apply(app: &App, session: &str, kind: RepairKind) -> Result<Done<()>> {
    let action = match kind {
        RepairKind::Shift => "sessions.shift",
        RepairKind::Shrink => "sessions.shrink",
        RepairKind::Drop => "sessions.drop",
    };
    step(app, session, action, |session, blocks, now| {
        apply(session, blocks, kind, now)
    })
}

/// Takes one step of a session and stores what it changed.
fn step(
    app: &App,
    session: &str,
    kind: &'static str,
    work: impl FnOnce(&mut Session, &mut [(Block, Run)], DateTime<Utc>) -> Result<(), Refusal>,
) -> Result<Done<()>> {
    let id = read_id(session)?;
    let name = name_of(app, id)?;
    app.act(kind, &name, |w| {
        let mut session = sessions::by_id(w, id)?;
        let mut blocks = sessions::blocks(w, id)?;
        let before = (session.clone(), blocks.clone());
        work(&mut session, &mut blocks, app.now()).map_err(|refusal| refused(&name, refusal))?;
        if session != before.0 {
            sessions::put(w, &session)?;
        }
        for ((block, run), (_, old)) in blocks.iter().zip(&before.1) {
            if run != old {
                sessions::set_run(w, block.id, run)?;
            }
        }
        Ok(())
    })
}

fn refused(place: &str, refusal: Refusal) -> AppError {
    let word = |state: SessionState| match state {
        SessionState::Planned => "planned",
        SessionState::Running => "running",
        SessionState::Ended => "ended",
    };
    match refusal {
        Refusal::State { found, expected } => invalid(place, "state", word(found), word(expected)),
        Refusal::NoBlock => invalid(place, "blocks", "none", "a block to run"),
        Refusal::Pause { found: true } => invalid(place, "state", "paused", "running"),
        Refusal::Pause { found: false } => invalid(place, "state", "running", "paused"),
        Refusal::Repair => invalid(place, "repair", "none", "a session that runs late"),
    }
}

/// A session as it runs or ran, at this instant.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn run_view(app: &App, session: &str) -> Result<RunView> {
    let (id, now) = (read_id(session)?, app.now());
    app.ws().read(|r| {
        let day = Day::load(r, id)?;
        view(r, &day, now)
    })
}

fn view(r: &Read<'_>, day: &Day, now: DateTime<Utc>) -> Result<RunView> {
    let found = progress(&day.session, &day.blocks, now);
    let here = attendees(r, day)?;
    let running = found.current.map(|at| &day.blocks[at]);
    let named = running.map(|(block, _)| block.competencies.as_slice());
    Ok(RunView {
        session: day.line(&here),
        cohort_mark: day.cohort.mark.clone(),
        now: text(now),
        state: state(&day.session),
        current: found.current.map(count),
        blocks: run_blocks(day, &found, now),
        clock: running.and_then(|(block, run)| clock(block, run)),
        paused_at: running.and_then(|(_, run)| run.paused).map(text),
        behind: i32::try_from(found.behind).unwrap_or_default(),
        next: found.next.map(count),
        repair: needed(&day.blocks, &found).map(|late| repair(day, &found, &late)),
        competencies: competencies::looks(r, named.unwrap_or_default())?,
        tally: tally(here.iter().map(|one| one.attended.mark)),
        attendance: here.iter().map(|one| one.line(day)).collect(),
        notes: notes::notes(r, day)?,
    })
}

/// An instant as it crosses.
fn text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

fn clock(block: &Block, run: &Run) -> Option<ClockView> {
    let (began, seconds) = (run.began?, minutes(block, run) * 60);
    let ends = began + TimeDelta::seconds(i64::from(seconds) + i64::from(run.held));
    let turns = thresholds(ends, seconds);
    (seconds > 0).then(|| ClockView {
        began: text(began),
        ends: text(ends),
        seconds,
        amber_at: text(turns.amber),
        red_at: text(turns.red),
        paused_at: run.paused.map(text),
    })
}

fn run_blocks(day: &Day, found: &Progress, now: DateTime<Utc>) -> Vec<RunBlock> {
    let over = state(&day.session) == SessionState::Ended;
    let runs = state(&day.session) == SessionState::Running;
    let blocks = day.blocks.iter().zip(day.slots()).enumerate();
    blocks
        .map(|(at, ((block, run), slot))| {
            let planned = (time_text(slot.start), time_text(slot.end));
            let ran = found.projected[at].filter(|_| run.began.is_some() || !over);
            let ran = ran.map(|(start, end)| match found.current {
                Some(current) if current == at => (start, end.max(now)),
                _ => (start, end),
            });
            let local = ran.map(|(start, end)| (day.local(start), day.local(end)));
            let (start, end) = local.unwrap_or_else(|| planned.clone());
            let lasts = ran.map(|(start, end)| {
                let minute = |at: DateTime<Utc>| at.timestamp().div_euclid(60);
                u32::try_from(minute(end) - minute(start)).unwrap_or(0)
            });
            let given = lasts.filter(|given| *given > 0 || block.minutes.is_some() || run.began.is_some());
            RunBlock {
                id: block.id.to_string(),
                title: block.title.clone(),
                moved: runs && run.began.is_none() && !run.dropped && start != planned.0,
                planned_start: planned.0,
                planned_end: planned.1,
                start,
                end,
                minutes: block.minutes,
                given,
                late: given.map_or(0, |given| {
                    i32::try_from(i64::from(given) - i64::from(block.minutes.unwrap_or(0))).unwrap_or(0)
                }),
                done: run.ended.is_some(),
                dropped: run.dropped,
                locked: block.locked.is_some(),
                optional: block.optional,
                competencies: block.competencies.clone(),
                instructions: block.instructions.clone(),
            }
        })
        .collect()
}

fn repair(day: &Day, found: &Progress, late: &Needed) -> RepairView {
    let block = |at: &usize| &day.blocks[late.blocks[*at]].0;
    let after = |minutes: i64| day.local(late.deadline + TimeDelta::minutes(minutes));
    let repairs = &late.repairs;
    RepairView {
        locked_title: late.locked.map(|at| day.blocks[at].0.title.clone()),
        locked_at: after(0),
        late: i32::try_from(found.behind).unwrap_or_default(),
        shift: ShiftView {
            fits: late.locked.is_none(),
            over: repairs.shift.over,
            ends: after(i64::from(repairs.shift.over)),
        },
        shrink: repairs.shrink.as_ref().map(|shorter| ShrinkView {
            minutes: shorter
                .iter()
                .enumerate()
                .map(|(at, to)| ShrunkBlock {
                    block: block(&at).id.to_string(),
                    title: block(&at).title.clone(),
                    from: late.minutes[at],
                    to: *to,
                })
                .collect(),
            ends: after(0),
        }),
        drop: repairs.drop.as_ref().map(|drop| DropView {
            blocks: drop
                .blocks
                .iter()
                .map(|at| DroppedBlock {
                    block: block(at).id.to_string(),
                    title: block(at).title.clone(),
                })
                .collect(),
            frees: drop.frees,
            spare: drop.spare,
            over: drop.over,
            ends: after(i64::from(drop.over) - i64::from(drop.spare)),
        }),
    }
}

//! Sessions: an agenda of blocks with times that follow from it, what to do when it runs late, and who came.

pub mod agenda;
mod attendance;
mod clock;
mod competencies;
mod notes;
mod progress;
mod repair;
mod transitions;

pub use attendance::{Presence, Tally, WalkIn, arrival, attends, tally, walk_in};
pub use clock::{Thresholds, local_minutes, thresholds, time_of, time_text};
pub use competencies::{Linked, link};
pub use notes::{NoteKind, note_kind};
pub use progress::{Progress, instant, minutes, progress};
pub use repair::{Drop, Needed, RepairKind, Repairs, Shift, needed, repairs};
pub use transitions::{Refusal, apply, begin, end, more, next, pause, reopen, resume, state};

use chrono::{DateTime, NaiveDate, Utc};

use crate::ids::{BlockId, CohortId, ModuleVersionId, NoteId, SessionId};

/// One day, or part of a day, of training.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The cohort it is for.
    pub cohort: CohortId,
    /// Its title.
    pub title: String,
    /// Where it takes place.
    pub place: String,
    /// The zone of its times.
    pub zone: chrono_tz::Tz,
    /// Its day, in that zone.
    pub date: NaiveDate,
    /// When the first block starts, in minutes of the day.
    pub starts: u32,
    /// When it really began.
    pub began: Option<DateTime<Utc>>,
    /// When it really ended.
    pub ended: Option<DateTime<Utc>>,
}

/// How a block ran.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Run {
    /// When it really began.
    pub began: Option<DateTime<Utc>>,
    /// When it really ended.
    pub ended: Option<DateTime<Utc>>,
    /// The minutes that a repair, or more time, gave it in place of the planned ones.
    pub minutes: Option<u32>,
    /// Whether a repair left it out.
    pub dropped: bool,
    /// Since when it stands still.
    pub paused: Option<DateTime<Utc>>,
    /// Seconds that it stood still before.
    pub held: u32,
    /// Minutes by which it was accepted that what comes before runs into this locked block, or that this
    /// last block ends later than planned.
    pub accepted: u32,
}

/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum SessionState {
    /// It has not begun.
    Planned,
    /// It runs.
    Running,
    /// It is over.
    Ended,
}

/// A note taken while a session ran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The block that ran when it was taken.
    pub block: Option<BlockId>,
    /// What was noted.
    pub text: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The note that it takes the place of.
    pub corrects: Option<NoteId>,
}

/// One block of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its id.
    pub id: BlockId,
    /// Its title.
    pub title: String,
    /// How long it takes; none for a mere point in time such as the close.
    pub minutes: Option<u32>,
    /// When it starts, in minutes of the day, if nothing may move it.
    pub locked: Option<u32>,
    /// Whether it can be left out when time is short.
    pub optional: bool,
    /// Names of the competencies that it works on.
    pub competencies: Vec<String>,
    /// What the facilitator says or does.
    pub instructions: String,
    /// The version of a module that it was made from.
    pub module: Option<ModuleVersionId>,
}

/// When a block takes place, in minutes of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Start.
    pub start: u32,
    /// End; equals the start of a point in time.
    pub end: u32,
    /// Minutes by which the blocks before run over the start of this locked one.
    pub over: u32,
    /// Minutes left free before this locked one.
    pub free: u32,
}

/// The times of an agenda: each block begins when the one before ends, a locked one at its own time.
pub fn times(starts: u32, blocks: &[Block]) -> Vec<Slot> {
    let mut now = starts;
    blocks
        .iter()
        .map(|block| {
            let start = block.locked.unwrap_or(now);
            let (over, free) = (now.saturating_sub(start), start.saturating_sub(now));
            let end = start + block.minutes.unwrap_or(0);
            now = end;
            Slot {
                start,
                end,
                over,
                free,
            }
        })
        .collect()
}

/// Moves the block at `from` to the place `to`; a block that is locked or has begun stays, and so does
/// everything that would have to pass one.
pub fn move_block(blocks: &mut [(Block, Run)], from: usize, to: usize) -> bool {
    let (low, high) = (from.min(to), from.max(to));
    let stays = |(block, run): &(Block, Run)| block.locked.is_some() || run.began.is_some();
    if high >= blocks.len() || from == to || blocks[low..=high].iter().any(stays) {
        return false;
    }
    if from < to {
        blocks[from..=to].rotate_left(1);
    } else {
        blocks[to..=from].rotate_right(1);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(minutes: u32, locked: Option<u32>) -> Block {
        Block {
            id: BlockId(uuid::Uuid::from_u128(u128::from(minutes))),
            title: String::new(),
            minutes: Some(minutes),
            locked,
            optional: false,
            competencies: Vec::new(),
            instructions: String::new(),
            module: None,
        }
    }

    #[test]
    fn blocks_follow_each_other_and_locked_ones_stay() {
        let blocks = [block(30, None), block(60, Some(600)), block(20, None)];
        let slots = times(540, &blocks);
        assert_eq!(
            slots[0],
            Slot {
                start: 540,
                end: 570,
                over: 0,
                free: 0
            }
        );
        assert_eq!(
            slots[1],
            Slot {
                start: 600,
                end: 660,
                over: 0,
                free: 30
            }
        );
        assert_eq!(slots[2].start, 660);
        assert_eq!(times(590, &blocks)[1].over, 20);
    }

    #[test]
    fn a_block_moves_within_its_stretch_only() {
        let mut blocks = [
            block(1, None),
            block(2, None),
            block(3, None),
            block(4, Some(700)),
            block(5, None),
        ]
        .map(|block| (block, Run::default()));
        assert!(move_block(&mut blocks, 0, 2));
        assert_eq!(
            blocks.iter().map(|(block, _)| block.minutes).collect::<Vec<_>>(),
            [2, 3, 1, 4, 5].map(Some)
        );
        assert!(move_block(&mut blocks, 2, 0));
        assert_eq!(blocks[0].0.minutes, Some(1));
        for (from, to) in [(0, 3), (3, 0), (2, 4), (0, 0), (0, 9)] {
            assert!(!move_block(&mut blocks, from, to), "{from} → {to}");
        }
        blocks[0].1.began = Some(DateTime::UNIX_EPOCH);
        assert!(!move_block(&mut blocks, 2, 0), "what has begun stays");
    }
}

//! What to do when a session runs late. A repair acts on the stretch up to the next locked block, which
//! never moves.

use chrono::{DateTime, Utc};

use super::{Block, Progress, Run, minutes};

/// A block keeps at least this many minutes when it is shortened.
const LEAST: u32 = 5;

/// The three repairs of a stretch, each with its result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repairs {
    /// Start later.
    pub shift: Shift,
    /// New minutes of each block; none if even the shortest blocks do not fit, or nothing has to give.
    pub shrink: Option<Vec<u32>>,
    /// Leave optional blocks out; none if there are none.
    pub drop: Option<Drop>,
}

/// What starting later does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// Minutes that do not fit before the locked block.
    pub over: u32,
}

/// What leaving optional blocks out does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drop {
    /// Which blocks of the stretch go, in their order.
    pub blocks: Vec<usize>,
    /// Minutes that this frees.
    pub frees: u32,
    /// Minutes to spare afterwards.
    pub spare: u32,
    /// Minutes that do not fit even so.
    pub over: u32,
}

/// Which repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum RepairKind {
    /// Start later, and accept what does not fit.
    Shift,
    /// Shorten the blocks of the stretch.
    Shrink,
    /// Leave optional blocks out.
    Drop,
}

/// The repairs of a running session that does not fit as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needed {
    /// The locked block that bounds the stretch; none if the planned end does.
    pub locked: Option<usize>,
    /// The block whose accepted minutes count: the locked one, or the last.
    pub bound: usize,
    /// When the stretch has to be over.
    pub deadline: DateTime<Utc>,
    /// The blocks of the stretch that are not left out.
    pub blocks: Vec<usize>,
    /// The minutes that each of them has.
    pub minutes: Vec<u32>,
    /// What can be done; its indices are those of `blocks`.
    pub repairs: Repairs,
}

/// What can be done about a running session that does not fit as it stands; nothing if it fits, or if
/// it was accepted that it does not.
pub fn needed(blocks: &[(Block, Run)], progress: &Progress) -> Option<Needed> {
    progress.current?;
    let locked = Some(progress.stretch.end).filter(|at| *at < blocks.len());
    let bound = locked.unwrap_or(blocks.len() - 1);
    let open: Vec<usize> = progress
        .stretch
        .clone()
        .filter(|at| !blocks[*at].1.dropped)
        .collect();
    let stretch: Vec<Block> = open
        .iter()
        .map(|at| Block {
            minutes: Some(minutes(&blocks[*at].0, &blocks[*at].1)),
            ..blocks[*at].0.clone()
        })
        .collect();
    let repairs = repairs(&stretch, progress.available);
    (repairs.shift.over > blocks[bound].1.accepted).then(|| Needed {
        locked,
        bound,
        deadline: progress.deadline,
        minutes: stretch.iter().map(|block| block.minutes.unwrap_or(0)).collect(),
        blocks: open,
        repairs,
    })
}

/// The repairs of a stretch of blocks that must fit into `available` minutes; fewer than none if what runs
/// before it is already too long.
pub fn repairs(stretch: &[Block], available: i64) -> Repairs {
    let minutes: Vec<u32> = stretch.iter().map(|block| block.minutes.unwrap_or(0)).collect();
    let over = excess(minutes.iter().sum(), available);
    Repairs {
        shift: Shift { over },
        shrink: u32::try_from(available)
            .ok()
            .filter(|_| over > 0 && !stretch.is_empty())
            .and_then(|available| shrink(&minutes, available)),
        drop: drop_optional(stretch, &minutes, available),
    }
}

/// Minutes of `total` that do not fit into `available`.
fn excess(total: u32, available: i64) -> u32 {
    u32::try_from(i64::from(total) - available).unwrap_or(0)
}

/// Shortens in proportion, by largest remainder, to exactly `available` minutes; no block below five
/// minutes, or below what it had if that was less.
fn shrink(minutes: &[u32], available: u32) -> Option<Vec<u32>> {
    let least: Vec<u32> = minutes.iter().map(|minutes| (*minutes).min(LEAST)).collect();
    let floor: u32 = least.iter().sum();
    if floor > available {
        return None;
    }
    // What lies above the least is shared out; shares of whole minutes, the largest remainders first.
    let above: Vec<u64> = minutes
        .iter()
        .zip(&least)
        .map(|(minutes, least)| u64::from(minutes - least))
        .collect();
    let (sum, room) = (above.iter().sum::<u64>(), u64::from(available - floor));
    if sum == 0 {
        return Some(least);
    }
    let mut shares: Vec<u64> = above.iter().map(|part| part * room / sum).collect();
    let mut order: Vec<usize> = (0..above.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(above[*at] * room % sum));
    let missing = room - shares.iter().sum::<u64>();
    for at in order.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        shares[at] += 1;
    }
    Some(
        shares
            .iter()
            .zip(&least)
            .map(|(share, least)| least + u32::try_from(*share).unwrap_or(0))
            .collect(),
    )
}

/// Leaves optional blocks out, later ones first, until the rest fits.
fn drop_optional(stretch: &[Block], minutes: &[u32], available: i64) -> Option<Drop> {
    let mut total: u32 = minutes.iter().sum();
    let mut blocks = Vec::new();
    for at in (0..stretch.len()).rev().filter(|at| stretch[*at].optional) {
        if excess(total, available) == 0 && !blocks.is_empty() {
            break;
        }
        total -= minutes[at];
        blocks.push(at);
    }
    if blocks.is_empty() {
        return None;
    }
    blocks.reverse();
    let frees = blocks.iter().map(|at| minutes[*at]).sum();
    Some(Drop {
        blocks,
        frees,
        spare: u32::try_from(available - i64::from(total)).unwrap_or(0),
        over: excess(total, available),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ids::BlockId;
    use crate::sessions::agenda;

    fn sample() -> Vec<Block> {
        let text = include_str!("../../../../../tests/fixtures/agenda.md");
        let lines = agenda::read(text).lines;
        lines
            .iter()
            .map(|line| line.block(BlockId(uuid::Uuid::from_u128(u128::from(line.line)))))
            .collect()
    }

    /// The blocks from the one planned at `start` up to the next locked one, and its time.
    fn stretch(start: u32) -> (Vec<Block>, u32) {
        let blocks = sample();
        let slots = crate::sessions::times(510, &blocks);
        let first = slots.iter().position(|slot| slot.start == start).unwrap();
        let end = (first..blocks.len())
            .find(|at| blocks[*at].locked.is_some())
            .unwrap();
        (blocks[first..end].to_vec(), slots[end].start)
    }

    #[test]
    fn twenty_minutes_late_in_the_morning() {
        let (blocks, lunch) = stretch(9 * 60);
        assert_eq!(lunch, 750);
        let found = repairs(&blocks, i64::from(lunch) - (9 * 60 + 20));
        assert_eq!(found.shift.over, 20);
        assert_eq!(found.drop, None);
        let shorter = found.shrink.unwrap();
        assert_eq!(shorter.iter().sum::<u32>(), 190);
        assert!(shorter.iter().all(|minutes| *minutes >= 5));
    }

    #[test]
    fn twenty_minutes_late_in_the_afternoon() {
        let (blocks, close) = stretch(13 * 60 + 30);
        assert_eq!(close, 1005);
        let drop = repairs(&blocks, i64::from(close) - (13 * 60 + 50)).drop.unwrap();
        assert_eq!((drop.frees, drop.spare, drop.over), (45, 25, 0));
    }

    #[test]
    fn what_runs_too_long_already_leaves_less_than_nothing() {
        let (blocks, _) = stretch(15 * 60 + 30);
        let found = repairs(&blocks, -10);
        assert_eq!((found.shift.over, found.shrink, found.drop), (85, None, None));
        assert_eq!(repairs(&[], -10).shift.over, 10);
        assert_eq!(repairs(&[], 10).shift.over, 0);
    }

    proptest! {
        #[test]
        fn dropping_takes_later_optional_blocks_first_and_no_more_than_needed(
            blocks in proptest::collection::vec((1u32..120, any::<bool>()), 1..12),
            available in -60i64..600,
        ) {
            let stretch: Vec<Block> = blocks.iter().map(|(minutes, optional)| Block {
                minutes: Some(*minutes),
                optional: *optional,
                locked: None,
                ..sample()[0].clone()
            }).collect();
            let total: u32 = blocks.iter().map(|(minutes, _)| minutes).sum();
            let optional: Vec<usize> = (0..blocks.len()).filter(|at| blocks[*at].1).collect();
            match repairs(&stretch, available).drop {
                None => prop_assert!(optional.is_empty()),
                Some(drop) => {
                    prop_assert!(optional.ends_with(&drop.blocks), "the later ones");
                    let left = i64::from(total - drop.frees);
                    prop_assert_eq!(left - available, i64::from(drop.over) - i64::from(drop.spare));
                    prop_assert!(drop.over == 0 || drop.blocks == optional, "all that can go");
                    let first = i64::from(blocks[drop.blocks[0]].0);
                    prop_assert!(drop.blocks.len() == 1 || left + first > available, "none too many");
                }
            }
        }

        #[test]
        fn shrinking_fills_the_time_exactly_and_spares_five_minutes(
            minutes in proptest::collection::vec(1u32..180, 1..12),
            available in 0u32..900,
        ) {
            let total: u32 = minutes.iter().sum();
            prop_assume!(total > available);
            match shrink(&minutes, available) {
                Some(shorter) => {
                    prop_assert_eq!(shorter.iter().sum::<u32>(), available);
                    for (now, before) in shorter.iter().zip(&minutes) {
                        prop_assert!(now <= before && *now >= (*before).min(LEAST));
                    }
                }
                None => prop_assert!(minutes.iter().map(|m| (*m).min(LEAST)).sum::<u32>() > available),
            }
        }
    }
}

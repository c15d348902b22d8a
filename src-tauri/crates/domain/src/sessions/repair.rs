//! What to do when a session runs late. A repair acts on the stretch up to the next locked block, which
//! never moves.

use super::Block;

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

/// The repairs of a stretch of blocks that must fit into `available` minutes.
pub fn repairs(stretch: &[Block], available: u32) -> Repairs {
    let minutes: Vec<u32> = stretch.iter().map(|block| block.minutes.unwrap_or(0)).collect();
    let total: u32 = minutes.iter().sum();
    let over = total.saturating_sub(available);
    let shrink = (over > 0).then(|| shrink(&minutes, available)).flatten();
    Repairs {
        shift: Shift { over },
        shrink,
        drop: drop_optional(stretch, &minutes, available),
    }
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
fn drop_optional(stretch: &[Block], minutes: &[u32], available: u32) -> Option<Drop> {
    let mut total: u32 = minutes.iter().sum();
    let mut blocks = Vec::new();
    for at in (0..stretch.len()).rev().filter(|at| stretch[*at].optional) {
        if total <= available && !blocks.is_empty() {
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
    let (spare, over) = (available.saturating_sub(total), total.saturating_sub(available));
    Some(Drop {
        blocks,
        frees,
        spare,
        over,
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
            .into_iter()
            .map(|line| Block {
                id: BlockId(uuid::Uuid::from_u128(u128::from(line.line))),
                title: line.title,
                minutes: line.minutes,
                locked: line.locked.then_some(line.start),
                optional: line.optional,
                competencies: line.competencies,
            })
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
        let found = repairs(&blocks, lunch - (9 * 60 + 20));
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
        let drop = repairs(&blocks, close - (13 * 60 + 50)).drop.unwrap();
        assert_eq!((drop.frees, drop.spare, drop.over), (45, 25, 0));
    }

    proptest! {
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

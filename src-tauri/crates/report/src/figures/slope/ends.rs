//! Names at the two ends of a slope chart, moved apart where they would lie on each other.

use crate::ReportError;
use crate::figures::{LABEL, LINE, wrapped};

/// Space between two names.
const GAP: f32 = 3.0;

/// Names at one end: wrapped, and where the middle of each stands.
pub(super) struct End {
    pub lines: Vec<Option<Vec<String>>>,
    pub middles: Vec<f32>,
    pub bottom: f32,
}

/// Wraps the names and moves them apart: each as near to its point as those above it allow, and all of them between
/// `top` and `bottom`, or lower where they need more room.
pub(super) fn end(
    texts: Vec<Option<(String, f32)>>,
    room: f32,
    (top, bottom): (f32, f32),
) -> Result<End, ReportError> {
    let mut lines = Vec::new();
    let mut order = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let Some((text, wanted)) = text else {
            lines.push(None);
            continue;
        };
        let set = wrapped(text, LABEL, room)?;
        order.push((at, *wanted, LINE * set.len().max(1) as f32 + GAP));
        lines.push(Some(set));
    }
    order.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let all: f32 = order.iter().map(|(_, _, high)| high).sum();
    let floor = bottom.max(top + all);
    let mut middles = vec![0.0; texts.len()];
    // From the top downwards, then what has slid below the floor is pushed up again.
    let mut free = top;
    for (at, wanted, high) in &order {
        let top = (wanted - high / 2.0).max(free);
        middles[*at] = top + high / 2.0;
        free = top + high;
    }
    let mut limit = floor;
    for (at, _, high) in order.iter().rev() {
        let low = (middles[*at] + high / 2.0).min(limit);
        middles[*at] = low - high / 2.0;
        limit = low - high;
    }
    let lowest = order.iter().map(|(at, _, high)| middles[*at] + high / 2.0);
    let bottom = lowest.fold(bottom, f32::max);
    Ok(End {
        lines,
        middles,
        bottom,
    })
}

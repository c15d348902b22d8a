//! The drawing of ratings: as one scene with its words, or cut into strips for a table.

use super::{Dumbbell, Rating, sorted};
use crate::ReportError;
use crate::figures::marks::row_height;
use crate::figures::{Anchor, Frame, Ink, LABEL, Mark, SMALL, Scene, names, widest, wrapped};
use crate::words::Words;

/// One row as it is drawn: a name, a value at each end if there is one, and what stands at the right.
pub(in crate::figures) struct Drawn<'a> {
    /// The name.
    pub name: &'a str,
    /// At the first moment.
    pub before: Option<f32>,
    /// At the second moment.
    pub after: Option<f32>,
    /// The change, or why there is none.
    pub outcome: String,
    /// Whether the outcome is a change.
    pub moved: bool,
}

/// The value of a rating.
pub(super) fn value(rating: Rating) -> Option<f32> {
    match rating {
        Rating::Value(value) => Some(f32::from(value)),
        _ => None,
    }
}

const HEAD: f32 = 18.0;
const DOT: f32 = 4.2;
const RING: f32 = 3.9;

/// The same figure cut into rows, to stand inside its own table: the scale, then one strip per row of
/// [`Figure::table`], each `height` points high. Lines of the scale reach from edge to edge.
pub fn dumbbell_strips(data: &Dumbbell, width: f32, height: f32) -> (Scene, Vec<Scene>) {
    let place = placing(data.scale, DOT + 2.0, width - DOT - 2.0);
    let numbers = (data.scale.0..=data.scale.1).map(|value| {
        Mark::label(
            place(f32::from(value)),
            height - 6.0,
            value.to_string(),
            Anchor::Middle,
            Ink::Quiet,
            SMALL,
        )
    });
    let head = Scene {
        width,
        height,
        marks: numbers.collect(),
    };
    let strips = sorted(data).into_iter().map(|row| {
        let lines = (data.scale.0..=data.scale.1).map(|value| {
            let x = place(f32::from(value));
            Mark::line(x, 0.0, x, height, Ink::Grid, 0.75)
        });
        let mut marks: Vec<Mark> = lines.collect();
        let ends = (value(row.before), value(row.after));
        ratings(&mut marks, ends, height / 2.0, &place);
        Scene { width, height, marks }
    });
    (head, strips.collect())
}

/// Where on the scale a value stands.
pub(in crate::figures) fn placing(scale: (u8, u8), from: f32, to: f32) -> impl Fn(f32) -> f32 {
    let (low, high) = (f32::from(scale.0), f32::from(scale.1));
    move |value: f32| {
        let share = (value - low) / (high - low).max(1.0);
        from + share.clamp(0.0, 1.0) * (to - from)
    }
}

/// The whole figure: names at the left, the scale, the outcome at the right. `both` when there are two moments.
/// Beside it the place of each row.
pub(in crate::figures) fn scene(
    rows: &[Drawn<'_>],
    scale: (u8, u8),
    both: bool,
    width: f32,
    words: &Words,
) -> Result<(Scene, Vec<Frame>), ReportError> {
    let left = widest(rows.iter().map(|row| row.name), LABEL)?.min(width * 0.42);
    let right = widest(rows.iter().map(|row| row.outcome.as_str()), LABEL)?.max(24.0);
    let (from, to) = (left + 20.0, width - right - 16.0);
    let place = placing(scale, from, to);

    let (mut body, mut frames) = (Vec::new(), Vec::new());
    let mut y = HEAD;
    for row in rows {
        let lines = wrapped(row.name, LABEL, left.max(1.0) + 0.5)?;
        let height = row_height(lines.len());
        let middle = y + height / 2.0;
        frames.push(Frame {
            x: 0.0,
            y,
            width,
            height,
        });
        body.extend(names(lines, 0.0, middle, Anchor::Start));
        ratings(&mut body, (row.before, row.after), middle, &place);
        let ink = if row.moved || !both { Ink::Text } else { Ink::Quiet };
        let label = Mark::label(width, middle + 3.0, row.outcome.as_str(), Anchor::End, ink, LABEL);
        body.push(if row.moved { label.bold() } else { label });
        y += height;
    }

    let mut marks = grid(scale, (HEAD, y), &place);
    if both {
        let change = words.get("report-column-change")?;
        marks.push(Mark::label(width, 9.0, change, Anchor::End, Ink::Quiet, SMALL));
    }
    marks.append(&mut body);
    let scene = Scene {
        width,
        height: y + 2.0,
        marks,
    };
    Ok((scene, frames))
}

/// Numbers and lines of the scale, the lines down to the end of `rows`: its top and bottom.
pub(in crate::figures) fn grid(scale: (u8, u8), rows: (f32, f32), place: &impl Fn(f32) -> f32) -> Vec<Mark> {
    let mut marks = Vec::new();
    for value in scale.0..=scale.1 {
        let x = place(f32::from(value));
        let number = value.to_string();
        marks.push(Mark::label(x, 9.0, number, Anchor::Middle, Ink::Quiet, SMALL));
        marks.push(Mark::line(x, rows.0 - 4.0, x, rows.1, Ink::Grid, 0.75));
    }
    marks
}

/// Ring, line and dot of a row.
pub(in crate::figures) fn ratings(
    marks: &mut Vec<Mark>,
    ends: (Option<f32>, Option<f32>),
    y: f32,
    place: &impl Fn(f32) -> f32,
) {
    match ends {
        (Some(before), Some(after)) if (before - after).abs() < f32::EPSILON => {
            marks.push(Mark::ring(place(before), y, 5.6));
            marks.push(Mark::dot(place(after), y, 3.2, Ink::After));
        }
        (Some(before), Some(after)) => {
            marks.push(Mark::line(place(before), y, place(after), y, Ink::After, 1.5));
            marks.push(Mark::ring(place(before), y, RING));
            marks.push(Mark::dot(place(after), y, DOT, Ink::After));
        }
        (Some(before), None) => marks.push(Mark::ring(place(before), y, RING)),
        (None, Some(after)) => marks.push(Mark::dot(place(after), y, DOT, Ink::After)),
        (None, None) => {}
    }
}

//! The drawing of ratings: as one scene with its words, or cut into strips for a table.

use super::{Competency, Dumbbell, Rating, outcome, sorted};
use crate::ReportError;
use crate::figures::{Anchor, Ink, LABEL, Mark, SMALL, Scene, widest, wrapped};
use crate::words::Words;

const ROW: f32 = 18.0;
const LINE: f32 = 11.0;
const HEAD: f32 = 18.0;
const DOT: f32 = 4.2;
const RING: f32 = 3.9;

/// The same figure cut into rows, to stand inside its own table: the scale, then one strip per row of
/// [`Figure::table`], each `height` points high. Lines of the scale reach from edge to edge.
pub fn dumbbell_strips(data: &Dumbbell, width: f32, height: f32) -> (Scene, Vec<Scene>) {
    let place = placing(data, DOT + 2.0, width - DOT - 2.0);
    let numbers = (data.scale.0..=data.scale.1).map(|value| {
        Mark::label(
            place(value),
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
        let lines = (data.scale.0..=data.scale.1)
            .map(|value| Mark::line(place(value), 0.0, place(value), height, Ink::Grid, 0.75));
        let mut marks: Vec<Mark> = lines.collect();
        ratings(&mut marks, row, height / 2.0, &place);
        Scene { width, height, marks }
    });
    (head, strips.collect())
}

/// Where on the scale a value stands.
fn placing(data: &Dumbbell, from: f32, to: f32) -> impl Fn(u8) -> f32 {
    let (low, high) = (f32::from(data.scale.0), f32::from(data.scale.1));
    move |value| {
        let share = (f32::from(value) - low) / (high - low).max(1.0);
        from + share.clamp(0.0, 1.0) * (to - from)
    }
}

/// The whole figure: names at the left, the scale, the outcome at the right.
pub(super) fn scene(
    data: &Dumbbell,
    rows: &[&Competency],
    width: f32,
    words: &Words,
) -> Result<Scene, ReportError> {
    let both = data.after.is_some();
    let outcomes: Vec<String> = rows
        .iter()
        .map(|row| outcome(row, both, words))
        .collect::<Result<_, _>>()?;
    let names = widest(rows.iter().map(|row| row.name.as_str()), LABEL)?.min(width * 0.42);
    let right = widest(outcomes.iter().map(String::as_str), LABEL)?.max(24.0);
    let (from, to) = (names + 20.0, width - right - 16.0);
    let place = placing(data, from, to);

    let mut body = Vec::new();
    let mut y = HEAD;
    for (row, outcome) in rows.iter().zip(&outcomes) {
        let lines = wrapped(&row.name, LABEL, names.max(1.0) + 0.5)?;
        let height = ROW + LINE * (lines.len().max(1) - 1) as f32;
        let middle = y + height / 2.0;
        let first = middle + 3.0 - LINE * (lines.len().max(1) - 1) as f32 / 2.0;
        for (at, line) in lines.into_iter().enumerate() {
            body.push(Mark::label(
                0.0,
                first + LINE * at as f32,
                line,
                Anchor::Start,
                Ink::Text,
                LABEL,
            ));
        }
        ratings(&mut body, row, middle, &place);
        let moved = row.change().is_some_and(|change| change != 0);
        let ink = if moved || !both { Ink::Text } else { Ink::Quiet };
        let label = Mark::label(width, middle + 3.0, outcome.as_str(), Anchor::End, ink, LABEL);
        body.push(if moved { label.bold() } else { label });
        y += height;
    }

    let mut marks = Vec::new();
    for value in data.scale.0..=data.scale.1 {
        let x = place(value);
        marks.push(Mark::label(
            x,
            9.0,
            value.to_string(),
            Anchor::Middle,
            Ink::Quiet,
            SMALL,
        ));
        marks.push(Mark::line(x, HEAD - 4.0, x, y, Ink::Grid, 0.75));
    }
    if both {
        let change = words.get("report-column-change")?;
        marks.push(Mark::label(width, 9.0, change, Anchor::End, Ink::Quiet, SMALL));
    }
    marks.append(&mut body);
    Ok(Scene {
        width,
        height: y + 2.0,
        marks,
    })
}

fn ratings(marks: &mut Vec<Mark>, row: &Competency, y: f32, place: &impl Fn(u8) -> f32) {
    match (row.before, row.after) {
        (Rating::Value(before), Rating::Value(after)) if before == after => {
            marks.push(Mark::ring(place(before), y, 5.6));
            marks.push(Mark::dot(place(after), y, 3.2, Ink::After));
        }
        (Rating::Value(before), Rating::Value(after)) => {
            marks.push(Mark::line(place(before), y, place(after), y, Ink::After, 1.5));
            marks.push(Mark::ring(place(before), y, RING));
            marks.push(Mark::dot(place(after), y, DOT, Ink::After));
        }
        (Rating::Value(before), _) => marks.push(Mark::ring(place(before), y, RING)),
        (_, Rating::Value(after)) => marks.push(Mark::dot(place(after), y, DOT, Ink::After)),
        _ => {}
    }
}

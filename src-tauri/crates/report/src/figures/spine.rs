//! The columns of the logic model as a strip of boxes, the one that a section tells of filled: the reader always knows
//! where in the story they are.

use super::{Anchor, Figure, Ink, Mark, SMALL, Scene, Table, wrapped};
use crate::ReportError;
use crate::words::Words;

/// Height of the boxes.
const HEIGHT: f32 = 26.0;
/// Between two boxes.
const GAP: f32 = 6.0;
/// From one line of a name to the next.
const LEADING: f32 = 9.0;

/// The strip, `width` points wide: the names of the columns in order, and which of them is told.
///
/// # Errors
/// [`ReportError::Words`], [`ReportError::Font`].
pub fn spine(columns: &[String], told: usize, width: f32, words: &Words) -> Result<Figure, ReportError> {
    let count = columns.len().max(1) as f32;
    let each = (width - GAP * (count - 1.0)) / count;
    let mut marks = Vec::new();
    for (at, name) in columns.iter().enumerate() {
        let x = at as f32 * (each + GAP);
        let here = at == told;
        marks.push(Mark::Box {
            x,
            y: 0.5,
            width: each,
            height: HEIGHT,
            ink: if here { Ink::After } else { Ink::Grid },
            fill: if here { Ink::After } else { Ink::Paper },
            weight: 0.8,
            dashed: false,
        });
        let lines = wrapped(name, SMALL, each - 6.0)?;
        let top = 0.5 + (HEIGHT - lines.len() as f32 * LEADING) / 2.0 + LEADING - 2.0;
        for (row, line) in lines.into_iter().enumerate() {
            let ink = if here { Ink::Paper } else { Ink::Quiet };
            let y = top + row as f32 * LEADING;
            let label = Mark::label(x + each / 2.0, y, line, Anchor::Middle, ink, SMALL);
            marks.push(if here { label.bold() } else { label });
        }
    }
    let title = words.with(
        "story-spine",
        &[
            ("place", (told + 1).into()),
            ("of", columns.len().into()),
            ("name", columns.get(told).map_or("", String::as_str).into()),
        ],
    )?;
    Ok(Figure {
        alt: title.clone(),
        title,
        note: String::new(),
        scene: Scene {
            width,
            height: HEIGHT + 1.0,
            marks,
        },
        table: Table::default(),
        numbered: false,
        frames: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_box_is_filled_and_the_words_say_which() {
        let columns = ["Inputs", "Activities", "Participation"].map(str::to_owned);
        let strip = spine(&columns, 1, 468.0, &Words::english()).unwrap();
        let filled = strip
            .scene
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Box { fill: Ink::After, .. }));
        assert_eq!(filled.count(), 1);
        assert!(strip.alt.contains("2 of 3") && strip.alt.contains("Activities"));
        let inside = strip.scene.marks.iter().all(|mark| match mark {
            Mark::Box { x, width, .. } => *x >= 0.0 && x + width <= 468.01,
            _ => true,
        });
        assert!(inside);
    }
}

//! Stacked bars: their parts differ by pattern and number, so that they can be told apart without colour.

use super::{Anchor, Frame, Ink, Mark, SMALL, wrapped};
use crate::ReportError;
use crate::fonts::Face;
use crate::text::measure;
use crate::words::Words;

/// Height of a bar.
pub(super) const BAR: f32 = 11.0;
/// Side of a square of the key.
const KEY: f32 = 8.0;
/// Distance between the lines of the key.
const KEY_LINE: f32 = 13.0;

/// How a part of a bar looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Pattern {
    /// Filled.
    Solid(Ink),
    /// Slanting lines, so many points apart.
    Hatched {
        /// Meaning of the lines.
        ink: Ink,
        /// Distance from line to line along the bar.
        step: f32,
        /// Whether the lines rise to the right.
        rising: bool,
    },
    /// An outline alone, perhaps dashed.
    Open(bool),
}

impl Pattern {
    /// The pattern of an option among `of` options, the lowest first: the upper ones rise and grow denser, the lower
    /// ones fall, and one in the middle is open. Only the highest is filled.
    pub fn of_option(at: usize, of: usize) -> Self {
        let (rising, from_end) = match (2 * at + 1).cmp(&of) {
            std::cmp::Ordering::Equal => return Self::Open(false),
            std::cmp::Ordering::Greater => (true, of - 1 - at),
            std::cmp::Ordering::Less => (false, at),
        };
        let step = [2.4, 4.4, 7.0, 10.0].get(from_end).copied().unwrap_or(14.0);
        match (rising, from_end) {
            (true, 0) => Self::Solid(Ink::After),
            (true, _) => Self::Hatched {
                ink: Ink::After,
                step,
                rising,
            },
            (false, _) => Self::Hatched {
                ink: Ink::Before,
                step,
                rising,
            },
        }
    }

    fn ink(self) -> Ink {
        match self {
            Self::Solid(ink) | Self::Hatched { ink, .. } => ink,
            Self::Open(_) => Ink::Before,
        }
    }
}

/// Draws one part.
pub(super) fn part(marks: &mut Vec<Mark>, frame: Frame, pattern: Pattern) {
    marks.push(Mark::Box {
        x: frame.x,
        y: frame.y,
        width: frame.width,
        height: frame.height,
        ink: pattern.ink(),
        fill: match pattern {
            Pattern::Solid(ink) => ink,
            _ => Ink::Paper,
        },
        weight: 0.7,
        dashed: matches!(pattern, Pattern::Open(true)),
    });
    let Pattern::Hatched { ink, step, rising } = pattern else {
        return;
    };
    let (right, height) = (frame.x + frame.width, frame.height);
    let mut foot = frame.x - height + step;
    while foot < right {
        // The line goes up one to one; what of it lies beside the part is cut off.
        let (from, to) = (foot.max(frame.x), (foot + height).min(right));
        if to - from > 0.3 {
            let (low, high) = (from - foot, to - foot);
            let y = |up: f32| {
                if rising {
                    frame.y + height - up
                } else {
                    frame.y + up
                }
            };
            marks.push(Mark::line(from, y(low), to, y(high), ink, 0.8));
        }
        foot += step;
    }
}

/// Writes a number into a part, if it has room.
pub(super) fn number(
    marks: &mut Vec<Mark>,
    frame: Frame,
    pattern: Pattern,
    text: &str,
) -> Result<(), ReportError> {
    let wide = measure(Face::Sans, text, SMALL)?;
    if wide + 4.0 > frame.width {
        return Ok(());
    }
    let middle = frame.x + frame.width / 2.0;
    if let Pattern::Hatched { .. } = pattern {
        marks.push(Mark::Box {
            x: middle - wide / 2.0 - 1.5,
            y: frame.y + 0.8,
            width: wide + 3.0,
            height: frame.height - 1.6,
            ink: Ink::Paper,
            fill: Ink::Paper,
            weight: 0.0,
            dashed: false,
        });
    }
    let ink = match pattern {
        Pattern::Solid(_) => Ink::Paper,
        _ => Ink::Text,
    };
    let y = frame.y + frame.height / 2.0 + 2.9;
    marks.push(Mark::label(middle, y, text, Anchor::Middle, ink, SMALL));
    Ok(())
}

/// Draws the parts of a bar from left to right: width, pattern and number of each.
pub(super) fn bar(
    marks: &mut Vec<Mark>,
    (left, top): (f32, f32),
    parts: &[(f32, Pattern, String)],
) -> Result<(), ReportError> {
    let mut x = left;
    for (width, pattern, text) in parts {
        let frame = Frame {
            x,
            y: top,
            width: *width,
            height: BAR,
        };
        if *width > 0.0 {
            part(marks, frame, *pattern);
            number(marks, frame, *pattern, text)?;
        }
        x += width;
    }
    Ok(())
}

/// Draws the key of a bar from the top of the sheet, and gives its height.
pub(super) fn key(
    marks: &mut Vec<Mark>,
    entries: &[(Pattern, &str)],
    width: f32,
) -> Result<f32, ReportError> {
    let (mut x, mut y) = (0.0, 0.0);
    for (pattern, name) in entries {
        let lines = wrapped(name, SMALL, width - KEY - 5.0)?;
        let mut wide = 0.0_f32;
        for line in &lines {
            wide = wide.max(measure(Face::Sans, line, SMALL)?);
        }
        if x > 0.0 && x + KEY + 4.0 + wide > width {
            (x, y) = (0.0, y + KEY_LINE);
        }
        let square = Frame {
            x: x + 0.5,
            y: y + 1.5,
            width: KEY,
            height: KEY,
        };
        part(marks, square, *pattern);
        let count = lines.len().max(1);
        for (at, line) in lines.into_iter().enumerate() {
            let base = y + 8.5 + 10.0 * at as f32;
            marks.push(Mark::label(
                x + KEY + 4.0,
                base,
                line,
                Anchor::Start,
                Ink::Quiet,
                SMALL,
            ));
        }
        x += KEY + 4.0 + wide + 12.0;
        if count > 1 {
            (x, y) = (0.0, y + 10.0 * (count - 1) as f32 + KEY_LINE);
        }
    }
    Ok(if x > 0.0 { y + KEY_LINE } else { y })
}

/// A share in whole percent, halves up; the words for nothing where there is no whole.
///
/// # Errors
/// [`ReportError::Words`].
pub(super) fn percent(part: u32, whole: u32, words: &Words) -> Result<String, ReportError> {
    if whole == 0 {
        return words.get("report-no-value");
    }
    let (part, whole) = (u64::from(part), u64::from(whole));
    let share = (part * 200 + whole) / (2 * whole);
    words.with("figure-percent", &[("share", share.to_string().into())])
}

/// A count, or the dash of what is withheld.
///
/// # Errors
/// [`ReportError::Words`].
pub(super) fn counted(count: Option<u32>, words: &Words) -> Result<String, ReportError> {
    count.map_or_else(|| words.get("report-no-value"), |count| Ok(count.to_string()))
}

//! What drawings of figures share: marks that are easy to make, sizes of words, wrapped names.

use super::{Anchor, Ink, Mark};
use crate::ReportError;
use crate::fonts::Face;
use crate::text::measure;

/// Size of words in a figure, in points.
pub(super) const LABEL: f32 = 9.0;
/// Size of the scale's numbers and of dates.
pub(super) const SMALL: f32 = 8.0;
/// Height of a row that holds one line of words.
const ROW: f32 = 18.0;
/// Distance between the lines of a wrapped label.
pub(super) const LINE: f32 = 11.0;

impl Mark {
    pub(super) fn line(x1: f32, y1: f32, x2: f32, y2: f32, ink: Ink, weight: f32) -> Self {
        Self::Line {
            x1,
            y1,
            x2,
            y2,
            ink,
            weight,
            dashed: false,
        }
    }

    pub(super) fn ring(x: f32, y: f32, r: f32) -> Self {
        Self::Circle {
            x,
            y,
            r,
            ink: Ink::Before,
            fill: Ink::Paper,
            weight: 1.4,
        }
    }

    pub(super) fn dot(x: f32, y: f32, r: f32, ink: Ink) -> Self {
        Self::Circle {
            x,
            y,
            r,
            ink,
            fill: ink,
            weight: 0.0,
        }
    }

    pub(super) fn label(
        x: f32,
        y: f32,
        text: impl Into<String>,
        anchor: Anchor,
        ink: Ink,
        size: f32,
    ) -> Self {
        Self::Label {
            x,
            y,
            text: text.into(),
            anchor,
            ink,
            size,
            bold: false,
        }
    }

    pub(super) fn bold(self) -> Self {
        match self {
            Self::Label {
                x,
                y,
                text,
                anchor,
                ink,
                size,
                ..
            } => Self::Label {
                x,
                y,
                text,
                anchor,
                ink,
                size,
                bold: true,
            },
            other => other,
        }
    }
}

/// Breaks a label into lines no wider than `width`.
pub(super) fn wrapped(text: &str, size: f32, width: f32) -> Result<Vec<String>, ReportError> {
    use crate::text::{Fall, Setting, Span, lines};
    let setting = Setting {
        size,
        leading: size,
        fall: Fall::Whole,
    };
    let lines = lines(&[Span::new(Face::Sans, text)], setting, Some(width))?;
    Ok(lines.iter().map(|line| line.text().trim().to_owned()).collect())
}

/// Width of the widest text.
pub(super) fn widest<'a>(texts: impl IntoIterator<Item = &'a str>, size: f32) -> Result<f32, ReportError> {
    let mut most = 0.0_f32;
    for text in texts {
        most = most.max(measure(Face::Sans, text, size)?);
    }
    Ok(most)
}

/// Lines of a label of the size [`LABEL`] about the height `middle`, with their anchor at `x`.
pub(super) fn names(lines: Vec<String>, x: f32, middle: f32, anchor: Anchor) -> impl Iterator<Item = Mark> {
    let first = middle + 3.0 - LINE * (lines.len().max(1) - 1) as f32 / 2.0;
    let place = move |(at, line)| {
        let y = first + LINE * at as f32;
        Mark::label(x, y, line, anchor, Ink::Text, LABEL)
    };
    lines.into_iter().enumerate().map(place)
}

/// Height of a row whose name takes so many lines.
pub(super) fn row_height(lines: usize) -> f32 {
    ROW + LINE * (lines.max(1) - 1) as f32
}

//! Two moments side by side, one line from the first to the second for each competency or person.

mod ends;

use super::dumbbell::moment;
use super::{Anchor, Figure, Frame, Ink, Mark, Moment, SMALL, Scene, Table, names, wrapped};
use crate::ReportError;
use crate::words::Words;

/// What the lines stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlopeOf {
    /// Competencies of one person or group.
    Competencies,
    /// People in one competency, whose name is given; for internal readers only.
    People(String),
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct SlopeRow {
    /// Name of the competency, or code of the person.
    pub name: String,
    /// Value at the first moment.
    pub before: Option<f64>,
    /// Value at the second moment.
    pub after: Option<f64>,
}

/// Values at two moments.
#[derive(Debug, Clone, PartialEq)]
pub struct Slope {
    /// What the lines stand for.
    pub of: SlopeOf,
    /// The first moment.
    pub before: Moment,
    /// The second moment.
    pub after: Moment,
    /// Lowest and highest point of the scale.
    pub scale: (u8, u8),
    /// What the values are, e.g. "Mean self-rating".
    pub measure: String,
    /// The instrument and version.
    pub instrument: String,
    /// The lines; some six can be told apart.
    pub rows: Vec<SlopeRow>,
}

impl SlopeRow {
    fn change(&self) -> Option<f64> {
        Some(self.after? - self.before?)
    }
}

/// Least height between the ends of the scale.
const HIGH: f32 = 120.0;

/// Draws the figure `width` points wide: names and values at both ends, moved apart where they would lie on each other.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] for a name that cannot be drawn, [`ReportError::Words`].
pub fn slope(data: &Slope, width: f32, words: &Words) -> Result<Figure, ReportError> {
    let title = title(data, words)?;
    let table = table(data, words)?;
    let mut alt = format!("{title}.");
    for row in &table.rows {
        let args = [
            ("name", row[0].as_str().into()),
            ("before", row[1].as_str().into()),
            ("after", row[2].as_str().into()),
        ];
        alt.push(' ');
        alt.push_str(&words.with("figure-ratings-alt-row", &args)?);
    }
    let (scene, frames) = scene(data, width, words)?;
    Ok(Figure {
        title,
        alt,
        note: note(data, words)?,
        scene,
        table,
        frames,
        numbered: false,
    })
}

fn title(data: &Slope, words: &Words) -> Result<String, ReportError> {
    let changes: Vec<f64> = data.rows.iter().filter_map(SlopeRow::change).collect();
    let count = |test: fn(&f64) -> bool| changes.iter().filter(|change| test(change)).count();
    let args = [
        ("up", count(|change| *change > 0.0).into()),
        ("down", count(|change| *change < 0.0).into()),
        ("rows", changes.len().into()),
    ];
    match &data.of {
        SlopeOf::Competencies => words.with("figure-slope-title", &args),
        SlopeOf::People(name) => {
            let mut args = args.to_vec();
            args.push(("competency", name.as_str().into()));
            words.with("figure-slope-title-people", &args)
        }
    }
}

fn note(data: &Slope, words: &Words) -> Result<String, ReportError> {
    let (before, after) = (moment(&data.before, words)?, moment(&data.after, words)?);
    let args = [
        ("measure", data.measure.as_str().into()),
        ("low", data.scale.0.into()),
        ("high", data.scale.1.into()),
        ("before", before.as_str().into()),
        ("after", after.as_str().into()),
    ];
    let mut note = words.with("figure-slope-key", &args)?;
    let unpaired = data.rows.iter().filter(|row| row.change().is_none()).count();
    if unpaired > 0 {
        note.push(' ');
        note.push_str(&words.with("figure-slope-unpaired", &[("count", unpaired.into())])?);
    }
    let args = [("instrument", data.instrument.as_str().into())];
    note.push(' ');
    note.push_str(&words.with("figure-ratings-source", &args)?);
    Ok(note)
}

/// A value with at most one decimal.
pub(super) fn plain(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// A change with at most one decimal, its sign, and the real minus.
pub(super) fn signed(change: f64) -> String {
    match plain(change.abs()).as_str() {
        "0" => "0".to_owned(),
        size if change > 0.0 => format!("+{size}"),
        size => format!("−{size}"),
    }
}

fn table(data: &Slope, words: &Words) -> Result<Table, ReportError> {
    let none = words.get("report-no-value")?;
    let said = |value: Option<f64>, say: fn(f64) -> String| value.map_or_else(|| none.clone(), say);
    let first = match data.of {
        SlopeOf::Competencies => words.get("report-column-competency")?,
        SlopeOf::People(_) => words.get("report-column-code")?,
    };
    let row = |row: &SlopeRow| {
        vec![
            row.name.clone(),
            said(row.before, plain),
            said(row.after, plain),
            said(row.change(), signed),
        ]
    };
    Ok(Table {
        heads: vec![
            first,
            words.sentence(&data.before.label),
            words.sentence(&data.after.label),
            words.get("report-column-change")?,
        ],
        rows: data.rows.iter().map(row).collect(),
        numeric: vec![1, 2, 3],
    })
}

fn scene(data: &Slope, width: f32, words: &Words) -> Result<(Scene, Vec<Frame>), ReportError> {
    let (low, high) = (f64::from(data.scale.0), f64::from(data.scale.1));
    let room = width * 0.3;
    let heads = [
        wrapped(&data.before.label, SMALL, room)?,
        wrapped(&data.after.label, SMALL, room)?,
    ];
    let head = 12.0 + 9.5 * heads.iter().map(Vec::len).max().unwrap_or(1) as f32;
    let foot = head + HIGH.max(14.0 * data.rows.len() as f32);
    let place = |value: f64| {
        let share = ((value - low) / (high - low).max(1.0)).clamp(0.0, 1.0) as f32;
        foot - 6.0 - share * (foot - head - 12.0)
    };
    let (from, to) = (room + 22.0, width - room - 22.0);
    let text = |id: &str, name: &str, value: f64| {
        let value = plain(value);
        words.with(id, &[("name", name.into()), ("value", value.as_str().into())])
    };
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for row in &data.rows {
        let left = row
            .before
            .map(|value| text("figure-slope-left", &row.name, value));
        let right = row
            .after
            .map(|value| text("figure-slope-right", &row.name, value));
        before.push(left.transpose()?.zip(row.before.map(place)));
        after.push(right.transpose()?.zip(row.after.map(place)));
    }
    let (left, right) = (
        ends::end(before, room, (head, foot))?,
        ends::end(after, room, (head, foot))?,
    );
    let height = left.bottom.max(right.bottom);

    let mut marks = Vec::new();
    for (x, anchor, lines) in [(from, Anchor::End, &heads[0]), (to, Anchor::Start, &heads[1])] {
        marks.push(Mark::line(x, head - 4.0, x, foot, Ink::Grid, 0.75));
        let edge = if anchor == Anchor::End { x + 4.0 } else { x - 4.0 };
        for (at, line) in lines.iter().enumerate() {
            let y = 9.0 + 9.5 * at as f32;
            marks.push(Mark::label(edge, y, line.as_str(), anchor, Ink::Quiet, SMALL));
        }
    }
    let mut frames = Vec::new();
    for (at, row) in data.rows.iter().enumerate() {
        let (first, second) = (row.before.map(place), row.after.map(place));
        if let (Some(first), Some(second)) = (first, second) {
            let weight = if row.before == row.after { 1.0 } else { 1.6 };
            let ink = if first < second { Ink::Before } else { Ink::After };
            // A line downwards is dashed: seen without colour, never as an alarm.
            marks.push(Mark::Line {
                x1: from,
                y1: first,
                x2: to,
                y2: second,
                ink,
                weight,
                dashed: first < second,
            });
        }
        for (y, side, x, edge, anchor) in [
            (first, &left, from, room, Anchor::End),
            (second, &right, to, width - room, Anchor::Start),
        ] {
            let (Some(y), Some(lines)) = (y, &side.lines[at]) else {
                continue;
            };
            let middle = side.middles[at];
            let near = if anchor == Anchor::End {
                edge + 3.0
            } else {
                edge - 3.0
            };
            marks.push(Mark::line(x, y, near, middle, Ink::Grid, 0.6));
            marks.extend(names(lines.clone(), edge, middle, anchor));
            marks.push(if anchor == Anchor::End {
                Mark::ring(x, y, 3.6)
            } else {
                Mark::dot(x, y, 3.9, Ink::After)
            });
        }
        let ys: Vec<f32> = [first, second].into_iter().flatten().collect();
        let top = ys.iter().copied().fold(f32::INFINITY, f32::min);
        let bottom = ys.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        frames.push(if ys.is_empty() {
            Frame::default()
        } else {
            Frame {
                x: from - 6.0,
                y: top - 6.0,
                width: to - from + 12.0,
                height: bottom - top + 12.0,
            }
        });
    }
    Ok((Scene { width, height, marks }, frames))
}

//! One small distribution per competency: how many gave each point before and after.

use super::bars::counted;
use super::dumbbell::moment;
use super::{Anchor, Figure, Frame, Ink, LABEL, LINE, Mark, Moment, SMALL, Scene, Table, widest, wrapped};
use crate::ReportError;
use crate::words::Words;

/// How many gave each point of the scale for one competency, the lowest first; `None` for a count that is withheld.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distribution {
    /// Name of the competency.
    pub name: String,
    /// At the first moment.
    pub before: Vec<Option<u32>>,
    /// At the second moment; empty while there is only one.
    pub after: Vec<Option<u32>>,
}

/// Distributions on one scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallMultiples {
    /// The first moment.
    pub before: Moment,
    /// The second moment; `None` while there is only one.
    pub after: Option<Moment>,
    /// Lowest and highest point of the scale.
    pub scale: (u8, u8),
    /// The instrument and version.
    pub instrument: String,
    /// The competencies, in the order of the sheet.
    pub rows: Vec<Distribution>,
}

impl SmallMultiples {
    fn points(&self) -> usize {
        usize::from(self.scale.1.saturating_sub(self.scale.0)) + 1
    }

    fn counts(&self) -> impl Iterator<Item = Option<u32>> {
        self.rows
            .iter()
            .flat_map(|row| row.before.iter().chain(&row.after))
            .copied()
    }
}

/// Height of the bars' ground.
const HIGH: f32 = 44.0;
/// Space between panels.
const GAP: f32 = 16.0;
/// A panel is at least so wide.
const PANEL: f32 = 104.0;

/// Draws the figure `width` points wide, as many panels side by side as have room.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] for a name that cannot be drawn, [`ReportError::Words`].
pub fn small_multiples(data: &SmallMultiples, width: f32, words: &Words) -> Result<Figure, ReportError> {
    let title = title(data, words)?;
    let table = table(data, words)?;
    let mut alt = format!("{title}.");
    for row in &table.rows {
        let cells = row.iter().zip(&table.heads).skip(2);
        let said: Vec<String> = cells.map(|(cell, head)| format!("{head}: {cell}")).collect();
        alt.push_str(&format!(" {}, {}: {}.", row[0], row[1], said.join(", ")));
    }
    let before = moment(&data.before, words)?;
    let mut args = vec![
        ("before", before.as_str().into()),
        ("low", data.scale.0.into()),
        ("high", data.scale.1.into()),
    ];
    let mut note = match &data.after {
        Some(after) => {
            args.push(("after", moment(after, words)?.into()));
            words.with("figure-multiples-key", &args)?
        }
        None => words.with("figure-multiples-key-once", &args)?,
    };
    if data.counts().any(|count| count.is_none()) {
        note.push(' ');
        note.push_str(&words.get("figure-withheld")?);
    }
    let args = [("instrument", data.instrument.as_str().into())];
    note.push(' ');
    note.push_str(&words.with("figure-ratings-source", &args)?);
    let (scene, panels) = scene(data, width, words)?;
    // The table has a row per competency and moment.
    let each = if data.after.is_some() { 2 } else { 1 };
    let frames = panels
        .into_iter()
        .flat_map(|panel| std::iter::repeat_n(panel, each));
    Ok(Figure {
        title,
        alt,
        note,
        scene,
        table,
        frames: frames.collect(),
        numbered: false,
    })
}

/// The most frequent point, the lower one of two.
fn peak(counts: &[Option<u32>]) -> Option<usize> {
    let known: Option<Vec<u32>> = counts.iter().copied().collect();
    let known = known.filter(|known| known.iter().any(|count| *count > 0))?;
    let most = known.iter().max()?;
    known.iter().position(|count| count == most)
}

fn title(data: &SmallMultiples, words: &Words) -> Result<String, ReportError> {
    let pairs = data.rows.iter();
    let pairs: Vec<(usize, usize)> = pairs
        .filter_map(|row| Some((peak(&row.before)?, peak(&row.after)?)))
        .collect();
    if data.after.is_none() || pairs.is_empty() {
        let args = [
            ("rows", data.rows.len().into()),
            ("moment", data.before.label.as_str().into()),
        ];
        return words.with("figure-multiples-title-once", &args);
    }
    let args = [
        ("rows", pairs.len().into()),
        (
            "up",
            pairs
                .iter()
                .filter(|(before, after)| after > before)
                .count()
                .into(),
        ),
        (
            "down",
            pairs
                .iter()
                .filter(|(before, after)| after < before)
                .count()
                .into(),
        ),
    ];
    words.with("figure-multiples-title", &args)
}

fn table(data: &SmallMultiples, words: &Words) -> Result<Table, ReportError> {
    let mut heads = vec![
        words.get("report-column-competency")?,
        words.get("figure-likert-moment")?,
    ];
    heads.extend((data.scale.0..=data.scale.1).map(|point| point.to_string()));
    let mut rows = Vec::new();
    for row in &data.rows {
        let after = data.after.as_ref().map(|moment| (moment, &row.after));
        for (moment, counts) in std::iter::once((&data.before, &row.before)).chain(after) {
            let mut cells = vec![row.name.clone(), words.sentence(&moment.label)];
            for at in 0..data.points() {
                cells.push(counted(counts.get(at).copied().flatten(), words)?);
            }
            rows.push(cells);
        }
    }
    let numeric = (2..heads.len()).map(|at| at as u32).collect();
    Ok(Table { heads, rows, numeric })
}

fn scene(data: &SmallMultiples, width: f32, words: &Words) -> Result<(Scene, Vec<Frame>), ReportError> {
    let numbers = data.counts().map(|count| counted(count, words));
    let numbers = numbers.collect::<Result<Vec<_>, _>>()?;
    let number = widest(numbers.iter().map(String::as_str), SMALL)?;
    let bars = data.points() as f32 * if data.after.is_some() { 2.0 } else { 1.0 };
    // Each bar is as wide as its number, and points stand apart.
    let least = (bars * (number + 1.5) + data.points() as f32 * 4.0).max(PANEL);
    let across = (((width + GAP) / (least + GAP)).floor() as usize).max(1);
    let panel = (width - GAP * (across - 1) as f32) / across as f32;
    let most = data.counts().flatten().max().unwrap_or(0).max(1);

    let (mut marks, mut frames) = (Vec::new(), Vec::new());
    let mut y = 0.0;
    for line in data.rows.chunks(across) {
        let names = line
            .iter()
            .map(|row| wrapped(&row.name, LABEL, panel))
            .collect::<Result<Vec<_>, _>>()?;
        let deep = names.iter().map(Vec::len).max().unwrap_or(1).max(1) as f32 * LINE + 2.0;
        let foot = y + deep + 12.0 + HIGH;
        for (at, (row, name)) in line.iter().zip(names).enumerate() {
            let left = at as f32 * (panel + GAP);
            for (at, text) in name.into_iter().enumerate() {
                let base = y + 9.0 + LINE * at as f32;
                marks.push(Mark::label(left, base, text, Anchor::Start, Ink::Text, LABEL));
            }
            draw(&mut marks, data, row, (left, foot, panel), most, words)?;
            frames.push(Frame {
                x: left,
                y,
                width: panel,
                height: foot + 12.0 - y,
            });
        }
        y = foot + 24.0;
    }
    let height = (y - 10.0).max(0.0);
    Ok((Scene { width, height, marks }, frames))
}

/// The bars of one panel over the line at `foot`.
fn draw(
    marks: &mut Vec<Mark>,
    data: &SmallMultiples,
    row: &Distribution,
    (left, foot, panel): (f32, f32, f32),
    most: u32,
    words: &Words,
) -> Result<(), ReportError> {
    let step = panel / data.points() as f32;
    let series: &[(&Vec<Option<u32>>, Ink)] = match data.after {
        Some(_) => &[(&row.before, Ink::Paper), (&row.after, Ink::After)],
        None => &[(&row.before, Ink::Paper)],
    };
    let bar = (step - 4.0) / series.len() as f32;
    marks.push(Mark::line(left, foot, left + panel, foot, Ink::Grid, 0.75));
    for (at, point) in (data.scale.0..=data.scale.1).enumerate() {
        let from = left + step * at as f32 + 2.0;
        let middle = from + (step - 4.0) / 2.0;
        let number = point.to_string();
        marks.push(Mark::label(
            middle,
            foot + 10.0,
            number,
            Anchor::Middle,
            Ink::Quiet,
            SMALL,
        ));
        for (at, (counts, fill)) in series.iter().enumerate() {
            let count = counts.get(at_point(point, data)).copied().flatten();
            let high = HIGH * count.unwrap_or(0) as f32 / most as f32;
            let x = from + bar * at as f32;
            if high > 0.0 {
                marks.push(Mark::Box {
                    x: x + 0.75,
                    y: foot - high,
                    width: (bar - 1.5).max(0.5),
                    height: high,
                    ink: if *fill == Ink::Paper { Ink::Before } else { *fill },
                    fill: *fill,
                    weight: 0.9,
                    dashed: false,
                });
            }
            // Nothing is said over an empty place, except that something is withheld there.
            if count != Some(0) {
                let text = counted(count, words)?;
                let y = foot - high - 3.0;
                marks.push(Mark::label(
                    x + bar / 2.0,
                    y,
                    text,
                    Anchor::Middle,
                    Ink::Text,
                    SMALL,
                ));
            }
        }
    }
    Ok(())
}

fn at_point(point: u8, data: &SmallMultiples) -> usize {
    usize::from(point - data.scale.0)
}

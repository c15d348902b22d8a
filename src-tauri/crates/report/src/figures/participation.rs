//! How many were invited, enrolled, began, completed and answered, as a ladder of bars.

use super::bars::{counted, percent};
use super::marks::row_height;
use super::{Anchor, Figure, Frame, Ink, LABEL, Mark, Scene, Table, names, widest, wrapped};
use crate::ReportError;
use crate::words::Words;

/// One rung.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// What people did, e.g. "enrolled".
    pub name: String,
    /// How many; `None` when withheld or not known.
    pub count: Option<u32>,
}

/// The way of a group through a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participation {
    /// The rungs from the widest to the narrowest.
    pub rungs: Vec<Rung>,
    /// The rung that shares refer to, by position.
    pub base: usize,
    /// Fewest people of that rung with shares in percent; below it only counts are given.
    pub fewest: u32,
}

impl Participation {
    fn base(&self) -> Option<u32> {
        let base = self.rungs.get(self.base)?.count?;
        (base >= self.fewest.max(1)).then_some(base)
    }

    /// The share of a rung at or below the base.
    fn share(&self, at: usize, words: &Words) -> Result<Option<String>, ReportError> {
        let count = self.rungs[at].count.filter(|_| at > self.base);
        match (count, self.base()) {
            (Some(count), Some(base)) => percent(count, base, words).map(Some),
            _ => Ok(None),
        }
    }
}

const BAR: f32 = 11.0;

/// Draws the figure `width` points wide.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] for a name that cannot be drawn, [`ReportError::Words`].
pub fn participation(data: &Participation, width: f32, words: &Words) -> Result<Figure, ReportError> {
    let title = title(data, words)?;
    let mut rows = Vec::new();
    for (at, rung) in data.rungs.iter().enumerate() {
        let share = data
            .share(at, words)?
            .map_or_else(|| words.get("report-no-value"), Ok)?;
        rows.push(vec![
            words.sentence(&rung.name),
            counted(rung.count, words)?,
            share,
        ]);
    }
    let mut alt = format!("{title}.");
    for row in &rows {
        alt.push_str(&format!(" {}: {}, {}.", row[0], row[1], row[2]));
    }
    let base = data.rungs.get(data.base).map_or("", |rung| rung.name.as_str());
    let mut note = match data.base() {
        Some(_) => words.with("figure-participation-key", &[("base", base.into())])?,
        None => words.with("figure-participation-few", &[("fewest", data.fewest.into())])?,
    };
    if data.rungs.iter().any(|rung| rung.count.is_none()) {
        note.push(' ');
        note.push_str(&words.get("figure-withheld-or-unknown")?);
    }
    let (scene, frames) = scene(data, width, words)?;
    Ok(Figure {
        title,
        alt,
        note,
        scene,
        table: Table {
            heads: vec![
                words.get("figure-participation-rung")?,
                words.get("figure-participation-people")?,
                words.get("figure-participation-share")?,
            ],
            rows,
            numeric: vec![1, 2],
        },
        frames,
        numbered: false,
    })
}

/// The finding: the last known rung against the base.
fn title(data: &Participation, words: &Words) -> Result<String, ReportError> {
    let base = data.rungs.get(data.base).filter(|rung| rung.count.is_some());
    let below = data.rungs.iter().skip(data.base + 1).rev();
    let last = below.clone().find(|rung| rung.count.is_some());
    let (Some(base), Some(last)) = (base, last) else {
        return words.get("figure-participation-none");
    };
    let args = [
        ("all", base.count.unwrap_or_default().into()),
        ("base", base.name.as_str().into()),
        ("part", last.count.unwrap_or_default().into()),
        ("last", last.name.as_str().into()),
    ];
    words.with("figure-participation-title", &args)
}

fn scene(data: &Participation, width: f32, words: &Words) -> Result<(Scene, Vec<Frame>), ReportError> {
    let mut texts = Vec::new();
    for (at, rung) in data.rungs.iter().enumerate() {
        let count = counted(rung.count, words)?;
        texts.push(match data.share(at, words)? {
            Some(share) => words.with(
                "figure-count-share",
                &[("count", count.into()), ("share", share.into())],
            )?,
            None => count,
        });
    }
    let titles: Vec<String> = data.rungs.iter().map(|rung| words.sentence(&rung.name)).collect();
    let left = widest(titles.iter().map(String::as_str), LABEL)?.min(width * 0.36);
    let right = widest(texts.iter().map(String::as_str), LABEL)?;
    let full = (width - left - right - 22.0).max(20.0);
    let most = data.rungs.iter().filter_map(|rung| rung.count).max().unwrap_or(0);
    let (mut marks, mut frames) = (Vec::new(), Vec::new());
    let mut y = 0.0;
    for (at, (rung, title)) in data.rungs.iter().zip(&titles).enumerate() {
        let lines = wrapped(title, LABEL, left + 0.5)?;
        let height = row_height(lines.len());
        let middle = y + height / 2.0;
        marks.extend(names(lines, 0.0, middle, Anchor::Start));
        let long = match rung.count {
            Some(count) if most > 0 => full * count as f32 / most as f32,
            _ => 0.0,
        };
        let from = left + 12.0;
        if long > 0.0 {
            let fill = if at < data.base { Ink::Paper } else { Ink::After };
            marks.push(Mark::Box {
                x: from,
                y: middle - BAR / 2.0,
                width: long,
                height: BAR,
                ink: Ink::After,
                fill,
                weight: 0.8,
                dashed: false,
            });
        }
        let text = texts[at].as_str();
        let x = from + long + 8.0;
        marks.push(Mark::label(
            x,
            middle + 3.0,
            text,
            Anchor::Start,
            Ink::Text,
            LABEL,
        ));
        frames.push(Frame {
            x: 0.0,
            y,
            width,
            height,
        });
        y += height;
    }
    Ok((
        Scene {
            width,
            height: y + 1.0,
            marks,
        },
        frames,
    ))
}

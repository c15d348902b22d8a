//! Who is reached: sector by level, a square as large as the count, beside its number.

use super::bars::counted;
use super::{Anchor, Figure, Frame, Ink, LABEL, LINE, Mark, SMALL, Scene, Table, names, widest, wrapped};
use crate::ReportError;
use crate::words::Words;

/// Counts of people by two properties. `None` is a count that is withheld.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReachMatrix {
    /// The rows' names, e.g. sectors.
    pub sectors: Vec<String>,
    /// The columns' names, e.g. levels.
    pub levels: Vec<String>,
    /// A row per sector with a count per level.
    pub counts: Vec<Vec<Option<u32>>>,
    /// Sums of the rows, as they may be shown.
    pub of_sectors: Vec<Option<u32>>,
    /// Sums of the columns, as they may be shown.
    pub of_levels: Vec<Option<u32>>,
    /// Everybody.
    pub all: Option<u32>,
}

/// Least height of a row, and side of the largest square.
const CELL: f32 = 24.0;
const SIDE: f32 = 20.0;

/// Draws the figure `width` points wide, rows and columns in their order.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] for a name that cannot be drawn, [`ReportError::Words`].
pub fn reach_matrix(data: &ReachMatrix, width: f32, words: &Words) -> Result<Figure, ReportError> {
    let title = title(data, words)?;
    let table = table(data, words)?;
    let mut alt = format!("{title}.");
    for row in &table.rows {
        let cells = row.iter().zip(&table.heads).skip(1);
        let said: Vec<String> = cells.map(|(cell, head)| format!("{head} {cell}")).collect();
        alt.push_str(&format!(" {}: {}.", row[0], said.join(", ")));
    }
    let mut note = words.get("figure-reach-key")?;
    if withheld(data) > 0 {
        note.push(' ');
        note.push_str(&words.get("figure-withheld")?);
    }
    let (scene, frames) = scene(data, width, words)?;
    Ok(Figure {
        title,
        alt,
        note,
        scene,
        table,
        frames,
        numbered: false,
    })
}

fn withheld(data: &ReachMatrix) -> usize {
    let sums = data.of_sectors.iter().chain(&data.of_levels).chain([&data.all]);
    let all = data.counts.iter().flatten().chain(sums);
    all.filter(|count| count.is_none()).count()
}

/// The finding: how many people in how many groups, and the largest group that may be named.
fn title(data: &ReachMatrix, words: &Words) -> Result<String, ReportError> {
    let largest = data.sectors.iter().zip(&data.of_sectors);
    let largest = largest.filter_map(|(name, sum)| Some((sum.as_ref()?, name)));
    let largest = largest
        .rev()
        .max_by_key(|(sum, _)| **sum)
        .filter(|(sum, _)| **sum > 0);
    match (data.all, largest) {
        (Some(0), _) => words.get("figure-reach-nobody"),
        (Some(all), Some((most, name))) => {
            let args = [
                ("all", all.into()),
                ("sectors", data.sectors.len().into()),
                ("most", (*most).into()),
                ("name", name.as_str().into()),
            ];
            words.with("figure-reach-title", &args)
        }
        (Some(all), None) => words.with("figure-reach-title-all", &[("all", all.into())]),
        (None, _) => words.get("figure-reach-title-withheld"),
    }
}

fn table(data: &ReachMatrix, words: &Words) -> Result<Table, ReportError> {
    let total = words.get("report-column-total")?;
    let mut heads = vec![words.get("report-column-sector")?];
    heads.extend(data.levels.iter().cloned());
    heads.push(total.clone());
    let mut rows = Vec::new();
    for ((sector, counts), sum) in data.sectors.iter().zip(&data.counts).zip(&data.of_sectors) {
        let mut row = vec![sector.clone()];
        for count in counts.iter().chain([sum]) {
            row.push(counted(*count, words)?);
        }
        rows.push(row);
    }
    let mut last = vec![total];
    for count in data.of_levels.iter().chain([&data.all]) {
        last.push(counted(*count, words)?);
    }
    rows.push(last);
    let numeric = (1..heads.len()).map(|at| at as u32).collect();
    Ok(Table { heads, rows, numeric })
}

fn scene(data: &ReachMatrix, width: f32, words: &Words) -> Result<(Scene, Vec<Frame>), ReportError> {
    let total = words.get("report-column-total")?;
    let sums = data.of_sectors.iter().chain([&data.all]);
    let sums = sums
        .map(|sum| counted(*sum, words))
        .collect::<Result<Vec<_>, _>>()?;
    let right = widest(sums.iter().map(String::as_str), LABEL)?.max(widest([total.as_str()], SMALL)?) + 8.0;
    let names_of = data.sectors.iter().chain([&total]);
    let left = widest(names_of.map(String::as_str), LABEL)?.min(width * 0.3) + 10.0;
    let step = (width - left - right) / data.levels.len().max(1) as f32;
    let most = data.counts.iter().flatten().flatten().copied().max().unwrap_or(0);
    let numbers = data.counts.iter().flatten().chain(&data.of_levels);
    let numbers = numbers
        .map(|count| counted(*count, words))
        .collect::<Result<Vec<_>, _>>()?;
    let number = widest(numbers.iter().map(String::as_str), LABEL)?;
    let side = SIDE.min(step - number - 8.0).max(3.0);

    let mut marks = Vec::new();
    let heads = data
        .levels
        .iter()
        .map(|level| wrapped(level, SMALL, (step - 4.0).max(8.0)))
        .collect::<Result<Vec<_>, _>>()?;
    let deep = heads.iter().map(Vec::len).max().unwrap_or(0).max(1) as f32;
    let mut y = deep * 9.5 + 6.0;
    for (at, head) in heads.into_iter().enumerate() {
        let first = y - 6.0 - 9.5 * (head.len().max(1) - 1) as f32;
        for (line, text) in head.into_iter().enumerate() {
            let base = first + 9.5 * line as f32;
            let x = left + step * at as f32;
            marks.push(Mark::label(x, base, text, Anchor::Start, Ink::Quiet, SMALL));
        }
    }
    marks.push(Mark::label(
        width,
        y - 6.0,
        total.as_str(),
        Anchor::End,
        Ink::Quiet,
        SMALL,
    ));
    marks.push(Mark::line(0.0, y, width, y, Ink::Before, 0.75));

    let mut frames = Vec::new();
    let body = data.sectors.iter().zip(data.counts.iter().zip(&data.of_sectors));
    let rows = body.map(|(name, (counts, sum))| (name, counts, sum, true));
    for (name, counts, sum, squares) in rows.chain([(&total, &data.of_levels, &data.all, false)]) {
        let lines = wrapped(name, LABEL, left - 9.5)?;
        let height = (LINE * lines.len() as f32 + 6.0).max(if squares { CELL } else { 18.0 });
        let middle = y + height / 2.0;
        frames.push(Frame {
            x: 0.0,
            y,
            width,
            height,
        });
        marks.extend(names(lines, 0.0, middle, Anchor::Start));
        for (at, count) in counts.iter().enumerate() {
            let x = left + step * at as f32;
            if squares && most > 0 && count.is_some_and(|count| count > 0) {
                let share = count.unwrap_or_default() as f32 / most as f32;
                // The area stands for the count, so the side for its root.
                square(&mut marks, (x + side / 2.0, middle), side * share.sqrt());
            }
            cell(
                &mut marks,
                (x + side + 5.0, middle),
                (*count, Anchor::Start),
                words,
            )?;
        }
        cell(&mut marks, (width, middle), (*sum, Anchor::End), words)?;
        y += height;
        marks.push(Mark::line(0.0, y, width, y, Ink::Grid, 0.6));
    }
    let height = y + 1.0;
    Ok((Scene { width, height, marks }, frames))
}

fn square(marks: &mut Vec<Mark>, (x, y): (f32, f32), side: f32) {
    marks.push(Mark::Box {
        x: x - side / 2.0,
        y: y - side / 2.0,
        width: side,
        height: side,
        ink: Ink::After,
        fill: Ink::After,
        weight: 0.0,
        dashed: false,
    });
}

fn cell(
    marks: &mut Vec<Mark>,
    (x, middle): (f32, f32),
    (count, anchor): (Option<u32>, Anchor),
    words: &Words,
) -> Result<(), ReportError> {
    let ink = match count {
        Some(0) | None => Ink::Quiet,
        Some(_) => Ink::Text,
    };
    marks.push(Mark::label(
        x,
        middle + 3.0,
        counted(count, words)?,
        anchor,
        ink,
        LABEL,
    ));
    Ok(())
}

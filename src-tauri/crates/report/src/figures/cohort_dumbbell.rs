//! A cohort's mean ratings before and after, one row per competency, with medians and the number of people; on request
//! with every person as a faint mark.

mod crowd;

use super::dumbbell::{draw, moment};
use super::marks::row_height;
use super::slope::{plain, signed};
use super::{Anchor, Figure, Frame, Ink, LABEL, Mark, Moment, SMALL, Scene, Table, names, widest, wrapped};
use crate::ReportError;
use crate::words::Words;

/// One competency.
#[derive(Debug, Clone, PartialEq)]
pub struct MeanRow {
    /// Its name.
    pub name: String,
    /// Means of the people rated both times, before and after; `None` with too few of them.
    pub means: Option<(f64, f64)>,
    /// Medians of the same people; `None` with too few of them.
    pub medians: Option<(f64, f64)>,
    /// People rated both times; `None` when withheld.
    pub paired: Option<u32>,
    /// Each of these people's ratings, for internal readers only: drawn when asked for, never put into words.
    pub people: Vec<(u8, u8)>,
}

/// A cohort's ratings at two moments.
#[derive(Debug, Clone, PartialEq)]
pub struct CohortDumbbell {
    /// The first moment.
    pub before: Moment,
    /// The second moment.
    pub after: Moment,
    /// Lowest and highest point of the scale.
    pub scale: (u8, u8),
    /// The instrument and version.
    pub instrument: String,
    /// Fewest people with a mean.
    pub fewest: u32,
    /// Whether every person is drawn behind the means: for internal readers only.
    pub people: bool,
    /// The rows, in the order of the sheet.
    pub rows: Vec<MeanRow>,
}

impl MeanRow {
    /// The change of the mean.
    pub fn change(&self) -> Option<f64> {
        self.means.map(|(before, after)| after - before)
    }
}

const HEAD: f32 = 18.0;
/// Draws the figure `width` points wide: rows that moved up most come first, those without means last.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] for a name that cannot be drawn, [`ReportError::Words`].
pub fn cohort_dumbbell(data: &CohortDumbbell, width: f32, words: &Words) -> Result<Figure, ReportError> {
    let mut rows: Vec<&MeanRow> = data.rows.iter().collect();
    rows.sort_by(|a, b| match (a.change(), b.change()) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    let title = title(data, words)?;
    let none = words.get("report-no-value")?;
    let table = table(data, &rows, words)?;
    let mut alt = format!("{title}.");
    for (row, cells) in rows.iter().zip(&table.rows) {
        let id = match row.means {
            Some(_) => "figure-means-alt",
            None if row.paired.is_some() => "figure-means-alt-few",
            None => "figure-means-alt-withheld",
        };
        let args = [
            ("name", row.name.as_str().into()),
            ("before", cells[1].as_str().into()),
            ("after", cells[2].as_str().into()),
            ("count", cells[5].as_str().into()),
        ];
        alt.push(' ');
        alt.push_str(&words.with(id, &args)?);
    }
    let (scene, frames) = scene(data, &rows, width, (words, &none))?;
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

fn title(data: &CohortDumbbell, words: &Words) -> Result<String, ReportError> {
    let changes = data.rows.iter().filter_map(|row| Some((row.change()?, row)));
    let changes: Vec<(f64, &MeanRow)> = changes.collect();
    let up = changes.iter().filter(|(change, _)| *change > 0.0).count();
    let down = changes.iter().filter(|(change, _)| *change < 0.0).count();
    let most = changes.iter().rev().max_by(|a, b| a.0.total_cmp(&b.0));
    let args = [
        ("rows", changes.len().into()),
        ("up", up.into()),
        ("down", down.into()),
        ("most", most.map_or("", |(_, row)| row.name.as_str()).into()),
    ];
    words.with("figure-means-title", &args)
}

fn note(data: &CohortDumbbell, words: &Words) -> Result<String, ReportError> {
    let (before, after) = (moment(&data.before, words)?, moment(&data.after, words)?);
    let args = [
        ("low", data.scale.0.into()),
        ("high", data.scale.1.into()),
        ("before", before.as_str().into()),
        ("after", after.as_str().into()),
    ];
    let mut parts = vec![words.with("figure-means-key", &args)?];
    if data.people {
        parts.push(words.get("figure-means-people")?);
    }
    if data.rows.iter().any(|row| row.means.is_none()) {
        parts.push(words.with("figure-means-few", &[("fewest", data.fewest.into())])?);
    }
    let args = [("instrument", data.instrument.as_str().into())];
    parts.push(words.with("figure-ratings-source", &args)?);
    Ok(parts.join(" "))
}

/// A mean with one decimal, always: means and whole ratings are not the same thing.
fn mean(value: f64) -> String {
    format!("{value:.1}")
}

fn arrow(medians: Option<(f64, f64)>, words: &Words) -> Result<String, ReportError> {
    let Some((before, after)) = medians else {
        return words.get("report-no-value");
    };
    let (before, after) = (plain(before), plain(after));
    let args = [
        ("before", before.as_str().into()),
        ("after", after.as_str().into()),
    ];
    words.with("figure-means-median", &args)
}

fn table(data: &CohortDumbbell, rows: &[&MeanRow], words: &Words) -> Result<Table, ReportError> {
    let none = words.get("report-no-value")?;
    let head = |moment: &Moment| words.with("figure-means-head", &[("moment", moment.label.as_str().into())]);
    let mut out = Vec::new();
    for row in rows {
        let said = |value: Option<f64>, say: fn(f64) -> String| value.map_or_else(|| none.clone(), say);
        out.push(vec![
            row.name.clone(),
            said(row.means.map(|means| means.0), mean),
            said(row.means.map(|means| means.1), mean),
            said(row.change(), signed),
            arrow(row.medians, words)?,
            row.paired.map_or_else(|| none.clone(), |count| count.to_string()),
        ]);
    }
    Ok(Table {
        heads: vec![
            words.get("report-column-competency")?,
            head(&data.before)?,
            head(&data.after)?,
            words.get("report-column-change")?,
            words.get("figure-means-medians")?,
            words.get("figure-medians-paired")?,
        ],
        rows: out,
        numeric: vec![1, 2, 3, 4, 5],
    })
}

fn scene(
    data: &CohortDumbbell,
    rows: &[&MeanRow],
    width: f32,
    (words, none): (&Words, &str),
) -> Result<(Scene, Vec<Frame>), ReportError> {
    let medians = rows
        .iter()
        .map(|row| arrow(row.medians, words))
        .collect::<Result<Vec<_>, _>>()?;
    let counts: Vec<String> = rows
        .iter()
        .map(|row| {
            row.paired
                .map_or_else(|| none.to_owned(), |count| count.to_string())
        })
        .collect();
    let heads = (words.get("figure-means-column")?, words.get("figure-likert-n")?);
    let of_counts = widest(counts.iter().map(String::as_str), LABEL)?.max(widest([heads.1.as_str()], SMALL)?);
    let of_medians =
        widest(medians.iter().map(String::as_str), LABEL)?.max(widest([heads.0.as_str()], SMALL)?);
    let at_medians = width - of_counts - 14.0;
    let left = widest(rows.iter().map(|row| row.name.as_str()), LABEL)?.min(width * 0.38);
    let (from, to) = (left + 20.0, (at_medians - of_medians - 16.0).max(left + 60.0));
    let place = draw::placing(data.scale, from, to);
    let step = place(f32::from(data.scale.0) + 1.0) - from;

    let (mut body, mut frames) = (Vec::new(), Vec::new());
    let mut y = HEAD;
    for ((row, median), count) in rows.iter().zip(medians).zip(counts) {
        let lines = wrapped(&row.name, LABEL, left.max(1.0) + 0.5)?;
        let crowd = if data.people {
            crowd::Crowd::of(row, step)
        } else {
            crowd::Crowd::default()
        };
        let height = row_height(lines.len()).max(crowd.height());
        let middle = y + height / 2.0;
        crowd.draw(&mut body, middle, &place);
        frames.push(Frame {
            x: 0.0,
            y,
            width,
            height,
        });
        body.extend(names(lines, 0.0, middle, Anchor::Start));
        if let Some((before, after)) = row.means {
            draw::ratings(
                &mut body,
                (Some(before as f32), Some(after as f32)),
                middle,
                &place,
            );
        }
        for (x, text) in [(at_medians, median), (width, count)] {
            body.push(Mark::label(x, middle + 3.0, text, Anchor::End, Ink::Text, LABEL));
        }
        y += height;
    }
    let mut marks = draw::grid(data.scale, (HEAD, y), &place);
    for (x, head) in [(at_medians, heads.0), (width, heads.1)] {
        marks.push(Mark::label(x, 9.0, head, Anchor::End, Ink::Quiet, SMALL));
    }
    marks.append(&mut body);
    let height = y + 2.0;
    Ok((Scene { width, height, marks }, frames))
}

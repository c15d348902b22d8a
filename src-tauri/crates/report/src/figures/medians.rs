//! A cohort's medians before and after, one row per item: ring, line, dot. An end with too few ratings has no
//! median and is not drawn; the table says how many there were.

use super::dumbbell::draw::{self, Drawn};
use super::dumbbell::moment;
use super::{Figure, Moment, Table};
use crate::ReportError;
use crate::words::Words;

/// One item.
#[derive(Debug, Clone, PartialEq)]
pub struct MedianRow {
    /// The statement, or the name of the competency.
    pub name: String,
    /// Median at the first moment; none with too few ratings.
    pub before: Option<f64>,
    /// Median at the second moment.
    pub after: Option<f64>,
    /// Ratings at the two moments.
    pub rated: (u32, u32),
    /// People rated at both.
    pub paired: u32,
    /// People rated higher the second time.
    pub up: u32,
    /// People rated lower.
    pub down: u32,
    /// Mean difference of the pairs and the ends of its 95 % interval; none with too few pairs.
    pub mean: Option<(f64, f64, f64)>,
}

/// A cohort's ratings at two moments.
#[derive(Debug, Clone, PartialEq)]
pub struct Medians {
    /// The first moment.
    pub before: Moment,
    /// The second moment; `None` while there is only one.
    pub after: Option<Moment>,
    /// Lowest and highest point of the scale.
    pub scale: (u8, u8),
    /// The instrument and version.
    pub instrument: String,
    /// Fewest ratings with a median, and fewest pairs with a mean difference.
    pub fewest: u32,
    /// The rows, in the order of the sheet.
    pub rows: Vec<MedianRow>,
}

impl MedianRow {
    /// The change of the median, where there are both.
    pub fn change(&self) -> Option<f64> {
        Some(self.after? - self.before?)
    }

    /// The second moment in the place of the first, where there is no other.
    #[must_use]
    pub fn only_after(self) -> Self {
        Self {
            before: self.after,
            after: None,
            rated: (self.rated.1, 0),
            ..self
        }
    }
}

/// Draws the figure `width` points wide: rows whose median moved most come first, those without one last.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] for a name that cannot be drawn, [`ReportError::Words`].
pub fn medians(data: &Medians, width: f32, words: &Words) -> Result<Figure, ReportError> {
    let mut rows: Vec<&MedianRow> = data.rows.iter().collect();
    if data.after.is_some() {
        let order = |row: &MedianRow| (row.change(), f64::from(row.up) - f64::from(row.down));
        rows.sort_by(|a, b| {
            let ((a, a_more), (b, b_more)) = (order(a), order(b));
            let known = b.is_some().cmp(&a.is_some());
            let change = b.unwrap_or(0.0).total_cmp(&a.unwrap_or(0.0));
            known.then(change).then(b_more.total_cmp(&a_more))
        });
    }
    let title = title(data, words)?;
    let drawn = rows
        .iter()
        .map(|row| drawn(data, row, words))
        .collect::<Result<Vec<_>, _>>()?;
    let mut alt = format!("{title}.");
    for row in &rows {
        alt.push(' ');
        alt.push_str(&told(data, row, words)?);
    }
    let (scene, frames) = draw::scene(&drawn, data.scale, data.after.is_some(), width, words)?;
    Ok(Figure {
        title,
        alt,
        note: note(data, words)?,
        scene,
        table: table(data, &rows, words)?,
        frames,
        numbered: false,
    })
}

fn title(data: &Medians, words: &Words) -> Result<String, ReportError> {
    let changes: Vec<f64> = data.rows.iter().filter_map(MedianRow::change).collect();
    let Some(after) = &data.after else {
        let args = [("moment", data.before.label.as_str().into())];
        return words.with("figure-medians-once", &args);
    };
    if changes.is_empty() {
        let args = [
            ("before", data.before.label.as_str().into()),
            ("after", after.label.as_str().into()),
        ];
        return words.with("figure-medians-too-few", &args);
    }
    let args = [
        (
            "up",
            changes.iter().filter(|change| **change > 0.0).count().into(),
        ),
        (
            "down",
            changes.iter().filter(|change| **change < 0.0).count().into(),
        ),
        ("rows", changes.len().into()),
    ];
    words.with("figure-medians-title", &args)
}

fn note(data: &Medians, words: &Words) -> Result<String, ReportError> {
    let before = moment(&data.before, words)?;
    let (low, high) = (data.scale.0.into(), data.scale.1.into());
    let key = match &data.after {
        Some(after) => words.with(
            "figure-medians-key",
            &[
                ("low", low),
                ("high", high),
                ("before", before.as_str().into()),
                ("after", moment(after, words)?.as_str().into()),
            ],
        )?,
        None => words.with(
            "figure-medians-key-once",
            &[("low", low), ("high", high), ("before", before.as_str().into())],
        )?,
    };
    let few = words.with("figure-medians-few", &[("fewest", data.fewest.into())])?;
    let source = words.with(
        "figure-ratings-source",
        &[("instrument", data.instrument.as_str().into())],
    )?;
    Ok([key, few, source].join(" "))
}

fn drawn<'a>(data: &Medians, row: &'a MedianRow, words: &Words) -> Result<Drawn<'a>, ReportError> {
    let change = row.change();
    let count = if data.after.is_some() {
        row.paired
    } else {
        row.rated.0
    };
    let value = match (change, row.before, &data.after) {
        (Some(change), ..) => Some(signed(change)),
        (None, Some(before), None) => Some(plain(before)),
        _ => None,
    };
    let outcome = match value {
        Some(value) => words.with(
            "figure-medians-outcome",
            &[("value", value.as_str().into()), ("count", count.into())],
        )?,
        None => words.with("figure-medians-count", &[("count", count.into())])?,
    };
    Ok(Drawn {
        name: &row.name,
        before: row.before.map(|median| median as f32),
        after: row.after.map(|median| median as f32),
        outcome,
        moved: change.is_some_and(|change| change != 0.0),
    })
}

fn told(data: &Medians, row: &MedianRow, words: &Words) -> Result<String, ReportError> {
    let none = words.get("report-no-value")?;
    let said = |median: Option<f64>| median.map_or_else(|| none.clone(), plain);
    let (before, after) = (said(row.before), said(row.after));
    let args = [
        ("name", row.name.as_str().into()),
        ("before", before.as_str().into()),
        ("after", after.as_str().into()),
    ];
    let id = if data.after.is_some() {
        "figure-ratings-alt-row"
    } else {
        "figure-ratings-alt-once"
    };
    words.with(id, &args)
}

/// A median: whole, or with its half.
fn plain(median: f64) -> String {
    if median.fract() == 0.0 {
        format!("{median:.0}")
    } else {
        format!("{median:.1}")
    }
}

fn signed(change: f64) -> String {
    match plain(change.abs()).as_str() {
        "0" => "0".to_owned(),
        size if change > 0.0 => format!("+{size}"),
        size => format!("−{size}"),
    }
}

/// A mean difference with two decimals and the real minus.
fn difference(mean: f64) -> String {
    let size = format!("{:.2}", mean.abs());
    match (size.as_str(), mean > 0.0) {
        ("0.00", _) => size,
        (_, true) => format!("+{size}"),
        (_, false) => format!("−{size}"),
    }
}

fn table(data: &Medians, rows: &[&MedianRow], words: &Words) -> Result<Table, ReportError> {
    let none = words.get("report-no-value")?;
    let said = |median: Option<f64>| median.map_or_else(|| none.clone(), plain);
    let mut heads = vec![
        words.get("report-column-item")?,
        words.with(
            "figure-medians-head",
            &[("moment", data.before.label.as_str().into())],
        )?,
    ];
    if let Some(after) = &data.after {
        heads.push(words.with("figure-medians-head", &[("moment", after.label.as_str().into())])?);
        for id in ["paired", "up", "down", "mean"] {
            heads.push(words.get(&format!("figure-medians-{id}"))?);
        }
    } else {
        heads.push(words.get("figure-medians-rated")?);
    }
    let mut out = Vec::new();
    for row in rows {
        let mut cells = vec![row.name.clone(), said(row.before)];
        if data.after.is_some() {
            cells.push(said(row.after));
            cells.extend([row.paired, row.up, row.down].map(|count| count.to_string()));
            cells.push(match row.mean {
                None => none.clone(),
                Some((mean, low, high)) => words.with(
                    "figure-medians-interval",
                    &[
                        ("mean", difference(mean).as_str().into()),
                        ("low", difference(low).as_str().into()),
                        ("high", difference(high).as_str().into()),
                    ],
                )?,
            });
        } else {
            cells.push(row.rated.0.to_string());
        }
        out.push(cells);
    }
    let numeric = (1..heads.len()).map(|at| at as u32).collect();
    Ok(Table {
        heads,
        rows: out,
        numeric,
    })
}

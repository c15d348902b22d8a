//! Ratings before and after, one row per competency: ring, line, dot.

pub(super) mod draw;

pub use draw::dumbbell_strips;

use super::{Figure, Table};
use crate::ReportError;
use crate::words::{Date, Words};

/// One of the two times of measurement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Its name in mid-sentence, e.g. "baseline".
    pub label: String,
    /// The day it was answered, if one day fits all.
    pub date: Option<Date>,
}

/// What a person gave for one competency at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rating {
    /// A number on the scale.
    Value(u8),
    /// The line was left empty.
    Blank,
    /// The person chose not to answer.
    Declined,
    /// Something stands there that is no rating.
    Unreadable,
    /// The sheet did not hold this item.
    NotShown,
    /// There is no sheet for this moment.
    NoSheet,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competency {
    /// Its name.
    pub name: String,
    /// At the first moment.
    pub before: Rating,
    /// At the second moment.
    pub after: Rating,
}

/// A person's self-assessment at two moments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dumbbell {
    /// The first moment.
    pub before: Moment,
    /// The second moment; `None` while there is only the first.
    pub after: Option<Moment>,
    /// Lowest and highest point of the scale, e.g. (1, 5).
    pub scale: (u8, u8),
    /// The instrument and version, e.g. "Competency self-assessment, version 2".
    pub instrument: String,
    /// The rows, in the order of the sheet.
    pub rows: Vec<Competency>,
}

/// How many competencies moved which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Rated higher the second time.
    pub up: usize,
    /// Rated lower.
    pub down: usize,
    /// Rated the same.
    pub same: usize,
    /// Without a rating at one end or both.
    pub unpaired: usize,
}

impl Tally {
    /// Rows rated both times.
    pub fn paired(self) -> usize {
        self.up + self.down + self.same
    }
}

impl Competency {
    /// The change, where both ends are numbers.
    pub fn change(&self) -> Option<i16> {
        match (self.before, self.after) {
            (Rating::Value(before), Rating::Value(after)) => Some(i16::from(after) - i16::from(before)),
            _ => None,
        }
    }
}

/// Counts the rows by the direction of their change.
pub fn tally(rows: &[Competency]) -> Tally {
    let mut tally = Tally::default();
    for row in rows {
        match row.change() {
            Some(change) if change > 0 => tally.up += 1,
            Some(change) if change < 0 => tally.down += 1,
            Some(_) => tally.same += 1,
            None => tally.unpaired += 1,
        }
    }
    tally
}

/// Draws the figure `width` points wide: rows that moved most come first, rows without a pair last.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] for a name that cannot be drawn, [`ReportError::Words`].
pub fn dumbbell(data: &Dumbbell, width: f32, words: &Words) -> Result<Figure, ReportError> {
    let rows = sorted(data);
    let (scene, frames) = draw::scene(
        &drawn(data, &rows, words)?,
        data.scale,
        data.after.is_some(),
        width,
        words,
    )?;
    Ok(Figure {
        title: finding(data, words)?,
        alt: alt(data, &rows, words)?,
        note: note(data, words)?,
        scene,
        table: table(data, &rows, words)?,
        frames,
        numbered: false,
    })
}

fn drawn<'a>(
    data: &Dumbbell,
    rows: &[&'a Competency],
    words: &Words,
) -> Result<Vec<draw::Drawn<'a>>, ReportError> {
    let row = |row: &&'a Competency| {
        Ok(draw::Drawn {
            name: &row.name,
            before: draw::value(row.before),
            after: draw::value(row.after),
            outcome: outcome(row, data.after.is_some(), words)?,
            moved: row.change().is_some_and(|change| change != 0),
        })
    };
    rows.iter().map(row).collect()
}

fn sorted(data: &Dumbbell) -> Vec<&Competency> {
    let mut rows: Vec<&Competency> = data.rows.iter().collect();
    if data.after.is_some() {
        rows.sort_by_key(|row| row.change().map_or(i16::MAX, |change| -change));
    }
    rows
}

/// How many competencies moved which way, as a sentence without its stop.
///
/// # Errors
/// [`ReportError::Words`].
pub fn finding(data: &Dumbbell, words: &Words) -> Result<String, ReportError> {
    let count = tally(&data.rows);
    let Some(after) = &data.after else {
        return words.with(
            "figure-ratings-once",
            &[
                ("moment", data.before.label.as_str().into()),
                ("rated", rated(data).into()),
                ("rows", data.rows.len().into()),
            ],
        );
    };
    if count.paired() == 0 {
        return words.with(
            "figure-ratings-no-pair",
            &[
                ("before", data.before.label.as_str().into()),
                ("after", after.label.as_str().into()),
            ],
        );
    }
    words.with(
        "figure-ratings-title",
        &[
            ("up", count.up.into()),
            ("down", count.down.into()),
            ("same", count.same.into()),
            ("paired", count.paired().into()),
        ],
    )
}

fn rated(data: &Dumbbell) -> usize {
    let values = data
        .rows
        .iter()
        .filter(|row| matches!(row.before, Rating::Value(_)));
    values.count()
}

fn note(data: &Dumbbell, words: &Words) -> Result<String, ReportError> {
    let mut note = match &data.after {
        Some(after) => words.with(
            "figure-ratings-key",
            &[
                ("before", moment(&data.before, words)?.as_str().into()),
                ("after", moment(after, words)?.as_str().into()),
                ("low", data.scale.0.into()),
                ("high", data.scale.1.into()),
            ],
        )?,
        None => words.with(
            "figure-ratings-key-once",
            &[
                ("before", moment(&data.before, words)?.as_str().into()),
                ("low", data.scale.0.into()),
                ("high", data.scale.1.into()),
            ],
        )?,
    };
    if data.after.is_some() {
        let unpaired = tally(&data.rows).unpaired;
        if unpaired > 0 {
            note.push(' ');
            note.push_str(&words.with("figure-ratings-unpaired", &[("count", unpaired.into())])?);
        }
    }
    note.push(' ');
    note.push_str(&words.with(
        "figure-ratings-source",
        &[("instrument", data.instrument.as_str().into())],
    )?);
    Ok(note)
}

pub(super) fn moment(moment: &Moment, words: &Words) -> Result<String, ReportError> {
    match moment.date {
        Some(date) => words.with(
            "figure-moment-date",
            &[
                ("moment", moment.label.as_str().into()),
                ("date", words.date(date)?.as_str().into()),
            ],
        ),
        None => Ok(moment.label.clone()),
    }
}

fn alt(data: &Dumbbell, rows: &[&Competency], words: &Words) -> Result<String, ReportError> {
    let mut alt = finding(data, words)?;
    alt.push('.');
    for row in rows {
        let before = word(row.before, words)?;
        let after = word(row.after, words)?;
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
        alt.push(' ');
        alt.push_str(&words.with(id, &args)?);
    }
    Ok(alt)
}

/// A rating as it stands in a table: the number, or the word for why there is none.
fn word(rating: Rating, words: &Words) -> Result<String, ReportError> {
    match rating {
        Rating::Value(value) => Ok(value.to_string()),
        Rating::Blank => words.get("report-rating-blank"),
        Rating::Declined => words.get("report-rating-declined"),
        Rating::Unreadable => words.get("report-rating-unreadable"),
        Rating::NotShown => words.get("report-rating-not-shown"),
        Rating::NoSheet => words.get("report-rating-no-sheet"),
    }
}

/// A change with its sign; the minus is the real one.
fn signed(change: i16) -> String {
    match change {
        0 => "0".to_owned(),
        up if up > 0 => format!("+{up}"),
        down => format!("−{}", -down),
    }
}

/// What stands at the right of a row: the change, or why there is none.
fn outcome(row: &Competency, both: bool, words: &Words) -> Result<String, ReportError> {
    if !both {
        return word(row.before, words);
    }
    match (row.change(), row.before, row.after) {
        (Some(change), ..) => Ok(signed(change)),
        (None, Rating::Value(_), after) => word(after, words),
        (None, before, _) => word(before, words),
    }
}

fn table(data: &Dumbbell, rows: &[&Competency], words: &Words) -> Result<Table, ReportError> {
    let mut heads = vec![
        words.get("report-column-competency")?,
        words.sentence(&data.before.label),
    ];
    if let Some(after) = &data.after {
        heads.push(words.sentence(&after.label));
        heads.push(words.get("report-column-change")?);
    }
    let mut out = Vec::new();
    for row in rows {
        let mut cells = vec![row.name.clone(), word(row.before, words)?];
        if data.after.is_some() {
            cells.push(word(row.after, words)?);
            cells.push(
                row.change()
                    .map_or_else(|| words.get("report-no-value"), |change| Ok(signed(change)))?,
            );
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

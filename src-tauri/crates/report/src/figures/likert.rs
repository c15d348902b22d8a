//! Answers to statements: how many chose each option, as stacked bars, before above after.

mod draw;

use super::bars::{counted, percent};
use super::dumbbell::moment;
use super::{Figure, Moment, Table};
use crate::ReportError;
use crate::words::Words;

/// Answers to one statement at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Responses {
    /// How many chose each option, in the order of [`Likert::options`]; `None` for a count that is withheld.
    pub counts: Vec<Option<u32>>,
    /// Sheets without an answer to it; `None` when withheld.
    pub silent: Option<u32>,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its words.
    pub text: String,
    /// At the first moment; `None` if it was not asked.
    pub before: Option<Responses>,
    /// At the second moment.
    pub after: Option<Responses>,
}

/// Statements that are answered with the same options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likert {
    /// The first moment.
    pub before: Moment,
    /// The second moment; `None` while there is only one.
    pub after: Option<Moment>,
    /// The options, the lowest first.
    pub options: Vec<String>,
    /// The instrument and version.
    pub instrument: String,
    /// Fewest answers whose shares are given in percent; below it counts are drawn.
    pub fewest: u32,
    /// The statements, in the order of the sheet.
    pub rows: Vec<Statement>,
}

impl Responses {
    /// All answers; `None` if a part of them is withheld.
    pub fn answers(&self) -> Option<u32> {
        self.counts.iter().copied().sum()
    }

    /// Answers in the upper half of the options, one in the middle not counted.
    fn upper(&self) -> Option<u32> {
        self.counts[self.counts.len().div_ceil(2)..].iter().copied().sum()
    }
}

/// One bar: the statement and moment it belongs to.
struct Bar<'a> {
    statement: &'a Statement,
    moment: &'a Moment,
    responses: &'a Responses,
}

impl Likert {
    fn bars(&self) -> Vec<Bar<'_>> {
        let mut bars = Vec::new();
        for statement in &self.rows {
            let first = statement
                .before
                .as_ref()
                .map(|responses| (&self.before, responses));
            let second = self.after.as_ref().zip(statement.after.as_ref());
            bars.extend(
                [first, second]
                    .into_iter()
                    .flatten()
                    .map(|(moment, responses)| Bar {
                        statement,
                        moment,
                        responses,
                    }),
            );
        }
        bars
    }

    /// Whether every bar rests on enough answers for percent.
    fn shares(&self) -> bool {
        let answers = self.bars().into_iter().filter_map(|bar| bar.responses.answers());
        answers.min().is_some_and(|least| least >= self.fewest)
    }
}

/// Draws the figure `width` points wide, statements in the order of the sheet.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] for words that cannot be drawn, [`ReportError::Words`].
pub fn likert(data: &Likert, width: f32, words: &Words) -> Result<Figure, ReportError> {
    let title = title(data, words)?;
    let table = table(data, words)?;
    let mut alt = format!("{title}.");
    for row in &table.rows {
        let cells = row.iter().zip(&table.heads).skip(2);
        let said: Vec<String> = cells.map(|(cell, head)| format!("{head} {cell}")).collect();
        alt.push_str(&format!(" {}, {}: {}.", row[0], row[1], said.join(", ")));
    }
    let (scene, frames) = draw::scene(data, width, words)?;
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

fn title(data: &Likert, words: &Words) -> Result<String, ReportError> {
    let option = data.options.get(data.options.len().div_ceil(2));
    let option = option.map(String::as_str).unwrap_or_default();
    let known = |responses: &Responses| Some((responses.upper()?, responses.answers()?));
    if data.after.is_some() {
        let (mut rows, mut up, mut down) = (0_usize, 0_usize, 0_usize);
        for row in &data.rows {
            let ends = (row.before.as_ref(), row.after.as_ref());
            let (Some(before), Some(after)) = ends else {
                continue;
            };
            let (Some((had, of)), Some((have, out_of))) = (known(before), known(after)) else {
                continue;
            };
            if of == 0 || out_of == 0 {
                continue;
            }
            rows += 1;
            // Compared as fractions: the two moments need not have as many answers.
            let (first, second) = (
                u64::from(had) * u64::from(out_of),
                u64::from(have) * u64::from(of),
            );
            up += usize::from(second > first);
            down += usize::from(second < first);
        }
        if rows > 0 {
            let args = [
                ("option", option.into()),
                ("rows", rows.into()),
                ("up", up.into()),
                ("down", down.into()),
            ];
            return words.with("figure-likert-title", &args);
        }
    }
    let bars = data.bars();
    let sums = bars.iter().filter_map(|bar| known(bar.responses));
    let (upper, all) = sums.fold((0, 0), |sum: (u32, u32), one| (sum.0 + one.0, sum.1 + one.1));
    if all == 0 {
        return words.get("figure-likert-none");
    }
    if !data.shares() {
        let args = [
            ("option", option.into()),
            ("part", upper.into()),
            ("all", all.into()),
        ];
        return words.with("figure-likert-title-counts", &args);
    }
    let share = percent(upper, all, words)?;
    words.with(
        "figure-likert-title-once",
        &[("option", option.into()), ("share", share.as_str().into())],
    )
}

fn note(data: &Likert, words: &Words) -> Result<String, ReportError> {
    let before = moment(&data.before, words)?;
    let mut parts = Vec::new();
    if let Some(after) = &data.after {
        let after = moment(after, words)?;
        let args = [
            ("before", before.as_str().into()),
            ("after", after.as_str().into()),
        ];
        parts.push(words.with("figure-likert-key", &args)?);
    } else {
        parts.push(words.with("figure-likert-key-once", &[("before", before.as_str().into())])?);
    }
    if !data.shares() {
        parts.push(words.with("figure-likert-few", &[("fewest", data.fewest.into())])?);
    }
    let hidden = |bar: &Bar<'_>| bar.responses.answers().is_none() || bar.responses.silent.is_none();
    if data.bars().iter().any(hidden) {
        parts.push(words.get("figure-withheld")?);
    }
    parts.push(words.with(
        "figure-ratings-source",
        &[("instrument", data.instrument.as_str().into())],
    )?);
    Ok(parts.join(" "))
}

fn table(data: &Likert, words: &Words) -> Result<Table, ReportError> {
    let mut heads = vec![
        words.get("report-column-item")?,
        words.get("figure-likert-moment")?,
    ];
    heads.extend(data.options.iter().cloned());
    heads.push(words.get("figure-likert-answers")?);
    heads.push(words.get("figure-likert-silent")?);
    let shares = data.shares();
    let mut rows = Vec::new();
    for bar in data.bars() {
        let all = bar.responses.answers();
        let mut row = vec![bar.statement.text.clone(), words.sentence(&bar.moment.label)];
        for count in &bar.responses.counts {
            row.push(match (count, all) {
                (Some(count), Some(all)) if shares => words.with(
                    "figure-count-share",
                    &[
                        ("count", count.to_string().into()),
                        ("share", percent(*count, all, words)?.into()),
                    ],
                )?,
                (count, _) => counted(*count, words)?,
            });
        }
        row.push(counted(all, words)?);
        row.push(counted(bar.responses.silent, words)?);
        rows.push(row);
    }
    let numeric = (2..heads.len()).map(|at| at as u32).collect();
    Ok(Table { heads, rows, numeric })
}

//! An instrument on paper, for one person or blank.

use super::{Document, finish, led, line, small};
use crate::ReportError;
use crate::documents::Paper;
use crate::model::{Block, Look, Prose, Report};
use crate::words::{Date, Words};

mod items;

/// What the form needs.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperForm {
    /// The instrument's title.
    pub instrument: String,
    /// Its version, e.g. "2".
    pub version: String,
    /// The occasion, e.g. "Baseline"; empty for a form that is only looked at.
    pub occasion: String,
    /// Display name of the cohort.
    pub cohort: String,
    /// Participant code, printed for re-entry; `None` leaves a line to write it on.
    pub code: Option<String>,
    /// The day of the occasion, if one is fixed.
    pub date: Option<Date>,
    /// What to do, in the instrument's words; `None` takes our own.
    pub instructions: Option<String>,
    /// The statements, in the order of the screen.
    pub items: Vec<FormItem>,
    /// Licence of the instrument.
    pub licence: Option<String>,
    /// Source of the instrument.
    pub source: Option<String>,
    /// Sheet size.
    pub paper: Paper,
}

/// One statement.
#[derive(Debug, Clone, PartialEq)]
pub struct FormItem {
    /// Its words.
    pub text: String,
    /// Behavioural anchors: point of the scale and what it looks like.
    pub anchors: Vec<(u8, String)>,
    /// How it is answered.
    pub answer: FormAnswer,
    /// Heading and words of the section that begins with it.
    pub section: Option<(String, String)>,
    /// When it is to be answered, and where to go on otherwise.
    pub hint: Option<String>,
}

/// How an item is answered on paper.
#[derive(Debug, Clone, PartialEq)]
pub enum FormAnswer {
    /// A number of the scale is ringed: number and label, lowest first, e.g. (1, "Strongly disagree"). Labels may
    /// be empty.
    Rating(Vec<(u8, String)>),
    /// One letter is ringed: letters and choices.
    One(Vec<(char, String)>),
    /// Letters are ringed.
    Several(Vec<(char, String)>),
    /// A number is written.
    Number {
        /// What is counted, perhaps empty.
        unit: String,
        /// Between which numbers, in words; perhaps empty.
        bounds: String,
    },
    /// Words are written, on one line or several.
    Lines {
        /// Whether there is room for several lines.
        long: bool,
    },
}

/// Makes the form.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names characters that no bundled font has; there is no document then.
pub fn paper_form(input: &PaperForm) -> Result<Document, ReportError> {
    let words = Words::english();
    finish(&report(input, &words)?, &words)
}

/// Makes a pile of forms in one file. Each begins on a page of its own and counts its own pages.
///
/// # Errors
/// As [`paper_form`]; [`ReportError::Write`] for an empty pile.
pub fn paper_forms(inputs: &[PaperForm]) -> Result<Document, ReportError> {
    let mut pile: Option<Document> = None;
    for input in inputs {
        let form = paper_form(input)?;
        match &mut pile {
            Some(pile) => pile.append(form),
            None => pile = Some(form),
        }
    }
    pile.ok_or_else(|| ReportError::Write {
        reason: "expected a form, found none".to_owned(),
    })
}

fn report(input: &PaperForm, words: &Words) -> Result<Report, ReportError> {
    let date = input.date.map(|date| words.date(date)).transpose()?;
    let mut blocks = Vec::new();
    if !input.occasion.is_empty() {
        blocks.push(Block::Kicker(words.with(
            "report-form-kicker",
            &[("occasion", input.occasion.as_str().into())],
        )?));
    }
    blocks.push(Block::Heading(1, input.instrument.clone()));
    blocks.extend(line(&[Some(input.cohort.clone()), date]));
    let blank = "\u{5F}".repeat(12);
    let code = input.code.as_deref().unwrap_or(&blank);
    blocks.push(Block::Text(led(
        Look::Body,
        &words.get("report-form-code")?,
        code,
    )));
    let how = match &input.instructions {
        Some(how) => how.clone(),
        None => words.get("report-form-how")?,
    };
    blocks.push(Block::Text(Prose::plain(Look::Body, how)));
    blocks.extend(items::blocks(&input.items, words)?);
    if input.licence.is_some() || input.source.is_some() {
        let parts: Vec<&str> = [&input.licence, &input.source]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        blocks.push(small(parts.join(" · ")));
    }
    let foot = match &input.code {
        Some(code) => words.with(
            "report-form-foot",
            &[
                ("instrument", input.instrument.as_str().into()),
                ("version", input.version.as_str().into()),
                ("code", code.as_str().into()),
            ],
        )?,
        None => words.with(
            "report-form-foot-blank",
            &[
                ("instrument", input.instrument.as_str().into()),
                ("version", input.version.as_str().into()),
            ],
        )?,
    };
    Ok(Report {
        title: words.with(
            "report-form-title",
            &[("instrument", input.instrument.as_str().into())],
        )?,
        language: words.language(),
        paper: input.paper,
        landscape: false,
        date: input.date,
        head: None,
        foot: (foot, String::new()),
        blocks,
    })
}

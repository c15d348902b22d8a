//! Performance statements as a funder counts them: for each statement the participants, all responses, the responses
//! per option and those who gave none.
//!
//! The form is that of the Institute of Museum and Library Services, "Performance measure statements and information:
//! learning and community projects" (imls.gov): counts, never a mean.

use super::{Document, Paper, finish, line, small};
use crate::ReportError;
use crate::model::{Align, Block, Cell, Column, Grid, Report, Width};
use crate::words::{Date, Words};

/// What the document needs.
#[derive(Debug, Clone, PartialEq)]
pub struct PerformanceStatements {
    /// Name of the program.
    pub program: String,
    /// Display name of the cohort; none for the program as a whole.
    pub cohort: Option<String>,
    /// Number of the award; stands at the top of each page.
    pub award: Option<String>,
    /// First and last day of what is reported.
    pub period: Option<(Date, Date)>,
    /// The day of the data.
    pub as_of: Date,
    /// The instrument and version.
    pub instrument: String,
    /// When it was answered, e.g. "end".
    pub moment: String,
    /// The options, in the order of the form.
    pub options: Vec<String>,
    /// The statements, in the order of the form.
    pub statements: Vec<StatementCounts>,
    /// Sheet size.
    pub paper: Paper,
}

/// The counts of one statement; `None` for what is withheld.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementCounts {
    /// Its words.
    pub text: String,
    /// People who took part and could have answered.
    pub participants: Option<u32>,
    /// All responses.
    pub responses: Option<u32>,
    /// Responses per option.
    pub counts: Vec<Option<u32>>,
    /// People who gave no response.
    pub silent: Option<u32>,
}

/// So many statements stand side by side.
const ACROSS: usize = 3;

/// Makes the document.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names characters that no bundled font has; there is no document then.
pub fn performance_statements(input: &PerformanceStatements) -> Result<Document, ReportError> {
    let words = Words::english();
    let head = input.award.as_deref();
    let head = head
        .map(|number| words.with("report-award", &[("number", number.into())]))
        .transpose()?;
    let mut blocks = vec![
        Block::Kicker(words.get("report-statements-kicker")?),
        Block::Heading(1, input.program.clone()),
    ];
    let period = input.period.map(|(first, last)| {
        let (first, last) = (words.date(first)?, words.date(last)?);
        words.with(
            "report-statements-period",
            &[("first", first.into()), ("last", last.into())],
        )
    });
    blocks.extend(line(&[input.cohort.clone(), period.transpose()?]));
    let asked = words.with(
        "report-statements-asked",
        &[
            ("instrument", input.instrument.as_str().into()),
            ("moment", input.moment.as_str().into()),
        ],
    )?;
    blocks.extend(line(&[head.clone(), Some(asked)]));
    if input.statements.is_empty() {
        blocks.push(small(words.get("report-statements-none")?));
    }
    for (at, some) in input.statements.chunks(ACROSS).enumerate() {
        if input.statements.len() > ACROSS {
            let first = at * ACROSS + 1;
            let args = [("first", first.into()), ("last", (first + some.len() - 1).into())];
            blocks.push(Block::Heading(2, words.with("report-statements-part", &args)?));
        }
        blocks.push(Block::Table(table(input, some, &words)?));
        let mut withheld = some.iter().flat_map(StatementCounts::all);
        if withheld.any(|count| count.is_none()) {
            blocks.push(small(words.get("figure-withheld")?));
        }
    }
    blocks.push(small(words.get("report-statements-note")?));
    let as_of = words.date(input.as_of)?;
    let report = Report {
        title: words.with(
            "report-statements-title",
            &[("program", input.program.as_str().into())],
        )?,
        language: words.language(),
        paper: input.paper,
        landscape: false,
        date: Some(input.as_of),
        head,
        foot: (
            input.cohort.clone().unwrap_or_else(|| input.program.clone()),
            words.with("report-as-of", &[("date", as_of.into())])?,
        ),
        blocks,
    };
    finish(&report, &words)
}

impl StatementCounts {
    fn all(&self) -> impl Iterator<Item = Option<u32>> {
        let counts = self.counts.iter().copied();
        counts.chain([self.participants, self.responses, self.silent])
    }
}

/// Counts go down, statements across: as the funder's form asks for them.
fn table(
    input: &PerformanceStatements,
    statements: &[StatementCounts],
    words: &Words,
) -> Result<Grid, ReportError> {
    let mut columns = vec![Column::words(
        words.get("report-statements-count")?,
        Width::Share(1.2),
    )];
    columns.extend(statements.iter().map(|one| Column {
        head: one.text.clone(),
        width: Width::Share(1.0),
        align: Align::Right,
    }));
    let row = |label: String, count: &dyn Fn(&StatementCounts) -> Option<u32>| {
        let mut row = vec![Cell::text(label)];
        for one in statements {
            row.push(Cell::text(match count(one) {
                Some(count) => count.to_string(),
                None => words.get("report-no-value")?,
            }));
        }
        Ok::<_, ReportError>(row)
    };
    let mut rows = vec![
        row(words.get("report-statements-participants")?, &|one| {
            one.participants
        })?,
        row(words.get("report-statements-responses")?, &|one| one.responses)?,
    ];
    for (at, option) in input.options.iter().enumerate() {
        rows.push(row(option.clone(), &|one| one.counts.get(at).copied().flatten())?);
    }
    rows.push(row(words.get("report-statements-silent")?, &|one| one.silent)?);
    Ok(Grid {
        columns,
        rows,
        row_head: 0,
        row_height: 0.0,
        tight: false,
        chart: None,
    })
}

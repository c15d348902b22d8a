//! Statements with their answers by option, as funders count them: participants, responses, each option, non-responses.

use nexus_domain::assessments::{Format, Moment};
use nexus_domain::reports::publication::Published;
use nexus_report::documents::statements::StatementCounts;
use nexus_report::documents::story::{Part as Told, StoryTable};

use super::Teller;
use crate::Result;
use crate::reports::gather::{Answered, Sheets, count};
use crate::reports::prepared::Prepared;
use crate::reports::tables::{answers_key, options};

/// The sheets of a funder's instrument at one moment.
pub(in crate::reports) struct StatementSheet<'p> {
    /// The instrument.
    pub answered: &'p Answered,
    /// When it was asked.
    pub moment: Moment,
    /// The options in the order of the form.
    pub options: Vec<String>,
    /// The statements with their counts, as they may be printed.
    pub counts: Vec<StatementCounts>,
}

/// Every funder's instrument at every moment at which it was asked. A funder's wording is locked, which is how it is
/// known.
pub(in crate::reports) fn sheets(prepared: &Prepared) -> Vec<StatementSheet<'_>> {
    let locked = prepared
        .gathered
        .answers
        .iter()
        .filter(|answered| answered.instrument.locked);
    locked
        .flat_map(|answered| {
            let moments = answered.moments.iter();
            moments.map(|(moment, sheets)| sheet(prepared, answered, *moment, sheets))
        })
        .collect()
}

fn sheet<'p>(
    prepared: &'p Prepared,
    answered: &'p Answered,
    moment: Moment,
    sheets: &Sheets,
) -> StatementSheet<'p> {
    let instrument = &answered.instrument;
    let rated: Vec<_> = instrument
        .items
        .iter()
        .filter(|item| matches!(item.format, Format::Rating(_)))
        .collect();
    let options_of = rated.first().map(|item| options(instrument, item));
    let counts = rated.iter().map(|item| {
        let table = prepared
            .publication
            .table(&answers_key(&instrument.key, moment, &item.key));
        let points = 0..options(instrument, item).len();
        let responses = table.and_then(|table| table.total().shown());
        // Without a single answer there is no table, and nothing to protect.
        let none = sheets.of(&item.key).all(|(_, mark)| mark.point().is_none());
        let responses = if none { Some(0) } else { responses };
        StatementCounts {
            text: item.text.clone(),
            participants: Some(sheets.expected),
            responses,
            counts: points
                .map(|row| match table {
                    Some(table) => table.row_total(row).shown(),
                    None => Some(0).filter(|_| none),
                })
                .collect(),
            silent: responses.map(|responses| sheets.expected.saturating_sub(responses)),
        }
    });
    StatementSheet {
        answered,
        moment,
        options: options_of
            .unwrap_or_default()
            .into_iter()
            .map(|(_, label)| label)
            .collect(),
        counts: counts.collect(),
    }
}

impl Teller<'_> {
    pub(super) fn statements(&self) -> Result<Vec<Told>> {
        let sheets = sheets(self.prepared);
        if sheets.is_empty() {
            return Ok(vec![self.none("story-statements-none")?]);
        }
        let mut parts = Vec::new();
        for sheet in &sheets {
            parts.push(Told::Heading(self.named(sheet.answered)?));
            parts.push(self.statement_table(sheet)?);
            let withheld = sheet.counts.iter().any(|one| one.responses.is_none());
            if withheld {
                parts.push(Told::Note(self.words.get("story-withheld")?));
            }
        }
        Ok(parts)
    }

    fn statement_table(&self, sheet: &StatementSheet<'_>) -> Result<Told> {
        let statement = self.words.get("story-head-statement")?;
        let mut heads = vec![(statement, 3.2, false)];
        heads.extend(sheet.options.iter().map(|option| (option.clone(), 1.0, true)));
        heads.push((self.words.get("story-head-responses")?, 1.1, true));
        heads.push((self.words.get("story-head-silent")?, 1.1, true));
        let rated = sheet.answered.instrument.items.iter();
        let rated = rated.filter(|item| matches!(item.format, Format::Rating(_)));
        let mut rows = Vec::new();
        for (one, item) in sheet.counts.iter().zip(rated) {
            let subject = format!(
                "{}/{}/{}",
                sheet.answered.instrument.key,
                sheet.moment.key(),
                item.key
            );
            let mut row = vec![one.text.clone()];
            for cell in &one.counts {
                row.push(self.cell(cell.map_or(Published::Withheld, Published::Shown))?);
            }
            row.push(self.told.linked(&format!("answers/{subject}"))?);
            row.push(self.told.linked(&format!("no-answers/{subject}"))?);
            rows.push(row);
        }
        let participants = sheet.counts.first().and_then(|one| one.participants);
        let moment = self.words.get(&format!("report-moment-{}", sheet.moment.key()))?;
        let caption = self.words.with(
            "story-statements",
            &[
                ("moment", moment.as_str().into()),
                ("participants", participants.unwrap_or_else(|| count(0)).into()),
            ],
        )?;
        Ok(Told::Table(StoryTable { caption, heads, rows }))
    }
}

//! What a report says by itself in each chapter: sentences, tables and drawings of the figures that may be printed.

mod medium;
mod participation;
mod put_in;
mod short;
mod statements;

use nexus_domain::reports::publication::{Published, PublishedTable};
use nexus_domain::reports::template::Part;
use nexus_report::documents::Paper;
use nexus_report::documents::story::{Part as Told, StoryTable};
use nexus_report::words::Words;

pub(super) use statements::sheets as statement_sheets;

use super::prepared::Prepared;
use super::wording;
use crate::Result;

/// What chapters are told from.
pub(super) struct Teller<'t> {
    /// The data.
    pub prepared: &'t Prepared,
    /// The figures in words.
    pub told: wording::Told<'t>,
    /// The words.
    pub words: &'t Words,
    /// Sheet size.
    pub paper: Paper,
}

impl<'t> Teller<'t> {
    /// Tells of what was prepared.
    pub fn new(prepared: &'t Prepared, words: &'t Words, paper: Paper) -> Self {
        Self {
            prepared,
            told: wording::Told {
                facts: &prepared.open,
                words,
                period: prepared.gathered.period(),
            },
            words,
            paper,
        }
    }

    /// What the program puts into a chapter by itself.
    pub fn part(&self, part: Part) -> Result<Vec<Told>> {
        match part {
            Part::Words => Ok(Vec::new()),
            Part::Situation => Ok(self.situation()),
            Part::Inputs => self.inputs(),
            Part::Activities => self.activities(),
            Part::Participation => self.participation(),
            Part::Short => self.short(),
            Part::Medium => self.medium(),
            Part::Long => self.long(),
            Part::Statements => self.statements(),
            Part::Instruments => self.instruments(),
        }
    }

    fn situation(&self) -> Vec<Told> {
        let situation = self.prepared.gathered.program.situation.trim();
        match situation {
            "" => Vec::new(),
            text => vec![Told::Text(text.replace('\n', "\n\n"))],
        }
    }

    /// Key figures: the keys of figures with the ids of their words; what may not be printed is left out.
    fn keys(&self, keys: &[(&str, &str)]) -> Result<Option<Told>> {
        let mut found = Vec::new();
        for (key, label) in keys {
            if let Some(value) = self.told.large(key)? {
                let count = self.told.number(key);
                let label = self.words.with(label, &[("count", count.into())])?;
                found.push(((*key).to_owned(), value, label));
            }
        }
        Ok((!found.is_empty()).then_some(Told::Keys(found)))
    }

    /// A count of a published table; a dash where it is withheld.
    fn cell(&self, cell: Published<u32>) -> Result<String> {
        Ok(match cell {
            Published::Shown(count) => count.to_string(),
            Published::Withheld => self.words.get("report-no-value")?,
        })
    }

    /// The line under a table that withholds something.
    fn why_dashes(&self, table: &PublishedTable) -> Result<Option<Told>> {
        let dashes = table
            .grid
            .iter()
            .flatten()
            .any(|cell| *cell == Published::Withheld);
        Ok(match dashes {
            true => Some(Told::Note(self.words.get("story-withheld")?)),
            false => None,
        })
    }

    fn heads(&self, heads: &[(&str, f32, bool)]) -> Result<Vec<(String, f32, bool)>> {
        heads
            .iter()
            .map(|(id, share, numeric)| Ok((self.words.get(id)?, *share, *numeric)))
            .collect()
    }

    fn table(&self, caption: &str, heads: &[(&str, f32, bool)], rows: Vec<Vec<String>>) -> Result<Told> {
        Ok(Told::Table(StoryTable {
            caption: self.words.get(caption)?,
            heads: self.heads(heads)?,
            rows,
        }))
    }

    fn none(&self, id: &str) -> Result<Told> {
        Ok(Told::Text(self.words.get(id)?))
    }
}

//! What the papers of a session have in common: the agenda and the sign-in sheet begin and end alike.

use super::{Document, Paper, finish, line};
use crate::ReportError;
use crate::model::{Block, Report};
use crate::words::{Date, Words};

/// The session that a paper belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionHead {
    /// Display name of the cohort.
    pub cohort: String,
    /// Number of the award that pays for the program.
    pub award: Option<String>,
    /// The session's title.
    pub session: String,
    /// Its day.
    pub date: Date,
    /// Where it takes place.
    pub place: Option<String>,
    /// Who leads it.
    pub facilitator: Option<String>,
    /// Sheet size.
    pub paper: Paper,
}

impl SessionHead {
    /// The kicker with this id of a word, the title, day and place, and the cohort.
    pub(super) fn begin(&self, kicker: &str, words: &Words) -> Result<Vec<Block>, ReportError> {
        let leader = self.facilitator.as_deref();
        let leader = leader
            .map(|name| words.with("report-sign-in-facilitator", &[("name", name.into())]))
            .transpose()?;
        let mut blocks = vec![
            Block::Kicker(words.get(kicker)?),
            Block::Heading(1, self.session.clone()),
        ];
        blocks.extend(line(&[Some(words.date(self.date)?), self.place.clone(), leader]));
        blocks.extend(line(&[Some(self.cohort.clone())]));
        Ok(blocks)
    }

    /// The whole paper; `title` is the id of the words for its title.
    pub(super) fn end(
        &self,
        title: &str,
        blocks: Vec<Block>,
        words: &Words,
    ) -> Result<Document, ReportError> {
        let head = self.award.as_deref();
        let head = head
            .map(|number| words.with("report-award", &[("number", number.into())]))
            .transpose()?;
        let report = Report {
            title: words.with(title, &[("session", self.session.as_str().into())])?,
            language: words.language(),
            paper: self.paper,
            landscape: false,
            date: Some(self.date),
            head,
            foot: (self.cohort.clone(), words.date(self.date)?),
            blocks,
        };
        finish(&report, words)
    }
}

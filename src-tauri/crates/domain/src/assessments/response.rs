//! Answered sheets, and which of them count.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};

use super::Answer;
use crate::ids::{OccasionId, PersonId, ResponseId};

/// One answered sheet. It is never edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// Its id.
    pub id: ResponseId,
    /// When and what was asked.
    pub occasion: OccasionId,
    /// Who it is about.
    pub subject: PersonId,
    /// Who answered; the subject in a self-assessment.
    pub rater: PersonId,
    /// How it came here.
    pub mode: Mode,
    /// Keys of the contexts whose anchors were shown, the first first.
    pub contexts: Vec<String>,
    /// The day it was answered, where known.
    pub answered: Option<NaiveDate>,
    /// When it was entered.
    pub entered: DateTime<Utc>,
    /// The response that this one replaces.
    pub corrects: Option<ResponseId>,
    /// Item keys and answers, in the order of the sheet.
    pub answers: Vec<(String, Answer)>,
}

/// How a response came into the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Answered on this laptop.
    Laptop,
    /// Typed from a paper sheet.
    Paper,
    /// Read from a file.
    File,
}

impl Mode {
    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Laptop => "laptop",
            Self::Paper => "paper",
            Self::File => "file",
        }
    }

    /// The mode of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Laptop, Self::Paper, Self::File]
            .into_iter()
            .find(|mode| mode.key() == key)
    }
}

impl Response {
    /// The answer to an item; an item that the sheet does not name was not shown.
    pub fn answer(&self, item: &str) -> &Answer {
        self.answers
            .iter()
            .find(|(key, _)| key == item)
            .map_or(&Answer::NotShown, |(_, answer)| answer)
    }
}

/// The responses that count: those that no live response of the list corrects, in their order.
pub fn current(live: Vec<Response>) -> Vec<Response> {
    let replaced: HashSet<ResponseId> = live.iter().filter_map(|response| response.corrects).collect();
    live.into_iter()
        .filter(|response| !replaced.contains(&response.id))
        .collect()
}

/// Subjects with more than one current response of the same occasion and rater: two laptops were each right
/// alone, and a person has to say which counts.
pub fn doubles(current: &[Response]) -> Vec<PersonId> {
    let mut seen = HashSet::new();
    let mut out = Vec::new();
    for response in current {
        let key = (response.occasion, response.subject, response.rater);
        if !seen.insert(key) && !out.contains(&response.subject) {
            out.push(response.subject);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn response(id: u128, subject: u128, corrects: Option<u128>) -> Response {
        Response {
            id: ResponseId(Uuid::from_u128(id)),
            occasion: OccasionId(Uuid::from_u128(1)),
            subject: PersonId(Uuid::from_u128(subject)),
            rater: PersonId(Uuid::from_u128(subject)),
            mode: Mode::Paper,
            contexts: Vec::new(),
            answered: None,
            entered: DateTime::UNIX_EPOCH,
            corrects: corrects.map(|id| ResponseId(Uuid::from_u128(id))),
            answers: Vec::new(),
        }
    }

    #[test]
    fn a_correction_counts_in_place_of_what_it_names() {
        let live = vec![
            response(1, 7, None),
            response(2, 7, Some(1)),
            response(3, 8, None),
        ];
        let ids: Vec<_> = current(live).iter().map(|r| r.id.0.as_u128()).collect();
        assert_eq!(ids, [2, 3]);
    }

    #[test]
    fn two_current_sheets_of_one_person_are_a_visible_double() {
        let live = vec![
            response(1, 7, None),
            response(2, 7, Some(1)),
            response(3, 7, Some(1)),
        ];
        let current = current(live);
        assert_eq!(doubles(&current), [PersonId(Uuid::from_u128(7))]);
    }

    proptest! {
        #[test]
        fn a_chain_of_corrections_leaves_its_last(length in 1u128..20) {
            let live = (1..=length).map(|id| response(id, 7, (id > 1).then(|| id - 1))).collect();
            let ids: Vec<_> = current(live).iter().map(|r| r.id.0.as_u128()).collect();
            prop_assert_eq!(ids, [length]);
        }
    }
}

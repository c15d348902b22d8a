//! The sheets of an occasion as a grid, to be typed from a pile of paper.

use std::collections::HashMap;

use nexus_domain::assessments::second::{chosen, mismatches};
use nexus_domain::assessments::{Answer, Instrument, Item, Mode, Response, doubles};
use nexus_domain::ids::{OccasionId, PersonId};
use nexus_domain::people::Vocabulary;
use nexus_store::{Read, assessments, cohorts};

use super::{
    GridRow, GridView, Member, MismatchView, SecondRow, count, drafts, items, occasion_id, sections, versions,
};
use crate::{App, Result};

/// The sheets of an occasion as a grid.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn grid(app: &App, occasion: &str) -> Result<GridView> {
    let id = occasion_id(occasion)?;
    app.ws().read(|r| {
        let occasion = assessments::occasion(r, id)?;
        let instrument = super::library::asked(r, &occasion)?;
        let framework = super::library::framework(r, &instrument)?;
        let cohort = cohorts::by_id(r, occasion.cohort)?;
        let members = super::members(r, &cohort)?;
        let line = super::line(r, &occasion, &members)?;
        let words = super::vocabulary(r)?;
        let moment = versions::of_moment(r, occasion.cohort, &occasion.instrument, occasion.moment)?;
        let sheets = Sheets::of(
            &instrument,
            assessments::responses(r, id)?,
            versions::counting(r, &moment)?,
            drafts::of_grid(r, id)?,
        );
        let second = second(r, id, &instrument, &sheets)?;
        let mut contexts: Vec<Vec<String>> = Vec::new();
        let mut rows = Vec::new();
        for member in members {
            let own = super::contexts(framework.as_ref(), &words, &member.enrolment);
            let wording = contexts.iter().position(|known| *known == own);
            let wording = wording.unwrap_or_else(|| {
                contexts.push(own);
                contexts.len() - 1
            });
            rows.push(sheets.row(member, &words, wording));
        }
        Ok(GridView {
            occasion: line,
            newer: versions::newer(r, &occasion)?.map(|newer| newer.version),
            sections: sections(&instrument),
            wordings: contexts
                .iter()
                .map(|contexts| items(&instrument, framework.as_ref(), contexts))
                .collect(),
            rows,
            place: drafts::grid_place(id),
            second,
            second_place: drafts::second_place(id),
        })
    })
}

/// What is known of the sheets of an occasion.
struct Sheets<'i> {
    instrument: &'i Instrument,
    all: Vec<Response>,
    live: Vec<Response>,
    /// Those who have a sheet of another version at the same moment.
    elsewhere: Vec<PersonId>,
    twice: Vec<PersonId>,
    drafts: HashMap<String, Vec<String>>,
}

impl<'i> Sheets<'i> {
    /// `all` are the sheets of the occasion, `counting` those that count at its moment, in whatever version.
    fn of(
        instrument: &'i Instrument,
        all: Vec<Response>,
        counting: Vec<Response>,
        drafts: HashMap<String, Vec<String>>,
    ) -> Self {
        let own = |sheet: &Response| all.iter().any(|one| one.id == sheet.id);
        let (live, others): (Vec<_>, Vec<_>) = counting.into_iter().partition(own);
        Self {
            elsewhere: others.into_iter().map(|sheet| sheet.subject).collect(),
            instrument,
            twice: doubles(&live),
            all,
            live,
            drafts,
        }
    }

    fn codes(&self, sheet: Option<&Response>) -> Vec<String> {
        let code = |item: &Item| sheet.map(|sheet| sheet.answer(&item.key).code());
        self.instrument.items.iter().filter_map(code).collect()
    }

    fn row(&self, member: Member, words: &Vocabulary, wording: usize) -> GridRow {
        let person = member.person.id;
        let own = self.live.iter().rfind(|sheet| sheet.subject == person);
        let before = own.and_then(|own| self.all.iter().find(|sheet| Some(sheet.id) == own.corrects));
        let corrections = self.all.iter().filter(|sheet| sheet.subject == person);
        let sector = words
            .sectors
            .iter()
            .find(|term| Some(term.id) == member.enrolment.sector);
        let level = words
            .levels
            .iter()
            .find(|term| Some(term.id) == member.enrolment.level);
        let key = person.to_string();
        let draft = self.drafts.get(&key).filter(|draft| self.fits(draft));
        GridRow {
            code: member.code,
            also: member.also,
            name: member.person.name(),
            sector: sector.map(|term| term.name.clone()).unwrap_or_default(),
            mark: sector.map(|term| term.mark.clone()).unwrap_or_default(),
            level: level.map(|term| term.name.clone()).unwrap_or_default(),
            wording: count(wording),
            answers: self.codes(own),
            before: self.codes(before),
            draft: draft.cloned().unwrap_or_default(),
            corrections: count(corrections.filter(|sheet| sheet.corrects.is_some()).count()),
            double: self.twice.contains(&person),
            elsewhere: self.elsewhere.contains(&person),
            person: key,
        }
    }

    /// True for a draft that has a code, or nothing, for each item.
    fn fits(&self, draft: &[String]) -> bool {
        draft.len() == self.instrument.items.len()
    }
}

/// The sheets that are typed twice, with what was typed so far.
fn second(
    r: &Read<'_>,
    id: OccasionId,
    instrument: &Instrument,
    sheets: &Sheets<'_>,
) -> Result<Vec<SecondRow>> {
    let paper: Vec<&Response> = sheets
        .live
        .iter()
        .filter(|sheet| sheet.mode == Mode::Paper)
        .collect();
    let people: Vec<PersonId> = paper.iter().map(|sheet| sheet.subject).collect();
    let typed = drafts::of_second(r, id)?;
    let mut rows = Vec::new();
    for person in chosen(id, &people) {
        let Some(first) = paper.iter().rfind(|sheet| sheet.subject == person) else {
            continue;
        };
        let typed = typed.get(&person.to_string()).filter(|codes| sheets.fits(codes));
        let typed = typed.cloned().unwrap_or_default();
        let again = read(instrument, &typed);
        let differing = again.as_ref().map(|again| mismatches(&first.answers, again));
        let number = |item: &str| instrument.items.iter().position(|one| one.key == item);
        let view = |one: nexus_domain::assessments::second::Mismatch| MismatchView {
            number: count(number(&one.item).map_or(0, |at| at + 1)),
            first: one.first.code(),
            second: one.second.code(),
        };
        rows.push(SecondRow {
            person: person.to_string(),
            done: again.is_some(),
            typed,
            mismatches: differing.into_iter().flatten().map(view).collect(),
        });
    }
    Ok(rows)
}

/// The answers of a second typing, once every item has one.
fn read(instrument: &Instrument, codes: &[String]) -> Option<Vec<(String, Answer)>> {
    if codes.len() != instrument.items.len() {
        return None;
    }
    let pairs = instrument.items.iter().zip(codes);
    let answers = pairs.map(|(item, code)| {
        let answer = Answer::from_code(code, &item.format, &instrument.scale).ok()?;
        Some((item.key.clone(), answer))
    });
    let answers: Vec<(String, Answer)> = answers.collect::<Option<_>>()?;
    Some(instrument.settled(&answers))
}

//! Sheets answered on the laptop or typed from paper, and the form on paper.

use std::path::Path;

use nexus_domain::assessments::{Answer, Framework, Instrument, Item, Mode, Response, current, doubles};
use nexus_domain::ids::{PersonId, ResponseId};
use nexus_report::documents::Paper;
use nexus_report::documents::paper_form::{FormItem, PaperForm};
use nexus_report::words::Words;
use nexus_store::{assessments, cohorts};

use super::{FormView, GridRow, GridView, ItemView, Member, PointView, SheetInput, count, occasion_id};
use crate::{App, AppError, Done, Result};

/// The sheet for one participant, in the wording of their context.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn form(app: &App, occasion: &str, person: &str) -> Result<FormView> {
    let id = occasion_id(occasion)?;
    app.ws().read(|r| {
        let occasion = assessments::occasion(r, id)?;
        let instrument = super::version(&occasion.instrument, occasion.version)?;
        let framework = super::framework(&instrument)?;
        let cohort = cohorts::by_id(r, occasion.cohort)?;
        let member = find(super::members(r, &cohort)?, person)?;
        let contexts = super::contexts(framework.as_ref(), &super::vocabulary(r)?, &member.enrolment);
        let stored = current(assessments::responses_of(r, id, member.person.id)?);
        Ok(FormView {
            title: instrument.title.clone(),
            moment: occasion.moment,
            instructions: instrument.instructions.clone(),
            code: member.code,
            person: member.person.id.to_string(),
            name: member.person.name(),
            scale: points(&instrument),
            items: items(&instrument, framework.as_ref(), &contexts),
            answered: !stored.is_empty(),
        })
    })
}

/// The sheets of an occasion as a grid.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn grid(app: &App, occasion: &str) -> Result<GridView> {
    let id = occasion_id(occasion)?;
    app.ws().read(|r| {
        let occasion = assessments::occasion(r, id)?;
        let instrument = super::version(&occasion.instrument, occasion.version)?;
        let framework = super::framework(&instrument)?;
        let cohort = cohorts::by_id(r, occasion.cohort)?;
        let all = assessments::responses(r, id)?;
        let live = current(all.clone());
        let twice = doubles(&live);
        let mut rows = Vec::new();
        for member in super::members(r, &cohort)? {
            let person = member.person.id;
            let own = live.iter().rfind(|sheet| sheet.subject == person);
            let answer = |item: &Item| own.map(|sheet| sheet.answer(&item.key).code());
            let sheets = all.iter().filter(|sheet| sheet.subject == person);
            rows.push(GridRow {
                person: person.to_string(),
                code: member.code,
                name: member.person.name(),
                answers: instrument.items.iter().filter_map(answer).collect(),
                corrections: count(sheets.filter(|sheet| sheet.corrects.is_some()).count()),
                double: twice.contains(&person),
            });
        }
        Ok(GridView {
            occasion: super::line(r, &occasion, count(rows.len()))?,
            high: instrument.scale.high,
            items: items(&instrument, framework.as_ref(), &[]),
            rows,
        })
    })
}

/// Stores an answered sheet, or a correction of the one that is there.
///
/// # Errors
/// [`AppError::NotFound`]; [`AppError::Invalid`] for a code that is no answer, a wrong number of them, or a
/// second sheet that is not meant as a correction; those of the store.
pub fn save(app: &App, input: &SheetInput) -> Result<Done<()>> {
    let id = occasion_id(&input.occasion)?;
    let (code, occasion, instrument) = app.ws().read(|r| {
        let occasion = assessments::occasion(r, id)?;
        let instrument = super::version(&occasion.instrument, occasion.version)?;
        let cohort = cohorts::by_id(r, occasion.cohort)?;
        let member = find(super::members(r, &cohort)?, &input.person)?;
        Ok::<_, AppError>((member.code, occasion, instrument))
    })?;
    let answers = read_answers(&instrument, &code, &input.answers)?;
    app.act("assessments.sheet", &code, |w| {
        let cohort = cohorts::by_id(w, occasion.cohort)?;
        let member = find(super::members(w, &cohort)?, &input.person)?;
        let subject: PersonId = member.person.id;
        let stored = current(assessments::responses_of(w, id, subject)?);
        if !stored.is_empty() && !input.correct {
            return Err(AppError::Invalid {
                place: code.clone(),
                field: instrument.title.clone(),
                found: "a second sheet".to_owned(),
                expected: "one sheet, or a correction".to_owned(),
            });
        }
        if stored.iter().any(|sheet| sheet.answers == answers) {
            return Ok(());
        }
        let framework = super::framework(&instrument)?;
        let response = Response {
            id: ResponseId(app.new_id()),
            occasion: id,
            subject,
            rater: subject,
            mode: if input.paper { Mode::Paper } else { Mode::Laptop },
            contexts: super::contexts(framework.as_ref(), &super::vocabulary(w)?, &member.enrolment),
            answered: (!input.paper).then(|| app.now().date_naive()),
            entered: app.now(),
            corrects: stored.last().map(|sheet| sheet.id),
            answers: answers.clone(),
        };
        Ok(assessments::insert_response(w, &response)?)
    })
}

fn read_answers(instrument: &Instrument, code: &str, codes: &[String]) -> Result<Vec<(String, Answer)>> {
    let invalid = |field: &str, found: String, expected: String| AppError::Invalid {
        place: code.to_owned(),
        field: field.to_owned(),
        found,
        expected,
    };
    if codes.len() != instrument.items.len() {
        let expected = instrument.items.len().to_string();
        return Err(invalid(&instrument.title, codes.len().to_string(), expected));
    }
    let pairs = instrument.items.iter().zip(codes);
    pairs
        .map(|(item, answer)| {
            Answer::from_code(answer, &instrument.scale)
                .map(|answer| (item.key.clone(), answer))
                .map_err(|bad| {
                    let expected = format!("{}–{}, 0, -", instrument.scale.low, instrument.scale.high);
                    invalid(&item.text, bad.found, expected)
                })
        })
        .collect()
}

/// Writes the form on paper to a file of the person's choice: for one participant in the wording of their
/// context, or blank.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::Report`], [`AppError::Io`]; those of the store.
pub fn paper_form(app: &App, occasion: &str, person: Option<&str>, to: &Path) -> Result<()> {
    let id = occasion_id(occasion)?;
    let words = Words::english();
    let input = app.ws().read(|r| {
        let occasion = assessments::occasion(r, id)?;
        let instrument = super::version(&occasion.instrument, occasion.version)?;
        let framework = super::framework(&instrument)?;
        let cohort = cohorts::by_id(r, occasion.cohort)?;
        let member = match person {
            Some(person) => Some(find(super::members(r, &cohort)?, person)?),
            None => None,
        };
        let contexts = match &member {
            Some(member) => super::contexts(framework.as_ref(), &super::vocabulary(r)?, &member.enrolment),
            None => Vec::new(),
        };
        let form = |item: ItemView| FormItem {
            text: item.text,
            anchors: item
                .anchors
                .into_iter()
                .map(|one| (one.point, one.text))
                .collect(),
        };
        Ok::<_, AppError>(PaperForm {
            version: instrument.version.to_string(),
            occasion: words.sentence(&words.get(&format!("report-moment-{}", occasion.moment.key()))?),
            cohort: cohort.name,
            code: member.map(|member| member.code),
            date: occasion.opens,
            scale: points(&instrument)
                .into_iter()
                .map(|one| (one.point, one.text))
                .collect(),
            items: items(&instrument, framework.as_ref(), &contexts)
                .into_iter()
                .map(form)
                .collect(),
            instructions: Some(instrument.instructions),
            licence: Some(instrument.licence),
            source: Some(instrument.source),
            instrument: instrument.title,
            paper: Paper::Letter,
        })
    })?;
    let bytes = nexus_report::documents::paper_form::paper_form(&input)?;
    std::fs::write(to, bytes).map_err(|source| AppError::Io {
        path: to.to_owned(),
        source,
    })
}

fn find(members: Vec<Member>, person: &str) -> Result<Member> {
    let found = members
        .into_iter()
        .find(|member| member.person.id.to_string() == person);
    found.ok_or_else(|| AppError::NotFound {
        what: "participant",
        key: person.to_owned(),
    })
}

fn points(instrument: &Instrument) -> Vec<PointView> {
    let points = instrument.scale.points().map(|(point, text)| PointView {
        point,
        text: text.to_owned(),
    });
    points.collect()
}

fn items(instrument: &Instrument, framework: Option<&Framework>, contexts: &[String]) -> Vec<ItemView> {
    let contexts: Vec<&str> = contexts.iter().map(String::as_str).collect();
    let item = |item: &Item| {
        let key = item.competency.as_deref();
        let competency = key.and_then(|key| framework.and_then(|framework| framework.competency(key)));
        let anchors = competency.map(|competency| competency.anchors(&contexts));
        ItemView {
            key: item.key.clone(),
            text: item.text.clone(),
            definition: competency.map_or_else(String::new, |one| one.definition.clone()),
            anchors: anchors
                .into_iter()
                .flatten()
                .map(|anchor| PointView {
                    point: anchor.point,
                    text: anchor.text.clone(),
                })
                .collect(),
        }
    };
    instrument.items.iter().map(item).collect()
}

//! Sheets answered on the laptop or typed from paper.

use nexus_domain::assessments::import::expected;
use nexus_domain::assessments::{Answer, Format, Instrument, Item, Mode, Response};
use nexus_domain::ids::{PersonId, ResponseId};
use nexus_store::{assessments, cohorts};

use super::{
    CodeLine, CodesView, FormView, Member, SheetInput, drafts, items, occasion_id, sections, versions,
};
use crate::{App, AppError, Done, Result};

/// The sheet for one participant, in the wording of their context.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn form(app: &App, occasion: &str, person: &str) -> Result<FormView> {
    let id = occasion_id(occasion)?;
    app.ws().read(|r| {
        let occasion = assessments::occasion(r, id)?;
        let instrument = super::library::asked(r, &occasion)?;
        let framework = super::library::framework(r, &instrument)?;
        let cohort = cohorts::by_id(r, occasion.cohort)?;
        let member = find(super::members(r, &cohort)?, person)?;
        let contexts = super::contexts(framework.as_ref(), &super::vocabulary(r)?, &member.enrolment);
        let stored = versions::counting_of(r, &occasion, member.person.id)?;
        let mut draft = drafts::of_form(r, id, member.person.id)?;
        draft.truncate(instrument.items.len());
        Ok(FormView {
            title: instrument.title.clone(),
            moment: occasion.moment,
            // Those of what ships with the program are for paper.
            instructions: match occasion.definition {
                Some(_) => instrument.instructions.clone(),
                None => String::new(),
            },
            code: member.code,
            person: member.person.id.to_string(),
            version: instrument.version,
            newer: versions::newer(r, &occasion)?.map(|newer| newer.version),
            sections: sections(&instrument),
            items: items(&instrument, framework.as_ref(), &contexts),
            answered: !stored.is_empty(),
            place: drafts::form_place(id, member.person.id),
            draft,
        })
    })
}

/// Whose turn it may be at the laptop.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn codes(app: &App, occasion: &str) -> Result<CodesView> {
    let id = occasion_id(occasion)?;
    app.ws().read(|r| {
        let occasion = assessments::occasion(r, id)?;
        let instrument = super::library::asked(r, &occasion)?;
        let moment = versions::of_moment(r, occasion.cohort, &occasion.instrument, occasion.moment)?;
        let sheets = versions::counting(r, &moment)?;
        let begun = drafts::of_forms(r, id)?;
        let cohort = cohorts::by_id(r, occasion.cohort)?;
        let line = |member: Member| CodeLine {
            person: member.person.id.to_string(),
            answered: sheets.iter().any(|sheet| sheet.subject == member.person.id),
            begun: begun.contains_key(&member.person.id.to_string()),
            code: member.code,
        };
        Ok(CodesView {
            title: instrument.title,
            moment: occasion.moment,
            codes: super::members(r, &cohort)?
                .into_iter()
                .filter(|member| member.enrolment.left.is_none())
                .map(line)
                .collect(),
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
        let instrument = super::library::asked(r, &occasion)?;
        let cohort = cohorts::by_id(r, occasion.cohort)?;
        let member = find(super::members(r, &cohort)?, &input.person)?;
        Ok::<_, AppError>((member.code, occasion, instrument))
    })?;
    let answers = read_answers(&instrument, &code, &input.answers)?;
    app.act("assessments.sheet", &code, |w| {
        let cohort = cohorts::by_id(w, occasion.cohort)?;
        let member = find(super::members(w, &cohort)?, &input.person)?;
        let subject: PersonId = member.person.id;
        let stored = versions::counting_of(w, &occasion, subject)?;
        if !stored.is_empty() && !input.correct {
            return Err(AppError::Invalid {
                place: code.clone(),
                field: instrument.title.clone(),
                found: "a second sheet".to_owned(),
                expected: "one sheet, or a correction".to_owned(),
            });
        }
        drafts::clear(w, id, subject, input.paper)?;
        if let [only] = stored.as_slice()
            && only.occasion == id
            && only.answers == answers
        {
            return Ok(());
        }
        // Two laptops each stored a sheet: from here on the one that is saved now counts.
        for double in stored.iter().rev().skip(1) {
            assessments::set_response_deleted(w, double.id, true)?;
        }
        let framework = super::library::framework(w, &instrument)?;
        let response = Response {
            id: ResponseId(app.new_id()),
            occasion: id,
            subject,
            rater: subject,
            mode: if input.paper { Mode::Paper } else { Mode::Laptop },
            contexts: super::contexts(framework.as_ref(), &super::vocabulary(w)?, &member.enrolment),
            answered: if input.paper { None } else { Some(app.today(w)?) },
            entered: app.now(),
            corrects: stored.last().map(|sheet| sheet.id),
            answers: answers.clone(),
        };
        Ok(assessments::insert_response(w, &response)?)
    })
}

/// The sheet of these codes: what is not asked after them is not shown, whatever its code.
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
    let answers = pairs
        .map(|(item, answer)| {
            Answer::from_code(answer, &item.format, &instrument.scale)
                .map(|answer| (item.key.clone(), answer))
                .map_err(|bad| {
                    let ends = expected(instrument, item);
                    let all = [ends.as_str(), "0, -"];
                    let there: Vec<&str> = all.into_iter().filter(|part| !part.is_empty()).collect();
                    invalid(&item.text, bad.found, there.join(", "))
                })
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(instrument.settled(&answers))
}

/// The member of this id.
pub(super) fn find(members: Vec<Member>, person: &str) -> Result<Member> {
    let found = members
        .into_iter()
        .find(|member| member.person.id.to_string() == person);
    found.ok_or_else(|| AppError::NotFound {
        what: "participant",
        key: person.to_owned(),
    })
}

/// An answer in words: choices as they are worded, not as they are stored.
pub(super) fn said(answer: &Answer, item: &Item) -> String {
    match answer {
        Answer::Chosen(keys) => {
            let word = |key: &String| {
                item.format
                    .choice(key)
                    .map_or(key.clone(), |choice| choice.text.clone())
            };
            keys.iter().map(word).collect::<Vec<_>>().join("; ")
        }
        Answer::Number(number) => match &item.format {
            Format::Number { unit, .. } if !unit.is_empty() => format!("{number} {unit}"),
            _ => number.to_string(),
        },
        Answer::Text(text) => text.clone(),
        answer => answer.code(),
    }
}

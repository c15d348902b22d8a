//! The sheets that are held about one person, with every answer in its words.

use nexus_domain::assessments::{Answer, Format, Instrument, Occasion};
use nexus_domain::ids::{CohortId, PersonId};
use nexus_store::people::alias;
use nexus_store::{Read, assessments};

use super::{drafts, library};
use crate::Result;
use crate::people::{HeldAnswer, HeldSheet, HeldState};

/// The sheets about a person in a cohort: those that count, those that were replaced, and those being filled in.
pub(crate) fn held(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Vec<HeldSheet>> {
    let mut found = Vec::new();
    for occasion in assessments::occasions(r, cohort)? {
        let sheets = assessments::responses_of(r, occasion.id, person)?;
        let begun = unfinished(r, &occasion, person)?;
        if sheets.is_empty() && begun.is_empty() {
            continue;
        }
        let instrument = library::asked(r, &occasion)?;
        for sheet in &sheets {
            let replaced = sheets.iter().any(|later| later.corrects == Some(sheet.id));
            let answers = sheet.answers.iter();
            found.push(HeldSheet {
                state: if replaced {
                    HeldState::Replaced
                } else {
                    HeldState::Counts
                },
                mode: sheet.mode.key().to_owned(),
                answered: sheet.answered.map(|day| day.to_string()),
                entered: Some(sheet.entered.to_rfc3339()),
                answers: answers.map(|(key, one)| answer(&instrument, key, one)).collect(),
                ..blank(&occasion, &instrument)
            });
        }
        for codes in begun {
            let items = instrument.items.iter().zip(codes);
            // A place that is empty was not reached.
            let answers = items.filter_map(|(item, code)| {
                let given = Answer::from_stored(&code).ok()?;
                Some(answer(&instrument, &item.key, &given))
            });
            found.push(HeldSheet {
                answers: answers.collect(),
                ..blank(&occasion, &instrument)
            });
        }
    }
    Ok(found)
}

/// What is being filled in or typed: a code for each item.
fn unfinished(r: &Read<'_>, occasion: &Occasion, person: PersonId) -> Result<Vec<Vec<String>>> {
    let (grid, second) = (
        drafts::of_grid(r, occasion.id)?,
        drafts::of_second(r, occasion.id)?,
    );
    let mut found = Vec::new();
    for record in alias::records(r, person)? {
        let key = record.to_string();
        found.push(drafts::of_form(r, occasion.id, record)?);
        found.extend(
            [&grid, &second]
                .into_iter()
                .filter_map(|rows| rows.get(&key))
                .cloned(),
        );
    }
    found.retain(|codes| !codes.is_empty());
    Ok(found)
}

fn blank(occasion: &Occasion, instrument: &Instrument) -> HeldSheet {
    HeldSheet {
        instrument: occasion.instrument.clone(),
        version: occasion.version,
        title: instrument.title.clone(),
        moment: occasion.moment,
        state: HeldState::Unfinished,
        mode: String::new(),
        answered: None,
        entered: None,
        answers: Vec::new(),
    }
}

fn answer(instrument: &Instrument, key: &str, given: &Answer) -> HeldAnswer {
    let item = instrument.item(key);
    let words = match (given, item) {
        (Answer::Rated(value), Some(item)) if matches!(item.format, Format::Rating(_)) => {
            let mut points = instrument.scale_of(item).points();
            match points.find(|(point, text)| point == value && !text.is_empty()) {
                Some((_, text)) => format!("{value} · {text}"),
                None => value.to_string(),
            }
        }
        (Answer::Chosen(keys), Some(item)) => {
            let named = keys.iter().map(|key| {
                item.format
                    .choice(key)
                    .map_or(key.as_str(), |one| one.text.as_str())
            });
            named.collect::<Vec<_>>().join("; ")
        }
        (Answer::Number(number), Some(item)) => match &item.format {
            Format::Number { unit, .. } if !unit.is_empty() => format!("{number} {unit}"),
            _ => number.to_string(),
        },
        (given, _) if given.is_given() => given.cell(),
        _ => String::new(),
    };
    HeldAnswer {
        item: key.to_owned(),
        text: item.map(|item| item.text.clone()).unwrap_or_default(),
        code: given.code(),
        words,
    }
}

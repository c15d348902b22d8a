//! Tables of what was answered.

use nexus_domain::assessments::{Answer, FormatKind, Mode, Moment};
use nexus_domain::cohorts::Cohort;
use nexus_domain::reports::sheet::{Column, Kind, Missing, Sheet, Value};

use super::columns::{Col, code, day, empty, joined, moment, number, text, whole, word};
use super::{DataKind, Source};
use crate::Result;
use crate::assessments::{Asked, CountsView, counted, every_asked, item_values};

fn response_columns() -> Vec<Col> {
    vec![
        text("cohort"),
        text("code"),
        text("name"),
        text("instrument"),
        whole("version"),
        code("moment", Moment::ALL),
        code("mode", [Mode::Laptop, Mode::Paper, Mode::File].map(Mode::key)),
        day("answered"),
        moment("entered"),
    ]
}

/// Every sheet that counts, a column an item over all versions and cohorts.
///
/// A column has the key of its item, with that of its instrument before it where the table holds several.
pub(super) fn responses(source: &Source<'_>, step: &mut super::Go<'_>) -> Result<Sheet> {
    let mut asked: Vec<(&Cohort, Vec<Asked>)> = Vec::new();
    for (at, cohort) in source.cohorts.iter().enumerate() {
        step(at, source.cohorts.len() * 2)?;
        asked.push((cohort, every_asked(source.r, cohort.id)?));
    }
    let mut sheet = empty(DataKind::Responses, response_columns())?;
    let fixed = sheet.columns.len();
    let every = || asked.iter().flat_map(|(_, all)| all);
    let alone = every().all(|one| every().all(|other| one.union.key == other.union.key));
    let mut items: Vec<(&str, &str)> = Vec::new();
    for one in every() {
        for item in &one.union.items {
            let place = (one.union.key.as_str(), item.key.as_str());
            match items.iter().position(|other| *other == place) {
                None => {
                    items.push(place);
                    let plain = alone && sheet.columns[..fixed].iter().all(|column| column.key != item.key);
                    sheet.columns.push(item_column(one, &item.key, plain));
                }
                Some(at) => more_words(&mut sheet.columns[fixed + at], one, &item.key),
            }
        }
    }
    for (at, (cohort, all)) in asked.iter().enumerate() {
        step(source.cohorts.len() + at, source.cohorts.len() * 2)?;
        for one in all {
            for found in one.sheets(source.r, cohort)? {
                let mut row = vec![
                    cohort.mark.as_str().into(),
                    found.code.into(),
                    found.name.into(),
                    one.union.key.as_str().into(),
                    found.version.into(),
                    word(&found.moment),
                    found.response.mode.key().into(),
                    found.response.answered.into(),
                    found.response.entered.into(),
                ];
                row.extend(items.iter().map(|(instrument, item)| match *instrument {
                    // Items of other instruments are no part of this sheet.
                    other if other != one.union.key => Value::NONE,
                    _ => value(found.response.answer(item)),
                }));
                sheet.push(row);
            }
        }
    }
    Ok(sheet)
}

fn item_column(asked: &Asked, item: &str, plain: bool) -> Column {
    let found = asked.union.item(item);
    let kind = found.map(|found| match found.format.kind() {
        FormatKind::Rating => Kind::Whole,
        FormatKind::One | FormatKind::Several => Kind::Code,
        FormatKind::Number => Kind::Number,
        FormatKind::Text => Kind::Text,
    });
    let (values, [.., unit]) = found.map_or_else(Default::default, |found| item_values(&asked.union, found));
    let key = match plain {
        true => item.to_owned(),
        false => format!("{}:{item}", asked.union.key),
    };
    Column {
        head: key.clone(),
        meaning: asked.wordings(item).join(" | "),
        kind: kind.unwrap_or(Kind::Text),
        key,
        unit,
        values,
    }
}

/// Adds the words of an item in versions that other cohorts were not asked.
fn more_words(column: &mut Column, asked: &Asked, key: &str) {
    for words in asked.wordings(key) {
        if !column.meaning.split(" | ").any(|known| known == words) {
            column.meaning = format!("{} | {words}", column.meaning);
        }
    }
}

fn value(answer: &Answer) -> Value {
    match answer {
        Answer::Rated(point) => Value::Whole((*point).into()),
        Answer::Chosen(keys) => joined(keys),
        Answer::Number(number) => Value::Number(number.value()),
        Answer::Text(text) => text.as_str().into(),
        Answer::Blank => Value::Missing(Missing::Blank),
        Answer::Declined => Value::Missing(Missing::Declined),
        Answer::NotShown => Value::Missing(Missing::NotAsked),
        Answer::Unreadable(found) => Value::Missing(Missing::Unreadable(found.clone())),
    }
}

pub(super) fn result_columns() -> Vec<Col> {
    vec![
        text("cohort"),
        text("instrument"),
        text("item"),
        text("item_text"),
        code("moment", Moment::ALL),
        whole("sheets"),
        text("given_answer"),
        whole("count").of("sheets"),
    ]
}

/// A row for each answer that could be given, and for each reason that none was.
pub(super) fn results(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    for asked in every_asked(source.r, cohort.id)? {
        let found = counted(source.r, cohort.id, &asked.union.key)?;
        let mut tell = |item: &str, text: &str, moment: Moment, sheets: u32, answers: Vec<(String, u32)>| {
            for (answer, count) in answers {
                sheet.push(vec![
                    cohort.mark.as_str().into(),
                    asked.union.key.as_str().into(),
                    item.into(),
                    text.into(),
                    word(&moment),
                    sheets.into(),
                    answer.into(),
                    count.into(),
                ]);
            }
        };
        for (at, item) in found.statistics.items.iter().enumerate() {
            for one in &found.moments {
                let counts = &one.items[at];
                let points = item.points.iter().map(u8::to_string);
                let mut answers: Vec<_> = points.zip(counts.per_point.iter().copied()).collect();
                answers.extend(without(counts));
                tell(&item.item, &item.text, one.moment, one.sheets, answers);
            }
        }
        for item in &found.answers {
            let asked = found.asked.item(&item.item);
            let choices = asked.map_or(&[][..], |item| item.format.choices());
            for (one, moment) in item.moments.iter().zip(&found.moments) {
                let counts = &one.answers;
                let keys = choices.iter().map(|choice| choice.key.clone());
                let mut answers: Vec<_> = keys.zip(counts.per_choice.iter().copied()).collect();
                if choices.is_empty() {
                    answers.push(("(answered)".to_owned(), counts.answered));
                }
                let view = CountsView {
                    per_point: Vec::new(),
                    blank: counts.blank,
                    declined: counts.declined,
                    unreadable: counts.unreadable,
                    not_shown: counts.not_shown,
                    no_sheet: counts.no_sheet,
                    median: None,
                };
                answers.extend(without(&view));
                tell(&item.item, &item.text, one.moment, moment.sheets, answers);
            }
        }
    }
    Ok(())
}

/// Those who gave no answer, by the reason. In brackets: no key of a choice can look so.
fn without(counts: &CountsView) -> [(String, u32); 5] {
    [
        ("(blank)", counts.blank),
        ("(declined)", counts.declined),
        ("(unreadable)", counts.unreadable),
        ("(not asked)", counts.not_shown),
        ("(no sheet)", counts.no_sheet),
    ]
    .map(|(why, count)| (why.to_owned(), count))
}

pub(super) fn change_columns() -> Vec<Col> {
    vec![
        text("cohort"),
        text("instrument"),
        text("item"),
        text("item_text"),
        number("median_baseline").of("points"),
        number("median_end").of("points"),
        whole("paired").of("people"),
        whole("unpaired").of("people"),
        whole("up").of("people"),
        whole("down").of("people"),
        whole("same").of("people"),
        number("mean").of("points"),
        number("mean_low").of("points"),
        number("mean_high").of("points"),
        number("g"),
    ]
}

pub(super) fn changes(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    for asked in every_asked(source.r, cohort.id)? {
        let found = counted(source.r, cohort.id, &asked.union.key)?;
        for item in found.statistics.items {
            sheet.push(vec![
                cohort.mark.as_str().into(),
                asked.union.key.as_str().into(),
                item.item.into(),
                item.text.into(),
                item.baseline.median.into(),
                item.end.median.into(),
                item.paired.into(),
                item.unpaired.into(),
                item.up.into(),
                item.down.into(),
                item.same.into(),
                item.mean.into(),
                item.low.into(),
                item.high.into(),
                item.g.into(),
            ]);
        }
    }
    Ok(())
}

//! Skips on paper: when an item is to be answered, and where to go on otherwise, in words.

use nexus_domain::assessments::{Condition, Format, Instrument, Item, LETTERS, Test};
use nexus_report::words::Words;

use crate::Result;

/// What stands before an item that is not asked of everybody; nothing before one that follows its like.
pub(super) fn hint(instrument: &Instrument, at: usize, words: &Words) -> Result<Option<String>> {
    let Some(condition) = instrument.items[at].shown_if.as_ref() else {
        return Ok(None);
    };
    let before = at.checked_sub(1).and_then(|before| instrument.items.get(before));
    if before.and_then(|before| before.shown_if.as_ref()) == Some(condition) {
        return Ok(None);
    }
    let test = said(instrument, condition, words)?;
    let only = words.with("report-form-only-if", &[("test", test.as_str().into())])?;
    let otherwise = match next(instrument, at) {
        Some(next) => words.with(
            "report-form-skip",
            &[("number", (next + 1).to_string().as_str().into())],
        )?,
        None => words.get("report-form-skip-end")?,
    };
    Ok(Some(format!("{only} {otherwise}")))
}

/// The first item behind this one that may be asked although this one is not.
fn next(instrument: &Instrument, at: usize) -> Option<usize> {
    let skipped = instrument.items[at].shown_if.as_ref();
    let mut out: Vec<&str> = vec![&instrument.items[at].key];
    for (later, item) in instrument.items.iter().enumerate().skip(at + 1) {
        let hangs = item.shown_if.as_ref();
        let falls = hangs == skipped || hangs.is_some_and(|one| out.contains(&one.item.as_str()));
        if !falls {
            return Some(later);
        }
        out.push(&item.key);
    }
    None
}

/// A condition in words, with the number of its item on the sheet.
fn said(instrument: &Instrument, condition: &Condition, words: &Words) -> Result<String> {
    let at = instrument
        .items
        .iter()
        .position(|item| item.key == condition.item);
    let item = at.map_or_else(String::new, |at| (at + 1).to_string());
    let about = at.and_then(|at| instrument.items.get(at));
    let answers = |id: &str, codes: &[String]| {
        let named = codes.iter().map(|code| answer(about, code)).collect();
        let answers = either(named, words)?;
        let pairs = [
            ("item", item.as_str().into()),
            ("answers", answers.as_str().into()),
        ];
        words.with(id, &pairs)
    };
    let number = |id: &str, number: &str| {
        let pairs = [("item", item.as_str().into()), ("number", number.into())];
        words.with(id, &pairs)
    };
    Ok(match &condition.test {
        Test::Answered => words.with("report-form-test-answered", &[("item", item.as_str().into())])?,
        Test::Is(codes) => answers("report-form-test-is", codes)?,
        Test::IsNot(codes) => answers("report-form-test-is-not", codes)?,
        Test::AtLeast(least) => number("report-form-test-at-least", least.as_str())?,
        Test::AtMost(most) => number("report-form-test-at-most", most.as_str())?,
    })
}

/// An answer as it is ringed: the letter of a choice with its words, or a point.
fn answer(item: Option<&Item>, code: &str) -> String {
    let choices = item.map_or(&[][..], |item: &Item| match &item.format {
        Format::One(choices) | Format::Several(choices) => choices,
        _ => &[],
    });
    let mut lettered = LETTERS.chars().zip(choices);
    lettered.find(|(_, choice)| choice.key == code).map_or_else(
        || code.to_owned(),
        |(letter, choice)| format!("{letter} ({})", choice.text),
    )
}

/// `a, b or c`.
fn either(mut named: Vec<String>, words: &Words) -> std::result::Result<String, nexus_report::ReportError> {
    let last = named.pop().unwrap_or_default();
    if named.is_empty() {
        return Ok(last);
    }
    let first = named.join(", ");
    words.with(
        "report-form-or",
        &[("first", first.as_str().into()), ("last", last.as_str().into())],
    )
}

//! What is typed, made fit to be stored, or refused with its place and what was expected.

use std::str::FromStr;

use chrono::NaiveDate;
use nexus_domain::people::letters;

use crate::{AppError, Result};

/// The longest line, in characters.
const LINE: usize = 300;
/// The longest text, in characters.
const TEXT: usize = 20_000;

pub(crate) fn invalid(place: &str, field: &str, found: &str, expected: &str) -> AppError {
    AppError::Invalid {
        place: place.to_owned(),
        field: field.to_owned(),
        found: found.chars().take(80).collect(),
        expected: expected.to_owned(),
    }
}

fn within(place: &str, field: &str, text: String, limit: usize) -> Result<String> {
    if text.chars().count() > limit {
        return Err(invalid(
            place,
            field,
            &text,
            &format!("at most {limit} characters"),
        ));
    }
    Ok(text)
}

/// One tidy line; may be empty.
pub(crate) fn line(place: &str, field: &str, value: &str) -> Result<String> {
    within(place, field, letters::tidy(value), LINE)
}

/// Tidy lines; blank ones at both ends are left out.
pub(crate) fn lines(place: &str, field: &str, value: &str) -> Result<String> {
    let tidy: Vec<String> = value.lines().map(letters::tidy).collect();
    within(place, field, tidy.join("\n").trim_matches('\n').to_owned(), TEXT)
}

/// Refuses an empty text.
pub(crate) fn required(place: &str, field: &str, text: String, expected: &str) -> Result<String> {
    if text.is_empty() {
        return Err(invalid(place, field, "", expected));
    }
    Ok(text)
}

/// A day, or none.
pub(crate) fn day_or_none(place: &str, field: &str, value: &str) -> Result<Option<NaiveDate>> {
    let text = value.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|_| invalid(place, field, text, "a day as YYYY-MM-DD"))
}

/// A day that must be given.
pub(crate) fn day(place: &str, field: &str, value: &str) -> Result<NaiveDate> {
    day_or_none(place, field, value)?.ok_or_else(|| invalid(place, field, "", "a day as YYYY-MM-DD"))
}

/// A day that has come; today where none is given.
pub(crate) fn past_day(place: &str, field: &str, value: &str, today: NaiveDate) -> Result<NaiveDate> {
    let day = day_or_none(place, field, value)?.unwrap_or(today);
    if day > today {
        return Err(invalid(
            place,
            field,
            &day.to_string(),
            &format!("a day up to {today}"),
        ));
    }
    Ok(day)
}

/// An id of a record of this kind.
pub(crate) fn id<T: FromStr>(what: &'static str, text: &str) -> Result<T> {
    text.parse().map_err(|_| AppError::NotFound {
        what,
        key: text.to_owned(),
    })
}

/// An id, or nothing for an empty text.
pub(crate) fn id_or_none<T: FromStr>(what: &'static str, text: &str) -> Result<Option<T>> {
    if text.is_empty() {
        return Ok(None);
    }
    id(what, text).map(Some)
}

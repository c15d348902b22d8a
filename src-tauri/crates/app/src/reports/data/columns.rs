//! Columns by their keys, and the words of each.

use chrono::NaiveDate;
use nexus_domain::reports::sheet::{Column, Kind, Sheet, Value};
use nexus_report::words::Words;
use serde::Serialize;

use super::DataKind;
use crate::Result;

/// Columns that name people, or say who somebody is.
pub(super) const NAMES: [&str; 8] = [
    "name",
    "given_name",
    "family_name",
    "email",
    "names",
    "author",
    "witness",
    "sponsor",
];

/// A column without its words. Its key says what its cells mean, wherever it stands.
pub(super) struct Col {
    key: &'static str,
    kind: Kind,
    unit: &'static str,
    values: String,
}

const fn col(key: &'static str, kind: Kind) -> Col {
    Col {
        key,
        kind,
        unit: "",
        values: String::new(),
    }
}

pub(super) fn text(key: &'static str) -> Col {
    col(key, Kind::Text)
}

pub(super) fn whole(key: &'static str) -> Col {
    col(key, Kind::Whole)
}

pub(super) fn number(key: &'static str) -> Col {
    col(key, Kind::Number)
}

pub(super) fn day(key: &'static str) -> Col {
    col(key, Kind::Day)
}

pub(super) fn moment(key: &'static str) -> Col {
    col(key, Kind::Moment)
}

pub(super) fn flag(key: &'static str) -> Col {
    col(key, Kind::Flag)
}

/// A column of words of a list.
pub(super) fn code<T: Serialize>(key: &'static str, list: impl IntoIterator<Item = T>) -> Col {
    let words: Vec<String> = list.into_iter().map(|one| word(&one).text()).collect();
    Col {
        values: words.join("; "),
        ..col(key, Kind::Code)
    }
}

impl Col {
    /// Counted in this.
    pub(super) fn of(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }

    fn worded(self, words: &Words) -> Result<Column> {
        let key = self.key;
        Ok(Column {
            key: key.to_owned(),
            head: words.get(&format!("data-head-{key}"))?,
            meaning: words.get(&format!("data-means-{key}"))?,
            kind: self.kind,
            unit: match self.unit {
                "" => String::new(),
                unit => words.get(&format!("data-unit-{unit}"))?,
            },
            values: self.values,
        })
    }
}

/// Columns with their words.
pub(super) fn worded(columns: Vec<Col>) -> Result<Vec<Column>> {
    let words = Words::english();
    columns.into_iter().map(|one| one.worded(&words)).collect()
}

/// The title of a table.
pub(super) fn title(kind: DataKind) -> Result<String> {
    Ok(Words::english().get(&format!("data-kind-{}", kind.key()))?)
}

/// A table of a kind, without rows.
pub(super) fn empty(kind: DataKind, columns: Vec<Col>) -> Result<Sheet> {
    Ok(Sheet::new(kind.key(), &title(kind)?, worded(columns)?))
}

/// A word of a list, as it crosses to the window.
pub(super) fn word<T: Serialize>(one: &T) -> Value {
    match serde_json::to_value(one) {
        Ok(serde_json::Value::String(word)) => word.into(),
        _ => Value::NONE,
    }
}

/// A day of a view; what is none stays text.
pub(super) fn as_day(text: &str) -> Value {
    match text.parse::<NaiveDate>() {
        Ok(day) => day.into(),
        Err(_) => text.into(),
    }
}

/// A day of a view, if there is one.
pub(super) fn maybe_day(text: Option<&String>) -> Value {
    text.map_or(Value::NONE, |text| as_day(text))
}

/// Several texts in one cell.
pub(super) fn joined<S: AsRef<str>>(texts: impl IntoIterator<Item = S>) -> Value {
    let texts: Vec<String> = texts.into_iter().map(|text| text.as_ref().to_owned()).collect();
    texts.join("; ").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_day_stays_what_it_is() {
        assert_eq!(as_day("2026-02-28"), Value::Day("2026-02-28".parse().unwrap()));
        assert_eq!(as_day("soon"), Value::Text("soon".to_owned()));
        assert_eq!(as_day(""), Value::NONE);
        assert_eq!(maybe_day(None), Value::NONE);
    }
}

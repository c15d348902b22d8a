//! Data for other programs: typed cells under columns that say what they mean. One value, whatever file it goes into.

use chrono::{DateTime, NaiveDate, Utc};

/// What stands in the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words of people.
    Text,
    /// One word, or several, of a list that the column names.
    Code,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// A day.
    Day,
    /// An instant.
    Moment,
    /// Whether something is so.
    Flag,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Text,
        Self::Code,
        Self::Whole,
        Self::Number,
        Self::Day,
        Self::Moment,
        Self::Flag,
    ];

    /// The word by which dictionaries name it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Code => "code",
            Self::Whole => "whole",
            Self::Number => "number",
            Self::Day => "day",
            Self::Moment => "moment",
            Self::Flag => "flag",
        }
    }
}

/// Why a cell holds no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// There is none, or nobody knows it.
    Unknown,
    /// An answer that was left blank.
    Blank,
    /// An answer that somebody preferred not to give.
    Declined,
    /// An item that was not asked.
    NotAsked,
    /// Something stands there that is no answer; the text as found.
    Unreadable(String),
}

impl Missing {
    /// The word by which other programs know it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Blank => "blank",
            Self::Declined => "declined",
            Self::NotAsked => "not_asked",
            Self::Unreadable(_) => "unreadable",
        }
    }

    /// What stands in the cell of a table: nothing, a dash for declined, `~` for not asked, `?` with what was found.
    pub fn mark(&self) -> String {
        match self {
            Self::Unknown | Self::Blank => String::new(),
            Self::Declined => "–".to_owned(),
            Self::NotAsked => "~".to_owned(),
            Self::Unreadable(found) => format!("?{found}"),
        }
    }
}

/// What one cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words, or a code.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
    /// A day.
    Day(NaiveDate),
    /// An instant.
    Moment(DateTime<Utc>),
    /// Whether something is so.
    Flag(bool),
    /// Nothing, and why.
    Missing(Missing),
}

impl Value {
    /// Nothing is there, or known.
    pub const NONE: Self = Self::Missing(Missing::Unknown);

    /// The cell as text: days and instants as ISO 8601 has them, nothing as its [`Missing::mark`].
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Whole(number) => number.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Moment(at) => at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true),
            Self::Flag(so) => so.to_string(),
            Self::Missing(missing) => missing.mark(),
        }
    }
}

impl From<&str> for Value {
    /// Empty words are none.
    fn from(text: &str) -> Self {
        match text {
            "" => Self::NONE,
            text => Self::Text(text.to_owned()),
        }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        match text.is_empty() {
            true => Self::NONE,
            false => Self::Text(text),
        }
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Whole(number)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(so: bool) -> Self {
        Self::Flag(so)
    }
}

impl From<NaiveDate> for Value {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<DateTime<Utc>> for Value {
    fn from(at: DateTime<Utc>) -> Self {
        Self::Moment(at)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::NONE, Into::into)
    }
}

/// A column and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name for programs: small letters, digits and `_`, or the key of an item.
    pub key: String,
    /// Its name for people.
    pub head: String,
    /// What its cells say.
    pub meaning: String,
    /// What they hold.
    pub kind: Kind,
    /// The unit of a number; may be empty.
    pub unit: String,
    /// The words of a list, apart by `; `; may be empty.
    pub values: String,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name for programs.
    pub key: String,
    /// Its name for people.
    pub title: String,
    /// Its columns, each with a key of its own.
    pub columns: Vec<Column>,
    rows: Vec<Vec<Value>>,
}

impl Sheet {
    /// A table without rows.
    pub fn new(key: &str, title: &str, columns: Vec<Column>) -> Self {
        Self {
            key: key.to_owned(),
            title: title.to_owned(),
            columns,
            rows: Vec::new(),
        }
    }

    /// The rows; each has a cell for every column.
    pub fn rows(&self) -> &[Vec<Value>] {
        &self.rows
    }

    /// Adds a row. Cells that it lacks are unknown; it has none too many.
    pub fn push(&mut self, mut row: Vec<Value>) {
        debug_assert!(
            row.len() <= self.columns.len(),
            "{}: a cell without a column",
            self.key
        );
        row.resize(self.columns.len(), Value::NONE);
        self.rows.push(row);
    }

    /// Leaves out the columns of some keys, with their cells.
    pub fn without(mut self, keys: &[&str]) -> Self {
        let stays: Vec<bool> = self
            .columns
            .iter()
            .map(|column| !keys.contains(&column.key.as_str()))
            .collect();
        for row in &mut self.rows {
            let mut stay = stays.iter();
            row.retain(|_| stay.next().is_some_and(|stays| *stays));
        }
        let mut stay = stays.iter();
        self.columns.retain(|_| stay.next().is_some_and(|stays| *stays));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(key: &str) -> Column {
        Column {
            key: key.to_owned(),
            head: key.to_uppercase(),
            meaning: String::new(),
            kind: Kind::Text,
            unit: String::new(),
            values: String::new(),
        }
    }

    #[test]
    fn every_row_has_a_cell_for_every_column_also_when_some_are_left_out() {
        let mut sheet = Sheet::new("people", "People", ["code", "given", "size"].map(column).to_vec());
        sheet.push(vec!["N01".into(), "Ana".into(), 3u32.into()]);
        sheet.push(vec!["N02".into()]);
        assert_eq!(sheet.rows()[1], ["N02".into(), Value::NONE, Value::NONE]);
        let sheet = sheet.without(&["given"]);
        assert_eq!(sheet.columns.len(), 2);
        assert_eq!(sheet.rows()[0], ["N01".into(), Value::Whole(3)]);
        assert_eq!(sheet.rows()[1], ["N02".into(), Value::NONE]);
    }

    #[test]
    fn values_read_as_iso_and_nothing_says_why() {
        let day: NaiveDate = "2027-06-08".parse().unwrap();
        let at = day.and_hms_opt(14, 2, 5).unwrap().and_utc();
        let texts: Vec<String> = [
            Value::from(day),
            at.into(),
            Value::from(0.1),
            true.into(),
            Value::from(""),
            Value::Missing(Missing::Declined),
            Value::Missing(Missing::NotAsked),
            Value::Missing(Missing::Unreadable("7".into())),
        ]
        .iter()
        .map(Value::text)
        .collect();
        assert_eq!(
            texts,
            [
                "2027-06-08",
                "2027-06-08T14:02:05Z",
                "0.1",
                "true",
                "",
                "–",
                "~",
                "?7"
            ]
        );
    }
}

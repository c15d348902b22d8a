//! Fields of a definition and of its parts, as text that is typed and told.

use super::{Head, LONG_TEXT, Part, PartKind, read_condition, write_condition};
use crate::assessments::{Decimal, FormatKind, Kind};
use crate::people::letters::tidy;

/// The longest line, in characters.
pub const LONGEST_LINE: usize = 300;
/// The longest text, in characters.
pub const LONGEST_TEXT: usize = 4_000;

/// A field of what a definition says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum HeadField {
    /// What it is called.
    Title,
    /// What to do, for those who answer.
    Instructions,
    /// The framework that its competencies belong to, as `key@version`.
    Framework,
    /// The lowest and the highest point of its scale, as `1 5`.
    Scale,
    /// The words of the points, one a line.
    Labels,
    /// Under which licence it may be used.
    Licence,
    /// Who made it, and from what.
    Source,
    /// Whether it may only be copied: `true` or `false`.
    Locked,
}

impl HeadField {
    /// Every field, in the order of a page.
    pub const ALL: [Self; 8] = [
        Self::Title,
        Self::Instructions,
        Self::Framework,
        Self::Scale,
        Self::Labels,
        Self::Licence,
        Self::Source,
        Self::Locked,
    ];

    /// The word for it in messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Instructions => "instructions",
            Self::Framework => "framework",
            Self::Scale => "scale",
            Self::Labels => "labels",
            Self::Licence => "licence",
            Self::Source => "source",
            Self::Locked => "locked",
        }
    }
}

/// A field of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum PartField {
    /// The statement of an item, the name of a competency, the words of a choice.
    Text,
    /// The text below a section's name; what a competency means.
    Words,
    /// The competency that an item is about, by key.
    About,
    /// What an item measures.
    Measures,
    /// How an item is answered.
    Format,
    /// The lowest and the highest point of an item's own scale as `1 4`, or nothing for the scale of the instrument.
    Scale,
    /// The words of its own scale, one a line.
    Labels,
    /// The least number that may stand here.
    Low,
    /// The greatest.
    High,
    /// What is counted.
    Unit,
    /// When it is asked, as its line.
    ShownIf,
    /// Levels that a context is about, one a line.
    Levels,
    /// Sectors that a context is about, one a line.
    Sectors,
}

impl PartField {
    /// Every field, in the order of a page.
    pub const ALL: [Self; 13] = [
        Self::Text,
        Self::Words,
        Self::About,
        Self::Measures,
        Self::Format,
        Self::Scale,
        Self::Labels,
        Self::Low,
        Self::High,
        Self::Unit,
        Self::ShownIf,
        Self::Levels,
        Self::Sectors,
    ];

    /// The word for it in messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Words => "words",
            Self::About => "competency",
            Self::Measures => "measures",
            Self::Format => "format",
            Self::Scale => "scale",
            Self::Labels => "labels",
            Self::Low => "low",
            Self::High => "high",
            Self::Unit => "unit",
            Self::ShownIf => "shown-if",
            Self::Levels => "levels",
            Self::Sectors => "sectors",
        }
    }
}

/// A value that a field cannot hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadValue {
    /// The word of the field.
    pub field: &'static str,
    /// What was found, cut to what helps.
    pub found: String,
    /// What may stand there.
    pub expected: String,
}

fn bad(field: &'static str, found: &str, expected: impl Into<String>) -> BadValue {
    BadValue {
        field,
        found: found.chars().take(80).collect(),
        expected: expected.into(),
    }
}

fn within(field: &'static str, text: String, limit: usize) -> Result<String, BadValue> {
    if text.chars().count() > limit {
        return Err(bad(field, &text, format!("at most {limit} characters")));
    }
    Ok(text)
}

fn line(field: &'static str, value: &str) -> Result<String, BadValue> {
    within(field, tidy(value), LONGEST_LINE)
}

fn lines(field: &'static str, value: &str) -> Result<String, BadValue> {
    let tidy: Vec<String> = value.lines().map(tidy).collect();
    within(field, tidy.join("\n").trim_matches('\n').to_owned(), LONGEST_TEXT)
}

/// Lines without blank ones and without the same one twice.
fn list(field: &'static str, value: &str) -> Result<String, BadValue> {
    let mut found: Vec<String> = Vec::new();
    for one in value.lines() {
        let one = line(field, one)?;
        if !one.is_empty() && !found.contains(&one) {
            found.push(one);
        }
    }
    within(field, found.join("\n"), LONGEST_TEXT)
}

/// The words of points, one a line; a blank line in between is kept, since each line is a point.
fn labels(field: &'static str, value: &str) -> Result<String, BadValue> {
    lines(field, value)
}

/// Two points of one key each.
fn scale(field: &'static str, value: &str) -> Result<(u8, u8), BadValue> {
    let mut points = value.split_whitespace().map(str::parse::<u8>);
    match (points.next(), points.next(), points.next()) {
        (Some(Ok(low)), Some(Ok(high)), None) if low >= 1 && low < high && high <= 9 => Ok((low, high)),
        _ => Err(bad(
            field,
            value.trim(),
            "two points between 1 and 9, the lower first",
        )),
    }
}

fn flag(field: &'static str, value: &str) -> Result<bool, BadValue> {
    match value.trim() {
        "true" => Ok(true),
        "false" | "" => Ok(false),
        other => Err(bad(field, other, "true or false")),
    }
}

impl Head {
    /// What a field holds.
    pub fn value(&self, field: HeadField) -> String {
        match field {
            HeadField::Title => self.title.clone(),
            HeadField::Instructions => self.instructions.clone(),
            HeadField::Framework => {
                let framework = self.framework.as_ref();
                framework.map_or_else(String::new, |(key, version)| format!("{key}@{version}"))
            }
            HeadField::Scale => format!("{} {}", self.low, self.high),
            HeadField::Labels => self.labels.join("\n"),
            HeadField::Licence => self.licence.clone(),
            HeadField::Source => self.source.clone(),
            HeadField::Locked => self.locked.to_string(),
        }
    }

    /// Writes a field as it was typed.
    ///
    /// # Errors
    /// [`BadValue`]; everything stays as it was.
    pub fn set(&mut self, field: HeadField, value: &str) -> Result<(), BadValue> {
        let key = field.key();
        match field {
            HeadField::Title => self.title = line(key, value)?,
            HeadField::Instructions => self.instructions = lines(key, value)?,
            HeadField::Framework if value.trim().is_empty() => self.framework = None,
            HeadField::Framework => {
                let read = value.trim().rsplit_once('@');
                let read = read.and_then(|(name, version)| Some((name.to_owned(), version.parse().ok()?)));
                self.framework = Some(read.ok_or_else(|| bad(key, value, "key@version"))?);
            }
            HeadField::Scale => (self.low, self.high) = scale(key, value)?,
            HeadField::Labels => self.labels = labels(key, value)?.lines().map(str::to_owned).collect(),
            HeadField::Licence => self.licence = line(key, value)?,
            HeadField::Source => self.source = lines(key, value)?,
            HeadField::Locked => self.locked = flag(key, value)?,
        }
        Ok(())
    }
}

impl Part {
    /// What a field holds.
    pub fn value(&self, field: PartField) -> String {
        let own = self.format != FormatKind::Number.key();
        match field {
            PartField::Text => self.text.clone(),
            PartField::Words => self.words.clone(),
            PartField::About => self.about.clone(),
            PartField::Measures => self.measures.clone(),
            PartField::Format => self.format.clone(),
            PartField::Scale if own && !self.low.is_empty() => format!("{} {}", self.low, self.high),
            PartField::Low if !own => self.low.clone(),
            PartField::High if !own => self.high.clone(),
            PartField::Scale | PartField::Low | PartField::High => String::new(),
            PartField::Labels => self.labels.clone(),
            PartField::Unit => self.unit.clone(),
            PartField::ShownIf => self.shown_if.clone(),
            PartField::Levels => self.levels.clone(),
            PartField::Sectors => self.sectors.clone(),
        }
    }

    /// Writes a field as it was typed. Another format takes what only the one before it had.
    ///
    /// # Errors
    /// [`BadValue`]; everything stays as it was.
    pub fn set(&mut self, field: PartField, value: &str) -> Result<(), BadValue> {
        let key = field.key();
        match field {
            PartField::Text if matches!(self.kind, PartKind::Item | PartKind::Anchor) => {
                self.text = lines(key, value)?;
            }
            PartField::Text => self.text = line(key, value)?,
            PartField::Words => self.words = lines(key, value)?,
            PartField::About => self.about = line(key, value)?,
            PartField::Measures => {
                let kind = Kind::from_key(value.trim());
                let expected = "reaction, learning, behaviour or results";
                self.measures = kind.ok_or_else(|| bad(key, value, expected))?.key().to_owned();
            }
            PartField::Format => {
                let value = value.trim();
                if value != LONG_TEXT && FormatKind::from_key(value).is_none() {
                    return Err(bad(key, value, "rating, one, several, number, text or long-text"));
                }
                if value != self.format {
                    for cell in [&mut self.low, &mut self.high, &mut self.labels, &mut self.unit] {
                        cell.clear();
                    }
                    self.format = value.to_owned();
                }
            }
            PartField::Scale if value.trim().is_empty() => {
                for cell in [&mut self.low, &mut self.high, &mut self.labels] {
                    cell.clear();
                }
            }
            PartField::Scale => {
                let (low, high) = scale(key, value)?;
                (self.low, self.high) = (low.to_string(), high.to_string());
            }
            PartField::Labels => self.labels = labels(key, value)?,
            PartField::Low => self.low = number(key, value)?,
            PartField::High => self.high = number(key, value)?,
            PartField::Unit => self.unit = line(key, value)?,
            PartField::ShownIf => {
                let read = read_condition(value);
                if read.is_none() && !value.trim().is_empty() {
                    return Err(bad(key, value, "an earlier item and what is answered there"));
                }
                self.shown_if = read.as_ref().map(write_condition).unwrap_or_default();
            }
            PartField::Levels => self.levels = list(key, value)?,
            PartField::Sectors => self.sectors = list(key, value)?,
        }
        Ok(())
    }
}

fn number(field: &'static str, value: &str) -> Result<String, BadValue> {
    if value.trim().is_empty() {
        return Ok(String::new());
    }
    let read =
        Decimal::read(value).ok_or_else(|| bad(field, value.trim(), "a number of at most 15 digits"))?;
    Ok(read.to_string())
}

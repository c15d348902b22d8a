//! The file of an instrument.

use nexus_domain::assessments::{
    Choice, Condition, Decimal, Format, FormatKind, Instrument, Item, Kind, Scale, Section, Test,
};
use serde::{Deserialize, Serialize};

use super::{InstrumentError, schema, word};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct InstrumentFile {
    schema: u32,
    id: String,
    version: u32,
    title: String,
    locked: bool,
    licence: String,
    source: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    instructions: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    framework: Option<VersionFile>,
    scale: ScaleFile,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sections: Vec<SectionFile>,
    items: Vec<ItemFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct VersionFile {
    id: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScaleFile {
    low: u8,
    high: u8,
    #[serde(default)]
    labels: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionFile {
    id: String,
    title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    text: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemFile {
    id: String,
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    competency: Option<String>,
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    section: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    format: Option<FormatFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shown_if: Option<ConditionFile>,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct FormatFile {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scale: Option<ScaleFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<ChoiceFile>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    low: Option<Figure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    high: Option<Figure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    long: Option<bool>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChoiceFile {
    id: String,
    text: String,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct ConditionFile {
    item: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answered: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    is: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    is_not: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_least: Option<Figure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_most: Option<Figure>,
}

/// A number as JSON has it; a decimal of 15 digits is not rounded on the way.
#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(transparent)]
struct Figure(f64);

impl Figure {
    fn of(number: &Decimal) -> Self {
        Self(number.value())
    }

    fn read(self, field: &str) -> Result<Decimal, InstrumentError> {
        let text = self.0.to_string();
        Decimal::read(&text).ok_or_else(|| word(field.to_owned(), "a number of at most 15 digits", &text))
    }
}

/// Reads a file of an instrument.
///
/// # Errors
/// [`InstrumentError`] naming the place.
pub fn instrument(text: &str) -> Result<Instrument, InstrumentError> {
    schema(text)?;
    let file: InstrumentFile = serde_json::from_str(text)?;
    let mut items = Vec::with_capacity(file.items.len());
    for item in file.items {
        let expected = "reaction, learning, behaviour or results";
        let kind = Kind::from_key(&item.kind)
            .ok_or_else(|| word(format!("{}, kind", item.id), expected, &item.kind))?;
        let format = item.format.map(|format| format.read(&item.id)).transpose()?;
        let shown_if = item.shown_if.map(|one| one.read(&item.id)).transpose()?;
        items.push(Item {
            key: item.id,
            text: item.text,
            competency: item.competency,
            kind,
            section: item.section,
            format: format.unwrap_or(Format::Rating(None)),
            shown_if,
        });
    }
    let sections = file.sections.into_iter().map(|section| Section {
        key: section.id,
        title: section.title,
        text: section.text,
    });
    let instrument = Instrument {
        key: file.id,
        version: file.version,
        title: file.title,
        locked: file.locked,
        licence: file.licence,
        source: file.source,
        instructions: file.instructions,
        framework: file.framework.map(|framework| (framework.id, framework.version)),
        scale: file.scale.read(),
        sections: sections.collect(),
        items,
    };
    instrument.check()?;
    Ok(instrument)
}

/// Writes an instrument as a file.
///
/// # Errors
/// None that an instrument could cause.
pub fn write_instrument(instrument: &Instrument) -> Result<String, InstrumentError> {
    let item = |one: &Item| ItemFile {
        id: one.key.clone(),
        text: one.text.clone(),
        competency: one.competency.clone(),
        kind: one.kind.key().to_owned(),
        section: one.section.clone(),
        format: match &one.format {
            Format::Rating(None) => None,
            format => Some(FormatFile::of(format)),
        },
        shown_if: one.shown_if.as_ref().map(ConditionFile::of),
    };
    let section = |one: &Section| SectionFile {
        id: one.key.clone(),
        title: one.title.clone(),
        text: one.text.clone(),
    };
    let file = InstrumentFile {
        schema: 1,
        id: instrument.key.clone(),
        version: instrument.version,
        title: instrument.title.clone(),
        locked: instrument.locked,
        licence: instrument.licence.clone(),
        source: instrument.source.clone(),
        instructions: instrument.instructions.clone(),
        framework: instrument.framework.as_ref().map(|(id, version)| VersionFile {
            id: id.clone(),
            version: *version,
        }),
        scale: ScaleFile::of(&instrument.scale),
        sections: instrument.sections.iter().map(section).collect(),
        items: instrument.items.iter().map(item).collect(),
    };
    Ok(serde_json::to_string_pretty(&file)? + "\n")
}

/// Writes a format by itself, as it stands at an item: the detail of a draft.
///
/// # Errors
/// None that a format could cause.
pub fn format_json(format: &Format) -> Result<String, InstrumentError> {
    Ok(serde_json::to_string(&FormatFile::of(format))?)
}

/// Reads a format by itself; `item` names it in an error.
///
/// # Errors
/// [`InstrumentError`] naming the place.
pub fn read_format(text: &str, item: &str) -> Result<Format, InstrumentError> {
    serde_json::from_str::<FormatFile>(text)?.read(item)
}

/// Writes a condition by itself, as it stands at an item.
///
/// # Errors
/// None that a condition could cause.
pub fn write_condition(condition: &Condition) -> Result<String, InstrumentError> {
    Ok(serde_json::to_string(&ConditionFile::of(condition))?)
}

/// Reads a condition by itself; `item` names the item it belongs to in an error.
///
/// # Errors
/// [`InstrumentError`] naming the place.
pub fn read_condition(text: &str, item: &str) -> Result<Condition, InstrumentError> {
    serde_json::from_str::<ConditionFile>(text)?.read(item)
}

impl ScaleFile {
    fn of(scale: &Scale) -> Self {
        Self {
            low: scale.low,
            high: scale.high,
            labels: scale.labels.clone(),
        }
    }

    fn read(self) -> Scale {
        Scale {
            low: self.low,
            high: self.high,
            labels: self.labels,
        }
    }
}

impl FormatFile {
    fn of(format: &Format) -> Self {
        let choices = |choices: &[Choice]| {
            let choice = |one: &Choice| ChoiceFile {
                id: one.key.clone(),
                text: one.text.clone(),
            };
            Some(choices.iter().map(choice).collect())
        };
        let mut file = Self {
            kind: format.kind().key().to_owned(),
            ..Self::default()
        };
        match format {
            Format::Rating(scale) => file.scale = scale.as_ref().map(ScaleFile::of),
            Format::One(all) | Format::Several(all) => file.choices = choices(all),
            Format::Number { low, high, unit } => {
                file.low = low.as_ref().map(Figure::of);
                file.high = high.as_ref().map(Figure::of);
                file.unit = Some(unit.clone()).filter(|unit| !unit.is_empty());
            }
            Format::Text { long } => file.long = long.then_some(true),
        }
        file
    }

    fn read(self, item: &str) -> Result<Format, InstrumentError> {
        let field = format!("{item}, format");
        let kind = FormatKind::from_key(&self.kind)
            .ok_or_else(|| word(field.clone(), "rating, one, several, number or text", &self.kind))?;
        let numeric = self.low.is_some() || self.high.is_some() || self.unit.is_some();
        for (there, own, name) in [
            (self.scale.is_some(), kind == FormatKind::Rating, "scale"),
            (
                self.choices.is_some(),
                matches!(kind, FormatKind::One | FormatKind::Several),
                "choices",
            ),
            (numeric, kind == FormatKind::Number, "low, high or unit"),
            (self.long.is_some(), kind == FormatKind::Text, "long"),
        ] {
            if there && !own {
                return Err(word(field, &format!("fields of {}", kind.key()), name));
            }
        }
        let choices = self.choices.unwrap_or_default().into_iter().map(|choice| Choice {
            key: choice.id,
            text: choice.text,
        });
        let number = |figure: Option<Figure>| figure.map(|figure| figure.read(&field)).transpose();
        Ok(match kind {
            FormatKind::Rating => Format::Rating(self.scale.map(ScaleFile::read)),
            FormatKind::One => Format::One(choices.collect()),
            FormatKind::Several => Format::Several(choices.collect()),
            FormatKind::Number => Format::Number {
                low: number(self.low)?,
                high: number(self.high)?,
                unit: self.unit.unwrap_or_default(),
            },
            FormatKind::Text => Format::Text {
                long: self.long.unwrap_or(false),
            },
        })
    }
}

impl ConditionFile {
    fn of(condition: &Condition) -> Self {
        let mut file = Self {
            item: condition.item.clone(),
            ..Self::default()
        };
        match &condition.test {
            Test::Answered => file.answered = Some(true),
            Test::Is(codes) => file.is = Some(codes.clone()),
            Test::IsNot(codes) => file.is_not = Some(codes.clone()),
            Test::AtLeast(number) => file.at_least = Some(Figure::of(number)),
            Test::AtMost(number) => file.at_most = Some(Figure::of(number)),
        }
        file
    }

    fn read(self, item: &str) -> Result<Condition, InstrumentError> {
        let field = format!("{item}, shown_if");
        let mut tests = Vec::new();
        tests.extend(self.answered.filter(|answered| *answered).map(|_| Test::Answered));
        tests.extend(self.is.map(Test::Is));
        tests.extend(self.is_not.map(Test::IsNot));
        if let Some(figure) = self.at_least {
            tests.push(Test::AtLeast(figure.read(&field)?));
        }
        if let Some(figure) = self.at_most {
            tests.push(Test::AtMost(figure.read(&field)?));
        }
        let found = tests.len();
        match tests.pop() {
            Some(test) if found == 1 => Ok(Condition {
                item: self.item,
                test,
            }),
            _ => {
                let expected = "one of answered, is, is_not, at_least and at_most";
                Err(word(field, expected, &found.to_string()))
            }
        }
    }
}

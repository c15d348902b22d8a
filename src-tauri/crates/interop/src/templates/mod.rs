//! Templates of reports: what a funder wants to read, in which order. Files read and written, and those that ship.
//!
//! A file is JSON with `"schema": 1`, at most 256 kB of UTF-8. Unknown fields are refused, so that a misspelt limit is
//! not lost. What is written reads back as it was.

#[cfg(test)]
mod tests;

use nexus_domain::reports::template::{Ask, BadTemplate, Part, Section, Template};
use serde::{Deserialize, Serialize};

/// Largest file that is read, in bytes.
pub const LARGEST: usize = 256 * 1024;

/// A file that holds no usable template.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// Not the JSON that was expected; the message names line and column.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// Another format.
    #[error("schema: expected 1, found {found}")]
    Schema {
        /// The number found.
        found: u32,
    },
    /// A part that there is not.
    #[error("section {at}: expected one of {}, found {found:?}", parts())]
    Part {
        /// Which section, from 1.
        at: usize,
        /// The word found.
        found: String,
    },
    /// No report can be made with it.
    #[error(transparent)]
    Bad(#[from] BadTemplate),
    /// Too large to be read.
    #[error("expected a file of at most 256 kB, found {found} bytes")]
    Large {
        /// Its size.
        found: usize,
    },
    /// Bytes that are no text.
    #[error("expected UTF-8, found other bytes at byte {at}")]
    Text {
        /// The first of them, from 0.
        at: usize,
    },
}

fn parts() -> String {
    Part::ALL.map(Part::key).join(", ")
}

#[derive(Deserialize)]
struct Head {
    schema: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: u32,
    key: String,
    name: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    award_on_pages: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pages: Option<u32>,
    sections: Vec<FileSection>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSection {
    key: String,
    heading: String,
    #[serde(default = "words", skip_serializing_if = "is_words")]
    part: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ask: Option<FileAsk>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileAsk {
    hint: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<u32>,
    #[serde(default)]
    needed: bool,
}

fn words() -> String {
    Part::Words.key().to_owned()
}

fn is_words(part: &str) -> bool {
    part == Part::Words.key()
}

/// A template from the bytes of a file.
///
/// # Errors
/// [`TemplateError`].
pub fn template(bytes: &[u8]) -> Result<Template, TemplateError> {
    if bytes.len() > LARGEST {
        return Err(TemplateError::Large { found: bytes.len() });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| TemplateError::Text {
        at: error.valid_up_to(),
    })?;
    match serde_json::from_str::<Head>(text)?.schema {
        1 => {}
        found => return Err(TemplateError::Schema { found }),
    }
    let file: File = serde_json::from_str(text)?;
    let sections = file.sections.into_iter().zip(1..).map(|(section, at)| {
        Ok(Section {
            part: Part::from_key(&section.part).ok_or_else(|| TemplateError::Part {
                at,
                found: section.part.chars().take(60).collect(),
            })?,
            key: section.key,
            heading: section.heading,
            ask: section.ask.map(|ask| Ask {
                hint: ask.hint,
                words: ask.words,
                needed: ask.needed,
            }),
        })
    });
    let template = Template {
        sections: sections.collect::<Result<_, TemplateError>>()?,
        key: file.key,
        name: file.name,
        source: file.source,
        award_on_pages: file.award_on_pages,
        pages: file.pages,
    };
    template.check()?;
    Ok(template)
}

/// The file of a template.
///
/// # Errors
/// None in practice: text and numbers can always be written.
pub fn write_template(template: &Template) -> Result<String, TemplateError> {
    let sections = template.sections.iter().map(|section| FileSection {
        key: section.key.clone(),
        heading: section.heading.clone(),
        part: section.part.key().to_owned(),
        ask: section.ask.as_ref().map(|ask| FileAsk {
            hint: ask.hint.clone(),
            words: ask.words,
            needed: ask.needed,
        }),
    });
    let file = File {
        schema: 1,
        key: template.key.clone(),
        name: template.name.clone(),
        source: template.source.clone(),
        award_on_pages: template.award_on_pages,
        pages: template.pages,
        sections: sections.collect(),
    };
    Ok(serde_json::to_string_pretty(&file)? + "\n")
}

/// The templates that ship with the program, the first for whoever chose none.
///
/// # Errors
/// None that a test would not find: the files are part of the program.
pub fn shipped() -> Result<Vec<Template>, TemplateError> {
    [
        include_str!("../../../../../assets/reports/plain.json"),
        include_str!("../../../../../assets/reports/imls.json"),
        include_str!("../../../../../assets/reports/lsta.json"),
    ]
    .into_iter()
    .map(|text| template(text.as_bytes()))
    .collect()
}

/// The order of a cohort report, which is the facility's own.
///
/// # Errors
/// As [`shipped`].
pub fn of_cohort() -> Result<Template, TemplateError> {
    template(include_bytes!("../../../../../assets/reports/cohort.json"))
}

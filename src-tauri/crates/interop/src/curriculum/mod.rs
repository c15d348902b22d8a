//! The curriculum as one file: JSON with `"format": "nexus-curriculum"` and a version, each module with its id, its
//! published versions and its draft.
//!
//! A file is taken whole or refused with the place and what was expected. Unknown fields are refused, so that a misspelt
//! one is not lost. A published version may carry its id, which follows from its text: a text that was changed after it
//! was published is noticed.

mod file;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use nexus_domain::curriculum::{Carried, CarriedDraft, ModuleField, ModuleText, ModuleVersion};
use nexus_domain::ids::{ModuleId, ModuleVersionId};

use file::{DraftFile, File, Head, ModuleFile, TextFile, VersionFile};

/// What the field `format` says.
pub const FORMAT: &str = "nexus-curriculum";
/// The latest version of the format that this program reads; it writes this one.
pub const VERSION: u32 = 1;
/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 32_000_000;

/// Why a file was refused. Nothing of it was used.
#[derive(Debug, thiserror::Error)]
pub enum CurriculumError {
    /// Nothing is in it.
    #[error("the file is empty; expected JSON that begins with {{\"format\": \"{FORMAT}\"")]
    Empty,
    /// The bytes are no text.
    #[error("byte {at} is no text; expected JSON in UTF-8")]
    NotText {
        /// The first such byte, from 1.
        at: usize,
    },
    /// Not the JSON that was expected; the message names line and column.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// A file of something else.
    #[error("format: expected {FORMAT:?}, found {found:?}")]
    WrongKind {
        /// What it says it is.
        found: String,
    },
    /// A file of a later version of the program.
    #[error("version: the file has version {found} of the format, this program knows up to {VERSION}")]
    Newer {
        /// The version found.
        found: u32,
    },
    /// A value that cannot stand where it stands.
    #[error("{place}, {field}: expected {expected}, found {found:?}")]
    Value {
        /// Where: module and version, counted from 1.
        place: String,
        /// The field.
        field: &'static str,
        /// What may stand there.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// Two of a kind that there can be one of.
    #[error("{place}, {field}: {found} stands here twice, first in {first}")]
    Twice {
        /// Where the second stands.
        place: String,
        /// The field.
        field: &'static str,
        /// What stands twice.
        found: String,
        /// Where the first stands.
        first: String,
    },
}

impl CurriculumError {
    /// A word for the reason.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotText { .. } => "not-text",
            Self::Json(_) | Self::Value { .. } => "damaged",
            Self::WrongKind { .. } => "wrong-kind",
            Self::Newer { .. } => "newer",
            Self::Twice { .. } => "twice",
        }
    }
}

type Result<T> = std::result::Result<T, CurriculumError>;

/// The modules as the text of a file, in the order given.
///
/// # Errors
/// None that modules of the domain bring about.
pub fn write(modules: &[Carried]) -> Result<String> {
    let file = File {
        format: FORMAT.to_owned(),
        version: VERSION,
        modules: modules.iter().map(module_file).collect(),
    };
    let mut text = serde_json::to_string_pretty(&file)?;
    text.push('\n');
    Ok(text)
}

/// The modules of a file.
///
/// # Errors
/// [`CurriculumError`] naming the place.
pub fn read(bytes: &[u8]) -> Result<Vec<Carried>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| CurriculumError::NotText {
        at: error.valid_up_to() + 1,
    })?;
    if text.trim().is_empty() {
        return Err(CurriculumError::Empty);
    }
    let head: Head = serde_json::from_str(text)?;
    if head.format != FORMAT {
        return Err(CurriculumError::WrongKind {
            found: short(&head.format),
        });
    }
    if head.version > VERSION {
        return Err(CurriculumError::Newer { found: head.version });
    }
    if head.version == 0 {
        return Err(value("file", "version", format!("1 to {VERSION}"), "0"));
    }
    let file: File = serde_json::from_str(text)?;
    let mut modules = Vec::with_capacity(file.modules.len());
    let mut seen: BTreeMap<ModuleId, String> = BTreeMap::new();
    for (at, module) in file.modules.into_iter().enumerate() {
        let module = carried(&format!("module {}", at + 1), module)?;
        let place = format!("module {} “{}”", at + 1, short(module.title()));
        if let Some(first) = seen.insert(module.id, place.clone()) {
            return Err(CurriculumError::Twice {
                place,
                field: "id",
                found: module.id.to_string(),
                first,
            });
        }
        modules.push(module);
    }
    Ok(modules)
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

fn value(place: &str, field: &'static str, expected: impl Into<String>, found: &str) -> CurriculumError {
    CurriculumError::Value {
        place: place.to_owned(),
        field,
        expected: expected.into(),
        found: short(found),
    }
}

fn carried(place: &str, file: ModuleFile) -> Result<Carried> {
    let expected = "an id of 32 hexadecimal digits";
    let id: ModuleId = file
        .id
        .parse()
        .map_err(|_| value(place, "id", expected, &file.id))?;
    let mut versions: Vec<ModuleVersion> = Vec::with_capacity(file.versions.len());
    let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
    for (at, one) in file.versions.into_iter().enumerate() {
        let here = format!("{place}, version {}", at + 1);
        let version = version(&here, id, one)?;
        if let Some(first) = seen.insert(version.number, at + 1) {
            return Err(CurriculumError::Twice {
                place: here,
                field: "number",
                found: version.number.to_string(),
                first: format!("{place}, version {first}"),
            });
        }
        versions.push(version);
    }
    versions.sort_by_key(|version| version.number);
    let draft = file.draft.map(|draft| carried_draft(place, draft)).transpose()?;
    if versions.is_empty() && draft.is_none() {
        return Err(value(
            place,
            "versions",
            "a published version or a draft",
            "neither",
        ));
    }
    Ok(Carried { id, versions, draft })
}

fn version(place: &str, module: ModuleId, file: VersionFile) -> Result<ModuleVersion> {
    if file.number == 0 {
        return Err(value(place, "number", "1 or more", "0"));
    }
    let published: NaiveDate = file
        .published
        .parse()
        .map_err(|_| value(place, "published", "a day as YYYY-MM-DD", &file.published))?;
    let text = text(place, file.text)?;
    if let Some(field) = text.missing().first() {
        let expected = "what a published version must say";
        return Err(value(place, field.key(), expected, ""));
    }
    let version = ModuleVersion::new(module, file.number, published, text);
    match file.id {
        Some(id) if id.parse::<ModuleVersionId>() != Ok(version.id) => {
            let expected = format!(
                "{}, which follows from the text (it was changed after it was published)",
                version.id
            );
            Err(value(place, "id", expected, &id))
        }
        _ => Ok(version),
    }
}

fn carried_draft(place: &str, file: DraftFile) -> Result<CarriedDraft> {
    let place = format!("{place}, draft");
    let expected = "the id of a version";
    let base = file
        .from
        .map(|id| id.parse().map_err(|_| value(&place, "from", expected, &id)));
    let text = text(&place, file.text)?;
    if text.title.is_empty() {
        return Err(value(&place, "title", "a title", ""));
    }
    Ok(CarriedDraft {
        base: base.transpose()?,
        text,
    })
}

fn text(place: &str, file: TextFile) -> Result<ModuleText> {
    let mut text = ModuleText::default();
    let minutes = file
        .minutes
        .map_or_else(String::new, |minutes| minutes.to_string());
    let competencies = file.competencies.join("\n");
    for (field, given) in [
        (ModuleField::Title, &file.title),
        (ModuleField::Purpose, &file.purpose),
        (ModuleField::Minutes, &minutes),
        (ModuleField::Competencies, &competencies),
        (ModuleField::Materials, &file.materials),
        (ModuleField::Notes, &file.notes),
        (ModuleField::Application, &file.application),
        (ModuleField::Licence, &file.licence),
        (ModuleField::Source, &file.source),
    ] {
        text.set(field, given)
            .map_err(|bad| value(place, bad.field.key(), bad.expected, &bad.found))?;
    }
    Ok(text)
}

fn module_file(module: &Carried) -> ModuleFile {
    ModuleFile {
        id: module.id.to_string(),
        versions: module.versions.iter().map(version_file).collect(),
        draft: module.draft.as_ref().map(|draft| DraftFile {
            from: draft.base.map(|id| id.to_string()),
            text: text_file(&draft.text),
        }),
    }
}

fn version_file(version: &ModuleVersion) -> VersionFile {
    VersionFile {
        id: Some(version.id.to_string()),
        number: version.number,
        published: version.published.to_string(),
        text: text_file(&version.text),
    }
}

fn text_file(text: &ModuleText) -> TextFile {
    TextFile {
        title: text.title.clone(),
        purpose: text.purpose.clone(),
        minutes: text.minutes.map(i64::from),
        competencies: text.competencies.clone(),
        materials: text.materials.clone(),
        notes: text.notes.clone(),
        application: text.application.clone(),
        licence: text.licence.clone(),
        source: text.source.clone(),
    }
}

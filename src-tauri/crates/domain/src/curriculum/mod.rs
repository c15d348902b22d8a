//! The curriculum that a coalition keeps: modules with a draft, and published versions that never change.
//!
//! A [`Module`] has at most one draft. Publishing freezes its text as a numbered [`ModuleVersion`]; the next draft
//! begins from a version. Two texts can bear one number when two facilities published apart: [`standings`] shows
//! that until somebody chooses. [`take_in`] says what a module that came as a file changes here.

mod difference;
mod life;
mod taking_in;

pub use difference::{DiffLine, DiffPiece, difference};
pub use life::{VersionState, current, next_number, standings};
pub use taking_in::{Carried, CarriedDraft, Here, Taken, take_in};

use chrono::NaiveDate;

use crate::ids::{ModuleId, ModuleVersionId, derived};
use crate::people::letters::tidy;

/// The longest line of a module, in characters.
pub const LONGEST_LINE: usize = 300;
/// The longest text of a module, in characters.
pub const LONGEST_TEXT: usize = 20_000;
/// The longest module, in minutes.
pub const LONGEST_MODULE: u32 = 24 * 60;
/// The most competencies that a module works on.
pub const MOST_COMPETENCIES: usize = 30;

/// A field of a module's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum ModuleField {
    /// What it is called.
    Title,
    /// What people can do after it.
    Purpose,
    /// How long it takes.
    Minutes,
    /// Competencies that it works on, one a line.
    Competencies,
    /// What has to be in the room.
    Materials,
    /// What the facilitator says and does.
    Notes,
    /// How it is used in the participants' projects.
    Application,
    /// Under which licence it may be used.
    Licence,
    /// Who made it, and from what.
    Source,
}

impl ModuleField {
    /// Every field, in the order of a page.
    pub const ALL: [Self; 9] = [
        Self::Title,
        Self::Purpose,
        Self::Minutes,
        Self::Competencies,
        Self::Materials,
        Self::Notes,
        Self::Application,
        Self::Licence,
        Self::Source,
    ];

    /// The word for it in files and messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Purpose => "purpose",
            Self::Minutes => "minutes",
            Self::Competencies => "competencies",
            Self::Materials => "materials",
            Self::Notes => "notes",
            Self::Application => "application",
            Self::Licence => "licence",
            Self::Source => "source",
        }
    }
}

/// What a module says. Empty text means not written yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ModuleText {
    /// What it is called.
    pub title: String,
    /// What people can do after it.
    pub purpose: String,
    /// How long it takes.
    pub minutes: Option<u32>,
    /// Names of the competencies that it works on.
    pub competencies: Vec<String>,
    /// What has to be in the room.
    pub materials: String,
    /// What the facilitator says and does.
    pub notes: String,
    /// How it is used in the participants' projects.
    pub application: String,
    /// Under which licence it may be used.
    pub licence: String,
    /// Who made it, and from what.
    pub source: String,
}

/// A value that a field cannot hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadField {
    /// The field.
    pub field: ModuleField,
    /// What was found, cut to what helps.
    pub found: String,
    /// What may stand there.
    pub expected: String,
}

impl ModuleText {
    /// What a field holds: minutes as digits, competencies one a line.
    pub fn value(&self, field: ModuleField) -> String {
        match field {
            ModuleField::Title => self.title.clone(),
            ModuleField::Purpose => self.purpose.clone(),
            ModuleField::Minutes => self
                .minutes
                .map_or_else(String::new, |minutes| minutes.to_string()),
            ModuleField::Competencies => self.competencies.join("\n"),
            ModuleField::Materials => self.materials.clone(),
            ModuleField::Notes => self.notes.clone(),
            ModuleField::Application => self.application.clone(),
            ModuleField::Licence => self.licence.clone(),
            ModuleField::Source => self.source.clone(),
        }
    }

    /// Writes a field as it was typed.
    ///
    /// # Errors
    /// [`BadField`]; the text stays as it was.
    pub fn set(&mut self, field: ModuleField, value: &str) -> Result<(), BadField> {
        match field {
            ModuleField::Title => self.title = line(field, value)?,
            ModuleField::Purpose => self.purpose = lines(field, value)?,
            ModuleField::Minutes => self.minutes = minutes(value)?,
            ModuleField::Competencies => self.competencies = names(value)?,
            ModuleField::Materials => self.materials = lines(field, value)?,
            ModuleField::Notes => self.notes = lines(field, value)?,
            ModuleField::Application => self.application = lines(field, value)?,
            ModuleField::Licence => self.licence = line(field, value)?,
            ModuleField::Source => self.source = lines(field, value)?,
        }
        Ok(())
    }

    /// What has to be written before it can be published.
    pub fn missing(&self) -> Vec<ModuleField> {
        let needed = [
            ModuleField::Title,
            ModuleField::Purpose,
            ModuleField::Minutes,
            ModuleField::Notes,
            ModuleField::Licence,
            ModuleField::Source,
        ];
        needed
            .into_iter()
            .filter(|field| self.value(*field).is_empty())
            .collect()
    }
}

fn bad(field: ModuleField, found: &str, expected: String) -> BadField {
    BadField {
        field,
        found: found.chars().take(80).collect(),
        expected,
    }
}

fn within(field: ModuleField, text: String, limit: usize) -> Result<String, BadField> {
    if text.chars().count() > limit {
        return Err(bad(field, &text, format!("at most {limit} characters")));
    }
    Ok(text)
}

fn line(field: ModuleField, value: &str) -> Result<String, BadField> {
    within(field, tidy(value), LONGEST_LINE)
}

fn lines(field: ModuleField, value: &str) -> Result<String, BadField> {
    let tidy: Vec<String> = value.lines().map(tidy).collect();
    within(field, tidy.join("\n").trim_matches('\n').to_owned(), LONGEST_TEXT)
}

fn minutes(value: &str) -> Result<Option<u32>, BadField> {
    let text = value.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let read = text
        .parse()
        .ok()
        .filter(|minutes| (1..=LONGEST_MODULE).contains(minutes));
    read.map(Some)
        .ok_or_else(|| bad(ModuleField::Minutes, text, format!("1 to {LONGEST_MODULE}")))
}

fn names(value: &str) -> Result<Vec<String>, BadField> {
    let field = ModuleField::Competencies;
    let mut names: Vec<String> = Vec::new();
    for name in value.lines() {
        let name = line(field, name)?;
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    if names.len() > MOST_COMPETENCIES {
        let found = names.len().to_string();
        return Err(bad(field, &found, format!("at most {MOST_COMPETENCIES}")));
    }
    Ok(names)
}

/// A module. Its text is that of its draft, or of its latest version while it has no draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// Its id, the same at every facility.
    pub id: ModuleId,
    /// What it says.
    pub text: ModuleText,
    /// Whether somebody works on the next version.
    pub drafting: bool,
    /// The version that the draft began from.
    pub base: Option<ModuleVersionId>,
    /// Whether it belongs to the sample.
    pub sample: bool,
}

/// A published text. It never changes; its id follows from what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleVersion {
    /// Its id.
    pub id: ModuleVersionId,
    /// The module.
    pub module: ModuleId,
    /// Its number, from 1.
    pub number: u32,
    /// The day it was published.
    pub published: NaiveDate,
    /// What it says.
    pub text: ModuleText,
}

impl ModuleVersion {
    /// A version with the id that its text gives it.
    pub fn new(module: ModuleId, number: u32, published: NaiveDate, text: ModuleText) -> Self {
        Self {
            id: ModuleVersionId::of(module, number, &text),
            module,
            number,
            published,
            text,
        }
    }
}

impl ModuleVersionId {
    /// The id of this text under this number: the same wherever it is published or read, another for another text.
    pub fn of(module: ModuleId, number: u32, text: &ModuleText) -> Self {
        let values = ModuleField::ALL.map(|field| text.value(field));
        let number = number.to_le_bytes();
        let mut parts: Vec<&[u8]> = vec![module.0.as_bytes(), &number];
        parts.extend(values.iter().map(String::as_bytes));
        Self(derived("module_version", &parts))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn fields_are_made_tidy_and_what_cannot_stand_is_named() {
        let mut text = ModuleText::default();
        text.set(ModuleField::Title, "  Leading \t up ").unwrap();
        text.set(ModuleField::Notes, "\n One  line.\n\nAnother. \n")
            .unwrap();
        text.set(
            ModuleField::Competencies,
            "Influence\n\n Influence \nCollaboration",
        )
        .unwrap();
        text.set(ModuleField::Minutes, " 45 ").unwrap();
        assert_eq!(text.title, "Leading up");
        assert_eq!(text.notes, "One line.\n\nAnother.");
        assert_eq!(text.competencies, ["Influence", "Collaboration"]);
        assert_eq!(
            text.missing(),
            [ModuleField::Purpose, ModuleField::Licence, ModuleField::Source]
        );
        for found in ["0", "1441", "-3", "soon"] {
            let bad = text.set(ModuleField::Minutes, found).unwrap_err();
            assert_eq!((bad.found.as_str(), bad.expected.as_str()), (found, "1 to 1440"));
        }
        let long = "x".repeat(LONGEST_LINE + 1);
        assert_eq!(text.set(ModuleField::Title, &long).unwrap_err().found.len(), 80);
        assert_eq!((text.title.as_str(), text.minutes), ("Leading up", Some(45)));
    }

    #[test]
    fn the_id_of_a_version_follows_from_what_it_says() {
        let module = ModuleId(Uuid::from_u128(1));
        let mut text = ModuleText {
            title: "Leading up".to_owned(),
            ..ModuleText::default()
        };
        let first = ModuleVersionId::of(module, 1, &text);
        assert_eq!(first, ModuleVersionId::of(module, 1, &text.clone()));
        assert_ne!(first, ModuleVersionId::of(module, 2, &text));
        text.source = "Us".to_owned();
        assert_ne!(first, ModuleVersionId::of(module, 1, &text));
    }

    proptest! {
        #[test]
        fn what_a_field_holds_can_be_written_again(value in "[ -~\n\té\u{202e}]{0,60}") {
            let mut text = ModuleText::default();
            for field in ModuleField::ALL {
                if text.set(field, &value).is_ok() {
                    let held = text.value(field);
                    text.set(field, &held).unwrap();
                    prop_assert_eq!(text.value(field), held);
                }
            }
        }
    }
}

//! The file of a curriculum as JSON has it.

use serde::{Deserialize, Serialize};

/// What every version of the format begins with.
#[derive(Deserialize)]
pub(super) struct Head {
    pub format: String,
    pub version: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub format: String,
    pub version: u32,
    pub modules: Vec<ModuleFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ModuleFile {
    pub id: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<VersionFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<DraftFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VersionFile {
    /// Follows from the text; checked where it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub number: u32,
    pub published: String,
    pub text: TextFile,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DraftFile {
    /// Id of the version that it began from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    pub text: TextFile,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TextFile {
    pub title: String,
    #[serde(default)]
    pub purpose: String,
    #[serde(default)]
    pub minutes: Option<i64>,
    #[serde(default)]
    pub competencies: Vec<String>,
    #[serde(default)]
    pub materials: String,
    #[serde(default)]
    pub notes: String,
    #[serde(default)]
    pub application: String,
    #[serde(default)]
    pub licence: String,
    #[serde(default)]
    pub source: String,
}

//! Failures as they cross to the user interface, which owns the words.

use std::collections::BTreeMap;

use nexus_app::AppError;
use serde::Serialize;
use specta::Type;

/// Why a command did not do what it was asked: the message is `error-<code>`.
#[derive(Debug, Clone, Serialize, Type)]
pub struct CommandError {
    /// The kind of failure.
    pub code: String,
    /// The values that the message names.
    pub details: BTreeMap<String, String>,
}

impl CommandError {
    /// A failure of the shell itself.
    pub fn new(code: &str, detail: &str) -> Self {
        Self {
            code: code.to_owned(),
            details: [("detail".to_owned(), detail.to_owned())].into(),
        }
    }
}

impl From<AppError> for CommandError {
    fn from(error: AppError) -> Self {
        let code = error.code().to_owned();
        tracing::warn!(code, "a command failed");
        let details = error
            .details()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        Self { code, details }
    }
}

impl From<tauri::Error> for CommandError {
    fn from(error: tauri::Error) -> Self {
        tracing::warn!(%error, "the window refused");
        Self::new("window", &error.to_string())
    }
}

/// Result of every command.
pub type Answer<T> = Result<T, CommandError>;

//! Asking the person for files.

use tauri::{AppHandle, Manager as _};

use crate::dialogs::Dialogs;
use crate::error::Answer;
use crate::state::blocking;

/// A file to read; nothing if the person changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn file_to_open(window: AppHandle, kind: String, endings: Vec<String>) -> Answer<Option<String>> {
    blocking(move || {
        let endings: Vec<&str> = endings.iter().map(String::as_str).collect();
        let found = window.state::<Dialogs>().open(&kind, &endings);
        Ok(found.map(|path| path.to_string_lossy().into_owned()))
    })
    .await
}

/// A place to write to; nothing if the person changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn file_to_save(window: AppHandle, name: String) -> Answer<Option<String>> {
    blocking(move || {
        let found = window.state::<Dialogs>().save(&name);
        Ok(found.map(|path| path.to_string_lossy().into_owned()))
    })
    .await
}

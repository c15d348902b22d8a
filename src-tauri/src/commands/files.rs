//! Asking the person for files, and showing what was made to be printed.

use tauri::{AppHandle, Manager as _, State};

use crate::dialogs::Dialogs;
use crate::error::{Answer, CommandError};
use crate::state::{Shell, blocking};

/// Shows a file that lies in the app's own folder of files to print.
#[tauri::command]
#[specta::specta]
pub async fn file_open(window: AppHandle, path: String) -> Answer<()> {
    blocking(move || {
        let found = window.state::<Shell>().home().print_to_show(path.as_ref())?;
        let file = found.ok_or_else(|| CommandError::new("not-opened", &path))?;
        let shown = window.state::<Dialogs>().show(&file);
        shown.map_err(|_| CommandError::new("no-viewer", &file.to_string_lossy()))
    })
    .await
}

/// A place for a file that is made only to be printed or looked at; it is swept away with the window.
#[tauri::command]
#[specta::specta]
pub async fn file_to_print(shell: State<'_, Shell>, name: String) -> Answer<String> {
    let place = shell.home().print_place(&name)?;
    Ok(place.to_string_lossy().into_owned())
}

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

/// A folder; nothing if the person changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn folder_to_use(window: AppHandle) -> Answer<Option<String>> {
    blocking(move || {
        let found = window.state::<Dialogs>().folder();
        Ok(found.map(|path| path.to_string_lossy().into_owned()))
    })
    .await
}

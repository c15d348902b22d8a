//! Asking the person for a file, and showing them one. Debug builds take the answers from a file, so that a
//! journey can give them, and start no other program then.

use std::path::{Path, PathBuf};

use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt as _;

/// Asks for files through the system's own dialogs.
pub struct Dialogs {
    handle: AppHandle,
}

impl Dialogs {
    /// Dialogs over the window of `handle`.
    pub fn new(handle: AppHandle) -> Self {
        Self { handle }
    }

    /// A file to read, of any kind where no endings are given; none if the person changed their mind. Blocks.
    pub fn open(&self, kind: &str, endings: &[&str]) -> Option<PathBuf> {
        if let Some(answer) = answer() {
            return answer;
        }
        let dialog = self.handle.dialog().file();
        let dialog = match endings {
            [] => dialog,
            endings => dialog.add_filter(kind, endings),
        };
        dialog.blocking_pick_file().and_then(|path| path.into_path().ok())
    }

    /// A folder; none if the person changed their mind. Blocks.
    pub fn folder(&self) -> Option<PathBuf> {
        if let Some(answer) = answer() {
            return answer;
        }
        let dialog = self.handle.dialog().file();
        dialog
            .blocking_pick_folder()
            .and_then(|path| path.into_path().ok())
    }

    /// A place to write to; none if the person changed their mind. Blocks.
    pub fn save(&self, name: &str) -> Option<PathBuf> {
        if let Some(answer) = answer() {
            return answer;
        }
        let dialog = self.handle.dialog().file().set_file_name(name);
        dialog.blocking_save_file().and_then(|path| path.into_path().ok())
    }

    /// Shows a file in the program that the system keeps for its kind.
    ///
    /// # Errors
    /// When there is no such program.
    pub fn show(&self, file: &Path) -> std::io::Result<()> {
        if is_journey() {
            return Ok(());
        }
        open::that_detached(file)
    }
}

/// Whether a journey gives the answers.
#[cfg(debug_assertions)]
fn is_journey() -> bool {
    std::env::var_os("NEXUS_DIALOG_ANSWERS").is_some()
}

/// Release builds belong to a person.
#[cfg(not(debug_assertions))]
fn is_journey() -> bool {
    false
}

/// The next line of the file that `NEXUS_DIALOG_ANSWERS` names; an empty line changes its mind.
#[cfg(debug_assertions)]
fn answer() -> Option<Option<PathBuf>> {
    let list = PathBuf::from(std::env::var_os("NEXUS_DIALOG_ANSWERS")?);
    let text = std::fs::read_to_string(&list).ok()?;
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    std::fs::write(&list, rest).ok()?;
    Some((!first.is_empty()).then(|| first.into()))
}

/// Release builds ask the person.
#[cfg(not(debug_assertions))]
fn answer() -> Option<Option<PathBuf>> {
    None
}

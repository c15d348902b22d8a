//! Preferences, the first start, and which workspace is open.

use nexus_app::programs;
use nexus_app::settings::{
    self, FontLine, OpenInput, OpenedView, Preferences, SecretKind, StartInput, StartedView,
};
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, Manager as _, State};

use crate::error::{Answer, CommandError};
use crate::state::{Shell, blocking};

/// Whether a workspace is open.
#[derive(Debug, Clone, Serialize, Type)]
pub struct WorkspaceState {
    /// Whether one is.
    pub open: bool,
    /// Why the one of the last time could not be opened.
    pub refused: Option<CommandError>,
    /// The person who uses this laptop; empty before the first start.
    pub author: String,
    /// The file that is open, or was the last time; empty before the first start.
    pub place: String,
    /// When the last backup of it was made, RFC 3339.
    pub last_backup: Option<String>,
    /// Why the last try to make one failed.
    pub backup_problem: Option<CommandError>,
}

/// The program itself.
#[derive(Debug, Clone, Serialize, Type)]
pub struct AboutView {
    /// Its version.
    pub version: String,
    /// The folder of its own files.
    pub folder: String,
}

/// The program itself.
#[tauri::command]
#[specta::specta]
pub async fn about(shell: State<'_, Shell>) -> Answer<AboutView> {
    Ok(AboutView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        folder: shell.home().root().to_string_lossy().into_owned(),
    })
}

/// The fonts that were added on this laptop.
#[tauri::command]
#[specta::specta]
pub async fn fonts(window: AppHandle) -> Answer<Vec<FontLine>> {
    blocking(move || Ok(window.state::<Shell>().home().fonts()?)).await
}

/// Adds a font for names that no other one draws.
#[tauri::command]
#[specta::specta]
pub async fn font_add(window: AppHandle, path: String) -> Answer<FontLine> {
    blocking(move || Ok(window.state::<Shell>().home().font_add(path.as_ref())?)).await
}

/// Takes a font away.
#[tauri::command]
#[specta::specta]
pub async fn font_remove(window: AppHandle, file: String) -> Answer<()> {
    blocking(move || Ok(window.state::<Shell>().home().font_remove(&file)?)).await
}

/// Whether the workspace has recovery words.
#[tauri::command]
#[specta::specta]
pub async fn recovery_has(shell: State<'_, Shell>) -> Answer<bool> {
    shell.read(settings::has_recovery).await
}

/// Makes new recovery words and shows them, this once.
#[tauri::command]
#[specta::specta]
pub async fn recovery_renew(shell: State<'_, Shell>) -> Answer<String> {
    shell.read(settings::renew_recovery).await
}

/// Whether a workspace is open.
#[tauri::command]
#[specta::specta]
pub async fn workspace_state(shell: State<'_, Shell>) -> Answer<WorkspaceState> {
    let place = shell.place().unwrap_or_default();
    Ok(WorkspaceState {
        open: shell.app().is_ok(),
        refused: shell.refused(),
        author: shell.home().preferences()?.author,
        last_backup: settings::backups::last(shell.home(), &place)?,
        backup_problem: shell.backup_problem(),
        place: place.to_string_lossy().into_owned(),
    })
}

/// Makes the first workspace and opens it.
#[tauri::command]
#[specta::specta]
pub async fn workspace_start(window: AppHandle, input: StartInput) -> Answer<StartedView> {
    blocking(move || {
        let shell = window.state::<Shell>();
        let (workspace, started) = settings::start(shell.home(), &input)?;
        shell.take(workspace, &input.author);
        programs::furnish(&*shell.app()?, &input)?;
        Ok(started)
    })
    .await
}

/// Opens the workspace that somebody chose.
#[tauri::command]
#[specta::specta]
pub async fn workspace_open(window: AppHandle, input: OpenInput) -> Answer<OpenedView> {
    blocking(move || window.state::<Shell>().open(&input)).await
}

/// Tries again to open the workspace of the last time.
#[tauri::command]
#[specta::specta]
pub async fn workspace_again(window: AppHandle) -> Answer<()> {
    blocking(move || window.state::<Shell>().again()).await
}

/// The ways in which a workspace opens; the one of the last time if no path is given.
#[tauri::command]
#[specta::specta]
pub async fn workspace_ways(shell: State<'_, Shell>, path: Option<String>) -> Answer<Vec<SecretKind>> {
    Ok(settings::ways(shell.home(), path.as_deref())?)
}

/// What is remembered between starts.
#[tauri::command]
#[specta::specta]
pub async fn preferences_get(shell: State<'_, Shell>) -> Answer<Preferences> {
    Ok(shell.home().preferences()?)
}

/// Remembers preferences.
#[tauri::command]
#[specta::specta]
pub async fn preferences_set(
    window: AppHandle,
    shell: State<'_, Shell>,
    preferences: Preferences,
) -> Answer<()> {
    // Which workspace is open is for the shell to say; the window may remember an earlier one.
    let workspace = shell.home().preferences()?.workspace;
    let preferences = Preferences {
        workspace,
        ..preferences
    };
    shell.home().remember(&preferences)?;
    crate::window::redress(&window, &preferences)?;
    if let Ok(app) = shell.app() {
        app.set_author(&preferences.author);
    }
    Ok(())
}

/// Puts the window back to its first size, in the middle of the screen.
#[tauri::command]
#[specta::specta]
pub async fn window_reset(window: AppHandle) -> Answer<()> {
    Ok(crate::window::reset(&window)?)
}

/// Shows the window, now that its page is complete.
#[tauri::command]
#[specta::specta]
pub async fn window_show(window: AppHandle) -> Answer<()> {
    crate::window::show(&window);
    Ok(())
}

/// The names of time zones, for a list to choose from.
#[tauri::command]
#[specta::specta]
pub async fn zones() -> Answer<Vec<String>> {
    Ok(programs::zones())
}

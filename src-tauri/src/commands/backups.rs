//! Backups: which there are, one more, and putting one back.

use nexus_app::settings::backups::{self, BackupsView};
use nexus_app::settings::{self, RestoredView, SecretInput, SecretKind};
use tauri::{AppHandle, Manager as _, State};

use crate::backups::make;
use crate::error::Answer;
use crate::state::{Shell, blocking};

/// The backups of the workspace that is open, or was the last time.
#[tauri::command]
#[specta::specta]
pub async fn backup_list(shell: State<'_, Shell>) -> Answer<BackupsView> {
    Ok(backups::list(shell.home(), &shell.place()?)?)
}

/// Makes a backup now.
#[tauri::command]
#[specta::specta]
pub async fn backup_now(window: AppHandle) -> Answer<()> {
    blocking(move || make(&window)).await
}

/// The ways in which a backup opens.
#[tauri::command]
#[specta::specta]
pub async fn backup_ways(shell: State<'_, Shell>, id: String) -> Answer<Vec<SecretKind>> {
    Ok(settings::backup_ways(shell.home(), &shell.place()?, &id)?)
}

/// Puts a backup in the place of the workspace, which is kept beside it, and opens it.
#[tauri::command]
#[specta::specta]
pub async fn backup_restore(
    window: AppHandle,
    id: String,
    secret: Option<SecretInput>,
) -> Answer<RestoredView> {
    blocking(move || window.state::<Shell>().restore(&id, secret.as_ref())).await
}

/// Puts the key slots of the newest backup beside a workspace that lost its own, and opens it.
#[tauri::command]
#[specta::specta]
pub async fn backup_keys(window: AppHandle) -> Answer<()> {
    blocking(move || {
        let shell = window.state::<Shell>();
        settings::restore_keys(shell.home(), &shell.place()?, nexus_app::Clock::Device.now())?;
        shell.again()
    })
    .await
}

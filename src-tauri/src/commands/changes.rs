//! Undo, redo, history, the bin, drafts.

use nexus_app::changes::{self, DraftView, HistoryView, TurnedView, UndoView};
use nexus_app::settings::{self, BinView};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Shell;

/// What undo and redo would turn next.
#[tauri::command]
#[specta::specta]
pub async fn undo_top(shell: State<'_, Shell>) -> Answer<UndoView> {
    shell.read(changes::top).await
}

/// Turns the last step back.
#[tauri::command]
#[specta::specta]
pub async fn undo(window: AppHandle, shell: State<'_, Shell>) -> Answer<Option<TurnedView>> {
    shell.act(&window, changes::undo).await
}

/// Does the step again that was turned back last.
#[tauri::command]
#[specta::specta]
pub async fn redo(window: AppHandle, shell: State<'_, Shell>) -> Answer<Option<TurnedView>> {
    shell.act(&window, changes::redo).await
}

/// Who changed a record and when.
#[tauri::command]
#[specta::specta]
pub async fn history(shell: State<'_, Shell>, table: String, row: String) -> Answer<Vec<HistoryView>> {
    shell.read(move |app| changes::history(app, &table, &row)).await
}

/// What lies in the bin.
#[tauri::command]
#[specta::specta]
pub async fn bin(shell: State<'_, Shell>) -> Answer<BinView> {
    shell.read(settings::bin).await
}

/// Brings back what one gesture put into the bin.
#[tauri::command]
#[specta::specta]
pub async fn bin_bring_back(window: AppHandle, shell: State<'_, Shell>, gesture: String) -> Answer<()> {
    shell
        .act(&window, move |app| settings::bring_back(app, &gesture))
        .await
}

/// The draft of a field.
#[tauri::command]
#[specta::specta]
pub async fn draft_get(shell: State<'_, Shell>, place: String) -> Answer<Option<DraftView>> {
    shell.read(move |app| changes::draft(app, &place)).await
}

/// Keeps what is being typed.
#[tauri::command]
#[specta::specta]
pub async fn draft_keep(shell: State<'_, Shell>, place: String, value: String) -> Answer<()> {
    shell
        .read(move |app| changes::keep_draft(app, &place, &value))
        .await
}

//! Data for other programs.

use nexus_app::reports::data::{self, DataInput, DataView, DataWritten};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Shell;
use crate::tasks;

/// How much an export would hold.
#[tauri::command]
#[specta::specta]
pub async fn data_preview(shell: State<'_, Shell>, input: DataInput) -> Answer<DataView> {
    shell.read(move |app| data::preview(app, &input)).await
}

/// Writes an export to a file of the person's choice.
#[tauri::command]
#[specta::specta]
pub async fn data_export(
    window: AppHandle,
    task: String,
    input: DataInput,
    to: String,
) -> Answer<DataWritten> {
    tasks::run(&window, &task, move |app, task| {
        data::write(app, &input, to.as_ref(), task)
    })
    .await
}

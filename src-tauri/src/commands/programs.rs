//! The facility and its programs.

use nexus_app::programs::{
    self, FacilityField, FacilityView, OverviewView, ProgramField, ProgramLine, ProgramView,
};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Shell;

/// The facility with its programs and cohorts.
#[tauri::command]
#[specta::specta]
pub async fn overview(shell: State<'_, Shell>) -> Answer<OverviewView> {
    shell.read(programs::overview).await
}

/// The facility's own facts.
#[tauri::command]
#[specta::specta]
pub async fn facility(shell: State<'_, Shell>) -> Answer<FacilityView> {
    shell.read(programs::facility).await
}

/// Changes one field of the facility.
#[tauri::command]
#[specta::specta]
pub async fn facility_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    field: FacilityField,
    value: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| programs::facility_edit(app, field, &value))
        .await
}

/// One program.
#[tauri::command]
#[specta::specta]
pub async fn program_view(shell: State<'_, Shell>, id: String) -> Answer<ProgramView> {
    shell.read(move |app| programs::view(app, &id)).await
}

/// Makes a program.
#[tauri::command]
#[specta::specta]
pub async fn program_create(window: AppHandle, shell: State<'_, Shell>, name: String) -> Answer<ProgramLine> {
    shell.act(&window, move |app| programs::create(app, &name)).await
}

/// Changes one field of a program.
#[tauri::command]
#[specta::specta]
pub async fn program_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    id: String,
    field: ProgramField,
    value: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| programs::edit(app, &id, field, &value))
        .await
}

/// Takes a program without cohorts into the bin.
#[tauri::command]
#[specta::specta]
pub async fn program_remove(window: AppHandle, shell: State<'_, Shell>, id: String) -> Answer<()> {
    shell.act(&window, move |app| programs::remove(app, &id)).await
}

//! Cohorts.

use nexus_app::cohorts::{self, CohortDetails, CohortField, CohortInput, CohortLine, HomeView};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Shell;

/// A cohort at a glance.
#[tauri::command]
#[specta::specta]
pub async fn cohort_home(shell: State<'_, Shell>, id: String) -> Answer<HomeView> {
    shell.read(move |app| cohorts::home(app, &id)).await
}

/// Makes a cohort.
#[tauri::command]
#[specta::specta]
pub async fn cohort_create(
    window: AppHandle,
    shell: State<'_, Shell>,
    input: CohortInput,
) -> Answer<CohortLine> {
    shell.act(&window, move |app| cohorts::create(app, &input)).await
}

/// A cohort's own facts.
#[tauri::command]
#[specta::specta]
pub async fn cohort_details(shell: State<'_, Shell>, id: String) -> Answer<CohortDetails> {
    shell.read(move |app| cohorts::details(app, &id)).await
}

/// Changes one field of a cohort.
#[tauri::command]
#[specta::specta]
pub async fn cohort_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    id: String,
    field: CohortField,
    value: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| cohorts::edit(app, &id, field, &value))
        .await
}

/// Takes a cohort into the bin.
#[tauri::command]
#[specta::specta]
pub async fn cohort_remove(window: AppHandle, shell: State<'_, Shell>, id: String) -> Answer<()> {
    shell.act(&window, move |app| cohorts::remove(app, &id)).await
}

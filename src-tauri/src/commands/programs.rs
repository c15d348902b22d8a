//! The facility, its programs, its sample, and finding what is in them.

use nexus_app::programs::{
    self, CohortCounts, FacilityField, FacilityView, FoundLine, OverviewView, ProgramField, ProgramLine,
    ProgramView,
};
use nexus_app::sample;
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

/// How much a cohort holds.
#[tauri::command]
#[specta::specta]
pub async fn cohort_counts(shell: State<'_, Shell>, cohort: String) -> Answer<CohortCounts> {
    shell.read(move |app| programs::counts(app, &cohort)).await
}

/// Records that hold every word of a text.
#[tauri::command]
#[specta::specta]
pub async fn find(shell: State<'_, Shell>, text: String, cohort: Option<String>) -> Answer<Vec<FoundLine>> {
    shell
        .read(move |app| programs::find(app, &text, cohort.as_deref()))
        .await
}

/// Puts the sample into the workspace and names its cohort.
#[tauri::command]
#[specta::specta]
pub async fn sample_add(window: AppHandle, shell: State<'_, Shell>) -> Answer<String> {
    shell.act(&window, sample::fill).await
}

/// Takes the sample away, as one step of undo.
#[tauri::command]
#[specta::specta]
pub async fn sample_remove(window: AppHandle, shell: State<'_, Shell>) -> Answer<()> {
    shell.act(&window, sample::remove).await
}

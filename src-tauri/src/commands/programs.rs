//! The facility, its programs, its sample, and finding what is in them.

use nexus_app::programs::{self, CohortCounts, FoundLine, OverviewView};
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

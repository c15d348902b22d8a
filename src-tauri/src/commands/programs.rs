//! The facility and its programs.

use nexus_app::programs::{self, OverviewView};
use tauri::State;

use crate::error::Answer;
use crate::state::Shell;

/// The facility with its programs and cohorts.
#[tauri::command]
#[specta::specta]
pub async fn overview(shell: State<'_, Shell>) -> Answer<OverviewView> {
    shell.read(programs::overview).await
}

//! Documents.

use nexus_app::reports;
use tauri::State;

use crate::error::Answer;
use crate::state::Shell;

/// Writes a participant's summary to a file of the person's choice.
#[tauri::command]
#[specta::specta]
pub async fn report_participant(
    shell: State<'_, Shell>,
    cohort: String,
    code: String,
    to: String,
) -> Answer<()> {
    shell
        .read(move |app| reports::save_participant(app, &cohort, &code, to.as_ref()))
        .await
}

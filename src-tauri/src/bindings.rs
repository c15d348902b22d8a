//! The commands and events of the shell, and their types for the user interface.

use nexus_app::ChangedView;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::{Builder, Event, collect_commands, collect_events};

use crate::commands::{assessments, backups, changes, cohorts, files, people, programs, reports, settings};

/// Records changed; screens that show them read again.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub struct Changed(pub ChangedView);

/// Everything that crosses, one command a line.
pub fn builder() -> Builder<tauri::Wry> {
    Builder::new()
        .disable_serde_phases()
        .commands(collect_commands![
            assessments::assessments_overview,
            assessments::occasion_plan,
            assessments::ratings_figure,
            assessments::ratings_import,
            assessments::ratings_preview,
            assessments::sheet_form,
            assessments::sheet_grid,
            assessments::sheet_print,
            assessments::sheet_save,
            backups::backup_keys,
            backups::backup_list,
            backups::backup_now,
            backups::backup_restore,
            backups::backup_ways,
            changes::draft_get,
            changes::draft_keep,
            changes::history,
            changes::redo,
            changes::undo,
            changes::undo_top,
            cohorts::cohort_create,
            cohorts::cohort_edit,
            cohorts::cohort_remove,
            cohorts::cohort_view,
            files::file_open,
            files::file_to_open,
            files::file_to_print,
            files::file_to_save,
            files::folder_to_use,
            people::people_list,
            people::person_add,
            people::person_edit,
            people::person_leave,
            people::person_view,
            people::roster_import,
            people::roster_preview,
            people::roster_rejects,
            programs::overview,
            reports::report_participant,
            settings::preferences_get,
            settings::preferences_set,
            settings::workspace_again,
            settings::workspace_open,
            settings::workspace_start,
            settings::workspace_state,
            settings::workspace_ways,
            settings::zones,
        ])
        .events(collect_events![Changed])
}

/// The text of `ui/src/lib/ipc/bindings.gen.ts`.
///
/// # Errors
/// When a type cannot be written in TypeScript.
pub fn text() -> Result<String, Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("nexus-bindings-{}", std::process::id()));
    let file = folder.join("bindings.ts");
    std::fs::create_dir_all(&folder)?;
    builder().export(specta_typescript::Typescript::default(), &file)?;
    let text = std::fs::read_to_string(&file)?;
    std::fs::remove_dir_all(&folder)?;
    Ok(text)
}

//! The commands and events of the shell, and their types for the user interface.

use nexus_app::ChangedView;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::{Builder, Event, collect_commands, collect_events};

use crate::commands::{
    assessments, backups, changes, cohorts, files, people, programs, projects, reports, sessions, settings,
};

/// Records changed; screens that show them read again.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub struct Changed(pub ChangedView);

/// Everything that crosses, one command a line.
pub fn builder() -> Builder<tauri::Wry> {
    Builder::new()
        .disable_serde_phases()
        .commands(collect_commands![
            assessments::assessment_results,
            assessments::assessments_overview,
            assessments::occasion_plan,
            assessments::occasion_remove,
            assessments::ratings_figure,
            assessments::ratings_import,
            assessments::ratings_preview,
            assessments::sheet_codes,
            assessments::sheet_form,
            assessments::sheet_grid,
            assessments::sheet_print,
            assessments::sheet_save,
            backups::backup_keys,
            backups::backup_list,
            backups::backup_now,
            backups::backup_restore,
            backups::backup_ways,
            changes::bin,
            changes::bin_bring_back,
            changes::draft_get,
            changes::draft_keep,
            changes::history,
            changes::redo,
            changes::undo,
            changes::undo_top,
            cohorts::cohort_create,
            cohorts::cohort_details,
            cohorts::cohort_edit,
            cohorts::cohort_home,
            cohorts::cohort_remove,
            files::file_open,
            files::file_to_open,
            files::file_to_print,
            files::file_to_save,
            files::folder_to_use,
            people::people_list,
            people::person_add,
            people::person_edit,
            people::person_leave,
            people::person_remove,
            people::person_view,
            people::roster_import,
            people::roster_preview,
            people::roster_rejects,
            people::staff,
            people::staff_add,
            people::word_add,
            people::word_change,
            people::word_learn,
            people::words,
            programs::cohort_counts,
            programs::facility,
            programs::facility_edit,
            programs::find,
            programs::hours_add,
            programs::hours_edit,
            programs::hours_remove,
            programs::inputs_view,
            programs::model_print,
            programs::model_revise,
            programs::model_revisions,
            programs::model_view,
            programs::overview,
            programs::partner_add,
            programs::partner_edit,
            programs::partner_remove,
            programs::program_create,
            programs::program_edit,
            programs::program_remove,
            programs::program_view,
            programs::reach_view,
            programs::sample_add,
            programs::sample_remove,
            programs::session_partner_set,
            programs::session_partners,
            projects::evidence_add,
            projects::evidence_remove,
            projects::evidence_save,
            projects::lesson_add,
            projects::lesson_edit,
            projects::lesson_remove,
            projects::milestone_add,
            projects::milestone_edit,
            projects::milestone_move,
            projects::milestone_remove,
            projects::next_step_add,
            projects::next_step_done,
            projects::next_step_edit,
            projects::next_step_remove,
            projects::person_projects,
            projects::project_create,
            projects::project_edit,
            projects::project_figure,
            projects::project_list,
            projects::project_member_add,
            projects::project_member_remove,
            projects::project_remove,
            projects::project_view,
            projects::update_add,
            projects::update_correct,
            projects::update_remove,
            reports::report_participant,
            sessions::agenda_file,
            sessions::agenda_import,
            sessions::agenda_preview,
            sessions::agenda_print,
            sessions::block_add,
            sessions::block_edit,
            sessions::block_more,
            sessions::block_move,
            sessions::block_next,
            sessions::block_place,
            sessions::block_remove,
            sessions::mark_rest,
            sessions::mark_set,
            sessions::note_add,
            sessions::note_correct,
            sessions::note_remove,
            sessions::person_attendance,
            sessions::repair_apply,
            sessions::run_view,
            sessions::session_create,
            sessions::session_edit,
            sessions::session_end,
            sessions::session_list,
            sessions::session_pause,
            sessions::session_remove,
            sessions::session_reopen,
            sessions::session_resume,
            sessions::session_start,
            sessions::session_view,
            sessions::sign_in_print,
            sessions::walk_in,
            settings::about,
            settings::preferences_get,
            settings::preferences_set,
            settings::recovery_has,
            settings::recovery_renew,
            settings::window_reset,
            settings::window_show,
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

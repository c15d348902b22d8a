//! The curriculum of the coalition.

use nexus_app::curriculum::{
    self, CurriculumExport, CurriculumImport, CurriculumView, ModuleChoice, ModuleDifference, ModuleField,
    ModuleView,
};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Shell;

/// The modules of the coalition.
#[tauri::command]
#[specta::specta]
pub async fn module_list(shell: State<'_, Shell>) -> Answer<CurriculumView> {
    shell.read(curriculum::list).await
}

/// One module.
#[tauri::command]
#[specta::specta]
pub async fn module_view(shell: State<'_, Shell>, module: String) -> Answer<ModuleView> {
    shell.read(move |app| curriculum::view(app, &module)).await
}

/// The modules that can become a block.
#[tauri::command]
#[specta::specta]
pub async fn module_choices(shell: State<'_, Shell>) -> Answer<Vec<ModuleChoice>> {
    shell.read(curriculum::choices).await
}

/// What two texts of a module differ in; an empty id stands for the draft.
#[tauri::command]
#[specta::specta]
pub async fn module_difference(
    shell: State<'_, Shell>,
    module: String,
    left: String,
    right: String,
) -> Answer<ModuleDifference> {
    shell
        .read(move |app| curriculum::difference(app, &module, &left, &right))
        .await
}

/// Makes a module.
#[tauri::command]
#[specta::specta]
pub async fn module_create(window: AppHandle, shell: State<'_, Shell>, title: String) -> Answer<String> {
    shell
        .act(&window, move |app| curriculum::create(app, &title))
        .await
}

/// Changes one field of a draft.
#[tauri::command]
#[specta::specta]
pub async fn module_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    module: String,
    field: ModuleField,
    value: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| curriculum::edit(app, &module, field, &value))
        .await
}

/// Begins the next draft from a published version.
#[tauri::command]
#[specta::specta]
pub async fn module_redraft(
    window: AppHandle,
    shell: State<'_, Shell>,
    module: String,
    version: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| curriculum::redraft(app, &module, &version))
        .await
}

/// Gives a draft up.
#[tauri::command]
#[specta::specta]
pub async fn module_discard(window: AppHandle, shell: State<'_, Shell>, module: String) -> Answer<()> {
    shell
        .act(&window, move |app| curriculum::discard(app, &module))
        .await
}

/// Freezes the draft as the next version.
#[tauri::command]
#[specta::specta]
pub async fn module_publish(window: AppHandle, shell: State<'_, Shell>, module: String) -> Answer<u32> {
    shell
        .act(&window, move |app| curriculum::publish(app, &module))
        .await
}

/// Chooses which text counts where two bear one number.
#[tauri::command]
#[specta::specta]
pub async fn module_choose(
    window: AppHandle,
    shell: State<'_, Shell>,
    module: String,
    version: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| curriculum::choose(app, &module, &version))
        .await
}

/// Takes a module into the bin.
#[tauri::command]
#[specta::specta]
pub async fn module_remove(window: AppHandle, shell: State<'_, Shell>, module: String) -> Answer<()> {
    shell
        .act(&window, move |app| curriculum::remove(app, &module))
        .await
}

/// Writes one module, or all of them, to a file.
#[tauri::command]
#[specta::specta]
pub async fn curriculum_export(
    shell: State<'_, Shell>,
    module: Option<String>,
    to: String,
) -> Answer<CurriculumExport> {
    shell
        .read(move |app| curriculum::export(app, module.as_deref(), to.as_ref()))
        .await
}

/// What taking a file in would change.
#[tauri::command]
#[specta::specta]
pub async fn curriculum_preview(shell: State<'_, Shell>, path: String) -> Answer<CurriculumImport> {
    shell
        .read(move |app| curriculum::preview(app, path.as_ref()))
        .await
}

/// Takes a file in.
#[tauri::command]
#[specta::specta]
pub async fn curriculum_import(
    window: AppHandle,
    shell: State<'_, Shell>,
    path: String,
) -> Answer<CurriculumImport> {
    shell
        .act(&window, move |app| curriculum::import(app, path.as_ref()))
        .await
}

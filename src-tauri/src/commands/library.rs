//! The library of frameworks and instruments.

use nexus_app::assessments::SheetPreview;
use nexus_app::assessments::library::{
    self, DefinitionDifference, DefinitionExport, DefinitionField, DefinitionImport, DefinitionKind,
    DefinitionPartField, DefinitionView, LibraryView, PartInput,
};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Shell;

/// The frameworks and instruments of the program and of the coalition.
#[tauri::command]
#[specta::specta]
pub async fn library_list(shell: State<'_, Shell>) -> Answer<LibraryView> {
    shell.read(library::list).await
}

/// One framework or instrument.
#[tauri::command]
#[specta::specta]
pub async fn definition_view(
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
) -> Answer<DefinitionView> {
    shell.read(move |app| library::view(app, kind, &key)).await
}

/// How an instrument looks to those who answer it; an empty id stands for the draft.
#[tauri::command]
#[specta::specta]
pub async fn definition_sheet(shell: State<'_, Shell>, key: String, version: String) -> Answer<SheetPreview> {
    shell.read(move |app| library::sheet(app, &key, &version)).await
}

/// What two contents differ in; an empty id stands for the draft.
#[tauri::command]
#[specta::specta]
pub async fn definition_difference(
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
    left: String,
    right: String,
) -> Answer<DefinitionDifference> {
    shell
        .read(move |app| library::difference(app, kind, &key, &left, &right))
        .await
}

/// Makes a framework or an instrument; gives its key.
#[tauri::command]
#[specta::specta]
pub async fn definition_create(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    title: String,
) -> Answer<String> {
    shell
        .act(&window, move |app| library::create(app, kind, &title))
        .await
}

/// Changes one field of what a draft says of itself.
#[tauri::command]
#[specta::specta]
pub async fn definition_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
    field: DefinitionField,
    value: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| library::edit(app, kind, &key, field, &value))
        .await
}

/// Begins the next draft from a published version; an empty id stands for the current one.
#[tauri::command]
#[specta::specta]
pub async fn definition_redraft(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
    version: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| library::redraft(app, kind, &key, &version))
        .await
}

/// Gives a draft up.
#[tauri::command]
#[specta::specta]
pub async fn definition_discard(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| library::discard(app, kind, &key))
        .await
}

/// Freezes a draft as the next version; gives its number.
#[tauri::command]
#[specta::specta]
pub async fn definition_publish(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
) -> Answer<u32> {
    shell
        .act(&window, move |app| library::publish(app, kind, &key))
        .await
}

/// Chooses which content counts where two bear one number.
#[tauri::command]
#[specta::specta]
pub async fn definition_choose(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
    version: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| library::choose(app, kind, &key, &version))
        .await
}

/// Takes a framework or an instrument of the coalition into the bin.
#[tauri::command]
#[specta::specta]
pub async fn definition_remove(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| library::remove(app, kind, &key))
        .await
}

/// Copies a published version under a new key; gives the key.
#[tauri::command]
#[specta::specta]
pub async fn definition_copy(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
    version: String,
    title: String,
) -> Answer<String> {
    shell
        .act(&window, move |app| {
            library::copy(app, kind, &key, &version, &title)
        })
        .await
}

/// Writes a published version to a file of the person's choice.
#[tauri::command]
#[specta::specta]
pub async fn definition_export(
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
    version: String,
    to: String,
) -> Answer<DefinitionExport> {
    shell
        .read(move |app| library::export(app, kind, &key, &version, to.as_ref()))
        .await
}

/// What taking a file in would change.
#[tauri::command]
#[specta::specta]
pub async fn definition_preview(shell: State<'_, Shell>, path: String) -> Answer<DefinitionImport> {
    shell
        .read(move |app| library::preview(app, path.as_ref(), None))
        .await
}

/// Takes a file in.
#[tauri::command]
#[specta::specta]
pub async fn definition_import(
    window: AppHandle,
    shell: State<'_, Shell>,
    path: String,
) -> Answer<DefinitionImport> {
    shell
        .act(&window, move |app| library::import(app, path.as_ref(), None))
        .await
}

/// Adds a part to a draft; gives its id.
#[tauri::command]
#[specta::specta]
pub async fn part_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
    input: PartInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| library::add(app, kind, &key, &input))
        .await
}

/// Changes one field of a part.
#[tauri::command]
#[specta::specta]
pub async fn part_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
    part: String,
    field: DefinitionPartField,
    value: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            library::edit_part(app, kind, &key, &part, field, &value)
        })
        .await
}

/// Writes what one point looks like for a competency in a context.
#[tauri::command]
#[specta::specta]
pub async fn part_anchor(
    window: AppHandle,
    shell: State<'_, Shell>,
    key: String,
    competency: String,
    context: String,
    point: u8,
    text: String,
) -> Answer<()> {
    let write = move |app: &_| library::write_anchor(app, &key, &competency, &context, point, &text);
    shell.act(&window, write).await
}

/// Moves a part to a place among what it is to stand with.
#[tauri::command]
#[specta::specta]
pub async fn part_move(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
    part: String,
    parent: String,
    to: u32,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            library::move_part(app, kind, &key, &part, &parent, to)
        })
        .await
}

/// Moves a part one place up or down; false at the end.
#[tauri::command]
#[specta::specta]
pub async fn part_shift(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
    part: String,
    up: bool,
) -> Answer<bool> {
    shell
        .act(&window, move |app| library::shift(app, kind, &key, &part, up))
        .await
}

/// Takes a part out of a draft.
#[tauri::command]
#[specta::specta]
pub async fn part_remove(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: DefinitionKind,
    key: String,
    part: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| library::remove_part(app, kind, &key, &part))
        .await
}

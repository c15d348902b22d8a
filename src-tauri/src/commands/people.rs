//! People of a cohort and the roster import.

use nexus_app::people::{
    self, PersonField, PersonInput, PersonLine, PersonView, RosterInput, RosterPreview, RosterResult,
    StaffInput, StaffView, WordChange, WordList, WordsView,
};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Shell;

/// The people of a cohort.
#[tauri::command]
#[specta::specta]
pub async fn people_list(shell: State<'_, Shell>, cohort: String) -> Answer<Vec<PersonLine>> {
    shell.read(move |app| people::list(app, &cohort)).await
}

/// One person.
#[tauri::command]
#[specta::specta]
pub async fn person_view(shell: State<'_, Shell>, id: String) -> Answer<PersonView> {
    shell.read(move |app| people::view(app, &id)).await
}

/// Enrols a new person.
#[tauri::command]
#[specta::specta]
pub async fn person_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    cohort: String,
    input: PersonInput,
) -> Answer<PersonLine> {
    shell
        .act(&window, move |app| people::add(app, &cohort, &input))
        .await
}

/// Changes one field of a person.
#[tauri::command]
#[specta::specta]
pub async fn person_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    id: String,
    cohort: Option<String>,
    field: PersonField,
    value: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            people::edit(app, &id, cohort.as_deref(), field, &value)
        })
        .await
}

/// Takes a person out of a cohort.
#[tauri::command]
#[specta::specta]
pub async fn person_leave(
    window: AppHandle,
    shell: State<'_, Shell>,
    cohort: String,
    person: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| people::leave(app, &cohort, &person))
        .await
}

/// What a roster import would do.
#[tauri::command]
#[specta::specta]
pub async fn roster_preview(shell: State<'_, Shell>, input: RosterInput) -> Answer<RosterPreview> {
    shell.read(move |app| people::preview(app, &input)).await
}

/// Stores a roster.
#[tauri::command]
#[specta::specta]
pub async fn roster_import(
    window: AppHandle,
    shell: State<'_, Shell>,
    input: RosterInput,
) -> Answer<RosterResult> {
    shell.act(&window, move |app| people::import(app, &input)).await
}

/// Writes the rows that an import sets aside to a file.
#[tauri::command]
#[specta::specta]
pub async fn roster_rejects(shell: State<'_, Shell>, input: RosterInput, to: String) -> Answer<()> {
    shell
        .read(move |app| people::save_rejects(app, &input, to.as_ref()))
        .await
}

/// Who is no participant.
#[tauri::command]
#[specta::specta]
pub async fn staff(shell: State<'_, Shell>) -> Answer<StaffView> {
    shell.read(people::staff).await
}

/// Adds somebody with a role and without a place in a cohort.
#[tauri::command]
#[specta::specta]
pub async fn staff_add(window: AppHandle, shell: State<'_, Shell>, input: StaffInput) -> Answer<String> {
    shell
        .act(&window, move |app| people::staff_add(app, &input))
        .await
}

/// Takes a person without a place in a cohort into the bin.
#[tauri::command]
#[specta::specta]
pub async fn person_remove(window: AppHandle, shell: State<'_, Shell>, id: String) -> Answer<()> {
    shell.act(&window, move |app| people::remove(app, &id)).await
}

/// Sectors and levels.
#[tauri::command]
#[specta::specta]
pub async fn words(shell: State<'_, Shell>) -> Answer<WordsView> {
    shell.read(people::words).await
}

/// Adds a sector or a level.
#[tauri::command]
#[specta::specta]
pub async fn word_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    list: WordList,
    name: String,
) -> Answer<String> {
    shell
        .act(&window, move |app| people::word_add(app, list, &name))
        .await
}

/// Changes a sector or a level.
#[tauri::command]
#[specta::specta]
pub async fn word_change(
    window: AppHandle,
    shell: State<'_, Shell>,
    list: WordList,
    id: String,
    change: WordChange,
) -> Answer<()> {
    shell
        .act(&window, move |app| people::word_change(app, list, &id, &change))
        .await
}

/// Remembers what a spelling means.
#[tauri::command]
#[specta::specta]
pub async fn word_learn(
    window: AppHandle,
    shell: State<'_, Shell>,
    list: WordList,
    name: String,
    spelling: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            people::word_learn(app, list, &name, &spelling)
        })
        .await
}

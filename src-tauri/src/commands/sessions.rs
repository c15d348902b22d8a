//! Sessions: planning, running, attendance and notes.

use nexus_app::sessions::{
    self, AgendaPreview, AttendanceLine, BlockField, BlockInput, PersonAttendanceView, Presence, RepairKind,
    RunView, SessionField, SessionInput, SessionView, SessionsView,
};
use tauri::{AppHandle, State};

use crate::error::{Answer, CommandError};
use crate::state::{Shell, blocking};

/// The sessions of a cohort.
#[tauri::command]
#[specta::specta]
pub async fn session_list(shell: State<'_, Shell>, cohort: String) -> Answer<SessionsView> {
    shell.read(move |app| sessions::list(app, &cohort)).await
}

/// A session as planned.
#[tauri::command]
#[specta::specta]
pub async fn session_view(shell: State<'_, Shell>, session: String) -> Answer<SessionView> {
    shell.read(move |app| sessions::view(app, &session)).await
}

/// How one person came to the sessions of a cohort.
#[tauri::command]
#[specta::specta]
pub async fn person_attendance(
    shell: State<'_, Shell>,
    cohort: String,
    person: String,
) -> Answer<PersonAttendanceView> {
    shell
        .read(move |app| sessions::of_person(app, &cohort, &person))
        .await
}

/// Plans a session without blocks.
#[tauri::command]
#[specta::specta]
pub async fn session_create(
    window: AppHandle,
    shell: State<'_, Shell>,
    cohort: String,
    input: SessionInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| sessions::create(app, &cohort, &input))
        .await
}

/// Changes one field of a session.
#[tauri::command]
#[specta::specta]
pub async fn session_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    field: SessionField,
    value: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| sessions::edit(app, &session, field, &value))
        .await
}

/// Takes a session into the bin.
#[tauri::command]
#[specta::specta]
pub async fn session_remove(window: AppHandle, shell: State<'_, Shell>, session: String) -> Answer<()> {
    shell
        .act(&window, move |app| sessions::remove(app, &session))
        .await
}

/// The text of a file with an agenda.
#[tauri::command]
#[specta::specta]
pub async fn agenda_file(path: String) -> Answer<String> {
    blocking(move || sessions::agenda_file(path.as_ref()).map_err(CommandError::from)).await
}

/// What an agenda as text says.
#[tauri::command]
#[specta::specta]
pub async fn agenda_preview(shell: State<'_, Shell>, text: String) -> Answer<AgendaPreview> {
    shell.read(move |app| sessions::preview(app, &text)).await
}

/// Makes a session of an agenda.
#[tauri::command]
#[specta::specta]
pub async fn agenda_import(
    window: AppHandle,
    shell: State<'_, Shell>,
    cohort: String,
    date: String,
    text: String,
) -> Answer<String> {
    shell
        .act(&window, move |app| sessions::import(app, &cohort, &date, &text))
        .await
}

/// Writes the agenda to a file of the person's choice.
#[tauri::command]
#[specta::specta]
pub async fn agenda_print(shell: State<'_, Shell>, session: String, to: String) -> Answer<()> {
    shell
        .read(move |app| sessions::agenda_print(app, &session, to.as_ref()))
        .await
}

/// Writes the sign-in sheet to a file of the person's choice.
#[tauri::command]
#[specta::specta]
pub async fn sign_in_print(shell: State<'_, Shell>, session: String, to: String) -> Answer<()> {
    shell
        .read(move |app| sessions::sign_in_print(app, &session, to.as_ref()))
        .await
}

/// Adds a block after another, or at the beginning.
#[tauri::command]
#[specta::specta]
pub async fn block_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    after: Option<String>,
    input: BlockInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| {
            sessions::block_add(app, &session, after.as_deref(), &input)
        })
        .await
}

/// Makes a block of a published version of a module, after another or at the beginning.
#[tauri::command]
#[specta::specta]
pub async fn block_from_module(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    after: Option<String>,
    version: String,
) -> Answer<String> {
    shell
        .act(&window, move |app| {
            sessions::block_from_module(app, &session, after.as_deref(), &version)
        })
        .await
}

/// Changes one field of a block.
#[tauri::command]
#[specta::specta]
pub async fn block_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    block: String,
    field: BlockField,
    value: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            sessions::block_edit(app, &session, &block, field, &value)
        })
        .await
}

/// Moves a block one place; false where something that stays stands in the way.
#[tauri::command]
#[specta::specta]
pub async fn block_move(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    block: String,
    up: bool,
) -> Answer<bool> {
    shell
        .act(&window, move |app| {
            sessions::block_move(app, &session, &block, up)
        })
        .await
}

/// Moves a block to a place; false where something that stays stands in the way.
#[tauri::command]
#[specta::specta]
pub async fn block_place(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    block: String,
    to: u32,
) -> Answer<bool> {
    shell
        .act(&window, move |app| {
            sessions::block_place(app, &session, &block, to)
        })
        .await
}

/// Takes a block out of the agenda.
#[tauri::command]
#[specta::specta]
pub async fn block_remove(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    block: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| sessions::block_remove(app, &session, &block))
        .await
}

/// A session as it runs or ran.
#[tauri::command]
#[specta::specta]
pub async fn run_view(shell: State<'_, Shell>, session: String) -> Answer<RunView> {
    shell.read(move |app| sessions::run_view(app, &session)).await
}

/// Begins a session.
#[tauri::command]
#[specta::specta]
pub async fn session_start(window: AppHandle, shell: State<'_, Shell>, session: String) -> Answer<()> {
    shell
        .act(&window, move |app| sessions::session_start(app, &session))
        .await
}

/// Ends the current block and begins the next.
#[tauri::command]
#[specta::specta]
pub async fn block_next(window: AppHandle, shell: State<'_, Shell>, session: String) -> Answer<()> {
    shell
        .act(&window, move |app| sessions::block_next(app, &session))
        .await
}

/// Gives the current block more minutes, or fewer.
#[tauri::command]
#[specta::specta]
pub async fn block_more(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    minutes: i32,
) -> Answer<()> {
    shell
        .act(&window, move |app| sessions::block_more(app, &session, minutes))
        .await
}

/// Lets the current block stand still, since now or an earlier instant.
#[tauri::command]
#[specta::specta]
pub async fn session_pause(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    since: Option<String>,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            sessions::session_pause(app, &session, since.as_deref())
        })
        .await
}

/// Lets the current block go on.
#[tauri::command]
#[specta::specta]
pub async fn session_resume(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    forgive: bool,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            sessions::session_resume(app, &session, forgive)
        })
        .await
}

/// Ends a session.
#[tauri::command]
#[specta::specta]
pub async fn session_end(window: AppHandle, shell: State<'_, Shell>, session: String) -> Answer<()> {
    shell
        .act(&window, move |app| sessions::session_end(app, &session))
        .await
}

/// Takes up a session that is over.
#[tauri::command]
#[specta::specta]
pub async fn session_reopen(window: AppHandle, shell: State<'_, Shell>, session: String) -> Answer<()> {
    shell
        .act(&window, move |app| sessions::session_reopen(app, &session))
        .await
}

/// Applies a repair to what follows the current block.
#[tauri::command]
#[specta::specta]
pub async fn repair_apply(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    kind: RepairKind,
) -> Answer<()> {
    shell
        .act(&window, move |app| sessions::repair_apply(app, &session, kind))
        .await
}

/// Marks people.
#[tauri::command]
#[specta::specta]
pub async fn mark_set(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    persons: Vec<String>,
    mark: Presence,
    arrived: Option<String>,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            sessions::mark(app, &session, &persons, mark, arrived.as_deref())
        })
        .await
}

/// Everybody who is still expected becomes present.
#[tauri::command]
#[specta::specta]
pub async fn mark_rest(window: AppHandle, shell: State<'_, Shell>, session: String) -> Answer<()> {
    shell
        .act(&window, move |app| sessions::mark_rest(app, &session))
        .await
}

/// Marks somebody present who was not on the list.
#[tauri::command]
#[specta::specta]
pub async fn walk_in(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    name: String,
) -> Answer<AttendanceLine> {
    shell
        .act(&window, move |app| sessions::walk_in(app, &session, &name))
        .await
}

/// Keeps a note.
#[tauri::command]
#[specta::specta]
pub async fn note_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    text: String,
) -> Answer<String> {
    shell
        .act(&window, move |app| sessions::note_add(app, &session, &text))
        .await
}

/// Puts a note in the place of another.
#[tauri::command]
#[specta::specta]
pub async fn note_correct(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    note: String,
    text: String,
) -> Answer<String> {
    shell
        .act(&window, move |app| {
            sessions::note_correct(app, &session, &note, &text)
        })
        .await
}

/// Takes a note away.
#[tauri::command]
#[specta::specta]
pub async fn note_remove(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    note: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| sessions::note_remove(app, &session, &note))
        .await
}

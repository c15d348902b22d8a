//! People over time: records of one person, leaving a cohort, what they allow.

use nexus_app::people::{
    self, CompareView, ConsentInput, ConsentKindInput, DoubleView, ErasureView, HeldPage, MergeInput,
    MoveOnInput, OverTimeView, ReasonView, WithdrawInput,
};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Shell;

/// One person over time.
#[tauri::command]
#[specta::specta]
pub async fn person_over_time(shell: State<'_, Shell>, person: String) -> Answer<OverTimeView> {
    shell.read(move |app| people::over_time(app, &person)).await
}

/// What is held about one person, in words.
#[tauri::command]
#[specta::specta]
pub async fn person_held(shell: State<'_, Shell>, person: String) -> Answer<HeldPage> {
    shell.read(move |app| people::held_page(app, &person)).await
}

/// Writes what is held about one person to a file.
#[tauri::command]
#[specta::specta]
pub async fn person_held_print(shell: State<'_, Shell>, person: String, to: String) -> Answer<()> {
    shell
        .read(move |app| people::held_print(app, &person, to.as_ref()))
        .await
}

/// The person stops to take part in a cohort.
#[tauri::command]
#[specta::specta]
pub async fn person_withdraw(
    window: AppHandle,
    shell: State<'_, Shell>,
    cohort: String,
    person: String,
    input: WithdrawInput,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            people::withdraw(app, &cohort, &person, &input)
        })
        .await
}

/// The person goes on in another cohort. Gives the new code.
#[tauri::command]
#[specta::specta]
pub async fn person_move(
    window: AppHandle,
    shell: State<'_, Shell>,
    cohort: String,
    person: String,
    input: MoveOnInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| people::move_on(app, &cohort, &person, &input))
        .await
}

/// Somebody who left takes part again.
#[tauri::command]
#[specta::specta]
pub async fn person_return(
    window: AppHandle,
    shell: State<'_, Shell>,
    cohort: String,
    person: String,
    day: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| people::come_back(app, &cohort, &person, &day))
        .await
}

/// What deleting a person's answers of a cohort takes away for good.
#[tauri::command]
#[specta::specta]
pub async fn person_answers(shell: State<'_, Shell>, cohort: String, person: String) -> Answer<ErasureView> {
    shell
        .read(move |app| people::answers_of(app, &cohort, &person))
        .await
}

/// Reasons to leave.
#[tauri::command]
#[specta::specta]
pub async fn leaving_reasons(shell: State<'_, Shell>) -> Answer<Vec<ReasonView>> {
    shell.read(people::leaving_reasons).await
}

/// Adds, renames or takes away a reason to leave.
#[tauri::command]
#[specta::specta]
pub async fn leaving_reason_save(
    window: AppHandle,
    shell: State<'_, Shell>,
    reason: ReasonView,
) -> Answer<()> {
    shell
        .act(&window, move |app| people::leaving_reason_save(app, &reason))
        .await
}

/// Two records beside each other.
#[tauri::command]
#[specta::specta]
pub async fn person_compare(shell: State<'_, Shell>, keep: String, other: String) -> Answer<CompareView> {
    shell.read(move |app| people::compare(app, &keep, &other)).await
}

/// Joins two records.
#[tauri::command]
#[specta::specta]
pub async fn person_merge(window: AppHandle, shell: State<'_, Shell>, input: MergeInput) -> Answer<String> {
    shell.act(&window, move |app| people::merge(app, &input)).await
}

/// Takes a record out of a person again.
#[tauri::command]
#[specta::specta]
pub async fn person_apart(window: AppHandle, shell: State<'_, Shell>, record: String) -> Answer<()> {
    shell
        .act(&window, move |app| people::take_apart(app, &record))
        .await
}

/// Settles which record counts.
#[tauri::command]
#[specta::specta]
pub async fn person_settle(window: AppHandle, shell: State<'_, Shell>, record: String) -> Answer<()> {
    shell.act(&window, move |app| people::settle(app, &record)).await
}

/// Remembers that two records are two people, or forgets it.
#[tauri::command]
#[specta::specta]
pub async fn people_are_two(
    window: AppHandle,
    shell: State<'_, Shell>,
    one: String,
    other: String,
    two: bool,
) -> Answer<()> {
    shell
        .act(&window, move |app| people::two_people(app, &one, &other, two))
        .await
}

/// Records that may be one person.
#[tauri::command]
#[specta::specta]
pub async fn people_doubles(shell: State<'_, Shell>) -> Answer<Vec<DoubleView>> {
    shell.read(people::doubles).await
}

/// Records what somebody allows.
#[tauri::command]
#[specta::specta]
pub async fn consent_record(
    window: AppHandle,
    shell: State<'_, Shell>,
    person: String,
    input: ConsentInput,
) -> Answer<()> {
    shell
        .act(&window, move |app| people::consent_record(app, &person, &input))
        .await
}

/// Takes an answer away that was recorded by mistake.
#[tauri::command]
#[specta::specta]
pub async fn consent_remove(
    window: AppHandle,
    shell: State<'_, Shell>,
    person: String,
    entry: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| people::consent_remove(app, &person, &entry))
        .await
}

/// What people are asked to allow.
#[tauri::command]
#[specta::specta]
pub async fn consent_kinds(shell: State<'_, Shell>) -> Answer<Vec<ConsentKindInput>> {
    shell.read(people::consent_kinds).await
}

/// Adds something to be asked, or changes it.
#[tauri::command]
#[specta::specta]
pub async fn consent_kind_save(
    window: AppHandle,
    shell: State<'_, Shell>,
    kind: ConsentKindInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| people::consent_kind_save(app, &kind))
        .await
}

//! What comes after a program.

use nexus_app::outcomes::{self, IndicatorInput, OutcomeEvidenceInput, OutcomeInput, OutcomesView};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Shell;

/// What comes after the program of a cohort.
#[tauri::command]
#[specta::specta]
pub async fn outcomes_view(shell: State<'_, Shell>, cohort: String) -> Answer<OutcomesView> {
    shell.read(move |app| outcomes::view(app, &cohort)).await
}

/// Gives a program without outcomes those that every program starts with.
#[tauri::command]
#[specta::specta]
pub async fn outcomes_fill(window: AppHandle, shell: State<'_, Shell>, program: String) -> Answer<()> {
    shell.act(&window, move |app| outcomes::fill(app, &program)).await
}

/// Adds an outcome.
#[tauri::command]
#[specta::specta]
pub async fn outcome_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    program: String,
    input: OutcomeInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| outcomes::add(app, &program, &input))
        .await
}

/// Changes an outcome.
#[tauri::command]
#[specta::specta]
pub async fn outcome_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    outcome: String,
    input: OutcomeInput,
) -> Answer<()> {
    shell
        .act(&window, move |app| outcomes::edit(app, &outcome, &input))
        .await
}

/// Moves an outcome up or down.
#[tauri::command]
#[specta::specta]
pub async fn outcome_move(
    window: AppHandle,
    shell: State<'_, Shell>,
    outcome: String,
    up: bool,
) -> Answer<()> {
    shell
        .act(&window, move |app| outcomes::shift(app, &outcome, up))
        .await
}

/// Takes an outcome into the bin.
#[tauri::command]
#[specta::specta]
pub async fn outcome_remove(window: AppHandle, shell: State<'_, Shell>, outcome: String) -> Answer<()> {
    shell
        .act(&window, move |app| outcomes::remove(app, &outcome))
        .await
}

/// Files evidence under an outcome.
#[tauri::command]
#[specta::specta]
pub async fn outcome_evidence_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    outcome: String,
    input: OutcomeEvidenceInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| outcomes::add_evidence(app, &outcome, &input))
        .await
}

/// Puts other words in the place of evidence.
#[tauri::command]
#[specta::specta]
pub async fn outcome_evidence_correct(
    window: AppHandle,
    shell: State<'_, Shell>,
    evidence: String,
    input: OutcomeEvidenceInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| {
            outcomes::correct_evidence(app, &evidence, &input)
        })
        .await
}

/// Takes evidence into the bin.
#[tauri::command]
#[specta::specta]
pub async fn outcome_evidence_remove(
    window: AppHandle,
    shell: State<'_, Shell>,
    evidence: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| outcomes::remove_evidence(app, &evidence))
        .await
}

/// Writes a copy of the file of evidence.
#[tauri::command]
#[specta::specta]
pub async fn outcome_evidence_save(shell: State<'_, Shell>, evidence: String, to: String) -> Answer<()> {
    shell
        .read(move |app| outcomes::save_evidence(app, &evidence, to.as_ref()))
        .await
}

/// Adds a figure of an institution.
#[tauri::command]
#[specta::specta]
pub async fn indicator_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    program: String,
    input: IndicatorInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| outcomes::add_indicator(app, &program, &input))
        .await
}

/// Changes a figure of an institution.
#[tauri::command]
#[specta::specta]
pub async fn indicator_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    indicator: String,
    input: IndicatorInput,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            outcomes::edit_indicator(app, &indicator, &input)
        })
        .await
}

/// Takes a figure of an institution into the bin.
#[tauri::command]
#[specta::specta]
pub async fn indicator_remove(window: AppHandle, shell: State<'_, Shell>, indicator: String) -> Answer<()> {
    shell
        .act(&window, move |app| outcomes::remove_indicator(app, &indicator))
        .await
}

/// Adds a follow-up of a cohort’s own.
#[tauri::command]
#[specta::specta]
pub async fn follow_up_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    cohort: String,
    title: String,
    weeks: u32,
) -> Answer<String> {
    shell
        .act(&window, move |app| {
            outcomes::add_follow_up(app, &cohort, &title, weeks)
        })
        .await
}

/// Says that a follow-up was done, or that it was not.
#[tauri::command]
#[specta::specta]
pub async fn follow_up_done(
    window: AppHandle,
    shell: State<'_, Shell>,
    cohort: String,
    follow_up: String,
    done: bool,
    day: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            outcomes::finish_follow_up(app, &cohort, &follow_up, done, &day)
        })
        .await
}

/// Takes a follow-up of a cohort’s own into the bin.
#[tauri::command]
#[specta::specta]
pub async fn follow_up_remove(window: AppHandle, shell: State<'_, Shell>, follow_up: String) -> Answer<()> {
    shell
        .act(&window, move |app| outcomes::remove_follow_up(app, &follow_up))
        .await
}

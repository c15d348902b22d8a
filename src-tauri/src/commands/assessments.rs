//! Assessments of a cohort.

use nexus_app::assessments::{
    self, AssessmentsView, CodesView, DaysInput, FormView, GridView, MoveInput, MoveView, OccasionInput,
    RatingsInput, RatingsView, ResponsesExport, ResultsView, SheetInput, SheetPreview, Whose,
};
use nexus_app::figures::Figure;
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Shell;

/// The occasions of a cohort and the instruments.
#[tauri::command]
#[specta::specta]
pub async fn assessments_overview(shell: State<'_, Shell>, cohort: String) -> Answer<AssessmentsView> {
    shell.read(move |app| assessments::overview(app, &cohort)).await
}

/// Plans an occasion.
#[tauri::command]
#[specta::specta]
pub async fn occasion_plan(
    window: AppHandle,
    shell: State<'_, Shell>,
    cohort: String,
    input: OccasionInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| assessments::plan(app, &cohort, &input))
        .await
}

/// Changes the days of an occasion.
#[tauri::command]
#[specta::specta]
pub async fn occasion_days(
    window: AppHandle,
    shell: State<'_, Shell>,
    occasion: String,
    input: DaysInput,
) -> Answer<()> {
    shell
        .act(&window, move |app| assessments::set_days(app, &occasion, &input))
        .await
}

/// Takes an occasion without sheets off the plan.
#[tauri::command]
#[specta::specta]
pub async fn occasion_remove(window: AppHandle, shell: State<'_, Shell>, occasion: String) -> Answer<()> {
    shell
        .act(&window, move |app| assessments::remove(app, &occasion))
        .await
}

/// What a cohort answered to an instrument.
#[tauri::command]
#[specta::specta]
pub async fn assessment_results(
    shell: State<'_, Shell>,
    cohort: String,
    instrument: String,
    width: u32,
) -> Answer<ResultsView> {
    shell
        .read(move |app| assessments::results(app, &cohort, &instrument, width))
        .await
}

/// Whose turn it may be at the laptop.
#[tauri::command]
#[specta::specta]
pub async fn sheet_codes(shell: State<'_, Shell>, occasion: String) -> Answer<CodesView> {
    shell.read(move |app| assessments::codes(app, &occasion)).await
}

/// The sheet for one participant.
#[tauri::command]
#[specta::specta]
pub async fn sheet_form(shell: State<'_, Shell>, occasion: String, person: String) -> Answer<FormView> {
    shell
        .read(move |app| assessments::form(app, &occasion, &person))
        .await
}

/// The sheets of an occasion as a grid.
#[tauri::command]
#[specta::specta]
pub async fn sheet_grid(shell: State<'_, Shell>, occasion: String) -> Answer<GridView> {
    shell.read(move |app| assessments::grid(app, &occasion)).await
}

/// Stores an answered sheet.
#[tauri::command]
#[specta::specta]
pub async fn sheet_save(window: AppHandle, shell: State<'_, Shell>, input: SheetInput) -> Answer<()> {
    shell
        .act(&window, move |app| assessments::save(app, &input))
        .await
}

/// What going on with a newer version would do with a sheet in progress.
#[tauri::command]
#[specta::specta]
pub async fn sheet_move_preview(shell: State<'_, Shell>, input: MoveInput) -> Answer<MoveView> {
    shell
        .read(move |app| assessments::move_preview(app, &input))
        .await
}

/// Goes on with a newer version.
#[tauri::command]
#[specta::specta]
pub async fn sheet_move(window: AppHandle, shell: State<'_, Shell>, input: MoveInput) -> Answer<MoveView> {
    shell
        .act(&window, move |app| assessments::move_on(app, &input))
        .await
}

/// How a published version of an instrument looks.
#[tauri::command]
#[specta::specta]
pub async fn sheet_preview(
    shell: State<'_, Shell>,
    instrument: String,
    version: u32,
) -> Answer<SheetPreview> {
    shell
        .read(move |app| assessments::sheet_preview(app, &instrument, version))
        .await
}

/// Writes the responses of a cohort to a file of the person's choice, with one beside it that explains the columns.
#[tauri::command]
#[specta::specta]
pub async fn responses_export(
    shell: State<'_, Shell>,
    cohort: String,
    instrument: Option<String>,
    to: String,
) -> Answer<ResponsesExport> {
    shell
        .read(move |app| assessments::export(app, &cohort, instrument.as_deref(), to.as_ref()))
        .await
}

/// Writes forms on paper to a file of the person's choice.
#[tauri::command]
#[specta::specta]
pub async fn sheet_print(shell: State<'_, Shell>, occasion: String, whose: Whose, to: String) -> Answer<()> {
    shell
        .read(move |app| assessments::print(app, &occasion, &whose, to.as_ref()))
        .await
}

/// What an import of ratings would do.
#[tauri::command]
#[specta::specta]
pub async fn ratings_preview(shell: State<'_, Shell>, input: RatingsInput) -> Answer<RatingsView> {
    shell.read(move |app| assessments::preview(app, &input)).await
}

/// Stores a file of ratings.
#[tauri::command]
#[specta::specta]
pub async fn ratings_import(
    window: AppHandle,
    shell: State<'_, Shell>,
    input: RatingsInput,
) -> Answer<RatingsView> {
    shell
        .act(&window, move |app| assessments::import(app, &input))
        .await
}

/// A person's ratings as a figure.
#[tauri::command]
#[specta::specta]
pub async fn ratings_figure(
    shell: State<'_, Shell>,
    cohort: String,
    person: String,
    width: u32,
) -> Answer<Option<Figure>> {
    shell
        .read(move |app| assessments::ratings_figure(app, &cohort, &person, width))
        .await
}

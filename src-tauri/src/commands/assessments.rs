//! Assessments of a cohort.

use nexus_app::assessments::{
    self, AssessmentsView, CodesView, FormView, GridView, OccasionInput, RatingsInput, RatingsView,
    ResultsView, SheetInput, Whose,
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

//! Documents.

use nexus_app::reports::{
    self, Audience, BatchView, BehindView, IssueInput, ReportChoices, ReportKind, ReportView, ReportsView,
    WhichReport,
};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::{Shell, tell};
use crate::tasks;

/// Writes a participant's summary to a file of the person's choice.
#[tauri::command]
#[specta::specta]
pub async fn report_participant(
    shell: State<'_, Shell>,
    cohort: String,
    code: String,
    to: String,
) -> Answer<()> {
    shell
        .read(move |app| reports::save_participant(app, &cohort, &code, to.as_ref()))
        .await
}

/// The reports of a cohort and its program.
#[tauri::command]
#[specta::specta]
pub async fn reports_overview(shell: State<'_, Shell>, cohort: String) -> Answer<ReportsView> {
    shell.read(move |app| reports::overview(app, &cohort)).await
}

/// A report as it would be issued now, with its pages.
#[tauri::command]
#[specta::specta]
pub async fn report_preview(window: AppHandle, task: String, which: WhichReport) -> Answer<ReportView> {
    tasks::run(&window, &task, move |app, task| {
        reports::preview(app, &which, task)
    })
    .await
}

/// What is behind a figure of a report.
#[tauri::command]
#[specta::specta]
pub async fn report_behind(shell: State<'_, Shell>, which: WhichReport, key: String) -> Answer<BehindView> {
    shell.read(move |app| reports::behind(app, &which, &key)).await
}

/// Chooses for a report.
#[tauri::command]
#[specta::specta]
pub async fn report_choose(
    window: AppHandle,
    shell: State<'_, Shell>,
    which: WhichReport,
    chosen: ReportChoices,
) -> Answer<()> {
    shell
        .act(&window, move |app| reports::choose(app, &which, &chosen))
        .await
}

/// Keeps what somebody wrote for a section.
#[tauri::command]
#[specta::specta]
pub async fn report_write(
    window: AppHandle,
    shell: State<'_, Shell>,
    which: WhichReport,
    section: String,
    text: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| reports::write(app, &which, &section, &text))
        .await
}

/// Puts the figures of today into the text of a section.
#[tauri::command]
#[specta::specta]
pub async fn report_refresh(
    window: AppHandle,
    shell: State<'_, Shell>,
    which: WhichReport,
    section: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| reports::refresh(app, &which, &section))
        .await
}

/// Issues a report: writes it to a file of the person's choice and keeps a copy.
#[tauri::command]
#[specta::specta]
pub async fn report_issue(
    window: AppHandle,
    task: String,
    which: WhichReport,
    input: IssueInput,
) -> Answer<String> {
    let work = move |app: &nexus_app::App, task: &nexus_app::Task| reports::issue(app, &which, &input, task);
    let done = tasks::run(&window, &task, work).await?;
    tell(&window, done.changed);
    Ok(done.value)
}

/// Issues the report of everybody in a cohort, into a folder or an archive.
#[tauri::command]
#[specta::specta]
pub async fn report_batch(
    window: AppHandle,
    task: String,
    cohort: String,
    kind: ReportKind,
    input: IssueInput,
) -> Answer<BatchView> {
    let work =
        move |app: &nexus_app::App, task: &nexus_app::Task| reports::batch(app, &cohort, kind, &input, task);
    let done = tasks::run(&window, &task, work).await?;
    tell(&window, done.changed);
    Ok(done.value)
}

/// Writes a report that was issued once more.
#[tauri::command]
#[specta::specta]
pub async fn issued_save(shell: State<'_, Shell>, issue: String, to: String) -> Answer<()> {
    shell
        .read(move |app| reports::issued_save(app, &issue, to.as_ref()))
        .await
}

/// Takes an issued report into the bin.
#[tauri::command]
#[specta::specta]
pub async fn issued_remove(window: AppHandle, shell: State<'_, Shell>, issue: String) -> Answer<()> {
    shell
        .act(&window, move |app| reports::issued_remove(app, &issue))
        .await
}

/// Adds the template of a file.
#[tauri::command]
#[specta::specta]
pub async fn template_add(window: AppHandle, shell: State<'_, Shell>, path: String) -> Answer<String> {
    shell
        .act(&window, move |app| reports::template_add(app, path.as_ref()))
        .await
}

/// Takes an added template away.
#[tauri::command]
#[specta::specta]
pub async fn template_remove(window: AppHandle, shell: State<'_, Shell>, key: String) -> Answer<()> {
    shell
        .act(&window, move |app| reports::template_remove(app, &key))
        .await
}

/// Sets the fewest people a number may stand for.
#[tauri::command]
#[specta::specta]
pub async fn threshold_set(
    window: AppHandle,
    shell: State<'_, Shell>,
    audience: Audience,
    people: u32,
) -> Answer<()> {
    shell
        .act(&window, move |app| reports::threshold_set(app, audience, people))
        .await
}

//! Projects of a cohort.

use nexus_app::figures::Figure;
use nexus_app::projects::{
    self, EvidenceInput, LessonInput, MilestoneField, NextStepInput, PersonProjectsView, ProjectField,
    ProjectInput, ProjectView, ProjectsView, UpdateInput,
};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Shell;

/// The projects of a cohort.
#[tauri::command]
#[specta::specta]
pub async fn project_list(shell: State<'_, Shell>, cohort: String) -> Answer<ProjectsView> {
    shell.read(move |app| projects::list(app, &cohort)).await
}

/// One project.
#[tauri::command]
#[specta::specta]
pub async fn project_view(shell: State<'_, Shell>, project: String) -> Answer<ProjectView> {
    shell.read(move |app| projects::view(app, &project)).await
}

/// The milestones of a project along time.
#[tauri::command]
#[specta::specta]
pub async fn project_figure(shell: State<'_, Shell>, project: String, width: u32) -> Answer<Option<Figure>> {
    shell
        .read(move |app| projects::project_figure(app, &project, width))
        .await
}

/// The projects, lessons and next steps of a person.
#[tauri::command]
#[specta::specta]
pub async fn person_projects(
    shell: State<'_, Shell>,
    cohort: String,
    person: String,
) -> Answer<PersonProjectsView> {
    shell
        .read(move |app| projects::of_person(app, &cohort, &person))
        .await
}

/// Makes a project.
#[tauri::command]
#[specta::specta]
pub async fn project_create(
    window: AppHandle,
    shell: State<'_, Shell>,
    cohort: String,
    input: ProjectInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| projects::create(app, &cohort, &input))
        .await
}

/// Changes one field of a project.
#[tauri::command]
#[specta::specta]
pub async fn project_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    project: String,
    field: ProjectField,
    value: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| projects::edit(app, &project, field, &value))
        .await
}

/// Takes a project into the bin.
#[tauri::command]
#[specta::specta]
pub async fn project_remove(window: AppHandle, shell: State<'_, Shell>, project: String) -> Answer<()> {
    shell
        .act(&window, move |app| projects::remove(app, &project))
        .await
}

/// Lets a person work on a project.
#[tauri::command]
#[specta::specta]
pub async fn project_member_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    project: String,
    person: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| projects::add_member(app, &project, &person))
        .await
}

/// Takes a person out of a project.
#[tauri::command]
#[specta::specta]
pub async fn project_member_remove(
    window: AppHandle,
    shell: State<'_, Shell>,
    project: String,
    person: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            projects::remove_member(app, &project, &person)
        })
        .await
}

/// Adds a milestone.
#[tauri::command]
#[specta::specta]
pub async fn milestone_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    project: String,
    title: String,
    due: String,
) -> Answer<String> {
    shell
        .act(&window, move |app| {
            projects::add_milestone(app, &project, &title, &due)
        })
        .await
}

/// Changes one field of a milestone.
#[tauri::command]
#[specta::specta]
pub async fn milestone_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    milestone: String,
    field: MilestoneField,
    value: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            projects::edit_milestone(app, &milestone, field, &value)
        })
        .await
}

/// Moves a milestone one place up or down.
#[tauri::command]
#[specta::specta]
pub async fn milestone_move(
    window: AppHandle,
    shell: State<'_, Shell>,
    milestone: String,
    up: bool,
) -> Answer<()> {
    shell
        .act(&window, move |app| projects::move_milestone(app, &milestone, up))
        .await
}

/// Takes a milestone into the bin.
#[tauri::command]
#[specta::specta]
pub async fn milestone_remove(window: AppHandle, shell: State<'_, Shell>, milestone: String) -> Answer<()> {
    shell
        .act(&window, move |app| projects::remove_milestone(app, &milestone))
        .await
}

/// Adds an update.
#[tauri::command]
#[specta::specta]
pub async fn update_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    project: String,
    input: UpdateInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| projects::add_update(app, &project, &input))
        .await
}

/// Corrects an update.
#[tauri::command]
#[specta::specta]
pub async fn update_correct(
    window: AppHandle,
    shell: State<'_, Shell>,
    update: String,
    input: UpdateInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| projects::correct_update(app, &update, &input))
        .await
}

/// Takes an update into the bin.
#[tauri::command]
#[specta::specta]
pub async fn update_remove(window: AppHandle, shell: State<'_, Shell>, update: String) -> Answer<()> {
    shell
        .act(&window, move |app| projects::remove_update(app, &update))
        .await
}

/// Adds a piece of evidence.
#[tauri::command]
#[specta::specta]
pub async fn evidence_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    project: String,
    input: EvidenceInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| projects::add_evidence(app, &project, &input))
        .await
}

/// Takes a piece of evidence into the bin.
#[tauri::command]
#[specta::specta]
pub async fn evidence_remove(window: AppHandle, shell: State<'_, Shell>, evidence: String) -> Answer<()> {
    shell
        .act(&window, move |app| projects::remove_evidence(app, &evidence))
        .await
}

/// Writes a copy of an attached file.
#[tauri::command]
#[specta::specta]
pub async fn evidence_save(shell: State<'_, Shell>, evidence: String, to: String) -> Answer<()> {
    shell
        .read(move |app| projects::save_evidence(app, &evidence, to.as_ref()))
        .await
}

/// Adds a lesson.
#[tauri::command]
#[specta::specta]
pub async fn lesson_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    project: String,
    input: LessonInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| projects::add_lesson(app, &project, &input))
        .await
}

/// Changes a lesson.
#[tauri::command]
#[specta::specta]
pub async fn lesson_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    lesson: String,
    input: LessonInput,
) -> Answer<()> {
    shell
        .act(&window, move |app| projects::edit_lesson(app, &lesson, &input))
        .await
}

/// Takes a lesson into the bin.
#[tauri::command]
#[specta::specta]
pub async fn lesson_remove(window: AppHandle, shell: State<'_, Shell>, lesson: String) -> Answer<()> {
    shell
        .act(&window, move |app| projects::remove_lesson(app, &lesson))
        .await
}

/// Adds a next step of a person.
#[tauri::command]
#[specta::specta]
pub async fn next_step_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    cohort: String,
    person: String,
    input: NextStepInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| {
            projects::add_step(app, &cohort, &person, &input)
        })
        .await
}

/// Changes a next step.
#[tauri::command]
#[specta::specta]
pub async fn next_step_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    step: String,
    input: NextStepInput,
) -> Answer<()> {
    shell
        .act(&window, move |app| projects::edit_step(app, &step, &input))
        .await
}

/// Says that a next step is done, or open again.
#[tauri::command]
#[specta::specta]
pub async fn next_step_done(
    window: AppHandle,
    shell: State<'_, Shell>,
    step: String,
    done: bool,
) -> Answer<()> {
    shell
        .act(&window, move |app| projects::finish_step(app, &step, done))
        .await
}

/// Takes a next step into the bin.
#[tauri::command]
#[specta::specta]
pub async fn next_step_remove(window: AppHandle, shell: State<'_, Shell>, step: String) -> Answer<()> {
    shell
        .act(&window, move |app| projects::remove_step(app, &step))
        .await
}

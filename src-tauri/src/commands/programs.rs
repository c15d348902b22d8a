//! The facility, its programs, its sample, and finding what is in them.

use nexus_app::programs::{
    self, ByCohortView, CohortCounts, FacilityField, FacilityView, FoundLine, HoursInput, InputsView,
    ModelFigure, ModelView, OverviewView, PartnerInput, ProgramField, ProgramLine, ProgramView, ReachBy,
    ReachView, RevisionsView, SessionPartner,
};
use nexus_app::sample;
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::state::Shell;

/// The facility with its programs and cohorts.
#[tauri::command]
#[specta::specta]
pub async fn overview(shell: State<'_, Shell>) -> Answer<OverviewView> {
    shell.read(programs::overview).await
}

/// The facility's own facts.
#[tauri::command]
#[specta::specta]
pub async fn facility(shell: State<'_, Shell>) -> Answer<FacilityView> {
    shell.read(programs::facility).await
}

/// Changes one field of the facility.
#[tauri::command]
#[specta::specta]
pub async fn facility_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    field: FacilityField,
    value: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| programs::facility_edit(app, field, &value))
        .await
}

/// One program.
#[tauri::command]
#[specta::specta]
pub async fn program_view(shell: State<'_, Shell>, id: String) -> Answer<ProgramView> {
    shell.read(move |app| programs::view(app, &id)).await
}

/// Makes a program.
#[tauri::command]
#[specta::specta]
pub async fn program_create(window: AppHandle, shell: State<'_, Shell>, name: String) -> Answer<ProgramLine> {
    shell.act(&window, move |app| programs::create(app, &name)).await
}

/// Changes one field of a program.
#[tauri::command]
#[specta::specta]
pub async fn program_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    id: String,
    field: ProgramField,
    value: String,
) -> Answer<()> {
    shell
        .act(&window, move |app| programs::edit(app, &id, field, &value))
        .await
}

/// Takes a program without cohorts into the bin.
#[tauri::command]
#[specta::specta]
pub async fn program_remove(window: AppHandle, shell: State<'_, Shell>, id: String) -> Answer<()> {
    shell.act(&window, move |app| programs::remove(app, &id)).await
}

/// How much a cohort holds.
#[tauri::command]
#[specta::specta]
pub async fn cohort_counts(shell: State<'_, Shell>, cohort: String) -> Answer<CohortCounts> {
    shell.read(move |app| programs::counts(app, &cohort)).await
}

/// Records that hold every word of a text.
#[tauri::command]
#[specta::specta]
pub async fn find(shell: State<'_, Shell>, text: String, cohort: Option<String>) -> Answer<Vec<FoundLine>> {
    shell
        .read(move |app| programs::find(app, &text, cohort.as_deref()))
        .await
}

/// Puts the sample into the workspace and names its cohort.
#[tauri::command]
#[specta::specta]
pub async fn sample_add(window: AppHandle, shell: State<'_, Shell>) -> Answer<String> {
    shell.act(&window, sample::fill).await
}

/// Takes the sample away, as one step of undo.
#[tauri::command]
#[specta::specta]
pub async fn sample_remove(window: AppHandle, shell: State<'_, Shell>) -> Answer<()> {
    shell.act(&window, sample::remove).await
}

/// The logic model of a program with its figures, or of one cohort of it.
#[tauri::command]
#[specta::specta]
pub async fn model_view(
    shell: State<'_, Shell>,
    program: String,
    cohort: Option<String>,
) -> Answer<ModelView> {
    shell
        .read(move |app| programs::model(app, &program, cohort.as_deref()))
        .await
}

/// A figure of the whole program, by cohort.
#[tauri::command]
#[specta::specta]
pub async fn model_by_cohort(
    shell: State<'_, Shell>,
    program: String,
    figure: ModelFigure,
) -> Answer<ByCohortView> {
    shell
        .read(move |app| programs::by_cohort(app, &program, figure))
        .await
}

/// Writes the logic model on one sheet.
#[tauri::command]
#[specta::specta]
pub async fn model_print(
    shell: State<'_, Shell>,
    program: String,
    cohort: Option<String>,
    to: String,
) -> Answer<()> {
    shell
        .read(move |app| programs::model_print(app, &program, cohort.as_deref(), to.as_ref()))
        .await
}

/// The revisions of a logic model, and what the next one would say.
#[tauri::command]
#[specta::specta]
pub async fn model_revisions(shell: State<'_, Shell>, program: String) -> Answer<RevisionsView> {
    shell.read(move |app| programs::revisions(app, &program)).await
}

/// Freezes the words of a logic model as its next revision.
#[tauri::command]
#[specta::specta]
pub async fn model_revise(
    window: AppHandle,
    shell: State<'_, Shell>,
    program: String,
    remark: String,
) -> Answer<u32> {
    shell
        .act(&window, move |app| programs::revise(app, &program, &remark))
        .await
}

/// Whom a program reaches, by two facts.
#[tauri::command]
#[specta::specta]
pub async fn reach_view(
    shell: State<'_, Shell>,
    program: String,
    cohort: Option<String>,
    rows: ReachBy,
    columns: ReachBy,
) -> Answer<ReachView> {
    shell
        .read(move |app| programs::reach(app, &program, cohort.as_deref(), rows, columns))
        .await
}

/// What a program is given: partners and hours.
#[tauri::command]
#[specta::specta]
pub async fn inputs_view(shell: State<'_, Shell>, program: String) -> Answer<InputsView> {
    shell.read(move |app| programs::inputs(app, &program)).await
}

/// Adds a partner.
#[tauri::command]
#[specta::specta]
pub async fn partner_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    program: String,
    input: PartnerInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| programs::partner_add(app, &program, &input))
        .await
}

/// Changes a partner.
#[tauri::command]
#[specta::specta]
pub async fn partner_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    partner: String,
    input: PartnerInput,
) -> Answer<()> {
    shell
        .act(&window, move |app| programs::partner_edit(app, &partner, &input))
        .await
}

/// Takes a partner into the bin.
#[tauri::command]
#[specta::specta]
pub async fn partner_remove(window: AppHandle, shell: State<'_, Shell>, partner: String) -> Answer<()> {
    shell
        .act(&window, move |app| programs::partner_remove(app, &partner))
        .await
}

/// Adds hours.
#[tauri::command]
#[specta::specta]
pub async fn hours_add(
    window: AppHandle,
    shell: State<'_, Shell>,
    program: String,
    input: HoursInput,
) -> Answer<String> {
    shell
        .act(&window, move |app| programs::hours_add(app, &program, &input))
        .await
}

/// Changes a line of hours.
#[tauri::command]
#[specta::specta]
pub async fn hours_edit(
    window: AppHandle,
    shell: State<'_, Shell>,
    hours: String,
    input: HoursInput,
) -> Answer<()> {
    shell
        .act(&window, move |app| programs::hours_edit(app, &hours, &input))
        .await
}

/// Takes a line of hours into the bin.
#[tauri::command]
#[specta::specta]
pub async fn hours_remove(window: AppHandle, shell: State<'_, Shell>, hours: String) -> Answer<()> {
    shell
        .act(&window, move |app| programs::hours_remove(app, &hours))
        .await
}

/// The partners with which a session can be held, and is.
#[tauri::command]
#[specta::specta]
pub async fn session_partners(shell: State<'_, Shell>, session: String) -> Answer<Vec<SessionPartner>> {
    shell
        .read(move |app| programs::session_partners(app, &session))
        .await
}

/// Says whether a session is held with a partner.
#[tauri::command]
#[specta::specta]
pub async fn session_partner_set(
    window: AppHandle,
    shell: State<'_, Shell>,
    session: String,
    partner: String,
    held: bool,
) -> Answer<()> {
    shell
        .act(&window, move |app| {
            programs::session_partner_set(app, &session, &partner, held)
        })
        .await
}

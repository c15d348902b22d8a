//! Undo, redo, and who changed a record when.

use nexus_store::log::{Cell, HistoryEntry, HistoryStep, Undone};
use nexus_store::{Changed, Read, draft, naming};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{App, ChangedView, Done, Result};

/// What the next undo and redo would turn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct UndoView {
    /// The step that undo would turn back.
    pub undo: Option<StepView>,
    /// The step that redo would do again.
    pub redo: Option<StepView>,
}

/// One gesture, to be put into words: `action-<kind>` with the dot as a hyphen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StepView {
    /// What was done, e.g. `people.add`.
    pub kind: String,
    /// A detail that helps to recognise it; may be empty.
    pub detail: String,
}

/// A step that was turned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TurnedView {
    /// Which.
    pub step: StepView,
    /// When it had been done, RFC 3339.
    pub at: String,
    /// What stays because somebody changed it since.
    pub kept: Vec<KeptView>,
}

/// A cell that stays because somebody changed it since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct KeptView {
    /// Name of the table.
    pub table: String,
    /// Id of the row.
    pub row: String,
    /// Name of the column; its words are `column-<table>-<column>`.
    pub column: String,
    /// Who changed it.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
}

/// One gesture in the history of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HistoryView {
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    pub author: String,
    /// What was done.
    pub step: StepView,
    /// Whether it came from another copy of the workspace.
    pub remote: bool,
    /// Whether it made the record.
    pub created: bool,
    /// The cells that changed.
    pub cells: Vec<CellView>,
}

/// One cell in a history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CellView {
    /// Name of the column.
    pub column: String,
    /// The value before, as a name where it points to a record; empty if there was none or it is not known here.
    pub old: String,
    /// The value after.
    pub new: String,
}

/// What undo and redo would turn next for the person who uses the app.
///
/// # Errors
/// Those of the store.
pub fn top(app: &App) -> Result<UndoView> {
    let top = app.ws().undo_top(&app.author())?;
    let view = |step: Option<(String, String)>| step.map(|(kind, detail)| StepView { kind, detail });
    Ok(UndoView {
        undo: view(top.undo),
        redo: view(top.redo),
    })
}

/// Turns the last step back; `None` if there is nothing to turn.
///
/// # Errors
/// Those of the store.
pub fn undo(app: &App) -> Result<Done<Option<TurnedView>>> {
    Ok(turned(app.ws().undo(&app.author(), app.now())?))
}

/// Does the step again that was turned back last.
///
/// # Errors
/// Those of the store.
pub fn redo(app: &App) -> Result<Done<Option<TurnedView>>> {
    Ok(turned(app.ws().redo(&app.author(), app.now())?))
}

fn turned(result: Option<(Undone, Changed)>) -> Done<Option<TurnedView>> {
    let Some((undone, changed)) = result else {
        return Done {
            value: None,
            changed: ChangedView::default(),
        };
    };
    let kept = undone
        .kept
        .into_iter()
        .map(|kept| KeptView {
            table: kept.table.to_owned(),
            row: kept.row,
            column: kept.column.to_owned(),
            by: kept.by,
            at: kept.at.to_rfc3339(),
        })
        .collect();
    let step = StepView {
        kind: undone.kind,
        detail: undone.detail,
    };
    Done {
        value: Some(TurnedView {
            step,
            at: undone.at.to_rfc3339(),
            kept,
        }),
        changed: changed.into(),
    }
}

/// Who changed a record and when, the latest first.
///
/// # Errors
/// Those of the store; [`nexus_store::StoreError::NotFound`] for a table that is not logged.
pub fn history(app: &App, table: &str, row: &str) -> Result<Vec<HistoryView>> {
    let entries = app.ws().history(table, row)?;
    app.ws()
        .read(|r| entries.into_iter().map(|entry| told(r, entry)).collect())
}

fn told(r: &Read<'_>, entry: HistoryEntry) -> Result<HistoryView> {
    let cell = |step: HistoryStep| {
        Ok(CellView {
            old: text(r, &step.column, &step.old)?,
            new: text(r, &step.column, &step.new)?,
            column: step.column,
        })
    };
    Ok(HistoryView {
        at: entry.at.to_rfc3339(),
        author: entry.author,
        step: StepView {
            kind: entry.kind,
            detail: entry.detail,
        },
        remote: entry.remote,
        created: entry.created,
        cells: entry.steps.into_iter().map(cell).collect::<Result<_>>()?,
    })
}

/// What a cell says; of one that points to a record, what that is called.
fn text(r: &Read<'_>, column: &str, cell: &Cell) -> Result<String> {
    let text = cell.to_string();
    let name = match cell {
        Cell::Text(id) => naming::pointed_to(r, column, id)?,
        _ => None,
    };
    Ok(name.unwrap_or(text))
}

/// A text in progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DraftView {
    /// The field, e.g. `note:<session>`.
    pub place: String,
    /// What was typed.
    pub value: String,
    /// When it was last kept, RFC 3339.
    pub at: String,
}

/// The draft of a field, if one was left.
///
/// # Errors
/// Those of the store.
pub fn draft(app: &App, place: &str) -> Result<Option<DraftView>> {
    let found = app.ws().read(|r| draft::get(r, place))?;
    Ok(found.map(|draft| DraftView {
        place: draft.place,
        value: draft.value,
        at: draft.at.to_rfc3339(),
    }))
}

/// Keeps what is being typed; an empty value forgets it.
///
/// # Errors
/// Those of the store.
pub fn keep_draft(app: &App, place: &str, value: &str) -> Result<()> {
    let now = app.now();
    Ok(app.ws().keep(|w| {
        if value.is_empty() {
            draft::clear(w, place)
        } else {
            draft::keep(w, place, value, now)
        }
    })?)
}

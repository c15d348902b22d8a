//! The bin: what was removed, gesture by gesture, and bringing it back.

use nexus_store::removed::{self, Removal};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::changes::StepView;
use crate::{App, Done, Result};

/// Names that a line of the bin gives in full.
const NAMES: usize = 5;
/// Kind of the action that brings back.
const BACK: &str = "settings.bring-back";

/// What lies in the bin, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BinView {
    /// What somebody removed.
    pub removed: Vec<BinLine>,
    /// What had just been made when an undo took it away again.
    pub undone: Vec<BinLine>,
}

/// What one gesture put into the bin; it comes back together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BinLine {
    /// Id of the gesture.
    pub id: String,
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    pub author: String,
    /// What was done; for an undo, what it turned back.
    pub step: StepView,
    /// Whether it was an undo.
    pub undone: bool,
    /// Names of what is most worth naming, at most five.
    pub names: Vec<String>,
    /// How many more there are of their kind.
    pub more: u32,
    /// How many records of each table.
    pub counts: Vec<BinCount>,
}

/// How many records of one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BinCount {
    /// Name of the table; the words are `table-<name>`.
    pub table: String,
    /// How many.
    pub count: u32,
}

/// What lies in the bin.
///
/// # Errors
/// Those of the store.
pub fn bin(app: &App) -> Result<BinView> {
    let all = app.ws().read(removed::list)?;
    // What was brought back for a moment had been removed all the same.
    let just_made = |removal: &Removal| removal.undone && removal.kind != BACK;
    let (undone, removed): (Vec<_>, Vec<_>) = all.into_iter().partition(just_made);
    let lines = |list: Vec<Removal>| list.into_iter().map(line).collect();
    Ok(BinView {
        removed: lines(removed),
        undone: lines(undone),
    })
}

fn line(removal: Removal) -> BinLine {
    let mut counts: Vec<BinCount> = Vec::new();
    for (table, _) in &removal.records {
        match counts.last_mut() {
            Some(last) if last.table == *table => last.count += 1,
            _ => counts.push(BinCount {
                table: (*table).to_owned(),
                count: 1,
            }),
        }
    }
    // The catalogue goes from what holds others to what belongs to them: the first table says most.
    let first = removal.records.first().map_or("", |(table, _)| *table);
    let names: Vec<_> = removal
        .records
        .into_iter()
        .filter(|(table, name)| *table == first && !name.is_empty())
        .map(|(_, name)| name)
        .collect();
    BinLine {
        id: removal.id,
        at: removal.at.to_rfc3339(),
        author: removal.author,
        step: StepView {
            kind: removal.kind,
            detail: removal.detail,
        },
        undone: removal.undone,
        more: u32::try_from(names.len().saturating_sub(NAMES)).unwrap_or(u32::MAX),
        names: names.into_iter().take(NAMES).collect(),
        counts,
    }
}

/// Brings back what one gesture put into the bin, as one step of undo.
///
/// # Errors
/// [`crate::StoreError::NotFound`] when nothing of it lies there any more; those of the store.
pub fn bring_back(app: &App, gesture: &str) -> Result<Done<()>> {
    let detail = app.ws().read(removed::list)?.into_iter();
    let detail = detail
        .filter(|removal| removal.id == gesture)
        .flat_map(|removal| removal.records)
        .map(|(_, name)| name)
        .find(|name| !name.is_empty())
        .unwrap_or_default();
    app.act(BACK, &detail, |w| {
        removed::bring_back(w, gesture)?;
        Ok(())
    })
}

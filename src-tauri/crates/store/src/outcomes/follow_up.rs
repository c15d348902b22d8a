//! Rows of follow-ups.

use nexus_domain::assessments::Moment;
use nexus_domain::ids::{CohortId, FollowUpId};
use nexus_domain::outcomes::FollowUp;

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read(cells: &Cells<'_>) -> Result<FollowUp> {
    Ok(FollowUp {
        id: cells.id("id")?,
        cohort: cells.id("cohort")?,
        moment: cells.maybe_word("moment", Moment::from_key)?,
        title: cells.text("title")?,
        weeks: cells.number("weeks")?,
        done: cells.date("done")?,
    })
}

/// One follow-up of which something is stored.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn follow_up(r: &Read<'_>, id: FollowUpId) -> Result<FollowUp> {
    let id = id.to_string();
    let sql = "SELECT f.* FROM follow_up f JOIN cohort c ON c.id = f.cohort \
               WHERE f.id = ?1 AND f.deleted = 0 AND c.deleted = 0";
    row::first(r, "follow_up", sql, [&id], read)?.ok_or(StoreError::NotFound {
        what: "follow_up",
        id,
    })
}

/// The follow-ups of a cohort of which something is stored.
///
/// # Errors
/// What SQLite reports.
pub fn follow_ups(r: &Read<'_>, cohort: CohortId) -> Result<Vec<FollowUp>> {
    let sql = "SELECT f.* FROM follow_up f JOIN cohort c ON c.id = f.cohort \
               WHERE f.cohort = ?1 AND f.deleted = 0 AND c.deleted = 0 ORDER BY f.weeks, f.id";
    row::list(r, "follow_up", sql, [cohort.to_string()], read)
}

/// Stores a follow-up, also one that was in the bin.
///
/// # Errors
/// What SQLite reports.
pub fn put_follow_up(w: &Write<'_>, follow_up: &FollowUp) -> Result<()> {
    row::put(
        w,
        "follow_up",
        &follow_up.id.to_string(),
        &[
            ("cohort", &follow_up.cohort.to_string()),
            ("moment", &follow_up.moment.map(Moment::key)),
            ("title", &follow_up.title),
            ("weeks", &follow_up.weeks),
            ("done", &follow_up.done.map(|day| day.to_string())),
            ("deleted", &0),
        ],
    )
}

/// Takes a follow-up into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_follow_up_deleted(w: &Write<'_>, id: FollowUpId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "follow_up", &id.to_string(), deleted)
}

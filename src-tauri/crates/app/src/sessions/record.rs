//! All that is known of a cohort's sessions, for other programs.

use nexus_domain::ids::CohortId;
use nexus_domain::sessions::{Presence, progress};
use nexus_store::{Read, cohorts, sessions};
use serde::Serialize;

use super::attendance::attendees;
use super::{BlockOriginView, Day, SessionLine, count, module, notes};
use crate::{App, Result};

/// One session with its blocks, marks and notes.
#[derive(Debug, Clone, Serialize)]
pub struct SessionRecord {
    /// The session itself.
    #[serde(flatten)]
    pub session: SessionLine,
    /// Minutes by which it ended behind its plan, or is behind it.
    pub behind: i64,
    /// Its blocks in order.
    pub agenda: Vec<BlockRecord>,
    /// Who was expected or came.
    pub attendance: Vec<MarkRecord>,
    /// Notes, the earliest first.
    pub notes: Vec<NoteRecord>,
}

/// One block as planned and as it ran. Times are local, `HH:MM`.
#[derive(Debug, Clone, Serialize)]
pub struct BlockRecord {
    /// Its title.
    pub title: String,
    /// Planned start.
    pub starts: String,
    /// Planned end.
    pub ends: String,
    /// Planned minutes.
    pub minutes: Option<u32>,
    /// Whether nothing may move it.
    pub locked: bool,
    /// Whether it can be left out.
    pub optional: bool,
    /// Names of the competencies that it works on.
    pub competencies: Vec<String>,
    /// What the facilitator says or does.
    pub instructions: String,
    /// When it really began.
    pub began: Option<String>,
    /// When it really ended.
    pub ended: Option<String>,
    /// Whether a repair left it out.
    pub dropped: bool,
    /// The module that it was made from.
    pub module: Option<BlockOriginView>,
}

/// One person's attendance.
#[derive(Debug, Clone, Serialize)]
pub struct MarkRecord {
    /// Participant code.
    pub code: String,
    /// Their name, for those who may read it.
    #[serde(skip)]
    pub name: String,
    /// The mark.
    pub mark: Presence,
    /// When they came, if they came late.
    pub arrived: Option<String>,
    /// Whether they came without being on the list.
    pub walk_in: bool,
}

/// One note.
#[derive(Debug, Clone, Serialize)]
pub struct NoteRecord {
    /// When it was taken.
    pub at: String,
    /// Title of the block that ran, or empty.
    pub block: String,
    /// What was noted.
    pub text: String,
}

/// Every session of a cohort, the earliest first.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn records(app: &App, cohort: &str) -> Result<Vec<SessionRecord>> {
    let cohort = crate::cohorts::read_id(cohort)?;
    app.ws().read(|r| records_of(app, r, cohort))
}

/// As [`records`], within a transaction.
pub(crate) fn records_of(app: &App, r: &Read<'_>, cohort: CohortId) -> Result<Vec<SessionRecord>> {
    let now = app.now();
    let cohort = cohorts::by_id(r, cohort)?;
    let mut records = Vec::new();
    for (at, session) in sessions::of_cohort(r, cohort.id)?.into_iter().enumerate() {
        let day = Day {
            number: count(at + 1),
            cohort: cohort.clone(),
            blocks: sessions::blocks(r, session.id)?,
            session,
        };
        let here = attendees(r, &day)?;
        let attendance = here.iter().map(|one| one.line(&day)).map(|line| MarkRecord {
            code: line.code,
            name: line.name,
            mark: line.mark,
            arrived: line.arrived,
            walk_in: line.walk_in,
        });
        let notes = notes::notes(r, &day)?.into_iter().map(|note| NoteRecord {
            at: note.at,
            block: note.block_title,
            text: note.text,
        });
        records.push(SessionRecord {
            session: day.line(&here),
            behind: progress(&day.session, &day.blocks, now).behind,
            agenda: blocks(r, &day)?,
            attendance: attendance.collect(),
            notes: notes.collect(),
        });
    }
    Ok(records)
}

fn blocks(r: &Read<'_>, day: &Day) -> Result<Vec<BlockRecord>> {
    let mut planned = day.planned();
    module::tell_origins(r, day, &mut planned)?;
    let blocks = planned.into_iter().zip(&day.blocks);
    Ok(blocks
        .map(|(plan, (_, run))| BlockRecord {
            title: plan.title,
            starts: plan.starts,
            ends: plan.ends,
            minutes: plan.minutes,
            locked: plan.locked,
            optional: plan.optional,
            competencies: plan.competencies,
            instructions: plan.instructions,
            began: run.began.map(|at| day.local(at)),
            ended: run.ended.map(|at| day.local(at)),
            dropped: run.dropped,
            module: plan.origin,
        })
        .collect())
}

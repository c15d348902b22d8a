//! What crosses to the user interface about a running session. Ids and instants are text (RFC 3339, UTC),
//! local times `HH:MM`.

use nexus_domain::sessions::{Presence, SessionState, Tally};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::SessionLine;

/// A session as it runs or ran, at an instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RunView {
    /// The session itself.
    pub session: SessionLine,
    /// Presence of its cohort.
    pub cohort_mark: String,
    /// The instant that this view is about.
    pub now: String,
    /// How far it is.
    pub state: SessionState,
    /// Position of the block that runs.
    pub current: Option<u32>,
    /// Its blocks in order.
    pub blocks: Vec<RunBlock>,
    /// The clock of the current block; none where that is a point in time.
    pub clock: Option<ClockView>,
    /// Since when the current block stands still.
    pub paused_at: Option<String>,
    /// Minutes behind the plan; negative when ahead. Once it is over: how late it ended.
    pub behind: i32,
    /// Position of the block that comes next.
    pub next: Option<u32>,
    /// What can be done when the rest does not fit as it stands.
    pub repair: Option<RepairView>,
    /// What the current block works on.
    pub competencies: Vec<CompetencyLook>,
    /// Who is expected or came, in the order of their codes.
    pub attendance: Vec<AttendanceLine>,
    /// How many have each mark.
    pub tally: Tally,
    /// Notes, the earliest first.
    pub notes: Vec<NoteView>,
}

/// A block as planned, and as it ran or will run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RunBlock {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Planned start.
    pub planned_start: String,
    /// Planned end.
    pub planned_end: String,
    /// Actual or expected start; the planned one where it is left out.
    pub start: String,
    /// Actual or expected end; the planned one where it is left out.
    pub end: String,
    /// Planned minutes; none for a point in time.
    pub minutes: Option<u32>,
    /// Minutes that it had, or is expected to have; none where it is left out or a point in time.
    pub given: Option<u32>,
    /// Minutes given beyond the planned ones; negative if fewer.
    pub late: i32,
    /// Whether it is over.
    pub done: bool,
    /// Whether a repair left it out.
    pub dropped: bool,
    /// Whether it is still to come, at another time than planned.
    pub moved: bool,
    /// Whether nothing may move it.
    pub locked: bool,
    /// Whether it can be left out.
    pub optional: bool,
    /// Names of the competencies that it works on.
    pub competencies: Vec<String>,
    /// What the facilitator says or does.
    pub instructions: String,
}

/// The clock of the current block. While it is paused the time left is `ends − paused_at`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ClockView {
    /// When it began.
    pub began: String,
    /// When its time is up, earlier pauses included.
    pub ends: String,
    /// Its whole length in seconds.
    pub seconds: u32,
    /// When a fifth is left.
    pub amber_at: String,
    /// When a twentieth is left.
    pub red_at: String,
    /// Since when it stands still.
    pub paused_at: Option<String>,
}

/// What can be done when the blocks up to the next locked one do not fit, each with its result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RepairView {
    /// Title of the locked block; none where the planned end of the session is meant.
    pub locked_title: Option<String>,
    /// Its time, or the planned end.
    pub locked_at: String,
    /// Minutes behind the plan; negative when ahead (fewer minutes were planned than given).
    pub late: i32,
    /// Start later.
    pub shift: ShiftView,
    /// Shorten the blocks; none if even five minutes each do not fit.
    pub shrink: Option<ShrinkView>,
    /// Leave optional blocks out; none if there are none.
    pub drop: Option<DropView>,
}

/// What starting later does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ShiftView {
    /// Whether nothing stands in the way: only the planned end is passed.
    pub fits: bool,
    /// Minutes that do not fit.
    pub over: u32,
    /// When the blocks would be over.
    pub ends: String,
}

/// What shortening does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ShrinkView {
    /// New minutes of each block that gets shorter or stays.
    pub minutes: Vec<ShrunkBlock>,
    /// When the blocks would be over.
    pub ends: String,
}

/// One block that would be shortened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ShrunkBlock {
    /// Its id.
    pub block: String,
    /// Its title.
    pub title: String,
    /// Minutes that it has.
    pub from: u32,
    /// Minutes that it would have.
    pub to: u32,
}

/// What leaving out does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DropView {
    /// Which blocks.
    pub blocks: Vec<DroppedBlock>,
    /// Minutes that this frees.
    pub frees: u32,
    /// Minutes to spare afterwards.
    pub spare: u32,
    /// Minutes that do not fit even so.
    pub over: u32,
    /// When the blocks would be over.
    pub ends: String,
}

/// One block that would be left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DroppedBlock {
    /// Its id.
    pub block: String,
    /// Its title.
    pub title: String,
}

/// A competency of the current block and how it shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CompetencyLook {
    /// Its name.
    pub name: String,
    /// What to look for; empty where the framework does not know it.
    pub look_for: Vec<String>,
}

/// One person at a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AttendanceLine {
    /// Id of the person.
    pub person: String,
    /// Participant code.
    pub code: String,
    /// Given and family name.
    pub name: String,
    /// Given name.
    pub given: String,
    /// Institution.
    pub institution: String,
    /// The mark.
    pub mark: Presence,
    /// When they came, if they came late.
    pub arrived: Option<String>,
    /// Whether they came without being on the list.
    pub walk_in: bool,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NoteView {
    /// Its id.
    pub id: String,
    /// When it was taken.
    pub at: String,
    /// The block that ran then.
    pub block: Option<String>,
    /// Title of that block, or empty.
    pub block_title: String,
    /// What was noted.
    pub text: String,
    /// Competencies of that block.
    pub competencies: Vec<String>,
    /// Whether it takes the place of an earlier one.
    pub corrects: bool,
}

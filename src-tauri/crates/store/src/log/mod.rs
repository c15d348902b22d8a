//! The change log: the one mechanism behind undo, history, refresh and exchange.
//!
//! Triggers write one row of `change` for each cell that an action alters, and one for each row
//! that it creates. Everything else here reads that log: [`undo`] turns an action back, [`history`]
//! tells who changed a record, [`exchange`] hands rows to another copy and merges theirs,
//! [`replay`] proves that the tables are what the log says.

mod action;
pub mod catalogue;
mod exchange;
mod heads;
mod history;
mod replay;
#[cfg(test)]
mod tests;
pub(crate) mod triggers;
mod undo;
mod value;

pub use action::{ActionMeta, Changed, RowRef};
pub(crate) use action::{Closing, act, erasing, parse_wall, wall};
pub use exchange::{Applied, LogAction, LogRow};
pub(crate) use exchange::{apply, export, retry_pending};
pub(crate) use history::of_record;
pub use history::{HistoryEntry, HistoryStep};
pub use replay::Difference;
pub(crate) use replay::differences;
pub(crate) use undo::{Direction, end_undo, end_undo_at, root, step, top};
pub use undo::{Kept, UndoTop, Undone};
pub use value::Cell;

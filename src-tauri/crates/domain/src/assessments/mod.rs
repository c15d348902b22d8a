//! Assessments: what is asked, when, of whom, and what was answered.
//!
//! A [`Framework`] names competencies and what they look like; an [`Instrument`] is a sheet of items, each with
//! its [`Format`] and perhaps a [`Condition`] under which it is asked; a published version never changes.
//! An [`Occasion`] lets one cohort answer one version of an instrument at one [`Moment`], and that fixes the
//! [`Design`]: ratings given before, after, or looking back are never mixed. A [`Response`] is one sheet; it
//! is never edited, a correction is a response that names the one it replaces.

mod answer;
mod condition;
mod fault;
#[cfg(test)]
pub(crate) mod fixtures;
mod format;
mod framework;
pub mod import;
mod instrument;
pub mod library;
mod occasion;
mod response;
pub mod second;
mod union;

pub use answer::{Answer, BadCode, LONGEST_TEXT, words};
pub use condition::{Condition, Test};
pub use fault::Fault;
pub use format::{Choice, Decimal, Format, FormatKind, LETTERS};
pub use framework::{Anchor, Competency, Context, Framework, Group, Wording};
pub use instrument::{Instrument, Item, Kind, Scale, Section, is_key};
pub use occasion::{Design, Moment, Occasion};
pub use response::{Mode, Response, current, doubles};
pub use union::union;

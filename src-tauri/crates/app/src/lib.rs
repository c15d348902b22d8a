//! Use-cases: each is one transaction and returns what changed. They run without a window.
//!
//! A use-case is a function `<feature>::<verb>(app, input)`. What crosses to the user interface are
//! the inputs and views here: plain structs with ids and dates as text.

pub mod assessments;
pub mod changes;
pub mod cohorts;
mod context;
pub mod curriculum;
mod done;
mod error;
mod foreign;
mod input;
pub mod outcomes;
pub mod people;
pub mod programs;
pub mod projects;
pub mod reports;
pub mod sample;
pub mod sessions;
pub mod settings;
mod task;

pub use context::{App, Clock};
pub use done::{ChangedView, Done, RowKey};
pub use error::{AppError, Result};
pub use nexus_report::figures;
pub use nexus_store::{StoreError, Workspace};
pub use task::Task;

//! The encrypted workspace file. The only crate that contains SQL; it returns types of the domain.
//!
//! Features write plain SQL through [`Write`]; the change log ([`log`]) sees every cell of a synced
//! table by itself. Reading goes through [`Read`]. Both come from a [`Workspace`].

pub mod assessments;
pub mod attachment;
pub mod backup;
pub mod baseline;
pub mod cohorts;
pub mod curriculum;
pub mod draft;
mod error;
mod file;
mod handle;
mod key;
pub mod keys;
pub mod log;
mod migrate;
pub mod naming;
pub mod outcomes;
pub mod people;
pub mod programs;
pub mod projects;
pub mod removed;
pub mod reports;
mod row;
mod schema;
pub mod sessions;
pub mod setting;
mod soundness;
mod workspace;

pub use error::{Result, StoreError};
pub use handle::{Read, Write};
pub use key::WorkspaceKey;
pub use log::{ActionMeta, Changed, RowRef};
pub use schema::{CURRENT, Migration, Schema};
pub use soundness::{Dangling, Soundness};
pub use workspace::{BeforeMigration, OpenOptions, Workspace};

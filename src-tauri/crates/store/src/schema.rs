//! The schema of a workspace: its migrations, frozen once landed, and its catalogue.

use crate::log::catalogue::Catalogue;

/// One step of the schema: what it is for, and its SQL.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// A word for people who read a log of it.
    pub name: &'static str,
    /// Statements, run in one transaction with the others that are due.
    pub sql: &'static str,
}

/// A series of migrations and the catalogue that holds after the last of them.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// The steps; the format of a file is the number of steps it has seen.
    pub migrations: &'static [Migration],
    /// The synced tables after the last step.
    pub catalogue: Catalogue,
}

impl Schema {
    /// The format that this schema writes.
    pub fn format(&self) -> u32 {
        self.migrations.len() as u32
    }
}

/// The first step alone stands for the log itself.
pub(crate) const CORE: Migration = Migration {
    name: "core",
    sql: include_str!("../migrations/0001_core.sql"),
};

/// The schema of this version.
pub const CURRENT: Schema = Schema {
    migrations: &[CORE],
    catalogue: Catalogue::new(&[]),
};

//! The two handles that a use-case gets: one that can only read, one inside an action.

use std::ops::Deref;

use rusqlite::Connection;

/// A consistent view of the workspace. Feature modules of this crate add their queries to it.
pub struct Read<'c> {
    connection: &'c Connection,
}

impl<'c> Read<'c> {
    pub(crate) fn new(connection: &'c Connection) -> Self {
        Self { connection }
    }

    /// The connection, for the SQL of this crate alone.
    pub(crate) fn sql(&self) -> &'c Connection {
        self.connection
    }
}

/// An open action: whatever is written through it is logged, and undone as one step.
pub struct Write<'c> {
    read: Read<'c>,
}

impl<'c> Write<'c> {
    pub(crate) fn new(connection: &'c Connection) -> Self {
        Self {
            read: Read::new(connection),
        }
    }
}

impl<'c> Deref for Write<'c> {
    type Target = Read<'c>;

    fn deref(&self) -> &Self::Target {
        &self.read
    }
}

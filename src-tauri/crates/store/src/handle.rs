//! The two handles that a use-case gets: one that can only read, one inside an action.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;

use nexus_domain::ids::PersonId;
use rusqlite::Connection;

use crate::Result;
use crate::people::alias;

/// A consistent view of the workspace. Feature modules of this crate add their queries to it.
pub struct Read<'c> {
    connection: &'c Connection,
    /// Of people with several records: each record with the one that counts. Read when it is first needed.
    kept: RefCell<Option<Rc<Kept>>>,
}

/// Records of people by the record that counts.
pub(crate) type Kept = BTreeMap<PersonId, PersonId>;

impl<'c> Read<'c> {
    pub(crate) fn new(connection: &'c Connection) -> Self {
        Self {
            connection,
            kept: RefCell::new(None),
        }
    }

    /// The records of people that have several.
    pub(crate) fn kept(&self) -> Result<Rc<Kept>> {
        if let Some(kept) = &*self.kept.borrow() {
            return Ok(Rc::clone(kept));
        }
        let kept = Rc::new(alias::read_kept(self.connection)?);
        self.kept.replace(Some(Rc::clone(&kept)));
        Ok(kept)
    }

    /// Reads [`Read::kept`] anew when it is next needed.
    pub(crate) fn forget_kept(&self) {
        self.kept.replace(None);
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

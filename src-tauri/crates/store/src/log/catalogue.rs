//! The list of synced tables and columns. A number, once given, belongs to its name for ever:
//! logs of other devices and of years ago refer to it.

use rusqlite::Connection;

use super::action::{Changed, RowRef};
use crate::Result;

/// How far the rows of a table travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// Stays on this device.
    Local,
    /// Shared by the devices of one facility.
    Facility,
    /// Shared by the whole coalition.
    Coalition,
}

/// What may happen to a row after its creation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Every cell can be edited.
    Cells,
    /// Only `deleted` changes; a correction is a new row that names the one it replaces.
    AppendOnly,
}

/// A logged column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Unique within its table, from 1, never reused.
    pub number: u32,
    /// Name in the schema.
    pub name: &'static str,
    /// Name of the table whose row it names, if it names one. An empty cell or NULL names none.
    pub refers: Option<&'static str>,
}

/// A logged table. Its key is the text column `id`, which is not among `columns`.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Unique in the catalogue, never reused.
    pub number: u32,
    /// Name in the schema.
    pub name: &'static str,
    /// How far its rows travel.
    pub space: Space,
    /// What may change.
    pub kind: Kind,
    /// Every column but `id`; one of them is `deleted`.
    pub columns: &'static [Column],
}

impl Table {
    /// The column with this number, if this version knows it.
    pub fn column(&self, number: u32) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.number == number)
    }

    /// Number of the `deleted` cell; 0 if the declaration forgot it, which a test forbids.
    pub(crate) fn deleted(&self) -> u32 {
        self.columns
            .iter()
            .find(|column| column.name == "deleted")
            .map_or(0, |column| column.number)
    }
}

/// Short form for the declarations of the features.
pub(crate) const fn column(number: u32, name: &'static str) -> Column {
    Column {
        number,
        name,
        refers: None,
    }
}

/// Short form for a column that names a row of another table, or of its own.
pub(crate) const fn reference(number: u32, name: &'static str, table: &'static str) -> Column {
    Column {
        number,
        name,
        refers: Some(table),
    }
}

/// A table that is not synced but worked out from synced ones, and brought up to date with them.
#[derive(Debug, Clone, Copy)]
pub struct Derived {
    /// The synced tables from which it is worked out.
    pub from: &'static [&'static str],
    /// Works it out anew.
    pub rebuild: fn(&Connection) -> Result<()>,
}

/// All synced tables of a schema.
#[derive(Debug, Clone, Copy)]
pub struct Catalogue {
    groups: &'static [&'static [Table]],
    derived: &'static [Derived],
}

impl Catalogue {
    /// Joins the declarations of the features.
    pub const fn new(groups: &'static [&'static [Table]]) -> Self {
        Self { groups, derived: &[] }
    }

    /// With tables that follow from the synced ones.
    pub const fn deriving(self, derived: &'static [Derived]) -> Self {
        Self { derived, ..self }
    }

    /// Works out what follows from tables that changed; from any table if none is named.
    pub(crate) fn derive(&self, connection: &Connection, changed: Option<&Changed>) -> Result<()> {
        for derived in self.derived {
            let concerns = |row: &RowRef| derived.from.contains(&row.table);
            if changed.is_none_or(|changed| changed.rows.iter().any(concerns)) {
                (derived.rebuild)(connection)?;
            }
        }
        Ok(())
    }

    /// Every table, in the order of declaration.
    pub fn tables(&self) -> impl Iterator<Item = &'static Table> + use<> {
        self.groups.iter().flat_map(|group| group.iter())
    }

    /// The table with this number, if this version knows it.
    pub fn by_number(&self, number: u32) -> Option<&'static Table> {
        self.tables().find(|table| table.number == number)
    }

    /// The table with this name.
    pub fn by_name(&self, name: &str) -> Option<&'static Table> {
        self.tables().find(|table| table.name == name)
    }
}

//! What may be printed, and for the person who prints it: what may not, and why.

use std::collections::{BTreeMap, BTreeSet};

use super::audience::Audience;
use super::table::{Axis, Kind, Table, Universe};

/// Something that a report shows or withholds.
///
/// It does not say why it is withheld: a report that told small numbers from those that protect them would give
/// away what it protects. The reasons stand in [`Publication::withheld`], for the preview alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published<T> {
    /// May be printed.
    Shown(T),
    /// A dash.
    Withheld,
}

impl<T> Published<T> {
    /// What is shown.
    pub fn shown(self) -> Option<T> {
        match self {
            Self::Shown(value) => Some(value),
            Self::Withheld => None,
        }
    }

    /// Something else about the same people (a mean, a median, a share), shown where this is.
    pub fn and<U>(&self, other: U) -> Published<U> {
        match self {
            Self::Shown(_) => Published::Shown(other),
            Self::Withheld => Published::Withheld,
        }
    }
}

/// A table as it may be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedTable {
    /// Key of the table.
    pub key: String,
    /// What it counts.
    pub kind: Kind,
    /// What everybody counted has in common.
    pub within: BTreeMap<String, BTreeSet<String>>,
    /// Its rows.
    pub rows: Axis,
    /// Its columns.
    pub columns: Option<Axis>,
    /// Counts row by row; the last row and, where there are columns, the last column are totals.
    pub grid: Vec<Vec<Published<u32>>>,
}

impl PublishedTable {
    /// A count; the column of a one-way table is 0.
    pub fn cell(&self, row: usize, column: usize) -> Published<u32> {
        let found = self.grid.get(row).and_then(|row| row.get(column));
        found.copied().unwrap_or(Published::Withheld)
    }

    /// The total of a row, or the one count of a row without columns.
    pub fn row_total(&self, row: usize) -> Published<u32> {
        self.cell(row, self.columns.as_ref().map_or(0, |axis| axis.categories.len()))
    }

    /// The total of a column.
    pub fn column_total(&self, column: usize) -> Published<u32> {
        self.cell(self.rows.categories.len(), column)
    }

    /// The number of people behind the table.
    pub fn total(&self) -> Published<u32> {
        self.row_total(self.rows.categories.len())
    }

    /// True when nothing of it may be printed.
    pub fn is_withheld(&self) -> bool {
        self.grid
            .iter()
            .flatten()
            .all(|cell| *cell == Published::Withheld)
    }

    pub(super) fn hidden(table: &Table) -> Self {
        Self::of(table, |_, _, _| Published::Withheld)
    }

    pub(super) fn of(table: &Table, show: impl Fn(usize, usize, u32) -> Published<u32>) -> Self {
        let line = |(row, counts): (usize, &Vec<u32>)| {
            let cells = counts.iter().enumerate();
            cells.map(|(column, count)| show(row, column, *count)).collect()
        };
        Self {
            key: table.key.clone(),
            kind: table.kind,
            within: table.within.clone(),
            rows: table.rows.clone(),
            columns: table.columns.clone(),
            grid: table.grid().iter().enumerate().map(line).collect(),
        }
    }
}

/// Tables that may be issued together, and why the rest may not.
///
/// It is also what is kept of an issued report: hand it back as `earlier` when the next one is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Whom the tables are about.
    pub universe: Universe,
    /// Who may read it.
    pub audience: Audience,
    /// Fewest people a protected number stands for; 0 for a participant.
    pub threshold: u32,
    /// The tables, in the order in which they came.
    pub tables: Vec<PublishedTable>,
    /// For the preview, never for the report: what is withheld and why.
    pub withheld: Vec<Withholding>,
    /// Places in `earlier` of reports that do not agree with the records as they are now: people or answers
    /// were added, removed or corrected since. They could not be checked together with this one.
    pub differing: Vec<usize>,
}

impl Publication {
    /// A table by its key.
    pub fn table(&self, key: &str) -> Option<&PublishedTable> {
        self.tables.iter().find(|table| table.key == key)
    }
}

/// Something withheld.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withholding {
    /// Key of the table.
    pub table: String,
    /// Where in it.
    pub place: Place,
    /// Why.
    pub reason: Reason,
}

/// A place in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// All of it.
    Table,
    /// A count; the column of a one-way table is 0.
    Cell {
        /// The row, from 0.
        row: usize,
        /// The column, from 0.
        column: usize,
    },
    /// The total of a row.
    RowTotal {
        /// The row, from 0.
        row: usize,
    },
    /// The total of a column.
    ColumnTotal {
        /// The column, from 0.
        column: usize,
    },
    /// The total of all.
    Total,
}

/// Why something is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Fewer people than the threshold, nobody included.
    Small,
    /// It would give away a small number here, in another table or in an issued report.
    Protects,
    /// Too few people answered for any of it.
    FewRespondents {
        /// Who answered.
        respondents: u32,
    },
    /// Withholding some of its numbers was not certain to be enough.
    NothingSafe,
    /// Together with the other tables it brings too many attributes together to be checked.
    TooEntangled,
    /// A participant gets no counts of other people.
    OwnDataOnly,
}

//! What a use-case that wrote hands back: its value, and which records it touched.

use nexus_store::Changed;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Above this number of rows a change names its tables only.
const NAMED_ROWS: usize = 200;

/// The result of a use-case that wrote.
#[derive(Debug, Clone)]
pub struct Done<T> {
    /// What was asked for.
    pub value: T,
    /// What was touched, for screens that show it.
    pub changed: ChangedView,
}

impl<T> Done<T> {
    /// The same change with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Done<U> {
        Done {
            value: f(self.value),
            changed: self.changed,
        }
    }
}

/// Which records an action touched. Screens that show one of the tables read again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ChangedView {
    /// Names of the tables, each once.
    pub tables: Vec<String>,
    /// The rows; empty when there are more than 200.
    pub rows: Vec<RowKey>,
}

/// One record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RowKey {
    /// Name of the table.
    pub table: String,
    /// Id of the row.
    pub id: String,
}

impl From<Changed> for ChangedView {
    fn from(changed: Changed) -> Self {
        let tables = changed.tables().into_iter().map(str::to_owned).collect();
        let named = changed.rows.len() <= NAMED_ROWS;
        let rows = changed
            .rows
            .into_iter()
            .filter(|_| named)
            .map(|row| RowKey {
                table: row.table.to_owned(),
                id: row.id,
            })
            .collect();
        Self { tables, rows }
    }
}

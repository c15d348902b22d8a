//! Data out: a [`Sheet`] as CSV, as a workbook or as JSON Lines.
//!
//! Each writer asks `step` with the number of rows written so far, and stops where that says `false`. What a reader must
//! know of the columns is a sheet itself, made by whoever has the words.

mod json_lines;
mod workbook;

#[cfg(test)]
mod tests;

use std::io::Write;

use nexus_domain::reports::sheet::{Sheet, Value};

use crate::csv_out;

pub use json_lines::{SCHEMA, json_line, json_lines};
pub use workbook::{Book, ROWS, TEXT};

/// Rows between two questions whether to go on.
const STRIDE: usize = 64;

/// Hears how many rows are written; `false` stops.
pub type Step<'a> = dyn FnMut(usize) -> bool + 'a;

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// Somebody stopped it.
    #[error("stopped after {rows} rows")]
    Stopped {
        /// Rows written until then.
        rows: usize,
    },
    /// The place to write to failed.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// A workbook has no room for so many rows.
    #[error("{sheet}: {found} rows; a workbook holds {limit}")]
    TooManyRows {
        /// Title of the table.
        sheet: String,
        /// Rows that it has.
        found: usize,
        /// Rows that there is room for.
        limit: usize,
    },
    /// A cell of a workbook has no room for so many characters.
    #[error("{sheet}, row {row}, {column}: {found} characters; a cell of a workbook holds {limit}")]
    TooLong {
        /// Title of the table.
        sheet: String,
        /// The row, from 1, the heads not counted.
        row: usize,
        /// Head of the column.
        column: String,
        /// Characters that it has.
        found: usize,
        /// Characters that there is room for.
        limit: usize,
    },
    /// The workbook could not be made.
    #[error(transparent)]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A value that JSON cannot say.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

fn on(step: &mut Step<'_>, rows: usize) -> Result<(), SheetError> {
    if rows.is_multiple_of(STRIDE) && !step(rows) {
        return Err(SheetError::Stopped { rows });
    }
    Ok(())
}

/// Writes a table as CSV: UTF-8 with a byte order mark, commas, CRLF, the keys of the columns first. What a spreadsheet
/// might run loses its force, see [`csv_out::neutral`].
///
/// # Errors
/// [`SheetError::Stopped`], [`SheetError::Io`].
pub fn csv(sheet: &Sheet, out: &mut dyn Write, step: &mut Step<'_>) -> Result<(), SheetError> {
    let mut text = String::from(csv_out::MARK);
    csv_out::push_row(&mut text, sheet.columns.iter().map(|column| &column.key));
    for (at, row) in sheet.rows().iter().enumerate() {
        on(step, at)?;
        csv_out::push_row(&mut text, row.iter().map(Value::text));
        out.write_all(text.as_bytes())?;
        text.clear();
    }
    out.write_all(text.as_bytes())?;
    Ok(())
}

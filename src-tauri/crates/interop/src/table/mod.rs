//! Bytes of a foreign file → a [`Table`] of text.
//!
//! The caller says how well a row would do as the header (it knows which columns it hopes for); the reader
//! then finds the header on any of the first rows of any sheet. Nothing in a file makes the reader panic or
//! use memory out of proportion: sizes are checked first and workbooks are read cell by cell.

mod sheet;
pub(crate) mod text;

#[cfg(test)]
mod tests;

use nexus_domain::table::{Row, Source, Table};

/// What a file may measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Bytes of a workbook's parts when unpacked.
    pub unpacked: u64,
    /// Rows, blank ones included.
    pub rows: u32,
    /// Columns.
    pub columns: u32,
    /// Cells up to the last value of each row, blank rows counting one each.
    pub cells: u32,
    /// Characters of one value.
    pub value: u32,
}

impl Default for Limits {
    /// 50 MB, 250 MB unpacked, 100,000 rows, 1,000 columns, 4 million cells, 20,000 characters: far beyond any
    /// roster.
    fn default() -> Self {
        Self {
            bytes: 50_000_000,
            unpacked: 250_000_000,
            rows: 100_000,
            columns: 1_000,
            cells: 4_000_000,
            value: 20_000,
        }
    }
}

/// Why a file cannot be read as a table. Nothing of it was used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// The file holds nothing (or only white space).
    #[error("the file is empty; expected a table with a row of column names")]
    Empty,
    /// The file is too big.
    #[error("the file has {found} bytes; expected at most {limit}")]
    TooBig {
        /// Bytes found.
        found: u64,
        /// Bytes allowed.
        limit: u64,
    },
    /// The file is of another kind.
    #[error("the file is {found}; expected CSV text or an .xlsx workbook")]
    WrongKind {
        /// What it looks like.
        found: &'static str,
    },
    /// The bytes are no text: a NUL or too many control characters.
    #[error("line {line} holds bytes that are no text; expected CSV text or an .xlsx workbook")]
    NotText {
        /// First line that is no text.
        line: u32,
    },
    /// The workbook cannot be opened: cut short, damaged, or not a workbook.
    #[error("the workbook is cut short or damaged ({reason})")]
    Damaged {
        /// What the reader says.
        reason: String,
    },
    /// There are too many columns.
    #[error("row {record} has {found} columns; expected at most {limit}")]
    TooManyColumns {
        /// Row as a spreadsheet counts.
        record: u32,
        /// Columns found.
        found: u32,
        /// Columns allowed.
        limit: u32,
    },
    /// There are too many rows.
    #[error("the table has more than {limit} rows")]
    TooManyRows {
        /// Rows allowed.
        limit: u32,
    },
    /// There are too many cells.
    #[error("the table has more than {limit} cells")]
    TooManyCells {
        /// Cells allowed.
        limit: u32,
    },
}

/// How well these cells would do as a header; 0 = not at all.
pub type HeaderScore<'a> = &'a dyn Fn(&[String]) -> u32;

/// How many of the first rows may be the header.
const HEADER_WITHIN: usize = 40;

/// Reads a CSV file or an XLSX workbook.
///
/// The row with the highest `score` among the first forty is the header (the first row that is not blank
/// where none scores); in a workbook the sheet with the best header is read. Rows above the header are left
/// out.
///
/// # Errors
/// [`TableError`]; a single bad row is no error but a row with a fault.
pub fn read(bytes: &[u8], score: HeaderScore<'_>, limits: &Limits) -> Result<Table, TableError> {
    let found = bytes.len() as u64;
    if found > limits.bytes {
        return Err(TableError::TooBig {
            found,
            limit: limits.bytes,
        });
    }
    if bytes.is_empty() {
        return Err(TableError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return sheet::read(bytes, score, limits);
    }
    if let Some(found) = other_kind(bytes) {
        return Err(TableError::WrongKind { found });
    }
    text::read(bytes, score, limits)
}

/// Names a file that begins like something which is no table.
pub(crate) fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let kinds: [(&[u8], &'static str); 10] = [
        (b"%PDF", "a PDF"),
        (b"\x89PNG", "a PNG picture"),
        (b"\xff\xd8\xff", "a JPEG picture"),
        (b"GIF8", "a GIF picture"),
        (
            b"\xd0\xcf\x11\xe0",
            "an old or password-protected Office file (save it as .xlsx without a password, or as CSV)",
        ),
        (b"SQLite format 3", "a database"),
        (b"\x1f\x8b", "a compressed file"),
        (b"{\\rtf", "a rich-text document"),
        (b"PK\x05\x06", "an empty archive"),
        (b"\x7fELF", "a program"),
    ];
    let start = bytes.trim_ascii_start();
    let markup = [b"<!doctype".as_slice(), b"<html", b"<?xml"];
    if markup
        .iter()
        .any(|mark| start.len() >= mark.len() && start[..mark.len()].eq_ignore_ascii_case(mark))
    {
        return Some("a web page or XML");
    }
    kinds
        .into_iter()
        .find(|(magic, _)| bytes.starts_with(magic))
        .map(|(_, name)| name)
}

/// Splits rows into header and body; the score tells how good the header is.
fn split(mut rows: Vec<Row>, score: HeaderScore<'_>) -> Option<(u32, Row, Vec<Row>)> {
    let best = rows
        .iter()
        .enumerate()
        .take(HEADER_WITHIN)
        .filter(|(_, row)| !row.is_blank())
        .map(|(index, row)| (score(&row.cells), std::cmp::Reverse(index)))
        .max()?;
    let (points, std::cmp::Reverse(index)) = best;
    let body = rows.split_off(index + 1);
    let header = rows.pop()?;
    Some((points, header, body))
}

/// Refuses a row that is too wide.
fn check_width(used: usize, record: u32, limits: &Limits) -> Result<(), TableError> {
    if used > limits.columns as usize {
        return Err(TableError::TooManyColumns {
            record,
            found: u32::try_from(used).unwrap_or(u32::MAX),
            limit: limits.columns,
        });
    }
    Ok(())
}

/// What was taken up so far of a table, so that it is refused before it takes up more than it may.
struct Room<'a> {
    limits: &'a Limits,
    cells: u64,
}

impl<'a> Room<'a> {
    fn new(limits: &'a Limits) -> Self {
        Self { limits, cells: 0 }
    }

    /// Takes up cells; a blank row counts as one.
    fn take(&mut self, cells: usize) -> Result<(), TableError> {
        self.cells += cells.max(1) as u64;
        if self.cells > u64::from(self.limits.cells) {
            return Err(TableError::TooManyCells {
                limit: self.limits.cells,
            });
        }
        Ok(())
    }
}

fn table(source: Source, header: Row, rows: Vec<Row>) -> Table {
    let used = rows.iter().rposition(|row| !row.is_blank());
    let mut rows = rows;
    rows.truncate(used.map_or(0, |last| last + 1));
    Table { source, header, rows }
}

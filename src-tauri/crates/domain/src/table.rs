//! A table of text as a foreign file holds it: what a roster or a sheet of answers is read from.
//!
//! Every row keeps its place in the file, so that a problem can be named where a person can find it: the
//! *record* is the row number a spreadsheet shows, the *line* is the physical line of a text file (they part
//! when a quoted value holds a line break).

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// Row as a spreadsheet counts it, from 1; blank rows count.
    pub record: u32,
    /// Physical line where the record starts, from 1; equals `record` in a workbook.
    pub line: u32,
}

/// Something wrong with a row as a row, found while the file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A quotation mark opens a value and the file ends before it is closed.
    UnclosedQuote,
    /// A value is longer than the given number of characters; the row keeps its beginning.
    LongValue {
        /// Column, from 0.
        column: u32,
        /// Characters found.
        found: u32,
        /// Characters allowed.
        limit: u32,
    },
}

/// One row of text cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub place: Place,
    /// The cells as found; trailing empty cells are cut, so rows differ in length.
    pub cells: Vec<String>,
    /// What is wrong with the row itself.
    pub fault: Option<Fault>,
    /// Columns (from 0) whose value a formula computed; the value is the one last saved.
    pub formulas: Vec<u32>,
}

impl Row {
    /// The cell in this column (from 0), empty where the row is shorter.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// True when no cell holds anything but white space.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// How the text of a file is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// Windows-1252 (Western European), the guess when the bytes are no UTF-8.
    Windows1252,
}

impl Encoding {
    /// The name people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// What the file turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Text with a delimiter.
    Text {
        /// How its bytes were read.
        encoding: Encoding,
        /// What stands between two values.
        delimiter: char,
    },
    /// A workbook.
    Workbook {
        /// The sheet that was read.
        sheet: String,
        /// Sheets that were not, in their order.
        others: Vec<String>,
    },
}

/// A file read as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the file turned out to be.
    pub source: Source,
    /// The row that names the columns.
    pub header: Row,
    /// The rows after it, blank ones included.
    pub rows: Vec<Row>,
}

impl Table {
    /// Number of columns: the longest of the header and the rows.
    pub fn width(&self) -> usize {
        self.rows
            .iter()
            .chain(std::iter::once(&self.header))
            .map(|row| row.cells.len())
            .max()
            .unwrap_or(0)
    }
}

//! What can go wrong with a workspace file, told apart as far as somebody acts on the difference.

use std::path::PathBuf;

/// Result of everything in this crate.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// A failure of the workspace file or of a request to it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file at the place given.
    #[error("there is no workspace at {}", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A new workspace would replace a file.
    #[error("{} exists already", path.display())]
    Exists {
        /// The file that stands in the way.
        path: PathBuf,
    },
    /// The file is readable but is no workspace.
    #[error("{} is not a Nexus workspace: {found}", path.display())]
    NotOurs {
        /// The file.
        path: PathBuf,
        /// What it is instead, as far as its first bytes tell.
        found: &'static str,
    },
    /// The key does not open the file, or its first page is damaged.
    #[error("the key does not open {}, or the file is damaged", path.display())]
    WrongKey {
        /// The file.
        path: PathBuf,
    },
    /// The file was written by a later version; it is left untouched.
    #[error("the workspace has format {found}, this version knows up to {known}")]
    Newer {
        /// Format of the file.
        found: u32,
        /// Latest format this version knows.
        known: u32,
    },
    /// The file has to be brought to the format of this version, which only opening it to write does.
    #[error("the workspace has the older format {found}; open it once to write, to reach {known}")]
    Older {
        /// Format of the file.
        found: u32,
        /// Format of this version.
        known: u32,
    },
    /// A page, a trigger or a row of the file is not what it must be.
    #[error("the workspace is damaged: {detail}")]
    Corrupt {
        /// What was found; holds no personal data.
        detail: String,
    },
    /// Another process writes to the workspace.
    #[error("the workspace is open elsewhere")]
    Busy,
    /// The file or its folder cannot be written to.
    #[error("the workspace cannot be written to")]
    ReadOnly,
    /// The disk is full; nothing of the action was kept.
    #[error("the disk is full")]
    DiskFull,
    /// The disk could not be read or written; nothing of the action was kept.
    #[error("the disk reported an error: {detail}")]
    Disk {
        /// What was reported.
        detail: String,
    },
    /// The file has an older format, and no backup of it could be made before changing it; it is untouched.
    #[error(
        "the workspace has an older format and no backup of it could be made, so it was left as it is: {source}"
    )]
    NoBackup {
        /// Why there is no backup.
        source: Box<StoreError>,
    },
    /// A row that was asked for is not there.
    #[error("no {what} with id {id}")]
    NotFound {
        /// Name of the table.
        what: &'static str,
        /// Id that was asked for.
        id: String,
    },
    /// A cell holds a value that this version cannot read.
    #[error("cannot read {table}.{column}: {found}")]
    BadCell {
        /// Name of the table.
        table: &'static str,
        /// Name of the column.
        column: &'static str,
        /// The value, or its type.
        found: String,
    },
    /// A raw row of the log that came from elsewhere makes no sense.
    #[error("row of the change log: {found} where {expected} was expected")]
    BadLogRow {
        /// What stood there.
        found: String,
        /// What must stand there.
        expected: &'static str,
    },
    /// Reading or writing a file beside the workspace failed.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Anything else that SQLite reports.
    #[error("database: {0}")]
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Corrupt {
                detail: error.to_string(),
            },
            Some(ErrorCode::SystemIoFailure) => Self::Disk {
                detail: error.to_string(),
            },
            _ => Self::Sql(error),
        }
    }
}

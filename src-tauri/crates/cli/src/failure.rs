//! Failures as sentences and exit codes.

use std::path::PathBuf;

use nexus_app::AppError;

/// Why a command did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A use-case failed.
    #[error(transparent)]
    App(#[from] AppError),
    /// The command line lacks something.
    #[error("{0}")]
    Usage(String),
    /// The keychain does not open the workspace, and nothing else was offered.
    #[error("no key: {reason}; give --key-file K (or NEXUS_KEY_FILE) or --passphrase-file F")]
    NoKey {
        /// What the keychain said.
        reason: String,
    },
    /// A file beside the workspace could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file does not say what it must.
    #[error("{}: {found}; expected {expected}", path.display())]
    Content {
        /// The file.
        path: PathBuf,
        /// What was found.
        found: String,
        /// What must stand there.
        expected: String,
    },
    /// The workspace is damaged.
    #[error("the workspace is damaged: {0} problems")]
    Unsound(usize),
}

impl Failure {
    /// The exit code.
    pub fn exit(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Content { .. } | Self::File { .. } => 3,
            Self::NoKey { .. } | Self::Unsound(_) => 4,
            Self::App(error) => match error {
                AppError::NotFound { .. } => 5,
                AppError::Store(
                    nexus_app::StoreError::Missing { .. } | nexus_app::StoreError::NotFound { .. },
                ) => 5,
                AppError::Store(_) | AppError::Key(_) => 4,
                _ => 3,
            },
        }
    }
}

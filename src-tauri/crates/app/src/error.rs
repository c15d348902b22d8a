//! What can go wrong in a use-case. The user interface and the terminal own the words.

use std::collections::BTreeMap;
use std::path::PathBuf;

use nexus_domain::people::WordError;
use nexus_store::StoreError;
use nexus_store::keys::{BadWords, KeyError, SlotKind};

/// A failure of a use-case; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The workspace file failed, or refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something that was asked for is not there.
    #[error("no {what} {key}")]
    NotFound {
        /// Kind of record, e.g. `cohort`.
        what: &'static str,
        /// The id, code or name that was asked for.
        key: String,
    },
    /// A value that the rules do not allow.
    #[error("{place}, {field}: expected {expected}, found {found:?}")]
    Invalid {
        /// Record, line or form.
        place: String,
        /// The field.
        field: String,
        /// What stood there.
        found: String,
        /// What may stand there.
        expected: String,
    },
    /// Something cannot be removed while others need it.
    #[error("{name} is still used by {count}")]
    InUse {
        /// Kind of record: `program`, `sector` or `level`.
        what: &'static str,
        /// Its name.
        name: String,
        /// How many records need it.
        count: u32,
    },
    /// A spelling that means another word already.
    #[error("{spelling:?} already means {by:?}")]
    WordTaken {
        /// The spelling.
        spelling: String,
        /// The word that it means.
        by: String,
    },
    /// A file that came from elsewhere cannot be used at all.
    #[error("{file} cannot be used: {found}")]
    Unusable {
        /// Name of the file, without its folder.
        file: String,
        /// Code of the reason, e.g. `too-large`.
        reason: &'static str,
        /// What was found and expected, as the rest of a sentence.
        found: String,
    },
    /// A backup was made, but no copy of it in the second folder.
    #[error("the backup was made on this laptop, but not in the second folder: {source}")]
    SecondFolder {
        /// Why.
        source: Box<AppError>,
    },
    /// The workspace stays locked.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A PDF cannot be made.
    #[error(transparent)]
    Report(#[from] nexus_report::ReportError),
    /// Somebody stopped the work before its end.
    #[error("stopped before the end; nothing was changed")]
    Stopped,
    /// Reading or writing a file failed.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// Result of everything in this crate.
pub type Result<T, E = AppError> = std::result::Result<T, E>;

impl AppError {
    /// A word for the kind of failure; the message is `error-<code>`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => store_code(error),
            Self::Key(error) => key_code(error),
            Self::NotFound { .. } => "not-found",
            Self::Invalid { .. } => "invalid",
            Self::InUse { .. } => "in-use",
            Self::WordTaken { .. } => "word-taken",
            Self::Unusable { .. } => "unusable",
            Self::SecondFolder { .. } => "backup-second",
            Self::Report(nexus_report::ReportError::MissingGlyphs { .. }) => "missing-glyphs",
            Self::Report(_) => "report",
            Self::Stopped => "stopped",
            Self::Io { source, .. } => io_code(source),
        }
    }

    /// The values that the message names.
    pub fn details(&self) -> BTreeMap<&'static str, String> {
        let mut details = BTreeMap::new();
        match self {
            Self::Store(error) => store_details(error, &mut details),
            Self::NotFound { what, key } => {
                details.extend([("what", (*what).to_owned()), ("key", key.clone())])
            }
            Self::Invalid {
                place,
                field,
                found,
                expected,
            } => details.extend([
                ("place", place.clone()),
                ("field", field.clone()),
                ("found", found.clone()),
                ("expected", expected.clone()),
            ]),
            Self::InUse { what, name, count } => details.extend([
                ("what", (*what).to_owned()),
                ("name", name.clone()),
                ("count", count.to_string()),
            ]),
            Self::WordTaken { spelling, by } => {
                details.extend([("spelling", spelling.clone()), ("by", by.clone())]);
            }
            Self::Unusable { file, reason, found } => {
                details.extend([
                    ("file", file.clone()),
                    ("reason", (*reason).to_owned()),
                    ("found", found.clone()),
                ]);
            }
            Self::Report(nexus_report::ReportError::MissingGlyphs { characters, place }) => {
                details.extend([
                    ("characters", characters.iter().collect()),
                    ("place", place.clone()),
                ]);
            }
            Self::Key(error) => key_details(error, &mut details),
            Self::SecondFolder { source } => details.extend([("detail", source.to_string())]),
            Self::Report(error) => details.extend([("detail", error.to_string())]),
            Self::Stopped => {}
            Self::Io { path, source } => {
                details.extend([
                    ("path", path.display().to_string()),
                    ("detail", source.to_string()),
                ]);
            }
        }
        details
    }
}

impl From<WordError> for AppError {
    fn from(error: WordError) -> Self {
        let (found, expected) = match error {
            WordError::Taken { spelling, by } => return Self::WordTaken { spelling, by },
            WordError::Gone => {
                return Self::NotFound {
                    what: "word",
                    key: String::new(),
                };
            }
            WordError::Empty { found } => (found, "letters or figures".to_owned()),
            WordError::TooLong { found, limit } => (found, format!("at most {limit} characters")),
            WordError::NoMark { found } => (found, "one of the glyphs".to_owned()),
        };
        Self::Invalid {
            place: "list of words".to_owned(),
            field: "word".to_owned(),
            found,
            expected,
        }
    }
}

fn store_code(error: &StoreError) -> &'static str {
    match error {
        StoreError::Missing { .. } => "workspace-missing",
        StoreError::Exists { .. } => "file-exists",
        StoreError::NotOurs { .. } => "workspace-not-ours",
        StoreError::WrongKey { .. } => "workspace-wrong-key",
        StoreError::Newer { .. } => "workspace-newer",
        StoreError::Older { .. } => "workspace-older",
        StoreError::Corrupt { .. } => "workspace-corrupt",
        StoreError::Busy => "workspace-busy",
        StoreError::ReadOnly => "read-only",
        StoreError::DiskFull => "disk-full",
        StoreError::Disk { .. } => "disk-error",
        StoreError::NoBackup { .. } => "workspace-no-backup",
        StoreError::NotFound { .. } => "not-found",
        StoreError::Io { source, .. } => io_code(source),
        StoreError::BadCell { .. } | StoreError::BadLogRow { .. } | StoreError::Sql(_) => "database",
    }
}

fn store_details(error: &StoreError, details: &mut BTreeMap<&'static str, String>) {
    match error {
        StoreError::Missing { path } | StoreError::Exists { path } | StoreError::WrongKey { path } => {
            details.extend([("path", path.display().to_string())]);
        }
        StoreError::NotOurs { path, found } => {
            details.extend([
                ("path", path.display().to_string()),
                ("found", (*found).to_owned()),
            ]);
        }
        StoreError::Newer { found, known } | StoreError::Older { found, known } => {
            details.extend([("found", found.to_string()), ("known", known.to_string())]);
        }
        StoreError::Corrupt { detail } | StoreError::Disk { detail } => {
            details.extend([("detail", detail.clone())]);
        }
        StoreError::NoBackup { source } => details.extend([("detail", source.to_string())]),
        StoreError::NotFound { what, id } => {
            details.extend([("what", (*what).to_owned()), ("key", id.clone())])
        }
        other => details.extend([("detail", other.to_string())]),
    }
}

fn io_code(error: &std::io::Error) -> &'static str {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => "read-only",
        std::io::ErrorKind::StorageFull => "disk-full",
        std::io::ErrorKind::NotFound => "file-missing",
        _ => "file",
    }
}

fn key_code(error: &KeyError) -> &'static str {
    match error {
        KeyError::NoSlots { .. } => "keys-missing",
        KeyError::Damaged { .. } => "keys-damaged",
        KeyError::NoSlot { .. } => "keys-no-slot",
        KeyError::Wrong { .. } => "keys-wrong",
        KeyError::KeyFileMissing { .. } => "key-file-missing",
        KeyError::KeyFileSize { .. } => "key-file-size",
        KeyError::BadWords(_) => "keys-bad-words",
        KeyError::ShortPassphrase { .. } => "keys-short-passphrase",
        KeyError::NoKeychain { .. } => "keys-no-keychain",
        KeyError::Wrap { .. } => "keys-wrap",
        KeyError::Io { source, .. } => io_code(source),
    }
}

fn key_details(error: &KeyError, details: &mut BTreeMap<&'static str, String>) {
    match error {
        KeyError::NoSlots { path }
        | KeyError::Damaged { path }
        | KeyError::KeyFileMissing { path }
        | KeyError::KeyFileSize { path, .. } => details.extend([("path", path.display().to_string())]),
        KeyError::ShortPassphrase { expected } => details.extend([("expected", expected.to_string())]),
        KeyError::Wrong { kind } => details.extend([("kind", kind_word(*kind).to_owned())]),
        KeyError::BadWords(bad) => bad_words_details(bad, details),
        other => details.extend([("detail", other.to_string())]),
    }
}

fn kind_word(kind: SlotKind) -> &'static str {
    match kind {
        SlotKind::Keychain => "laptop",
        SlotKind::Recovery => "words",
        SlotKind::Passphrase => "passphrase",
        SlotKind::KeyFile => "key-file",
    }
}

fn bad_words_details(bad: &BadWords, details: &mut BTreeMap<&'static str, String>) {
    match bad {
        BadWords::Count { found } => {
            details.extend([("problem", "count".to_owned()), ("found", found.to_string())]);
        }
        BadWords::Unknown { place, found } => details.extend([
            ("problem", "unknown".to_owned()),
            ("place", place.to_string()),
            ("found", found.clone()),
        ]),
        BadWords::Order => details.extend([("problem", "order".to_owned())]),
    }
}

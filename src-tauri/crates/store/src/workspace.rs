//! The workspace file: one writer, any number of readers.

use std::fs::{File, OpenOptions as FileOptions};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags};

use crate::key::{self, WorkspaceKey};
use crate::log::{self, ActionMeta, Applied, Changed, Closing, Difference, HistoryEntry, LogAction, LogRow};
use crate::log::{UndoTop, Undone, triggers};
use crate::schema::{CURRENT, Schema};
use crate::{Read, Result, StoreError, Write, migrate};

/// Marks the file as ours in its header: "NxF1".
const APPLICATION_ID: i32 = 0x4e78_4631;

/// Makes a backup of the open file at this place.
pub type Backup<'a> = dyn Fn(&Connection, &Path) -> Result<()> + 'a;

/// How a workspace is opened.
#[derive(Clone, Copy)]
pub struct OpenOptions<'a> {
    /// To write, which one process at a time may do, or only to read.
    pub writing: bool,
    /// Called with the open file before a migration touches it; makes the backup.
    pub before_migration: Option<&'a Backup<'a>>,
    /// The schema; [`CURRENT`] except in tests.
    pub schema: Schema,
}

impl OpenOptions<'_> {
    /// To read and write.
    pub const WRITE: Self = Self {
        writing: true,
        before_migration: None,
        schema: CURRENT,
    };
    /// Only to read, beside a process that writes.
    pub const READ: Self = Self {
        writing: false,
        before_migration: None,
        schema: CURRENT,
    };
}

/// An open workspace.
pub struct Workspace {
    path: PathBuf,
    key: WorkspaceKey,
    schema: Schema,
    writer: Option<Mutex<Connection>>,
    writer_id: i64,
    readers: Mutex<Vec<Connection>>,
    /// Held for as long as this process may write.
    _lock: Option<File>,
}

/// What a check of the whole file found; empty lists mean that it is sound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Soundness {
    /// What SQLite says about pages and indexes.
    pub pages: Vec<String>,
    /// Rows and cells in which the tables differ from the log.
    pub differences: Vec<Difference>,
}

impl Soundness {
    /// Whether nothing was found.
    pub fn is_sound(&self) -> bool {
        self.pages.is_empty() && self.differences.is_empty()
    }
}

impl Workspace {
    /// Makes a new workspace.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if a file is there; [`StoreError::ReadOnly`], [`StoreError::DiskFull`].
    pub fn create(path: &Path, key: &WorkspaceKey, options: &OpenOptions<'_>) -> Result<Self> {
        if path.exists() {
            return Err(StoreError::Exists {
                path: path.to_owned(),
            });
        }
        let lock = lock(path)?;
        let connection = connect(
            path,
            key,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        )?;
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        Self::finish(path, key, options, connection, lock)
    }

    /// Opens a workspace, bringing it to the format of this version when it is opened to write.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::NotOurs`], [`StoreError::WrongKey`], [`StoreError::Newer`],
    /// [`StoreError::Corrupt`]; [`StoreError::Busy`] when another process writes. The file is untouched then.
    pub fn open(path: &Path, key: &WorkspaceKey, options: &OpenOptions<'_>) -> Result<Self> {
        sniff(path)?;
        if !options.writing {
            let reader = connect_reader(path, key)?;
            check_ours(&reader, path, &options.schema)?;
            let found = migrate::format(&reader)?;
            if found != options.schema.format() {
                // An older file becomes readable once somebody opened it to write.
                return Err(StoreError::Older {
                    found,
                    known: options.schema.format(),
                });
            }
            return Ok(Self {
                path: path.to_owned(),
                key: key.clone(),
                schema: options.schema,
                writer: None,
                writer_id: 0,
                readers: Mutex::new(vec![reader]),
                _lock: None,
            });
        }
        let lock = lock(path)?;
        let connection = connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        check_ours(&connection, path, &options.schema)?;
        Self::finish(path, key, options, connection, lock)
    }

    fn finish(
        path: &Path,
        key: &WorkspaceKey,
        options: &OpenOptions<'_>,
        mut connection: Connection,
        lock: File,
    ) -> Result<Self> {
        let schema = options.schema;
        connection.pragma_update(None, "journal_mode", "wal")?;
        let found = migrate::format(&connection)?;
        if found > 0
            && found < schema.format()
            && let Some(backup) = options.before_migration
        {
            backup(&connection, path)?;
        }
        migrate::run(&mut connection, &schema)?;
        triggers::check(&connection, &schema.catalogue)?;
        let mode: String =
            connection.query_row("SELECT mode FROM context WHERE id = 1", [], |row| row.get(0))?;
        if mode != "closed" {
            return Err(StoreError::Corrupt {
                detail: format!("an action was left {mode}"),
            });
        }
        let mut bytes = [0; 8];
        key::fill(&mut bytes)?;
        Ok(Self {
            path: path.to_owned(),
            key: key.clone(),
            schema,
            writer: Some(Mutex::new(connection)),
            // Positive and below 2^53, so that every language reads it from JSON unchanged.
            writer_id: i64::from_le_bytes(bytes) & ((1 << 53) - 1),
            readers: Mutex::new(Vec::new()),
            _lock: Some(lock),
        })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The key of the file, to be wrapped for a backup.
    pub fn key(&self) -> &WorkspaceKey {
        &self.key
    }

    fn writer(&self) -> Result<MutexGuard<'_, Connection>> {
        let writer = self.writer.as_ref().ok_or(StoreError::ReadOnly)?;
        // A panic inside an action rolled its transaction back: the connection is fit for use.
        Ok(writer.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Runs `work` on a consistent view of the workspace.
    ///
    /// # Errors
    /// Those of `work`, and what SQLite reports.
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&Read<'_>) -> Result<T, E>) -> Result<T, E> {
        let idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => connect_reader(&self.path, &self.key)?,
        };
        let transaction = connection.transaction().map_err(StoreError::from)?;
        let result = work(&Read::new(&transaction));
        drop(transaction);
        self.readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(connection);
        result
    }

    /// Runs `work` as one action: logged, undone as one step, nothing kept if it fails.
    ///
    /// # Errors
    /// Those of `work`, and what SQLite reports.
    pub fn transact<T, E: From<StoreError>>(
        &self,
        meta: &ActionMeta<'_>,
        work: impl FnOnce(&Write<'_>) -> Result<T, E>,
    ) -> Result<(T, Changed), E> {
        let mut writer = self.writer()?;
        log::act(&mut writer, &self.schema.catalogue, self.writer_id, meta, |w| {
            Ok((work(w)?, Closing::ORDINARY))
        })
    }

    /// Runs `work` in a transaction outside the log: drafts, settings, tables that can be rebuilt.
    /// A write to a synced table is refused.
    ///
    /// # Errors
    /// Those of `work`, and what SQLite reports.
    pub fn keep<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut writer = self.writer()?;
        let transaction = writer
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let value = work(&Write::new(&transaction))?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(value)
    }

    /// Turns the last own action of `author` back.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn undo(&self, author: &str, now: DateTime<Utc>) -> Result<Option<(Undone, Changed)>> {
        self.turn(author, now, log::Direction::Undo)
    }

    /// Does again what [`Workspace::undo`] turned back last.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn redo(&self, author: &str, now: DateTime<Utc>) -> Result<Option<(Undone, Changed)>> {
        self.turn(author, now, log::Direction::Redo)
    }

    fn turn(
        &self,
        author: &str,
        now: DateTime<Utc>,
        direction: log::Direction,
    ) -> Result<Option<(Undone, Changed)>> {
        let mut writer = self.writer()?;
        log::step(
            &mut writer,
            &self.schema.catalogue,
            self.writer_id,
            author,
            now,
            direction,
        )
    }

    /// Ends the stack of undo here: what was done so far can no longer be turned back.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn end_undo(&self) -> Result<()> {
        self.keep(|w| log::end_undo(w.sql()))
    }

    /// What undo and redo would turn next.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn undo_top(&self, author: &str) -> Result<UndoTop> {
        self.read(|r| log::top(r.sql(), author))
    }

    /// Who changed a record and when, the latest first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if no synced table has this name.
    pub fn history(&self, table: &str, row: &str) -> Result<Vec<HistoryEntry>> {
        let table = self
            .schema
            .catalogue
            .by_name(table)
            .ok_or_else(|| StoreError::NotFound {
                what: "table",
                id: table.to_owned(),
            })?;
        self.read(|r| log::of_record(r.sql(), table, row))
    }

    /// The log after a local id, for another copy of this workspace; 0 for all of it.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn export_log(&self, after: i64) -> Result<(Vec<LogAction>, Vec<LogRow>)> {
        let mut writer = self.writer()?;
        log::export(&mut writer, after)
    }

    /// Merges what another copy exported.
    ///
    /// # Errors
    /// [`StoreError::BadLogRow`]; nothing is applied then.
    pub fn apply_log(&self, actions: &[LogAction], rows: &[LogRow]) -> Result<(Applied, Changed)> {
        let mut writer = self.writer()?;
        log::apply(&mut writer, &self.schema.catalogue, actions, rows)
    }

    /// Reads every page and compares every row with the log.
    ///
    /// # Errors
    /// What SQLite reports when the file cannot even be read that far.
    pub fn check(&self) -> Result<Soundness> {
        self.read(|r| {
            let mut pages = Vec::new();
            for pragma in ["PRAGMA cipher_integrity_check", "PRAGMA integrity_check"] {
                let mut statement = r.sql().prepare(pragma)?;
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    let text: String = row.get(0)?;
                    if text != "ok" {
                        pages.push(text);
                    }
                }
            }
            let differences = if pages.is_empty() {
                log::differences(r.sql(), &self.schema.catalogue)?
            } else {
                Vec::new()
            };
            Ok(Soundness { pages, differences })
        })
    }

    /// Writes a copy of the whole file, as it is at this moment, to `target`, with the same key.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if a file is there; what SQLite reports.
    pub fn copy_to(&self, target: &Path) -> Result<()> {
        self.read(|r| copy(r.sql(), &self.key, target))
    }
}

/// Copies an open database to a new encrypted file.
pub(crate) fn copy(from: &Connection, key: &WorkspaceKey, target: &Path) -> Result<()> {
    if target.exists() {
        return Err(StoreError::Exists {
            path: target.to_owned(),
        });
    }
    let mut to = connect(
        target,
        key,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    )?;
    let backup = rusqlite::backup::Backup::new(from, &mut to)?;
    backup.run_to_completion(2_000, std::time::Duration::ZERO, None)?;
    Ok(())
}

/// Claims the right to write; released when the file is closed, by a crash too.
fn lock(path: &Path) -> Result<File> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let place = PathBuf::from(name);
    let file = FileOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&place)
        .map_err(|source| match source.kind() {
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                StoreError::ReadOnly
            }
            std::io::ErrorKind::StorageFull => StoreError::DiskFull,
            _ => StoreError::Io {
                path: place.clone(),
                source,
            },
        })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(StoreError::Busy),
        Err(std::fs::TryLockError::Error(source)) => Err(StoreError::Io { path: place, source }),
    }
}

/// Tells files apart that cannot be a workspace, before anything opens them as one.
fn sniff(path: &Path) -> Result<()> {
    let io = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::NotFound => StoreError::Missing {
            path: path.to_owned(),
        },
        std::io::ErrorKind::PermissionDenied => StoreError::ReadOnly,
        _ => StoreError::Io {
            path: path.to_owned(),
            source,
        },
    };
    let not_ours = |found| {
        Err(StoreError::NotOurs {
            path: path.to_owned(),
            found,
        })
    };
    let metadata = std::fs::metadata(path).map_err(io)?;
    if metadata.is_dir() {
        return not_ours("a folder");
    }
    if !metadata.is_file() {
        return not_ours("not a file with contents");
    }
    let mut first = Vec::with_capacity(16);
    File::open(path)
        .map_err(io)?
        .take(16)
        .read_to_end(&mut first)
        .map_err(io)?;
    match first.as_slice() {
        [] => not_ours("an empty file"),
        b"SQLite format 3\0" => not_ours("an unencrypted database"),
        [b'P', b'K', 3, 4, ..] => not_ours("a ZIP archive or office document"),
        [b'%', b'P', b'D', b'F', ..] => not_ours("a PDF"),
        _ if metadata.len() < 4_096 => not_ours("a file shorter than one page"),
        _ => Ok(()),
    }
}

fn connect(path: &Path, key: &WorkspaceKey, flags: OpenFlags) -> Result<Connection> {
    key::set_up();
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // What SQLCipher would print of a wrong key or a damaged page is told by the errors below.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    connection.execute_batch(&key.pragma())?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    match connection.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    }) {
        Ok(_) => {}
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
            return Err(StoreError::WrongKey {
                path: path.to_owned(),
            });
        }
        Err(error) => return Err(error.into()),
    }
    connection.set_prepared_statement_cache_capacity(256);
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; \
         PRAGMA recursive_triggers = ON; PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = OFF;",
    )?;
    Ok(connection)
}

fn connect_reader(path: &Path, key: &WorkspaceKey) -> Result<Connection> {
    let connection = connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .or_else(|_| connect(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY))?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// Refuses a file that opens with the key but is not a workspace of this version or an earlier one.
fn check_ours(connection: &Connection, path: &Path, schema: &Schema) -> Result<()> {
    let id: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let found = migrate::format(connection)?;
    if id != APPLICATION_ID || found == 0 {
        return Err(StoreError::NotOurs {
            path: path.to_owned(),
            found: "another program's database",
        });
    }
    if found > schema.format() {
        return Err(StoreError::Newer {
            found,
            known: schema.format(),
        });
    }
    Ok(())
}

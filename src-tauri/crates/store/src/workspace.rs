//! The workspace file: one writer, any number of readers.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::backup::{self, Source};
use crate::file::{self, check_ours, connect_reader};
use crate::key::{self, WorkspaceKey};
use crate::log::{self, ActionMeta, Applied, Changed, Closing, HistoryEntry, LogAction, LogRow};
use crate::log::{UndoTop, Undone, triggers};
use crate::schema::{CURRENT, Schema};
use crate::soundness::{self, Soundness};
use crate::{Read, Result, StoreError, Write, migrate};

/// Makes a backup of the open file.
pub type BeforeMigration<'a> = dyn Fn(&Source<'_>) -> Result<()> + 'a;

/// How a workspace is opened.
#[derive(Clone, Copy)]
pub struct OpenOptions<'a> {
    /// To write, which one process at a time may do, or only to read.
    pub writing: bool,
    /// Called with the open file before a migration touches it; makes the backup. If it fails, the file
    /// stays in its format and is not opened.
    pub before_migration: Option<&'a BeforeMigration<'a>>,
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
        let lock = file::lock(path)?;
        let connection = file::connect_new(path, key)?;
        Self::finish(path, key, options, connection, lock)
    }

    /// Opens a workspace, bringing it to the format of this version when it is opened to write.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::NotOurs`], [`StoreError::WrongKey`], [`StoreError::Newer`],
    /// [`StoreError::Corrupt`]; [`StoreError::Busy`] when another process writes. The file is untouched then.
    pub fn open(path: &Path, key: &WorkspaceKey, options: &OpenOptions<'_>) -> Result<Self> {
        file::sniff(path)?;
        if !options.writing {
            let reader = connect_reader(path, key)?;
            check_ours(&reader, path, &options.schema)?;
            file::accept(&reader)?;
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
        let lock = file::lock(path)?;
        let connection = file::connect_writer(path, key, &options.schema)?;
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
        let found = migrate::format(&connection)?;
        if found == schema.format() {
            check_closed(&connection, &schema)?;
        }
        if found > 0
            && found < schema.format()
            && let Some(backup) = options.before_migration
        {
            let source = Source {
                connection: &connection,
                key,
                path,
            };
            backup(&source).map_err(|error| StoreError::NoBackup {
                source: Box::new(error),
            })?;
        }
        file::accept(&connection)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        if found < schema.format() {
            migrate::run(&mut connection, &schema)?;
            check_closed(&connection, &schema)?;
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
            None => {
                let connection = connect_reader(&self.path, &self.key)?;
                file::accept(&connection)?;
                connection
            }
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

    /// Overwrites what was erased in the file beside this one that holds what was written last.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn scrub(&self) -> Result<()> {
        let writer = self.writer()?;
        Ok(writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
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

    /// Reads every page, compares every row with the log, and looks for the rows that others name.
    ///
    /// # Errors
    /// What SQLite reports when the file cannot even be read that far.
    pub fn check(&self) -> Result<Soundness> {
        self.read(|r| soundness::check(r.sql(), &self.schema.catalogue))
    }

    /// Makes a backup of the whole file, as it is at this moment, at `to`: the same key, a copy of the key
    /// slots beside it, verified by opening it again. Others may read and write meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if a file is there; [`StoreError::Corrupt`] if this file or the copy is
    /// damaged; [`StoreError::DiskFull`], [`StoreError::ReadOnly`]. Nothing is left behind then.
    pub fn back_up(&self, to: &Path) -> Result<()> {
        self.read(|r| backup::make(r.sql(), &self.key, &self.path, to))
    }
}

#[cfg(test)]
impl Workspace {
    /// From here on the file cannot grow beyond so many pages, as on a full disk.
    pub(crate) fn limit_pages_for_test(&self, pages: u32) {
        let writer = self.writer().expect("a workspace that writes");
        writer
            .pragma_update(None, "max_page_count", pages)
            .expect("a limit");
    }
}

/// The triggers are those of the catalogue, and no action was left open.
fn check_closed(connection: &Connection, schema: &Schema) -> Result<()> {
    triggers::check(connection, &schema.catalogue)?;
    let mode: String = connection.query_row("SELECT mode FROM context WHERE id = 1", [], |row| row.get(0))?;
    if mode == "closed" {
        return Ok(());
    }
    Err(StoreError::Corrupt {
        detail: format!("an action was left {mode}"),
    })
}

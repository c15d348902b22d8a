//! Backups: a copy of the whole file with the same key and its own copy of the key slots.
//!
//! A backup is a workspace file of its own. It stands under its name only after it was opened again, every
//! page was read and its content was compared with what was copied; so half a backup is never seen.

use std::fs::File;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::file::{self, COMPANIONS, beside, connect, io, sniff, sync_folder};
use crate::keys::Keys;
use crate::{Result, StoreError, WorkspaceKey, migrate, soundness};

/// End of the name while a backup is made or put back.
const UNFINISHED: &str = ".part";
/// Pages that are copied at a time.
const STEP: i32 = 2_000;

/// The open file before a migration touches it.
pub struct Source<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) key: &'a WorkspaceKey,
    pub(crate) path: &'a Path,
}

impl Source<'_> {
    /// The file.
    pub fn path(&self) -> &Path {
        self.path
    }

    /// The format that it still has.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn format(&self) -> Result<u32> {
        migrate::format(self.connection)
    }

    /// Makes a verified backup at `to`.
    ///
    /// # Errors
    /// As [`crate::Workspace::back_up`].
    pub fn back_up(&self, to: &Path) -> Result<()> {
        let view = self.connection.unchecked_transaction()?;
        make(&view, self.key, self.path, to)
    }
}

/// What a file holds, as far as two copies are told apart by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The format of the file.
    pub format: u32,
    /// Id of the last change in the log.
    pub last_change: i64,
    /// Every table with its number of rows.
    pub tables: Vec<(String, i64)>,
}

impl Contents {
    fn of(connection: &Connection) -> Result<Self> {
        let names: Vec<String> = connection
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let count = |name: String| -> Result<(String, i64)> {
            let sql = format!("SELECT COUNT(*) FROM \"{}\"", name.replace('"', "\"\""));
            let rows = connection.query_row(&sql, [], |row| row.get(0))?;
            Ok((name, rows))
        };
        Ok(Self {
            format: migrate::format(connection)?,
            last_change: connection
                .query_row("SELECT COALESCE(MAX(id), 0) FROM change", [], |row| row.get(0))?,
            tables: names.into_iter().map(count).collect::<Result<_>>()?,
        })
    }
}

/// Copies what `from` sees at this moment to `to`, verifies the copy and gives it the key slots of `of`.
pub(crate) fn make(from: &Connection, key: &WorkspaceKey, of: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(StoreError::Exists { path: to.to_owned() });
    }
    let unfinished = beside(to, UNFINISHED);
    forget(&unfinished);
    let made = copy(from, key, &unfinished).and_then(|wanted| {
        let found = verify(&unfinished, key)?;
        if found != wanted {
            return Err(StoreError::Corrupt {
                detail: "the backup does not hold what was copied".to_owned(),
            });
        }
        let slots = Keys::place(of);
        copy_file(&slots, &Keys::place(to))?;
        std::fs::rename(&unfinished, to).map_err(io(to))?;
        sync_folder(to)
    });
    if made.is_err() {
        forget(&unfinished);
    }
    made
}

fn copy(from: &Connection, key: &WorkspaceKey, to: &Path) -> Result<Contents> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut copied = connect(to, key, flags)?;
    // Read first: from here on `from` sees one state, whatever others write meanwhile.
    let contents = Contents::of(from)?;
    let backup = rusqlite::backup::Backup::new(from, &mut copied)?;
    backup.run_to_completion(STEP, Duration::ZERO, None)?;
    drop(backup);
    // One file, which can be read from a write-protected stick.
    copied.pragma_update(None, "journal_mode", "delete")?;
    Ok(contents)
}

/// Opens a file that nobody has open, reads every page of it and says what it holds. Changes nothing.
///
/// # Errors
/// As opening a workspace; [`StoreError::Corrupt`] naming the first page that is damaged.
pub fn verify(path: &Path, key: &WorkspaceKey) -> Result<Contents> {
    sniff(path)?;
    let connection = file::connect_reader(path, key)?;
    match soundness::damaged_pages(&connection, "quick_check")?.first() {
        Some(detail) => Err(StoreError::Corrupt {
            detail: detail.clone(),
        }),
        None => Contents::of(&connection),
    }
}

/// Which key slots a workspace has after a backup was put back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slots {
    /// Those that stand beside it now.
    Present,
    /// Those of the backup.
    OfBackup,
}

/// Puts a copy of a backup in the place of a workspace. What stood there is kept as `aside`, with its key
/// slots. The backup stays as it is.
///
/// # Errors
/// [`StoreError::Busy`] if somebody writes to the workspace; [`StoreError::Exists`] if `aside` is taken;
/// those of [`verify`] if the backup is not good. Nothing was changed then.
pub fn put_back(
    backup: &Path,
    key: &WorkspaceKey,
    workspace: &Path,
    aside: &Path,
    slots: Slots,
) -> Result<()> {
    if aside.exists() {
        return Err(StoreError::Exists {
            path: aside.to_owned(),
        });
    }
    sniff(backup)?;
    let _lock = file::lock(workspace)?;
    let fresh = beside(workspace, UNFINISHED);
    forget(&fresh);
    let verified = copy_file(backup, &fresh).and_then(|()| verify(&fresh, key));
    let put = verified.and_then(|_| {
        set_aside(workspace, aside)?;
        if slots == Slots::OfBackup {
            copy_file(&Keys::place(backup), &Keys::place(workspace))?;
        }
        std::fs::rename(&fresh, workspace).map_err(io(workspace))?;
        sync_folder(workspace)
    });
    if put.is_err() {
        forget(&fresh);
    }
    put
}

/// Copies the key slots of a backup beside a workspace that lost its own. Damaged ones are kept as `aside`.
///
/// # Errors
/// [`StoreError::Exists`] if `aside` is taken; what the disk reports.
pub fn put_slots_back(backup: &Path, workspace: &Path, aside: &Path) -> Result<()> {
    let present = Keys::place(workspace);
    if present.exists() {
        let kept = Keys::place(aside);
        if kept.exists() {
            return Err(StoreError::Exists { path: kept });
        }
        copy_file(&present, &kept)?;
    }
    copy_file(&Keys::place(backup), &present)
}

/// Copies a verified backup, with its key slots, to another folder.
///
/// # Errors
/// What the disk reports; [`StoreError::Corrupt`] when the copy reads differently.
pub fn copy_on(backup: &Path, to: &Path) -> Result<()> {
    copy_file(&Keys::place(backup), &Keys::place(to))?;
    copy_file(backup, to)
}

/// Takes a backup and its key slots away.
///
/// # Errors
/// What the disk reports.
pub fn remove(backup: &Path) -> Result<()> {
    std::fs::remove_file(backup).map_err(io(backup))?;
    forget(&Keys::place(backup));
    Ok(())
}

/// Moves a workspace with everything that belongs to it; its key slots are copied, because those that open
/// it today may be the ones to stay.
fn set_aside(workspace: &Path, aside: &Path) -> Result<()> {
    let slots = Keys::place(workspace);
    if slots.exists() {
        copy_file(&slots, &Keys::place(aside))?;
    }
    for end in std::iter::once("").chain(COMPANIONS) {
        let from = beside(workspace, end);
        if from.exists() {
            std::fs::rename(&from, beside(aside, end)).map_err(io(&from))?;
        }
    }
    Ok(())
}

/// Copies a file so that it is either not there or whole, and reads it again.
fn copy_file(from: &Path, to: &Path) -> Result<()> {
    let unfinished = beside(to, ".new");
    let copied = || -> std::io::Result<bool> {
        let mut target = File::create(&unfinished)?;
        std::io::copy(&mut File::open(from)?, &mut target)?;
        target.sync_all()?;
        Ok(digest(from)? == digest(&unfinished)?)
    };
    match copied().map_err(io(to)) {
        Ok(true) => std::fs::rename(&unfinished, to).map_err(io(to)),
        Ok(false) => {
            forget(&unfinished);
            Err(StoreError::Corrupt {
                detail: "a copy reads differently from what was written".to_owned(),
            })
        }
        Err(error) => {
            forget(&unfinished);
            Err(error)
        }
    }
}

fn digest(path: &Path) -> std::io::Result<blake3::Hash> {
    let mut hasher = blake3::Hasher::new();
    std::io::copy(&mut File::open(path)?, &mut hasher)?;
    Ok(hasher.finalize())
}

/// Takes away what a failure or a crash left; it may not be there.
fn forget(path: &Path) {
    for end in std::iter::once("").chain(COMPANIONS) {
        let _ = std::fs::remove_file(beside(path, end));
    }
}

#[cfg(test)]
#[path = "backup_tests.rs"]
mod tests;

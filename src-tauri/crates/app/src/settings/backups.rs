//! Backups of a workspace: made once a day, before each migration and on demand, kept by rotation, and
//! copied to a second folder (a stick, say) where there is one.
//!
//! They lie in the app's own folder, under the name of the workspace and a digest of its place. A backup is
//! a workspace file with its own key slots: `20261125T140509123Z.nexus`, or `…-format-3.nexus` from before
//! a migration.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, NaiveDateTime, Utc};
use nexus_domain::settings::rotation::{Backup, Reason, is_due, room, to_drop};
use nexus_store::backup::{Source, copy_on, remove};
use nexus_store::keys::Keys;
use nexus_store::{StoreError, Workspace};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::Home;
use crate::{App, AppError, Result};

/// How the instant stands in the name of a backup.
const INSTANT: &str = "%Y%m%dT%H%M%S%3fZ";
/// What stands between the instant and the format in the name of a backup from before a migration.
const FORMAT: &str = "-format-";
/// The folder for all facilities within a second folder.
const SECOND: &str = "Nexus backups";
/// What a crash left in the folder goes after so many seconds.
const STALE: u64 = 3_600;

/// The backups of a workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BackupsView {
    /// The folder in which they lie.
    pub folder: String,
    /// The second folder, if one was chosen.
    pub second: Option<SecondFolder>,
    /// Them, the newest first.
    pub backups: Vec<BackupLine>,
}

/// The second folder for backups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SecondFolder {
    /// Which.
    pub folder: String,
    /// Whether it is there now.
    pub there: bool,
}

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BackupLine {
    /// Its name without the ending.
    pub id: String,
    /// When it was made, RFC 3339.
    pub at: String,
    /// Its size in units of 1,000 bytes, at least 1.
    pub kilobytes: u32,
    /// The format that was left, if it is from before a migration.
    pub format: Option<u32>,
    /// Whether only the second folder has it.
    pub only_second: bool,
}

/// A backup on the disk.
pub(super) struct Found {
    pub id: String,
    pub path: PathBuf,
    pub backup: Backup,
}

impl Found {
    fn line(&self, only_second: bool) -> BackupLine {
        BackupLine {
            id: self.id.clone(),
            at: self.backup.at.to_rfc3339(),
            kilobytes: u32::try_from(self.backup.bytes / 1_000)
                .unwrap_or(u32::MAX)
                .max(1),
            format: match self.backup.reason {
                Reason::Migration { format } => Some(format),
                Reason::Usual => None,
            },
            only_second,
        }
    }
}

fn name(at: DateTime<Utc>, reason: Reason) -> String {
    let instant = at.format(INSTANT);
    match reason {
        Reason::Usual => format!("{instant}.nexus"),
        Reason::Migration { format } => format!("{instant}{FORMAT}{format}.nexus"),
    }
}

/// What the name of a file says of a backup; nothing if it is none.
pub(super) fn read_name(path: &Path) -> Option<(DateTime<Utc>, Reason)> {
    let stem = path.file_name()?.to_str()?.strip_suffix(".nexus")?;
    let (instant, reason) = match stem.split_once(FORMAT) {
        Some((instant, format)) => (
            instant,
            Reason::Migration {
                format: format.parse().ok()?,
            },
        ),
        None => (stem, Reason::Usual),
    };
    let at = NaiveDateTime::parse_from_str(instant, INSTANT).ok()?.and_utc();
    Some((at, reason))
}

/// The name of the folder for the backups of a workspace.
fn folder_name(workspace: &Path) -> String {
    // The file itself may be gone; its folder is where it was.
    let name = workspace.file_name().unwrap_or_default();
    let folder = workspace.parent().map(std::fs::canonicalize);
    let place = match folder {
        Some(Ok(folder)) => folder.join(name),
        _ => std::path::absolute(workspace).unwrap_or_else(|_| workspace.to_owned()),
    };
    let id = nexus_domain::ids::derived("backups", &[place.to_string_lossy().as_bytes()]);
    let stem = workspace.file_stem().unwrap_or_default().to_string_lossy();
    format!("{stem}-{}", &id.simple().to_string()[..8])
}

/// The folder for the backups of a workspace on this laptop.
pub(super) fn folder(home: &Home, workspace: &Path) -> PathBuf {
    home.root().join("backups").join(folder_name(workspace))
}

fn second_root(home: &Home) -> Result<Option<PathBuf>> {
    let chosen = home.preferences()?.backup_folder;
    Ok(chosen.filter(|folder| !folder.is_empty()).map(PathBuf::from))
}

/// The backups in a folder, the newest first; none where there is no such folder.
pub(super) fn found(folder: &Path) -> Result<Vec<Found>> {
    let io = |source| AppError::Io {
        path: folder.to_owned(),
        source,
    };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(io(error)),
    };
    let mut list = Vec::new();
    for entry in entries {
        let path = entry.map_err(io)?.path();
        let Some((at, reason)) = read_name(&path) else {
            continue;
        };
        let size = |path: &Path| std::fs::metadata(path).map_or(0, |file| file.len());
        list.push(Found {
            id: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            backup: Backup {
                at,
                day: at.with_timezone(&Local).date_naive(),
                bytes: size(&path) + size(&Keys::place(&path)),
                reason,
            },
            path,
        });
    }
    list.sort_by_key(|found| std::cmp::Reverse(found.backup.at));
    Ok(list)
}

/// Every backup of a workspace, here and in the second folder, the newest first.
pub(super) fn all(home: &Home, workspace: &Path) -> Result<Vec<(Found, bool)>> {
    let here = found(&folder(home, workspace))?;
    let second = match second_root(home)? {
        // A stick that cannot be read now hides nothing of what lies here.
        Some(root) => found(&root.join(SECOND).join(folder_name(workspace))).unwrap_or_default(),
        None => Vec::new(),
    };
    let only_there = |other: &Found| !here.iter().any(|found| found.id == other.id);
    let mut all: Vec<_> = second
        .into_iter()
        .filter(only_there)
        .map(|found| (found, true))
        .collect();
    all.extend(here.into_iter().map(|found| (found, false)));
    all.sort_by_key(|(found, _)| std::cmp::Reverse(found.backup.at));
    Ok(all)
}

/// The backups of a workspace, which need not be open, nor even there.
///
/// # Errors
/// [`AppError::Io`].
pub fn list(home: &Home, workspace: &Path) -> Result<BackupsView> {
    let second = second_root(home)?.map(|folder| SecondFolder {
        there: folder.is_dir(),
        folder: folder.to_string_lossy().into_owned(),
    });
    Ok(BackupsView {
        folder: folder(home, workspace).to_string_lossy().into_owned(),
        second,
        backups: all(home, workspace)?
            .iter()
            .map(|(found, only_second)| found.line(*only_second))
            .collect(),
    })
}

/// When the last backup on this laptop was made, RFC 3339.
///
/// # Errors
/// [`AppError::Io`].
pub fn last(home: &Home, workspace: &Path) -> Result<Option<String>> {
    let here = found(&folder(home, workspace))?;
    Ok(here.first().map(|found| found.backup.at.to_rfc3339()))
}

/// Makes the first backup of the day, if there is none yet; whether one was made.
///
/// # Errors
/// As [`make`].
pub fn make_if_due(home: &Home, app: &App) -> Result<bool> {
    let here = found(&folder(home, app.ws().path()))?;
    let backups: Vec<Backup> = here.iter().map(|found| found.backup).collect();
    let due = is_due(&backups, app.now().with_timezone(&Local).date_naive());
    if due {
        make(home, app)?;
    }
    Ok(due)
}

/// Makes a verified backup, here and in the second folder if that is there, and drops what rotation drops.
///
/// # Errors
/// [`AppError::Store`] when there is no room, or the workspace is damaged; [`AppError::Io`];
/// [`AppError::SecondFolder`] when the backup here was made and only its copy was not.
pub fn make(home: &Home, app: &App) -> Result<()> {
    let workspace = app.ws().path();
    let name = name(app.now(), Reason::Usual);
    let folder = ready(home, workspace)?;
    let to = folder.join(&name);
    match app.ws().back_up(&to) {
        Err(StoreError::DiskFull) => {
            // Older backups may be what fills it.
            rotate(&folder)?;
            app.ws().back_up(&to)?;
        }
        made => made?,
    }
    rotate(&folder)?;
    let Some(root) = second_root(home)?.filter(|root| root.is_dir()) else {
        return Ok(());
    };
    let second = root.join(SECOND).join(folder_name(workspace));
    let copied = make_folder(&second)
        .and_then(|()| Ok(copy_on(&to, &second.join(&name))?))
        .and_then(|()| rotate(&second));
    copied.map_err(|error| AppError::SecondFolder {
        source: Box::new(error),
    })
}

/// Makes the backup from before a migration.
pub(super) fn before_migration(home: &Home, source: &Source<'_>) -> Result<(), StoreError> {
    let as_store = |error: AppError| match error {
        AppError::Store(error) => error,
        AppError::Io { path, source } => StoreError::Io { path, source },
        other => StoreError::Io {
            path: source.path().to_owned(),
            source: std::io::Error::other(other),
        },
    };
    let reason = Reason::Migration {
        format: source.format()?,
    };
    let folder = ready(home, source.path()).map_err(as_store)?;
    source.back_up(&folder.join(name(Utc::now(), reason)))?;
    rotate(&folder).map_err(as_store)
}

/// The folder for the backups of a workspace, made and swept.
fn ready(home: &Home, workspace: &Path) -> Result<PathBuf> {
    let folder = folder(home, workspace);
    make_folder(&folder)?;
    sweep(&folder);
    Ok(folder)
}

fn make_folder(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(|source| AppError::Io {
        path: folder.to_owned(),
        source,
    })
}

/// Takes away what a crash left unfinished.
fn sweep(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path.to_string_lossy().into_owned();
        let unfinished = name.contains(".nexus.") || name.ends_with(".keys.new");
        let age = std::fs::metadata(&path).and_then(|file| file.modified()).ok();
        let is_old = age.is_some_and(|at| at.elapsed().is_ok_and(|age| age.as_secs() > STALE));
        if unfinished && is_old && std::fs::remove_file(&path).is_ok() {
            tracing::info!("an unfinished backup was taken away");
        }
    }
}

/// Drops the backups in a folder that rotation drops.
fn rotate(folder: &Path) -> Result<()> {
    let list = found(folder)?;
    let backups: Vec<Backup> = list.iter().map(|found| found.backup).collect();
    let free = fs4::available_space(folder).map_err(|source| AppError::Io {
        path: folder.to_owned(),
        source,
    })?;
    let going = to_drop(&backups, room(free, &backups));
    for at in &going {
        remove(&list[*at].path)?;
    }
    let kept = list.len() - going.len();
    tracing::info!(kept, dropped = going.len(), "backups rotated");
    Ok(())
}

/// Opens a workspace to write with a backup before each migration.
pub(super) fn open_guarded(
    home: &Home,
    path: &Path,
    key: &nexus_store::WorkspaceKey,
) -> Result<Workspace, StoreError> {
    let before = |source: &Source<'_>| before_migration(home, source);
    let options = nexus_store::OpenOptions {
        before_migration: Some(&before),
        ..nexus_store::OpenOptions::WRITE
    };
    Workspace::open(path, key, &options)
}

#[cfg(test)]
mod tests;

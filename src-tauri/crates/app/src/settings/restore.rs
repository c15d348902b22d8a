//! Putting a backup, or the key slots that lie with it, in the place of a workspace. Nothing is replaced:
//! what stood there is kept beside it under a name of its own.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, Utc};
use nexus_store::WorkspaceKey;
use nexus_store::backup::{Slots, put_back, put_slots_back};
use nexus_store::keys::Keys;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::backups::{Found, all};
use super::unlocking::ways_of;
use super::{Home, SecretKind, Unlock};
use crate::{AppError, Result};

/// What putting a backup back did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RestoredView {
    /// When the backup was made, RFC 3339.
    pub at: String,
    /// Where the file that stood there is kept; none if there was no file.
    pub kept: Option<String>,
}

fn find(home: &Home, workspace: &Path, id: &str) -> Result<Found> {
    let found = all(home, workspace)?
        .into_iter()
        .map(|(found, _)| found)
        .find(|found| found.id == id);
    found.ok_or_else(|| AppError::NotFound {
        what: "backup",
        key: id.to_owned(),
    })
}

/// The key of a backup, by its own slots, or by those beside the workspace: they may be newer.
///
/// # Errors
/// [`AppError::NotFound`] if there is no such backup, [`AppError::Key`].
pub fn unlock_backup(home: &Home, workspace: &Path, id: &str, with: &Unlock) -> Result<WorkspaceKey> {
    let backup = find(home, workspace, id)?.path;
    let own = super::unlock(&backup, with);
    if own.is_ok() {
        return own;
    }
    let present = Keys::of(workspace).and_then(|keys| keys.unlock(&with.secret()));
    // Those beside the workspace count only if they are its slots.
    match present {
        Ok(key) if nexus_store::backup::verify(&backup, &key).is_ok() => Ok(key),
        _ => own,
    }
}

/// The ways in which a backup opens.
///
/// # Errors
/// [`AppError::NotFound`] if there is no such backup, [`AppError::Key`].
pub fn backup_ways(home: &Home, workspace: &Path, id: &str) -> Result<Vec<SecretKind>> {
    ways_of(&find(home, workspace, id)?.path)
}

/// Puts a backup in the place of the workspace, which nobody may have open. Keys that were added since the
/// backup was made stay, if the present slots can be read and belong to it.
///
/// # Errors
/// [`AppError::NotFound`] if there is no such backup; [`AppError::Store`] when it is not good, when
/// somebody writes to the workspace, or there is no room. Nothing was changed then.
pub fn restore(
    home: &Home,
    workspace: &Path,
    id: &str,
    key: &WorkspaceKey,
    with: Option<&Unlock>,
    now: DateTime<Utc>,
) -> Result<RestoredView> {
    let found = find(home, workspace, id)?;
    let aside = aside(workspace, now);
    let slots = if fits(workspace, key, with) {
        Slots::Present
    } else {
        Slots::OfBackup
    };
    let stood = workspace.exists();
    if let Some(folder) = workspace.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|source| AppError::Io {
            path: folder.to_owned(),
            source,
        })?;
    }
    put_back(&found.path, key, workspace, &aside, slots)?;
    tracing::info!("a backup was put back");
    Ok(RestoredView {
        at: found.backup.at.to_rfc3339(),
        kept: stood.then(|| aside.to_string_lossy().into_owned()),
    })
}

/// Whether the slots beside the workspace are readable and hold this key, as far as that can be told.
fn fits(workspace: &Path, key: &WorkspaceKey, with: Option<&Unlock>) -> bool {
    match (Keys::of(workspace), with) {
        (Ok(keys), Some(with)) => keys
            .unlock(&with.secret())
            .is_ok_and(|found| found.bytes() == key.bytes()),
        (Ok(_), None) => true,
        (Err(_), _) => false,
    }
}

/// Puts the key slots of the newest backup beside a workspace whose own are missing or damaged.
///
/// # Errors
/// [`AppError::NotFound`] if there is no backup with readable slots; [`AppError::Store`].
pub fn restore_keys(home: &Home, workspace: &Path, now: DateTime<Utc>) -> Result<()> {
    let readable = |found: &Found| Keys::of(&found.path).is_ok();
    let newest = all(home, workspace)?
        .into_iter()
        .map(|(found, _)| found)
        .find(readable)
        .ok_or_else(|| AppError::NotFound {
            what: "backup",
            key: String::new(),
        })?;
    Ok(put_slots_back(&newest.path, workspace, &aside(workspace, now))?)
}

/// A free name beside the workspace, e.g. `Riverbend kept 2026-11-25 14.05.nexus`.
fn aside(workspace: &Path, now: DateTime<Utc>) -> PathBuf {
    let stem = workspace.file_stem().unwrap_or_default().to_string_lossy();
    let at = now.with_timezone(&Local).format("%Y-%m-%d %H.%M");
    let plain = format!("{stem} kept {at}");
    super::start::free_name(workspace.parent().unwrap_or(Path::new("")), &plain)
}

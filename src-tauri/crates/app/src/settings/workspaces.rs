//! Opening and making workspaces with whatever the person has to unlock them.

use std::path::{Path, PathBuf};

use nexus_store::keys::{self, Keys, Secret};
use nexus_store::{OpenOptions, Workspace, WorkspaceKey};
use zeroize::Zeroizing;

use super::{Home, backups};
use crate::{AppError, Result};

/// What a person has to open a workspace.
#[derive(Debug, Clone)]
pub enum Unlock {
    /// The keychain of the system.
    Keychain,
    /// A passphrase.
    Passphrase(Zeroizing<String>),
    /// The recovery words.
    Recovery(Zeroizing<String>),
    /// A key file.
    KeyFile(PathBuf),
}

impl Unlock {
    pub(super) fn secret(&self) -> Secret<'_> {
        match self {
            Self::Keychain => Secret::Keychain,
            Self::Passphrase(text) => Secret::Passphrase(text),
            Self::Recovery(words) => Secret::Recovery(words),
            Self::KeyFile(path) => Secret::KeyFile(path),
        }
    }
}

/// The key of a workspace.
///
/// # Errors
/// [`AppError::Key`] when there are no slots, none of this kind, or the secret is wrong.
pub fn unlock(workspace: &Path, with: &Unlock) -> Result<WorkspaceKey> {
    if !workspace.exists() {
        return Err(nexus_store::StoreError::Missing {
            path: workspace.to_owned(),
        }
        .into());
    }
    Ok(Keys::of(workspace)?.unlock(&with.secret())?)
}

/// Makes a workspace that opens with `with`. A key file that is not there yet is made, readable by its
/// owner alone. Nothing is left behind when it fails.
///
/// # Errors
/// [`AppError::Store`] if a file is there or cannot be made, [`AppError::Key`] for an unfit secret.
pub fn create(path: &Path, with: &Unlock) -> Result<Workspace> {
    if path.exists() {
        return Err(nexus_store::StoreError::Exists {
            path: path.to_owned(),
        }
        .into());
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|source| AppError::Io {
            path: folder.to_owned(),
            source,
        })?;
    }
    if let Unlock::KeyFile(file) = with
        && !file.exists()
    {
        keys::make_key_file(file)?;
    }
    let key = WorkspaceKey::random()?;
    let mut slots = Keys::none(path);
    slots.add(&with.secret(), &key)?;
    // Slots first: a workspace whose key is kept nowhere would be lost.
    slots.save()?;
    Ok(Workspace::create(path, &key, &OpenOptions::WRITE)?)
}

/// Opens a workspace to write, bringing it to the format of this version after a verified backup.
///
/// # Errors
/// [`AppError::Key`], [`AppError::Store`].
pub fn open(home: &Home, path: &Path, with: &Unlock) -> Result<Workspace> {
    open_with(home, path, &unlock(path, with)?)
}

/// As [`open`], with the key at hand.
///
/// # Errors
/// [`AppError::Store`].
pub fn open_with(home: &Home, path: &Path, key: &WorkspaceKey) -> Result<Workspace> {
    Ok(backups::open_guarded(home, path, key)?)
}

/// Opens a workspace only to read, beside an app that writes to it. An older file that nobody has
/// open is brought to the format of this version first, after a verified backup.
///
/// # Errors
/// [`AppError::Key`], [`AppError::Store`].
pub fn open_to_read(home: &Home, path: &Path, with: &Unlock) -> Result<Workspace> {
    let key = unlock(path, with)?;
    match Workspace::open(path, &key, &OpenOptions::READ) {
        Err(nexus_store::StoreError::Older { .. }) => open_with(home, path, &key),
        other => Ok(other?),
    }
}

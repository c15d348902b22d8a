//! Opening a workspace that somebody chose, with what they have: words from paper, a passphrase, a key file.

use std::path::{Path, PathBuf};

use nexus_store::backup::{Slots, put_back};
use nexus_store::keys::{self, Keys, Secret, SlotKind};
use nexus_store::{Workspace, WorkspaceKey};
use serde::{Deserialize, Serialize};
use specta::Type;
use zeroize::Zeroizing;

use super::{Home, Preferences, Unlock, backups, by_itself, start};
use crate::{AppError, Result};

/// The kind of thing that opens a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum SecretKind {
    /// Whatever this laptop has: its keychain, or its own key.
    Laptop,
    /// The twelve recovery words.
    Words,
    /// A passphrase.
    Passphrase,
    /// The path of a key file.
    KeyFile,
}

/// What somebody has to open a workspace.
#[derive(Clone, Serialize, Deserialize, Type)]
pub struct SecretInput {
    /// Which kind.
    pub kind: SecretKind,
    /// The words, the passphrase or the path; empty for this laptop.
    pub text: String,
}

impl SecretInput {
    /// The same for the lower layers.
    pub fn unlock(&self, home: &Home, workspace: &Path) -> Unlock {
        let text = || Zeroizing::new(self.text.clone());
        match self.kind {
            SecretKind::Laptop => by_itself(home, workspace),
            SecretKind::Words => Unlock::Recovery(text()),
            SecretKind::Passphrase => Unlock::Passphrase(text()),
            SecretKind::KeyFile => Unlock::KeyFile(self.text.clone().into()),
        }
    }
}

/// Which workspace to open, and how.
#[derive(Clone, Serialize, Deserialize, Type)]
pub struct OpenInput {
    /// The file; that of the last time if none is given. A backup is copied first, and stays as it is.
    pub path: Option<String>,
    /// What opens it.
    pub secret: SecretInput,
    /// Whether this laptop opens it by itself from now on.
    pub remember: bool,
    /// The person who uses this laptop; as before, if empty.
    pub author: String,
}

/// A workspace that was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OpenedView {
    /// The file.
    pub path: String,
    /// Whether this laptop opens it by itself the next time.
    pub remembered: bool,
    /// Whether a backup was chosen and this is a copy of it.
    pub copied: bool,
}

/// The ways in which a workspace opens; those of the last time if no path is given.
///
/// # Errors
/// [`AppError::Key`] when the slots are missing or damaged.
pub fn ways(home: &Home, path: Option<&str>) -> Result<Vec<SecretKind>> {
    ways_of(&place(home, path)?)
}

/// The ways in which a file opens, by the slots beside it.
pub(super) fn ways_of(file: &Path) -> Result<Vec<SecretKind>> {
    let kinds = Keys::of(file)?.kinds();
    let way = |kind| match kind {
        SlotKind::Keychain => SecretKind::Laptop,
        SlotKind::Recovery => SecretKind::Words,
        SlotKind::Passphrase => SecretKind::Passphrase,
        SlotKind::KeyFile => SecretKind::KeyFile,
    };
    Ok(kinds.into_iter().map(way).collect())
}

fn place(home: &Home, path: Option<&str>) -> Result<PathBuf> {
    let path = match path {
        Some(path) => Some(path.to_owned()),
        None => home.preferences()?.workspace,
    };
    path.map(PathBuf::from).ok_or_else(|| AppError::NotFound {
        what: "workspace",
        key: String::new(),
    })
}

/// Opens the workspace that somebody chose, and remembers it as the one of the last time.
///
/// # Errors
/// [`AppError::Key`] when the secret does not open it; [`AppError::Store`] when it is refused. The file is
/// untouched then.
pub fn open_chosen(home: &Home, input: &OpenInput) -> Result<(Workspace, OpenedView)> {
    let chosen = place(home, input.path.as_deref())?;
    let before = home.preferences()?;
    let author = match input.author.trim() {
        "" => before.author.clone(),
        author => author.to_owned(),
    };
    start::named(&author)?;
    let key = super::unlock(&chosen, &input.secret.unlock(home, &chosen))?;
    let copied = backups::read_name(&chosen).is_some();
    let path = if copied {
        copy_of_backup(home, &chosen, &key)?
    } else {
        chosen
    };
    let workspace = backups::open_guarded(home, &path, &key)?;
    let opens = super::unlock(&path, &by_itself(home, &path)).is_ok_and(|found| found.bytes() == key.bytes());
    let remembered = opens || (input.remember && remember(home, &path, &key));
    let view = OpenedView {
        path: path.to_string_lossy().into_owned(),
        remembered,
        copied,
    };
    home.remember(&Preferences {
        author,
        workspace: Some(view.path.clone()),
        ..before
    })?;
    Ok((workspace, view))
}

/// A backup that somebody opens becomes a workspace of this laptop, under the name of its folder.
fn copy_of_backup(home: &Home, backup: &Path, key: &WorkspaceKey) -> Result<PathBuf> {
    let folder = backup.parent().and_then(Path::file_name).unwrap_or_default();
    let folder = folder.to_string_lossy();
    let name = folder.rsplit_once('-').map_or(&*folder, |(name, _)| name);
    let name = if name.is_empty() { "facility" } else { name };
    let path = start::free_name(&home.folder("workspaces")?, name);
    let aside = path.with_extension("kept.nexus");
    put_back(backup, key, &path, &aside, Slots::OfBackup)?;
    Ok(path)
}

/// Adds the slot by which this laptop opens the workspace; false where that cannot be kept.
fn remember(home: &Home, workspace: &Path, key: &WorkspaceKey) -> bool {
    let add = || -> Result<()> {
        let mut slots = Keys::of(workspace)?;
        match by_itself(home, workspace) {
            Unlock::KeyFile(file) => {
                if !file.exists() {
                    keys::make_key_file(&file)?;
                }
                slots.add(&Secret::KeyFile(&file), key)?;
            }
            _ => slots.add(&Secret::Keychain, key)?,
        }
        Ok(slots.save()?)
    };
    match add() {
        Ok(()) => true,
        Err(error) => {
            tracing::warn!(code = error.code(), "the key could not be kept on this laptop");
            false
        }
    }
}

//! The folder of the app's own state: preferences, logs, backups, files made to be printed.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{AppError, Result};

const PREFERENCES: &str = "preferences";

/// The folder of the app's own state.
#[derive(Debug, Clone)]
pub struct Home {
    root: PathBuf,
}

/// What the app remembers between starts. Holds no data of participants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Preferences {
    /// The person who uses this laptop: the author of what they do.
    pub author: String,
    /// `system`, `light`, `dark` or `contrast`.
    pub theme: String,
    /// Size of text in percent.
    pub text_size: u16,
    /// Whether keys of one character act.
    pub single_keys: bool,
    /// The workspace that was open last.
    pub workspace: Option<String>,
    /// A second folder for backups, on a stick for example.
    pub backup_folder: Option<String>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            author: String::new(),
            theme: "system".to_owned(),
            text_size: 100,
            single_keys: true,
            workspace: None,
            backup_folder: None,
        }
    }
}

impl Home {
    /// The folder that `NEXUS_HOME` names, or else the one where the system keeps data of apps.
    ///
    /// # Errors
    /// [`AppError::Io`] when there is neither.
    pub fn find() -> Result<Self> {
        let root = std::env::var_os("NEXUS_HOME").map(PathBuf::from);
        let root = root.or_else(|| dirs::data_dir().map(|folder| folder.join("nexus-facilitator")));
        let root = root.ok_or_else(|| AppError::Io {
            path: PathBuf::from("NEXUS_HOME"),
            source: std::io::Error::new(std::io::ErrorKind::NotFound, "no folder for data of apps"),
        })?;
        Ok(Self { root })
    }

    /// A home at a given place.
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// One of its folders, made if it is not there.
    ///
    /// # Errors
    /// [`AppError::Io`].
    pub fn folder(&self, name: &str) -> Result<PathBuf> {
        let path = self.root.join(name);
        std::fs::create_dir_all(&path).map_err(|source| AppError::Io {
            path: path.clone(),
            source,
        })?;
        Ok(path)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.root.join(format!("{name}.json"))
    }

    /// What was kept under a name; nothing where nothing was, or where the file cannot be understood.
    pub fn kept<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        self.read(name).unwrap_or_else(|error| {
            tracing::warn!(code = error.code(), name, "a file of the app cannot be read");
            None
        })
    }

    fn read<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>> {
        let path = self.file(name);
        match std::fs::read(&path) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes)
                .inspect_err(|error| {
                    // The place alone: what stands there may be a name.
                    let (line, column) = (error.line(), error.column());
                    tracing::warn!(
                        line,
                        column,
                        name,
                        "a file of the app cannot be understood, defaults are used"
                    );
                })
                .ok()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(AppError::Io { path, source }),
        }
    }

    /// Keeps something under a name: a complete new file takes the place of the old one.
    ///
    /// # Errors
    /// [`AppError::Io`].
    pub fn keep<T: Serialize>(&self, name: &str, value: &T) -> Result<()> {
        let path = self.file(name);
        let fresh = path.with_extension("new");
        let io = |source| AppError::Io {
            path: path.clone(),
            source,
        };
        std::fs::create_dir_all(&self.root).map_err(io)?;
        let text = serde_json::to_vec_pretty(value).map_err(|error| io(error.into()))?;
        std::fs::write(&fresh, text).map_err(io)?;
        std::fs::rename(&fresh, &path).map_err(io)
    }

    /// What was remembered; the defaults where nothing was, or where the file cannot be understood.
    ///
    /// # Errors
    /// [`AppError::Io`] when the file is there but cannot be read.
    pub fn preferences(&self) -> Result<Preferences> {
        Ok(self.read(PREFERENCES)?.unwrap_or_default())
    }

    /// Remembers preferences.
    ///
    /// # Errors
    /// [`AppError::Io`].
    pub fn remember(&self, preferences: &Preferences) -> Result<()> {
        self.keep(PREFERENCES, preferences)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preferences_come_back_and_a_damaged_file_gives_defaults() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(&folder.path().join("new"));
        assert_eq!(home.preferences().unwrap(), Preferences::default());
        let mine = Preferences {
            author: "Ana".into(),
            theme: "dark".into(),
            ..Preferences::default()
        };
        home.remember(&mine).unwrap();
        assert_eq!(home.preferences().unwrap(), mine);
        std::fs::write(home.file(PREFERENCES), "{\"theme\": 3").unwrap();
        assert_eq!(home.preferences().unwrap(), Preferences::default());
    }
}

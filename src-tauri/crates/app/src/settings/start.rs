//! The first start: the person's name, and a workspace that is the sample or their own.

use std::path::{Path, PathBuf};

use nexus_store::Workspace;
use nexus_store::keys::{KeyError, Keys, Secret, recovery_words};
use serde::{Deserialize, Serialize};
use specta::Type;
use zeroize::Zeroizing;

use super::{Home, Preferences, Unlock, create};
use crate::programs::{SetupInput, check};
use crate::{AppError, Result};

/// What the first start asks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StartInput {
    /// The person who uses this laptop.
    pub author: String,
    /// Name of the facility.
    pub facility: String,
    /// Its time zone, as IANA names it.
    pub zone: String,
    /// Whether it holds only the sample.
    pub sample: bool,
    /// A passphrase, where the system has no keychain.
    pub passphrase: String,
}

/// What the first start made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StartedView {
    /// The recovery words, shown this once; none for the sample.
    pub recovery: Option<String>,
}

/// How a workspace opens without asking anybody: a key file that the environment names, the app's own key
/// of the sample, or the keychain of the system.
pub fn by_itself(home: &Home, workspace: &Path) -> Unlock {
    if let Some(path) = std::env::var_os("NEXUS_KEY_FILE") {
        return Unlock::KeyFile(path.into());
    }
    let own = own_key(home, workspace);
    if own.exists() {
        Unlock::KeyFile(own)
    } else {
        Unlock::Keychain
    }
}

fn own_key(home: &Home, workspace: &Path) -> PathBuf {
    let name = workspace
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    home.root().join("keys").join(format!("{name}.key"))
}

/// Makes the first workspace. It is empty: the caller sets the facility up in it.
///
/// # Errors
/// [`AppError::Invalid`] naming the field; [`AppError::Key`] where the system has no keychain and no
/// passphrase was given; those of the store.
pub fn start(home: &Home, input: &StartInput) -> Result<(Workspace, StartedView)> {
    let author = input.author.trim();
    named(author)?;
    let (facility, _) = check(&SetupInput {
        facility: input.facility.clone(),
        zone: input.zone.clone(),
    })?;
    let path = free_place(&home.folder("workspaces")?, &facility);
    let workspace = make(home, &path, input)?;
    let mut started = StartedView::default();
    if !input.sample {
        let words = recovery_words()?;
        let mut keys = Keys::of(&path)?;
        keys.add(&Secret::Recovery(&words), workspace.key())?;
        keys.save()?;
        started.recovery = Some(words.to_string());
    }
    let before = home.preferences()?;
    let place = Some(path.to_string_lossy().into_owned());
    home.remember(&Preferences {
        author: author.to_owned(),
        workspace: place,
        ..before
    })?;
    Ok((workspace, started))
}

/// Refuses to let somebody work without a name: it stands beside what they change.
pub(super) fn named(author: &str) -> Result<()> {
    if !author.is_empty() {
        return Ok(());
    }
    Err(AppError::Invalid {
        place: "start".to_owned(),
        field: "author".to_owned(),
        found: String::new(),
        expected: "your name".to_owned(),
    })
}

fn make(home: &Home, path: &Path, input: &StartInput) -> Result<Workspace> {
    if !input.passphrase.is_empty() {
        return create(
            path,
            &Unlock::Passphrase(Zeroizing::new(input.passphrase.clone())),
        );
    }
    match create(path, &by_itself(home, path)) {
        // The sample holds nobody's data; its key may lie in the app's own folder.
        Err(AppError::Key(KeyError::NoKeychain { .. })) if input.sample => {
            home.folder("keys")?;
            create(path, &Unlock::KeyFile(own_key(home, path)))
        }
        other => other,
    }
}

/// A file name made of the facility's name that is not taken.
fn free_place(folder: &Path, facility: &str) -> PathBuf {
    let plain: String = facility
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .take(60)
        .collect();
    let stem = plain
        .split('-')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    let stem = if stem.is_empty() {
        "facility".to_owned()
    } else {
        stem
    };
    free_name(folder, &stem)
}

/// The first of `stem.nexus`, `stem-2.nexus`, … that is not taken, nor its key slots.
pub(super) fn free_name(folder: &Path, stem: &str) -> PathBuf {
    (1..)
        .map(|count| {
            if count == 1 {
                stem.to_owned()
            } else {
                format!("{stem}-{count}")
            }
        })
        .map(|name| folder.join(format!("{name}.nexus")))
        .find(|path| !path.exists() && !Keys::place(path).exists())
        .unwrap_or_else(|| folder.join("facility.nexus"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_made_of_the_name_and_never_taken_twice() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(
            free_place(folder.path(), "Río / Branch"),
            folder.path().join("Río-Branch.nexus")
        );
        std::fs::write(folder.path().join("Río-Branch.nexus"), "").unwrap();
        assert_eq!(
            free_place(folder.path(), "Río / Branch"),
            folder.path().join("Río-Branch-2.nexus")
        );
        assert_eq!(
            free_place(folder.path(), "///"),
            folder.path().join("facility.nexus")
        );
    }

    #[test]
    fn the_first_start_asks_for_a_name_and_keeps_recovery_words_for_real_data() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let input = StartInput {
            author: "Ana".into(),
            facility: "Riverbend".into(),
            zone: "America/Chicago".into(),
            sample: false,
            passphrase: "a long passphrase".into(),
        };
        let nameless = StartInput {
            author: " ".into(),
            ..input.clone()
        };
        assert!(matches!(start(&home, &nameless), Err(AppError::Invalid { .. })));
        let (workspace, started) = start(&home, &input).unwrap();
        let words = Zeroizing::new(started.recovery.unwrap());
        let path = workspace.path().to_owned();
        drop(workspace);
        super::super::open(&home, &path, &Unlock::Recovery(words)).unwrap();
        assert_eq!(home.preferences().unwrap().author, "Ana");
    }
}

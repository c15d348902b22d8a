//! Key slots: the one workspace key, wrapped once for each way to open the workspace.
//!
//! They stand in `NAME.keys` beside the workspace and beside each backup. Losing the file loses the
//! workspace, so it is replaced only by a complete one. Wrapping is age with scrypt; the keychain of
//! the system keeps the key itself.

mod words;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::WorkspaceKey;

use words::normal_words;
pub use words::{BadWords, recovery_words};

/// Name under which the system's keychain lists our entries.
const SERVICE: &str = "Nexus Facilitator";
/// Work factor for secrets that a person can remember: about a second on a small laptop.
const SLOW: u8 = 17;
/// Work factor for secrets that are random anyway.
const QUICK: u8 = 10;
/// A key file needs at least as many bytes as the key.
const KEY_FILE_BYTES: u64 = 32;
/// Above this, a file was surely not meant as a key file.
const KEY_FILE_LIMIT: u64 = 1 << 20;

/// A way to open a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotKind {
    /// The system's keychain.
    Keychain,
    /// A passphrase that somebody remembers.
    Passphrase,
    /// Twelve words on paper.
    Recovery,
    /// A file, kept away from the workspace.
    KeyFile,
}

/// What a person or the system offers to open a workspace.
pub enum Secret<'a> {
    /// Whatever the keychain has.
    Keychain,
    /// A passphrase.
    Passphrase(&'a str),
    /// The recovery words.
    Recovery(&'a str),
    /// A key file.
    KeyFile(&'a Path),
}

impl Secret<'_> {
    fn kind(&self) -> SlotKind {
        match self {
            Self::Keychain => SlotKind::Keychain,
            Self::Passphrase(_) => SlotKind::Passphrase,
            Self::Recovery(_) => SlotKind::Recovery,
            Self::KeyFile(_) => SlotKind::KeyFile,
        }
    }
}

/// Why no key could be had, or kept.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The slots beside the workspace are gone.
    #[error("{} is missing; a backup holds a copy of it", path.display())]
    NoSlots {
        /// Where they were looked for.
        path: PathBuf,
    },
    /// The file of the slots is not what it must be.
    #[error("{} is damaged; a backup holds a copy of it", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// The workspace was never set up to open this way.
    #[error("the workspace has no {kind:?} slot")]
    NoSlot {
        /// The way that was tried.
        kind: SlotKind,
    },
    /// The secret is not the right one.
    #[error("the {kind:?} does not open this workspace")]
    Wrong {
        /// The way that was tried.
        kind: SlotKind,
    },
    /// There is no key file at the place given.
    #[error("there is no key file at {}", path.display())]
    KeyFileMissing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The file cannot serve as a key.
    #[error("{} cannot be a key file: {found} bytes, expected 32 to 1048576", path.display())]
    KeyFileSize {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        found: u64,
    },
    /// The words cannot be recovery words, whatever the workspace.
    #[error("these are not twelve recovery words: {0}")]
    BadWords(BadWords),
    /// The passphrase is too short to protect anything.
    #[error("a passphrase needs at least {expected} characters")]
    ShortPassphrase {
        /// The least length.
        expected: usize,
    },
    /// The system has no keychain that could be asked.
    #[error("the keychain cannot be used: {detail}")]
    NoKeychain {
        /// What it said.
        detail: String,
    },
    /// Wrapping failed.
    #[error("the key could not be wrapped: {detail}")]
    Wrap {
        /// What the library said.
        detail: String,
    },
    /// Reading or writing a file failed.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

#[derive(Clone, Serialize, Deserialize)]
struct Slot {
    kind: SlotKind,
    /// The wrapped key, or the name of the entry in the keychain.
    held: String,
}

#[derive(Serialize, Deserialize)]
struct Ring {
    schema: u32,
    slots: Vec<Slot>,
    /// Digest of the slots, so that damage is not taken for a wrong secret. Early files have none.
    #[serde(default)]
    digest: Option<String>,
}

/// A digest of the slots as they stand in the file.
fn digest(slots: &[Slot]) -> String {
    let mut hasher = blake3::Hasher::new();
    for slot in slots {
        hasher.update(format!("{:?}\n{}\n", slot.kind, slot.held).as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

/// The slots of one workspace.
pub struct Keys {
    path: PathBuf,
    slots: Vec<Slot>,
}

impl Keys {
    /// Where the slots of a workspace stand: `NAME.keys` for `NAME.nexus`.
    pub fn place(workspace: &Path) -> PathBuf {
        workspace.with_extension("keys")
    }

    /// No slots yet, for a new workspace.
    pub fn none(workspace: &Path) -> Self {
        Self {
            path: Self::place(workspace),
            slots: Vec::new(),
        }
    }

    /// Reads the slots of a workspace.
    ///
    /// # Errors
    /// [`KeyError::NoSlots`], [`KeyError::Damaged`].
    pub fn of(workspace: &Path) -> Result<Self, KeyError> {
        let path = Self::place(workspace);
        let text = std::fs::read_to_string(&path).map_err(|source| match source.kind() {
            std::io::ErrorKind::NotFound => KeyError::NoSlots { path: path.clone() },
            std::io::ErrorKind::InvalidData => KeyError::Damaged { path: path.clone() },
            _ => KeyError::Io {
                path: path.clone(),
                source,
            },
        })?;
        match serde_json::from_str::<Ring>(&text) {
            Ok(Ring {
                schema: 1,
                slots,
                digest: written,
            }) if written.as_ref().is_none_or(|written| *written == digest(&slots)) => {
                Ok(Self { path, slots })
            }
            _ => Err(KeyError::Damaged { path }),
        }
    }

    /// The ways in which the workspace opens.
    pub fn kinds(&self) -> Vec<SlotKind> {
        self.slots.iter().map(|slot| slot.kind).collect()
    }

    /// Wraps the key for one more way to open the workspace; replaces an earlier slot of the kind.
    ///
    /// # Errors
    /// What makes the secret unfit; see [`KeyError`].
    pub fn add(&mut self, secret: &Secret<'_>, key: &WorkspaceKey) -> Result<(), KeyError> {
        let held = match secret {
            Secret::Keychain => keep_in_keychain(key)?,
            Secret::Passphrase(text) if text.chars().count() < 8 => {
                return Err(KeyError::ShortPassphrase { expected: 8 });
            }
            Secret::Passphrase(text) => seal(text, SLOW, key)?,
            Secret::Recovery(words) => seal(&normal_words(words)?, QUICK, key)?,
            Secret::KeyFile(path) => seal(&read_key_file(path)?, QUICK, key)?,
        };
        self.slots.retain(|slot| slot.kind != secret.kind());
        self.slots.push(Slot {
            kind: secret.kind(),
            held,
        });
        Ok(())
    }

    /// The workspace key, if the secret opens its slot.
    ///
    /// # Errors
    /// [`KeyError::NoSlot`], [`KeyError::Wrong`], and what makes the secret unfit.
    pub fn unlock(&self, secret: &Secret<'_>) -> Result<WorkspaceKey, KeyError> {
        let kind = secret.kind();
        let phrase = match secret {
            Secret::Keychain => None,
            Secret::Passphrase(text) => Some(Zeroizing::new((*text).to_owned())),
            Secret::Recovery(words) => Some(normal_words(words)?),
            Secret::KeyFile(path) => Some(read_key_file(path)?),
        };
        let slot = self
            .slots
            .iter()
            .find(|slot| slot.kind == kind)
            .ok_or(KeyError::NoSlot { kind })?;
        match phrase {
            None => take_from_keychain(&slot.held),
            Some(phrase) => match unseal(&phrase, &slot.held) {
                Err(age::DecryptError::DecryptionFailed) => Err(KeyError::Wrong { kind }),
                Ok(Some(key)) => Ok(key),
                _ => Err(KeyError::Damaged {
                    path: self.path.clone(),
                }),
            },
        }
    }

    /// Writes the slots beside the workspace: a complete new file takes the place of the old one.
    ///
    /// # Errors
    /// [`KeyError::Io`].
    pub fn save(&self) -> Result<(), KeyError> {
        let ring = Ring {
            schema: 1,
            slots: self.slots.clone(),
            digest: Some(digest(&self.slots)),
        };
        let text = serde_json::to_string_pretty(&ring).map_err(|error| KeyError::Wrap {
            detail: error.to_string(),
        })?;
        replace(&self.path, text.as_bytes()).map_err(|source| KeyError::Io {
            path: self.path.clone(),
            source,
        })
    }
}

/// Makes a key file that only its owner can read. Never replaces a file.
///
/// # Errors
/// [`KeyError::Io`].
pub fn make_key_file(path: &Path) -> Result<(), KeyError> {
    let mut bytes = Zeroizing::new([0u8; 32]);
    random(bytes.as_mut_slice())?;
    let text = Zeroizing::new(format!(
        "nexus-key-1 {}\n",
        blake3::Hash::from_bytes(*bytes).to_hex()
    ));
    let io = |source| KeyError::Io {
        path: path.to_owned(),
        source,
    };
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    owner_only(&mut options);
    let mut file = options.open(path).map_err(io)?;
    std::io::Write::write_all(&mut file, text.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(io)
}

/// On Unix a new file is readable by its owner alone.
#[cfg(unix)]
fn owner_only(options: &mut std::fs::OpenOptions) {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
}

/// Elsewhere a new file takes the access list of the person's own folder.
#[cfg(not(unix))]
fn owner_only(_options: &mut std::fs::OpenOptions) {}

fn random(bytes: &mut [u8]) -> Result<(), KeyError> {
    getrandom::fill(bytes).map_err(|error| KeyError::Wrap {
        detail: error.to_string(),
    })
}

/// Writes a whole new file, then puts it in the place of the old one.
fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    let fresh = PathBuf::from(name);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    owner_only(&mut options);
    let mut file = options.open(&fresh)?;
    std::io::Write::write_all(&mut file, bytes)?;
    file.sync_all()?;
    std::fs::rename(&fresh, path)
}

/// Whether a key file would lie in the folder of what it opens, where whoever takes one takes both.
pub fn is_beside(key_file: &Path, workspace: &Path) -> bool {
    same_folder(key_file, workspace)
}

fn same_folder(one: &Path, other: &Path) -> bool {
    let folder = |path: &Path| {
        std::path::absolute(path)
            .ok()
            .and_then(|path| path.parent().map(Path::to_owned))
    };
    folder(one).is_some() && folder(one) == folder(other)
}

/// A digest of the file's bytes, so that any file of random bytes can serve.
fn read_key_file(path: &Path) -> Result<Zeroizing<String>, KeyError> {
    let io = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::NotFound => KeyError::KeyFileMissing {
            path: path.to_owned(),
        },
        _ => KeyError::Io {
            path: path.to_owned(),
            source,
        },
    };
    let found = std::fs::metadata(path).map_err(io)?.len();
    if !(KEY_FILE_BYTES..=KEY_FILE_LIMIT).contains(&found) {
        return Err(KeyError::KeyFileSize {
            path: path.to_owned(),
            found,
        });
    }
    let bytes = Zeroizing::new(std::fs::read(path).map_err(io)?);
    let digest = blake3::Hash::from_bytes(blake3::derive_key("Nexus Facilitator 1 key file", &bytes));
    Ok(Zeroizing::new(digest.to_hex().to_string()))
}

fn seal(phrase: &str, work: u8, key: &WorkspaceKey) -> Result<String, KeyError> {
    let mut recipient = age::scrypt::Recipient::new(age::secrecy::SecretString::from(phrase));
    recipient.set_work_factor(work);
    age::encrypt_and_armor(&recipient, key.bytes()).map_err(|error| KeyError::Wrap {
        detail: error.to_string(),
    })
}

/// The key in a slot; nothing if the slot holds something else.
fn unseal(phrase: &str, held: &str) -> Result<Option<WorkspaceKey>, age::DecryptError> {
    let mut identity = age::scrypt::Identity::new(age::secrecy::SecretString::from(phrase));
    identity.set_max_work_factor(SLOW + 3);
    let bytes = Zeroizing::new(age::decrypt(&identity, held.as_bytes())?);
    Ok(bytes.as_slice().try_into().ok().map(WorkspaceKey::from_bytes))
}

fn keychain(entry: &str) -> Result<keyring::Entry, KeyError> {
    keyring::Entry::new(SERVICE, entry).map_err(|error| KeyError::NoKeychain {
        detail: error.to_string(),
    })
}

fn keep_in_keychain(key: &WorkspaceKey) -> Result<String, KeyError> {
    let entry = uuid::Uuid::now_v7().to_string();
    keychain(&entry)?
        .set_secret(key.bytes())
        .map_err(|error| KeyError::NoKeychain {
            detail: error.to_string(),
        })?;
    Ok(entry)
}

fn take_from_keychain(entry: &str) -> Result<WorkspaceKey, KeyError> {
    let found = keychain(entry)?
        .get_secret()
        .map_err(|error| KeyError::NoKeychain {
            detail: error.to_string(),
        })?;
    let bytes = Zeroizing::new(found);
    let bytes: [u8; 32] = bytes.as_slice().try_into().map_err(|_| KeyError::Wrong {
        kind: SlotKind::Keychain,
    })?;
    Ok(WorkspaceKey::from_bytes(bytes))
}

#[cfg(test)]
mod tests;

//! The random key that encrypts a workspace.

use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::{Result, StoreError};

/// 32 random bytes; wiped from memory when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct WorkspaceKey([u8; 32]);

impl WorkspaceKey {
    /// A new key from the system's source of randomness.
    ///
    /// # Errors
    /// [`StoreError::Io`] when the system has no randomness to give.
    pub fn random() -> Result<Self> {
        let mut bytes = [0; 32];
        fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// A key that was unwrapped from a slot.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, to be wrapped into a slot.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key as SQLCipher takes it: used as it is, without derivation.
    pub(crate) fn pragma(&self) -> zeroize::Zeroizing<String> {
        use std::fmt::Write as _;
        let mut text = zeroize::Zeroizing::new(String::with_capacity(80));
        text.push_str("PRAGMA key = \"x'");
        for byte in self.0 {
            let _ = write!(text, "{byte:02x}");
        }
        text.push_str("'\"");
        text
    }
}

impl std::fmt::Debug for WorkspaceKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WorkspaceKey")
    }
}

/// Sets SQLCipher up. SQLite says that it is ready a moment before SQLCipher is, and a file that another thread
/// opens in that moment does not take its key: whoever comes first sets up, the others wait.
pub(crate) fn set_up() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| drop(rusqlite::Connection::open_in_memory()));
}

/// Fills `bytes` from the system's source of randomness.
///
/// # Errors
/// [`StoreError::Io`] when the system has none to give.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(|error| StoreError::Io {
        path: std::path::PathBuf::new(),
        source: std::io::Error::other(error.to_string()),
    })
}

//! Where the app keeps its own files; opening and making workspaces; their backups.

pub mod backups;
mod bin;
mod fonts;
mod home;
mod prints;
mod recovery;
mod restore;
mod start;
mod unlocking;
mod workspaces;

pub use bin::{BinCount, BinLine, BinView, bin, bring_back};
pub use fonts::FontLine;
pub use home::{Home, Preferences};
pub use nexus_store::keys::is_beside;
pub(crate) use prints::is_shown;
pub use recovery::{has_recovery, renew_recovery};
pub use restore::{RestoredView, backup_ways, restore, restore_keys, unlock_backup};
pub use start::{StartInput, StartedView, by_itself, start};
pub use unlocking::{OpenInput, OpenedView, SecretInput, SecretKind, open_chosen, ways};
pub use workspaces::{Unlock, create, open, open_to_read, open_with, unlock};

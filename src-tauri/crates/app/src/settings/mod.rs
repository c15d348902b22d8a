//! Where the app keeps its own files, and opening and making workspaces.

mod bin;
mod home;
mod prints;
mod recovery;
mod start;
mod workspaces;

pub use bin::{BinCount, BinLine, BinView, bin, bring_back};
pub use home::{Home, Preferences};
pub use nexus_store::keys::is_beside;
pub(crate) use prints::is_shown;
pub use recovery::{has_recovery, renew_recovery};
pub use start::{StartInput, StartedView, by_itself, start};
pub use workspaces::{Unlock, create, open, open_to_read, unlock};

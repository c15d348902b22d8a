//! Where the app keeps its own files, and opening, making and closing workspaces.

mod home;
mod workspaces;

pub use home::{Home, Preferences};
pub use nexus_store::keys::is_beside;
pub use workspaces::{Unlock, create, open, open_to_read, unlock};

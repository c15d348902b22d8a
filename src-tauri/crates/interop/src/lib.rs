//! Placeholder header, replaced with the crate's purpose.

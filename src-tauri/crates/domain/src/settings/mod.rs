//! Rules of what belongs to one laptop: which backups are kept.

pub mod rotation;

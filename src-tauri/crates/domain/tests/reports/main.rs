//! What reports say and what they keep to themselves, held against other programs.
#![allow(clippy::unwrap_used)]

mod publication;
mod reader;
mod statistics;

//! What reports say and what they keep to themselves, held against other programs.

mod publication;
mod reader;
mod statistics;

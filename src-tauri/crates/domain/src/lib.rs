//! Types and rules of leadership training.
//!
//! Nothing here opens a file, reads a clock or knows SQL: time, ids and randomness are passed in, so every
//! rule can be tested with a value in and a value out. Each module carries the name of the feature it serves.

pub mod assessments;
pub mod cohorts;
pub mod curriculum;
pub mod ids;
pub mod outcomes;
pub mod people;
pub mod programs;
pub mod projects;
pub mod reports;
pub mod seed;
pub mod sessions;
pub mod settings;
pub mod table;
pub mod versions;

//! Commands: each parses, calls one use-case and returns.

pub mod assessments;
pub mod backups;
pub mod changes;
pub mod cohorts;
pub mod curriculum;
pub mod data;
pub mod files;
pub mod library;
pub mod outcomes;
pub mod people;
pub mod persons;
pub mod programs;
pub mod projects;
pub mod reports;
pub mod sessions;
pub mod settings;
pub mod tasks;

//! Journeys through the real window, as a person makes them.
#![allow(clippy::unwrap_used)]

mod assessments;
mod curriculum;
mod data;
mod fonts;
mod formats;
mod hands;
mod home;
mod library;
mod model;
mod outcomes;
mod over_time;
mod people;
mod programs;
mod projects;
mod recovery;
mod refused;
mod reports;
mod run;
mod scenes;
mod sessions;
mod shell;
mod stage;
mod start;
mod tour;

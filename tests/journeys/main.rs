//! Journeys through the real window, as a person makes them.
#![allow(clippy::unwrap_used)]

mod people;
mod shell;
mod stage;
mod start;
mod tour;

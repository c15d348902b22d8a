//! Journeys through the real window, as a person makes them.
#![allow(clippy::unwrap_used)]

mod people;
mod recovery;
mod shell;
mod stage;
mod tour;

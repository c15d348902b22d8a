//! What holds across crates: the shape of the house, and the types that cross to the window.
#![allow(clippy::unwrap_used)]

mod architecture;
mod bindings;
mod figures;
mod held;
mod logs;
mod model;
mod start;

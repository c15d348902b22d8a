//! Reports: documents made of what is stored, byte for byte the same for the same data, and what was issued of them.
//!
//! `gather` reads everything that a report is made of from the lists that the screens show. `tables` and `facts` turn
//! it into counts and figures, of which the rules of publication leave what may be printed. The documents themselves
//! are those of `nexus-report`.

mod facts;
mod gather;
mod participant;
mod tables;

pub use participant::{participant, save_participant};

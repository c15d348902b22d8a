//! Reports: what is computed for them, and what of it may be printed.

pub mod publication;
pub mod statistics;

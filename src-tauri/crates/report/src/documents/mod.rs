//! The documents: what each one says. Every module has one input struct and one function to PDF bytes.
//!
//! Inputs are plain values that a use-case fills from the store. A number that a screen shows comes from the
//! same query; nothing is counted twice. What is missing is said in words, never left as a gap.

/// Sheet sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 8.5 × 11 in.
    #[default]
    Letter,
    /// 210 × 297 mm.
    A4,
}

pub mod agenda;
pub mod paper_form;
pub mod participant;
pub mod sign_in;

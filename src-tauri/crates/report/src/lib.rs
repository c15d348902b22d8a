//! Data in, tagged PDF bytes out; and the figures that screen and paper share.
//!
//! `documents` say what a report holds, `layout` says where it goes, `pdf` writes it down with the structure a
//! screen reader needs. Nothing here reads a clock, a file or the system's fonts: the same data give the same
//! bytes. `printpdf` and `lopdf` are known to this crate alone.

pub mod documents;
mod error;
pub mod figures;
pub mod fonts;
mod layout;
mod model;
mod page;
mod pdf;
pub mod pictures;
pub mod soundness;
mod text;
pub mod words;

pub use error::ReportError;
pub use layout::content_width;

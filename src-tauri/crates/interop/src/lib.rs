//! Foreign files in and out.
//!
//! [`table::read`] turns the bytes of a CSV file or a workbook into rows of text, whatever program saved
//! them; what the text means is `nexus-domain`'s business. [`csv_out`] writes rows so that no spreadsheet
//! runs what is in them, [`sheet`] data as CSV, as a workbook or as JSON Lines.

pub mod archive;
pub mod csv_out;
pub mod curriculum;
pub mod instruments;
pub mod plain;
pub mod sheet;
pub mod table;
pub mod templates;

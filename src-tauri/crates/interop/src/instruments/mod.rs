//! Files of frameworks and instruments, read and written, and those that ship with the program.
//!
//! A file is JSON with `"schema": 1`, at most 8 MB of UTF-8. Unknown fields are refused, so that a misspelt one is
//! not lost. What is written reads back as it was, and equal things are equal bytes.

mod framework;
mod instrument;
mod pairs;

#[cfg(test)]
mod tests;

use nexus_domain::assessments::{Fault, Framework, Instrument};

pub use framework::{framework, write_framework};
pub use instrument::{
    format_json, instrument, read_condition, read_format, write_condition, write_instrument,
};

/// Largest file that is read, in bytes.
pub const LARGEST: usize = 8 * 1024 * 1024;

/// A file that holds no usable framework or instrument.
#[derive(Debug, thiserror::Error)]
pub enum InstrumentError {
    /// Not the JSON that was expected; the message names line and column.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// Another format.
    #[error("schema: expected 1, found {found}")]
    Schema {
        /// The number found.
        found: u32,
    },
    /// It cannot be asked or answered.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// A word that must name something else in the file, or be one of a list.
    #[error("{field}: expected {expected}, found {found:?}")]
    Word {
        /// Where it stands.
        field: String,
        /// What may stand there.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// Too large to be read.
    #[error("expected a file of at most 8 MB, found {found} bytes")]
    Large {
        /// Its size.
        found: usize,
    },
    /// Bytes that are no text.
    #[error("line {line}: expected UTF-8, found other bytes")]
    Text {
        /// The line, from 1.
        line: usize,
    },
}

fn word(field: String, expected: &str, found: &str) -> InstrumentError {
    InstrumentError::Word {
        field,
        expected: expected.to_owned(),
        found: found.chars().take(60).collect(),
    }
}

/// Refuses another format before anything else is read: a later one may have fields that are unknown here.
fn schema(text: &str) -> Result<(), InstrumentError> {
    #[derive(serde::Deserialize)]
    struct Head {
        schema: u32,
    }
    match serde_json::from_str::<Head>(text)?.schema {
        1 => Ok(()),
        found => Err(InstrumentError::Schema { found }),
    }
}

/// The text of a file that somebody chose.
///
/// # Errors
/// [`InstrumentError::Large`], [`InstrumentError::Text`].
pub fn text_of(bytes: &[u8]) -> Result<&str, InstrumentError> {
    if bytes.len() > LARGEST {
        return Err(InstrumentError::Large { found: bytes.len() });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        InstrumentError::Text {
            line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
        }
    })
}

/// The frameworks that ship with the program, every version ever published.
///
/// # Errors
/// None that a test would not find: the files are part of the program.
pub fn shipped_frameworks() -> Result<Vec<Framework>, InstrumentError> {
    [include_str!(
        "../../../../../assets/frameworks/nexus-competencies.json"
    )]
    .into_iter()
    .map(framework)
    .collect()
}

/// The instruments that ship with the program, every version ever published.
///
/// # Errors
/// None that a test would not find: the files are part of the program.
pub fn shipped_instruments() -> Result<Vec<Instrument>, InstrumentError> {
    [
        include_str!("../../../../../assets/instruments/competency-self-assessment.json"),
        include_str!("../../../../../assets/instruments/imls-training.json"),
        include_str!("../../../../../assets/instruments/lsta-workforce.json"),
    ]
    .into_iter()
    .map(instrument)
    .collect()
}

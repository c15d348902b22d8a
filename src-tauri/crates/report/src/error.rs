//! What can go wrong between data and PDF.

use crate::fonts::Unusable;

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The text holds characters that no font can draw. The document is refused: a box in place of a
    /// letter of somebody's name is worse than no document.
    #[error("no font has {} (in {place:?})", list(characters))]
    MissingGlyphs {
        /// The characters without a glyph, each once, in order of appearance.
        characters: Vec<char>,
        /// The first words of the text that holds them.
        place: String,
    },
    /// A message is missing from the locale file, or one of its arguments is.
    #[error("the words for {id:?} are missing or incomplete")]
    Words {
        /// The Fluent message id.
        id: String,
    },
    /// A font cannot be read or cut down to the glyphs used.
    #[error("the font {face} cannot be used: {reason}")]
    Font {
        /// PostScript name of the face.
        face: &'static str,
        /// What the font library said.
        reason: String,
    },
    /// A font that was to be installed is of no use.
    #[error("this font cannot be used: {0}")]
    UnusableFont(#[from] Unusable),
    /// The PDF library could not write the document.
    #[error("the PDF could not be written: {reason}")]
    Write {
        /// What the library said.
        reason: String,
    },
}

fn list(characters: &[char]) -> String {
    let named: Vec<String> = characters
        .iter()
        .map(|c| format!("{c} (U+{:04X})", u32::from(*c)))
        .collect();
    named.join(", ")
}

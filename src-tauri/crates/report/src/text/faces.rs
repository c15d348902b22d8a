//! Which face each letter is set in.

use unicode_normalization::UnicodeNormalization;

use super::{Fall, Span};
use crate::ReportError;
use crate::fonts::Face;

/// Spans joined to one text.
pub(super) struct Source {
    /// The text, cleaned.
    pub(super) text: String,
    /// Its pieces in order; each reaches to the start of the next.
    pub(super) pieces: Vec<Piece>,
}

/// A stretch in one face.
pub(super) struct Piece {
    /// First byte in the text.
    pub(super) start: usize,
    /// The face.
    pub(super) face: Face,
    /// Number of the span that it comes from.
    pub(super) span: usize,
}

/// What a span's text is after normalisation: NFC, without invisible controls, with plain spaces where the
/// face has no special one.
fn clean(text: &str) -> String {
    let mut before = ' ';
    let visible = text.nfc().filter(move |c| {
        let kept = !invisible(*c) || (joins(*c) && shapes_by_neighbour(before));
        before = *c;
        kept
    });
    visible
        .map(|c| match c {
            '\t' | '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => ' ',
            '\u{202F}' => '\u{A0}',
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            c => c,
        })
        .collect()
}

/// Whether a character draws nothing but decides whether its neighbours join.
fn joins(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Letters whose form depends on what stands beside them: Arabic and its kin, the scripts of India.
fn shapes_by_neighbour(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{DFF}')
}

/// Characters that draw nothing and carry no meaning on paper.
fn invisible(c: char) -> bool {
    let kept_control = matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}');
    (c.is_control() && !kept_control)
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Joins the spans and gives each byte range its face.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names every character that no face has.
pub(super) fn source(spans: &[Span], fall: Fall) -> Result<Source, ReportError> {
    let mut text = String::new();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut missing = Vec::new();
    for (at, span) in spans.iter().enumerate() {
        let cleaned = clean(&span.text.replace("\r\n", "\n"));
        let first = match fall {
            Fall::Whole => whole(&cleaned, span.face)?,
            Fall::Words => span.face,
        };
        for word in cleaned.split_inclusive([' ', '\n']) {
            let face = choose(word, first)?.unwrap_or(first);
            for c in word.chars() {
                let used = if c == '\n' || joins(c) || face.covers(c)? {
                    face
                } else if let Some(other) = find(face.fallbacks(), |other| other.covers(c))? {
                    other
                } else {
                    if !missing.contains(&c) {
                        missing.push(c);
                    }
                    face
                };
                if pieces
                    .last()
                    .is_none_or(|last| (last.face, last.span) != (used, at))
                {
                    pieces.push(Piece {
                        start: text.len(),
                        face: used,
                        span: at,
                    });
                }
                text.push(c);
            }
        }
    }
    if missing.is_empty() {
        return Ok(Source { text, pieces });
    }
    Err(ReportError::MissingGlyphs {
        characters: missing,
        place: text.chars().take(60).collect(),
    })
}

/// The face of a text that should stand in one: where several scripts meet, that of its Latin, Greek and Cyrillic
/// letters.
fn whole(text: &str, face: Face) -> Result<Face, ReportError> {
    if let Some(face) = choose(text, face)? {
        return Ok(face);
    }
    let mut ours = String::new();
    for c in text.chars() {
        if face.covers(c)? || Face::Noto.covers(c)? {
            ours.push(c);
        }
    }
    Ok(choose(&ours, face)?.unwrap_or(face))
}

/// The first face, of this one and those that stand in for it, that has every letter of the text.
fn choose(text: &str, face: Face) -> Result<Option<Face>, ReportError> {
    find(std::iter::once(face).chain(face.fallbacks()), |face| {
        for c in text.chars().filter(|c| c.is_alphanumeric()) {
            if !face.covers(c)? {
                return Ok(false);
            }
        }
        Ok(true)
    })
}

fn find(
    mut faces: impl Iterator<Item = Face>,
    mut test: impl FnMut(Face) -> Result<bool, ReportError>,
) -> Result<Option<Face>, ReportError> {
    faces
        .find_map(|face| test(face).map(|fits| fits.then_some(face)).transpose())
        .transpose()
}

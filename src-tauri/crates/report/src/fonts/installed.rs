//! Fonts that do not come with the program: their scripts have thousands of letters, their files are large.
//!
//! They belong to the process, not to a document: what is installed once serves until the end.

use std::sync::{PoisonError, RwLock};

use super::{Face, Facts, read};
use crate::ReportError;

/// More fonts than anybody needs.
const MOST: usize = 32;

/// A font that was installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installed {
    /// PostScript name.
    pub name: String,
    /// How many characters can be drawn with it that could not be drawn before.
    pub adds: usize,
}

/// Why a font cannot be installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// The bytes are no TrueType or OpenType font.
    #[error("it is no TrueType or OpenType font")]
    NotAFont,
    /// It is a variable font: what is drawn would be its default weight, which may be hair-thin.
    #[error("it is a variable font; a static one is needed")]
    Variable,
    /// Its licence does not allow it to be embedded in documents (OS/2, fsType).
    #[error("its maker does not allow it to be embedded in documents")]
    Forbidden,
    /// It cannot be cut down to the glyphs that a document uses.
    #[error("it cannot be reduced to what a document uses")]
    Uncuttable,
    /// It has no letter that is not there already.
    #[error("it has no letter that is not there already")]
    NothingNew,
    /// There are too many fonts already.
    #[error("there are too many fonts already")]
    TooMany,
}

/// A font with what is known of it.
pub(super) struct Font {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) facts: Facts,
    adds: usize,
}

static FONTS: RwLock<Vec<&'static Font>> = RwLock::new(Vec::new());

/// Adds a font, as the last that is asked for a letter; of a collection its first face. Installing the same font
/// again changes nothing.
///
/// # Errors
/// [`ReportError::UnusableFont`] says why.
pub fn install(bytes: &[u8]) -> Result<Installed, ReportError> {
    let font = examine(bytes)?;
    let mut fonts = FONTS.write().unwrap_or_else(PoisonError::into_inner);
    if let Some(there) = fonts.iter().find(|there| there.bytes == font.bytes) {
        return Ok(there.told());
    }
    if font.adds == 0 {
        return Err(Unusable::NothingNew.into());
    }
    if fonts.len() >= MOST {
        return Err(Unusable::TooMany.into());
    }
    let font: &'static Font = Box::leak(Box::new(font));
    fonts.push(font);
    Ok(font.told())
}

/// Whether a font can be used, and for what.
pub(super) fn examine(bytes: &[u8]) -> Result<Font, ReportError> {
    let bytes = sfnt(bytes).ok_or(Unusable::NotAFont)?;
    let facts = read(&bytes).ok_or(Unusable::NotAFont)?;
    if table(&bytes, b"fvar").is_some() {
        return Err(Unusable::Variable.into());
    }
    // Bit 1: "Restricted License embedding".
    let embedding = table(&bytes, b"OS/2").and_then(|os2| os2.get(8..10));
    if embedding.is_some_and(|flags| flags[1] & 2 != 0) {
        return Err(Unusable::Forbidden.into());
    }
    if !can_be_cut(&bytes, &facts) {
        return Err(Unusable::Uncuttable.into());
    }
    let faces: Vec<Face> = Face::all().collect();
    let mut adds = 0;
    for code in facts.glyphs.keys() {
        let Some(c) = char::from_u32(*code).filter(|c| c.is_alphanumeric()) else {
            continue;
        };
        let mut covered = false;
        for face in &faces {
            covered |= face.covers(c)?;
        }
        adds += usize::from(!covered);
    }
    Ok(Font {
        name: name(&bytes).unwrap_or_else(|| "Installed".to_owned()),
        bytes,
        facts,
        adds,
    })
}

impl Font {
    fn told(&self) -> Installed {
        Installed {
            name: self.name.clone(),
            adds: self.adds,
        }
    }
}

/// How many fonts there are.
pub(crate) fn count() -> usize {
    FONTS.read().unwrap_or_else(PoisonError::into_inner).len()
}

/// Their faces.
pub(super) fn faces() -> impl Iterator<Item = Face> {
    // MOST fits a byte.
    (0..count() as u8).map(Face::Installed)
}

/// A font by its number.
pub(super) fn font(at: u8) -> Option<&'static Font> {
    let fonts = FONTS.read().unwrap_or_else(PoisonError::into_inner);
    fonts.get(usize::from(at)).copied()
}

/// The font itself, or the first face of a collection taken out of it.
fn sfnt(bytes: &[u8]) -> Option<Vec<u8>> {
    match bytes.get(..4)? {
        [0, 1, 0, 0] | b"true" | b"OTTO" => Some(bytes.to_vec()),
        b"ttcf" => first_face(bytes),
        _ => None,
    }
}

/// Tables of a collection lie anywhere in it; those of the first face are put one behind the other.
fn first_face(bytes: &[u8]) -> Option<Vec<u8>> {
    let start = number(bytes, 12)?;
    let head = bytes.get(start..start.checked_add(12)?)?;
    let count = usize::from(u16::from_be_bytes([head[4], head[5]]));
    let mut records = head.to_vec();
    let mut tables: Vec<u8> = Vec::new();
    let first = 12 + 16 * count;
    for at in 0..count {
        let record = bytes.get(start + 12 + 16 * at..start + 28 + 16 * at)?;
        let (place, size) = (number(record, 8)?, number(record, 12)?);
        let table = bytes.get(place..place.checked_add(size)?)?;
        records.extend(&record[..8]);
        records.extend(u32::try_from(first + tables.len()).ok()?.to_be_bytes());
        records.extend(&record[12..16]);
        tables.extend(table);
        tables.resize(tables.len().next_multiple_of(4), 0);
    }
    records.extend(tables);
    Some(records)
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let word: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(word)).ok()
}

/// A table of a font.
fn table<'a>(bytes: &'a [u8], name: &[u8; 4]) -> Option<&'a [u8]> {
    let count = usize::from(u16::from_be_bytes([*bytes.get(4)?, *bytes.get(5)?]));
    let record = (0..count)
        .filter_map(|at| bytes.get(12 + 16 * at..28 + 16 * at))
        .find(|record| &record[..4] == name)?;
    let (place, size) = (number(record, 8)?, number(record, 12)?);
    bytes.get(place..place.checked_add(size)?)
}

/// PostScript name (`name` table, id 6), as far as it is fit for a PDF.
fn name(bytes: &[u8]) -> Option<String> {
    let names = table(bytes, b"name")?;
    let short = |at: usize| Some(u16::from_be_bytes([*names.get(at)?, *names.get(at + 1)?]));
    let store = usize::from(short(4)?);
    for at in 0..usize::from(short(2)?) {
        let record = 6 + 12 * at;
        if short(record + 6)? != 6 {
            continue;
        }
        let (size, place) = (usize::from(short(record + 8)?), usize::from(short(record + 10)?));
        let text = names.get(store + place..store + place + size)?;
        // The name is ASCII; in UTF-16 every other byte is empty.
        let name: String = text
            .iter()
            .map(|byte| char::from(*byte))
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect();
        if !name.is_empty() {
            return Some(name);
        }
    }
    None
}

/// Whether a few glyphs can be taken out and read again, as a document does.
fn can_be_cut(bytes: &[u8], facts: &Facts) -> bool {
    let step = (facts.glyphs.len() / 16).max(1);
    let mut mapper = subsetter::GlyphRemapper::new();
    for glyph in facts.glyphs.values().step_by(step) {
        mapper.remap(*glyph);
    }
    subsetter::subset(bytes, 0, &mapper).is_ok_and(|cut| read(&cut).is_some())
}

//! The bundled faces: their bytes, what they cover, and subsets of them for embedding.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::ReportError;

/// One of the static fonts in `assets/fonts`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Face {
    /// Titles at rest.
    Serif,
    /// Titles.
    SerifBold,
    /// Everything that is read.
    #[default]
    Sans,
    /// Emphasis and table heads.
    SansBold,
    /// Codes and clocks.
    Mono,
    /// Stands in where a face lacks a letter.
    Noto,
    /// The same, for emphasis.
    NotoBold,
}

impl Face {
    /// Every face, in the order of their numbers.
    pub const ALL: [Self; 7] = [
        Self::Serif,
        Self::SerifBold,
        Self::Sans,
        Self::SansBold,
        Self::Mono,
        Self::Noto,
        Self::NotoBold,
    ];

    /// PostScript name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Serif => "SourceSerif4-Regular",
            Self::SerifBold => "SourceSerif4-Semibold",
            Self::Sans => "AtkinsonHyperlegibleNext-Regular",
            Self::SansBold => "AtkinsonHyperlegibleNext-SemiBold",
            Self::Mono => "AtkinsonHyperlegibleMono-Regular",
            Self::Noto => "NotoSans-Regular",
            Self::NotoBold => "NotoSans-SemiBold",
        }
    }

    /// The whole font file.
    pub fn bytes(self) -> &'static [u8] {
        macro_rules! font {
            ($file:literal) => {
                include_bytes!(concat!("../../../../assets/fonts/", $file))
            };
        }
        match self {
            Self::Serif => font!("SourceSerif4-Regular.ttf"),
            Self::SerifBold => font!("SourceSerif4-Semibold.ttf"),
            Self::Sans => font!("AtkinsonHyperlegibleNext-Regular.ttf"),
            Self::SansBold => font!("AtkinsonHyperlegibleNext-SemiBold.ttf"),
            Self::Mono => font!("AtkinsonHyperlegibleMono-Regular.ttf"),
            Self::Noto => font!("NotoSans-Regular.ttf"),
            Self::NotoBold => font!("NotoSans-SemiBold.ttf"),
        }
    }

    /// The face that stands in for this one.
    pub fn fallback(self) -> Self {
        match self {
            Self::SerifBold | Self::SansBold | Self::NotoBold => Self::NotoBold,
            Self::Serif | Self::Sans | Self::Mono | Self::Noto => Self::Noto,
        }
    }

    /// Whether the face can draw `c`.
    ///
    /// # Errors
    /// [`ReportError::Font`] if the bundled file cannot be read.
    pub fn covers(self, c: char) -> Result<bool, ReportError> {
        Ok(self.facts()?.glyphs.contains_key(&u32::from(c)))
    }

    /// Width of a glyph in thousandths of an em, as the PDF's width table will state it.
    ///
    /// # Errors
    /// [`ReportError::Font`] if the bundled file cannot be read.
    pub fn width(self, glyph: u16) -> Result<f32, ReportError> {
        let facts = self.facts()?;
        let units = facts.widths.get(&glyph).copied().unwrap_or(0);
        Ok((f32::from(units) * 1000.0 / f32::from(facts.units_per_em)).trunc())
    }

    fn facts(self) -> Result<&'static Facts, ReportError> {
        static FACTS: [OnceLock<Option<Facts>>; 7] = [const { OnceLock::new() }; 7];
        FACTS[self as usize]
            .get_or_init(|| read(self.bytes()))
            .as_ref()
            .ok_or_else(|| self.unusable("it cannot be parsed"))
    }

    /// Cuts the font down to `glyphs` (numbers in the whole font), for embedding.
    ///
    /// # Errors
    /// [`ReportError::Font`] if the bundled file cannot be read or cut.
    pub fn subset(self, glyphs: impl IntoIterator<Item = u16>) -> Result<Subset, ReportError> {
        let mut mapper = subsetter::GlyphRemapper::new();
        for glyph in glyphs {
            mapper.remap(glyph);
        }
        let bytes =
            subsetter::subset(self.bytes(), 0, &mapper).map_err(|error| self.unusable(error.to_string()))?;
        Ok(Subset { bytes, mapper })
    }

    pub(crate) fn unusable(self, reason: impl Into<String>) -> ReportError {
        ReportError::Font {
            face: self.name(),
            reason: reason.into(),
        }
    }
}

/// A font reduced to the glyphs that a document uses.
pub struct Subset {
    /// The reduced TrueType file.
    pub bytes: Vec<u8>,
    mapper: subsetter::GlyphRemapper,
}

impl Subset {
    /// The number in the reduced file of a glyph of the whole font; 0 for a glyph that was not kept.
    pub fn glyph(&self, whole: u16) -> u16 {
        self.mapper.get(whole).unwrap_or(0)
    }
}

struct Facts {
    glyphs: BTreeMap<u32, u16>,
    widths: BTreeMap<u16, u16>,
    units_per_em: u16,
}

fn read(bytes: &[u8]) -> Option<Facts> {
    let parsed = printpdf::ParsedFont::from_bytes(bytes, 0, &mut Vec::new())?;
    Some(Facts {
        glyphs: parsed.codepoint_to_glyph,
        widths: parsed.glyph_widths,
        units_per_em: parsed.units_per_em,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fallback_covers_what_people_type() {
        for c in "Søren Łukaszewicz Nguyễn Thị Ștefan Αθήνα Жуков → ✓ ≥ ½ “”‘’–—…·×−".chars()
        {
            assert!(Face::Noto.covers(c).unwrap(), "Noto Sans lacks {c}");
            assert!(Face::NotoBold.covers(c).unwrap(), "Noto Sans SemiBold lacks {c}");
        }
        assert!(!Face::Sans.covers('ễ').unwrap());
        assert!(!Face::Noto.covers('한').unwrap());
    }

    #[test]
    fn widths_are_whole_thousandths() {
        for face in Face::ALL {
            assert_eq!(face.facts().unwrap().units_per_em, 1000, "{}", face.name());
        }
    }
}

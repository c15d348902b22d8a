//! The faces: their bytes, what they cover, and subsets of them for embedding.
//!
//! Most are bundled. Fonts of scripts with thousands of letters are [`install`]ed when the program begins.

mod installed;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::ReportError;

pub(crate) use installed::count as installed_count;
pub use installed::{Installed, Unusable, install};

/// A font that text is set in: one of those in `assets/fonts`, or an installed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) enum Face {
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
    /// Arabic letters.
    Arabic,
    /// The same, for emphasis.
    ArabicBold,
    /// Hebrew letters.
    Hebrew,
    /// The same, for emphasis.
    HebrewBold,
    /// What was installed, by its number.
    Installed(u8),
}

impl Face {
    /// Every bundled face.
    pub const BUNDLED: [Self; 11] = [
        Self::Serif,
        Self::SerifBold,
        Self::Sans,
        Self::SansBold,
        Self::Mono,
        Self::Noto,
        Self::NotoBold,
        Self::Arabic,
        Self::ArabicBold,
        Self::Hebrew,
        Self::HebrewBold,
    ];

    /// Every face there is now.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::BUNDLED.into_iter().chain(installed::faces())
    }

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
            Self::Arabic => "NotoSansArabic-Regular",
            Self::ArabicBold => "NotoSansArabic-Bold",
            Self::Hebrew => "NotoSansHebrew-Regular",
            Self::HebrewBold => "NotoSansHebrew-SemiBold",
            Self::Installed(at) => installed::font(at).map_or("", |font| font.name.as_str()),
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
            Self::Arabic => font!("NotoSansArabic-Regular.ttf"),
            Self::ArabicBold => font!("NotoSansArabic-Bold.ttf"),
            Self::Hebrew => font!("NotoSansHebrew-Regular.ttf"),
            Self::HebrewBold => font!("NotoSansHebrew-SemiBold.ttf"),
            Self::Installed(at) => installed::font(at).map_or(&[], |font| font.bytes.as_slice()),
        }
    }

    /// The name by which text asks for it; no two faces share one.
    pub fn family(self) -> Cow<'static, str> {
        match self {
            Self::Installed(at) => Cow::Owned(format!("Installed {at}")),
            bundled => Cow::Borrowed(bundled.name()),
        }
    }

    /// The faces that stand in for this one, the best first.
    pub fn fallbacks(self) -> impl Iterator<Item = Self> {
        let bundled = match self {
            Self::SerifBold | Self::SansBold | Self::NotoBold | Self::ArabicBold | Self::HebrewBold => {
                [Self::NotoBold, Self::ArabicBold, Self::HebrewBold]
            }
            _ => [Self::Noto, Self::Arabic, Self::Hebrew],
        };
        bundled.into_iter().chain(installed::faces())
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
        static FACTS: [OnceLock<Option<Facts>>; Face::BUNDLED.len()] =
            [const { OnceLock::new() }; Face::BUNDLED.len()];
        let facts = match self {
            Self::Installed(at) => installed::font(at).map(|font| &font.facts),
            bundled => Self::BUNDLED
                .iter()
                .position(|face| *face == bundled)
                .and_then(|at| FACTS[at].get_or_init(|| read(bundled.bytes())).as_ref()),
        };
        facts.ok_or_else(|| self.unusable("it cannot be parsed"))
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
pub(crate) struct Subset {
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

/// What is asked of a font again and again.
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

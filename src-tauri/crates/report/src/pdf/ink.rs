//! Which glyphs a document uses, and the fonts cut down to them.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontId, ParsedFont, PdfDocument};

use crate::ReportError;
use crate::fonts::{Face, Subset};
use crate::page::{Laid, Paint};
use crate::text::Cluster;

/// The fonts of one document.
pub struct Fonts {
    faces: BTreeMap<Face, Embedded>,
}

struct Embedded {
    subset: Subset,
    /// The characters that a glyph stands for, by its number in the whole font.
    text: BTreeMap<u16, String>,
    id: FontId,
}

impl Fonts {
    /// Collects the glyphs of all pages and cuts each font down to its own.
    pub fn of(laid: &Laid) -> Result<Self, ReportError> {
        let mut used: BTreeMap<Face, BTreeMap<u16, String>> = BTreeMap::new();
        for (_, paint) in laid.pages.iter().flat_map(|page| &page.paint) {
            let Paint::Text { run, .. } = paint else { continue };
            let glyphs = used.entry(run.face).or_default();
            for cluster in &run.clusters {
                for glyph in &cluster.glyphs {
                    // The fonts' coverage was asked before shaping; this is the last door before paper.
                    if glyph.id == 0 {
                        return Err(ReportError::MissingGlyphs {
                            characters: cluster.text.chars().collect(),
                            place: cluster.text.clone(),
                        });
                    }
                    // Of several readings the least is kept (a space before a no-break space); clusters that
                    // read otherwise carry their own text.
                    let text = glyphs.entry(glyph.id).or_insert_with(|| cluster.text.clone());
                    if cluster.text < *text {
                        text.clone_from(&cluster.text);
                    }
                }
            }
        }
        let mut faces = BTreeMap::new();
        for (face, text) in used {
            let glyphs: BTreeSet<u16> = text.keys().copied().collect();
            let subset = face.subset(glyphs)?;
            let id = FontId(format!("{}+{}", tag(face, &text), face.name()));
            faces.insert(face, Embedded { subset, text, id });
        }
        Ok(Self { faces })
    }

    /// Adds the fonts to the document.
    pub fn embed(&self, document: &mut PdfDocument) -> Result<(), ReportError> {
        for (face, font) in &self.faces {
            let mut parsed = ParsedFont::from_bytes(&font.subset.bytes, 0, &mut Vec::new())
                .ok_or_else(|| face.unusable("its subset cannot be parsed"))?;
            parsed.font_name = Some(font.id.0.clone());
            let font_ = printpdf::PdfFont::new(parsed);
            document.resources.fonts.map.insert(font.id.clone(), font_);
        }
        Ok(())
    }

    /// The resource name of a face.
    pub fn id(&self, face: Face) -> Result<FontId, ReportError> {
        Ok(self.embedded(face)?.id.clone())
    }

    /// The number of a glyph in the embedded font, and the characters it is mapped to.
    pub fn glyph(&self, face: Face, whole: u16) -> Result<(u16, &str), ReportError> {
        let font = self.embedded(face)?;
        let text = font.text.get(&whole).map_or("", String::as_str);
        Ok((font.subset.glyph(whole), text))
    }

    /// Whether reading the cluster's glyphs one by one gives the cluster's text.
    pub fn reads_plainly(&self, face: Face, cluster: &Cluster) -> Result<bool, ReportError> {
        match cluster.glyphs[..] {
            [ref glyph] => Ok(self.glyph(face, glyph.id)?.1 == cluster.text),
            _ => Ok(false),
        }
    }

    fn embedded(&self, face: Face) -> Result<&Embedded, ReportError> {
        self.faces
            .get(&face)
            .ok_or_else(|| face.unusable("it was not collected"))
    }
}

/// Six capital letters that tell one subset from another (ISO 32000-1, 9.6.4).
fn tag(face: Face, text: &BTreeMap<u16, String>) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(face.name().as_bytes());
    for (glyph, text) in text {
        hasher.update(&glyph.to_be_bytes());
        hasher.update(text.as_bytes());
    }
    let hash = hasher.finalize();
    hash.as_bytes()[..6]
        .iter()
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

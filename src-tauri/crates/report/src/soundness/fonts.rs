//! The fonts: all in the file, and every glyph says which characters it is.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::{Fault, File};

/// For each page and resource name the glyphs that have a text.
pub(super) struct Fonts {
    texts: BTreeMap<ObjectId, BTreeSet<u16>>,
}

impl Fonts {
    /// Looks at every font of the file.
    pub(super) fn of(file: &File, faults: &mut Vec<Fault>) -> Self {
        let mut texts = BTreeMap::new();
        for (id, object) in &file.document.objects {
            let Ok(font) = object.as_dict() else { continue };
            if file.name(font, b"Type").as_deref() != Some("Font")
                || file
                    .name(font, b"Subtype")
                    .is_none_or(|kind| kind.starts_with("CIDFont"))
            {
                continue;
            }
            let name = file.name(font, b"BaseFont").unwrap_or_default();
            if !is_embedded(file, font) {
                faults.push(Fault::FontNotEmbedded(name.clone()));
            }
            match file.stream(font, b"ToUnicode") {
                Some(map) => {
                    texts.insert(*id, codes(&map));
                }
                None => faults.push(Fault::FontWithoutUnicode(name)),
            }
        }
        Self { texts }
    }

    /// The font of this name on a page.
    pub(super) fn named(&self, file: &File, page: ObjectId, name: &[u8]) -> Option<ObjectId> {
        let page = file.document.get_dictionary(page).ok()?;
        let fonts = file.dictionary(file.dictionary(page, b"Resources")?, b"Font")?;
        fonts.get(name).ok()?.as_reference().ok()
    }

    /// Whether a glyph says which characters it is; a font without any map was named already.
    pub(super) fn reads(&self, font: Option<ObjectId>, glyph: u16) -> bool {
        font.and_then(|font| self.texts.get(&font))
            .is_none_or(|texts| texts.contains(&glyph))
    }
}

fn is_embedded(file: &File, font: &Dictionary) -> bool {
    let inner = file
        .array(font, b"DescendantFonts")
        .and_then(|fonts| fonts.first())
        .and_then(|font| file.at(font))
        .and_then(|font| font.as_dict().ok())
        .unwrap_or(font);
    let Some(descriptor) = file.dictionary(inner, b"FontDescriptor") else {
        return false;
    };
    [b"FontFile2" as &[u8], b"FontFile3"]
        .into_iter()
        .filter_map(|key| file.get(descriptor, key))
        .any(|program| matches!(program, Object::Stream(stream) if !stream.content.is_empty()))
}

/// The codes that a map from codes to Unicode knows (ISO 32000-1, 9.10.3).
fn codes(map: &[u8]) -> BTreeSet<u16> {
    let map = String::from_utf8_lossy(map);
    let mut codes = BTreeSet::new();
    for (at, part) in map.split("begin").enumerate() {
        if at == 0 {
            continue;
        }
        let words = hex(part.split("end").next().unwrap_or_default());
        if part.starts_with("bfchar") {
            codes.extend(
                words
                    .chunks_exact(2)
                    .filter(|pair| !pair[1].is_empty())
                    .map(|pair| code(&pair[0])),
            );
        } else if part.starts_with("bfrange") {
            for range in words.chunks_exact(3) {
                codes.extend(code(&range[0])..=code(&range[1]));
            }
        }
    }
    codes
}

/// The strings between angle brackets.
fn hex(text: &str) -> Vec<String> {
    let strings = text.split('<').skip(1);
    strings
        .filter_map(|rest| Some(rest.split_once('>')?.0.split_whitespace().collect()))
        .collect()
}

fn code(hex: &str) -> u16 {
    u16::from_str_radix(hex, 16).unwrap_or(0)
}

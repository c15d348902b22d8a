//! Text to lines of glyphs: fallback faces, shaping, line breaking.
//!
//! Only the bundled fonts are ever asked, so a line breaks in the same place on every machine.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cell::RefCell;

use parley::{
    FontContext, FontFamily, FontFamilyName, FontFeatures, Layout, LayoutContext, OverflowWrap, StyleProperty,
};
use unicode_normalization::UnicodeNormalization;

use crate::ReportError;
use crate::fonts::Face;

/// A stretch of text in one face.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// The text, any Unicode; line feeds break the line.
    pub text: String,
    /// The face it is set in, where that face has every letter.
    pub face: Face,
}

impl Span {
    /// Text in one face.
    pub fn new(face: Face, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            face,
        }
    }
}

/// How far a missing letter reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fall {
    /// The whole span falls to the fallback face: names, titles, labels.
    #[default]
    Whole,
    /// Only the words that need it: running text.
    Words,
}

/// Size and spacing of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    /// Type size in points.
    pub size: f32,
    /// Distance between baselines in points.
    pub leading: f32,
    /// How far a missing letter reaches.
    pub fall: Fall,
}

/// One glyph with the characters it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Number in the whole font.
    pub id: u16,
    /// Distance to the next glyph in points, kerning included.
    pub advance: f32,
    /// Shift from the pen to the right, in points.
    pub dx: f32,
    /// Shift from the baseline upwards, in points.
    pub dy: f32,
}

/// The smallest piece of text that can be copied out of a page: mostly one character and one glyph.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// The characters.
    pub text: String,
    /// What is drawn for them.
    pub glyphs: Vec<Glyph>,
}

/// Clusters in one face, from a common start.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The face.
    pub face: Face,
    /// Start, in points from the start of the line.
    pub x: f32,
    /// What is drawn.
    pub clusters: Vec<Cluster>,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// The runs from left to right.
    pub runs: Vec<Run>,
    /// Width of the ink in points: spaces at the end do not count.
    pub width: f32,
}

impl Line {
    /// The characters of the line.
    pub fn text(&self) -> String {
        let clusters = self.runs.iter().flat_map(|run| &run.clusters);
        clusters.map(|cluster| cluster.text.as_str()).collect()
    }
}

/// Breaks text into lines no wider than `width` points (`None`: only at line feeds).
///
/// Text is brought to NFC first; invisible control characters are left out.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names every character that no bundled face has.
pub fn lines(spans: &[Span], setting: Setting, width: Option<f32>) -> Result<Vec<Line>, ReportError> {
    let (text, faces) = with_faces(spans, setting.fall)?;
    if text.is_empty() {
        return Ok(Vec::new());
    }
    ENGINE.with_borrow_mut(|engine| Ok(engine.lines(&text, &faces, setting.size, width)))
}

/// Width in points of text set on one line.
///
/// # Errors
/// As [`lines`].
pub fn measure(face: Face, text: &str, size: f32) -> Result<f32, ReportError> {
    let setting = Setting {
        size,
        leading: size,
        fall: Fall::Whole,
    };
    let lines = lines(&[Span::new(face, text)], setting, None)?;
    Ok(lines.iter().map(|line| line.width).fold(0.0, f32::max))
}

/// What a span's text is after normalisation: NFC, without invisible controls, with plain spaces where the
/// face has no special one.
fn clean(text: &str) -> String {
    let visible = text.nfc().filter(|c| !invisible(*c));
    visible
        .map(|c| match c {
            '\t' | '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => ' ',
            '\u{202F}' => '\u{A0}',
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            c => c,
        })
        .collect()
}

/// Characters that draw nothing and carry no meaning on paper.
fn invisible(c: char) -> bool {
    let kept_control = matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}');
    (c.is_control() && !kept_control)
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Joins the spans and gives each byte range its face.
fn with_faces(spans: &[Span], fall: Fall) -> Result<(String, Vec<(usize, Face)>), ReportError> {
    let mut text = String::new();
    let mut faces: Vec<(usize, Face)> = Vec::new();
    let mut missing = Vec::new();
    for span in spans {
        let cleaned = clean(&span.text.replace("\r\n", "\n"));
        let pieces: Vec<&str> = match fall {
            Fall::Whole => vec![&cleaned],
            Fall::Words => cleaned.split_inclusive([' ', '\n']).collect(),
        };
        for piece in pieces {
            let lacks_letter = any(piece, |c| Ok(c.is_alphanumeric() && !span.face.covers(c)?))?;
            let face = if lacks_letter {
                span.face.fallback()
            } else {
                span.face
            };
            for c in piece.chars() {
                let used = if c == '\n' || face.covers(c)? {
                    face
                } else {
                    face.fallback()
                };
                if c != '\n' && !used.covers(c)? && !missing.contains(&c) {
                    missing.push(c);
                }
                if faces.last().is_none_or(|(_, last)| *last != used) {
                    faces.push((text.len(), used));
                }
                text.push(c);
            }
        }
    }
    if missing.is_empty() {
        return Ok((text, faces));
    }
    Err(ReportError::MissingGlyphs {
        characters: missing,
        place: text.chars().take(60).collect(),
    })
}

fn any(text: &str, mut test: impl FnMut(char) -> Result<bool, ReportError>) -> Result<bool, ReportError> {
    for c in text.chars() {
        if test(c)? {
            return Ok(true);
        }
    }
    Ok(false)
}

thread_local! {
    static ENGINE: RefCell<Engine> = RefCell::new(Engine::new());
}

/// Shaping state, kept per thread because reading the fonts costs more than a page.
struct Engine {
    fonts: FontContext,
    scratch: LayoutContext<u8>,
}

impl Engine {
    fn new() -> Self {
        let options = parley::fontique::CollectionOptions {
            shared: false,
            system_fonts: false,
        };
        let mut fonts = FontContext {
            collection: parley::fontique::Collection::new(options),
            source_cache: Default::default(),
        };
        for face in Face::ALL {
            let name = parley::fontique::FontInfoOverride {
                family_name: Some(face.name()),
                ..Default::default()
            };
            fonts.collection.register_fonts(
                parley::fontique::Blob::new(std::sync::Arc::new(face.bytes())),
                Some(name),
            );
        }
        Self {
            fonts,
            scratch: LayoutContext::new(),
        }
    }

    fn lines(&mut self, text: &str, faces: &[(usize, Face)], size: f32, width: Option<f32>) -> Vec<Line> {
        let mut builder = self.scratch.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontSize(size));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::Source(Cow::Borrowed(
            "\"liga\" 0, \"clig\" 0, \"tnum\" 1",
        ))));
        for (at, (start, face)) in faces.iter().enumerate() {
            let end = faces.get(at + 1).map_or(text.len(), |next| next.0);
            let family = FontFamily::Single(FontFamilyName::Named(Cow::Borrowed(face.name())));
            builder.push(StyleProperty::FontFamily(family), *start..end);
            builder.push(StyleProperty::Brush(*face as u8), *start..end);
        }
        let mut layout: Layout<u8> = builder.build(text);
        layout.break_all_lines(width);
        let broken = layout.lines().map(|line| self::line(&line, text));
        let mut lines: Vec<Line> = broken.collect();
        // A line feed at the very end opens a line that holds nothing.
        if text.ends_with('\n') && lines.last().is_some_and(|last| last.runs.is_empty()) {
            lines.pop();
        }
        lines
    }
}

fn line(line: &parley::Line<'_, u8>, text: &str) -> Line {
    let mut runs: Vec<Run> = Vec::new();
    let mut pen = 0.0;
    let mut width = 0.0;
    for run in line.runs() {
        for cluster in run.visual_clusters() {
            let chars = &text[cluster.text_range()];
            if chars == "\n" {
                continue;
            }
            let face = Face::ALL[usize::from(cluster.style().brush).min(Face::ALL.len() - 1)];
            if runs.last().is_none_or(|last| last.face != face) {
                runs.push(Run {
                    face,
                    x: pen,
                    clusters: Vec::new(),
                });
            }
            let Some(current) = runs.last_mut() else { continue };
            let glyphs: Vec<Glyph> = cluster.glyphs().map(glyph).collect();
            pen += glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
            if !chars.chars().all(char::is_whitespace) {
                width = pen;
            }
            match current.clusters.last_mut() {
                Some(last) if glyphs.is_empty() => last.text.push_str(chars),
                _ => current.clusters.push(Cluster {
                    text: chars.to_owned(),
                    glyphs,
                }),
            }
        }
    }
    Line { runs, width }
}

fn glyph(glyph: parley::Glyph) -> Glyph {
    Glyph {
        // TrueType numbers its glyphs with 16 bits.
        id: u16::try_from(glyph.id).unwrap_or(0),
        advance: glyph.advance,
        dx: glyph.x,
        dy: -glyph.y,
    }
}

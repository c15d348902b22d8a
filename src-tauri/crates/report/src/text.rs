//! Text to lines of glyphs: fallback faces, shaping, line breaking.
//!
//! Only the bundled fonts are ever asked, so a line breaks in the same place on every machine.

mod faces;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cell::RefCell;

use parley::{
    FontContext, FontFamily, FontFamilyName, FontFeatures, Layout, LayoutContext, OverflowWrap, StyleProperty,
};

use crate::ReportError;
use crate::fonts::{Face, installed_count};
use faces::Source;

/// A stretch of text in one face.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// The text, any Unicode; line feeds break the line.
    pub text: String,
    /// The face it is set in, where that face has every letter.
    pub face: Face,
    /// Where it leads.
    pub target: Option<Target>,
    /// The key of the fact that is defined here; what leads to that fact leads to this place.
    pub defines: Option<String>,
}

/// Where a stretch of text leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To the place that defines the fact with this key. Without such a place the text leads nowhere.
    Fact(String),
    /// To an address outside the document, e.g. "https://…".
    Address(String),
}

impl Span {
    /// Text in one face.
    pub fn new(face: Face, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            face,
            target: None,
            defines: None,
        }
    }

    /// The same text, leading somewhere.
    #[must_use]
    pub fn to(self, target: Target) -> Self {
        Self {
            target: Some(target),
            ..self
        }
    }

    /// The same text, as the place that defines a fact.
    #[must_use]
    pub fn defining(self, key: impl Into<String>) -> Self {
        Self {
            defines: Some(key.into()),
            ..self
        }
    }

    fn is_tied(&self) -> bool {
        self.target.is_some() || self.defines.is_some()
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
    /// Where its text leads.
    pub target: Option<Target>,
    /// The fact that its text defines.
    pub defines: Option<String>,
    /// Whether it is read from right to left.
    pub rtl: bool,
    /// Left edge, in points from the left edge of the line.
    pub x: f32,
    /// What is drawn, from left to right.
    pub clusters: Vec<Cluster>,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// The runs in order of reading.
    pub runs: Vec<Run>,
    /// Width of the ink in points: spaces at the end do not count.
    pub width: f32,
    /// Its characters in order of reading.
    pub text: String,
    /// Whether its paragraph is read from right to left: it begins at the right edge.
    pub rtl: bool,
}

impl Cluster {
    /// Width in points.
    pub fn width(&self) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }
}

impl Run {
    /// Its characters in order of reading.
    pub fn text(&self) -> String {
        let texts = self.clusters.iter().map(|cluster| cluster.text.as_str());
        if self.rtl {
            texts.rev().collect()
        } else {
            texts.collect()
        }
    }

    /// Width in points of everything in it, spaces at its end included.
    pub fn width(&self) -> f32 {
        self.clusters.iter().map(Cluster::width).sum()
    }
}

impl Line {
    /// The characters of the line, in order of reading.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the line begins between two edges: what is read from right to left ends at the left.
    pub fn left(&self, left: f32, right: f32) -> f32 {
        if self.rtl { right - self.width } else { left }
    }
}

/// Breaks text into lines no wider than `width` points (`None`: only at line feeds).
///
/// Text is brought to NFC first; invisible control characters are left out.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names every character that no bundled face has.
pub fn lines(spans: &[Span], setting: Setting, width: Option<f32>) -> Result<Vec<Line>, ReportError> {
    let source = faces::source(spans, setting.fall)?;
    if source.text.is_empty() {
        return Ok(Vec::new());
    }
    ENGINE.with_borrow_mut(|engine| {
        if engine.installed != installed_count() {
            *engine = Engine::new();
        }
        Ok(engine.lines(&source, spans, setting.size, width))
    })
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

thread_local! {
    static ENGINE: RefCell<Engine> = RefCell::new(Engine::new());
}

/// What parley carries along for us: the face of a letter and the span it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Brush {
    face: Face,
    span: usize,
}

/// Shaping state, kept per thread because reading the fonts costs more than a page.
struct Engine {
    fonts: FontContext,
    scratch: LayoutContext<Brush>,
    /// How many fonts were installed when the fonts were read.
    installed: usize,
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
        for face in Face::all() {
            let family = face.family();
            let name = parley::fontique::FontInfoOverride {
                family_name: Some(&family),
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
            installed: installed_count(),
        }
    }

    fn lines(&mut self, source: &Source, spans: &[Span], size: f32, width: Option<f32>) -> Vec<Line> {
        let text = source.text.as_str();
        let mut builder = self.scratch.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontSize(size));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::Source(Cow::Borrowed(
            "\"liga\" 0, \"clig\" 0, \"tnum\" 1",
        ))));
        for (at, piece) in source.pieces.iter().enumerate() {
            let end = source.pieces.get(at + 1).map_or(text.len(), |next| next.start);
            let family = FontFamily::Single(FontFamilyName::Named(piece.face.family()));
            let brush = Brush {
                face: piece.face,
                span: piece.span,
            };
            builder.push(StyleProperty::FontFamily(family), piece.start..end);
            builder.push(StyleProperty::Brush(brush), piece.start..end);
        }
        let mut layout: Layout<Brush> = builder.build(text);
        layout.break_all_lines(width);
        let rtl = layout.is_rtl();
        let broken = layout.lines().map(|line| self::line(&line, text, spans, rtl));
        let mut lines: Vec<Line> = broken.collect();
        // A line feed at the very end opens a line that holds nothing.
        if text.ends_with('\n') && lines.last().is_some_and(|last| last.runs.is_empty()) {
            lines.pop();
        }
        lines
    }
}

fn line(line: &parley::Line<'_, Brush>, text: &str, spans: &[Span], rtl: bool) -> Line {
    let range = line.text_range();
    let said = &text[range.clone()];
    // Behind this nothing but spaces follows.
    let end = range.start + said.trim_end().len();
    let mut runs: Vec<(usize, Run)> = Vec::new();
    let mut last = None;
    let mut pen = 0.0;
    let mut width = 0.0;
    for run in line.runs() {
        for (start, Brush { face, span }, cluster) in clusters(&run, text, end, rtl) {
            let tied = spans.get(span).filter(|span| span.is_tied());
            let kind = Some((face, tied.map(|_| span), run.is_rtl().then(|| run.index())));
            if kind != last {
                last = kind;
                runs.push((
                    start,
                    Run {
                        face,
                        target: tied.and_then(|span| span.target.clone()),
                        defines: tied.and_then(|span| span.defines.clone()),
                        rtl: run.is_rtl(),
                        x: pen,
                        clusters: Vec::new(),
                    },
                ));
            }
            let Some((first, current)) = runs.last_mut() else {
                continue;
            };
            *first = start.min(*first);
            pen += cluster.width();
            if !cluster.text.trim().is_empty() {
                width = pen;
            }
            current.clusters.push(cluster);
        }
    }
    runs.sort_by_key(|(start, _)| *start);
    Line {
        runs: runs.into_iter().map(|(_, run)| run).collect(),
        width,
        text: said.replace('\n', ""),
        rtl,
    }
}

/// The clusters of a run from left to right, each with its place in the text.
fn clusters(run: &parley::Run<'_, Brush>, text: &str, end: usize, rtl: bool) -> Vec<(usize, Brush, Cluster)> {
    let mut out: Vec<(usize, Brush, Cluster)> = Vec::new();
    for cluster in run.clusters() {
        let range = cluster.text_range();
        let chars = &text[range.clone()];
        if chars == "\n" {
            continue;
        }
        let mut glyphs: Vec<Glyph> = cluster.glyphs().map(glyph).collect();
        if (rtl || run.is_rtl()) && range.start >= end {
            // Spaces at the end stand at the left of letters and must not push them away.
            for glyph in &mut glyphs {
                glyph.advance = 0.0;
            }
        }
        match out.last_mut() {
            // The later letters of a ligature are drawn by the first.
            Some((_, _, last)) if glyphs.is_empty() => last.text.push_str(chars),
            _ => out.push((
                range.start,
                cluster.style().brush,
                Cluster {
                    text: chars.to_owned(),
                    glyphs,
                },
            )),
        }
    }
    if run.is_rtl() {
        out.reverse();
    }
    out
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

//! Laid-out pages as marks that the window can draw: what is seen is what is printed.

use crate::fonts::Face;
use crate::page::{Laid, Outline, Paint, Tone};
use crate::text::Run;

macro_rules! wire {
    ($($item:item)*) => {$(
        #[cfg_attr(feature = "wire", derive(serde::Serialize, specta::Type))]
        #[cfg_attr(feature = "wire", serde(rename_all = "camelCase"))]
        $item
    )*};
}

wire! {
    /// One page; x to the right and y downwards, in points.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PagePicture {
        /// Width of the sheet.
        pub width: f32,
        /// Height of the sheet.
        pub height: f32,
        /// Its words in reading order, for those who cannot see it.
        pub words: String,
        /// Lines of words.
        pub texts: Vec<PageText>,
        /// Straight lines.
        pub lines: Vec<PageLine>,
        /// Circles to be ringed.
        pub rings: Vec<PageRing>,
    }

    /// Words on a baseline.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PageText {
        /// Where they start.
        pub x: f32,
        /// The baseline.
        pub y: f32,
        /// Their width.
        pub width: f32,
        /// Type size.
        pub size: f32,
        /// The face.
        pub face: PageFace,
        /// Secondary words.
        pub quiet: bool,
        /// The words.
        pub text: String,
    }

    /// A straight line.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PageLine {
        /// Start.
        pub x1: f32,
        /// Start.
        pub y1: f32,
        /// End.
        pub x2: f32,
        /// End.
        pub y2: f32,
        /// Thickness.
        pub weight: f32,
        /// A hairline between rows.
        pub faint: bool,
    }

    /// A circle to be ringed.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PageRing {
        /// Centre.
        pub x: f32,
        /// Centre.
        pub y: f32,
        /// Radius.
        pub r: f32,
    }

    /// The faces of paper.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum PageFace {
        /// Titles at rest.
        Serif,
        /// Titles.
        SerifBold,
        /// Everything that is read.
        Sans,
        /// Emphasis.
        SansBold,
        /// Codes.
        Mono,
        /// Stands in where a face lacks a letter.
        Noto,
        /// The same, for emphasis.
        NotoBold,
    }
}

impl From<Face> for PageFace {
    fn from(face: Face) -> Self {
        match face {
            Face::Serif => Self::Serif,
            Face::SerifBold => Self::SerifBold,
            Face::Sans => Self::Sans,
            Face::SansBold => Self::SansBold,
            Face::Mono => Self::Mono,
            Face::Noto => Self::Noto,
            Face::NotoBold => Self::NotoBold,
        }
    }
}

/// The pages as they are printed.
pub fn pictures(laid: &Laid) -> Vec<PagePicture> {
    let picture = |page: &crate::page::Page| {
        let mut picture = PagePicture {
            width: laid.size.0,
            height: laid.size.1,
            words: String::new(),
            texts: Vec::new(),
            lines: Vec::new(),
            rings: Vec::new(),
        };
        for (_, paint) in &page.paint {
            add(&mut picture, paint);
        }
        let words: Vec<&str> = picture.texts.iter().map(|text| text.text.trim()).collect();
        picture.words = words.join(" ");
        picture
    };
    laid.pages.iter().map(picture).collect()
}

fn add(picture: &mut PagePicture, paint: &Paint) {
    match paint {
        Paint::Text { x, y, size, ink, run } => {
            let text: String = run.clusters.iter().map(|cluster| cluster.text.as_str()).collect();
            if !text.trim().is_empty() {
                picture.texts.push(PageText {
                    x: x + run.x,
                    y: *y,
                    width: width(run),
                    size: *size,
                    face: run.face.into(),
                    quiet: *ink == Tone::Quiet,
                    text,
                });
            }
        }
        Paint::Line {
            from,
            to,
            ink,
            weight,
            ..
        } => picture.lines.push(PageLine {
            x1: from.0,
            y1: from.1,
            x2: to.0,
            y2: to.1,
            weight: *weight,
            faint: *ink == Tone::Hair,
        }),
        Paint::Shape {
            outline: Outline::Circle(x, y, r),
            ..
        } => picture.rings.push(PageRing { x: *x, y: *y, r: *r }),
        Paint::Shape { .. } => {}
    }
}

fn width(run: &Run) -> f32 {
    let glyphs = run.clusters.iter().flat_map(|cluster| &cluster.glyphs);
    glyphs.map(|glyph| glyph.advance).sum()
}

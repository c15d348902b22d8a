//! Laid-out pages as marks that the window can draw: what is seen is what is printed.

use crate::fonts::Face;
use crate::page::{Laid, Outline, Page, Paint, Tone};

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
        /// What is drawn, the first at the back.
        pub marks: Vec<PageMark>,
        /// Where facts stand.
        pub spots: Vec<PageSpot>,
    }

    /// A fact on a page: there a button leads to what is behind it.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PageSpot {
        /// The key of the fact.
        pub key: String,
        /// Left edge.
        pub x: f32,
        /// Top edge.
        pub y: f32,
        /// Width.
        pub width: f32,
        /// Height.
        pub height: f32,
    }

    /// One thing that is drawn.
    #[derive(Debug, Clone, PartialEq)]
    #[cfg_attr(feature = "wire", serde(tag = "kind"))]
    pub enum PageMark {
        /// Words on a baseline.
        Text {
            /// Where they start.
            x: f32,
            /// The baseline.
            y: f32,
            /// Their width.
            width: f32,
            /// Type size.
            size: f32,
            /// The face.
            face: PageFace,
            /// Colour.
            tone: PageTone,
            /// The words.
            text: String,
            /// Whether they are read from right to left; they start at the left edge all the same.
            rtl: bool,
        },
        /// A straight line.
        Line {
            /// Start.
            x1: f32,
            /// Start.
            y1: f32,
            /// End.
            x2: f32,
            /// End.
            y2: f32,
            /// Colour.
            tone: PageTone,
            /// Thickness.
            weight: f32,
            /// Whether it is dashed.
            dashed: bool,
        },
        /// A circle.
        Circle {
            /// Centre.
            x: f32,
            /// Centre.
            y: f32,
            /// Radius.
            r: f32,
            /// Colour inside; nothing for a ring.
            fill: Option<PageTone>,
            /// The line around it.
            edge: Option<PageEdge>,
        },
        /// A rectangle.
        Box {
            /// Left edge.
            x: f32,
            /// Top edge.
            y: f32,
            /// Width.
            width: f32,
            /// Height.
            height: f32,
            /// Colour inside; nothing for a frame.
            fill: Option<PageTone>,
            /// The line around it.
            edge: Option<PageEdge>,
        },
    }

    /// The line around a shape.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PageEdge {
        /// Colour.
        pub tone: PageTone,
        /// Thickness.
        pub weight: f32,
        /// Whether it is dashed.
        pub dashed: bool,
    }

    /// The inks of paper.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum PageTone {
        /// Words.
        Text,
        /// Secondary words.
        Quiet,
        /// Rings and outlines.
        Outline,
        /// Dots, bars and marks.
        Accent,
        /// Late.
        Warn,
        /// Hairlines.
        Hair,
        /// Ground.
        White,
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
        /// Arabic letters.
        Arabic,
        /// The same, for emphasis.
        ArabicBold,
        /// Hebrew letters.
        Hebrew,
        /// The same, for emphasis.
        HebrewBold,
        /// A font that was installed; the window draws the letters with what the system has.
        Installed,
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
            Face::Arabic => Self::Arabic,
            Face::ArabicBold => Self::ArabicBold,
            Face::Hebrew => Self::Hebrew,
            Face::HebrewBold => Self::HebrewBold,
            Face::Installed(_) => Self::Installed,
        }
    }
}

impl From<Tone> for PageTone {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Text => Self::Text,
            Tone::Quiet => Self::Quiet,
            Tone::Outline => Self::Outline,
            Tone::Accent => Self::Accent,
            Tone::Warn => Self::Warn,
            Tone::Hair => Self::Hair,
            Tone::White => Self::White,
        }
    }
}

/// The pages as they are printed.
pub(crate) fn pictures(laid: &Laid) -> Vec<PagePicture> {
    let mut pictures: Vec<PagePicture> = laid.pages.iter().map(|page| picture(page, laid.size)).collect();
    for spot in &laid.spots {
        let [left, top, right, bottom] = spot.frame;
        if let Some(picture) = pictures.get_mut(spot.page) {
            picture.spots.push(PageSpot {
                key: spot.key.clone(),
                x: left,
                y: top,
                width: right - left,
                height: bottom - top,
            });
        }
    }
    pictures
}

fn picture(page: &Page, (width, height): (f32, f32)) -> PagePicture {
    let marks: Vec<PageMark> = page.paint.iter().filter_map(|(_, paint)| mark(paint)).collect();
    let words: Vec<&str> = marks
        .iter()
        .filter_map(|mark| match mark {
            PageMark::Text { text, .. } => Some(text.trim()),
            _ => None,
        })
        .collect();
    PagePicture {
        width,
        height,
        words: words.join(" "),
        marks,
        spots: Vec::new(),
    }
}

/// `None` for what cannot be seen.
fn mark(paint: &Paint) -> Option<PageMark> {
    match paint {
        Paint::Text { x, y, size, ink, run } => {
            let text = run.text();
            (!text.trim().is_empty()).then(|| PageMark::Text {
                x: x + run.x,
                y: *y,
                width: run.width(),
                size: *size,
                face: run.face.into(),
                tone: (*ink).into(),
                text,
                rtl: run.rtl,
            })
        }
        Paint::Line {
            from,
            to,
            ink,
            weight,
            dashed,
        } => Some(PageMark::Line {
            x1: from.0,
            y1: from.1,
            x2: to.0,
            y2: to.1,
            tone: (*ink).into(),
            weight: *weight,
            dashed: *dashed,
        }),
        Paint::Shape {
            outline,
            fill,
            stroke,
        } => {
            let fill = fill.map(PageTone::from);
            let edge = stroke.map(|(tone, weight, dashed)| PageEdge {
                tone: tone.into(),
                weight,
                dashed,
            });
            Some(match *outline {
                Outline::Circle(x, y, r) => PageMark::Circle { x, y, r, fill, edge },
                Outline::Box(x, y, width, height) => PageMark::Box {
                    x,
                    y,
                    width,
                    height,
                    fill,
                    edge,
                },
            })
        }
    }
}

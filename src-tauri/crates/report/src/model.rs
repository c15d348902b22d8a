//! What a document says, before anybody knows where it goes.

use crate::documents::Paper;
use crate::figures::Scene;
use crate::fonts::Face;
use crate::text::Span;
use crate::words::Date;

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Title for the window and the metadata.
    pub title: String,
    /// BCP 47 tag.
    pub language: &'static str,
    /// Sheet size.
    pub paper: Paper,
    /// Whether the sheet lies on its long side.
    pub landscape: bool,
    /// The day of the data.
    pub date: Option<Date>,
    /// Running head, e.g. the award number.
    pub head: Option<String>,
    /// Running foot: left and middle; the page number stands at the right. There is none where both are empty.
    pub foot: (String, String),
    /// The content in reading order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// What kind of document or section this is, over a rule.
    Kicker(String),
    /// A heading of level 1 to 3.
    Heading(u8, String),
    /// A paragraph.
    Text(Prose),
    /// Up to four figures with their words.
    Keys(Vec<Key>),
    /// A drawing with its alternative text.
    Figure {
        /// The drawing.
        scene: Scene,
        /// What is read in its place.
        alt: String,
        /// The key of the fact that it shows.
        fact: Option<String>,
    },
    /// A table.
    Table(Grid),
    /// A table or a figure with its title over it.
    Captioned(String, Box<Block>),
    /// A list.
    List(Vec<Entry>),
    /// Somebody's words and who said them.
    Quote(String, String),
    /// The one name that a sheet is about, in very large type; its heading.
    Display(String),
    /// A sentence in large type.
    Lead(String),
    /// Lines to sign on at the foot of the page: what stands on each and what stands under it.
    Signatures(Vec<(String, String)>),
    /// The rest starts on a new page.
    PageBreak,
}

/// A figure with its words, in large type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The figure.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// The key of the fact that it is.
    pub fact: Option<String>,
}

impl From<(String, String)> for Key {
    fn from((value, label): (String, String)) -> Self {
        Self {
            value,
            label,
            fact: None,
        }
    }
}

/// Running text in one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Prose {
    /// The words.
    pub spans: Vec<Span>,
    /// How they look.
    pub look: Look,
}

/// The looks of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Running text.
    Body,
    /// A name or label in body size: falls to the other font as a whole.
    Label,
    /// A statement of a form with its anchors.
    Item,
    /// Notes and secondary lines.
    Small,
    /// Somebody's own words.
    Voice,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its parts, one under the other.
    pub parts: Vec<Prose>,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell per column.
    pub rows: Vec<Vec<Cell>>,
    /// The column that names the row.
    pub row_head: usize,
    /// Least height of a row in points: room to write.
    pub row_height: f32,
    /// Whether the rows stand close together: for reading, not for writing.
    pub tight: bool,
    /// A figure that stands in one of the columns.
    pub chart: Option<Chart>,
}

/// A figure cut into rows that stands in a column of its own table.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The column that is left free for it.
    pub column: usize,
    /// What is read in its place.
    pub alt: String,
    /// The key of the fact that it shows.
    pub fact: Option<String>,
    /// What stands over the rows.
    pub head: Scene,
    /// A strip per row.
    pub strips: Vec<Scene>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its width.
    pub width: Width,
    /// How its cells are set.
    pub align: Align,
}

/// A column's width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// Points.
    Points(f32),
    /// A share of what the other columns leave.
    Share(f32),
}

/// How a cell is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
    /// Marks.
    Middle,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Its parts, one under the other.
    pub parts: Vec<Prose>,
    /// Whether a circle is drawn around it, to be ringed by hand.
    pub ringed: bool,
}

impl Prose {
    /// Text in the ordinary face.
    pub fn plain(look: Look, text: impl Into<String>) -> Self {
        let face = match look {
            Look::Voice => Face::Serif,
            Look::Body | Look::Label | Look::Item | Look::Small => Face::Sans,
        };
        Self {
            spans: vec![Span::new(face, text)],
            look,
        }
    }

    /// Emphasised text.
    pub fn bold(look: Look, text: impl Into<String>) -> Self {
        Self {
            spans: vec![Span::new(Face::SansBold, text)],
            look,
        }
    }
}

impl Cell {
    /// A cell of one part.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            parts: vec![Prose::plain(Look::Label, text)],
            ringed: false,
        }
    }

    /// A code or a clock.
    pub fn mono(text: impl Into<String>) -> Self {
        let prose = Prose {
            spans: vec![Span::new(Face::Mono, text)],
            look: Look::Label,
        };
        Self {
            parts: vec![prose],
            ringed: false,
        }
    }
}

impl Column {
    /// A column of words.
    pub fn words(head: impl Into<String>, width: Width) -> Self {
        Self {
            head: head.into(),
            width,
            align: Align::Left,
        }
    }
}

//! A laid-out document: pages of paint, and the logical tree that says what the paint means.

use crate::figures::Ink;
use crate::text::Run;
use crate::words::Date;

/// Number of a node in its [`Tree`].
pub type NodeId = usize;

/// A standard structure type of PDF 1.7 (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The root.
    Document,
    /// Heading of level 1 to 6.
    Heading(u8),
    /// Paragraph.
    P,
    /// Quotation.
    BlockQuote,
    /// List.
    L,
    /// List item.
    Li,
    /// A list item's bullet or number.
    Lbl,
    /// A list item's content.
    LBody,
    /// Table.
    Table,
    /// Title of a table.
    Caption,
    /// Rows of column heads.
    THead,
    /// Rows of data.
    TBody,
    /// Row.
    Tr,
    /// Head of a column.
    ThColumn,
    /// Head of a row.
    ThRow,
    /// Data cell.
    Td,
    /// Figure; needs an alternative text.
    Figure,
    /// What leads somewhere; stands where its first mark stands.
    Link,
}

/// One element of the logical structure.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// Where it belongs; `None` for the root.
    pub parent: Option<NodeId>,
    /// Elements inside, in reading order.
    pub kids: Vec<NodeId>,
    /// Alternative text of a figure.
    pub alt: Option<String>,
    /// Place of a figure: left, top, right, bottom on the page where it begins.
    pub frame: Option<[f32; 4]>,
    /// The page where a figure begins, from 0.
    pub page: Option<usize>,
    /// The key of the fact that a figure shows.
    pub fact: Option<String>,
}

impl Node {
    fn new(role: Role, parent: Option<NodeId>) -> Self {
        Self {
            role,
            parent,
            kids: Vec::new(),
            alt: None,
            frame: None,
            page: None,
            fact: None,
        }
    }
}

/// The logical structure; node 0 is the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// All nodes.
    pub nodes: Vec<Node>,
}

impl Tree {
    /// A document without content.
    pub fn new() -> Self {
        Self {
            nodes: vec![Node::new(Role::Document, None)],
        }
    }

    /// Adds an element at the end of `parent`.
    pub fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = self.nodes.len();
        self.nodes.push(Node::new(role, Some(parent)));
        self.nodes[parent].kids.push(id);
        id
    }

    /// Puts a new element around `inner`, in its place.
    pub fn wrap(&mut self, inner: NodeId, role: Role) -> NodeId {
        let id = self.nodes.len();
        let parent = self.nodes[inner].parent;
        self.nodes.push(Node {
            kids: vec![inner],
            ..Node::new(role, parent)
        });
        self.nodes[inner].parent = Some(id);
        if let Some(parent) = parent {
            for kid in &mut self.nodes[parent].kids {
                if *kid == inner {
                    *kid = id;
                }
            }
        }
        id
    }
}

/// What a piece of paint belongs to. Nothing is painted that belongs to neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Content of an element.
    Node(NodeId),
    /// Rules and grounds.
    Decoration,
    /// Running head.
    Header,
    /// Running foot.
    Footer,
}

/// Ink on paper; y downwards from the top of the page, in points.
#[derive(Debug, Clone, PartialEq)]
pub enum Paint {
    /// Glyphs on a baseline.
    Text {
        /// Start of the line the run belongs to.
        x: f32,
        /// Baseline.
        y: f32,
        /// Type size.
        size: f32,
        /// Colour.
        ink: Tone,
        /// The glyphs.
        run: Run,
    },
    /// A straight line.
    Line {
        /// From.
        from: (f32, f32),
        /// To.
        to: (f32, f32),
        /// Colour.
        ink: Tone,
        /// Thickness.
        weight: f32,
        /// Dashed or not.
        dashed: bool,
    },
    /// A closed shape, filled and outlined.
    Shape {
        /// Its outline.
        outline: Outline,
        /// Colour inside.
        fill: Option<Tone>,
        /// Colour and thickness of the line around it, and whether it is dashed.
        stroke: Option<(Tone, f32, bool)>,
    },
}

/// Outline of a closed shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outline {
    /// Centre and radius.
    Circle(f32, f32, f32),
    /// Left, top, width, height.
    Box(f32, f32, f32, f32),
}

/// The inks of paper; all words have a contrast of at least 5.9 : 1 on white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
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

impl From<Ink> for Tone {
    fn from(ink: Ink) -> Self {
        match ink {
            Ink::Text => Self::Text,
            Ink::Quiet => Self::Quiet,
            Ink::Grid => Self::Hair,
            Ink::Before => Self::Outline,
            Ink::After => Self::Accent,
            Ink::Late => Self::Warn,
            Ink::Paper => Self::White,
        }
    }
}

impl Paint {
    /// The same paint, further down and to the right.
    pub fn moved(mut self, dx: f32, dy: f32) -> Self {
        match &mut self {
            Self::Text { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Self::Line { from, to, .. } => {
                *from = (from.0 + dx, from.1 + dy);
                *to = (to.0 + dx, to.1 + dy);
            }
            Self::Shape { outline, .. } => match outline {
                Outline::Circle(x, y, _) | Outline::Box(x, y, ..) => {
                    *x += dx;
                    *y += dy;
                }
            },
        }
        self
    }
}

/// One page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// What is painted, the first at the back.
    pub paint: Vec<(Owner, Paint)>,
}

/// A line of the outline that viewers show beside the pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// Heading level, 1 is the highest.
    pub level: u8,
    /// The heading.
    pub title: String,
    /// Page, from 0.
    pub page: usize,
    /// Distance from the top of the page.
    pub y: f32,
}

/// A place that leads somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The element it belongs to.
    pub node: NodeId,
    /// Page, from 0.
    pub page: usize,
    /// Left, top, right, bottom.
    pub frame: [f32; 4],
    /// Where it leads.
    pub goal: Goal,
    /// What it is called.
    pub contents: String,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Goal {
    /// To a place in the document.
    Place {
        /// Page, from 0.
        page: usize,
        /// Left edge.
        x: f32,
        /// Top edge.
        y: f32,
    },
    /// To an address outside.
    Address(String),
}

/// A fact on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Its key.
    pub key: String,
    /// Page, from 0.
    pub page: usize,
    /// Left, top, right, bottom.
    pub frame: [f32; 4],
}

/// A document whose every mark has its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Laid {
    /// Title for the window and the metadata.
    pub title: String,
    /// BCP 47 tag.
    pub language: &'static str,
    /// The day of the data, written as the document's date.
    pub date: Option<Date>,
    /// Width and height of a page.
    pub size: (f32, f32),
    /// The pages.
    pub pages: Vec<Page>,
    /// What the marks mean.
    pub tree: Tree,
    /// Headings with their places.
    pub bookmarks: Vec<Bookmark>,
    /// What leads somewhere.
    pub links: Vec<Link>,
    /// Where facts stand.
    pub spots: Vec<Spot>,
}

impl Laid {
    /// Puts the pages of another document of the same size behind these. Its title and date are dropped.
    pub fn append(&mut self, other: Self) {
        let (pages, nodes) = (self.pages.len(), self.tree.nodes.len());
        // The other root is this root; every other node moves up behind what is here.
        let moved = |id: NodeId| if id == 0 { 0 } else { id + nodes - 1 };
        let mut found = other.tree.nodes.into_iter();
        if let Some(root) = found.next() {
            self.tree.nodes[0].kids.extend(root.kids.into_iter().map(moved));
        }
        self.tree.nodes.extend(found.map(|node| Node {
            parent: node.parent.map(moved),
            page: node.page.map(|page| page + pages),
            kids: node.kids.into_iter().map(moved).collect(),
            ..node
        }));
        let owned = |(owner, paint)| match owner {
            Owner::Node(id) => (Owner::Node(moved(id)), paint),
            other => (other, paint),
        };
        self.pages.extend(other.pages.into_iter().map(|page| Page {
            paint: page.paint.into_iter().map(owned).collect(),
        }));
        self.bookmarks
            .extend(other.bookmarks.into_iter().map(|mark| Bookmark {
                page: mark.page + pages,
                ..mark
            }));
        self.links.extend(other.links.into_iter().map(|link| Link {
            node: moved(link.node),
            page: link.page + pages,
            goal: match link.goal {
                Goal::Place { page, x, y } => Goal::Place {
                    page: page + pages,
                    x,
                    y,
                },
                address => address,
            },
            ..link
        }));
        self.spots.extend(other.spots.into_iter().map(|spot| Spot {
            page: spot.page + pages,
            ..spot
        }));
    }
}

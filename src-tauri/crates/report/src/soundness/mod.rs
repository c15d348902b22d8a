//! Whether a PDF file is what we promise: read by machines, heard, and kept.
//!
//! The rules are those of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) that our own writer could break.
//! The checker knows nothing of the writer: it reads the file as a viewer would. It does not replace a validator;
//! of what we never write (forms, images, scripts, attachments) it knows nothing.

mod content;
mod file;
mod fonts;
mod links;
mod table;
#[cfg(test)]
mod tests;
mod tree;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// A part of one of our files is a few hundred kilobytes; what is larger than this is not ours.
const LIMIT: usize = 64 << 20;

/// What is wrong with a file. Pages are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Fault {
    /// The file or a part of it cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// The header names another version than 1.7.
    #[error("the header says PDF {0}, not 1.7")]
    Version(String),
    /// There is no title, or viewers are not told to show it.
    #[error("no title, or it is not shown")]
    Title,
    /// The language is missing.
    #[error("no language")]
    Language,
    /// The file does not say that it is tagged.
    #[error("not marked as tagged")]
    Unmarked,
    /// There is no outline, or a line of it leads nowhere.
    #[error("no outline, or one that leads nowhere")]
    Outline,
    /// The metadata lack this.
    #[error("the metadata lack {0}")]
    Metadata(&'static str),
    /// There is no output intent with a profile.
    #[error("no output intent")]
    OutputIntent,
    /// The file has no id, which archives need.
    #[error("no file id")]
    Id,
    /// Something is painted that is neither content nor artifact.
    #[error("page {page}: {operator} paints outside marked content")]
    UnmarkedPaint {
        /// The page.
        page: usize,
        /// The operator.
        operator: String,
    },
    /// Marked content is not closed, closed twice, or an artifact lies within content or the other way round.
    #[error("page {page}: marked content is not nested well")]
    MarkNesting {
        /// The page.
        page: usize,
    },
    /// A number of marked content is used twice on a page.
    #[error("page {page}: mark {mark} twice")]
    MarkTwice {
        /// The page.
        page: usize,
        /// Its number.
        mark: i64,
    },
    /// Content that no element, or more than one, claims.
    #[error("page {page}: mark {mark} is claimed {times} times")]
    MarkClaims {
        /// The page.
        page: usize,
        /// Its number.
        mark: i64,
        /// How often.
        times: usize,
    },
    /// An element claims content that is not there.
    #[error("page {page}: mark {mark} is claimed and not there")]
    MarkMissing {
        /// The page; 0 for one that does not exist.
        page: usize,
        /// Its number.
        mark: i64,
    },
    /// The way from content back to its element is wrong.
    #[error("page {page}: the parent tree is wrong for mark {mark}")]
    ParentTree {
        /// The page.
        page: usize,
        /// Number of the mark.
        mark: i64,
    },
    /// There is no structure tree.
    #[error("no structure tree")]
    NoTree,
    /// An element is of a kind that the standard does not know.
    #[error("{0} is no standard structure type")]
    UnknownKind(String),
    /// An element stands where its kind may not stand, or names another parent than the one that holds it.
    #[error("{child} within {parent}")]
    Misplaced {
        /// Its kind.
        child: String,
        /// The kind of what holds it.
        parent: String,
    },
    /// A heading skips a level; a document begins with level 1.
    #[error("a heading of level {level} after level {before}")]
    HeadingOrder {
        /// Level of the heading before; 0 for none.
        before: u8,
        /// Its level.
        level: u8,
    },
    /// A head of a table does not say what it is the head of.
    #[error("table {table}: a head without a scope")]
    HeadWithoutScope {
        /// Number of the table, from 1.
        table: usize,
    },
    /// The rows of a table are not equally long.
    #[error("table {table}: row {row} has {cells} cells, not {wanted}")]
    RaggedTable {
        /// Number of the table, from 1.
        table: usize,
        /// Number of the row, from 1.
        row: usize,
        /// Its cells, spans counted.
        cells: usize,
        /// Those of the first row.
        wanted: usize,
    },
    /// A figure without words in its place.
    #[error("figure {0} has no alternative text")]
    FigureWithoutAlt(usize),
    /// A figure that does not say where it stands.
    #[error("figure {0} has no frame")]
    FigureWithoutFrame(usize),
    /// A link element without something to press.
    #[error("link {0} has nothing to press")]
    LinkWithoutAnnotation(usize),
    /// An annotation that does not belong to a link element, or is not tied back to it.
    #[error("page {page}: annotation {annotation} belongs to no link")]
    LooseAnnotation {
        /// The page.
        page: usize,
        /// Number on the page, from 1.
        annotation: usize,
    },
    /// An annotation that says nothing to those who cannot see it.
    #[error("page {page}: annotation {annotation} has no contents")]
    AnnotationWithoutContents {
        /// The page.
        page: usize,
        /// Number on the page, from 1.
        annotation: usize,
    },
    /// An annotation that is hidden or is not printed.
    #[error("page {page}: annotation {annotation} is not printed")]
    AnnotationHidden {
        /// The page.
        page: usize,
        /// Number on the page, from 1.
        annotation: usize,
    },
    /// An annotation that leads nowhere.
    #[error("page {page}: annotation {annotation} leads nowhere")]
    AnnotationWithoutGoal {
        /// The page.
        page: usize,
        /// Number on the page, from 1.
        annotation: usize,
    },
    /// A page with annotations that are not visited in order of the structure.
    #[error("page {page}: the tab key does not follow the structure")]
    TabOrder {
        /// The page.
        page: usize,
    },
    /// A font that is not in the file.
    #[error("font {0} is not embedded")]
    FontNotEmbedded(String),
    /// A font whose glyphs do not say which characters they are.
    #[error("font {0} has no map to Unicode")]
    FontWithoutUnicode(String),
    /// A box in place of a letter.
    #[error("page {page}: a glyph is missing")]
    MissingGlyph {
        /// The page.
        page: usize,
    },
    /// A glyph that does not say which characters it is.
    #[error("page {page}: glyph {glyph} has no text")]
    GlyphWithoutText {
        /// The page.
        page: usize,
        /// Its number.
        glyph: u16,
    },
}

/// What is wrong with a PDF file; nothing for a sound one. Any bytes may be asked about.
pub fn check(bytes: &[u8]) -> Vec<Fault> {
    let document = match Document::load_mem(bytes) {
        Ok(document) => document,
        Err(error) => return vec![Fault::Unreadable(error.to_string())],
    };
    let pages: Vec<ObjectId> = document.page_iter().collect();
    if pages.is_empty() {
        return vec![Fault::Unreadable("no page".to_owned())];
    }
    let numbers = pages.iter().enumerate().map(|(at, id)| (*id, at + 1)).collect();
    let file = File {
        document,
        pages,
        numbers,
    };
    let mut faults = file::faults(&file);
    let fonts = fonts::Fonts::of(&file, &mut faults);
    let marks = content::marks(&file, &fonts, &mut faults);
    match tree::Tree::of(&file, &mut faults) {
        Some(tree) => {
            tree.marks(&file, &marks, &mut faults);
            links::check(&file, &tree, &mut faults);
        }
        None => faults.push(Fault::NoTree),
    }
    faults
}

/// A file that is looked at.
struct File {
    document: Document,
    pages: Vec<ObjectId>,
    numbers: BTreeMap<ObjectId, usize>,
}

impl File {
    /// What a reference leads to, or the object itself.
    fn at<'a>(&'a self, object: &'a Object) -> Option<&'a Object> {
        self.document.dereference(object).ok().map(|(_, object)| object)
    }

    fn get<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        self.at(dictionary.get(key).ok()?)
    }

    fn dictionary<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        self.get(dictionary, key)?.as_dict().ok()
    }

    fn array<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a [Object]> {
        self.get(dictionary, key)?.as_array().ok().map(Vec::as_slice)
    }

    fn name(&self, dictionary: &Dictionary, key: &[u8]) -> Option<String> {
        let name = self.get(dictionary, key)?.as_name().ok()?;
        Some(String::from_utf8_lossy(name).into_owned())
    }

    /// A text that is not empty.
    fn text(&self, dictionary: &Dictionary, key: &[u8]) -> Option<String> {
        let text = lopdf::decode_text_string(self.get(dictionary, key)?).ok()?;
        (!text.trim().is_empty()).then_some(text)
    }

    /// What a stream holds; nothing for one that holds more than any of ours.
    fn stream(&self, dictionary: &Dictionary, key: &[u8]) -> Option<Vec<u8>> {
        let stream = self.get(dictionary, key)?.as_stream().ok()?;
        stream.get_plain_content_with_limit(LIMIT).ok()
    }

    fn number(&self, dictionary: &Dictionary, key: &[u8]) -> Option<i64> {
        self.get(dictionary, key)?.as_i64().ok()
    }

    fn catalog(&self) -> Option<&Dictionary> {
        self.document.catalog().ok()
    }

    /// Number of a page from 1; 0 for what is no page.
    fn page(&self, id: ObjectId) -> usize {
        self.numbers.get(&id).copied().unwrap_or(0)
    }
}

//! The documents: what each one says. Every module has one input struct and one function to a [`Document`].
//!
//! Inputs are plain values that a use-case fills from the store. A number that a screen shows comes from the
//! same query; nothing is counted twice. What is missing is said in words, never left as a gap.

/// Sheet sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 8.5 × 11 in.
    #[default]
    Letter,
    /// 210 × 297 mm.
    A4,
}

use crate::ReportError;
use crate::fonts::Face;
use crate::model::{Align, Block, Cell, Column, Grid, Look, Prose, Report, Width};
use crate::page::Laid;
use crate::pictures::{PagePicture, pictures};
use crate::text::{Span, Target};
use crate::words::Words;

pub mod agenda;
pub mod certificate;
pub mod coach_brief;
pub mod logic_model;
pub mod paper_form;
pub mod participant;
pub mod record;
pub mod session;
pub mod session_summary;
pub mod sign_in;
pub mod statements;
pub mod story;

/// A document with its lines broken and its pages filled: to be looked at or to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Document(Laid);

impl Document {
    /// PDF bytes: the same for the same document.
    ///
    /// # Errors
    /// [`ReportError::Font`] if a font cannot be cut down, [`ReportError::Write`].
    pub fn pdf(&self) -> Result<Vec<u8>, ReportError> {
        crate::pdf::write(&self.0)
    }

    /// The pages as they are printed, to be looked at in the window.
    pub fn pages(&self) -> Vec<PagePicture> {
        pictures(&self.0)
    }

    /// How many pages there are; at least one.
    pub fn page_count(&self) -> usize {
        self.0.pages.len()
    }

    /// How many pages there are before the one with this heading; all of them if none has it.
    pub fn pages_before(&self, heading: &str) -> usize {
        let mark = self.0.bookmarks.iter().rfind(|mark| mark.title == heading);
        mark.map_or(self.page_count(), |mark| mark.page)
    }

    /// Puts the pages of a document of the same sheet behind these; title and date stay.
    pub fn append(&mut self, other: Self) {
        self.0.append(other.0);
    }
}

/// A page on which nothing stands: what a document costs before it says anything.
///
/// # Errors
/// When the bundled fonts cannot be read, which tests keep from happening.
pub fn empty_page(paper: Paper) -> Result<Document, ReportError> {
    let report = Report {
        title: "Empty page".to_owned(),
        language: "en",
        paper,
        landscape: false,
        date: None,
        head: None,
        foot: ("Empty page".to_owned(), String::new()),
        blocks: Vec::new(),
    };
    finish(&report, &Words::english())
}

/// Lays a report out.
fn finish(report: &Report, words: &Words) -> Result<Document, ReportError> {
    Ok(Document(crate::layout::lay(report, words)?))
}

/// A secondary line; empty parts are left out, the others stand between middle dots.
fn line(parts: &[Option<String>]) -> Option<Block> {
    let there: Vec<&str> = parts
        .iter()
        .flatten()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    (!there.is_empty()).then(|| Block::Text(Prose::plain(Look::Label, there.join(" · "))))
}

/// A remark in small type; addresses in it can be followed.
fn small(text: impl Into<String>) -> Block {
    Block::Text(Prose {
        spans: with_addresses(Face::Sans, &text.into()),
        look: Look::Small,
    })
}

/// Text whose addresses of the web can be followed.
fn with_addresses(face: Face, text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some(start) = ["https://", "http://"]
        .iter()
        .filter_map(|scheme| rest.find(scheme))
        .min()
    {
        let (before, from) = rest.split_at(start);
        let end = from.find(char::is_whitespace).unwrap_or(from.len());
        let address = from[..end].trim_end_matches(['.', ',', ';', ':', ')', '?', '!', '”', '"']);
        spans.push(Span::new(face, before));
        spans.push(Span::new(face, address).to(Target::Address(address.to_owned())));
        rest = &from[address.len()..];
    }
    spans.push(Span::new(face, rest));
    spans.retain(|span| !span.text.is_empty());
    spans
}

/// A label in bold, then words.
fn led(look: Look, label: &str, text: &str) -> Prose {
    Prose {
        spans: vec![
            Span::new(Face::SansBold, format!("{label} ")),
            Span::new(Face::Sans, text),
        ],
        look,
    }
}

/// A figure's table twin, its columns as wide as the given shares.
fn twin(table: &crate::figures::Table, shares: &[f32]) -> Block {
    let columns = table.heads.iter().enumerate().map(|(at, head)| Column {
        head: head.clone(),
        width: Width::Share(shares.get(at).copied().unwrap_or(1.0)),
        align: if table.numeric.contains(&(at as u32)) {
            Align::Right
        } else {
            Align::Left
        },
    });
    let rows = table.rows.iter().map(|row| row.iter().map(Cell::text).collect());
    Block::Table(Grid {
        columns: columns.collect(),
        rows: rows.collect(),
        row_head: 0,
        row_height: 0.0,
        tight: true,
        chart: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_a_text_can_be_followed_and_what_ends_the_sentence_is_none_of_them() {
        let text = "Free (CC BY 4.0, https://example.org/a); see http://b.example.org/?q=1.";
        let spans = with_addresses(Face::Sans, text);
        let whole: String = spans.iter().map(|span| span.text.as_str()).collect();
        assert_eq!(whole, text);
        let addresses: Vec<&str> = spans
            .iter()
            .filter_map(|span| match &span.target {
                Some(Target::Address(address)) => Some(address.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(addresses, ["https://example.org/a", "http://b.example.org/?q=1"]);
        assert_eq!(with_addresses(Face::Sans, "https://").len(), 1);
    }
}

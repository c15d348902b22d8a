//! The documents: what each one says. Every module has one input struct and one function to PDF bytes.
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
use crate::text::Span;
use crate::words::Words;

pub mod agenda;
pub mod logic_model;
pub mod paper_form;
pub mod participant;
pub mod session;
pub mod sign_in;

/// A page on which nothing stands: what a document costs before it says anything.
///
/// # Errors
/// When the bundled fonts cannot be read, which tests keep from happening.
pub fn empty_page(paper: Paper) -> Result<Vec<u8>, ReportError> {
    let report = Report {
        title: "Empty page".to_owned(),
        language: "en",
        paper,
        landscape: false,
        date: None,
        head: None,
        foot: (String::new(), String::new()),
        blocks: Vec::new(),
    };
    finish(&report, &Words::english())
}

/// Lays out and writes a report.
fn finish(report: &Report, words: &Words) -> Result<Vec<u8>, ReportError> {
    crate::pdf::write(&crate::layout::lay(report, words)?)
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

/// A remark in small type.
fn small(text: impl Into<String>) -> Block {
    Block::Text(Prose::plain(Look::Small, text))
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

//! Where everything goes: blocks become pieces, pieces are stacked on pages.
//!
//! A piece is never divided. Pieces that must not be parted are glued in a chain; a chain moves to the next page
//! as a whole unless it is longer than a page, in which case it breaks where it must. So no text can be lost.

mod blocks;
mod links;
mod running;
mod scene;
mod stately;
mod table;
#[cfg(test)]
mod tests;

use crate::ReportError;
use crate::documents::Paper;
use crate::model::{Look, Report};
use crate::page::{Bookmark, Laid, NodeId, Owner, Page, Paint, Tone, Tree};
use crate::text::{Fall, Line, Setting};
use crate::words::Words;

/// Distance of the text from the left and right edge, in points.
const SIDE: f32 = 66.0;
/// Distance of the text from the top edge.
const TOP: f32 = 58.0;
/// Distance of the text from the bottom edge.
const BOTTOM: f32 = 64.0;
/// Widest line of running text: some 75 characters.
const MEASURE: f32 = 400.0;

/// Something that stays in one place.
#[derive(Debug, Default)]
struct Piece {
    /// Space above it, dropped at the top of a page.
    before: f32,
    height: f32,
    paint: Vec<(Owner, Paint)>,
    /// Stays on the page of the next piece.
    glued: bool,
    heading: Option<(u8, String)>,
    figure: Option<NodeId>,
    /// The table head to repeat if a page begins here.
    head: Option<usize>,
    /// A page must begin here.
    breaks: bool,
    /// Stands at the foot of its page.
    sinks: bool,
}

/// A table's head, to be repeated on later pages.
struct Head {
    height: f32,
    paint: Vec<Paint>,
}

/// Pieces under construction.
struct Stack {
    width: f32,
    pieces: Vec<Piece>,
    heads: Vec<Head>,
    tree: Tree,
    /// Level of the last heading, 0 before the first.
    level: u8,
    /// Title of the table that comes next.
    caption: Option<String>,
}

/// Width in points between the margins of a sheet.
pub fn content_width(paper: Paper) -> f32 {
    sheet(paper).0 - 2.0 * SIDE
}

fn sheet(paper: Paper) -> (f32, f32) {
    match paper {
        Paper::Letter => (612.0, 792.0),
        Paper::A4 => (595.276, 841.89),
    }
}

/// Lays a report out on pages.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] for text that cannot be drawn, [`ReportError::Words`].
pub fn lay(report: &Report, words: &Words) -> Result<Laid, ReportError> {
    let (short, long) = sheet(report.paper);
    let size = if report.landscape {
        (long, short)
    } else {
        (short, long)
    };
    let mut stack = Stack {
        width: size.0 - 2.0 * SIDE,
        pieces: Vec::new(),
        heads: Vec::new(),
        tree: Tree::new(),
        level: 0,
        caption: None,
    };
    for block in &report.blocks {
        stack.block(block)?;
    }
    let mut laid = Laid {
        title: report.title.clone(),
        language: report.language,
        date: report.date,
        size,
        pages: vec![Page::default()],
        tree: stack.tree,
        bookmarks: Vec::new(),
        links: Vec::new(),
        spots: Vec::new(),
    };
    place(stack.pieces, &stack.heads, &mut laid);
    links::add(&mut laid, words)?;
    running::add(report, words, &mut laid)?;
    Ok(laid)
}

/// Stacks the pieces on pages.
fn place(pieces: Vec<Piece>, heads: &[Head], laid: &mut Laid) {
    let end = laid.size.1 - BOTTOM;
    let mut y = TOP;
    let chains: Vec<f32> = chains(&pieces);
    for (piece, chain) in pieces.into_iter().zip(chains) {
        let top = y <= TOP;
        let before = if top { 0.0 } else { piece.before };
        let head = piece
            .head
            .and_then(|head| heads.get(head))
            .map_or(0.0, |head| head.height);
        let chain_fits_somewhere = chain + head <= end - TOP;
        let need = if chain_fits_somewhere { chain } else { piece.height };
        if !top && (piece.breaks || y + before + need > end + 0.01) {
            laid.pages.push(Page::default());
            y = TOP;
        } else {
            y += before;
        }
        if piece.sinks {
            y = y.max(end - piece.height);
        }
        let page = laid.pages.len() - 1;
        if y <= TOP
            && let Some(head) = piece.head.and_then(|head| heads.get(head))
        {
            let repeated = head
                .paint
                .iter()
                .cloned()
                .map(|paint| (Owner::Header, paint.moved(SIDE, y)));
            laid.pages[page].paint.extend(repeated);
            y += head.height;
        }
        if let Some((level, title)) = piece.heading {
            laid.bookmarks.push(Bookmark {
                level,
                title,
                page,
                y,
            });
        }
        if let Some(figure) = piece.figure {
            let frame = [SIDE, y, laid.size.0 - SIDE, y + piece.height];
            let node = &mut laid.tree.nodes[figure];
            match node.frame {
                // A figure in several pieces: its frame grows as long as it stays on one page.
                Some(first) if node.page == Some(page) => {
                    node.frame = Some([first[0], first[1], first[2], frame[3]]);
                }
                Some(_) => {}
                None => (node.frame, node.page) = (Some(frame), Some(page)),
            }
        }
        let moved = piece
            .paint
            .into_iter()
            .map(|(owner, paint)| (owner, paint.moved(SIDE, y)));
        laid.pages[page].paint.extend(moved);
        y += piece.height;
    }
}

/// For each piece the height from its top to the end of the chain it belongs to.
fn chains(pieces: &[Piece]) -> Vec<f32> {
    let mut chains = vec![0.0; pieces.len()];
    let mut below = 0.0;
    for (at, piece) in pieces.iter().enumerate().rev() {
        chains[at] = if piece.glued {
            piece.height + below
        } else {
            piece.height
        };
        below = piece.before + chains[at];
    }
    chains
}

/// Paints a line of text with its baseline at `y`.
fn push_line(
    paint: &mut Vec<(Owner, Paint)>,
    owner: Owner,
    line: &Line,
    x: f32,
    y: f32,
    size: f32,
    ink: Tone,
) {
    for run in &line.runs {
        let run = run.clone();
        paint.push((owner, Paint::Text { x, y, size, ink, run }));
    }
}

fn hairline(from: f32, to: f32, y: f32) -> Paint {
    Paint::Line {
        from: (from, y),
        to: (to, y),
        ink: Tone::Hair,
        weight: 0.6,
        dashed: false,
    }
}

/// Size, spacing and colour of a look.
fn setting(look: Look) -> (Setting, Tone) {
    let (size, leading, fall, tone) = match look {
        Look::Body => (10.5, 15.0, Fall::Words, Tone::Text),
        Look::Label => (10.0, 14.0, Fall::Whole, Tone::Text),
        Look::Item => (9.0, 12.5, Fall::Words, Tone::Text),
        Look::Small => (8.5, 12.0, Fall::Words, Tone::Quiet),
        Look::Voice => (11.0, 15.5, Fall::Words, Tone::Text),
    };
    let setting = Setting { size, leading, fall };
    (setting, tone)
}

/// Distance from the top of a line to its baseline.
fn rise(setting: Setting) -> f32 {
    (setting.leading - setting.size) / 2.0 + setting.size * 0.78
}

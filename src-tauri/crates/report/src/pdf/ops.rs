//! A page's paint as PDF operators, with every mark inside a marked-content sequence.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, Line, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle, Point,
    Polygon, PolygonRing, Pt, Rgb, TextItem, WindingOrder,
};

use super::ink::Fonts;
use super::tags::kind;
use crate::ReportError;
use crate::page::{NodeId, Outline, Owner, Page, Paint, Tone, Tree};
use crate::text::{Cluster, Run};

/// Ratio of a Bézier handle to the radius of the quarter circle it draws.
const QUARTER: f32 = 0.552_284_8;

/// The page's operators, and the owner of each marked-content id (its position).
pub fn page(
    page: &Page,
    tree: &Tree,
    height: f32,
    fonts: &Fonts,
) -> Result<(Vec<Op>, Vec<NodeId>), ReportError> {
    let mut ops = Vec::new();
    let mut owners = Vec::new();
    let mut open: Option<Owner> = None;
    for (owner, paint) in &page.paint {
        if open != Some(*owner) {
            if open.is_some() {
                ops.push(Op::EndMarkedContent);
            }
            ops.push(begin(*owner, tree, &mut owners));
            open = Some(*owner);
        }
        draw(&mut ops, paint, height, fonts)?;
    }
    if open.is_some() {
        ops.push(Op::EndMarkedContent);
    }
    Ok((ops, owners))
}

fn begin(owner: Owner, tree: &Tree, owners: &mut Vec<NodeId>) -> Op {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let (tag, map) = match owner {
        Owner::Node(node) => {
            owners.push(node);
            (
                kind(tree.nodes[node].role),
                vec![("MCID", DictItem::Int(owners.len() as i64 - 1))],
            )
        }
        Owner::Decoration => ("Artifact", vec![("Type", name("Layout"))]),
        Owner::Header => (
            "Artifact",
            vec![("Type", name("Pagination")), ("Subtype", name("Header"))],
        ),
        Owner::Footer => (
            "Artifact",
            vec![("Type", name("Pagination")), ("Subtype", name("Footer"))],
        ),
    };
    Op::BeginMarkedContentWithProperties {
        tag: tag.to_owned(),
        properties: dictionary(map),
    }
}

fn dictionary(entries: Vec<(&str, DictItem)>) -> DictItem {
    let map: BTreeMap<String, DictItem> = entries
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect();
    DictItem::Dict { map }
}

fn draw(ops: &mut Vec<Op>, paint: &Paint, height: f32, fonts: &Fonts) -> Result<(), ReportError> {
    match paint {
        Paint::Text { x, y, size, ink, run } => {
            ops.push(Op::SetFillColor { col: colour(*ink) });
            ops.push(Op::StartTextSection);
            ops.push(Op::SetFont {
                font: PdfFontHandle::External(fonts.id(run.face)?),
                size: Pt(*size),
            });
            ops.push(Op::SetTextCursor {
                pos: point(x + run.x, height - y),
            });
            show(ops, run, *size, fonts)?;
            ops.push(Op::EndTextSection);
        }
        Paint::Line {
            from,
            to,
            ink,
            weight,
            dashed,
        } => {
            stroke(ops, *ink, *weight, *dashed);
            let ends = [corner(from.0, height - from.1), corner(to.0, height - to.1)];
            ops.push(Op::DrawLine {
                line: Line {
                    points: ends.to_vec(),
                    is_closed: false,
                },
            });
        }
        Paint::Shape {
            outline,
            fill,
            stroke: line,
        } => {
            let mode = match (fill, line) {
                (Some(_), Some(_)) => PaintMode::FillStroke,
                (Some(_), None) => PaintMode::Fill,
                (None, Some(_)) => PaintMode::Stroke,
                (None, None) => return Ok(()),
            };
            if let Some(tone) = fill {
                ops.push(Op::SetFillColor { col: colour(*tone) });
            }
            if let Some((tone, weight, dashed)) = line {
                stroke(ops, *tone, *weight, *dashed);
            }
            ops.push(Op::DrawPolygon {
                polygon: Polygon {
                    rings: vec![PolygonRing {
                        points: path(*outline, height),
                    }],
                    mode,
                    winding_order: WindingOrder::NonZero,
                },
            });
        }
    }
    Ok(())
}

fn stroke(ops: &mut Vec<Op>, tone: Tone, weight: f32, dashed: bool) {
    ops.push(Op::SetOutlineColor { col: colour(tone) });
    ops.push(Op::SetOutlineThickness { pt: Pt(weight) });
    let dash = if dashed {
        LineDashPattern::new(0.0, &[2.5, 2.0])
    } else {
        LineDashPattern::default()
    };
    ops.push(Op::SetLineDashPattern { dash });
}

/// Shows a run. Kerning goes into the spacing numbers; a cluster whose glyphs do not read as its text carries
/// that text along.
fn show(ops: &mut Vec<Op>, run: &Run, size: f32, fonts: &Fonts) -> Result<(), ReportError> {
    let mut plain: Vec<TextItem> = Vec::new();
    for cluster in &run.clusters {
        let raised = cluster.glyphs.iter().any(|glyph| glyph.dy.abs() > 0.01);
        if fonts.reads_plainly(run.face, cluster)? && !raised {
            glyphs(&mut plain, run, cluster, size, fonts)?;
            continue;
        }
        flush(ops, &mut plain);
        let mut text = vec![0xFE, 0xFF];
        text.extend(cluster.text.encode_utf16().flat_map(u16::to_be_bytes));
        ops.push(Op::BeginMarkedContentWithProperties {
            tag: "Span".to_owned(),
            properties: dictionary(vec![("ActualText", DictItem::Bytes(text))]),
        });
        for glyph in &cluster.glyphs {
            let single = Cluster {
                text: cluster.text.clone(),
                glyphs: vec![glyph.clone()],
            };
            glyphs(&mut plain, run, &single, size, fonts)?;
            if raised {
                ops.push(Op::SetLineOffset { multiplier: glyph.dy });
            }
            flush(ops, &mut plain);
        }
        if raised {
            ops.push(Op::SetLineOffset { multiplier: 0.0 });
        }
        ops.push(Op::EndMarkedContent);
    }
    flush(ops, &mut plain);
    Ok(())
}

fn flush(ops: &mut Vec<Op>, plain: &mut Vec<TextItem>) {
    if !plain.is_empty() {
        ops.push(Op::ShowText {
            items: std::mem::take(plain),
        });
    }
}

fn glyphs(
    items: &mut Vec<TextItem>,
    run: &Run,
    cluster: &Cluster,
    size: f32,
    fonts: &Fonts,
) -> Result<(), ReportError> {
    for glyph in &cluster.glyphs {
        let (gid, text) = fonts.glyph(run.face, glyph.id)?;
        let shift = glyph.dx * 1000.0 / size;
        if shift.abs() > 0.01 {
            items.push(TextItem::Offset(-shift));
        }
        // What the viewer advances by, less what the line was set with.
        let excess = run.face.width(glyph.id)? - glyph.advance * 1000.0 / size + shift;
        let offset = if excess.abs() < 0.05 {
            0.0
        } else {
            (excess * 100.0).round() / 100.0
        };
        items.push(TextItem::GlyphIds(vec![Codepoint::with_cid(
            gid,
            offset,
            text.to_owned(),
        )]));
    }
    Ok(())
}

fn colour(tone: Tone) -> Color {
    let (r, g, b) = match tone {
        Tone::Text => (0x1F, 0x1B, 0x16),
        Tone::Quiet => (0x54, 0x4C, 0x42),
        Tone::Outline => (0x6B, 0x62, 0x56),
        Tone::Accent => (0x1F, 0x4E, 0x5F),
        Tone::Warn => (0x8A, 0x4B, 0x00),
        Tone::Hair => (0xC9, 0xC0, 0xB0),
        Tone::White => (0xFF, 0xFF, 0xFF),
    };
    let share = |byte: u8| (f32::from(byte) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb::new(share(r), share(g), share(b), None))
}

fn point(x: f32, y: f32) -> Point {
    // Hundredths of a point are finer than any printer, and keep the file small.
    let round = |value: f32| Pt((value * 100.0).round() / 100.0);
    Point {
        x: round(x),
        y: round(y),
    }
}

fn corner(x: f32, y: f32) -> LinePoint {
    LinePoint {
        p: point(x, y),
        bezier: false,
    }
}

fn handle(x: f32, y: f32) -> LinePoint {
    LinePoint {
        p: point(x, y),
        bezier: true,
    }
}

fn path(outline: Outline, height: f32) -> Vec<LinePoint> {
    match outline {
        Outline::Box(x, y, w, h) => {
            let (top, bottom) = (height - y, height - y - h);
            vec![
                corner(x, bottom),
                corner(x + w, bottom),
                corner(x + w, top),
                corner(x, top),
            ]
        }
        Outline::Circle(x, y, r) => {
            let (y, k) = (height - y, r * QUARTER);
            vec![
                corner(x + r, y),
                handle(x + r, y + k),
                handle(x + k, y + r),
                corner(x, y + r),
                handle(x - k, y + r),
                handle(x - r, y + k),
                corner(x - r, y),
                handle(x - r, y - k),
                handle(x - k, y - r),
                corner(x, y - r),
                handle(x + k, y - r),
                handle(x + r, y - k),
                corner(x + r, y),
            ]
        }
    }
}

//! A figure's scene as paint.

use super::{Piece, Stack, push_line};
use crate::ReportError;
use crate::figures::{Anchor, Mark, Scene};
use crate::fonts::Face;
use crate::page::{NodeId, Outline, Owner, Paint, Role};
use crate::text::{Fall, Setting, Span, lines};

impl Stack {
    /// A figure in the tree.
    pub(super) fn figure_node(&mut self, alt: &str, fact: Option<&str>) -> NodeId {
        let node = self.tree.add(0, Role::Figure);
        self.tree.nodes[node].alt = Some(alt.to_owned());
        self.tree.nodes[node].fact = fact.map(str::to_owned);
        node
    }

    pub(super) fn figure(&mut self, scene: &Scene, alt: &str, fact: Option<&str>) -> Result<(), ReportError> {
        let node = self.figure_node(alt, fact);
        let mut paint = Vec::new();
        for mark in &scene.marks {
            draw(&mut paint, Owner::Node(node), mark)?;
        }
        self.pieces.push(Piece {
            before: 8.0,
            height: scene.height + 4.0,
            paint,
            glued: true,
            figure: Some(node),
            ..Piece::default()
        });
        Ok(())
    }
}

/// Paints one mark.
pub(super) fn draw(paint: &mut Vec<(Owner, Paint)>, owner: Owner, mark: &Mark) -> Result<(), ReportError> {
    match mark {
        Mark::Line {
            x1,
            y1,
            x2,
            y2,
            ink,
            weight,
            dashed,
        } => paint.push((
            owner,
            Paint::Line {
                from: (*x1, *y1),
                to: (*x2, *y2),
                ink: (*ink).into(),
                weight: *weight,
                dashed: *dashed,
            },
        )),
        Mark::Circle {
            x,
            y,
            r,
            ink,
            fill,
            weight,
        } => paint.push((
            owner,
            Paint::Shape {
                outline: Outline::Circle(*x, *y, *r),
                fill: Some((*fill).into()),
                stroke: (*weight > 0.0).then(|| ((*ink).into(), *weight, false)),
            },
        )),
        Mark::Box {
            x,
            y,
            width,
            height,
            ink,
            fill,
            weight,
            dashed,
        } => paint.push((
            owner,
            Paint::Shape {
                outline: Outline::Box(*x, *y, *width, *height),
                fill: Some((*fill).into()),
                stroke: (*weight > 0.0).then(|| ((*ink).into(), *weight, *dashed)),
            },
        )),
        Mark::Label {
            x,
            y,
            text,
            anchor,
            ink,
            size,
            bold,
        } => {
            let face = if *bold { Face::SansBold } else { Face::Sans };
            let setting = Setting {
                size: *size,
                leading: *size,
                fall: Fall::Whole,
            };
            // A space after each label keeps neighbours apart when the text is read out or copied.
            for line in lines(&[Span::new(face, format!("{text} "))], setting, None)? {
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - line.width / 2.0,
                    Anchor::End => x - line.width,
                };
                push_line(paint, owner, &line, left, *y, *size, (*ink).into());
            }
        }
    }
    Ok(())
}

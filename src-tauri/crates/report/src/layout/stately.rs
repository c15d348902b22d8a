//! The parts of a certificate: a name in large type, a sentence under it, lines to sign on.

use super::{Piece, Stack, push_line, rise, setting};
use crate::ReportError;
use crate::fonts::Face;
use crate::model::Look;
use crate::page::{Owner, Paint, Role, Tone};
use crate::text::{Fall, Setting, Span, lines};

const NAME: Setting = Setting {
    size: 40.0,
    leading: 48.0,
    fall: Fall::Whole,
};
const LEAD: Setting = Setting {
    size: 15.0,
    leading: 22.0,
    fall: Fall::Words,
};
/// Widest line of the sentence.
const MEASURE: f32 = 520.0;
/// Room for the hand above a line to sign on.
const HAND: f32 = 64.0;
const GAP: f32 = 28.0;

impl Stack {
    /// The one heading of a sheet.
    pub(super) fn display(&mut self, text: &str) -> Result<(), ReportError> {
        self.level = 1;
        let node = self.tree.add(0, Role::Heading(1));
        let span = Span::new(Face::Serif, text);
        let set = lines(&[span], NAME, Some(self.width))?;
        for (at, line) in set.iter().enumerate() {
            let mut paint = Vec::new();
            push_line(
                &mut paint,
                Owner::Node(node),
                line,
                line.left(0.0, self.width),
                rise(NAME),
                NAME.size,
                Tone::Text,
            );
            self.pieces.push(Piece {
                before: if at == 0 { 58.0 } else { 0.0 },
                height: NAME.leading,
                paint,
                glued: true,
                heading: (at == 0).then(|| (1, text.to_owned())),
                ..Piece::default()
            });
        }
        Ok(())
    }

    /// A sentence that opens a sheet.
    pub(super) fn lead(&mut self, text: &str) -> Result<(), ReportError> {
        let node = self.tree.add(0, Role::P);
        let span = Span::new(Face::Serif, text);
        let wide = MEASURE.min(self.width);
        for (at, line) in lines(&[span], LEAD, Some(wide))?.iter().enumerate() {
            let mut paint = Vec::new();
            push_line(
                &mut paint,
                Owner::Node(node),
                line,
                line.left(0.0, wide),
                rise(LEAD),
                LEAD.size,
                Tone::Text,
            );
            self.pieces.push(Piece {
                before: if at == 0 { 12.0 } else { 0.0 },
                height: LEAD.leading,
                paint,
                glued: true,
                ..Piece::default()
            });
        }
        Ok(())
    }

    /// Lines to sign on, side by side: what stands on each and what stands under it.
    pub(super) fn signatures(&mut self, fields: &[(String, String)]) -> Result<(), ReportError> {
        if fields.is_empty() {
            return Ok(());
        }
        let count = fields.len() as f32;
        let wide = ((self.width - GAP * (count - 1.0)) / count).min(200.0);
        let (look, tone) = setting(Look::Label);
        let mut upper = Vec::new();
        for (on, _) in fields {
            upper.push(lines(&[Span::new(Face::Sans, on.as_str())], look, Some(wide))?);
        }
        // A long name needs more room than a hand.
        let most = upper.iter().map(Vec::len).max().unwrap_or(0);
        let hand = HAND.max(most as f32 * look.leading + 2.0);
        let (mut paint, mut height) = (Vec::new(), hand);
        for (at, ((_, under), set)) in fields.iter().zip(&upper).enumerate() {
            let x = at as f32 * (wide + GAP);
            paint.push((
                Owner::Decoration,
                Paint::Line {
                    from: (x, hand),
                    to: (x + wide, hand),
                    ink: Tone::Outline,
                    weight: 0.8,
                    dashed: false,
                },
            ));
            let node = self.tree.add(0, Role::P);
            let above = set.len() as f32 * look.leading;
            for (at, line) in set.iter().enumerate() {
                let y = hand - above - 2.0 + at as f32 * look.leading + rise(look);
                push_line(
                    &mut paint,
                    Owner::Node(node),
                    line,
                    line.left(x, x + wide),
                    y,
                    look.size,
                    Tone::Text,
                );
            }
            let set = lines(&[Span::new(Face::Sans, under.as_str())], look, Some(wide))?;
            for (at, line) in set.iter().enumerate() {
                let y = hand + 3.0 + at as f32 * look.leading + rise(look);
                push_line(
                    &mut paint,
                    Owner::Node(node),
                    line,
                    line.left(x, x + wide),
                    y,
                    look.size,
                    tone,
                );
            }
            height = height.max(hand + 5.0 + set.len() as f32 * look.leading);
        }
        self.pieces.push(Piece {
            before: 20.0,
            height,
            paint,
            sinks: true,
            ..Piece::default()
        });
        Ok(())
    }
}

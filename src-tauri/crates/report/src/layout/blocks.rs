//! Blocks to pieces: headings, paragraphs, lists, quotations, key figures.

use super::{MEASURE, Piece, Stack, hairline, push_line, rise, setting};
use crate::ReportError;
use crate::fonts::Face;
use crate::model::{Block, Entry, Key, Look, Prose};
use crate::page::{NodeId, Owner, Paint, Role, Tone};
use crate::text::{Fall, Setting, Span, Target, lines};

/// The root of the tree.
const DOCUMENT: NodeId = 0;
const INDENT: f32 = 14.0;

impl Stack {
    pub(super) fn block(&mut self, block: &Block) -> Result<(), ReportError> {
        match block {
            Block::Kicker(text) => self.kicker(text),
            Block::Heading(level, text) => self.heading(*level, text),
            Block::Text(prose) => {
                let node = self.tree.add(DOCUMENT, Role::P);
                let before = if prose.look == Look::Small { 5.0 } else { 6.0 };
                let width = if prose.look == Look::Label {
                    self.width
                } else {
                    MEASURE
                };
                self.prose(prose, node, 0.0, width, before)?;
                Ok(())
            }
            Block::Keys(keys) => self.keys(keys),
            Block::Figure { scene, alt, fact } => self.figure(scene, alt, fact.as_deref()),
            Block::Table(grid) => self.table(grid),
            Block::Captioned(caption, of) => self.captioned(caption, of),
            Block::List(entries) => self.list(entries),
            Block::Quote(text, source) => self.quote(text, source),
            Block::Display(text) => self.display(text),
            Block::Lead(text) => self.lead(text),
            Block::Signatures(fields) => self.signatures(fields),
            Block::PageBreak => {
                self.pieces.push(Piece {
                    breaks: true,
                    ..Piece::default()
                });
                Ok(())
            }
        }
    }

    fn kicker(&mut self, text: &str) -> Result<(), ReportError> {
        let look = Setting {
            size: 8.5,
            leading: 12.0,
            fall: Fall::Whole,
        };
        let node = self.tree.add(DOCUMENT, Role::P);
        let set = lines(
            &[Span::new(Face::Mono, text.to_uppercase())],
            look,
            Some(self.width),
        )?;
        let mut paint = Vec::new();
        for (at, line) in set.iter().enumerate() {
            let y = rise(look) + at as f32 * look.leading;
            push_line(
                &mut paint,
                Owner::Node(node),
                line,
                line.left(0.0, self.width),
                y,
                look.size,
                Tone::Quiet,
            );
        }
        let bottom = set.len() as f32 * look.leading + 5.0;
        paint.push((
            Owner::Decoration,
            Paint::Line {
                from: (0.0, bottom),
                to: (self.width, bottom),
                ink: Tone::Text,
                weight: 0.8,
                dashed: false,
            },
        ));
        self.pieces.push(Piece {
            before: 22.0,
            height: bottom + 4.0,
            paint,
            glued: true,
            ..Piece::default()
        });
        Ok(())
    }

    fn heading(&mut self, level: u8, text: &str) -> Result<(), ReportError> {
        let (face, size, leading, before, after) = match level {
            1 => (Face::SerifBold, 22.0, 27.0, 6.0, 3.0),
            2 => (Face::SerifBold, 14.0, 18.0, 17.0, 4.0),
            _ => (Face::SansBold, 10.5, 15.0, 12.0, 2.0),
        };
        let look = Setting {
            size,
            leading,
            fall: Fall::Whole,
        };
        // A level that was skipped would be heard as a part that is missing (ISO 14289-1, 7.4.2).
        let level = level.min(self.level + 1);
        self.level = level;
        let node = self.tree.add(DOCUMENT, Role::Heading(level));
        let set = lines(&[Span::new(face, text)], look, Some(self.width))?;
        let count = set.len();
        for (at, line) in set.iter().enumerate() {
            let mut paint = Vec::new();
            push_line(
                &mut paint,
                Owner::Node(node),
                line,
                line.left(0.0, self.width),
                rise(look),
                size,
                Tone::Text,
            );
            self.pieces.push(Piece {
                before: if at == 0 { before } else { 0.0 },
                height: leading + if at + 1 == count { after } else { 0.0 },
                paint,
                glued: true,
                heading: (at == 0).then(|| (level, text.to_owned())),
                ..Piece::default()
            });
        }
        Ok(())
    }

    /// A table holds its title; a figure's is read before it, since only its alternative text is read of a figure.
    fn captioned(&mut self, caption: &str, of: &Block) -> Result<(), ReportError> {
        if let Block::Table(_) = of {
            self.caption = Some(caption.to_owned());
        } else {
            let node = self.tree.add(DOCUMENT, Role::P);
            self.caption(caption, node)?;
        }
        self.block(of)
    }

    /// The lines of a title; they stay with what follows.
    pub(super) fn caption(&mut self, caption: &str, node: NodeId) -> Result<(), ReportError> {
        let first = self.pieces.len();
        self.prose(&Prose::bold(Look::Label, caption), node, 0.0, self.width, 10.0)?;
        for piece in &mut self.pieces[first..] {
            piece.glued = true;
        }
        Ok(())
    }

    /// A paragraph's lines, one piece each; the first two and the last two stay together. Tells whether they are
    /// read from right to left: they stand at the right then.
    fn prose(
        &mut self,
        prose: &Prose,
        node: NodeId,
        left: f32,
        width: f32,
        before: f32,
    ) -> Result<bool, ReportError> {
        let (look, tone) = setting(prose.look);
        let set = lines(&prose.spans, look, Some(width.min(self.width) - left))?;
        let count = set.len();
        for (at, line) in set.iter().enumerate() {
            let mut paint = Vec::new();
            push_line(
                &mut paint,
                Owner::Node(node),
                line,
                line.left(left, self.width - left),
                rise(look),
                look.size,
                tone,
            );
            self.pieces.push(Piece {
                before: if at == 0 { before } else { 0.0 },
                height: look.leading,
                paint,
                glued: at + 1 < count && (at == 0 || at + 2 == count),
                ..Piece::default()
            });
        }
        Ok(set.first().is_some_and(|line| line.rtl))
    }

    fn list(&mut self, entries: &[Entry]) -> Result<(), ReportError> {
        let list = self.tree.add(DOCUMENT, Role::L);
        for entry in entries {
            let item = self.tree.add(list, Role::Li);
            let label = self.tree.add(item, Role::Lbl);
            let body = self.tree.add(item, Role::LBody);
            let first = self.pieces.len();
            let mut mirrored = false;
            for (at, part) in entry.parts.iter().enumerate() {
                let paragraph = self.tree.add(body, Role::P);
                let before = if at == 0 { 6.0 } else { 0.0 };
                let rtl = self.prose(part, paragraph, INDENT, MEASURE + INDENT, before)?;
                mirrored |= at == 0 && rtl;
                if at + 1 < entry.parts.len()
                    && let Some(last) = self.pieces.last_mut()
                {
                    last.glued = true;
                }
            }
            let (look, tone) = setting(entry.parts.first().map_or(Look::Body, |part| part.look));
            let bullet = lines(&[Span::new(Face::Sans, "•")], look, None)?;
            if let (Some(piece), Some(line)) = (self.pieces.get_mut(first), bullet.first()) {
                let mut paint = Vec::new();
                push_line(
                    &mut paint,
                    Owner::Node(label),
                    line,
                    if mirrored {
                        self.width - 2.0 - line.width
                    } else {
                        2.0
                    },
                    rise(look),
                    look.size,
                    tone,
                );
                piece.paint.splice(0..0, paint);
            }
        }
        Ok(())
    }

    fn quote(&mut self, text: &str, source: &str) -> Result<(), ReportError> {
        let quote = self.tree.add(DOCUMENT, Role::BlockQuote);
        let first = self.pieces.len();
        let words = self.tree.add(quote, Role::P);
        let mirrored = self.prose(
            &Prose::plain(Look::Voice, text),
            words,
            INDENT,
            MEASURE + INDENT,
            8.0,
        )?;
        if let Some(last) = self.pieces.last_mut() {
            last.glued = true;
        }
        let who = self.tree.add(quote, Role::P);
        self.prose(
            &Prose::plain(Look::Small, source),
            who,
            INDENT,
            MEASURE + INDENT,
            0.0,
        )?;
        for piece in &mut self.pieces[first..] {
            let (top, bottom) = (0.0, piece.height);
            let x = if mirrored { self.width - 2.0 } else { 2.0 };
            let bar = Paint::Line {
                from: (x, top),
                to: (x, bottom),
                ink: Tone::Hair,
                weight: 2.0,
                dashed: false,
            };
            piece.paint.insert(0, (Owner::Decoration, bar));
        }
        Ok(())
    }

    /// Key figures side by side, read as a list of "value label".
    fn keys(&mut self, keys: &[Key]) -> Result<(), ReportError> {
        let list = self.tree.add(DOCUMENT, Role::L);
        let column = self.width / keys.len().max(1) as f32;
        let value_look = Setting {
            size: 18.0,
            leading: 23.0,
            fall: Fall::Whole,
        };
        let (label_look, label_tone) = setting(Look::Small);
        let mut paint = vec![(Owner::Decoration, hairline(0.0, self.width, 0.0))];
        let mut height = 0.0_f32;
        for (at, key) in keys.iter().enumerate() {
            let item = self.tree.add(list, Role::Li);
            let body = self.tree.add(item, Role::LBody);
            let x = column * at as f32;
            let mut y = 8.0;
            // The link ends with the figure; the space that keeps it from its label stands behind.
            let value = Span {
                target: key.fact.clone().map(Target::Fact),
                ..Span::new(Face::SerifBold, key.value.as_str())
            };
            for line in lines(
                &[value, Span::new(Face::SerifBold, " ")],
                value_look,
                Some(column - 8.0),
            )? {
                push_line(
                    &mut paint,
                    Owner::Node(body),
                    &line,
                    line.left(x, x + column - 8.0),
                    y + rise(value_look),
                    18.0,
                    Tone::Text,
                );
                y += value_look.leading;
            }
            for line in lines(
                &[Span::new(Face::Sans, key.label.as_str())],
                label_look,
                Some(column - 12.0),
            )? {
                let base = y + rise(label_look);
                push_line(
                    &mut paint,
                    Owner::Node(body),
                    &line,
                    line.left(x, x + column - 12.0),
                    base,
                    label_look.size,
                    label_tone,
                );
                y += label_look.leading;
            }
            height = height.max(y);
        }
        paint.push((Owner::Decoration, hairline(0.0, self.width, height + 8.0)));
        self.pieces.push(Piece {
            before: 12.0,
            height: height + 8.0,
            paint,
            ..Piece::default()
        });
        Ok(())
    }
}

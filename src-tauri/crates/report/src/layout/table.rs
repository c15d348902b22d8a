//! Tables: columns are measured, rows are pieces, the head comes again on every page.

use super::scene::draw;
use super::{Head, Piece, Stack, hairline, push_line, rise, setting};
use crate::ReportError;
use crate::figures::{Mark, Scene};
use crate::fonts::Face;
use crate::model::{Align, Cell, Chart, Grid, Look, Prose, Width};
use crate::page::{NodeId, Outline, Owner, Paint, Role, Tone};
use crate::text::{Line, Setting, Span, lines};

const PAD: f32 = 4.0;
/// The same, in a table that is only read.
const TIGHT: f32 = 2.0;
const GAP: f32 = 8.0;
/// Rows taller than this may be divided between pages, line by line.
const TALL: f32 = 220.0;
/// Radius of a circle to be ringed by hand: 18 points across.
const RING: f32 = 9.0;

/// A set line with its look.
struct Set {
    line: Line,
    look: Setting,
    tone: Tone,
}

impl Stack {
    pub(super) fn table(&mut self, grid: &Grid) -> Result<(), ReportError> {
        let columns = columns(grid, self.width);
        let figure = grid.chart.as_ref();
        let figure = figure.map(|chart| self.figure_node(&chart.alt, chart.fact.as_deref()));
        let table = self.tree.add(0, Role::Table);
        if let Some(caption) = self.caption.take() {
            let node = self.tree.add(table, Role::Caption);
            self.caption(&caption, node)?;
        }
        let head = self.table_head(grid, &columns, table, figure)?;
        let body = self.tree.add(table, Role::TBody);
        let first = self.pieces.len();
        for (at, row) in grid.rows.iter().enumerate() {
            self.row(grid, row, &columns, body, head)?;
            if let (Some(chart), Some(figure)) = (&grid.chart, figure) {
                self.strip(chart, at, columns[chart.column].0, figure)?;
            }
        }
        if let (Some(_), Some(last)) = (&grid.chart, self.pieces.last_mut()) {
            last.paint
                .push((Owner::Decoration, hairline(0.0, self.width, last.height)));
        }
        // The head and the first row stand together; the first row needs no repeated head.
        if let Some(piece) = self.pieces.get_mut(first) {
            piece.head = None;
        }
        Ok(())
    }

    fn table_head(
        &mut self,
        grid: &Grid,
        columns: &[(f32, f32)],
        table: NodeId,
        figure: Option<NodeId>,
    ) -> Result<usize, ReportError> {
        let head = self.tree.add(table, Role::THead);
        let row = self.tree.add(head, Role::Tr);
        let (look, tone) = setting(Look::Small);
        let mut cells = Vec::new();
        for (column, (_, width)) in grid.columns.iter().zip(columns) {
            let span = Span::new(Face::SansBold, column.head.as_str());
            cells.push(lines(&[span], look, Some(*width))?);
        }
        let most = cells.iter().map(Vec::len).max().unwrap_or(0);
        let height = most as f32 * look.leading + 2.0 * PAD;
        let mut paint = Vec::new();
        if let (Some(chart), Some(figure)) = (&grid.chart, figure) {
            let (left, down) = (columns[chart.column].0, height - chart.head.height);
            paint.extend(strip(&chart.head, figure, left, down)?);
        }
        for (at, ((column, (left, width)), cell)) in grid.columns.iter().zip(columns).zip(&cells).enumerate()
        {
            if grid.is_chart(at) {
                continue;
            }
            let node = self.tree.add(row, Role::ThColumn);
            let drop = (most - cell.len()) as f32 * look.leading;
            for (at, line) in cell.iter().enumerate() {
                let x = aligned(column.align, *left, *width, line);
                let y = PAD + drop + at as f32 * look.leading + rise(look);
                push_line(&mut paint, Owner::Node(node), line, x, y, look.size, tone);
            }
        }
        paint.push((
            Owner::Decoration,
            Paint::Line {
                from: (0.0, height),
                to: (self.width, height),
                ink: Tone::Outline,
                weight: 0.8,
                dashed: false,
            },
        ));
        self.heads.push(Head {
            height,
            paint: paint.iter().map(|(_, paint)| paint.clone()).collect(),
        });
        self.pieces.push(Piece {
            before: 8.0,
            height,
            paint,
            glued: true,
            figure,
            ..Piece::default()
        });
        Ok(self.heads.len() - 1)
    }

    /// Puts the chart's strip into the row that was just added.
    fn strip(&mut self, chart: &Chart, at: usize, left: f32, figure: NodeId) -> Result<(), ReportError> {
        let (Some(scene), Some(piece)) = (chart.strips.get(at), self.pieces.last_mut()) else {
            return Ok(());
        };
        let mut stretched = scene.clone();
        let extra = piece.height - scene.height;
        for mark in &mut stretched.marks {
            // Lines of the scale reach over the whole row, however high its words make it.
            if let Mark::Line { y1, y2, .. } = mark
                && *y1 == 0.0
                && *y2 == scene.height
            {
                (*y1, *y2) = (-extra / 2.0, scene.height + extra / 2.0);
            }
        }
        piece
            .paint
            .splice(0..0, strip(&stretched, figure, left, extra / 2.0)?);
        piece.figure = Some(figure);
        Ok(())
    }

    fn row(
        &mut self,
        grid: &Grid,
        row: &[Cell],
        columns: &[(f32, f32)],
        body: NodeId,
        head: usize,
    ) -> Result<(), ReportError> {
        let pad = if grid.tight { TIGHT } else { PAD };
        let node = self.tree.add(body, Role::Tr);
        let mut cells: Vec<(NodeId, Vec<Set>)> = Vec::new();
        let empty = Cell::default();
        let filled = row.iter().chain(std::iter::repeat(&empty));
        for (at, (cell, (_, width))) in filled.zip(columns).enumerate() {
            let role = if at == grid.row_head {
                Role::ThRow
            } else {
                Role::Td
            };
            // The chart's column has no cells: its figure stands before the table.
            let owner = if grid.is_chart(at) {
                node
            } else {
                self.tree.add(node, role)
            };
            cells.push((owner, set(&cell.parts, *width)?));
        }
        // Nothing of a row is lost: what has no column of its own stands below the last.
        if let (Some((_, last)), Some((_, width))) = (cells.last_mut(), columns.last()) {
            for surplus in row.iter().skip(columns.len()) {
                last.extend(set(&surplus.parts, *width)?);
            }
        }
        let tallest = cells.iter().map(|(_, cell)| tall(cell)).fold(0.0, f32::max);
        let height = (tallest + 2.0 * pad).max(grid.row_height);
        if height <= TALL {
            let mut paint = Vec::new();
            for (at, (node, cell)) in cells.iter().enumerate() {
                let (left, width) = columns[at];
                let ringed = row.get(at).is_some_and(|cell| cell.ringed);
                let free = if ringed || grid.row_height > 0.0 {
                    height - tall(cell)
                } else {
                    2.0 * pad
                };
                let mut y = free / 2.0;
                for part in cell {
                    let x = aligned(grid.columns[at].align, left, width, &part.line);
                    let base = y + rise(part.look);
                    push_line(
                        &mut paint,
                        Owner::Node(*node),
                        &part.line,
                        x,
                        base,
                        part.look.size,
                        part.tone,
                    );
                    y += part.look.leading;
                }
                if ringed {
                    let middle = (left + width / 2.0, height / 2.0);
                    paint.push((Owner::Decoration, ring(middle)));
                }
            }
            if grid.chart.is_none() {
                paint.push((Owner::Decoration, hairline(0.0, self.width, height)));
            }
            self.pieces.push(Piece {
                height,
                paint,
                head: Some(head),
                ..Piece::default()
            });
            return Ok(());
        }
        self.tall_row(grid, &cells, columns, head);
        Ok(())
    }

    /// A row that may be longer than a page: one piece per line of its longest cell.
    fn tall_row(&mut self, grid: &Grid, cells: &[(NodeId, Vec<Set>)], columns: &[(f32, f32)], head: usize) {
        let most = cells.iter().map(|(_, cell)| cell.len()).max().unwrap_or(0);
        for at in 0..most {
            let mut paint = Vec::new();
            let mut height = 0.0_f32;
            for (column, (node, cell)) in cells.iter().enumerate() {
                let Some(part) = cell.get(at) else { continue };
                let (left, width) = columns[column];
                let x = aligned(grid.columns[column].align, left, width, &part.line);
                let base = rise(part.look);
                push_line(
                    &mut paint,
                    Owner::Node(*node),
                    &part.line,
                    x,
                    base,
                    part.look.size,
                    part.tone,
                );
                height = height.max(part.look.leading);
            }
            let last = at + 1 == most;
            if last {
                height += PAD;
                paint.push((Owner::Decoration, hairline(0.0, self.width, height)));
            }
            self.pieces.push(Piece {
                before: if at == 0 { PAD } else { 0.0 },
                height,
                paint,
                glued: at == 0 || at + 2 == most,
                head: Some(head),
                ..Piece::default()
            });
        }
    }
}

/// A strip's paint, moved into its column.
fn strip(scene: &Scene, figure: NodeId, left: f32, down: f32) -> Result<Vec<(Owner, Paint)>, ReportError> {
    let mut paint = Vec::new();
    for mark in &scene.marks {
        draw(&mut paint, Owner::Node(figure), mark)?;
    }
    Ok(paint
        .into_iter()
        .map(|(owner, paint)| (owner, paint.moved(left, down)))
        .collect())
}

impl Grid {
    fn is_chart(&self, column: usize) -> bool {
        self.chart.as_ref().is_some_and(|chart| chart.column == column)
    }
}

fn ring((x, y): (f32, f32)) -> Paint {
    Paint::Shape {
        outline: Outline::Circle(x, y, RING),
        fill: None,
        stroke: Some((Tone::Outline, 0.9, false)),
    }
}

fn tall(cell: &[Set]) -> f32 {
    cell.iter().map(|part| part.look.leading).sum()
}

fn set(parts: &[Prose], width: f32) -> Result<Vec<Set>, ReportError> {
    let mut out = Vec::new();
    for part in parts {
        let (look, tone) = setting(part.look);
        let set = lines(&part.spans, look, Some(width))?;
        out.extend(set.into_iter().map(|line| Set { line, look, tone }));
    }
    Ok(out)
}

fn aligned(align: Align, left: f32, width: f32, line: &Line) -> f32 {
    match align {
        Align::Left => line.left(left, left + width),
        Align::Right => left + width - line.width,
        Align::Middle => left + (width - line.width) / 2.0,
    }
}

/// Left edge and width of every column, without the gaps between them.
fn columns(grid: &Grid, width: f32) -> Vec<(f32, f32)> {
    let gaps = GAP * (grid.columns.len().max(1) - 1) as f32;
    let (mut fixed, mut shares) = (0.0, 0.0);
    for column in &grid.columns {
        match column.width {
            Width::Points(points) => fixed += points,
            Width::Share(share) => shares += share,
        }
    }
    let free = (width - gaps - fixed).max(0.0);
    let mut left = 0.0;
    let mut out = Vec::new();
    for column in &grid.columns {
        let wide = match column.width {
            Width::Points(points) => points,
            Width::Share(share) => free * share / f32::max(shares, 0.001),
        };
        out.push((left, wide));
        left += wide + GAP;
    }
    out
}

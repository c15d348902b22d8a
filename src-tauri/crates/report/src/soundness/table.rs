//! Tables: heads that say what they are the head of, rows that are equally long.

use lopdf::{Dictionary, Object};

use super::tree::{attribute, kids};
use super::{Fault, File};

/// A span wider than any table of ours.
const WIDEST: usize = 1_000;

/// Checks one table.
pub(super) fn check(file: &File, table: &Dictionary, number: usize, faults: &mut Vec<Fault>) {
    let mut rows = Vec::new();
    for part in elements(file, table) {
        match file.name(part, b"S").as_deref() {
            Some("TR") => rows.push(part),
            Some("THead" | "TBody" | "TFoot") => rows.extend(elements(file, part)),
            _ => {}
        }
    }
    let mut scopeless = false;
    // For each column the rows that a cell above still reaches into.
    let mut reach: Vec<usize> = Vec::new();
    let mut wanted = None;
    for (at, row) in rows.into_iter().enumerate() {
        let mut cells = reach.iter().filter(|rows| **rows > 0).count();
        for rows in &mut reach {
            *rows = rows.saturating_sub(1);
        }
        for cell in elements(file, row) {
            let wide = span(file, cell, b"ColSpan");
            let high = span(file, cell, b"RowSpan");
            cells += wide;
            if high > 1 {
                reach.extend(std::iter::repeat_n(high - 1, wide));
            }
            let is_head = file.name(cell, b"S").as_deref() == Some("TH");
            scopeless |= is_head && attribute(file, cell, b"Scope").is_none();
        }
        let wanted = *wanted.get_or_insert(cells);
        if cells != wanted {
            faults.push(Fault::RaggedTable {
                table: number,
                row: at + 1,
                cells,
                wanted,
            });
        }
    }
    if scopeless {
        faults.push(Fault::HeadWithoutScope { table: number });
    }
}

fn elements<'a>(file: &'a File, element: &'a Dictionary) -> Vec<&'a Dictionary> {
    kids(file, element)
        .into_iter()
        .filter_map(|kid| file.at(kid)?.as_dict().ok())
        .filter(|kid| kid.has(b"S"))
        .collect()
}

fn span(file: &File, cell: &Dictionary, key: &[u8]) -> usize {
    let span = attribute(file, cell, key).and_then(|span| Object::as_i64(span).ok());
    span.and_then(|span| usize::try_from(span).ok())
        .unwrap_or(1)
        .clamp(1, WIDEST)
}

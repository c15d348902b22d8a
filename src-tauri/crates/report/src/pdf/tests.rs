use std::time::{Duration, Instant};

use super::write;
use crate::documents::Paper;
use crate::layout::lay;
use crate::model::{Block, Cell, Column, Grid, Look, Prose, Report, Width};
use crate::page::Laid;
use crate::soundness::check;
use crate::words::Words;

fn laid(blocks: Vec<Block>) -> Laid {
    let report = Report {
        title: "Test".into(),
        language: "en-US",
        paper: Paper::A4,
        landscape: true,
        date: None,
        head: None,
        foot: (String::new(), String::new()),
        blocks,
    };
    lay(&report, &Words::english()).unwrap()
}

/// So many headings, each with a line and a row.
fn parts(count: usize) -> Vec<Block> {
    let part = |at: usize| {
        let row = vec![Cell::text(at.to_string()), Cell::text("words")];
        [
            Block::Heading(1 + (at % 3) as u8, format!("Part {at}")),
            Block::Text(Prose::plain(Look::Body, "A line.")),
            Block::Table(Grid {
                columns: vec![
                    Column::words("Number", Width::Points(60.0)),
                    Column::words("Words", Width::Share(1.0)),
                ],
                rows: vec![row],
                row_head: 0,
                row_height: 0.0,
                tight: true,
                chart: None,
            }),
        ]
    };
    (0..count).flat_map(part).collect()
}

#[test]
fn two_thousand_headings_are_sound_and_cost_in_proportion() {
    let cost = |count: usize| -> Duration {
        let tries = (0..3).map(|_| {
            let start = Instant::now();
            std::hint::black_box(write(&laid(parts(count))).unwrap());
            start.elapsed()
        });
        tries.min().unwrap_or_default()
    };
    assert_eq!(check(&write(&laid(parts(2_000))).unwrap()), []);
    let (few, many) = (cost(500), cost(2_000));
    // Four times the content: what grew with the square would cost sixteen times as much.
    assert!(many < few * 8, "{few:?} for 500, {many:?} for 2000");
}

#[test]
fn the_same_pages_saved_twice_are_the_same_bytes() {
    let laid = laid(parts(20));
    assert!(write(&laid).unwrap() == write(&laid).unwrap());
}

#[test]
fn a_row_of_another_length_is_made_fit_and_a_document_without_headings_is_written() {
    let mut blocks = parts(1);
    if let Some(Block::Table(grid)) = blocks.last_mut() {
        grid.rows.push(vec![Cell::text("alone")]);
        grid.rows.push(["one", "two", "three"].map(Cell::text).to_vec());
    }
    assert_eq!(check(&write(&laid(blocks)).unwrap()), []);
    assert!(write(&laid(Vec::new())).unwrap().starts_with(b"%PDF-1.7"));
}

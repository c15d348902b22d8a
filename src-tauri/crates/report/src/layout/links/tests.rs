use super::*;
use crate::figures::Scene;
use crate::fonts::Face;
use crate::layout::lay;
use crate::layout::tests::report;
use crate::model::{Block, Cell, Column, Grid, Key, Look, Prose, Width};
use crate::text::Span;

fn linked(text: &str, key: &str) -> Span {
    Span::new(Face::Sans, text).to(Target::Fact(key.into()))
}

fn words(spans: Vec<Span>) -> Block {
    Block::Text(Prose {
        spans,
        look: Look::Body,
    })
}

/// An appendix that defines the facts with these keys.
fn appendix(keys: &[&str]) -> Block {
    let row = |key: &&str| {
        let name = Span::new(Face::Sans, format!("what {key} is")).defining(*key);
        vec![Cell {
            parts: vec![Prose {
                spans: vec![name],
                look: Look::Label,
            }],
            ..Cell::default()
        }]
    };
    Block::Table(Grid {
        columns: vec![Column::words("Fact", Width::Share(1.0))],
        rows: keys.iter().map(row).collect(),
        row_head: 0,
        row_height: 0.0,
        tight: true,
        chart: None,
    })
}

fn laid(blocks: Vec<Block>) -> Laid {
    lay(&report(blocks), &Words::english()).unwrap()
}

#[test]
fn a_number_leads_to_the_page_that_defines_it() {
    let laid = laid(vec![
        words(vec![
            Span::new(Face::Sans, "In all "),
            linked("36", "enrolled"),
            Span::new(Face::Sans, " people began."),
        ]),
        Block::PageBreak,
        appendix(&["other", "enrolled"]),
    ]);
    let [link] = &laid.links[..] else {
        panic!("{:?}", laid.links)
    };
    let Goal::Place { page, y, .. } = link.goal else {
        panic!("{link:?}")
    };
    assert_eq!((link.page, page), (0, 1));
    assert!(y > 58.0, "the second row: {y}");
    assert_eq!(link.contents, "Where this comes from: 36");
    let node = &laid.tree.nodes[link.node];
    assert_eq!(node.role, Role::Link);
    assert_eq!(laid.tree.nodes[node.parent.unwrap()].role, Role::P);
    let shown: String = laid.pages[0]
        .paint
        .iter()
        .filter_map(|(owner, paint)| match paint {
            Paint::Text { run, .. } if *owner == Owner::Node(link.node) => Some(run.text()),
            _ => None,
        })
        .collect();
    assert_eq!(shown, "36");
}

#[test]
fn a_fact_without_a_definition_is_a_spot_and_no_link() {
    let laid = laid(vec![
        words(vec![linked("36", "enrolled")]),
        Block::Keys(vec![Key {
            value: "12".into(),
            label: "sessions".into(),
            fact: Some("held".into()),
        }]),
    ]);
    assert!(laid.links.is_empty());
    let keys: Vec<&str> = laid.spots.iter().map(|spot| spot.key.as_str()).collect();
    assert_eq!(keys, ["enrolled", "held"]);
    for spot in &laid.spots {
        let [left, top, right, bottom] = spot.frame;
        assert!(right > left + 5.0 && bottom > top + 5.0, "{spot:?}");
    }
}

#[test]
fn a_link_over_two_lines_is_one_element_with_two_places() {
    let long = "https://example.org/".to_owned() + &"path/".repeat(30);
    let span = Span::new(Face::Sans, &long).to(Target::Address(long.clone()));
    let laid = laid(vec![words(vec![Span::new(Face::Sans, "See "), span])]);
    assert!(laid.links.len() >= 2, "{:?}", laid.links);
    assert!(laid.links.iter().all(|link| link.node == laid.links[0].node));
    assert_eq!(laid.links[0].contents, format!("Opens {long}"));
}

#[test]
fn the_same_number_twice_in_a_line_is_two_links() {
    let laid = laid(vec![
        words(vec![
            linked("36", "enrolled"),
            Span::new(Face::Sans, " of "),
            linked("36", "enrolled"),
        ]),
        appendix(&["enrolled"]),
    ]);
    assert_eq!(laid.links.len(), 2);
    assert_ne!(laid.links[0].node, laid.links[1].node);
    assert!(laid.links[0].frame[2] < laid.links[1].frame[0]);
}

#[test]
fn a_figure_leads_to_its_definition_from_within_a_paragraph() {
    let scene = Scene {
        width: 200.0,
        height: 50.0,
        marks: Vec::new(),
    };
    let laid = laid(vec![
        Block::Figure {
            scene,
            alt: "Two of three rose".into(),
            fact: Some("change".into()),
        },
        appendix(&["change"]),
    ]);
    let [link] = &laid.links[..] else {
        panic!("{:?}", laid.links)
    };
    let node = &laid.tree.nodes[link.node];
    assert_eq!(laid.tree.nodes[node.kids[0]].role, Role::Figure);
    assert_eq!(laid.tree.nodes[node.parent.unwrap()].role, Role::P);
    assert_eq!(laid.tree.nodes[0].kids.first().copied(), node.parent);
    assert_eq!(laid.spots.len(), 1);
}

#[test]
fn pages_that_are_put_behind_others_keep_their_links() {
    let mut pile = laid(vec![Block::Heading(1, "First".into())]);
    pile.append(laid(vec![words(vec![linked("1", "a")]), appendix(&["a"])]));
    let [link] = &pile.links[..] else {
        panic!("{:?}", pile.links)
    };
    assert_eq!(link.page, 1);
    assert!(matches!(link.goal, Goal::Place { page: 1, .. }));
    assert_eq!(pile.tree.nodes[link.node].role, Role::Link);
    assert_eq!(pile.spots[0].page, 1);
}

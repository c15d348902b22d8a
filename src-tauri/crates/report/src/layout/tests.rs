use super::*;
use crate::model::{Align, Block, Cell, Column, Entry, Grid, Key, Prose, Width};
use crate::page::{Outline, Role};
use crate::text::Fall;
use proptest::prelude::*;

pub(super) fn report(blocks: Vec<Block>) -> Report {
    Report {
        title: "Test".into(),
        language: "en-US",
        paper: Paper::Letter,
        landscape: false,
        date: None,
        head: Some("Award 1".into()),
        foot: ("Cohort".into(), "Data".into()),
        blocks,
    }
}

fn laid(blocks: Vec<Block>) -> Laid {
    lay(&report(blocks), &Words::english()).unwrap()
}

/// Everything that is content, in order of painting.
fn content(laid: &Laid) -> String {
    let mut out = String::new();
    for (owner, paint) in laid.pages.iter().flat_map(|page| &page.paint) {
        if let (Owner::Node(_), Paint::Text { run, .. }) = (owner, paint) {
            out.extend(run.clusters.iter().map(|cluster| cluster.text.as_str()));
            out.push(' ');
        }
    }
    out
}

fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    words.sort();
    words
}

/// Left, right, top, bottom of the ink.
fn extent(paint: &Paint) -> (f32, f32, f32, f32) {
    match paint {
        Paint::Text { x, y, size, run, .. } => {
            let mut right = x + run.x;
            let mut pen = right;
            for cluster in &run.clusters {
                pen += cluster.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
                if !cluster.text.trim().is_empty() {
                    right = pen;
                }
            }
            (x + run.x, right, y - size * 0.8, y + size * 0.25)
        }
        Paint::Line { from, to, .. } => (
            from.0.min(to.0),
            from.0.max(to.0),
            from.1.min(to.1),
            from.1.max(to.1),
        ),
        Paint::Shape { outline, .. } => match outline {
            Outline::Circle(x, y, r) => (x - r, x + r, y - r, y + r),
            Outline::Box(x, y, w, h) => (*x, x + w, *y, y + h),
        },
    }
}

fn assert_inside(laid: &Laid) {
    let (width, height) = laid.size;
    for (at, page) in laid.pages.iter().enumerate() {
        for (owner, paint) in &page.paint {
            let (left, right, top, bottom) = extent(paint);
            assert!(
                left >= SIDE - 0.6 && right <= width - SIDE + 0.6,
                "page {at}, {owner:?}: {paint:?}"
            );
            if matches!(owner, Owner::Node(_) | Owner::Decoration) {
                assert!(
                    top >= TOP - 0.6 && bottom <= height - BOTTOM + 0.6,
                    "page {at}: {paint:?}"
                );
            }
        }
    }
}

fn grid(rows: Vec<Vec<String>>) -> Block {
    Block::Table(Grid {
        columns: vec![
            Column::words("One", Width::Points(80.0)),
            Column {
                head: "Two".into(),
                width: Width::Points(60.0),
                align: Align::Right,
            },
            Column::words("Three", Width::Share(1.0)),
        ],
        rows: rows
            .into_iter()
            .map(|row| row.into_iter().map(Cell::text).collect())
            .collect(),
        row_head: 0,
        row_height: 0.0,
        tight: false,
        chart: None,
    })
}

#[test]
fn a_heading_never_ends_a_page() {
    for lines in 30..50 {
        let mut blocks: Vec<Block> = (0..lines)
            .map(|_| Block::Text(Prose::plain(Look::Body, "A line.")))
            .collect();
        blocks.push(Block::Heading(2, "Last heading".into()));
        blocks.push(Block::Text(Prose::plain(Look::Body, "What it is about.")));
        let laid = laid(blocks);
        let heading = laid.bookmarks.last().unwrap().page;
        assert_eq!(heading, laid.pages.len() - 1, "{lines} lines");
    }
}

#[test]
fn a_repeated_head_is_no_content() {
    let rows = (0..90)
        .map(|at| vec![format!("r{at}"), at.to_string(), "words".into()])
        .collect();
    let laid = laid(vec![grid(rows)]);
    assert!(laid.pages.len() > 2);
    assert_eq!(content(&laid).matches("Three").count(), 1);
    for page in &laid.pages {
        let heads = page.paint.iter().filter(|(_, paint)| {
            matches!(paint, Paint::Text { run, .. } if run.clusters.first().is_some_and(|c| c.text == "T") && run.clusters.len() == 5)
        });
        assert_eq!(heads.count(), 1);
    }
}

#[test]
fn every_mark_belongs_to_a_leaf_of_the_tree() {
    let laid = laid(vec![
        Block::Kicker("Kind".into()),
        Block::Heading(1, "Title".into()),
        Block::Keys(vec![
            Key::from(("3".into(), "sessions".into())),
            Key::from(("4".into(), "lessons".into())),
        ]),
        Block::List(vec![Entry {
            parts: vec![
                Prose::plain(Look::Body, "First"),
                Prose::plain(Look::Small, "Second"),
            ],
        }]),
        Block::Quote("Words".into(), "Somebody".into()),
        grid(vec![vec!["a".into(), "1".into(), "b".into()]]),
    ]);
    for (owner, _) in laid.pages.iter().flat_map(|page| &page.paint) {
        if let Owner::Node(node) = owner {
            assert!(
                laid.tree.nodes[*node].kids.is_empty(),
                "{:?}",
                laid.tree.nodes[*node]
            );
        }
    }
    let has = |role| laid.tree.nodes.iter().any(|node| node.role == role);
    assert!(
        [
            Role::Heading(1),
            Role::L,
            Role::BlockQuote,
            Role::ThColumn,
            Role::ThRow,
            Role::Td
        ]
        .into_iter()
        .all(has)
    );
}

fn any_block() -> impl Strategy<Value = Block> {
    let text = prop_oneof![
        4 => "[a-zA-Zøéß,. \\-]{1,600}",
        1 => "[ابتثجحخدذرزسشصضطظعغفقكلمنهوي ]{1,400}",
        1 => "[א-ת ,.]{1,400}",
        1 => "([a-z]{1,8} [0-9]{1,4} [א-ת]{1,9} ){1,40}",
        1 => "[А-Яа-яα-ωạảấầẩ ]{1,400}",
    ]
    .boxed();
    let short = prop_oneof![
        4 => "[a-zA-Zøéß \\-]{1,60}",
        1 => "[ابتثجحخدذرزسشصضطظعغفقكلمنهوي ]{1,60}",
        1 => "[א-ת ]{1,60}",
    ]
    .boxed();
    prop_oneof![
        4 => text.clone().prop_map(|text| Block::Text(Prose::plain(Look::Body, text))),
        2 => text.clone().prop_map(|text| Block::Text(Prose::plain(Look::Small, text))),
        2 => (1u8..=3, short.clone()).prop_map(|(level, text)| Block::Heading(level, text)),
        1 => short.clone().prop_map(Block::Kicker),
        1 => (text.clone(), short.clone()).prop_map(|(text, who)| Block::Quote(text, who)),
        1 => (short.clone(), short.clone()).prop_map(|(caption, name)| Block::Captioned(
            caption,
            Box::new(grid(vec![vec![name, "1".into(), "words".into()]]))
        )),
        1 => short.clone().prop_map(Block::Lead),
        1 => prop::collection::vec((short.clone(), short.clone()), 1..4).prop_map(Block::Signatures),
        1 => prop::collection::vec((short.clone(), short.clone()).prop_map(Key::from), 1..5)
            .prop_map(Block::Keys),
        1 => prop::collection::vec(text.clone(), 1..6).prop_map(|items| Block::List(
            items
                .into_iter()
                .map(|text| Entry {
                    parts: vec![Prose::plain(Look::Body, text)]
                })
                .collect()
        )),
        1 => short.clone().prop_map(Block::Display),
        1 => text.clone().prop_map(Block::Lead),
        1 => prop::collection::vec((short.clone(), short.clone()), 0..4).prop_map(Block::Signatures),
        2 => rows(short.clone(), text, 0..12),
        1 => rows(short.clone(), short, 1..500),
    ]
}

fn rows(
    name: BoxedStrategy<String>,
    text: BoxedStrategy<String>,
    count: std::ops::Range<usize>,
) -> impl Strategy<Value = Block> {
    prop::collection::vec((name, "[0-9]{1,4}", text), count)
        .prop_map(|rows| grid(rows.into_iter().map(|(a, b, c)| vec![a, b, c]).collect()))
}

/// A sheet of any size and direction.
fn any_report() -> impl Strategy<Value = Report> {
    let blocks = prop::collection::vec(any_block(), 1..14);
    (blocks, any::<bool>(), any::<bool>()).prop_map(|(blocks, a4, landscape)| Report {
        paper: if a4 { Paper::A4 } else { Paper::Letter },
        landscape,
        ..report(blocks)
    })
}

/// No two stretches of text lie over each other.
fn assert_apart(laid: &Laid) {
    for (at, page) in laid.pages.iter().enumerate() {
        // Left, right, the height of small letters over the baseline, the baseline.
        let mut boxes: Vec<(f32, f32, f32, f32)> = page
            .paint
            .iter()
            .filter_map(|(_, paint)| match paint {
                Paint::Text { y, size, run, .. } if !run.text().trim().is_empty() => {
                    let (left, right, ..) = extent(paint);
                    Some((left, right, y - size * 0.5, *y))
                }
                _ => None,
            })
            .collect();
        boxes.sort_by(|a, b| a.2.total_cmp(&b.2));
        for (number, one) in boxes.iter().enumerate() {
            for other in boxes[number + 1..].iter().take_while(|other| other.2 < one.3) {
                let over = one.1.min(other.1) - one.0.max(other.0);
                assert!(over < 0.6, "page {at}: {one:?} and {other:?}");
            }
        }
    }
}

/// A paragraph leaves no single line behind and takes none over; a heading has something below it.
fn assert_no_stray_lines(laid: &Laid) {
    let mut lines: std::collections::BTreeMap<usize, Vec<(usize, i64)>> = std::collections::BTreeMap::new();
    for (at, page) in laid.pages.iter().enumerate() {
        for (owner, paint) in &page.paint {
            if let (Owner::Node(node), Paint::Text { y, .. }) = (owner, paint) {
                let line = (at, (*y * 100.0) as i64);
                let lines = lines.entry(*node).or_default();
                if lines.last() != Some(&line) {
                    lines.push(line);
                }
            }
        }
    }
    for (node, lines) in &lines {
        let node = &laid.tree.nodes[*node];
        let (first, last) = (lines[0].0, lines[lines.len() - 1].0);
        let on = |page: usize| lines.iter().filter(|line| line.0 == page).count();
        match node.role {
            Role::P if first != last => {
                assert!(on(first) > 1 && on(last) > 1, "{lines:?}");
            }
            Role::Heading(_) => {
                assert_eq!(first, last);
                let below = laid.pages[first].paint.iter().any(|(owner, paint)| {
                    matches!((owner, paint), (Owner::Node(_), Paint::Text { y, .. }) if (*y * 100.0) as i64 > lines[lines.len() - 1].1)
                });
                assert!(below || first + 1 == laid.pages.len(), "{lines:?}");
            }
            _ => {}
        }
    }
}

/// The words that a block should show.
fn said(block: &Block) -> String {
    let prose = |prose: &Prose| {
        prose
            .spans
            .iter()
            .map(|span| format!("{} ", span.text))
            .collect::<String>()
    };
    match block {
        Block::Kicker(text) => text.to_uppercase(),
        Block::Heading(_, text) => text.clone(),
        Block::Text(text) => prose(text),
        Block::Keys(keys) => keys
            .iter()
            .map(|key| format!("{} {} ", key.value, key.label))
            .collect(),
        Block::Quote(text, who) => format!("{text} {who}"),
        Block::List(entries) => entries
            .iter()
            .map(|entry| format!("• {}", entry.parts.iter().map(prose).collect::<String>()))
            .collect(),
        Block::Table(grid) => {
            let heads: String = grid
                .columns
                .iter()
                .map(|column| format!("{} ", column.head))
                .collect();
            let cells = grid.rows.iter().flatten().flat_map(|cell| &cell.parts).map(prose);
            heads + &cells.collect::<String>()
        }
        Block::Captioned(caption, of) => format!("{caption} {}", said(of)),
        Block::Display(text) | Block::Lead(text) => text.clone(),
        Block::Signatures(fields) => fields
            .iter()
            .map(|(on, under)| format!("{on} {under} "))
            .collect(),
        Block::Figure { .. } | Block::PageBreak => String::new(),
    }
}

/// Letters only: a word that is wider than its column is divided between lines.
fn letters(text: &str) -> Vec<char> {
    use unicode_normalization::UnicodeNormalization;
    let mut letters: Vec<char> = text.nfc().filter(|c| !c.is_whitespace()).collect();
    letters.sort_unstable();
    letters
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn layout_loses_no_letter_keeps_the_margins_and_lays_nothing_over_anything(report in any_report()) {
        let said: String = report.blocks.iter().map(|block| said(block) + " ").collect();
        let laid = lay(&report, &Words::english()).unwrap();
        prop_assert_eq!(letters(&content(&laid)), letters(&said));
        assert_inside(&laid);
        assert_apart(&laid);
        assert_no_stray_lines(&laid);
    }

    #[test]
    fn words_that_fit_stay_whole(text in "([a-z]{1,12} ){1,200}") {
        let laid = laid(vec![Block::Text(Prose::plain(Look::Body, &text))]);
        prop_assert_eq!(words(&content(&laid)), words(&text));
    }
}

#[test]
fn the_looks_of_names_fall_as_a_whole() {
    assert_eq!(setting(Look::Label).0.fall, Fall::Whole);
    assert_eq!(setting(Look::Body).0.fall, Fall::Words);
}

#[test]
fn a_long_running_foot_leaves_room_for_its_neighbours() {
    let mut long = report(vec![Block::Heading(1, "Title".into())]);
    long.foot.0 = "The long name of a cohort that somebody typed on a quiet afternoon ".repeat(4);
    let laid = lay(&long, &Words::english()).unwrap();
    assert_inside(&laid);
    let foot = laid.pages[0].paint.iter().filter(|(owner, paint)| {
        *owner == Owner::Footer && matches!(paint, Paint::Text { x, .. } if *x == SIDE)
    });
    for (_, paint) in foot {
        assert!(extent(paint).1 <= SIDE + 170.0 + 0.6, "{paint:?}");
    }
}

mod groups;

use super::*;
use crate::fonts::Face;
use crate::text::measure;
use crate::words::{Date, Words};
use proptest::prelude::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn row(name: &str, before: Rating, after: Rating) -> Competency {
    Competency {
        name: name.into(),
        before,
        after,
    }
}

fn ratings(rows: Vec<Competency>, both: bool) -> Dumbbell {
    Dumbbell {
        before: Moment {
            label: "baseline".into(),
            date: Some(day("2026-10-05")),
        },
        after: both.then(|| Moment {
            label: "end".into(),
            date: Some(day("2027-05-14")),
        }),
        scale: (1, 5),
        instrument: "Competency self-assessment, version 2".into(),
        rows,
    }
}

#[test]
fn the_title_says_what_was_found() {
    let words = Words::english();
    let title = |rows, both| dumbbell(&ratings(rows, both), 460.0, &words).unwrap().title;
    let v = Rating::Value;
    let up = || row("A", v(1), v(3));
    let same = || row("B", v(2), v(2));
    let down = || row("C", v(4), v(3));
    assert_eq!(
        title(vec![up(), same()], true),
        "Up on 1 of 2 competencies, down on none"
    );
    assert_eq!(
        title(vec![up(), down(), same()], true),
        "Up on 1 of 3 competencies, down on 1"
    );
    assert_eq!(
        title(vec![down(), same()], true),
        "Down on 1 of 2 competencies, up on none"
    );
    assert_eq!(
        title(vec![same(), same()], true),
        "No change on any of 2 competencies"
    );
    assert_eq!(
        title(vec![same()], true),
        "No change on the one competency rated twice"
    );
    assert_eq!(
        title(vec![row("A", v(1), Rating::NoSheet)], true),
        "No competency was rated at both baseline and end"
    );
    assert_eq!(
        title(
            vec![
                row("A", v(1), Rating::NoSheet),
                row("B", Rating::Blank, Rating::NoSheet)
            ],
            false
        ),
        "1 of 2 competencies rated at baseline"
    );
}

#[test]
fn blank_and_declined_are_said_in_words_and_never_counted() {
    let words = Words::english();
    let data = ratings(
        vec![
            row("Influence", Rating::Value(2), Rating::Value(4)),
            row("Collaboration", Rating::Value(3), Rating::Declined),
            row("Innovation", Rating::Blank, Rating::Value(4)),
        ],
        true,
    );
    let figure = dumbbell(&data, 460.0, &words).unwrap();
    assert_eq!(figure.title, "Up on 1 of 1 competency, down on none");
    assert!(
        figure.note.contains("2 competencies were not rated both times"),
        "{}",
        figure.note
    );
    assert!(
        figure.alt.contains("Collaboration: 3, then declined."),
        "{}",
        figure.alt
    );
    assert_eq!(figure.table.rows[1], ["Collaboration", "3", "declined", "–"]);
    assert_eq!(figure.table.rows[2], ["Innovation", "left blank", "4", "–"]);
}

#[test]
fn no_change_is_a_ring_round_a_dot() {
    let words = Words::english();
    let data = ratings(vec![row("Influence", Rating::Value(2), Rating::Value(2))], true);
    let figure = dumbbell(&data, 460.0, &words).unwrap();
    let circles: Vec<(f32, Ink)> = figure
        .scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Circle { x, ink, .. } => Some((*x, *ink)),
            _ => None,
        })
        .collect();
    assert_eq!(circles.len(), 2);
    assert_eq!(circles[0].0, circles[1].0);
    assert_eq!([circles[0].1, circles[1].1], [Ink::Before, Ink::After]);
}

#[test]
fn a_timeline_tells_late_from_overdue() {
    let words = Words::english();
    let data = Timeline {
        milestones: vec![
            Milestone {
                title: "Charter".into(),
                planned: day("2026-10-02"),
                done: Some(day("2026-10-02")),
            },
            Milestone {
                title: "Pilot".into(),
                planned: day("2027-02-05"),
                done: Some(day("2027-02-12")),
            },
            Milestone {
                title: "Board".into(),
                planned: day("2027-04-09"),
                done: None,
            },
            Milestone {
                title: "County-wide".into(),
                planned: day("2027-06-30"),
                done: None,
            },
        ],
        updates: vec![UpdateMark {
            date: day("2027-05-28"),
        }],
        as_of: day("2027-06-18"),
    };
    let figure = timeline(&data, 460.0, &words).unwrap();
    assert_eq!(figure.title, "2 of 4 milestones reached, 1 overdue");
    let states: Vec<&str> = figure.table.rows.iter().map(|row| row[3].as_str()).collect();
    assert_eq!(states, ["done", "done, 7 days late", "overdue", "planned"]);
    assert!(figure.alt.ends_with("1 update."), "{}", figure.alt);
}

#[test]
fn nothing_yet_is_said() {
    let words = Words::english();
    let empty = Timeline {
        milestones: vec![],
        updates: vec![],
        as_of: day("2027-06-18"),
    };
    assert_eq!(
        timeline(&empty, 460.0, &words).unwrap().title,
        "No milestones yet"
    );
    assert_eq!(
        attendance_strip(&[], 460.0, &words).unwrap().title,
        "No session held yet"
    );
}

#[test]
fn the_mix_lists_codes_and_totals() {
    let mix = Mix {
        sectors: vec!["Public".into(), "Archive".into()],
        levels: vec!["Entry".into(), "Executive".into()],
        people: vec![(0, 0, "N01".into()), (0, 0, "N03".into()), (1, 1, "N02".into())],
    };
    let table = mix_table(&mix, &Words::english()).unwrap();
    assert_eq!(table.rows[0], ["Public", "N01 N03", "", "2"]);
    assert_eq!(table.rows[2], ["Total", "2", "1", "3"]);
}

/// Left, right, top and bottom of every mark.
fn extent(mark: &Mark) -> (f32, f32, f32, f32) {
    match mark {
        Mark::Line { x1, y1, x2, y2, .. } => (x1.min(*x2), x1.max(*x2), y1.min(*y2), y1.max(*y2)),
        Mark::Circle { x, y, r, weight, .. } => {
            let r = r + weight / 2.0;
            (x - r, x + r, y - r, y + r)
        }
        Mark::Box {
            x, y, width, height, ..
        } => (*x, x + width, *y, y + height),
        Mark::Label {
            x,
            y,
            text,
            anchor,
            size,
            bold,
            ..
        } => {
            let face = if *bold { Face::SansBold } else { Face::Sans };
            let wide = measure(face, text, *size).unwrap();
            let left = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - wide / 2.0,
                Anchor::End => x - wide,
            };
            (left, left + wide, y - size * 0.75, y + size * 0.25)
        }
    }
}

fn assert_inside(scene: &Scene) {
    for mark in &scene.marks {
        let (left, right, top, bottom) = extent(mark);
        assert!(
            left >= -0.6 && right <= scene.width + 0.6,
            "outside {}: {mark:?}",
            scene.width
        );
        assert!(
            top >= -0.6 && bottom <= scene.height + 0.6,
            "outside {}: {mark:?}",
            scene.height
        );
    }
}

fn any_rating() -> impl Strategy<Value = Rating> {
    prop_oneof![
        4 => (1u8..=5).prop_map(Rating::Value),
        1 => Just(Rating::Blank),
        1 => Just(Rating::Declined),
        1 => Just(Rating::NoSheet),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_mark_of_a_dumbbell_lies_on_its_sheet(
        rows in prop::collection::vec(("[A-Za-z ]{1,70}", any_rating(), any_rating()), 0..20),
        both: bool, width in 300.0f32..700.0
    ) {
        let rows = rows.into_iter().map(|(name, before, after)| row(&name, before, after)).collect();
        let figure = dumbbell(&ratings(rows, both), width, &Words::english()).unwrap();
        assert_inside(&figure.scene);
    }

    #[test]
    fn every_mark_of_a_timeline_lies_on_its_sheet(
        milestones in prop::collection::vec(("[A-Za-z ]{1,50}", 0i64..500, prop::option::of(0i64..500)), 0..14),
        updates in prop::collection::vec(0i64..500, 0..20), as_of in 0i64..500
    ) {
        let start = day("2026-09-01");
        let on = |days: i64| start + chrono::Duration::days(days);
        let data = Timeline {
            milestones: milestones.into_iter().map(|(title, planned, done)| Milestone {
                title, planned: on(planned), done: done.map(on),
            }).collect(),
            updates: updates.into_iter().map(|days| UpdateMark { date: on(days) }).collect(),
            as_of: on(as_of),
        };
        let figure = timeline(&data, 460.0, &Words::english()).unwrap();
        assert_inside(&figure.scene);
        prop_assert_eq!(figure.table.rows.len(), data.milestones.len());
    }
}

//! Figures of whole groups: what they say agrees with what they were given, and nothing lies on anything else.

use super::*;

fn moments() -> (Moment, Moment) {
    let moment = |label: &str, date: &str| Moment {
        label: label.into(),
        date: Some(day(date)),
    };
    (moment("baseline", "2026-10-05"), moment("end", "2027-05-14"))
}

fn answers(counts: &[u32], silent: u32) -> Responses {
    Responses {
        counts: counts.iter().copied().map(Some).collect(),
        silent: Some(silent),
    }
}

fn agreement() -> Vec<String> {
    [
        "Strongly disagree",
        "Disagree",
        "Neither",
        "Agree",
        "Strongly agree",
    ]
    .map(str::to_owned)
    .to_vec()
}

fn statements(rows: Vec<(Responses, Option<Responses>)>) -> Likert {
    let (before, after) = moments();
    Likert {
        before,
        after: rows.iter().any(|(_, after)| after.is_some()).then_some(after),
        options: agreement(),
        instrument: "IMLS training, version 1".into(),
        fewest: 10,
        rows: rows
            .into_iter()
            .map(|(before, after)| Statement {
                text: "I am confident I can apply what I learned.".into(),
                before: Some(before),
                after,
            })
            .collect(),
    }
}

#[test]
fn answers_are_told_as_shares_from_ten_on_and_as_counts_below() {
    let words = Words::english();
    let many = likert(
        &statements(vec![(answers(&[0, 1, 2, 9, 8], 4), None)]),
        460.0,
        &words,
    )
    .unwrap();
    assert_eq!(many.title, "85 % of the answers are “Agree” or above");
    assert_eq!(
        many.table.rows[0][2..],
        [
            "0 (0 %)", "1 (5 %)", "2 (10 %)", "9 (45 %)", "8 (40 %)", "20", "4"
        ]
    );
    let few = likert(
        &statements(vec![(answers(&[0, 1, 0, 3, 5], 0), None)]),
        460.0,
        &words,
    )
    .unwrap();
    assert_eq!(few.title, "8 of 9 answers are “Agree” or above");
    assert!(!few.alt.contains('%') && !few.note.contains('%'), "{}", few.alt);
    assert!(few.alt.contains("Strongly agree 5"), "{}", few.alt);
    assert!(
        few.scene
            .marks
            .iter()
            .all(|mark| !matches!(mark, Mark::Label { text, .. } if text.contains('%'))),
        "counts alone are drawn"
    );
}

#[test]
fn two_moments_are_compared_as_shares_of_their_own_answers() {
    let words = Words::english();
    // Half and half, then nine of twelve: up. The same share of twice the people: no change.
    let data = statements(vec![
        (answers(&[0, 5, 0, 5, 0], 0), Some(answers(&[0, 3, 0, 9, 0], 1))),
        (answers(&[0, 5, 0, 5, 0], 0), Some(answers(&[0, 10, 0, 10, 0], 0))),
    ]);
    let figure = likert(&data, 460.0, &words).unwrap();
    assert_eq!(
        figure.title,
        "“Agree” or above: up on 1 of 2 statements, down on none"
    );
    assert_eq!(figure.table.rows.len(), 4);
    assert_eq!(figure.frames.len(), 4);
}

#[test]
fn a_withheld_answer_hides_its_bar_and_the_sum() {
    let words = Words::english();
    let mut hidden = answers(&[2, 3, 4, 5, 6], 1);
    hidden.counts[1] = None;
    let figure = likert(&statements(vec![(hidden, None)]), 460.0, &words).unwrap();
    assert_eq!(figure.table.rows[0][2..], ["2", "–", "4", "5", "6", "–", "1"]);
    assert_eq!(figure.title, "No answers that may be shown");
    assert!(figure.note.contains("withheld"));
    // The key alone: a bar of the known parts would show the unknown one as a gap.
    let boxes = figure
        .scene
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Box { .. }));
    assert_eq!(boxes.count(), 5);
}

#[test]
fn options_differ_by_pattern() {
    for of in 2..=10 {
        let patterns: Vec<_> = (0..of)
            .map(|at| super::super::bars::Pattern::of_option(at, of))
            .collect();
        for (at, one) in patterns.iter().enumerate() {
            assert!(!patterns[..at].contains(one), "{at} of {of}: {one:?}");
        }
    }
}

fn slopes(of: SlopeOf, rows: &[(&str, Option<f64>, Option<f64>)]) -> Slope {
    let (before, after) = moments();
    Slope {
        of,
        before,
        after,
        scale: (1, 5),
        measure: "Mean self-rating".into(),
        instrument: "Competency self-assessment, version 2".into(),
        rows: rows
            .iter()
            .map(|(name, before, after)| SlopeRow {
                name: (*name).into(),
                before: *before,
                after: *after,
            })
            .collect(),
    }
}

#[test]
fn a_slope_tells_up_from_down_and_leaves_out_what_has_one_end() {
    let words = Words::english();
    let rows = [
        ("Influence", Some(2.5), Some(4.0)),
        ("Collaboration", Some(3.0), Some(2.5)),
        ("Innovation", Some(3.0), None),
    ];
    let figure = slope(&slopes(SlopeOf::Competencies, &rows), 460.0, &words).unwrap();
    assert_eq!(figure.title, "Up on 1 of 2 competencies, down on 1");
    assert_eq!(figure.table.rows[0], ["Influence", "2.5", "4", "+1.5"]);
    assert_eq!(figure.table.rows[2], ["Innovation", "3", "–", "–"]);
    assert!(
        figure.alt.contains("Collaboration: 3, then 2.5."),
        "{}",
        figure.alt
    );
    assert!(figure.note.contains("One has a value at one end only"));
    let people = slope(&slopes(SlopeOf::People("Influence".into()), &rows), 460.0, &words).unwrap();
    assert_eq!(people.title, "Influence: up for 1 of 2 people, down for 1");
}

fn means(people: bool) -> CohortDumbbell {
    let (before, after) = moments();
    let row = |name: &str, means, paired| MeanRow {
        name: name.into(),
        means,
        medians: means.map(|_| (2.5, 4.0)),
        paired,
        people: vec![(2, 4); 18],
    };
    CohortDumbbell {
        before,
        after,
        scale: (1, 5),
        instrument: "Competency self-assessment, version 2".into(),
        fewest: 5,
        people,
        rows: vec![
            row("Influence", Some((3.2, 3.6)), Some(17)),
            row("Mentoring", None, Some(3)),
            row("Collaboration", Some((2.5, 3.66)), Some(18)),
            row("Innovation", None, None),
        ],
    }
}

#[test]
fn means_are_sorted_by_change_with_their_medians_and_people() {
    let words = Words::english();
    let figure = cohort_dumbbell(&means(false), 460.0, &words).unwrap();
    assert_eq!(
        figure.title,
        "Mean self-rating up on 2 of 2 competencies, most on Collaboration"
    );
    assert_eq!(
        figure.table.rows[0],
        ["Collaboration", "2.5", "3.7", "+1.2", "2.5 → 4", "18"]
    );
    assert_eq!(figure.table.rows[2], ["Mentoring", "–", "–", "–", "–", "3"]);
    assert!(figure.alt.contains("Mentoring: no mean, n 3."), "{}", figure.alt);
    assert!(figure.alt.contains("Innovation: withheld."), "{}", figure.alt);
}

#[test]
fn people_are_drawn_only_when_asked_for() {
    let words = Words::english();
    let circles = |people| {
        let figure = cohort_dumbbell(&means(people), 460.0, &words).unwrap();
        let marks = figure.scene.marks.into_iter();
        marks.filter(|mark| matches!(mark, Mark::Circle { .. })).count()
    };
    assert_eq!(circles(false), 2 * 2);
    assert_eq!(circles(true), 2 * 2 + 4 * 2 * 18);
}

#[test]
fn an_area_stands_for_a_count_and_a_dash_for_what_is_withheld() {
    let data = ReachMatrix {
        sectors: vec!["Public".into(), "Archive".into()],
        levels: vec!["Entry".into(), "Executive".into()],
        counts: vec![vec![Some(16), Some(4)], vec![Some(0), None]],
        of_sectors: vec![Some(20), None],
        of_levels: vec![Some(16), None],
        all: Some(23),
    };
    let figure = reach_matrix(&data, 460.0, &Words::english()).unwrap();
    assert_eq!(figure.title, "23 people from 2 sectors, most from Public: 20");
    assert_eq!(figure.table.rows[1], ["Archive", "0", "–", "–"]);
    assert_eq!(figure.table.rows[2], ["Total", "16", "–", "23"]);
    let sides: Vec<f32> = figure
        .scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Box { width, height, .. } if width == height => Some(*width),
            _ => None,
        })
        .collect();
    // Sixteen is four times four: half as wide, a quarter of the area.
    assert_eq!(sides.len(), 2, "no square for none and for what is withheld");
    assert!((sides[0] - 2.0 * sides[1]).abs() < 0.01, "{sides:?}");
}

fn ladder(counts: &[Option<u32>]) -> Participation {
    let names = [
        "invited",
        "enrolled",
        "started",
        "completed",
        "answered the last form",
    ];
    Participation {
        rungs: names
            .iter()
            .zip(counts)
            .map(|(name, count)| Rung {
                name: (*name).into(),
                count: *count,
            })
            .collect(),
        base: 1,
        fewest: 10,
    }
}

#[test]
fn shares_of_participation_are_of_those_enrolled() {
    let words = Words::english();
    let figure = participation(
        &ladder(&[Some(40), Some(24), Some(24), Some(21), Some(19)]),
        460.0,
        &words,
    )
    .unwrap();
    assert_eq!(figure.title, "Of 24 enrolled, 19 answered the last form");
    assert_eq!(figure.table.rows[0], ["Invited", "40", "–"]);
    assert_eq!(figure.table.rows[3], ["Completed", "21", "88 %"]);
    let few = participation(&ladder(&[None, Some(9), Some(8), Some(8), None]), 460.0, &words).unwrap();
    assert_eq!(few.title, "Of 9 enrolled, 8 completed");
    assert!(!few.alt.contains('%'), "{}", few.alt);
    assert!(few.note.contains("withheld or not known"), "{}", few.note);
}

#[test]
fn distributions_say_where_the_most_frequent_rating_moved() {
    let (before, after) = moments();
    let counts = |counts: [u32; 5]| counts.into_iter().map(Some).collect::<Vec<_>>();
    let mut data = SmallMultiples {
        before,
        after: Some(after),
        scale: (1, 5),
        instrument: "Competency self-assessment, version 2".into(),
        rows: vec![
            Distribution {
                name: "Influence".into(),
                before: counts([1, 9, 5, 2, 0]),
                after: counts([0, 2, 5, 9, 1]),
            },
            Distribution {
                name: "Innovation".into(),
                before: counts([0, 2, 9, 2, 0]),
                after: counts([0, 9, 2, 2, 0]),
            },
        ],
    };
    let figure = small_multiples(&data, 460.0, &Words::english()).unwrap();
    assert_eq!(
        figure.title,
        "The most frequent rating moved up on 1 of 2 competencies, down on 1"
    );
    assert_eq!(
        figure.table.rows[1],
        ["Influence", "End", "0", "2", "5", "9", "1"]
    );
    data.rows[0].after[3] = None;
    let hidden = small_multiples(&data, 460.0, &Words::english()).unwrap();
    assert_eq!(
        hidden.title,
        "The most frequent rating moved up on 0 of 1 competency, down on 1"
    );
    assert!(hidden.note.contains("withheld"));
}

#[test]
fn attendance_of_a_cohort_adds_up() {
    let session = SessionCount {
        date: day("2026-10-05"),
        session: "Institute, day 1".into(),
        present: 20,
        late: 1,
        absent: 1,
        excused: 2,
        unmarked: 0,
    };
    let figure = cohort_attendance(std::slice::from_ref(&session), 460.0, &Words::english()).unwrap();
    assert_eq!(figure.title, "21 of 24 places taken in 1 session");
    assert_eq!(
        figure.table.rows[0],
        ["Institute, day 1", "5 October 2026", "20", "1", "1", "2", "0"]
    );
    let none = cohort_attendance(&[], 460.0, &Words::english()).unwrap();
    assert_eq!(none.title, "No session held yet");
}

#[test]
fn milestones_of_many_projects_are_counted_and_their_shapes_differ() {
    let milestone = |planned: &str, done: Option<&str>| Milestone {
        title: "Pilot".into(),
        planned: day(planned),
        done: done.map(day),
    };
    let data = MilestoneStrip {
        projects: vec![
            ProjectRow {
                title: "One card".into(),
                milestones: vec![
                    milestone("2026-10-02", Some("2026-10-02")),
                    milestone("2027-02-05", None),
                    milestone("2027-08-01", None),
                ],
            },
            ProjectRow {
                title: "Not begun".into(),
                milestones: vec![],
            },
        ],
        as_of: day("2027-06-18"),
    };
    let figure = milestone_strip(&data, 460.0, &Words::english()).unwrap();
    assert_eq!(figure.title, "1 of 3 milestones reached in 2 projects, 1 overdue");
    assert_eq!(figure.table.rows[0], ["One card", "1", "1", "1"]);
    let count = |test: fn(&Mark) -> bool| figure.scene.marks.iter().filter(|mark| test(mark)).count();
    assert_eq!(count(|mark| matches!(mark, Mark::Box { .. })), 1);
    assert_eq!(count(|mark| matches!(mark, Mark::Circle { .. })), 2);
}

/// No two labels lie on each other.
fn assert_apart(scene: &Scene) {
    let labels: Vec<(&Mark, _)> = scene
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Label { text, .. } if !text.is_empty()))
        .map(|mark| (mark, extent(mark)))
        .collect();
    for (at, (one, a)) in labels.iter().enumerate() {
        for (other, b) in &labels[..at] {
            let beside = a.1 <= b.0 + 0.3 || b.1 <= a.0 + 0.3;
            let apart = beside || a.3 <= b.2 + 0.3 || b.3 <= a.2 + 0.3;
            assert!(apart, "{one:?} lies on {other:?}");
        }
    }
}

/// What every figure owes: marks on its sheet, labels apart, frames for its rows, a table that is whole.
fn assert_sound(figure: &Figure) {
    assert_inside(&figure.scene);
    assert_apart(&figure.scene);
    assert_eq!(figure.frames.len(), figure.table.rows.len());
    for frame in &figure.frames {
        assert!(
            frame.x >= -6.1 && frame.x + frame.width <= figure.scene.width + 6.1,
            "{frame:?}"
        );
        assert!(
            frame.y >= -0.1 && frame.y + frame.height <= figure.scene.height + 6.1,
            "{frame:?}"
        );
    }
    for row in &figure.table.rows {
        assert_eq!(row.len(), figure.table.heads.len());
    }
}

/// Names of up to 60 characters in one of the scripts of the bundled fonts, long words among them.
fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z ]{1,60}",
        "[A-Za-z]{1,60}",
        "[À-ÖØ-öø-žșț ]{1,60}",
        "[Ạ-ỹ ]{1,60}",
        "[Α-Ρα-ω ]{1,60}",
        "[А-Яа-яҐґ ]{1,60}",
        "[ا-غف-ي ]{1,60}",
        "[א-ת ]{1,60}",
    ]
    .prop_map(|name| format!("x{name}"))
}

fn any_count() -> impl Strategy<Value = Option<u32>> {
    prop_oneof![
        4 => (0u32..60).prop_map(Some),
        2 => Just(Some(0)),
        1 => (0u32..20_000).prop_map(Some),
        1 => Just(None),
    ]
}

fn any_counts(of: usize) -> impl Strategy<Value = Vec<Option<u32>>> {
    prop::collection::vec(any_count(), of)
}

fn widths() -> impl Strategy<Value = f32> {
    380.0f32..700.0
}

/// Every count stands in the table, in its order.
fn assert_twin(cells: &[String], counts: &[Option<u32>]) {
    assert_eq!(cells.len(), counts.len());
    for (cell, count) in cells.iter().zip(counts) {
        let said = cell.split(' ').next().unwrap_or_default();
        assert_eq!(
            said,
            count.map_or_else(|| "–".to_owned(), |count| count.to_string())
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn likert_bars_are_sound(
        rows in prop::collection::vec((any_name(), any_counts(5), any_count(), prop::option::of(any_counts(5))), 0..40),
        width in widths()
    ) {
        let both = rows.iter().any(|(.., after)| after.is_some());
        let mut data = statements(vec![]);
        data.after = both.then(|| moments().1);
        data.rows = rows.into_iter().map(|(text, counts, silent, after)| Statement {
            text,
            before: Some(Responses { counts, silent }),
            after: after.map(|counts| Responses { counts, silent }),
        }).collect();
        let figure = likert(&data, width, &Words::english()).unwrap();
        assert_sound(&figure);
        let given = data.rows.iter().flat_map(|row| [&row.before, &row.after]).flatten();
        for (row, responses) in figure.table.rows.iter().zip(given) {
            assert_twin(&row[2..7], &responses.counts);
        }
    }

    #[test]
    fn slopes_are_sound(
        rows in prop::collection::vec((any_name(), prop::option::of(1.0f64..=5.0), prop::option::of(1.0f64..=5.0)), 0..40),
        width in widths()
    ) {
        let rows: Vec<(&str, Option<f64>, Option<f64>)> =
            rows.iter().map(|(name, before, after)| (name.as_str(), *before, *after)).collect();
        let figure = slope(&slopes(SlopeOf::Competencies, &rows), width, &Words::english()).unwrap();
        assert_sound(&figure);
        for (row, (name, before, after)) in figure.table.rows.iter().zip(&rows) {
            assert_eq!(row[0], *name);
            for (cell, value) in row[1..3].iter().zip([before, after]) {
                match value {
                    Some(value) => assert!((cell.parse::<f64>().unwrap() - value).abs() <= 0.0501),
                    None => assert_eq!(cell, "–"),
                }
            }
        }
    }

    #[test]
    fn means_are_sound(
        rows in prop::collection::vec(
            (any_name(), prop::option::of((1.0f64..=5.0, 1.0f64..=5.0)), any_count(),
             prop::collection::vec((1u8..=5, 1u8..=5), 0..40)), 0..40),
        people: bool, width in widths()
    ) {
        let mut data = means(people);
        data.rows = rows.into_iter().map(|(name, means, paired, people)| MeanRow {
            name, means, medians: means.map(|_| (2.5, 3.5)), paired, people,
        }).collect();
        let figure = cohort_dumbbell(&data, width, &Words::english()).unwrap();
        assert_sound(&figure);
        let changes: Vec<f64> = figure.table.rows.iter()
            .filter_map(|row| row[3].replace('−', "-").parse().ok()).collect();
        assert!(changes.is_sorted_by(|a, b| a >= b), "{changes:?}");
        let (mut given, mut told): (Vec<_>, Vec<_>) = (
            data.rows.iter().map(|row| row.paired.map_or("–".to_owned(), |count| count.to_string())).collect(),
            figure.table.rows.iter().map(|row| row[5].clone()).collect(),
        );
        given.sort();
        told.sort();
        assert_eq!(given, told);
    }

    #[test]
    fn reach_is_sound(
        sectors in prop::collection::vec((any_name(), any_counts(6), any_count()), 0..40),
        levels in prop::collection::vec(any_name(), 6), of_levels in any_counts(6), all in any_count(), width in widths()
    ) {
        let data = ReachMatrix {
            counts: sectors.iter().map(|(_, counts, _)| counts.clone()).collect(),
            of_sectors: sectors.iter().map(|(.., sum)| *sum).collect(),
            sectors: sectors.into_iter().map(|(name, ..)| name).collect(),
            levels, of_levels, all,
        };
        let figure = reach_matrix(&data, width, &Words::english()).unwrap();
        assert_sound(&figure);
        for (row, (counts, sum)) in figure.table.rows.iter().zip(data.counts.iter().zip(&data.of_sectors)) {
            assert_twin(&row[1..7], counts);
            assert_twin(&row[7..], &[*sum]);
        }
        assert_twin(&figure.table.rows[data.sectors.len()][1..7], &data.of_levels);
    }

    #[test]
    fn participation_is_sound(
        rungs in prop::collection::vec((any_name(), any_count()), 0..40), base in 0usize..4, width in widths()
    ) {
        let counts: Vec<Option<u32>> = rungs.iter().map(|(_, count)| *count).collect();
        let rungs = rungs.into_iter().map(|(name, count)| Rung { name, count }).collect();
        let data = Participation { rungs, base, fewest: 10 };
        let figure = participation(&data, width, &Words::english()).unwrap();
        assert_sound(&figure);
        let told: Vec<String> = figure.table.rows.iter().map(|row| row[1].clone()).collect();
        assert_twin(&told, &counts);
    }

    #[test]
    fn distributions_are_sound(
        rows in prop::collection::vec((any_name(), any_counts(5), any_counts(5)), 0..40),
        both: bool, width in widths()
    ) {
        let (before, after) = moments();
        let data = SmallMultiples {
            before, after: both.then_some(after), scale: (1, 5), instrument: "Form, version 1".into(),
            rows: rows.into_iter().map(|(name, before, after)| Distribution {
                name, before, after: if both { after } else { vec![] },
            }).collect(),
        };
        let figure = small_multiples(&data, width, &Words::english()).unwrap();
        assert_sound(&figure);
        let given = data.rows.iter().flat_map(|row| [&row.before, &row.after]).filter(|counts| !counts.is_empty());
        for (row, counts) in figure.table.rows.iter().zip(given) {
            assert_twin(&row[2..], counts);
        }
    }

    #[test]
    fn attendance_of_a_cohort_is_sound(
        sessions in prop::collection::vec((any_name(), 0i64..400, prop::array::uniform5(0u32..400)), 0..40),
        width in widths()
    ) {
        let sessions: Vec<SessionCount> = sessions.into_iter().map(|(session, days, [present, late, absent, excused, unmarked])| {
            SessionCount { date: day("2026-09-01") + chrono::Duration::days(days), session, present, late, absent, excused, unmarked }
        }).collect();
        let figure = cohort_attendance(&sessions, width, &Words::english()).unwrap();
        assert_sound(&figure);
        for (row, one) in figure.table.rows.iter().zip(&sessions) {
            let counts = [one.present, one.late, one.absent, one.excused, one.unmarked].map(Some);
            assert_twin(&row[2..], &counts);
        }
    }

    #[test]
    fn strips_of_milestones_are_sound(
        projects in prop::collection::vec(
            (any_name(), prop::collection::vec((0i64..900, prop::option::of(0i64..900)), 0..12)), 0..40),
        as_of in 0i64..900, width in widths()
    ) {
        let on = |days: i64| day("2026-09-01") + chrono::Duration::days(days);
        let projects: Vec<ProjectRow> = projects.into_iter().map(|(title, milestones)| ProjectRow {
            title,
            milestones: milestones.into_iter().map(|(planned, done)| Milestone {
                title: "Step".into(), planned: on(planned), done: done.map(on),
            }).collect(),
        }).collect();
        let data = MilestoneStrip { projects, as_of: on(as_of) };
        let figure = milestone_strip(&data, width, &Words::english()).unwrap();
        assert_sound(&figure);
        for (row, project) in figure.table.rows.iter().zip(&data.projects) {
            let counted: usize = row[1..].iter().map(|cell| cell.parse::<usize>().unwrap()).sum();
            assert_eq!(counted, project.milestones.len());
            assert_eq!(row[1], project.milestones.iter().filter(|one| one.done.is_some()).count().to_string());
        }
    }

    #[test]
    fn figures_of_one_person_keep_their_labels_apart(
        rows in prop::collection::vec((any_name(), any_rating(), any_rating()), 0..40), both: bool, width in widths()
    ) {
        let rows = rows.into_iter().map(|(name, before, after)| row(&name, before, after)).collect();
        assert_sound(&dumbbell(&ratings(rows, both), width, &Words::english()).unwrap());
    }
}

/// With `NEXUS_REPORT_SAMPLES=FOLDER`, leaves a page with every figure there for a pair of eyes.
#[test]
fn figures_to_look_at() {
    use crate::model::{Block, Look, Prose, Report};
    let Ok(folder) = std::env::var("NEXUS_REPORT_SAMPLES") else {
        return;
    };
    let words = Words::english();
    let (before, after) = moments();
    let counts = |counts: [u32; 5]| counts.into_iter().map(Some).collect::<Vec<_>>();
    let asked = |text: &str, before: [u32; 5], after: [u32; 5]| Statement {
        text: text.into(),
        before: Some(answers(&before, 2)),
        after: Some(answers(&after, 0)),
    };
    let mut many = statements(vec![]);
    many.after = Some(after.clone());
    many.rows = vec![
        asked(
            "My understanding has increased as a result of this program/training.",
            [1, 4, 8, 7, 2],
            [0, 0, 2, 10, 9],
        ),
        asked(
            "I am confident I can apply what I learned in this program/training.",
            [2, 6, 7, 5, 2],
            [0, 1, 3, 11, 6],
        ),
    ];
    let mut few = statements(vec![
        (answers(&[0, 1, 2, 3, 1], 1), None),
        (answers(&[1, 0, 0, 4, 3], 0), None),
    ]);
    few.rows[1].text = "My interest in this subject has increased.".into();
    let names = [
        "Collaboration",
        "Acting Systemically",
        "Thinking and Acting Strategically",
        "Influence",
    ];
    let mean = |at: usize, name: &str| MeanRow {
        name: name.into(),
        means: (at < 3).then_some((2.5 + at as f64 * 0.3, 3.7 + at as f64 * 0.1)),
        medians: (at < 3).then_some((2.5, 4.0)),
        paired: Some(if at < 3 { 18 } else { 3 }),
        people: (0..18)
            .map(|person| (1 + (person % 3) as u8, 3 + (person % 7 / 3) as u8))
            .collect(),
    };
    let mut cohort = means(false);
    cohort.rows = names
        .iter()
        .enumerate()
        .map(|(at, name)| mean(at, name))
        .collect();
    let mut people = cohort.clone();
    people.people = true;
    let lines = [
        ("Collaboration", Some(2.5), Some(4.0)),
        ("Acting Systemically", Some(3.0), Some(4.1)),
        ("Thinking and Acting Strategically", Some(2.6), Some(3.5)),
        ("Influence", Some(3.0), Some(2.6)),
        ("Innovation, Embracing Risk-Taking", Some(3.1), Some(3.1)),
        ("Developing Others", Some(3.0), None),
    ];
    let reach = ReachMatrix {
        sectors: [
            "Public",
            "Academic",
            "Archive",
            "Museum, historical society",
            "Tribal",
        ]
        .map(str::to_owned)
        .to_vec(),
        levels: ["Entry", "Supervisor", "Department head", "Executive"]
            .map(str::to_owned)
            .to_vec(),
        counts: vec![
            vec![Some(2), Some(5), Some(6), Some(1)],
            vec![Some(1), Some(3), Some(0), Some(0)],
            vec![None, Some(2), Some(1), None],
            vec![Some(0), None, Some(1), Some(0)],
            vec![Some(0), Some(1), None, Some(1)],
        ],
        of_sectors: vec![Some(14), Some(4), None, None, None],
        of_levels: vec![None, Some(12), Some(9), Some(3)],
        all: Some(27),
    };
    let distributions = SmallMultiples {
        before,
        after: Some(after),
        scale: (1, 5),
        instrument: "Competency self-assessment, version 2".into(),
        rows: names
            .iter()
            .enumerate()
            .map(|(at, name)| Distribution {
                name: (*name).into(),
                before: counts([2, 7, 6 + at as u32, 4, 1]),
                after: counts([0, 2, 5, 9, 5 + at as u32]),
            })
            .collect(),
    };
    let session = |date: &str, name: &str, present, late, absent, excused, unmarked| SessionCount {
        date: day(date),
        session: name.into(),
        present,
        late,
        absent,
        excused,
        unmarked,
    };
    let sessions = [
        session("2026-10-05", "Institute, day 1", 20, 2, 1, 1, 0),
        session("2026-11-12", "Project clinic I", 17, 1, 3, 2, 1),
        session(
            "2027-02-11",
            "Institute II, with the coalition’s guests",
            22,
            0,
            0,
            2,
            0,
        ),
    ];
    let milestone = |planned: &str, done: Option<&str>| Milestone {
        title: "Step".into(),
        planned: day(planned),
        done: done.map(day),
    };
    let projects = MilestoneStrip {
        projects: names
            .iter()
            .enumerate()
            .map(|(at, name)| ProjectRow {
                title: format!("{name} across eleven branches"),
                milestones: vec![
                    milestone("2026-10-02", Some("2026-10-12")),
                    milestone("2026-12-04", (at < 3).then_some("2026-12-20")),
                    milestone("2027-02-05", (at < 2).then_some("2027-03-01")),
                    milestone("2027-06-30", None),
                ],
            })
            .collect(),
        as_of: day("2027-04-18"),
    };
    let rungs = ladder(&[Some(40), Some(24), Some(24), Some(21), Some(19)]);
    let figures = [
        likert(&many, 480.0, &words),
        likert(&few, 480.0, &words),
        slope(&slopes(SlopeOf::Competencies, &lines), 480.0, &words),
        cohort_dumbbell(&cohort, 480.0, &words),
        cohort_dumbbell(&people, 480.0, &words),
        reach_matrix(&reach, 480.0, &words),
        participation(&rungs, 480.0, &words),
        small_multiples(&distributions, 480.0, &words),
        cohort_attendance(&sessions, 480.0, &words),
        milestone_strip(&projects, 480.0, &words),
    ];
    let mut blocks = vec![Block::Heading(1, "Figures".into())];
    for figure in figures {
        let figure = figure.unwrap();
        blocks.push(Block::Heading(2, figure.title));
        blocks.push(Block::Figure {
            scene: figure.scene,
            alt: figure.alt,
            fact: None,
        });
        blocks.push(Block::Text(Prose::plain(Look::Small, figure.note)));
    }
    let report = Report {
        title: "Figures".into(),
        language: words.language(),
        paper: crate::documents::Paper::Letter,
        landscape: false,
        date: None,
        head: None,
        foot: ("Figures".into(), String::new()),
        blocks,
    };
    let bytes = crate::pdf::write(&crate::layout::lay(&report, &words).unwrap()).unwrap();
    std::fs::write(std::path::Path::new(&folder).join("figures.pdf"), bytes).unwrap();
}

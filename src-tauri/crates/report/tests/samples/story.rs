//! Invented reports in chapters, and the sheet of a logic model.

use nexus_report::content_width;
use nexus_report::documents::Paper;
use nexus_report::documents::logic_model::{LogicModel, ModelColumn, ModelLine};
use nexus_report::documents::story::{Chapter, Definition, Part, Story, StoryTable};
use nexus_report::figures::{Figure, Participation, ReachMatrix, Rung, participation, reach_matrix};
use nexus_report::words::Words;

use super::day;

const COLUMNS: [&str; 5] = [
    "Inputs",
    "Activities",
    "Participation",
    "Short term",
    "Medium term",
];

fn reached(paper: Paper) -> Figure {
    let data = ReachMatrix {
        sectors: ["Archives", "Museums", "Public libraries"]
            .map(str::to_owned)
            .into(),
        levels: ["Early career", "Mid-career"].map(str::to_owned).into(),
        counts: vec![
            vec![Some(6), Some(7)],
            vec![None, Some(8)],
            vec![Some(9), Some(12)],
        ],
        of_sectors: vec![Some(13), None, Some(21)],
        of_levels: vec![None, Some(27)],
        all: Some(44),
    };
    reach_matrix(&data, content_width(paper), &Words::english()).unwrap()
}

fn ladder(paper: Paper) -> Figure {
    let rungs = [("invited", 60), ("enrolled", 44), ("completed", 39)];
    let data = Participation {
        rungs: rungs
            .map(|(name, count)| Rung {
                name: name.to_owned(),
                count: Some(count),
            })
            .into(),
        base: 1,
        fewest: 5,
    };
    participation(&data, content_width(paper), &Words::english()).unwrap()
}

fn figure(figure: Figure, caption: &str, fact: &str) -> Part {
    Part::Figure {
        figure,
        caption: caption.to_owned(),
        fact: Some(fact.to_owned()),
    }
}

/// A report with every kind of part, and a table over several pages.
pub fn told() -> Story {
    let paper = Paper::Letter;
    let definition = |key: &str, value: &str, what: &str| Definition {
        key: key.to_owned(),
        name: format!("How many were {key}"),
        value: value.to_owned(),
        what: what.to_owned(),
        base: "n = 44, nothing is missing".to_owned(),
    };
    let rows = (1..=90).map(|at| vec![format!("Project {at:02}"), "{enrolled: 44}".to_owned()]);
    Story {
        kicker: "Funder report".to_owned(),
        title: "Leading where you are".to_owned(),
        lines: vec![
            "2 cohorts".to_owned(),
            "Riverbend training facility".to_owned(),
            String::new(),
        ],
        award: Some("RE-00-26-0001".to_owned()),
        award_on_pages: true,
        as_of: day("2027-06-18"),
        foot: "Leading where you are".to_owned(),
        paper,
        columns: COLUMNS.map(str::to_owned).into(),
        period: Some("1 September 2026 to 18 June 2027".to_owned()),
        chapters: vec![
            Chapter {
                heading: "Overview".to_owned(),
                column: None,
                parts: vec![
                    Part::Text(
                        "We reached {enrolled: 44} leaders.\n\nMore at https://example.org/leading."
                            .to_owned(),
                    ),
                    Part::Keys(vec![
                        (
                            "enrolled".to_owned(),
                            "44".to_owned(),
                            "people enrolled".to_owned(),
                        ),
                        ("completed".to_owned(), "39".to_owned(), "completed".to_owned()),
                    ]),
                ],
            },
            Chapter {
                heading: "Who took part".to_owned(),
                column: Some(2),
                parts: vec![
                    Part::Heading("Most came from public libraries".to_owned()),
                    figure(reached(paper), "Sector by level", "enrolled"),
                    figure(ladder(paper), "From invited to completed", "completed"),
                    Part::Note("Counts of fewer than five are withheld.".to_owned()),
                ],
            },
            Chapter {
                heading: "What was applied".to_owned(),
                column: Some(4),
                parts: vec![
                    Part::Table(StoryTable {
                        caption: "Projects".to_owned(),
                        heads: vec![
                            ("Project".to_owned(), 3.0, false),
                            ("People".to_owned(), 1.0, true),
                        ],
                        rows: rows.collect(),
                    }),
                    Part::List(vec!["Opening hours were moved.".to_owned()]),
                    Part::Quote(
                        "I would do it again.".to_owned(),
                        "Answer, 18 June 2027".to_owned(),
                    ),
                ],
            },
        ],
        definitions: vec![
            definition("enrolled", "44", "People with a place"),
            definition("completed", "39", "People who came to the end"),
        ],
    }
}

/// A report of which nothing is known yet, on the other sheet.
pub fn untold() -> Story {
    Story {
        award: None,
        lines: Vec::new(),
        period: None,
        paper: Paper::A4,
        chapters: vec![Chapter {
            heading: "Overview".to_owned(),
            column: Some(0),
            parts: vec![Part::Note("Nothing is recorded yet.".to_owned())],
        }],
        definitions: Vec::new(),
        ..told()
    }
}

/// A logic model with figures, words and an empty column.
pub fn model() -> LogicModel {
    let line = |value: &str, label: &str| ModelLine {
        value: value.to_owned(),
        label: label.to_owned(),
        detail: "of 60 invited".to_owned(),
    };
    LogicModel {
        program: "Leading where you are".to_owned(),
        cohort: Some("Prairie State cohort, 2026–27".to_owned()),
        award: Some("RE-00-26-0001".to_owned()),
        date: day("2027-06-18"),
        revision: Some((2, day("2026-09-01"), "Partners were added".to_owned())),
        situation: "Few who lead small collections have ever been trained to lead.".to_owned(),
        columns: COLUMNS
            .iter()
            .zip(0..)
            .map(|(head, at)| ModelColumn {
                head: (*head).to_owned(),
                lines: (0..at).map(|_| line("44", "people enrolled")).collect(),
                shares: if at == 2 {
                    vec![("Archives".to_owned(), "13".to_owned())]
                } else {
                    Vec::new()
                },
            })
            .collect(),
        paper: Paper::A4,
    }
}

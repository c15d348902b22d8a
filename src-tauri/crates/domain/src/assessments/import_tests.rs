use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::assessments::{Format, Item, Kind, Scale};
use crate::table::{Encoding, Place, Source};

fn instrument() -> Instrument {
    let item = |key: &str, text: &str| Item {
        key: key.into(),
        text: text.into(),
        competency: None,
        kind: Kind::Learning,
        section: None,
        format: Format::Rating(None),
        shown_if: None,
    };
    Instrument {
        key: "i".into(),
        version: 1,
        title: "I".into(),
        locked: true,
        licence: "x".into(),
        source: "x".into(),
        instructions: String::new(),
        framework: None,
        scale: Scale::FIVE,
        sections: Vec::new(),
        items: vec![item("a", "Self-Awareness"), item("b", "Influence")],
    }
}

fn table(header: &[&str], rows: &[&[&str]]) -> Table {
    let row = |at: usize, cells: &[&str]| Row {
        place: Place {
            record: at as u32 + 1,
            line: at as u32 + 1,
        },
        cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        fault: None,
        formulas: Vec::new(),
    };
    Table {
        source: Source::Text {
            encoding: Encoding::Utf8,
            delimiter: ',',
        },
        header: row(0, header),
        rows: rows
            .iter()
            .enumerate()
            .map(|(at, cells)| row(at + 1, cells))
            .collect(),
    }
}

fn known() -> Known {
    Known {
        people: (1..=3)
            .map(|n| (format!("N{n:02}"), PersonId(Uuid::from_u128(n))))
            .collect(),
        ..Known::default()
    }
}

const HEADER: &[&str] = &["Code", "Self-Awareness", "Influence"];

#[test]
fn an_impossible_value_costs_one_answer_and_the_sheet_is_kept() {
    let table = table(HEADER, &[&["N01", "7", "4"], &["n02", "-", ""]]);
    let plan = plan(&table, &instrument(), None, &known(), OnSecond::Refuse).unwrap();
    assert_eq!(
        plan.sheets[0].answers,
        [
            ("a".into(), Answer::Unreadable("7".into())),
            ("b".into(), Answer::Rated(4))
        ]
    );
    assert_eq!(
        plan.sheets[1].answers,
        [("a".into(), Answer::Declined), ("b".into(), Answer::Blank)]
    );
    let problem = &plan.problems[0];
    assert_eq!(
        (
            problem.record,
            problem.field.as_str(),
            problem.found.as_str(),
            problem.expected.as_str()
        ),
        (2, "Self-Awareness", "7", "1–5")
    );
    assert_eq!(plan.set_aside(), 0);
}

#[test]
fn unknown_codes_and_second_sheets_are_named() {
    let table = table(
        HEADER,
        &[
            &["N01", "1", "4"],
            &["N99", "3", "3"],
            &["N01", "2", "4"],
            &["", "2", "2"],
        ],
    );
    let refuse = plan(&table, &instrument(), None, &known(), OnSecond::Refuse).unwrap();
    let matters: Vec<_> = refuse.problems.iter().map(|p| (p.record, p.matter)).collect();
    assert_eq!(
        matters,
        [
            (3, SheetMatter::UnknownCode),
            (4, SheetMatter::SecondRefused),
            (5, SheetMatter::NoCode)
        ]
    );
    assert_eq!((refuse.sheets.len(), refuse.set_aside()), (1, 3));
    let correct = plan(&table, &instrument(), None, &known(), OnSecond::Correct).unwrap();
    assert_eq!(correct.sheets.len(), 2);
    assert_eq!(correct.sheets[1].corrects, Some(Corrects::Earlier(0)));
}

#[test]
fn columns_that_are_no_items_are_named_and_missing_ones_are_not_shown() {
    let table = table(
        &["Code", "influence", "Shoe size", "b"],
        &[&["N01", "4", "44", "5"]],
    );
    let plan = plan(&table, &instrument(), None, &known(), OnSecond::Refuse).unwrap();
    let matters: Vec<_> = plan.problems.iter().map(|p| p.matter).collect();
    assert_eq!(
        matters,
        [
            SheetMatter::UnknownColumn,
            SheetMatter::RepeatedColumn,
            SheetMatter::MissingColumn
        ]
    );
    assert_eq!(plan.sheets[0].answers[0].1, Answer::NotShown);
    assert_eq!(plan.sheets[0].answers[1].1, Answer::Rated(4));
}

#[test]
fn a_file_without_codes_or_items_is_refused() {
    let known = known();
    let no_code = table(&["Name", "Influence"], &[]);
    assert!(plan(&no_code, &instrument(), None, &known, OnSecond::Refuse).is_err());
    let no_item = table(&["Code", "Shoe size"], &[]);
    assert!(plan(&no_item, &instrument(), None, &known, OnSecond::Refuse).is_err());
}

proptest! {
    #[test]
    fn every_row_is_stored_or_named(cells in prop::collection::vec(prop::collection::vec("[N0-9a\\- ]{0,3}", 0..5), 0..20)) {
        let rows: Vec<Vec<&str>> = cells.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let table = table(HEADER, &rows);
        let filled = table.rows.iter().filter(|row| !row.is_blank()).count();
        let plan = plan(&table, &instrument(), None, &known(), OnSecond::Refuse).unwrap();
        prop_assert_eq!(plan.sheets.len() + plan.set_aside(), filled);
    }
}

#[test]
fn every_format_is_read_from_a_file_and_what_was_not_asked_is_named() {
    let instrument = crate::assessments::fixtures::every_format();
    let header = &["Code", "useful", "mentor", "hours", "topics", "story"];
    let table = table(
        header,
        &[
            &["N01", "4", "Yes", "12,5", "People; Money", "We met."],
            &["N02", "9", "no", "3", "shoes", "~"],
        ],
    );
    let plan = plan(&table, &instrument, None, &known(), OnSecond::Refuse).unwrap();
    let codes = |at: usize| {
        let answers = plan.sheets[at].answers.iter();
        answers.map(|(_, answer)| answer.code()).collect::<Vec<_>>()
    };
    assert_eq!(codes(0), ["4", "=yes", "#12.5", "=people money", "\"We met."]);
    assert_eq!(codes(1), ["?9", "=no", "~", "?shoes", "~"]);
    let named: Vec<_> = plan
        .problems
        .iter()
        .map(|one| (one.matter, one.found.as_str(), one.expected.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            (SheetMatter::Impossible, "9", "1–5"),
            (SheetMatter::NotAsked, "3", ""),
            (SheetMatter::Impossible, "shoes", "people, money"),
        ]
    );
}

#[test]
fn rows_that_belong_elsewhere_are_set_aside_and_what_an_export_says_is_no_item() {
    let table = table(
        &[
            "code",
            "instrument",
            "version",
            "moment",
            "mode",
            "answered",
            "a",
            "b",
        ],
        &[
            &["N01", "i", "1", "end", "paper", "", "4", "5"],
            &["N02", "i", "1", "baseline", "paper", "", "4", "5"],
            &["N03", "other", "1", "end", "paper", "", "4", "5"],
        ],
    );
    let known = Known {
        instrument: "i".into(),
        moment: "end".into(),
        ..known()
    };
    let plan = plan(&table, &instrument(), None, &known, OnSecond::Refuse).unwrap();
    assert_eq!((plan.sheets.len(), plan.set_aside()), (1, 2));
    assert!(
        plan.problems
            .iter()
            .all(|one| one.matter == SheetMatter::Elsewhere)
    );
}

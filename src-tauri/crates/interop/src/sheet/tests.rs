use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use chrono::{DateTime, NaiveDate, Utc};
use nexus_domain::reports::sheet::{Column, Kind, Missing, Sheet, Value};
use proptest::prelude::*;

use super::{Book, SheetError, TEXT, csv, json_lines};
use crate::csv_out::plain;

fn column(key: &str, kind: Kind) -> Column {
    Column {
        key: key.to_owned(),
        head: key.to_uppercase(),
        meaning: format!("What {key} says"),
        kind,
        unit: String::new(),
        values: String::new(),
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn made() -> DateTime<Utc> {
    day("2027-06-08").and_hms_opt(14, 2, 5).unwrap().and_utc()
}

/// One cell of every kind, and one missing for every reason.
fn every() -> Sheet {
    let columns = [
        ("code", Kind::Text),
        ("came", Kind::Whole),
        ("mean", Kind::Number),
        ("on", Kind::Day),
        ("entered", Kind::Moment),
        ("late", Kind::Flag),
        ("said", Kind::Text),
    ];
    let mut sheet = Sheet::new(
        "trial",
        "Trial",
        columns.map(|(key, kind)| column(key, kind)).to_vec(),
    );
    sheet.push(vec![
        "N01".into(),
        3u32.into(),
        (-0.25).into(),
        day("2026-02-28").into(),
        made().into(),
        true.into(),
        "=1+1".into(),
    ]);
    for missing in [
        Missing::Unknown,
        Missing::Blank,
        Missing::Declined,
        Missing::NotAsked,
        Missing::Unreadable("7".to_owned()),
    ] {
        sheet.push(vec![Value::Missing(missing)]);
    }
    sheet.push(vec![
        "N02".into(),
        Value::Whole(-2),
        Value::NONE,
        day("1850-01-01").into(),
        Value::NONE,
        false.into(),
        "two\nlines, \"said\"".into(),
    ]);
    sheet
}

fn csv_of(sheet: &Sheet) -> Vec<u8> {
    let mut out = Vec::new();
    csv(sheet, &mut out, &mut |_| true).unwrap();
    out
}

fn lines_of(sheet: &Sheet) -> String {
    let mut out = Vec::new();
    json_lines(sheet, &mut out, &mut |_| true).unwrap();
    String::from_utf8(out).unwrap()
}

fn book_of(sheet: &Sheet) -> Vec<u8> {
    Book::new(&[sheet], made(), &mut |_| true)
        .unwrap()
        .bytes()
        .unwrap()
}

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

/// A cell as the reader of workbooks sees it, with the escapes of control characters taken back.
fn read(cell: Option<&Data>) -> String {
    let text = match cell {
        Some(Data::String(text)) => text.as_str(),
        Some(Data::Empty) | None => "",
        Some(other) => panic!("no text: {other:?}"),
    };
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let escaped = rest
            .get(at + 2..at + 6)
            .filter(|_| rest[at + 6..].starts_with('_'));
        let letter = escaped.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        plain.push_str(&rest[..at]);
        rest = match letter {
            Some(letter) => {
                plain.push(letter);
                &rest[at + 7..]
            }
            None => {
                plain.push_str("_x");
                &rest[at + 2..]
            }
        };
    }
    plain + rest
}

#[test]
fn a_table_is_written_as_csv_that_nothing_runs() {
    assert_eq!(
        String::from_utf8(csv_of(&every())).unwrap(),
        "\u{feff}code,came,mean,on,entered,late,said\r\n\
         N01,3,-0.25,2026-02-28,2027-06-08T14:02:05Z,true,'=1+1\r\n\
         ,,,,,,\r\n,,,,,,\r\n–,,,,,,\r\n~,,,,,,\r\n?7,,,,,,\r\n\
         N02,-2,,1850-01-01,,false,\"two\nlines, \"\"said\"\"\"\r\n"
    );
}

#[test]
fn a_table_is_written_as_lines_that_say_why_something_is_missing() {
    let nothing = "\"came\":null,\"mean\":null,\"on\":null,\"entered\":null,\"late\":null,\"said\":null}";
    let expected = [
        "{\"schema\":1,\"kind\":\"trial\",\"code\":\"N01\",\"came\":3,\"mean\":-0.25,\"on\":\"2026-02-28\",\
         \"entered\":\"2027-06-08T14:02:05Z\",\"late\":true,\"said\":\"=1+1\"}"
            .to_owned(),
        format!("{{\"schema\":1,\"kind\":\"trial\",\"code\":null,{nothing}"),
        format!("{{\"schema\":1,\"kind\":\"trial\",\"code\":{{\"missing\":\"blank\"}},{nothing}"),
        format!("{{\"schema\":1,\"kind\":\"trial\",\"code\":{{\"missing\":\"declined\"}},{nothing}"),
        format!("{{\"schema\":1,\"kind\":\"trial\",\"code\":{{\"missing\":\"not_asked\"}},{nothing}"),
        format!(
            "{{\"schema\":1,\"kind\":\"trial\",\"code\":{{\"missing\":\"unreadable\",\"found\":\"7\"}},{nothing}"
        ),
        "{\"schema\":1,\"kind\":\"trial\",\"code\":\"N02\",\"came\":-2,\"mean\":null,\"on\":\"1850-01-01\",\
         \"entered\":null,\"late\":false,\"said\":\"two\\nlines, \\\"said\\\"\"}"
            .to_owned(),
    ];
    let lines = lines_of(&every());
    assert_eq!(lines.lines().collect::<Vec<_>>(), expected);
    assert!(lines.ends_with('\n'));
}

#[test]
fn cells_of_a_workbook_have_types_and_its_first_row_stays() {
    let bytes = book_of(&every());
    let mut book = open(bytes.clone());
    assert_eq!(book.sheet_names(), ["Trial"]);
    let range = book.worksheet_range("Trial").unwrap();
    let cell = |row: u32, column: u32| range.get_value((row, column)).cloned().unwrap_or(Data::Empty);
    assert_eq!(cell(0, 1), Data::String("CAME".into()));
    assert_eq!(cell(1, 0), Data::String("N01".into()));
    assert_eq!(cell(1, 1), Data::Float(3.0));
    assert_eq!(cell(1, 2), Data::Float(-0.25));
    let date = |data: Data| match data {
        Data::DateTime(at) => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
        }
        other => panic!("no date: {other:?}"),
    };
    assert_eq!(date(cell(1, 3)), "2026-02-28 00:00:00");
    assert_eq!(date(cell(1, 4)), "2027-06-08 14:02:05");
    assert_eq!(cell(1, 5), Data::Bool(true));
    assert_eq!(cell(1, 6), Data::String("=1+1".into()));
    assert_eq!(cell(2, 0), Data::Empty);
    assert_eq!(cell(4, 0), Data::String("–".into()));
    assert_eq!(cell(6, 0), Data::String("?7".into()));
    assert_eq!(cell(7, 3), Data::String("1850-01-01".into()));
    let formulas = book.worksheet_formula("Trial").unwrap();
    assert!(formulas.used_cells().next().is_none());
    let part = |name: &str| {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes.clone())).unwrap();
        let mut part = archive.by_name(name).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        text
    };
    let page = part("xl/worksheets/sheet1.xml");
    assert!(page.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""), "{page}");
    assert!(page.contains("<autoFilter ref=\"A1:G8\"/>"), "{page}");
    assert!(part("docProps/core.xml").contains("2027-06-08T14:02:05Z"));
}

#[test]
fn the_same_data_gives_the_same_workbook() {
    assert_eq!(book_of(&every()), book_of(&every()));
}

#[test]
fn sheets_get_names_that_a_workbook_allows() {
    let titled = |title: &str| Sheet::new("x", title, vec![column("a", Kind::Text)]);
    let long = "A title that is longer than a workbook allows";
    let sheets = [
        titled("Hours / inputs"),
        titled(long),
        titled(&long.to_uppercase()),
        titled("[]"),
    ];
    let sheets: Vec<&Sheet> = sheets.iter().collect();
    let bytes = Book::new(&sheets, made(), &mut |_| true)
        .unwrap()
        .bytes()
        .unwrap();
    assert_eq!(
        open(bytes).sheet_names(),
        [
            "Hours   inputs",
            "A title that is longer than a w",
            "A TITLE THAT IS LONGER THAN A 2",
            "Data"
        ]
    );
}

#[test]
fn what_has_no_room_in_a_workbook_is_named() {
    let mut sheet = Sheet::new("x", "Notes", vec![column("said", Kind::Text)]);
    sheet.push(vec!["ö".repeat(TEXT).into()]);
    assert!(Book::new(&[&sheet], made(), &mut |_| true).is_ok());
    sheet.push(vec!["x".repeat(TEXT + 1).into()]);
    match Book::new(&[&sheet], made(), &mut |_| true) {
        Err(SheetError::TooLong {
            row, column, found, ..
        }) => assert_eq!((row, column.as_str(), found), (2, "SAID", TEXT + 1)),
        other => panic!("{:?}", other.err()),
    }
}

#[test]
fn whoever_stops_is_heard_soon() {
    let mut sheet = Sheet::new("x", "Long", vec![column("number", Kind::Whole)]);
    for number in 0..1_000u32 {
        sheet.push(vec![number.into()]);
    }
    let stopped = |found: Result<(), SheetError>| match found {
        Err(SheetError::Stopped { rows }) => rows,
        other => panic!("{other:?}"),
    };
    let mut out = Vec::new();
    let rows = [
        stopped(csv(&sheet, &mut out, &mut |rows| rows < 100)),
        stopped(json_lines(&sheet, &mut out, &mut |rows| rows < 100)),
        stopped(Book::new(&[&sheet], made(), &mut |rows| rows < 100).map(|_| ())),
    ];
    assert_eq!(rows, [128, 128, 128]);
}

/// Letters of every kind, and those that spreadsheets and XML mind.
const ANY_TEXT: &str = "(?s)[=+@\\-\\t\\r\\n＝'\"_x0D<&;,a\u{0}\u{1b}\u{fffe}é]{0,12}|.{0,40}";

proptest! {
    #[test]
    fn any_text_survives_and_nothing_of_it_runs(text in ANY_TEXT, other in ANY_TEXT) {
        let mut sheet = Sheet::new("x", "X", vec![column("a", Kind::Text), column("b", Kind::Text)]);
        sheet.push(vec![text.as_str().into(), other.as_str().into()]);
        let texts = [text.as_str(), other.as_str()];

        let bytes = csv_of(&sheet);
        let mut reader = csv::Reader::from_reader(&bytes[3..]);
        let row = reader.records().next().unwrap().unwrap();
        for (cell, text) in row.iter().zip(texts) {
            prop_assert!(cell == text || plain(cell) == text, "{cell:?} was {text:?}");
            let number = cell.parse::<f64>().is_ok_and(f64::is_finite);
            prop_assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']), "{cell:?}");
        }

        let line: serde_json::Value = serde_json::from_str(&lines_of(&sheet)).unwrap();
        for (key, text) in ["a", "b"].into_iter().zip(texts) {
            prop_assert_eq!(line[key].as_str().unwrap_or_default(), text);
        }

        let mut book = open(book_of(&sheet));
        let range = book.worksheet_range("X").unwrap();
        for (at, text) in (0u32..).zip(texts) {
            prop_assert_eq!(read(range.get_value((1, at))), text);
        }
        prop_assert!(book.worksheet_formula("X").unwrap().used_cells().next().is_none());
    }
}

use nexus_domain::table::{Encoding, Fault, Source};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook};

use super::*;

const ROSTER: &[u8] = include_bytes!("../../../../../tests/fixtures/rosters/roster.csv");
const GERMAN: &[u8] = include_bytes!("../../../../../tests/fixtures/rosters/roster-excel-de.csv");

fn names(cells: &[String]) -> u32 {
    let known = ["first name", "last name", "e-mail", "institution", "a", "b"];
    cells
        .iter()
        .filter(|cell| known.contains(&cell.trim().to_lowercase().as_str()))
        .count() as u32
}

fn table_of(bytes: &[u8]) -> Table {
    read(bytes, &names, &Limits::default()).unwrap()
}

fn refused(bytes: &[u8]) -> TableError {
    read(bytes, &names, &Limits::default()).unwrap_err()
}

#[test]
fn the_registration_export_is_read_with_the_rows_a_spreadsheet_shows() {
    let table = table_of(ROSTER);
    assert_eq!(
        table.source,
        Source::Text {
            encoding: Encoding::Utf8,
            delimiter: ','
        }
    );
    assert_eq!(table.header.cell(0), "First name");
    assert_eq!(table.rows.len(), 27);
    assert!(table.rows[11].is_blank());
    assert_eq!(
        table.rows[11].place,
        nexus_domain::table::Place { record: 13, line: 13 }
    );
    let yuki = &table.rows[13];
    assert_eq!(yuki.cell(3), "Tanabe Memorial Library,\nEast Wing");
    assert_eq!((yuki.place.record, yuki.place.line), (15, 15));
    let hana = &table.rows[18];
    assert_eq!(hana.cell(0), "Hana");
    assert_eq!((hana.place.record, hana.place.line), (20, 21));
    assert_eq!(table.rows[7].cell(6), "Head of dept; also \"acting\" director");
}

#[test]
fn a_file_of_another_locale_is_recognised() {
    let table = table_of(GERMAN);
    assert_eq!(
        table.source,
        Source::Text {
            encoding: Encoding::Windows1252,
            delimiter: ';'
        }
    );
    assert_eq!(table.rows[0].cell(0), "Søren");
    assert_eq!(table.rows[3].cell(0), "O’Shaughnessy");
    assert_eq!(table.rows.len(), 16);
}

#[test]
fn utf16_is_read_with_and_without_its_mark() {
    let text = "First name\tLast name\nSøren\tŁukaszewicz\n";
    let units: Vec<u16> = text.encode_utf16().collect();
    let le: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let be: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    for (bytes, encoding) in [
        ([b"\xff\xfe".as_slice(), &le].concat(), Encoding::Utf16Le),
        ([b"\xfe\xff".as_slice(), &be].concat(), Encoding::Utf16Be),
        (le.clone(), Encoding::Utf16Le),
        (be.clone(), Encoding::Utf16Be),
    ] {
        let table = table_of(&bytes);
        assert_eq!(
            table.source,
            Source::Text {
                encoding,
                delimiter: '\t'
            }
        );
        assert_eq!(table.rows[0].cell(1), "Łukaszewicz");
    }
}

#[test]
fn a_title_above_the_header_and_excels_separator_line_are_passed_over() {
    let table = table_of(b"sep=;\nRegistrations 2026\n\nFirst name;Last name\nAna;Ruiz\n");
    assert_eq!(table.header.place.record, 4);
    assert_eq!(table.rows[0].place.record, 5);
    assert_eq!(table.rows[0].cells, ["Ana", "Ruiz"]);
}

#[test]
fn a_pipe_file_with_blank_lines_keeps_its_numbers() {
    let table = table_of(b"a|b\r\n\r\n1|2\r\n\r\n\r\n3|4\r\n\r\n");
    let records: Vec<u32> = table.rows.iter().map(|row| row.place.record).collect();
    assert_eq!(records, [2, 3, 4, 5, 6]);
    assert_eq!(table.rows[4].cells, ["3", "4"]);
}

#[test]
fn a_file_cut_inside_quotes_keeps_the_good_rows_and_marks_the_last() {
    let table = table_of(b"a,b\n1,2\n3,\"cut of");
    assert_eq!(table.rows[0].fault, None);
    assert_eq!(table.rows[1].fault, Some(Fault::UnclosedQuote));
    assert_eq!(table_of(b"a,b\n5\" pipe,\"\"\n").rows[0].fault, None);
}

#[test]
fn files_that_are_no_table_are_refused_with_what_they_are() {
    assert_eq!(refused(b""), TableError::Empty);
    assert_eq!(refused(b" \r\n\t\n"), TableError::Empty);
    assert_eq!(refused(b"%PDF-1.7 ..."), TableError::WrongKind { found: "a PDF" });
    assert!(matches!(
        refused(b" <!DOCTYPE html><p>"),
        TableError::WrongKind { .. }
    ));
    assert_eq!(refused(b"a,b\n1,\x00\n"), TableError::NotText { line: 2 });
    assert!(matches!(
        refused(b"PK\x03\x04 cut short"),
        TableError::Damaged { .. }
    ));
}

#[test]
fn sizes_are_refused_before_they_hurt() {
    let small = Limits {
        bytes: 100,
        rows: 2,
        columns: 3,
        value: 5,
        ..Limits::default()
    };
    let reading = |bytes: &[u8]| read(bytes, &names, &small);
    assert_eq!(
        reading(&[b'a'; 101]),
        Err(TableError::TooBig {
            found: 101,
            limit: 100
        })
    );
    assert_eq!(
        reading(b"a,b,c,d\n"),
        Err(TableError::TooManyColumns {
            record: 1,
            found: 4,
            limit: 3
        })
    );
    assert!(reading(b"a,b,,,,,,\n1,2,,,,,\n").is_ok());
    assert_eq!(
        reading(b"a,b\n1,2\n3,4\n"),
        Err(TableError::TooManyRows { limit: 2 })
    );
    let long = reading(b"a,b\n1,abcdefgh\n").unwrap();
    assert_eq!(long.rows[0].cell(1), "abcde");
    assert!(matches!(
        long.rows[0].fault,
        Some(Fault::LongValue {
            column: 1,
            found: 8,
            ..
        })
    ));

    let wide = (0..10_000).map(|n| format!("c{n}")).collect::<Vec<_>>().join(",");
    assert!(matches!(
        refused(wide.as_bytes()),
        TableError::TooManyColumns { found: 10_000, .. }
    ));
}

#[test]
fn files_made_to_use_up_the_memory_are_refused() {
    // Each of these is small, or within the size that is read, and would become gigabytes of cells.
    let commas = [b"a,b\n".as_slice(), &vec![b','; 5_000_000]].concat();
    assert!(matches!(
        refused(&commas),
        TableError::TooManyColumns { record: 2, .. }
    ));
    let blanks = [b"a,b\n".as_slice(), &vec![b'\n'; 5_000_000], b"1,2\n"].concat();
    assert_eq!(refused(&blanks), TableError::TooManyRows { limit: 100_000 });
    let row = format!("{}x\n", ",".repeat(999));
    assert_eq!(
        refused(row.repeat(5_000).as_bytes()),
        TableError::TooManyCells { limit: 4_000_000 }
    );

    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..5_000 {
        sheet.write(row, 999, "x").unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    assert!(bytes.len() < 1_000_000);
    assert_eq!(refused(&bytes), TableError::TooManyCells { limit: 4_000_000 });
}

#[test]
fn a_workbook_that_says_it_is_smaller_than_it_is_is_refused() {
    use std::io::Write as _;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("xl/workbook.xml", options).unwrap();
    archive.start_file("_rels/.rels", options).unwrap();
    archive.write_all(&vec![b' '; 3_000_000]).unwrap();
    let mut bytes = archive.finish().unwrap().into_inner();
    // The size after unpacking, in the list at the end and in front of the part.
    let said = 3_000_000u32.to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4)
        .filter(|at| bytes[*at..at + 4] == said)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&10u32.to_le_bytes());
    }
    match refused(&bytes) {
        TableError::Damaged { reason } => assert!(reason.contains("larger than its declared"), "{reason}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn control_characters_here_and_there_are_text_and_many_are_not() {
    let table = table_of(format!("a,b\n{}1,x\u{7}y\n", "1,2\n".repeat(20)).as_bytes());
    assert_eq!(table.rows[20].cell(1), "x\u{7}y");
    assert!(matches!(
        refused(b"a,b\n\x01\x02\x03,\x04\x05\x06\n"),
        TableError::NotText { line: 2 }
    ));
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let cover = book.add_worksheet();
    cover.set_name("Read me").unwrap();
    cover.write(0, 0, "Made for the spring institute").unwrap();
    let people = book.add_worksheet();
    people.set_name("People").unwrap();
    people.write(0, 0, "Registrations").unwrap();
    for (column, name) in ["First name", "Last name", "E-mail", "Staff", "Registered on"]
        .iter()
        .enumerate()
    {
        people.write(3, column as u16, *name).unwrap();
    }
    people.write(4, 0, "Søren").unwrap();
    people.write(4, 1, "Łukaszewicz").unwrap();
    people
        .write_formula(
            4,
            2,
            Formula::new("=A5&\"@example.org\"").set_result("soren@example.org"),
        )
        .unwrap();
    people.write(4, 3, 12.0).unwrap();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    people.write_number_with_format(4, 4, 46279.0, &date).unwrap();
    people.write(1_000, 1, "last").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_from_the_sheet_and_row_that_name_columns() {
    let table = table_of(&workbook());
    assert_eq!(
        table.source,
        Source::Workbook {
            sheet: "People".into(),
            others: vec!["Read me".into()]
        }
    );
    assert_eq!(table.header.place.record, 4);
    let first = &table.rows[0];
    assert_eq!(
        first.cells,
        ["Søren", "Łukaszewicz", "soren@example.org", "12", "2026-09-14"]
    );
    assert_eq!(first.formulas, [2]);
    assert_eq!(table.rows.last().unwrap().place.record, 1_001);
}

#[test]
fn a_workbook_cut_short_or_unpacking_to_too_much_is_refused() {
    let bytes = workbook();
    assert!(matches!(
        refused(&bytes[..bytes.len() / 2]),
        TableError::Damaged { .. }
    ));
    let tight = Limits {
        unpacked: 100,
        ..Limits::default()
    };
    assert!(matches!(
        read(&bytes, &names, &tight),
        Err(TableError::TooBig { .. })
    ));
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &names, &Limits::default());
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[\"\r\n,;\t|a-cé=\u{feff}]{0,200}") {
        let _ = read(text.as_bytes(), &names, &Limits::default());
    }

    #[test]
    fn a_workbook_with_flipped_bytes_does_not_panic(at in prop::collection::vec((0usize..4_000, any::<u8>()), 1..8)) {
        let mut bytes = workbook();
        for (index, value) in at {
            let index = index % bytes.len();
            bytes[index] = value;
        }
        let _ = read(&bytes, &names, &Limits::default());
    }

    #[test]
    fn every_delimiter_and_encoding_gives_the_same_cells(
        rows in prop::collection::vec(prop::collection::vec("[a-zéñ ,;\"\n]{0,6}z", 3), 2..8),
        delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        writer.write_record(["a", "b", "c"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let table = table_of(&writer.into_inner().unwrap());
        let cells: Vec<Vec<String>> = table.rows.into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(cells, rows);
    }
}

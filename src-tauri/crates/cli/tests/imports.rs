//! Files that cannot be imported: exit code 3, a sentence that names the file, what is wrong and what was
//! expected, and a workspace in which nothing changed. And no formula comes out again as a formula.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::process::{Command, Output};

struct Place {
    folder: tempfile::TempDir,
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

impl Place {
    fn ready() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let made = place.run(&["init", "--facility", "Riverbend", "--zone", "America/Chicago"]);
        assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
        std::fs::write(
            place.path("first.csv"),
            "First name,Last name\nAna,Silva\nBen,Okafor\n",
        )
        .unwrap();
        let first = place.roster("first.csv", &[]);
        assert_eq!(first.status.code(), Some(0), "{}", text(&first.stderr));
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_nexus"))
            .arg("--workspace")
            .arg(self.path("w.nexus"))
            .args(arguments)
            .env("NEXUS_HOME", self.path("home"))
            .env("NEXUS_KEY_FILE", self.path("key"))
            .output()
            .unwrap()
    }

    fn roster(&self, name: &str, more: &[&str]) -> Output {
        let file = self.path(name).to_string_lossy().into_owned();
        self.run(&[&["import", "roster", &file, "--cohort", "PS 26"], more].concat())
    }

    fn responses(&self, name: &str) -> Output {
        let file = self.path(name).to_string_lossy().into_owned();
        self.run(&[
            "import",
            "responses",
            &file,
            "--cohort",
            "PS 26",
            "--instrument",
            "competency-self-assessment",
            "--occasion",
            "baseline",
        ])
    }

    /// Everything that is shown of the data.
    fn shown(&self) -> Vec<u8> {
        let mut all = Vec::new();
        for what in ["people", "cohort", "statistics"] {
            let out = self.run(&["show", what, "--cohort", "PS 26", "--json"]);
            assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
            all.extend(out.stdout);
        }
        all
    }
}

/// A workbook with one sheet, cut or whole.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (at, row) in rows.iter().enumerate() {
        for (column, value) in row.iter().enumerate() {
            sheet
                .write_string(u32::try_from(at).unwrap(), u16::try_from(column).unwrap(), *value)
                .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// Files that are neither a roster nor ratings, each with words of its sentence.
fn unusable() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let whole = workbook(&[&["First name", "Last name"], &["Ana", "Silva"]]);
    let wide = (0..10_000)
        .map(|at| format!("column {at}"))
        .collect::<Vec<_>>()
        .join(",");
    let controls: Vec<u8> = (0..4_000u32)
        .map(|at| [b'a', 1, 2, 7, 27, b'\n'][at as usize % 6])
        .collect();
    vec![
        ("empty.csv", Vec::new(), "empty; expected a table"),
        ("blank.csv", b"\r\n \n\t\n".to_vec(), "empty; expected a table"),
        (
            "page.pdf",
            b"%PDF-1.7 and more".to_vec(),
            "a PDF; expected CSV text or an .xlsx workbook",
        ),
        (
            "photo.csv",
            b"\x89PNG\r\n\x1a\n0000".to_vec(),
            "a PNG picture; expected CSV",
        ),
        (
            "page.html",
            b"<!DOCTYPE html><p>x</p>".to_vec(),
            "a web page or XML; expected CSV",
        ),
        (
            "old.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
            "save it as .xlsx",
        ),
        (
            "program.csv",
            b"\x7fELF\x02\x01".to_vec(),
            "a program; expected CSV",
        ),
        (
            "cut.xlsx",
            whole[..whole.len() / 2].to_vec(),
            "cut short or damaged",
        ),
        ("controls.csv", controls, "bytes that are no text; expected CSV"),
        (
            "nul.csv",
            b"First name,Last name\nA\0na,Silva\n".to_vec(),
            "line 2 holds bytes that are no text",
        ),
        (
            "wide.csv",
            format!("{wide}\n").into_bytes(),
            "10000 columns; expected at most 1000",
        ),
    ]
}

#[test]
fn files_that_are_no_table_are_refused_in_a_sentence_and_change_nothing() {
    let place = Place::ready();
    let before = place.shown();
    for (name, bytes, words) in unusable() {
        std::fs::write(place.path(name), bytes).unwrap();
        for (what, out) in [
            ("roster", place.roster(name, &[])),
            ("roster, dry", place.roster(name, &["--dry-run"])),
            ("responses", place.responses(name)),
        ] {
            let told = text(&out.stderr);
            assert_eq!(out.status.code(), Some(3), "{what} {name}: {told}");
            assert!(
                told.contains(name) && told.contains(words),
                "{what} {name}: {told}"
            );
            assert_eq!(told.trim().lines().count(), 1, "one sentence: {told}");
            assert!(text(&out.stdout).is_empty(), "{what} {name}");
        }
    }
    assert_eq!(place.shown(), before);
}

#[test]
fn a_file_of_100_megabytes_is_refused_at_once() {
    let place = Place::ready();
    let before = place.shown();
    let file = std::fs::File::create(place.path("big.csv")).unwrap();
    file.set_len(100_000_000).unwrap();
    for out in [place.roster("big.csv", &[]), place.responses("big.csv")] {
        let told = text(&out.stderr);
        assert_eq!(out.status.code(), Some(3), "{told}");
        assert!(
            told.contains("big.csv") && told.contains("it has 100000000 bytes, and at most 50000000"),
            "{told}"
        );
    }
    assert_eq!(place.shown(), before);
}

#[test]
fn a_table_of_something_else_says_which_column_is_missing() {
    let place = Place::ready();
    let before = place.shown();
    std::fs::write(place.path("stock.csv"), "colour,weight\nred,3\n").unwrap();
    let out = place.roster("stock.csv", &[]);
    let told = text(&out.stderr);
    assert_eq!(out.status.code(), Some(3), "{told}");
    assert!(
        told.contains("stock.csv") && told.contains("no column holds names"),
        "{told}"
    );
    assert!(told.contains("colour, weight"), "{told}");

    let out = place.responses("stock.csv");
    let told = text(&out.stderr);
    assert_eq!(out.status.code(), Some(3), "{told}");
    assert!(told.contains("stock.csv") && told.contains("expected"), "{told}");

    std::fs::write(place.path("names.csv"), "First name,Last name\n").unwrap();
    let out = place.roster("names.csv", &[]);
    assert_eq!(out.status.code(), Some(3));
    assert!(text(&out.stderr).contains("there are no rows under its column names"));
    assert_eq!(place.shown(), before);
}

#[test]
fn a_file_that_is_not_there_or_is_a_folder_is_named() {
    let place = Place::ready();
    std::fs::create_dir(place.path("folder.csv")).unwrap();
    for name in ["none.csv", "folder.csv"] {
        for out in [place.roster(name, &[]), place.responses(name)] {
            let told = text(&out.stderr);
            assert_eq!(out.status.code(), Some(3), "{name}: {told}");
            assert!(told.contains(name), "{name}: {told}");
        }
    }
}

#[test]
fn a_file_cut_in_a_quotation_keeps_the_good_rows_and_names_the_last() {
    let place = Place::ready();
    std::fs::write(
        place.path("cut.csv"),
        "First name,Last name\nCleo,Adams\nDita,\"Bauer\nErik,Carlsson\n",
    )
    .unwrap();
    let out = place.roster("cut.csv", &[]);
    assert_eq!(out.status.code(), Some(1), "{}", text(&out.stderr));
    assert!(text(&out.stderr).contains("row 3"), "{}", text(&out.stderr));
    assert!(text(&out.stdout).contains("1 added"), "{}", text(&out.stdout));
}

const FORMULAS: [&str; 5] = [
    "=HYPERLINK(\"http://example.org\",\"x\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
];

#[test]
fn formulas_come_in_as_text_and_go_out_without_force() {
    let place = Place::ready();
    let mut rows = vec![vec!["First name", "Last name", "E-mail", "Institution"]];
    for formula in FORMULAS {
        // Without a name the row is set aside, and so comes out in the file of rejects.
        rows.push(vec!["", "", "x", formula]);
    }
    rows.push(vec!["=1+1", "Silva", "s@example.org", FORMULAS[0]]);
    let quoted = |row: &Vec<&str>| {
        let cells: Vec<_> = row
            .iter()
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
            .collect();
        cells.join(",") + "\n"
    };
    std::fs::write(place.path("f.csv"), rows.iter().map(quoted).collect::<String>()).unwrap();
    let slices: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    std::fs::write(place.path("f.xlsx"), workbook(&slices)).unwrap();
    for name in ["f.csv", "f.xlsx"] {
        let rejects = place.path("rejects.csv");
        let rejects_text = rejects.to_string_lossy().into_owned();
        let out = place.roster(name, &["--rejects", &rejects_text]);
        assert_eq!(out.status.code(), Some(1), "{}", text(&out.stderr));
        let written = std::fs::read(&rejects).unwrap();
        let table = nexus_interop::table::read(&written, &|_| 1, &Default::default()).unwrap();
        let cells: Vec<&String> = table.rows.iter().flat_map(|row| &row.cells).collect();
        assert!(cells.len() >= FORMULAS.len(), "{}", text(&written));
        for cell in cells {
            let starts = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!starts, "{name}: {cell:?} would run");
        }
        let held = text(&written);
        assert!(held.contains("'=HYPERLINK"), "{held}");
    }
}

#[test]
fn responses_leave_as_a_table_with_one_that_explains_its_columns() {
    let place = Place::ready();
    let sheets = "Code,Self-Awareness,Influence\nN01,4,-\nN02,,2\n";
    std::fs::write(place.path("sheets.csv"), sheets).unwrap();
    let stored = place.responses("sheets.csv");
    assert_eq!(stored.status.code(), Some(0), "{}", text(&stored.stderr));
    let to = place.path("out.csv").to_string_lossy().into_owned();
    let export = |more: &[&str]| {
        let options = ["export", "responses", "--cohort", "PS 26", "--out", &to];
        place.run(&[&options, more].concat())
    };
    let out = export(&[]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    assert!(text(&out.stdout).contains("2 sheets, 13 items; out-dictionary.csv"));
    let table = std::fs::read_to_string(place.path("out.csv")).unwrap();
    let head = "\u{feff}code,instrument,version,moment,mode,answered,self-awareness,influence,";
    assert!(table.starts_with(head), "{table}");
    assert!(
        table.contains("\r\nN01,competency-self-assessment,1,baseline,file,,4,–,~,"),
        "{table}"
    );
    assert!(
        table.contains("\r\nN02,competency-self-assessment,1,baseline,file,,,2,~,"),
        "{table}"
    );
    let dictionary = std::fs::read_to_string(place.path("out-dictionary.csv")).unwrap();
    assert!(
        dictionary.contains("\r\ninfluence,competency-self-assessment,1,"),
        "{dictionary}"
    );
    // What was exported is read again, and is there already.
    let again = place.responses("out.csv");
    assert!(
        text(&again.stderr).contains("second sheet"),
        "{}",
        text(&again.stderr)
    );
    assert_eq!(export(&["--instrument", "imls-training"]).status.code(), Some(5));
}

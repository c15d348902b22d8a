//! The paper of what is held about a person, as other programs read it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::process::Command;

use nexus_report::documents::Paper;
use nexus_report::documents::record::{Record, RecordRow, RecordSection, record};
use nexus_report::soundness::check;

fn row(label: &str, text: &str, detail: &str) -> RecordRow {
    RecordRow {
        label: label.to_owned(),
        text: text.to_owned(),
        detail: detail.to_owned(),
    }
}

fn input(answers: usize) -> Record {
    let answers = (1..=answers).map(|at| {
        let label = format!("Statement {at:03} of a sheet that goes on and on");
        row(&label, &format!("answer {at:03}"), "")
    });
    Record {
        name: "Søren Łukaszewicz".to_owned(),
        facility: "Riverbend".to_owned(),
        as_of: "2026-11-30".parse().unwrap(),
        lead: "Everything that Riverbend holds about you.".to_owned(),
        left_out: "Not in here: backups.".to_owned(),
        sections: vec![
            RecordSection {
                level: 2,
                title: "Who you are".to_owned(),
                rows: vec![row("Family name", "Łukaszewicz", ""), row("Level", "Mid", "")],
            },
            RecordSection {
                level: 2,
                title: "Prairie State cohort".to_owned(),
                rows: vec![row("Participant code", "N01", "")],
            },
            RecordSection {
                level: 3,
                title: "Self-assessment".to_owned(),
                rows: answers.collect(),
            },
            RecordSection {
                level: 2,
                title: "What you allow".to_owned(),
                rows: vec![row(
                    "3 May 2026",
                    "Photos · allowed",
                    "on paper · Photos that show me",
                )],
            },
        ],
        paper: Paper::Letter,
    }
}

fn told(program: &str, before: &[&str], bytes: &[u8], after: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.pdf");
    std::fs::write(&path, bytes).unwrap();
    let output = Command::new(program)
        .args(before)
        .arg(&path)
        .args(after)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program}: {text}");
    text
}

#[test]
fn every_row_is_on_the_paper_over_as_many_pages_as_it_takes() {
    let bytes = record(&input(200)).unwrap().pdf().unwrap();
    assert!(
        bytes == record(&input(200)).unwrap().pdf().unwrap(),
        "the same data, the same bytes"
    );
    told("qpdf", &["--check"], &bytes, &[]);
    assert_eq!(check(&bytes), []);
    let text = told("pdftotext", &["-enc", "UTF-8"], &bytes, &["-"]);
    for at in 1..=200 {
        assert!(text.contains(&format!("answer {at:03}")), "{at}");
    }
    for words in [
        "Søren Łukaszewicz",
        "Not in here",
        "Photos that show me",
        "30 November 2026",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn a_screen_reader_finds_its_sections_and_which_row_tells_of_what() {
    let structure = told(
        "pdfinfo",
        &["-struct-text"],
        &record(&input(3)).unwrap().pdf().unwrap(),
        &[],
    );
    for part in [
        "H1 (block)",
        "H2 (block)",
        "H3 (block)",
        "Table (block)",
        "/Scope /Column",
        "/Scope /Row",
    ] {
        assert!(structure.contains(part), "{part}: {structure}");
    }
    let order = [
        "Who you are",
        "Participant code",
        "Self-assessment",
        "What you allow",
    ];
    let places: Vec<_> = order.map(|words| structure.find(words).unwrap()).to_vec();
    assert!(places.is_sorted(), "{structure}");
}

//! The command line as other programs see it: output, exit codes, files.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

struct Place {
    folder: tempfile::TempDir,
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../../tests/fixtures/rosters")
        .join(name)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

impl Place {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run_with(&self, key: &Path, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_nexus"))
            .arg("--workspace")
            .arg(self.path("facility/w.nexus"))
            .args(arguments)
            .env("NEXUS_HOME", self.path("home"))
            .env("NEXUS_KEY_FILE", key)
            .output()
            .unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.run_with(&self.path("key"), arguments)
    }

    fn ready() -> Self {
        let place = Self::new();
        let made = place.run(&["init", "--facility", "Riverbend", "--zone", "America/Chicago"]);
        assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
        place
    }

    fn people(&self) -> serde_json::Value {
        let shown = self.run(&["show", "people", "--cohort", "PS 26", "--json"]);
        assert_eq!(shown.status.code(), Some(0), "{}", text(&shown.stderr));
        serde_json::from_slice(&shown.stdout).unwrap()
    }

    fn import(&self, file: &Path, more: &[&str]) -> Output {
        let file = file.to_string_lossy().into_owned();
        self.run(&[&["import", "roster", &file, "--cohort", "PS 26"], more].concat())
    }
}

#[test]
fn the_sample_roster_goes_in_and_the_german_one_adds_nobody() {
    let place = Place::ready();
    let rejects = place.path("rejects.csv");
    let rejects_text = rejects.to_string_lossy().into_owned();

    let dry = place.import(&fixture("roster.csv"), &["--dry-run"]);
    assert_eq!(dry.status.code(), Some(1));
    assert!(text(&dry.stdout).contains("would add 24"));
    assert_eq!(
        place
            .run(&["show", "people", "--cohort", "PS 26", "--json"])
            .status
            .code(),
        Some(5)
    );

    let first = place.import(&fixture("roster.csv"), &["--rejects", &rejects_text]);
    assert_eq!(first.status.code(), Some(1), "{}", text(&first.stderr));
    assert!(
        text(&first.stdout).contains("24 added"),
        "{}",
        text(&first.stdout)
    );
    let told = text(&first.stderr);
    for row in [
        "row 13",
        "row 27 (line 28)",
        "row 28 (line 29)",
        "row 20 (line 21)",
        "row 7",
    ] {
        assert!(told.contains(row), "{row} in {told}");
    }
    assert!(std::fs::read_to_string(&rejects).unwrap().contains("28,"));

    let before = place.people();
    assert_eq!(before["people"].as_array().unwrap().len(), 24);
    assert_eq!(before["people"][0]["family"], "Łukaszewicz");
    let german = place.import(&fixture("roster-excel-de.csv"), &[]);
    assert_eq!(german.status.code(), Some(0), "{}", text(&german.stderr));
    assert!(text(&german.stdout).contains("0 added"));
    assert_eq!(place.people()["people"], before["people"]);

    let verified = place.run(&["verify"]);
    assert_eq!(verified.status.code(), Some(0), "{}", text(&verified.stderr));
    let cohort = place.run(&["show", "cohort", "--cohort", "PS 26", "--json"]);
    let cohort: serde_json::Value = serde_json::from_slice(&cohort.stdout).unwrap();
    assert_eq!(
        (cohort["schema"].as_u64(), cohort["cohort"]["people"].as_u64()),
        (Some(1), Some(24))
    );
}

#[test]
fn a_mapping_file_names_fields_and_a_wrong_one_says_what_may_stand_there() {
    let place = Place::ready();
    std::fs::write(place.path("r.csv"), "Call name,Clan\nAna,Silva\n").unwrap();
    let map = place.path("m.json");
    let map_text = map.to_string_lossy().into_owned();
    std::fs::write(&map, r#"{"Call name": "given", "Clan": "surname"}"#).unwrap();
    let wrong = place.import(&place.path("r.csv"), &["--map", &map_text]);
    assert_eq!(wrong.status.code(), Some(3));
    std::fs::write(&map, r#"{"Call name": "given", "Clan": "family"}"#).unwrap();
    let right = place.import(&place.path("r.csv"), &["--map", &map_text]);
    assert_eq!(right.status.code(), Some(0), "{}", text(&right.stderr));
    assert_eq!(place.people()["people"][0]["family"], "Silva");
}

#[test]
fn each_failure_has_its_exit_code_and_changes_nothing() {
    let place = Place::ready();
    std::fs::write(place.path("empty.csv"), "").unwrap();
    std::fs::write(place.path("page.pdf"), "%PDF-1.7").unwrap();
    assert_eq!(place.run(&["init"]).status.code(), Some(2));
    assert_eq!(place.run(&["sing"]).status.code(), Some(2));
    assert_eq!(place.import(&place.path("empty.csv"), &[]).status.code(), Some(3));
    assert_eq!(place.import(&place.path("page.pdf"), &[]).status.code(), Some(3));
    assert_eq!(place.import(&place.path("none.csv"), &[]).status.code(), Some(3));
    assert_eq!(
        place
            .run(&["show", "people", "--cohort", "PS 26", "--json"])
            .status
            .code(),
        Some(5)
    );
    let again = place.run(&["init", "--facility", "X", "--zone", "Europe/Berlin"]);
    assert_eq!(again.status.code(), Some(4));
    assert_eq!(place.run(&["verify"]).status.code(), Some(0));
}

#[test]
fn bad_rosters_are_told_in_a_sentence_and_change_nothing() {
    let place = Place::ready();
    let wide: Vec<String> = (0..10_000).map(|at| format!("c{at}")).collect();
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("empty.csv", Vec::new(), "the file is empty"),
        ("page.pdf", b"%PDF-1.7".to_vec(), "a PDF"),
        ("cut.xlsx", b"PK\x03\x04 cut".to_vec(), "cut short or damaged"),
        (
            "noise.csv",
            b"a,b\n\x01\x02\x03\x04\n".to_vec(),
            "line 2 holds bytes that are no text",
        ),
        (
            "wide.csv",
            wide.join(",").into_bytes(),
            "10000 columns; expected at most 1000",
        ),
        (
            "endless.csv",
            vec![b','; 1_000_000],
            "columns; expected at most 1000",
        ),
        (
            "other.csv",
            b"colour,weight\nred,3\n".to_vec(),
            "its columns are colour, weight",
        ),
        (
            "bare.csv",
            b"First name,Last name\n".to_vec(),
            "no rows under its column names",
        ),
    ];
    let refused = |path: &Path, words: &str| {
        let out = place.import(path, &[]);
        let told = text(&out.stderr);
        assert_eq!(out.status.code(), Some(3), "{}: {told}", path.display());
        assert!(told.contains("cannot be used") && told.contains(words), "{told}");
    };
    for (name, bytes, words) in cases {
        let path = place.path(name);
        std::fs::write(&path, bytes).unwrap();
        refused(&path, words);
    }
    let big = place.path("big.csv");
    std::fs::File::create(&big).unwrap().set_len(100_000_000).unwrap();
    refused(&big, "100000000 bytes");
    refused(place.folder.path(), "it is a folder");
    assert_eq!(
        place
            .run(&["show", "people", "--cohort", "PS 26", "--json"])
            .status
            .code(),
        Some(5)
    );
}

#[test]
fn bad_workspaces_are_told_in_a_sentence_and_stay_as_they_are() {
    let place = Place::ready();
    let whole = std::fs::read(place.path("facility/w.nexus")).unwrap();
    let keys = std::fs::read(place.path("facility/w.keys")).unwrap();
    let mut hurt = whole.clone();
    hurt[100..200].fill(0xaa);
    let cases: [(&str, Vec<u8>, &str); 5] = [
        ("page", b"%PDF-1.7 and more".to_vec(), "a PDF"),
        (
            "plain",
            b"SQLite format 3\0 and more".to_vec(),
            "an unencrypted database",
        ),
        ("none", Vec::new(), "an empty file"),
        ("short", whole[..1_000].to_vec(), "shorter than one page"),
        ("hurt", hurt, "does not open"),
    ];
    for (name, bytes, words) in cases {
        let path = place.path(&format!("{name}.nexus"));
        std::fs::write(&path, &bytes).unwrap();
        std::fs::write(place.path(&format!("{name}.keys")), &keys).unwrap();
        for command in [&["verify"][..], &["sample"]] {
            let out = Command::new(env!("CARGO_BIN_EXE_nexus"))
                .arg("--workspace")
                .arg(&path)
                .args(command)
                .env("NEXUS_HOME", place.path("home"))
                .env("NEXUS_KEY_FILE", place.path("key"))
                .output()
                .unwrap();
            let told = text(&out.stderr);
            assert_eq!(out.status.code(), Some(4), "{name}: {told}");
            assert!(told.contains(words), "{name}: {told}");
            assert_eq!(std::fs::read(&path).unwrap(), bytes, "{name}");
        }
    }
}

#[test]
fn without_its_key_the_workspace_stays_shut() {
    let place = Place::ready();
    let missing = place.run_with(&place.path("none"), &["verify"]);
    assert_eq!(missing.status.code(), Some(4));
    assert!(
        text(&missing.stderr).contains("key file"),
        "{}",
        text(&missing.stderr)
    );
    assert!(!place.path("none").exists(), "a key file is never made silently");
    std::fs::write(place.path("other"), [7; 64]).unwrap();
    assert_eq!(
        place.run_with(&place.path("other"), &["verify"]).status.code(),
        Some(4)
    );
    std::fs::remove_file(place.path("facility/w.keys")).unwrap();
    assert_eq!(place.run(&["verify"]).status.code(), Some(4));
}

#[test]
fn a_zone_that_does_not_exist_makes_no_workspace() {
    let place = Place::new();
    let refused = place.run(&["init", "--facility", "Riverbend", "--zone", "Mars/Olympus"]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(text(&refused.stderr).contains("Mars/Olympus"));
    assert!(!place.path("facility").exists() && !place.path("key").exists());
}

#[test]
fn the_summary_of_a_participant_is_the_same_bytes_for_the_same_data() {
    let place = Place::ready();
    assert_eq!(place.import(&fixture("roster.csv"), &[]).status.code(), Some(1));
    let report = |name: &str, code: &str| {
        let out = place.path(name).to_string_lossy().into_owned();
        place.run(&["report", "participant", code, "--cohort", "PS 26", "--out", &out])
    };
    assert_eq!(report("one.pdf", "N01").status.code(), Some(0));
    assert_eq!(report("two.pdf", "n01").status.code(), Some(0));
    let (one, two) = (
        std::fs::read(place.path("one.pdf")).unwrap(),
        std::fs::read(place.path("two.pdf")).unwrap(),
    );
    assert!(one.starts_with(b"%PDF-") && one == two);
    let words = Command::new("pdftotext")
        .arg(place.path("one.pdf"))
        .arg("-")
        .output()
        .unwrap();
    assert!(
        text(&words.stdout).contains("Søren Łukaszewicz"),
        "{}",
        text(&words.stdout)
    );
    assert!(
        Command::new("qpdf")
            .arg("--check")
            .arg(place.path("one.pdf"))
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(report("three.pdf", "N99").status.code(), Some(5));
}

#[test]
fn the_sample_stands_beside_real_data() {
    let place = Place::ready();
    let made = place.run(&["sample", "--size", "S"]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let id = text(&made.stdout).trim().to_owned();
    let shown = place.run(&["show", "people", "--cohort", &id, "--json"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(shown["people"].as_array().unwrap().len(), 24);
    assert_eq!(shown["cohort"]["sample"], true);

    let shown = place.run(&["show", "person", "n17", "--cohort", &id, "--json"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(shown["schema"], 1);
    assert_eq!(shown["person"]["records"][0]["family"], "Almeida");
    assert_eq!(shown["person"]["cohorts"].as_array().unwrap().len(), 2);
    let missing = place.run(&["show", "person", "N99", "--cohort", &id, "--json"]);
    assert_eq!(missing.status.code(), Some(5));

    let program = "Leading from where you are (sample)";
    let shown = place.run(&["show", "outcomes", "--program", program, "--json"]);
    assert_eq!(shown.status.code(), Some(0), "{}", text(&shown.stderr));
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    let outcomes = shown["outcomes"]["outcomes"].as_array().unwrap();
    let evidence = |one: &serde_json::Value| one["evidence"].as_array().unwrap().len();
    assert_eq!(outcomes.len(), 9);
    assert_eq!(outcomes.iter().map(evidence).sum::<usize>(), 5 + 8);
    let missing = place.run(&["show", "outcomes", "--program", "None such", "--json"]);
    assert_eq!(missing.status.code(), Some(5));

    let shown = place.run(&["show", "model", "--program", program, "--json"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(shown["model"]["participation"]["leaders"], 24 + 12);
    let facts = ["--rows", "region", "--columns", "size"];
    let shown = place.run(&[&["show", "reach", "--program", program, "--json"][..], &facts].concat());
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(shown["reach"]["total"]["enrolled"], 24 + 12);
    assert!(shown["reach"]["rows"].as_array().unwrap().len() > 5);
    let wrong = place.run(&["show", "reach", "--program", program, "--rows", "age", "--json"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(text(&wrong.stderr).contains("expected sector, level, size or region"));
    let shown = place.run(&["show", "inputs", "--program", program, "--json"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(shown["inputs"]["partners"].as_array().unwrap().len(), 3);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let place = Place::ready();
    let made = place.run(&["sample", "--size", "S"]);
    assert_eq!(made.status.code(), Some(0));
    let cohort = text(&made.stdout).trim().to_owned();
    let mut show = Command::new(env!("CARGO_BIN_EXE_nexus"))
        .arg("--workspace")
        .arg(place.path("facility/w.nexus"))
        .args(["show", "people", "--cohort", &cohort, "--json"])
        .env("NEXUS_HOME", place.path("home"))
        .env("NEXUS_KEY_FILE", place.path("key"))
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(show.stdout.take());
    assert_eq!(show.wait().unwrap().code(), Some(0));
}

//! `nexus export data` and `nexus export all` as other programs see them.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::process::{Command, Output};

struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    /// A workspace with the sample alone.
    fn ready() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        for arguments in [
            ["init", "--facility", "Riverbend", "--zone", "America/Chicago"].as_slice(),
            &["sample", "--seed", "7"],
        ] {
            let done = place.run(arguments);
            assert_eq!(done.status.code(), Some(0), "{}", told(&done.stderr));
        }
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

    /// Exports to a file of this name; its exit code and what it said.
    fn export(&self, arguments: &[&str], out: &str) -> (Option<i32>, String) {
        let out = self.path(out).to_string_lossy().into_owned();
        let output = self.run(&[&["export"], arguments, &["--out", &out]].concat());
        let said = told(&output.stdout) + &told(&output.stderr);
        (output.status.code(), said)
    }
}

fn told(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn one_table_of_a_cohort_goes_out_by_codes_or_with_names() {
    let place = Place::ready();
    let mark = sample_mark(&place);
    let ask = |what: &str, format: &str, out: &str, more: &[&str]| {
        let words = ["data", "--what", what, "--format", format, "--cohort", &mark];
        let (code, said) = place.export(&[words.as_slice(), more].concat(), out);
        assert_eq!(code, Some(0), "{said}");
        (said, std::fs::read_to_string(place.path(out)).unwrap())
    };
    let (said, people) = ask("people", "csv", "people.csv", &[]);
    assert!(said.contains("24 rows; people-dictionary.csv"), "{said}");
    assert!(
        people
            .lines()
            .next()
            .unwrap()
            .contains(",given_name,family_name,email,")
    );
    assert_eq!(people.lines().count(), 25);
    let (_, came) = ask("attendance", "jsonl", "came.jsonl", &[]);
    assert!(!came.contains("\"name\""));
    let (_, came) = ask("attendance", "jsonl", "came.jsonl", &["--names"]);
    assert!(came.matches("\"name\":\"").count() > 24);
}

/// The short mark of the cohort of 24.
fn sample_mark(place: &Place) -> String {
    let (code, said) = place.export(&["all", "--format", "jsonl", "--with-sample"], "all.jsonl");
    assert_eq!(code, Some(0), "{said}");
    let all = std::fs::read_to_string(place.path("all.jsonl")).unwrap();
    let cohorts = all
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|line| line["kind"] == "cohort");
    let marks = cohorts.map(|line| line["mark"].as_str().unwrap().to_owned());
    marks.into_iter().find(|mark| mark.starts_with("SC")).unwrap()
}

#[test]
fn everything_goes_out_without_samples_unless_they_are_asked_for() {
    let place = Place::ready();
    let (code, said) = place.export(&["all", "--format", "jsonl"], "all.jsonl");
    assert_eq!(code, Some(0), "{said}");
    let all = std::fs::read_to_string(place.path("all.jsonl")).unwrap();
    assert!(!all.contains("\"kind\":\"cohort\""));
    let (code, said) = place.export(&["all", "--format", "xlsx", "--with-sample"], "all.xlsx");
    assert_eq!(code, Some(0), "{said}");
    assert!(std::fs::read(place.path("all.xlsx")).unwrap().starts_with(b"PK"));
}

#[test]
fn what_cannot_be_is_refused_with_its_code() {
    let place = Place::ready();
    for (arguments, code) in [
        (["all", "--format", "csv"].as_slice(), 2),
        (&["all", "--format", "pdf"], 2),
        (&["data", "--what", "nothing", "--format", "csv"], 2),
        (&["data", "--what", "everything", "--format", "jsonl"], 2),
        (&["all", "--format", "xlsx", "--cohort", "SC", "--with-sample"], 2),
        (
            &[
                "data", "--what", "people", "--format", "csv", "--cohort", "nobody",
            ],
            5,
        ),
    ] {
        let (found, said) = place.export(arguments, "refused");
        assert_eq!(found, Some(code), "{arguments:?}: {said}");
        assert!(!place.path("refused").exists());
    }
    let (code, _) = place.export(
        &["data", "--what", "people", "--format", "csv"],
        "no/such/folder.csv",
    );
    assert_eq!(code, Some(3));
}

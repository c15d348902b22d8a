//! Agendas and sessions on the command line: output, exit codes.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

struct Place {
    folder: tempfile::TempDir,
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../../tests/fixtures")
        .join(name)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

impl Place {
    /// A workspace with a cohort of 24.
    fn ready() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let made = place.run(&["init", "--facility", "Riverbend", "--zone", "America/Chicago"]);
        assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
        let roster = fixture("rosters/roster.csv").to_string_lossy().into_owned();
        place.run(&["import", "roster", &roster, "--cohort", "PS 26"]);
        place
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_nexus"))
            .arg("--workspace")
            .arg(self.folder.path().join("facility/w.nexus"))
            .args(arguments)
            .env("NEXUS_HOME", self.folder.path().join("home"))
            .env("NEXUS_KEY_FILE", self.folder.path().join("key"))
            .output()
            .unwrap()
    }

    fn import(&self, file: &Path, day: &str) -> Output {
        let file = file.to_string_lossy().into_owned();
        self.run(&["import", "agenda", &file, "--cohort", "PS 26", "--date", day])
    }

    fn sessions(&self) -> Value {
        let shown = self.run(&["show", "session", "--cohort", "PS 26", "--json"]);
        assert_eq!(shown.status.code(), Some(0), "{}", text(&shown.stderr));
        serde_json::from_slice(&shown.stdout).unwrap()
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }
}

#[test]
fn the_sample_agenda_is_imported_once_and_shown_with_everybody_expected() {
    let place = Place::ready();
    let first = place.import(&fixture("agenda.md"), "2026-10-05");
    assert_eq!(
        (first.status.code(), text(&first.stderr)),
        (Some(0), String::new())
    );
    assert!(text(&first.stdout).contains("14 blocks, 0 lines left out"));
    let again = place.import(&fixture("agenda.md"), "2026-10-05");
    assert_eq!(again.status.code(), Some(3));
    assert!(
        text(&again.stderr).contains("2026-10-05"),
        "{}",
        text(&again.stderr)
    );
    assert_eq!(
        place.import(&fixture("agenda.md"), "2026-10-06").status.code(),
        Some(0)
    );

    let shown = place.sessions();
    assert_eq!(shown["schema"], 1);
    let sessions = shown["sessions"].as_array().unwrap();
    assert_eq!(sessions.len(), 2);
    let session = &sessions[0];
    assert_eq!(
        (&session["state"], &session["date"]),
        (&"planned".into(), &"2026-10-05".into())
    );
    let blocks = session["agenda"].as_array().unwrap();
    let locked: Vec<_> = blocks
        .iter()
        .filter(|block| block["locked"] == true)
        .filter_map(|block| block["starts"].as_str())
        .collect();
    assert_eq!((blocks.len(), locked), (14, vec!["12:30", "16:45"]));
    assert_eq!(blocks[5]["competencies"][1], "Developing Others");
    assert_eq!(blocks[0]["began"], Value::Null);
    assert_eq!(session["tally"]["expected"], 24);
    let marks = session["attendance"].as_array().unwrap();
    assert_eq!(
        (marks.len(), &marks[0]["code"], &marks[0]["mark"]),
        (24, &"N01".into(), &"expected".into())
    );
    assert_eq!(place.run(&["verify"]).status.code(), Some(0));
}

#[test]
fn lines_that_cannot_be_read_are_named_and_the_rest_is_kept() {
    let place = Place::ready();
    let half = place.write(
        "half.txt",
        "# Half day (Hall, Mars/Olympus)\n09:00 Welcome (20 min) [Juggling]\nlunch\n",
    );
    let done = place.import(&half, "2026-10-05");
    assert_eq!(done.status.code(), Some(1));
    let told = text(&done.stderr);
    for words in [
        "half.txt, line 1: found \"Mars/Olympus\"",
        "half.txt, line 3: found \"lunch\"",
        "Juggling",
    ] {
        assert!(told.contains(words), "{words} in {told}");
    }
    assert_eq!(place.sessions()["sessions"][0]["blocks"], 1);
}

#[test]
fn what_is_no_agenda_changes_nothing_and_has_its_exit_code() {
    let place = Place::ready();
    let bad = [
        place.write("empty.txt", ""),
        place.write("words.txt", "lunch\n"),
        place.write("page.txt", "%PDF-1.7"),
        place.folder.path().join("none.txt"),
    ];
    for file in &bad {
        let refused = place.import(file, "2026-10-05");
        assert_eq!(
            refused.status.code(),
            Some(3),
            "{}: {}",
            file.display(),
            text(&refused.stderr)
        );
        assert!(!refused.stderr.is_empty());
    }
    assert_eq!(
        place.import(&fixture("agenda.md"), "5 Oct").status.code(),
        Some(2)
    );
    let file = fixture("agenda.md").to_string_lossy().into_owned();
    let nobody = place.run(&[
        "import",
        "agenda",
        &file,
        "--cohort",
        "XX",
        "--date",
        "2026-10-05",
    ]);
    assert_eq!(nobody.status.code(), Some(5));
    assert_eq!(
        place
            .run(&["show", "session", "--cohort", "XX", "--json"])
            .status
            .code(),
        Some(5)
    );
    assert!(place.sessions()["sessions"].as_array().unwrap().is_empty());
}

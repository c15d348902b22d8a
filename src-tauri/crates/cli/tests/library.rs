//! Instruments and frameworks from a terminal: what is there, out as a file, and in again elsewhere.
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
    fn new() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        place.good(&["init", "--facility", "Riverbend", "--zone", "America/Chicago"]);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_nexus"))
            .arg("--workspace")
            .arg(self.path("facility/w.nexus"))
            .args(arguments)
            .env("NEXUS_HOME", self.path("home"))
            .env("NEXUS_KEY_FILE", self.path("key"))
            .output()
            .unwrap()
    }

    fn good(&self, arguments: &[&str]) -> String {
        let out = self.run(arguments);
        assert_eq!(out.status.code(), Some(0), "{arguments:?}: {}", text(&out.stderr));
        text(&out.stdout)
    }

    fn shown(&self, what: &str) -> serde_json::Value {
        let shown: serde_json::Value = serde_json::from_str(&self.good(&["show", what, "--json"])).unwrap();
        assert_eq!(shown["schema"], 1);
        shown[what].clone()
    }
}

#[test]
fn a_sheet_goes_out_and_in_under_another_id_and_a_bad_file_changes_nothing() {
    let (here, there) = (Place::new(), Place::new());
    here.good(&["sample"]);
    let shown = here.shown("instruments");
    assert_eq!(shown.as_array().unwrap().len(), 3);
    assert_eq!(shown[0]["definition"]["key"], "competency-self-assessment");
    assert_eq!(shown[0]["draft"]["number"], 2);
    assert_eq!(shown[1]["definition"]["locked"], true);
    assert_eq!(here.shown("frameworks")[0]["definition"]["size"], 13);

    let file = here.path("sheet.json");
    let name = file.to_string_lossy().into_owned();
    let told = here.good(&[
        "export",
        "instrument",
        "competency-self-assessment",
        "--number",
        "1",
        "--out",
        &name,
    ]);
    assert!(told.contains("version 1"), "{told}");
    let told = there.good(&["import", "instrument", &name]);
    assert!(told.contains("here already"), "{told}");
    let other = std::fs::read_to_string(&file).unwrap();
    let other = other.replace("\"competency-self-assessment\"", "\"self-check\"");
    std::fs::write(&file, &other).unwrap();
    let told = there.good(&["import", "instrument", &name, "--dry-run"]);
    assert!(told.contains("would be") && told.contains("new"), "{told}");
    assert_eq!(there.shown("instruments").as_array().unwrap().len(), 3);
    there.good(&["import", "instrument", &name]);
    let shown = there.shown("instruments");
    assert_eq!(shown.as_array().unwrap().len(), 4);

    std::fs::write(&file, other.replace("\"high\": 5", "\"high\": 99")).unwrap();
    let refused = there.run(&["import", "instrument", &name]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(
        text(&refused.stderr).contains("scale"),
        "{}",
        text(&refused.stderr)
    );
    assert_eq!(there.shown("instruments"), shown);
    let unknown = there.run(&["export", "framework", "nowhere", "--out", &name]);
    assert_eq!(unknown.status.code(), Some(5));
    there.good(&["verify"]);
}

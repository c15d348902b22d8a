//! The curriculum from a terminal: what is there, out as a file, and in again elsewhere.
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

    fn modules(&self) -> serde_json::Value {
        let shown = self.good(&["show", "curriculum", "--json"]);
        let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
        assert_eq!(shown["schema"], 1);
        shown["modules"].clone()
    }
}

#[test]
fn the_curriculum_goes_out_and_in_and_a_bad_file_changes_nothing() {
    let (here, there) = (Place::new(), Place::new());
    here.good(&["sample"]);
    let file = here.path("modules.json");
    let file = file.to_string_lossy().into_owned();
    let told = here.good(&["export", "curriculum", "--out", &file]);
    assert!(told.contains("8 modules, 8 published versions"), "{told}");

    let dry = there.good(&["import", "curriculum", &file, "--dry-run"]);
    assert!(dry.contains("would be: 8 modules new"), "{dry}");
    assert_eq!(there.modules(), serde_json::json!([]));
    there.good(&["import", "curriculum", &file]);
    let modules = there.modules();
    assert_eq!(modules.as_array().unwrap().len(), 8);
    let again = there.good(&["import", "curriculum", &file]);
    assert!(
        again.contains("0 modules new, 0 new versions, 8 here already"),
        "{again}"
    );
    let back = there.path("back.json").to_string_lossy().into_owned();
    there.good(&["export", "curriculum", "--out", &back]);
    assert_eq!(std::fs::read(&back).unwrap(), std::fs::read(&file).unwrap());
    there.good(&["verify"]);

    let one = there.path("one.json").to_string_lossy().into_owned();
    there.good(&[
        "export",
        "curriculum",
        "--out",
        &one,
        "--module",
        "clinic in FIVES",
    ]);
    let one: serde_json::Value = serde_json::from_slice(&std::fs::read(&one).unwrap()).unwrap();
    assert_eq!(one["modules"].as_array().unwrap().len(), 1);
    let missing = there.run(&["export", "curriculum", "--out", &back, "--module", "Nothing"]);
    assert_eq!(missing.status.code(), Some(5));

    let damaged = there.path("damaged.json");
    let whole = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&damaged, &whole[..whole.len() / 2]).unwrap();
    let refused = there.run(&["import", "curriculum", &damaged.to_string_lossy()]);
    assert_eq!(refused.status.code(), Some(3), "{}", text(&refused.stdout));
    assert!(
        text(&refused.stderr).contains("line"),
        "{}",
        text(&refused.stderr)
    );
    let large = std::fs::File::create(&damaged).unwrap();
    large.set_len(50_000_000).unwrap();
    let refused = there.run(&["import", "curriculum", &damaged.to_string_lossy()]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(
        text(&refused.stderr).contains("50000000 bytes"),
        "{}",
        text(&refused.stderr)
    );
    assert_eq!(there.modules(), modules);

    let mut other: serde_json::Value = serde_json::from_str(&whole).unwrap();
    let version = &mut other["modules"][0]["versions"][0];
    version["text"]["purpose"] = "Something else.".into();
    let touched = there.path("touched.json");
    std::fs::write(&touched, other.to_string()).unwrap();
    let refused = there.run(&["import", "curriculum", &touched.to_string_lossy()]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(text(&refused.stderr).contains("changed after it was published"));
    other["modules"][0]["versions"][0]
        .as_object_mut()
        .unwrap()
        .remove("id");
    std::fs::write(&touched, other.to_string()).unwrap();
    let twin = there.run(&["import", "curriculum", &touched.to_string_lossy()]);
    assert_eq!(twin.status.code(), Some(1));
    assert!(text(&twin.stderr).contains("version 1: another text has this number here"));
    let undecided = there.run(&["export", "curriculum", "--out", &back]);
    assert_eq!(undecided.status.code(), Some(3));
}

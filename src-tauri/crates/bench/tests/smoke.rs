//! The bench in little: that it measures everything it lists and counts right, never how fast anything is.
#![allow(clippy::unwrap_used)]

use std::process::Command;

#[test]
fn every_line_is_measured_on_the_rows_that_there_are() {
    let folder = tempfile::tempdir().unwrap();
    let out = Command::new(env!("CARGO_BIN_EXE_nexus-bench"))
        .args(["--size", "S", "--smoke", "--out"])
        .arg(folder.path())
        .output()
        .unwrap();
    let table = String::from_utf8(out.stdout).unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    println!("{table}");
    assert_eq!(
        std::fs::read_to_string(folder.path().join("smoke.md")).unwrap(),
        table
    );

    let lines = std::fs::read(folder.path().join("smoke.json")).unwrap();
    let lines: Vec<serde_json::Value> = serde_json::from_slice(&lines).unwrap();
    let against = |what: &str| {
        let line = lines.iter().find(|line| line["what"] == what);
        line.unwrap_or_else(|| panic!("no line {what}"))["against"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    // Five sectors and six levels, 24 people with an enrolment, six sessions, three occasions.
    for (what, rows) in [
        ("list of cohorts", 1 + 1),
        ("people of a cohort", 1 + 24 + 24 + 5 + 6),
        ("counts of the sidebar", 24 + 6 + 3 + 24),
        ("sessions of a cohort", 1 + 24 + 24 + 6 + 6 * 8 + 6 * 24),
        ("projects of a cohort", 1 + 24 + 24 + 24 + 24 + 24 * 4 + 24 * 5),
        ("the bin", 1),
    ] {
        assert_eq!(against(what), format!("its {rows} rows by primary key"), "{what}");
    }
    assert_eq!(
        against("import of a roster of 50 people, from the file to the commit"),
        "its 100 rows without the log"
    );
    for line in &lines {
        let (what, unit) = (&line["what"], &line["unit"]);
        assert!(
            line["value"].as_f64().is_some() || !cfg!(target_os = "linux"),
            "{what}"
        );
        assert!(unit != "ms" || line["value"].as_f64() > Some(0.0), "{what}");
        assert!(table.contains(what.as_str().unwrap()), "{what}");
    }
    // Without the tools there is nothing to hold the documents beside, and the table says so for each of the two.
    let apart = lines.iter().filter(|line| line["baseline"].is_null()).count();
    assert_eq!(table.matches("not installed, no comparison").count(), 4);
    let ratios = table.matches(" × ").count();
    assert!(
        ratios >= lines.len() - apart - 2,
        "{ratios} ratios of {} lines\n{table}",
        lines.len()
    );
}

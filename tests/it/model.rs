//! The table of the logic model: each row that is there has a journey that exists.

use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The cells of the table's rows, without its head.
fn rows(text: &str) -> Vec<Vec<String>> {
    let rows = text.lines().filter(|line| line.starts_with("| ")).skip(1);
    rows.map(|line| {
        line.trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    })
    .collect()
}

#[test]
fn every_row_of_the_logic_model_has_a_journey_or_says_that_it_is_not_there_yet() {
    let rows = rows(&std::fs::read_to_string(root().join("docs/logic-model.md")).unwrap());
    assert!(rows.len() >= 19, "rows are missing: {}", rows.len());
    for row in rows {
        let [name, place, journey] = row.as_slice() else {
            panic!("three cells: {row:?}");
        };
        if journey == "–" {
            assert!(place.contains("not yet"), "{name} has no journey");
            continue;
        }
        let (module, test) = journey
            .trim_matches('`')
            .split_once("::")
            .unwrap_or_else(|| panic!("{name}: {journey} is no journey"));
        let source = std::fs::read_to_string(root().join(format!("tests/journeys/{module}.rs"))).unwrap();
        assert!(
            source.contains(&format!("async fn {test}()")),
            "{name}: there is no journey {journey}"
        );
    }
}

//! What may be written to the log. Errors of use-cases name people and places of files, so only their codes are
//! logged; each field that is logged stands in this list.

use std::path::{Path, PathBuf};

/// Fields that hold no personal data, whatever happens.
const FIELDS: &[&str] = &["code", "column", "dropped", "kept", "line", "name", "value"];

/// Files that may log an `error`: those of the window, which never sees data, and of the disk without a path.
const PLAIN_ERRORS: &[&str] = &[
    "crates/app/src/settings/prints.rs",
    "src/error.rs",
    "src/lib.rs",
    "src/state.rs",
    "src/tasks.rs",
    "src/window/mod.rs",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !["target", "gen", "tests"].contains(&name.as_str()) {
            sources(&path, found);
        } else if name.ends_with(".rs") && name != "tests.rs" {
            found.push(path);
        }
    }
}

/// The text between the parentheses of each call of `tracing`.
fn calls(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for level in ["error", "warn", "info", "debug", "trace"] {
        for rest in text.split(&format!("tracing::{level}!(")).skip(1) {
            found.push(rest[..closed(rest)].trim_end());
        }
    }
    found
}

/// Where the parenthesis closes that was opened before `rest`.
fn closed(rest: &str) -> usize {
    let mut open = 1;
    for (at, sign) in rest.char_indices() {
        match sign {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return at;
        }
    }
    rest.len()
}

#[test]
fn only_harmless_fields_are_logged() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut seen = 0;
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let place = file
            .strip_prefix(&root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        for call in calls(&text) {
            seen += 1;
            let (fields, message) = call.split_once('"').expect("a message");
            assert!(
                !message.contains('{'),
                "{place}: values go into fields that are listed, not into the message: {call}"
            );
            for field in fields.split(',').map(str::trim).filter(|field| !field.is_empty()) {
                let name = field.split('=').next().unwrap().trim();
                let is_plain = name == "%error" && PLAIN_ERRORS.contains(&place.as_str());
                assert!(
                    FIELDS.contains(&name) || is_plain,
                    "{place}: {name} may hold somebody's data; see this test"
                );
            }
        }
        assert!(
            !text.contains("tracing::instrument") && !text.contains("#[instrument"),
            "{place}: arguments of use-cases are not logged"
        );
    }
    assert!(seen >= 6, "the sources were read");
}

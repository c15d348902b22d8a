//! The shape of the house: who may know whom, who may use what, and how long a file may get.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const FEATURES: &[&str] = &[
    "programs",
    "people",
    "cohorts",
    "sessions",
    "curriculum",
    "projects",
    "assessments",
    "coaching",
    "networks",
    "outcomes",
    "reports",
    "sync",
    "settings",
];

/// Each crate with the crates of ours that it may know.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("store", &["domain"]),
    ("report", &["domain"]),
    ("interop", &["domain"]),
    ("app", &["domain", "store", "report", "interop"]),
    // Small ids and enums of the domain cross everywhere.
    ("cli", &["app", "domain"]),
    ("xtask", &[]),
    // Measures all of it.
    ("bench", &["app", "store", "report", "domain"]),
];

/// Libraries that only some crates may use.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("keyring", &["store"]),
    ("age", &["store"]),
    ("printpdf", &["report"]),
    ("lopdf", &["report"]),
    ("calamine", &["interop"]),
    ("rust_xlsxwriter", &["interop"]),
    ("csv", &["interop"]),
    ("tauri", &[]),
    ("tokio", &[]),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Files below `folder` with one of the endings, without generated ones and tests.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["node_modules", "dist", "target", "tests", "gen"].contains(&name.as_str()) {
                    open.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let is_test = name == "tests.rs"
                    || name.ends_with("_tests.rs")
                    || name.contains(".test.")
                    || name.contains(".gen.");
                if !is_test {
                    found.push(path);
                }
            }
        }
    }
    found.sort();
    found
}

/// Dependencies named in a manifest, those for tests left out.
fn dependencies(manifest: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(manifest).unwrap();
    let mut inside = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.starts_with('[') {
            inside = line == "[dependencies]";
        } else if inside
            && let Some(name) = line.split(['.', ' ', '=']).next().filter(|name| !name.is_empty())
        {
            found.push(name.to_owned());
        }
    }
    found
}

#[test]
fn crates_know_only_those_below_them() {
    let crates = root().join("src-tauri/crates");
    let mut seen = 0;
    for (name, allowed) in MAY_KNOW {
        for dependency in dependencies(&crates.join(name).join("Cargo.toml")) {
            if let Some(other) = dependency.strip_prefix("nexus-") {
                assert!(allowed.contains(&other), "{name} must not know {other}");
            }
            if let Some((_, homes)) = ONLY_IN.iter().find(|(library, _)| *library == dependency) {
                assert!(homes.contains(name), "{name} must not use {dependency}");
            }
            seen += 1;
        }
    }
    assert!(seen > 20, "the manifests were read");
    let listed: Vec<_> = MAY_KNOW.iter().map(|(name, _)| (*name).to_owned()).collect();
    for entry in std::fs::read_dir(&crates).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(listed.contains(&name), "say in this test what {name} may know");
    }
    let shell = dependencies(&root().join("Cargo.toml"));
    assert!(shell.contains(&"nexus-app".to_owned()));
    for other in [
        "nexus-store",
        "nexus-report",
        "nexus-interop",
        "nexus-domain",
        "rusqlite",
    ] {
        assert!(
            !shell.contains(&other.to_owned()),
            "the shell goes through app, not {other}"
        );
    }
}

#[test]
fn sql_stands_in_the_store_alone() {
    let crates = root().join("src-tauri");
    for file in files(&crates, &[".rs"]) {
        let place = file
            .strip_prefix(&crates)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        if place.starts_with("crates/store/") {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        for word in ["SELECT ", "INSERT INTO ", "DELETE FROM "] {
            assert!(!text.contains(word), "{place} holds SQL");
        }
    }
}

#[test]
fn features_have_one_name_down_the_stack() {
    let other: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("src-tauri/crates/store/src", &["keys", "log"][..]),
        ("src-tauri/crates/app/src", &[][..]),
        ("src-tauri/crates/domain/src", &[][..]),
    ]);
    for (folder, more) in other {
        for entry in std::fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                assert!(
                    FEATURES.contains(&name.as_str()) || more.contains(&name.as_str()),
                    "{folder}/{name}"
                );
            }
        }
    }
    let screens = root().join("ui/src/features");
    if screens.exists() {
        for entry in std::fs::read_dir(screens).unwrap() {
            let name = entry.unwrap().file_name().to_string_lossy().into_owned();
            assert!(FEATURES.contains(&name.as_str()), "ui/src/features/{name}");
        }
    }
}

#[test]
fn files_stay_within_their_budgets() {
    let mut long = Vec::new();
    for (folder, ending, hard) in [("src-tauri", ".rs", 500), ("ui/src", ".svelte", 300)] {
        for file in files(&root().join(folder), &[ending]) {
            let lines = std::fs::read_to_string(&file).unwrap().lines().count();
            if lines > hard {
                long.push(format!("{} has {lines} lines, at most {hard}", file.display()));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn the_window_talks_to_the_shell_through_one_door() {
    for file in files(&root().join("ui/src"), &[".ts", ".svelte"]) {
        let place = file.to_string_lossy().replace('\\', "/");
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(
            place.contains("/lib/ipc/") || !text.contains("@tauri-apps/"),
            "{place} goes past lib/ipc"
        );
        if let Some((_, feature)) = place.split_once("/features/") {
            let own = feature.split('/').next().unwrap();
            for other in FEATURES.iter().filter(|other| **other != own) {
                assert!(
                    !text.contains(&format!("features/{other}/")),
                    "{place} imports {other}"
                );
            }
        }
    }
}

#[test]
fn commands_only_hand_over() {
    for file in files(&root().join("src-tauri/src/commands"), &[".rs"]) {
        let text = std::fs::read_to_string(&file).unwrap();
        for body in text.split("pub async fn ").skip(1) {
            let lines = body
                .split("\n}")
                .next()
                .unwrap()
                .lines()
                .skip_while(|line| !line.ends_with('{'))
                .count();
            assert!(
                lines <= 13,
                "{}: {} does too much",
                file.display(),
                body.lines().next().unwrap()
            );
        }
    }
}

#[test]
fn nothing_names_a_place_outside_the_repository() {
    let outside = [
        concat!("/ho", "me/"),
        concat!("/Us", "ers/"),
        concat!("/ro", "ot/"),
        concat!("/tm", "p/"),
    ];
    for folder in ["src-tauri", "ui/src", "tests", "assets/locales"] {
        for file in files(
            &root().join(folder),
            &[".rs", ".ts", ".svelte", ".ftl", ".json", ".md"],
        ) {
            let text = std::fs::read_to_string(&file).unwrap();
            for place in outside {
                assert!(!text.contains(place), "{} names {place}", file.display());
            }
        }
    }
}

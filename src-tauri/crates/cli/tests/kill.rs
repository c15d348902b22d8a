//! `nexus import roster` is killed: everybody is there or nobody is, and the file is sound.
//!
//! `NEXUS_KILLS` and `NEXUS_SEED` make more of it; see `cargo xtask soak`.
#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const PEOPLE: usize = 400;

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(usual)
}

/// SplitMix64, so that a seed names every moment of a run.
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

fn nexus(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nexus"));
    command
        .arg("--workspace")
        .arg(folder.join("w.nexus"))
        .args(arguments)
        .env("NEXUS_HOME", folder.join("home"))
        .env("NEXUS_KEY_FILE", folder.join("key"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn roster(folder: &Path) -> PathBuf {
    let mut text = String::from("First name,Last name,E-mail,Institution,Position\n");
    for at in 0..PEOPLE {
        let _ = writeln!(
            text,
            "Given{at},Family{at},p{at}@example.org,Library {},Head",
            at % 40
        );
    }
    let path = folder.join("roster.csv");
    std::fs::write(&path, text).unwrap();
    path
}

/// The number of people in the cohort; nothing if there is no such cohort.
fn people(folder: &Path) -> Option<usize> {
    let shown = nexus(folder, &["show", "people", "--cohort", "Big", "--json"])
        .output()
        .unwrap();
    match shown.status.code() {
        Some(0) => {
            let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
            Some(shown["people"].as_array().unwrap().len())
        }
        Some(5) => None,
        code => panic!("{code:?}: {}", String::from_utf8_lossy(&shown.stderr)),
    }
}

#[test]
fn an_import_that_is_killed_added_everybody_or_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let file = roster(folder);
    let file = file.to_string_lossy();
    let import = || nexus(folder, &["import", "roster", &file, "--cohort", "Big"]);
    let made = nexus(folder, &["init", "--facility", "Riverbend", "--zone", "UTC"])
        .output()
        .unwrap();
    assert_eq!(made.status.code(), Some(0));
    let base = std::fs::read(folder.join("w.nexus")).unwrap();

    let start = Instant::now();
    let whole = import().output().unwrap();
    let took = start.elapsed();
    assert_eq!(
        whole.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&whole.stderr)
    );
    assert_eq!(people(folder), Some(PEOPLE));

    let (kills, mut seed) = (number("NEXUS_KILLS", 8), number("NEXUS_SEED", 1));
    let (mut nobody, mut everybody) = (0u32, 0u32);
    for _ in 0..kills {
        for end in ["w.nexus-wal", "w.nexus-shm"] {
            let _ = std::fs::remove_file(folder.join(end));
        }
        std::fs::write(folder.join("w.nexus"), &base).unwrap();
        let mut process = import().spawn().unwrap();
        let share = random(&mut seed) % 1_000;
        std::thread::sleep(took.mul_f64(share as f64 / 1_000.0) + Duration::from_millis(1));
        process.kill().unwrap();
        process.wait().unwrap();
        let verified = nexus(folder, &["verify"]).output().unwrap();
        assert_eq!(
            verified.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&verified.stderr)
        );
        match people(folder) {
            None => nobody += 1,
            Some(PEOPLE) => everybody += 1,
            Some(some) => panic!("{some} of {PEOPLE}"),
        }
        let again = import().output().unwrap();
        assert_eq!(again.status.code(), Some(0));
        assert_eq!(people(folder), Some(PEOPLE));
    }
    println!("{kills} kills during an import: {nobody} left nobody, {everybody} everybody");
}

//! The process is killed in the middle of a migration: the file is of the old format or of the new one,
//! sound either way, and the backup from before it is whole or not there.
//!
//! `NEXUS_KILLS` and `NEXUS_SEED` make more of it; see `cargo xtask soak`.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use chrono::DateTime;
use nexus_domain::ids::FacilityId;
use nexus_domain::programs::Facility;
use nexus_store::backup::{Source, verify};
use nexus_store::{
    ActionMeta, CURRENT, Migration, OpenOptions, Schema, StoreError, Workspace, WorkspaceKey, programs,
};

const ROWS: usize = 400;
const KEY: [u8; 32] = [7; 32];

/// This version's schema and one more step, which rebuilds a table and fills another.
fn later() -> Schema {
    let step = Migration {
        name: "later",
        sql: "CREATE TABLE later (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
              WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
              INSERT INTO later SELECT 'row ' || i, hex(randomblob(40)) FROM n;
              CREATE TABLE program_new (
                id TEXT PRIMARY KEY, name TEXT NOT NULL, situation TEXT NOT NULL, funder TEXT NOT NULL,
                award TEXT NOT NULL, award_starts TEXT, award_ends TEXT, sample INTEGER NOT NULL,
                deleted INTEGER NOT NULL DEFAULT 0, criteria TEXT NOT NULL DEFAULT ''
              ) STRICT;
              INSERT INTO program_new SELECT * FROM program;
              DROP TABLE program;
              ALTER TABLE program_new RENAME TO program;",
    };
    Schema {
        migrations: Box::leak([CURRENT.migrations, &[step]].concat().into_boxed_slice()),
        catalogue: CURRENT.catalogue,
    }
}

fn key() -> WorkspaceKey {
    WorkspaceKey::from_bytes(KEY)
}

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

fn base(path: &Path) {
    std::fs::write(path.with_extension("keys"), "the slots").unwrap();
    let ws = Workspace::create(path, &key(), &OpenOptions::WRITE).unwrap();
    for at in 0..ROWS {
        let meta = ActionMeta {
            author: "Ana",
            kind: "test.facility",
            detail: "",
            now: DateTime::UNIX_EPOCH,
        };
        let facility = Facility {
            id: FacilityId(uuid(at)),
            name: format!("Facility {at} {}", "of the river ".repeat(20)),
            zone: chrono_tz::America::Chicago,
        };
        ws.transact::<(), StoreError>(&meta, |w| programs::put_facility(w, &facility))
            .unwrap();
    }
}

fn uuid(at: usize) -> uuid::Uuid {
    nexus_domain::ids::derived("kill", &[&at.to_le_bytes()])
}

fn migrate(path: &Path) -> nexus_store::Result<Workspace> {
    let copy = path.with_file_name("before.nexus");
    let backup = |source: &Source<'_>| match source.back_up(&copy) {
        // An earlier try made it.
        Err(StoreError::Exists { .. }) => Ok(()),
        made => made,
    };
    Workspace::open(
        path,
        &key(),
        &OpenOptions {
            before_migration: Some(&backup),
            schema: later(),
            ..OpenOptions::WRITE
        },
    )
}

/// What the process that is killed does.
#[test]
#[ignore = "runs inside a process of its own"]
fn child() {
    let path = PathBuf::from(std::env::var_os("NEXUS_KILL_FILE").expect("a file to migrate"));
    println!("ready");
    drop(migrate(&path).unwrap());
}

fn spawn(path: &Path) -> std::process::Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--ignored", "--nocapture"])
        .env("NEXUS_KILL_FILE", path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn rows(ws: &Workspace) -> usize {
    ws.export_log(0).unwrap().1.len()
}

#[test]
fn a_migration_that_is_killed_happened_or_did_not() {
    let folder = tempfile::tempdir().unwrap();
    let (original, path) = (
        folder.path().join("original.nexus"),
        folder.path().join("w.nexus"),
    );
    base(&original);
    let fresh = |path: &Path| {
        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let other = entry.unwrap().path();
            let name = other.file_name().unwrap().to_string_lossy().into_owned();
            if name.starts_with("w.") || name.starts_with("before.") {
                std::fs::remove_file(&other).unwrap();
            }
        }
        std::fs::copy(&original, path).unwrap();
        std::fs::write(path.with_extension("keys"), "the slots").unwrap();
    };

    // How long it takes when nobody kills it.
    fresh(&path);
    let start = std::time::Instant::now();
    assert!(spawn(&path).wait().unwrap().success());
    let whole = start.elapsed();

    let (kills, mut seed) = (number("NEXUS_KILLS", 8), number("NEXUS_SEED", 1));
    let (mut old, mut new) = (0u32, 0u32);
    for _ in 0..kills {
        fresh(&path);
        let mut process = spawn(&path);
        let share = random(&mut seed) % 1_000;
        std::thread::sleep(whole.mul_f64(share as f64 / 1_000.0) + Duration::from_millis(1));
        process.kill().unwrap();
        process.wait().unwrap();

        let copy = path.with_file_name("before.nexus");
        if copy.exists() {
            assert_eq!(verify(&copy, &key()).unwrap().format, CURRENT.format());
        }
        match Workspace::open(&path, &key(), &OpenOptions::WRITE) {
            Ok(ws) => {
                old += 1;
                assert!(ws.check().unwrap().is_sound());
                assert_eq!(rows(&ws), ROWS);
            }
            Err(StoreError::Newer { found, known }) => {
                new += 1;
                assert_eq!(found, known + 1);
                assert!(copy.exists(), "no migration without its backup");
            }
            Err(error) => panic!("{error}"),
        }
        // Opened again, it is migrated and whole.
        let ws = migrate(&path).unwrap();
        assert!(ws.check().unwrap().is_sound());
        assert_eq!(rows(&ws), ROWS);
    }
    println!("{kills} kills during a migration: {old} of the old format, {new} of the new");
}

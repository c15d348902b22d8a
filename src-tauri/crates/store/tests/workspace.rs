//! Opening files: ours, another's, damaged, too new, in use.
#![allow(clippy::unwrap_used)]

use nexus_store::backup::{Source, verify};
use nexus_store::{CURRENT, Migration, OpenOptions, Schema, StoreError, Workspace, WorkspaceKey};

fn made() -> (tempfile::TempDir, std::path::PathBuf, WorkspaceKey) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.nexus");
    let key = WorkspaceKey::random().unwrap();
    drop(Workspace::create(&path, &key, &OpenOptions::WRITE).unwrap());
    (folder, path, key)
}

fn refusal(path: &std::path::Path, key: &WorkspaceKey) -> StoreError {
    Workspace::open(path, key, &OpenOptions::WRITE)
        .err()
        .expect("a refusal")
}

#[test]
fn a_new_workspace_opens_again_and_is_sound() {
    let (_folder, path, key) = made();
    let ws = Workspace::open(&path, &key, &OpenOptions::WRITE).unwrap();
    assert!(ws.check().unwrap().is_sound());
    assert!(!std::fs::read(&path).unwrap().starts_with(b"SQLite format 3"));
}

#[test]
fn a_second_writer_is_refused_and_a_reader_is_not() {
    let (_folder, path, key) = made();
    let _first = Workspace::open(&path, &key, &OpenOptions::WRITE).unwrap();
    assert!(matches!(refusal(&path, &key), StoreError::Busy));
    let reader = Workspace::open(&path, &key, &OpenOptions::READ).unwrap();
    assert!(matches!(reader.export_log(0), Err(StoreError::ReadOnly)));
}

#[test]
fn a_workspace_is_never_made_over_a_file() {
    let (_folder, path, key) = made();
    assert!(matches!(
        Workspace::create(&path, &key, &OpenOptions::WRITE),
        Err(StoreError::Exists { .. })
    ));
}

#[test]
fn the_wrong_key_is_told_from_files_that_are_not_ours() {
    let (folder, path, key) = made();
    assert!(matches!(
        refusal(&path, &WorkspaceKey::random().unwrap()),
        StoreError::WrongKey { .. }
    ));
    assert!(matches!(
        refusal(&folder.path().join("none"), &key),
        StoreError::Missing { .. }
    ));
    assert!(matches!(
        refusal(folder.path(), &key),
        StoreError::NotOurs {
            found: "a folder",
            ..
        }
    ));
    #[cfg(unix)]
    assert!(matches!(
        refusal("/dev/zero".as_ref(), &key),
        StoreError::NotOurs { .. }
    ));
    for (bytes, what) in [
        (&b""[..], "an empty file"),
        (b"SQLite format 3\0 and more", "an unencrypted database"),
        (b"PK\x03\x04 and more", "a ZIP archive or office document"),
        (b"%PDF-1.7", "a PDF"),
        (b"name,email\n", "a file shorter than one page"),
    ] {
        let other = folder.path().join("other");
        std::fs::write(&other, bytes).unwrap();
        match refusal(&other, &key) {
            StoreError::NotOurs { found, .. } => assert_eq!(found, what),
            error => panic!("{what}: {error}"),
        }
        assert_eq!(std::fs::read(&other).unwrap(), bytes);
    }
}

#[test]
fn a_file_of_a_later_version_is_refused_untouched() {
    let (_folder, path, key) = made();
    let mut steps = CURRENT.migrations.to_vec();
    steps.push(Migration {
        name: "later",
        sql: "CREATE TABLE later (id TEXT PRIMARY KEY) STRICT",
    });
    let later = Schema {
        migrations: Box::leak(steps.into_boxed_slice()),
        catalogue: CURRENT.catalogue,
    };
    drop(
        Workspace::open(
            &path,
            &key,
            &OpenOptions {
                schema: later,
                ..OpenOptions::WRITE
            },
        )
        .unwrap(),
    );
    let before = std::fs::read(&path).unwrap();
    match refusal(&path, &key) {
        StoreError::Newer { found, known } => assert_eq!(found, known + 1),
        error => panic!("{error}"),
    }
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn an_older_file_is_backed_up_before_it_is_migrated() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.nexus");
    let key = WorkspaceKey::random().unwrap();
    let core = CURRENT.migrations[0];
    let step = Migration {
        name: "later",
        sql: "CREATE TABLE later (id TEXT PRIMARY KEY) STRICT",
    };
    let schema = |steps: Vec<Migration>| Schema {
        migrations: Box::leak(steps.into_boxed_slice()),
        catalogue: nexus_store::log::catalogue::Catalogue::new(&[]),
    };
    let (older, later) = (schema(vec![core]), schema(vec![core, step]));
    drop(
        Workspace::create(
            &path,
            &key,
            &OpenOptions {
                schema: older,
                ..OpenOptions::WRITE
            },
        )
        .unwrap(),
    );
    let seen = std::cell::Cell::new(0);
    let copy = folder.path().join("before.nexus");
    let hook = |source: &Source<'_>| -> nexus_store::Result<()> {
        seen.set(seen.get() + source.format()?);
        source.back_up(&copy)
    };
    let options = OpenOptions {
        before_migration: Some(&hook),
        schema: later,
        ..OpenOptions::WRITE
    };
    let reader = Workspace::open(
        &path,
        &key,
        &OpenOptions {
            schema: later,
            ..OpenOptions::READ
        },
    );
    assert!(matches!(reader, Err(StoreError::Older { found: 1, known: 2 })));
    let before = std::fs::read(&path).unwrap();
    match Workspace::open(&path, &key, &options)
        .err()
        .expect("no backup without key slots")
    {
        StoreError::NoBackup { source } => assert!(matches!(*source, StoreError::Missing { .. })),
        error => panic!("{error}"),
    }
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert!(!copy.exists());

    std::fs::write(folder.path().join("w.keys"), "slots").unwrap();
    drop(Workspace::open(&path, &key, &options).unwrap());
    assert_eq!(seen.get(), 2);
    assert_eq!(verify(&copy, &key).unwrap().format, 1);
    drop(Workspace::open(&path, &key, &options).unwrap());
    assert_eq!(seen.get(), 2);
}

#[test]
fn a_page_damaged_in_the_middle_is_found() {
    let (_folder, path, key) = made();
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096 + 100;
    bytes[middle] ^= 0xff;
    std::fs::write(&path, bytes).unwrap();
    let sound = Workspace::open(&path, &key, &OpenOptions::WRITE).and_then(|ws| ws.check());
    match sound {
        Ok(sound) => assert!(!sound.is_sound()),
        Err(error) => assert!(matches!(error, StoreError::Corrupt { .. }), "{error}"),
    }
}

#[test]
fn a_trigger_that_is_missing_is_noticed_at_opening() {
    let (_folder, path, key) = made();
    let with_table = Schema {
        migrations: Box::leak(
            [
                CURRENT.migrations,
                &[Migration {
                    name: "t",
                    sql: "CREATE TABLE log_probe (id TEXT PRIMARY KEY) STRICT; \
              CREATE TRIGGER log_stray AFTER INSERT ON log_probe BEGIN SELECT 1; END",
                }],
            ]
            .concat()
            .into_boxed_slice(),
        ),
        catalogue: CURRENT.catalogue,
    };
    let opened = Workspace::open(
        &path,
        &key,
        &OpenOptions {
            schema: with_table,
            ..OpenOptions::WRITE
        },
    );
    assert!(matches!(opened, Err(StoreError::Corrupt { .. })));
    Workspace::open(&path, &key, &OpenOptions::WRITE).unwrap();
}

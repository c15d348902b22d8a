use std::path::PathBuf;

use crate::log::catalogue::Catalogue;
use crate::{ActionMeta, CURRENT, OpenOptions, Workspace, draft};

use super::*;

struct Place {
    folder: tempfile::TempDir,
    key: WorkspaceKey,
}

impl Place {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            key: WorkspaceKey::random().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn made(&self) -> Workspace {
        std::fs::write(self.path("w.keys"), "the slots").unwrap();
        Workspace::create(&self.path("w.nexus"), &self.key, &OpenOptions::WRITE).unwrap()
    }

    fn open(&self, name: &str) -> Result<Workspace> {
        Workspace::open(&self.path(name), &self.key, &OpenOptions::WRITE)
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| !name.ends_with(".lock"))
            .collect();
        names.sort();
        names
    }
}

fn write(ws: &Workspace, place: &str, value: &str) {
    ws.keep(|w| draft::keep(w, place, value, chrono::DateTime::UNIX_EPOCH))
        .unwrap();
}

fn value(ws: &Workspace, place: &str) -> Option<String> {
    let found = ws.read(|r| draft::get(r, place)).unwrap();
    found.map(|draft| draft.value)
}

fn put(place: &Place, slots: Slots) -> Result<()> {
    put_back(
        &place.path("b.nexus"),
        &place.key,
        &place.path("w.nexus"),
        &place.path("kept.nexus"),
        slots,
    )
}

#[test]
fn a_backup_holds_what_was_there_and_opens_like_the_workspace() {
    let place = Place::new();
    let ws = place.made();
    write(&ws, "note:1", "before");
    ws.back_up(&place.path("b.nexus")).unwrap();
    write(&ws, "note:1", "after");
    drop(ws);
    assert_eq!(place.names(), ["b.keys", "b.nexus", "w.keys", "w.nexus"]);
    assert_eq!(std::fs::read(place.path("b.keys")).unwrap(), b"the slots");
    let bytes = std::fs::read(place.path("b.nexus")).unwrap();
    assert!(!bytes.windows(6).any(|part| part == b"before"), "it is encrypted");
    assert_eq!(
        value(&place.open("b.nexus").unwrap(), "note:1").as_deref(),
        Some("before")
    );
}

#[test]
fn a_backup_is_one_state_while_others_write() {
    let place = Place::new();
    let ws = place.made();
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for count in 0.. {
                if stop.load(std::sync::atomic::Ordering::Relaxed) {
                    break;
                }
                // Two rows in one transaction: a backup holds both or none.
                ws.keep(|w| {
                    let text = format!("{count} {}", "x".repeat(2_000));
                    draft::keep(w, &format!("a:{count}"), &text, chrono::DateTime::UNIX_EPOCH)?;
                    draft::keep(w, &format!("b:{count}"), &text, chrono::DateTime::UNIX_EPOCH)
                })
                .unwrap();
            }
        });
        for count in 0..8 {
            ws.back_up(&place.path(&format!("b{count}.nexus"))).unwrap();
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    for count in 0..8 {
        let copy = place.open(&format!("b{count}.nexus")).unwrap();
        let rows = |prefix| copy.read(|r| draft::starting_with(r, prefix)).unwrap().len();
        assert_eq!(rows("a:"), rows("b:"));
    }
}

#[test]
fn a_damaged_workspace_gives_no_backup_and_leaves_nothing_behind() {
    let place = Place::new();
    let ws = place.made();
    for count in 0..200 {
        write(&ws, &format!("note:{count}"), &"words ".repeat(100));
    }
    drop(ws);
    let mut bytes = std::fs::read(place.path("w.nexus")).unwrap();
    let last = bytes.len() - 2_000;
    bytes[last] ^= 1;
    std::fs::write(place.path("w.nexus"), bytes).unwrap();
    let ws = place.open("w.nexus").unwrap();
    let refused = ws.back_up(&place.path("b.nexus")).unwrap_err();
    assert!(matches!(refused, StoreError::Corrupt { .. }), "{refused}");
    drop(ws);
    assert_eq!(place.names(), ["w.keys", "w.nexus"]);
}

#[test]
fn each_damaged_byte_of_a_backup_is_found_by_verifying() {
    let place = Place::new();
    let ws = place.made();
    ws.back_up(&place.path("b.nexus")).unwrap();
    drop(ws);
    let backup = place.path("b.nexus");
    let whole = std::fs::read(&backup).unwrap();
    let wanted = verify(&backup, &place.key).unwrap();
    assert_eq!(std::fs::read(&backup).unwrap(), whole, "verifying writes nothing");
    assert_eq!(wanted.format, CURRENT.format());
    for at in (0..whole.len()).step_by(997) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x40;
        std::fs::write(&backup, &bytes).unwrap();
        let found = verify(&backup, &place.key);
        assert!(
            matches!(
                found,
                Err(StoreError::Corrupt { .. } | StoreError::WrongKey { .. })
            ),
            "byte {at}: {found:?}"
        );
    }
    for length in [0, 1, 100, 4_096, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&backup, &whole[..length]).unwrap();
        assert!(verify(&backup, &place.key).is_err(), "{length} bytes");
    }
}

#[test]
fn putting_back_keeps_what_stood_there() {
    let place = Place::new();
    let ws = place.made();
    write(&ws, "note:1", "in the backup");
    ws.back_up(&place.path("b.nexus")).unwrap();
    write(&ws, "note:1", "of today");
    let busy = put(&place, Slots::Present).unwrap_err();
    assert!(matches!(busy, StoreError::Busy), "{busy}");
    drop(ws);
    std::fs::write(place.path("w.keys"), "newer slots").unwrap();
    let names = place.names();

    put(&place, Slots::Present).unwrap();
    let note = |name: &str| value(&place.open(name).unwrap(), "note:1").unwrap();
    assert_eq!(
        (note("w.nexus").as_str(), note("kept.nexus").as_str()),
        ("in the backup", "of today")
    );
    for name in ["w.keys", "kept.keys"] {
        assert_eq!(std::fs::read(place.path(name)).unwrap(), b"newer slots");
    }
    assert_eq!(place.names().len(), names.len() + 2);

    let again = put(&place, Slots::Present).unwrap_err();
    assert!(
        matches!(again, StoreError::Exists { .. }),
        "what was kept is never replaced"
    );
}

#[test]
fn the_log_that_a_crash_left_goes_aside_with_its_file() {
    let place = Place::new();
    let ws = place.made();
    ws.back_up(&place.path("b.nexus")).unwrap();
    drop(ws);
    std::fs::write(place.path("w.nexus"), "damaged beyond recognition").unwrap();
    std::fs::write(place.path("w.nexus-wal"), "frames").unwrap();
    put(&place, Slots::OfBackup).unwrap();
    assert_eq!(std::fs::read(place.path("kept.nexus-wal")).unwrap(), b"frames");
    assert_eq!(std::fs::read(place.path("w.keys")).unwrap(), b"the slots");
    assert!(place.open("w.nexus").unwrap().check().unwrap().is_sound());
}

#[test]
fn a_backup_that_is_not_good_changes_nothing() {
    let place = Place::new();
    let ws = place.made();
    ws.back_up(&place.path("b.nexus")).unwrap();
    drop(ws);
    let mut bytes = std::fs::read(place.path("b.nexus")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(place.path("b.nexus"), &bytes).unwrap();
    let (names, before) = (place.names(), std::fs::read(place.path("w.nexus")).unwrap());
    assert!(put(&place, Slots::Present).is_err());
    std::fs::write(place.path("b.nexus"), "no backup at all").unwrap();
    assert!(put(&place, Slots::Present).is_err());
    assert_eq!(place.names(), names);
    assert_eq!(std::fs::read(place.path("w.nexus")).unwrap(), before);
}

#[test]
fn a_full_disk_keeps_what_was_saved_before() {
    let place = Place::new();
    let ws = place.made();
    write(&ws, "note:1", "saved");
    ws.limit_pages_for_test(100);
    let meta = ActionMeta {
        author: "Ana",
        kind: "test.fill",
        detail: "",
        now: chrono::DateTime::UNIX_EPOCH,
    };
    let filled = ws.transact::<(), StoreError>(&meta, |w| {
        for count in 0..1_000 {
            draft::keep(w, &format!("big:{count}"), &"x".repeat(4_000), meta.now)?;
        }
        Ok(())
    });
    assert!(matches!(filled, Err(StoreError::DiskFull)), "{:?}", filled.err());
    assert_eq!(value(&ws, "note:1").as_deref(), Some("saved"));
    assert_eq!(value(&ws, "big:0"), None);
    write(&ws, "note:2", "there is room for a little");
    assert!(ws.check().unwrap().is_sound());
    drop(ws);
    assert!(place.open("w.nexus").unwrap().check().unwrap().is_sound());
}

#[test]
fn a_reference_to_a_row_that_is_not_there_is_listed_and_no_damage() {
    let place = Place::new();
    let ws = place.made();
    let meta = ActionMeta {
        author: "Ana",
        kind: "test.tie",
        detail: "",
        now: chrono::DateTime::UNIX_EPOCH,
    };
    ws.transact::<(), StoreError>(&meta, |w| {
        w.sql().execute_batch(
            "INSERT INTO cohort (id, program, name, mark, prefix) VALUES ('c1', 'p-none', 'One', 'O', 'N'); \
             INSERT INTO session (id, cohort, title, place, zone, date, starts) \
             VALUES ('s1', 'c1', 'Day', '', 'UTC', '2026-01-01', 540); \
             INSERT INTO note (id, session, block, text, at, corrects) \
             VALUES ('n1', 's1', NULL, 'x', '2026-01-01T00:00:00Z', 'n-none'); \
             UPDATE session SET deleted = 1;",
        )?;
        Ok(())
    })
    .unwrap();
    let found = ws.check().unwrap();
    assert!(found.is_sound(), "{found:?}");
    let told: Vec<_> = found
        .dangling
        .iter()
        .map(|tie| {
            (
                tie.table,
                tie.row.as_str(),
                tie.column,
                tie.target,
                tie.names.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("cohort", "c1", "program", "program", "p-none"),
            ("note", "n1", "corrects", "note", "n-none"),
        ]
    );
}

#[test]
fn the_catalogue_of_a_test_may_be_empty() {
    let place = Place::new();
    let ws = place.made();
    let found = ws
        .read(|r| soundness::check(r.sql(), &Catalogue::new(&[])))
        .unwrap();
    assert!(found.is_sound() && found.dangling.is_empty());
}

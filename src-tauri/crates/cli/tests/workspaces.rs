//! Workspaces that cannot be used: each is refused in a sentence, with exit code 4, and left as it is.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use nexus_store::keys::{Keys, Secret};
use nexus_store::{CURRENT, Migration, OpenOptions, Schema, Workspace, WorkspaceKey};

struct Place {
    folder: tempfile::TempDir,
    /// Id of the sample cohort.
    cohort: String,
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

impl Place {
    /// A workspace with the sample in it.
    fn ready() -> Self {
        let mut place = Self {
            folder: tempfile::tempdir().unwrap(),
            cohort: String::new(),
        };
        std::fs::create_dir(place.path("facility")).unwrap();
        let made = place.run(&["init", "--facility", "Riverbend", "--zone", "America/Chicago"]);
        assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
        let sample = place.run(&["sample"]);
        assert_eq!(sample.status.code(), Some(0), "{}", text(&sample.stderr));
        place.cohort = text(&sample.stdout).trim().to_owned();
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self) -> PathBuf {
        self.path("facility/w.nexus")
    }

    fn command(&self, program: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command
            .arg("--workspace")
            .arg(self.file())
            .args(arguments)
            .env("NEXUS_HOME", self.path("home"))
            .env("NEXUS_KEY_FILE", self.path("key"));
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(Path::new(env!("CARGO_BIN_EXE_nexus")), arguments)
            .output()
            .unwrap()
    }

    fn key(&self) -> WorkspaceKey {
        Keys::of(&self.file())
            .unwrap()
            .unlock(&Secret::KeyFile(&self.path("key")))
            .unwrap()
    }

    fn roster(&self) -> String {
        let path = self.path("roster.csv");
        std::fs::write(&path, "First name,Last name\nAna,Silva\n").unwrap();
        path.to_string_lossy().into_owned()
    }

    /// The files beside the workspace with their bytes; the empty lock file aside.
    fn bytes(&self) -> Vec<(String, Vec<u8>)> {
        let mut all: Vec<_> = std::fs::read_dir(self.path("facility"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_none_or(|end| end != "lock"))
            .map(|path| (path.display().to_string(), std::fs::read(&path).unwrap()))
            .collect();
        all.sort();
        all
    }

    /// Reading and writing are refused with 4 and these words, and nothing changes.
    fn refuses(&self, words: &str) {
        let (before, roster, cohort) = (self.bytes(), self.roster(), self.cohort.as_str());
        for arguments in [
            &["verify"][..],
            &["show", "people", "--cohort", cohort, "--json"],
            &["import", "roster", &roster, "--cohort", "PS 26"],
            &["sample"],
            &["backup", "make"],
        ] {
            let out = self.run(arguments);
            let told = text(&out.stderr);
            assert_eq!(out.status.code(), Some(4), "{arguments:?}: {told}");
            assert!(told.contains(words), "{arguments:?}: {words} in {told}");
            assert_eq!(told.trim().lines().count(), 1, "one sentence: {told}");
        }
        assert!(before == self.bytes(), "{words}: a file changed");
    }
}

#[test]
fn files_that_are_no_workspace_are_named_for_what_they_are() {
    let place = Place::ready();
    let lines = "code,name\nN01,Ana Souza\n".repeat(1_000);
    let mut database = b"SQLite format 3\0".to_vec();
    database.resize(8_192, 0);
    for (bytes, words) in [
        (&b""[..], "an empty file"),
        (lines.as_bytes(), "a text"),
        (b"short", "shorter than one page"),
        (&database, "an unencrypted database"),
        (b"%PDF-1.7 and so on", "a PDF"),
        (b"PK\x03\x04 and so on", "a ZIP archive or office document"),
    ] {
        std::fs::write(place.file(), bytes).unwrap();
        place.refuses(words);
    }
}

#[test]
fn a_workspace_of_another_key_stays_shut() {
    let (place, other) = (Place::ready(), Place::ready());
    std::fs::copy(other.file(), place.file()).unwrap();
    place.refuses("the key does not open");
}

#[test]
fn a_later_version_is_refused_with_what_a_crash_of_it_left() {
    let place = Place::ready();
    let step = Migration {
        name: "later",
        sql: "CREATE TABLE later (id TEXT PRIMARY KEY) STRICT",
    };
    let options = OpenOptions {
        schema: Schema {
            migrations: Box::leak([CURRENT.migrations, &[step]].concat().into_boxed_slice()),
            catalogue: CURRENT.catalogue,
        },
        ..OpenOptions::WRITE
    };
    let later = Workspace::open(&place.file(), &place.key(), &options).unwrap();
    later
        .keep(|w| nexus_store::setting::set(w, "of a later version", "yes"))
        .unwrap();
    // As a crash would leave it: the log is not yet in the file.
    let (crashed, wal) = (
        std::fs::read(place.file()).unwrap(),
        place.path("facility/w.nexus-wal"),
    );
    let log = std::fs::read(&wal).unwrap();
    assert!(!log.is_empty());
    drop(later);
    std::fs::write(place.file(), crashed).unwrap();
    std::fs::write(&wal, log).unwrap();
    let index = place.path("facility/w.nexus-shm");
    std::fs::write(&index, "").unwrap();

    let (before, roster) = (std::fs::read(place.file()).unwrap(), place.roster());
    let (wal_before, cohort) = (std::fs::read(&wal).unwrap(), place.cohort.as_str());
    for arguments in [
        &["verify"][..],
        &["show", "people", "--cohort", cohort, "--json"],
        &["import", "roster", &roster, "--cohort", "PS 26"],
    ] {
        let out = place.run(arguments);
        let told = text(&out.stderr);
        assert_eq!(out.status.code(), Some(4), "{told}");
        assert!(told.contains("this version knows up to"), "{told}");
        assert!(
            std::fs::read(place.file()).unwrap() == before,
            "{arguments:?}: the file changed"
        );
        assert!(
            std::fs::read(&wal).unwrap() == wal_before,
            "{arguments:?}: the log changed"
        );
    }
}

#[test]
fn damage_anywhere_is_found_or_does_no_harm_and_nothing_writes() {
    let place = Place::ready();
    let whole = std::fs::read(place.file()).unwrap();
    let pages = whole.len() / 4_096;
    let mut seed = 1u64;
    for _ in 0..24 {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let at = (seed >> 33) as usize % whole.len();
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (seed >> 61);
        std::fs::write(place.file(), &bytes).unwrap();
        let before = place.bytes();
        let verified = place.run(&["verify"]);
        let told = text(&verified.stderr);
        assert_eq!(
            verified.status.code(),
            Some(4),
            "byte {at} of {pages} pages: {told}"
        );
        assert!(!told.trim().is_empty() && !told.contains("panicked"), "{told}");
        let shown = place.run(&["show", "people", "--cohort", &place.cohort, "--json"]);
        assert!(
            matches!(shown.status.code(), Some(0 | 4)),
            "byte {at}: {}",
            text(&shown.stderr)
        );
        assert!(before == place.bytes(), "byte {at}: reading wrote");
        let backup = place.run(&["backup", "make"]);
        assert_eq!(backup.status.code(), Some(4), "a damaged file gives no backup");
        assert!(before == place.bytes(), "byte {at}: refusing wrote");
    }
}

#[test]
fn a_workspace_cut_short_is_refused() {
    let place = Place::ready();
    let whole = std::fs::read(place.file()).unwrap();
    for length in [
        4_096,
        4_097,
        whole.len() / 3,
        whole.len() - 4_096,
        whole.len() - 1,
    ] {
        std::fs::write(place.file(), &whole[..length]).unwrap();
        let before = place.bytes();
        for arguments in [&["verify"][..], &["sample"], &["backup", "make"]] {
            let out = place.run(arguments);
            let told = text(&out.stderr);
            assert_eq!(
                out.status.code(),
                Some(4),
                "{length} bytes, {arguments:?}: {told}"
            );
            assert!(
                told.contains("damaged") || told.contains("does not open"),
                "{length} bytes, {arguments:?}: {told}"
            );
        }
        assert!(before == place.bytes(), "{length} bytes: a file changed");
    }
}

#[test]
fn lost_and_damaged_slots_are_told_and_come_from_a_backup() {
    let place = Place::ready();
    let backup = place.run(&["backup", "make"]);
    assert_eq!(backup.status.code(), Some(0), "{}", text(&backup.stderr));
    let slots = place.path("facility/w.keys");
    let whole = std::fs::read(&slots).unwrap();
    for damage in [&whole[..whole.len() / 2], b"{}", b""] {
        std::fs::write(&slots, damage).unwrap();
        place.refuses("is damaged; a backup holds a copy of it");
    }
    std::fs::remove_file(&slots).unwrap();
    place.refuses("is missing; a backup holds a copy of it");
    assert_eq!(place.run(&["backup", "keys"]).status.code(), Some(0));
    assert_eq!(std::fs::read(&slots).unwrap(), whole);
    assert_eq!(place.run(&["verify"]).status.code(), Some(0));
}

#[test]
fn a_workspace_that_is_open_elsewhere_is_read_and_not_written() {
    let place = Place::ready();
    let roster = place.roster();
    let _open = Workspace::open(&place.file(), &place.key(), &OpenOptions::WRITE).unwrap();
    let refused = place.run(&["import", "roster", &roster, "--cohort", "PS 26"]);
    assert_eq!(refused.status.code(), Some(4));
    assert!(
        text(&refused.stderr).contains("open elsewhere"),
        "{}",
        text(&refused.stderr)
    );
    assert_eq!(place.run(&["verify"]).status.code(), Some(0));
    let id = place.run(&["backup", "list"]);
    let list: serde_json::Value = serde_json::from_slice(&id.stdout).unwrap();
    let id = list["backups"][0]["id"].as_str().unwrap().to_owned();
    let restored = place.run(&["backup", "restore", &id]);
    assert_eq!(
        restored.status.code(),
        Some(4),
        "an open workspace is not put aside"
    );
}

#[test]
fn a_backup_is_made_listed_and_put_back() {
    let place = Place::ready();
    let made = place.run(&["backup", "make"]);
    let id = text(&made.stdout).trim().to_owned();
    let roster = place.roster();
    assert_eq!(
        place
            .run(&["import", "roster", &roster, "--cohort", "PS 26"])
            .status
            .code(),
        Some(0)
    );
    let shown = |cohort: &str| {
        place
            .run(&["show", "people", "--cohort", cohort, "--json"])
            .status
            .code()
    };
    assert_eq!(shown("PS 26"), Some(0));
    let none = place.run(&["backup", "restore", "20200101T000000000Z"]);
    assert_eq!(none.status.code(), Some(5));

    std::fs::write(place.file(), "no workspace any more").unwrap();
    let restored = place.run(&["backup", "restore", &id]);
    assert_eq!(restored.status.code(), Some(0), "{}", text(&restored.stderr));
    assert!(text(&restored.stdout).contains("what stood there is kept as"));
    assert_eq!(shown("PS 26"), Some(5), "as it was then");
    assert_eq!(place.run(&["verify"]).status.code(), Some(0));
    let kept = place
        .bytes()
        .into_iter()
        .any(|(_, bytes)| bytes == b"no workspace any more");
    assert!(kept, "what stood there is kept");
}

/// Limits of the operating system, tried with the tools that every Linux has.
#[cfg(target_os = "linux")]
mod limits {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;

    use super::*;

    /// Somebody without rights of their own, for tests that run as root, whom no permission stops.
    const NOBODY: u32 = 65_534;

    fn mode(path: &Path, mode: u32) {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }

    /// Runs the program as somebody who may not write where the workspace lies.
    fn as_reader(place: &Place, arguments: &[&str]) -> Output {
        let program = place.path("nexus");
        if !program.exists() {
            std::fs::copy(env!("CARGO_BIN_EXE_nexus"), &program).unwrap();
            mode(&program, 0o755);
        }
        let mut command = place.command(&program, arguments);
        if std::fs::metadata(place.folder.path()).unwrap().uid() == 0 {
            command.uid(NOBODY).gid(NOBODY);
        }
        loop {
            match command.output() {
                // Another test was starting a process while the program was copied.
                Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => {
                    std::thread::sleep(std::time::Duration::from_millis(20));
                }
                out => return out.unwrap(),
            }
        }
    }

    /// Everybody may read, nobody may write.
    fn protect(place: &Place, folder: u32, file: u32) {
        for name in ["w.nexus", "w.keys"] {
            mode(&place.path("facility").join(name), file);
        }
        mode(&place.path("key"), 0o644);
        mode(&place.path("home"), 0o777);
        for name in ["facility", "."] {
            mode(&place.path(name), folder);
        }
    }

    #[test]
    fn where_nothing_may_be_written_it_is_read_and_writing_is_refused() {
        let place = Place::ready();
        let roster = place.roster();
        for (folder, file) in [(0o555, 0o444), (0o555, 0o644)] {
            let _ = std::fs::remove_file(place.path("facility/w.nexus.lock"));
            let _ = as_reader(&place, &["--version"]);
            protect(&place, folder, file);
            let before = place.bytes();
            for arguments in [
                &["import", "roster", &roster, "--cohort", "PS 26"][..],
                &["sample"],
                &["backup", "make"],
            ] {
                let out = as_reader(&place, arguments);
                let told = text(&out.stderr);
                assert_eq!(out.status.code(), Some(4), "{arguments:?}: {told}");
                assert!(told.contains("cannot be written to"), "{told}");
            }
            let verified = as_reader(&place, &["verify"]);
            assert_eq!(verified.status.code(), Some(0), "{}", text(&verified.stderr));
            assert!(before == place.bytes(), "a file changed");
            mode(&place.path("."), 0o755);
            mode(&place.path("facility"), 0o755);
        }
    }

    #[test]
    fn a_write_protected_file_in_an_open_folder_is_refused_before_anything_is_tried() {
        let place = Place::ready();
        let roster = place.roster();
        let _ = as_reader(&place, &["--version"]);
        let _ = std::fs::remove_file(place.path("facility/w.nexus.lock"));
        protect(&place, 0o777, 0o444);
        let before = place.bytes();
        let out = as_reader(&place, &["import", "roster", &roster, "--cohort", "PS 26"]);
        let told = text(&out.stderr);
        assert_eq!(out.status.code(), Some(4), "{told}");
        assert!(told.contains("cannot be written to"), "{told}");
        assert!(before == place.bytes(), "a file changed");
        assert_eq!(as_reader(&place, &["verify"]).status.code(), Some(0));
    }

    /// Runs the program where no file may grow beyond so many bytes, as on a disk that is full.
    fn on_full_disk(place: &Place, bytes: u64, arguments: &[&str]) -> Output {
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' XFSZ; exec prlimit --fsize=\"$0\" -- \"$@\""]);
        command
            .arg(bytes.to_string())
            .arg(env!("CARGO_BIN_EXE_nexus"))
            .arg("--workspace")
            .arg(place.file())
            .args(arguments)
            .env("NEXUS_HOME", place.path("home"))
            .env("NEXUS_KEY_FILE", place.path("key"));
        command.output().unwrap()
    }

    fn big_roster(place: &Place) -> String {
        let path = place.path("big.csv");
        let rows =
            (0..1_000).map(|at| format!("Given{at},Family{at},{}\n", "Library of the river ".repeat(20)));
        let text = std::iter::once("First name,Last name,Institution\n".to_owned()).chain(rows);
        std::fs::write(&path, text.collect::<String>()).unwrap();
        path.to_string_lossy().into_owned()
    }

    #[test]
    fn on_a_full_disk_nothing_is_kept_of_the_step_and_nothing_else_is_lost() {
        let place = Place::ready();
        let roster = big_roster(&place);
        let shown = || {
            place
                .run(&["show", "people", "--cohort", &place.cohort, "--json"])
                .stdout
        };
        let before = shown();
        let out = on_full_disk(
            &place,
            400_000,
            &["import", "roster", &roster, "--cohort", "PS 26"],
        );
        let told = text(&out.stderr);
        assert_eq!(out.status.code(), Some(4), "{told}");
        assert!(told.contains("disk"), "{told}");
        assert_eq!(place.run(&["verify"]).status.code(), Some(0));
        assert_eq!(shown(), before);
        let cohort = place.run(&["show", "people", "--cohort", "PS 26", "--json"]);
        assert_eq!(cohort.status.code(), Some(5));
        let again = place.run(&["import", "roster", &roster, "--cohort", "PS 26"]);
        assert_eq!(again.status.code(), Some(0), "{}", text(&again.stderr));
    }

    #[test]
    fn a_backup_without_room_is_told_and_work_goes_on() {
        let place = Place::ready();
        std::fs::remove_dir_all(place.path("home/backups")).unwrap();
        let size = std::fs::metadata(place.file()).unwrap().len();
        let roster = place.roster();
        let out = on_full_disk(
            &place,
            size / 2,
            &["import", "roster", &roster, "--cohort", "PS 26"],
        );
        let told = text(&out.stderr);
        assert_eq!(out.status.code(), Some(0), "{told}");
        assert!(told.contains("no backup was made today"), "{told}");
        let people = place.run(&["show", "people", "--cohort", "PS 26", "--json"]);
        assert_eq!(people.status.code(), Some(0));
        let list = place.run(&["backup", "list"]);
        let list: serde_json::Value = serde_json::from_slice(&list.stdout).unwrap();
        assert!(
            list["backups"].as_array().unwrap().is_empty(),
            "half a backup is none"
        );
        // With room again, the next command makes it.
        assert_eq!(place.run(&["sample"]).status.code(), Some(0));
        let list = place.run(&["backup", "list"]);
        let list: serde_json::Value = serde_json::from_slice(&list.stdout).unwrap();
        assert_eq!(list["backups"].as_array().unwrap().len(), 1);
    }

    #[test]
    fn a_file_on_a_full_disk_is_left_as_it_is() {
        let place = Place::ready();
        let before = std::fs::read(place.file()).unwrap();
        let out = on_full_disk(&place, 0, &["sample"]);
        let told = text(&out.stderr);
        assert_eq!(out.status.code(), Some(4), "{told}");
        assert!(told.contains("disk"), "{told}");
        assert!(std::fs::read(place.file()).unwrap() == before);
        assert_eq!(place.run(&["verify"]).status.code(), Some(0));
    }
}

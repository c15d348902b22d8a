//! The process is killed while somebody types, while a backup is made, and while one is put back. What was
//! kept stays kept, half a backup is never seen, and no state of the workspace is lost.
//!
//! `NEXUS_KILLS` and `NEXUS_SEED` make more of it; see `cargo xtask soak`.
#![allow(clippy::unwrap_used)]

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use nexus_app::people::{self, PersonField};
use nexus_app::programs::{SetupInput, set_up};
use nexus_app::settings::{self, Home, Unlock, backups};
use nexus_app::{App, Clock, changes};

const DRAFT: &str = "note:of-this-session";
/// Each so many keystrokes the field is left and its value is saved.
const SAVED: u64 = 15;

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

struct Place {
    folder: PathBuf,
    home: Home,
}

impl Place {
    fn at(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            home: Home::at(&folder.join("home")),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.join("w.nexus")
    }

    fn with(&self) -> Unlock {
        Unlock::KeyFile(self.folder.join("key"))
    }

    fn make(&self) -> App {
        let app = App::new(
            settings::create(&self.path(), &self.with()).unwrap(),
            "Ana",
            Clock::Device,
        );
        let setup = SetupInput {
            facility: "Riverbend".into(),
            zone: "America/Chicago".into(),
        };
        set_up(&app, &setup).unwrap();
        nexus_app::sample::fill(&app).unwrap();
        app
    }

    fn open(&self) -> App {
        let workspace = settings::open(&self.home, &self.path(), &self.with()).unwrap();
        App::new(workspace, "Ana", Clock::Device)
    }

    fn restore_newest(&self) {
        let id = backups::list(&self.home, &self.path()).unwrap().backups[0]
            .id
            .clone();
        let with = self.with();
        let key = settings::unlock_backup(&self.home, &self.path(), &id, &with).unwrap();
        let now = Clock::Device.now();
        settings::restore(&self.home, &self.path(), &id, &key, Some(&with), now).unwrap();
    }
}

fn somebody(app: &App) -> (String, String) {
    let cohort = nexus_app::programs::overview(app).unwrap().cohorts.remove(0);
    let person = people::list(app, &cohort.id).unwrap().remove(0);
    (cohort.id, person.id)
}

/// What the process that is killed does: says a number after each thing that is kept.
#[test]
#[ignore = "runs inside a process of its own"]
fn child() {
    let place = Place::at(&PathBuf::from(
        std::env::var_os("NEXUS_KILL_FOLDER").expect("a folder to work in"),
    ));
    let what = std::env::var("NEXUS_KILL_WHAT").unwrap();
    let first = number("NEXUS_KILL_FIRST", 0);
    match what.as_str() {
        "typing" => {
            let app = place.open();
            let (cohort, person) = somebody(&app);
            for count in first.. {
                changes::keep_draft(&app, DRAFT, &format!("{count} what is being typed")).unwrap();
                if count % SAVED == 0 {
                    let value = format!("Position {count}");
                    people::edit(&app, &person, Some(&cohort), PersonField::Position, &value).unwrap();
                }
                println!("kept {count}");
            }
        }
        "backup" => {
            let app = place.open();
            for count in first.. {
                backups::make(&place.home, &app).unwrap();
                println!("kept {count}");
            }
        }
        "restore" => {
            for count in first.. {
                place.restore_newest();
                println!("kept {count}");
            }
        }
        other => panic!("{other}"),
    }
}

/// Runs the child for a while, kills it, and gives the last number that it said.
fn run_and_kill(place: &Place, what: &str, first: u64, while_: Duration) -> u64 {
    let mut process = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--ignored", "--nocapture"])
        .env("NEXUS_KILL_FOLDER", &place.folder)
        .env("NEXUS_KILL_WHAT", what)
        .env("NEXUS_KILL_FIRST", first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let last = AtomicU64::new(first);
    let output = BufReader::new(process.stdout.take().unwrap());
    let (started, starts) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for line in output.lines().map_while(Result::ok) {
                if let Some(count) = line.split("kept ").nth(1).and_then(|text| text.parse().ok()) {
                    last.store(count, Ordering::SeqCst);
                    let _ = started.send(());
                }
            }
        });
        // What takes long to begin is not killed before it begins, or nothing would be tried.
        starts
            .recv_timeout(Duration::from_secs(60))
            .expect("the child works");
        std::thread::sleep(while_);
        process.kill().unwrap();
        process.wait().unwrap();
    });
    last.into_inner()
}

#[test]
fn what_was_typed_until_the_kill_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::at(folder.path());
    drop(place.make());
    let (kills, mut seed) = (number("NEXUS_KILLS", 6), number("NEXUS_SEED", 1));
    let mut next = 1;
    for _ in 0..kills {
        let while_ = Duration::from_micros(random(&mut seed) % 250_000);
        let last = run_and_kill(&place, "typing", next, while_);
        let app = place.open();
        let draft = changes::draft(&app, DRAFT).unwrap().expect("a draft").value;
        let found: u64 = draft.split(' ').next().unwrap().parse().unwrap();
        assert!((last..=last + 1).contains(&found), "said {last}, found {found}");
        let (_, person) = somebody(&app);
        let position = people::view(&app, &person).unwrap().position;
        let saved: Option<u64> = position
            .strip_prefix("Position ")
            .and_then(|text| text.parse().ok());
        let wanted = last / SAVED * SAVED;
        if wanted > 0 {
            assert!(
                saved.is_some_and(|saved| saved >= wanted),
                "said {last}, saved {saved:?}"
            );
        }
        let sound = app.ws().check().unwrap();
        assert!(sound.is_sound() && sound.dangling.is_empty(), "{sound:?}");
        // What was begun and never called kept is done again, its saving too.
        next = last + 1;
    }
    println!("{kills} kills during typing, {next} keystrokes kept");
}

#[test]
fn half_a_backup_is_never_seen() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::at(folder.path());
    let app = place.make();
    let key = app.ws().key().clone();
    drop(app);
    let (kills, mut seed) = (number("NEXUS_KILLS", 4), number("NEXUS_SEED", 1));
    let mut next = 1;
    for _ in 0..kills {
        let while_ = Duration::from_micros(random(&mut seed) % 400_000);
        next = 1 + run_and_kill(&place, "backup", next, while_);
        let view = backups::list(&place.home, &place.path()).unwrap();
        assert!(!view.backups.is_empty());
        for line in &view.backups {
            let path = Path::new(&view.folder).join(format!("{}.nexus", line.id));
            let contents = nexus_store::backup::verify(&path, &key).unwrap();
            assert!(contents.last_change > 24);
            assert!(path.with_extension("keys").exists());
        }
        assert!(place.open().ws().check().unwrap().is_sound());
    }
    println!("{kills} kills during a backup, {next} made");
}

#[test]
fn no_state_is_lost_while_a_backup_is_put_back() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::at(folder.path());
    let app = place.make();
    backups::make(&place.home, &app).unwrap();
    changes::keep_draft(&app, DRAFT, "of today, in no backup").unwrap();
    let key = app.ws().key().clone();
    drop(app);
    let (kills, mut seed) = (number("NEXUS_KILLS", 4), number("NEXUS_SEED", 1));
    let mut next = 1;
    let holds_today = |path: &Path| {
        let options = nexus_store::OpenOptions::READ;
        let Ok(workspace) = nexus_store::Workspace::open(path, &key, &options) else {
            return false;
        };
        let draft = workspace.read(|r| nexus_store::draft::get(r, DRAFT)).unwrap();
        draft.is_some_and(|draft| draft.value == "of today, in no backup")
    };
    for _ in 0..kills {
        let while_ = Duration::from_micros(random(&mut seed) % 300_000);
        next = 1 + run_and_kill(&place, "restore", next, while_);
        let files = std::fs::read_dir(&place.folder).unwrap();
        let holding = files
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|end| end == "nexus") && holds_today(path))
            .count();
        assert_eq!(holding, 1, "the state of today is in exactly one file");
        // Between two names the kill may leave none under the workspace's own; it is put back again.
        if !place.path().exists() {
            place.restore_newest();
        }
        assert!(place.open().ws().check().unwrap().is_sound());
    }
    println!("{kills} kills while a backup was put back, {next} times done");
}

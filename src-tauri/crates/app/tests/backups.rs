//! Losing things and getting them back: backups, key slots, a laptop.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use nexus_app::settings::{
    self, Home, OpenInput, SecretInput, SecretKind, StartInput, Unlock, backups, open_chosen,
};
use nexus_app::{App, AppError, Clock, StoreError, programs};
use zeroize::Zeroizing;

struct Laptop {
    folder: tempfile::TempDir,
    home: Home,
}

impl Laptop {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(&folder.path().join("home"));
        Self { folder, home }
    }

    /// A facility whose key lies in the app's own folder, with its recovery words.
    fn started(&self) -> (App, PathBuf, String) {
        let keys = self.home.folder("keys").unwrap();
        nexus_store::keys::make_key_file(&keys.join("Riverbend.key")).unwrap();
        let input = StartInput {
            author: "Ana".into(),
            facility: "Riverbend".into(),
            zone: "America/Chicago".into(),
            ..StartInput::default()
        };
        let (workspace, started) = settings::start(&self.home, &input).unwrap();
        let path = workspace.path().to_owned();
        let app = App::new(workspace, "Ana", Clock::Device);
        programs::furnish(&app, &input).unwrap();
        (app, path, started.recovery.unwrap())
    }

    fn backup(&self, workspace: &Path) -> String {
        backups::list(&self.home, workspace).unwrap().backups[0]
            .id
            .clone()
    }
}

fn facility(app: &App) -> String {
    programs::overview(app).unwrap().facility
}

fn words(text: &str) -> SecretInput {
    SecretInput {
        kind: SecretKind::Words,
        text: text.to_owned(),
    }
}

fn input(path: Option<&Path>, secret: SecretInput, remember: bool) -> OpenInput {
    OpenInput {
        path: path.map(|path| path.to_string_lossy().into_owned()),
        secret,
        remember,
        author: "Ana".to_owned(),
    }
}

fn reopened(home: &Home, path: &Path) -> Result<App, AppError> {
    let workspace = settings::open(home, path, &settings::by_itself(home, path))?;
    Ok(App::new(workspace, "Ana", Clock::Device))
}

#[test]
fn a_damaged_workspace_comes_back_from_its_backup_and_is_kept() {
    let laptop = Laptop::new();
    let (app, path, _) = laptop.started();
    backups::make(&laptop.home, &app).unwrap();
    let key = app.ws().key().clone();
    drop(app);
    std::fs::write(&path, vec![7; 50_000]).unwrap();
    assert!(matches!(
        reopened(&laptop.home, &path),
        Err(AppError::Store(StoreError::WrongKey { .. }))
    ));
    let with = settings::by_itself(&laptop.home, &path);
    let id = laptop.backup(&path);
    let found = settings::unlock_backup(&laptop.home, &path, &id, &with).unwrap();
    assert_eq!(found.bytes(), key.bytes());
    let now = chrono::Utc::now();
    let done = settings::restore(&laptop.home, &path, &id, &found, Some(&with), now).unwrap();
    assert_eq!(facility(&reopened(&laptop.home, &path).unwrap()), "Riverbend");
    assert_eq!(std::fs::read(done.kept.unwrap()).unwrap(), vec![7; 50_000]);
    assert_eq!(laptop.backup(&path), id, "the backup stays");

    let none = settings::restore(&laptop.home, &path, "20200101T000000000Z", &found, None, now);
    assert!(matches!(none, Err(AppError::NotFound { what: "backup", .. })));
}

#[test]
fn slots_that_are_newer_than_the_backup_open_it_and_stay() {
    let laptop = Laptop::new();
    let (app, path, recovery) = laptop.started();
    backups::make(&laptop.home, &app).unwrap();
    drop(app);
    // The laptop's key is lost after the backup, and made anew.
    let own = laptop.home.root().join("keys/Riverbend.key");
    std::fs::write(&own, [9; 64]).unwrap();
    drop(open_chosen(&laptop.home, &input(None, words(&recovery), true)).unwrap());
    std::fs::write(&path, vec![7; 50_000]).unwrap();
    let (id, with) = (laptop.backup(&path), settings::by_itself(&laptop.home, &path));
    let key = settings::unlock_backup(&laptop.home, &path, &id, &with).unwrap();
    let now = chrono::Utc::now();
    settings::restore(&laptop.home, &path, &id, &key, Some(&with), now).unwrap();
    assert_eq!(facility(&reopened(&laptop.home, &path).unwrap()), "Riverbend");
}

#[test]
fn a_workspace_that_is_gone_comes_back_with_its_slots() {
    let laptop = Laptop::new();
    let (app, path, _) = laptop.started();
    backups::make(&laptop.home, &app).unwrap();
    let key = app.ws().key().clone();
    drop(app);
    std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
    let id = laptop.backup(&path);
    let done = settings::restore(&laptop.home, &path, &id, &key, None, chrono::Utc::now()).unwrap();
    assert_eq!(done.kept, None);
    assert_eq!(facility(&reopened(&laptop.home, &path).unwrap()), "Riverbend");
}

#[test]
fn a_workspace_that_is_open_is_never_put_aside() {
    let laptop = Laptop::new();
    let (app, path, _) = laptop.started();
    backups::make(&laptop.home, &app).unwrap();
    let id = laptop.backup(&path);
    let refused = settings::restore(&laptop.home, &path, &id, app.ws().key(), None, chrono::Utc::now());
    assert!(matches!(refused, Err(AppError::Store(StoreError::Busy))));
    assert_eq!(facility(&app), "Riverbend");
}

#[test]
fn lost_slots_come_back_from_the_newest_backup_and_the_work_of_today_stays() {
    let laptop = Laptop::new();
    let (app, path, _) = laptop.started();
    backups::make(&laptop.home, &app).unwrap();
    nexus_app::sample::fill(&app).unwrap();
    drop(app);
    let slots = path.with_extension("keys");
    for damage in [None, Some("{\"schema\": 1, \"slo")] {
        match damage {
            None => std::fs::remove_file(&slots).unwrap(),
            Some(text) => std::fs::write(&slots, text).unwrap(),
        }
        assert!(matches!(reopened(&laptop.home, &path), Err(AppError::Key(_))));
        settings::restore_keys(&laptop.home, &path, chrono::Utc::now()).unwrap();
        let app = reopened(&laptop.home, &path).unwrap();
        assert_eq!(programs::overview(&app).unwrap().cohorts.len(), 2);
    }
    let folder = std::fs::read_dir(path.parent().unwrap()).unwrap();
    let kept = folder
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains(" kept ") && name.ends_with(".keys"));
    assert_eq!(kept.count(), 1, "damaged slots are kept");
}

#[test]
fn twelve_words_open_what_the_laptop_forgot_and_it_remembers_again() {
    let laptop = Laptop::new();
    let (app, path, recovery) = laptop.started();
    drop(app);
    let own = laptop.home.root().join("keys/Riverbend.key");
    std::fs::write(&own, [9; 64]).unwrap();
    assert!(reopened(&laptop.home, &path).is_err());
    let ways = settings::ways(&laptop.home, None).unwrap();
    assert!(ways.contains(&SecretKind::Words) && ways.contains(&SecretKind::KeyFile));

    let wrong = open_chosen(
        &laptop.home,
        &input(None, words(&recovery.replace(' ', " zoo ")), true),
    );
    assert!(matches!(wrong, Err(AppError::Key(_))));
    let shouted = recovery.to_uppercase();
    let (workspace, opened) = open_chosen(&laptop.home, &input(None, words(&shouted), true)).unwrap();
    assert!(opened.remembered && !opened.copied);
    drop(workspace);
    assert_eq!(facility(&reopened(&laptop.home, &path).unwrap()), "Riverbend");
}

#[test]
fn a_laptop_that_is_asked_not_to_remember_does_not() {
    let laptop = Laptop::new();
    let (app, path, recovery) = laptop.started();
    drop(app);
    std::fs::write(laptop.home.root().join("keys/Riverbend.key"), [9; 64]).unwrap();
    let (workspace, opened) = open_chosen(&laptop.home, &input(None, words(&recovery), false)).unwrap();
    assert!(!opened.remembered);
    drop(workspace);
    assert!(reopened(&laptop.home, &path).is_err());
}

#[test]
fn a_backup_from_a_stick_becomes_a_workspace_on_another_laptop() {
    let (lost, new) = (Laptop::new(), Laptop::new());
    let stick = lost.folder.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    let (app, path, recovery) = lost.started();
    let preferences = settings::Preferences {
        backup_folder: Some(stick.to_string_lossy().into_owned()),
        ..lost.home.preferences().unwrap()
    };
    lost.home.remember(&preferences).unwrap();
    backups::make(&lost.home, &app).unwrap();
    drop((app, path));
    let folder = std::fs::read_dir(stick.join("Nexus backups"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let backup = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|end| end == "nexus"))
        .unwrap();
    let before = std::fs::read(&backup).unwrap();

    let nameless = OpenInput {
        author: " ".to_owned(),
        ..input(Some(&backup), words(&recovery), false)
    };
    assert!(matches!(
        open_chosen(&new.home, &nameless),
        Err(AppError::Invalid { .. })
    ));
    let (workspace, opened) = open_chosen(&new.home, &input(Some(&backup), words(&recovery), false)).unwrap();
    assert!(
        opened.copied && opened.path.ends_with("Riverbend.nexus"),
        "{opened:?}"
    );
    assert!(Path::new(&opened.path).starts_with(new.home.root()));
    assert_eq!(facility(&App::new(workspace, "Ben", Clock::Device)), "Riverbend");
    assert_eq!(std::fs::read(&backup).unwrap(), before);
    assert_eq!(
        new.home.preferences().unwrap().workspace.as_deref(),
        Some(opened.path.as_str())
    );
    let with = Unlock::Recovery(Zeroizing::new(recovery));
    settings::open(&new.home, Path::new(&opened.path), &with).unwrap();
}

use chrono::TimeDelta;
use nexus_store::{OpenOptions, WorkspaceKey};

use super::*;
use crate::Clock;

struct Place {
    folder: tempfile::TempDir,
    home: Home,
    start: DateTime<Utc>,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self {
            home: Home::at(&folder.path().join("home")),
            folder,
            start: "2026-09-14T12:00:00Z".parse().unwrap(),
        }
    }

    fn workspace(&self) -> PathBuf {
        self.folder.path().join("Riverbend.nexus")
    }

    fn made(&self) -> Workspace {
        let key = WorkspaceKey::random().unwrap();
        Keys::none(&self.workspace()).save().unwrap();
        Workspace::create(&self.workspace(), &key, &OpenOptions::WRITE).unwrap()
    }

    fn app(&self, workspace: Workspace, minutes: i64) -> App {
        App::new(
            workspace,
            "Ana",
            Clock::Fixed(self.start + TimeDelta::minutes(minutes)),
        )
    }

    fn list(&self) -> Vec<BackupLine> {
        list(&self.home, &self.workspace()).unwrap().backups
    }
}

/// The same workspace at another time.
fn later(place: &Place, app: App, minutes: i64) -> App {
    let key = app.ws().key().clone();
    drop(app);
    let workspace = open_guarded(&place.home, &place.workspace(), &key).unwrap();
    place.app(workspace, minutes)
}

#[test]
fn names_say_when_and_why_and_others_are_no_backups() {
    let at = "2026-11-25T14:05:09.123Z".parse().unwrap();
    for reason in [Reason::Usual, Reason::Migration { format: 3 }] {
        assert_eq!(read_name(Path::new(&name(at, reason))), Some((at, reason)));
    }
    assert_eq!(name(at, Reason::Usual), "20261125T140509123Z.nexus");
    for other in [
        "Riverbend.nexus",
        "20261125T140509123Z.keys",
        "20261125T140509123Z.nexus.part",
        "20261125T140509123Z-format-x.nexus",
        "",
    ] {
        assert_eq!(read_name(Path::new(other)), None, "{other}");
    }
}

#[test]
fn one_backup_is_made_a_day_and_more_on_demand() {
    let place = Place::new();
    let app = place.app(place.made(), 0);
    assert_eq!(last(&place.home, &place.workspace()).unwrap(), None);
    assert!(make_if_due(&place.home, &app).unwrap());
    assert!(!make_if_due(&place.home, &app).unwrap());
    let app = later(&place, app, 10);
    assert!(!make_if_due(&place.home, &app).unwrap());
    make(&place.home, &app).unwrap();
    let only = place.list();
    assert_eq!(only.len(), 1, "of a day the last stays: {only:?}");
    assert_eq!(only[0].at, "2026-09-14T12:10:00+00:00");
    assert!(only[0].kilobytes > 10 && only[0].format.is_none() && !only[0].only_second);
    let app = later(&place, app, 24 * 60);
    assert!(make_if_due(&place.home, &app).unwrap());
    assert_eq!(place.list().len(), 2);
    assert_eq!(
        last(&place.home, &place.workspace()).unwrap(),
        Some(place.list()[0].at.clone())
    );
}

#[test]
fn a_second_folder_gets_a_copy_and_may_be_away() {
    let place = Place::new();
    let stick = place.folder.path().join("stick");
    place
        .home
        .remember(&super::super::Preferences {
            backup_folder: Some(stick.to_string_lossy().into_owned()),
            ..Default::default()
        })
        .unwrap();
    let app = place.app(place.made(), 0);
    make(&place.home, &app).unwrap();
    assert!(!stick.exists(), "a stick that is away is not made up");
    std::fs::create_dir(&stick).unwrap();
    let app = later(&place, app, 24 * 60);
    make(&place.home, &app).unwrap();
    let view = list(&place.home, &place.workspace()).unwrap();
    assert!(view.second.as_ref().is_some_and(|second| second.there));
    assert_eq!(view.backups.len(), 2);

    // The laptop's own folder is lost: the stick still has one.
    std::fs::remove_dir_all(folder(&place.home, &place.workspace())).unwrap();
    let left = place.list();
    assert_eq!(left.len(), 1);
    assert!(left[0].only_second);
    let copy = all(&place.home, &place.workspace()).unwrap().remove(0).0.path;
    let contents = nexus_store::backup::verify(&copy, app.ws().key()).unwrap();
    assert!(contents.format > 0 && Keys::place(&copy).exists());
}

#[test]
fn what_a_crash_left_is_swept_once_it_is_old() {
    let place = Place::new();
    let app = place.app(place.made(), 0);
    let folder = ready(&place.home, &place.workspace()).unwrap();
    let (old, fresh) = (folder.join("a.nexus.part"), folder.join("b.nexus.part"));
    for path in [&old, &fresh] {
        std::fs::write(path, "half a backup").unwrap();
    }
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(2 * STALE);
    std::fs::File::options()
        .write(true)
        .open(&old)
        .unwrap()
        .set_modified(long_ago)
        .unwrap();
    make(&place.home, &app).unwrap();
    assert!(!old.exists() && fresh.exists());
    assert_eq!(place.list().len(), 1, "half a backup is none");
}

#[test]
fn two_workspaces_of_one_name_have_backups_of_their_own() {
    let (one, other) = (Path::new("a/Riverbend.nexus"), Path::new("b/Riverbend.nexus"));
    assert_ne!(folder_name(one), folder_name(other));
    assert!(folder_name(one).starts_with("Riverbend-"));
}

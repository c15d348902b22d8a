//! The log says what the program did, never whose data it was: use-cases run on people with marked names, at
//! the most talkative level, and no mark is in what was logged.
#![allow(clippy::unwrap_used)]

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

use nexus_app::people::{self, PersonField, PersonInput, RosterInput};
use nexus_app::programs::{SetupInput, set_up};
use nexus_app::settings::{self, Home, OpenInput, Preferences, SecretInput, SecretKind, Unlock, backups};
use nexus_app::{App, Clock, changes, cohorts};

/// Stands in every value that belongs to somebody.
const MARK: &str = "Zzyzx";

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn marked(what: &str) -> String {
    format!("{MARK} {what}")
}

fn work(folder: &Path) {
    let home = Home::at(&folder.join("home"));
    let path = folder.join("w.nexus");
    let with = Unlock::KeyFile(folder.join("key"));
    let author = marked("author");
    let app = App::new(settings::create(&path, &with).unwrap(), &author, Clock::Device);
    let setup = SetupInput {
        facility: marked("facility"),
        zone: "America/Chicago".into(),
    };
    set_up(&app, &setup).unwrap();
    let input = cohorts::CohortInput {
        name: marked("cohort"),
        ..Default::default()
    };
    let cohort = cohorts::create(&app, &input).unwrap().value.id;
    let person = PersonInput {
        given: marked("given"),
        family: marked("family"),
        email: format!("{MARK}@example.org"),
        ..Default::default()
    };
    people::add(&app, &cohort, &person).unwrap();
    let id = people::list(&app, &cohort).unwrap().remove(0).id;
    people::edit(
        &app,
        &id,
        Some(&cohort),
        PersonField::Position,
        &marked("position"),
    )
    .unwrap();
    changes::keep_draft(&app, "note:1", &marked("note")).unwrap();
    changes::undo(&app).unwrap();
    changes::redo(&app).unwrap();

    let roster = folder.join(format!("{MARK}.csv"));
    let rows = format!("First name,Last name,E-mail\n{MARK},One,{MARK}@x.org\n,,{MARK}\n{MARK},\"Two\n");
    std::fs::write(&roster, rows).unwrap();
    let import = RosterInput {
        path: roster.to_string_lossy().into_owned(),
        cohort: cohort.clone(),
        ..Default::default()
    };
    people::preview(&app, &import).unwrap();
    people::import(&app, &import).unwrap();
    backups::make(&home, &app).unwrap();

    // What fails names its place in the answer, not in the log.
    assert!(people::edit(&app, &id, None, PersonField::Sector, &marked("sector")).is_err());
    assert!(people::view(&app, &marked("id")).is_err());
    assert!(cohorts::find(&app, &marked("nobody")).is_err());
    std::fs::write(&roster, format!("{MARK},{MARK}\n{MARK},{MARK}\n")).unwrap();
    assert!(people::import(&app, &import).is_err());
    let key = app.ws().key().clone();
    drop(app);

    let id = backups::list(&home, &path).unwrap().backups[0].id.clone();
    settings::restore(&home, &path, &id, &key, Some(&with), Clock::Device.now()).unwrap();
    let wrong = OpenInput {
        path: Some(path.to_string_lossy().into_owned()),
        secret: SecretInput {
            kind: SecretKind::Passphrase,
            text: marked("passphrase"),
        },
        remember: true,
        author: author.clone(),
    };
    assert!(settings::open_chosen(&home, &wrong).is_err());
    let right = OpenInput {
        secret: SecretInput {
            kind: SecretKind::KeyFile,
            text: folder.join("key").to_string_lossy().into_owned(),
        },
        ..wrong
    };
    settings::open_chosen(&home, &right).unwrap();

    // Preferences that cannot be understood hold a name.
    home.remember(&Preferences {
        author,
        ..Default::default()
    })
    .unwrap();
    let file = home.root().join("preferences.json");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("100", &format!("\"{MARK}\""))).unwrap();
    assert_eq!(home.preferences().unwrap(), Preferences::default());
}

#[test]
fn no_name_is_in_the_log() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let folder = tempfile::tempdir().unwrap();
    tracing::subscriber::with_default(subscriber, || work(folder.path()));
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(
        text.contains("backups rotated") && text.contains("defaults are used"),
        "the log was read: {text}"
    );
    let held: Vec<&str> = text
        .lines()
        .filter(|line| line.to_lowercase().contains("zzyzx"))
        .collect();
    assert!(held.is_empty(), "{}", held.join("\n"));
}

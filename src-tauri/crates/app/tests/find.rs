//! Finding records, and how many there are.
#![allow(clippy::unwrap_used)]

use chrono::{DateTime, TimeDelta};
use nexus_app::cohorts::{self, CohortInput};
use nexus_app::people::{self, PersonField, PersonInput};
use nexus_app::programs::{FoundKind, FoundLine, SetupInput, counts, find, set_up};
use nexus_app::{App, Clock, changes, sample};
use nexus_store::{OpenOptions, Workspace, WorkspaceKey};

fn bench() -> (tempfile::TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::random().unwrap();
    let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &OpenOptions::WRITE).unwrap();
    let now = Clock::Fixed(DateTime::UNIX_EPOCH + TimeDelta::days(20_000));
    let app = App::new(ws, "Ana", now);
    let facility = SetupInput {
        facility: "Riverbend".into(),
        zone: "America/Chicago".into(),
    };
    set_up(&app, &facility).unwrap();
    (folder, app)
}

fn cohort(app: &App, name: &str) -> String {
    let input = CohortInput {
        name: name.into(),
        ..Default::default()
    };
    cohorts::create(app, &input).unwrap().value.id
}

fn person(app: &App, cohort: &str, given: &str, family: &str) -> String {
    let input = PersonInput {
        given: given.into(),
        family: family.into(),
        institution: "Summit County Library".into(),
        ..Default::default()
    };
    people::add(app, cohort, &input).unwrap().value.id
}

fn names(found: &[FoundLine]) -> Vec<&str> {
    found.iter().map(|line| line.name.as_str()).collect()
}

#[test]
fn people_are_found_without_accents_and_the_open_cohort_goes_first() {
    let (_folder, app) = bench();
    let (first, second) = (cohort(&app, "First cohort"), cohort(&app, "Second cohort"));
    person(&app, &first, "Søren", "Łukaszewicz");
    person(&app, &second, "Sorena", "Day");
    let found = find(&app, "soren", Some(&second)).unwrap();
    assert_eq!(names(&found), ["Sorena Day", "Søren Łukaszewicz"]);
    let found = find(&app, "soren", Some(&first)).unwrap();
    assert_eq!(names(&found), ["Søren Łukaszewicz", "Sorena Day"]);
    assert_eq!(found[0].code, "N01");
    assert_eq!(found[0].kind, FoundKind::Person);
    assert_eq!(found[0].cohort.as_deref(), Some(first.as_str()));
    assert_eq!(names(&find(&app, "summit day", None).unwrap()), ["Sorena Day"]);
    let found = find(&app, "cohort", None).unwrap();
    assert!(found.iter().all(|line| line.kind == FoundKind::Cohort) && found.len() == 2);
    assert!(find(&app, "", None).unwrap().is_empty());
    assert!(find(&app, "nobody", None).unwrap().is_empty());
}

#[test]
fn what_changed_is_found_as_it_is_now() {
    let (_folder, app) = bench();
    let cohort = cohort(&app, "First cohort");
    let ana = person(&app, &cohort, "Ana", "Souza");
    assert_eq!(find(&app, "souza", None).unwrap().len(), 1);
    people::edit(&app, &ana, Some(&cohort), PersonField::Family, "Silva").unwrap();
    assert!(find(&app, "souza", None).unwrap().is_empty());
    assert_eq!(names(&find(&app, "silva", None).unwrap()), ["Ana Silva"]);
    changes::undo(&app).unwrap();
    assert_eq!(names(&find(&app, "souza", None).unwrap()), ["Ana Souza"]);
    cohorts::remove(&app, &cohort).unwrap();
    let found = find(&app, "souza", None).unwrap();
    assert!(found.iter().all(|line| line.cohort.is_none()), "{found:?}");
}

#[test]
fn at_most_forty_are_found_and_the_sample_is_marked() {
    let (_folder, app) = bench();
    let cohort = cohort(&app, "First cohort");
    for number in 0..50 {
        person(&app, &cohort, "Jo", &format!("Family{number}"));
    }
    assert_eq!(find(&app, "jo", None).unwrap().len(), 40);
    let sample = sample::fill(&app).unwrap().value;
    let found = find(&app, "N01", Some(&sample)).unwrap();
    assert!(found[0].sample && !found.last().unwrap().sample, "{found:?}");
    let first = |text: &str| {
        let found = find(&app, text, Some(&sample)).unwrap().remove(0);
        (found.kind, found.name)
    };
    let imls = "IMLS: train and develop museum and library professionals";
    assert_eq!(first("imls train"), (FoundKind::Instrument, imls.to_owned()));
    let names = (
        FoundKind::Framework,
        "Competencies of cultural leadership".to_owned(),
    );
    assert_eq!(first("cultural leadership"), names);
    assert_eq!(first("transformed digital age").0, FoundKind::Outcome);
    let held = counts(&app, &cohort).unwrap();
    assert_eq!((held.people, held.sessions, held.assessments), (50, 0, 0));
    assert_eq!(counts(&app, &sample).unwrap().people, 24);
    assert!(counts(&app, "no id").is_err());
}

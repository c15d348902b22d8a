//! Samples of each size: how much they hold, that a seed means the same twice, and that they are sound.
#![allow(clippy::unwrap_used)]

use nexus_app::programs::generate::{MADE_UP_AT, Scale, generate};
use nexus_app::programs::{SetupInput, overview, set_up};
use nexus_app::settings::{Unlock, create};
use nexus_app::{App, Clock, assessments, cohorts, people, projects, sample, sessions};

fn empty(folder: &tempfile::TempDir, name: &str, seed: u64) -> App {
    let key = Unlock::KeyFile(folder.path().join("key"));
    let workspace = create(&folder.path().join(name), &key).unwrap();
    let app = App::seeded(workspace, "Ana", Clock::Fixed(MADE_UP_AT), seed);
    let setup = SetupInput {
        facility: "Riverbend".to_owned(),
        zone: "America/Chicago".to_owned(),
    };
    set_up(&app, &setup).unwrap();
    app
}

/// What a workspace holds, as its screens count it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Counts {
    cohorts: usize,
    people: usize,
    sessions: usize,
    marks: u32,
    sheets: u32,
    projects: usize,
    updates: usize,
}

fn counts(app: &App, of: impl Fn(&str) -> bool) -> Counts {
    let mut counts = Counts::default();
    let cohorts = overview(app).unwrap().cohorts;
    for cohort in cohorts.into_iter().filter(|cohort| of(&cohort.id)) {
        assert!(cohort.sample, "never counted with real data");
        counts.cohorts += 1;
        counts.people += people::list(app, &cohort.id).unwrap().len();
        for session in sessions::list(app, &cohort.id).unwrap().sessions {
            counts.sessions += 1;
            let tally = session.tally;
            counts.marks += tally.present + tally.late + tally.absent + tally.excused;
        }
        let occasions = assessments::overview(app, &cohort.id).unwrap().occasions;
        counts.sheets += occasions.iter().map(|occasion| occasion.sheets).sum::<u32>();
        for project in projects::list(app, &cohort.id).unwrap().projects {
            counts.projects += 1;
            counts.updates += projects::view(app, &project.id).unwrap().updates.len();
        }
    }
    counts
}

/// Everything that the terminal would show of a workspace, as text.
fn shown(app: &App) -> Vec<String> {
    let mut lines = Vec::new();
    for cohort in overview(app).unwrap().cohorts {
        lines.push(serde_json::to_string(&cohorts::view(app, &cohort.id).unwrap()).unwrap());
        lines.push(serde_json::to_string(&people::list(app, &cohort.id).unwrap()).unwrap());
        lines.push(serde_json::to_string(&sessions::records(app, &cohort.id).unwrap()).unwrap());
        let statistics = assessments::statistics(app, &cohort.id, "competency-self-assessment").unwrap();
        lines.push(serde_json::to_string(&statistics).unwrap());
        for project in projects::list(app, &cohort.id).unwrap().projects {
            lines.push(serde_json::to_string(&projects::view(app, &project.id).unwrap()).unwrap());
        }
    }
    lines
}

#[test]
fn size_s_is_a_cohort_and_one_that_finished_and_sound() {
    let folder = tempfile::tempdir().unwrap();
    let app = empty(&folder, "s.nexus", 1);
    let cohort = sample::fill(&app).unwrap().value;
    let now = counts(&app, |id| id == cohort);
    assert_eq!((now.cohorts, now.people, now.sessions), (1, 24, 3));
    assert_eq!((now.sheets, now.projects), (72, 24));
    let earlier = counts(&app, |id| id != cohort);
    assert_eq!((earlier.cohorts, earlier.people, earlier.sessions), (1, 13, 3));
    assert_eq!(
        (earlier.marks, earlier.sheets, earlier.projects, earlier.updates),
        (37, 60, 5, 15)
    );
    let found = app.ws().check().unwrap();
    assert!(found.is_sound(), "{found:?}");
}

#[test]
fn size_m_holds_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let app = empty(&folder, "m.nexus", 1);
    let mut told = Vec::new();
    generate(&app, Scale::M, 7, |done| told.push(done)).unwrap();
    assert_eq!(told, (1..=25).collect::<Vec<_>>());
    let expected = Counts {
        cohorts: 25,
        people: 600,
        sessions: 150,
        marks: 3_600,
        sheets: 1_800,
        projects: 600,
        updates: 3_000,
    };
    assert_eq!(counts(&app, |_| true), expected);
    let names: std::collections::BTreeSet<_> = overview(&app)
        .unwrap()
        .cohorts
        .into_iter()
        .map(|cohort| cohort.name)
        .collect();
    assert_eq!(names.len(), 25, "every cohort has a name of its own");
    sample::remove(&app).unwrap();
    assert_eq!(counts(&app, |_| true), Counts::default());
    assert!(app.ws().check().unwrap().is_sound());
}

#[test]
fn a_seed_means_the_same_twice_and_another_one_something_else() {
    const FEW: Scale = Scale {
        cohorts: 3,
        people: 4,
        places: 2,
    };
    let folder = tempfile::tempdir().unwrap();
    let make = |name: &str, seed| {
        let app = empty(&folder, name, seed);
        generate(&app, FEW, seed, |_| {}).unwrap();
        let found = app.ws().check().unwrap();
        assert!(found.is_sound(), "{found:?}");
        shown(&app)
    };
    let first = make("a.nexus", 5);
    assert_eq!(first, make("b.nexus", 5));
    let other = make("c.nexus", 6);
    assert!(first.iter().zip(&other).all(|(a, b)| a != b));
}

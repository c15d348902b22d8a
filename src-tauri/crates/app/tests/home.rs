//! A cohort at a glance, and one person at its sessions: on screen and as words in the summary.
#![allow(clippy::unwrap_used)]

use std::process::Command;

use chrono::{DateTime, Days, NaiveDate, TimeDelta};
use nexus_app::assessments::{self, OccasionInput};
use nexus_app::cohorts::{self, AttentionKind, CohortInput, HomeView};
use nexus_app::people::{self, PersonField, PersonInput};
use nexus_app::programs::{SetupInput, set_up};
use nexus_app::sessions::{self, BlockInput, Presence, SessionField, SessionInput, SessionState};
use nexus_app::{App, Clock, projects, reports, sample};
use nexus_domain::assessments::Moment;
use nexus_store::{OpenOptions, Workspace, WorkspaceKey};

/// 4 October 2024, 14:02 in Chicago.
fn now() -> DateTime<chrono::Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::hours(19) + TimeDelta::minutes(2)
}

const TODAY: &str = "2024-10-04";

fn day(from_today: i64) -> String {
    (TODAY.parse::<NaiveDate>().unwrap() + TimeDelta::days(from_today)).to_string()
}

struct Bench {
    _folder: tempfile::TempDir,
    app: App,
}

fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::random().unwrap();
    let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &OpenOptions::WRITE).unwrap();
    let app = App::new(ws, "Ana", Clock::Fixed(now()));
    let input = SetupInput {
        facility: "Riverbend".into(),
        zone: "America/Chicago".into(),
    };
    set_up(&app, &input).unwrap();
    Bench { _folder: folder, app }
}

fn cohort(app: &App) -> (String, Vec<String>) {
    let input = CohortInput {
        name: "Prairie State cohort".into(),
        ..Default::default()
    };
    let cohort = cohorts::create(app, &input).unwrap().value.id;
    let person = |given: &str| {
        let input = PersonInput {
            given: given.into(),
            family: "Łukaszewicz".into(),
            ..Default::default()
        };
        people::add(app, &cohort, &input).unwrap().value.id
    };
    let people = vec![person("Søren"), person("Hạnh")];
    (cohort, people)
}

fn session(app: &App, cohort: &str, title: &str, date: &str, starts: &str) -> String {
    let input = SessionInput {
        title: title.into(),
        date: date.into(),
        starts: starts.into(),
        ..Default::default()
    };
    let id = sessions::create(app, cohort, &input).unwrap().value;
    let block = BlockInput {
        title: "Welcome".into(),
        minutes: Some(30),
        ..Default::default()
    };
    sessions::block_add(app, &id, None, &block).unwrap();
    id
}

fn asked(app: &App, cohort: &str, moment: Moment, opens: &str, due: &str) {
    let input = OccasionInput {
        instrument: "competency-self-assessment".into(),
        moment,
        opens: opens.into(),
        due: due.into(),
    };
    assessments::plan(app, cohort, &input).unwrap();
}

fn group(home: &HomeView, kind: AttentionKind) -> Vec<Vec<&str>> {
    let groups = home.attention.iter().filter(|group| group.kind == kind);
    groups
        .map(|group| group.people.iter().map(|line| line.code.as_str()).collect())
        .collect()
}

#[test]
fn the_sample_at_a_glance() {
    let bench = bench();
    let id = sample::fill(&bench.app).unwrap().value;
    let home = cohorts::home(&bench.app, &id).unwrap();
    assert_eq!((home.today.as_str(), home.cohort.people), (TODAY, 24));
    assert_eq!(home.sessions.len(), 3);
    let next = home.next.as_ref().unwrap();
    assert_eq!(next.session.id, home.sessions[1].id, "the clinic is due today");
    assert_eq!(next.minutes, Some(-2), "it was planned for 14:00");
    assert_eq!(next.blocks.len(), 5);
    assert_eq!(
        next.blocks.len() + usize::try_from(next.more).unwrap(),
        usize::try_from(next.session.blocks).unwrap()
    );
    let labels: Vec<_> = home.meters.iter().map(|meter| meter.label.as_str()).collect();
    assert_eq!(labels, ["baseline", "end", "charters", "news"]);
    let asked = assessments::overview(&bench.app, &id).unwrap().occasions;
    let baseline = &asked[0];
    assert_eq!(
        (home.meters[0].done, home.meters[0].of),
        (baseline.sheets, baseline.enrolled)
    );
    assert_eq!(home.windows.len(), asked.len());
    assert_eq!(
        (home.windows[0].moment, home.windows[0].title.as_str()),
        (Moment::Baseline, "")
    );
    let lines = projects::list(&bench.app, &id).unwrap().projects;
    assert_eq!(home.meters[2].of, u32::try_from(lines.len()).unwrap());

    assert_eq!(group(&home, AttentionKind::Absent), [["N10", "N21"]]);
    let silent = lines.iter().filter(|line| line.stale).count();
    let projects = home
        .attention
        .iter()
        .find(|group| group.kind == AttentionKind::Projects);
    let projects = &projects.unwrap().people;
    assert_eq!(projects.len(), silent);
    assert!(
        projects.windows(2).all(|pair| pair[0].days >= pair[1].days),
        "those who wait longest come first"
    );
    for group in &home.attention {
        assert!(!group.people.is_empty(), "{group:?}");
    }
    let own = |group: &&cohorts::AttentionGroup| group.kind == AttentionKind::Sheets;
    assert!(
        home.attention
            .iter()
            .filter(own)
            .any(|group| !group.matter.is_empty()),
        "another instrument is named"
    );
}

#[test]
fn an_empty_cohort_has_nothing_to_count() {
    let bench = bench();
    let input = CohortInput {
        name: "Empty".into(),
        ..Default::default()
    };
    let id = cohorts::create(&bench.app, &input).unwrap().value.id;
    let home = cohorts::home(&bench.app, &id).unwrap();
    assert_eq!((home.next, home.meters, home.attention), (None, vec![], vec![]));
    let unknown = cohorts::home(&bench.app, &"0".repeat(32));
    assert_eq!(unknown.unwrap_err().code(), "not-found");
}

#[test]
fn a_window_counts_once_it_has_opened() {
    let bench = bench();
    let app = &bench.app;
    let (id, _) = cohort(app);
    asked(app, &id, Moment::Baseline, &day(1), &day(8));
    let home = cohorts::home(app, &id).unwrap();
    assert_eq!((home.windows.len(), home.meters.len()), (1, 0));
    assert!(group(&home, AttentionKind::Sheets).is_empty());
    asked(app, &id, Moment::Baseline, TODAY, &day(8));
    let home = cohorts::home(app, &id).unwrap();
    assert_eq!((home.meters[0].done, home.meters[0].of), (0, 2));
    assert!(
        group(&home, AttentionKind::Sheets).is_empty(),
        "there is more than a week left"
    );
    asked(app, &id, Moment::Baseline, TODAY, &day(7));
    let home = cohorts::home(app, &id).unwrap();
    assert_eq!(group(&home, AttentionKind::Sheets), [["N01", "N02"]]);
    assert_eq!(home.attention[0].matter, "", "the self-assessment needs no name");
}

#[test]
fn the_next_session_says_how_long_until_it_starts_on_its_day_only() {
    let bench = bench();
    let app = &bench.app;
    let (id, _) = cohort(app);
    let minutes = |app: &App| cohorts::home(app, &id).unwrap().next.unwrap().minutes;
    let later = session(app, &id, "Clinic", &day(1), "14:00");
    assert_eq!(minutes(app), None);
    session(app, &id, "Institute", TODAY, "14:27");
    assert_eq!(minutes(app), Some(25));
    let running = sessions::session_start(app, &later);
    running.unwrap();
    assert_eq!(
        cohorts::home(app, &id).unwrap().next.unwrap().session.id,
        later,
        "what runs comes first"
    );
}

#[test]
fn one_person_at_the_sessions_of_a_cohort() {
    let bench = bench();
    let app = &bench.app;
    let (id, people) = cohort(app);
    let first = session(app, &id, "Institute, day 1", &day(-30), "08:30");
    let second = session(app, &id, "Project clinic", TODAY, "14:00");
    session(app, &id, "Institute II", &day(60), "09:00");
    let own = |person: &str| sessions::of_person(app, &id, person).unwrap().sessions;
    let (soren, hanh) = (&people[0], &people[1]);
    sessions::mark(
        app,
        &first,
        std::slice::from_ref(soren),
        Presence::Late,
        Some("08:41"),
    )
    .unwrap();
    sessions::session_start(app, &second).unwrap();
    sessions::mark(app, &second, std::slice::from_ref(soren), Presence::Present, None).unwrap();
    let seen: Vec<_> = own(soren)
        .into_iter()
        .map(|line| (line.number, line.mark, line.arrived, line.state))
        .collect();
    assert_eq!(
        seen,
        [
            (1, Presence::Late, Some("08:41".to_owned()), SessionState::Planned),
            (2, Presence::Present, None, SessionState::Running),
            (3, Presence::Expected, None, SessionState::Planned),
        ]
    );
    assert!(own(hanh).iter().all(|line| line.mark == Presence::Expected));
    people::edit(app, hanh, None, PersonField::Roles, "staff").unwrap();
    assert!(own(hanh).is_empty(), "staff are no attendees");
}

fn words_of(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("summary.pdf");
    std::fs::write(&path, pdf).unwrap();
    let words = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(&path)
        .arg("-")
        .output()
        .unwrap();
    String::from_utf8(words.stdout).unwrap()
}

#[test]
fn the_summary_tells_who_was_there() {
    let bench = bench();
    let app = &bench.app;
    let (id, people) = cohort(app);
    let summary = || reports::participant(app, &id, "N01", None).unwrap();
    assert!(words_of(&summary()).contains("No session is planned yet."));
    let held = session(app, &id, "Institute, day 1", &day(-30), "08:30");
    session(app, &id, "Institute II", &day(60), "09:00");
    sessions::session_start(app, &held).unwrap();
    let unknown = words_of(&summary());
    assert!(unknown.contains("No session held yet"), "{unknown}");
    assert!(
        unknown.contains("not recorded") && unknown.contains("to come"),
        "{unknown}"
    );
    sessions::mark(app, &held, &people[..1], Presence::Late, Some("08:41")).unwrap();
    let pdf = summary();
    let words = words_of(&pdf);
    assert!(words.contains("Attended 1 of 1 session, 1 late"), "{words}");
    assert!(
        words.contains("Institute, day 1") && words.contains("late, 08:41"),
        "{words}"
    );
    assert!(
        words.contains("1 of 1") && words.contains("sessions attended"),
        "{words}"
    );
    assert_eq!(pdf, summary(), "the same data give the same bytes");
}

#[test]
fn a_mark_or_a_moved_session_is_a_change_to_the_summary() {
    let bench = bench();
    let Bench { _folder, app } = bench;
    let (id, people) = cohort(&app);
    let held = session(&app, &id, "Institute", TODAY, "08:30");
    let as_of = |app: &App| {
        let pdf = reports::participant(app, &id, "N01", None).unwrap();
        let words = words_of(&pdf);
        let line = words.lines().find(|line| line.contains("Data as of")).unwrap();
        line.trim().to_owned()
    };
    let before = as_of(&app);
    let (path, key) = (app.ws().path().to_owned(), app.ws().key().clone());
    drop(app);
    let later = |days: u64| {
        let workspace = Workspace::open(&path, &key, &OpenOptions::WRITE).unwrap();
        let clock = now().checked_add_days(Days::new(days)).unwrap();
        App::new(workspace, "Ana", Clock::Fixed(clock))
    };
    let app = later(1);
    sessions::mark(&app, &held, &people[..1], Presence::Present, None).unwrap();
    let marked = as_of(&app);
    assert_ne!(before, marked);
    drop(app);
    let app = later(2);
    sessions::edit(&app, &held, SessionField::Title, "Institute, day 1").unwrap();
    assert_ne!(marked, as_of(&app));
}

//! Reports of the sample program: what they print, what they withhold, what they keep.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::{DateTime, TimeDelta};
use nexus_app::programs::{SetupInput, set_up};
use nexus_app::reports::{self, IssueInput, ReportChoices, ReportView, SectionChoice, WhichReport};
use nexus_app::{App, AppError, Clock, Task, cohorts, people, programs, sample};
use nexus_domain::reports::ReportKind;
use nexus_domain::reports::publication::Audience;
use nexus_store::{OpenOptions, Workspace, WorkspaceKey};

struct Bench {
    folder: tempfile::TempDir,
    app: App,
    cohort: String,
}

fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::random().unwrap();
    let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &OpenOptions::WRITE).unwrap();
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_700) + TimeDelta::hours(19);
    let app = App::new(ws, "Ana", Clock::Fixed(now));
    let input = SetupInput {
        facility: "Prairie State training facility".into(),
        zone: "America/Chicago".into(),
    };
    set_up(&app, &input).unwrap();
    let cohort = sample::fill(&app).unwrap().value;
    Bench { folder, app, cohort }
}

impl Bench {
    fn which(&self, kind: ReportKind) -> WhichReport {
        WhichReport {
            cohort: self.cohort.clone(),
            whole: false,
            kind,
            template: String::new(),
            about: String::new(),
        }
    }

    fn preview(&self, which: &WhichReport) -> ReportView {
        reports::preview(&self.app, which, &Task::unwatched()).unwrap()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn to(&self, name: &str) -> IssueInput {
        IssueInput {
            path: self.path(name).to_string_lossy().into_owned(),
            to: "State library".to_owned(),
            supersedes: String::new(),
            reason: String::new(),
        }
    }
}

fn words(view: &ReportView) -> String {
    let pages: Vec<&str> = view.pages.iter().map(|page| page.words.as_str()).collect();
    pages.join(" ")
}

#[test]
fn every_kind_has_pages() {
    let bench = bench();
    let all = reports::overview(&bench.app, &bench.cohort).unwrap();
    for kind in ReportKind::ALL {
        let mut which = bench.which(kind);
        which.about = match kind {
            ReportKind::Session => all.sessions[0].id.clone(),
            kind if kind.is_of_a_person() => all.people[0].id.clone(),
            _ => String::new(),
        };
        let view = bench.preview(&which);
        assert!(!view.pages.is_empty() && !view.title.is_empty(), "{kind:?}");
        assert!(words(&view).len() > 100, "{kind:?}");
    }
}

#[test]
fn a_funder_report_names_nobody_and_every_number_leads_to_records() {
    let bench = bench();
    for template in ["plain", "imls", "lsta"] {
        for whole in [false, true] {
            let mut which = bench.which(ReportKind::Funder);
            (which.template, which.whole) = (template.to_owned(), whole);
            let view = bench.preview(&which);
            let text = words(&view);
            for person in people::list(&bench.app, &bench.cohort).unwrap() {
                assert!(
                    !text.contains(&person.family),
                    "{} stands in {template}",
                    person.family
                );
                assert!(
                    !text.contains(&person.code),
                    "{} stands in {template}",
                    person.code
                );
            }
            let keys: BTreeSet<&str> = view
                .pages
                .iter()
                .flat_map(|page| &page.spots)
                .map(|spot| spot.key.as_str())
                .collect();
            assert!(keys.len() > 10, "{template}: {keys:?}");
            // What is behind a number does not depend on the order of the chapters.
            for key in keys.iter().filter(|_| template == "plain" && !whole) {
                let behind = reports::behind(&bench.app, &which, key).unwrap();
                assert!(!behind.what.is_empty(), "{key}");
                if let Ok(count) = behind.value.parse::<u32>()
                    && ["enrolled", "held", "sessions", "projects"].contains(key)
                {
                    assert_eq!(count, behind.count, "{key}");
                }
            }
        }
    }
}

#[test]
fn figures_are_those_of_the_logic_model() {
    let bench = bench();
    let program = cohorts::details(&bench.app, &bench.cohort)
        .unwrap()
        .cohort
        .program;
    for whole in [false, true] {
        let mut which = bench.which(ReportKind::Funder);
        which.whole = whole;
        let cohort = (!whole).then_some(bench.cohort.as_str());
        let model = programs::model(&bench.app, &program, cohort).unwrap();
        let value = |key: &str| reports::behind(&bench.app, &which, key).unwrap().value;
        for (key, count) in [
            ("enrolled", model.participation.leaders),
            ("came", model.participation.came),
            ("withdrew", model.participation.withdrew),
            ("institutions", model.participation.institutions),
            ("held", model.activities.held),
            ("sessions", model.activities.sessions),
            ("joint", model.activities.joint),
            ("projects", model.activities.projects),
            ("lessons", model.activities.lessons),
            ("bridges", model.activities.bridges),
            ("instruments", model.inputs.instruments),
            ("modules", model.inputs.modules),
            ("carriers", model.inputs.carriers),
            ("risen", model.short.higher),
            ("compared", model.short.compared),
        ] {
            assert_eq!(value(key), count.to_string(), "{key}, whole: {whole}");
        }
    }
}

#[test]
fn a_text_keeps_its_figures_until_the_writer_takes_new_ones() {
    let bench = bench();
    let which = bench.which(ReportKind::Funder);
    let view = bench.preview(&which);
    assert!(
        view.problems.iter().any(|problem| problem.contains("Overview")),
        "{:?}",
        view.problems
    );
    let enrolled = view
        .figures
        .iter()
        .find(|figure| figure.key == "enrolled")
        .unwrap();
    assert_eq!(enrolled.token, "{enrolled: 24}");
    reports::write(
        &bench.app,
        &which,
        "overview",
        "We reached {enrolled: 23} leaders.",
    )
    .unwrap();
    let view = bench.preview(&which);
    let overview = &view.sections[0];
    assert_eq!((overview.words, overview.stale.len()), (4, 1));
    assert_eq!(overview.stale[0].now.as_deref(), Some("24"));
    let refused = reports::issue(&bench.app, &which, &bench.to("a.pdf"), &Task::unwatched());
    assert!(matches!(refused, Err(AppError::Invalid { .. })));
    assert!(!bench.path("a.pdf").exists());
    reports::refresh(&bench.app, &which, "overview").unwrap();
    let view = bench.preview(&which);
    assert_eq!(view.sections[0].text, "We reached {enrolled: 24} leaders.");
    assert!(view.problems.is_empty(), "{:?}", view.problems);
}

#[test]
fn what_is_issued_is_kept_byte_for_byte_and_a_correction_takes_its_place() {
    let bench = bench();
    let which = bench.which(ReportKind::Funder);
    reports::write(
        &bench.app,
        &which,
        "overview",
        "We reached {enrolled: 24} leaders.",
    )
    .unwrap();
    let first = reports::issue(&bench.app, &which, &bench.to("one.pdf"), &Task::unwatched())
        .unwrap()
        .value;
    let bytes = std::fs::read(bench.path("one.pdf")).unwrap();
    reports::issued_save(&bench.app, &first, &bench.path("copy.pdf")).unwrap();
    assert_eq!(std::fs::read(bench.path("copy.pdf")).unwrap(), bytes);
    // Issuing changes nothing that a report shows: the same again is the same bytes.
    let mut again = bench.to("two.pdf");
    again.supersedes = first.clone();
    let refused = reports::issue(&bench.app, &which, &again, &Task::unwatched());
    assert!(matches!(refused, Err(AppError::Invalid { field, .. }) if field == "reason"));
    again.reason = "Two sheets were late".to_owned();
    reports::issue(&bench.app, &which, &again, &Task::unwatched()).unwrap();
    assert_eq!(std::fs::read(bench.path("two.pdf")).unwrap(), bytes);
    let view = bench.preview(&which);
    let line = view.issued.iter().find(|line| line.id == first).unwrap();
    assert!(line.same && line.here && !line.superseded_by.is_empty());
    assert_eq!(view.issued.len(), 2);
    assert_eq!(view.differing, 0);
}

#[test]
fn the_public_sees_fewer_numbers_and_is_told_so_nowhere_but_here() {
    let bench = bench();
    let which = bench.which(ReportKind::Funder);
    let choose = |audience| {
        let chosen = ReportChoices {
            audience: Some(audience),
            sheet: None,
            section: None,
        };
        reports::choose(&bench.app, &which, &chosen).unwrap();
        bench.preview(&which)
    };
    let funder = choose(Audience::Funder);
    let public = choose(Audience::Public);
    let count = |view: &ReportView| view.withheld.iter().map(|line| line.count).sum::<u32>();
    assert!(count(&public) > count(&funder), "{:?}", public.withheld);
    assert!(public.withheld.iter().all(|line| !line.reason.is_empty()));
    let refused = reports::choose(
        &bench.app,
        &which,
        &ReportChoices {
            audience: Some(Audience::Coach),
            sheet: None,
            section: None,
        },
    );
    assert!(matches!(refused, Err(AppError::Invalid { .. })));
}

#[test]
fn a_section_that_is_left_out_is_not_printed_and_not_needed() {
    let bench = bench();
    let which = bench.which(ReportKind::Funder);
    let chosen = ReportChoices {
        audience: None,
        sheet: None,
        section: Some(SectionChoice {
            key: "overview".to_owned(),
            included: false,
        }),
    };
    reports::choose(&bench.app, &which, &chosen).unwrap();
    let view = bench.preview(&which);
    assert!(view.problems.is_empty(), "{:?}", view.problems);
    assert!(!view.sections[0].included);
}

#[test]
fn everybody_gets_a_summary_in_one_archive_and_a_stopped_batch_leaves_nothing() {
    let bench = bench();
    let done = reports::batch(
        &bench.app,
        &bench.cohort,
        ReportKind::Participant,
        &bench.to("all.zip"),
        &Task::unwatched(),
    )
    .unwrap();
    assert_eq!((done.value.made, done.value.left_out.len()), (24, 0));
    let bytes = std::fs::read(bench.path("all.zip")).unwrap();
    assert_eq!(&bytes[..2], b"PK");
    let task = Task::unwatched();
    task.stop();
    let stopped = reports::batch(
        &bench.app,
        &bench.cohort,
        ReportKind::Certificate,
        &bench.to("none.zip"),
        &task,
    );
    assert!(matches!(stopped, Err(AppError::Stopped)));
    assert!(!bench.path("none.zip").exists());
}

#[test]
fn a_template_of_a_funder_is_added_and_a_bad_one_is_refused_with_its_place() {
    let bench = bench();
    let file = bench.path("t.json");
    let good = r#"{"schema":1,"key":"county","name":"County","sections":[
        {"key":"who","heading":"Who came","part":"participation"}]}"#;
    std::fs::write(&file, good).unwrap();
    let key = reports::template_add(&bench.app, &file).unwrap().value;
    let mut which = bench.which(ReportKind::Funder);
    which.template = key;
    assert!(words(&bench.preview(&which)).contains("Who came"));
    std::fs::write(&file, good.replace("participation", "particpation")).unwrap();
    let refused = reports::template_add(&bench.app, &file).map(|done| done.value);
    assert!(
        matches!(&refused, Err(AppError::Unusable { found, .. }) if found.contains("section 1")),
        "{refused:?}"
    );
}

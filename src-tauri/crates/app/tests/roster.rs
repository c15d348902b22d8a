//! The roster import on the files as they arrive in practice.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use chrono::{DateTime, TimeDelta};
use nexus_app::people::{self, PersonInput, RosterInput};
use nexus_app::programs::{SetupInput, overview, set_up};
use nexus_app::{App, AppError, Clock, changes, cohorts};
use nexus_domain::people::roster::{Field, Group, Matter};
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
    let app = App::new(
        ws,
        "Ana",
        Clock::Fixed(DateTime::UNIX_EPOCH + TimeDelta::days(20_000)),
    );
    set_up(
        &app,
        &SetupInput {
            facility: "Riverbend".into(),
            zone: "America/Chicago".into(),
        },
    )
    .unwrap();
    let input = cohorts::CohortInput {
        name: "Prairie State cohort, 2026–27".into(),
        ..Default::default()
    };
    let cohort = cohorts::create(&app, &input).unwrap().value.id;
    Bench { folder, app, cohort }
}

fn fixture(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../../tests/fixtures/rosters")
        .join(name);
    path.to_string_lossy().into_owned()
}

impl Bench {
    fn input(&self, path: String) -> RosterInput {
        RosterInput {
            path,
            cohort: self.cohort.clone(),
            ..Default::default()
        }
    }

    fn file(&self, name: &str, bytes: &[u8]) -> RosterInput {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        self.input(path.to_string_lossy().into_owned())
    }
}

#[test]
fn the_sample_gives_24_people_in_one_step_and_the_german_file_adds_nobody() {
    let b = bench();
    let input = b.input(fixture("roster.csv"));
    let preview = people::preview(&b.app, &input).unwrap();
    assert_eq!((preview.added, preview.left_out, preview.rows), (24, 2, 27));
    let named: Vec<_> = preview
        .problems
        .iter()
        .map(|problem| (problem.record, problem.group))
        .collect();
    for place in [
        (9, Group::Decide),
        (20, Group::Decide),
        (28, Group::Decide),
        (13, Group::LeftOut),
        (27, Group::LeftOut),
    ] {
        assert!(named.contains(&place), "{place:?} in {named:?}");
    }
    assert!(
        people::list(&b.app, &b.cohort).unwrap().is_empty(),
        "a preview stores nothing"
    );

    let done = people::import(
        &b.app,
        &RosterInput {
            digest: preview.digest,
            ..input.clone()
        },
    )
    .unwrap();
    assert_eq!((done.value.added, done.value.set_aside), (24, 1));
    let list = people::list(&b.app, &b.cohort).unwrap();
    assert_eq!(list.len(), 24);
    assert_eq!(
        (list[0].code.as_str(), list[0].family.as_str()),
        ("N01", "Łukaszewicz")
    );
    assert_eq!(list[23].code, "N24");

    let german = people::import(&b.app, &b.input(fixture("roster-excel-de.csv")))
        .unwrap()
        .value;
    assert_eq!(german.added, 0);
    assert!(german.recognised > 0);
    assert!(
        german
            .problems
            .iter()
            .any(|problem| matches!(problem.matter, Matter::DamagedKept { .. }))
    );
    let names = |lines: &[people::PersonLine]| -> Vec<_> {
        lines
            .iter()
            .map(|line| (line.given.clone(), line.family.clone(), line.institution.clone()))
            .collect()
    };
    assert_eq!(names(&people::list(&b.app, &b.cohort).unwrap()), names(&list));

    let again = people::import(&b.app, &input).unwrap().value;
    assert_eq!((again.added, again.enrolled, again.changed), (0, 0, 0));

    while changes::top(&b.app)
        .unwrap()
        .undo
        .is_some_and(|step| step.kind == "people.import")
    {
        changes::undo(&b.app).unwrap();
    }
    assert!(people::list(&b.app, &b.cohort).unwrap().is_empty());
    changes::redo(&b.app).unwrap();
    assert_eq!(people::list(&b.app, &b.cohort).unwrap().len(), 24);
    assert!(b.app.ws().check().unwrap().is_sound());
    assert_eq!(overview(&b.app).unwrap().cohorts[0].people, 24);
}

#[test]
fn rows_set_aside_can_be_downloaded_and_formulas_do_not_run_there() {
    let b = bench();
    let text = "First name,Last name,Email,Institution\nAna,Silva,a@x.org,Lib\nAna,Silva,a@x.org,=HYPERLINK(\"http://x\")\n";
    let input = b.file("r.csv", text.as_bytes());
    let rejects = String::from_utf8(people::rejects(&b.app, &input).unwrap()).unwrap();
    assert!(rejects.contains("Silva"), "{rejects}");
    assert!(
        rejects.contains("'=HYPERLINK") && !rejects.contains(",=HYPERLINK"),
        "{rejects}"
    );
}

#[test]
fn nothing_in_the_file_of_rejects_runs_whatever_the_roster_held() {
    let b = bench();
    let evil = [
        "=1+1", "+A1", "-A1", "@SUM(1)", "\t=1", "\r=1", "＝2+2", "a;=1", "a\n=1", "a\",=1",
    ];
    let quoted = |value: &str| format!("\"{}\"", value.replace('"', "\"\""));
    let mut text = String::from("First name,Last name,Email,Institution,=cmd()\n");
    for value in evil {
        let row = format!("Ana,Silva,a@x.org,{},{}\n", quoted(value), quoted(value));
        text.push_str(&row);
    }
    let rejects = people::rejects(&b.app, &b.file("r.csv", text.as_bytes())).unwrap();
    let table =
        nexus_interop::table::read(&rejects, &|_| 0, &nexus_interop::table::Limits::default()).unwrap();
    let rows = std::iter::once(table.header).chain(table.rows);
    let cells: Vec<String> = rows.flat_map(|row| row.cells).collect();
    assert!(
        cells.iter().filter(|cell| cell.starts_with('\'')).count() >= 12,
        "{cells:?}"
    );
    let runs = |cell: &&String| cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']);
    assert_eq!(cells.iter().find(runs), None);
    // Nor where a spreadsheet of another locale cuts at semicolons: such a value stands in quotation marks.
    let text = String::from_utf8(rejects).unwrap();
    assert!(text.contains("\"a;=1\"") && !text.contains(",a;"), "{text}");
}

#[test]
fn a_corrected_mapping_is_remembered_for_the_next_file() {
    let b = bench();
    let input = b.file("r.csv", b"Given,Surname,Wing\nAna,Silva,North\n");
    let mapping = vec![Some(Field::Given), Some(Field::Family), Some(Field::Institution)];
    people::import(
        &b.app,
        &RosterInput {
            mapping: Some(mapping),
            ..input
        },
    )
    .unwrap();
    let next = b.file("s.csv", b"Given,Surname,Wing\nBen,Okoro,South\n");
    let preview = people::preview(&b.app, &next).unwrap();
    assert_eq!(preview.columns[2].field, Some(Field::Institution));
}

#[test]
fn files_that_are_no_roster_are_refused_with_the_reason_and_nothing_changes() {
    let b = bench();
    let wide = (0..10_000)
        .map(|at| format!("c{at}"))
        .collect::<Vec<_>>()
        .join(",");
    let commas = vec![b','; 10_000_000];
    let cases: [(&str, &[u8], &str); 7] = [
        ("empty.csv", b"", "empty"),
        ("page.pdf", b"%PDF-1.7 and more", "wrong-kind"),
        ("cut.xlsx", b"PK\x03\x04 cut short", "damaged"),
        ("noise.csv", b"\x00\x01\x02\x03\x00\x01\x02\x03", "not-text"),
        ("wide.csv", wide.as_bytes(), "too-many-columns"),
        ("other.csv", b"colour,weight\nred,3\n", "no-name-column"),
        ("commas.csv", &commas, "too-many-columns"),
    ];
    for (name, bytes, wanted) in cases {
        let input = b.file(name, bytes);
        match people::import(&b.app, &input) {
            Err(AppError::Unusable { file, reason, .. }) => {
                assert_eq!((file.as_str(), reason), (name, wanted))
            }
            other => panic!("{name}: {:?}", other.map(|done| done.value)),
        }
    }
    let big = b.folder.path().join("big.csv");
    std::fs::File::create(&big).unwrap().set_len(100_000_000).unwrap();
    let refused = people::import(&b.app, &b.input(big.to_string_lossy().into_owned()));
    assert!(matches!(
        refused,
        Err(AppError::Unusable {
            reason: "too-large",
            ..
        })
    ));
    assert!(people::list(&b.app, &b.cohort).unwrap().is_empty());
}

#[test]
fn a_file_that_changed_since_its_preview_is_refused() {
    let b = bench();
    let input = b.file("r.csv", b"First name,Last name\nAna,Silva\n");
    let digest = people::preview(&b.app, &input).unwrap().digest;
    let changed = b.file("r.csv", b"First name,Last name\nAna,Silva\nBen,Okoro\n");
    let refused = people::import(&b.app, &RosterInput { digest, ..changed });
    assert!(matches!(refused, Err(AppError::Invalid { .. })));
}

#[test]
fn people_are_added_edited_and_leave_and_their_code_stays_theirs() {
    let b = bench();
    let add = |given: &str| {
        let input = PersonInput {
            given: given.into(),
            family: "Silva".into(),
            ..Default::default()
        };
        people::add(&b.app, &b.cohort, &input).unwrap().value
    };
    let (ana, ben) = (add("Ana"), add("Ben"));
    assert_eq!((ana.code.as_str(), ben.code.as_str()), ("N01", "N02"));
    people::edit(
        &b.app,
        &ana.id,
        Some(&b.cohort),
        people::PersonField::Institution,
        "  City   Library ",
    )
    .unwrap();
    assert_eq!(
        people::list(&b.app, &b.cohort).unwrap()[0].institution,
        "City Library"
    );
    for (field, value) in [
        (people::PersonField::Email, "nobody"),
        (people::PersonField::Sector, "space"),
        (people::PersonField::Consent, "perhaps"),
    ] {
        assert!(
            matches!(
                people::edit(&b.app, &ana.id, None, field, value),
                Err(AppError::Invalid { .. })
            ),
            "{value}"
        );
    }
    people::leave(&b.app, &b.cohort, &ben.id).unwrap();
    assert_eq!(add("Chi").code, "N03");
    let history = changes::history(&b.app, "person", &ana.id).unwrap();
    assert_eq!(history[0].cells[0].new, "City Library");
    assert!(people::view(&b.app, "nobody").is_err());
}

#[test]
fn the_sample_is_24_people_without_a_question_and_goes_in_one_step() {
    let b = bench();
    let cohort = nexus_app::sample::fill(&b.app).unwrap().value;
    let people = people::list(&b.app, &cohort).unwrap();
    assert_eq!(people.len(), 24);
    assert!(
        people
            .iter()
            .all(|person| !person.sector.is_empty() && !person.level.is_empty() && person.size.is_some())
    );
    assert!(
        overview(&b.app)
            .unwrap()
            .cohorts
            .iter()
            .any(|cohort| cohort.sample)
    );
    nexus_app::sample::remove(&b.app).unwrap();
    assert!(
        overview(&b.app)
            .unwrap()
            .cohorts
            .iter()
            .all(|cohort| !cohort.sample)
    );
    assert!(matches!(
        nexus_app::sample::remove(&b.app),
        Err(AppError::NotFound { .. })
    ));
    changes::undo(&b.app).unwrap();
    assert_eq!(people::list(&b.app, &cohort).unwrap().len(), 24);
}

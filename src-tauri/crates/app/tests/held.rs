//! What we hold about a person, in words: on the screen and on paper.
#![allow(clippy::unwrap_used)]

use std::process::Command;

use nexus_app::assessments::{self, OccasionInput};
use nexus_app::people::{self, HeldSection, HeldState};
use nexus_app::programs::{SetupInput, set_up};
use nexus_app::{App, AppError, Clock, changes, sample};
use nexus_domain::assessments::Moment;
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
    let app = App::new(ws, "Ana", Clock::Device);
    let setup = SetupInput {
        facility: "Riverbend".into(),
        zone: "America/Chicago".into(),
    };
    set_up(&app, &setup).unwrap();
    let cohort = sample::fill(&app).unwrap().value;
    Bench { folder, app, cohort }
}

fn section<'s>(sections: &'s [HeldSection], title: &str) -> &'s HeldSection {
    let found = sections.iter().find(|one| one.title.starts_with(title));
    found.unwrap_or_else(|| panic!("no section {title}"))
}

#[test]
fn the_page_and_the_paper_say_the_same_in_words() {
    let bench = bench();
    let id = people::coded(&bench.app, &bench.cohort, "n17").unwrap();
    let page = people::held_page(&bench.app, &id).unwrap();
    assert_eq!(page.name, "Beatriz Almeida");
    let earlier = section(&page.sections, "Earlier sample cohort");
    let told: Vec<_> = earlier.rows.iter().map(|row| row.text.as_str()).collect();
    assert!(
        told.contains(&"N13") && told.contains(&"Archives assistant"),
        "{told:?}"
    );
    assert!(
        told.iter().any(|text| text.starts_with("moved to Sample cohort")),
        "{told:?}"
    );
    assert!(page.sections.iter().all(|section| !section.rows.is_empty()));
    let to = bench.folder.path().join("held.pdf");
    people::held_print(&bench.app, &id, &to).unwrap();
    let words = Command::new("pdftotext").arg(&to).arg("-").output().unwrap();
    let words = String::from_utf8(words.stdout).unwrap();
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = flat(&words);
    for section in &page.sections {
        assert!(words.contains(&flat(&section.title)), "{}", section.title);
    }
    let first = std::fs::read(&to).unwrap();
    people::held_print(&bench.app, &id, &to).unwrap();
    assert!(
        first == std::fs::read(&to).unwrap(),
        "the same data, the same bytes"
    );
    let nobody = people::coded(&bench.app, &bench.cohort, "N99");
    assert!(matches!(
        nobody,
        Err(AppError::NotFound {
            what: "participant",
            ..
        })
    ));
}

#[test]
fn a_sheet_that_is_being_filled_in_is_held_too() {
    let bench = bench();
    let id = people::coded(&bench.app, &bench.cohort, "N03").unwrap();
    let plan = OccasionInput {
        instrument: "competency-self-assessment".into(),
        moment: Moment::Midpoint,
        opens: String::new(),
        due: String::new(),
    };
    let occasion = assessments::plan(&bench.app, &bench.cohort, &plan).unwrap().value;
    let place = assessments::form(&bench.app, &occasion, &id).unwrap().place;
    changes::keep_draft(&bench.app, &place, r#"["4","","-"]"#).unwrap();
    let held = people::held(&bench.app, &id).unwrap();
    let mut sheets = held.cohorts.iter().flat_map(|cohort| &cohort.sheets);
    let begun = sheets.find(|sheet| sheet.state == HeldState::Unfinished).unwrap();
    let codes: Vec<_> = begun.answers.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(codes, ["4", "-"]);
    let page = people::held_page(&bench.app, &id).unwrap();
    let title = page
        .sections
        .iter()
        .find(|one| one.title.contains("not finished"));
    assert_eq!(title.unwrap().rows[1].text, "declined");
}

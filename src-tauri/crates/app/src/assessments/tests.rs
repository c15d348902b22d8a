use chrono::{TimeZone as _, Utc};
use nexus_domain::assessments::Moment;
use nexus_domain::assessments::import::{OnSecond, SheetMatter};
use nexus_store::{OpenOptions, WorkspaceKey};

use super::*;
use crate::people::RosterInput;
use crate::{App, Clock, Workspace, changes, people, reports};

const CSA: &str = "competency-self-assessment";

fn fixture(name: &str) -> String {
    format!("{}/../../../tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn cohort_of_samples(folder: &tempfile::TempDir) -> (App, String) {
    let path = folder.path().join("w.nexus");
    let workspace = Workspace::create(&path, &WorkspaceKey::random().unwrap(), &OpenOptions::WRITE).unwrap();
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 9, 0, 0).unwrap();
    let app = App::new(workspace, "Ana", Clock::Fixed(now));
    let input = RosterInput {
        path: fixture("rosters/roster.csv"),
        new_cohort: "Prairie State cohort".to_owned(),
        ..RosterInput::default()
    };
    people::import(&app, &input).unwrap();
    let cohort = crate::cohorts::find(&app, "Prairie State cohort").unwrap().id;
    (app, cohort)
}

fn ratings(cohort: &str, moment: Moment, file: &str, on_second: OnSecond) -> RatingsInput {
    RatingsInput {
        path: fixture(file),
        cohort: cohort.to_owned(),
        instrument: CSA.to_owned(),
        moment,
        on_second,
    }
}

#[test]
fn the_paper_samples_are_read_with_every_problem_named_and_all_else_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (app, cohort) = cohort_of_samples(&folder);
    let before = ratings(
        &cohort,
        Moment::Baseline,
        "ratings/paper-baseline.csv",
        OnSecond::Refuse,
    );
    let baseline = import(&app, &before).unwrap().value;
    assert_eq!((baseline.sheets, baseline.problems.len()), (23, 0));
    let after = ratings(&cohort, Moment::End, "ratings/paper-end.csv", OnSecond::Refuse);
    let end = preview(&app, &after).unwrap();
    let named: Vec<_> = end
        .problems
        .iter()
        .map(|one| (one.record, one.code.as_str(), one.matter, one.found.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            (6, "N06", SheetMatter::Impossible, "7"),
            (23, "N99", SheetMatter::UnknownCode, "N99"),
            (24, "N02", SheetMatter::SecondRefused, "N02")
        ]
    );
    assert_eq!((end.sheets, end.set_aside, end.unreadable), (21, 2, 1));
    assert!(end.blank > 0 && end.declined > 0);
    import(&app, &after).unwrap();

    let grid = grid(&app, &overview(&app, &cohort).unwrap().occasions[1].id).unwrap();
    let n02 = grid.rows.iter().find(|row| row.code == "N02").unwrap();
    assert_eq!(n02.answers[..4], ["-", "4", "5", "0"]);
    let n06 = grid.rows.iter().find(|row| row.code == "N06").unwrap();
    assert_eq!(n06.answers[12], "?7");

    let numbers = statistics(&app, &cohort, CSA).unwrap();
    assert_eq!((numbers.enrolled, numbers.baseline, numbers.end), (24, 23, 21));
    let first = &numbers.items[0];
    assert_eq!(first.paired + first.unpaired, 23);
    assert!(first.mean.is_some() && first.low < first.mean && first.mean < first.high);
}

#[test]
fn a_second_sheet_corrects_by_choice_and_undo_takes_a_file_back_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let (app, cohort) = cohort_of_samples(&folder);
    let input = ratings(&cohort, Moment::End, "ratings/paper-end.csv", OnSecond::Correct);
    let stored = import(&app, &input).unwrap().value;
    assert_eq!((stored.sheets, stored.corrections, stored.set_aside), (22, 1, 1));
    let occasion = overview(&app, &cohort).unwrap().occasions[0].clone();
    assert_eq!((occasion.sheets, occasion.enrolled), (21, 24));
    let rows = grid(&app, &occasion.id).unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.corrections).sum::<u32>(), 1);
    changes::undo(&app).unwrap();
    assert!(overview(&app, &cohort).unwrap().occasions.is_empty());
}

#[test]
fn a_sheet_is_stored_once_and_then_corrected() {
    let folder = tempfile::tempdir().unwrap();
    let (app, cohort) = cohort_of_samples(&folder);
    let planned = OccasionInput {
        instrument: CSA.to_owned(),
        moment: Moment::Baseline,
        opens: "2026-10-05".to_owned(),
        due: String::new(),
    };
    let occasion = plan(&app, &cohort, &planned).unwrap().value;
    let person = grid(&app, &occasion).unwrap().rows[0].person.clone();
    let sheet = form(&app, &occasion, &person).unwrap();
    assert_eq!(
        (sheet.code.as_str(), sheet.items.len(), sheet.answered),
        ("N01", 13, false)
    );
    let mut input = SheetInput {
        occasion: occasion.clone(),
        person: person.clone(),
        paper: true,
        answers: vec!["3".to_owned(); 13],
        correct: false,
    };
    save(&app, &input).unwrap();
    input.answers[0] = "-".to_owned();
    assert!(matches!(save(&app, &input), Err(crate::AppError::Invalid { .. })));
    input.correct = true;
    save(&app, &input).unwrap();
    let row = grid(&app, &occasion).unwrap().rows[0].clone();
    assert_eq!(
        (row.answers[0].as_str(), row.corrections, row.double),
        ("-", 1, false)
    );
    input.answers[0] = "6".to_owned();
    assert!(matches!(save(&app, &input), Err(crate::AppError::Invalid { .. })));

    let to = folder.path().join("form.pdf");
    paper_form(&app, &occasion, Some(&person), &to).unwrap();
    assert!(std::fs::read(&to).unwrap().starts_with(b"%PDF"));
}

#[test]
fn the_summary_of_n01_shows_the_ratings_and_is_the_same_twice() {
    let folder = tempfile::tempdir().unwrap();
    let (app, cohort) = cohort_of_samples(&folder);
    for (moment, file) in [
        (Moment::Baseline, "ratings/paper-baseline.csv"),
        (Moment::End, "ratings/paper-end.csv"),
    ] {
        import(&app, &ratings(&cohort, moment, file, OnSecond::Refuse)).unwrap();
    }
    let person = people::list(&app, &cohort).unwrap()[0].id.clone();
    let figure = ratings_figure(&app, &cohort, &person, 400).unwrap().unwrap();
    assert_eq!(figure.table.rows.len(), 13);
    let first = reports::participant(&app, &cohort, "N01", None).unwrap();
    assert_eq!(first, reports::participant(&app, &cohort, "N01", None).unwrap());
}

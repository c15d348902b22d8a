use chrono::{TimeZone as _, Utc};
use nexus_domain::assessments::Moment;
use nexus_domain::assessments::import::{OnSecond, SheetMatter};
use nexus_report::pictures::PageMark;
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

fn planned(app: &App, cohort: &str) -> String {
    let input = OccasionInput {
        instrument: CSA.to_owned(),
        moment: Moment::Baseline,
        opens: "2026-10-05".to_owned(),
        due: "2026-10-12".to_owned(),
    };
    plan(app, cohort, &input).unwrap().value
}

/// A paper sheet of threes.
fn sheet(occasion: &str, person: &str) -> SheetInput {
    SheetInput {
        occasion: occasion.to_owned(),
        person: person.to_owned(),
        paper: true,
        answers: vec!["3".to_owned(); 13],
        correct: false,
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
    print(&app, &occasion, &Whose::One { person }, &to).unwrap();
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

#[test]
fn a_draft_is_shown_where_it_was_left_and_gone_with_the_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let (app, cohort) = cohort_of_samples(&folder);
    let occasion = planned(&app, &cohort);
    let view = grid(&app, &occasion).unwrap();
    let person = view.rows[2].person.clone();
    let typed = r#"["3","-","","","","","","","","","","",""]"#;
    changes::keep_draft(&app, &format!("{}{person}", view.place), typed).unwrap();
    changes::keep_draft(
        &app,
        &format!("{}{}", view.place, view.rows[3].person),
        "no draft",
    )
    .unwrap();
    let place = form(&app, &occasion, &person).unwrap().place;
    changes::keep_draft(&app, &place, r#"["5"]"#).unwrap();

    let view = grid(&app, &occasion).unwrap();
    assert_eq!(view.rows[2].draft[..3], ["3", "-", ""]);
    assert!(view.rows[3].draft.is_empty());
    assert_eq!((view.occasion.unfinished, view.occasion.missing.len()), (1, 24));
    assert_eq!(form(&app, &occasion, &person).unwrap().draft, ["5"]);
    assert!(codes(&app, &occasion).unwrap().codes[2].begun);

    let mut input = sheet(&occasion, &person);
    input.paper = false;
    save(&app, &input).unwrap();
    let view = grid(&app, &occasion).unwrap();
    assert!(form(&app, &occasion, &person).unwrap().draft.is_empty());
    assert_eq!(
        view.rows[2].draft[0], "3",
        "the pile of paper is apart from the form"
    );
    assert_eq!(view.occasion.missing.len(), 23);
}

#[test]
fn a_correction_shows_what_stood_there_and_settles_a_double() {
    let folder = tempfile::tempdir().unwrap();
    let (app, cohort) = cohort_of_samples(&folder);
    let occasion = planned(&app, &cohort);
    let person = grid(&app, &occasion).unwrap().rows[0].person.clone();
    let mut input = sheet(&occasion, &person);
    save(&app, &input).unwrap();
    // A sheet of another laptop, as an exchange would bring it.
    app.act("assessments.sheet", "N01", |w| {
        let id = occasion_id(&occasion)?;
        let mut other = assessments::responses(w, id)?.remove(0);
        other.id = nexus_domain::ids::ResponseId(app.new_id());
        Ok(assessments::insert_response(w, &other)?)
    })
    .unwrap();
    assert!(grid(&app, &occasion).unwrap().rows[0].double);
    input.answers[4] = "5".to_owned();
    input.correct = true;
    save(&app, &input).unwrap();
    let row = grid(&app, &occasion).unwrap().rows[0].clone();
    assert!(!row.double);
    assert_eq!((row.before[4].as_str(), row.answers[4].as_str()), ("3", "5"));
    changes::undo(&app).unwrap();
    assert!(grid(&app, &occasion).unwrap().rows[0].double);
}

#[test]
fn a_tenth_of_the_paper_sheets_is_typed_twice_and_compared() {
    let folder = tempfile::tempdir().unwrap();
    let (app, cohort) = cohort_of_samples(&folder);
    let occasion = planned(&app, &cohort);
    for row in grid(&app, &occasion).unwrap().rows {
        save(&app, &sheet(&occasion, &row.person)).unwrap();
    }
    let view = grid(&app, &occasion).unwrap();
    assert_eq!(view.second.len(), 3);
    let mut again = vec!["3"; 13];
    again[6] = "0";
    let place = format!("{}{}", view.second_place, view.second[1].person);
    changes::keep_draft(&app, &place, &serde_json::to_string(&again).unwrap()).unwrap();
    let found = grid(&app, &occasion).unwrap().second[1].clone();
    assert!(found.done);
    let expected = MismatchView {
        number: 7,
        first: "3".to_owned(),
        second: "0".to_owned(),
    };
    assert_eq!(found.mismatches, [expected]);
}

#[test]
fn an_occasion_is_taken_off_the_plan_only_without_sheets_and_its_days_follow_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let (app, cohort) = cohort_of_samples(&folder);
    let occasion = planned(&app, &cohort);
    let person = grid(&app, &occasion).unwrap().rows[0].person.clone();
    save(&app, &sheet(&occasion, &person)).unwrap();
    assert!(matches!(
        remove(&app, &occasion),
        Err(crate::AppError::Invalid { .. })
    ));
    changes::undo(&app).unwrap();
    remove(&app, &occasion).unwrap();
    assert!(overview(&app, &cohort).unwrap().occasions.is_empty());
    let backwards = OccasionInput {
        instrument: CSA.to_owned(),
        moment: Moment::End,
        opens: "2027-05-14".to_owned(),
        due: "2027-05-13".to_owned(),
    };
    let refused = plan(&app, &cohort, &backwards).unwrap_err();
    assert_eq!(refused.details()["field"], "due");
}

#[test]
fn results_are_the_statistics_and_give_nothing_but_counts_of_a_few() {
    let folder = tempfile::tempdir().unwrap();
    let (app, cohort) = cohort_of_samples(&folder);
    let before = ratings(
        &cohort,
        Moment::Baseline,
        "ratings/paper-baseline.csv",
        OnSecond::Refuse,
    );
    import(&app, &before).unwrap();
    let once = results(&app, &cohort, CSA, 500).unwrap();
    assert_eq!(once.figure.unwrap().table.heads.len(), 3);
    let after = ratings(&cohort, Moment::End, "ratings/paper-end.csv", OnSecond::Refuse);
    import(&app, &after).unwrap();
    let found = results(&app, &cohort, CSA, 500).unwrap();
    assert_eq!(found.statistics, statistics(&app, &cohort, CSA).unwrap());
    let moments: Vec<_> = found.moments.iter().map(|one| (one.moment, one.sheets)).collect();
    assert_eq!(moments, [(Moment::Baseline, 23), (Moment::End, 21)]);
    assert_eq!(found.moments[1].items[3], found.statistics.items[3].end);
    let figure = found.figure.unwrap();
    for row in &figure.table.rows {
        let item = found
            .statistics
            .items
            .iter()
            .find(|item| item.text == row[0])
            .unwrap();
        assert_eq!(row[1].parse::<f64>().ok(), item.baseline.median);
        assert_eq!(row[2].parse::<f64>().ok(), item.end.median);
        assert_eq!(row[3], item.paired.to_string());
    }

    let exit = OccasionInput {
        instrument: "imls-training".to_owned(),
        moment: Moment::End,
        opens: String::new(),
        due: String::new(),
    };
    let occasion = plan(&app, &cohort, &exit).unwrap().value;
    for row in grid(&app, &occasion).unwrap().rows.iter().take(4) {
        let mut input = sheet(&occasion, &row.person);
        input.answers.truncate(3);
        save(&app, &input).unwrap();
    }
    let few = results(&app, &cohort, "imls-training", 500).unwrap();
    assert_eq!(few.statistics.items[0].end.median, None);
    assert_eq!(few.statistics.items[0].end.per_point, [0, 0, 4, 0, 0]);
    assert_eq!(few.figure.unwrap().table.rows[0][1], "–");
}

#[test]
fn forms_of_a_whole_cohort_are_one_file_with_a_page_for_each() {
    let folder = tempfile::tempdir().unwrap();
    let (app, cohort) = cohort_of_samples(&folder);
    let occasion = planned(&app, &cohort);
    let to = folder.path().join("forms.pdf");
    let made = |whose: &Whose| {
        print(&app, &occasion, whose, &to).unwrap();
        std::fs::read(&to).unwrap()
    };
    let pages = |bytes: &[u8]| lopdf::Document::load_mem(bytes).unwrap().get_pages().len();
    assert_eq!(pages(&made(&Whose::Blank)), 1);
    // One side for each wording: the people of the samples are of every context.
    assert_eq!(pages(&made(&Whose::Everybody)), 24);
    let person = grid(&app, &occasion).unwrap().rows[0].person.clone();
    save(&app, &sheet(&occasion, &person)).unwrap();
    assert_eq!(pages(&made(&Whose::Missing)), 23);
    assert_eq!(made(&Whose::Missing), made(&Whose::Missing));
}

#[test]
fn every_instrument_that_ships_has_a_paper_form_that_asks_all_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let (app, _) = cohort_of_samples(&folder);
    let shipped = nexus_interop::instruments::shipped_instruments().unwrap();
    let assets = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/instruments");
    assert_eq!(shipped.len(), std::fs::read_dir(assets).unwrap().count());
    for instrument in shipped {
        let sheet = sheet_preview(&app, &instrument.key, instrument.version).unwrap();
        let words = sheet.pages.iter().map(|page| page.words.as_str());
        let words = words.collect::<Vec<_>>().join(" ");
        // Lines are broken anywhere: letters alone are compared.
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let printed = letters(&words);
        assert_eq!(sheet.items.len(), instrument.items.len());
        for text in sheet.items.iter().map(|item| &item.text) {
            assert!(printed.contains(&letters(text)), "{text:?} is missing in {words}");
        }
        assert!(printed.contains(&letters(&instrument.licence)), "{words}");
        let rings = sheet.pages.iter().flat_map(|page| &page.marks);
        let rings = rings.filter(|mark| matches!(mark, PageMark::Circle { fill: None, .. }));
        let points = instrument
            .items
            .iter()
            .map(|item| instrument.scale_of(item).points().count());
        assert_eq!(rings.count(), points.sum::<usize>(), "{}", instrument.title);
        assert!(
            sheet.pages.len() <= 2,
            "{} takes {} sides",
            instrument.title,
            sheet.pages.len()
        );
    }
}

#[test]
fn the_sample_has_72_sheets_and_leaves_none_behind() {
    let folder = tempfile::tempdir().unwrap();
    let (app, real) = cohort_of_samples(&folder);
    planned(&app, &real);
    let cohort = crate::sample::fill(&app).unwrap().value;
    let occasions = overview(&app, &cohort).unwrap().occasions;
    let sheets: Vec<_> = occasions.iter().map(|one| one.sheets).collect();
    assert_eq!((sheets.iter().sum::<u32>(), sheets.len()), (72, 4));
    assert!(
        results(&app, &cohort, "imls-training", 500)
            .unwrap()
            .figure
            .is_some()
    );
    crate::sample::remove(&app).unwrap();
    let left = app.ws().read(|r| {
        let mut left = assessments::occasions(r, cohort.parse().unwrap())?.len();
        for occasion in &occasions {
            left += assessments::responses(r, occasion_id(&occasion.id)?)?.len();
        }
        Ok::<_, crate::AppError>(left)
    });
    assert_eq!(left.unwrap(), 0);
    assert_eq!(overview(&app, &real).unwrap().occasions.len(), 1);
}

/// An instrument of the program.
fn shipped(key: &str) -> nexus_domain::assessments::Instrument {
    let all = nexus_interop::instruments::shipped_instruments().unwrap();
    all.into_iter().find(|one| one.key == key).unwrap()
}

mod whatever_is_in_a_file {
    use nexus_domain::assessments::import::{Known, plan};
    use nexus_domain::ids::PersonId;
    use proptest::prelude::*;

    use super::*;
    use crate::assessments::import::parse;

    proptest! {
        #[test]
        fn arbitrary_bytes_are_a_table_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..600), zip in any::<bool>()) {
            let instrument = shipped(CSA);
            let magic: &[u8] = if zip { b"PK\x03\x04" } else { b"" };
            let bytes: Vec<u8> = magic.iter().copied().chain(bytes).collect();
            if let Ok(table) = parse("x", &bytes, &instrument) {
                let _ = plan(&table, &instrument, None, &Known::default(), OnSecond::Refuse);
            }
        }

        #[test]
        fn a_damaged_file_loses_no_row_silently(
            damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        ) {
            let instrument = shipped(CSA);
            let mut bytes = std::fs::read(fixture("ratings/paper-end.csv")).unwrap();
            for (at, byte) in damage {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            let people = (1..=24).map(|n: u128| (format!("N{n:02}"), PersonId(uuid::Uuid::from_u128(n))));
            let known = Known { people: people.collect(), ..Known::default() };
            if let Ok(table) = parse("x", &bytes, &instrument) {
                let rows = table.rows.iter().filter(|row| !row.is_blank()).count();
                if let Ok(plan) = plan(&table, &instrument, None, &known, OnSecond::Refuse) {
                    prop_assert_eq!(plan.sheets.len() + plan.set_aside(), rows);
                }
            }
        }
    }
}

#[test]
fn files_that_are_no_ratings_are_refused_with_the_reason_and_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let (app, cohort) = cohort_of_samples(&folder);
    let wide = (0..10_000)
        .map(|at| format!("c{at}"))
        .collect::<Vec<_>>()
        .join(",");
    let many = "Code,1\n".to_owned() + &"N01,3\n".repeat(100_001);
    let cases: [(&str, &[u8], &str); 7] = [
        ("empty.csv", b"", "empty"),
        ("page.pdf", b"%PDF-1.7 and more", "wrong-kind"),
        ("cut.xlsx", b"PK\x03\x04 cut short", "damaged"),
        ("noise.csv", b"\x00\x01\x02\x03\x00\x01\x02\x03", "not-text"),
        ("wide.csv", wide.as_bytes(), "too-many-columns"),
        ("many.csv", many.as_bytes(), "too-many-rows"),
        ("folder", b"", "folder"),
    ];
    let importing = |path: std::path::PathBuf| {
        let input = RatingsInput {
            path: path.to_string_lossy().into_owned(),
            ..ratings(&cohort, Moment::Baseline, "", OnSecond::Refuse)
        };
        match import(&app, &input) {
            Err(crate::AppError::Unusable { reason, .. }) => reason,
            other => panic!("{}: {:?}", path.display(), other.map(|done| done.value)),
        }
    };
    for (name, bytes, wanted) in cases {
        let path = folder.path().join(name);
        match wanted {
            "folder" => std::fs::create_dir(&path).unwrap(),
            _ => std::fs::write(&path, bytes).unwrap(),
        }
        assert_eq!(importing(path), wanted, "{name}");
    }
    let big = folder.path().join("big.csv");
    std::fs::File::create(&big).unwrap().set_len(100_000_000).unwrap();
    assert_eq!(importing(big), "too-large");
    assert!(overview(&app, &cohort).unwrap().occasions.is_empty());
}

//! What other programs read in our files: `qpdf` the syntax, `pdftotext` the words, `pdfinfo` the structure.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod reading;
mod samples;

use std::path::Path;

use nexus_report::ReportError;
use nexus_report::documents::agenda::agenda;
use nexus_report::documents::certificate::certificate;
use nexus_report::documents::coach_brief::coach_brief;
use nexus_report::documents::logic_model::logic_model;
use nexus_report::documents::paper_form::paper_form;
use nexus_report::documents::participant::{Lesson, NextStep, participant_summary};
use nexus_report::documents::session_summary::session_summary;
use nexus_report::documents::sign_in::sign_in_sheet;
use nexus_report::documents::statements::performance_statements;
use nexus_report::documents::story::story;
use nexus_report::figures::{Competency, Milestone, Rating};
use nexus_report::pictures::PageMark;
use nexus_report::soundness::check;
use proptest::prelude::*;
use reading::{file, flat, pages, pdf, run, structure, text};
use samples::group::{brief, counted, held, honoured, plain_certificate, unrecorded};
use samples::story::{model, told, untold};
use samples::{bare, busy, day, day_plan, form, full, mixed_form, sheet};

fn all() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("participant", pdf(participant_summary(&full()))),
        ("busy participant", pdf(participant_summary(&busy()))),
        ("participant without data", pdf(participant_summary(&bare()))),
        ("sign-in sheet", pdf(sign_in_sheet(&sheet(30)))),
        ("empty sign-in sheet", pdf(sign_in_sheet(&sheet(0)))),
        ("agenda", pdf(agenda(&day_plan()))),
        ("form", pdf(paper_form(&form(false)))),
        ("blank form", pdf(paper_form(&form(true)))),
        ("mixed form", pdf(paper_form(&mixed_form()))),
        ("session summary", pdf(session_summary(&held()))),
        ("session without records", pdf(session_summary(&unrecorded()))),
        ("coach brief", pdf(coach_brief(&brief(7)))),
        ("coach without participants", pdf(coach_brief(&brief(0)))),
        ("statements", pdf(performance_statements(&counted(false)))),
        ("statements withheld", pdf(performance_statements(&counted(true)))),
        ("certificate", pdf(certificate(&honoured()))),
        ("plain certificate", pdf(certificate(&plain_certificate()))),
        ("report in chapters", pdf(story(&told()))),
        ("report without data", pdf(story(&untold()))),
        ("logic model", pdf(logic_model(&model()))),
    ]
}

#[test]
fn every_document_is_sound_and_tagged() {
    for (name, bytes) in all() {
        let file = file(&bytes);
        assert_eq!(check(&bytes), [], "{name}");
        run("qpdf", &["--check", "FILE"], &file.path);
        let info = run("pdfinfo", &["FILE"], &file.path);
        assert!(info.contains("Tagged:          yes"), "{name}: {info}");
        assert!(info.contains("PDF version:     1.7"), "{name}: {info}");
        assert!(structure(&file).contains("H1"), "{name}");
        let fonts = run("pdffonts", &["FILE"], &file.path);
        for line in fonts.lines().skip(2) {
            let flags: Vec<&str> = line.split_whitespace().rev().skip(2).take(3).collect();
            assert_eq!(
                flags,
                ["yes", "yes", "yes"],
                "{name}: embedded, subset, Unicode: {line}"
            );
        }
    }
}

/// The order and the kind of everything that is read out. A line that changes here is heard by people: look at it
/// before `INSTA_UPDATE=always` accepts it.
#[test]
fn what_a_screen_reader_is_told_stays_as_it_was() {
    for (name, bytes) in all() {
        insta::assert_snapshot!(name.replace(' ', "-"), structure(&file(&bytes)));
    }
}

#[test]
fn the_summary_has_two_pages_and_says_everything() {
    let file = file(&pdf(participant_summary(&full())));
    assert_eq!(pages(&file), 2);
    let text = flat(&text(&file));
    for words in [
        "Søren Łukaszewicz",
        "Participant N01",
        "Summit County Public Library, New Mexico",
        "Award RE-00-26-0001",
        "Up on 7 of 12 competencies, down on none",
        "declined",
        "One card, eleven branches",
        "4 of 5 milestones reached",
        "12 Feb, 7 days late",
        "Attended 3 of 3 sessions, 1 late",
        "County archive lends its courier on Tuesdays",
        "By 15 July 2027: Open the last two branches",
        "Say nine open, two dated.",
        "Data as of 18 June 2027",
        "2 of 2",
    ] {
        assert!(text.contains(words), "{words:?} is missing in {text}");
    }
}

#[test]
fn a_screen_reader_finds_headings_figures_and_tables() {
    let file = file(&pdf(participant_summary(&full())));
    let structure = structure(&file);
    for part in [
        "H1 (block)",
        "H2 (block)",
        "Figure",
        "Table (block)",
        "THead",
        "/Scope /Column",
        "/Scope /Row",
        "LBody",
        "BlockQuote",
    ] {
        assert!(structure.contains(part), "{part} is missing in {structure}");
    }
    assert!(!structure.contains("Data as of"), "running feet are no content");
    let json = run("qpdf", &["--json", "--json-key=qpdf", "FILE"], &file.path);
    assert!(
        json.contains("Collaboration: 1, then 3."),
        "the figure's alternative text"
    );
    assert!(json.contains("\"/Lang\": \"u:en-US\""));
    assert!(json.contains("\"/DisplayDocTitle\": true"));
}

#[test]
fn a_participant_without_data_is_told_so() {
    let file = file(&pdf(participant_summary(&bare())));
    assert_eq!(pages(&file), 1);
    let text = flat(&text(&file));
    for words in [
        "No self-assessment is recorded yet.",
        "No project is recorded yet.",
        "No next step is recorded.",
    ] {
        assert!(text.contains(words), "{words:?} is missing in {text}");
    }
}

#[test]
fn much_data_flows_on_without_loss() {
    let mut input = full();
    input.lessons = (1..=40)
        .map(|at| Lesson {
            what: format!("Lesson {at:02} {}", "which was a long one and goes on ".repeat(4)),
            source: Some("Project clinic II".into()),
            competency: Some("Influence".into()),
        })
        .collect();
    input.next_steps = vec![NextStep {
        text: "word ".repeat(2500),
        due: None,
    }];
    let project = input.project.as_mut().unwrap();
    project.milestones = (1..=25)
        .map(|at| Milestone {
            title: format!("Step {at:02} of many"),
            planned: day("2027-01-01"),
            done: None,
        })
        .collect();
    input.ratings.as_mut().unwrap().rows = (1..=60)
        .map(|at| Competency {
            name: format!("Competency {at:02}"),
            before: Rating::Value(2),
            after: Rating::Value(3),
        })
        .collect();
    let file = file(&pdf(participant_summary(&input)));
    run("qpdf", &["--check", "FILE"], &file.path);
    let text = flat(&text(&file));
    for at in 1..=40 {
        assert!(text.contains(&format!("Lesson {at:02}")), "lesson {at}");
    }
    for at in 1..=25 {
        assert!(
            text.contains(&format!("{at}. Step {at:02} of many")),
            "milestone {at}"
        );
    }
    for at in 1..=60 {
        assert!(text.contains(&format!("Competency {at:02}")), "competency {at}");
    }
    assert_eq!(text.matches("word").count(), 2500);
}

#[test]
fn a_cell_longer_than_a_page_is_divided() {
    let mut input = day_plan();
    input.blocks[2].title = (1..=1500).map(|at| format!("w{at:04} ")).collect();
    let file = file(&pdf(agenda(&input)));
    run("qpdf", &["--check", "FILE"], &file.path);
    let text = text(&file);
    for at in 1..=1500 {
        assert!(text.contains(&format!("w{at:04}")), "word {at}");
    }
}

#[test]
fn thirty_people_sign_on_two_pages_and_the_head_comes_again() {
    let file = file(&pdf(sign_in_sheet(&sheet(30))));
    let text = text(&file);
    assert!(pages(&file) >= 2);
    assert_eq!(text.matches("Signature").count(), pages(&file));
    assert_eq!(
        structure(&file).matches("\"Signature\"").count(),
        1,
        "repeated heads are artifacts"
    );
    assert!(flat(&text).contains("Nguyễn Thị Minh Khai"));
}

#[test]
fn thirteen_statements_fit_on_one_side() {
    let file = file(&pdf(paper_form(&form(true))));
    assert_eq!(pages(&file), 1);
    let named = file_text_of_code();
    assert!(named.contains("Code N01, version 2"), "{named}");
}

#[test]
fn a_form_has_room_for_every_kind_of_answer_and_shows_the_way_past_what_is_not_asked() {
    let file = file(&pdf(paper_form(&mixed_form())));
    let said = flat(&text(&file));
    for words in [
        "Mentoring",
        "About the past month.",
        "2. Do you have a mentor?",
        "Ring one letter",
        "Only if 2 is a (Yes). Otherwise go on with 5.",
        "hours",
        "(0 to 200)",
        "Ring every letter that fits",
        "5. Anything else?",
    ] {
        assert!(said.contains(words), "{words:?} is missing in {said}");
    }
    // The picture on the screen says the same.
    let pages = paper_form(&mixed_form()).unwrap().pages();
    let seen = flat(
        &pages
            .iter()
            .map(|page| page.words.as_str())
            .collect::<Vec<_>>()
            .join(" "),
    );
    assert!(
        seen.contains("Only if 2 is a (Yes). Otherwise go on with 5."),
        "{seen}"
    );
    assert_eq!(
        pages
            .iter()
            .flat_map(|page| &page.marks)
            .filter(|mark| matches!(mark, PageMark::Circle { fill: None, .. }))
            .count(),
        4 + 2 + 2
    );
}

fn file_text_of_code() -> String {
    flat(&text(&file(&pdf(paper_form(&form(false))))))
}

#[test]
fn identical_data_make_identical_bytes() {
    for ((name, first), (_, second)) in all().into_iter().zip(all()) {
        assert!(first == second, "{name}");
    }
    let from_thread = std::thread::spawn(|| pdf(participant_summary(&full())))
        .join()
        .unwrap();
    assert!(from_thread == pdf(participant_summary(&full())), "another thread");
    let mut later = full();
    later.as_of = day("2027-06-19");
    assert!(pdf(participant_summary(&later)) != pdf(participant_summary(&full())));
}

#[test]
fn a_name_that_no_font_can_draw_is_refused() {
    let mut input = full();
    input.name = "김민지 🙂".into();
    let error = participant_summary(&input).unwrap_err();
    assert!(
        matches!(error, ReportError::MissingGlyphs { characters, .. } if characters == ['김', '민', '지', '🙂'])
    );
}

/// Names the file that another process leaves its documents in.
const BYTES: &str = "NEXUS_REPORT_BYTES";

#[test]
fn another_process_makes_identical_bytes() {
    let bytes: Vec<u8> = all().into_iter().flat_map(|(_, bytes)| bytes).collect();
    if let Some(path) = std::env::var_os(BYTES) {
        std::fs::write(path, bytes).unwrap();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bytes");
    let status = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "another_process_makes_identical_bytes"])
        .env(BYTES, &path)
        .status()
        .unwrap();
    assert!(status.success());
    assert!(std::fs::read(&path).unwrap() == bytes);
}

/// With `NEXUS_REPORT_SAMPLES=FOLDER`, leaves every sample there for a pair of eyes.
#[test]
fn samples_to_look_at() {
    let Ok(folder) = std::env::var("NEXUS_REPORT_SAMPLES") else {
        return;
    };
    for (name, bytes) in all() {
        std::fs::write(
            Path::new(&folder).join(format!("{}.pdf", name.replace(' ', "-"))),
            bytes,
        )
        .unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Letters of every script that the fonts have come out as they went in.
    #[test]
    fn what_the_fonts_cover_can_be_copied_out(
        words in prop::collection::vec("[A-Za-zÀ-ÖØ-öø-žșțẠ-ỹΑ-Ρα-ωА-яҐґ0-9]{1,14}", 1..40),
        name in "[A-ZŁØĐ][a-zéłøđễị]{1,12} [A-ZŠČ][a-zāčğńőřşžẽ]{1,16}",
    ) {
        use unicode_normalization::UnicodeNormalization;
        let mut input = bare();
        input.name = name.clone();
        input.next_steps = words.iter().map(|word| NextStep { text: word.clone(), due: None }).collect();
        let file = file(&pdf(participant_summary(&input)));
        let text = flat(&text(&file)).nfc().collect::<String>();
        prop_assert!(text.contains(&name.nfc().collect::<String>()), "{name} is missing in {text}");
        for word in words {
            let word: String = word.nfc().collect();
            prop_assert!(text.contains(&word), "{word} is missing in {text}");
        }
    }
}

//! What the documents of sessions, coaches, funders and completion say, read back from their files.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod samples;

use std::process::Command;

use nexus_report::documents::Document;
use nexus_report::documents::certificate::{certificate, certificates};
use nexus_report::documents::coach_brief::coach_brief;
use nexus_report::documents::session_summary::session_summary;
use nexus_report::documents::statements::performance_statements;
use proptest::prelude::*;
use samples::group::{brief, counted, held, honoured, plain_certificate, unrecorded};

/// The words of each page, without the line breaks that layout put between them.
fn pages(document: &Document) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, document.pdf().unwrap()).unwrap();
    let out = Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .arg(&path)
        .arg("-")
        .output()
        .unwrap();
    assert!(out.status.success());
    let text = String::from_utf8(out.stdout).unwrap();
    let pages = text.trim_end_matches('\u{C}').split('\u{C}');
    pages
        .map(|page| page.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

fn assert_says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is missing in {text}");
    }
}

#[test]
fn a_session_is_told_on_one_page() {
    let pages = pages(&session_summary(&held()).unwrap());
    assert_eq!(pages.len(), 1, "{pages:?}");
    assert_says(
        &pages[0],
        &[
            "Award RE-00-26-0001",
            "Institute, day 1",
            "5 October 2026 · Prairie State training facility · Facilitator: Ana Whitfield",
            "21 of 24 invited attended",
            "Cross-sector speed consulting 45 left out",
            "Total 305 296",
            "The pace was right for me. 1 3 5 8 3 1",
            "Walking instead of slides.",
            "Charters are shared before the clinic nobody named no date",
            "Next session: Project clinic I · 12 November 2026, 13:00 · Lakeside branch",
        ],
    );
}

#[test]
fn what_nobody_recorded_of_a_session_is_said() {
    let pages = pages(&session_summary(&unrecorded()).unwrap());
    assert_says(
        &pages[0],
        &[
            "Attendance is not recorded.",
            "No agenda is recorded.",
            "No closing question was asked.",
            "Nobody’s words are recorded.",
            "No decision is recorded.",
            "Next session: none is planned.",
        ],
    );
    let mut kept = held();
    kept.blocks[1].actual = nexus_report::documents::session_summary::Actual::NotRecorded;
    let text = self::pages(&session_summary(&kept).unwrap()).join(" ");
    assert!(!text.contains("Total"), "a sum without one of its parts is none");
}

#[test]
fn questions_with_other_options_get_a_table_of_their_own() {
    let mut session = held();
    session.questions[1].options.truncate(3);
    session.questions[1].options[0].1 = None;
    let text = pages(&session_summary(&session).unwrap()).join(" ");
    assert_eq!(text.matches("Not at all").count(), 3);
    assert_says(
        &text,
        &["The pace was right for me.", "– 3 5 1", "A dash is withheld"],
    );
}

#[test]
fn a_coach_sees_everybody_first_and_then_each() {
    let pages = pages(&coach_brief(&brief(4)).unwrap());
    assert_says(
        &pages[0],
        &[
            "Before the meeting on 22 June 2027",
            "4 participants, 4 messages wait for a reply",
            "N01 Søren Łukaszewicz Slower than planned 28 May 2027 2",
            "N04 Søren Łukaszewicz no project none yet 0",
        ],
    );
    assert!(
        !pages[0].contains("Needs a reply"),
        "the first page is the list alone"
    );
    let rest = pages[1..].join(" ");
    assert_says(
        &rest,
        &[
            "Since 1 June 2027",
            "Up on 7 of 12 competencies, down on none.",
            "Rose most: Collaboration +2, Thinking and Acting Strategically +2",
            "Status: Slower than planned · 3 of 5 milestones reached",
            "Overdue since 9 April 2027: Board paper",
            "Next, 30 June 2027: County-wide",
            "By 15 July 2027: Open the last two branches",
            "No self-assessment is recorded yet.",
            "No project is recorded yet.",
            "Nothing waits for a reply.",
            "No next step is recorded.",
        ],
    );
    let nobody = self::pages(&coach_brief(&brief(0)).unwrap());
    assert_says(&nobody[0], &["No participant is assigned to this coach."]);
}

#[test]
fn statements_give_every_count_and_the_award_on_each_page() {
    let mut input = counted(false);
    let open = pages(&performance_statements(&input).unwrap());
    assert_says(
        &open[0],
        &[
            "1 September 2026 to 31 August 2027",
            "Participants 24 24 24",
            "Total responses 21 21 21",
            "Neither agree nor disagree 2 4 3",
            "Non-responses 3 3 3",
        ],
    );
    assert!(!open[0].contains("withheld"));
    let hidden = pages(&performance_statements(&counted(true)).unwrap());
    assert_says(
        &hidden[0],
        &["Neither agree nor disagree 2 – 3", "Disagree 0 – 1"],
    );
    assert_eq!(hidden[0].matches("A dash is withheld").count(), 1);
    let more = input.statements.clone();
    for _ in 0..8 {
        input.statements.extend(more.clone());
    }
    let long = pages(&performance_statements(&input).unwrap());
    assert!(long.len() > 1);
    for page in &long {
        assert!(page.contains("Award RE-00-26-0001"), "{page}");
    }
    assert_says(&long.join(" "), &["Statements 25 to 27"]);
}

#[test]
fn a_certificate_is_one_sheet_and_claims_nothing_that_is_not_known() {
    let full = pages(&certificate(&honoured()).unwrap());
    assert_eq!(full.len(), 1);
    assert_says(
        &full[0],
        &[
            "Søren Łukaszewicz",
            "has completed Leading from where you stand, a program of Prairie State training facility.",
            "5 October 2026 to 14 May 2027",
            "6 of 6 sessions attended · 42.5 hours of training",
            "Ana Whitfield, Lead facilitator",
            "18 June 2027",
        ],
    );
    let plain = pages(&certificate(&plain_certificate()).unwrap());
    assert_eq!(plain.len(), 1);
    for word in ["session", "hour", "2026", "2027"] {
        assert!(!plain[0].contains(word), "{word} in {}", plain[0]);
    }
    let pile = certificates(&[honoured(), honoured(), honoured()]).unwrap();
    assert_eq!(pages(&pile).len(), 3);
    assert!(certificates(&[]).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever people write, none of it is lost.
    #[test]
    fn no_word_of_a_session_is_lost(
        titles in prop::collection::vec("[a-z]{12}", 0..60), keep in prop::collection::vec("[a-z]{12}", 0..30),
        decisions in prop::collection::vec(("[a-z]{12}", prop::option::of("[a-z]{12}")), 0..30),
    ) {
        use nexus_report::documents::session_summary::{Actual, Decision, RunBlock, Voice};
        let mut input = held();
        input.blocks = titles.iter().map(|title| RunBlock {
            start: "09:00".into(), title: title.clone(), planned: Some(10), actual: Actual::Minutes(12),
        }).collect();
        input.keep = keep.iter().map(|text| Voice { text: text.clone(), source: None }).collect();
        input.decisions = decisions.iter().map(|(text, owner)| Decision {
            text: text.clone(), owner: owner.clone(), due: None,
        }).collect();
        // The distance of two letters may be read as a space.
        let text = pages(&session_summary(&input).unwrap()).concat().replace(' ', "");
        let owners = decisions.iter().filter_map(|(_, owner)| owner.as_ref());
        for word in titles.iter().chain(&keep).chain(decisions.iter().map(|(text, _)| text)).chain(owners) {
            prop_assert!(text.contains(word.as_str()), "{word} is missing in {text}");
        }
    }

    /// A long name and a crowd of people to sign stay on the sheet.
    #[test]
    fn a_certificate_stays_on_one_sheet(name in "[A-Za-z]{1,12}( [A-Za-z]{1,12}){0,4}", signed in 0usize..4) {
        use nexus_report::documents::certificate::Signature;
        let mut input = honoured();
        input.name = name;
        input.signed_by = vec![Signature { name: "Ana Whitfield".into(), office: Some("Director".into()) }; signed];
        prop_assert_eq!(certificate(&input).unwrap().page_count(), 1);
    }
}

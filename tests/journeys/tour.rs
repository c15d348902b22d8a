//! The main job, on files as they come: a registration list, an agenda, paper sheets; from an empty workspace to
//! the summary in a participant's hand. It leaves the pictures and the PDF that `cargo xtask run` promises where
//! there is no display.

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::scenes::{agenda_of_now, cohort_of_24, first_person};
use crate::stage::{Window, fixture, pictures};

#[tokio::test]
async fn a_whole_day_on_real_files() {
    let window = Window::open("tour").await;
    window.ready("welcome").await;
    window.look("1-welcome").await;
    cohort_of_24(&window).await;
    plans(&window).await;
    runs(&window).await;
    assesses(&window).await;
    follows(&window).await;
    window.press("Cohort home").await;
    window.ready("cohort").await;
    window.look("8-cohort").await;
    first_person(&window).await;
    window.look("9-participant").await;
    let pdf = pictures().join("N01.pdf");
    window.answer(&pdf);
    window.press("Save summary as PDF").await;
    window.says("The summary is in").await;
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
    window.close().await;
}

/// The agenda, from a text file.
async fn plans(window: &Window) {
    let (date, text) = agenda_of_now();
    let file = window.file("agenda.md");
    std::fs::write(&file, text).unwrap();
    window.press("Sessions").await;
    window.ready("sessions").await;
    window.press("Paste an agenda").await;
    window.ready("agenda").await;
    window
        .write("Day", &format!("{date}{}", char::from(Key::Tab)))
        .await;
    window.answer(&file);
    window.press("Choose a file").await;
    window.says("14 blocks").await;
    window.ready("agenda").await;
    window.look("2-agenda").await;
    window.press("Add the session with 14 blocks").await;
    window.ready("session").await;
    window.look("3-session").await;
}

/// The day begins twenty minutes late: attendance, the next block, a note, and a way to win time back.
async fn runs(window: &Window) {
    window.press("Run the session").await;
    window.ready("run").await;
    window.strike("s").await;
    window
        .find(Locator::Css("[data-state='running'][data-block='0']"))
        .await;
    window.strike("ppppplppaepppppppppp").await;
    window.strike("m").await;
    window.says("21 present").await;
    window.strike("n").await;
    window
        .find(Locator::Css("[data-state='running'][data-block='1']"))
        .await;
    window.strike("++++++").await;
    window.find(Locator::Css("[data-repair]")).await;
    window.strike("q").await;
    let note = format!(
        "Two directors stood at the back by choice{}",
        char::from(Key::Enter)
    );
    window.strike(&note).await;
    window.says("Two directors stood").await;
    window.look("4-late").await;
    window.strike(&char::from(Key::Escape).to_string()).await;
    window.strike("r").await;
    window.gone(Locator::Css("[data-repair]")).await;
    window.look("5-running").await;
    window.press("End").await;
    window.press("End the session").await;
    window.find(Locator::Css("[data-state='ended']")).await;
    window.press("Attendance").await;
    window.ready("attendance").await;
}

/// Two piles of paper that somebody typed into tables.
async fn assesses(window: &Window) {
    window.press("Assessments").await;
    window.ready("assessments").await;
    window.press("Import ratings").await;
    window.ready("ratings").await;
    window.answer(&fixture("ratings/paper-baseline.csv"));
    window.press("Choose a file").await;
    window.says("Check before anything is stored").await;
    window.press("Store 2").await;
    window.says("sheets are stored").await;
    window.press("Import another file").await;
    window.ready("ratings").await;
    let moment = window.field("When").await;
    moment.select_by_label("End of program").await.unwrap();
    window.answer(&fixture("ratings/paper-end.csv"));
    window.press("Choose a file").await;
    window.says("N99").await;
    window.look("6-ratings").await;
    window.press("Store 21 sheets").await;
    window.says("21 sheets are stored").await;
}

/// What one of them changes at home.
async fn follows(window: &Window) {
    window.press("Projects").await;
    window.ready("projects").await;
    window.key("n").await;
    window
        .write("Title", "A reading room that opens on Saturdays")
        .await;
    let who = window.field("Who works on it").await;
    who.select_by_label("N01 Søren Łukaszewicz").await.unwrap();
    window.press("Make the project").await;
    window.ready("project").await;
    let enter = |text: &str| format!("{text}{}", char::from(Key::Enter));
    window
        .write("Problem", "Whoever works in the week never comes.")
        .await;
    window.write("Agreed on", &enter("2026-10-02")).await;
    window.says("none since").await;
    window
        .write("Next milestone", &enter("Hours agreed with the board"))
        .await;
    window.says("0 of 1 milestones").await;
    window.write("Next milestone", &enter("Sheets at the desk")).await;
    window.says("0 of 2 milestones").await;
    window
        .write(
            "What happened",
            &enter("The board agreed to a trial of six Saturdays."),
        )
        .await;
    window.says("1 update").await;
    window.look("7-project").await;
}

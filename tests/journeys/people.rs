//! From nothing to a cohort of 24: a facility of one's own, the registration list as it comes, undo.

use std::path::PathBuf;

use fantoccini::Locator;

use crate::stage::Window;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/rosters")
        .join(name)
}

async fn rows(window: &Window) -> usize {
    window
        .client
        .find_all(Locator::Css("tr[data-row]"))
        .await
        .unwrap()
        .len()
}

#[tokio::test]
async fn a_new_facility_imports_its_roster() {
    let window = Window::open("people").await;
    window.ready("welcome").await;
    window.accessible("welcome").await;
    window.press("Set up the facility").await;
    window.write("Your name", "Ana Souza").await;
    window
        .write("Name of the facility", "Riverbend training centre")
        .await;
    window.press("Set up the facility").await;
    window.says("Write these twelve words").await;
    let words = window.client.find_all(Locator::Css("ol code")).await.unwrap();
    assert_eq!(words.len(), 12);
    window.press("I have written them down").await;

    window.ready("start").await;
    window.accessible("start-empty").await;
    window.press("New cohort").await;
    window.write("Name", "Prairie State cohort, 2026–27").await;
    window.press("Make the cohort").await;
    window.ready("cohort").await;
    window.accessible("cohort-empty").await;

    window.press("Import roster").await;
    window.ready("roster").await;
    window.accessible("roster-file").await;
    window.answer(&fixture("roster.csv"));
    window.press("Choose a file").await;
    window.says("Check before anything is added").await;
    window.ready("roster").await;
    window.says("11 of 11 mapped").await;
    window.says("3 to decide").await;
    window.says("2 left out").await;
    window.accessible("roster-check").await;
    for record in [9, 20, 28] {
        window
            .find(Locator::Css(&format!(
                "[data-group='decide'] [data-record='{record}']"
            )))
            .await;
    }
    window.press("Add all 24").await;
    window.says("24 people are new").await;
    window.ready("roster").await;
    window.accessible("roster-done").await;
    window.press("All people").await;
    window.ready("people").await;
    assert_eq!(rows(&window).await, 24);
    window.accessible("people").await;

    window.control('z').await;
    window.says("Nobody is in this cohort yet").await;
    window.control('y').await;
    window.find(Locator::Css("tr[data-row='23']")).await;

    window.write("Search people", "lukaszewicz").await;
    window.says("1 person of 24").await;
    window
        .find(Locator::Css("tr[data-row='0'] td, tr[data-row='0'] th"))
        .await
        .click()
        .await
        .unwrap();
    window.ready("person").await;
    window.accessible("person").await;
    window.write("Position", "Head of archives\n").await;
    window.press("People").await;
    window.ready("people").await;

    window.press("Import roster").await;
    window.ready("roster").await;
    window.answer(&fixture("roster-excel-de.csv"));
    window.press("Choose a file").await;
    window.says("Check before anything is added").await;
    window.ready("roster").await;
    window.look("roster-second").await;
    window.press("Take over").await;
    window.says("Nobody is new").await;
    window.press("Cohort home").await;
    window.ready("cohort").await;
    window.says("24 people").await;
    window.accessible("cohort").await;
    window.close().await;
}

#[tokio::test]
async fn a_file_that_is_no_roster_is_refused_in_a_sentence() {
    let window = Window::open("refused").await;
    window.ready("welcome").await;
    window.write("Your name", "Ana Souza").await;
    window.press("Open the sample").await;
    window.ready("start").await;
    window.says("sample").await;
    window.press("SC").await;
    window.ready("cohort").await;
    window.accessible("cohort").await;
    window.press("Import roster").await;
    window.ready("roster").await;
    let page = window.file("page.pdf");
    std::fs::write(&page, "%PDF-1.7").unwrap();
    window.answer(&page);
    window.press("Choose a file").await;
    window.says("page.pdf cannot be used").await;
    window.accessible("refused").await;
    window.press("Settings").await;
    window.ready("settings").await;
    window.accessible("settings").await;
    window.close().await;
}

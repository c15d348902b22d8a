//! The main job on the sample, leaving pictures and the PDF: what `cargo xtask run` walks without a display.

use fantoccini::Locator;

use crate::stage::{Window, pictures};

#[tokio::test]
async fn the_main_job_on_the_sample() {
    let window = Window::open("tour").await;
    window.ready("welcome").await;
    window.look("1-welcome").await;
    window.write("Your name", "Ana Souza").await;
    window.press("Open the sample").await;
    window.ready("start").await;
    window.look("2-cohorts").await;
    window.press("SC").await;
    window.ready("cohort").await;
    window.look("3-cohort").await;
    window.press("All people").await;
    window.ready("people").await;
    window.look("4-people").await;
    window
        .find(Locator::Css("tr[data-row='0'] th"))
        .await
        .click()
        .await
        .unwrap();
    window.ready("person").await;
    window.look("5-person").await;
    let pdf = pictures().join("N01.pdf");
    window.answer(&pdf);
    window.press("Save summary as PDF").await;
    window.says("The summary is in").await;
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
    window.press("People").await;
    window.ready("people").await;
    window.press("Import roster").await;
    window.ready("roster").await;
    let roster = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/rosters/roster.csv");
    window.answer(roster.as_ref());
    window.press("Choose a file").await;
    window.says("Check before anything is added").await;
    window.ready("roster").await;
    window.look("6-roster").await;
    window.close().await;
}

//! After the program: the follow-ups of a cohort, outcomes with evidence that is corrected, figures, undo.

use std::time::Duration;

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::scenes::sample_cohort;
use crate::stage::Window;

/// Waits until no dialog is open: what lies behind one cannot be pressed.
async fn closed(window: &Window) {
    window.find(Locator::Css("body:not(:has(dialog[open]))")).await;
}

/// Presses a button once it can be pressed: a dialog is drawn a moment after it opens, a page after it scrolled.
async fn press_at(window: &Window, place: &str) {
    for _ in 0..100 {
        let button = window.find(Locator::Css(place)).await;
        let show = "arguments[0].scrollIntoView({ block: 'center' })";
        let which = serde_json::to_value(&button).unwrap();
        window.client.execute(show, vec![which]).await.unwrap();
        if button.click().await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    window.look("unpressed").await;
    panic!("{place} cannot be pressed");
}

/// Presses the button that is read out with words that begin so.
async fn named(window: &Window, words: &str) {
    closed(window).await;
    press_at(window, &format!("button[aria-label^='{words}']")).await;
}

/// Presses the first button at the foot of the dialog that is open.
async fn agree(window: &Window) {
    press_at(window, "dialog[open] > .actions button").await;
}

async fn follow_ups(window: &Window, state: &str) -> usize {
    let place = format!("[data-follow-up='{state}']");
    let found = window.client.find_all(Locator::Css(&place)).await.unwrap();
    found.len()
}

#[tokio::test]
async fn outcomes_are_told_with_evidence_and_follow_ups_are_ticked_off() {
    let window = sample_cohort("outcomes").await;
    window.press("Outcomes").await;
    window.ready("outcomes").await;
    window.says("Back at work").await;
    window.says("No evidence yet").await;
    window.says("2 pieces of evidence").await;
    window.says("confirmed by State archivist").await;
    assert_eq!(follow_ups(&window, "planned").await, 4);
    window.accessible("outcomes").await;

    // A follow-up is done by hand, and not after all.
    named(&window, "Mark as done: 4 to 8 weeks later").await;
    window.says("Done on").await;
    window.accessible("follow-up").await;
    agree(&window).await;
    closed(&window).await;
    window.find(Locator::Css("[data-follow-up='done']")).await;
    named(&window, "Not done after all").await;
    window.gone(Locator::Css("[data-follow-up='done']")).await;
    window.press("Add another").await;
    window.write("What it is", "Visit of the institutions").await;
    window.write("Weeks after the last day", "12").await;
    agree(&window).await;
    closed(&window).await;
    window.says("Visit of the institutions").await;

    // Evidence, without its words and with them; then corrected.
    named(&window, "Add evidence: Respond creatively").await;
    window.write("What happened", " ").await;
    agree(&window).await;
    window.says("expected what happened").await;
    window.accessible("evidence").await;
    window
        .write("What happened", "One desk answers for three departments")
        .await;
    window
        .write("On", &format!("2026-01-31{}", char::from(Key::Tab)))
        .await;
    window
        .field("About")
        .await
        .select_by_label("The cohort as a whole")
        .await
        .unwrap();
    window.write("Who can confirm it", "The county librarian").await;
    window.choose("May be quoted").await;
    let plan = window.file("floor plan.pdf");
    std::fs::write(&plan, b"%PDF-1.7 a floor plan").unwrap();
    window.answer(&plan);
    press_at(&window, "dialog[open] .pick button").await;
    window.says("Choose another file").await;
    window.accessible("file").await;
    agree(&window).await;
    closed(&window).await;
    window.says("confirmed by The county librarian").await;
    named(&window, "Correct “One desk").await;
    window
        .write("What happened", "One desk answers for four departments")
        .await;
    agree(&window).await;
    closed(&window).await;
    window.says("One desk answers for four departments").await;
    window.says("corrected").await;
    // The file stays with the correction, and a copy of it goes where somebody wants it.
    let copy = window.file("copy.pdf");
    window.answer(&copy);
    named(&window, "Save a copy of floor plan.pdf").await;
    window
        .until("the copy is there", || std::fs::read(&copy).is_ok())
        .await;
    assert_eq!(std::fs::read(&copy).unwrap(), b"%PDF-1.7 a floor plan");
    window.control('z').await;
    window.says("One desk answers for three departments").await;

    // An outcome of one's own words, with who changed it.
    named(&window, "Change Find, embrace").await;
    window.says("Changes").await;
    window.write("What is to be seen", "Agree on one purpose").await;
    agree(&window).await;
    closed(&window).await;
    window.says("Agree on one purpose").await;
    named(&window, "Change Agree on one purpose").await;
    window.says("What is to be seen:").await;
    window.accessible("outcome").await;
    agree(&window).await;
    closed(&window).await;

    // A figure needs its source.
    window.press("Add a figure").await;
    window.write("Institution", "State archive").await;
    window.write("What is counted", "Visits a year").await;
    window.write("How much", "12,400 visits").await;
    agree(&window).await;
    window.write("Source", "State survey").await;
    window.accessible("figure").await;
    agree(&window).await;
    closed(&window).await;
    window.says("12,400 visits").await;
    named(&window, "Remove Visits a year, State archive").await;
    window.says("Figures of institutions").await;
    window.control('z').await;
    window.says("Undone: removing the figure Visits a year").await;
    window.says("12,400 visits").await;
    window.look("after").await;

    // The cohort that finished a year ago was asked again, and is asked once more now.
    window.press("Cohorts").await;
    window.ready("start").await;
    window.press("ES").await;
    window.ready("cohort").await;
    window.press("Outcomes").await;
    window.ready("outcomes").await;
    window.says("Clerk of the committee").await;
    assert_eq!(follow_ups(&window, "done").await, 3);
    window.accessible("earlier").await;
    window.close().await;
}

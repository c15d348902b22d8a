//! People over time: two records become one person and two again, somebody withdraws and comes back, what they allow,
//! and what we hold about them.

use std::path::Path;
use std::time::Duration;

use fantoccini::Locator;
use nexus_app::people::{self, MergeInput, PersonInput};
use nexus_app::{App, Clock, cohorts};
use nexus_store::{OpenOptions, Workspace, WorkspaceKey};

use crate::hands::{closed, fill, fits, hush, text_size};
use crate::recovery::{set_up, workspace};
use crate::refused::{key, open};
use crate::scenes::{new_cohort, sample_cohort};
use crate::stage::Window;

/// Presses something once it can be pressed: a dialog is drawn a moment after it opens, a page after it scrolled.
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
    closed(window).await;
}

/// Opens the page of the person in a row of the list.
async fn person(window: &Window, row: usize) {
    window.press("People").await;
    window.ready("people").await;
    press_at(window, &format!("tr[data-row='{row}'] th")).await;
    window.ready("person").await;
}

#[tokio::test]
async fn somebody_withdraws_comes_back_and_says_what_they_allow() {
    let window = sample_cohort("withdrawal").await;
    person(&window, 1).await;
    window.says("Cohorts and roles").await;
    window.says("Consent").await;
    window.accessible("person-over-time").await;
    window.press("Withdraw…").await;
    window.says("What becomes of the answers?").await;
    window
        .write("In own words", "A new position in another state")
        .await;
    window.accessible("withdraw").await;
    press_at(&window, "dialog[open] input[value='deleted']").await;
    window.says("This cannot be undone").await;
    window.accessible("withdraw-delete").await;
    press_at(&window, "dialog[open] input[value='count']").await;
    agree(&window).await;
    window.says("A new position in another state").await;
    window.accessible("withdrawn").await;
    window.press("People").await;
    window.ready("people").await;
    window.says("1 of them left").await;
    window.accessible("people-left").await;
    window.press("Cohort home").await;
    window.ready("cohort").await;
    window.says("1 of 24 people left").await;
    window.accessible("home-left").await;
    person(&window, 1).await;
    window.press("Takes part again…").await;
    agree(&window).await;
    window.says("back since").await;
    named(&window, "Record an answer: Photos").await;
    window.says("Photos that show me").await;
    window.accessible("consent").await;
    agree(&window).await;
    window.says("1 answer so far").await;
    window.look("consent-recorded").await;
    window.control('z').await;
    window.control('z').await;
    window.control('z').await;
    window.press("Cohort home").await;
    window.ready("cohort").await;
    window
        .gone(Locator::XPath("//*[contains(text(), 'people left')]"))
        .await;
    window.close().await;
}

#[tokio::test]
async fn two_records_of_one_person_are_joined_and_taken_apart() {
    let window = sample_cohort("records").await;
    person(&window, 0).await;
    window.press("Join with another record…").await;
    window.write("Name, e-mail, institution or code", "herrera").await;
    window.accessible("join-search").await;
    press_at(&window, "dialog[open] ul button").await;
    window.says("What one record alone says is kept").await;
    window.says("is remembered on paper").await;
    window.accessible("join").await;
    agree(&window).await;
    window.says("Take apart again").await;
    window.says("also N02 on paper").await;
    window.accessible("joined").await;
    window.press("People").await;
    window.ready("people").await;
    window.says("23 people of 23").await;
    window.accessible("people-joined").await;
    person(&window, 0).await;
    named(&window, "Take apart again: Tomás Herrera").await;
    window.says("They are two records again").await;
    window.press("People").await;
    window.ready("people").await;
    window.says("24 people of 24").await;
    window.press("Possible duplicates").await;
    window.ready("doubles").await;
    window.accessible("doubles").await;
    window.close().await;
}

#[tokio::test]
async fn somebody_goes_on_in_another_cohort() {
    let window = sample_cohort("moving").await;
    person(&window, 3).await;
    window.press("Move to another cohort…").await;
    window.says("They get a new code there").await;
    window.accessible("move").await;
    agree(&window).await;
    window.says("Moved to Earlier sample cohort").await;
    window.says("came from another cohort").await;
    window.accessible("moved").await;
    window.control('z').await;
    window
        .gone(Locator::XPath(
            "//*[contains(text(), 'came from another cohort')]",
        ))
        .await;
    window.close().await;
}

/// Adds somebody to the cohort whose people are listed.
async fn add(window: &Window, given: &str, family: &str, institution: &str) {
    window.press("Add person").await;
    for (label, text) in [
        ("Given name", given),
        ("Family name", family),
        ("Institution", institution),
    ] {
        window.write(label, text).await;
    }
    agree(window).await;
}

#[tokio::test]
async fn records_that_look_like_one_person_are_told_and_what_is_said_of_them_stays() {
    let window = sample_cohort("doubles").await;
    window.press("People").await;
    window.ready("people").await;
    add(&window, "Tomas", "Herrera", "Dry Creek Historical Society").await;
    add(&window, "Priya", "Raman", "Somewhere else").await;
    window.says("26 people of 26").await;
    window.press("Possible duplicates").await;
    window.ready("doubles").await;
    window.says("Same name and institution").await;
    window.says("Same name").await;
    window.accessible("doubles-filled").await;
    text_size(&window, 200).await;
    window.look("doubles-200").await;
    assert!(fits(&window).await, "possible duplicates at 200 %");
    text_size(&window, 100).await;
    named(&window, "These are two people: Priya Raman").await;
    window
        .gone(Locator::XPath("//li[contains(., 'Somewhere else')]"))
        .await;
    hush(&window).await;
    press_at(&window, "main li button").await;
    window.says("What one record alone says is kept").await;
    agree(&window).await;
    window.says("No two records look alike").await;
    window.control('z').await;
    window.says("Same name and institution").await;
    window.close().await;
}

/// Two laptops join the same two records, each the other way round, and one learns of it.
fn join_apart(file: &Path, key: &WorkspaceKey) {
    let here = App::new(open(file, key), "Ana Souza", Clock::Device);
    let cohort = cohorts::find(&here, "Prairie State cohort, 2026–27").unwrap().id;
    let person = |given: &str, institution: &str| {
        let input = PersonInput {
            given: given.to_owned(),
            family: "Łukaszewicz".to_owned(),
            institution: institution.to_owned(),
            ..PersonInput::default()
        };
        people::add(&here, &cohort, &input).unwrap().value.id
    };
    let (one, other) = (person("Søren", "Summit"), person("Soren", "Hilltop"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("there.nexus");
    let there = Workspace::create(&path, &WorkspaceKey::random().unwrap(), &OpenOptions::WRITE).unwrap();
    let there = App::new(there, "Ben Field", Clock::Device);
    let send = |from: &App, to: &App| {
        let (actions, rows) = from.ws().export_log(0).unwrap();
        to.ws().apply_log(&actions, &rows).unwrap();
    };
    send(&here, &there);
    for (app, keep, other) in [(&here, &one, &other), (&there, &other, &one)] {
        let input = MergeInput {
            keep: keep.clone(),
            other: other.clone(),
            take: Vec::new(),
        };
        people::merge(app, &input).unwrap();
    }
    send(&there, &here);
}

#[tokio::test]
async fn where_two_laptops_joined_records_differently_somebody_says_which_one_counts() {
    let window = Window::open("settle").await;
    set_up(&window).await;
    new_cohort(&window).await;
    let (file, key) = (workspace(&window), key(&window));
    let window = window.reopen(|| join_apart(&file, &key)).await;
    window.ready("start").await;
    window.press("PSC").await;
    window.ready("cohort").await;
    person(&window, 0).await;
    window.says("Two laptops joined").await;
    window.accessible("unsettled").await;
    text_size(&window, 200).await;
    window.look("unsettled-200").await;
    assert!(fits(&window).await, "a choice of records at 200 %");
    text_size(&window, 100).await;
    let choice = "//button[contains(., 'Soren')]";
    window.find(Locator::XPath(choice)).await.click().await.unwrap();
    window
        .gone(Locator::XPath("//*[contains(text(), 'Two laptops joined')]"))
        .await;
    window.accessible("settled").await;
    window.control('z').await;
    window.says("Two laptops joined").await;
    window.close().await;
}

#[tokio::test]
async fn what_people_are_asked_and_why_they_leave_is_put_into_own_words() {
    let window = sample_cohort("asked").await;
    window.press("Settings").await;
    window.ready("settings").await;
    window.press("Sectors and levels").await;
    window.ready("words").await;
    window.says("What people are asked to allow").await;
    window.write("Something else to ask", "Recordings").await;
    fill(
        &window,
        "Its words",
        "May we record the sessions in which you speak?",
    )
    .await;
    window.press("Add the question").await;
    window
        .find(Locator::XPath(
            "//section[.//h2[contains(., 'What people are asked')]]//li[5]",
        ))
        .await;
    fill(&window, "Another reason", "The term of office ended").await;
    window.press("Add the reason").await;
    window
        .find(Locator::XPath(
            "//section[.//h2[contains(., 'Reasons to leave')]]//li[8]",
        ))
        .await;
    window.accessible("asked").await;
    text_size(&window, 200).await;
    window.look("asked-200").await;
    assert!(fits(&window).await, "what is asked at 200 %");
    text_size(&window, 100).await;
    // Both are there where they are needed.
    person(&window, 6).await;
    named(&window, "Record an answer: Recordings").await;
    window
        .says("May we record the sessions in which you speak?")
        .await;
    agree(&window).await;
    window.press("Withdraw…").await;
    window
        .field("Reason")
        .await
        .select_by_label("The term of office ended")
        .await
        .unwrap();
    agree(&window).await;
    window.says("The term of office ended").await;
    window.close().await;
}

#[tokio::test]
async fn somebody_is_given_what_we_hold_about_them() {
    let window = sample_cohort("held").await;
    // Who began in the earlier cohort and goes on in this one.
    person(&window, 16).await;
    window.says("came from another cohort").await;
    window.says("Moved to Sample cohort").await;
    window.accessible("over-time").await;
    text_size(&window, 200).await;
    let below = "document.querySelector('[data-ready=person]').scrollIntoView({ block: 'end' })";
    window.client.execute(below, vec![]).await.unwrap();
    window.look("over-time-200").await;
    assert!(fits(&window).await, "a person over time at 200 %");
    text_size(&window, 100).await;
    window.press("What we hold about you").await;
    window.ready("held").await;
    for words in [
        "Who you are",
        "What you allow",
        "Earlier sample cohort",
        "N13",
        "Archives assistant",
    ] {
        window.says(words).await;
    }
    let text = window.text().await;
    assert!(!text.contains("Tomás") && !text.contains("Ana Souza"), "{text}");
    window.accessible("held").await;
    text_size(&window, 200).await;
    window.look("held-200").await;
    assert!(fits(&window).await, "what we hold at 200 %");
    text_size(&window, 100).await;
    let to = crate::stage::pictures().join("held.pdf");
    window.answer(&to);
    window.press("Save as PDF").await;
    window.says("What we hold is in").await;
    assert!(std::fs::read(&to).unwrap().starts_with(b"%PDF-"));
    window.press("Back to the person").await;
    window.ready("person").await;
    window.close().await;
}

//! People over time: two records become one person and two again, somebody withdraws and comes back, what they allow.

use std::time::Duration;

use fantoccini::Locator;

use crate::scenes::sample_cohort;
use crate::stage::Window;

/// Waits until no dialog is open: what lies behind one cannot be pressed.
async fn closed(window: &Window) {
    window.find(Locator::Css("body:not(:has(dialog[open]))")).await;
}

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
    named(&window, "Take Tomás Herrera").await;
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

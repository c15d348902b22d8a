//! Items of every format, by keyboard alone: on the laptop, from paper, and half-way over to a newer version.

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::hands::press_in_dialog;
use crate::scenes::cohort_of_24;
use crate::stage::{Window, fixture, pictures};

fn enter() -> String {
    char::from(Key::Enter).to_string()
}

/// Takes an instrument into the library.
async fn publish(window: &Window, file: &str) {
    window.press("Instruments").await;
    window.ready("library").await;
    window.answer(&fixture(file));
    window.press("Import…").await;
    let take = "//dialog[@open]//button[normalize-space(.)='Import']";
    window.find(Locator::XPath(take)).await.click().await.unwrap();
    window.ready("instrument").await;
}

async fn assessments(window: &Window) {
    window.press("Assessments").await;
    window.ready("assessments").await;
}

/// Follows a way of the occasion of one version.
async fn way(window: &Window, version: u32, words: &str) {
    let place = format!(
        "//li[@data-version='{version}']//*[(self::a or self::button) and starts-with(normalize-space(.), '{words}')]"
    );
    window.find(Locator::XPath(&place)).await.click().await.unwrap();
}

async fn item(window: &Window, key: &str) -> fantoccini::elements::Element {
    let place = format!("fieldset[data-item='{key}'] :is(input, textarea)");
    window.find(Locator::Css(&place)).await
}

/// Letters twice as large, as the settings make them.
async fn large(window: &Window, what: &str) {
    let size = |to: &str| format!("document.documentElement.style.fontSize = '{to}'");
    window.client.execute(&size("32px"), vec![]).await.unwrap();
    window.look(what).await;
    window.client.execute(&size(""), vec![]).await.unwrap();
}

#[tokio::test]
async fn every_format_is_answered_by_keyboard_and_goes_on_with_a_newer_version() {
    let window = Window::open("formats").await;
    cohort_of_24(&window).await;
    publish(&window, "assessments/after-a-month.json").await;
    assessments(&window).await;
    window.press("Plan an occasion").await;
    for (label, words) in [
        ("What is asked", "After a month at work"),
        ("When", "End of program"),
    ] {
        window.field(label).await.select_by_label(words).await.unwrap();
    }
    window.press("Plan it").await;
    window.says("0 of 24").await;
    preview(&window).await;
    laptop(&window).await;
    paper(&window).await;
    results(&window).await;
    newer(&window).await;
    window.close().await;
}

/// As those see it who answer it.
async fn preview(window: &Window) {
    let look = "//tr[contains(., 'After a month at work')]//button[normalize-space(.)='Look at it']";
    window.find(Locator::XPath(look)).await.click().await.unwrap();
    window.find(Locator::Css("[data-preview='form']")).await;
    window.says("2 items are not asked").await;
    window.accessible("preview-form").await;
    window.choose("Phone").await;
    window.find(Locator::Css("[data-preview='phone']")).await;
    item(window, "mentor").await.send_keys("1").await.unwrap();
    window.says("Answer it as others would").await;
    window.accessible("preview-phone").await;
    window.choose("Paper").await;
    window.find(Locator::Css("[data-preview='paper'] svg")).await;
    window.accessible("preview-paper").await;
    window.press("Close").await;
}

/// One person answers, another leaves the form half-way.
async fn laptop(window: &Window) {
    way(window, 1, "Hand over the laptop").await;
    window.ready("codes").await;
    window.press("N10").await;
    window.ready("form").await;
    window.says("Think of the past month.").await;
    window.says("0 of 4 answered").await;
    window.accessible("form").await;
    item(window, "useful").await.send_keys("4").await.unwrap();
    window.type_here("3").await;
    window.type_here("1").await;
    window.says("3 of 6 answered").await;
    window
        .find(Locator::Css("fieldset[data-item='hours'] input:focus"))
        .await;
    window.type_here("900").await;
    window.says("Expected a number, 0 to 200 hours").await;
    window.accessible("form-wrong").await;
    window
        .type_here(&char::from(Key::Backspace).to_string().repeat(3))
        .await;
    window.type_here("12,5").await;
    window.type_here(&enter()).await;
    window
        .find(Locator::Css("fieldset[data-item='topics'] input:focus"))
        .await;
    window.type_here("13").await;
    window.says("5 of 6 answered").await;
    window.type_here(&enter()).await;
    window
        .find(Locator::Css("fieldset[data-item='story'] textarea:focus"))
        .await;
    window.type_here("Ask the county for a mentor of my own.").await;
    window.says("6 of 6 answered").await;
    window.accessible("form-filled").await;
    large(window, "form-200").await;
    // What hangs on an answer goes with it, and comes back with it.
    item(window, "mentor").await.send_keys("2").await.unwrap();
    window.says("4 of 4 answered").await;
    window.gone(Locator::Css("fieldset[data-item='hours']")).await;
    window.accessible("form-skipped").await;
    item(window, "mentor").await.send_keys("1").await.unwrap();
    window.says("6 of 6 answered").await;
    window.press("Hand in").await;
    window.says("Your sheet is in").await;
    window.press("Next person").await;
    window.ready("codes").await;
    window.press("N11").await;
    window.ready("form").await;
    item(window, "useful").await.send_keys("5").await.unwrap();
    window.type_here("2").await;
    window.type_here("1").await;
    window.says("3 of 6 answered").await;
    window.press("Go on another time").await;
    window.press("Next person").await;
    window.ready("codes").await;
    window.press("Back to assessments").await;
    window.ready("assessments").await;
    window.says("1 of 24").await;
}

/// Three sheets of the pile, one of them past what is not asked.
async fn paper(window: &Window) {
    let form = pictures().join("formats-form.pdf");
    window.answer(&form);
    way(window, 1, "Print forms").await;
    window.choose("Without a code").await;
    window.press("Save as PDF").await;
    window.says("The forms are in").await;
    assert!(std::fs::read(&form).unwrap().starts_with(b"%PDF-"));

    way(window, 1, "Type paper sheets").await;
    window.ready("paper").await;
    window.find(Locator::Css("td.now:focus")).await;
    window.type_here("43a").await;
    window.says("Type the number, Enter goes on").await;
    window.type_here("8").await;
    window.find(Locator::Css("[data-field] input:focus")).await;
    window.type_here(",5").await;
    window.accessible("paper-number").await;
    window.type_here(&enter()).await;
    window.says("take a choice or give it back").await;
    window.type_here("ca").await;
    window.accessible("paper-several").await;
    window.type_here(" ").await;
    window.type_here("G").await;
    window.find(Locator::Css("[data-field] textarea:focus")).await;
    window.type_here("o on with the exchange.").await;
    window.accessible("paper-words").await;
    window.type_here(&enter()).await;
    window.find(Locator::Css("tr.stored[data-code='N01']")).await;

    // No mentor: hours and topics are passed over.
    window.type_here("20b").await;
    window.says("item 6 of 6").await;
    window.type_here("-").await;
    window.type_here(&enter()).await;
    window.find(Locator::Css("tr.stored[data-code='N02']")).await;
    window.type_here("74a").await;
    window.says("the sheet says 7; expected 1 to 5").await;
    window.type_here("9").await;
    window.type_here("00").await;
    window.type_here(&enter()).await;
    window.says("the sheet says 900; expected 0 to 200").await;
    window.type_here("b ").await;
    window.type_here(&enter()).await;
    window.find(Locator::Css("tr.stored[data-code='N03']")).await;
    window.accessible("paper").await;
    large(window, "paper-200").await;
    window.press("Done").await;
    window.ready("assessments").await;
    window.says("4 of 24").await;
}

async fn results(window: &Window) {
    window.press("Results").await;
    window.ready("results").await;
    window.says("Choices, numbers and words").await;
    window.says("8.5 to 12.5 hours").await;
    window.says("Go on with the exchange.").await;
    window.accessible("results").await;
    let below = "document.querySelector('[data-answers]').scrollIntoView()";
    window.client.execute(below, vec![]).await.unwrap();
    window.look("results-answers").await;
    assessments(window).await;
}

/// A newer version half-way: the form that was left goes on with it only when that is asked for.
async fn newer(window: &Window) {
    publish(window, "assessments/after-a-month-2.json").await;
    assessments(window).await;
    row_goes_on(window).await;
    way(window, 1, "Hand over the laptop").await;
    window.ready("codes").await;
    window.press("N11").await;
    window.ready("form").await;
    window.says("3 of 6 answered").await;
    window.press("Continue on version 2").await;
    window.says("2 answers are carried over to version 2").await;
    window.says("I am confident that I can lead a change.").await;
    window.accessible("move").await;
    press_in_dialog(window, "Continue").await;
    window.says("2 of 5 answered").await;
    window.accessible("form-2").await;
    item(window, "hours").await.send_keys("3").await.unwrap();
    window.says("3 of 5 answered").await;
    window.press("Hand in").await;
    window.press("Hand in as it is").await;
    window.says("Your sheet is in").await;
    window.press("Next person").await;
    window.ready("codes").await;
    window.says("5 of 24 sheets are in").await;
    window.press("Back to assessments").await;
    window.ready("assessments").await;
    window.says("End of program · version 2").await;
    window.says("4 sheets are of another version").await;
    window.accessible("versions").await;
    way(window, 2, "Type paper sheets").await;
    window.ready("paper").await;
    window.says("sheet of another version").await;
    window.look("paper-2").await;
    window.press("Done").await;
    window.ready("assessments").await;
    window.press("Results").await;
    window.ready("results").await;
    window.says("versions 1, 2").await;
    window.says("I shared what I learned.").await;
    window.accessible("results-versions").await;
    assessments(window).await;
    let to = pictures().join("formats-responses.csv");
    window.answer(&to);
    window.press("Export responses").await;
    window.says("5 sheets are in").await;
    let table = std::fs::read_to_string(&to).unwrap();
    let head =
        "code,instrument,version,moment,mode,answered,mentor,hours,useful,shared,story,confident,topics";
    assert!(table.contains(head), "{table}");
    assert!(to.with_file_name("formats-responses-dictionary.csv").exists());
}

/// A row that was begun from paper goes on with the newer version too.
async fn row_goes_on(window: &Window) {
    way(window, 1, "Type paper sheets").await;
    window.ready("paper").await;
    window.find(Locator::Css("td.now:focus")).await;
    window.type_here("43a").await;
    window.find(Locator::Css("tr.typing")).await;
    window.press("Continue on version 2").await;
    window.says("2 answers are carried over to version 2").await;
    window.says("I am confident that I can lead a change.").await;
    window.accessible("move-paper").await;
    press_in_dialog(window, "Continue").await;
    window.says("What will you do next?").await;
    window.find(Locator::Css("tr.typing")).await;
    window.accessible("paper-moved").await;
    window.press("Done").await;
    window.ready("assessments").await;
    window.says("End of program · version 2").await;
}

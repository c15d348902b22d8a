//! The library: the sample's draft of a second version is finished, published and compared; a funder's sheet is copied; a
//! framework gets an anchor; a file goes out, and a damaged one changes nothing.

use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::key::Key;

use crate::hands::{closed, fill, hush, press_in_dialog};
use crate::scenes::sample;
use crate::stage::Window;

async fn library(window: &Window) {
    window.press("Instruments").await;
    window.ready("library").await;
}

/// Waits for something that is called so to those who do not see it.
async fn labelled(window: &Window, label: &str) {
    let place = format!("//*[@aria-label={label:?}]");
    window.find(Locator::XPath(&place)).await;
}

/// Opens the row whose words are these, or closes it.
async fn unfold(window: &Window, text: &str) {
    let place = format!("//button[@aria-label={:?}]", format!("More of {text}"));
    window.find(Locator::XPath(&place)).await.click().await.unwrap();
}

/// Takes a line of a list.
async fn pick(window: &Window, label: &str, words: &str) {
    let field = window.field(label).await;
    field.select_by_label(words).await.unwrap();
}

/// Looks at the page with text twice as large.
async fn larger(window: &Window, what: &str) {
    for size in ["200", "100"] {
        let set = format!("document.documentElement.dataset.text = '{size}'");
        window.client.execute(&set, vec![]).await.unwrap();
        let drawn = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))";
        window.client.execute_async(drawn, vec![]).await.unwrap();
        if size == "200" {
            window.look(what).await;
        }
    }
}

/// The words of the rows of an editor, in their order.
async fn order(window: &Window) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('[data-row] .row .text input')].map((one) => one.value)";
    let found = window.client.execute(script, vec![]).await.unwrap();
    serde_json::from_value(found).unwrap()
}

/// Waits until the last row but one has these words.
async fn last_but_one(window: &Window, words: &str) {
    let mut now = order(window).await;
    for _ in 0..100 {
        if now.iter().rev().nth(1).is_some_and(|row| row == words) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        now = order(window).await;
    }
    panic!("{words:?} is not the last but one of {now:?}");
}

/// Drags a row by its handle, so many pixels down.
async fn drag(window: &Window, words: &str, down: f64) {
    let grip = format!("//button[@aria-label={:?}]", format!("Move {words}"));
    let grip = window.find(Locator::XPath(&grip)).await;
    let middle = "arguments[0].scrollIntoView({ block: 'center' })";
    let element = serde_json::to_value(&grip).unwrap();
    window.client.execute(middle, vec![element]).await.unwrap();
    let button = MOUSE_BUTTON_LEFT;
    let taken = MouseActions::new("mouse".to_owned())
        .then(PointerAction::MoveToElement {
            element: grip,
            duration: None,
            x: 0.0,
            y: 0.0,
        })
        .then(PointerAction::Down { button })
        .then(PointerAction::MoveBy {
            duration: Some(Duration::from_millis(200)),
            x: 0.0,
            y: down,
        });
    window.client.perform_actions(taken).await.unwrap();
    window.find(Locator::Css("li.dragged")).await;
    window.look("dragging").await;
    let dropped = MouseActions::new("mouse".to_owned()).then(PointerAction::Up { button });
    window.client.perform_actions(dropped).await.unwrap();
}

#[tokio::test]
async fn an_instrument_gets_its_second_version() {
    let window = sample("library").await;
    library(&window).await;
    window.says("Competency self-assessment").await;
    window.says("Competencies of cultural leadership").await;
    window.accessible("list").await;
    window.choose("Drafts 1").await;
    window.choose("All 4").await;
    window.press("Competency self-assessment").await;
    window.ready("instrument").await;
    window.says("Draft of version 2, begun from version 1").await;
    labelled(&window, "More of At work").await;
    window.accessible("draft").await;

    // A new item, answered by one of two choices, asked after another one; moved by the keyboard.
    window.write("New item", "Did somebody coach you?").await;
    pick(&window, "Answer", "One choice").await;
    window.press("Add item").await;
    window.says("There is nothing to choose from.").await;
    for choice in ["Yes", "No"] {
        window.write("New choice", choice).await;
        window.press("Add choice").await;
        labelled(&window, &format!("Take {choice} out")).await;
    }
    window
        .gone(Locator::XPath(
            "//*[contains(text(), 'There is nothing to choose from')]",
        ))
        .await;
    pick(&window, "After", "14 Where did you have a chance to lead?").await;
    window.says("is given").await;
    window.accessible("item").await;
    larger(&window, "item-200").await;
    unfold(&window, "Did somebody coach you?").await;
    let before = order(&window).await;
    assert_eq!(before.last().map(String::as_str), Some("Did somebody coach you?"));
    let grip = Locator::XPath("//button[@aria-label='Move Did somebody coach you?']");
    let grip = window.find(grip).await;
    grip.send_keys(&char::from(Key::Up).to_string()).await.unwrap();
    window.says("Moved up").await;
    last_but_one(&window, "Did somebody coach you?").await;
    // And back by mouse.
    drag(&window, "Did somebody coach you?", 110.0).await;
    last_but_one(&window, "What came of it?").await;

    window.press("Publish version 2").await;
    window.says("A published version never changes").await;
    window.accessible("publish").await;
    press_in_dialog(&window, "Publish version 2").await;
    closed(&window).await;
    window.says("In force").await;
    hush(&window).await;
    window.accessible("published").await;
    window.press("Preview").await;
    window.says("Look at it as").await;
    window.accessible("preview").await;
    window.press("Preview").await;
    window.press("Compare").await;
    window.ready("instrument-differences").await;
    window
        .find(Locator::Css(
            "[data-change='added'][data-key='did-somebody-coach-you']",
        ))
        .await;
    window.accessible("differences").await;
    window.press("Back").await;
    window.ready("instrument").await;

    // Out as a file.
    let file = window.file("sheet.json");
    window.answer(&file);
    window.press("Export…").await;
    window.says("Version 2 was written").await;
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("did-somebody-coach-you"), "{text}");
    hush(&window).await;

    // A damaged file changes nothing and says where it is damaged.
    let bad = window.file("bad.json");
    std::fs::write(&bad, &text[..text.len() / 2]).unwrap();
    library(&window).await;
    window.answer(&bad);
    window.press("Import…").await;
    window.says("bad.json cannot be used").await;
    window.accessible("refused").await;
    let other = window.file("other.json");
    std::fs::write(
        &other,
        text.replace("\"competency-self-assessment\"", "\"self-check\""),
    )
    .unwrap();
    window.answer(&other);
    window.press("Import…").await;
    window.says("It is not here yet.").await;
    window.accessible("import").await;
    press_in_dialog(&window, "Import").await;
    window.ready("instrument").await;
    window.says("self-check").await;

    // A sheet of a funder is locked, and copied.
    library(&window).await;
    window.press("IMLS").await;
    window.ready("instrument").await;
    window.says("Locked: it can only be copied").await;
    window.accessible("locked").await;
    window.press("Copy…").await;
    window.write("Title", "Our exit sheet").await;
    press_in_dialog(&window, "Copy").await;
    closed(&window).await;
    window.says("Draft of version 1").await;
    window.close().await;
}

#[tokio::test]
async fn a_framework_gets_an_anchor_for_a_context() {
    let window = sample("frameworks").await;
    library(&window).await;
    window.press("Competencies of cultural leadership").await;
    window.ready("framework").await;
    window.says("is surprised by feedback").await;
    window.accessible("framework").await;
    window.press("Begin version 2").await;
    window.says("Draft of version 2, begun from version 1").await;
    fill(&window, "New context", "Rural libraries").await;
    window.press("Add context").await;
    labelled(&window, "Sectors of Rural libraries").await;
    unfold(&window, "Self-Awareness").await;
    fill(&window, "Point 5, Rural libraries", "asks the whole county").await;
    window.accessible("framework-draft").await;
    larger(&window, "framework-200").await;
    window.press("Publish version 2").await;
    press_in_dialog(&window, "Publish version 2").await;
    closed(&window).await;
    window.says("asks the whole county").await;
    window.close().await;
}

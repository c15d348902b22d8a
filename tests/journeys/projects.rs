//! A project of a participant: charter, milestones by keyboard and pointer, updates with a file, a lesson, undo.

use std::path::PathBuf;

use fantoccini::Locator;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::key::Key;

use crate::hands::{fits, text_size};
use crate::scenes::sample_cohort;
use crate::stage::Window;

/// The sample, on its page of projects.
async fn sample(name: &'static str) -> Window {
    let window = sample_cohort(name).await;
    window.press("Projects").await;
    window.ready("projects").await;
    window
}

fn file(window: &Window, name: &str, bytes: &[u8]) -> PathBuf {
    let path = window.file(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Writes into the field with this label, and presses Enter.
async fn enter(window: &Window, label: &str, text: &str) {
    window
        .write(label, &format!("{text}{}", char::from(Key::Enter)))
        .await;
}

/// Waits until no dialog is open: what lies behind one cannot be pressed.
async fn closed(window: &Window) {
    css(window, "body:not(:has(dialog[open]))").await;
}

async fn css(window: &Window, place: &str) -> fantoccini::elements::Element {
    window.find(Locator::Css(place)).await
}

/// Drags what is at the first place to the second with the mouse.
async fn drag(window: &Window, from: &str, to: &str) {
    let middle = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return [Math.round(box.x + box.width / 2), Math.round(box.y + 12)]";
    let mut places = Vec::new();
    for place in [from, to] {
        let found = window.client.execute(middle, vec![place.into()]).await.unwrap();
        places.push([found[0].as_f64().unwrap(), found[1].as_f64().unwrap()]);
    }
    let go = |[x, y]: [f64; 2]| PointerAction::MoveTo {
        duration: Some(std::time::Duration::from_millis(50)),
        x,
        y,
    };
    let button = MOUSE_BUTTON_LEFT;
    let actions = MouseActions::new("mouse".to_owned())
        .then(go(places[0]))
        .then(PointerAction::Down { button })
        .then(go([places[0][0] + 20.0, places[0][1]]))
        .then(go(places[1]))
        .then(PointerAction::Up { button });
    window.client.perform_actions(actions).await.unwrap();
}

#[tokio::test]
async fn the_sample_shows_who_was_silent_and_a_card_moves_with_a_word() {
    let window = sample("projects-board").await;
    window.says("41 days ago").await;
    assert_eq!(
        window
            .client
            .find_all(Locator::Css("[data-stale]"))
            .await
            .unwrap()
            .len(),
        3
    );
    window.accessible("list").await;
    window.choose("Without news 3").await;
    window.says("Boxes in the barn").await;
    css(&window, "tr[data-row='2']").await;
    assert!(
        window
            .client
            .find(Locator::Css("tr[data-row='3']"))
            .await
            .is_err()
    );
    window.look("silent").await;
    window.choose("All 24").await;
    window.choose("Board").await;
    css(&window, "[data-column='stuck'] [data-card]").await;
    window.accessible("board").await;

    let card = css(&window, "[data-column='on-course'] [data-card]").await;
    let id = card.attr("data-card").await.unwrap().unwrap();
    let right = format!("{}{}", char::from(Key::Alt), char::from(Key::Right));
    css(&window, &format!("[data-card='{id}'] a"))
        .await
        .send_keys(&right)
        .await
        .unwrap();
    window.says("How a project goes is told with a word").await;
    window.accessible("board-asks").await;
    enter(&window, "What happened", "The vendor is two weeks late.").await;
    css(&window, &format!("[data-column='slower'] [data-card='{id}']")).await;
    let focused = "return document.activeElement.closest('[data-card]')?.dataset.card ?? ''";
    let focused = window.client.execute(focused, vec![]).await.unwrap();
    assert_eq!(
        focused.as_str(),
        Some(id.as_str()),
        "the focus goes with the card"
    );
    window.control('z').await;
    css(&window, &format!("[data-column='on-course'] [data-card='{id}']")).await;

    drag(
        &window,
        &format!("[data-card='{id}']"),
        "[data-column='stuck'] h3",
    )
    .await;
    window.says("How a project goes is told with a word").await;
    window.press("Cancel").await;

    text_size(&window, 200).await;
    window.look("board-200").await;
    assert!(fits(&window).await, "the board at 200 %");
    window.choose("List").await;
    css(&window, "tr[data-row='0']").await;
    window.look("list-200").await;
    assert!(fits(&window).await, "the list at 200 %");
    text_size(&window, 100).await;
    css(&window, "tr[data-row='21'] a").await.click().await.unwrap();
    window.ready("project").await;
    window.says("2 of 5 milestones reached, 1 overdue").await;
    window.accessible("sample").await;
    text_size(&window, 200).await;
    window.look("sample-200").await;
    assert!(fits(&window).await, "a project at 200 %");
    window.close().await;
}

#[tokio::test]
async fn a_project_from_its_charter_to_a_lesson_and_back() {
    let window = sample("projects").await;
    window.key("n").await;
    window.says("What will be different").await;
    window
        .write(
            "Title",
            "A very long title that a facilitator typed as it was said in the circle",
        )
        .await;
    window
        .field("Who works on it")
        .await
        .select_by_label("N05 Devon Whitfield")
        .await
        .unwrap();
    window.says("Supreme Court Law Library").await;
    window.accessible("new").await;
    window.press("Make the project").await;
    window.ready("project").await;
    window.accessible("empty").await;

    window.write("Problem", "Nobody finds the forms.").await;
    window.field("Sponsor").await.click().await.unwrap();
    window.says("Saved").await;
    enter(&window, "Agreed on", "2026-11-02").await;
    window.says("none since").await;

    enter(&window, "Next milestone", "Forms sorted").await;
    window.says("0 of 1 milestones").await;
    enter(&window, "Next milestone", "Sheets at the desk").await;
    window.says("0 of 2 milestones").await;
    window.look("line").await;
    window.choose("List").await;
    let up = format!("{}{}", char::from(Key::Alt), char::from(Key::Up));
    css(&window, "[data-milestone]:nth-of-type(2) .title input")
        .await
        .send_keys(&up)
        .await
        .unwrap();
    window
        .find(Locator::XPath(
            "//li[@data-milestone][1]//label[contains(., 'Sheets at the desk')]",
        ))
        .await;
    window.accessible("milestones").await;
    window.choose("Board").await;
    css(&window, "[data-column='planned'] [data-card]").await;
    drag(
        &window,
        "[data-column='planned'] [data-card]",
        "[data-column='done'] h3",
    )
    .await;
    css(&window, "[data-column='done'] [data-card]").await;
    window.says("reached on").await;
    let right = format!("{}{}", char::from(Key::Alt), char::from(Key::Right));
    css(&window, "[data-column='planned'] select")
        .await
        .send_keys(&right)
        .await
        .unwrap();
    css(&window, "[data-column='under-way'] [data-card]").await;
    window.accessible("milestone-board").await;
    window.choose("Line").await;
    window.says("1 of 2 milestones").await;

    enter(&window, "What happened", "Nine of eleven forms are on one sheet.").await;
    window.says("1 update").await;
    let minutes = b"%PDF-1.7 minutes of the board".to_vec();
    window.press("Add evidence").await;
    window.choose("File").await;
    window.says("Up to 10 MB").await;
    window.accessible("evidence").await;
    window.answer(&file(&window, "recording.wav", &vec![0; 10 * 1024 * 1024 + 1]));
    window.press("Choose a file").await;
    window
        .says("it has 10485761 bytes, and at most 10485760 (10 MB) can be attached")
        .await;
    window.look("too-large").await;
    window.answer(&file(&window, "Board minutes, 9 April.pdf", &minutes));
    window.press("Choose a file").await;
    window.says("Save a copy").await;
    closed(&window).await;
    let copy = window.file("copy.pdf");
    window.answer(&copy);
    window.press("Save a copy").await;
    window.says("The copy is in").await;
    assert_eq!(std::fs::read(&copy).unwrap(), minutes);

    closed(&window).await;
    window.press("Add lesson").await;
    window
        .write("What changed", "The desk asks first and hands out later")
        .await;
    window
        .field("Through the competency")
        .await
        .select_by_label("Influence")
        .await
        .unwrap();
    window.accessible("lesson").await;
    window.press("Keep the lesson").await;
    window.says("The desk asks first").await;
    closed(&window).await;
    window.press("Correct").await;
    // The form of the correction, not the one for the next update above it.
    let what = css(&window, "li .what form input").await;
    what.clear().await.unwrap();
    what.send_keys("Ten of eleven forms are on one sheet.")
        .await
        .unwrap();
    window.press("Put in its place").await;
    window.says("corrected").await;
    window.accessible("project").await;

    window.control('z').await;
    window.says("Nine of eleven forms").await;
    window.control('z').await;
    window.says("Which block of a session").await;
    window.control('z').await;
    window.says("Undone: adding evidence").await;
    window
        .gone(Locator::XPath("//main//button[contains(., 'Save a copy')]"))
        .await;
    window.press("Remove project").await;
    window.ready("projects").await;
    window.says("is in the bin").await;
    window.control('z').await;
    window.says("A very long title").await;
    window.look("long-title").await;
    window.close().await;
}

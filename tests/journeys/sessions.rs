//! Planning a session: an agenda as it comes, changed and moved by keyboard and mouse, printed, undone.

use std::path::Path;
use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::key::Key;
use serde_json::json;

use crate::scenes::{new_cohort, sample};
use crate::stage::Window;

const AGENDA: &str = include_str!("../fixtures/agenda.md");
const BAD: &str = "# Half day (Hall, Mars/Olympus)\n09:00 Welcome (20 min) [Juggling]\nlunch, whenever\n\
                   09:30 Round (20 min)\n12:00 Close, fixed (locked)\n";

/// A new cohort beside the sample, and its sessions.
async fn no_sessions(name: &'static str) -> Window {
    let window = sample(name).await;
    new_cohort(&window).await;
    window.press("Sessions").await;
    window.ready("sessions").await;
    window
}

/// What is typed, with Enter behind it.
fn entered(text: &str) -> String {
    format!("{text}{}", char::from(Key::Enter))
}

/// What pasting does to a field.
async fn paste(window: &Window, text: &str) {
    window.field("Agenda").await;
    let script = "const area = document.querySelector('textarea'); area.focus(); area.value = arguments[0];
                  area.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    window.client.execute(script, vec![json!(text)]).await.unwrap();
}

/// Clock, title and minutes of each row.
async fn rows(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-block]')].map((row) =>
        [row.querySelector('.clock').textContent, ...[...row.querySelectorAll('.row input')].map((field) => field.value)].join(' '))";
    let found = window.client.execute(script, vec![]).await.unwrap();
    let rows = found.as_array().unwrap().iter();
    rows.map(|row| row.as_str().unwrap().to_owned()).collect()
}

/// Waits until a row, from 1, reads so.
async fn row_reads(window: &Window, at: usize, wanted: &str) {
    for _ in 0..300 {
        if rows(window).await.get(at - 1).is_some_and(|row| row == wanted) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    window.look("failed").await;
    panic!(
        "row {at} never reads {wanted:?}:\n{}",
        rows(window).await.join("\n")
    );
}

/// Something in a row, from 1.
fn within(at: usize, what: &str) -> String {
    format!("li[data-block]:nth-child({at}) {what}")
}

async fn is_pdf(window: &Window, file: &Path) {
    window
        .until("the PDF is there", || {
            std::fs::read(file).is_ok_and(|bytes| bytes.starts_with(b"%PDF-"))
        })
        .await;
}

#[tokio::test]
async fn an_agenda_is_pasted_changed_moved_and_printed() {
    let window = no_sessions("sessions").await;
    window.accessible("none").await;
    window.press("Paste an agenda").await;
    window.ready("agenda").await;
    window.accessible("agenda-empty").await;

    paste(&window, BAD).await;
    window.says("this time zone is not known").await;
    window.says("Juggling is no competency").await;
    window.says("140 minutes free").await;
    window.ready("agenda").await;
    window.accessible("agenda-problems").await;
    window.press("Line 3").await;
    let selected = "const area = document.querySelector('textarea');
                    return area.value.slice(area.selectionStart, area.selectionEnd)";
    let selected = window.client.execute(selected, vec![]).await.unwrap();
    assert_eq!(selected, "lunch, whenever");

    paste(&window, AGENDA).await;
    window.press("Add the session with 14 blocks").await;
    window.ready("session").await;
    assert_eq!(rows(&window).await.len(), 14);
    row_reads(&window, 14, "16:45 Close, fixed: shuttle leaves ").await;
    window.accessible("session").await;

    // By keyboard: the focus goes with the block, and times follow.
    let title = window.find(Locator::Css(&within(4, "input"))).await;
    title.click().await.unwrap();
    let up = format!("{}{}", char::from(Key::Alt), char::from(Key::Up));
    title.send_keys(&up).await.unwrap();
    row_reads(&window, 3, "09:20 Baseline self-assessment on phones or paper 25").await;
    row_reads(
        &window,
        4,
        "09:45 Where do you lead from? Layers of leadership, walking exercise 40",
    )
    .await;
    let focus = window.client.active_element().await.unwrap();
    assert_eq!(
        focus.prop("value").await.unwrap().as_deref(),
        Some("Baseline self-assessment on phones or paper")
    );
    let lunch = window.find(Locator::Css(&within(8, "input"))).await;
    lunch.click().await.unwrap();
    lunch.send_keys(&up).await.unwrap();
    window.says("Lunch, fixed: caterer stays where it is").await;

    // By mouse: no further than the locked block.
    let grip = window.find(Locator::Css(&within(6, "button.grip"))).await;
    let drag = MouseActions::new("mouse".to_owned())
        .then(PointerAction::MoveToElement {
            element: grip,
            duration: None,
            x: 0.0,
            y: 0.0,
        })
        .then(PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        })
        .then(PointerAction::MoveBy {
            duration: Some(Duration::from_millis(200)),
            x: 0.0,
            y: 70.0,
        });
    window.client.perform_actions(drag).await.unwrap();
    window.find(Locator::Css("li.dragged")).await;
    window.look("dragging").await;
    let drop = MouseActions::new("mouse".to_owned()).then(PointerAction::Up {
        button: MOUSE_BUTTON_LEFT,
    });
    window.client.perform_actions(drop).await.unwrap();
    row_reads(&window, 7, "11:25 Giving and taking feedback, triads 65").await;
    window.control('z').await;
    row_reads(&window, 6, "10:40 Giving and taking feedback, triads 65").await;

    // A longer block pushes the rest, up to the locked one.
    let minutes = window.find(Locator::Css(&within(2, ".minutes input"))).await;
    minutes.clear().await.unwrap();
    minutes.send_keys(&entered("30")).await.unwrap();
    row_reads(&window, 3, "09:30 Baseline self-assessment on phones or paper 25").await;
    row_reads(&window, 8, "12:30 Lunch, fixed: caterer 60").await;
    window.says("10 minutes too much before this").await;
    window.says("10 minutes do not fit").await;

    // Lock, optional, competencies, what is said.
    window
        .find(Locator::Css(&within(10, "[aria-expanded]")))
        .await
        .click()
        .await
        .unwrap();
    window.choose("Locked: nothing moves it").await;
    window.find(Locator::Css(&within(10, "span.grip"))).await;
    window.choose("Influence").await;
    window
        .write("In the room", "In fives, one from each sector.")
        .await;
    window
        .find(Locator::Css(&within(10, "input")))
        .await
        .click()
        .await
        .unwrap();
    window.says("Collaboration · Influence").await;
    window.accessible("details").await;

    for (paper, file) in [("Agenda", "agenda.pdf"), ("Sign-in sheet", "sign-in.pdf")] {
        let to = window.file(file);
        window.answer(&to);
        let save = format!("button[aria-label='Save as PDF: {paper}']");
        window.find(Locator::Css(&save)).await.click().await.unwrap();
        is_pdf(&window, &to).await;
        let print = format!("button[aria-label='Print: {paper}']");
        window.find(Locator::Css(&print)).await.click().await.unwrap();
        is_pdf(&window, &window.file(&format!("home/prints/PSC 26–27 S1 {file}"))).await;
    }

    window.press("All sessions").await;
    window.ready("sessions").await;
    window.find(Locator::Css("[data-next]")).await;
    window.accessible("list").await;
    window.close().await;
}

#[tokio::test]
async fn a_session_is_built_block_by_block_and_taken_away() {
    let window = no_sessions("building").await;
    window.press("New session").await;
    window.write("Title", "Evening").await;
    window.write("Starts at", "17:00").await;
    window.accessible("new").await;
    window.press("Plan the session").await;
    window.ready("session").await;
    window.accessible("empty").await;
    for (title, minutes) in [("Soup", "30"), ("Talk", "45")] {
        window.write("Next block", title).await;
        let field = window.find(Locator::Css("form .minutes input")).await;
        field.clear().await.unwrap();
        field.send_keys(&entered(minutes)).await.unwrap();
        window
            .find(Locator::Css(&format!("[role='group'][aria-label='{title}']")))
            .await;
    }
    row_reads(&window, 2, "17:30 Talk 45").await;
    window.write("Starts at", &entered("18:15")).await;
    row_reads(&window, 2, "18:45 Talk 45").await;
    let minutes = window.find(Locator::Css(&within(2, ".minutes input"))).await;
    minutes.clear().await.unwrap();
    minutes.send_keys(&entered("ninety")).await.unwrap();
    window.says("“ninety” is not a whole number").await;
    window.look("wrong").await;
    window.press("Take this session away").await;
    window.ready("sessions").await;
    window.says("No session is planned yet").await;
    window.control('z').await;
    window.find(Locator::Css("[data-next]")).await;
    window.close().await;
}

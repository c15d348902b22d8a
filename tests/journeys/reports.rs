//! Reports: the pages of a funder report, what is left out and written, what is behind a number, the file, the archive, a
//! corrected one, and the summaries of everybody at once.

use std::path::Path;
use std::time::Duration;

use fantoccini::Locator;

use crate::hands::{closed, hush, leave, press_in_dialog};
use crate::scenes::sample_cohort;
use crate::stage::Window;

/// Presses what is found there, once it can be pressed: a page is made anew after each choice.
async fn press_at(window: &Window, place: &str) {
    for _ in 0..100 {
        let button = window.find(Locator::Css(place)).await;
        let show = "arguments[0].scrollIntoView({ block: 'center' })";
        let which = serde_json::to_value(&button).unwrap();
        let shown = window.client.execute(show, vec![which]).await;
        if shown.is_ok() && button.click().await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    window.look("unpressed").await;
    panic!("{place} cannot be pressed");
}

/// Goes from page to page until one has what is looked for.
async fn turn_to(window: &Window, place: &str) {
    for _ in 0..60 {
        if window.client.find(Locator::Css(place)).await.is_ok() {
            return;
        }
        press_at(window, "button[aria-label='Next page']").await;
    }
    panic!("no page has {place}\n{}", window.text().await);
}

/// Looks at a screen with text of twice the size: it scrolls in one direction only.
async fn large(window: &Window, what: &str) {
    let size = |to: &str| format!("document.documentElement.style.fontSize = '{to}'");
    window.client.execute(&size("32px"), vec![]).await.unwrap();
    window.look(what).await;
    let script = "const main = document.querySelector('main'); return main.scrollWidth - main.clientWidth";
    let beyond = window.client.execute(script, vec![]).await.unwrap();
    assert!(beyond.as_i64().unwrap() <= 1, "{what} is {beyond} px too wide");
    window.client.execute(&size(""), vec![]).await.unwrap();
}

/// Exports what is shown to a file; what the dialog asks was answered before.
async fn export(window: &Window, file: &Path) {
    window.answer(file);
    press_in_dialog(window, "Choose the file").await;
    closed(window).await;
    window
        .until("the report is there", || std::fs::read(file).is_ok())
        .await;
    assert!(std::fs::read(file).unwrap().starts_with(b"%PDF-1.7"));
}

/// From the list to the pages of the funder report that follows the plain template.
async fn funder(window: &Window) {
    press_at(window, "[data-kind='funder'] a[aria-label$=': Plain']").await;
    window.ready("report").await;
    window.find(Locator::Css(".sheet svg")).await;
}

#[tokio::test]
async fn a_funder_report_is_read_written_issued_and_corrected() {
    let window = sample_cohort("reports").await;
    window.press("Reports").await;
    window.ready("reports").await;
    window.says("Nothing was issued yet").await;
    window.accessible("list").await;
    large(&window, "list-200").await;

    // The pages, for other readers and without a section.
    funder(&window).await;
    window.says("Page 1 of").await;
    window.says("One thing stands in the way").await;
    window.accessible("preview").await;
    large(&window, "preview-200").await;
    press_at(&window, "input[type='radio'][value='public']").await;
    window.says("groups of 10 or more").await;
    window.says("Groups of fewer than 10").await;
    press_at(&window, "input[type='radio'][value='funder']").await;
    window.choose("In the long run").await;
    window.says("11 of 12").await;

    // The overview, with a figure that stays linked.
    press_at(&window, "a[aria-label='Write: Overview']").await;
    window.ready("report-write").await;
    window.write("Overview", "We reached ").await;
    window.write("Search figures", "people enrolled").await;
    press_at(&window, "button[aria-label^='Put in People enrolled: ']").await;
    window.find(Locator::Css("[data-reading] .figure")).await;
    window.accessible("write").await;
    large(&window, "write-200").await;
    leave(&window).await;
    window.press("Back to the pages").await;
    window.ready("report").await;
    window.gone(Locator::Css("[data-problems]")).await;

    // From a number to a record that it was counted from.
    turn_to(&window, "button[data-figure='enrolled']").await;
    press_at(&window, "button[data-figure='enrolled']").await;
    window.says("What is behind it").await;
    window.find(Locator::Css("[data-behind]")).await;
    window.accessible("behind").await;
    press_at(&window, "dialog[open] li a").await;
    window.ready("person").await;

    // Out of the house, and into the archive.
    window.press("Reports").await;
    window.ready("reports").await;
    funder(&window).await;
    window.control('e').await;
    window.write("To whom", "The foundation").await;
    window.accessible("export").await;
    let first = window.file("first.pdf");
    export(&window, &first).await;
    hush(&window).await;
    window.press("All reports").await;
    window.ready("reports").await;
    window.says("to The foundation").await;
    window.says("In force").await;
    let copy = window.file("copy.pdf");
    window.answer(&copy);
    press_at(&window, "button[aria-label^='Save a copy of']").await;
    window
        .until("the copy is there", || std::fs::read(&copy).is_ok())
        .await;
    assert_eq!(std::fs::read(&first).unwrap(), std::fs::read(&copy).unwrap());

    // A corrected one takes its place, for a reason.
    funder(&window).await;
    window.control('e').await;
    let place = window.field("In place of").await;
    place.select_by_index(1).await.unwrap();
    window.write("Why", "One name was wrong").await;
    export(&window, &window.file("second.pdf")).await;
    hush(&window).await;
    window.press("All reports").await;
    window.ready("reports").await;
    window.says("Corrects an earlier one: One name was wrong").await;
    window.says("Superseded by").await;
    window.accessible("archive").await;

    // One that never left the house is taken out, and comes back.
    press_at(
        &window,
        "[data-archive] li:first-child button[aria-label^='Remove']",
    )
    .await;
    window.says("Only if it never left the house").await;
    press_in_dialog(&window, "Remove it").await;
    closed(&window).await;
    window
        .gone(Locator::XPath("//*[contains(., 'Superseded by')]"))
        .await;
    window.control('z').await;
    window.says("Superseded by").await;
    window.close().await;
}

#[tokio::test]
async fn the_summaries_of_everybody_go_into_one_file() {
    let window = sample_cohort("reports-batch").await;
    window.press("Reports").await;
    window.ready("reports").await;
    press_at(&window, "[data-kind='participant'] button").await;
    window.accessible("everybody").await;
    let all = window.file("summaries.zip");
    window.answer(&all);
    press_in_dialog(&window, "As a zip file").await;
    window.find(Locator::Css("[data-made]")).await;
    window.says("reports were made").await;
    assert!(std::fs::read(&all).unwrap().starts_with(b"PK"));
    press_in_dialog(&window, "Close").await;
    closed(&window).await;
    window.says("Show all").await;

    // A smallest group that is too small is refused where it stands.
    window.write("Funder", "2").await;
    leave(&window).await;
    window.says("is not a whole number from 3 to 50").await;
    window.write("Funder", "8").await;
    leave(&window).await;
    funder(&window).await;
    window.says("groups of 8 or more").await;
    window.close().await;
}

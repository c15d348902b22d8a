//! Assessments as a facilitator meets them: a pile of paper, files that somebody typed, a person at the laptop.

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::scenes::cohort_of_24;
use crate::stage::{Window, fixture, pictures};

/// Chooses a line of a list by its words.
async fn select(window: &Window, label: &str, words: &str) {
    let field = window.field(label).await;
    field.select_by_label(words).await.unwrap();
}

/// Follows a way of one occasion.
async fn way(window: &Window, moment: &str, words: &str) {
    let place = format!(
        "//li[@data-occasion='{moment}']//*[(self::a or self::button) and starts-with(normalize-space(.), '{words}')]"
    );
    window.find(Locator::XPath(&place)).await.click().await.unwrap();
}

/// What stands in a cell of the grid of paper sheets.
async fn row(window: &Window, code: &str) -> String {
    let place = format!("tr[data-code='{code}']");
    window.find(Locator::Css(&place)).await.text().await.unwrap()
}

fn times(key: Key, count: usize) -> String {
    std::iter::repeat_n(char::from(key), count).collect()
}

#[tokio::test]
async fn sheets_from_paper_files_and_the_laptop() {
    let window = Window::open("assessments").await;
    cohort_of_24(&window).await;
    window.press("Assessments").await;
    window.ready("assessments").await;
    window.accessible("empty").await;

    window.press("Plan an occasion").await;
    select(&window, "What is asked", "Competency self-assessment").await;
    window.write("Opens", "5 Oct 2026").await;
    window.write("Due", "12 Oct 2026").await;
    window.accessible("plan").await;
    window.press("Plan it").await;
    window.says("Oct 5, 2026 to Oct 12, 2026").await;

    // The pile of paper, without the mouse.
    window.press("Type paper sheets").await;
    window.ready("paper").await;
    window.find(Locator::Css("td.now:focus")).await;
    window.type_here("3423334").await;
    window.accessible("paper-typing").await;
    window.type_here("243424").await;
    window.type_here("23521").await;
    window.type_here("3-0u7343").await;
    window.says("the sheet says 7; expected 1 to 5").await;
    window.type_here("4345233344240").await;
    window.find(Locator::Css("tr.stored[data-code='N03']")).await;
    assert!(row(&window, "N01").await.contains("13"));

    // A stored sheet is corrected only when that is meant, and one sees it.
    window.type_here(&times(Key::Up, 3)).await;
    window.type_here("5").await;
    window.says("N01 has a sheet already").await;
    window.accessible("paper-correct").await;
    window.press("Leave it as it is").await;
    window.find(Locator::Css("td.now:focus")).await;
    window.type_here("5").await;
    window.press("Correct it").await;
    window.find(Locator::Css("td.now:focus")).await;
    window.type_here(&times(Key::Down, 3)).await;
    window
        .find(Locator::Css("tr[data-code='N01'] td.corrected"))
        .await;

    // Half a row outlives the window; Enter says that the rest was left empty.
    window.type_here("43-").await;
    window.says("item 4 of 13").await;
    tokio::time::sleep(std::time::Duration::from_millis(900)).await;
    window.client.refresh().await.unwrap();
    window.ready("paper").await;
    window.says("item 4 of 13").await;
    window.find(Locator::Css("td.now:focus")).await;
    window.accessible("paper").await;
    window.type_here(&char::from(Key::Enter).to_string()).await;
    window.find(Locator::Css("tr.stored[data-code='N04']")).await;

    // Some sheets are typed twice, whichever they are; all fives differ from each of them.
    window.press("Type one sheet twice").await;
    window.says("Type some sheets twice").await;
    window.find(Locator::Css("td.now:focus")).await;
    window.type_here("5555555555555").await;
    window.says("then 5").await;
    window.accessible("paper-twice").await;
    window.press("Back to all sheets").await;
    window.says("One sheet was typed twice").await;
    window.press("Done").await;
    window.ready("assessments").await;
    window.says("4 of 24").await;

    // Files that somebody typed elsewhere.
    window.press("Import ratings").await;
    window.ready("ratings").await;
    window.accessible("ratings-file").await;
    window.answer(&fixture("ratings/paper-baseline.csv"));
    window.press("Choose a file").await;
    window.says("Check before anything is stored").await;
    window.says("4 second sheets").await;
    window.accessible("ratings-baseline").await;
    window.press("Store 19 sheets").await;
    window.says("19 sheets are stored").await;
    window.accessible("ratings-done").await;
    window.press("Import another file").await;
    window.ready("ratings").await;
    select(&window, "When", "End of program").await;
    window.answer(&fixture("ratings/paper-end.csv"));
    window.press("Choose a file").await;
    window.says("Check before anything is stored").await;
    window.says("a number 1–5").await;
    window.says("N99").await;
    window.says("1 second sheet").await;
    window.accessible("ratings-end").await;
    window.press("Store 21 sheets").await;
    window.says("21 sheets are stored").await;
    window.press("Assessments").await;
    window.ready("assessments").await;
    window.says("23 of 24").await;
    window.says("21 of 24").await;
    window.accessible("overview").await;

    let forms = pictures().join("assessments-forms.pdf");
    window.answer(&forms);
    way(&window, "end", "Print forms").await;
    window.choose("Those missing (3)").await;
    window.accessible("print").await;
    window.press("Save as PDF").await;
    window.says("The forms are in").await;
    assert!(std::fs::read(&forms).unwrap().starts_with(b"%PDF-"));

    laptop(&window).await;

    window.press("Results").await;
    window.ready("results").await;
    window.says("Median up on").await;
    window.says("Every answer, counted").await;
    window.accessible("results").await;
    window.press("Table").await;
    window.says("Mean change").await;
    window.accessible("results-table").await;
    window.close().await;
}

/// One person answers on the laptop, in two sittings.
async fn laptop(window: &Window) {
    way(window, "end", "Hand over the laptop").await;
    window.ready("codes").await;
    window.write("Number that takes the laptop back", "2468").await;
    window.accessible("codes").await;
    window.press("N10").await;
    window.ready("form").await;
    window.says("0 of 13 answered").await;
    window.accessible("form").await;
    let first = window.find(Locator::Css("fieldset input")).await;
    first.send_keys("43-").await.unwrap();
    window.says("3 of 13 answered").await;
    let seen = window.text().await;
    for hidden in ["Ukaszewicz", "Łukaszewicz", "Cohort home", "Undo"] {
        assert!(
            !seen.contains(hidden),
            "{hidden} is on the screen of a participant"
        );
    }
    tokio::time::sleep(std::time::Duration::from_millis(900)).await;
    window.client.refresh().await.unwrap();
    window.ready("form").await;
    window.says("3 of 13 answered").await;
    window.accessible("form-restored").await;
    // The window stays where it is, whatever goes back.
    window.client.back().await.unwrap();
    window.says("3 of 13 answered").await;
    window.press("Hand in").await;
    window.says("10 rows are empty").await;
    window.accessible("form-empty").await;
    window.press("Go to the first").await;
    window
        .find(Locator::Css("fieldset:nth-of-type(4) input:focus"))
        .await;
    window.type_here("5544332").await;
    window.says("10 of 13 answered").await;
    window.press("Hand in").await;
    window.press("Hand in as it is").await;
    window.says("Your sheet is in").await;
    window.accessible("form-thanks").await;
    assert!(!window.text().await.contains("Self-Awareness"));
    window.press("Next person").await;
    window.ready("codes").await;
    window.says("22 of 24 sheets are in").await;
    window.press("N21").await;
    window.ready("form").await;
    window.press("Go on another time").await;
    window.says("Kept for later").await;
    window.press("Next person").await;
    window.ready("codes").await;
    window.press("Back to assessments").await;
    window.ready("assessments").await;
    window.says("22 of 24").await;
}

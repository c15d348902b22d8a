//! Data out: from a list to the page that exports it, as a workbook, as CSV and as JSON Lines.

use fantoccini::Locator;

use crate::scenes::sample_cohort;
use crate::stage::Window;

/// Presses the button that writes the file, not the ways that lead here.
async fn export(window: &Window, file: &str) -> Vec<u8> {
    let to = window.file(file);
    window.answer(&to);
    let button = "//button[normalize-space(.)='Export']";
    window.find(Locator::XPath(button)).await.click().await.unwrap();
    window.says(&format!("{file}.")).await;
    window.until("the file is there", || to.exists()).await;
    std::fs::read(to).unwrap()
}

/// Takes what is exported by its title.
async fn what(window: &Window, title: &str) {
    let place = format!("//fieldset//label[span/span[1][normalize-space(.)='{title}']]");
    window.find(Locator::XPath(&place)).await.click().await.unwrap();
}

/// Waits for the number of rows that a file would hold.
async fn rows(window: &Window, count: usize) {
    window.find(Locator::Css(&format!("[data-rows='{count}']"))).await;
}

#[tokio::test]
async fn what_a_screen_shows_goes_out_as_a_workbook_and_as_lines() {
    let window = sample_cohort("data").await;
    window.press("People").await;
    window.ready("people").await;
    window.press("Export…").await;
    window.ready("data").await;
    rows(&window, 24).await;
    window.says("These data were made up to try things out.").await;
    window.accessible("people").await;
    let book = export(&window, "people.xlsx").await;
    assert!(book.starts_with(b"PK"), "a workbook");

    // The attendance of a session, without names.
    window.press("Sessions").await;
    window.ready("sessions").await;
    window.press("Export…").await;
    window.ready("data").await;
    window.choose("CSV").await;
    let text = String::from_utf8(export(&window, "came.csv").await).unwrap();
    let head = text.lines().next().unwrap();
    assert!(
        head.ends_with("cohort,session,date,session_title,code,presence,arrived,walk_in"),
        "{head}"
    );
    assert!(window.file("came-dictionary.csv").exists());

    // Every record, as JSON Lines; CSV cannot hold that.
    what(&window, "Everything").await;
    window.says("CSV holds one table").await;
    window.choose("JSON Lines").await;
    window.accessible("everything").await;
    let text = String::from_utf8(export(&window, "records.jsonl").await).unwrap();
    let lines: Vec<serde_json::Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["kind"], "export");
    assert_eq!(lines[0]["records"]["enrolment"], 24);
    let enrolled = lines.iter().filter(|line| line["kind"] == "enrolment");
    assert_eq!(enrolled.count(), 24);

    // The sample is no part of all cohorts, unless somebody says so.
    what(&window, "People").await;
    window.choose("All cohorts").await;
    rows(&window, 0).await;
    window.choose("With the sample").await;
    rows(&window, 37).await;

    // The palette leads there too.
    window.press("Projects").await;
    window.ready("projects").await;
    window.control('k').await;
    window.type_here("spreadsheet").await;
    window.says("Export data").await;
    window.close().await;
}

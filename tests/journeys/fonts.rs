//! Fonts for other scripts: a name that no bundled font draws is refused by its letters, and printed once a font is there.

use std::path::Path;

use fantoccini::Locator;

use crate::hands::closed;
use crate::scenes::sample_cohort;
use crate::stage::Window;

/// Goes to the settings.
async fn settings(window: &Window) {
    window.press("Settings").await;
    window.ready("settings").await;
}

/// Opens the person who was added last.
async fn newest(window: &Window) {
    window.press("People").await;
    window.ready("people").await;
    let row = window.find(Locator::Css("tr[data-row='24'] th")).await;
    let show = "arguments[0].scrollIntoView({ block: 'center' })";
    let which = serde_json::to_value(&row).unwrap();
    window.client.execute(show, vec![which]).await.unwrap();
    row.click().await.unwrap();
    window.ready("person").await;
    window.says("王").await;
}

#[tokio::test]
async fn a_name_in_another_script_is_printed_once_a_font_was_added() {
    let window = sample_cohort("fonts").await;
    window.press("People").await;
    window.ready("people").await;
    window.press("Add person").await;
    for (label, text) in [
        ("Given name", "伟"),
        ("Family name", "王"),
        ("Institution", "Summit"),
    ] {
        window.write(label, text).await;
    }
    let add = Locator::Css("dialog[open] > .actions button");
    window.find(add).await.click().await.unwrap();
    closed(&window).await;

    // Refused, with the letters that are missing and where help is.
    newest(&window).await;
    let to = window.file("summary.pdf");
    window.answer(&to);
    window.press("Save summary as PDF…").await;
    window.says("no font here draws").await;
    window.says("under Fonts for other scripts").await;
    window.look("refused").await;
    assert!(!to.exists(), "nothing is written");

    // What is no font changes nothing.
    settings(&window).await;
    window.says("No font was added").await;
    let broken = window.file("broken.ttf");
    std::fs::write(&broken, "no font").unwrap();
    window.answer(&broken);
    window.press("Add a font…").await;
    window.find(Locator::Css("[role='alert']")).await;
    window.says("No font was added").await;
    window.accessible("no-font").await;

    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/crates/report/tests/fonts");
    window.answer(&fonts.join("Han.ttf"));
    window.press("Add a font…").await;
    window.says("more characters can be printed").await;
    window.accessible("added").await;

    newest(&window).await;
    window.answer(&to);
    window.press("Save summary as PDF…").await;
    window.until("the summary is there", || to.exists()).await;
    assert!(std::fs::read(&to).unwrap().starts_with(b"%PDF-1.7"));

    settings(&window).await;
    window.press("Remove").await;
    window.says("No font was added").await;
    window.close().await;
}

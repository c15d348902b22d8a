//! What lies around the screens: keys, printing.

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::stage::Window;

#[tokio::test]
async fn keys_are_listed_and_can_be_switched_off() {
    let window = Window::open("keys").await;
    window.ready("welcome").await;
    window.write("Your name", "Ana Souza").await;
    window.press("Open the sample").await;
    window.ready("start").await;
    window.key("?").await;
    window.says("Undo the last step").await;
    window.accessible("list").await;
    window.press("Close").await;
    window.press("Settings").await;
    window.ready("settings").await;
    window.choose("Off").await;
    window.says("Saved").await;
    window.key("?").await;
    assert!(!window.text().await.contains("Undo the last step"));
    window.press("? Keys").await;
    window.says("switched off in the settings").await;
    window.close().await;
}

#[tokio::test]
async fn a_summary_is_printed_from_a_folder_of_the_app() {
    let window = Window::open("print").await;
    window.ready("welcome").await;
    window.write("Your name", "Ana Souza").await;
    window.press("Open the sample").await;
    window.ready("start").await;
    window.press("SC").await;
    window.ready("cohort").await;
    window.press("All people").await;
    window.ready("people").await;
    window
        .find(Locator::Css("tr[data-row='0'] th"))
        .await
        .click()
        .await
        .unwrap();
    window.ready("person").await;
    window.press("Print summary").await;
    let pdf = window.file("home/prints/N01.pdf");
    window
        .until("the summary is there", || {
            std::fs::read(&pdf).is_ok_and(|bytes| bytes.starts_with(b"%PDF-"))
        })
        .await;
    window.look("person").await;
    window.close().await;
}

#[tokio::test]
async fn anything_is_found_from_anywhere() {
    let window = Window::open("palette").await;
    window.ready("welcome").await;
    window.write("Your name", "Ana Souza").await;
    window.press("Open the sample").await;
    window.ready("start").await;
    window.control('k').await;
    window.says("New cohort").await;
    window.look("open").await;
    window.accessible("open").await;
    window.type_here("amara").await;
    window.says("Amara Osei").await;
    window.accessible("found").await;
    window.type_here(&char::from(Key::Enter).to_string()).await;
    window.ready("person").await;
    window.press("Find or do").await;
    window.type_here("import").await;
    window.look("do").await;
    window.type_here(&char::from(Key::Enter).to_string()).await;
    window.ready("roster").await;
    window.key(&char::from(Key::F1).to_string()).await;
    window.says("Bringing in the registration list").await;
    window.accessible("help").await;
    window.close().await;
}

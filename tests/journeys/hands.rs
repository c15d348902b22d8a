//! What hands do in several journeys: leave a field, answer a dialog, put a message away.

use fantoccini::Locator;

use crate::stage::Window;

/// Waits until no dialog is open: what lies behind one cannot be pressed.
pub async fn closed(window: &Window) {
    window.find(Locator::Css("body:not(:has(dialog[open]))")).await;
}

/// Presses the button of the open dialog whose words begin so.
pub async fn press_in_dialog(window: &Window, words: &str) {
    let place = format!("//dialog[@open]//button[starts-with(normalize-space(.), {words:?})]");
    window.find(Locator::XPath(&place)).await.click().await.unwrap();
}

/// Leaves the field that is written in, so that it is saved.
pub async fn leave(window: &Window) {
    let script = "document.activeElement?.blur()";
    window.client.execute(script, vec![]).await.unwrap();
}

/// Puts the messages away that lie over the foot of the page.
pub async fn hush(window: &Window) {
    let script =
        "document.querySelectorAll('[data-toasts] li > button:last-child').forEach((one) => one.click())";
    window.client.execute(script, vec![]).await.unwrap();
    window.gone(Locator::Css("[data-toasts] li")).await;
}

/// Writes a field of a draft and leaves it.
pub async fn fill(window: &Window, label: &str, text: &str) {
    window.write(label, text).await;
    leave(window).await;
}

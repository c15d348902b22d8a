//! What hands do in several journeys: leave a field, answer a dialog, put a message away, make the letters larger.

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

/// Whether the page needs no scrolling to the side.
pub async fn fits(window: &Window) -> bool {
    let script = "const main = document.querySelector('main'); return main.scrollWidth <= main.clientWidth";
    let fits = window.client.execute(script, vec![]).await.unwrap();
    fits.as_bool().unwrap()
}

/// Makes the letters larger, as the settings do.
pub async fn text_size(window: &Window, percent: u32) {
    let set = format!("document.documentElement.dataset.text = '{percent}'");
    window.client.execute(&set, vec![]).await.unwrap();
    // Until it is drawn anew.
    let drawn = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))";
    window.client.execute_async(drawn, vec![]).await.unwrap();
}

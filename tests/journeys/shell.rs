//! What lies around the screens: keys, printing.

use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
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

/// Presses a key where the focus is.
async fn strike(window: &Window, key: Key) {
    let value = char::from(key);
    let pressed = KeyActions::new("keys".to_owned())
        .then(KeyAction::Down { value })
        .then(KeyAction::Up { value });
    window.client.perform_actions(pressed).await.unwrap();
}

/// Where the focus is, as a person sees it: its words, and whether it can be seen.
async fn focus(window: &Window) -> (String, bool) {
    let script = "const at = document.activeElement;
        const ringed = (element) => {
          if (!element) return false;
          const style = getComputedStyle(element);
          return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
        };
        const place = at.getBoundingClientRect();
        const inside = place.bottom > 0 && place.right > 0 && place.top < innerHeight && place.left < innerWidth;
        const words = at.labels?.[0]?.textContent || at.getAttribute('aria-label') || at.textContent || '';
        return [words.replace(/\\s+/g, ' ').trim(),
          inside && [at, at.parentElement, at.nextElementSibling].some(ringed)];";
    let found = window.client.execute(script, vec![]).await.unwrap();
    let words = found[0].as_str().unwrap_or_default().to_owned();
    (words, found[1].as_bool().unwrap_or_default())
}

/// Goes on with Tab until the focus stands on what is called so; it must be seen at every stop.
async fn tab_to(window: &Window, words: &str) {
    let mut seen = Vec::new();
    for _ in 0..80 {
        strike(window, Key::Tab).await;
        let (at, visible) = focus(window).await;
        assert!(visible, "the focus on {at:?} cannot be seen");
        if at.starts_with(words) {
            return;
        }
        seen.push(at);
    }
    panic!("Tab never comes to {words:?}, only to {seen:?}");
}

#[tokio::test]
async fn everything_is_done_without_a_mouse() {
    let window = Window::open("keyboard").await;
    window.ready("welcome").await;
    tab_to(&window, "Your name").await;
    window.type_here("Ana Souza").await;
    tab_to(&window, "Open the sample").await;
    strike(&window, Key::Enter).await;
    window.ready("start").await;
    tab_to(&window, "SC 26").await;
    strike(&window, Key::Enter).await;
    window.ready("cohort").await;
    tab_to(&window, "All people").await;
    strike(&window, Key::Enter).await;
    window.ready("people").await;
    tab_to(&window, "N01").await;
    strike(&window, Key::Down).await;
    assert!(focus(&window).await.0.starts_with("N02"));
    window.look("people").await;
    strike(&window, Key::Enter).await;
    window.ready("person").await;
    tab_to(&window, "Position").await;
    window.type_here("Head").await;
    tab_to(&window, "Region").await;
    window.says("Undo change to").await;
    window.control('k').await;
    window.type_here("settings").await;
    window.says("Go to Settings").await;
    strike(&window, Key::Enter).await;
    window.ready("settings").await;
    tab_to(&window, "As the system").await;
    strike(&window, Key::Right).await;
    window.find(Locator::Css("html[data-theme='light']")).await;
    strike(&window, Key::F1).await;
    window.says("Size of text: up to").await;
    window.type_here("twelve words").await;
    tab_to(&window, "Your own facility").await;
    strike(&window, Key::Enter).await;
    window.find(Locator::Css("[data-help='start']")).await;
    window.look("help").await;
    strike(&window, Key::Escape).await;
    window.key("?").await;
    window.says("Undo the last step").await;
    strike(&window, Key::Escape).await;
    tab_to(&window, "Change the cohort").await;
    window.close().await;
}

/// Nothing stands beyond the edge of the window, and no text is cut: WCAG 1.4.4 and 1.4.10.
async fn fits(window: &Window, what: &str) {
    for (width, text) in [(1280, 200), (640, 200), (1280, 100)] {
        window.client.set_window_size(width, 780).await.unwrap();
        let set = format!("document.documentElement.dataset.text = '{text}'");
        window.client.execute(&set, vec![]).await.unwrap();
        // The size that was asked for is that of the frame; the page is told a moment later.
        let wide = format!("return innerWidth <= {width} && innerWidth > {width} - 40");
        while window.client.execute(&wide, vec![]).await.unwrap() != true {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let drawn =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)));";
        window.client.execute_async(drawn, vec![]).await.unwrap();
        let script = "const out = [];
            const scrolls = (element) => element.closest('.scroll, [data-scroll]');
            for (const element of document.querySelectorAll('body *')) {
              const place = element.getBoundingClientRect();
              if (place.width === 0 || element.closest('.sr-only, .skip, svg') || scrolls(element)) continue;
              if (place.right > document.documentElement.clientWidth + 1) out.push(element.tagName + '.' + element.className + ' ' + Math.round(place.right));
            }
            return out.slice(0, 5).join('\\n');";
        let out = window.client.execute(script, vec![]).await.unwrap();
        window.look(&format!("{what}-{width}-{text}")).await;
        assert_eq!(out.as_str(), Some(""), "{what} at {width} px, {text} %");
    }
}

#[tokio::test]
async fn large_text_and_narrow_windows_lose_nothing() {
    let window = Window::open("reflow").await;
    window.ready("welcome").await;
    fits(&window, "welcome").await;
    window.write("Your name", "Ana Souza").await;
    window.press("Open the sample").await;
    window.ready("start").await;
    fits(&window, "start").await;
    window.press("SC").await;
    window.ready("cohort").await;
    fits(&window, "cohort").await;
    window.press("All people").await;
    window.ready("people").await;
    fits(&window, "people").await;
    window
        .find(Locator::Css("tr[data-row='0'] th"))
        .await
        .click()
        .await
        .unwrap();
    window.ready("person").await;
    fits(&window, "person").await;
    window.press("Settings").await;
    window.ready("settings").await;
    fits(&window, "settings").await;
    window.control('k').await;
    window.type_here("a").await;
    window.says("Amara Osei").await;
    fits(&window, "palette").await;
    window.type_here(&char::from(Key::Escape).to_string()).await;
    window.key(&char::from(Key::F1).to_string()).await;
    window.find(Locator::Css("[data-help]")).await;
    fits(&window, "help").await;
    window.type_here(&char::from(Key::Escape).to_string()).await;
    window.key("?").await;
    fits(&window, "keys").await;
    window.close().await;
}

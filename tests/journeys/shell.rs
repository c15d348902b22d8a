//! What lies around the screens: keys, printing.

use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;

use crate::scenes::{sample, sample_cohort, sample_person};
use crate::stage::Window;

#[tokio::test]
async fn keys_are_listed_and_can_be_switched_off() {
    let window = sample("keys").await;
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
    let window = sample_person("print").await;
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
    let window = sample("palette").await;
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
        let (at, mut visible) = focus(window).await;
        // The page scrolls to the focus in a frame of its own.
        for _ in 0..40 {
            if visible {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
            visible = focus(window).await.1;
        }
        if !visible {
            window.look("unseen").await;
        }
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
pub async fn fits(window: &Window, what: &str) {
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

#[tokio::test]
async fn the_sample_goes_in_one_click_and_comes_back_in_another() {
    let window = sample_cohort("sample").await;
    window.says("This is a sample").await;
    window.press("Remove the sample").await;
    window.ready("start").await;
    window.says("A cohort is a group of people").await;
    window.look("gone").await;
    window.press("Bring it back").await;
    window.press("SC").await;
    window.ready("cohort").await;
    window.press("Cohorts").await;
    window.ready("start").await;
    window.says("it was made to look around").await;
    window.accessible("only-here").await;
    window.press("Set up your facility").await;
    window.ready("welcome").await;
    window.accessible("another").await;
    window.press("Back to Sample facility").await;
    window.ready("start").await;
    window.press("Change the cohort").await;
    window.says("All cohorts").await;
    window.accessible("switch").await;
    window.type_here(&char::from(Key::Escape).to_string()).await;
    window.press("Settings").await;
    window.ready("settings").await;
    window.says("Nothing but this laptop opens this workspace").await;
    window.press("New recovery words").await;
    window.press("Make new words").await;
    window.says("Write them on paper").await;
    let words = window.client.find_all(Locator::Css("ol code")).await.unwrap();
    assert_eq!(words.len(), 12);
    window.accessible("words").await;
    window.press("I have written them down").await;
    window.says("Twelve words on paper open this workspace").await;
    window.choose("High contrast, dark").await;
    window
        .find(Locator::Css("html[data-theme='contrast-dark']"))
        .await;
    window.look("contrast-dark").await;
    window.choose("Light").await;
    window
        .find(Locator::XPath("//summary[starts-with(., 'Noto Sans')]"))
        .await
        .click()
        .await
        .unwrap();
    window.says("SIL OPEN FONT LICENSE").await;
    window.accessible("settings").await;
    window.close().await;
}

/// The palette is there in the next frame, however many people there are.
#[tokio::test]
async fn the_palette_waits_for_nothing_with_five_thousand_people() {
    let window = Window::open("quick").await;
    let roster = window.file("many.csv");
    let mut text = String::from("Given name,Family name,Institution\n");
    for number in 0..5000 {
        text += &format!("Gíven{number},Fámily{number},Library {number}\n");
    }
    std::fs::write(&roster, text).unwrap();
    window.ready("welcome").await;
    window.write("Your name", "Ana Souza").await;
    window.press("Open the sample").await;
    window.ready("start").await;
    window.press("SC").await;
    window.ready("cohort").await;
    window.press("Import roster").await;
    window.ready("roster").await;
    window.answer(&roster);
    window.press("Choose a file").await;
    window.says("Check before anything is added").await;
    window.press("Add 5,000 people").await;
    window.says("people are new").await;
    window.press("All people").await;
    window.ready("people").await;
    // The first frame after the key shows the list, and no more of it than fits.
    let script = "const done = arguments[0];
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));
        requestAnimationFrame(() => {
          const shown = document.querySelectorAll('[role=option]').length;
          window.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));
          done(shown);
        });";
    let shown = window.client.execute_async(script, vec![]).await.unwrap();
    let shown = shown.as_u64().unwrap();
    assert!((4..=60).contains(&shown), "{shown} lines");
    window.control('k').await;
    window.type_here("family4321").await;
    window.says("Gíven4321 Fámily4321").await;
    window.look("found").await;
    window.close().await;
}

#[tokio::test]
async fn the_place_of_the_window_is_remembered() {
    let window = Window::open("place").await;
    window.ready("welcome").await;
    window.client.set_window_size(900, 640).await.unwrap();
    let file = window.file("home/window.json");
    let kept = || std::fs::read_to_string(&file).unwrap_or_default();
    let width = |text: &str| {
        let place: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
        place["width"].as_f64().unwrap_or_default()
    };
    window
        .until("its size is kept", || (850.0..=900.0).contains(&width(&kept())))
        .await;
    window.write("Your name", "Ana Souza").await;
    window.press("Open the sample").await;
    window.ready("start").await;
    window.control('k').await;
    window.type_here("first size").await;
    window.type_here(&char::from(Key::Enter).to_string()).await;
    window
        .until("its first size is back", || width(&kept()) > 1100.0)
        .await;
    window.close().await;
}

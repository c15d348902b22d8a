//! A session in front of a room, by keyboard: twenty minutes late, everybody marked, time won back, the window
//! reloaded in the middle, and the end.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::scenes::{agenda_of_now, cohort_of_24};
use crate::stage::Window;

/// Calls a command as the window does.
async fn call(window: &Window, command: &str, args: Value) -> Value {
    let script = "const done = arguments[2];
        window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]).then(done, (error) => done({ error }));";
    let found = window
        .client
        .execute_async(script, vec![json!(command), args])
        .await
        .unwrap();
    assert!(found.get("error").is_none(), "{command}: {found}");
    found
}

/// Waits for the marks, as "PLAE" in the order of the codes and `-` for who is expected.
async fn marks(window: &Window, wanted: &str) {
    let script = "return [...document.querySelectorAll('[data-mark]')].map((cell) =>
        ({ present: 'P', late: 'L', absent: 'A', excused: 'E' })[cell.dataset.mark] ?? '-').join('')";
    let start = Instant::now();
    loop {
        let found = window.client.execute(script, vec![]).await.unwrap();
        if found == wanted {
            return;
        }
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{found} is not {wanted}"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Waits until the block of this number runs.
async fn runs(window: &Window, block: u32) {
    let mark = format!("[data-state='running'][data-block='{}']", block - 1);
    window.find(Locator::Css(&mark)).await;
}

/// Whether anything hangs out of the window sideways.
async fn fits(window: &Window) -> bool {
    let script = "return document.documentElement.scrollWidth <= innerWidth
        && document.querySelector('main').scrollWidth <= document.querySelector('main').clientWidth";
    window.client.execute(script, vec![]).await.unwrap() == true
}

#[tokio::test]
async fn a_day_is_run_by_keyboard() {
    let window = Window::open("run").await;
    let cohort = cohort_of_24(&window).await;
    let (date, text) = agenda_of_now();
    let session = call(
        &window,
        "agenda_import",
        json!({ "cohort": cohort, "date": date, "text": text }),
    )
    .await;
    let session = session.as_str().unwrap();
    let open = format!("location.hash = '/c/{cohort}/sessions/{session}/run'");
    window.client.execute(&open, vec![]).await.unwrap();
    window.ready("run").await;
    window.says("Not started").await;
    window.says("20 min ago").await;
    window.accessible("before").await;

    // Everybody is marked by keyboard, in well under a minute.
    let start = Instant::now();
    window.strike("s").await;
    runs(&window, 1).await;
    window.strike("ppppplppaepppppppppp").await;
    marks(&window, "PPPPPLPPAEPPPPPPPPPP----").await;
    window.strike("m").await;
    marks(&window, "PPPPPLPPAEPPPPPPPPPPPPPP").await;
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    window.says("21 present").await;
    window.says("1 late").await;
    // The arrival of the late one, corrected in its cell.
    let way = [Key::Up, Key::Up, Key::Right, Key::Enter].map(char::from);
    window.strike(&String::from_iter(way)).await;
    window.strike(&format!("1145{}", char::from(Key::Enter))).await;
    window.says("at 11:45").await;
    // A walk-in, and taking it back.
    window.strike("w").await;
    window
        .strike(&format!(
            "Ada Lovelace, Analytical Library{}",
            char::from(Key::Enter)
        ))
        .await;
    window
        .find(Locator::Css("[data-person='N25'][data-mark='present']"))
        .await;
    window.control('z').await;
    marks(&window, "PPPPPLPPAEPPPPPPPPPPPPPP").await;

    // The next block is twenty minutes late, which does not fit before lunch.
    window.strike("n").await;
    runs(&window, 2).await;
    window.says("Welcome and ground rules").await;
    let behind = window.find(Locator::Css("[data-behind]")).await;
    let behind: i64 = behind
        .attr("data-behind")
        .await
        .unwrap()
        .unwrap()
        .parse()
        .unwrap();
    assert!(
        (-10..=-9).contains(&behind),
        "the first block was left early: {behind}"
    );
    window.strike("++++++").await;
    window.says("50 min").await;
    window.find(Locator::Css("[data-repair]")).await;
    window.says("Lunch is locked at").await;
    window.says("None of these blocks is optional").await;
    window.accessible("running").await;
    window.strike("q").await;
    window
        .strike(&format!("Table 3 keeps “proof”{}", char::from(Key::Enter)))
        .await;
    window.says("Table 3 keeps").await;
    window.strike("half a thought").await;
    window.strike(&char::from(Key::Escape).to_string()).await;
    window.strike("r").await;
    window.gone(Locator::Css("[data-repair]")).await;
    window.control('z').await;
    window.find(Locator::Css("[data-repair]")).await;
    window.strike("r").await;
    window.gone(Locator::Css("[data-repair]")).await;
    window.strike(" ").await;
    window.says("paused since").await;
    window.look("paused").await;
    window.strike(" ").await;
    window.gone(Locator::Css(".pause")).await;

    // A reload in the middle finds everything where it was.
    window.client.refresh().await.unwrap();
    window.ready("run").await;
    runs(&window, 2).await;
    marks(&window, "PPPPPLPPAEPPPPPPPPPPPPPP").await;
    window.says("Table 3 keeps").await;
    let draft = window.find(Locator::Css("[data-quick-note]")).await;
    // It is given back once the page has asked for it.
    let start = Instant::now();
    while draft.prop("value").await.unwrap().as_deref() != Some("half a thought") {
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "the half-written note is lost"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(window.client.find(Locator::Css("[data-repair]")).await.is_err());

    // The laptop slept.
    let sleep = "const now = Date.now; Date.now = () => now() + 47 * 60000";
    window.client.execute(sleep, vec![]).await.unwrap();
    window.says("Nobody saw the 47 minutes").await;
    window.accessible("slept").await;
    window.press("The 47 minutes do not count").await;
    window.gone(Locator::Css(".banner")).await;

    // Narrow, and with letters twice as large, nothing hangs out.
    window.client.set_window_size(660, 800).await.unwrap();
    window.accessible("narrow").await;
    assert!(fits(&window).await);
    window.client.set_window_size(1280, 800).await.unwrap();
    window
        .client
        .execute("document.documentElement.dataset.text = '200'", vec![])
        .await
        .unwrap();
    window.look("large").await;
    assert!(fits(&window).await);
    window
        .client
        .execute("document.documentElement.dataset.text = '100'", vec![])
        .await
        .unwrap();

    // The end, the day as it was, and attendance after the fact.
    window.press("End").await;
    window.press("End the session").await;
    window.says("minutes earlier than planned").await;
    window.find(Locator::Css("[data-state='ended']")).await;
    window.accessible("after").await;
    window.press("Attendance").await;
    window.ready("attendance").await;
    window.strike("a").await;
    marks(&window, "APPPPLPPAEPPPPPPPPPPPPPP").await;
    window.accessible("attendance").await;
    window.press("How the day went").await;
    window.ready("run").await;
    window.press("Take it up again").await;
    runs(&window, 2).await;
    window.close().await;
}

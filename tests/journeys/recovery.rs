//! Losing things and getting them back: a kill while typing, a lost key, a damaged workspace.

use std::path::PathBuf;

use fantoccini::Locator;

use crate::stage::Window;

const FACILITY: &str = "Riverbend Workshop";

/// Sets a facility up and gives the words that the screen showed.
async fn set_up(window: &Window) -> String {
    window.ready("welcome").await;
    window.write("Your name", "Ana Souza").await;
    window.write("Name of the facility", FACILITY).await;
    window.press("Set up the facility").await;
    window.says("Write these twelve words on paper").await;
    let mut words = Vec::new();
    for word in window
        .client
        .find_all(Locator::Css("ol.words code"))
        .await
        .unwrap()
    {
        words.push(word.text().await.unwrap());
    }
    assert_eq!(words.len(), 12);
    window.press("I have written them down").await;
    window.ready("start").await;
    words.join(" ")
}

fn workspace(window: &Window) -> PathBuf {
    window.file("home/workspaces/Riverbend-Workshop.nexus")
}

/// Logs hold what the program did, never whose data it was.
fn logs_hold_no_names(window: &Window) {
    let mut read = 0;
    for entry in std::fs::read_dir(window.file("home/logs")).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        read += text.len();
        for name in ["Souza", "Riverbend", "Workshop", "Head of"] {
            assert!(!text.contains(name), "{name} in {text}");
        }
    }
    assert!(read > 0, "there is a log");
}

#[tokio::test]
async fn words_open_a_workspace_whose_key_is_lost_and_a_backup_replaces_a_damaged_one() {
    let window = Window::open("recovery").await;
    let words = set_up(&window).await;
    window.says("No backup yet").await;
    window.press("Settings").await;
    window.ready("settings").await;
    window.press("Back up now").await;
    window.says("Backed up and checked").await;
    window.says("Last backup today").await;
    window
        .find(Locator::XPath("//button[normalize-space(.) = 'Put back…']"))
        .await;
    let stick = window.file("stick");
    std::fs::create_dir(&stick).unwrap();
    window.answer(&stick);
    window.press("Choose a folder").await;
    window.says("Copies go to").await;
    window.press("Back up now").await;
    window
        .until("the stick has a copy", || stick.join("Nexus backups").exists())
        .await;
    window.accessible("settings").await;

    // The key is lost: the twelve words open it, and this laptop keeps a key again.
    let key = window.file("key");
    let window = window.reopen(|| std::fs::remove_file(&key).unwrap()).await;
    window.ready("welcome").await;
    window.says("This laptop has no key for it").await;
    window.field("The twelve recovery words").await;
    window.accessible("lost-key").await;
    window.write("The twelve recovery words", "zoo zoo zoo").await;
    window.press("Open").await;
    window.says("These are not the twelve recovery words").await;
    window
        .write("The twelve recovery words", &words.to_uppercase())
        .await;
    window.press("Open").await;
    window.ready("start").await;
    window.says(FACILITY).await;
    let window = window.reopen(|| ()).await;
    window.ready("start").await;

    // The workspace is damaged: it is refused in a sentence, and the backup takes its place.
    let file = workspace(&window);
    let damage = |bytes: &'static [u8]| {
        let file = file.clone();
        move || std::fs::write(&file, bytes.repeat(9_000)).unwrap()
    };
    let window = window.reopen(damage(b"\x07\xf3")).await;
    window.ready("welcome").await;
    window.says("Your workspace could not be opened").await;
    window.says("The newest backup was made today").await;
    window.accessible("refused").await;
    window.press("Put this backup back").await;
    window.says("Nothing is deleted").await;
    window.accessible("put-back").await;
    window.press("Put it back").await;
    window.ready("start").await;
    window.says("The workspace is as it was today").await;
    window.says(FACILITY).await;
    let kept = std::fs::read_dir(file.parent().unwrap()).unwrap();
    let kept = kept
        .map(|entry| entry.unwrap().path())
        .find(|path| path.to_string_lossy().contains(" kept "))
        .expect("the damaged file is kept");
    assert!(kept.exists());

    // Its key slots are gone: those of the backup serve, and what was entered stays.
    let slots = file.with_extension("keys");
    let window = window.reopen(|| std::fs::remove_file(&slots).unwrap()).await;
    window.ready("welcome").await;
    window.says("can be taken from the newest backup").await;
    window.accessible("lost-slots").await;
    window.press("Take them from the backup").await;
    // They are older than the key that this laptop made since: the words are asked for once more.
    window.write("The twelve recovery words", &words).await;
    window.press("Open").await;
    window.ready("start").await;

    // Another way out of a damaged workspace: a backup from the stick becomes a workspace of its own.
    let window = window.reopen(damage(b"no workspace any more ")).await;
    window.ready("welcome").await;
    window.says("a text").await;
    window.press("Open another workspace").await;
    window.accessible("open").await;
    let folder = std::fs::read_dir(stick.join("Nexus backups"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let backup = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|end| end == "nexus"))
        .unwrap();
    window.answer(&backup);
    window.press("Choose the file").await;
    window.field("The twelve recovery words").await;
    window.accessible("open-backup").await;
    window.write("The twelve recovery words", &words).await;
    window.press("Open").await;
    window.ready("start").await;
    window.says("The backup became a workspace of this laptop").await;
    window.says(FACILITY).await;
    assert!(backup.exists());
    logs_hold_no_names(&window);
    window.close().await;
}

#[tokio::test]
async fn what_was_typed_a_second_before_a_kill_is_there() {
    let window = Window::open("killed").await;
    window.ready("welcome").await;
    window.write("Your name", "Ana Souza").await;
    window.press("Open the sample").await;
    window.ready("start").await;
    let person = |window: Window| async move {
        window.press("SC").await;
        window.ready("cohort").await;
        window.press("All people").await;
        window.ready("people").await;
        let first = window.find(Locator::Css("tr[data-row='0'] th")).await;
        first.click().await.unwrap();
        window.ready("person").await;
        window
    };
    let window = person(window).await;
    let field = window.field("Position").await;
    field.clear().await.unwrap();
    field.send_keys("Head of special collections").await.unwrap();
    // Not left, not saved: only typed.
    tokio::time::sleep(std::time::Duration::from_millis(1_000)).await;
    let window = window.kill().await;
    window.ready("start").await;
    let window = person(window).await;
    window.says("is back").await;
    let field = window.field("Position").await;
    let value = field.prop("value").await.unwrap();
    assert_eq!(value.as_deref(), Some("Head of special collections"));
    // It is saved as well: the line under the name says it.
    window.says("Head of special collections").await;
    logs_hold_no_names(&window);
    window.close().await;
}

//! Losing things and getting them back: a lost key, a damaged workspace, lost key slots, a kill while typing.

use std::path::{Path, PathBuf};

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::scenes;
use crate::stage::Window;

const FACILITY: &str = "Riverbend Workshop";
/// Words of somebody else's workspace.
const OTHER_WORDS: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

/// Sets a facility up and gives the words that the screen showed.
pub async fn set_up(window: &Window) -> String {
    window.ready("welcome").await;
    window.write("Your name", "Ana Souza").await;
    window.write("Name of the facility", FACILITY).await;
    window.press("Set up the facility").await;
    window.says("Write these twelve words on paper").await;
    let mut words = Vec::new();
    for word in window.client.find_all(Locator::Css("ol code")).await.unwrap() {
        words.push(word.text().await.unwrap());
    }
    assert_eq!(words.len(), 12);
    window.press("I have written them down").await;
    window.ready("start").await;
    words.join(" ")
}

/// The file of that facility.
pub fn workspace(window: &Window) -> PathBuf {
    window.file("home/workspaces/Riverbend-Workshop.nexus")
}

/// Makes a backup in the settings; there is no other yet.
pub async fn back_up(window: &Window) {
    window.press("Settings").await;
    window.ready("settings").await;
    window.press("Back up now").await;
    window.says("Backed up and checked").await;
    window.says("Last backup today").await;
    window
        .find(Locator::XPath("//button[normalize-space(.) = 'Put back…']"))
        .await;
}

/// The files in the folder of the workspace that were put aside.
fn kept(workspace: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(workspace.parent().unwrap()).unwrap();
    files
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.to_string_lossy().contains(" kept ") && path.extension().is_some_and(|end| end == "nexus")
        })
        .collect()
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
async fn the_twelve_words_open_a_workspace_whose_key_is_lost() {
    let window = Window::open("words").await;
    let words = set_up(&window).await;
    let key = window.file("key");
    let window = window.reopen(|| std::fs::remove_file(&key).unwrap()).await;
    window.ready("welcome").await;
    window.says("has no key").await;
    window.field("The twelve recovery words").await;
    window.accessible("asked").await;

    // What is wrong with words is named, as far as anybody can know it.
    let try_words = async |text: &str, told: &str| {
        window.write("The twelve recovery words", text).await;
        window.press("Open").await;
        window.says(told).await;
    };
    try_words("zoo zoo zoo", "There are twelve recovery words; 3 stand here").await;
    let mut misread: Vec<&str> = words.split(' ').collect();
    misread[4] = "rivver";
    try_words(&misread.join(" "), "Word 5, “rivver”, is not on the list").await;
    window.accessible("misread").await;
    try_words(
        &OTHER_WORDS.replace("legal winner thank year", "winner legal thank year"),
        "do not belong together in this order",
    )
    .await;
    try_words(OTHER_WORDS, "not those of this workspace").await;

    // Written as they stand on paper: numbered, in capitals.
    let on_paper: Vec<String> = words
        .split(' ')
        .enumerate()
        .map(|(at, word)| format!("{}. {}", at + 1, word.to_uppercase()))
        .collect();
    window
        .write("The twelve recovery words", &on_paper.join(" "))
        .await;
    window.press("Open").await;
    window.ready("start").await;
    window.says(FACILITY).await;

    // The laptop keeps a key again.
    let window = window.reopen(|| ()).await;
    window.ready("start").await;
    window.says(FACILITY).await;
    logs_hold_no_names(&window);
    window.close().await;
}

#[tokio::test]
async fn a_backup_is_made_listed_and_put_back() {
    let window = Window::open("backup").await;
    set_up(&window).await;
    back_up(&window).await;
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

    // Something is entered after the backup, and is gone once it is put back; the file that had it is kept.
    window.write("Name of the facility", "Entered too late").await;
    window.strike(&char::from(Key::Tab).to_string()).await;
    window.says("Entered too late").await;
    window.press("Put back").await;
    window.says("Nothing is deleted").await;
    window.accessible("put-back").await;
    window.press("Put it back").await;
    window.ready("start").await;
    window.says("The workspace is as it was today").await;
    window.look("put-back-done").await;
    window.says(FACILITY).await;
    assert!(!window.text().await.contains("Entered too late"));
    assert_eq!(kept(&workspace(&window)).len(), 1, "what stood there is kept");

    // It is the same workspace to go on with, and opens by itself the next time.
    let window = window.reopen(|| ()).await;
    window.ready("start").await;
    window.says(FACILITY).await;
    logs_hold_no_names(&window);
    window.close().await;
}

#[tokio::test]
async fn a_damaged_workspace_comes_back_from_a_backup_and_from_a_stick() {
    let window = Window::open("damaged").await;
    let words = set_up(&window).await;
    let stick = window.file("stick");
    std::fs::create_dir(&stick).unwrap();
    window.press("Settings").await;
    window.ready("settings").await;
    window.answer(&stick);
    window.press("Choose a folder").await;
    window.says("Copies go to").await;
    back_up(&window).await;

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
    window.press("Put it back").await;
    window.ready("start").await;
    window.says("The workspace is as it was today").await;
    window.says(FACILITY).await;
    assert_eq!(kept(&file).len(), 1, "the damaged file is kept");

    // Its key slots are gone: those of the backup serve, and what was entered stays.
    let slots = file.with_extension("keys");
    let window = window.reopen(|| std::fs::remove_file(&slots).unwrap()).await;
    window.ready("welcome").await;
    window.says("can be taken from the newest backup").await;
    window.accessible("lost-slots").await;
    window.press("Take them from the backup").await;
    window.ready("start").await;
    window.says(FACILITY).await;

    // Another laptop, with the stick alone: nothing of the first one is there, the words open the backup.
    let home = window.file("home");
    let key = window.file("key");
    let window = window
        .reopen(|| {
            std::fs::remove_dir_all(&home).unwrap();
            std::fs::remove_file(&key).unwrap();
        })
        .await;
    window.ready("welcome").await;
    window.press("Open a workspace").await;
    window.accessible("open").await;
    window.write("Your name", "Ana Souza").await;
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
    let window = window.reopen(|| ()).await;
    window.ready("start").await;
    window.says(FACILITY).await;
    logs_hold_no_names(&window);
    window.close().await;
}

#[tokio::test]
async fn what_was_typed_a_second_before_a_kill_is_there() {
    let window = scenes::sample_person("killed").await;
    let field = window.field("Position").await;
    let before = field.prop("value").await.unwrap().unwrap();
    field.send_keys(" and head of special collections").await.unwrap();
    // Not left, not saved: only typed.
    tokio::time::sleep(std::time::Duration::from_millis(1_000)).await;
    let window = window.kill().await;
    window.ready("start").await;
    window.press("SC").await;
    window.ready("cohort").await;
    scenes::first_person(&window).await;
    window.says("is back").await;
    let field = window.field("Position").await;
    let whole = format!("{before} and head of special collections");
    assert_eq!(field.prop("value").await.unwrap(), Some(whole.clone()));
    // It is saved as well: the line under the name says it.
    window.says(&whole).await;
    window.look("back").await;

    // A form with a button is filled again, and stores nothing by itself.
    let project = async |window: &Window| {
        window.press("Cohorts").await;
        window.ready("start").await;
        window.press("SC").await;
        window.ready("cohort").await;
        window.press("Projects").await;
        window.ready("projects").await;
        window
            .find(Locator::Css("main tbody a"))
            .await
            .click()
            .await
            .unwrap();
        window.ready("project").await;
    };
    project(&window).await;
    let typed = "Two branches asked to join after the open evening";
    let field = window.field("What happened").await;
    field.send_keys(typed).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(1_000)).await;
    let window = window.kill().await;
    window.ready("start").await;
    project(&window).await;
    window.says("is back").await;
    let field = window.field("What happened").await;
    assert_eq!(field.prop("value").await.unwrap().as_deref(), Some(typed));
    window.look("form-back").await;
    window.press("Add update").await;
    window
        .find(Locator::XPath(&format!("//li[contains(., {typed:?})]")))
        .await;
    // Once stored, it does not come back a second time.
    let window = window.kill().await;
    window.ready("start").await;
    project(&window).await;
    let field = window.field("What happened").await;
    assert_eq!(field.prop("value").await.unwrap().as_deref(), Some(""));
    logs_hold_no_names(&window);
    window.close().await;
}

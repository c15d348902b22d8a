//! Workspaces that stay shut and disks that refuse: each is said in a sentence in the window, nothing is changed, and
//! once the cause is gone the work goes on.

use std::path::Path;

use fantoccini::key::Key;
use nexus_store::keys::{Keys, Secret};
use nexus_store::{CURRENT, Migration, OpenOptions, Schema, StoreError, Workspace, WorkspaceKey};

use crate::recovery::{back_up, set_up, workspace};
use crate::stage::{Window, can_withhold};

/// The key of the workspace of one's own.
pub fn key(window: &Window) -> WorkspaceKey {
    Keys::of(&workspace(window))
        .unwrap()
        .unlock(&Secret::KeyFile(&window.file("key")))
        .unwrap()
}

/// Opens it as another program would. An app that was just ended may hold on to it for a moment.
pub fn open(path: &Path, key: &WorkspaceKey) -> Workspace {
    for _ in 0..100 {
        match Workspace::open(path, key, &OpenOptions::WRITE) {
            Err(StoreError::Busy) => std::thread::sleep(std::time::Duration::from_millis(50)),
            opened => return opened.unwrap(),
        }
    }
    panic!("{} stays open elsewhere", path.display());
}

/// Brings a workspace to a format that this version does not know.
fn make_newer(path: &Path, key: &WorkspaceKey) {
    let step = Migration {
        name: "later",
        sql: "CREATE TABLE later (id TEXT PRIMARY KEY) STRICT",
    };
    let options = OpenOptions {
        schema: Schema {
            migrations: Box::leak([CURRENT.migrations, &[step]].concat().into_boxed_slice()),
            catalogue: CURRENT.catalogue,
        },
        ..OpenOptions::WRITE
    };
    drop(Workspace::open(path, key, &options).unwrap());
}

/// The window opens, says so, and has changed nothing.
async fn refuses(window: &Window, words: &str, name: &str) {
    let before = std::fs::read(workspace(window)).unwrap();
    window.ready("welcome").await;
    window.says("Your workspace could not be opened").await;
    window.says(words).await;
    window.accessible(name).await;
    window.press("Try again").await;
    window.says(words).await;
    assert!(before == std::fs::read(workspace(window)).unwrap(), "{name}");
}

#[tokio::test]
async fn each_workspace_that_stays_shut_says_why() {
    let window = Window::open("refused").await;
    set_up(&window).await;
    back_up(&window).await;
    let (file, key) = (workspace(&window), key(&window));
    let whole = window.file("whole.nexus");
    let window = window
        .reopen(|| {
            // The driver ends the app as a crash would: what stands in its log goes into the file first.
            drop(open(&file, &key));
            std::fs::copy(&file, &whole).unwrap();
            std::fs::write(&file, "name,place\nAna,Riverbend\n".repeat(900)).unwrap();
        })
        .await;
    refuses(&window, "is no workspace of this program, but a text", "not-ours").await;

    let window = window
        .reopen(|| {
            std::fs::copy(&whole, &file).unwrap();
            make_newer(&file, &key);
        })
        .await;
    refuses(&window, "was written by a later version", "newer").await;

    let window = window
        .reopen(|| {
            let mut bytes = std::fs::read(&whole).unwrap();
            for page in bytes.chunks_mut(4_096).skip(1) {
                page[2_000] ^= 0x55;
            }
            std::fs::write(&file, bytes).unwrap();
        })
        .await;
    refuses(&window, "damaged", "corrupt").await;
    window.says("The newest backup was made today").await;

    // No key slots, and no backup that has a copy of them.
    let (slots, backups) = (file.with_extension("keys"), window.file("home/backups"));
    let held = std::fs::read(&slots).unwrap();
    let window = window
        .reopen(|| {
            std::fs::copy(&whole, &file).unwrap();
            std::fs::remove_file(&slots).unwrap();
            std::fs::remove_dir_all(&backups).unwrap();
        })
        .await;
    refuses(&window, "are missing", "no-slots").await;

    // Somebody else has it open; once they are done, it opens.
    let mut elsewhere = None;
    let window = window
        .reopen(|| {
            std::fs::write(&slots, &held).unwrap();
            elsewhere = Some(open(&file, &key));
        })
        .await;
    refuses(
        &window,
        "Another window already works on this workspace",
        "open-elsewhere",
    )
    .await;
    drop(elsewhere);
    window.press("Try again").await;
    window.ready("start").await;
    window.says("Riverbend Workshop").await;
    window.close().await;
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_place_that_cannot_be_written_to_is_told() {
    if !can_withhold() {
        return;
    }
    let window = Window::open("read-only").await;
    set_up(&window).await;
    let folder = workspace(&window).parent().unwrap().to_owned();
    let window = window.reopen_read_only(&folder).await;
    refuses(&window, "This place cannot be written to", "shut").await;
    window.allow_writing(&folder);
    window.press("Try again").await;
    window.ready("start").await;
    window.says("Riverbend Workshop").await;
    window.close().await;
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn on_a_full_disk_what_was_typed_stays_in_the_field_until_there_is_room() {
    if !can_withhold() {
        return;
    }
    let window = Window::open("full-disk").await;
    set_up(&window).await;
    let folder = workspace(&window).parent().unwrap().to_owned();
    let window = window.reopen_on_small_disk(&folder).await;
    window.ready("start").await;
    window.press("Settings").await;
    window.ready("settings").await;
    let filler = window.fill(&folder);
    let leave = char::from(Key::Tab).to_string();
    window
        .write("Name of the facility", "Riverbend on the hill")
        .await;
    window.strike(&leave).await;
    window
        .says("The disk is full. Nothing of this step was kept")
        .await;
    let field = window.field("Name of the facility").await;
    assert_eq!(
        field.prop("value").await.unwrap().as_deref(),
        Some("Riverbend on the hill")
    );
    window.accessible("settings").await;
    std::fs::remove_file(filler).unwrap();
    field.send_keys(" of the mill").await.unwrap();
    window.strike(&leave).await;
    window.press("Cohorts").await;
    window.ready("start").await;
    window.says("Riverbend on the hill of the mill").await;
    window.close().await;
}

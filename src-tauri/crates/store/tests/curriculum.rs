//! Modules go in and come out as they were; two copies that published apart agree, and nothing is written over.
#![allow(clippy::unwrap_used)]

use chrono::{DateTime, TimeDelta, Utc};
use nexus_domain::curriculum::{Module, ModuleText, ModuleVersion, VersionState, standings};
use nexus_domain::ids::ModuleId;
use nexus_store::{ActionMeta, OpenOptions, StoreError, Workspace, WorkspaceKey, Write, curriculum};
use uuid::Uuid;

const ID: ModuleId = ModuleId(Uuid::from_u128(1));

fn workspace() -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::random().unwrap();
    let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &OpenOptions::WRITE).unwrap();
    (folder, ws)
}

fn act<T>(ws: &Workspace, second: i64, work: impl FnOnce(&Write<'_>) -> Result<T, StoreError>) -> T {
    let now: DateTime<Utc> = DateTime::UNIX_EPOCH + TimeDelta::seconds(second);
    let meta = ActionMeta {
        author: "ana",
        kind: "test",
        detail: "",
        now,
    };
    ws.transact(&meta, work).unwrap().0
}

fn text(notes: &str) -> ModuleText {
    ModuleText {
        title: "Saying no".into(),
        purpose: "People can say no.".into(),
        minutes: Some(45),
        competencies: vec!["Influence".into(), "Juggling".into()],
        materials: "A bell\nChairs".into(),
        notes: notes.into(),
        application: "Once, at work.".into(),
        licence: "CC BY 4.0".into(),
        source: "Søren".into(),
    }
}

fn module() -> Module {
    Module {
        id: ID,
        text: text("In threes."),
        drafting: true,
        base: None,
        sample: false,
    }
}

fn version(number: u32, notes: &str) -> ModuleVersion {
    ModuleVersion::new(ID, number, "2026-11-24".parse().unwrap(), text(notes))
}

fn exchange(from: &Workspace, to: &Workspace) {
    let (actions, rows) = from.export_log(0).unwrap();
    to.apply_log(&actions, &rows).unwrap();
}

fn versions(ws: &Workspace) -> Vec<ModuleVersion> {
    ws.read(|r| curriculum::versions(r, ID)).unwrap()
}

#[test]
fn a_module_and_its_versions_come_out_as_they_went_in() {
    let (_folder, ws) = workspace();
    act(&ws, 1, |w| {
        curriculum::put(w, &module())?;
        curriculum::add_version(w, &version(1, "In threes."))
    });
    assert_eq!(ws.read(|r| curriculum::by_id(r, ID)).unwrap(), module());
    assert_eq!(versions(&ws), [version(1, "In threes.")]);
    act(&ws, 2, |w| curriculum::set_deleted(w, ID, true));
    assert!(ws.read(curriculum::all).unwrap().is_empty());
    assert!(ws.read(curriculum::all_versions).unwrap().is_empty());
    let here = ws.read(|r| curriculum::here(r, ID)).unwrap().unwrap();
    assert!(
        here.in_bin && !here.versions[0].1,
        "the versions go with their module"
    );
    act(&ws, 3, |w| curriculum::put(w, &module()));
    assert_eq!(versions(&ws).len(), 1);
    assert!(ws.check().unwrap().is_sound());
}

#[test]
fn a_published_text_never_changes() {
    let (_folder, ws) = workspace();
    act(&ws, 1, |w| curriculum::add_version(w, &version(1, "In threes.")));
    let mut other = version(1, "In threes.");
    other.text.notes = "Changed".into();
    act(&ws, 2, |w| curriculum::add_version(w, &other));
    assert_eq!(
        versions(&ws),
        [version(1, "In threes.")],
        "its id stands for its first text"
    );
}

#[test]
fn two_copies_that_published_apart_keep_both_texts_and_agree_on_the_choice() {
    let ((_a, here), (_b, there)) = (workspace(), workspace());
    act(&here, 1, |w| {
        curriculum::put(w, &module())?;
        curriculum::add_version(w, &version(1, "In threes."))
    });
    exchange(&here, &there);
    act(&here, 2, |w| curriculum::add_version(w, &version(2, "In fours.")));
    act(&there, 3, |w| {
        curriculum::add_version(w, &version(2, "In fives."))
    });
    // The same text published twice is one version.
    for (ws, second) in [(&here, 4), (&there, 5)] {
        act(ws, second, |w| {
            curriculum::add_version(w, &version(3, "In pairs."))
        });
    }
    exchange(&here, &there);
    exchange(&there, &here);
    assert_eq!(versions(&here), versions(&there));
    let numbers: Vec<_> = versions(&here).iter().map(|one| one.number).collect();
    assert_eq!(numbers, [1, 2, 2, 3]);
    let states = standings(&versions(&here), &[]);
    assert_eq!(states[1..3], [VersionState::Undecided; 2]);

    act(&here, 6, |w| curriculum::choose(w, &version(2, "In fours.")));
    act(&there, 7, |w| curriculum::choose(w, &version(2, "In fives.")));
    exchange(&here, &there);
    exchange(&there, &here);
    let chosen = |ws: &Workspace| ws.read(|r| curriculum::chosen(r, ID)).unwrap();
    assert_eq!(chosen(&there), chosen(&here));
    let both = ["In fours.", "In fives."].map(|notes| version(2, notes).id);
    assert!(matches!(chosen(&here).as_slice(), [one] if both.contains(one)));
    assert!(here.check().unwrap().is_sound() && there.check().unwrap().is_sound());
}

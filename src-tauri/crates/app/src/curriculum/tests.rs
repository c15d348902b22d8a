use std::path::PathBuf;

use chrono::{DateTime, TimeZone as _, Utc};
use nexus_domain::curriculum::DiffPiece;
use nexus_store::{OpenOptions, WorkspaceKey};
use proptest::prelude::*;

use super::*;
use crate::programs::{SetupInput, set_up};
use crate::{ChangedView, Clock, Workspace, changes, cohorts, sessions, settings};

const SAMPLE: &str = include_str!("../../../../../assets/sample/curriculum.json");

/// A facility on 24 November 2026.
struct Scene {
    app: App,
    folder: tempfile::TempDir,
}

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 15, 0, 0).unwrap()
}

fn scene() -> Scene {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.nexus");
    let workspace = Workspace::create(&path, &WorkspaceKey::random().unwrap(), &OpenOptions::WRITE).unwrap();
    let app = App::new(workspace, "Ana", Clock::Fixed(now()));
    let facility = SetupInput {
        facility: "Riverbend".to_owned(),
        zone: "America/Chicago".to_owned(),
    };
    set_up(&app, &facility).unwrap();
    Scene { app, folder }
}

const FIELDS: [(ModuleField, &str); 7] = [
    (ModuleField::Purpose, "People can say no."),
    (ModuleField::Minutes, "45"),
    (ModuleField::Competencies, "self awareness\nJuggling"),
    (ModuleField::Notes, "In threes.\nStop in time."),
    (ModuleField::Licence, "CC BY 4.0"),
    (ModuleField::Source, "Riverbend"),
    (ModuleField::Materials, "A bell"),
];

impl Scene {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn view(&self, module: &str) -> ModuleView {
        view(&self.app, module).unwrap()
    }

    /// A module that says all it must.
    fn draft(&self, title: &str) -> String {
        let id = create(&self.app, title).unwrap().value;
        for (field, value) in FIELDS {
            edit(&self.app, &id, field, value).unwrap();
        }
        id
    }

    fn published(&self, title: &str) -> String {
        let id = self.draft(title);
        publish(&self.app, &id).unwrap();
        id
    }

    /// The next version, with other notes.
    fn next(&self, module: &str, notes: &str) -> u32 {
        let current = self.view(module).versions[0].id.clone();
        redraft(&self.app, module, &current).unwrap();
        edit(&self.app, module, ModuleField::Notes, notes).unwrap();
        publish(&self.app, module).unwrap().value
    }

    fn export(&self, name: &str) -> PathBuf {
        let path = self.path(name);
        export(&self.app, None, &path).unwrap();
        path
    }

    fn session(&self, name: &str) -> (String, String) {
        let cohort = cohorts::CohortInput {
            name: name.to_owned(),
            ..Default::default()
        };
        let cohort = cohorts::create(&self.app, &cohort).unwrap().value.id;
        let input = sessions::SessionInput {
            title: "Day 1".to_owned(),
            date: "2026-12-01".to_owned(),
            starts: "09:00".to_owned(),
            ..Default::default()
        };
        let session = sessions::create(&self.app, &cohort, &input).unwrap().value;
        (cohort, session)
    }

    fn undo(&self) {
        changes::undo(&self.app).unwrap().value.unwrap();
    }
}

fn field_of(error: AppError) -> (String, String) {
    match error {
        AppError::Invalid { field, found, .. } => (field, found),
        other => panic!("{other}"),
    }
}

fn reason(error: AppError) -> &'static str {
    match error {
        AppError::Unusable { reason, .. } => reason,
        other => panic!("{other}"),
    }
}

#[test]
fn a_module_goes_from_draft_to_version_and_the_next_draft_begins_from_it() {
    let s = scene();
    let id = create(&s.app, " Saying  no ").unwrap().value;
    assert_eq!(field_of(publish(&s.app, &id).unwrap_err()).0, "purpose");
    for (field, value) in FIELDS {
        edit(&s.app, &id, field, value).unwrap();
    }
    let draft = s.view(&id).draft.unwrap();
    assert_eq!(
        (draft.number, draft.missing.as_slice(), draft.from),
        (1, &[][..], None)
    );
    assert_eq!(
        draft.text.competencies,
        ["Self-Awareness", "Juggling"],
        "linked where the framework knows it, kept where it does not"
    );
    assert_eq!(publish(&s.app, &id).unwrap().value, 1);
    let view = s.view(&id);
    assert_eq!(
        (view.line.state, view.line.version, view.draft),
        (ModuleState::Published, Some(1), None)
    );
    assert_eq!(view.versions[0].published, "2026-11-24");
    assert_eq!(
        field_of(edit(&s.app, &id, ModuleField::Title, "Other").unwrap_err()).0,
        "draft"
    );

    redraft(&s.app, &id, &view.versions[0].id).unwrap();
    assert_eq!(
        field_of(publish(&s.app, &id).unwrap_err()),
        ("draft".to_owned(), "the text of version 1".to_owned())
    );
    edit(&s.app, &id, ModuleField::Title, "Saying no upwards").unwrap();
    let view = s.view(&id);
    assert_eq!(view.line.state, ModuleState::Redrafted);
    assert_eq!(
        view.line.title, "Saying no",
        "what is published counts until the next is"
    );
    assert_eq!(publish(&s.app, &id).unwrap().value, 2);
    let view = s.view(&id);
    let states: Vec<_> = view.versions.iter().map(|one| (one.number, one.state)).collect();
    assert_eq!(
        states,
        [(2, VersionState::Current), (1, VersionState::Superseded)]
    );
    assert_eq!(view.versions[1].text.title, "Saying no", "frozen");

    s.undo();
    assert_eq!(s.view(&id).line.state, ModuleState::Redrafted);
    discard(&s.app, &id).unwrap();
    let view = s.view(&id);
    assert_eq!(
        (view.line.state, view.line.title.as_str()),
        (ModuleState::Published, "Saying no")
    );
    let gone = create(&s.app, "A thought").unwrap().value;
    discard(&s.app, &gone).unwrap();
    assert!(view_of_missing(&s.app, &gone));
}

fn view_of_missing(app: &App, module: &str) -> bool {
    matches!(
        view(app, module),
        Err(AppError::Store(StoreError::NotFound { .. }))
    )
}

#[test]
fn a_block_keeps_where_it_came_from_and_its_words_belong_to_the_session() {
    let s = scene();
    let id = s.published("Saying no");
    let first = s.view(&id).versions[0].id.clone();
    let (cohort, session) = s.session("First cohort");
    let block = sessions::block_from_module(&s.app, &session, None, &first)
        .unwrap()
        .value;
    sessions::block_edit(
        &s.app,
        &session,
        &block,
        sessions::BlockField::Instructions,
        "Our own",
    )
    .unwrap();
    assert_eq!(s.next(&id, "In fours."), 2);

    let shown = sessions::view(&s.app, &session).unwrap().blocks.swap_remove(0);
    let origin = shown.origin.unwrap();
    assert_eq!((origin.number, origin.newer, origin.here), (1, Some(2), true));
    assert_eq!((shown.title.as_str(), shown.minutes), ("Saying no", Some(45)));
    assert_eq!(shown.instructions, "Our own");
    let view = s.view(&id);
    assert_eq!(view.versions[1].text.notes, "In threes.\nStop in time.");
    assert_eq!(
        (view.line.used, view.versions[0].used, view.versions[1].used),
        (1, 0, 1)
    );
    let place = &view.uses[0];
    assert_eq!(
        (place.version, place.title.as_str(), place.date.as_str()),
        (1, "Day 1", "2026-12-01")
    );
    assert_eq!(
        (place.cohort.as_str(), view.facility.as_str()),
        (cohort.as_str(), "Riverbend")
    );
    let record = &sessions::records(&s.app, &cohort).unwrap()[0].agenda[0];
    assert_eq!(record.module.as_ref().unwrap().number, 1);

    let choice = &choices(&s.app).unwrap()[0];
    assert_eq!((choice.number, choice.title.as_str()), (2, "Saying no"));
    sessions::block_from_module(&s.app, &session, Some(&block), &choice.version).unwrap();
    assert_eq!(
        list(&s.app).unwrap().modules[0].used,
        1,
        "two blocks of one session are one use"
    );
    remove(&s.app, &id).unwrap();
    let blocks = sessions::view(&s.app, &session).unwrap().blocks;
    assert!(blocks.iter().all(|block| !block.origin.as_ref().unwrap().here));
    assert_eq!(blocks[1].instructions, "In fours.");
    sessions::remove(&s.app, &session).unwrap();
    s.undo();
    s.undo();
    assert_eq!(s.view(&id).line.used, 1);
}

#[test]
fn lessons_of_projects_stand_with_the_module_they_came_from() {
    let s = scene();
    crate::sample::fill(&s.app).unwrap();
    let modules = list(&s.app).unwrap().modules;
    assert_eq!(modules.len(), 8);
    let states: Vec<_> = modules.iter().map(|line| line.state).collect();
    assert_eq!(
        states
            .iter()
            .filter(|state| **state == ModuleState::Draft)
            .count(),
        1
    );
    assert!(modules.iter().filter(|line| line.used > 0).count() >= 5);
    let with_lessons = modules.iter().filter(|line| !s.view(&line.id).lessons.is_empty());
    assert!(with_lessons.count() > 0);
    let feedback = modules
        .iter()
        .find(|line| line.title.contains("feedback"))
        .unwrap();
    let feedback = s.view(&feedback.id);
    assert_eq!(feedback.versions.len(), 2);
    assert_eq!(feedback.uses[0].version, 1, "used before its second version");
}

#[test]
fn what_two_versions_differ_in_stands_side_by_side() {
    let s = scene();
    let id = s.published("Saying no");
    s.next(&id, "In fours.\nStop in time.");
    let versions = s.view(&id).versions;
    let found = difference(&s.app, &id, &versions[1].id, &versions[0].id).unwrap();
    assert_eq!((found.left.number, found.right.number), (Some(1), Some(2)));
    let other: Vec<_> = found.fields.iter().filter(|field| !field.same).collect();
    assert_eq!(other.len(), 1);
    assert_eq!((other[0].field, other[0].lines.len()), (ModuleField::Notes, 2));
    let piece = |text: &str, changed| DiffPiece {
        text: text.to_owned(),
        changed,
    };
    assert_eq!(
        other[0].lines[0].right,
        Some(vec![piece("In ", false), piece("fours.", true)])
    );
    redraft(&s.app, &id, &versions[1].id).unwrap();
    let draft = difference(&s.app, &id, &versions[1].id, "").unwrap();
    assert!(draft.fields.iter().all(|field| field.same) && draft.right.number.is_none());
    let elsewhere = s.published("Other");
    assert!(difference(&s.app, &elsewhere, &versions[0].id, "").is_err());
}

#[test]
fn a_file_carries_the_curriculum_to_another_facility_and_comes_back_unchanged() {
    let (here, there) = (scene(), scene());
    let id = here.published("Saying no");
    here.next(&id, "In fours.");
    here.draft("Only a draft");
    let file = here.export("curriculum.json");
    let taken = import(&there.app, &file).unwrap().value;
    assert_eq!((taken.new.len(), taken.modules), (2, 2));
    assert_eq!(taken.versions, [], "they belong to a new module");
    let bytes = std::fs::read(&file).unwrap();
    assert_eq!(std::fs::read(there.export("again.json")).unwrap(), bytes);

    let before = changes::top(&there.app).unwrap();
    let again = import(&there.app, &file).unwrap();
    assert_eq!((again.value.same, again.value.new.len()), (2, 0));
    assert_eq!(again.changed, ChangedView::default());
    assert_eq!(
        changes::top(&there.app).unwrap(),
        before,
        "no step of undo for nothing"
    );

    here.next(&id, "In fives.");
    let taken = import(&there.app, &here.export("later.json")).unwrap().value;
    assert_eq!(
        taken.versions.iter().map(|one| one.number).collect::<Vec<_>>(),
        [3]
    );
    assert_eq!(there.view(&id).line.version, Some(3));
    there.undo();
    assert_eq!(there.view(&id).line.version, Some(2));
    there.undo();
    assert_eq!(list(&there.app).unwrap().modules, []);
    let back = import(&there.app, &file).unwrap().value;
    assert_eq!(back.new.len(), 2, "what an undo took away comes back");
    assert_eq!(std::fs::read(there.export("back.json")).unwrap(), bytes);
    assert!(there.app.ws().check().unwrap().is_sound());
}

#[test]
fn another_text_under_the_same_number_waits_for_a_choice() {
    let (here, there) = (scene(), scene());
    let id = here.published("Saying no");
    let file = here.export("v1.json");
    import(&there.app, &file).unwrap();
    here.next(&id, "In fours.");
    there.next(&id, "In fives.");
    let file = here.export("v2.json");
    let would = preview(&there.app, &file).unwrap();
    assert_eq!(
        would.other_text.iter().map(|one| one.number).collect::<Vec<_>>(),
        [2]
    );
    assert_eq!(there.view(&id).versions.len(), 2, "looking changes nothing");
    import(&there.app, &file).unwrap();
    let view = there.view(&id);
    let states: Vec<_> = view.versions.iter().map(|one| one.state).collect();
    assert_eq!(
        states,
        [
            VersionState::Undecided,
            VersionState::Undecided,
            VersionState::Current
        ]
    );
    assert!(view.line.undecided && list(&there.app).unwrap().modules[0].undecided);
    assert_eq!(view.line.version, Some(1), "until then what was decided counts");
    let refused = export(&there.app, None, &there.path("no.json")).unwrap_err();
    assert_eq!(field_of(refused).0, "text");
    assert!(!there.path("no.json").exists());

    let theirs = view
        .versions
        .iter()
        .find(|one| one.text.notes == "In fours.")
        .unwrap();
    choose(&there.app, &id, &theirs.id).unwrap();
    let view = there.view(&id);
    assert_eq!(view.versions.len(), 3, "nothing is lost");
    assert!(!view.line.undecided);
    let set_aside = view
        .versions
        .iter()
        .find(|one| one.text.notes == "In fives.")
        .unwrap();
    assert_eq!(set_aside.state, VersionState::SetAside);
    assert_eq!(
        std::fs::read(there.export("now.json")).unwrap(),
        std::fs::read(&file).unwrap()
    );
    redraft(&there.app, &id, &set_aside.id).unwrap();
    assert_eq!(
        publish(&there.app, &id).unwrap().value,
        3,
        "ours becomes the next"
    );
    there.undo();
    there.undo();
    there.undo();
    assert!(there.view(&id).line.undecided);
}

#[test]
fn files_that_cannot_be_used_change_nothing() {
    let s = scene();
    s.published("Saying no");
    let before = records(&s.app).unwrap();
    let write = |name: &str, text: &str| {
        let path = s.path(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let second = "0192c5e0a1b27c028d3e4f5061728394";
    let first = "0192c5e0a1b27c018d3e4f5061728394";
    for (name, text, why) in [
        ("empty.json", "", "empty"),
        ("cut.json", &SAMPLE[..4_001], "damaged"),
        ("twice.json", &SAMPLE.replace(second, first), "twice"),
        (
            "newer.json",
            "{\"format\":\"nexus-curriculum\",\"version\":9,\"shelves\":[]}",
            "newer",
        ),
        (
            "other.json",
            include_str!("../../../../../assets/instruments/imls-training.json"),
            "damaged",
        ),
    ] {
        assert_eq!(
            reason(import(&s.app, &write(name, text)).unwrap_err()),
            why,
            "{name}"
        );
        assert_eq!(reason(preview(&s.app, &s.path(name)).unwrap_err()), why, "{name}");
    }
    let large = std::fs::File::create(s.path("large.json")).unwrap();
    large.set_len(50 * 1024 * 1024).unwrap();
    assert_eq!(
        reason(import(&s.app, &s.path("large.json")).unwrap_err()),
        "too-large"
    );
    assert_eq!(records(&s.app).unwrap(), before);
}

#[test]
fn a_module_in_the_bin_is_named_and_the_sample_goes_and_comes_whole() {
    let s = scene();
    let own = s.published("Saying no");
    remove(&s.app, &own).unwrap();
    let line = &settings::bin(&s.app).unwrap().removed[0];
    assert_eq!(
        (line.step.kind.as_str(), line.names.as_slice()),
        ("curriculum.remove", &["Saying no".to_owned()][..])
    );
    s.undo();
    for _ in 0..2 {
        crate::sample::fill(&s.app).unwrap();
        assert_eq!(
            list(&s.app)
                .unwrap()
                .modules
                .iter()
                .filter(|line| line.sample)
                .count(),
            8
        );
        crate::sample::remove(&s.app).unwrap();
        assert_eq!(list(&s.app).unwrap().modules.len(), 1);
    }
    crate::sample::fill(&s.app).unwrap();
    let real = list(&s.app)
        .unwrap()
        .modules
        .into_iter()
        .find(|line| !line.sample)
        .unwrap();
    let sample = cohorts_session(&s);
    let version = s.view(&real.id).versions[0].id.clone();
    sessions::block_from_module(&s.app, &sample, None, &version).unwrap();
    assert_eq!(s.view(&own).line.used, 0, "a sample is never counted");
    assert_eq!(s.view(&own).uses.len(), 1, "but shown");
}

/// A session of the sample.
fn cohorts_session(s: &Scene) -> String {
    let overview = crate::programs::overview(&s.app).unwrap();
    let cohort = overview.cohorts.iter().find(|cohort| cohort.sample).unwrap();
    sessions::list(&s.app, &cohort.id).unwrap().sessions[0].id.clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn export_and_import_are_the_identity(
        steps in proptest::collection::vec((0usize..3, 0u8..4, "[a-c]{1,3}"), 1..14),
    ) {
        let (here, there) = (scene(), scene());
        let modules: Vec<_> = ["One", "Two", "Three"].map(|title| here.draft(title)).into();
        for (which, what, word) in steps {
            let module = &modules[which];
            // What cannot be done at this moment is refused, which is as well.
            let _ = match what {
                0 => edit(&here.app, module, ModuleField::Notes, &word).map(|_| ()),
                1 => publish(&here.app, module).map(|_| ()),
                2 => here.view(module).versions.first().map_or(Ok(()), |version| {
                    redraft(&here.app, module, &version.id).map(|_| ())
                }),
                _ if here.view(module).versions.is_empty() => Ok(()),
                _ => discard(&here.app, module).map(|_| ()),
            };
        }
        let file = here.export("f.json");
        import(&there.app, &file).unwrap();
        prop_assert_eq!(records(&there.app).unwrap(), records(&here.app).unwrap());
        prop_assert_eq!(std::fs::read(there.export("g.json")).unwrap(), std::fs::read(&file).unwrap());
        prop_assert_eq!(import(&there.app, &file).unwrap().changed, ChangedView::default());
    }
}

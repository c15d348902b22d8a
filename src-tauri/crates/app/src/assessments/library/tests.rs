use std::path::PathBuf;

use chrono::{DateTime, TimeZone as _, Utc};
use nexus_domain::assessments::library::{DefinitionVersion, HeadField, PartField, PartKind};
use nexus_domain::assessments::{Decimal, Format, Moment};
use nexus_store::{OpenOptions, WorkspaceKey};
use proptest::prelude::*;

use super::*;
use crate::assessments::{OccasionInput, overview, plan};
use crate::programs::{SetupInput, set_up};
use crate::{App, ChangedView, Clock, Workspace, changes, cohorts};

const SELF: &str = "competency-self-assessment";
const FUNDER: &str = "imls-training";
const FRAMEWORK: &str = "nexus-competencies";
const INSTRUMENT: DefinitionKind = DefinitionKind::Instrument;

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

impl Scene {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn view(&self, key: &str) -> DefinitionView {
        view(&self.app, INSTRUMENT, key).unwrap()
    }

    fn part(&self, key: &str, kind: PartKind, name: &str) -> DefinitionPartView {
        let parts = self.view(key).draft.unwrap().content.parts;
        parts
            .into_iter()
            .find(|part| part.kind == kind && part.key == name)
            .unwrap()
    }

    fn add(&self, key: &str, kind: PartKind, parent: &str, text: &str, format: &str) -> String {
        let input = PartInput {
            kind,
            parent: parent.to_owned(),
            text: text.to_owned(),
            format: format.to_owned(),
            ..PartInput::default()
        };
        add(&self.app, INSTRUMENT, key, &input).unwrap().value
    }

    /// A published instrument of this facility with one number to give.
    fn published(&self) -> String {
        let key = create(&self.app, INSTRUMENT, "Exit talk").unwrap().value;
        edit(&self.app, INSTRUMENT, &key, HeadField::Licence, "CC0-1.0").unwrap();
        edit(&self.app, INSTRUMENT, &key, HeadField::Source, "Riverbend").unwrap();
        let hours = self.add(&key, PartKind::Item, "", "Hours of mentoring", "number");
        edit_part(&self.app, INSTRUMENT, &key, &hours, PartField::Unit, "hours").unwrap();
        assert_eq!(publish(&self.app, INSTRUMENT, &key).unwrap().value, 1);
        key
    }

    fn instruments(&self) -> Vec<Instrument> {
        self.app.ws().read(instruments).unwrap()
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

fn told(error: AppError) -> (&'static str, String) {
    match error {
        AppError::Unusable { reason, found, .. } => (reason, found),
        other => panic!("{other}"),
    }
}

#[test]
fn a_facility_publishes_its_own_second_version_and_the_first_stays_to_the_letter() {
    let s = scene();
    let before = s.view(SELF);
    assert_eq!(
        (before.versions.len(), before.line.shipped, before.draft.is_none()),
        (1, true, true)
    );
    let first = s.instruments().into_iter().find(|one| one.key == SELF).unwrap();

    redraft(&s.app, INSTRUMENT, SELF, "").unwrap();
    assert_eq!(
        field_of(publish(&s.app, INSTRUMENT, SELF).unwrap_err()).0,
        "draft"
    );
    s.add(SELF, PartKind::Section, "", "At work", "");
    s.add(SELF, PartKind::Item, "at-work", "Do you lead a team?", "one");
    let draft = s.view(SELF).draft.unwrap();
    assert_eq!((draft.number, draft.from, draft.changed), (2, Some(1), true));
    assert_eq!(draft.problems[0].matter, DefinitionProblemMatter::NoChoices);
    s.add(SELF, PartKind::Choice, "do-you-lead-a-team", "Yes", "");
    s.add(SELF, PartKind::Choice, "do-you-lead-a-team", "No", "");
    let story = s.add(SELF, PartKind::Item, "at-work", "What did you try?", "long-text");
    edit_part(
        &s.app,
        INSTRUMENT,
        SELF,
        &story,
        PartField::ShownIf,
        "do-you-lead-a-team is yes",
    )
    .unwrap();
    let influence = s.part(SELF, PartKind::Item, "influence").id;
    edit_part(
        &s.app,
        INSTRUMENT,
        SELF,
        &influence,
        PartField::Text,
        "Influence, at work",
    )
    .unwrap();
    assert_eq!(publish(&s.app, INSTRUMENT, SELF).unwrap().value, 2);

    let all = s.instruments();
    let own: Vec<_> = all.iter().filter(|one| one.key == SELF).collect();
    assert_eq!(own.iter().map(|one| one.version).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(*own[0], first);
    assert_eq!(own[1].items.len(), 15);
    assert_eq!(own[1].items[14].section.as_deref(), Some("at-work"));
    assert!(own[1].items[14].shown_if.is_some());
    let after = s.view(SELF);
    assert_eq!(
        (after.line.version, after.line.shipped, after.draft.is_none()),
        (Some(2), false, true)
    );
    assert_eq!(after.versions[0].published.as_deref(), Some("2026-11-24"));
    assert_eq!(after.versions[1].state, VersionState::Superseded);

    let found = difference(
        &s.app,
        INSTRUMENT,
        SELF,
        &after.versions[1].id,
        &after.versions[0].id,
    )
    .unwrap();
    assert_eq!((found.parts.len(), found.same, found.head.len()), (6, 12, 0));
    let changed = found.parts.iter().find(|one| one.key == "influence").unwrap();
    assert_eq!(changed.fields[0].field, PartField::Text);

    s.undo();
    assert_eq!(s.view(SELF).line.version, Some(1));
    assert!(s.view(SELF).draft.is_some());
}

#[test]
fn a_cohort_is_asked_the_version_that_is_in_force_and_keeps_it() {
    let s = scene();
    let input = cohorts::CohortInput {
        name: "Spring".to_owned(),
        ..Default::default()
    };
    let cohort = cohorts::create(&s.app, &input).unwrap().value.id;
    let key = s.published();
    let at = |moment| OccasionInput {
        instrument: key.clone(),
        moment,
        opens: String::new(),
        due: String::new(),
    };
    plan(&s.app, &cohort, &at(Moment::Baseline)).unwrap();
    redraft(&s.app, INSTRUMENT, &key, "").unwrap();
    s.add(&key, PartKind::Item, "", "How was it?", "text");
    publish(&s.app, INSTRUMENT, &key).unwrap();
    plan(&s.app, &cohort, &at(Moment::End)).unwrap();
    let occasions = overview(&s.app, &cohort).unwrap().occasions;
    let versions: Vec<_> = occasions.iter().map(|one| (one.moment, one.version)).collect();
    assert_eq!(versions, [(Moment::Baseline, 1), (Moment::End, 2)]);
    let view = s.view(&key);
    assert_eq!((view.line.used, view.uses.len()), (1, 2));
    assert_eq!(
        view.versions.iter().map(|one| one.used).collect::<Vec<_>>(),
        [1, 1]
    );
    let refused = remove(&s.app, INSTRUMENT, &key).unwrap_err();
    assert!(matches!(refused, AppError::InUse { count: 2, .. }), "{refused}");
    let asked = s.app.ws().read(|r| {
        let all = nexus_store::assessments::occasions(r, cohort.parse().unwrap())?;
        all.iter()
            .map(|one| Ok((one.definition.is_some(), asked(r, one)?.items.len())))
            .collect::<Result<Vec<_>>>()
    });
    assert_eq!(asked.unwrap(), [(true, 1), (true, 2)]);
    assert!(changes::undo(&s.app).unwrap().value.is_some());
}

#[test]
fn locked_wording_is_copied_under_another_id_and_never_edited() {
    let s = scene();
    assert_eq!(
        field_of(redraft(&s.app, INSTRUMENT, FUNDER, "").unwrap_err()).0,
        "draft"
    );
    assert_eq!(
        field_of(edit(&s.app, INSTRUMENT, FUNDER, HeadField::Title, "x").unwrap_err()).0,
        "draft"
    );
    let key = copy(&s.app, INSTRUMENT, FUNDER, "", "Our exit sheet")
        .unwrap()
        .value;
    assert_eq!(key, "our-exit-sheet");
    let draft = s.view(&key).draft.unwrap();
    assert_eq!(
        (draft.number, draft.content.locked, draft.problems.len()),
        (1, false, 0)
    );
    assert!(
        draft.content.source.starts_with("After “IMLS"),
        "{}",
        draft.content.source
    );
    assert_eq!(draft.content.labels.len(), 5);
    edit(&s.app, INSTRUMENT, &key, HeadField::Locked, "true").unwrap();
    publish(&s.app, INSTRUMENT, &key).unwrap();
    assert!(redraft(&s.app, INSTRUMENT, &key, "").is_err());
    assert!(s.instruments().iter().any(|one| one.key == key && one.locked));
}

#[test]
fn an_answer_never_changes_its_meaning_under_one_id() {
    let s = scene();
    let key = s.published();
    redraft(&s.app, INSTRUMENT, &key, "").unwrap();
    let hours = s.part(&key, PartKind::Item, "hours-of-mentoring").id;
    edit_part(&s.app, INSTRUMENT, &key, &hours, PartField::Unit, "days").unwrap();
    let problem = s.view(&key).draft.unwrap().problems.remove(0);
    assert_eq!(
        (problem.matter, problem.version),
        (DefinitionProblemMatter::OtherUnit, Some(1))
    );
    assert_eq!(
        field_of(publish(&s.app, INSTRUMENT, &key).unwrap_err()),
        ("unit".to_owned(), "hours".to_owned())
    );
    // Left out and added anew it has another id, so that both stay apart.
    remove_part(&s.app, INSTRUMENT, &key, &hours).unwrap();
    s.add(&key, PartKind::Item, "", "Hours of mentoring", "text");
    s.part(&key, PartKind::Item, "hours-of-mentoring-2");
    assert_eq!(publish(&s.app, INSTRUMENT, &key).unwrap().value, 2);
    // Under its old id it comes back as what it was, or not at all.
    redraft(&s.app, INSTRUMENT, &key, "").unwrap();
    let input = PartInput {
        text: "Hours of mentoring".to_owned(),
        key: "hours-of-mentoring".to_owned(),
        format: "rating".to_owned(),
        ..PartInput::default()
    };
    add(&s.app, INSTRUMENT, &key, &input).unwrap();
    assert_eq!(
        s.view(&key).draft.unwrap().problems[0].matter,
        DefinitionProblemMatter::OtherFormat
    );
}

#[test]
fn parts_move_step_by_step_through_sections_and_to_any_place() {
    let s = scene();
    let key = create(&s.app, INSTRUMENT, "Order").unwrap().value;
    let a = s.add(&key, PartKind::Item, "", "a", "text");
    s.add(&key, PartKind::Section, "", "one", "");
    s.add(&key, PartKind::Item, "one", "b", "text");
    s.add(&key, PartKind::Item, "one", "c", "text");
    let two = s.add(&key, PartKind::Section, "", "two", "");
    let order = || {
        let parts = s.view(&key).draft.unwrap().content.parts;
        let told = parts.iter().map(|part| match part.parent.as_str() {
            "" => part.key.clone(),
            parent => format!("{parent}.{}", part.key),
        });
        told.collect::<Vec<_>>().join(" ")
    };
    let step = |part: &str, up: bool| {
        let moved = shift(&s.app, INSTRUMENT, &key, part, up).unwrap().value;
        format!("{moved} {}", order())
    };
    assert_eq!(order(), "a one one.b one.c two");
    assert_eq!(step(&a, true), "false a one one.b one.c two");
    assert_eq!(step(&a, false), "true one one.a one.b one.c two");
    assert_eq!(step(&a, false), "true one one.b one.a one.c two");
    assert_eq!(step(&a, false), "true one one.b one.c one.a two");
    assert_eq!(step(&a, false), "true one one.b one.c a two");
    assert_eq!(step(&a, false), "true one one.b one.c two two.a");
    assert_eq!(step(&a, false), "true one one.b one.c two a");
    assert_eq!(step(&a, false), "false one one.b one.c two a");
    assert_eq!(step(&a, true), "true one one.b one.c two two.a");
    assert_eq!(step(&two, true), "true two two.a one one.b one.c");
    move_part(&s.app, INSTRUMENT, &key, &a, "one", 1).unwrap();
    assert_eq!(order(), "two one one.b one.a one.c");
    let one = s.part(&key, PartKind::Section, "one").id;
    remove_part(&s.app, INSTRUMENT, &key, &one).unwrap();
    assert_eq!(order(), "two b a c");
    s.undo();
    assert_eq!(order(), "two one one.b one.a one.c");
}

#[test]
fn a_framework_has_its_anchors_by_context_and_a_version_of_its_own() {
    let s = scene();
    let kind = DefinitionKind::Framework;
    redraft(&s.app, kind, FRAMEWORK, "").unwrap();
    let put = |kind_of: PartKind, parent: &str, text: &str| {
        let input = PartInput {
            kind: kind_of,
            parent: parent.to_owned(),
            text: text.to_owned(),
            ..PartInput::default()
        };
        add(&s.app, kind, FRAMEWORK, &input).unwrap().value
    };
    put(PartKind::Competency, "core-four", "Advocacy");
    let context = put(PartKind::Context, "", "Rural libraries");
    edit_part(&s.app, kind, FRAMEWORK, &context, PartField::Sectors, "Public").unwrap();
    write_anchor(&s.app, FRAMEWORK, "advocacy", "general", 1, "keeps quiet").unwrap();
    write_anchor(&s.app, FRAMEWORK, "advocacy", "general", 5, "is heard").unwrap();
    write_anchor(
        &s.app,
        FRAMEWORK,
        "advocacy",
        "rural-libraries",
        5,
        "is heard by the county",
    )
    .unwrap();
    write_anchor(&s.app, FRAMEWORK, "advocacy", "general", 1, "").unwrap();
    assert!(write_anchor(&s.app, FRAMEWORK, "advocacy", "nowhere", 1, "x").is_err());
    assert!(write_anchor(&s.app, FRAMEWORK, "advocacy", "general", 10, "x").is_err());
    assert_eq!(publish(&s.app, kind, FRAMEWORK).unwrap().value, 2);
    let now = s.app.ws().read(frameworks_in_force).unwrap().remove(0);
    let advocacy = now.competency("advocacy").unwrap();
    assert_eq!(advocacy.general.len(), 1);
    assert_eq!(
        advocacy.anchors(&["rural-libraries"])[0].text,
        "is heard by the county"
    );
    assert_eq!((now.competencies.len(), now.contexts.len()), (14, 3));
    // The instrument still names version 1, and its words.
    let of_instrument = s
        .app
        .ws()
        .read(|r| framework(r, &latest(r, SELF)?))
        .unwrap()
        .unwrap();
    assert_eq!((of_instrument.version, of_instrument.competencies.len()), (1, 13));
    assert_eq!(view(&s.app, kind, FRAMEWORK).unwrap().instruments[0].key, SELF);
}

#[test]
fn a_file_goes_to_another_facility_and_another_content_waits_for_a_choice() {
    let (here, there) = (scene(), scene());
    let key = here.published();
    let path = here.path("exit.json");
    assert_eq!(export(&here.app, INSTRUMENT, &key, "", &path).unwrap().number, 1);
    let found = preview(&there.app, &path, None).unwrap();
    assert_eq!((found.news, found.kind), (DefinitionNews::New, INSTRUMENT));
    import(&there.app, &path, None).unwrap();
    let again = import(&there.app, &path, None).unwrap();
    assert_eq!(
        (again.value.news, again.changed),
        (DefinitionNews::Same, ChangedView::default())
    );
    // Both make a version 2.
    for (s, text) in [(&here, "Of mine"), (&there, "Of theirs")] {
        redraft(&s.app, INSTRUMENT, &key, "").unwrap();
        s.add(&key, PartKind::Item, "", text, "text");
        publish(&s.app, INSTRUMENT, &key).unwrap();
    }
    export(&there.app, INSTRUMENT, &key, "", &path).unwrap();
    assert_eq!(
        import(&here.app, &path, Some(INSTRUMENT)).unwrap().value.news,
        DefinitionNews::OtherContent
    );
    let view = here.view(&key);
    assert!(view.line.undecided && view.line.version == Some(1));
    assert_eq!(view.versions[0].state, VersionState::Undecided);
    let theirs = view
        .versions
        .iter()
        .find(|one| one.content.parts.iter().any(|part| part.text == "Of theirs"));
    choose(&here.app, INSTRUMENT, &key, &theirs.unwrap().id).unwrap();
    let now = here.app.ws().read(|r| latest(r, &key)).unwrap();
    assert_eq!((now.version, now.items[1].text.as_str()), (2, "Of theirs"));
    assert!(!here.view(&key).line.undecided);
    let of_both = export(&here.app, INSTRUMENT, &key, "", &path).unwrap();
    assert_eq!(of_both.number, 2);
    assert_eq!(here.app.ws().check().unwrap().dangling.len(), 0);
}

#[test]
fn files_that_cannot_be_used_are_refused_with_their_place_and_change_nothing() {
    let s = scene();
    let path = s.path("bad.json");
    let good = Instrument::shipped().unwrap()[0].1.clone();
    let text = good.write().unwrap().replace(SELF, "another-sheet");
    let refused = |bytes: &[u8]| {
        std::fs::write(&path, bytes).unwrap();
        let before = list(&s.app).unwrap();
        let error = told(import(&s.app, &path, None).unwrap_err());
        assert_eq!(list(&s.app).unwrap(), before);
        assert!(changes::undo(&s.app).unwrap().value.is_none(), "nothing was done");
        error
    };
    let (reason, found) = refused(&text.as_bytes()[..text.len() / 2]);
    assert!(reason == "damaged" && found.contains("line"), "{found}");
    let (reason, found) = refused(
        text.replace("\"id\": \"influence\"", "\"id\": \"influencing\"")
            .as_bytes(),
    );
    assert!(reason == "damaged" && found.contains("influencing"), "{found}");
    let (reason, found) = refused(
        text.replace("\"schema\": 1", "\"schema\": 2, \"colour\": 3")
            .as_bytes(),
    );
    assert!(reason == "newer" && found.contains("found 2"), "{reason} {found}");
    let (reason, found) = refused(
        text.replace("\"kind\": \"learning\"", "\"kind\": \"joy\"")
            .as_bytes(),
    );
    assert!(reason == "damaged" && found.contains("joy"), "{found}");
    assert_eq!(refused(&vec![b' '; 50_000_000]).0, "too-large");
    assert_eq!(refused(b"{ \"schema\": 1, \"title\": \"\xff\" }").0, "not-text");
    assert_eq!(refused(b"").0, "damaged");
    let funder = Instrument::shipped()
        .unwrap()
        .iter()
        .find(|(_, one)| one.key == FUNDER)
        .unwrap()
        .1
        .clone();
    let other = funder.write().unwrap().replace("My interest", "Our interest");
    assert_eq!(refused(other.as_bytes()).0, "locked");
    let meaning = good
        .write()
        .unwrap()
        .replace("\"version\": 1,\n  \"title\"", "\"version\": 2,\n  \"title\"");
    let meaning = meaning.replace("\"high\": 5", "\"high\": 7");
    let (reason, found) = refused(meaning.as_bytes());
    assert!(
        reason == "meaning" && found.contains("1 to 5") && found.contains("1 to 7"),
        "{found}"
    );
}

/// What one laptop knows comes to the other.
fn send(from: &Scene, to: &Scene) {
    let (actions, mut rows) = from.app.ws().export_log(0).unwrap();
    rows.reverse();
    to.app.ws().apply_log(&actions, &rows).unwrap();
}

#[test]
fn two_laptops_work_on_one_draft_and_publish_apart() {
    let (a, b) = (scene(), scene());
    let key = a.published();
    redraft(&a.app, INSTRUMENT, &key, "").unwrap();
    a.add(&key, PartKind::Item, "", "First", "text");
    a.add(&key, PartKind::Item, "", "Second", "text");
    send(&a, &b);
    let write = |s: &Scene, part: &str, text: &str| {
        let id = s.part(&key, PartKind::Item, part).id;
        edit_part(&s.app, INSTRUMENT, &key, &id, PartField::Text, text).unwrap();
    };
    write(&a, "first", "First, by Ana");
    write(&b, "second", "Second, by Ben");
    a.add(&key, PartKind::Item, "", "Third of Ana", "number");
    b.add(&key, PartKind::Item, "", "Third of Ben", "number");
    send(&a, &b);
    send(&b, &a);
    let texts = |s: &Scene| {
        let parts = s.view(&key).draft.unwrap().content.parts.into_iter();
        parts.map(|part| part.text).collect::<Vec<_>>()
    };
    let both = [
        "Hours of mentoring",
        "First, by Ana",
        "Second, by Ben",
        "Third of Ana",
        "Third of Ben",
    ];
    assert_eq!(texts(&a), both);
    assert_eq!(texts(&b), both);
    // Each publishes a version 2 of their own before they meet again.
    write(&a, "first", "First, for ever");
    for s in [&a, &b] {
        assert_eq!(publish(&s.app, INSTRUMENT, &key).unwrap().value, 2);
    }
    send(&a, &b);
    send(&b, &a);
    let ids = |s: &Scene| {
        s.view(&key)
            .versions
            .into_iter()
            .map(|one| (one.id, one.state))
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&a), ids(&b));
    assert_eq!(
        ids(&a)
            .iter()
            .filter(|(_, state)| *state == VersionState::Undecided)
            .count(),
        2
    );
    assert_eq!(a.app.ws().read(|r| latest(r, &key)).unwrap().version, 1);
    choose(&a.app, INSTRUMENT, &key, &ids(&a)[0].0).unwrap();
    send(&a, &b);
    assert_eq!(ids(&a), ids(&b));
    assert_eq!(b.app.ws().read(|r| latest(r, &key)).unwrap().version, 2);
    assert!(a.app.ws().check().unwrap().is_sound() && b.app.ws().check().unwrap().is_sound());
}

#[test]
fn the_sample_brings_a_draft_that_goes_with_it() {
    let s = scene();
    crate::sample::fill(&s.app).unwrap();
    let view = s.view(SELF);
    assert!(view.line.sample && view.line.state == DefinitionState::Redrafted);
    let draft = view.draft.unwrap();
    assert_eq!((draft.number, draft.problems.len(), draft.changed), (2, 0, true));
    assert_eq!(view.line.used, 0, "the sample is never counted");
    assert!(!view.uses.is_empty());
    assert_eq!(publish(&s.app, INSTRUMENT, SELF).unwrap().value, 2);
    crate::sample::remove(&s.app).unwrap();
    let view = s.view(SELF);
    assert!(view.draft.is_none() && view.versions.len() == 1 && !view.line.sample);
    assert_eq!(s.app.ws().check().unwrap().dangling.len(), 0);
}

/// One gesture of somebody who edits.
#[derive(Debug, Clone)]
enum Gesture {
    Add(u8, String),
    Word(usize, String),
    Format(usize, u8),
    Shift(usize, bool),
    Remove(usize),
    Publish,
}

fn any_gesture() -> impl Strategy<Value = Gesture> {
    prop_oneof![
        (any::<u8>(), "[a-d]{1,2}").prop_map(|(format, text)| Gesture::Add(format, text)),
        (any::<usize>(), "[a-z]{0,6}").prop_map(|(at, text)| Gesture::Word(at, text)),
        (any::<usize>(), any::<u8>()).prop_map(|(at, format)| Gesture::Format(at, format)),
        (any::<usize>(), any::<bool>()).prop_map(|(at, up)| Gesture::Shift(at, up)),
        any::<usize>().prop_map(Gesture::Remove),
        Just(Gesture::Publish),
    ]
}

const FORMATS: [&str; 6] = ["rating", "one", "several", "number", "text", "long-text"];

fn perform(s: &Scene, key: &str, gesture: &Gesture) {
    let app = &s.app;
    let parts = s
        .view(key)
        .draft
        .map(|draft| draft.content.parts)
        .unwrap_or_default();
    let part = |at: usize| {
        parts
            .get(at % parts.len().max(1))
            .map(|part| part.id.clone())
            .unwrap_or_default()
    };
    // A gesture that the rules do not allow changes nothing.
    match gesture {
        Gesture::Add(format, text) => {
            let kind = if format % 4 == 0 {
                PartKind::Choice
            } else {
                PartKind::Item
            };
            let item = parts
                .iter()
                .find(|part| part.kind == PartKind::Item)
                .map(|part| part.key.clone());
            let input = PartInput {
                kind,
                parent: item.filter(|_| kind == PartKind::Choice).unwrap_or_default(),
                text: text.clone(),
                format: FORMATS[usize::from(*format) % FORMATS.len()].to_owned(),
                ..PartInput::default()
            };
            let _ = add(app, INSTRUMENT, key, &input);
        }
        Gesture::Word(at, text) => drop(edit_part(app, INSTRUMENT, key, &part(*at), PartField::Text, text)),
        Gesture::Format(at, format) => {
            let format = FORMATS[usize::from(*format) % FORMATS.len()];
            drop(edit_part(
                app,
                INSTRUMENT,
                key,
                &part(*at),
                PartField::Format,
                format,
            ));
        }
        Gesture::Shift(at, up) => drop(shift(app, INSTRUMENT, key, &part(*at), *up)),
        Gesture::Remove(at) => drop(remove_part(app, INSTRUMENT, key, &part(*at))),
        Gesture::Publish => {
            let _ = publish(app, INSTRUMENT, key);
            let _ = redraft(app, INSTRUMENT, key, "");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_is_edited_earlier_versions_stay_byte_for_byte_and_readable(
        gestures in proptest::collection::vec(any_gesture(), 1..24),
    ) {
        let s = scene();
        let key = s.published();
        redraft(&s.app, INSTRUMENT, &key, "").unwrap();
        let id = Instrument::id(&key);
        let mut kept: Vec<DefinitionVersion> = s.app.ws().read(|r| rows::versions(r, id)).unwrap();
        for gesture in &gestures {
            perform(&s, &key, gesture);
            let now = s.app.ws().read(|r| rows::versions(r, id)).unwrap();
            prop_assert_eq!(&now[..kept.len()], &kept[..]);
            kept = now;
        }
        let read: Vec<Instrument> = kept.iter().map(|one| Instrument::read(&one.content).unwrap()).collect();
        for (at, one) in read.iter().enumerate() {
            prop_assert_eq!(one.version as usize, at + 1);
            prop_assert_eq!(one.follows(&read), Ok(()));
            // The draft of a version is that version.
            prop_assert_eq!(&one.content().instrument(&key, one.version), one);
        }
        prop_assert!(s.app.ws().check().unwrap().is_sound());
    }

    #[test]
    fn a_damaged_file_is_refused_or_read_and_never_breaks(
        at in any::<prop::sample::Index>(), cut in 0usize..60, with in proptest::collection::vec(any::<u8>(), 0..8),
    ) {
        let s = scene();
        let mut one = Instrument::shipped().unwrap()[0].1.clone();
        one.key = "other".to_owned();
        one.items[0].format = Format::Number { low: Some(Decimal::from(1)), high: None, unit: "h".to_owned() };
        let mut bytes = one.write().unwrap().into_bytes();
        let from = at.index(bytes.len());
        let to = (from + cut).min(bytes.len());
        bytes.splice(from..to, with);
        let path = s.path("damaged.json");
        std::fs::write(&path, &bytes).unwrap();
        let before = list(&s.app).unwrap();
        match import(&s.app, &path, None) {
            Ok(done) => prop_assert!(done.value.number > 0),
            Err(AppError::Unusable { found, .. }) => {
                prop_assert!(!found.is_empty());
                prop_assert_eq!(list(&s.app).unwrap(), before);
            }
            Err(other) => return Err(TestCaseError::fail(other.to_string())),
        }
    }
}

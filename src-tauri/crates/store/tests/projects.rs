//! Projects go in and come out as they were, files to the byte; two copies that exchange their logs agree.
#![allow(clippy::unwrap_used)]

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use nexus_domain::ids::{
    BlockId, CohortId, EvidenceId, LessonId, MilestoneId, NextStepId, PersonId, ProjectId, SessionId,
    UpdateId,
};
use nexus_domain::projects::{
    Attachment, CHUNK, Content, Evidence, LARGEST, Lesson, Milestone, MilestoneState, NextStep, Project,
    ProjectStatus, Update, current, doubles,
};
use nexus_store::{
    ActionMeta, OpenOptions, StoreError, Workspace, WorkspaceKey, Write, attachment, projects,
};
use proptest::prelude::*;
use uuid::Uuid;

fn workspace() -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::random().unwrap();
    let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &OpenOptions::WRITE).unwrap();
    (folder, ws)
}

fn at(second: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
}

fn act<T>(ws: &Workspace, second: i64, work: impl FnOnce(&Write<'_>) -> Result<T, StoreError>) -> T {
    let meta = ActionMeta {
        author: "ana",
        kind: "test",
        detail: "",
        now: at(second),
    };
    ws.transact(&meta, work).unwrap().0
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn project() -> Project {
    Project {
        id: ProjectId(id(1)),
        cohort: CohortId(id(2)),
        title: "One card, eleven branches".into(),
        problem: "Eleven towns, eleven cards.\nNobody borrows next door.".into(),
        beneficiaries: "Readers of eleven towns".into(),
        institution: "Summit County Public Library".into(),
        sponsor: "The county librarian".into(),
        success: "Loans across towns double".into(),
        agreed: Some(day("2026-10-02")),
    }
}

fn milestone(number: u128, position: u32) -> Milestone {
    Milestone {
        id: MilestoneId(id(number)),
        project: ProjectId(id(1)),
        position,
        title: format!("Step {number}"),
        due: day("2026-12-04"),
        done: None,
        state: MilestoneState::Planned,
    }
}

fn update(number: u128, status: ProjectStatus, corrects: Option<u128>) -> Update {
    Update {
        id: UpdateId(id(number)),
        project: ProjectId(id(1)),
        date: day("2026-11-12"),
        status,
        text: "Søren’s branch joined.".into(),
        author: "ana".into(),
        corrects: corrects.map(|number| UpdateId(id(number))),
    }
}

fn evidence(number: u128, content: Content) -> Evidence {
    Evidence {
        id: EvidenceId(id(number)),
        project: ProjectId(id(1)),
        about: Some(UpdateId(id(20))),
        title: "Minutes.pdf".into(),
        content,
    }
}

#[test]
fn what_is_stored_comes_back() {
    let (_folder, ws) = workspace();
    let project = project();
    let (ana, ben) = (PersonId(id(3)), PersonId(id(4)));
    let mut done = milestone(11, 0);
    done.set_state(MilestoneState::Done, day("2026-12-01"));
    let milestones = [done, milestone(10, 1)];
    let updates = [
        update(20, ProjectStatus::OnCourse, None),
        update(21, ProjectStatus::Stuck, Some(20)),
    ];
    let lesson = Lesson {
        id: LessonId(id(30)),
        project: project.id,
        person: ana,
        session: Some(SessionId(id(31))),
        block: Some(BlockId(id(32))),
        competency: "influence".into(),
        what: "Board paper opens with the mayor’s words".into(),
        date: day("2026-11-13"),
    };
    let step = NextStep {
        id: NextStepId(id(40)),
        cohort: project.cohort,
        person: ana,
        text: "Present to the board".into(),
        due: Some(day("2027-01-20")),
        done: None,
    };
    let file = act(&ws, 1, |w| {
        projects::put(w, &project)?;
        projects::put_member(w, project.id, ana)?;
        projects::put_member(w, project.id, ben)?;
        for one in &milestones {
            projects::put_milestone(w, one)?;
        }
        for one in &updates {
            projects::add_update(w, one)?;
        }
        projects::put_lesson(w, &lesson)?;
        projects::put_next_step(w, &step)?;
        attachment::keep(w, b"%PDF-1.7", "application/pdf")
    });
    let pieces = [
        evidence(50, Content::Text("Nine of eleven voted yes.".into())),
        evidence(51, Content::Link("https://example.org/minutes".into())),
        evidence(52, Content::File(file.clone())),
    ];
    act(&ws, 2, |w| {
        pieces.iter().try_for_each(|one| projects::add_evidence(w, one))
    });
    ws.read(|r| {
        assert_eq!(projects::by_id(r, project.id)?, project);
        assert_eq!(
            projects::of_cohort(r, project.cohort)?,
            std::slice::from_ref(&project)
        );
        assert_eq!(
            projects::of_person(r, project.cohort, ben)?,
            std::slice::from_ref(&project)
        );
        assert_eq!(projects::members(r, project.id)?, [ana, ben]);
        assert_eq!(projects::members_of_cohort(r, project.cohort)?.len(), 2);
        assert_eq!(projects::milestones(r, project.id)?, milestones);
        assert_eq!(projects::milestones_of_cohort(r, project.cohort)?, milestones);
        assert_eq!(projects::milestone(r, milestones[1].id)?, milestones[1]);
        assert_eq!(projects::updates(r, project.id)?, updates);
        assert_eq!(projects::updates_of_cohort(r, project.cohort)?, updates);
        assert_eq!(projects::update(r, updates[1].id)?, updates[1]);
        assert_eq!(projects::evidence(r, project.id)?, pieces);
        assert_eq!(projects::evidence_by_id(r, pieces[2].id)?, pieces[2]);
        assert_eq!(projects::lessons(r, project.id)?, std::slice::from_ref(&lesson));
        assert_eq!(
            projects::lessons_of_person(r, project.cohort, ana)?,
            std::slice::from_ref(&lesson)
        );
        assert!(projects::lessons_of_person(r, project.cohort, ben)?.is_empty());
        assert_eq!(
            projects::next_steps(r, project.cohort, ana)?,
            std::slice::from_ref(&step)
        );
        assert_eq!(projects::next_step(r, step.id)?, step);
        assert_eq!(attachment::bytes(r, &file)?, b"%PDF-1.7");
        Ok::<_, StoreError>(())
    })
    .unwrap();

    act(&ws, 3, |w| projects::remove_member(w, project.id, ben));
    act(&ws, 4, |w| projects::set_deleted(w, project.id, true));
    ws.read(|r| {
        assert!(matches!(
            projects::by_id(r, project.id),
            Err(StoreError::NotFound { .. })
        ));
        assert!(projects::members(r, project.id)?.is_empty());
        assert!(projects::milestones(r, project.id)?.is_empty());
        assert!(projects::updates(r, project.id)?.is_empty());
        assert!(projects::evidence(r, project.id)?.is_empty());
        assert!(projects::lessons_of_person(r, project.cohort, ana)?.is_empty());
        Ok::<_, StoreError>(())
    })
    .unwrap();
    ws.undo("ana", at(5)).unwrap().unwrap();
    ws.undo("ana", at(6)).unwrap().unwrap();
    assert_eq!(ws.read(|r| projects::members(r, project.id)).unwrap(), [ana, ben]);
    assert!(ws.check().unwrap().is_sound());
}

#[test]
fn an_update_and_evidence_are_never_edited() {
    let (_folder, ws) = workspace();
    let meta = ActionMeta {
        author: "ana",
        kind: "test",
        detail: "",
        now: at(1),
    };
    let first = update(20, ProjectStatus::OnCourse, None);
    let words = evidence(50, Content::Text("Nine".into()));
    act(&ws, 1, |w| {
        projects::put(w, &project())?;
        projects::add_update(w, &first)?;
        projects::add_evidence(w, &words)
    });
    let changed = update(20, ProjectStatus::Finished, None);
    let refused = ws
        .transact(&meta, |w| projects::add_update(w, &changed))
        .unwrap_err();
    assert!(refused.to_string().contains("corrected by new rows"), "{refused}");
    let changed = evidence(50, Content::Text("Ten".into()));
    let refused = ws
        .transact(&meta, |w| projects::add_evidence(w, &changed))
        .unwrap_err();
    assert!(refused.to_string().contains("corrected by new rows"), "{refused}");
}

/// Bytes without a period, so that pieces differ.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    std::iter::repeat_with(next).take(length).collect()
}

#[test]
fn files_come_back_to_the_byte_at_every_edge() {
    let (_folder, ws) = workspace();
    for (length, pieces) in [
        (0, 0),
        (1, 1),
        (CHUNK - 1, 1),
        (CHUNK, 1),
        (CHUNK + 1, 2),
        (2 * CHUNK, 2),
        (LARGEST as usize, 3),
    ] {
        let whole = noise(length);
        let file = act(&ws, 1, |w| {
            attachment::keep(w, &whole, "application/octet-stream")
        });
        assert_eq!((file.size as usize, file.chunks.len()), (length, pieces));
        assert_eq!(file.hash, blake3::hash(&whole).to_hex().to_string());
        ws.read(|r| {
            assert!(attachment::is_here(r, &file)?);
            assert!(attachment::bytes(r, &file)? == whole, "{length} bytes");
            Ok::<_, StoreError>(())
        })
        .unwrap();
    }
    assert!(ws.check().unwrap().is_sound(), "pieces are not in the log");
}

#[test]
fn undoing_an_attachment_leaves_nothing_to_show_and_redo_has_the_file_again() {
    let (_folder, ws) = workspace();
    act(&ws, 1, |w| projects::put(w, &project()));
    let file = act(&ws, 2, |w| {
        let file = attachment::keep(w, b"minutes", "text/plain")?;
        projects::add_evidence(w, &evidence(50, Content::File(file.clone())))?;
        Ok(file)
    });
    ws.undo("ana", at(3)).unwrap().unwrap();
    let shown = || ws.read(|r| projects::evidence(r, ProjectId(id(1)))).unwrap();
    assert!(shown().is_empty());
    assert!(
        ws.read(|r| projects::evidence_by_id(r, EvidenceId(id(50))))
            .is_err()
    );
    ws.redo("ana", at(4)).unwrap().unwrap();
    assert_eq!(shown()[0].content, Content::File(file.clone()));
    assert_eq!(ws.read(|r| attachment::bytes(r, &file)).unwrap(), b"minutes");
}

#[test]
fn a_file_that_stayed_on_another_laptop_is_known_and_said_to_be_missing() {
    let ((_one, a), (_two, b)) = (workspace(), workspace());
    let file = act(&a, 1, |w| {
        projects::put(w, &project())?;
        let file = attachment::keep(w, b"minutes", "text/plain")?;
        projects::add_evidence(w, &evidence(50, Content::File(file.clone())))?;
        Ok(file)
    });
    let (actions, rows) = a.export_log(0).unwrap();
    b.apply_log(&actions, &rows).unwrap();
    b.read(|r| {
        assert_eq!(
            projects::evidence(r, ProjectId(id(1)))?[0].content,
            Content::File(file.clone())
        );
        assert!(!attachment::is_here(r, &file)?);
        let missing = attachment::bytes(r, &file).unwrap_err();
        assert!(matches!(missing, StoreError::NotFound { what: "chunk", .. }));
        Ok::<_, StoreError>(())
    })
    .unwrap();
    let wrong = Attachment {
        hash: "0".repeat(64),
        ..file
    };
    let damaged = a.read(|r| attachment::bytes(r, &wrong)).unwrap_err();
    assert!(matches!(damaged, StoreError::Corrupt { .. }));
}

/// What a copy shows of the project.
fn shown(ws: &Workspace) -> String {
    ws.read(|r| {
        let project = ProjectId(id(1));
        Ok::<_, StoreError>(format!(
            "{:?} {:?} {:?} {:?} {:?} {:?}",
            projects::of_cohort(r, CohortId(id(2)))?,
            projects::members(r, project)?,
            projects::milestones(r, project)?,
            projects::updates(r, project)?,
            projects::evidence(r, project)?,
            projects::lessons(r, project)?,
        ))
    })
    .unwrap()
}

fn send(from: &Workspace, to: &Workspace, turn: usize) {
    let (actions, mut rows) = from.export_log(0).unwrap();
    if !rows.is_empty() {
        let by = turn % rows.len();
        rows.rotate_left(by);
    }
    for parcel in rows.chunks(5).rev() {
        to.apply_log(&actions, parcel).unwrap();
    }
    to.apply_log(&actions, &rows).unwrap();
}

#[derive(Debug, Clone)]
enum Deed {
    Title(u8),
    Member(u8, bool),
    Milestone(u8, u8),
    Update(u8, Option<u8>),
    Evidence(u8),
    Lesson(u8, u8),
    Undo,
    Redo,
    Meet,
}

fn deed() -> impl Strategy<Value = (usize, Deed)> {
    let what = prop_oneof![
        (0..4u8).prop_map(Deed::Title),
        (0..3u8, any::<bool>()).prop_map(|(who, there)| Deed::Member(who, there)),
        (0..3u8, 0..4u8).prop_map(|(which, state)| Deed::Milestone(which, state)),
        (0..6u8, proptest::option::of(0..6u8)).prop_map(|(which, corrects)| Deed::Update(which, corrects)),
        (0..3u8).prop_map(Deed::Evidence),
        (0..2u8, 0..4u8).prop_map(|(which, what)| Deed::Lesson(which, what)),
        Just(Deed::Undo),
        Just(Deed::Redo),
        Just(Deed::Meet),
    ];
    (0..2usize, what)
}

fn perform(w: &Write<'_>, who: usize, deed: &Deed) -> Result<(), StoreError> {
    // Rows with ids of their own differ between the copies; relations have the same id on both.
    let own = |kind: u128, which: u8| kind * 1000 + who as u128 * 100 + u128::from(which);
    match deed {
        Deed::Title(which) => projects::put(
            w,
            &Project {
                title: format!("Title {which}"),
                ..project()
            },
        ),
        Deed::Member(person, true) => {
            projects::put_member(w, ProjectId(id(1)), PersonId(id(3 + u128::from(*person))))
        }
        Deed::Member(person, false) => {
            let gone = projects::remove_member(w, ProjectId(id(1)), PersonId(id(3 + u128::from(*person))));
            match gone {
                Err(StoreError::NotFound { .. }) => Ok(()),
                other => other,
            }
        }
        Deed::Milestone(which, state) => {
            let mut one = milestone(10 + u128::from(*which), u32::from(*state));
            one.set_state(MilestoneState::ALL[usize::from(*state)], day("2026-12-01"));
            projects::put_milestone(w, &one)
        }
        Deed::Update(which, corrects) => {
            let corrects = corrects.map(|other| own(2, other));
            let one = update(own(2, *which), ProjectStatus::OnCourse, corrects);
            match projects::update(w, one.id) {
                Err(StoreError::NotFound { .. }) if projects::by_id(w, one.project).is_ok() => {
                    // It may be in the bin after an undo; then it is left there.
                    match projects::add_update(w, &one) {
                        Err(StoreError::Sql(_)) => Ok(()),
                        other => other,
                    }
                }
                _ => Ok(()),
            }
        }
        Deed::Evidence(which) => {
            let file = attachment::keep(w, &[*which; 5], "text/plain")?;
            let one = evidence(own(5, *which), Content::File(file));
            projects::add_evidence(w, &one)
        }
        Deed::Lesson(which, what) => projects::put_lesson(
            w,
            &Lesson {
                id: LessonId(id(30 + u128::from(*which))),
                project: ProjectId(id(1)),
                person: PersonId(id(3)),
                session: None,
                block: None,
                competency: "influence".into(),
                what: format!("Change {what}"),
                date: day("2026-11-13"),
            },
        ),
        Deed::Undo | Deed::Redo | Deed::Meet => Ok(()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn two_copies_that_exchange_their_logs_show_the_same_projects(
        deeds in proptest::collection::vec(deed(), 1..30),
    ) {
        let ((_one, a), (_two, b)) = (workspace(), workspace());
        let copies = [&a, &b];
        let authors = ["ana", "ben"];
        for (second, (who, deed)) in deeds.iter().enumerate() {
            let now = at(second as i64 + 1);
            match deed {
                Deed::Undo => drop(copies[*who].undo(authors[*who], now).unwrap()),
                Deed::Redo => drop(copies[*who].redo(authors[*who], now).unwrap()),
                Deed::Meet => send(copies[*who], copies[1 - *who], second),
                deed => {
                    let meta = ActionMeta { author: authors[*who], kind: "test", detail: "", now };
                    copies[*who].transact(&meta, |w| perform(w, *who, deed)).unwrap();
                }
            }
        }
        send(&a, &b, 3);
        send(&b, &a, 5);
        prop_assert_eq!(shown(&a), shown(&b));
        for copy in copies {
            prop_assert!(copy.check().unwrap().is_sound());
        }
    }
}

#[test]
fn two_laptops_that_correct_one_update_leave_a_double_that_both_see() {
    let ((_one, a), (_two, b)) = (workspace(), workspace());
    act(&a, 1, |w| {
        projects::put(w, &project())?;
        projects::add_update(w, &update(20, ProjectStatus::OnCourse, None))
    });
    send(&a, &b, 0);
    act(&a, 2, |w| {
        projects::add_update(w, &update(21, ProjectStatus::Stuck, Some(20)))
    });
    act(&b, 3, |w| {
        projects::add_update(w, &update(22, ProjectStatus::Slower, Some(20)))
    });
    send(&a, &b, 0);
    send(&b, &a, 0);
    for copy in [&a, &b] {
        let live = copy.read(|r| projects::updates(r, ProjectId(id(1)))).unwrap();
        assert_eq!(live.len(), 3);
        assert_eq!(doubles(&current(live)).len(), 2);
    }
}

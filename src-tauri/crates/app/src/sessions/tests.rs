use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};
use nexus_domain::people::Role;
use nexus_store::{OpenOptions, WorkspaceKey};

use super::*;
use crate::programs::{SetupInput, set_up};
use crate::{Clock, Workspace, changes, people};

const AGENDA: &str = include_str!("../../../../../tests/fixtures/agenda.md");
const DAY: &str = "2026-10-05";

/// A workspace in a folder that can be opened at any instant.
struct Place {
    folder: tempfile::TempDir,
    key: WorkspaceKey,
}

impl Place {
    /// A cohort of six people; gives its id.
    fn new() -> (Self, String) {
        let folder = tempfile::tempdir().unwrap();
        let place = Self {
            folder,
            key: WorkspaceKey::random().unwrap(),
        };
        let path = place.folder.path().join("w.nexus");
        let workspace = Workspace::create(&path, &place.key, &OpenOptions::WRITE).unwrap();
        let app = App::new(workspace, "Ana", Clock::Fixed(clock("08:00")));
        let facility = SetupInput {
            facility: "Riverbend".to_owned(),
            zone: "America/Chicago".to_owned(),
        };
        set_up(&app, &facility).unwrap();
        let cohort = crate::cohorts::CohortInput {
            name: "Prairie State cohort, 2026–27".to_owned(),
            ..Default::default()
        };
        let cohort = crate::cohorts::create(&app, &cohort).unwrap().value.id;
        for given in ["Søren", "Hạnh", "Ciarán", "Adaeze", "Zoë", "Tomáš"] {
            let input = people::PersonInput {
                given: given.to_owned(),
                family: "Doe".to_owned(),
                institution: format!("{given}’s library"),
                ..Default::default()
            };
            people::add(&app, &cohort, &input).unwrap();
        }
        drop(app);
        (place, cohort)
    }

    /// The app at a local time of the day.
    fn at(&self, time: &str) -> App {
        let path = self.folder.path().join("w.nexus");
        let workspace = Workspace::open(&path, &self.key, &OpenOptions::WRITE).unwrap();
        App::new(workspace, "Ana", Clock::Fixed(clock(time)))
    }
}

fn clock(time: &str) -> DateTime<Utc> {
    let minutes = i64::from(nexus_domain::sessions::time_of(time).unwrap());
    let midnight = chrono_tz::America::Chicago
        .with_ymd_and_hms(2026, 10, 5, 0, 0, 0)
        .unwrap();
    midnight.with_timezone(&Utc) + TimeDelta::minutes(minutes)
}

fn imported() -> (Place, String, String) {
    let (place, cohort) = Place::new();
    let session = import(&place.at("08:00"), &cohort, DAY, AGENDA).unwrap().value;
    (place, cohort, session)
}

fn undo(app: &App) -> String {
    changes::undo(app).unwrap().value.unwrap().step.kind
}

#[test]
fn the_sample_agenda_becomes_a_session() {
    let (place, cohort, session) = imported();
    let app = place.at("08:00");
    let preview = preview(&app, AGENDA).unwrap();
    assert_eq!(
        (preview.problems.len(), preview.unknown_competencies.len()),
        (0, 0)
    );
    let found = view(&app, &session).unwrap();
    assert_eq!(
        found
            .blocks
            .iter()
            .filter(|block| block.minutes.is_some())
            .count(),
        13
    );
    assert_eq!(found.blocks.len(), 14);
    assert_eq!(
        found.blocks.iter().map(|block| &block.starts).collect::<Vec<_>>(),
        preview
            .blocks
            .iter()
            .map(|block| &block.starts)
            .collect::<Vec<_>>()
    );
    let named = |wanted: fn(&BlockView) -> bool| {
        let found = found.blocks.iter().filter(|block| wanted(block));
        found.map(|block| block.title.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(
        named(|block| block.locked),
        ["Lunch, fixed: caterer", "Close, fixed: shuttle leaves"]
    );
    assert_eq!(named(|block| block.optional), ["Cross-sector speed consulting"]);
    assert_eq!(
        found.blocks[5].competencies,
        ["Communicating Effectively", "Developing Others"]
    );
    let line = &found.session;
    assert_eq!(
        (
            line.mark.as_str(),
            line.zone.as_str(),
            line.starts.as_str(),
            line.ends.as_str()
        ),
        ("PSC 26–27 S1", "America/Chicago", "08:30", "16:45")
    );
    assert_eq!(
        (line.place.as_str(), line.enrolled),
        ("Prairie State training facility", 6)
    );
    let again = import(&app, &cohort, DAY, AGENDA);
    assert!(matches!(again, Err(AppError::Invalid { .. })), "a second time");
    assert_eq!(
        list(&app, &cohort).unwrap().next.as_deref(),
        Some(session.as_str())
    );
    assert_eq!(undo(&app), "sessions.import");
    assert!(list(&app, &cohort).unwrap().sessions.is_empty());
}

#[test]
fn an_agenda_with_faults_keeps_its_good_lines_and_one_without_any_is_refused() {
    let (place, cohort) = Place::new();
    let app = place.at("08:00");
    let text = "# Half day (Hall, Mars/Olympus)\n09:00 Welcome (20 min) [Juggling, influence]\nlunch\n";
    let found = preview(&app, text).unwrap();
    assert_eq!(
        found.problems.iter().map(|one| one.line).collect::<Vec<_>>(),
        [1, 3]
    );
    assert_eq!(found.unknown_competencies, ["Juggling"]);
    let session = import(&app, &cohort, DAY, text).unwrap().value;
    let stored = view(&app, &session).unwrap();
    assert_eq!(stored.session.zone, "America/Chicago");
    assert_eq!(stored.blocks[0].competencies, ["Juggling", "Influence"]);
    for bad in ["", "lunch", "%PDF-1.7"] {
        assert!(
            matches!(import(&app, &cohort, DAY, bad), Err(AppError::Unusable { .. })),
            "{bad}"
        );
    }
    assert!(matches!(
        import(&app, &cohort, "5 Oct", AGENDA),
        Err(AppError::Invalid { .. })
    ));
    assert_eq!(list(&app, &cohort).unwrap().sessions.len(), 1);
}

#[test]
fn blocks_are_built_changed_and_moved_and_times_follow() {
    let (place, cohort) = Place::new();
    let app = place.at("08:00");
    let input = SessionInput {
        title: "Evening".to_owned(),
        date: DAY.to_owned(),
        starts: "17:00".to_owned(),
        ..Default::default()
    };
    let session = create(&app, &cohort, &input).unwrap().value;
    let add = |after: Option<&str>, title: &str, minutes| {
        let input = BlockInput {
            title: title.to_owned(),
            minutes: Some(minutes),
            ..Default::default()
        };
        block_add(&app, &session, after, &input).unwrap().value
    };
    let one = add(None, "One", 20);
    let two = add(Some(&one), "Two", 30);
    let three = add(Some(&two), "Three", 40);
    let rows = || {
        let blocks = view(&app, &session).unwrap().blocks.into_iter();
        blocks
            .map(|block| format!("{} {}", block.starts, block.title))
            .collect::<Vec<_>>()
    };
    assert_eq!(rows(), ["17:00 One", "17:20 Two", "17:50 Three"]);
    assert!(block_move(&app, &session, &three, true).unwrap().value);
    assert_eq!(rows(), ["17:00 One", "17:20 Three", "18:00 Two"]);
    assert!(block_place(&app, &session, &two, 0).unwrap().value);
    assert_eq!(rows(), ["17:00 Two", "17:30 One", "17:50 Three"]);
    assert!(
        !block_move(&app, &session, &two, true).unwrap().value,
        "already first"
    );
    assert_eq!(undo(&app), "sessions.block-move");
    assert_eq!(rows(), ["17:00 One", "17:20 Three", "18:00 Two"]);

    block_edit(&app, &session, &two, BlockField::Locked, "18:30").unwrap();
    block_edit(&app, &session, &one, BlockField::Minutes, "60").unwrap();
    let blocks = view(&app, &session).unwrap().blocks;
    assert_eq!(
        (blocks[2].starts.as_str(), blocks[2].over, blocks[2].free),
        ("18:30", 10, 0)
    );
    assert!(
        !block_move(&app, &session, &three, false).unwrap().value,
        "nothing passes a locked block"
    );
    block_edit(&app, &session, &two, BlockField::Locked, "").unwrap();
    block_edit(&app, &session, &two, BlockField::Locked, "true").unwrap();
    assert_eq!(view(&app, &session).unwrap().blocks[2].starts, "18:40");
    block_edit(&app, &session, &one, BlockField::Optional, "true").unwrap();
    block_edit(
        &app,
        &session,
        &one,
        BlockField::Competencies,
        "influence\n\nJuggling",
    )
    .unwrap();
    block_edit(
        &app,
        &session,
        &one,
        BlockField::Instructions,
        "In fives. \n\n One sentence.\n",
    )
    .unwrap();
    let first = view(&app, &session).unwrap().blocks[0].clone();
    assert_eq!(
        (first.optional, first.instructions.as_str()),
        (true, "In fives.\n\nOne sentence.")
    );
    assert_eq!(first.competencies, ["Influence", "Juggling"]);
    for (field, bad) in [
        (BlockField::Title, " "),
        (BlockField::Minutes, "0"),
        (BlockField::Minutes, "1441"),
        (BlockField::Minutes, "ten"),
        (BlockField::Locked, "25:00"),
    ] {
        let refused = block_edit(&app, &session, &one, field, bad);
        assert!(matches!(refused, Err(AppError::Invalid { .. })), "{bad}");
    }
    assert!(
        block_edit(&app, &session, &one, BlockField::Minutes, "").is_err(),
        "not locked"
    );
    block_edit(&app, &session, &two, BlockField::Minutes, "").unwrap();
    assert_eq!(view(&app, &session).unwrap().blocks[2].minutes, None);
    assert!(
        block_edit(&app, &session, &two, BlockField::Locked, "").is_err(),
        "without a length"
    );
    edit(&app, &session, SessionField::Starts, "16:00").unwrap();
    assert_eq!(view(&app, &session).unwrap().session.starts, "16:00");
    block_remove(&app, &session, &one).unwrap();
    assert_eq!(rows(), ["16:00 Three", "18:40 Two"]);
    assert_eq!(undo(&app), "sessions.block-remove");
    assert_eq!(rows().len(), 3);
    remove(&app, &session).unwrap();
    assert!(list(&app, &cohort).unwrap().sessions.is_empty());
    assert_eq!(undo(&app), "sessions.remove");
    assert_eq!(rows().len(), 3);
}

#[test]
fn a_day_late_in_the_morning_and_each_repair_with_its_undo() {
    let (place, _, session) = imported();
    assert_eq!(
        run_view(&place.at("08:20"), &session).unwrap().state,
        SessionState::Planned
    );
    session_start(&place.at("08:30"), &session).unwrap();
    block_next(&place.at("09:20"), &session).unwrap();
    let app = place.at("09:20");
    let late = run_view(&app, &session).unwrap();
    assert_eq!((late.current, late.behind, late.next), (Some(1), 20, Some(2)));
    assert_eq!((late.blocks[0].given, late.blocks[0].late), (Some(50), 20));
    assert_eq!(
        (late.blocks[2].start.as_str(), late.blocks[2].moved),
        ("09:40", true)
    );
    let lunch = &late.blocks[7];
    assert_eq!(
        (lunch.start.as_str(), lunch.moved),
        ("12:30", false),
        "lunch never moves"
    );
    let repair = late.repair.unwrap();
    assert_eq!(repair.locked_title.as_deref(), Some("Lunch, fixed: caterer"));
    assert_eq!((repair.locked_at.as_str(), repair.late), ("12:30", 20));
    assert_eq!((repair.shift.over, repair.shift.fits), (20, false));
    assert_eq!((repair.shift.ends.as_str(), repair.drop), ("12:50", None));
    let shrink = repair.shrink.unwrap();
    assert_eq!(shrink.minutes.iter().map(|one| one.to).sum::<u32>(), 170);
    assert_eq!(shrink.minutes.iter().map(|one| one.from).sum::<u32>(), 190);
    assert_eq!(shrink.ends, "12:30");

    repair_apply(&app, &session, RepairKind::Shrink).unwrap();
    let shorter = run_view(&app, &session).unwrap();
    assert_eq!(shorter.repair, None);
    assert_eq!(shorter.blocks[6].end, "12:30");
    assert_eq!(shorter.blocks[2].minutes, Some(40), "the plan is kept");
    assert!(shorter.blocks[2].given < Some(40) && shorter.blocks[2].late < 0);
    assert_eq!(view(&app, &session).unwrap().blocks[2].starts, "09:20");
    assert_eq!(undo(&app), "sessions.shrink");
    assert!(run_view(&app, &session).unwrap().repair.is_some());
    repair_apply(&app, &session, RepairKind::Shift).unwrap();
    let shifted = run_view(&app, &session).unwrap();
    assert_eq!((shifted.repair, shifted.blocks[6].end.as_str()), (None, "12:50"));
    assert_eq!(undo(&app), "sessions.shift");
    assert!(matches!(
        repair_apply(&app, &session, RepairKind::Drop),
        Err(AppError::Invalid { .. })
    ));
    drop(app);
    assert_eq!(undo(&place.at("09:20")), "sessions.next");
    assert_eq!(run_view(&place.at("08:40"), &session).unwrap().current, Some(0));
}

#[test]
fn a_day_late_in_the_afternoon_to_its_end_and_beyond() {
    let (place, _, session) = imported();
    session_start(&place.at("08:30"), &session).unwrap();
    for time in [
        "09:00", "09:20", "10:00", "10:25", "10:40", "11:45", "12:30", "13:50",
    ] {
        block_next(&place.at(time), &session).unwrap();
    }
    let app = place.at("13:50");
    let late = run_view(&app, &session).unwrap();
    assert_eq!(late.blocks[7].late, 20, "lunch took longer");
    let repair = late.repair.unwrap();
    assert_eq!(
        repair.locked_title.as_deref(),
        Some("Close, fixed: shuttle leaves")
    );
    let dropped = repair.drop.unwrap();
    assert_eq!((dropped.frees, dropped.spare, dropped.over), (45, 25, 0));
    assert_eq!(
        (dropped.blocks[0].title.as_str(), dropped.ends.as_str()),
        ("Cross-sector speed consulting", "16:20")
    );
    assert_eq!(repair.shift.over, 20);
    repair_apply(&app, &session, RepairKind::Drop).unwrap();
    let after = run_view(&app, &session).unwrap();
    assert_eq!((after.repair, after.behind, after.next), (None, -25, Some(10)));
    assert!(after.blocks[9].dropped && after.blocks[9].given.is_none());
    assert_eq!(after.competencies[0].name, "Influence");
    assert!(!after.competencies[0].look_for.is_empty());
    assert_eq!(undo(&app), "sessions.drop");
    assert!(!run_view(&app, &session).unwrap().blocks[9].dropped);
    changes::redo(&app).unwrap();
    drop(app);

    session_pause(&place.at("14:00"), &session, None).unwrap();
    let paused = run_view(&place.at("14:10"), &session).unwrap();
    let standing = paused.clock.unwrap();
    assert_eq!((standing.seconds, standing.paused_at), (3_600, paused.paused_at));
    assert_eq!(paused.blocks[8].end, "15:00");
    assert!(session_pause(&place.at("14:10"), &session, None).is_err());
    session_resume(&place.at("14:10"), &session, true).unwrap();
    assert_eq!(undo(&place.at("14:11")), "sessions.resume");
    session_resume(&place.at("14:10"), &session, true).unwrap();
    block_more(&place.at("14:20"), &session, 5).unwrap();
    let more = run_view(&place.at("14:20"), &session).unwrap();
    assert_eq!(
        (more.clock.unwrap().seconds, more.blocks[8].end.as_str()),
        (3_900, "15:05")
    );
    for time in ["15:05", "15:20", "16:05", "16:35"] {
        block_next(&place.at(time), &session).unwrap();
    }
    let close = run_view(&place.at("16:36"), &session).unwrap();
    assert_eq!((close.current, close.clock, close.next), (Some(13), None, None));
    block_next(&place.at("16:50"), &session).unwrap();
    let over = run_view(&place.at("20:00"), &session).unwrap();
    assert_eq!(
        (over.state, over.behind, over.current),
        (SessionState::Ended, 5, None)
    );
    assert_eq!(over.session.ended.as_deref(), Some("16:50"));
    assert!(matches!(
        block_next(&place.at("20:00"), &session),
        Err(AppError::Invalid { .. })
    ));
    session_reopen(&place.at("20:00"), &session).unwrap();
    assert_eq!(run_view(&place.at("20:00"), &session).unwrap().current, Some(13));
    session_end(&place.at("20:05"), &session).unwrap();
    assert_eq!(undo(&place.at("20:06")), "sessions.end");
    assert_eq!(undo(&place.at("20:06")), "sessions.reopen");
    assert_eq!(
        run_view(&place.at("20:07"), &session).unwrap().state,
        SessionState::Ended
    );
}

#[test]
fn a_laptop_that_slept_resumes_where_the_clock_says() {
    let (place, _, session) = imported();
    session_start(&place.at("08:30"), &session).unwrap();
    let woken = run_view(&place.at("09:10"), &session).unwrap();
    assert_eq!((woken.current, woken.behind), (Some(0), 10));
    assert_eq!((woken.blocks[0].given, woken.blocks[0].late), (Some(40), 10));
    let since = clock("08:45").to_rfc3339();
    session_pause(&place.at("09:10"), &session, Some(&since)).unwrap();
    session_resume(&place.at("09:10"), &session, true).unwrap();
    let slept = run_view(&place.at("09:10"), &session).unwrap();
    assert_eq!(slept.blocks[0].end, "09:25", "fifteen of thirty minutes are left");
}

#[test]
fn attendance_is_marked_with_arrivals_and_the_rest_at_once() {
    let (place, cohort, session) = imported();
    let app = place.at("08:40");
    let people: Vec<String> = people::list(&app, &cohort)
        .unwrap()
        .into_iter()
        .map(|one| one.id)
        .collect();
    mark(&app, &session, &people[..1], Presence::Late, None).unwrap();
    assert_eq!(
        run_view(&app, &session).unwrap().attendance[0].arrived,
        None,
        "it does not run"
    );
    drop(app);
    session_start(&place.at("08:30"), &session).unwrap();
    let app = place.at("09:12");
    mark(&app, &session, &people[..1], Presence::Late, Some("08:55")).unwrap();
    mark(&app, &session, &people[1..2], Presence::Late, None).unwrap();
    mark(&app, &session, &people[2..4], Presence::Absent, None).unwrap();
    mark(&app, &session, &people[3..4], Presence::Excused, None).unwrap();
    mark_rest(&app, &session).unwrap();
    let found = run_view(&app, &session).unwrap();
    let tally = found.tally;
    assert_eq!(
        (
            tally.expected,
            tally.present,
            tally.late,
            tally.absent,
            tally.excused
        ),
        (0, 2, 2, 1, 1)
    );
    let arrivals: Vec<_> = found
        .attendance
        .iter()
        .map(|one| one.arrived.as_deref())
        .collect();
    assert_eq!(arrivals[..3], [Some("08:55"), Some("09:12"), None]);
    assert_eq!(undo(&app), "sessions.mark-rest");
    assert_eq!(run_view(&app, &session).unwrap().tally.expected, 2);
    mark(&app, &session, &people[..1], Presence::Present, None).unwrap();
    assert_eq!(run_view(&app, &session).unwrap().attendance[0].arrived, None);
    let bad = mark(&app, &session, &people[..1], Presence::Late, Some("9 o’clock"));
    assert!(matches!(bad, Err(AppError::Invalid { .. })));
    people::leave(&app, &cohort, &people[2]).unwrap();
    people::leave(&app, &cohort, &people[5]).unwrap();
    let left = run_view(&app, &session).unwrap();
    assert_eq!(
        left.attendance.len(),
        5,
        "who was marked stays in the books, who was not goes"
    );
}

#[test]
fn a_walk_in_is_a_member_somebody_who_left_or_somebody_new() {
    let (place, cohort, session) = imported();
    let app = place.at("09:00");
    let known = walk_in(&app, &session, "soren doe").unwrap().value;
    assert_eq!(
        (known.code.as_str(), known.mark, known.walk_in),
        ("N01", Presence::Present, false)
    );
    let new = walk_in(&app, &session, "Grace Hopper, Navy Library")
        .unwrap()
        .value;
    assert_eq!(
        (new.code.as_str(), new.institution.as_str(), new.walk_in),
        ("N07", "Navy Library", true)
    );
    assert_eq!(walk_in(&app, &session, "Grace Hopper").unwrap().value.code, "N07");
    people::leave(&app, &cohort, &new.person).unwrap();
    let back = walk_in(&app, &session, "Grace Hopper").unwrap().value;
    assert_eq!((back.code.as_str(), back.walk_in), ("N07", true));
    assert_eq!(undo(&app), "sessions.walk-in");
    assert_eq!(people::list(&app, &cohort).unwrap().len(), 6);
    assert!(matches!(
        walk_in(&app, &session, " , "),
        Err(AppError::Invalid { .. })
    ));
    let double = people::PersonInput {
        given: "Zoë".to_owned(),
        family: "Doe".to_owned(),
        institution: "Elsewhere".to_owned(),
        ..Default::default()
    };
    people::add(&app, &cohort, &double).unwrap();
    assert!(matches!(
        walk_in(&app, &session, "Zoe Doe"),
        Err(AppError::Invalid { .. })
    ));
    assert_eq!(
        walk_in(&app, &session, "Zoe Doe, elsewhere").unwrap().value.code,
        "N08"
    );
    let total = run_view(&app, &session).unwrap().attendance.len();
    app.act("test.staff", "", |w| {
        let id = people_id(&known.person);
        let mut person = nexus_store::people::by_id(w, id)?;
        person.roles = vec![Role::Staff];
        Ok(nexus_store::people::put(w, &person)?)
    })
    .unwrap();
    assert_eq!(
        run_view(&app, &session).unwrap().attendance.len(),
        total - 1,
        "staff are not attendees"
    );
    assert!(matches!(
        walk_in(&app, &session, "Søren Doe"),
        Err(AppError::Invalid { .. })
    ));
}

fn people_id(id: &str) -> nexus_domain::ids::PersonId {
    id.parse().unwrap()
}

#[test]
fn notes_bear_time_and_block_and_are_corrected_by_others() {
    let (place, cohort, session) = imported();
    session_start(&place.at("08:30"), &session).unwrap();
    for time in ["09:00", "09:20"] {
        block_next(&place.at(time), &session).unwrap();
    }
    let first = note_add(&place.at("09:31"), &session, " Table 3 drops  “heritage” ")
        .unwrap()
        .value;
    let app = place.at("09:40");
    note_add(&app, &session, "Second").unwrap();
    let notes = run_view(&app, &session).unwrap().notes;
    assert_eq!(
        (notes[0].at.as_str(), notes[0].text.as_str()),
        ("09:31", "Table 3 drops “heritage”")
    );
    assert_eq!(notes[0].competencies, ["Self-Awareness"]);
    assert!(notes[0].block_title.starts_with("Where do you lead from?"));
    let second = note_correct(&app, &session, &first, "Table 4").unwrap().value;
    let notes = run_view(&app, &session).unwrap().notes;
    assert_eq!(
        (notes.len(), notes[0].text.as_str(), notes[0].corrects),
        (2, "Table 4", true)
    );
    assert_eq!(notes[0].at, "09:31");
    assert_eq!(undo(&app), "sessions.note-correct");
    assert_eq!(
        run_view(&app, &session).unwrap().notes[0].text,
        "Table 3 drops “heritage”"
    );
    changes::redo(&app).unwrap();
    note_remove(&app, &session, &second).unwrap();
    assert_eq!(run_view(&app, &session).unwrap().notes.len(), 1);
    assert!(note_add(&app, &session, "\n").is_err());
    assert!(note_correct(&app, &session, "none", "x").is_err());
    let record = &records(&app, &cohort).unwrap()[0];
    assert_eq!(
        (record.notes.len(), record.agenda.len(), record.attendance.len()),
        (1, 14, 6)
    );
    assert_eq!(record.agenda[0].ended.as_deref(), Some("09:00"));
}

#[test]
fn agenda_and_sign_in_sheet_are_printed_the_same_twice() {
    let (place, _, session) = imported();
    let app = place.at("08:00");
    let file = |name: &str| place.folder.path().join(name);
    for print in [agenda_print, sign_in_print] {
        print(&app, &session, &file("one.pdf")).unwrap();
        print(&app, &session, &file("two.pdf")).unwrap();
        let one = std::fs::read(file("one.pdf")).unwrap();
        assert!(one.starts_with(b"%PDF") && one == std::fs::read(file("two.pdf")).unwrap());
    }
    let missing = agenda_print(&app, "none", &file("three.pdf"));
    assert!(matches!(missing, Err(AppError::NotFound { .. })) && !file("three.pdf").exists());
}

#[test]
fn an_agenda_is_read_from_a_file_and_other_files_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("agenda.txt");
    std::fs::write(&path, AGENDA).unwrap();
    assert_eq!(agenda_file(&path).unwrap(), AGENDA);
    for bytes in [b"%PDF-1.7".to_vec(), Vec::new(), vec![b'a'; 1_000_001]] {
        std::fs::write(&path, bytes).unwrap();
        assert!(matches!(agenda_file(&path), Err(AppError::Unusable { .. })));
    }
    assert!(matches!(
        agenda_file(&folder.path().join("none")),
        Err(AppError::Io { .. })
    ));
}

#[test]
fn the_sample_has_a_session_that_ran_one_that_is_due_and_one_to_come() {
    let (place, _) = Place::new();
    for time in ["00:02", "10:13", "23:58"] {
        let app = place.at(time);
        let cohort = crate::sample::fill(&app).unwrap().value;
        let all = list(&app, &cohort).unwrap();
        let states: Vec<_> = all.sessions.iter().map(|one| one.state).collect();
        assert_eq!(
            states,
            [SessionState::Ended, SessionState::Planned, SessionState::Planned]
        );
        assert_eq!(all.next.as_deref(), Some(all.sessions[1].id.as_str()));
        assert_eq!(
            (all.sessions[1].date.as_str(), all.sessions[0].date.as_str()),
            (DAY, "2026-08-17")
        );
        let ran = run_view(&app, &all.sessions[0].id).unwrap();
        assert_eq!(
            (
                ran.tally.present,
                ran.tally.late,
                ran.tally.absent,
                ran.tally.excused
            ),
            (19, 2, 2, 1)
        );
        assert_eq!(
            (
                ran.blocks[3].late,
                ran.blocks[7].late,
                ran.behind,
                ran.notes.len()
            ),
            (4, 4, 2, 5)
        );
        assert!(ran.blocks.iter().all(|block| block.done));
        let due = view(&app, &all.sessions[1].id).unwrap();
        assert_eq!((due.over, due.blocks.len()), (0, 7));
        assert!(due.blocks[6].locked && due.blocks[6].free == 0);
        session_start(&app, &all.sessions[1].id).unwrap();
        let started = run_view(&app, &all.sessions[1].id).unwrap();
        assert!((0..5).contains(&started.behind), "{time}: {}", started.behind);
        assert_eq!(started.session.date, DAY);
        crate::sample::remove(&app).unwrap();
        assert!(app.ws().check().unwrap().is_sound());
        assert!(matches!(
            run_view(&app, &all.sessions[0].id),
            Err(AppError::Store(_))
        ));
    }
}

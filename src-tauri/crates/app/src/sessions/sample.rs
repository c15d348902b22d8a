//! Sessions of the sample: of its cohort one that ran, one that can be run now and one to come; three that ran of the
//! earlier one.

use chrono::{Days, NaiveDate};
use nexus_domain::cohorts::Cohort;
use nexus_domain::ids::NoteId;
use nexus_domain::sessions::agenda::read;
use nexus_domain::sessions::{Block, Note, Presence, Run, Session, instant, local_minutes, times};
use nexus_store::sessions::Attended;
use nexus_store::{Write, cohorts, curriculum, programs, sessions};

use super::import::store;
use crate::{App, Result};

const INSTITUTE: &str = include_str!("../../../../../assets/sample/agenda.md");
const CLINIC: &str = include_str!("../../../../../assets/sample/clinic.md");
const SECOND: &str = include_str!("../../../../../assets/sample/institute-2.md");
/// The days of the earlier cohort: agenda, days before its end, who was absent by the number of the code.
const EARLIER: [(&str, u64, &[u32]); 3] = [
    (SECOND, 238, &[10]),
    (
        include_str!("../../../../../assets/sample/earlier/clinic.md"),
        120,
        &[5, 10],
    ),
    (
        include_str!("../../../../../assets/sample/earlier/closing.md"),
        1,
        &[10],
    ),
];

/// When the blocks of the institute really began, in minutes of the day, and when it was over.
const BEGAN: [u32; 15] = [
    510, 540, 560, 600, 629, 644, 709, 754, 818, 878, 920, 934, 976, 1_005, 1_007,
];
/// Its blocks that got other minutes when the day ran late: position and minutes.
const SHORTER: [(usize, u32); 4] = [(9, 42), (10, 14), (11, 42), (12, 29)];
/// Everybody was there but these: number in the participant code, mark, arrival.
const MARKS: [(u32, Presence, Option<u32>); 5] = [
    (6, Presence::Late, Some(551)),
    (10, Presence::Absent, None),
    (12, Presence::Late, Some(564)),
    (14, Presence::Excused, None),
    (21, Presence::Absent, None),
];
/// Notes: time, position of the block, words.
const NOTES: [(u32, usize, &str); 5] = [
    (
        593,
        2,
        "Two directors stood at the back by choice. Come back to it.",
    ),
    (718, 6, "Devon offers to chair the wall"),
    (824, 8, "Lunch came late. Ask caterer for 12:20"),
    (832, 8, "Table 3 drops “heritage”, keeps “proof”"),
    (1_000, 12, "Nineteen commitments on the wall, all with a date"),
];
/// What is said in some blocks.
const SAID: [(&str, &str); 4] = [
    (
        "One value, five institutions: drafting a shared statement",
        "In fives, one from each sector. One sentence your board, your dean and your mayor would all sign.",
    ),
    (
        "What counts as evidence",
        "Each project on one card: what would make a sceptic change their mind?",
    ),
    (
        "Clinic in fives",
        "Fourteen minutes each: five to tell, two to ask, seven to help. The owner only listens while the others talk.",
    ),
    (
        "Commitments",
        "One line, one date, one person who will ask you about it.",
    ),
];

/// Blocks that were made from modules: title of the block, title and number of the version.
const MODULES: [(&str, &str, u32); 6] = [
    (
        "Where do you lead from? Layers of leadership, walking exercise",
        "Where do you lead from?",
        1,
    ),
    (
        "Giving and taking feedback, triads",
        "Giving and taking feedback",
        1,
    ),
    (
        "One value, five institutions: drafting a shared statement",
        "One value, several institutions",
        1,
    ),
    ("What counts as evidence", "What counts as evidence", 1),
    ("Clinic in fives", "Clinic in fives", 1),
    ("Leading without the title", "Leading without the title", 1),
];

/// Puts the sessions into the sample cohort, within an action. The institute took place seven weeks ago, the
/// clinic is due now, and a second institute comes in three weeks.
pub(crate) fn fill(app: &App, w: &Write<'_>, cohort: &Cohort) -> Result<()> {
    let zone = programs::facility(w)?.map_or(chrono_tz::UTC, |facility| facility.zone);
    let (today, now) = (
        app.now().with_timezone(&zone).date_naive(),
        local_minutes(zone, app.now()),
    );
    let before = today.checked_sub_days(Days::new(49)).unwrap_or(today);
    let after = today.checked_add_days(Days::new(21)).unwrap_or(today);
    let (institute, blocks) = plan(app, w, cohort, INSTITUTE, before, None)?;
    ran(app, w, institute, &blocks)?;
    plan(app, w, cohort, CLINIC, today, Some(now - now % 5))?;
    plan(app, w, cohort, SECOND, after, None)?;
    Ok(())
}

/// Puts the sessions of the earlier cohort into it, within an action. All of them took place as planned.
pub(crate) fn fill_earlier(app: &App, w: &Write<'_>, cohort: &Cohort, ends: NaiveDate) -> Result<()> {
    for (text, before, absent) in EARLIER {
        let date = ends.checked_sub_days(Days::new(before)).unwrap_or(ends);
        let (session, blocks) = plan(app, w, cohort, text, date, None)?;
        held(w, session, &blocks, absent)?;
    }
    Ok(())
}

/// Lets a session have taken place to the minute, everybody there but some.
fn held(w: &Write<'_>, mut session: Session, blocks: &[Block], absent: &[u32]) -> Result<()> {
    let slots = times(session.starts, blocks);
    for (block, slot) in blocks.iter().zip(&slots) {
        let run = Run {
            began: Some(instant(&session, slot.start)),
            ended: Some(instant(&session, slot.end)),
            ..Run::default()
        };
        sessions::set_run(w, block.id, &run)?;
    }
    for (enrolment, person) in cohorts::members(w, session.cohort)? {
        let away = absent.contains(&enrolment.number);
        let attended = Attended {
            mark: if away { Presence::Absent } else { Presence::Present },
            arrived: None,
            walk_in: false,
        };
        sessions::put_attendance(w, session.id, person.id, &attended)?;
    }
    session.began = slots.first().map(|slot| instant(&session, slot.start));
    session.ended = slots.last().map(|slot| instant(&session, slot.end));
    Ok(sessions::put(w, &session)?)
}

/// Plans a session; with `starts` its times are those of the agenda moved to that start.
fn plan(
    app: &App,
    w: &Write<'_>,
    cohort: &Cohort,
    text: &str,
    date: NaiveDate,
    starts: Option<u32>,
) -> Result<(Session, Vec<Block>)> {
    let zone = programs::facility(w)?.map(|facility| facility.zone);
    let mut agenda = read(text);
    agenda.zone = zone;
    let first = agenda.lines.first().map_or(0, |line| line.start);
    for line in &mut agenda.lines {
        line.start = line.start - first + starts.unwrap_or(first);
    }
    let (id, mut blocks) = store(app, w, cohort.id, date, &agenda.title.clone(), &agenda)?;
    let versions = curriculum::all_versions(w)?;
    for block in &mut blocks {
        let made = MODULES.iter().find(|(title, ..)| *title == block.title);
        let version = made.and_then(|(_, title, number)| {
            let mut versions = versions.iter();
            versions.find(|one| one.text.title == *title && one.number == *number)
        });
        if let Some(version) = version {
            block.module = Some(version.id);
            block.instructions.clone_from(&version.text.notes);
            sessions::set_origin(w, block.id, version.id)?;
            sessions::set_plan(w, block)?;
        }
        if let Some((_, words)) = SAID.iter().find(|(title, _)| *title == block.title) {
            (*words).clone_into(&mut block.instructions);
            sessions::set_plan(w, block)?;
        }
    }
    Ok((sessions::by_id(w, id)?, blocks))
}

/// Lets the institute have taken place.
fn ran(app: &App, w: &Write<'_>, mut session: Session, blocks: &[Block]) -> Result<()> {
    let at = |minutes: u32| Some(instant(&session, minutes));
    for (position, (block, times)) in blocks.iter().zip(BEGAN.windows(2)).enumerate() {
        let shorter = SHORTER.iter().find(|(other, _)| *other == position);
        let run = Run {
            began: at(times[0]),
            ended: at(times[1]),
            minutes: shorter.map(|(_, minutes)| *minutes),
            ..Run::default()
        };
        sessions::set_run(w, block.id, &run)?;
    }
    for (enrolment, person) in cohorts::members(w, session.cohort)? {
        let other = MARKS.iter().find(|(number, ..)| *number == enrolment.number);
        let (mark, arrived) = other.map_or((Presence::Present, None), |(_, mark, arrived)| (*mark, *arrived));
        let attended = Attended {
            mark,
            arrived: arrived.and_then(at),
            walk_in: false,
        };
        sessions::put_attendance(w, session.id, person.id, &attended)?;
    }
    for (minutes, position, text) in NOTES {
        let note = Note {
            id: NoteId(app.new_id()),
            block: blocks.get(position).map(|block| block.id),
            text: text.to_owned(),
            at: instant(&session, minutes),
            corrects: None,
        };
        sessions::add_note(w, session.id, &note)?;
    }
    let over = (at(BEGAN[0]), at(BEGAN[BEGAN.len() - 1]));
    (session.began, session.ended) = over;
    Ok(sessions::put(w, &session)?)
}

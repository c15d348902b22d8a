//! Made-up sessions that were held: an agenda, how its blocks really ran, who came, and notes.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use nexus_domain::cohorts::Cohort;
use nexus_domain::ids::{BlockId, NoteId, SessionId};
use nexus_domain::seed::Seed;
use nexus_domain::sessions::{Block, Note, Presence, Run, Session, instant, times};
use nexus_store::sessions::Attended;
use nexus_store::{Write, sessions};

use super::{Calendar, Maker, Member};
use crate::Result;

const TITLES: [&str; 6] = [
    "Where do you lead from?",
    "Feedback that is heard",
    "A project that matters",
    "Money, boards and votes",
    "Change without a crisis",
    "What we carry on",
];

/// A block of every agenda: title, minutes, start if nothing may move it, whether it may be left out, and the
/// competency that it works on.
struct Part(&'static str, u32, Option<u32>, bool, &'static str);

const PARTS: [Part; 8] = [
    Part("Welcome, and what happened since", 30, None, false, ""),
    Part(
        "Theme of the day, walking exercise",
        60,
        None,
        false,
        "Self-Awareness",
    ),
    Part("Break", 15, None, false, ""),
    Part("Triads", 65, None, false, "Communicating Effectively"),
    Part("Lunch, fixed: caterer", 60, Some(12 * 60), false, ""),
    Part(
        "Project clinic: what problem, whose problem?",
        60,
        None,
        false,
        "Thinking and Acting Strategically",
    ),
    Part("Cross-sector speed consulting", 45, None, true, "Collaboration"),
    Part("Commitments", 30, None, false, ""),
];
const STARTS: u32 = 9 * 60;

const NOTES: [&str; 10] = [
    "The walking exercise needs a bigger room.",
    "Good question: who decides what counts as a library?",
    "Two triads want to go on after the program.",
    "Ask the coach to look at the charter of the archive project.",
    "The budget example is too large for small institutions.",
    "Somebody offered to host the next session.",
    "Participants from museums ask for an example of their own.",
    "The mentors should come before lunch next time.",
    "Several had never talked to their board before.",
    "Print the anchors on the back of the sheet.",
];

/// Somewhere that a lesson can come from.
#[derive(Clone, Copy)]
pub(super) struct Source {
    pub session: SessionId,
    pub block: BlockId,
    pub day: NaiveDate,
    /// Name of the competency that the block works on.
    pub competency: &'static str,
}

/// Holds the sessions of a cohort and gives the blocks that worked on a competency.
pub(super) fn hold(
    maker: &mut Maker<'_>,
    w: &Write<'_>,
    cohort: &Cohort,
    members: &[Member],
    calendar: &Calendar,
) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for (title, day) in TITLES.iter().zip(&calendar.sessions) {
        let late = TimeDelta::minutes(i64::from(maker.seed.below(8)));
        let mut session = Session {
            id: SessionId(maker.app.new_id()),
            cohort: cohort.id,
            title: (*title).to_owned(),
            place: maker.facility.name.clone(),
            zone: maker.facility.zone,
            date: *day,
            starts: STARTS,
            began: None,
            ended: None,
        };
        let began = instant(&session, STARTS) + late;
        session.began = Some(began);
        let blocks = agenda(maker);
        let runs = run(&mut maker.seed, &session, &blocks, began);
        session.ended = runs.last().and_then(|run| run.ended);
        sessions::put(w, &session)?;
        for (position, (block, run)) in (0..).zip(blocks.iter().zip(&runs)) {
            sessions::add_block(w, session.id, position, block, run)?;
        }
        for member in members {
            let attended = attend(&mut maker.seed, began);
            sessions::put_attendance(w, session.id, member.person.id, &attended)?;
        }
        note(maker, w, &session, &blocks, &runs)?;
        sources.extend(
            blocks
                .iter()
                .zip(PARTS)
                .filter(|(_, part)| !part.4.is_empty())
                .map(|(block, part)| Source {
                    session: session.id,
                    block: block.id,
                    day: *day,
                    competency: part.4,
                }),
        );
    }
    Ok(sources)
}

fn agenda(maker: &Maker<'_>) -> Vec<Block> {
    let block = |Part(title, minutes, locked, optional, competency): Part| Block {
        id: BlockId(maker.app.new_id()),
        title: title.to_owned(),
        minutes: Some(minutes),
        locked,
        optional,
        competencies: if competency.is_empty() {
            Vec::new()
        } else {
            vec![competency.to_owned()]
        },
        instructions: String::new(),
        module: None,
    };
    PARTS.map(block).into()
}

/// Each block begins when the one before ended, a locked one not before its time, and takes some minutes more
/// or less than planned.
fn run(seed: &mut Seed, session: &Session, blocks: &[Block], began: DateTime<Utc>) -> Vec<Run> {
    let mut now = began;
    let slots = times(STARTS, blocks);
    let mut runs = Vec::new();
    for (block, slot) in blocks.iter().zip(slots) {
        if block.locked.is_some() {
            now = now.max(instant(session, slot.start));
        }
        let dropped = block.optional && seed.once_in(4);
        if dropped {
            runs.push(Run {
                dropped,
                ..Run::default()
            });
            continue;
        }
        let drift = i64::from(seed.below(9)) - 3;
        let ended = now + TimeDelta::minutes(i64::from(slot.end - slot.start) + drift);
        runs.push(Run {
            began: Some(now),
            ended: Some(ended),
            ..Run::default()
        });
        now = ended;
    }
    runs
}

fn attend(seed: &mut Seed, began: DateTime<Utc>) -> Attended {
    let mark = match seed.below(20) {
        0 => Presence::Absent,
        1 => Presence::Excused,
        2 => Presence::Late,
        _ => Presence::Present,
    };
    let minutes = i64::from(seed.below(30)) + 5;
    Attended {
        mark,
        arrived: (mark == Presence::Late).then(|| began + TimeDelta::minutes(minutes)),
        walk_in: false,
    }
}

fn note(
    maker: &mut Maker<'_>,
    w: &Write<'_>,
    session: &Session,
    blocks: &[Block],
    runs: &[Run],
) -> Result<()> {
    for at in [1, 5] {
        let (Some(block), Some(began)) = (blocks.get(at), runs.get(at).and_then(|run| run.began)) else {
            continue;
        };
        let note = Note {
            id: NoteId(maker.app.new_id()),
            block: Some(block.id),
            text: (*maker.seed.pick(&NOTES)).to_owned(),
            at: began + TimeDelta::minutes(i64::from(maker.seed.below(20))),
            corrects: None,
        };
        sessions::add_note(w, session.id, &note)?;
    }
    Ok(())
}

//! What a session came to, on one page.

use nexus_domain::ids::SessionId;
use nexus_domain::sessions::{NoteKind, Presence, note_kind, time_text};
use nexus_report::documents::session_summary::{
    Actual, Decision, NextSession, RunBlock, SessionSummary, Voice,
};
use nexus_store::{Read, sessions};

use super::attendance::attendees;
use super::print::head;
use super::{Day, count, notes};
use crate::Result;

/// The summary of a session, and its title.
pub(crate) fn summary_of(r: &Read<'_>, id: SessionId) -> Result<SessionSummary> {
    let day = Day::load(r, id)?;
    let here = attendees(r, &day)?;
    let noted = here
        .iter()
        .filter(|one| one.attended.mark != Presence::Expected)
        .count();
    let there = here.iter().filter(|one| one.attended.mark.attended()).count();
    let invited = here.iter().filter(|one| !one.attended.walk_in).count();
    let told = notes::notes(r, &day)?;
    let of = |kind: NoteKind| {
        told.iter()
            .filter_map(move |note| Some(note_kind(&note.text)).filter(|(found, _)| *found == kind))
            .map(|(_, text)| text.to_owned())
    };
    let voice = |text| Voice { text, source: None };
    Ok(SessionSummary {
        head: head(r, &day)?,
        attended: (noted > 0).then(|| count(there)),
        invited: Some(count(invited)),
        purpose: None,
        blocks: blocks(&day),
        questions: Vec::new(),
        keep: of(NoteKind::Keep).map(voice).collect(),
        change: of(NoteKind::Change).map(voice).collect(),
        decisions: of(NoteKind::Decision)
            .map(|text| Decision {
                text,
                owner: None,
                due: None,
            })
            .collect(),
        next: next(r, &day)?,
    })
}

fn blocks(day: &Day) -> Vec<RunBlock> {
    let planned = day.planned().into_iter().zip(&day.blocks);
    planned
        .map(|(plan, (_, run))| RunBlock {
            start: run.began.map_or(plan.starts, |at| day.local(at)),
            title: plan.title,
            planned: plan.minutes,
            actual: match (run.dropped, run.began, run.ended) {
                (true, ..) => Actual::LeftOut,
                (false, Some(began), Some(ended)) => {
                    let minutes = (ended - began).num_minutes() - i64::from(run.held / 60);
                    u32::try_from(minutes).map_or(Actual::NotRecorded, Actual::Minutes)
                }
                (false, ..) => Actual::NotRecorded,
            },
        })
        .collect()
}

/// The session after this one.
fn next(r: &Read<'_>, day: &Day) -> Result<Option<NextSession>> {
    let all = sessions::of_cohort(r, day.cohort.id)?.into_iter();
    let mut later = all.filter(|other| {
        (other.date, other.starts, other.id) > (day.session.date, day.session.starts, day.session.id)
    });
    Ok(later.next().map(|session| NextSession {
        title: session.title,
        date: session.date,
        starts: Some(time_text(session.starts)),
        place: Some(session.place).filter(|place| !place.is_empty()),
    }))
}

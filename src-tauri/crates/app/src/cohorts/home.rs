//! A cohort at a glance: when, how far, what comes next, who, and what needs attention.

use nexus_domain::assessments::Moment;
use nexus_domain::projects::{ProjectStatus, STALE_AFTER};
use nexus_domain::sessions::{Mark, SessionState};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CohortLine, MixView};
use crate::assessments::{self, OccasionLine};
use crate::projects::{self, ProjectLine, ProjectsView};
use crate::sessions::{self, SessionLine};
use crate::{App, Result};

/// So many blocks of the next session are shown.
const BLOCKS: usize = 5;
/// At most so many counts stand in a row.
const METERS: usize = 4;

/// A cohort at a glance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct HomeView {
    /// The cohort itself.
    pub cohort: CohortLine,
    /// Name of its program.
    pub program: String,
    /// The day it is at the facility, `YYYY-MM-DD`.
    pub today: String,
    /// Its sessions, the earliest first.
    pub sessions: Vec<SessionLine>,
    /// Its occasions to answer.
    pub windows: Vec<OccasionLine>,
    /// How far it is: at most four counts of people.
    pub meters: Vec<MeterView>,
    /// The session that runs or comes next.
    pub next: Option<NextView>,
    /// Who is in it, by sector (rows) and level (columns).
    pub mix: MixView,
    /// What needs somebody's attention, the most urgent first.
    pub attention: Vec<AttentionGroup>,
}

/// Something that each person of a cohort does once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MeterView {
    /// What is counted; its words are `meter-<label>`.
    pub label: String,
    /// People or projects for whom it is done.
    pub done: u32,
    /// All of them.
    pub of: u32,
}

/// The session that runs or comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NextView {
    /// The session.
    pub session: SessionLine,
    /// Its first blocks.
    pub blocks: Vec<NextBlock>,
    /// How many more there are.
    pub more: u32,
}

/// A block in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NextBlock {
    /// Its id.
    pub id: String,
    /// When it starts, `HH:MM`.
    pub starts: String,
    /// Its title.
    pub title: String,
}

/// Why people need attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum AttentionKind {
    /// They have no sheet of an occasion that is open or over.
    Sheets,
    /// There is no news of their projects.
    Projects,
    /// They were absent from the last session and did not say why.
    Absent,
}

/// People with the same matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AttentionGroup {
    /// The matter.
    pub kind: AttentionKind,
    /// Id of the occasion or session it is about; empty for projects.
    pub record: String,
    /// The moment of the occasion.
    pub moment: Option<Moment>,
    /// Last day of the occasion.
    pub day: Option<String>,
    /// Days without news after which a project counts.
    pub days: u32,
    /// Title of the session.
    pub matter: String,
    /// The people, in the order of their codes, or those who wait longest first.
    pub people: Vec<AttentionLine>,
}

/// One person with a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AttentionLine {
    /// Id of the person.
    pub person: String,
    /// Participant code.
    pub code: String,
    /// Their name.
    pub name: String,
    /// More about it, e.g. the title of the project.
    pub matter: String,
    /// For how many days.
    pub days: Option<u32>,
}

/// A cohort at a glance, put together from what the screens of its features show.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn home(app: &App, id: &str) -> Result<HomeView> {
    let view = super::view(app, id)?;
    let held = sessions::list(app, id)?;
    let asked = assessments::overview(app, id)?.occasions;
    let work = projects::list(app, id)?;
    let next = match held.next.as_deref() {
        Some(session) => Some(next(app, session)?),
        None => None,
    };
    let last = held
        .sessions
        .iter()
        .rfind(|session| session.state == SessionState::Ended);
    let mut attention = missing_sheets(&asked, &held.today);
    attention.extend(without_news(&work));
    if let Some(last) = last {
        attention.extend(absent(app, last)?);
    }
    Ok(HomeView {
        meters: meters(&asked, &work, last, &held.today),
        cohort: view.cohort,
        program: view.program,
        mix: view.mix,
        today: held.today,
        sessions: held.sessions,
        windows: asked,
        next,
        attention,
    })
}

fn next(app: &App, session: &str) -> Result<NextView> {
    let view = sessions::view(app, session)?;
    let all = view.blocks.len();
    let blocks = view.blocks.into_iter().take(BLOCKS).map(|block| NextBlock {
        id: block.id,
        starts: block.starts,
        title: block.title,
    });
    Ok(NextView {
        session: view.session,
        blocks: blocks.collect(),
        more: count(all.saturating_sub(BLOCKS)),
    })
}

/// Whether the window of an occasion has opened.
fn open(occasion: &OccasionLine, today: &str) -> bool {
    occasion.opens.as_deref().is_some_and(|opens| opens <= today) || occasion.sheets > 0
}

fn meters(
    asked: &[OccasionLine],
    work: &ProjectsView,
    last: Option<&SessionLine>,
    today: &str,
) -> Vec<MeterView> {
    let mut meters = Vec::new();
    let mut meter = |label: &str, done: u32, of: u32| {
        if of > 0 {
            meters.push(MeterView {
                label: label.to_owned(),
                done,
                of,
            });
        }
    };
    for (moment, label) in [(Moment::Baseline, "baseline"), (Moment::End, "end")] {
        let sheets = asked.iter().find(|occasion| {
            occasion.moment == moment
                && occasion.instrument == assessments::INSTRUMENT
                && open(occasion, today)
        });
        if let Some(occasion) = sheets {
            meter(label, occasion.sheets, occasion.enrolled);
        }
    }
    let projects = count(work.projects.len());
    let some = |ready: fn(&ProjectLine) -> bool| count(work.projects.iter().filter(|line| ready(line)).count());
    meter("charters", some(|line| line.agreed.is_some()), projects);
    meter("news", some(|line| !is_silent(line)), projects);
    if let Some(last) = last {
        meter("attended", last.tally.present + last.tally.late, last.enrolled);
    }
    meters.truncate(METERS);
    meters
}

/// A project that goes on and of which nothing was heard for a month.
fn is_silent(line: &ProjectLine) -> bool {
    let finished = line.status == Some(ProjectStatus::Finished);
    !finished && line.days.is_some_and(|days| i64::from(days) > STALE_AFTER)
}

fn missing_sheets(asked: &[OccasionLine], today: &str) -> Vec<AttentionGroup> {
    let groups = asked
        .iter()
        .filter(|occasion| open(occasion, today) && !occasion.missing.is_empty());
    let groups = groups.map(|occasion| AttentionGroup {
        kind: AttentionKind::Sheets,
        record: occasion.id.clone(),
        moment: Some(occasion.moment),
        day: occasion.due.clone(),
        days: 0,
        matter: occasion.title.clone(),
        people: occasion
            .missing
            .iter()
            .map(|one| AttentionLine {
                person: one.person.clone(),
                code: one.code.clone(),
                name: one.name.clone(),
                matter: String::new(),
                days: None,
            })
            .collect(),
    });
    groups.collect()
}

fn without_news(work: &ProjectsView) -> Option<AttentionGroup> {
    let mut silent: Vec<&ProjectLine> = work.projects.iter().filter(|line| line.stale).collect();
    silent.sort_by_key(|line| std::cmp::Reverse(line.days));
    let people = silent.into_iter().filter_map(|line| {
        let person = line.people.first()?;
        Some(AttentionLine {
            person: person.person.clone(),
            code: person.code.clone(),
            name: person.name.clone(),
            matter: line.title.clone(),
            days: line.days,
        })
    });
    let people: Vec<_> = people.collect();
    (!people.is_empty()).then(|| AttentionGroup {
        kind: AttentionKind::Projects,
        record: String::new(),
        moment: None,
        day: None,
        days: u32::try_from(STALE_AFTER).unwrap_or(0),
        matter: String::new(),
        people,
    })
}

/// Those who were absent from the last session and did not say why.
fn absent(app: &App, last: &SessionLine) -> Result<Option<AttentionGroup>> {
    let run = sessions::run_view(app, &last.id)?;
    let people = run.attendance.into_iter().filter(|line| line.mark == Mark::Absent);
    let people: Vec<_> = people
        .map(|line| AttentionLine {
            person: line.person,
            code: line.code,
            name: line.name,
            matter: String::new(),
            days: None,
        })
        .collect();
    Ok((!people.is_empty()).then(|| AttentionGroup {
        kind: AttentionKind::Absent,
        record: last.id.clone(),
        moment: None,
        day: Some(last.date.clone()),
        days: 0,
        matter: last.title.clone(),
        people,
    }))
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

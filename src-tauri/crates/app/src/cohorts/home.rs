//! A cohort at a glance: when, how far, what comes next, who, and what needs attention.

use chrono::NaiveDate;
use nexus_domain::assessments::Moment;
use nexus_domain::projects::{ProjectStatus, STALE_AFTER};
use nexus_domain::sessions::{Presence, SessionState, local_minutes, time_of};

use super::home_views::*;
use crate::assessments::{self, OccasionLine};
use crate::projects::{self, ProjectLine, ProjectsView};
use crate::sessions::{self, SessionLine};
use crate::{App, Result};

/// So many blocks of the next session are shown.
const BLOCKS: usize = 5;
/// So many days before a window closes its missing sheets need attention.
const WEEK: i64 = 7;
/// At most so many counts stand in a row.
const METERS: usize = 4;

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
        left: view.left,
        cohort: view.cohort,
        program: view.program,
        mix: view.mix,
        today: held.today,
        sessions: held.sessions,
        windows: asked.iter().filter_map(window).collect(),
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
        minutes: until(app, &view.session),
        session: view.session,
        blocks: blocks.collect(),
        more: count(all.saturating_sub(BLOCKS)),
    })
}

/// Minutes until a session starts, if this is its day where it takes place.
fn until(app: &App, session: &SessionLine) -> Option<i32> {
    let (zone, starts) = (session.zone.parse().ok()?, time_of(&session.starts)?);
    let day: NaiveDate = session.date.parse().ok()?;
    let now = app.now().with_timezone::<chrono_tz::Tz>(&zone);
    let minutes = i64::from(starts) - i64::from(local_minutes(zone, app.now()));
    (now.date_naive() == day).then(|| i32::try_from(minutes).unwrap_or(0))
}

/// Whether the window of an occasion has opened.
fn open(occasion: &OccasionLine, today: &str) -> bool {
    occasion.opens.as_deref().is_some_and(|opens| opens <= today) || occasion.sheets > 0
}

fn window(occasion: &OccasionLine) -> Option<WindowView> {
    Some(WindowView {
        id: occasion.id.clone(),
        moment: occasion.moment,
        title: other_title(occasion),
        opens: occasion.opens.clone()?,
        due: occasion.due.clone()?,
    })
}

/// Title of an instrument that is not the self-assessment.
fn other_title(occasion: &OccasionLine) -> String {
    match occasion.instrument.as_str() {
        assessments::INSTRUMENT => String::new(),
        _ => occasion.title.clone(),
    }
}

fn meters(
    asked: &[OccasionLine],
    work: &ProjectsView,
    last: Option<&SessionLine>,
    today: &str,
) -> Vec<MeterView> {
    let mut meters = Vec::new();
    let mut meter = |label: &str, done: u32, of: u32, left: u32| {
        if of > 0 {
            meters.push(MeterView {
                label: label.to_owned(),
                done,
                of,
                left,
            });
        }
    };
    for (moment, label) in [(Moment::Baseline, "baseline"), (Moment::End, "end")] {
        // The newest version stands for its moment.
        let sheets = asked.iter().rfind(|occasion| {
            occasion.moment == moment
                && occasion.instrument == assessments::INSTRUMENT
                && open(occasion, today)
        });
        if let Some(occasion) = sheets {
            meter(
                label,
                occasion.sheets + occasion.elsewhere,
                occasion.enrolled,
                occasion.withdrew,
            );
        }
    }
    let projects = count(work.projects.len());
    let some =
        |ready: fn(&ProjectLine) -> bool| count(work.projects.iter().filter(|line| ready(line)).count());
    meter("charters", some(|line| line.agreed.is_some()), projects, 0);
    meter("news", some(has_news), projects, 0);
    if let Some(last) = last {
        meter("attended", last.tally.present + last.tally.late, last.enrolled, 0);
    }
    meters.truncate(METERS);
    meters
}

/// A project that is finished, or of which something was heard within a month.
fn has_news(line: &ProjectLine) -> bool {
    let lately = line.days.is_some_and(|days| i64::from(days) <= STALE_AFTER);
    line.status == Some(ProjectStatus::Finished) || (line.last.is_some() && lately)
}

/// Whether missing sheets are urgent: the window closes within a week, has closed, or never does.
fn urgent(occasion: &OccasionLine, today: &str) -> bool {
    let days = |due: &String| -> Option<i64> {
        let (due, today): (NaiveDate, NaiveDate) = (due.parse().ok()?, today.parse().ok()?);
        Some((due - today).num_days())
    };
    let left = occasion.due.as_ref().and_then(days);
    open(occasion, today) && left.is_none_or(|days| days <= WEEK)
}

fn missing_sheets(asked: &[OccasionLine], today: &str) -> Vec<AttentionGroup> {
    // Whoever has no sheet of a moment has none of any version: the newest asks for it.
    let newest = |occasion: &&OccasionLine| {
        let same = asked
            .iter()
            .filter(|one| one.instrument == occasion.instrument && one.moment == occasion.moment);
        same.map(|one| one.version).max() == Some(occasion.version)
    };
    let groups = asked
        .iter()
        .filter(|occasion| urgent(occasion, today) && !occasion.missing.is_empty())
        .filter(newest);
    let groups = groups.map(|occasion| AttentionGroup {
        kind: AttentionKind::Sheets,
        record: occasion.id.clone(),
        moment: Some(occasion.moment),
        day: occasion.due.clone(),
        days: 0,
        matter: other_title(occasion),
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
    let people = run
        .attendance
        .into_iter()
        .filter(|line| line.mark == Presence::Absent);
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

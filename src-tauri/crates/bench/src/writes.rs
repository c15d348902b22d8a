//! What the log costs: a mark with its commit, and many rows at once.

use std::fmt::Write as _;

use nexus_app::{App, cohorts, people};
use nexus_domain::ids::{PersonId, SessionId};
use nexus_domain::sessions::Presence;
use nexus_store::sessions::Attended;
use nexus_store::{ActionMeta, StoreError, baseline, sessions};
use uuid::Uuid;

use crate::line::{Line, median, time};
use crate::place::Place;
use crate::{Failure, Result};

/// What its lines belong to.
pub const GROUP: &str = "writing";
const PRESENT: Attended = Attended {
    mark: Presence::Present,
    arrived: None,
    walk_in: false,
};

/// Measures writes into the sample, which is then no sample any more.
pub fn measure(place: &Place, smoke: bool) -> Result<Vec<Line>> {
    let app = place.open()?;
    app.ws().keep(|w| {
        let mut tables = ["attendance", "person", "enrolment"].into_iter();
        tables.try_for_each(|table| baseline::make_table(w, table))
    })?;
    Ok(vec![
        one(&app, if smoke { 20 } else { 1_000 })?,
        many(&app, if smoke { 1_000 } else { 100_000 })?,
        import(&app, place, if smoke { 50 } else { 1_000 })?,
    ])
}

fn meta<'a>(app: &App) -> ActionMeta<'a> {
    ActionMeta {
        author: "Bench",
        kind: "sessions.mark",
        detail: "",
        now: app.now(),
    }
}

/// One mark with its commit, logged and bare in turn, so that both see the same disk.
fn one(app: &App, count: u32) -> Result<Line> {
    let session = SessionId(Uuid::now_v7());
    let (mut logged, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..count {
        let person = PersonId(Uuid::now_v7());
        logged.push(time(|| {
            app.ws()
                .transact::<_, StoreError>(&meta(app), |w| {
                    sessions::put_attendance(w, session, person, &PRESENT)
                })
                .map_err(Failure::from)
        })?);
        bare.push(time(|| {
            let written = app
                .ws()
                .keep(|w| baseline::put_attendance(w, session, person, &PRESENT));
            written.map_err(Failure::from)
        })?);
    }
    let line = Line::of(
        GROUP,
        "an attendance mark with its commit",
        "the same row without the log",
        median(logged),
        median(bare),
    );
    Ok(line.at_most(2.0))
}

/// Many rows in one commit.
fn many(app: &App, count: u32) -> Result<Line> {
    let rows: Vec<(SessionId, PersonId)> = (0..count / 25)
        .flat_map(|_| {
            let session = SessionId(Uuid::now_v7());
            (0..25).map(move |_| (session, PersonId(Uuid::now_v7())))
        })
        .collect();
    let bare = time(|| {
        app.ws()
            .keep(|w| {
                rows.iter().try_for_each(|(session, person)| {
                    baseline::put_attendance(w, *session, *person, &PRESENT)
                })
            })
            .map_err(Failure::from)
    })?;
    let logged = time(|| {
        app.ws()
            .transact::<_, StoreError>(&meta(app), |w| {
                rows.iter().try_for_each(|(session, person)| {
                    sessions::put_attendance(w, *session, *person, &PRESENT)
                })
            })
            .map_err(Failure::from)
    })?;
    let what = format!("{} marks as one action", rows.len());
    let line = Line::of(GROUP, &what, "the same rows without the log", logged, bare);
    Ok(line.at_most(5.0))
}

/// A roster of people nobody knows yet: the file is read, every row is held against everybody in the workspace,
/// and all is stored as one action.
fn import(app: &App, place: &Place, count: u32) -> Result<Line> {
    let mut text = String::from("First name,Last name,Email,Institution,Position,Aspiration\n");
    for number in 0..count {
        let name = word(number);
        let _ = writeln!(
            text,
            "Bench{name},Ro{name},bench-{number}@example.org,{name} Public Library,Head of reference,Lead a branch"
        );
    }
    let path = place.file("roster.csv");
    std::fs::write(&path, text).map_err(|source| Failure::File {
        path: path.clone(),
        source,
    })?;
    let input = people::RosterInput {
        path: path.to_string_lossy().into_owned(),
        new_cohort: "Bench".to_owned(),
        ..people::RosterInput::default()
    };
    let logged = time(|| Ok(people::import(app, &input)?))?;
    let cohort = cohorts::find(app, "Bench")?.id;
    let people = people::list(app, &cohort)?;
    let people: Vec<String> = people.into_iter().map(|person| person.id).collect();
    let rows = app.ws().read(|r| {
        let enrolments = baseline::ids(r, "enrolment", "cohort", &cohort)?;
        Ok::<_, StoreError>([
            baseline::rows(r, "person", &people)?,
            baseline::rows(r, "enrolment", &enrolments)?,
        ])
    })?;
    let bare = time(|| {
        app.ws()
            .keep(|w| rows.iter().try_for_each(|rows| rows.write(w)))
            .map_err(Failure::from)
    })?;
    let what = format!("import of a roster of {count} people, from the file to the commit");
    let against = format!(
        "its {} rows without the log",
        rows.iter().map(baseline::Rows::count).sum::<usize>()
    );
    Ok(Line::of(GROUP, &what, &against, logged, bare).at_most(5.0))
}

/// A made-up word for a number, so that no two names are alike.
fn word(mut number: u32) -> String {
    const PARTS: [&str; 16] = [
        "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va",
    ];
    let mut word = String::new();
    for _ in 0..4 {
        word.push_str(PARTS[(number % 16) as usize]);
        number /= 16;
    }
    word
}

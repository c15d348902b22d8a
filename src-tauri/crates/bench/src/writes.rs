//! What the log costs: a mark with its commit, and many rows at once.

use nexus_app::App;
use nexus_domain::ids::{PersonId, SessionId};
use nexus_domain::sessions::Presence;
use nexus_store::sessions::Attended;
use nexus_store::{ActionMeta, StoreError, baseline, sessions};
use uuid::Uuid;

use crate::line::{Line, median, time};
use crate::place::Place;
use crate::{Failure, Result};

const GROUP: &str = "writing";
const PRESENT: Attended = Attended {
    mark: Presence::Present,
    arrived: None,
    walk_in: false,
};

/// Measures writes into the sample, which is then no sample any more.
pub fn measure(place: &Place, smoke: bool) -> Result<Vec<Line>> {
    let app = place.open()?;
    app.ws().keep(baseline::make_table)?;
    Ok(vec![
        one(&app, if smoke { 20 } else { 1_000 })?,
        many(&app, if smoke { 1_000 } else { 100_000 })?,
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

//! What each screen asks for, against reading the rows that it shows one by one by their primary key.

use std::time::Duration;

use nexus_app::{App, assessments, changes, cohorts, people, programs, sessions};

use crate::Result;
use crate::line::{Line, median, time};
use crate::place::Place;
use crate::spots::{Rows, Spot, read, spots};

const GROUP: &str = "screens";
const INSTRUMENT: &str = "competency-self-assessment";

/// A screen: what it asks for, and the rows that it shows.
struct Screen {
    name: &'static str,
    ask: fn(&App, &Spot) -> Result<()>,
    rows: fn(&Spot) -> Rows,
}

const SCREENS: &[Screen] = &[
    Screen {
        name: "list of cohorts",
        ask: |app, _| done(programs::overview(app)),
        rows: |spot| spot.everything(&["program", "cohort"]),
    },
    Screen {
        name: "cohort home",
        ask: |app, spot| done(cohorts::view(app, &spot.cohort)),
        rows: |spot| spot.rows(&["cohort", "sector", "level", "enrolment", "person"]),
    },
    Screen {
        name: "people of a cohort",
        ask: |app, spot| done(people::list(app, &spot.cohort)),
        rows: |spot| spot.rows(&["cohort", "sector", "level", "enrolment", "person"]),
    },
    Screen {
        name: "a person",
        ask: |app, spot| done(people::view(app, &spot.person)),
        rows: |spot| spot.rows_of_person(&["cohort", "sector", "level"], &["enrolment", "person"]),
    },
    Screen {
        name: "a person's ratings",
        ask: |app, spot| done(assessments::ratings_figure(app, &spot.cohort, &spot.person, 600)),
        rows: |spot| spot.rows_of_person(&["cohort"], &["response"]),
    },
    Screen {
        name: "history of a person",
        ask: |app, spot| done(changes::history(app, "person", &spot.person)),
        rows: |spot| spot.rows_of_person(&[], &["person"]),
    },
    Screen {
        name: "assessments of a cohort",
        ask: |app, spot| done(assessments::overview(app, &spot.cohort)),
        rows: |spot| spot.rows(&["occasion", "enrolment", "response"]),
    },
    Screen {
        name: "grid of sheets",
        ask: |app, spot| done(assessments::grid(app, &spot.occasion)),
        rows: |spot| {
            let mut rows = spot.rows(&["cohort", "occasion", "enrolment", "person"]);
            rows.extend(spot.sheets());
            rows
        },
    },
    Screen {
        name: "one sheet",
        ask: |app, spot| done(assessments::form(app, &spot.occasion, &spot.person)),
        rows: |spot| spot.rows(&["cohort", "occasion", "sector", "level", "enrolment", "person"]),
    },
    Screen {
        name: "statistics of a cohort",
        ask: |app, spot| done(assessments::statistics(app, &spot.cohort, INSTRUMENT)),
        rows: |spot| spot.rows(&["cohort", "occasion", "enrolment", "response"]),
    },
    Screen {
        name: "sessions of a cohort",
        ask: |app, spot| done(sessions::list(app, &spot.cohort)),
        rows: |spot| {
            let mut rows = spot.rows(&["cohort", "enrolment", "person", "session"]);
            rows.extend(spot.of_sessions(&["block", "attendance"]));
            rows
        },
    },
    Screen {
        name: "a session as planned",
        ask: |app, spot| done(sessions::view(app, &spot.session)),
        rows: |spot| {
            let mut rows = spot.rows(&["cohort", "enrolment", "person", "session"]);
            rows.extend(spot.of_session(&["block", "attendance"]));
            rows
        },
    },
    Screen {
        name: "a session as it runs",
        ask: |app, spot| done(sessions::run_view(app, &spot.session)),
        rows: |spot| {
            let mut rows = spot.rows(&["cohort", "enrolment", "person", "session"]);
            rows.extend(spot.of_session(&["block", "attendance", "note"]));
            rows
        },
    },
    Screen {
        name: "what undo would turn",
        ask: |app, _| done(changes::top(app)),
        rows: |spot| spot.rows(&["cohort"]),
    },
];

/// Takes an answer as a window does, to the last byte.
fn done<T>(answer: nexus_app::Result<T>) -> Result<()> {
    std::hint::black_box(answer?);
    Ok(())
}

/// Measures every screen. Each repetition looks at another cohort, and reads the rows of yet another one, so
/// that neither finds warm what the other read.
pub fn measure(place: &Place, smoke: bool) -> Result<Vec<Line>> {
    let app = place.open()?;
    let spots = spots(&app, if smoke { 1 } else { 60 })?;
    SCREENS.iter().map(|screen| one(&app, screen, &spots)).collect()
}

fn one(app: &App, screen: &Screen, spots: &[Spot]) -> Result<Line> {
    let (mut asked, mut read_by_key) = (Vec::<Duration>::new(), Vec::<Duration>::new());
    let mut count = 0;
    for (at, spot) in spots.iter().enumerate() {
        asked.push(time(|| (screen.ask)(app, spot))?);
        let rows = (screen.rows)(&spots[(at + spots.len() / 2) % spots.len()]);
        read_by_key.push(time(|| {
            count = read(app, &rows)?;
            Ok(())
        })?);
    }
    let against = format!("its {count} rows by primary key");
    Ok(Line::of(GROUP, screen.name, &against, median(asked), median(read_by_key)).at_most(20.0))
}

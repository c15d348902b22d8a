//! The screens, and the rows that each of them shows or counts.

use nexus_app::programs::ReachBy;
use nexus_app::{assessments, changes, cohorts, curriculum, outcomes, people, programs, projects, sessions};

use super::Screen;
use crate::Result;
use crate::spots::{Rows, Spot};

const INSTRUMENT: &str = "competency-self-assessment";
/// Width of a figure.
const WIDTH: u32 = 600;
/// Everybody in a cohort with what their sectors and levels are called.
const EVERYBODY: [&str; 5] = ["cohort", "sector", "level", "enrolment", "person"];

/// Takes an answer as a window does, to the last byte.
fn done<T>(answer: nexus_app::Result<T>) -> Result<()> {
    std::hint::black_box(answer?);
    Ok(())
}

fn with(mut rows: Rows, more: Rows) -> Rows {
    rows.extend(more);
    rows
}

/// What a page shows that tells of all of a cohort.
fn everything_of_cohort(spot: &Spot) -> Rows {
    let rows = with(
        spot.rows(&EVERYBODY),
        spot.rows(&["occasion", "response", "session", "project"]),
    );
    with(
        rows,
        with(
            spot.of_sessions(&["block", "attendance"]),
            spot.of_projects(&["project_member", "milestone", "project_update", "lesson"]),
        ),
    )
}

pub(super) const SCREENS: &[Screen] = &[
    Screen {
        name: "list of cohorts",
        ask: |app, _| done(programs::overview(app)),
        rows: |spot| spot.everything(&["program", "cohort"]),
    },
    Screen {
        name: "counts of the sidebar",
        ask: |app, spot| done(programs::counts(app, &spot.cohort)),
        rows: |spot| spot.rows(&["enrolment", "session", "occasion", "project"]),
    },
    Screen {
        name: "cohort home",
        ask: |app, spot| done(cohorts::home(app, &spot.cohort)),
        rows: everything_of_cohort,
    },
    Screen {
        name: "logic model of a cohort",
        ask: |app, spot| done(programs::model(app, &spot.program, Some(&spot.cohort))),
        rows: everything_of_cohort,
    },
    Screen {
        name: "reach of a cohort",
        ask: |app, spot| {
            let (rows, columns) = (ReachBy::Sector, ReachBy::Level);
            done(programs::reach(
                app,
                &spot.program,
                Some(&spot.cohort),
                rows,
                columns,
            ))
        },
        rows: |spot| with(spot.rows(&EVERYBODY), spot.of_sessions(&["attendance"])),
    },
    Screen {
        name: "logic model of the whole program",
        ask: |app, spot| done(programs::model(app, &spot.program, None)),
        rows: |spot| {
            spot.everything(&[
                "cohort",
                "enrolment",
                "person",
                "session",
                "attendance",
                "occasion",
                "response",
                "project",
                "project_member",
                "lesson",
            ])
        },
    },
    Screen {
        name: "what came after a cohort",
        ask: |app, spot| done(outcomes::view(app, &spot.cohort)),
        rows: |spot| {
            let program = spot.everything(&["outcome", "outcome_evidence", "indicator", "follow_up"]);
            with(
                spot.rows(&EVERYBODY),
                with(program, spot.rows(&["occasion", "response"])),
            )
        },
    },
    Screen {
        name: "curriculum",
        ask: |app, _| done(curriculum::list(app)),
        rows: |spot| spot.everything(&["module", "module_version", "block"]),
    },
    Screen {
        name: "people of a cohort",
        ask: |app, spot| done(people::list(app, &spot.cohort)),
        rows: |spot| spot.rows(&EVERYBODY),
    },
    Screen {
        name: "a person",
        ask: |app, spot| done(people::view(app, &spot.person)),
        rows: |spot| spot.rows_of_person(&["cohort", "sector", "level"], &["enrolment", "person"]),
    },
    Screen {
        name: "history of a person",
        ask: |app, spot| done(changes::history(app, "person", &spot.person)),
        rows: |spot| spot.rows_of_person(&[], &["person", "change", "action"]),
    },
    Screen {
        name: "a person's ratings",
        ask: |app, spot| {
            done(assessments::ratings_figure(
                app,
                &spot.cohort,
                &spot.person,
                WIDTH,
            ))
        },
        rows: |spot| spot.rows_of_person(&["cohort"], &["response"]),
    },
    Screen {
        name: "a person's attendance",
        ask: |app, spot| done(sessions::of_person(app, &spot.cohort, &spot.person)),
        rows: |spot| with(spot.rows(&["cohort", "session"]), spot.of_sessions(&["block"])),
    },
    Screen {
        name: "a person's projects",
        ask: |app, spot| done(projects::of_person(app, &spot.cohort, &spot.person)),
        rows: |spot| {
            let rows = spot.rows_of_person(&EVERYBODY, &["next_step"]);
            let project = [
                "project",
                "project_member",
                "milestone",
                "project_update",
                "lesson",
            ];
            with(rows, spot.of_project(&project))
        },
    },
    Screen {
        name: "staff and people without a place",
        ask: |app, _| done(people::staff(app)),
        rows: |spot| spot.everything(&["person", "enrolment"]),
    },
    Screen {
        name: "sectors and levels, with how many use them",
        ask: |app, _| done(people::words(app)),
        rows: |spot| spot.everything(&["person", "enrolment"]),
    },
    Screen {
        name: "sessions of a cohort",
        ask: |app, spot| done(sessions::list(app, &spot.cohort)),
        rows: |spot| {
            let rows = spot.rows(&["cohort", "enrolment", "person", "session"]);
            with(rows, spot.of_sessions(&["block", "attendance"]))
        },
    },
    Screen {
        name: "a session as planned",
        ask: |app, spot| done(sessions::view(app, &spot.session)),
        rows: |spot| {
            let rows = spot.rows(&["cohort", "enrolment", "person", "session"]);
            with(rows, spot.of_session(&["block", "attendance"]))
        },
    },
    Screen {
        name: "a session as it runs, with attendance",
        ask: |app, spot| done(sessions::run_view(app, &spot.session)),
        rows: |spot| {
            let rows = spot.rows(&["cohort", "enrolment", "person", "session"]);
            with(rows, spot.of_session(&["block", "attendance", "note"]))
        },
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
            with(
                spot.rows(&["cohort", "occasion", "enrolment", "person"]),
                spot.sheets(),
            )
        },
    },
    Screen {
        name: "one sheet",
        ask: |app, spot| done(assessments::form(app, &spot.occasion, &spot.person)),
        rows: |spot| with(spot.rows(&EVERYBODY), spot.rows(&["occasion"])),
    },
    Screen {
        name: "results of a cohort",
        ask: |app, spot| done(assessments::results(app, &spot.cohort, INSTRUMENT, WIDTH)),
        rows: |spot| spot.rows(&["cohort", "occasion", "enrolment", "person", "response"]),
    },
    Screen {
        name: "projects of a cohort",
        ask: |app, spot| done(projects::list(app, &spot.cohort)),
        rows: |spot| {
            let rows = spot.rows(&["cohort", "enrolment", "person", "project"]);
            with(
                rows,
                spot.of_projects(&["project_member", "milestone", "project_update"]),
            )
        },
    },
    Screen {
        name: "a project",
        ask: |app, spot| done(projects::view(app, &spot.project)),
        rows: |spot| {
            let rows = spot.rows(&["cohort", "enrolment", "person", "session"]);
            let project = [
                "project",
                "project_member",
                "milestone",
                "project_update",
                "lesson",
            ];
            with(
                rows,
                with(spot.of_sessions(&["block"]), spot.of_project(&project)),
            )
        },
    },
    Screen {
        name: "what undo would turn",
        ask: |app, _| done(changes::top(app)),
        rows: |spot| spot.rows(&["cohort"]),
    },
];

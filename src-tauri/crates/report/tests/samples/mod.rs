//! Invented people, sessions and instruments for the tests.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
#![allow(dead_code, reason = "each test binary uses some of them")]

use nexus_report::documents::Paper;
use nexus_report::documents::agenda::*;
use nexus_report::documents::paper_form::*;
use nexus_report::documents::participant::*;
use nexus_report::documents::session::SessionHead;
use nexus_report::documents::sign_in::*;
use nexus_report::figures::*;
use nexus_report::words::Date;

pub mod group;
pub mod story;

/// A day written as in ISO 8601.
pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A participant with everything.
pub fn full() -> ParticipantSummary {
    let row = |name: &str, before: u8, after: u8| Competency {
        name: name.into(),
        before: Rating::Value(before),
        after: Rating::Value(after),
    };
    let mut rows = vec![
        row("Self-Awareness", 4, 5),
        row("Influence", 2, 2),
        row("Communicating Effectively", 4, 5),
        row("Learning Agility", 3, 3),
        row("Collaboration", 1, 3),
        row("Thinking and Acting Strategically", 3, 5),
        row("Developing Others", 4, 4),
        row("Innovation, Embracing Risk-Taking", 3, 4),
        row("Navigating Ambiguity", 2, 2),
        row("Acting Systemically", 3, 4),
        row("Influencing", 3, 4),
        row("Leading Change", 3, 3),
        row("Effective Decision Making", 3, 3),
    ];
    rows[6].after = Rating::Declined;
    let milestone = |title: &str, planned: &str, done: Option<&str>| Milestone {
        title: title.into(),
        planned: day(planned),
        done: done.map(day),
    };
    let mark = |date: &str, session: &str, status| AttendanceMark {
        date: day(date),
        session: session.into(),
        status,
        arrived: (status == AttendanceStatus::Late).then(|| "14:41".into()),
    };
    ParticipantSummary {
        cohort: "Prairie State cohort, 2026–27".into(),
        facility: "Prairie State training facility".into(),
        award: Some("RE-00-26-0001".into()),
        code: "N01".into(),
        name: "Søren Łukaszewicz".into(),
        identity: vec![
            "Public".into(),
            "Department head".into(),
            "Summit County Public Library, New Mexico".into(),
            "21–100 staff".into(),
        ],
        coach: Some("Grace Albuquerque".into()),
        as_of: day("2027-06-18"),
        paper: Paper::Letter,
        ratings: Some(Dumbbell {
            before: Moment {
                label: "baseline".into(),
                date: Some(day("2026-10-05")),
            },
            after: Some(Moment {
                label: "end".into(),
                date: Some(day("2027-05-14")),
            }),
            scale: (1, 5),
            instrument: "Competency self-assessment, version 2".into(),
            rows,
        }),
        stands_out: vec![],
        project: Some(ProjectSummary {
            title: "One card, eleven branches".into(),
            sentence: Some(
                "Residents of eleven towns carry eleven library cards. One card, one fines policy and one courier \
                 would let them borrow anywhere in the county."
                    .into(),
            ),
            status: Some("On course".into()),
            milestones: vec![
                milestone("Charter", "2026-10-02", Some("2026-10-02")),
                milestone("Branch interviews", "2026-12-04", Some("2026-12-04")),
                milestone("Pilot, two branches", "2027-02-05", Some("2027-02-12")),
                milestone("Board paper", "2027-04-09", Some("2027-04-09")),
                milestone("County-wide", "2027-06-30", None),
            ],
            updates: vec![
                ProjectUpdate {
                    date: day("2027-05-28"),
                    text: "Nine of eleven branches share the card; the last two open in July.".into(),
                    evidence: 2,
                },
                ProjectUpdate {
                    date: day("2027-03-02"),
                    text: "Pilot branches report 214 cross-town loans in the first two weeks.".into(),
                    evidence: 0,
                },
            ],
        }),
        attendance: vec![
            mark("2026-10-05", "Institute, day 1", AttendanceStatus::Present),
            mark("2026-11-12", "Project clinic II", AttendanceStatus::Late),
            mark("2027-02-11", "Institute II", AttendanceStatus::Present),
        ],
        lessons: vec![
            Lesson {
                what: "Board paper opens with the mayor’s words".into(),
                source: Some("One value, five institutions".into()),
                competency: Some("Influence".into()),
            },
            Lesson {
                what: "County archive lends its courier on Tuesdays".into(),
                source: Some("Cross-sector speed consulting".into()),
                competency: Some("Collaboration".into()),
            },
            Lesson {
                what: "One fines policy instead of eleven".into(),
                source: Some("Project clinic II".into()),
                competency: None,
            },
        ],
        next_steps: vec![NextStep {
            text: "Open the last two branches and thank the drivers".into(),
            due: Some(day("2027-07-15")),
        }],
        coach_notes: vec![CoachNote {
            date: day("2027-06-04"),
            author: "Grace Albuquerque".into(),
            text: "Say nine open, two dated. Attach the minutes and I will sign it off.".into(),
        }],
    }
}

/// A participant with a baseline only, many sessions and crowded milestones, on A4.
pub fn busy() -> ParticipantSummary {
    let mut input = full();
    input.paper = Paper::A4;
    input.name = "Nguyễn Thị Minh Khai".into();
    let ratings = input.ratings.as_mut().unwrap();
    ratings.after = None;
    for (at, row) in ratings.rows.iter_mut().enumerate() {
        row.after = Rating::NoSheet;
        row.before = match at {
            2 => Rating::Blank,
            5 => Rating::Unreadable,
            7 => Rating::Declined,
            _ => row.before,
        };
    }
    let statuses = [
        AttendanceStatus::Present,
        AttendanceStatus::Late,
        AttendanceStatus::Absent,
        AttendanceStatus::Excused,
        AttendanceStatus::Expected,
    ];
    input.attendance = (0..14)
        .map(|at| AttendanceMark {
            date: day("2026-10-05") + chrono::Duration::days(14 * at),
            session: format!("Session {} on a matter of some length", at + 1),
            status: statuses[at as usize % 5],
            arrived: None,
        })
        .collect();
    let project = input.project.as_mut().unwrap();
    project.milestones.extend((0..5).map(|at| Milestone {
        title: format!("Interim step number {at} with the county board"),
        planned: day("2027-03-01") + chrono::Duration::days(6 * at),
        done: (at < 3).then(|| day("2027-03-20")),
    }));
    input.stands_out = vec![
        "Collaboration grew most: the courier, the shared fines policy and the joint board paper.".into(),
        "Influence did not move, and she says why: the board changed twice.".into(),
    ];
    input
}

/// A participant of whom only the name is known.
pub fn bare() -> ParticipantSummary {
    ParticipantSummary {
        award: None,
        identity: vec![],
        coach: None,
        ratings: None,
        project: None,
        attendance: vec![],
        lessons: vec![],
        next_steps: vec![],
        coach_notes: vec![],
        ..full()
    }
}

pub fn sheet(people: usize) -> SignInSheet {
    SignInSheet {
        head: SessionHead {
            cohort: "Prairie State cohort, 2026–27".into(),
            award: Some("RE-00-26-0001".into()),
            session: "Institute, day 1".into(),
            date: day("2026-10-05"),
            place: Some("Prairie State training facility".into()),
            facilitator: Some("Ana Whitfield".into()),
            paper: Paper::Letter,
        },
        people: (1..=people)
            .map(|at| Attendee {
                code: format!("N{at:02}"),
                name: [
                    "Søren Łukaszewicz",
                    "Nguyễn Thị Minh Khai",
                    "Bartholomew Featherstonehaugh-Montgomery",
                ][at % 3]
                    .into(),
                institution: (at % 4 != 0).then(|| "Summit County Public Library, New Mexico".into()),
            })
            .collect(),
        spare_rows: 4,
    }
}

pub fn day_plan() -> Agenda {
    let block = |start: &str, minutes: Option<u32>, title: &str, competencies: &[&str]| AgendaBlock {
        start: start.into(),
        minutes,
        title: title.into(),
        competencies: competencies.iter().map(|name| (*name).to_owned()).collect(),
        locked: title.contains("fixed"),
        optional: title.contains("speed"),
    };
    Agenda {
        head: SessionHead {
            cohort: "Prairie State cohort, 2026–27".into(),
            award: None,
            session: "Institute, day 1".into(),
            date: day("2026-10-05"),
            place: Some("Prairie State training facility".into()),
            facilitator: Some("Ana Whitfield".into()),
            paper: Paper::A4,
        },
        purpose: Some("Know where you lead from, and what problem you will take on.".into()),
        blocks: vec![
            block("08:30", Some(30), "Doors, coffee, sign-in", &[]),
            block("09:00", Some(20), "Welcome and ground rules", &[]),
            block(
                "09:20",
                Some(40),
                "Where do you lead from? Layers of leadership, walking exercise",
                &["Self-Awareness"],
            ),
            block(
                "10:40",
                Some(65),
                "Giving and taking feedback, triads",
                &["Communicating Effectively", "Developing Others"],
            ),
            block("12:30", Some(60), "Lunch, fixed: caterer", &[]),
            block(
                "14:30",
                Some(45),
                "Cross-sector speed consulting",
                &["Collaboration"],
            ),
            block("16:45", None, "Close, fixed: shuttle leaves", &[]),
        ],
    }
}

pub fn form(worded: bool) -> PaperForm {
    let labels = [
        "Strongly disagree",
        "Disagree",
        "Neither agree nor disagree",
        "Agree",
        "Strongly agree",
    ];
    PaperForm {
        instrument: "Competency self-assessment".into(),
        version: "2".into(),
        occasion: "Baseline".into(),
        cohort: "Prairie State cohort, 2026–27".into(),
        code: (!worded).then(|| "N01".into()),
        date: Some(day("2026-10-05")),
        instructions: None,
        items: full()
            .ratings
            .unwrap()
            .rows
            .into_iter()
            .map(|row| FormItem {
                text: row.name,
                anchors: if worded {
                    vec![]
                } else {
                    vec![
                        (1, "I notice it when somebody else points it out.".into()),
                        (3, "I plan for it in my own work.".into()),
                        (5, "Others come to me to learn it.".into()),
                    ]
                },
                answer: FormAnswer::Rating(
                    (1..=5)
                        .map(|at| {
                            let label = labels[usize::from(at) - 1];
                            (at, if worded { label.into() } else { String::new() })
                        })
                        .collect(),
                ),
                section: None,
                hint: None,
            })
            .collect(),
        licence: Some("CC BY 4.0".into()),
        source: Some("Nexus Facilitator".into()),
        paper: Paper::Letter,
    }
}

/// A form with every format, sections and a skip.
pub fn mixed_form() -> PaperForm {
    let item = |text: &str, answer: FormAnswer| FormItem {
        text: text.into(),
        anchors: vec![],
        answer,
        section: None,
        hint: None,
    };
    let mut items = vec![
        item(
            "The sessions were worth my time.",
            FormAnswer::Rating((1..=4).map(|at| (at, String::new())).collect()),
        ),
        item(
            "Do you have a mentor?",
            FormAnswer::One(vec![('a', "Yes".into()), ('b', "No".into())]),
        ),
        item(
            "Hours with your mentor",
            FormAnswer::Number {
                unit: "hours".into(),
                bounds: "(0 to 200)".into(),
            },
        ),
        item(
            "What did you talk about?",
            FormAnswer::Several(vec![('a', "People".into()), ('b', "Money".into())]),
        ),
        item("Anything else?", FormAnswer::Lines { long: true }),
    ];
    items[1].section = Some(("Mentoring".into(), "About the past month.".into()));
    items[2].hint = Some("Only if 2 is a (Yes). Otherwise go on with 5.".into());
    PaperForm {
        instrument: "Follow-up".into(),
        items,
        ..form(false)
    }
}

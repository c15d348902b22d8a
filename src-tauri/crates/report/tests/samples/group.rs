//! Invented sessions, coaches and groups.

use nexus_report::documents::Paper;
use nexus_report::documents::certificate::*;
use nexus_report::documents::coach_brief::*;
use nexus_report::documents::participant::{NextStep, ProjectUpdate};
use nexus_report::documents::session_summary::*;
use nexus_report::documents::statements::*;

use super::{day, day_plan, full};

/// A session with everything.
pub fn held() -> SessionSummary {
    let block = |start: &str, title: &str, planned: Option<u32>, actual: Actual| RunBlock {
        start: start.into(),
        title: title.into(),
        planned,
        actual,
    };
    let question = |text: &str, counts: [u32; 5], silent: u32| ClosingQuestion {
        text: text.into(),
        options: ["Not at all", "A little", "Somewhat", "A good deal", "Very much"]
            .into_iter()
            .zip(counts)
            .map(|(name, count)| (name.to_owned(), Some(count)))
            .collect(),
        silent: Some(silent),
    };
    let voice = |text: &str, source: Option<&str>| Voice {
        text: text.into(),
        source: source.map(str::to_owned),
    };
    let mut head = day_plan().head;
    head.award = Some("RE-00-26-0001".into());
    head.paper = Paper::Letter;
    SessionSummary {
        head,
        attended: Some(21),
        invited: Some(24),
        purpose: Some("Know where you lead from, and what problem you will take on.".into()),
        blocks: vec![
            block("09:00", "Welcome and ground rules", Some(20), Actual::Minutes(24)),
            block(
                "09:24",
                "Where do you lead from? Walking exercise",
                Some(40),
                Actual::Minutes(52),
            ),
            block(
                "10:40",
                "Giving and taking feedback, triads",
                Some(65),
                Actual::Minutes(60),
            ),
            block("12:30", "Lunch", Some(60), Actual::Minutes(60)),
            block(
                "14:30",
                "Cross-sector speed consulting",
                Some(45),
                Actual::LeftOut,
            ),
            block(
                "15:15",
                "Project charter, first draft",
                Some(75),
                Actual::Minutes(88),
            ),
            block("16:45", "Close", None, Actual::Minutes(12)),
        ],
        questions: vec![
            question(
                "I can use today’s work in my library within a month.",
                [0, 1, 2, 9, 8],
                1,
            ),
            question("The pace was right for me.", [1, 3, 5, 8, 3], 1),
            question("I know what my project has to solve.", [0, 2, 6, 10, 3], 0),
        ],
        keep: vec![
            voice("The triads. Nobody had asked me that in ten years.", None),
            voice("Walking instead of slides.", Some("Public, department head")),
        ],
        change: vec![voice("Speed consulting fell out; that is what I came for.", None)],
        decisions: vec![
            Decision {
                text: "Speed consulting opens the next session".into(),
                owner: Some("Ana Whitfield".into()),
                due: Some(day("2026-11-12")),
            },
            Decision {
                text: "Charters are shared before the clinic".into(),
                owner: None,
                due: None,
            },
        ],
        next: Some(NextSession {
            title: "Project clinic I".into(),
            date: day("2026-11-12"),
            starts: Some("13:00".into()),
            place: Some("Lakeside branch".into()),
        }),
    }
}

/// A session of which little is recorded.
pub fn unrecorded() -> SessionSummary {
    SessionSummary {
        attended: None,
        invited: None,
        purpose: None,
        blocks: vec![],
        questions: vec![],
        keep: vec![],
        change: vec![],
        decisions: vec![],
        next: None,
        ..held()
    }
}

/// A coach with so many participants.
pub fn brief(people: usize) -> CoachBrief {
    let sample = full();
    let participant = |at: usize| BriefParticipant {
        code: format!("N{:02}", at + 1),
        name: ["Søren Łukaszewicz", "Nguyễn Thị Minh Khai", "Deborah Tsosie"][at % 3].into(),
        identity: sample.identity.clone(),
        ratings: (at % 3 != 2).then(|| sample.ratings.clone()).flatten(),
        project: (at % 4 != 3).then(|| BriefProject {
            title: "One card, eleven branches".into(),
            status: Some("Slower than planned".into()).filter(|_| at.is_multiple_of(2)),
            reached: 3,
            milestones: 5,
            overdue: vec![("Board paper".into(), day("2027-04-09"))],
            coming: Some(("County-wide".into(), day("2027-06-30"))),
            news: at.is_multiple_of(2).then(|| ProjectUpdate {
                date: day("2027-05-28"),
                text: "Nine of eleven branches share the card; the last two open in July.".into(),
                evidence: 2,
            }),
        }),
        waiting: if at.is_multiple_of(2) {
            vec![
                Waiting {
                    since: Some(day("2027-06-01")),
                    text: "May I show the board the loan figures before they are checked?".into(),
                },
                Waiting {
                    since: None,
                    text: "Who signs for the courier?".into(),
                },
            ]
        } else {
            vec![]
        },
        next_steps: if at % 3 == 1 {
            vec![]
        } else {
            vec![NextStep {
                text: "Open the last two branches and thank the drivers".into(),
                due: Some(day("2027-07-15")),
            }]
        },
    };
    CoachBrief {
        cohort: sample.cohort.clone(),
        facility: sample.facility.clone(),
        award: sample.award.clone(),
        coach: "Grace Albuquerque".into(),
        meeting: Some(day("2027-06-22")),
        as_of: day("2027-06-18"),
        paper: Paper::Letter,
        participants: (0..people).map(participant).collect(),
    }
}

/// The statements of the Institute of Museum and Library Services, of 24 people; `hidden` withholds a count.
pub fn counted(hidden: bool) -> PerformanceStatements {
    let statement = |text: &str, counts: [u32; 5]| {
        let responses: u32 = counts.iter().sum();
        StatementCounts {
            text: text.into(),
            participants: Some(24),
            responses: Some(responses),
            counts: counts.into_iter().map(Some).collect(),
            silent: Some(24 - responses),
        }
    };
    let mut statements = vec![
        statement(
            "My understanding has increased as a result of this program/training.",
            [0, 0, 2, 9, 10],
        ),
        statement(
            "My interest in this subject has increased as a result of this program/training.",
            [0, 1, 4, 8, 8],
        ),
        statement(
            "I am confident I can apply what I learned in this program/training.",
            [0, 1, 3, 11, 6],
        ),
    ];
    if hidden {
        statements[1].counts[1] = None;
        statements[1].counts[2] = None;
    }
    PerformanceStatements {
        program: "Leading from where you stand".into(),
        cohort: Some("Prairie State cohort, 2026–27".into()),
        award: Some("RE-00-26-0001".into()),
        period: Some((day("2026-09-01"), day("2027-08-31"))),
        as_of: day("2027-06-18"),
        instrument: "IMLS: train and develop museum and library professionals, version 1".into(),
        moment: "end".into(),
        options: [
            "Strongly disagree",
            "Disagree",
            "Neither agree nor disagree",
            "Agree",
            "Strongly agree",
        ]
        .map(str::to_owned)
        .to_vec(),
        statements,
        paper: Paper::Letter,
    }
}

/// A certificate with everything.
pub fn honoured() -> Certificate {
    Certificate {
        name: "Søren Łukaszewicz".into(),
        program: "Leading from where you stand".into(),
        cohort: Some("Prairie State cohort, 2026–27".into()),
        facility: "Prairie State training facility".into(),
        period: Some((day("2026-10-05"), day("2027-05-14"))),
        sessions: Some((6, 6)),
        hours: Some("42.5".into()),
        date: Some(day("2027-06-18")),
        signed_by: vec![
            Signature {
                name: "Ana Whitfield".into(),
                office: Some("Lead facilitator".into()),
            },
            Signature {
                name: "Grace Albuquerque".into(),
                office: Some("Coach".into()),
            },
        ],
        acknowledgement: Some(
            "Made possible in part by the Institute of Museum and Library Services, RE-00-26-0001.".into(),
        ),
        paper: Paper::Letter,
    }
}

/// A certificate of which only the names are known.
pub fn plain_certificate() -> Certificate {
    Certificate {
        name: "Nguyễn Thị Minh Khai, who bears a name that needs more than one line of a sheet".into(),
        cohort: None,
        period: None,
        sessions: None,
        hours: None,
        date: None,
        signed_by: vec![Signature {
            name: String::new(),
            office: None,
        }],
        acknowledgement: None,
        paper: Paper::A4,
        ..honoured()
    }
}

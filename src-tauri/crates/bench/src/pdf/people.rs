//! Made-up people with a full summary, the same for the same number: handed to the product as its own input, and to
//! the others as JSON.

use chrono::NaiveDate;
use nexus_report::documents::Paper;
use nexus_report::documents::participant::{
    CoachNote, Lesson, NextStep, ParticipantSummary, ProjectSummary, ProjectUpdate,
};
use nexus_report::figures::{
    AttendanceMark, AttendanceStatus, Competency, Dumbbell, Milestone, Moment, Rating, Timeline, UpdateMark,
    attendance_strip, dumbbell, tally, timeline,
};
use nexus_report::words::Words;
use serde_json::{Value, json};

use crate::Result;

const FIRST: [&str; 12] = [
    "Søren", "Amélie", "Grace", "Łucja", "Teresa", "Noémie", "Ivar", "Chloë", "Ramón", "Žofie", "Deborah",
    "Jürgen",
];
const LAST: [&str; 11] = [
    "Łukaszewicz",
    "Albuquerque",
    "Okafor",
    "Núñez",
    "Tsosie",
    "Håkansson",
    "Dvořák",
    "Begay",
    "O’Connor",
    "Whitfield",
    "Çelik",
];
const COMPETENCIES: [&str; 13] = [
    "Self-Awareness",
    "Influence",
    "Communicating Effectively",
    "Learning Agility",
    "Collaboration",
    "Thinking and Acting Strategically",
    "Developing Others",
    "Innovation, Embracing Risk-Taking",
    "Navigating Ambiguity",
    "Acting Systemically",
    "Influencing",
    "Leading Change",
    "Effective Decision Making",
];
const PLACES: [&str; 5] = [
    "Summit County",
    "Red Mesa",
    "Lakeside",
    "Cedar Falls",
    "Port Ashby",
];
const SHARED: [&str; 5] = ["card", "courier", "catalogue", "reading room", "fines policy"];
const WIDTH: f32 = 480.0;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The person of this number.
pub fn person(at: usize) -> ParticipantSummary {
    let number = at as i64;
    let (place, shared) = (PLACES[at % PLACES.len()], SHARED[at / 5 % SHARED.len()]);
    let coach = format!("{} {}", FIRST[(at + 2) % 12], LAST[(at * 3 + 1) % 11]);
    let rating = |(row, name): (usize, &&str)| {
        let before = 1 + (row * 7 + at) % 4;
        let after = (before + (row * 5 + at / 3) % 3).min(5);
        Competency {
            name: (*name).to_owned(),
            before: Rating::Value(before as u8),
            after: Rating::Value(after as u8),
        }
    };
    let milestone = |title: &str, planned: NaiveDate, late: Option<i64>| Milestone {
        title: title.to_owned(),
        planned,
        done: late.map(|days| planned + chrono::Duration::days(days)),
    };
    let session = |date, session: &str, status| AttendanceMark {
        date,
        session: session.to_owned(),
        status,
        arrived: None,
    };
    ParticipantSummary {
        cohort: "Prairie State cohort, 2026–27".to_owned(),
        facility: "Prairie State training facility".to_owned(),
        award: Some("RE-00-26-0001".to_owned()),
        code: format!("N{:04}", at + 1),
        name: format!("{} {}", FIRST[at % 12], LAST[(at * 7 + at / 12) % 11]),
        identity: vec![
            "Public".to_owned(),
            "Department head".to_owned(),
            format!("{place} Public Library, New Mexico"),
            "21–100 staff".to_owned(),
        ],
        coach: Some(coach.clone()),
        as_of: day(2027, 6, 18),
        paper: Paper::Letter,
        ratings: Some(Dumbbell {
            before: Moment {
                label: "baseline".to_owned(),
                date: Some(day(2026, 10, 5)),
            },
            after: Some(Moment {
                label: "end".to_owned(),
                date: Some(day(2027, 5, 14)),
            }),
            scale: (1, 5),
            instrument: "Competency self-assessment, version 2".to_owned(),
            rows: COMPETENCIES.iter().enumerate().map(rating).collect(),
        }),
        stands_out: Vec::new(),
        project: Some(ProjectSummary {
            title: format!("One {shared}, {} branches", 3 + at % 17),
            sentence: Some(format!(
                "Residents of {place} meet another rule at every desk. One {shared} and one fines policy would let \
                 them borrow anywhere in the county."
            )),
            status: Some("On course".to_owned()),
            milestones: vec![
                milestone("Charter", day(2026, 10, 2), Some(0)),
                milestone("Branch interviews", day(2026, 12, 4), Some(number % 5)),
                milestone("Pilot, two branches", day(2027, 2, 5), Some(number % 9)),
                milestone("Board paper", day(2027, 4, 9), Some(number % 3)),
                milestone("County-wide", day(2027, 6, 30), None),
            ],
            updates: vec![
                ProjectUpdate {
                    date: day(2027, 5, 28),
                    text: format!(
                        "{} of the branches share the {shared}; the last two open in July.",
                        2 + at % 15
                    ),
                    evidence: 0,
                },
                ProjectUpdate {
                    date: day(2027, 3, 2),
                    text: format!(
                        "Pilot branches report {} cross-town loans in the first two weeks.",
                        100 + at * 13 % 400
                    ),
                    evidence: 0,
                },
            ],
        }),
        attendance: vec![
            session(day(2026, 10, 5), "Institute, day 1", AttendanceStatus::Present),
            session(day(2026, 11, 12), "Project clinic II", AttendanceStatus::Late),
            session(day(2027, 2, 11), "Institute II", AttendanceStatus::Present),
        ],
        lessons: ["Influence", "Collaboration", "Leading Change"]
            .into_iter()
            .zip([
                "Board paper opens with the mayor’s words",
                "County archive lends its courier on Tuesdays",
                "One fines policy instead of many",
            ])
            .map(|(competency, what)| Lesson {
                what: what.to_owned(),
                source: Some("Project clinic II".to_owned()),
                competency: Some(competency.to_owned()),
            })
            .collect(),
        next_steps: vec![NextStep {
            text: format!("Open the last two branches of {place} and thank the drivers"),
            due: Some(day(2027, 7, 15)),
        }],
        coach_notes: vec![CoachNote {
            date: day(2027, 6, 4),
            author: coach,
            text: format!(
                "Say {} open, two dated. Attach the minutes and I will sign it off.",
                2 + at % 15
            ),
        }],
    }
}

/// What the others are given: the same words and numbers, findings included, so that they only have to set them.
///
/// # Errors
/// Those of the report crate.
pub fn as_json(person: &ParticipantSummary) -> Result<Value> {
    let words = Words::english();
    let ratings = person.ratings.as_ref();
    let ratings = ratings.ok_or(crate::Failure::Lacks("ratings"))?;
    let project = person.project.as_ref();
    let project = project.ok_or(crate::Failure::Lacks("project"))?;
    let figure = dumbbell(ratings, WIDTH, &words)?;
    let strip = attendance_strip(&person.attendance, WIDTH, &words)?;
    let updates = project.updates.iter();
    let line = Timeline {
        milestones: project.milestones.clone(),
        updates: updates
            .clone()
            .map(|update| UpdateMark { date: update.date })
            .collect(),
        as_of: person.as_of,
    };
    let line = timeline(&line, WIDTH, &words)?;
    let there = person
        .attendance
        .iter()
        .filter(|mark| mark.status.attended())
        .count();
    let reached = project.milestones.iter().filter(|one| one.done.is_some()).count();
    let counts = tally(&ratings.rows);
    let value = |rating| match rating {
        Rating::Value(value) => value,
        _ => 0,
    };
    Ok(json!({
        "code": person.code,
        "name": person.name,
        "identity": person.identity,
        "cohort": person.cohort,
        "facility": person.facility,
        "award": person.award,
        "coach": person.coach,
        "as_of": person.as_of.to_string(),
        "keys": [
            [format!("{there} of {}", person.attendance.len()), "sessions attended"],
            [format!("{} of {}", counts.up, counts.paired()), "competencies up"],
            [format!("{reached} of {}", project.milestones.len()), "milestones reached"],
            [person.lessons.len().to_string(), "lessons applied"],
        ],
        "finding": figure.title,
        "alt": figure.alt,
        "note": figure.note,
        "ratings": ratings.rows.iter().map(|row| json!({
            "name": row.name, "before": value(row.before), "after": value(row.after),
        })).collect::<Vec<_>>(),
        "attended": strip.title,
        "sessions": person.attendance.iter().map(|mark| json!({
            "date": mark.date.to_string(),
            "title": mark.session,
            "status": if mark.status == AttendanceStatus::Late { "late" } else { "present" },
        })).collect::<Vec<_>>(),
        "project": {
            "title": project.title,
            "sentence": project.sentence,
            "milestones": project.milestones.iter().map(|one| json!({
                "title": one.title, "day": one.day().to_string(), "done": one.done.is_some(),
            })).collect::<Vec<_>>(),
            "updates": updates.map(|update| json!({
                "date": update.date.to_string(), "text": update.text,
            })).collect::<Vec<_>>(),
        },
        "reached": format!("{}. Status: {}", line.title, project.status.clone().unwrap_or_default()),
        "line": line.note,
        "lessons": person.lessons.iter().map(|lesson| json!({
            "what": lesson.what, "source": lesson.source, "competency": lesson.competency,
        })).collect::<Vec<_>>(),
        "steps": person.next_steps.iter().map(|step| json!({
            "text": step.text, "due": step.due.map(|due| due.to_string()),
        })).collect::<Vec<_>>(),
        "notes": person.coach_notes.iter().map(|note| json!({
            "date": note.date.to_string(), "author": note.author, "text": note.text,
        })).collect::<Vec<_>>(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_others_are_given_what_the_summary_says() {
        let person = person(7);
        let given = as_json(&person).unwrap();
        assert_eq!(given["name"], person.name);
        assert_eq!(given["ratings"].as_array().unwrap().len(), 13);
        let finding = given["finding"].as_str().unwrap();
        let up = given["ratings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["after"].as_u64() > row["before"].as_u64())
            .count();
        assert!(finding.starts_with(&format!("Up on {up} of 13")), "{finding}");
        assert_eq!(given["project"]["milestones"].as_array().unwrap().len(), 5);
    }

    #[test]
    fn people_differ_and_stay_the_same() {
        assert_eq!(person(3), person(3));
        assert_ne!(person(3).name, person(4).name);
        assert_ne!(person(3).ratings, person(4).ratings);
    }
}

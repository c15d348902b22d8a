//! Records of one person: every read sees one, rows keep their ids, and two copies agree whatever was joined where.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use nexus_domain::assessments::{Answer, Mode, Moment, Occasion, Response};
use nexus_domain::cohorts::{AnswersAfter, Cohort, Departure, Enrolment, Leaving};
use nexus_domain::ids::{
    CohortId, ConsentId, DepartureId, EnrolmentId, OccasionId, PersonId, ProgramId, ProjectId, ResponseId,
    SessionId,
};
use nexus_domain::people::alias::{Join, apart};
use nexus_domain::people::consent::{ConsentAnswer, ConsentEntry, ConsentMeans, sharing};
use nexus_domain::people::{Consent, Person};
use nexus_domain::programs::Program;
use nexus_domain::projects::Project;
use nexus_domain::sessions::{Presence, Session};
use nexus_store::people::{alias, consent};
use nexus_store::sessions::Attended;
use nexus_store::{
    ActionMeta, OpenOptions, Read, StoreError, Workspace, WorkspaceKey, Write, assessments, cohorts, people,
    programs, projects, sessions,
};
use proptest::prelude::*;
use uuid::Uuid;

struct Place {
    _folder: tempfile::TempDir,
    ws: Workspace,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::random().unwrap();
    let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &OpenOptions::WRITE).unwrap();
    Place { _folder: folder, ws }
}

fn at(second: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
}

impl Place {
    fn act<T>(&self, second: i64, work: impl FnOnce(&Write<'_>) -> Result<T, StoreError>) -> T {
        let meta = ActionMeta {
            author: "ana",
            kind: "test",
            detail: "",
            now: at(second),
        };
        self.ws.transact(&meta, work).unwrap().0
    }

    fn read<T>(&self, work: impl FnOnce(&Read<'_>) -> Result<T, StoreError>) -> T {
        self.ws.read(work).unwrap()
    }

    fn join(&self, loser: u128, winner: u128) {
        self.act(1, |w| alias::join(w, join(loser, winner), &[]));
    }

    fn give_to(&self, other: &Self) {
        let (actions, rows) = self.ws.export_log(0).unwrap();
        other.ws.apply_log(&actions, &rows).unwrap();
    }

    /// Who is who, of six records.
    fn kept(&self) -> Vec<PersonId> {
        self.read(|r| (1..=6).map(|number| alias::kept(r, id(number))).collect())
    }

    /// Everything a cohort shows.
    fn shown(&self) -> String {
        self.read(|r| {
            let members = cohorts::members(r, COHORT)?;
            let marks = sessions::attendance(r, SESSION)?;
            let sheets: BTreeMap<_, _> = assessments::responses(r, occasion().id)?
                .into_iter()
                .map(|sheet| (sheet.id, sheet.subject))
                .collect();
            let known = cohorts::known(r, COHORT)?;
            let work = projects::members(r, PROJECT)?;
            let found = programs::find::records(r)?;
            Ok(format!(
                "{members:?} {marks:?} {sheets:?} {known:?} {work:?} {found:?}"
            ))
        })
    }
}

const COHORT: CohortId = CohortId(Uuid::from_u128(100));
const SESSION: SessionId = SessionId(Uuid::from_u128(200));
const PROJECT: ProjectId = ProjectId(Uuid::from_u128(300));

fn id(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn join(loser: u128, winner: u128) -> Join {
    Join {
        loser: id(loser),
        winner: id(winner),
    }
}

fn occasion() -> Occasion {
    Occasion {
        id: OccasionId::of(COHORT, "self", "baseline"),
        cohort: COHORT,
        definition: None,
        instrument: "self".into(),
        version: 1,
        moment: Moment::Baseline,
        opens: None,
        due: None,
    }
}

fn person(number: u128) -> Person {
    Person {
        id: id(number),
        given: format!("Given{number}"),
        family: "Holm".into(),
        email: format!("{number}@example.org"),
        institution: format!("Institution {number}"),
        position: String::new(),
        region: String::new(),
        sector: None,
        level: None,
        size: None,
        aspiration: String::new(),
        consent: if number == 3 { Consent::No } else { Consent::Yes },
        roles: Vec::new(),
    }
}

fn enrolment(number: u32) -> Enrolment {
    let person = id(u128::from(number));
    Enrolment {
        id: EnrolmentId::of(COHORT, person),
        cohort: COHORT,
        person,
        number,
        sector: None,
        level: None,
        aspiration: String::new(),
        institution: format!("Institution {number}"),
        position: String::new(),
        region: String::new(),
        size: None,
        registered: None,
        also: Vec::new(),
        left: None,
        since: None,
    }
}

fn response(number: u128) -> Response {
    Response {
        id: ResponseId(Uuid::from_u128(400 + number)),
        occasion: occasion().id,
        subject: id(number),
        rater: id(number),
        mode: Mode::Paper,
        contexts: Vec::new(),
        answered: None,
        entered: at(10),
        corrects: None,
        answers: vec![("one".into(), Answer::Rated(4))],
    }
}

/// A cohort of six records: 1 to 4 are enrolled, 2 and 3 were at the session, 2 has a sheet, 4 works on a project.
fn filled() -> Place {
    let place = place();
    place.act(0, |w| {
        programs::put(
            w,
            &Program {
                id: ProgramId(Uuid::from_u128(99)),
                name: "P".into(),
                situation: String::new(),
                criteria: Default::default(),
                award: None,
                sample: false,
            },
        )?;
        cohorts::put(
            w,
            &Cohort {
                id: COHORT,
                program: ProgramId(Uuid::from_u128(99)),
                name: "C".into(),
                mark: "C".into(),
                prefix: "N".into(),
                starts: None,
                ends: None,
            },
        )?;
        for number in 1..=6 {
            people::put(w, &person(number))?;
        }
        for number in 1..=4 {
            cohorts::put_enrolment(w, &enrolment(number))?;
        }
        sessions::put(
            w,
            &Session {
                id: SESSION,
                cohort: COHORT,
                title: "S".into(),
                place: String::new(),
                zone: chrono_tz::UTC,
                date: "2026-10-01".parse().unwrap(),
                starts: 540,
                began: None,
                ended: None,
            },
        )?;
        for number in [2, 3] {
            let attended = Attended {
                mark: if number == 2 {
                    Presence::Present
                } else {
                    Presence::Absent
                },
                ..Attended::default()
            };
            sessions::put_attendance(w, SESSION, id(number), &attended)?;
        }
        assessments::put_occasion(w, &occasion())?;
        assessments::insert_response(w, &response(2))?;
        projects::put(
            w,
            &Project {
                id: PROJECT,
                cohort: COHORT,
                title: "T".into(),
                problem: String::new(),
                beneficiaries: String::new(),
                institution: String::new(),
                sponsor: String::new(),
                success: String::new(),
                agreed: None,
            },
        )?;
        projects::put_member(w, PROJECT, id(4))
    });
    place.ws.end_undo().unwrap();
    place
}

#[test]
fn everything_sees_one_person_and_rows_keep_their_ids() {
    let place = filled();
    let before = place.shown();
    place.join(2, 1);
    place.join(4, 1);
    place.read(|r| {
        let members = cohorts::members(r, COHORT)?;
        let codes: Vec<_> = members
            .iter()
            .map(|(one, person)| (one.number, one.also.clone(), person.id))
            .collect();
        assert_eq!(codes, [(1, vec![2, 4], id(1)), (3, vec![], id(3))]);
        assert!(members[0].0.is_coded("N", "n04"));
        assert_eq!(cohorts::all(r)?[0].1, 2);
        assert_eq!(cohorts::counts(r, COHORT)?.people, 2);
        assert_eq!(sessions::attendance(r, SESSION)?[&id(1)].mark, Presence::Present);
        let sheet = &assessments::responses_of(r, occasion().id, id(1))?[0];
        assert_eq!((sheet.subject, sheet.rater), (id(1), id(1)));
        assert_eq!(projects::members(r, PROJECT)?, [id(1)]);
        assert_eq!(
            projects::of_person(r, COHORT, id(2))?.len(),
            1,
            "by any of the records"
        );
        assert_eq!(people::by_id(r, id(4))?.id, id(1));
        assert_eq!(people::all(r)?.len(), 4);
        assert_eq!(people::with_email(r, "4@example.org")?.unwrap().id, id(1));
        assert!(people::without_place(r)?.iter().all(|person| person.id != id(1)));
        let known = cohorts::known(r, COHORT)?;
        assert_eq!(known[0].also.len(), 3);
        assert_eq!(cohorts::of_person(r, id(2))?[0].0.number, 1);
        let found = programs::find::records(r)?;
        let own: Vec<_> = found
            .iter()
            .filter(|record| record.id == id(1).to_string())
            .collect();
        assert_eq!(own.len(), 1);
        assert!(
            own[0].code == "N01" && own[0].words.contains("4@example.org") && own[0].words.contains("N04")
        );
        Ok(())
    });
    // What is written meanwhile is written under the record that counts.
    place.act(2, |w| {
        let attended = Attended {
            mark: Presence::Late,
            ..Attended::default()
        };
        sessions::put_attendance(w, SESSION, id(1), &attended)
    });
    place.read(|r| {
        assert_eq!(sessions::attendance(r, SESSION)?[&id(1)].mark, Presence::Late);
        Ok(())
    });
    for _ in 0..3 {
        place.ws.undo("ana", at(3)).unwrap();
    }
    // The mark made meanwhile went with its undo; what stood before is as it was.
    assert_eq!(place.shown(), before);
    assert!(place.ws.check().unwrap().is_sound());
}

#[test]
fn consent_is_the_latest_answer_of_any_record_and_else_the_narrowest() {
    let place = filled();
    place.join(1, 3);
    place.read(|r| {
        assert_eq!(people::by_id(r, id(1))?.consent, Consent::No);
        assert_eq!(
            people::all(r)?
                .into_iter()
                .find(|one| one.id == id(3))
                .unwrap()
                .consent,
            Consent::No
        );
        Ok(())
    });
    let entry = |number: u128, day: &str, answer| ConsentEntry {
        id: ConsentId(Uuid::from_u128(number)),
        person: id(1),
        kind: sharing(),
        answer,
        day: day.parse().unwrap(),
        means: ConsentMeans::Paper,
        recorder: "ana".into(),
        wording: "May we?".into(),
        version: 1,
    };
    place.act(2, |w| {
        consent::add(w, &entry(900, "2026-10-02", ConsentAnswer::Given))
    });
    place.act(3, |w| {
        consent::add(w, &entry(901, "2026-10-01", ConsentAnswer::Withdrawn))
    });
    place.read(|r| {
        assert_eq!(people::by_id(r, id(3))?.consent, Consent::Yes);
        let known = cohorts::known(r, COHORT)?;
        let one = known.iter().find(|one| one.id == Some(id(3))).unwrap();
        assert_eq!(one.facts.consent, Consent::Yes);
        assert_eq!(consent::of_person(r, id(1))?.len(), 2);
        Ok(())
    });
    // Storing the person again says nothing new about consent.
    place.act(4, |w| people::put(w, &person(1)));
    place.act(5, |w| {
        consent::set_deleted(w, ConsentId(Uuid::from_u128(900)), true)
    });
    place.read(|r| {
        assert_eq!(people::by_id(r, id(3))?.consent, Consent::No);
        Ok(())
    });
}

#[test]
fn who_left_says_so_and_who_moved_is_counted_once() {
    let place = filled();
    let departure = |number: u128, of: u32, way| Departure {
        id: DepartureId(Uuid::from_u128(number)),
        enrolment: enrolment(of).id,
        way,
        day: "2026-10-01".parse().unwrap(),
        reason: None,
        words: "own words".into(),
        answers: AnswersAfter::Keep,
        onward: None,
        returned: None,
    };
    let scope = programs::model::Scope {
        program: ProgramId(Uuid::from_u128(99)),
        cohort: None,
    };
    place.act(1, |w| {
        cohorts::put_departure(w, &departure(700, 1, Leaving::Withdrawn))?;
        let mut moved = departure(701, 2, Leaving::Moved);
        moved.onward = Some(enrolment(3).id);
        cohorts::put_departure(w, &moved)
    });
    place.read(|r| {
        let members = cohorts::members(r, COHORT)?;
        let left: Vec<_> = members
            .iter()
            .map(|(one, _)| one.left.as_ref().map(|left| left.way))
            .collect();
        assert_eq!(left, [Some(Leaving::Withdrawn), Some(Leaving::Moved), None, None]);
        assert!(!members[0].0.counts() && members[2].0.counts());
        assert_eq!(members[2].0.since, Some("2026-10-01".parse().unwrap()));
        let enrolled = programs::model::enrolled(r, scope)?;
        assert_eq!(enrolled.len(), 3, "the one who moved counts where they go on");
        assert!(
            enrolled.iter().any(|one| one.person == id(3) && one.came),
            "who came before they moved"
        );
        assert_eq!(cohorts::numbers_used(r, COHORT)?.len(), 4);
        Ok(())
    });
    // A record that still takes part keeps the person there.
    place.join(1, 4);
    place.read(|r| {
        let members = cohorts::members(r, COHORT)?;
        assert!(members[0].0.left.is_none() && members[0].0.number == 1);
        Ok(())
    });
}

#[test]
fn answers_deleted_on_request_are_gone_from_the_file() {
    let place = filled();
    let sheets = place.read(|r| assessments::sheets_of(r, COHORT, id(2)));
    assert_eq!(sheets.len(), 1);
    place.act(1, |w| assessments::erase(w, &sheets));
    place.ws.scrub().unwrap();
    assert_eq!(
        place.ws.undo("ana", at(2)).unwrap(),
        None,
        "no step can be undone up to here"
    );
    let (actions, rows) = place.ws.export_log(0).unwrap();
    assert!(
        !format!("{rows:?}").contains("\\\"one\\\""),
        "the log tells no answer"
    );
    assert!(
        place
            .read(|r| assessments::responses(r, occasion().id))
            .is_empty()
    );
    assert!(place.ws.check().unwrap().is_sound());
    // A copy that still has the answers does not bring them back.
    let copy = filled();
    let (theirs, old) = copy.ws.export_log(0).unwrap();
    place.ws.apply_log(&theirs, &old).unwrap();
    let fresh = self::place();
    fresh.ws.apply_log(&actions, &rows).unwrap();
    assert!(
        fresh
            .read(|r| assessments::responses(r, occasion().id))
            .is_empty()
    );
}

/// What a person at one of two laptops does.
#[derive(Debug, Clone)]
enum Step {
    Join(u128, u128),
    Apart(u128),
    Undo,
    Redo,
    Send,
}

fn steps() -> impl Strategy<Value = Vec<(bool, Step)>> {
    let step = prop_oneof![
        4 => (1u128..=6, 1u128..=6).prop_map(|(one, other)| Step::Join(one, other)),
        2 => (1u128..=6).prop_map(Step::Apart),
        1 => Just(Step::Undo),
        1 => Just(Step::Redo),
        2 => Just(Step::Send),
    ];
    proptest::collection::vec((any::<bool>(), step), 1..14)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn two_laptops_agree_and_what_is_taken_apart_is_what_it_was(steps in steps()) {
        let one = filled();
        let before = one.shown();
        let other = place();
        one.give_to(&other);
        prop_assert_eq!(&other.shown(), &before);
        let author = |first: bool| if first { "ana" } else { "ben" };
        for (second, (first, step)) in steps.into_iter().enumerate() {
            let now = i64::try_from(second).unwrap() + 10;
            let (here, there) = if first { (&one, &other) } else { (&other, &one) };
            let meta = ActionMeta { author: author(first), kind: "test", detail: "", now: at(now) };
            match step {
                Step::Join(loser, winner) => {
                    here.ws.transact(&meta, |w| {
                        let (loser, winner) = (alias::kept(w, id(loser))?, alias::kept(w, id(winner))?);
                        if loser == winner { Ok(()) } else { alias::join(w, Join { loser, winner }, &[]) }
                    }).unwrap();
                }
                Step::Apart(record) => {
                    here.ws.transact(&meta, |w| {
                        let kept = alias::kept(w, id(record))?;
                        for join in apart(&alias::joins(w)?, kept, id(record)) {
                            alias::part(w, join)?;
                        }
                        Ok::<_, StoreError>(())
                    }).unwrap();
                }
                Step::Undo => { here.ws.undo(author(first), at(now)).unwrap(); }
                Step::Redo => { here.ws.redo(author(first), at(now)).unwrap(); }
                Step::Send => here.give_to(there),
            }
            let kept = here.kept();
            prop_assert!(kept.iter().all(|one| kept[usize::try_from(one.0.as_u128()).unwrap() - 1] == *one),
                "the record that counts counts for itself");
        }
        one.give_to(&other);
        other.give_to(&one);
        prop_assert_eq!(one.kept(), other.kept());
        prop_assert_eq!(one.shown(), other.shown());
        one.act(1000, |w| {
            for join in alias::joins(w)? {
                alias::part(w, join)?;
            }
            Ok(())
        });
        prop_assert_eq!(one.shown(), before);
        prop_assert!(one.ws.check().unwrap().is_sound());
    }
}

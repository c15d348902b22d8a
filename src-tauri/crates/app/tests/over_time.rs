//! People over time: two records of one person, withdrawing, moving, coming back, and what they allow.
#![allow(clippy::unwrap_used)]

use chrono::{DateTime, TimeDelta};
use nexus_app::assessments::{self, OccasionInput, SheetInput};
use nexus_app::cohorts::{self, CohortInput};
use nexus_app::people::{
    self, ConsentInput, MergeInput, MoveOnInput, PersonField, PersonInput, WithdrawInput,
};
use nexus_app::programs::{ModelFigure, ReachBy, SetupInput, set_up};
use nexus_app::sessions::{self, Presence, SessionInput};
use nexus_app::{App, AppError, Clock, changes, programs, reports, sample};
use nexus_domain::assessments::Moment;
use nexus_domain::cohorts::{AnswersAfter, Leaving};
use nexus_domain::people::Consent;
use nexus_domain::people::alias::Join;
use nexus_domain::people::consent::{ConsentAnswer, ConsentMeans};
use nexus_store::people::alias;
use nexus_store::{ActionMeta, OpenOptions, Workspace, WorkspaceKey};

/// 4 October 2024, 14:02 in Chicago.
fn now() -> DateTime<chrono::Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::hours(19) + TimeDelta::minutes(2)
}

struct Bench {
    _folder: tempfile::TempDir,
    app: App,
    cohort: String,
    people: Vec<String>,
}

/// A cohort of three: Søren (N01), Hạnh (N02) and Søren again (N03).
fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::random().unwrap();
    let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &OpenOptions::WRITE).unwrap();
    let app = App::new(ws, "Ana", Clock::Fixed(now()));
    let setup = SetupInput {
        facility: "Riverbend".into(),
        zone: "America/Chicago".into(),
    };
    set_up(&app, &setup).unwrap();
    let cohort = new_cohort(&app, "Prairie State cohort");
    let person = |given: &str, email: &str| {
        let input = PersonInput {
            given: given.into(),
            family: "Łukaszewicz".into(),
            email: email.into(),
            institution: "Summit".into(),
        };
        people::add(&app, &cohort, &input).unwrap().value.id
    };
    let people = vec![
        person("Søren", "soren@example.org"),
        person("Hạnh", ""),
        person("Soren", "s@example.org"),
    ];
    Bench {
        _folder: folder,
        app,
        cohort,
        people,
    }
}

fn meta() -> ActionMeta<'static> {
    ActionMeta {
        author: "Ana",
        kind: "people.merge",
        detail: "",
        now: now(),
    }
}

fn new_cohort(app: &App, name: &str) -> String {
    let input = CohortInput {
        name: name.into(),
        ..Default::default()
    };
    cohorts::create(app, &input).unwrap().value.id
}

fn withdraw(answers: AnswersAfter) -> WithdrawInput {
    WithdrawInput {
        day: "2024-10-01".into(),
        reason: String::new(),
        words: "A new job".into(),
        answers,
    }
}

fn sheet(bench: &Bench, person: &str) -> String {
    let plan = OccasionInput {
        instrument: "competency-self-assessment".into(),
        moment: Moment::Baseline,
        opens: String::new(),
        due: String::new(),
    };
    let occasion = assessments::plan(&bench.app, &bench.cohort, &plan).unwrap().value;
    let items = assessments::form(&bench.app, &occasion, person)
        .unwrap()
        .items
        .len();
    let input = SheetInput {
        occasion: occasion.clone(),
        person: person.into(),
        answers: vec!["4".into(); items],
        paper: true,
        correct: false,
    };
    assessments::save(&bench.app, &input).unwrap();
    occasion
}

#[test]
fn two_records_become_one_person_and_two_again() {
    let bench = bench();
    let (app, cohort) = (&bench.app, bench.cohort.as_str());
    let doubles = people::doubles(app).unwrap();
    assert_eq!(doubles.len(), 1, "the same name, folded, at the same institution");
    let before = serde_json::to_string(&people::list(app, cohort).unwrap()).unwrap();
    let (keep, other) = (&bench.people[0], &bench.people[2]);
    let compared = people::compare(app, keep, other).unwrap();
    let fields: Vec<_> = compared.fields.iter().map(|one| one.field).collect();
    assert_eq!(fields, [PersonField::Given, PersonField::Email]);
    assert_eq!(
        (
            compared.codes[0].code.as_str(),
            compared.codes[0].also[0].as_str()
        ),
        ("N01", "N03")
    );
    let merge = MergeInput {
        keep: keep.clone(),
        other: other.clone(),
        take: vec![PersonField::Email],
    };
    people::merge(app, &merge).unwrap();
    assert!(people::doubles(app).unwrap().is_empty());
    let list = people::list(app, cohort).unwrap();
    assert_eq!(list.len(), 2);
    assert_eq!(
        (list[0].email.as_str(), list[0].also.as_slice()),
        ("s@example.org", ["N03".to_owned()].as_slice())
    );
    assert_eq!(
        people::view(app, other).unwrap().id,
        *keep,
        "an old address leads to the person"
    );
    let error = people::merge(app, &merge).unwrap_err();
    assert!(matches!(error, AppError::Invalid { .. }), "{error:?}");
    // The code on old paper finds the person.
    assert!(reports::participant(app, cohort, "n03", None).is_ok());
    // The sheet of either code is theirs.
    let occasion = sheet(&bench, keep);
    let rows = assessments::grid(app, &occasion).unwrap().rows;
    assert_eq!(
        (rows.len(), rows[0].also.as_slice()),
        (2, ["N03".to_owned()].as_slice())
    );
    people::edit(app, keep, Some(cohort), PersonField::Position, "Head").unwrap();
    let time = people::over_time(app, keep).unwrap();
    assert_eq!(
        (time.records.len(), time.records[0].by.as_str(), time.settled),
        (1, "Ana", true)
    );
    people::take_apart(app, other).unwrap();
    let list = people::list(app, cohort).unwrap();
    assert_eq!(list.len(), 3);
    assert_eq!(
        list[0].email, "soren@example.org",
        "what was taken over goes back"
    );
    assert_eq!(list[0].position, "Head", "what was said meanwhile stays");
    // All of it can be undone step by step.
    while changes::top(app)
        .unwrap()
        .undo
        .is_some_and(|step| step.kind != "people.add")
    {
        changes::undo(app).unwrap();
    }
    assert_eq!(
        serde_json::to_string(&people::list(app, cohort).unwrap()).unwrap(),
        before
    );
    people::two_people(app, keep, other, true).unwrap();
    assert!(
        people::doubles(app).unwrap().is_empty(),
        "that they are two is remembered"
    );
    assert!(app.ws().check().unwrap().is_sound());
}

#[test]
fn who_withdraws_stays_in_the_count_and_says_so() {
    let bench = bench();
    let (app, cohort) = (&bench.app, bench.cohort.as_str());
    let session = |date: &str| {
        let input = SessionInput {
            title: date.into(),
            date: date.into(),
            starts: "09:00".into(),
            ..Default::default()
        };
        sessions::create(app, cohort, &input).unwrap().value
    };
    let (before, after) = (session("2024-09-30"), session("2024-10-03"));
    let marked = [bench.people[1].clone()];
    sessions::mark(app, &before, &marked, Presence::Present, None).unwrap();
    let occasion = sheet(&bench, &bench.people[1]);
    let late = WithdrawInput {
        day: "2024-10-05".into(),
        ..withdraw(AnswersAfter::Count)
    };
    let error = people::withdraw(app, cohort, &bench.people[1], &late).unwrap_err();
    assert!(matches!(error, AppError::Invalid { .. }), "{error:?}");
    people::withdraw(app, cohort, &bench.people[1], &withdraw(AnswersAfter::Count)).unwrap();
    let list = people::list(app, cohort).unwrap();
    let left = list[1].left.clone().unwrap();
    assert_eq!(
        (left.way, left.reason.as_str()),
        (Leaving::Withdrawn, "A new job")
    );
    let expected = |id: &str| sessions::view(app, id).unwrap().session.enrolled;
    assert_eq!(
        (expected(&before), expected(&after)),
        (3, 2),
        "nobody waits for them any more"
    );
    let own = sessions::of_person(app, cohort, &bench.people[1])
        .unwrap()
        .sessions;
    assert_eq!(own.len(), 1);
    let home = cohorts::home(app, cohort).unwrap();
    assert_eq!((home.cohort.people, home.left), (3, 1));
    let line = |app: &App| assessments::overview(app, cohort).unwrap().occasions[0].clone();
    assert_eq!(
        (line(app).sheets, line(app).enrolled, line(app).withdrew),
        (1, 3, 0)
    );
    people::withdraw(app, cohort, &bench.people[0], &withdraw(AnswersAfter::Count)).unwrap();
    assert_eq!(
        (line(app).withdrew, line(app).missing.len()),
        (1, 1),
        "nothing is missing from who left"
    );
    changes::undo(app).unwrap();
    changes::undo(app).unwrap();
    assert!(people::list(app, cohort).unwrap()[1].left.is_none());
    people::withdraw(app, cohort, &bench.people[1], &withdraw(AnswersAfter::Keep)).unwrap();
    assert_eq!(
        (line(app).sheets, line(app).withdrew),
        (0, 1),
        "kept, and no longer counted"
    );
    let counted = assessments::statistics(app, cohort, "competency-self-assessment").unwrap();
    assert_eq!((counted.baseline, counted.enrolled, counted.withdrew), (0, 3, 1));
    assert_eq!(counted.items[0].baseline.no_sheet, 2);
    people::come_back(app, cohort, &bench.people[1], "2024-10-02").unwrap();
    assert_eq!((line(app).sheets, line(app).withdrew), (1, 0));
    assert_eq!(expected(&after), 3);
    let time = people::over_time(app, &bench.people[1]).unwrap();
    assert_eq!(time.places[0].before.len(), 1);
    assert!(time.places[0].left.is_none());
    assert!(people::come_back(app, cohort, &bench.people[1], "").is_err());
    // Deleting the answers is for good.
    let goes = people::answers_of(app, cohort, &bench.people[1]).unwrap();
    assert!(goes.sheets == 1 && goes.answers > 0);
    people::withdraw(app, cohort, &bench.people[1], &withdraw(AnswersAfter::Deleted)).unwrap();
    assert_eq!(line(app).sheets, 0);
    assert!(changes::top(app).unwrap().undo.is_none());
    assert!(app.ws().check().unwrap().is_sound());
    assert!(
        assessments::grid(app, &occasion)
            .unwrap()
            .rows
            .iter()
            .all(|row| row.corrections == 0)
    );
}

#[test]
fn who_moves_goes_on_with_a_new_code_and_counts_once() {
    let bench = bench();
    let (app, cohort) = (&bench.app, bench.cohort.as_str());
    let other = new_cohort(app, "Spring cohort");
    let input = MoveOnInput {
        to: other.clone(),
        day: "2024-10-01".into(),
        reason: people::leaving_reasons(app).unwrap()[0].id.clone(),
        words: String::new(),
    };
    let code = people::move_on(app, cohort, &bench.people[1], &input)
        .unwrap()
        .value;
    assert_eq!(code, "N01");
    let here = people::list(app, cohort).unwrap();
    let left = here[1].left.clone().unwrap();
    assert_eq!(
        (left.way, left.onward.as_str()),
        (Leaving::Moved, "Spring cohort")
    );
    assert!(!left.reason.is_empty());
    assert_eq!(people::list(app, &other).unwrap()[0].institution, "Summit");
    let error = people::move_on(app, cohort, &bench.people[1], &input).unwrap_err();
    assert!(matches!(error, AppError::Invalid { .. }), "{error:?}");
    let program = programs::overview(app).unwrap().programs[0].id.clone();
    let total = |cohort: Option<&str>| {
        let reach = programs::reach(app, &program, cohort, ReachBy::Sector, ReachBy::Level).unwrap();
        reach.total.enrolled
    };
    assert_eq!((total(None), total(Some(cohort)), total(Some(&other))), (3, 3, 1));
    let next = PersonInput {
        given: "Next".into(),
        ..Default::default()
    };
    assert_eq!(
        people::add(app, cohort, &next).unwrap().value.code,
        "N04",
        "a number is never given twice"
    );
    // Moving back finds the old place again.
    let back = MoveOnInput {
        to: cohort.to_owned(),
        day: "2024-10-03".into(),
        reason: String::new(),
        words: String::new(),
    };
    assert_eq!(
        people::move_on(app, &other, &bench.people[1], &back)
            .unwrap()
            .value,
        "N02"
    );
    assert!(people::list(app, cohort).unwrap()[1].left.is_none());
    for _ in 0..3 {
        changes::undo(app).unwrap();
    }
    assert!(people::list(app, &other).unwrap().is_empty());
    assert!(people::list(app, cohort).unwrap()[1].left.is_none());
    assert!(app.ws().check().unwrap().is_sound());
}

#[test]
fn somebody_in_two_cohorts_is_one_person_in_two_enrolments() {
    let bench = bench();
    let (app, cohort) = (&bench.app, bench.cohort.as_str());
    let other = new_cohort(app, "Spring cohort");
    let again = PersonInput {
        given: "Hạnh".into(),
        family: "Łukaszewicz".into(),
        ..Default::default()
    };
    let second = people::add(app, &other, &again).unwrap().value.id;
    let merge = MergeInput {
        keep: bench.people[1].clone(),
        other: second,
        take: Vec::new(),
    };
    people::merge(app, &merge).unwrap();
    let program = programs::overview(app).unwrap().programs[0].id.clone();
    let reach = programs::reach(app, &program, None, ReachBy::Sector, ReachBy::Level).unwrap();
    assert_eq!((reach.people, reach.total.enrolled), (3, 4));
    let model = programs::model(app, &program, None).unwrap();
    assert_eq!(
        (model.participation.leaders, model.participation.enrolments),
        (3, 4)
    );
    let leaders = &model.columns[2].lines[0];
    assert_eq!(leaders.value, "3");
    assert!(
        leaders.detail.starts_with("in 4 enrolments; "),
        "{}",
        leaders.detail
    );
    let parts = programs::by_cohort(app, &program, ModelFigure::Leaders).unwrap();
    let counts: Vec<_> = parts.lines.iter().map(|line| line.count).collect();
    assert_eq!((counts, parts.twice, parts.total), (vec![1, 3], 1, 3));
    // In one cohort nothing is counted twice.
    let here = programs::reach(app, &program, Some(cohort), ReachBy::Sector, ReachBy::Level).unwrap();
    assert_eq!((here.people, here.total.enrolled), (3, 3));
}

#[test]
fn consent_is_a_history_of_which_the_latest_answer_counts() {
    let bench = bench();
    let (app, person) = (&bench.app, bench.people[0].as_str());
    let consents = || people::over_time(app, person).unwrap().consents;
    assert_eq!(consents().len(), 4);
    let record = |kind: &str, answer, day: &str| {
        let input = ConsentInput {
            kind: kind.into(),
            answer,
            day: day.into(),
            means: ConsentMeans::Paper,
        };
        people::consent_record(app, person, &input).unwrap();
    };
    let sharing = consents()[0].kind.clone();
    record(&sharing, ConsentAnswer::Withdrawn, "2024-10-02");
    record(&sharing, ConsentAnswer::Given, "2024-10-01");
    assert_eq!(people::view(app, person).unwrap().consent, Consent::No);
    assert_eq!(consents()[0].entries.len(), 2);
    assert_eq!(consents()[0].entries[0].recorder, "Ana");
    people::edit(app, person, None, PersonField::Consent, "yes").unwrap();
    assert_eq!(people::view(app, person).unwrap().consent, Consent::Yes);
    assert_eq!(
        consents()[0].entries.len(),
        3,
        "the record of a person adds to the history too"
    );
    let mut kind = people::consent_kinds(app).unwrap().remove(1);
    kind.wording = "May we quote you?".into();
    record(&kind.kind, ConsentAnswer::Given, "");
    people::consent_kind_save(app, &kind).unwrap();
    record(&kind.kind, ConsentAnswer::Refused, "");
    let quotes = consents().into_iter().find(|one| one.kind == kind.kind).unwrap();
    let versions: Vec<_> = quotes.entries.iter().map(|entry| entry.version).collect();
    assert_eq!(
        (versions, quotes.state),
        (vec![2, 1], Consent::No),
        "an answer keeps what was asked"
    );
    people::consent_remove(app, person, &quotes.entries[0].id).unwrap();
    assert_eq!(
        consents()
            .into_iter()
            .find(|one| one.kind == kind.kind)
            .unwrap()
            .state,
        Consent::Yes
    );
}

#[test]
fn the_sample_shows_it_and_goes_whole() {
    let bench = bench();
    let app = &bench.app;
    let cohort = sample::fill(app).unwrap().value;
    let list = people::list(app, &cohort).unwrap();
    assert_eq!(list.len(), 24);
    let twice = list.iter().find(|line| !line.aliases.is_empty()).unwrap();
    assert_eq!(people::over_time(app, &twice.id).unwrap().records.len(), 1);
    let moved = list.iter().find(|line| line.code == "N17").unwrap();
    let places = people::over_time(app, &moved.id).unwrap().places;
    assert_eq!((places.len(), places[0].code.as_str()), (2, "N17"));
    assert_eq!(
        (places[0].left.is_none(), places[0].since.is_some()),
        (true, true)
    );
    let before = places[1].left.clone().unwrap();
    assert_eq!(
        (before.way, before.onward.as_str(), places[1].code.as_str()),
        (Leaving::Moved, places[0].name.as_str(), "N13")
    );
    sample::remove(app).unwrap();
    let staff = people::staff(app).unwrap();
    assert!(staff.others.is_empty() && staff.staff.is_empty(), "{staff:?}");
    changes::undo(app).unwrap();
    assert_eq!(people::list(app, &cohort).unwrap(), list);
    assert!(app.ws().check().unwrap().is_sound());
}

#[test]
fn where_two_laptops_joined_records_differently_somebody_says_which_one_counts() {
    let bench = bench();
    let app = &bench.app;
    let id = |at: usize| bench.people[at].parse().unwrap();
    // One laptop kept the first record, another one the third.
    app.ws()
        .transact::<(), AppError>(&meta(), |w| {
            for (loser, winner) in [(2, 0), (0, 2)] {
                let (loser, winner) = (id(loser), id(winner));
                alias::join(w, Join { loser, winner }, &[])?;
            }
            Ok(())
        })
        .unwrap();
    let seen = |person: &str| people::over_time(app, person).unwrap();
    assert_eq!(
        people::list(app, &bench.cohort).unwrap().len(),
        2,
        "nobody is lost"
    );
    assert!(!seen(&bench.people[0]).settled);

    people::settle(app, &bench.people[2]).unwrap();
    let listed = people::list(app, &bench.cohort).unwrap();
    assert_eq!(listed.len(), 2);
    assert!(listed.iter().any(|line| line.id == bench.people[2]));
    assert!(listed.iter().all(|line| line.id != bench.people[0]));
    let after = seen(&bench.people[0]);
    assert!(after.settled && after.records.len() == 1);
    changes::undo(app).unwrap();
    assert!(!seen(&bench.people[0]).settled);
    let alone = people::settle(app, &bench.people[1]);
    assert!(matches!(alone, Err(AppError::NotFound { what: "join", .. })));
}

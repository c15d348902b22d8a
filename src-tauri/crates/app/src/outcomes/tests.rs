use chrono::{DateTime, TimeZone as _, Utc};
use nexus_domain::assessments::Moment;
use nexus_domain::outcomes::{FollowUpState, OutcomeTerm, QuoteConsent};
use nexus_store::{OpenOptions, Workspace, WorkspaceKey, outcomes};

use super::*;
use crate::cohorts::CohortInput;
use crate::people::{self, PersonInput};
use crate::{App, AppError, Clock, changes};

struct Scene {
    app: App,
    cohort: String,
    person: String,
    _folder: tempfile::TempDir,
}

fn at(month: u32, day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, month, day, 9, 0, 0).unwrap()
}

/// A cohort of one person that ended on 30 September 2026, seen on 24 November.
fn scene() -> Scene {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.nexus");
    let workspace = Workspace::create(&path, &WorkspaceKey::random().unwrap(), &OpenOptions::WRITE).unwrap();
    let app = App::new(workspace, "Ana", Clock::Fixed(at(11, 24)));
    let input = CohortInput {
        name: "Prairie State cohort".to_owned(),
        starts: "2026-02-01".to_owned(),
        ends: "2026-09-30".to_owned(),
        ..CohortInput::default()
    };
    let cohort = crate::cohorts::create(&app, &input).unwrap().value.id;
    let input = PersonInput {
        given: "Zoë".to_owned(),
        family: "Carter".to_owned(),
        ..PersonInput::default()
    };
    let person = people::add(&app, &cohort, &input).unwrap().value.id;
    Scene {
        app,
        cohort,
        person,
        _folder: folder,
    }
}

impl Scene {
    fn view(&self) -> OutcomesView {
        view(&self.app, &self.cohort).unwrap()
    }

    fn told(&self, what: &str) -> OutcomeEvidenceInput {
        OutcomeEvidenceInput {
            date: "2026-11-02".to_owned(),
            what: what.to_owned(),
            witness: "The county librarian".to_owned(),
            person: self.person.clone(),
            cohort: self.cohort.clone(),
            ..OutcomeEvidenceInput::default()
        }
    }

    fn undo(&self) {
        changes::undo(&self.app)
            .unwrap()
            .value
            .expect("a step to turn back");
    }

    fn states(&self) -> Vec<FollowUpState> {
        self.view().follow_ups.iter().map(|one| one.state).collect()
    }
}

fn field<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result.unwrap_err() {
        AppError::Invalid { field, .. } => field,
        other => other.code().to_owned(),
    }
}

#[test]
fn a_program_starts_with_nine_outcomes_that_are_its_own_to_change() {
    let scene = scene();
    let app = &scene.app;
    let now = scene.view();
    assert_eq!(now.outcomes.len(), 9);
    let long = now.outcomes.iter().filter(|one| one.term == OutcomeTerm::Long);
    assert_eq!(long.count(), 2);
    assert!(now.outcomes.iter().all(|one| one.evidence.is_empty()));

    let (first, second) = (&now.outcomes[0], &now.outcomes[1]);
    shift(app, &second.id, true).unwrap();
    assert_eq!(scene.view().outcomes[0].id, second.id);
    scene.undo();
    assert_eq!(scene.view().outcomes[0].id, first.id);
    // The first of the long run stays below those back at work.
    shift(app, &now.outcomes[7].id, true).unwrap();
    assert_eq!(scene.view().outcomes, now.outcomes);

    let input = OutcomeInput {
        title: "  Lend  each other staff ".to_owned(),
        term: OutcomeTerm::Medium,
    };
    add(app, &now.program, &input).unwrap();
    assert_eq!(scene.view().outcomes[7].title, "Lend each other staff");
    let empty = OutcomeInput {
        title: " ".to_owned(),
        ..input
    };
    assert_eq!(field(add(app, &now.program, &empty)), "outcome");
    assert_eq!(field(edit(app, &first.id, &empty)), "outcome");

    for one in scene.view().outcomes {
        remove(app, &one.id).unwrap();
    }
    assert!(scene.view().outcomes.is_empty());
    fill(app, &now.program).unwrap();
    assert_eq!(scene.view().outcomes, now.outcomes);
    assert_eq!(field(fill(app, &now.program)), "outcomes");
    scene.undo();
    assert!(scene.view().outcomes.is_empty());
}

#[test]
fn evidence_is_corrected_and_never_rewritten_and_what_is_gone_stays_gone() {
    let scene = scene();
    let app = &scene.app;
    let outcome = scene.view().outcomes[2].id.clone();
    let first = add_evidence(app, &outcome, &scene.told("One desk for all"))
        .unwrap()
        .value;
    let better = OutcomeEvidenceInput {
        quote: QuoteConsent::Yes,
        ..scene.told("One desk for three departments")
    };
    let second = correct_evidence(app, &first, &better).unwrap().value;
    let shown = scene.view().outcomes[2].evidence.clone();
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].what, "One desk for three departments");
    assert_eq!((shown[0].quote, shown[0].corrected), (QuoteConsent::Yes, true));
    assert_eq!(shown[0].person_name, "Zoë Carter");

    remove_evidence(app, &second).unwrap();
    assert!(
        scene.view().outcomes[2].evidence.is_empty(),
        "the earlier wording stays away"
    );
    scene.undo();
    scene.undo();
    assert_eq!(scene.view().outcomes[2].evidence[0].what, "One desk for all");

    let mut bad = scene.told("  ");
    assert_eq!(field(add_evidence(app, &outcome, &bad)), "what happened");
    bad.what = "Tomorrow".to_owned();
    bad.date = "2026-11-25".to_owned();
    assert_eq!(field(add_evidence(app, &outcome, &bad)), "day");
    let stranger = OutcomeEvidenceInput {
        cohort: String::new(),
        ..scene.told("About somebody of no cohort")
    };
    assert_eq!(field(add_evidence(app, &outcome, &stranger)), "not-found");
}

#[test]
fn evidence_keeps_its_file_through_a_correction_until_it_is_left_out() {
    let scene = scene();
    let app = &scene.app;
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    std::fs::write(path("plan.pdf"), b"%PDF-1.7 a plan").unwrap();
    let outcome = scene.view().outcomes[2].id.clone();
    let with_file = OutcomeEvidenceInput {
        file: path("plan.pdf"),
        ..scene.told("One desk for all")
    };
    let first = add_evidence(app, &outcome, &with_file).unwrap().value;
    let file = |at: usize| scene.view().outcomes[2].evidence[at].file.clone();
    let shown = file(0).unwrap();
    assert_eq!(
        (shown.name.as_str(), shown.size, shown.here),
        ("plan.pdf", 15, true)
    );
    let second = correct_evidence(app, &first, &scene.told("One desk for four"))
        .unwrap()
        .value;
    assert_eq!(file(0), Some(shown));
    save_evidence(app, &second, path("copy.pdf").as_ref()).unwrap();
    assert_eq!(std::fs::read(path("copy.pdf")).unwrap(), b"%PDF-1.7 a plan");

    let bare = OutcomeEvidenceInput {
        without_file: true,
        ..scene.told("One desk for four")
    };
    let third = correct_evidence(app, &second, &bare).unwrap().value;
    assert_eq!(file(0), None);
    assert_eq!(
        field(save_evidence(app, &third, path("no.pdf").as_ref())),
        "not-found"
    );
    assert!(!std::fs::exists(path("no.pdf")).unwrap());

    for place in [path(""), path("nowhere.pdf")] {
        let wrong = OutcomeEvidenceInput {
            file: place,
            ..scene.told("With a file that is none")
        };
        let refused = add_evidence(app, &outcome, &wrong).unwrap_err();
        assert!(
            matches!(refused, AppError::Unusable { .. } | AppError::Io { .. }),
            "{refused}"
        );
    }
    assert_eq!(scene.view().outcomes[2].evidence.len(), 1, "nothing was filed");
}

#[test]
fn evidence_counts_for_its_cohort_and_is_told_of_elsewhere() {
    let scene = scene();
    let app = &scene.app;
    let now = scene.view();
    let other = CohortInput {
        program: now.program.clone(),
        name: "Coast cohort".to_owned(),
        ..CohortInput::default()
    };
    let other = crate::cohorts::create(app, &other).unwrap().value.id;
    let outcome = &now.outcomes[0].id;
    add_evidence(app, outcome, &scene.told("Here")).unwrap();
    let bare = |cohort: &str| OutcomeEvidenceInput {
        what: "There".to_owned(),
        cohort: cohort.to_owned(),
        ..OutcomeEvidenceInput::default()
    };
    add_evidence(app, outcome, &bare(&other)).unwrap();
    add_evidence(app, outcome, &bare("")).unwrap();
    let line = scene.view().outcomes[0].clone();
    assert_eq!((line.evidence.len(), line.elsewhere), (2, 1));
    let whole = of_program(app, &now.program).unwrap();
    assert_eq!(whole.outcomes[0].evidence.len(), 3);
    assert_eq!(whole.cohorts.len(), 2);

    let count = |cohort: Option<&str>| {
        let cohort = cohort.map(|id| id.parse().unwrap());
        let program = now.program.parse().unwrap();
        let found = app.ws().read(|r| outcomes::counts(r, program, cohort)).unwrap();
        found[0].1
    };
    assert_eq!(
        (count(None), count(Some(&scene.cohort)), count(Some(&other))),
        (3, 1, 1)
    );
    // What a removed cohort told is no longer counted, and is there again with it.
    crate::cohorts::remove(app, &other).unwrap();
    assert_eq!(count(None), 2);
    scene.undo();
    assert_eq!(count(None), 3);
    assert_eq!(field(of_program(app, "no such program")), "not-found");
}

#[test]
fn a_follow_up_is_done_by_hand_or_by_its_first_sheet() {
    use FollowUpState::{Done, Due, Overdue, Planned};
    let scene = scene();
    let app = &scene.app;
    // Ended on 30 September: 28 October to 25 November, 30 March, 30 September.
    let now = scene.view();
    assert_eq!(now.follow_ups[0].opens.as_deref(), Some("2026-10-28"));
    assert_eq!(now.follow_ups[0].closes.as_deref(), Some("2026-11-25"));
    assert_eq!(scene.states(), [Due, Planned, Planned]);
    let own = add_follow_up(app, &scene.cohort, "Reunion", 1).unwrap().value;
    assert_eq!(scene.states(), [Overdue, Due, Planned, Planned]);
    let finish = |id: &str, done, day| finish_follow_up(app, &scene.cohort, id, done, day);
    finish(&own, true, "2026-11-20").unwrap();
    finish(&now.follow_ups[0].id, true, "").unwrap();
    assert_eq!(scene.states(), [Done, Done, Planned, Planned]);
    assert_eq!(scene.view().follow_ups[1].done.as_deref(), Some("2026-11-24"));
    scene.undo();
    assert_eq!(scene.states(), [Done, Due, Planned, Planned]);
    changes::redo(app).unwrap();
    finish(&now.follow_ups[0].id, false, "").unwrap();
    assert_eq!(scene.states(), [Done, Due, Planned, Planned]);
    assert_eq!(field(finish(&own, true, "2026-12-01")), "done on");
    assert_eq!(field(remove_follow_up(app, &now.follow_ups[0].id)), "moment");
    remove_follow_up(app, &own).unwrap();
    assert_eq!(scene.states(), [Due, Planned, Planned]);
    assert_eq!(field(add_follow_up(app, &scene.cohort, "Far", 521)), "weeks");

    let input = crate::assessments::OccasionInput {
        instrument: "competency-self-assessment".to_owned(),
        moment: Moment::FollowUpWeeks,
        opens: String::new(),
        due: String::new(),
    };
    crate::assessments::plan(app, &scene.cohort, &input).unwrap();
    let planned = scene.view().follow_ups[0].clone();
    assert_eq!(
        (planned.state, planned.assessment, planned.sheets),
        (Due, true, 0)
    );
}

#[test]
fn a_cohort_without_a_last_day_has_a_plan_without_days() {
    let scene = scene();
    let input = CohortInput {
        name: "Open end".to_owned(),
        ..CohortInput::default()
    };
    let cohort = crate::cohorts::create(&scene.app, &input).unwrap().value.id;
    let plan = view(&scene.app, &cohort).unwrap().follow_ups;
    assert!(
        plan.iter()
            .all(|one| one.opens.is_none() && one.state == FollowUpState::Planned)
    );
}

#[test]
fn a_figure_has_institution_value_day_and_source() {
    let scene = scene();
    let app = &scene.app;
    let program = scene.view().program;
    let input = IndicatorInput {
        institution: "Carter Library".to_owned(),
        name: "Visits a year".to_owned(),
        value: "12,400 visits".to_owned(),
        date: "2025-12-31".to_owned(),
        source: "State survey".to_owned(),
    };
    let id = add_indicator(app, &program, &input).unwrap().value;
    let more = IndicatorInput {
        value: "13,000 visits".to_owned(),
        ..input.clone()
    };
    edit_indicator(app, &id, &more).unwrap();
    assert_eq!(scene.view().indicators[0].value, "13,000 visits");
    let count = || {
        let program = program.parse().unwrap();
        app.ws().read(|r| outcomes::indicator_count(r, program)).unwrap()
    };
    assert_eq!(count(), 1);
    remove_indicator(app, &id).unwrap();
    assert_eq!(count(), 0);
    scene.undo();
    assert_eq!(count(), 1);
    let without = IndicatorInput {
        source: String::new(),
        ..input
    };
    assert_eq!(field(add_indicator(app, &program, &without)), "source");
}

#[test]
fn the_sample_tells_some_and_takes_all_of_it_away() {
    let scene = scene();
    let app = &scene.app;
    let cohort = crate::sample::fill(app).unwrap().value;
    let sample = view(app, &cohort).unwrap();
    let with = sample.outcomes.iter().filter(|one| !one.evidence.is_empty());
    assert_eq!((sample.outcomes.len(), with.count()), (9, 4));
    assert_eq!((sample.indicators.len(), sample.follow_ups.len()), (2, 4));
    let program = sample.program.parse().unwrap();
    crate::sample::remove(app).unwrap();
    let left = || {
        app.ws()
            .read(|r| {
                let figures = outcomes::indicator_count(r, program)?;
                Ok::<_, AppError>((outcomes::of_program(r, program)?.len(), figures))
            })
            .unwrap()
    };
    assert_eq!(left(), (0, 0));
    assert_eq!(scene.view().outcomes.len(), 9, "those of the real program stay");
    scene.undo();
    assert_eq!(left(), (9, 2));
    assert_eq!(view(app, &cohort).unwrap(), sample);
}

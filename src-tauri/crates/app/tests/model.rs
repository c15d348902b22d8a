//! The logic model: its figures against counts made another way, its versions, partners and hours, reach.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use nexus_app::programs::{
    self, HoursInput, ModelFigure, ModelView, PartnerInput, ProgramField, ReachBy, SetupInput, set_up,
};
use nexus_app::{
    App, AppError, Clock, assessments, changes, curriculum, outcomes, people, projects, sample, sessions,
};
use nexus_domain::people::Role;
use nexus_store::{OpenOptions, Workspace, WorkspaceKey};

struct Place {
    _folder: tempfile::TempDir,
    app: App,
    cohort: String,
    program: String,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::random().unwrap();
    let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &OpenOptions::WRITE).unwrap();
    let app = App::new(ws, "Ana", Clock::Device);
    let input = SetupInput {
        facility: "Riverbend".into(),
        zone: "America/Chicago".into(),
    };
    set_up(&app, &input).unwrap();
    let cohort = sample::fill(&app).unwrap().value;
    let program = programs::overview(&app).unwrap().programs[0].id.clone();
    Place {
        _folder: folder,
        app,
        cohort,
        program,
    }
}

impl Place {
    fn model(&self) -> ModelView {
        programs::model(&self.app, &self.program, Some(&self.cohort)).unwrap()
    }

    fn hours(&self, person: &str) -> HoursInput {
        HoursInput {
            person: person.to_owned(),
            role: Role::Coach,
            cohort: self.cohort.clone(),
            session: String::new(),
            planned: "3".into(),
            given: "2:30".into(),
            date: "2026-11-02".into(),
            what: "Reading charters".into(),
        }
    }
}

/// Each figure counted again from what other screens show.
fn counted_again(app: &App, program: &str, cohort: &str) {
    let model = programs::model(app, program, Some(cohort)).unwrap();
    let listed = people::list(app, cohort).unwrap();
    assert_eq!(model.participation.leaders as usize, listed.len());
    for share in &model.participation.sectors {
        let here = listed.iter().filter(|one| one.sector == share.name).count();
        assert_eq!(share.count as usize, here, "{}", share.name);
    }
    for share in &model.participation.levels {
        let here = listed.iter().filter(|one| one.level == share.name).count();
        assert_eq!(share.count as usize, here, "{}", share.name);
    }
    let records = sessions::list(app, cohort).unwrap().sessions;
    assert_eq!(model.activities.sessions as usize, records.len());
    let ended = records.iter().filter(|one| one.ended.is_some());
    assert_eq!(model.activities.held as usize, ended.count());
    let joint = records.iter().filter(|session| {
        let partners = programs::session_partners(app, &session.id).unwrap();
        partners.iter().any(|partner| partner.held)
    });
    assert_eq!(model.activities.joint as usize, joint.count());
    let list = projects::list(app, cohort).unwrap().projects;
    assert_eq!(model.activities.projects as usize, list.len());
    let (mut lessons, mut pairs) = (0, BTreeSet::new());
    for line in &list {
        let view = projects::view(app, &line.id).unwrap();
        lessons += view.lessons.len();
        let sector = |id: &str| {
            let one = listed.iter().find(|one| one.id == id);
            one.map(|one| one.sector.clone())
                .filter(|sector| !sector.is_empty())
        };
        for one in &line.people {
            for other in &line.people {
                let apart = sector(&one.person)
                    .zip(sector(&other.person))
                    .is_some_and(|(a, b)| a != b);
                if apart && one.person < other.person {
                    pairs.insert((one.person.clone(), other.person.clone()));
                }
            }
        }
    }
    assert_eq!(model.activities.lessons as usize, lessons);
    assert_eq!(model.activities.bridges as usize, pairs.len());
    let inputs = programs::inputs(app, program).unwrap();
    let of_cohort = inputs.hours.iter().filter(|line| line.cohort == cohort);
    let carriers: BTreeSet<_> = of_cohort
        .clone()
        .filter(|line| line.role != Role::Staff)
        .map(|line| &line.person)
        .collect();
    assert_eq!(model.inputs.carriers as usize, carriers.len());
    assert_eq!(
        model.inputs.load.given,
        of_cohort.map(|line| line.given).sum::<u32>()
    );
    let view = outcomes::view(app, cohort).unwrap();
    let filed = view.outcomes.iter().flat_map(|outcome| &outcome.evidence);
    let here = filed.filter(|piece| piece.cohort == cohort).count();
    let counted: u32 = model.outcomes.iter().map(|outcome| outcome.evidence).sum();
    assert_eq!(counted as usize, here);
    let modules = curriculum::records(app).unwrap();
    let published = modules.iter().filter(|module| !module.versions.is_empty());
    assert_eq!(model.inputs.modules as usize, published.count());
    let statistics = assessments::statistics(app, cohort, "competency-self-assessment").unwrap();
    let enough = statistics.items.iter().filter(|item| item.paired >= 5);
    assert_eq!(model.short.compared as usize, enough.clone().count());
    assert_eq!(
        model.short.higher as usize,
        enough.filter(|item| item.up > item.down).count()
    );
    for by in [ReachBy::Level, ReachBy::Size, ReachBy::Region, ReachBy::Sector] {
        let reach = programs::reach(app, program, Some(cohort), ReachBy::Sector, by).unwrap();
        assert_eq!(reach.total.enrolled as usize, listed.len());
        assert_eq!(reach.total.came, model.participation.came);
        let cells = reach.rows.iter().flat_map(|row| &row.cells);
        assert_eq!(cells.map(|cell| cell.enrolled).sum::<u32>(), reach.total.enrolled);
        assert_eq!(
            reach.totals.iter().map(|cell| cell.came).sum::<u32>(),
            reach.total.came
        );
        assert!(
            reach
                .rows
                .iter()
                .all(|row| row.cells.len() == reach.columns.len())
        );
    }
}

#[test]
fn every_figure_of_the_sample_is_what_other_screens_show() {
    let place = place();
    counted_again(&place.app, &place.program, &place.cohort);
    let model = place.model();
    assert_eq!(model.participation.leaders, 24);
    assert!(model.activities.bridges > 0 && model.activities.joint == 1 && model.inputs.carriers == 5);
    assert!(model.short.per_participant.is_some());
    // The program as a whole is its two cohorts, and a cohort of another program is none of it.
    let whole = programs::model(&place.app, &place.program, None).unwrap();
    let earlier = whole.cohorts.iter().find(|one| one.id != place.cohort).unwrap();
    counted_again(&place.app, &place.program, &earlier.id);
    let before = programs::model(&place.app, &place.program, Some(&earlier.id)).unwrap();
    // Somebody moved from one to the other, and counts once.
    assert_eq!(
        whole.participation.leaders + 1,
        model.participation.leaders + before.participation.leaders
    );
    assert_eq!(whole.participation.enrolments, whole.participation.leaders);
    assert_eq!(
        whole.activities.projects,
        model.activities.projects + before.activities.projects
    );
    assert_eq!(
        whole.activities.held,
        model.activities.held + before.activities.held
    );
    let other = programs::create(&place.app, "Other").unwrap().value.id;
    let wrong = programs::model(&place.app, &other, Some(&place.cohort));
    assert!(matches!(wrong, Err(AppError::NotFound { what: "cohort", .. })));
    let empty = programs::model(&place.app, &other, None).unwrap();
    assert_eq!(empty.participation.leaders, 0);
    assert_eq!(empty.columns[1].lines[0].value, "none");
}

#[test]
fn the_parts_of_the_cohorts_add_up_to_each_figure_of_the_whole() {
    let place = place();
    let whole = programs::model(&place.app, &place.program, None).unwrap();
    let figure = |view: &ModelView, figure: ModelFigure| match figure {
        ModelFigure::Leaders => view.participation.leaders,
        ModelFigure::Instruments => view.inputs.instruments,
        ModelFigure::Projects => view.activities.projects,
        ModelFigure::Bridges => view.activities.bridges,
        ModelFigure::Held => view.activities.held,
        ModelFigure::Joint => view.activities.joint,
        ModelFigure::Quality => view.short.quality.map_or(0, |quality| quality.high),
        // Of the sheet it is competencies; here it is ratings.
        ModelFigure::Higher => 0,
    };
    for one in [
        ModelFigure::Leaders,
        ModelFigure::Instruments,
        ModelFigure::Projects,
        ModelFigure::Bridges,
        ModelFigure::Held,
        ModelFigure::Joint,
        ModelFigure::Higher,
        ModelFigure::Quality,
    ] {
        let parts = programs::by_cohort(&place.app, &place.program, one).unwrap();
        assert_eq!(parts.lines.len(), 2, "{one:?}");
        let sum: u32 = parts.lines.iter().map(|line| line.count).sum();
        assert_eq!(sum - parts.twice, parts.total, "{one:?}");
        assert!(parts.total > 0, "{one:?}");
        let of: u32 = parts.lines.iter().filter_map(|line| line.of).sum();
        assert_eq!(parts.of.unwrap_or_default(), of, "{one:?}");
        if one == ModelFigure::Higher {
            continue;
        }
        assert_eq!(parts.total, figure(&whole, one), "{one:?}");
        for line in parts.lines {
            let view = programs::model(&place.app, &place.program, Some(&line.cohort)).unwrap();
            // Who moved on is one of the earlier cohort by itself, and of the later one in the whole.
            let moved = u32::from(one == ModelFigure::Leaders && line.cohort != place.cohort);
            assert_eq!(line.count + moved, figure(&view, one), "{one:?} {}", line.name);
        }
    }
    let instruments = programs::by_cohort(&place.app, &place.program, ModelFigure::Instruments).unwrap();
    assert_eq!(instruments.twice, 2, "both cohorts were asked both");
}

#[test]
fn a_version_freezes_the_words_and_says_what_changed() {
    let place = place();
    let before = programs::revisions(&place.app, &place.program).unwrap();
    assert_eq!((before.revisions.len(), before.changes.len()), (1, 0));
    let same = programs::revise(&place.app, &place.program, "again");
    assert!(matches!(same, Err(AppError::Invalid { .. })), "{same:?}");
    programs::edit(
        &place.app,
        &place.program,
        ProgramField::Situation,
        "Leaders retire.\nNobody follows.",
    )
    .unwrap();
    assert!(place.model().changed);
    let next = programs::revise(&place.app, &place.program, "  with   museums ")
        .unwrap()
        .value;
    assert_eq!(next, 2);
    let view = programs::revisions(&place.app, &place.program).unwrap();
    assert_eq!(view.revisions[0].revision.remark, "with museums");
    assert_eq!(
        view.revisions[0].changes[0].added,
        ["Leaders retire.", "Nobody follows."]
    );
    assert_eq!(view.revisions[1].revision.number, 1);
    assert!(!place.model().changed);
    changes::undo(&place.app).unwrap();
    assert_eq!(
        programs::revisions(&place.app, &place.program)
            .unwrap()
            .revisions
            .len(),
        1
    );
}

#[test]
fn partners_and_hours_are_added_changed_refused_and_taken_back() {
    let place = place();
    let app = &place.app;
    let partner = |name: &str| PartnerInput {
        name: name.into(),
        ..PartnerInput::default()
    };
    let id = programs::partner_add(app, &place.program, &partner("State  archive"))
        .unwrap()
        .value;
    let taken = programs::partner_add(app, &place.program, &partner("STATE ARCHIVE"));
    assert!(matches!(taken, Err(AppError::Invalid { .. })));
    assert!(programs::partner_add(app, &place.program, &partner(" ")).is_err());
    let session = sessions::list(app, &place.cohort).unwrap().sessions[1].id.clone();
    programs::session_partner_set(app, &session, &id, true).unwrap();
    assert_eq!(place.model().activities.joint, 2);
    programs::partner_remove(app, &id).unwrap();
    assert_eq!(place.model().activities.joint, 1);
    changes::undo(app).unwrap();
    assert_eq!(place.model().activities.joint, 2);

    let person = programs::inputs(app, &place.program).unwrap().people[0]
        .id
        .clone();
    let before = place.model().inputs.load;
    let line = programs::hours_add(app, &place.program, &place.hours(&person))
        .unwrap()
        .value;
    let after = place.model().inputs.load;
    assert_eq!(
        (after.planned - before.planned, after.given - before.given),
        (180, 150)
    );
    for bad in [
        HoursInput {
            planned: "three".into(),
            ..place.hours(&person)
        },
        HoursInput {
            planned: String::new(),
            given: "0".into(),
            ..place.hours(&person)
        },
        HoursInput {
            date: "2 Nov".into(),
            ..place.hours(&person)
        },
        HoursInput {
            person: "nobody".into(),
            ..place.hours(&person)
        },
    ] {
        assert!(programs::hours_edit(app, &line, &bad).is_err(), "{bad:?}");
    }
    let other = programs::create(app, "Other").unwrap().value.id;
    assert!(
        programs::hours_add(app, &other, &place.hours(&person)).is_err(),
        "a cohort of another program"
    );
    programs::hours_remove(app, &line).unwrap();
    assert_eq!(place.model().inputs.load, before);
}

#[test]
fn the_sheet_is_a_pdf_that_says_the_same_twice() {
    let place = place();
    let folder = tempfile::tempdir().unwrap();
    let made = |name: &str| {
        let to = folder.path().join(name);
        programs::model_print(&place.app, &place.program, Some(&place.cohort), &to).unwrap();
        std::fs::read(to).unwrap()
    };
    let once = made("a.pdf");
    assert!(once.starts_with(b"%PDF-"));
    assert_eq!(once, made("b.pdf"));
    let pages = |bytes: &[u8]| lopdf::Document::load_mem(bytes).unwrap().get_pages().len();
    assert_eq!(pages(&once), 1);
    let to = folder.path().join("whole.pdf");
    programs::model_print(&place.app, &place.program, None, &to).unwrap();
    assert_eq!(pages(&std::fs::read(to).unwrap()), 1);
}

#[test]
fn the_sample_takes_its_people_and_partners_with_it() {
    let place = place();
    sample::remove(&place.app).unwrap();
    assert!(people::staff(&place.app).unwrap().staff.is_empty());
    assert!(programs::overview(&place.app).unwrap().programs.is_empty());
}

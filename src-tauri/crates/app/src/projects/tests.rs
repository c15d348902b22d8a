use chrono::{DateTime, TimeZone as _, Utc};
use nexus_domain::projects::{EvidenceKind, LARGEST, MilestoneState, ProjectStatus, check_link};
use nexus_store::{OpenOptions, WorkspaceKey};

use super::*;
use crate::people::PersonInput;
use crate::{App, Clock, Workspace, changes, people, reports};

struct Scene {
    app: App,
    cohort: String,
    people: Vec<String>,
    folder: tempfile::TempDir,
}

fn at(month: u32, day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, month, day, 9, 0, 0).unwrap()
}

fn open(folder: &tempfile::TempDir, now: DateTime<Utc>) -> App {
    let path = folder.path().join("w.nexus");
    let workspace = Workspace::create(&path, &WorkspaceKey::random().unwrap(), &OpenOptions::WRITE).unwrap();
    App::new(workspace, "Ana", Clock::Fixed(now))
}

/// A cohort of Søren, Ben and Zoë on 24 November 2026.
fn scene() -> Scene {
    let folder = tempfile::tempdir().unwrap();
    let app = open(&folder, at(11, 24));
    let input = crate::cohorts::CohortInput {
        name: "Prairie State cohort".to_owned(),
        ..Default::default()
    };
    let cohort = crate::cohorts::create(&app, &input).unwrap().value.id;
    let people = ["Søren Łukaszewicz", "Ben Marsh", "Zoë Carter"].map(|name| {
        let (given, family) = name.split_once(' ').unwrap();
        let input = PersonInput {
            given: given.to_owned(),
            family: family.to_owned(),
            institution: format!("{family} Library"),
            ..PersonInput::default()
        };
        people::add(&app, &cohort, &input).unwrap().value.id
    });
    Scene {
        app,
        cohort,
        people: people.to_vec(),
        folder,
    }
}

impl Scene {
    fn project(&self) -> String {
        let input = ProjectInput {
            title: " One card,  eleven branches ".to_owned(),
            people: vec![self.people[0].clone()],
        };
        create(&self.app, &self.cohort, &input).unwrap().value
    }

    fn view(&self, project: &str) -> ProjectView {
        view(&self.app, project).unwrap()
    }

    fn update(&self, project: &str, date: &str, status: ProjectStatus, text: &str) -> String {
        add_update(&self.app, project, &told(date, status, text))
            .unwrap()
            .value
    }

    fn undo(&self) {
        changes::undo(&self.app)
            .unwrap()
            .value
            .expect("a step to turn back");
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_string_lossy().into_owned()
    }
}

fn told(date: &str, status: ProjectStatus, text: &str) -> UpdateInput {
    UpdateInput {
        date: date.to_owned(),
        status,
        text: text.to_owned(),
    }
}

fn evidence_of(kind: EvidenceKind, value: &str) -> EvidenceInput {
    EvidenceInput {
        about: None,
        kind,
        title: String::new(),
        value: value.to_owned(),
    }
}

/// The field and the expectation of a refusal.
fn refused<T: std::fmt::Debug>(result: Result<T>) -> (String, String) {
    match result.unwrap_err() {
        AppError::Invalid { field, expected, .. } => (field, expected),
        AppError::Unusable { reason, found, .. } => (reason.to_owned(), found),
        other => (other.code().to_owned(), other.to_string()),
    }
}

#[test]
fn a_project_is_made_for_people_of_the_cohort_and_its_charter_filled_in() {
    let scene = scene();
    let project = scene.project();
    let view = scene.view(&project);
    assert_eq!(view.line.title, "One card, eleven branches");
    assert_eq!(view.line.institution, "Łukaszewicz Library");
    assert_eq!(view.line.people[0].code, "N01");
    assert_eq!(
        (view.line.status, view.line.days, view.line.stale),
        (None, None, false)
    );
    assert_eq!(view.others.len(), 2);
    for (field, value) in [
        (ProjectField::Problem, "Eleven towns,\n  eleven cards.\n\n"),
        (ProjectField::Beneficiaries, "Readers of eleven towns"),
        (ProjectField::Sponsor, "The county librarian"),
        (ProjectField::Success, "Loans across towns double"),
        (ProjectField::Agreed, "2026-10-02"),
    ] {
        edit(&scene.app, &project, field, value).unwrap();
    }
    let view = scene.view(&project);
    assert_eq!(view.problem, "Eleven towns,\neleven cards.");
    assert_eq!(view.line.agreed.as_deref(), Some("2026-10-02"));
    assert_eq!(
        (view.line.days, view.line.stale),
        (Some(53), true),
        "agreed, and not a word since"
    );
    scene.undo();
    assert_eq!(scene.view(&project).line.agreed, None);
    let (field, expected) = refused(edit(&scene.app, &project, ProjectField::Title, "  "));
    assert_eq!((field.as_str(), expected.as_str()), ("title", "a title"));
    assert_eq!(
        refused(edit(&scene.app, &project, ProjectField::Agreed, "soon")).0,
        "agreed"
    );
    let long = "a".repeat(301);
    assert_eq!(
        refused(edit(&scene.app, &project, ProjectField::Sponsor, &long)).1,
        "at most 300 characters"
    );
}

#[test]
fn a_project_has_one_or_more_people_of_its_cohort() {
    let scene = scene();
    let nobody = ProjectInput {
        title: "Alone".to_owned(),
        people: Vec::new(),
    };
    assert_eq!(
        refused(create(&scene.app, &scene.cohort, &nobody)).1,
        "one or more people"
    );
    let stranger = ProjectInput {
        title: "Stranger".to_owned(),
        people: vec!["0".repeat(32)],
    };
    assert_eq!(
        refused(create(&scene.app, &scene.cohort, &stranger)).0,
        "not-found"
    );
    let project = scene.project();
    add_member(&scene.app, &project, &scene.people[2]).unwrap();
    add_member(&scene.app, &project, &scene.people[1]).unwrap();
    let names = |view: &ProjectView| {
        view.line
            .people
            .iter()
            .map(|one| one.code.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&scene.view(&project)), ["N01", "N02", "N03"]);
    remove_member(&scene.app, &project, &scene.people[1]).unwrap();
    remove_member(&scene.app, &project, &scene.people[0]).unwrap();
    assert_eq!(
        refused(remove_member(&scene.app, &project, &scene.people[2])).1,
        "one or more people"
    );
    scene.undo();
    assert_eq!(names(&scene.view(&project)), ["N01", "N03"]);
    people::leave(&scene.app, &scene.cohort, &scene.people[0]).unwrap();
    let people = scene.view(&project).line.people;
    assert_eq!(
        (people[1].name.as_str(), people[1].code.as_str()),
        ("Søren Łukaszewicz", "")
    );
    assert_eq!(
        refused(add_member(&scene.app, &project, &scene.people[0])).0,
        "not-found"
    );
    remove(&scene.app, &project).unwrap();
    assert!(list(&scene.app, &scene.cohort).unwrap().projects.is_empty());
    assert_eq!(refused(view(&scene.app, &project)).0, "not-found");
    scene.undo();
    assert_eq!(list(&scene.app, &scene.cohort).unwrap().projects.len(), 1);
}

#[test]
fn milestones_are_added_moved_reached_and_drawn() {
    let scene = scene();
    let project = scene.project();
    assert!(project_figure(&scene.app, &project, 400).unwrap().is_none());
    let add = |title, due| add_milestone(&scene.app, &project, title, due).unwrap().value;
    let (charter, board) = (add("Charter", "2026-10-02"), add("Board paper", "2026-11-20"));
    let wide = add("County-wide", "2027-06-30");
    assert_eq!(
        refused(add_milestone(&scene.app, &project, " ", "2026-10-02")).1,
        "a title"
    );
    assert_eq!(
        refused(add_milestone(&scene.app, &project, "No day", "")).0,
        "due"
    );
    let set = |id: &str, field, value| edit_milestone(&scene.app, id, field, value).map(|_| ());
    set(&charter, MilestoneField::Done, "2026-10-05").unwrap();
    set(&board, MilestoneField::State, "under-way").unwrap();
    let view = scene.view(&project);
    assert_eq!((view.line.reached, view.line.milestones), (1, 3));
    assert_eq!(view.milestones[0].state, MilestoneState::Done);
    assert!(view.milestones[1].overdue && view.line.next.clone().unwrap().title == "Board paper");
    set(&board, MilestoneField::State, "done").unwrap();
    assert_eq!(
        scene.view(&project).milestones[1].done.as_deref(),
        Some("2026-11-24")
    );
    assert!(
        refused(set(&board, MilestoneField::Done, "2026-11-25"))
            .1
            .starts_with("a day up to")
    );
    assert_eq!(refused(set(&board, MilestoneField::State, "gone")).0, "state");
    let figure = project_figure(&scene.app, &project, 400).unwrap().unwrap();
    assert_eq!(figure.table.rows.len(), 3);
    set(&board, MilestoneField::Done, "").unwrap();
    assert_eq!(scene.view(&project).milestones[1].state, MilestoneState::UnderWay);
    set(&board, MilestoneField::State, "dropped").unwrap();
    assert_eq!(
        project_figure(&scene.app, &project, 400)
            .unwrap()
            .unwrap()
            .table
            .rows
            .len(),
        2
    );
    assert_eq!(scene.view(&project).line.milestones, 2);

    let order = || {
        let milestones = scene.view(&project).milestones;
        milestones.into_iter().map(|one| one.id).collect::<Vec<_>>()
    };
    move_milestone(&scene.app, &wide, true).unwrap();
    assert_eq!(order(), [charter.clone(), wide.clone(), board.clone()]);
    move_milestone(&scene.app, &charter, true).unwrap();
    assert_eq!(
        order(),
        [charter.clone(), wide.clone(), board.clone()],
        "the first stays"
    );
    scene.undo();
    assert_eq!(order(), [charter.clone(), board.clone(), wide.clone()]);
    remove_milestone(&scene.app, &board).unwrap();
    assert_eq!(order(), [charter, wide]);
    assert_eq!(
        refused(set(&board, MilestoneField::Title, "Paper")).0,
        "not-found"
    );
}

#[test]
fn the_latest_update_says_how_a_project_goes_and_a_correction_takes_its_place() {
    let scene = scene();
    let project = scene.project();
    scene.update(
        &project,
        "2026-10-24",
        ProjectStatus::OnCourse,
        "Two branches said yes.",
    );
    assert!(scene.view(&project).line.stale, "31 days");
    let wrong = scene.update(&project, "2026-11-01", ProjectStatus::Stuck, "The board says mo.");
    let line = scene.view(&project).line;
    assert_eq!(
        (line.status, line.days, line.stale),
        (Some(ProjectStatus::Stuck), Some(23), false)
    );
    let input = told("2026-10-25", ProjectStatus::Slower, "The board says no.");
    let right = correct_update(&scene.app, &wrong, &input).unwrap().value;
    let view = scene.view(&project);
    assert_eq!(view.updates.len(), 2);
    assert!(view.updates[0].corrected && view.updates[0].author == "Ana");
    assert_eq!(
        (view.line.status, view.line.days),
        (Some(ProjectStatus::Slower), Some(30))
    );
    assert_eq!(
        refused(correct_update(&scene.app, &wrong, &input)).1,
        "its latest wording"
    );
    assert_eq!(
        correct_update(&scene.app, &right, &input).unwrap().value,
        right,
        "nothing new"
    );
    remove_update(&scene.app, &right).unwrap();
    assert_eq!(
        scene.view(&project).updates.len(),
        1,
        "what it replaced does not come back"
    );
    scene.undo();
    assert_eq!(scene.view(&project).updates[0].text, "The board says no.");
    scene.undo();
    assert_eq!(scene.view(&project).updates[0].text, "The board says mo.");
    assert_eq!(
        refused(add_update(
            &scene.app,
            &project,
            &told("", ProjectStatus::Stuck, " \n")
        ))
        .0,
        "update"
    );
    let ahead = told("2026-11-25", ProjectStatus::Stuck, "Tomorrow");
    assert_eq!(
        refused(add_update(&scene.app, &project, &ahead)).1,
        "a day up to 2026-11-24"
    );
    let today = scene.update(&project, "", ProjectStatus::Finished, "Done.\nAll of it.");
    let view = scene.view(&project);
    assert_eq!(
        (view.updates[0].id.as_str(), view.updates[0].date.as_str()),
        (today.as_str(), "2026-11-24")
    );
    assert_eq!(view.updates[0].text, "Done.\nAll of it.");
}

#[test]
fn evidence_is_shown_where_it_belongs_and_stays_with_a_corrected_update() {
    let scene = scene();
    let project = scene.project();
    let update = scene.update(
        &project,
        "2026-11-01",
        ProjectStatus::OnCourse,
        "Minutes are out.",
    );
    let minutes = scene.file("Board minutes, 9 April.pdf", b"%PDF-1.7 minutes");
    let file = EvidenceInput {
        about: Some(update.clone()),
        ..evidence_of(EvidenceKind::File, &minutes)
    };
    let attached = add_evidence(&scene.app, &project, &file).unwrap().value;
    add_evidence(
        &scene.app,
        &project,
        &evidence_of(EvidenceKind::Text, "Nine of eleven voted yes."),
    )
    .unwrap();
    let link = evidence_of(EvidenceKind::Link, " https://example.org/minutes ");
    add_evidence(&scene.app, &project, &link).unwrap();
    let input = told("2026-11-02", ProjectStatus::OnCourse, "The minutes are out.");
    correct_update(&scene.app, &update, &input).unwrap();
    let view = scene.view(&project);
    let piece = &view.updates[0].evidence[0];
    assert_eq!(
        (piece.title.as_str(), piece.size, piece.here),
        ("Board minutes, 9 April.pdf", 16, true)
    );
    assert_eq!(
        (piece.media.as_str(), piece.file_name.as_str()),
        ("application/pdf", "Board minutes, 9 April.pdf")
    );
    assert!(piece.opens && !view.evidence[0].opens);
    assert_eq!(view.evidence.len(), 2);
    assert_eq!(view.evidence[1].value, "https://example.org/minutes");
    let to = scene.folder.path().join("copy.pdf");
    save_evidence(&scene.app, &attached, &to).unwrap();
    assert_eq!(std::fs::read(&to).unwrap(), b"%PDF-1.7 minutes");
    assert_eq!(
        refused(save_evidence(&scene.app, &view.evidence[0].id, &to)).0,
        "not-found"
    );
    remove_evidence(&scene.app, &attached).unwrap();
    assert!(scene.view(&project).updates[0].evidence.is_empty());
    scene.undo();
    assert_eq!(scene.view(&project).updates[0].evidence.len(), 1);
    assert_eq!(
        refused(add_evidence(
            &scene.app,
            &project,
            &evidence_of(EvidenceKind::Text, " ")
        ))
        .1,
        "what supports it"
    );
    for link in ["javascript:alert(1)", "example.org", "file:///minutes.pdf"] {
        let (field, expected) = refused(add_evidence(
            &scene.app,
            &project,
            &evidence_of(EvidenceKind::Link, link),
        ));
        assert!(field == "link" && expected.contains("https://"), "{link}");
    }
    let elsewhere = scene.project();
    assert_eq!(
        refused(add_evidence(&scene.app, &elsewhere, &file)).0,
        "not-found",
        "an update of another project"
    );
}

#[test]
fn files_are_attached_up_to_the_limit_and_refused_above_it_with_both_sizes() {
    let scene = scene();
    let project = scene.project();
    let attach = |path: &str| add_evidence(&scene.app, &project, &evidence_of(EvidenceKind::File, path));
    let largest = vec![7; LARGEST as usize];
    for (name, bytes) in [("empty.txt", &b""[..]), ("largest.bin", &largest)] {
        let id = attach(&scene.file(name, bytes)).unwrap().value;
        let to = scene.folder.path().join("copy");
        save_evidence(&scene.app, &id, &to).unwrap();
        assert!(std::fs::read(&to).unwrap() == bytes, "{name}");
    }
    let mut larger = largest;
    larger.push(7);
    let (reason, found) = refused(attach(&scene.file("larger.bin", &larger)));
    assert_eq!(reason, "too-large");
    assert!(
        found.contains("10485761") && found.contains("10485760 (10 MB)"),
        "{found}"
    );
    let folder = scene.folder.path().to_string_lossy().into_owned();
    assert_eq!(refused(attach(&folder)).0, "folder");
    assert_eq!(refused(attach(&format!("{folder}/none.pdf"))).0, "file-missing");
    assert_eq!(scene.view(&project).evidence.len(), 2);
    scene.undo();
    let view = scene.view(&project);
    assert_eq!(
        view.evidence.len(),
        1,
        "undo of an attachment leaves nothing to show"
    );
    changes::redo(&scene.app).unwrap();
    assert!(scene.view(&project).evidence[1].here);
}

#[cfg(unix)]
#[test]
fn a_device_is_no_file() {
    let scene = scene();
    let project = scene.project();
    let device = evidence_of(EvidenceKind::File, "/dev/null");
    assert_eq!(
        refused(add_evidence(&scene.app, &project, &device)).0,
        "not-a-file"
    );
}

#[test]
fn a_lesson_names_a_session_a_competency_and_what_changed() {
    let scene = scene();
    let project = scene.project();
    let (session, block) = crate::projects::tests::session(&scene);
    let sources = scene.view(&project);
    assert_eq!(
        sources.sessions[0].blocks[0].competencies,
        ["influence", "Listening"]
    );
    assert_eq!(
        sources.competencies.last().unwrap().name,
        "Listening",
        "a competency that only the agenda names"
    );
    let input = LessonInput {
        person: scene.people[0].clone(),
        block: block.clone(),
        competency: "influence".to_owned(),
        what: "Board paper opens with the mayor’s words".to_owned(),
        ..LessonInput::default()
    };
    let lesson = add_lesson(&scene.app, &project, &input).unwrap().value;
    let shown = scene.view(&project).lessons[0].clone();
    assert_eq!(
        (shown.session.as_str(), shown.block_title.as_str()),
        (session.as_str(), "One value, five institutions")
    );
    assert_eq!(
        (shown.competency_name.as_str(), shown.date.as_str()),
        ("Influence", "2026-11-24")
    );
    assert_eq!(shown.person_name, "Søren Łukaszewicz");
    let change = |change: &dyn Fn(&mut LessonInput)| {
        let mut input = input.clone();
        change(&mut input);
        edit_lesson(&scene.app, &lesson, &input)
    };
    assert_eq!(refused(change(&|one| one.what.clear())).1, "what changed");
    assert_eq!(
        refused(change(&|one| one.competency = "flying".into())).0,
        "competency"
    );
    assert_eq!(
        refused(change(&|one| one.person = scene.people[1].clone())).0,
        "not-found",
        "not in the project"
    );
    assert_eq!(refused(change(&|one| one.block = "0".repeat(32))).0, "not-found");
    change(&|one| (one.block, one.session, one.competency) = Default::default()).unwrap();
    assert_eq!(scene.view(&project).lessons[0].session, "");
    scene.undo();
    nexus_store_remove_session(&scene, &session);
    let shown = scene.view(&project).lessons[0].clone();
    assert_eq!(
        (shown.session_title.as_str(), shown.competency_name.as_str()),
        ("", "Influence")
    );
    remove_lesson(&scene.app, &lesson).unwrap();
    assert!(scene.view(&project).lessons.is_empty());
}

/// A session of one block in the cohort.
fn session(scene: &Scene) -> (String, String) {
    use nexus_domain::ids::{BlockId, SessionId};
    use nexus_domain::sessions::{Block, Run, Session};
    let session = Session {
        id: SessionId(scene.app.new_id()),
        cohort: scene.cohort.parse().unwrap(),
        title: "Institute, day 1".to_owned(),
        place: String::new(),
        zone: chrono_tz::America::Chicago,
        date: "2026-10-05".parse().unwrap(),
        starts: 540,
        began: None,
        ended: None,
    };
    let block = Block {
        id: BlockId(scene.app.new_id()),
        title: "One value, five institutions".to_owned(),
        minutes: Some(45),
        locked: None,
        optional: false,
        competencies: vec!["Influence".to_owned(), "Listening".to_owned()],
        instructions: String::new(),
        module: None,
    };
    let kept = scene.app.act("sessions.create", "", |w| {
        nexus_store::sessions::put(w, &session)?;
        nexus_store::sessions::add_block(w, session.id, 0, &block, &Run::default())?;
        Ok((session.id.to_string(), block.id.to_string()))
    });
    kept.unwrap().value
}

fn nexus_store_remove_session(scene: &Scene, session: &str) {
    let id = session.parse().unwrap();
    let gone = scene.app.act("sessions.remove", "", |w| {
        Ok(nexus_store::sessions::set_deleted(w, id, true)?)
    });
    gone.unwrap();
}

#[test]
fn next_steps_are_kept_done_and_opened_again() {
    let scene = scene();
    let person = &scene.people[0];
    let step = |text: &str, due: &str| NextStepInput {
        text: text.to_owned(),
        due: due.to_owned(),
    };
    let add = |input| add_step(&scene.app, &scene.cohort, person, &input).unwrap().value;
    let later = add(step("Ask the clerk", ""));
    let first = add(step("Show the board the count", "2026-11-23"));
    let steps = || of_person(&scene.app, &scene.cohort, person).unwrap().steps;
    assert_eq!(
        steps().iter().map(|one| &one.id).collect::<Vec<_>>(),
        [&first, &later]
    );
    assert!(steps()[0].overdue && !steps()[1].overdue);
    finish_step(&scene.app, &first, true).unwrap();
    assert_eq!(steps()[1].done.as_deref(), Some("2026-11-24"));
    finish_step(&scene.app, &first, false).unwrap();
    assert_eq!(steps()[0].done, None);
    edit_step(&scene.app, &later, &step("Ask the clerk of court", "2026-12-01")).unwrap();
    assert_eq!(steps()[1].text, "Ask the clerk of court");
    assert_eq!(
        refused(edit_step(&scene.app, &later, &step(" ", ""))).1,
        "what comes next"
    );
    remove_step(&scene.app, &later).unwrap();
    assert_eq!(steps().len(), 1);
    scene.undo();
    assert_eq!(steps().len(), 2);
    let stranger = add_step(&scene.app, &scene.cohort, &"0".repeat(32), &step("x", ""));
    assert_eq!(refused(stranger).0, "not-found");
}

#[test]
fn the_page_of_a_person_and_the_summary_show_their_projects() {
    let scene = scene();
    let person = &scene.people[0];
    let empty = reports::participant(&scene.app, &scene.cohort, "N01", None).unwrap();
    let (old, new) = (scene.project(), scene.project());
    scene.update(&old, "2026-11-20", ProjectStatus::Finished, "Done.");
    scene.update(&new, "2026-11-21", ProjectStatus::OnCourse, "Begun.");
    add_milestone(&scene.app, &new, "Charter", "2026-11-01").unwrap();
    edit(
        &scene.app,
        &new,
        ProjectField::Problem,
        "Eleven towns, eleven cards.",
    )
    .unwrap();
    edit(
        &scene.app,
        &new,
        ProjectField::Beneficiaries,
        "Readers of eleven towns.",
    )
    .unwrap();
    let input = LessonInput {
        person: person.clone(),
        competency: "influence".to_owned(),
        what: "Board paper opens with the mayor’s words".to_owned(),
        ..LessonInput::default()
    };
    add_lesson(&scene.app, &new, &input).unwrap();
    let step = NextStepInput {
        text: "Show the board the count".to_owned(),
        due: "2026-12-01".to_owned(),
    };
    add_step(&scene.app, &scene.cohort, person, &step).unwrap();
    let page = of_person(&scene.app, &scene.cohort, person).unwrap();
    assert_eq!(page.projects.len(), 2);
    assert_eq!(page.projects[0].line.id, new, "what goes on comes first");
    assert_eq!(page.projects[0].latest.as_ref().unwrap().text, "Begun.");
    assert_eq!((page.lessons.len(), page.steps.len()), (1, 1));
    assert_eq!(
        of_person(&scene.app, &scene.cohort, &scene.people[1])
            .unwrap()
            .projects,
        []
    );

    let paper = scene
        .app
        .ws()
        .read(|r| summary(r, scene.cohort.parse().unwrap(), person.parse().unwrap()))
        .unwrap();
    let project = paper.project.unwrap();
    assert_eq!(project.status.as_deref(), Some("On course"));
    let sentence = "Eleven towns, eleven cards. Who benefits: Readers of eleven towns.";
    assert_eq!(project.sentence.as_deref(), Some(sentence));
    assert_eq!(paper.lessons[0].competency.as_deref(), Some("Influence"));
    assert_eq!(paper.next_steps.len(), 1);
    let first = reports::participant(&scene.app, &scene.cohort, "N01", None).unwrap();
    assert_ne!(first, empty);
    assert_eq!(
        first,
        reports::participant(&scene.app, &scene.cohort, "N01", None).unwrap()
    );
}

#[test]
fn a_change_to_the_project_is_a_change_to_the_summary() {
    let scene = scene();
    let project = scene.project();
    let (cohort, person) = (scene.cohort.parse().unwrap(), scene.people[0].parse().unwrap());
    assert_eq!(last_change(&scene.app, cohort, person).unwrap(), Some(at(11, 24)));
    let Scene { app, folder, .. } = scene;
    let (path, key) = (app.ws().path().to_owned(), app.ws().key().clone());
    drop(app);
    let workspace = Workspace::open(&path, &key, &OpenOptions::WRITE).unwrap();
    let app = App::new(workspace, "Ana", Clock::Fixed(at(12, 1)));
    add_milestone(&app, &project, "Charter", "2026-12-10").unwrap();
    assert_eq!(last_change(&app, cohort, person).unwrap(), Some(at(12, 1)));
    drop(folder);
}

/// What the sample shows, without ids.
fn sample_as_told(app: &App) -> (String, Vec<ProjectLine>, Vec<String>) {
    let cohort = crate::sample::fill(app).unwrap().value;
    let mut lines = list(app, &cohort).unwrap().projects;
    let told: Vec<_> = lines
        .iter()
        .map(|line| {
            let view = view(app, &line.id).unwrap();
            let updates: Vec<_> = view
                .updates
                .iter()
                .map(|one| (&one.date, one.status, &one.text))
                .collect();
            let lessons: Vec<_> = view.lessons.iter().map(|one| (&one.date, &one.what)).collect();
            let milestones: Vec<_> = view
                .milestones
                .iter()
                .map(|one| (&one.title, one.state))
                .collect();
            format!("{updates:?} {lessons:?} {milestones:?}")
        })
        .collect();
    for line in &mut lines {
        line.id.clear();
        line.people.iter_mut().for_each(|one| one.person.clear());
        line.next.iter_mut().for_each(|one| one.id.clear());
    }
    (cohort, lines, told)
}

#[test]
fn the_sample_has_a_believable_project_for_everybody_and_is_the_same_each_time() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let apps = folders.each_ref().map(|folder| open(folder, at(11, 24)));
    let (cohort, lines, told) = sample_as_told(&apps[0]);
    let (_, again, told_again) = sample_as_told(&apps[1]);
    assert_eq!((&lines, &told), (&again, &told_again));
    assert_eq!(lines.len(), 24);
    let codes: Vec<_> = lines.iter().map(|line| line.people[0].code.clone()).collect();
    assert_eq!(
        codes,
        (1..=24).map(|number| format!("N{number:02}")).collect::<Vec<_>>()
    );
    let stale: Vec<_> = lines
        .iter()
        .filter(|line| line.stale)
        .filter_map(|line| line.days)
        .collect();
    assert_eq!(stale, [41, 37, 34]);
    for status in ProjectStatus::ALL {
        assert!(lines.iter().any(|line| line.status == Some(status)), "{status:?}");
    }
    assert!(lines.iter().any(|line| line.status.is_none()), "one without news");
    let app = &apps[0];
    for (line, one) in lines.iter().zip(list(app, &cohort).unwrap().projects) {
        let view = view(app, &one.id).unwrap();
        let pieces = view.updates.iter().flat_map(|update| &update.evidence);
        for piece in pieces.filter(|piece| piece.kind == EvidenceKind::Link) {
            assert!(check_link(&piece.value).is_ok());
        }
        assert!(
            !line.institution.is_empty() && line.milestones > 1,
            "{}",
            line.title
        );
        assert!(
            view.lessons
                .iter()
                .all(|lesson| lesson.competency != lesson.competency_name)
        );
        let late = view.updates.iter().any(|update| update.date > view.today);
        assert!(!late, "{}: news from the future", line.title);
    }
    let pdf = reports::participant(app, &cohort, "N22", None).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    crate::sample::remove(app).unwrap();
    app.ws()
        .read(|r| {
            let id = cohort.parse().unwrap();
            assert!(nexus_store::projects::of_cohort(r, id)?.is_empty());
            assert!(nexus_store::projects::next_steps_of_cohort(r, id)?.is_empty());
            Ok::<_, AppError>(())
        })
        .unwrap();
    assert!(app.ws().check().unwrap().is_sound());
}

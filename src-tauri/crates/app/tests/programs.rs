//! Programs, cohorts, words, roles and the bin, as use-cases on a workspace of one's own.
#![allow(clippy::unwrap_used)]

use chrono::{DateTime, TimeDelta};
use nexus_app::cohorts::{self, CohortField, CohortInput};
use nexus_app::people::{self, PersonField, PersonInput, RosterInput, StaffInput, WordChange, WordList};
use nexus_app::programs::{self, FacilityField, ProgramField, SetupInput, overview, set_up};
use nexus_app::{App, AppError, Clock, assessments, changes, reports, settings};
use nexus_domain::assessments::Moment;
use nexus_domain::people::Role;
use nexus_domain::people::roster::Matter;
use nexus_store::{OpenOptions, Workspace, WorkspaceKey};

struct Bench {
    folder: tempfile::TempDir,
    app: App,
}

fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::random().unwrap();
    let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &OpenOptions::WRITE).unwrap();
    let clock = Clock::Fixed(DateTime::UNIX_EPOCH + TimeDelta::days(20_000));
    let app = App::new(ws, "Ana", clock);
    let input = SetupInput {
        facility: "Riverbend".into(),
        zone: "America/Chicago".into(),
    };
    set_up(&app, &input).unwrap();
    Bench { folder, app }
}

impl Bench {
    fn cohort(&self, name: &str) -> String {
        let input = CohortInput {
            name: name.into(),
            ..Default::default()
        };
        cohorts::create(&self.app, &input).unwrap().value.id
    }

    fn person(&self, cohort: &str, given: &str, family: &str) -> String {
        let input = PersonInput {
            given: given.into(),
            family: family.into(),
            ..Default::default()
        };
        people::add(&self.app, cohort, &input).unwrap().value.id
    }

    fn roster(&self, cohort: &str, text: &str) -> RosterInput {
        let path = self.folder.path().join("roster.csv");
        std::fs::write(&path, text).unwrap();
        RosterInput {
            path: path.to_string_lossy().into_owned(),
            cohort: cohort.into(),
            ..Default::default()
        }
    }

    fn word(&self, list: WordList, name: &str) -> people::WordView {
        let words = people::words(&self.app).unwrap();
        let list = match list {
            WordList::Sectors => words.sectors,
            WordList::Levels => words.levels,
        };
        list.into_iter().find(|word| word.name == name).unwrap()
    }

    fn sector(&self, name: &str, change: &WordChange) -> Result<(), AppError> {
        let id = self.word(WordList::Sectors, name).id;
        people::word_change(&self.app, WordList::Sectors, &id, change).map(|_| ())
    }
}

fn code<T: std::fmt::Debug>(result: Result<T, AppError>) -> &'static str {
    result.unwrap_err().code()
}

#[test]
fn a_program_has_a_situation_and_an_award_whose_period_never_runs_backwards() {
    let b = bench();
    let program = programs::create(&b.app, "  Emerging   leaders ").unwrap().value;
    assert_eq!(program.name, "Emerging leaders");
    assert_eq!(code(programs::create(&b.app, "EMERGING leaders")), "invalid");
    assert_eq!(code(programs::create(&b.app, "  ")), "invalid");
    let set = |field, value| programs::edit(&b.app, &program.id, field, value);
    set(
        ProgramField::Situation,
        "Few successors.\nNobody to learn from.\n",
    )
    .unwrap();
    set(ProgramField::Funder, "IMLS").unwrap();
    set(ProgramField::Award, "RE-31-26-0042").unwrap();
    set(ProgramField::AwardStarts, "2026-10-01").unwrap();
    assert_eq!(code(set(ProgramField::AwardEnds, "2026-09-30")), "invalid");
    assert_eq!(code(set(ProgramField::AwardEnds, "soon")), "invalid");
    set(ProgramField::AwardEnds, "2028-09-30").unwrap();
    assert_eq!(code(set(ProgramField::AwardStarts, "2029-01-01")), "invalid");

    let view = programs::view(&b.app, &program.id).unwrap();
    assert_eq!(view.situation, "Few successors.\nNobody to learn from.");
    assert_eq!(
        [view.funder, view.award, view.award_starts, view.award_ends],
        ["IMLS", "RE-31-26-0042", "2026-10-01", "2028-09-30"]
    );
    // One field is one step.
    changes::undo(&b.app).unwrap();
    assert_eq!(programs::view(&b.app, &program.id).unwrap().award_ends, "");
    let told = changes::history(&b.app, "program", &program.id).unwrap();
    assert_eq!(
        (told[0].author.as_str(), told[0].step.kind.as_str()),
        ("Ana", "undo")
    );
}

#[test]
fn a_program_goes_only_without_cohorts_and_a_cohort_chooses_its_program() {
    let b = bench();
    b.cohort("Spring");
    let second = programs::create(&b.app, "Second").unwrap().value;
    let input = CohortInput {
        program: second.id.clone(),
        name: "Autumn".into(),
        ..Default::default()
    };
    let cohort = cohorts::create(&b.app, &input).unwrap().value;
    assert_eq!(cohort.program, second.id);
    let refused = programs::remove(&b.app, &second.id).unwrap_err();
    assert!(matches!(
        refused,
        AppError::InUse {
            what: "program",
            count: 1,
            ..
        }
    ));

    let details = cohorts::details(&b.app, &cohort.id).unwrap();
    assert_eq!(details.programs.len(), 2);
    let first = details.programs.iter().find(|one| one.id != second.id).unwrap();
    cohorts::edit(&b.app, &cohort.id, CohortField::Program, &first.id).unwrap();
    programs::remove(&b.app, &second.id).unwrap();
    assert_eq!(code(programs::view(&b.app, &second.id)), "not-found");
    changes::undo(&b.app).unwrap();
    assert!(programs::view(&b.app, &second.id).unwrap().cohorts.is_empty());
}

#[test]
fn the_facility_can_be_renamed_and_moved() {
    let b = bench();
    programs::facility_edit(&b.app, FacilityField::Name, " Riverbend   centre ").unwrap();
    programs::facility_edit(&b.app, FacilityField::Zone, "Pacific/Honolulu").unwrap();
    assert_eq!(
        code(programs::facility_edit(&b.app, FacilityField::Name, " ")),
        "invalid"
    );
    assert_eq!(
        code(programs::facility_edit(&b.app, FacilityField::Zone, "Mars/Base")),
        "invalid"
    );
    let now = overview(&b.app).unwrap();
    assert_eq!(
        (now.facility.as_str(), now.zone.as_str()),
        ("Riverbend centre", "Pacific/Honolulu")
    );
}

#[test]
fn a_cohort_is_changed_field_by_field_and_its_prefix_stays_once_codes_exist() {
    let b = bench();
    let id = b.cohort("Prairie State cohort, 2026–27");
    let set = |field, value| cohorts::edit(&b.app, &id, field, value);
    set(CohortField::Prefix, "PS").unwrap();
    set(CohortField::Starts, "2026-10-05").unwrap();
    assert_eq!(code(set(CohortField::Ends, "2026-10-04")), "invalid");
    set(CohortField::Ends, "2027-05-20").unwrap();
    set(CohortField::Name, "Prairie cohort").unwrap();
    assert_eq!(
        cohorts::details(&b.app, &id).unwrap().cohort.mark,
        "PSC 26–27",
        "the mark stays"
    );
    set(CohortField::Mark, "").unwrap();
    let details = cohorts::details(&b.app, &id).unwrap();
    assert_eq!(
        (details.cohort.mark.as_str(), details.cohort.prefix.as_str()),
        ("PC", "PS")
    );

    let person = b.person(&id, "Søren", "Łukaszewicz");
    people::leave(&b.app, &id, &person).unwrap();
    assert_eq!(cohorts::details(&b.app, &id).unwrap().codes, 1);
    assert_eq!(code(set(CohortField::Prefix, "X")), "invalid");
    // What is the same is no change, and other fields go on.
    set(CohortField::Prefix, "PS").unwrap();
    set(CohortField::Mark, "PS 26").unwrap();
    b.cohort("Other");
    assert_eq!(code(set(CohortField::Name, "other")), "invalid");
}

#[test]
fn real_cohorts_and_the_sample_do_not_mix() {
    let b = bench();
    let real = b.cohort("Real");
    let sample = nexus_app::sample::fill(&b.app).unwrap().value;
    let program = |id: &str| cohorts::details(&b.app, id).unwrap().cohort.program;
    assert_eq!(cohorts::details(&b.app, &real).unwrap().programs.len(), 1);
    let to_sample = cohorts::edit(&b.app, &real, CohortField::Program, &program(&sample));
    assert_eq!(code(to_sample), "invalid");
    let to_real = cohorts::edit(&b.app, &sample, CohortField::Program, &program(&real));
    assert_eq!(code(to_real), "invalid");
}

#[test]
fn words_are_renamed_learnt_ordered_and_kept_while_they_are_used() {
    let b = bench();
    let cohort = b.cohort("Spring");
    let text = "First name,Last name,Type of institution\nAna,Silva,Bookmobile\nBo,Lund,bookmobile \n";
    let preview = people::preview(&b.app, &b.roster(&cohort, text)).unwrap();
    assert_eq!(preview.problems.len(), 2);
    assert!(matches!(
        preview.problems[0].matter,
        Matter::WordUnknown { words: 5 }
    ));

    people::word_learn(&b.app, WordList::Sectors, "Public", "Bookmobile").unwrap();
    let again = people::word_learn(&b.app, WordList::Sectors, "Museum", "BOOKMOBILE");
    assert!(matches!(again.unwrap_err(), AppError::WordTaken { by, .. } if by == "Public"));
    let preview = people::preview(&b.app, &b.roster(&cohort, text)).unwrap();
    assert!(preview.problems.is_empty());
    people::import(&b.app, &b.roster(&cohort, text)).unwrap();

    b.sector("Public", &WordChange::Rename("Community".into()))
        .unwrap();
    let word = b.word(WordList::Sectors, "Community");
    assert_eq!(word.people, 2);
    assert!(word.synonyms.contains(&"Public".to_owned()) && word.synonyms.contains(&"Bookmobile".to_owned()));
    assert_eq!(people::list(&b.app, &cohort).unwrap()[0].sector, "Community");
    let refused = b.sector("Community", &WordChange::Remove).unwrap_err();
    assert!(matches!(
        refused,
        AppError::InUse {
            what: "sector",
            count: 2,
            ..
        }
    ));

    b.sector("Museum", &WordChange::Move(-4)).unwrap();
    b.sector("Museum", &WordChange::Draw(String::new())).unwrap();
    assert_eq!(
        code(b.sector("Museum", &WordChange::Draw("crown".into()))),
        "invalid"
    );
    assert_eq!(
        code(b.sector("Museum", &WordChange::Learn(" ! ".into()))),
        "invalid"
    );
    let first = people::words(&b.app).unwrap().sectors.swap_remove(0);
    assert_eq!(
        (first.name.as_str(), first.mark.as_str(), first.people),
        ("Museum", "", 0)
    );
    b.sector("Museum", &WordChange::Remove).unwrap();
    assert_eq!(people::words(&b.app).unwrap().sectors.len(), 4);
    changes::undo(&b.app).unwrap();
    assert_eq!(people::words(&b.app).unwrap().sectors.len(), 5);
}

#[test]
fn a_new_word_stands_last_and_its_name_is_free_again_once_it_is_gone() {
    let b = bench();
    let id = people::word_add(&b.app, WordList::Levels, "Trustee")
        .unwrap()
        .value;
    assert_eq!(people::words(&b.app).unwrap().levels[6].name, "Trustee");
    assert_eq!(
        code(people::word_add(&b.app, WordList::Levels, "trustee")),
        "word-taken"
    );
    people::word_change(&b.app, WordList::Levels, &id, &WordChange::Remove).unwrap();
    let gone = people::word_change(&b.app, WordList::Levels, &id, &WordChange::Remove);
    assert_eq!(code(gone), "not-found");
    let again = people::word_add(&b.app, WordList::Levels, "Trustee")
        .unwrap()
        .value;
    assert_ne!(id, again);
}

#[test]
fn staff_are_known_and_counted_nowhere() {
    let b = bench();
    let cohort = b.cohort("Spring");
    let participant = b.person(&cohort, "Ana", "Silva");
    let input = StaffInput {
        person: PersonInput {
            given: "Mara".into(),
            family: "Lindqvist".into(),
            email: "mara@example.org".into(),
            institution: String::new(),
        },
        roles: vec![Role::Mentor, Role::Facilitator, Role::Mentor],
    };
    let mara = people::staff_add(&b.app, &input).unwrap().value;
    let twice = people::staff_add(&b.app, &input).unwrap_err();
    assert!(matches!(twice, AppError::Invalid { expected, .. } if expected.contains("Mara Lindqvist")));
    let without = StaffInput {
        roles: Vec::new(),
        ..input
    };
    assert_eq!(code(people::staff_add(&b.app, &without)), "invalid");
    people::edit(
        &b.app,
        &participant,
        Some(&cohort),
        PersonField::Roles,
        "mentor coach",
    )
    .unwrap();
    assert_eq!(
        code(people::edit(
            &b.app,
            &participant,
            None,
            PersonField::Roles,
            "boss"
        )),
        "invalid"
    );

    let staff = people::staff(&b.app).unwrap();
    let names: Vec<_> = staff.staff.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["Mara Lindqvist", "Ana Silva"]);
    assert_eq!(staff.staff[0].roles, [Role::Facilitator, Role::Mentor]);
    assert_eq!(staff.staff[1].cohorts, ["S"]);
    assert!(staff.others.is_empty());

    // Lists, counts, the mix and the sheets are those of the participants.
    assert_eq!(people::list(&b.app, &cohort).unwrap().len(), 1);
    assert_eq!(
        people::list(&b.app, &cohort).unwrap()[0].roles,
        [Role::Coach, Role::Mentor]
    );
    assert_eq!(overview(&b.app).unwrap().cohorts[0].people, 1);
    assert_eq!(cohorts::view(&b.app, &cohort).unwrap().cohort.people, 1);
    let occasion = assessments::plan(
        &b.app,
        &cohort,
        &assessments::OccasionInput {
            instrument: "competency-self-assessment".into(),
            moment: Moment::Baseline,
            opens: String::new(),
            due: String::new(),
        },
    )
    .unwrap()
    .value;
    assert_eq!(assessments::grid(&b.app, &occasion).unwrap().rows.len(), 1);

    assert_eq!(code(people::remove(&b.app, &participant)), "in-use");
    people::leave(&b.app, &cohort, &participant).unwrap();
    people::edit(&b.app, &participant, None, PersonField::Roles, "").unwrap();
    assert_eq!(people::staff(&b.app).unwrap().others[0].name, "Ana Silva");
    people::remove(&b.app, &mara).unwrap();
    assert!(people::staff(&b.app).unwrap().staff.is_empty());
}

#[test]
fn the_bin_shows_what_was_removed_and_brings_a_gesture_back_whole() {
    let b = bench();
    let cohort = b.cohort("Spring");
    let person = b.person(&cohort, "Ana", "Silva");
    assert_eq!(settings::bin(&b.app).unwrap().removed, []);
    people::leave(&b.app, &cohort, &person).unwrap();
    cohorts::remove(&b.app, &cohort).unwrap();
    nexus_app::sample::fill(&b.app).unwrap();
    nexus_app::sample::remove(&b.app).unwrap();

    let bin = settings::bin(&b.app).unwrap();
    let kinds: Vec<_> = bin.removed.iter().map(|line| line.step.kind.as_str()).collect();
    assert_eq!(kinds, ["sample.remove", "cohorts.remove", "people.leave"]);
    assert_eq!(bin.undone, []);
    let sample = &bin.removed[0];
    assert_eq!(sample.author, "Ana");
    let count = |table: &str| {
        sample
            .counts
            .iter()
            .find(|count| count.table == table)
            .unwrap()
            .count
    };
    assert_eq!(
        (
            count("program"),
            count("cohort"),
            count("person"),
            count("enrolment")
        ),
        // Participants of both cohorts, and those who carry the program; two of them took part before, and one
        // participant has two records and one moved from the earlier cohort.
        (1, 2, 24 + 12 + 5 - 2 + 1, 24 + 12 + 1)
    );
    assert_eq!(sample.names.len(), 1, "its program stands for it");
    assert_eq!(bin.removed[2].names, ["Ana Silva"]);

    settings::bring_back(&b.app, &sample.id).unwrap();
    let back = overview(&b.app).unwrap();
    assert_eq!((back.cohorts.len(), back.cohorts[0].people), (2, 24));
    assert_eq!(code(settings::bring_back(&b.app, &sample.id)), "not-found");
    changes::undo(&b.app).unwrap();
    assert!(overview(&b.app).unwrap().cohorts.is_empty());

    // What an undo of bringing it back put there again is as removed as before.
    let bin = settings::bin(&b.app).unwrap();
    assert!(bin.removed[0].undone && bin.undone.is_empty());
    settings::bring_back(&b.app, &bin.removed[0].id).unwrap();
    assert_eq!(overview(&b.app).unwrap().cohorts[0].people, 24);

    let cohort_line = bin
        .removed
        .iter()
        .find(|line| line.step.kind == "cohorts.remove")
        .unwrap();
    settings::bring_back(&b.app, &cohort_line.id).unwrap();
    let leaving = bin
        .removed
        .iter()
        .find(|line| line.step.kind == "people.leave")
        .unwrap();
    settings::bring_back(&b.app, &leaving.id).unwrap();
    let list = people::list(&b.app, &cohort).unwrap();
    assert_eq!((list.len(), list[0].code.as_str()), (1, "N01"));
}

#[test]
fn what_an_undo_took_away_again_lies_apart() {
    let b = bench();
    let cohort = b.cohort("Spring");
    b.person(&cohort, "Ana", "Silva");
    changes::undo(&b.app).unwrap();
    let bin = settings::bin(&b.app).unwrap();
    assert_eq!(bin.removed, []);
    assert_eq!(
        (bin.undone.len(), bin.undone[0].step.kind.as_str()),
        (1, "people.add")
    );
    changes::redo(&b.app).unwrap();
    assert_eq!(settings::bin(&b.app).unwrap().undone, []);
}

#[test]
fn a_history_names_what_ids_point_to() {
    let b = bench();
    let cohort = b.cohort("Spring");
    let person = b.person(&cohort, "Ana", "Silva");
    let museum = b.word(WordList::Sectors, "Museum").id;
    people::edit(&b.app, &person, Some(&cohort), PersonField::Sector, &museum).unwrap();
    let told = changes::history(&b.app, "person", &person).unwrap();
    let cell = &told[0].cells[0];
    assert_eq!(
        (cell.column.as_str(), cell.old.as_str(), cell.new.as_str()),
        ("sector", "", "Museum")
    );
}

#[test]
fn the_award_stands_in_the_summary() {
    let b = bench();
    let cohort = b.cohort("Spring");
    b.person(&cohort, "Ana", "Silva");
    let plain = reports::participant(&b.app, &cohort, "N01", None).unwrap();
    let program = overview(&b.app).unwrap().programs[0].id.clone();
    programs::edit(&b.app, &program, ProgramField::Award, "RE-31-26-0042").unwrap();
    let with_award = reports::participant(&b.app, &cohort, "N01", None).unwrap();
    assert_ne!(plain, with_award);
    assert_eq!(
        with_award,
        reports::participant(&b.app, &cohort, "N01", None).unwrap()
    );
}

//! Data out: what is in a file is what a screen shows, nothing is left out in silence, and nobody is named unasked.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};

use chrono::{DateTime, TimeDelta};
use nexus_app::cohorts::CohortInput;
use nexus_app::people::PersonInput;
use nexus_app::programs::{ReachBy, SetupInput, set_up};
use nexus_app::reports::data::{DataFormat, DataInput, DataKind, preview, write};
use nexus_app::{
    App, AppError, Clock, Task, assessments, cohorts, outcomes, people, programs, projects, sample, sessions,
};
use nexus_interop::table::{Limits, read};
use nexus_store::{OpenOptions, Workspace, WorkspaceKey};
use serde_json::Value;

/// 4 October 2024, 14:02 in Chicago.
fn now() -> DateTime<chrono::Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::hours(19) + TimeDelta::minutes(2)
}

struct Bench {
    folder: tempfile::TempDir,
    app: App,
    /// The sample cohort.
    sample: String,
    /// A cohort of one person that is no sample.
    own: String,
}

fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::random().unwrap();
    let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &OpenOptions::WRITE).unwrap();
    let app = App::seeded(ws, "Ruth Recorder", Clock::Fixed(now()), 7);
    let setup = SetupInput {
        facility: "Riverbend".into(),
        zone: "America/Chicago".into(),
    };
    set_up(&app, &setup).unwrap();
    let cohort = CohortInput {
        name: "Prairie State cohort".into(),
        ..Default::default()
    };
    let own = cohorts::create(&app, &cohort).unwrap().value.id;
    let person = PersonInput {
        given: "=Ona".into(),
        family: "Weaver".into(),
        email: "ona@example.org".into(),
        institution: "Summit".into(),
    };
    people::add(&app, &own, &person).unwrap();
    let sample = sample::fill(&app).unwrap().value;
    Bench {
        folder,
        app,
        sample,
        own,
    }
}

impl Bench {
    fn ask(&self, cohort: Option<&str>, kind: DataKind, format: DataFormat) -> DataInput {
        DataInput {
            cohort: cohort.map(str::to_owned),
            kind,
            format,
            names: false,
            sample: false,
        }
    }

    fn rows(&self, kind: DataKind) -> usize {
        let input = self.ask(Some(&self.sample), kind, DataFormat::Xlsx);
        preview(&self.app, &input).unwrap().rows as usize
    }

    fn file(&self, input: &DataInput) -> (PathBuf, u32) {
        let to = self.folder.path().join(format!("out.{}", input.format.key()));
        let written = write(&self.app, input, &to, &Task::unwatched()).unwrap();
        (to, written.rows)
    }

    /// The lines of an export as JSON Lines.
    fn lines(&self, input: &DataInput) -> Vec<Value> {
        let text = std::fs::read_to_string(self.file(input).0).unwrap();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

#[test]
fn a_file_holds_as_many_rows_as_the_screen_shows() {
    let bench = bench();
    let (app, cohort) = (&bench.app, bench.sample.as_str());
    assert_eq!(
        bench.rows(DataKind::People),
        people::list(app, cohort).unwrap().len()
    );
    let held = sessions::records(app, cohort).unwrap();
    assert_eq!(bench.rows(DataKind::Sessions), held.len());
    let marks = held.iter().map(|one| one.attendance.len()).sum::<usize>();
    assert!(marks > 24);
    assert_eq!(bench.rows(DataKind::Attendance), marks);
    let blocks = held.iter().map(|one| one.agenda.len()).sum::<usize>();
    assert_eq!(bench.rows(DataKind::Agendas), blocks);

    let occasions = assessments::overview(app, cohort).unwrap().occasions;
    let sheets: u32 = occasions.iter().map(|one| one.sheets).sum();
    assert!(sheets > 24);
    assert_eq!(bench.rows(DataKind::Responses), sheets as usize);

    let list = projects::list(app, cohort).unwrap().projects;
    let views: Vec<_> = list
        .iter()
        .map(|line| projects::view(app, &line.id).unwrap())
        .collect();
    assert_eq!(bench.rows(DataKind::Projects), list.len());
    let sum = |of: &dyn Fn(&projects::ProjectView) -> usize| views.iter().map(of).sum::<usize>();
    assert_eq!(bench.rows(DataKind::Milestones), sum(&|one| one.milestones.len()));
    assert_eq!(bench.rows(DataKind::Updates), sum(&|one| one.updates.len()));
    assert_eq!(bench.rows(DataKind::Lessons), sum(&|one| one.lessons.len()));
    let pieces = sum(&|one| {
        let of_updates = one.updates.iter().map(|update| update.evidence.len());
        one.evidence.len() + of_updates.sum::<usize>()
    });
    assert_eq!(bench.rows(DataKind::Evidence), pieces);

    let after = outcomes::view(app, cohort).unwrap();
    let told = after.outcomes.iter().map(|one| one.evidence.len().max(1));
    assert_eq!(bench.rows(DataKind::Outcomes), told.sum::<usize>());
    assert_eq!(bench.rows(DataKind::Figures), after.indicators.len());
    assert_eq!(bench.rows(DataKind::FollowUps), after.follow_ups.len());
    let inputs = programs::inputs(app, &after.program).unwrap();
    let hours = inputs
        .hours
        .iter()
        .filter(|line| line.cohort == cohort || line.cohort.is_empty());
    assert_eq!(bench.rows(DataKind::Hours), hours.count());
    assert_eq!(bench.rows(DataKind::Partners), inputs.partners.len());
}

#[test]
fn counts_in_a_file_are_those_of_the_screens() {
    let bench = bench();
    let lines = |kind| bench.lines(&bench.ask(Some(&bench.sample), kind, DataFormat::Jsonl));
    let sum = |lines: &[Value], column: &str| {
        let numbers = lines.iter().skip(1).map(|line| line[column].as_u64().unwrap());
        numbers.sum::<u64>()
    };
    let program = outcomes::view(&bench.app, &bench.sample).unwrap().program;
    let reach = programs::reach(
        &bench.app,
        &program,
        Some(&bench.sample),
        ReachBy::Sector,
        ReachBy::Level,
    );
    let (reach, found) = (reach.unwrap().total, lines(DataKind::Reach));
    assert_eq!(sum(&found, "enrolled"), u64::from(reach.enrolled));
    assert_eq!(sum(&found, "came"), u64::from(reach.came));

    let results = lines(DataKind::Results);
    let instrument = "competency-self-assessment";
    let screen = assessments::statistics(&bench.app, &bench.sample, instrument).unwrap();
    let item = &screen.items[0];
    for (answer, count) in item.points.iter().zip(&item.end.per_point) {
        let answer = answer.to_string();
        let found = results.iter().find(|line| {
            line["item"] == item.item.as_str()
                && line["moment"] == "end"
                && line["given_answer"] == answer.as_str()
        });
        assert_eq!(found.unwrap()["count"], *count);
    }
    let changes = lines(DataKind::Changes);
    let found = changes
        .iter()
        .find(|line| line["item"] == item.item.as_str())
        .unwrap();
    assert_eq!(found["paired"], item.paired);
    assert_eq!(found["mean"].as_f64(), item.mean);
}

#[test]
fn every_table_goes_into_every_kind_of_file_and_comes_back_with_as_many_rows() {
    let bench = bench();
    for kind in DataKind::tables() {
        for format in DataFormat::ALL {
            let input = bench.ask(Some(&bench.sample), kind, format);
            let (file, rows) = bench.file(&input);
            assert_eq!(rows as usize, bench.rows(kind), "{}", kind.key());
            let bytes = std::fs::read(file).unwrap();
            if format == DataFormat::Jsonl {
                let lines = String::from_utf8(bytes).unwrap().lines().count();
                assert_eq!(lines, rows as usize + 1);
                continue;
            }
            let back = table(&bytes, &["cohort", "program"]);
            assert_eq!(back.rows.len(), rows as usize, "{} {}", kind.key(), format.key());
        }
        let dictionary = std::fs::read(bench.folder.path().join("out-dictionary.csv")).unwrap();
        let back = table(&dictionary, &["table"]);
        assert!(back.rows.len() > 2);
        for row in &back.rows {
            let mark = ["(empty)", "–", "~", "?…"].contains(&row.cell(1));
            assert!(mark || !row.cell(2).is_empty(), "no head: {row:?}");
            assert!(!row.cell(3).is_empty(), "no meaning: {row:?}");
        }
    }
}

/// A file read back; its heads begin with one of these.
fn table(bytes: &[u8], first: &[&str]) -> nexus_domain::table::Table {
    let score = |cells: &[String]| {
        let begins = cells.first().map(|cell| cell.to_lowercase());
        u32::from(begins.is_some_and(|cell| first.contains(&cell.as_str())))
    };
    read(bytes, &score, &Limits::default()).unwrap()
}

#[test]
fn samples_are_no_part_of_the_workspace_unless_asked_for() {
    let bench = bench();
    for kind in DataKind::tables() {
        let mut input = bench.ask(None, kind, DataFormat::Xlsx);
        let own = bench.ask(Some(&bench.own), kind, DataFormat::Xlsx);
        let (all, one) = (
            preview(&bench.app, &input).unwrap(),
            preview(&bench.app, &own).unwrap(),
        );
        assert_eq!((all.rows, all.sample), (one.rows, false), "{}", kind.key());
        input.sample = true;
        let with = preview(&bench.app, &input).unwrap();
        assert!(with.sample && with.rows >= all.rows, "{}", kind.key());
    }
    let mut input = bench.ask(None, DataKind::Everything, DataFormat::Jsonl);
    input.names = true;
    let told = |input: &DataInput| {
        let lines = bench.lines(input);
        let of = |kind: &str| lines.iter().filter(|line| line["kind"] == kind).count();
        (
            of("program"),
            of("cohort"),
            of("person"),
            of("module"),
            of("session"),
        )
    };
    assert_eq!(told(&input), (1, 1, 1, 0, 0));
    input.sample = true;
    let (programs, cohorts, people, modules, sessions) = told(&input);
    assert_eq!((programs, cohorts), (2, 3));
    assert!(people > 36 && modules > 0 && sessions > 3);
}

#[test]
fn records_are_all_there_and_what_they_name_is_there_too() {
    let bench = bench();
    let kinds: BTreeMap<&str, &nexus_store::log::catalogue::Table> = nexus_store::CURRENT
        .catalogue
        .tables()
        .map(|table| (table.name, table))
        .collect();
    let mut with_sample = bench.ask(None, DataKind::Everything, DataFormat::Jsonl);
    with_sample.sample = true;
    let of_cohort = bench.ask(Some(&bench.sample), DataKind::Everything, DataFormat::Jsonl);
    let without = bench.ask(None, DataKind::Everything, DataFormat::Jsonl);
    for input in [with_sample, of_cohort, without] {
        let lines = bench.lines(&input);
        let (head, records) = lines.split_first().unwrap();
        assert_eq!(head["schema"], 1);
        let counted = head["records"].as_object().unwrap();
        let named: BTreeSet<&str> = counted.keys().map(String::as_str).collect();
        assert_eq!(named, kinds.keys().copied().collect());
        let mut ids: BTreeSet<(&str, &str)> = BTreeSet::new();
        for record in records {
            let (kind, id) = (record["kind"].as_str().unwrap(), record["id"].as_str().unwrap());
            assert!(ids.insert((kind, id)), "{kind} {id} stands there twice");
        }
        for (kind, count) in counted {
            let found = ids.iter().filter(|(of, _)| of == kind).count();
            assert_eq!(found as u64, count.as_u64().unwrap(), "{kind}");
        }
        for record in records {
            let kind = record["kind"].as_str().unwrap();
            for column in kinds[kind].columns {
                let (Some(target), Some(id)) = (column.refers, record[column.name].as_str()) else {
                    continue;
                };
                let there = id.is_empty() || ids.contains(&(target, id));
                assert!(there, "{kind}.{} names {target} {id}", column.name);
            }
        }
        let left_out: Vec<&str> = head["left_out"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["what"].as_str().unwrap())
            .collect();
        for (table, _) in nexus_store::reports::records::LEFT_OUT {
            assert!(left_out.contains(table), "{table}");
        }
        assert!(left_out.contains(&"bin") && left_out.contains(&"names"));
    }
}

#[test]
fn records_of_a_cohort_are_its_own_alone() {
    let bench = bench();
    let lines = bench.lines(&bench.ask(Some(&bench.sample), DataKind::Everything, DataFormat::Jsonl));
    let of = |kind: &str| {
        let found = lines.iter().filter(|line| line["kind"] == kind);
        found.collect::<Vec<_>>()
    };
    assert_eq!(of("cohort").len(), 1);
    assert_eq!(of("enrolment").len(), 24);
    assert_eq!(of("enrolment")[0]["cohort"], bench.sample.as_str());
    let codes: BTreeSet<&str> = of("enrolment")
        .iter()
        .filter_map(|one| one["code"].as_str())
        .collect();
    assert!(codes.contains("N01") && codes.contains("N24"), "{codes:?}");
    // Those who take part, and those who carry the program.
    assert!(of("person").len() >= 24 && of("person").len() < 36);
    assert!(of("response")[0]["answers"].is_array());
}

#[test]
fn nobody_is_named_unless_that_is_asked_for() {
    let bench = bench();
    let mut input = bench.ask(None, DataKind::Everything, DataFormat::Jsonl);
    input.sample = true;
    let everybody = people::list(&bench.app, &bench.sample).unwrap();
    let text = |input: &DataInput| std::fs::read_to_string(bench.file(input).0).unwrap();
    let named = |text: &str| {
        let with_email = everybody.iter().filter(|one| !one.email.is_empty());
        let emails = with_email.filter(|one| text.contains(&one.email)).count();
        (emails, text.contains("Ruth Recorder"))
    };
    let without = text(&input);
    assert_eq!(named(&without), (0, false));
    assert!(!without.contains("\"given\":\"") && !without.contains("\"family\""));
    input.names = true;
    let (emails, author) = named(&text(&input));
    assert!(emails > 20 && author);

    for kind in DataKind::tables() {
        let mut input = bench.ask(Some(&bench.sample), kind, DataFormat::Jsonl);
        let lines = bench.lines(&input);
        let columns = |lines: &[Value]| {
            let keys = lines[0]["columns"].as_array().unwrap().iter();
            keys.map(|one| one["key"].as_str().unwrap().to_owned())
                .collect::<BTreeSet<_>>()
        };
        let without = columns(&lines);
        input.names = true;
        let more = columns(&bench.lines(&input));
        let names: BTreeSet<_> = more.difference(&without).map(String::as_str).collect();
        let known = [
            "name",
            "names",
            "given_name",
            "family_name",
            "email",
            "author",
            "witness",
            "sponsor",
        ];
        assert!(names.iter().all(|name| known.contains(name)), "{names:?}");
        assert!(
            known.iter().all(|name| !without.contains(*name)),
            "{}",
            kind.key()
        );
    }
}

#[test]
fn the_same_data_give_the_same_bytes_in_every_kind_of_file() {
    let bench = bench();
    for format in DataFormat::ALL {
        let kind = match format {
            DataFormat::Csv => DataKind::People,
            _ => DataKind::Everything,
        };
        let input = bench.ask(Some(&bench.sample), kind, format);
        let bytes = || std::fs::read(bench.file(&input).0).unwrap();
        assert_eq!(bytes(), bytes(), "{}", format.key());
    }
}

/// A task that stops itself once it is so far.
fn stopping_at(far: u32) -> Task {
    let hand: Arc<OnceLock<Task>> = Arc::default();
    let own = Arc::clone(&hand);
    let task = Task::watched(move |done, _| {
        if done >= far {
            own.get().unwrap().stop();
        }
    });
    assert!(hand.set(task.clone()).is_ok());
    task
}

#[test]
fn an_export_that_is_stopped_leaves_nothing_behind() {
    let bench = bench();
    let place = bench.folder.path().join("exports");
    std::fs::create_dir(&place).unwrap();
    for (kind, format, until) in [
        (DataKind::Attendance, DataFormat::Csv, [0, 300, 400]),
        (DataKind::Everything, DataFormat::Xlsx, [0, 300, 501]),
        (DataKind::Everything, DataFormat::Jsonl, [0, 300, 501]),
    ] {
        let input = bench.ask(Some(&bench.sample), kind, format);
        let to = place.join(format!("out.{}", format.key()));
        let told = Arc::new(Mutex::new(0));
        let last = Arc::clone(&told);
        let watched = Task::watched(move |done, of| {
            let mut last = last.lock().unwrap();
            assert!(done <= of && done >= *last, "{done} of {of} after {last}");
            *last = done;
        });
        write(&bench.app, &input, &to, &watched).unwrap();
        assert!(*told.lock().unwrap() > 500);
        let before = std::fs::read(&to).unwrap();
        let files = std::fs::read_dir(&place).unwrap().count();
        for far in until {
            let stopped = write(&bench.app, &input, &to, &stopping_at(far));
            assert!(matches!(stopped, Err(AppError::Stopped)), "{far}: {stopped:?}");
            assert_eq!(std::fs::read(&to).unwrap(), before);
            assert_eq!(std::fs::read_dir(&place).unwrap().count(), files);
        }
    }
}

#[test]
fn everything_is_too_much_for_one_table() {
    let bench = bench();
    let input = bench.ask(None, DataKind::Everything, DataFormat::Csv);
    let to = bench.folder.path().join("all.csv");
    let refused = write(&bench.app, &input, &to, &Task::unwatched());
    assert!(matches!(refused, Err(AppError::Invalid { .. })), "{refused:?}");
    assert!(!to.exists());
}

#[test]
fn no_words_of_a_column_stand_idle() {
    let words = include_str!("../../../../assets/locales/en/data.ftl");
    let idle = words.lines().filter_map(|line| {
        let id = line.strip_prefix("data-head-")?;
        Some(id.split(' ').next().unwrap().to_owned())
    });
    let mut idle: BTreeSet<String> = idle.collect();
    assert!(idle.len() > 100);
    let bench = bench();
    for kind in DataKind::tables() {
        let mut input = bench.ask(Some(&bench.sample), kind, DataFormat::Jsonl);
        input.names = true;
        let lines = bench.lines(&input);
        for column in lines[0]["columns"].as_array().unwrap() {
            idle.remove(column["key"].as_str().unwrap());
        }
    }
    for own in [
        "about", "says", "table", "column", "head", "meaning", "holds", "unit", "values",
    ] {
        assert!(idle.remove(own), "{own}");
    }
    assert!(idle.is_empty(), "{idle:?}");
}

//! Sheets of every format, and two versions of an instrument half-way through a cohort.

use std::path::Path;

use chrono::{TimeZone as _, Utc};
use nexus_domain::assessments::import::{OnSecond, SheetMatter};
use nexus_domain::assessments::library::DefinitionKind;
use nexus_domain::assessments::{
    Answer, Choice, Condition, Decimal, Format, Instrument, Item, Kind, Moment, Scale, Test, union,
};
use nexus_interop::csv_out::plain;
use nexus_interop::instruments::write_instrument;
use nexus_interop::table::{Limits, read};
use nexus_store::{OpenOptions, WorkspaceKey};
use proptest::prelude::*;

use super::*;
use crate::people::RosterInput;
use crate::{Clock, Workspace, changes, people};

const MONTH: &str = "after-a-month";

fn fixture(name: &str) -> String {
    format!("{}/../../../tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}

struct Scene {
    folder: tempfile::TempDir,
    app: App,
    cohort: String,
    people: Vec<String>,
}

fn scene() -> Scene {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.nexus");
    let workspace = Workspace::create(&path, &WorkspaceKey::random().unwrap(), &OpenOptions::WRITE).unwrap();
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 9, 0, 0).unwrap();
    let app = App::new(workspace, "Ana", Clock::Fixed(now));
    let input = RosterInput {
        path: fixture("rosters/roster.csv"),
        new_cohort: "Prairie State cohort".to_owned(),
        ..RosterInput::default()
    };
    people::import(&app, &input).unwrap();
    let cohort = crate::cohorts::find(&app, "Prairie State cohort").unwrap().id;
    let people = people::list(&app, &cohort).unwrap();
    Scene {
        folder,
        cohort,
        people: people.into_iter().map(|one| one.id).collect(),
        app,
    }
}

impl Scene {
    fn publish(&self, file: &Path) {
        library::import(&self.app, file, None).unwrap();
    }

    fn plan(&self, instrument: &str, moment: Moment) -> String {
        let input = OccasionInput {
            instrument: instrument.to_owned(),
            moment,
            opens: "2026-11-01".to_owned(),
            due: "2026-12-01".to_owned(),
        };
        plan(&self.app, &self.cohort, &input).unwrap().value
    }

    fn sheet(&self, occasion: &str, person: usize, codes: &[&str]) -> SheetInput {
        SheetInput {
            occasion: occasion.to_owned(),
            person: self.people[person].clone(),
            paper: person % 2 == 1,
            answers: codes.iter().map(|code| (*code).to_owned()).collect(),
            correct: false,
        }
    }

    fn save(&self, occasion: &str, person: usize, codes: &[&str]) {
        save(&self.app, &self.sheet(occasion, person, codes)).unwrap();
    }

    fn export(&self, instrument: Option<&str>) -> (Vec<String>, Vec<Vec<String>>) {
        let to = self.folder.path().join("out.csv");
        export(&self.app, &self.cohort, instrument, &to).unwrap();
        cells(&to)
    }
}

/// Head and rows of an export, as it was before its apostrophes.
fn cells(file: &Path) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = std::fs::read(file).unwrap();
    let table = read(&bytes, &|_| 0, &Limits::default()).unwrap();
    let width = table.header.cells.len();
    let row = |cells: &Vec<String>| {
        let mut cells: Vec<String> = cells.iter().map(|cell| plain(cell).to_owned()).collect();
        cells.resize(width, String::new());
        cells
    };
    let rows = table.rows.iter().map(|one| row(&one.cells)).collect();
    (table.header.cells, rows)
}

#[test]
fn every_format_is_answered_counted_and_read_back_from_what_was_exported() {
    let scene = scene();
    scene.publish(fixture("assessments/after-a-month.json").as_ref());
    let occasion = scene.plan(MONTH, Moment::End);
    let view = form(&scene.app, &occasion, &scene.people[0]).unwrap();
    assert_eq!((view.items.len(), view.sections.len(), view.newer), (6, 2, None));
    assert_eq!(view.instructions, "Think of the past month.");
    scene.save(
        &occasion,
        0,
        &["4", "3", "=yes", "#12.5", "=money people", "\"=A1 first"],
    );
    // The hours and topics stand there, but nobody was asked for them.
    scene.save(&occasion, 1, &["2", "0", "=no", "#3", "=money", "-"]);
    let refused = scene.sheet(&occasion, 2, &["2", "0", "=perhaps", "~", "~", "-"]);
    assert!(matches!(
        save(&scene.app, &refused),
        Err(AppError::Invalid { .. })
    ));
    let rows = grid(&scene.app, &occasion).unwrap().rows;
    assert_eq!(
        rows[0].answers,
        ["4", "3", "=yes", "#12.5", "=people money", "\"=A1 first"]
    );
    assert_eq!(rows[1].answers, ["2", "0", "=no", "~", "~", "-"]);

    let found = results(&scene.app, &scene.cohort, MONTH, 600).unwrap();
    let keys: Vec<&str> = found
        .statistics
        .items
        .iter()
        .map(|item| item.item.as_str())
        .collect();
    assert_eq!(keys, ["useful", "confident"]);
    let of = |key: &str| {
        let item = found.answers.iter().find(|one| one.item == key).unwrap();
        item.moments[0].answers.clone()
    };
    assert_eq!(of("mentor").per_choice, [1, 1, 0]);
    assert_eq!(
        (of("topics").per_choice, of("topics").not_shown),
        (vec![1, 1, 0], 1)
    );
    assert_eq!(
        (of("hours").low.as_deref(), of("hours").not_shown),
        (Some("12.5"), 1)
    );
    assert_eq!((of("story").texts.len(), of("story").declined), (1, 1));

    let (heads, rows) = scene.export(Some(MONTH));
    assert_eq!(
        heads,
        [
            "code",
            "instrument",
            "version",
            "moment",
            "mode",
            "answered",
            "useful",
            "confident",
            "mentor",
            "hours",
            "topics",
            "story"
        ]
    );
    assert_eq!(
        rows[0][6..],
        ["4", "3", "yes", "12.5", "people; money", "=A1 first"]
    );
    assert_eq!(rows[1][6..], ["2", "", "no", "~", "~", "–"]);
    let (_, dictionary) = cells(&scene.folder.path().join("out-dictionary.csv"));
    let hours = dictionary.iter().find(|line| line[0] == "hours").unwrap();
    assert_eq!(hours[10..14], ["0", "200", "hours", "mentor is one of: yes"]);

    // Elsewhere the same file gives the same sheets.
    let other = self::scene();
    other.publish(fixture("assessments/after-a-month.json").as_ref());
    let input = RatingsInput {
        path: scene.folder.path().join("out.csv").to_string_lossy().into_owned(),
        cohort: other.cohort.clone(),
        instrument: MONTH.to_owned(),
        moment: Moment::End,
        on_second: OnSecond::Refuse,
    };
    let stored = import(&other.app, &input).unwrap().value;
    assert_eq!((stored.sheets, stored.problems.len()), (2, 0));
    assert_eq!(other.export(None).1.len(), 2);
    let again = grid(
        &other.app,
        &overview(&other.app, &other.cohort).unwrap().occasions[0].id,
    )
    .unwrap();
    assert_eq!(
        again.rows[0].answers,
        grid(&scene.app, &occasion).unwrap().rows[0].answers
    );
    let wrong = RatingsInput {
        moment: Moment::Baseline,
        ..input
    };
    let aside = preview(&other.app, &wrong).unwrap();
    assert!(
        aside
            .problems
            .iter()
            .all(|one| one.matter == SheetMatter::Elsewhere)
    );
    assert_eq!((aside.sheets, aside.set_aside), (0, 2));

    let to = scene.folder.path().join("form.pdf");
    print(&scene.app, &occasion, &Whose::Blank, &to).unwrap();
    assert!(std::fs::read(&to).unwrap().starts_with(b"%PDF"));
    let pages = sheet_preview(&scene.app, MONTH, 1).unwrap().pages;
    let words: String = pages
        .iter()
        .map(|page| page.words.as_str())
        .collect::<Vec<_>>()
        .join(" ");
    assert!(words.contains("Otherwise go on with 6."), "{words}");
}

#[test]
fn a_newer_version_has_an_occasion_of_its_own_and_nobody_is_asked_twice() {
    let scene = scene();
    scene.publish(fixture("assessments/after-a-month.json").as_ref());
    let first = scene.plan(MONTH, Moment::End);
    scene.save(&first, 0, &["4", "3", "=yes", "#12.5", "=money", "\"First"]);
    let place = form(&scene.app, &first, &scene.people[2]).unwrap().place;
    let draft = r##"["5","2","=yes","#8","=people","\"Half"]"##;
    changes::keep_draft(&scene.app, &place, draft).unwrap();
    scene.publish(fixture("assessments/after-a-month-2.json").as_ref());

    // The sheet in progress stays on its version until it is moved.
    let view = form(&scene.app, &first, &scene.people[2]).unwrap();
    assert_eq!((view.version, view.newer, view.items.len()), (1, Some(2), 6));
    let moving = MoveInput {
        occasion: first.clone(),
        person: scene.people[2].clone(),
        paper: false,
    };
    let would = move_preview(&scene.app, &moving).unwrap();
    let lost: Vec<_> = would
        .lost
        .iter()
        .map(|one| (one.text.as_str(), one.answer.as_str()))
        .collect();
    assert_eq!((would.version, would.carried), (2, 4));
    assert_eq!(
        lost,
        [
            ("I am confident that I can lead a change.", "2"),
            ("What did you talk about?", "People")
        ]
    );
    assert_eq!(form(&scene.app, &first, &scene.people[2]).unwrap().draft.len(), 6);
    let second = move_on(&scene.app, &moving).unwrap().value.occasion;
    assert_ne!(second, first);
    assert_eq!(second, scene.plan(MONTH, Moment::End));
    let view = form(&scene.app, &second, &scene.people[2]).unwrap();
    assert_eq!(view.draft, ["=yes", "#8", "5", "", "\"Half"]);
    assert!(
        form(&scene.app, &first, &scene.people[2])
            .unwrap()
            .draft
            .is_empty()
    );

    // Who has a sheet of one version is not missing in the other, and gets a second one only as a correction.
    let asked = overview(&scene.app, &scene.cohort).unwrap().occasions;
    let lines: Vec<_> = asked
        .iter()
        .map(|one| {
            (
                one.version,
                one.versions,
                one.sheets,
                one.elsewhere,
                one.missing.len(),
            )
        })
        .collect();
    assert_eq!(lines, [(1, true, 1, 0, 23), (2, true, 0, 1, 23)]);
    let mut again = scene.sheet(&second, 0, &["=no", "~", "3", "2", "0"]);
    assert!(matches!(save(&scene.app, &again), Err(AppError::Invalid { .. })));
    assert!(grid(&scene.app, &second).unwrap().rows[0].elsewhere);
    scene.save(&second, 1, &["=several", "#2", "1", "5", "\"Second"]);

    // Both are read together: nothing is renamed, what was dropped stands behind.
    let (heads, rows) = scene.export(Some(MONTH));
    let union = [
        "mentor",
        "hours",
        "useful",
        "shared",
        "story",
        "confident",
        "topics",
    ];
    assert_eq!(heads[6..], union);
    assert_eq!(rows[0][2..3], ["1"]);
    assert_eq!(rows[0][6..], ["yes", "12.5", "4", "~", "First", "3", "money"]);
    assert_eq!(rows[1][2..3], ["2"]);
    assert_eq!(rows[1][6..], ["several", "2", "1", "5", "Second", "~", "~"]);
    let found = results(&scene.app, &scene.cohort, MONTH, 600).unwrap();
    assert_eq!((found.moments.len(), found.moments[0].sheets), (1, 2));
    assert_eq!(found.moments[0].versions, [1, 2]);
    let mentor = found.answers.iter().find(|one| one.item == "mentor").unwrap();
    assert_eq!(mentor.moments[0].answers.per_choice, [1, 0, 0, 1]);

    again.correct = true;
    save(&scene.app, &again).unwrap();
    let asked = overview(&scene.app, &scene.cohort).unwrap().occasions;
    assert_eq!((asked[0].sheets, asked[1].sheets), (0, 2));
    assert_eq!(
        results(&scene.app, &scene.cohort, MONTH, 600).unwrap().moments[0].sheets,
        2
    );
    changes::undo(&scene.app).unwrap();
    assert_eq!(
        overview(&scene.app, &scene.cohort).unwrap().occasions[0].sheets,
        1
    );
}

#[test]
fn twins_of_one_number_each_keep_the_sheets_that_a_cohort_gave_on_them() {
    let scene = scene();
    scene.publish(fixture("assessments/after-a-month.json").as_ref());
    scene.publish(fixture("assessments/after-a-month-2.json").as_ref());
    let ours = scene.plan(MONTH, Moment::End);
    scene.save(&ours, 0, &["=yes", "#3", "4", "5", "\"Ours"]);
    // Another laptop made a version 2 too, with another last item.
    let other = std::fs::read_to_string(fixture("assessments/after-a-month-2.json")).unwrap();
    let other = other
        .replace("\"id\": \"story\"", "\"id\": \"plan\"")
        .replace("What will you do next?", "What is your plan?");
    let file = scene.folder.path().join("theirs.json");
    std::fs::write(&file, other).unwrap();
    scene.publish(&file);
    let versions = library::view(&scene.app, DefinitionKind::Instrument, MONTH)
        .unwrap()
        .versions;
    let has = |one: &&library::DefinitionVersionView, text: &str| {
        one.content.parts.iter().any(|part| part.text == text)
    };
    let theirs = versions
        .iter()
        .find(|one| has(one, "What is your plan?"))
        .unwrap();
    library::choose(&scene.app, DefinitionKind::Instrument, MONTH, &theirs.id).unwrap();

    let second = scene.plan(MONTH, Moment::End);
    assert_ne!(second, ours, "two texts are never asked as one");
    scene.save(&second, 1, &["=no", "~", "2", "3", "\"Theirs"]);
    let last = |occasion: &str, person: usize| {
        let view = form(&scene.app, occasion, &scene.people[person]).unwrap();
        (view.version, view.items[4].text.clone())
    };
    assert_eq!(last(&ours, 2), (2, "What will you do next?".to_owned()));
    assert_eq!(last(&second, 2), (2, "What is your plan?".to_owned()));
    let asked = overview(&scene.app, &scene.cohort).unwrap().occasions;
    let lines: Vec<_> = asked
        .iter()
        .map(|one| (one.version, one.sheets, one.elsewhere, one.missing.len()))
        .collect();
    assert_eq!(lines, [(2, 1, 1, 22); 2]);
    // Nobody is asked twice, and what was said on one is not read as said on the other.
    let again = scene.sheet(&second, 0, &["=yes", "#3", "4", "5", "\"Again"]);
    assert!(matches!(save(&scene.app, &again), Err(AppError::Invalid { .. })));
    let (heads, rows) = scene.export(Some(MONTH));
    let at = |key: &str| heads.iter().position(|head| head == key).unwrap();
    let told: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row[2].as_str(),
                row[at("story")].as_str(),
                row[at("plan")].as_str(),
            )
        })
        .collect();
    assert_eq!(told, [("2", "Ours", "~"), ("2", "~", "Theirs")]);
    let found = results(&scene.app, &scene.cohort, MONTH, 600).unwrap();
    assert_eq!((found.moments.len(), found.moments[0].sheets), (1, 2));
    assert!(scene.app.ws().check().unwrap().is_sound());
}

/// The parts of which instruments are made up: a number of items with formats by number.
fn made(version: u32, items: &[(u8, u8)], words: &str) -> Instrument {
    let choices = |count: u8| -> Vec<Choice> {
        let choice = |at: u8| Choice {
            key: format!("c{at}"),
            text: format!("Choice {at}{words}"),
        };
        (0..count).map(choice).collect()
    };
    let item = |at: usize, (key, format): (u8, u8)| Item {
        key: format!("i{key}"),
        text: format!("Item {key}{words}"),
        competency: None,
        kind: Kind::Learning,
        section: None,
        format: match format % 5 {
            0 => Format::Rating(None),
            1 => Format::One(choices(2 + version as u8)),
            2 => Format::Several(choices(2 + version as u8)),
            3 => Format::Number {
                low: None,
                high: Some(Decimal::from(100)),
                unit: String::new(),
            },
            _ => Format::Text {
                long: format % 2 == 0,
            },
        },
        shown_if: (at > 0 && format > 127).then(|| Condition {
            item: format!("i{}", items[at - 1].0),
            test: Test::Answered,
        }),
    };
    Instrument {
        key: "made-up".to_owned(),
        version,
        title: "Made up".to_owned(),
        locked: false,
        licence: "CC0-1.0".to_owned(),
        source: "Tests".to_owned(),
        instructions: String::new(),
        framework: None,
        scale: Scale::FIVE,
        sections: Vec::new(),
        items: items.iter().enumerate().map(|(at, one)| item(at, *one)).collect(),
    }
}

/// A sheet for an instrument, from digits.
fn answered(instrument: &Instrument, digits: &[u8]) -> Vec<String> {
    let pairs = instrument.items.iter().zip(digits.iter().cycle());
    let code = |(item, digit): (&Item, &u8)| match (digit % 7, &item.format) {
        (0, _) => "0".to_owned(),
        (1, _) => "-".to_owned(),
        (2, _) => "?7".to_owned(),
        (digit, Format::Rating(_)) => (digit - 2).to_string(),
        (digit, Format::One(choices)) => format!("={}", choices[usize::from(digit) % choices.len()].key),
        (_, Format::Several(choices)) => format!("={} {}", choices[0].key, choices[1].key),
        (digit, Format::Number { .. }) => format!("#{digit}.5"),
        (digit, Format::Text { .. }) => format!("\"Words {digit}"),
    };
    pairs.map(code).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Version 1 is asked of some, version 2 of the others; it was made from version 1 by leaving items out, turning
    /// them round, wording all anew, and adding items and choices.
    #[test]
    fn both_versions_are_readable_and_leave_as_one_table(
        formats in prop::collection::vec(any::<u8>(), 1..7),
        kept in prop::collection::vec(any::<bool>(), 7),
        turn in any::<usize>(),
        added in prop::collection::vec(any::<u8>(), 0..3),
        digits in prop::collection::vec(any::<u8>(), 5..9),
    ) {
        let numbered: Vec<(u8, u8)> = (0..).zip(formats).collect();
        let old = made(1, &numbered, "");
        let mut next: Vec<(u8, u8)> = numbered.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(one, _)| *one).collect();
        if !next.is_empty() {
            let turn = turn % next.len();
            next.rotate_left(turn);
        }
        next.extend((100..).zip(added));
        if next.is_empty() {
            next.push((99, 4));
        }
        let new = made(2, &next, ", anew");
        let scene = scene();
        let publish = |instrument: &Instrument| {
            let file = scene.folder.path().join(format!("{}.json", instrument.version));
            std::fs::write(&file, write_instrument(instrument).unwrap()).unwrap();
            scene.publish(&file);
            scene.plan("made-up", Moment::Baseline)
        };
        let first = publish(&old);
        let sheets: Vec<(usize, &Instrument, Vec<String>)> = (0..6)
            .map(|person| {
                let of = if person < 3 { &old } else { &new };
                (person, of, answered(of, &digits[person % digits.len()..]))
            })
            .collect();
        let store = |occasion: &str, of: u32| {
            for (person, instrument, codes) in sheets.iter().filter(|(_, one, _)| one.version == of) {
                let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
                assert_eq!(codes.len(), instrument.items.len());
                scene.save(occasion, *person, &codes);
            }
        };
        store(&first, 1);
        let second = publish(&new);
        prop_assert_ne!(&first, &second);
        store(&second, 2);

        let all = union(&[old.clone(), new.clone()]).unwrap();
        let (heads, rows) = scene.export(Some("made-up"));
        let keys: Vec<String> = all.items.iter().map(|item| item.key.clone()).collect();
        prop_assert_eq!(&heads[6..], &keys[..]);
        prop_assert_eq!(rows.len(), 6);
        for (row, (_, instrument, codes)) in rows.iter().zip(&sheets) {
            prop_assert_eq!(&row[2], &instrument.version.to_string());
            let pairs = instrument.items.iter().zip(codes);
            let given = pairs.map(|(item, code)| (item.key.clone(), Answer::from_stored(code).unwrap()));
            let sheet = instrument.settled(&given.collect::<Vec<_>>());
            for (key, cell) in keys.iter().zip(&row[6..]) {
                let answer = sheet.iter().find(|(own, _)| own == key).map_or(Answer::NotShown, |(_, one)| one.clone());
                prop_assert_eq!(&answer.cell(), cell, "{}", key);
            }
        }
        let found = results(&scene.app, &scene.cohort, "made-up", 600).unwrap();
        prop_assert_eq!(found.moments[0].sheets, 6);
        prop_assert_eq!(found.statistics.items.len() + found.answers.len(), keys.len());
        for occasion in [&first, &second] {
            prop_assert!(grid(&scene.app, occasion).is_ok());
        }
    }
}

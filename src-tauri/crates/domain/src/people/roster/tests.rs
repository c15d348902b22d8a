//! The plan over invented tables; the sample files are read in `nexus-interop`'s tests.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::people::{Vocabulary, default_levels, default_sectors};
use crate::table::{Encoding, Row, Source, Table};

const HEADER: [&str; 8] = [
    "First name",
    "Last name",
    "E-mail",
    "Institution",
    "Sector",
    "Career level",
    "Share answers",
    "Registered on",
];

fn words() -> Vocabulary {
    Vocabulary {
        sectors: default_sectors(),
        levels: default_levels(),
    }
}

fn table(rows: &[Vec<String>]) -> Table {
    let row = |at: usize, cells: Vec<String>| Row {
        place: Place {
            record: at as u32,
            line: at as u32,
        },
        cells,
        fault: None,
        formulas: Vec::new(),
    };
    Table {
        source: Source::Text {
            encoding: Encoding::Utf8,
            delimiter: ',',
        },
        header: row(1, HEADER.map(str::to_owned).to_vec()),
        rows: rows
            .iter()
            .enumerate()
            .map(|(at, cells)| row(at + 2, cells.clone()))
            .collect(),
    }
}

fn of(lines: &[&str]) -> Table {
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| line.split('|').map(str::to_owned).collect())
        .collect();
    table(&rows)
}

fn planned(table: &Table, known: &Known, rules: &Rules, only_ready: bool) -> Plan {
    let mapping = Mapping::guess(&table.header.cells);
    plan(table, &mapping, known, &words(), rules, only_ready)
}

fn simple(table: &Table, known: &Known) -> Plan {
    planned(table, known, &Rules::default(), false)
}

/// What a store would hold after committing the plan.
fn commit(known: &[KnownPerson], plan: &Plan) -> Vec<KnownPerson> {
    let mut people = known.to_vec();
    for entry in &plan.people {
        match entry.person {
            Some(id) => {
                for person in people.iter_mut().filter(|person| person.id == Some(id)) {
                    person.facts = entry.facts.clone();
                    person.enrolled = true;
                }
            }
            None => people.push(KnownPerson {
                id: Some(PersonId(Uuid::from_u128(people.len() as u128 + 1))),
                facts: entry.facts.clone(),
                also: Vec::new(),
                enrolled: true,
                record: None,
            }),
        }
    }
    people
}

fn matters(plan: &Plan) -> Vec<Matter> {
    plan.problems
        .iter()
        .map(|problem| problem.matter.clone())
        .collect()
}

#[test]
fn columns_are_guessed_each_once() {
    let header = [
        "Name",
        "Mail",
        "Library",
        "May we share this?",
        "Notes",
        "Level of seniority",
        "Title",
    ];
    let mapping = Mapping::guess(&header.map(str::to_owned));
    assert_eq!(
        mapping.0,
        [
            Some(Field::FullName),
            Some(Field::Email),
            Some(Field::Institution),
            Some(Field::Consent),
            None,
            Some(Field::Level),
            Some(Field::Position),
        ]
    );
    assert!(mapping.has_name());
    assert!(!Mapping::guess(&["E-mail".to_owned()]).has_name());
}

#[test]
fn a_stored_value_is_kept_and_the_difference_is_named() {
    let first = commit(
        &[],
        &simple(
            &of(&["Ana|Ruiz|ana@x.org|Old Library|Public|Mid|no|"]),
            &Known::default(),
        ),
    );
    let known = Known::of(first.clone());
    let second = of(&["Ana|Ruiz|ana@x.org|New Library|Public|Senior|yes|2026-09-14"]);

    let keep = simple(&second, &known);
    assert_eq!(keep.rows[0].outcome, Outcome::SetAside);
    assert!(keep.is_idle());
    assert!(matches!(
        &matters(&keep)[..],
        [Matter::DiffersFromStored { name, fields }, Matter::ConsentNotWidened]
            if name == "Ana Ruiz" && fields == &[Field::Institution, Field::Level, Field::Consent]
    ));

    let rules = Rules {
        on_duplicate: OnDuplicate::Update,
        ..Rules::default()
    };
    let update = planned(&second, &known, &rules, false);
    let after = commit(&first, &update);
    assert_eq!(after[0].facts.institution, "New Library");
    assert_eq!(after[0].facts.consent, Consent::No, "a file never widens consent");
    assert!(after[0].facts.registered.is_some());
}

#[test]
fn a_later_no_narrows_consent_and_says_so() {
    let first = commit(
        &[],
        &simple(&of(&["Ana|Ruiz|ana@x.org||||yes|"]), &Known::default()),
    );
    let plan = simple(&of(&["Ana|Ruiz|ana@x.org||||no|"]), &Known::of(first.clone()));
    assert_eq!(matters(&plan), [Matter::ConsentNarrowed]);
    assert_eq!(commit(&first, &plan)[0].facts.consent, Consent::No);
}

#[test]
fn empty_fields_are_filled_without_asking() {
    let first = commit(
        &[],
        &simple(&of(&["Ana|Ruiz||Old Library|||no|"]), &Known::default()),
    );
    let plan = simple(
        &of(&["Ana|Ruiz|ana@x.org|Old library|Public|||"]),
        &Known::of(first.clone()),
    );
    assert_eq!((plan.added(), plan.changed()), (0, 1));
    let after = &commit(&first, &plan)[0].facts;
    assert_eq!(
        (after.email.as_str(), after.institution.as_str()),
        ("ana@x.org", "Old Library")
    );
    assert!(after.sector.is_some());
}

#[test]
fn choices_about_a_row_hold_and_the_ready_rows_go_first() {
    let table = of(&[
        "Zoë|van der Meer|z@x.org|A||Head of dept; also director|yes|",
        "Ivo|Petrov|i@x.org|B||Mid|yes|",
        "Mona|Sand|i@x.org|C||Mid|yes|",
    ]);
    let ready = planned(&table, &Known::default(), &Rules::default(), true);
    assert_eq!(ready.added(), 1);
    assert_eq!(simple(&table, &Known::default()).added(), 3);
    let rules = Rules {
        decisions: vec![
            Decision {
                record: 2,
                field: Some(Field::Level),
                choice: Choice::Use("Director".to_owned()),
            },
            Decision {
                record: 4,
                field: Some(Field::Email),
                choice: Choice::Use("Mona@x.org".to_owned()),
            },
        ],
        ..Rules::default()
    };
    let chosen = planned(&table, &Known::default(), &rules, true);
    assert_eq!(chosen.added(), 3);
    assert_eq!(chosen.people[0].facts.level, Some(default_levels()[4].id));
    assert_eq!(chosen.people[2].facts.email, "mona@x.org");
}

#[test]
fn rows_that_are_no_people_or_cannot_be_read_are_named() {
    let mut table = of(&[
        "First name|Last name|E-mail|Institution|Sector|Career level|Share answers|Registered on",
        "||nobody@x.org",
        "Ana|Ruiz|not an address|Zoo|Zoo|wizard|maybe|someday",
        "Bea|Sol|b@x.org|L|Public|Mid|yes|2026-09-14|shifted",
        "=cmd()|Li|c@x.org|L\u{7}M|Public|Mid|yes|",
        "Totals|5",
    ]);
    table.rows[0].cells = table.header.cells.clone();
    let plan = simple(&table, &Known::default());
    let found: Vec<(u32, Matter)> = plan
        .problems
        .iter()
        .map(|problem| (problem.place.unwrap().record, problem.matter.clone()))
        .collect();
    let expected = [
        (2, Matter::HeaderAgain),
        (3, Matter::NameMissing),
        (4, Matter::EmailBad),
        (4, Matter::WordUnknown { words: 5 }),
        (4, Matter::WordUnknown { words: 6 }),
        (4, Matter::ConsentUnclear),
        (4, Matter::DateUnreadable),
        (5, Matter::ExtraCells { found: 9, columns: 8 }),
        (6, Matter::LooksLikeFormula),
        (
            6,
            Matter::HiddenCharacter {
                code: "U+0007".into(),
            },
        ),
        (7, Matter::TotalsRow),
    ];
    assert_eq!(found, expected);
    assert_eq!(plan.added(), 2);
}

#[test]
fn days_that_could_be_read_either_way_are_asked_for_once() {
    let table = of(&["Ana|Ruiz|a@x.org|||||3/4/2026", "Bea|Sol|b@x.org|||||5/6/2026"]);
    let plan = simple(&table, &Known::default());
    assert_eq!(matters(&plan), [Matter::DateAmbiguous]);
    assert_eq!(plan.people[0].facts.registered, None);
    let rules = Rules {
        date_order: Some(DateOrder::DayFirst),
        ..Rules::default()
    };
    let plan = planned(&table, &Known::default(), &rules, false);
    assert_eq!(
        plan.people[0].facts.registered,
        NaiveDate::from_ymd_opt(2026, 4, 3)
    );
}

fn cell(options: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(options).prop_map(str::to_owned)
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let row = (
        cell(&["Ana", "Søren", "S?ren", "José", "JosÃ©", "Hana", ""]),
        cell(&["Ruiz", "Łukaszewicz", "?ukaszewicz", "Sol", ""]),
        cell(&["a@x.org", "A@X.org ", "b@x.org", "", "c@x.org"]),
        cell(&["Old Library", "old library", "State Museum", ""]),
        cell(&["Public", "Museum", "Zoo", ""]),
        cell(&["Mid", "Head of dept and director", ""]),
        cell(&["yes", "no", ""]),
        cell(&["2026-09-14", "9/14/2026", ""]),
    )
        .prop_map(|(a, b, c, d, e, f, g, h)| vec![a, b, c, d, e, f, g, h]);
    prop::collection::vec(row, 0..8)
}

proptest! {
    #[test]
    fn the_same_file_twice_adds_nobody(rows in rows()) {
        let table = table(&rows);
        let once = commit(&[], &simple(&table, &Known::default()));
        prop_assert_eq!(simple(&table, &Known::of(once)).added(), 0);
    }

    /// A file that contradicts itself about one person three times over is the exception: its last row wins,
    /// and may have changed both the address and the institution under which the first would be found.
    #[test]
    fn updating_from_the_same_file_twice_adds_nobody(rows in rows()) {
        let mut rows = rows;
        rows.sort();
        rows.dedup_by(|a, b| a[..2] == b[..2]);
        let table = table(&rows);
        let rules = Rules { on_duplicate: OnDuplicate::Update, ..Rules::default() };
        let once = commit(&[], &planned(&table, &Known::default(), &rules, false));
        prop_assert_eq!(planned(&table, &Known::of(once), &rules, false).added(), 0);
    }

    #[test]
    fn with_keep_no_stored_value_is_ever_replaced(first in rows(), second in rows()) {
        let before = commit(&[], &simple(&table(&first), &Known::default()));
        let after = commit(&before, &simple(&table(&second), &Known::of(before.clone())));
        for (old, new) in before.iter().zip(&after) {
            let texts = |facts: &Draft| [facts.given.clone(), facts.family.clone(), facts.email.clone(), facts.institution.clone()];
            for (was, is) in texts(&old.facts).into_iter().zip(texts(&new.facts)) {
                prop_assert!(was.is_empty() || was == is, "{was} became {is}");
            }
            prop_assert!(old.facts.consent == Consent::NotAnswered || !old.facts.consent.widens_to(new.facts.consent));
        }
    }

    #[test]
    fn every_row_ends_in_one_place(rows in rows(), only_ready in any::<bool>()) {
        let table = table(&rows);
        let plan = planned(&table, &Known::default(), &Rules::default(), only_ready);
        prop_assert_eq!(plan.rows.len(), table.rows.len());
        for row in &plan.rows {
            if let Outcome::Person(entry) = row.outcome {
                prop_assert!(entry < plan.people.len());
                prop_assert!(!(only_ready && row.waits));
            }
        }
        // A row that is not used is never silent: it has a problem with its place.
        for row in plan.rows.iter().filter(|row| !matches!(row.outcome, Outcome::Person(_))) {
            prop_assert!(plan.problems.iter().any(|problem| problem.place == Some(row.place)));
        }
    }
}

/// Files that agree with each other give the same people whichever comes first.
#[test]
fn the_order_of_files_loses_no_value() {
    let a = of(&["Ana|Ruiz|a@x.org|||Mid||", "Bea|Sol||State Museum|Museum|||"]);
    let b = of(&[
        "Ana|Ruiz|a@x.org|Old Library|Public||yes|2026-09-14",
        "Bea|Sol|b@x.org|State museum||Senior|no|",
    ]);
    let run = |first: &Table, second: &Table| {
        let once = commit(&[], &simple(first, &Known::default()));
        let mut people = commit(&once, &simple(second, &Known::of(once.clone())));
        people
            .iter_mut()
            .for_each(|person| person.facts.institution = person.facts.institution.to_lowercase());
        people.into_iter().map(|person| person.facts).collect::<Vec<_>>()
    };
    let (forward, mut backward) = (run(&a, &b), run(&b, &a));
    assert_eq!(forward.len(), 2);
    // Consent is the exception by design: only a first file may say yes.
    backward[0].consent = forward[0].consent;
    assert_eq!(forward, backward);
}

#[test]
fn a_person_of_two_records_is_recognised_by_either() {
    let fact = |email: &str, institution: &str| Draft {
        given: "Søren".to_owned(),
        family: "Holm".to_owned(),
        email: email.to_owned(),
        institution: institution.to_owned(),
        ..Draft::default()
    };
    let person = KnownPerson {
        id: Some(PersonId(Uuid::from_u128(1))),
        facts: fact("new@example.org", "Summit"),
        also: vec![fact("old@example.org", "Valley")],
        enrolled: false,
        record: None,
    };
    let known = Known::of(vec![person]);
    for (email, institution) in [
        ("old@example.org", "Valley"),
        ("new@example.org", "Summit"),
        ("", "Valley"),
    ] {
        let row = fact(email, institution);
        assert_eq!(known.find(&row), Some(0), "{email} {institution}");
        assert!(known.get(0).differing(&row).is_empty(), "{email} {institution}");
    }
    let other = fact("third@example.org", "Valley");
    assert_eq!(known.get(0).differing(&other), [Field::Email]);
}

//! The sample rosters, from bytes to plan: the facts that a facilitator relies on.
#![allow(clippy::unwrap_used)]

use nexus_domain::ids::PersonId;
use nexus_domain::people::roster::columns::header_score;
use nexus_domain::people::roster::{
    Field, Group, Known, KnownPerson, Mapping, Matter, Outcome, Plan, Rules, plan,
};
use nexus_domain::people::{Consent, SizeBand, Vocabulary, default_levels, default_sectors};
use nexus_interop::table::{Limits, read};

const ROSTER: &[u8] = include_bytes!("../../../../tests/fixtures/rosters/roster.csv");
const GERMAN: &[u8] = include_bytes!("../../../../tests/fixtures/rosters/roster-excel-de.csv");

fn plan_of(bytes: &[u8], known: &Known, only_ready: bool) -> Plan {
    let table = read(bytes, &header_score, &Limits::default()).unwrap();
    let mapping = Mapping::guess(&table.header.cells);
    assert!(mapping.0.iter().all(Option::is_some), "eleven of eleven columns");
    let words = Vocabulary {
        sectors: default_sectors(),
        levels: default_levels(),
    };
    plan(&table, &mapping, known, &words, &Rules::default(), only_ready)
}

fn stored(plan: &Plan) -> Known {
    let people = plan.people.iter().enumerate().map(|(at, entry)| KnownPerson {
        id: Some(PersonId(uuid::Uuid::from_u128(at as u128))),
        facts: entry.facts.clone(),
        also: Vec::new(),
        enrolled: true,
        record: None,
    });
    Known::of(people.collect())
}

fn named(plan: &Plan, group: Group) -> Vec<(u32, u32, Option<Field>)> {
    let problems = plan.problems.iter().filter(|problem| problem.group() == group);
    problems
        .map(|problem| {
            let place = problem.place.unwrap();
            (place.record, place.line, problem.field)
        })
        .collect()
}

#[test]
fn the_registration_export_gives_24_people_and_names_what_is_odd() {
    let plan = plan_of(ROSTER, &Known::default(), false);
    assert_eq!(plan.added(), 24);
    assert_eq!(
        named(&plan, Group::Decide),
        [
            (9, 9, Some(Field::Level)),
            (20, 21, Some(Field::Email)),
            (28, 29, None),
        ]
    );
    assert_eq!(named(&plan, Group::LeftOut), [(13, 13, None), (27, 28, None)]);
    assert_eq!(
        named(&plan, Group::Care),
        [
            (5, 5, Some(Field::Given)),
            (7, 7, Some(Field::Email)),
            (15, 15, Some(Field::Institution)),
            (28, 29, Some(Field::Consent)),
        ]
    );
    let double = plan
        .problems
        .iter()
        .find(|problem| problem.place.unwrap().record == 28)
        .unwrap();
    assert!(matches!(&double.matter, Matter::DuplicateRow { first: 2, fields }
        if fields.contains(&Field::Institution) && fields.contains(&Field::Consent)));
    let hana = plan
        .people
        .iter()
        .find(|person| person.facts.given == "Hana")
        .unwrap();
    assert_eq!((hana.record, hana.facts.email.as_str()), (20, ""));
    let soren = &plan.people[0].facts;
    assert_eq!(
        (soren.family.as_str(), soren.consent),
        ("Łukaszewicz", Consent::No)
    );
    assert_eq!(soren.institution, "Summit Valley Academic Library");
    assert_eq!(plan.people[3].facts.given, "Ciarán");
    assert_eq!(
        plan.people[12].facts.institution,
        "Tanabe Memorial Library, East Wing"
    );
    assert_eq!(plan.people[4].facts.size, Some(SizeBand::UpTo100));
    assert!(
        plan.people
            .iter()
            .all(|person| person.facts.sector.is_some() && person.facts.level.is_some())
    );
}

#[test]
fn twenty_two_rows_are_ready_and_the_others_wait() {
    let plan = plan_of(ROSTER, &Known::default(), true);
    assert_eq!(plan.added(), 22);
    assert_eq!(plan.rows.iter().filter(|row| row.waits).count(), 3);
    let left_out = |row: &&nexus_domain::people::roster::RowPlan| row.outcome == Outcome::LeftOut;
    assert_eq!(plan.rows.iter().filter(left_out).count(), 2);
}

#[test]
fn the_second_file_adds_nobody_and_damages_no_name() {
    let first = plan_of(ROSTER, &Known::default(), false);
    let second = plan_of(GERMAN, &stored(&first), false);
    assert!(second.is_idle());
    let recognised = second
        .rows
        .iter()
        .filter(|row| matches!(row.outcome, Outcome::Person(_)));
    assert_eq!(recognised.count(), 16);
    let kept: Vec<(&str, &str)> = second
        .problems
        .iter()
        .filter_map(|problem| match &problem.matter {
            Matter::DamagedKept { stored } => Some((problem.found.as_str(), stored.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(
        kept,
        [
            ("?ukaszewicz", "Łukaszewicz"),
            ("Nguy?n Th?", "Nguyễn Thị"),
            ("H?nh", "Hạnh"),
            ("Ka?ahumanu", "Kaʻahumanu"),
            ("Dvo?ák", "Dvořák"),
        ]
    );
    for entry in &second.people {
        assert!(
            first.people.iter().any(|before| before.facts == entry.facts),
            "{:?}",
            entry.facts
        );
    }
}

#[test]
fn the_damaged_file_alone_is_flagged_and_then_mended_by_nothing_silent() {
    let alone = plan_of(GERMAN, &Known::default(), false);
    assert_eq!(alone.added(), 16);
    let flagged = alone
        .problems
        .iter()
        .filter(|problem| problem.matter == Matter::DamagedLetters);
    assert_eq!(flagged.count(), 5);
    let good = plan_of(ROSTER, &stored(&alone), false);
    assert_eq!(good.added(), 8, "the damaged sixteen are recognised");
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let first = plan_of(ROSTER, &Known::default(), false);
    assert!(plan_of(ROSTER, &stored(&first), false).is_idle());
}

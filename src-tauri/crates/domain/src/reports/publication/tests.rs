//! The rule, case by case; that it keeps its promise is tested in `tests/reports`.

use super::*;

fn universe(people: u32) -> Universe {
    Universe::of("cohort", people)
}

fn enrolment(counts: &[u32; 3]) -> Table {
    Table::one_way(
        "sectors",
        Kind::Enrolment,
        Axis::of("sector", &["a", "b", "c"]),
        counts,
    )
}

fn options(counts: &[u32; 3]) -> Table {
    Table::one_way("answers", Kind::Options, Axis::of("q1", &["1", "2", "3"]), counts)
}

fn cross(counts: [[u32; 3]; 3]) -> Table {
    let (rows, columns) = (
        Axis::of("sector", &["a", "b", "c"]),
        Axis::of("level", &["x", "y", "z"]),
    );
    Table::two_way(
        "cross",
        Kind::CrossTable,
        rows,
        columns,
        counts.map(|row| row.to_vec()).to_vec(),
    )
}

fn report(people: u32, tables: &[Table], audience: Audience) -> Publication {
    publish(&universe(people), tables, audience, &Thresholds::default(), &[]).unwrap()
}

fn shown(table: &PublishedTable) -> Vec<Vec<Option<u32>>> {
    table
        .grid
        .iter()
        .map(|row| row.iter().map(|cell| cell.shown()).collect())
        .collect()
}

#[test]
fn enrolment_by_one_attribute_is_open_except_to_the_public() {
    let table = [enrolment(&[3, 12, 15])];
    for audience in [Audience::Funder, Audience::Coach, Audience::Internal] {
        let report = report(30, &table, audience);
        assert_eq!(
            shown(&report.tables[0]),
            [[Some(3)], [Some(12)], [Some(15)], [Some(30)]]
        );
        assert_eq!(report.withheld, []);
    }
    let public = report(30, &table, Audience::Public);
    assert_eq!(shown(&public.tables[0]), [[None], [None], [Some(15)], [Some(30)]]);
    let why: Vec<(Place, Reason)> = public
        .withheld
        .iter()
        .map(|one| (one.place, one.reason))
        .collect();
    assert_eq!(
        why,
        [
            (Place::Cell { row: 0, column: 0 }, Reason::Small),
            (Place::Cell { row: 1, column: 0 }, Reason::Protects),
        ]
    );
}

#[test]
fn nobody_is_a_small_number_and_needs_company() {
    let table = cross([[0, 9, 8], [9, 20, 11], [12, 13, 14]]);
    let report = report(96, std::slice::from_ref(&table), Audience::Funder);
    assert_eq!(
        shown(&report.tables[0]),
        [
            [None, None, Some(8), Some(17)],
            [None, None, Some(11), Some(40)],
            [Some(12), Some(13), Some(14), Some(39)],
            [Some(21), Some(42), Some(33), Some(96)],
        ]
    );
    let places: Vec<Reason> = report.withheld.iter().map(|one| one.reason).collect();
    assert_eq!(
        places,
        [
            Reason::Small,
            Reason::Protects,
            Reason::Protects,
            Reason::Protects
        ]
    );
    // A mean of a group is shown where its count is.
    assert_eq!(report.tables[0].cell(0, 0).and(3.5), Published::Withheld);
    assert_eq!(report.tables[0].cell(0, 2).and(3.5), Published::Shown(3.5));
    assert_eq!(report.tables[0].column_total(1), Published::Shown(42));
}

#[test]
fn answers_of_all_are_printed_when_enough_answered() {
    let enough = report(30, &[options(&[0, 1, 8])], Audience::Funder);
    assert_eq!(
        shown(&enough.tables[0]),
        [[Some(0)], [Some(1)], [Some(8)], [Some(9)]]
    );
    let few = report(30, &[options(&[0, 1, 8])], Audience::Public);
    assert!(few.tables[0].is_withheld());
    assert_eq!(few.withheld[0].reason, Reason::FewRespondents { respondents: 9 });
    assert_eq!(few.withheld[0].place, Place::Table);
}

#[test]
fn one_attribute_within_another_is_a_cross_table() {
    let mut table = enrolment(&[3, 12, 15]);
    table.within.insert("level".to_owned(), ["x".to_owned()].into());
    let with = |parts: &[&str]| {
        let mut universe = universe(60);
        universe.parts = parts.iter().map(|part| (*part).to_owned()).collect();
        let tables = std::slice::from_ref(&table);
        publish(&universe, tables, Audience::Funder, &Thresholds::default(), &[]).unwrap()
    };
    assert_eq!(
        shown(&with(&[]).tables[0]),
        [[None], [None], [Some(15)], [Some(30)]]
    );
    assert_eq!(with(&["level"]).withheld, []);
}

#[test]
fn a_participant_gets_no_counts_of_others() {
    let report = report(60, &[enrolment(&[10, 20, 30])], Audience::Participant);
    assert!(report.tables[0].is_withheld());
    assert_eq!(report.withheld[0].reason, Reason::OwnDataOnly);
}

#[test]
fn a_stricter_threshold_withholds_more() {
    let table = [cross([[7, 20, 20], [20, 20, 20], [20, 20, 20]])];
    let thresholds = Thresholds::default();
    let at = |thresholds| publish(&universe(167), &table, Audience::Funder, &thresholds, &[]).unwrap();
    assert_eq!(at(thresholds).withheld, []);
    assert_eq!(
        at(thresholds.with(Audience::Funder, 8).unwrap()).withheld.len(),
        4
    );
}

#[test]
fn what_was_withheld_before_is_not_given_away_now() {
    // Sector a has 3 people. Before, a and b were withheld; now a and c are put together, and nothing is small.
    let before = report(30, &[enrolment(&[3, 12, 15])], Audience::Public);
    let both = Category {
        label: "a and c".to_owned(),
        values: ["a", "c"].map(str::to_owned).into(),
    };
    let axis = Axis {
        attribute: "sector".to_owned(),
        categories: vec![both, Category::one("b")],
    };
    let now = [Table::one_way("sectors", Kind::Enrolment, axis, &[18, 12])];
    let with = |earlier: &[Publication]| {
        publish(
            &universe(30),
            &now,
            Audience::Public,
            &Thresholds::default(),
            earlier,
        )
        .unwrap()
    };
    let after = with(std::slice::from_ref(&before));
    assert_eq!(shown(&after.tables[0]), [[None], [None], [Some(30)]]);
    assert!(after.differing.is_empty());
    let alone = with(&[]);
    assert_eq!(shown(&alone.tables[0]), [[Some(18)], [Some(12)], [Some(30)]]);
    // Another universe says nothing about this one.
    let mut other = before;
    other.universe.key = "another cohort".to_owned();
    assert_eq!(with(&[other]), alone);
}

#[test]
fn reports_of_other_records_are_named() {
    let before = report(30, &[enrolment(&[3, 12, 15])], Audience::Funder);
    let now = [enrolment(&[4, 11, 15])];
    let after = publish(
        &universe(30),
        &now,
        Audience::Funder,
        &Thresholds::default(),
        &[before],
    )
    .unwrap();
    assert_eq!(after.differing, [0]);
}

#[test]
fn a_part_of_the_program_is_checked_with_the_whole() {
    // The cohort and the rest of the program: without the link the small cell would be the difference.
    let axis = || Axis::of("sector", &["a", "b", "c"]);
    let answers = |counts: [[u32; 2]; 3]| {
        let counts = counts.map(|row| row.to_vec()).to_vec();
        Table::two_way(
            "all",
            Kind::AnswersByAttribute,
            axis(),
            Axis::of("q1", &["no", "yes"]),
            counts,
        )
    };
    let all = answers([[22, 20], [20, 30], [25, 26]]);
    let mut part = answers([[19, 10], [10, 11], [12, 13]]);
    part.key = "first cohort".to_owned();
    part.within
        .insert("cohort".to_owned(), ["first".to_owned()].into());
    let mut rest = answers([[3, 10], [10, 19], [13, 13]]);
    rest.key = "second cohort".to_owned();
    rest.within
        .insert("cohort".to_owned(), ["second".to_owned()].into());
    let report = report(143, &[all, part, rest], Audience::Funder);
    assert_eq!(
        report.table("second cohort").unwrap().cell(0, 0),
        Published::Withheld
    );
    let others = [
        report.table("all").unwrap(),
        report.table("first cohort").unwrap(),
    ];
    assert!(others.iter().any(|table| table.cell(0, 0) == Published::Withheld));
}

#[test]
fn what_cannot_be_checked_is_not_printed() {
    let values: Vec<String> = (0..12).map(|value| value.to_string()).collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let table = |key: &str, a: &str, b: &str| {
        let counts = vec![vec![20; 12]; 12];
        Table::two_way(
            key,
            Kind::CrossTable,
            Axis::of(a, &values),
            Axis::of(b, &values),
            counts,
        )
    };
    let ring = [
        table("ab", "a", "b"),
        table("bc", "b", "c"),
        table("ca", "c", "a"),
    ];
    let report = report(2880, &ring, Audience::Funder);
    assert_eq!(report.withheld.len(), 1);
    assert_eq!(report.withheld[0].reason, Reason::TooEntangled);
    assert!(report.tables[2].is_withheld() && !report.tables[1].is_withheld());
}

#[test]
fn tables_that_cannot_be_right_are_refused() {
    let fault = |tables: &[Table]| {
        publish(
            &universe(60),
            tables,
            Audience::Funder,
            &Thresholds::default(),
            &[],
        )
        .unwrap_err()
    };
    let good = enrolment(&[10, 20, 30]);
    let table = || "sectors".to_owned();
    assert_eq!(
        fault(&[good.clone(), good.clone()]),
        BadTable::SameKey { table: table() }
    );
    let bad = |change: fn(&mut Table)| {
        let mut table = good.clone();
        change(&mut table);
        fault(&[table])
    };
    assert_eq!(
        bad(|one| one.kind = Kind::CrossTable),
        BadTable::Columns { table: table() }
    );
    assert_eq!(
        bad(|one| one.counts[0].push(1)),
        BadTable::Shape {
            table: table(),
            height: 3,
            width: 1
        }
    );
    assert_eq!(
        bad(|one| one.counts[0][0] = 11),
        BadTable::TooMany {
            table: table(),
            counted: 61,
            people: 60
        }
    );
    let attribute = || "sector".to_owned();
    assert_eq!(
        bad(|one| one.rows.categories[1] = one.rows.categories[0].clone()),
        BadTable::Categories {
            table: table(),
            attribute: attribute()
        }
    );
    assert_eq!(
        bad(|one| {
            one.within.insert("sector".to_owned(), ["a".to_owned()].into());
        }),
        BadTable::Twice {
            table: table(),
            attribute: attribute()
        }
    );
    // Nine of sector a here, ten there.
    let cross = cross([[3, 3, 3], [7, 7, 7], [10, 10, 10]]);
    assert_eq!(
        fault(&[good, cross]),
        BadTable::Contradiction {
            table: "cross".to_owned()
        }
    );
    let wrong = report(0, &[], Audience::Funder);
    assert!(wrong.tables.is_empty());
}

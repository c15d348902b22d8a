//! No reader of what is printed narrows a small number inside what it could be, in thousands of reports.

use std::cell::Cell;
use std::collections::BTreeSet;

use nexus_domain::reports::publication::{
    Audience, Axis, Category, Kind, Publication, Published, Reason, Table, Thresholds, Universe, publish,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::reader::{Counted, Reader, counted};

/// A list of people: the value of each attribute of each, 0 for none of those that tables name.
#[derive(Debug, Clone)]
struct People {
    values: Vec<Vec<usize>>,
}

/// Attributes of the made-up people, with how many values they have.
fn people(sizes: &'static [usize], most: usize) -> impl Strategy<Value = People> {
    // Two draws, the lower taken: most people have the same few values, as in life.
    let value = |size: usize| (0..=size, 0..=size).prop_map(|(a, b)| a.min(b));
    let person: Vec<_> = sizes.iter().map(|size| value(*size)).collect();
    prop::collection::vec(person, 3..=most).prop_map(|values| People { values })
}

impl People {
    fn universe(&self) -> Universe {
        Universe::of("cohort", self.values.len() as u32)
    }

    fn count(&self, wanted: &[(usize, usize)]) -> u32 {
        let fits = |person: &&Vec<usize>| wanted.iter().all(|(at, value)| person[*at] == *value);
        self.values.iter().filter(fits).count() as u32
    }

    /// With `all`, who has none of the values is counted in a category of their own.
    fn axis(sizes: &[usize], at: usize, all: bool) -> (Axis, Vec<usize>) {
        let from = usize::from(!all);
        let values: Vec<usize> = (from..=sizes[at]).collect();
        let categories = values
            .iter()
            .map(|value| Category::one(&format!("{at}.{value}")))
            .collect();
        (
            Axis {
                attribute: format!("a{at}"),
                categories,
            },
            values,
        )
    }

    fn one_way(&self, sizes: &[usize], kind: Kind, at: usize, all: bool) -> Table {
        let (axis, values) = Self::axis(sizes, at, all);
        let counts: Vec<u32> = values.iter().map(|value| self.count(&[(at, *value)])).collect();
        Table::one_way(&format!("{kind:?} {at}"), kind, axis, &counts)
    }

    fn two_way(&self, sizes: &[usize], kind: Kind, [a, b]: [usize; 2], all: [bool; 2]) -> Table {
        let (rows, down) = Self::axis(sizes, a, all[0]);
        let (columns, across) = Self::axis(sizes, b, all[1]);
        let line = |row: &usize| {
            across
                .iter()
                .map(|column| self.count(&[(a, *row), (b, *column)]))
                .collect()
        };
        let counts = down.iter().map(line).collect();
        Table::two_way(&format!("{kind:?} {a} {b}"), kind, rows, columns, counts)
    }
}

/// Numbers of a table that are withheld, by whom they count.
fn withheld(table: &Table, report: &Publication) -> Vec<Counted> {
    let printed = report.table(&table.key).unwrap();
    let mut found = Vec::new();
    for (row, cells) in printed.grid.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let true_count = truth(table, row, column);
            match cell {
                Published::Shown(count) => assert_eq!(*count, true_count),
                Published::Withheld => {
                    let column = table.columns.as_ref().map(|axis| (axis, column));
                    found.push(counted(&table.within, &table.rows, row, column));
                }
            }
        }
    }
    found
}

fn truth(table: &Table, row: usize, column: usize) -> u32 {
    let rows = |row: &Vec<u32>| match row.get(column) {
        Some(count) => *count,
        None => row.iter().sum(),
    };
    match table.counts.get(row) {
        Some(counts) => rows(counts),
        None => table.counts.iter().map(rows).sum(),
    }
}

/// Asserts the promise for readers of the last report who have read the others before.
fn assert_kept(tables: &[&Table], reports: &[&Publication]) {
    if let Some(fault) = narrowed(tables, reports) {
        panic!("{fault}\n{reports:#?}");
    }
}

/// What the last report tells about a small number that those before it and what the rule leaves open do not.
fn narrowed(tables: &[&Table], reports: &[&Publication]) -> Option<String> {
    let (last, earlier) = reports.split_last().unwrap();
    let mut before = Reader::new(last.universe.people, tables);
    let mut reader = Reader::new(last.universe.people, tables);
    before.reads_what_is_open(last);
    reader.reads(last);
    for report in earlier {
        before.reads(report);
        reader.reads(report);
    }
    let mut asked = BTreeSet::new();
    for report in reports {
        // Who reads the last report may know what it may show.
        let threshold = report.threshold.min(last.threshold);
        for table in tables.iter().filter(|table| report.table(&table.key).is_some()) {
            let found = withheld(table, report).into_iter();
            asked.extend(found.map(|counted| (counted, threshold)));
        }
    }
    for (counted, threshold) in &asked {
        let below = f64::from(threshold - 1);
        let (low, high) = reader.interval(counted);
        // Nothing below the threshold is ruled out, or all of it: the number is large then.
        if (low < 1e-6 && high > below - 1e-6) || low > below + 1e-6 {
            continue;
        }
        // What the rule leaves open narrows it already; the rest must not narrow it further.
        let before = before.interval(counted);
        if low > before.0 + 1e-6 || high.min(below) < before.1.min(below) - 1e-6 {
            return Some(format!(
                "{counted:?} lies in {low} to {high}, was in {before:?}, below {threshold}"
            ));
        }
    }
    None
}

/// Runs a property with a fixed seed, so that the same reports are tried on every machine; `NEXUS_TIMES` as many
/// where that is set.
fn for_all<S: Strategy>(cases: u32, strategy: &S, test: impl Fn(S::Value)) {
    let times = std::env::var("NEXUS_TIMES")
        .ok()
        .and_then(|times| times.parse().ok());
    let config = Config {
        cases: cases * times.unwrap_or(1),
        failure_persistence: None,
        ..Config::default()
    };
    let rng = prop::test_runner::TestRng::deterministic_rng(prop::test_runner::RngAlgorithm::ChaCha);
    let run = |value| {
        test(value);
        Ok(())
    };
    TestRunner::new_with_rng(config, rng).run(strategy, run).unwrap();
}

fn printed_to(audience: Audience, people: &People, tables: &[Table], earlier: &[Publication]) -> Publication {
    publish(
        &people.universe(),
        tables,
        audience,
        &Thresholds::default(),
        earlier,
    )
    .unwrap()
}

#[test]
fn no_small_number_of_a_cross_table_is_narrowed() {
    const SIZES: &[usize] = &[3, 3];
    for_all(800, &(people(SIZES, 90), any::<[bool; 2]>()), |(people, all)| {
        let table = people.two_way(SIZES, Kind::CrossTable, [0, 1], all);
        for audience in [Audience::Funder, Audience::Public] {
            let report = printed_to(audience, &people, std::slice::from_ref(&table), &[]);
            assert_kept(&[&table], &[&report]);
        }
    });
}

#[test]
fn nor_in_tables_that_share_their_margins_in_a_ring() {
    const SIZES: &[usize] = &[2, 2, 2];
    for_all(
        200,
        &(people(SIZES, 100), any::<[bool; 3]>(), any::<bool>()),
        |(people, all, public)| {
            let audience = if public {
                Audience::Public
            } else {
                Audience::Funder
            };
            let mut tables: Vec<Table> = [[0, 1], [1, 2], [2, 0]]
                .map(|[a, b]| people.two_way(SIZES, Kind::CrossTable, [a, b], [all[a], all[b]]))
                .into();
            tables.push(people.one_way(SIZES, Kind::Enrolment, 0, true));
            let report = printed_to(audience, &people, &tables, &[]);
            let tables: Vec<&Table> = tables.iter().collect();
            assert_kept(&tables, &[&report]);
        },
    );
}

#[test]
fn nor_in_answers_by_attribute_beside_the_answers_of_all() {
    // Questions of three and two options and an attribute; 0 is no answer.
    const SIZES: &[usize] = &[3, 2, 3];
    for_all(150, &(people(SIZES, 60), any::<bool>()), |(people, options)| {
        let mut tables = vec![
            people.two_way(SIZES, Kind::AnswersByAttribute, [0, 2], [false, true]),
            people.two_way(SIZES, Kind::AnswersByAttribute, [1, 2], [false, true]),
            people.one_way(SIZES, Kind::Enrolment, 2, true),
        ];
        if options {
            tables.push(people.one_way(SIZES, Kind::Options, 0, false));
        }
        let report = printed_to(Audience::Funder, &people, &tables, &[]);
        let tables: Vec<&Table> = tables.iter().collect();
        assert_kept(&tables, &[&report]);
    });
}

#[test]
fn nor_between_a_program_and_its_cohorts() {
    // Cohort, sector and an answer: tables of the program, of each cohort, and of those who answered at all.
    const SIZES: &[usize] = &[1, 2, 2];
    for_all(
        150,
        &(people(SIZES, 90), any::<[bool; 4]>()),
        |(people, wanted)| {
            let whole = people.two_way(SIZES, Kind::AnswersByAttribute, [1, 2], [true, false]);
            let part = |cohort: usize| {
                let own = People {
                    values: people
                        .values
                        .iter()
                        .filter(|person| person[0] == cohort)
                        .cloned()
                        .collect(),
                };
                let mut table = own.two_way(SIZES, Kind::AnswersByAttribute, [1, 2], [true, false]);
                table.key = format!("cohort {cohort}");
                table
                    .within
                    .insert("a0".to_owned(), BTreeSet::from([format!("0.{cohort}")]));
                table
            };
            let all = [
                whole,
                part(0),
                part(1),
                people.one_way(SIZES, Kind::Enrolment, 0, true),
            ];
            let tables: Vec<Table> = all
                .into_iter()
                .zip(wanted)
                .filter(|(_, wanted)| *wanted)
                .map(|(one, _)| one)
                .collect();
            let report = printed_to(Audience::Funder, &people, &tables, &[]);
            assert_kept(&tables.iter().collect::<Vec<_>>(), &[&report]);
        },
    );
}

#[test]
fn nor_by_whoever_has_read_the_reports_before() {
    const SIZES: &[usize] = &[2, 2, 3];
    let audience = || prop::sample::select(&Audience::ALL[..4]);
    let one = || {
        (
            audience(),
            prop::sample::subsequence(vec![0_usize, 1, 2, 3, 4], 1..=2),
        )
    };
    let reports = prop::collection::vec(one(), 2..=3);
    for_all(60, &(people(SIZES, 80), reports), |(people, wanted)| {
        let (rows, _) = People::axis(SIZES, 2, true);
        let mut gathered = people.two_way(SIZES, Kind::CrossTable, [2, 0], [true, true]);
        gathered.key = "two groups put together".to_owned();
        gathered.rows = rows.clone();
        let last = gathered.rows.categories.pop().unwrap();
        gathered
            .rows
            .categories
            .last_mut()
            .unwrap()
            .values
            .extend(last.values);
        let counts = gathered.counts.pop().unwrap();
        for (sum, count) in gathered.counts.last_mut().unwrap().iter_mut().zip(counts) {
            *sum += count;
        }
        let all = [
            people.two_way(SIZES, Kind::CrossTable, [0, 1], [true, true]),
            people.two_way(SIZES, Kind::CrossTable, [2, 0], [true, true]),
            gathered,
            people.two_way(SIZES, Kind::AnswersByAttribute, [1, 2], [false, true]),
            people.one_way(SIZES, Kind::Enrolment, 2, true),
        ];
        let tables: Vec<&Table> = all.iter().collect();
        let mut issued: Vec<Publication> = Vec::new();
        for (audience, wanted) in wanted {
            let chosen: Vec<Table> = wanted.iter().map(|at| all[*at].clone()).collect();
            let report = printed_to(audience, &people, &chosen, &issued);
            assert!(report.differing.is_empty());
            assert_kept(&tables, &[&report]);
            issued.push(report);
            assert_kept(&tables, &issued.iter().collect::<Vec<_>>());
        }
    });
}

#[test]
fn the_reader_finds_what_is_left_without_company() {
    // Only what is small is withheld: in most tables that can be worked out.
    const SIZES: &[usize] = &[3, 3];
    let found = Cell::new((0, 0));
    for_all(60, &people(SIZES, 120), |people| {
        let table = people.two_way(SIZES, Kind::CrossTable, [0, 1], [true, true]);
        let mut report = printed_to(Audience::Funder, &people, std::slice::from_ref(&table), &[]);
        if report.withheld.iter().any(|one| one.reason == Reason::Protects) {
            for (row, cells) in report.tables[0].grid.iter_mut().enumerate() {
                for (column, cell) in cells.iter_mut().enumerate() {
                    let count = truth(&table, row, column);
                    *cell = if count < 5 {
                        Published::Withheld
                    } else {
                        Published::Shown(count)
                    };
                }
            }
            let kept = narrowed(&[&table], &[&report]).is_none();
            found.set((found.get().0 + usize::from(!kept), found.get().1 + 1));
        }
    });
    let (leaks, tried) = found.get();
    assert!(tried > 20 && leaks == tried, "{leaks} of {tried}");
}

/// The fewest numbers that have to go with the small ones of a table, by trying every choice of fewer than `most`.
fn fewest(table: &Table, report: &Publication, most: usize) -> usize {
    let last = (table.counts.len(), table.counts[0].len());
    let places = (0..=last.0).flat_map(|row| (0..=last.1).map(move |column| (row, column)));
    let free: Vec<(usize, usize)> = places
        .filter(|(row, column)| (*row, *column) != last && truth(table, *row, *column) >= report.threshold)
        .collect();
    let safe = |chosen: &[(usize, usize)]| {
        let mut report = report.clone();
        for (row, cells) in report.tables[0].grid.iter_mut().enumerate() {
            for (column, cell) in cells.iter_mut().enumerate() {
                let count = truth(table, row, column);
                let withheld =
                    (row, column) != last && (count < report.threshold || chosen.contains(&(row, column)));
                *cell = if withheld {
                    Published::Withheld
                } else {
                    Published::Shown(count)
                };
            }
        }
        narrowed(&[table], &[&report]).is_none()
    };
    let mut choices: Vec<Vec<(usize, usize)>> = vec![Vec::new()];
    for size in 0..most {
        if choices.iter().any(|chosen| safe(chosen)) {
            return size;
        }
        let longer = choices.iter().flat_map(|chosen| {
            let later = free
                .iter()
                .filter(|one| chosen.last().is_none_or(|last| *one > last));
            later.map(|one| [chosen.as_slice(), &[*one]].concat())
        });
        choices = longer.collect();
    }
    most
}

#[test]
fn not_far_more_is_withheld_than_needed() {
    const SIZES: &[usize] = &[2, 2];
    let sums = Cell::new((0, 0));
    for_all(30, &people(SIZES, 90), |people| {
        let table = people.two_way(SIZES, Kind::CrossTable, [0, 1], [true, true]);
        let report = printed_to(Audience::Funder, &people, std::slice::from_ref(&table), &[]);
        let extra = report
            .withheld
            .iter()
            .filter(|one| one.reason == Reason::Protects)
            .count();
        let (found, needed) = sums.get();
        sums.set((found + extra, needed + fewest(&table, &report, extra)));
    });
    let (found, needed) = sums.get();
    println!("{found} numbers withheld to protect others, {needed} needed");
    assert!(needed > 40 && found * 2 <= needed * 3, "{found} for {needed}");
}

/// Every table of two rows and columns that would print the same numbers as this one.
fn alike(report: &Publication) -> Vec<[u32; 4]> {
    let shown = |row, column| report.tables[0].cell(row, column).shown();
    let people = report.universe.people;
    let fits = |counts: &[u32; 4]| {
        let table = four(counts);
        let places = (0..=2).flat_map(|row| (0..=2).map(move |column| (row, column)));
        places
            .into_iter()
            .all(|(row, column)| shown(row, column).is_none_or(|count| count == truth(&table, row, column)))
    };
    let mut found = Vec::new();
    for a in 0..=people {
        for b in 0..=people - a {
            for c in 0..=people - a - b {
                found.push([a, b, c, people - a - b - c]);
            }
        }
    }
    found.retain(fits);
    found
}

fn four(counts: &[u32; 4]) -> Table {
    let axis = |at| People::axis(&[2, 2], at, false).0;
    let counts = counts.chunks(2).map(<[u32]>::to_vec).collect();
    Table::two_way("four", Kind::CrossTable, axis(0), axis(1), counts)
}

#[test]
fn whoever_runs_the_program_on_every_guess_rules_out_none() {
    let thresholds = Thresholds::default().with(Audience::Funder, 3).unwrap();
    let printed = |counts: &[u32; 4]| {
        let people = Universe::of("four", counts.iter().sum());
        publish(&people, &[four(counts)], Audience::Funder, &thresholds, &[]).unwrap()
    };
    let asked = Cell::new(0);
    for_all(
        60,
        &prop::array::uniform4((0_u32..12, 0_u32..12).prop_map(|(a, b)| a.min(b))),
        |counts| {
            let report = printed(&counts);
            let guesses = alike(&report);
            if guesses.len() > 60 {
                return;
            }
            let same: Vec<&[u32; 4]> = guesses
                .iter()
                .filter(|guess| printed(guess).tables == report.tables)
                .collect();
            for at in (0..4).filter(|at| counts[*at] < 3) {
                let possible = |guesses: &mut dyn Iterator<Item = &[u32; 4]>| -> BTreeSet<u32> {
                    guesses
                        .map(|guess| guess[at])
                        .filter(|count| *count < 3)
                        .collect()
                };
                let before = possible(&mut guesses.iter());
                assert_eq!(
                    possible(&mut same.iter().copied()),
                    before,
                    "{counts:?} at {at}: {report:#?}"
                );
                asked.set(asked.get() + 1);
            }
        },
    );
    assert!(asked.get() > 30, "{}", asked.get());
}

#[test]
fn nothing_is_withheld_where_nothing_is_small() {
    const SIZES: &[usize] = &[3, 3];
    for_all(300, &prop::collection::vec(10_u32..60, 9), |counts| {
        let axis = |at| People::axis(SIZES, at, false).0;
        let counts: Vec<Vec<u32>> = counts.chunks(3).map(<[u32]>::to_vec).collect();
        let people = Universe::of("cohort", counts.iter().flatten().sum());
        let table = Table::two_way("t", Kind::CrossTable, axis(0), axis(1), counts);
        let report = publish(
            &people,
            std::slice::from_ref(&table),
            Audience::Public,
            &Thresholds::default(),
            &[],
        )
        .unwrap();
        assert_eq!(report.withheld, []);
        assert!(
            (0..=3).all(|row| report.tables[0].row_total(row) == Published::Shown(truth(&table, row, 3)))
        );
    });
}

//! Somebody who reads reports and is good at sums: linear programs over everything printed, solved by another
//! library and set up in the plainest way, one unknown for each combination of all values of all attributes.

use std::collections::{BTreeMap, BTreeSet};

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome, Variable};
use nexus_domain::reports::publication::{
    Audience, Axis, Kind, Publication, Published, PublishedTable, Table,
};

/// Values of each attribute that a counted person may have.
pub type Counted = BTreeMap<String, BTreeSet<String>>;

/// Sums that a reader knows.
pub struct Reader {
    people: u32,
    known: Vec<(Counted, u32)>,
    /// Every value of each attribute, and one that no table names.
    values: BTreeMap<String, Vec<String>>,
}

impl Reader {
    /// Somebody who knows how many people there are and which attributes and values exist.
    pub fn new(people: u32, tables: &[&Table]) -> Self {
        let mut values: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for table in tables {
            for (attribute, found) in &table.within {
                values
                    .entry(attribute.clone())
                    .or_default()
                    .extend(found.iter().cloned());
            }
            for axis in [Some(&table.rows), table.columns.as_ref()].into_iter().flatten() {
                let all = axis.categories.iter().flat_map(|one| one.values.iter().cloned());
                values.entry(axis.attribute.clone()).or_default().extend(all);
            }
        }
        let values = values.into_iter().map(|(attribute, values)| {
            let mut values: Vec<String> = values.into_iter().collect();
            values.push("none of these".to_owned());
            (attribute, values)
        });
        let values = values.collect();
        Self {
            people,
            known: Vec::new(),
            values,
        }
    }

    /// Reads everything printed in a report.
    pub fn reads(&mut self, report: &Publication) {
        for table in &report.tables {
            self.known.extend(printed(table));
        }
    }

    /// Reads what the rule prints whatever it is.
    pub fn reads_what_is_open(&mut self, report: &Publication) {
        for table in &report.tables {
            let enrolment = table.kind == Kind::Enrolment && report.audience != Audience::Public;
            if enrolment || table.kind == Kind::Options {
                self.known.extend(printed(table));
            } else if let Some(total) = table.total().shown() {
                let rows = table.rows.categories.len();
                let columns = table.columns.as_ref().map(|axis| axis.categories.len());
                let counted = counted(
                    &table.within,
                    &table.rows,
                    rows,
                    table.columns.as_ref().zip(columns),
                );
                self.known.push((counted, total));
            }
        }
    }

    /// The lowest and the highest that this number can be.
    pub fn interval(&self, asked: &Counted) -> (f64, f64) {
        let solve = |direction| match self.problem(direction, asked).solve() {
            Ok(SolveOutcome::Solution(solution)) => solution.objective(),
            other => panic!("what is printed is true, so it can be: {other:?}"),
        };
        (
            solve(OptimizationDirection::Minimize),
            solve(OptimizationDirection::Maximize),
        )
    }

    fn problem(&self, direction: OptimizationDirection, aim: &Counted) -> Problem {
        let mut problem = Problem::new(direction);
        let atoms = self.atoms();
        let inside = |atom: &[&String], counted: &Counted| {
            self.values.keys().zip(atom).all(|(attribute, value)| {
                counted
                    .get(attribute)
                    .is_none_or(|values| values.contains(*value))
            })
        };
        let variables: Vec<Variable> = atoms
            .iter()
            .map(|atom| {
                let wanted = u8::from(inside(atom, aim));
                problem.add_var(f64::from(wanted), (0.0, f64::INFINITY))
            })
            .collect();
        let everybody = (Counted::new(), self.people);
        for (counted, count) in self.known.iter().chain([&everybody]) {
            let terms = variables
                .iter()
                .zip(&atoms)
                .filter(|(_, atom)| inside(atom, counted));
            let terms: Vec<(Variable, f64)> = terms.map(|(variable, _)| (*variable, 1.0)).collect();
            problem.add_constraint(&terms, ComparisonOp::Eq, f64::from(*count));
        }
        problem
    }

    fn atoms(&self) -> Vec<Vec<&String>> {
        let mut atoms = vec![Vec::new()];
        for values in self.values.values() {
            atoms = atoms
                .into_iter()
                .flat_map(|atom| {
                    values.iter().map(move |value| {
                        let mut longer = atom.clone();
                        longer.push(value);
                        longer
                    })
                })
                .collect();
        }
        atoms
    }
}

/// Whom a place of a table counts; a row or column past the last is the total.
pub fn counted(within: &Counted, rows: &Axis, row: usize, column: Option<(&Axis, usize)>) -> Counted {
    let values = |axis: &Axis, at: usize| match axis.categories.get(at) {
        Some(category) => category.values.clone(),
        None => axis
            .categories
            .iter()
            .flat_map(|one| one.values.iter().cloned())
            .collect(),
    };
    let mut counted = within.clone();
    counted.insert(rows.attribute.clone(), values(rows, row));
    if let Some((axis, at)) = column {
        counted.insert(axis.attribute.clone(), values(axis, at));
    }
    counted
}

fn printed(table: &PublishedTable) -> Vec<(Counted, u32)> {
    let mut found = Vec::new();
    for (row, cells) in table.grid.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            if let Published::Shown(count) = cell {
                let column = table.columns.as_ref().map(|axis| (axis, column));
                found.push((counted(&table.within, &table.rows, row, column), *count));
            }
        }
    }
    found
}

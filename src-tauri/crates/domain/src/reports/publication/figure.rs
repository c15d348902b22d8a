//! What a printed number counts, so that the same number is known again in another table.

use std::collections::{BTreeMap, BTreeSet};

use super::result::PublishedTable;
use super::table::{Axis, Table};

/// The people whose attributes lie in these sets of values; without attributes everybody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Figure(pub(super) BTreeMap<String, BTreeSet<String>>);

impl Figure {
    /// Have they an attribute in common, and may they count the same person?
    pub(super) fn meets(&self, other: &Self) -> bool {
        let mut common = self
            .0
            .iter()
            .filter_map(|(attribute, values)| Some((values, other.0.get(attribute)?)));
        let mut any = false;
        common.all(|(values, others)| {
            any = true;
            !values.is_disjoint(others)
        }) && any
    }
}

/// Sets of values that everybody has one of, by attribute: they tell nobody apart and are left out of figures.
#[derive(Debug, Default)]
pub(super) struct Everybody(BTreeSet<(String, BTreeSet<String>)>);

impl Everybody {
    /// Learns from a table that counts as many people as there are.
    pub(super) fn learn(&mut self, axes: [Option<&Axis>; 2]) {
        for axis in axes.into_iter().flatten() {
            self.0.insert((axis.attribute.clone(), axis.all()));
        }
    }

    /// Is there such a set of this attribute?
    pub(super) fn has(&self, attribute: &str) -> bool {
        self.0.iter().any(|(one, _)| one == attribute)
    }

    /// The sets as figures, each of which counts everybody.
    pub(super) fn figures(&self) -> impl Iterator<Item = Figure> {
        self.0
            .iter()
            .map(|(attribute, values)| Figure(BTreeMap::from([(attribute.clone(), values.clone())])))
    }

    fn figure(&self, parts: BTreeMap<String, BTreeSet<String>>) -> Figure {
        let tells = |part: &(String, BTreeSet<String>)| !self.0.contains(part);
        Figure(parts.into_iter().filter(tells).collect())
    }
}

/// The axes of a table, printed or not.
pub(super) struct Frame<'a> {
    within: &'a BTreeMap<String, BTreeSet<String>>,
    rows: &'a Axis,
    columns: Option<&'a Axis>,
}

impl<'a> From<&'a Table> for Frame<'a> {
    fn from(table: &'a Table) -> Self {
        Self {
            within: &table.within,
            rows: &table.rows,
            columns: table.columns.as_ref(),
        }
    }
}

impl<'a> From<&'a PublishedTable> for Frame<'a> {
    fn from(table: &'a PublishedTable) -> Self {
        Self {
            within: &table.within,
            rows: &table.rows,
            columns: table.columns.as_ref(),
        }
    }
}

impl Frame<'_> {
    /// The figure of each place, totals included, laid out as [`Table::grid`].
    pub(super) fn figures(&self, everybody: &Everybody) -> Vec<Vec<Figure>> {
        let lines = |axis: &Axis| {
            let mut lines: Vec<_> = axis.categories.iter().map(|one| one.values.clone()).collect();
            lines.push(axis.all());
            lines
        };
        let figure = |row: &BTreeSet<String>, column: Option<(&Axis, &BTreeSet<String>)>| {
            let mut parts = self.within.clone();
            parts.insert(self.rows.attribute.clone(), row.clone());
            if let Some((axis, values)) = column {
                parts.insert(axis.attribute.clone(), values.clone());
            }
            everybody.figure(parts)
        };
        let rows = lines(self.rows);
        rows.iter()
            .map(|row| match self.columns {
                None => vec![figure(row, None)],
                Some(axis) => {
                    let columns = lines(axis);
                    columns
                        .iter()
                        .map(|values| figure(row, Some((axis, values))))
                        .collect()
                }
            })
            .collect()
    }
}

/// Figures by number.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    figures: Vec<Figure>,
    numbers: BTreeMap<Figure, usize>,
}

impl Ledger {
    /// The number of a figure, the same each time.
    pub(super) fn number(&mut self, figure: Figure) -> usize {
        *self.numbers.entry(figure).or_insert_with_key(|figure| {
            self.figures.push(figure.clone());
            self.figures.len() - 1
        })
    }

    /// The figure of a number.
    pub(super) fn figure(&self, number: usize) -> &Figure {
        &self.figures[number]
    }

    /// The numbers of a whole table.
    pub(super) fn numbers(&mut self, figures: Vec<Vec<Figure>>) -> Vec<Vec<usize>> {
        let row = |row: Vec<Figure>| -> Vec<usize> { row.into_iter().map(|one| self.number(one)).collect() };
        figures.into_iter().map(row).collect()
    }
}

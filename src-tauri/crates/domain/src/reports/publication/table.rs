//! Tables of counts that a report would like to print.

use std::collections::{BTreeMap, BTreeSet};

/// The people that tables are about: one cohort or program in one period.
///
/// Tables and issued reports with the same `key` are checked together. Tables about a part of these people (a
/// cohort of the program, those who completed) belong in the same universe and name the part in
/// [`Table::within`]; tables about people of another universe are taken to say nothing about these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Universe {
    /// What tells it from others, for example the ids of program and period.
    pub key: String,
    /// How many people there are; readers are taken to know it.
    pub people: u32,
    /// Attributes that name parts of the program and nothing personal, such as the cohort. Enrolment and answers
    /// of such a part are printed as those of the whole are; within any other attribute they are protected.
    pub parts: BTreeSet<String>,
}

impl Universe {
    /// A universe without parts.
    pub fn of(key: &str, people: u32) -> Self {
        Self {
            key: key.to_owned(),
            people,
            parts: BTreeSet::new(),
        }
    }
}

/// What a table counts, which settles the rule that applies to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// People enrolled, by one attribute. Cells are protected for the public only.
    Enrolment,
    /// People enrolled, by two attributes. Cells are protected.
    CrossTable,
    /// Answers of a whole program to one question, by option. All are printed when enough people answered.
    Options,
    /// Answers by an attribute of those who answered. Cells are protected.
    AnswersByAttribute,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [
        Self::Enrolment,
        Self::CrossTable,
        Self::Options,
        Self::AnswersByAttribute,
    ];

    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Enrolment => "enrolment",
            Self::CrossTable => "cross-table",
            Self::Options => "options",
            Self::AnswersByAttribute => "answers-by-attribute",
        }
    }

    /// The kind of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// One line of a table: those whose attribute has one of the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its heading, or what stands for it.
    pub label: String,
    /// Stored values of the attribute that count here; more than one where small groups were put together.
    pub values: BTreeSet<String>,
}

impl Category {
    /// A category of one value, which is its label too.
    pub fn one(value: &str) -> Self {
        Self {
            label: value.to_owned(),
            values: BTreeSet::from([value.to_owned()]),
        }
    }
}

/// An attribute and its categories, which have no value in common.
///
/// Who has no value belongs in a category of their own (“not said”) or is not counted at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// The attribute: a personal one such as the sector, or the answer to a question.
    pub attribute: String,
    /// Its categories in the order of the page.
    pub categories: Vec<Category>,
}

impl Axis {
    /// An axis whose categories have one value each.
    pub fn of(attribute: &str, values: &[&str]) -> Self {
        Self {
            attribute: attribute.to_owned(),
            categories: values.iter().map(|value| Category::one(value)).collect(),
        }
    }

    /// Every value that counts somewhere on the axis.
    pub(super) fn all(&self) -> BTreeSet<String> {
        let values = self.categories.iter().flat_map(|one| one.values.iter().cloned());
        values.collect()
    }
}

/// A table of counts with its totals, which follow from the counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What tells it from the other tables of the report.
    pub key: String,
    /// What it counts.
    pub kind: Kind,
    /// Attributes that everybody counted here has in common, with their values; often empty.
    pub within: BTreeMap<String, BTreeSet<String>>,
    /// Its rows.
    pub rows: Axis,
    /// Its columns; none where it has one column of counts.
    pub columns: Option<Axis>,
    /// Counts, row by row, without totals.
    pub counts: Vec<Vec<u32>>,
}

impl Table {
    /// A table of one column about everybody of the universe.
    pub fn one_way(key: &str, kind: Kind, rows: Axis, counts: &[u32]) -> Self {
        Self {
            key: key.to_owned(),
            kind,
            within: BTreeMap::new(),
            rows,
            columns: None,
            counts: counts.iter().map(|count| vec![*count]).collect(),
        }
    }

    /// A table of rows and columns about everybody of the universe.
    pub fn two_way(key: &str, kind: Kind, rows: Axis, columns: Axis, counts: Vec<Vec<u32>>) -> Self {
        Self {
            key: key.to_owned(),
            kind,
            within: BTreeMap::new(),
            rows,
            columns: Some(columns),
            counts,
        }
    }

    /// People counted: the respondents behind the table.
    pub fn respondents(&self) -> u32 {
        self.counts.iter().flatten().sum()
    }

    /// Counts with the totals below and, where there are columns, at the right.
    pub(super) fn grid(&self) -> Vec<Vec<u32>> {
        let mut grid = self.counts.clone();
        if self.columns.is_some() {
            for row in &mut grid {
                row.push(row.iter().sum());
            }
        }
        let width = grid.first().map_or(0, Vec::len);
        let totals = (0..width).map(|column| grid.iter().map(|row| row[column]).sum());
        let totals = totals.collect();
        grid.push(totals);
        grid
    }

    /// Is it what its kind and its axes say?
    pub(super) fn check(&self, universe: &Universe) -> Result<(), BadTable> {
        let table = || self.key.clone();
        let wants_columns = matches!(self.kind, Kind::CrossTable | Kind::AnswersByAttribute);
        if wants_columns != self.columns.is_some() {
            return Err(BadTable::Columns { table: table() });
        }
        let mut attributes: BTreeSet<&String> = self.within.keys().collect();
        for axis in [Some(&self.rows), self.columns.as_ref()].into_iter().flatten() {
            if !attributes.insert(&axis.attribute) {
                return Err(BadTable::Twice {
                    table: table(),
                    attribute: axis.attribute.clone(),
                });
            }
            let values: usize = axis.categories.iter().map(|one| one.values.len()).sum();
            let empty = axis.categories.iter().any(|one| one.values.is_empty());
            if axis.categories.is_empty() || empty || values != axis.all().len() {
                return Err(BadTable::Categories {
                    table: table(),
                    attribute: axis.attribute.clone(),
                });
            }
        }
        let width = self.columns.as_ref().map_or(1, |axis| axis.categories.len());
        let height = self.rows.categories.len();
        if self.counts.len() != height || self.counts.iter().any(|row| row.len() != width) {
            return Err(BadTable::Shape {
                table: table(),
                height,
                width,
            });
        }
        let counted: u64 = self.counts.iter().flatten().map(|count| u64::from(*count)).sum();
        if counted > u64::from(universe.people) {
            return Err(BadTable::TooMany {
                table: table(),
                counted,
                people: universe.people,
            });
        }
        Ok(())
    }
}

/// A table that cannot be right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadTable {
    /// One-way kinds have no columns, the others have them.
    #[error("table {table:?}: expected columns for a cross-table or answers by attribute, and only there")]
    Columns {
        /// Key of the table.
        table: String,
    },
    /// An attribute is used twice.
    #[error(
        "table {table:?}: expected rows, columns and what all have in common to differ, found {attribute:?} twice"
    )]
    Twice {
        /// Key of the table.
        table: String,
        /// The attribute.
        attribute: String,
    },
    /// No categories, an empty one, or two with a value in common.
    #[error("table {table:?}: expected categories of {attribute:?} with values, no value in two of them")]
    Categories {
        /// Key of the table.
        table: String,
        /// The attribute.
        attribute: String,
    },
    /// The counts do not fit the axes.
    #[error("table {table:?}: expected {height} rows of {width} counts")]
    Shape {
        /// Key of the table.
        table: String,
        /// Rows expected.
        height: usize,
        /// Columns expected.
        width: usize,
    },
    /// More people than there are.
    #[error("table {table:?}: expected at most {people} people, found {counted}")]
    TooMany {
        /// Key of the table.
        table: String,
        /// Sum of its counts.
        counted: u64,
        /// People of the universe.
        people: u32,
    },
    /// Two tables of one report have the same key.
    #[error("expected each table to have its own key, found {table:?} twice")]
    SameKey {
        /// The key.
        table: String,
    },
    /// The tables contradict each other or the number of people.
    #[error("table {table:?} and those before it cannot all be right: their totals contradict each other")]
    Contradiction {
        /// Key of the first table that does not fit those before it.
        table: String,
    },
}

//! What a plan says: row by row, and person by person.

use super::columns::Field;
use super::{DateOrder, Draft, Problem};
use crate::ids::PersonId;
use crate::table::Place;

/// What becomes of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowPlan {
    /// Where it stands.
    pub place: Place,
    /// What becomes of it.
    pub outcome: Outcome,
    /// True when a choice about it is still open.
    pub waits: bool,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It goes into this entry of [`Plan::people`].
    Person(usize),
    /// It is set aside: offered for download, nothing of it is stored.
    SetAside,
    /// It is no person (blank, totals, header again).
    LeftOut,
}

/// What a commit does for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonPlan {
    /// The stored person; none for a new one.
    pub person: Option<PersonId>,
    /// What is known of them after the import.
    pub facts: Draft,
    /// The fields in which that is more, or other, than before; empty for a new person.
    pub changed: Vec<Field>,
    /// True when they are not in the cohort yet.
    pub enrol: bool,
    /// The row of the file where they stand first.
    pub record: u32,
}

/// What a commit of a file would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Row by row, in file order.
    pub rows: Vec<RowPlan>,
    /// Person by person, in the order of their first rows.
    pub people: Vec<PersonPlan>,
    /// What to decide, what was read with care, what was left out; in file order.
    pub problems: Vec<Problem>,
    /// How day and month were read, where it mattered.
    pub date_order: Option<DateOrder>,
}

impl Plan {
    /// People who are new to the workspace.
    pub fn added(&self) -> usize {
        self.people
            .iter()
            .filter(|person| person.person.is_none())
            .count()
    }

    /// People who were known and are new to the cohort.
    pub fn enrolled(&self) -> usize {
        self.people
            .iter()
            .filter(|person| person.person.is_some() && person.enrol)
            .count()
    }

    /// People who were known and of whom something changes.
    pub fn changed(&self) -> usize {
        self.people
            .iter()
            .filter(|person| person.person.is_some() && !person.changed.is_empty())
            .count()
    }

    /// True when a commit would store nothing.
    pub fn is_idle(&self) -> bool {
        self.added() + self.enrolled() + self.changed() == 0
    }
}

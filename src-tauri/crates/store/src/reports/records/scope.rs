//! Which records belong to a cohort, or to programs that are no sample: the condition of a query.
//!
//! A row belongs where the row belongs that it hangs on, and is told only while that is not in the bin.

use nexus_domain::ids::CohortId;

use crate::CURRENT;
use crate::log::catalogue::Table;

/// Which records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Those of every program; of samples only where that is asked for.
    Workspace {
        /// Whether samples are told too.
        sample: bool,
    },
    /// Those of one cohort, with those of its program that concern no other cohort.
    Cohort(CohortId),
}

/// Programs whose rows are meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Programs {
    All,
    Real,
    Sample,
    /// The one of the cohort, and of its cohorts that one.
    OfCohort,
}

/// Each table with the column that names what a row hangs on.
const OWNERS: &[(&str, &str)] = &[
    ("partner", "program"),
    ("session_partner", "session"),
    ("hours", "program"),
    ("model", "program"),
    ("cohort", "program"),
    ("enrolment", "cohort"),
    ("departure", "enrolment"),
    ("person_alias", "loser"),
    ("two_people", "one"),
    ("consent_answer", "person"),
    ("session", "cohort"),
    ("block", "session"),
    ("attendance", "session"),
    ("note", "session"),
    ("occasion", "cohort"),
    ("response", "occasion"),
    ("definition_version", "definition"),
    ("definition_choice", "definition"),
    ("definition_part", "definition"),
    ("project", "cohort"),
    ("project_member", "project"),
    ("milestone", "project"),
    ("project_update", "project"),
    ("evidence", "project"),
    ("lesson", "project"),
    ("next_step", "cohort"),
    ("module_version", "module"),
    ("module_choice", "module"),
    ("outcome", "program"),
    ("outcome_evidence", "outcome"),
    ("indicator", "program"),
    ("follow_up", "cohort"),
    ("report", "program"),
    ("report_text", "report"),
    ("report_issue", "program"),
];

/// Columns that must name a row of the scope too, if they name one.
const ALSO: &[(&str, &str)] = &[
    ("hours", "cohort"),
    ("outcome_evidence", "cohort"),
    ("report", "cohort"),
    ("report_issue", "cohort"),
    ("session_partner", "partner"),
    ("person_alias", "winner"),
    ("two_people", "other"),
];

/// Tables that hang on nothing.
#[cfg(test)]
const ROOTS: &[&str] = &[
    "facility",
    "program",
    "sector",
    "level",
    "leaving_reason",
    "consent_kind",
    "person",
    "module",
    "definition",
    "report_template",
    "report_threshold",
];

/// Whether it is said to what the rows of a table belong.
#[cfg(test)]
pub(super) fn is_placed(table: &str) -> bool {
    OWNERS.iter().any(|(name, _)| *name == table) != ROOTS.contains(&table)
}

impl Scope {
    /// The value of `:cohort`.
    pub(super) fn cohort(self) -> Option<String> {
        match self {
            Self::Workspace { .. } => None,
            Self::Cohort(cohort) => Some(cohort.to_string()),
        }
    }

    /// The condition that a row of `table`, called `row`, is told. It names `:cohort`.
    pub(super) fn condition(self, table: &Table, row: &str) -> String {
        let programs = match self {
            Self::Workspace { sample: true } => Programs::All,
            Self::Workspace { sample: false } => Programs::Real,
            Self::Cohort(_) => Programs::OfCohort,
        };
        // Named in every query, so that its value can be given to every query.
        format!(
            "{} AND (:cohort IS NULL OR :cohort <> '')",
            within(programs, table, row)
        )
    }
}

/// The condition that a row belongs to some programs and that neither it nor what it hangs on is in the bin.
fn within(programs: Programs, table: &Table, row: &str) -> String {
    let mut parts = vec![format!("{row}.deleted = 0")];
    parts.extend(own(programs, table.name, row));
    for (name, column) in OWNERS.iter().filter(|(name, _)| *name == table.name) {
        parts.extend(named(programs, name, column, row));
    }
    for (name, column) in ALSO.iter().filter(|(name, _)| *name == table.name) {
        let named = named(programs, name, column, row);
        parts.extend(named.map(|named| format!("({row}.\"{column}\" IS NULL OR {named})")));
    }
    parts.join(" AND ")
}

/// The condition that the row exists and belongs here that a column names.
fn named(programs: Programs, table: &str, column: &str, row: &str) -> Option<String> {
    let found = CURRENT.catalogue.by_name(table)?;
    let column = found.columns.iter().find(|one| one.name == column)?;
    let target = CURRENT.catalogue.by_name(column.refers?)?;
    let other = format!("{row}_{}", column.name);
    let here = within(programs, target, &other);
    Some(format!(
        "EXISTS (SELECT 1 FROM {} {other} WHERE {other}.id = {row}.\"{}\" AND {here})",
        target.name, column.name
    ))
}

/// What is asked of a row of a table by itself.
fn own(programs: Programs, table: &str, row: &str) -> Option<String> {
    match (table, programs) {
        ("program", Programs::Real) => Some(format!("{row}.sample = 0")),
        ("program", Programs::Sample) => Some(format!("{row}.sample = 1")),
        ("program", Programs::OfCohort) => Some(format!(
            "{row}.id = (SELECT program FROM cohort WHERE id = :cohort)"
        )),
        ("cohort", Programs::OfCohort) => Some(format!("{row}.id = :cohort")),
        ("person", Programs::OfCohort) => Some(format!("{row}.id IN ({})", people(programs))),
        // Somebody whom only a sample knows belongs to it.
        ("person", Programs::Real) => Some(format!(
            "({row}.id NOT IN ({}) OR {row}.id IN ({}))",
            people(Programs::Sample),
            people(Programs::Real)
        )),
        ("module", Programs::Real) => Some(format!(
            "({row}.sample = 0 OR {row}.id IN ({}))",
            used(programs, "block", "module_version", "module")
        )),
        ("module", Programs::OfCohort) => Some(format!(
            "{row}.id IN ({})",
            used(programs, "block", "module_version", "module")
        )),
        ("definition", Programs::Real) => Some(format!(
            "({row}.sample = 0 OR {row}.id IN ({}))",
            used(programs, "occasion", "definition_version", "definition")
        )),
        ("definition", Programs::OfCohort) => Some(format!(
            "({row}.kind = 'framework' OR {row}.id IN ({}))",
            used(programs, "occasion", "definition_version", "definition")
        )),
        _ => None,
    }
}

/// Every record of everybody whom a row of some programs names, as a query.
fn people(programs: Programs) -> String {
    let mut parts = Vec::new();
    for table in CURRENT
        .catalogue
        .tables()
        .filter(|table| hangs_on_program(table.name))
    {
        for column in table.columns.iter().filter(|one| one.refers == Some("person")) {
            parts.push(format!(
                "SELECT n.\"{}\" FROM {} n WHERE {}",
                column.name,
                table.name,
                within(programs, table, "n")
            ));
        }
    }
    let all = parts.join(" UNION ");
    format!(
        "WITH known(id) AS ({all}) SELECT id FROM known WHERE id IS NOT NULL UNION SELECT b.id FROM known k \
         JOIN same_person a ON a.id = k.id JOIN same_person b ON b.kept = a.kept"
    )
}

fn hangs_on_program(table: &str) -> bool {
    let owner = OWNERS.iter().find(|(name, _)| *name == table);
    let target = owner.and_then(|(name, column)| {
        let found = CURRENT.catalogue.by_name(name)?;
        found.columns.iter().find(|one| one.name == *column)?.refers
    });
    target.is_some_and(|target| target == "program" || hangs_on_program(target))
}

/// What rows of some programs were made from: of `user` through a version of it, as a query.
fn used(programs: Programs, user: &str, version: &str, of: &str) -> String {
    let within = CURRENT
        .catalogue
        .by_name(user)
        .map(|table| within(programs, table, "u"))
        .unwrap_or_default();
    format!("SELECT v.{of} FROM {version} v JOIN {user} u ON u.{version} = v.id WHERE {within}")
}

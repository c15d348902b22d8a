//! The schema of a workspace: its migrations, frozen once landed, and its catalogue.

use crate::log::catalogue::Catalogue;
use crate::{assessments, cohorts, curriculum, outcomes, people, programs, projects, reports, sessions};

/// One step of the schema: what it is for, and its SQL.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// A word for people who read a log of it.
    pub name: &'static str,
    /// Statements, run in one transaction with the others that are due.
    pub sql: &'static str,
}

/// A series of migrations and the catalogue that holds after the last of them.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// The steps; the format of a file is the number of steps it has seen.
    pub migrations: &'static [Migration],
    /// The synced tables after the last step.
    pub catalogue: Catalogue,
}

impl Schema {
    /// The format that this schema writes.
    pub fn format(&self) -> u32 {
        self.migrations.len() as u32
    }
}

/// The first step alone stands for the log itself.
pub(crate) const CORE: Migration = Migration {
    name: "core",
    sql: include_str!("../migrations/0001_core.sql"),
};

/// The schema of this version.
pub const CURRENT: Schema = Schema {
    migrations: &[
        CORE,
        Migration {
            name: "people",
            sql: include_str!("../migrations/0002_people.sql"),
        },
        Migration {
            name: "sessions",
            sql: include_str!("../migrations/0003_sessions.sql"),
        },
        Migration {
            name: "assessments",
            sql: include_str!("../migrations/0004_assessments.sql"),
        },
        Migration {
            name: "running",
            sql: include_str!("../migrations/0005_running.sql"),
        },
        Migration {
            name: "projects",
            sql: include_str!("../migrations/0006_projects.sql"),
        },
        Migration {
            name: "quick",
            sql: include_str!("../migrations/0007_quick.sql"),
        },
        Migration {
            name: "model",
            sql: include_str!("../migrations/0008_model.sql"),
        },
        Migration {
            name: "curriculum",
            sql: include_str!("../migrations/0009_curriculum.sql"),
        },
        Migration {
            name: "outcomes",
            sql: include_str!("../migrations/0010_outcomes.sql"),
        },
        Migration {
            name: "library",
            sql: include_str!("../migrations/0011_library.sql"),
        },
        Migration {
            name: "criteria",
            sql: include_str!("../migrations/0012_criteria.sql"),
        },
        Migration {
            name: "persons",
            sql: include_str!("../migrations/0013_persons.sql"),
        },
        Migration {
            name: "reports",
            sql: include_str!("../migrations/0014_reports.sql"),
        },
    ],
    catalogue: Catalogue::new(&[
        programs::catalogue::TABLES,
        cohorts::catalogue::TABLES,
        people::catalogue::TABLES,
        sessions::catalogue::TABLES,
        assessments::catalogue::TABLES,
        projects::catalogue::TABLES,
        curriculum::catalogue::TABLES,
        outcomes::catalogue::TABLES,
        reports::catalogue::TABLES,
    ])
    .deriving(&[people::alias::DERIVED]),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_gives_every_number_once_and_every_table_a_deleted_cell() {
        let mut numbers = std::collections::BTreeSet::new();
        for table in CURRENT.catalogue.tables() {
            assert!(numbers.insert(table.number), "table {}", table.name);
            let columns: std::collections::BTreeSet<_> =
                table.columns.iter().map(|column| column.number).collect();
            assert_eq!(columns.len(), table.columns.len(), "columns of {}", table.name);
            assert!(!columns.contains(&0) && table.deleted() != 0, "{}", table.name);
        }
    }

    #[test]
    fn what_names_a_row_says_of_which_table() {
        for table in CURRENT.catalogue.tables() {
            for column in table.columns {
                let target = CURRENT.catalogue.by_name(column.name).map(|target| target.name);
                assert!(
                    target.is_none() || column.refers == target,
                    "{}.{} looks as if it named a row: declare it with reference(…)",
                    table.name,
                    column.name
                );
                if let Some(target) = column.refers {
                    assert!(
                        CURRENT.catalogue.by_name(target).is_some(),
                        "{target} is catalogued"
                    );
                }
            }
        }
    }
}

//! Synced tables of the curriculum. They belong to the whole coalition.

use crate::log::catalogue::{Kind, Space, Table, column, reference};

pub(crate) const TABLES: &[Table] = &[
    Table {
        number: 500,
        name: "module",
        space: Space::Coalition,
        kind: Kind::Cells,
        columns: &[
            column(1, "title"),
            column(2, "purpose"),
            column(3, "minutes"),
            column(4, "competencies"),
            column(5, "materials"),
            column(6, "notes"),
            column(7, "application"),
            column(8, "licence"),
            column(9, "source"),
            column(10, "drafting"),
            reference(11, "module_version", "module_version"),
            column(12, "sample"),
            column(13, "deleted"),
        ],
    },
    Table {
        number: 501,
        name: "module_version",
        space: Space::Coalition,
        kind: Kind::AppendOnly,
        columns: &[
            reference(1, "module", "module"),
            column(2, "number"),
            column(3, "published"),
            column(4, "title"),
            column(5, "purpose"),
            column(6, "minutes"),
            column(7, "competencies"),
            column(8, "materials"),
            column(9, "notes"),
            column(10, "application"),
            column(11, "licence"),
            column(12, "source"),
            column(13, "deleted"),
        ],
    },
    Table {
        number: 502,
        name: "module_choice",
        space: Space::Coalition,
        kind: Kind::Cells,
        columns: &[
            reference(1, "module", "module"),
            column(2, "number"),
            reference(3, "module_version", "module_version"),
            column(4, "deleted"),
        ],
    },
];

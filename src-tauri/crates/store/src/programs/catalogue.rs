//! Synced tables of the facility and its programs.

use crate::log::catalogue::{Kind, Space, Table, column, reference};

pub(crate) const TABLES: &[Table] = &[
    Table {
        number: 100,
        name: "facility",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[column(1, "name"), column(2, "zone"), column(3, "deleted")],
    },
    Table {
        number: 101,
        name: "program",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            column(1, "name"),
            column(2, "situation"),
            column(3, "funder"),
            column(4, "award"),
            column(5, "award_starts"),
            column(6, "award_ends"),
            column(7, "sample"),
            column(8, "deleted"),
            column(9, "criteria"),
        ],
    },
    Table {
        number: 540,
        name: "partner",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            reference(1, "program", "program"),
            column(2, "name"),
            column(3, "part"),
            column(4, "trains"),
            column(5, "deleted"),
        ],
    },
    Table {
        number: 541,
        name: "session_partner",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            reference(1, "session", "session"),
            reference(2, "partner", "partner"),
            column(3, "deleted"),
        ],
    },
    Table {
        number: 542,
        name: "hours",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            reference(1, "program", "program"),
            reference(2, "cohort", "cohort"),
            reference(3, "session", "session"),
            reference(4, "person", "person"),
            column(5, "role"),
            column(6, "planned"),
            column(7, "given"),
            column(8, "date"),
            column(9, "what"),
            column(10, "deleted"),
        ],
    },
    Table {
        number: 543,
        name: "model",
        space: Space::Coalition,
        kind: Kind::AppendOnly,
        columns: &[
            reference(1, "program", "program"),
            column(2, "number"),
            column(3, "date"),
            column(4, "remark"),
            column(5, "content"),
            column(6, "deleted"),
        ],
    },
];

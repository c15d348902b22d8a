//! Synced tables of the facility and its programs.

use crate::log::catalogue::{Kind, Space, Table, column};

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
        ],
    },
    Table {
        number: 540,
        name: "partner",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            column(1, "program"),
            column(2, "name"),
            column(3, "part"),
            column(4, "facility"),
            column(5, "deleted"),
        ],
    },
    Table {
        number: 541,
        name: "session_partner",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[column(1, "session"), column(2, "partner"), column(3, "deleted")],
    },
    Table {
        number: 542,
        name: "hours",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            column(1, "program"),
            column(2, "cohort"),
            column(3, "session"),
            column(4, "person"),
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
            column(1, "program"),
            column(2, "number"),
            column(3, "date"),
            column(4, "remark"),
            column(5, "content"),
            column(6, "deleted"),
        ],
    },
];

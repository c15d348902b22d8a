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
];

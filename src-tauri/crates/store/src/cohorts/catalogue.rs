//! Synced tables of cohorts and enrolments.

use crate::log::catalogue::{Kind, Space, Table, column};

pub(crate) const TABLES: &[Table] = &[
    Table {
        number: 110,
        name: "cohort",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            column(1, "program"),
            column(2, "name"),
            column(3, "mark"),
            column(4, "prefix"),
            column(5, "starts"),
            column(6, "ends"),
            column(7, "deleted"),
        ],
    },
    Table {
        number: 140,
        name: "enrolment",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            column(1, "cohort"),
            column(2, "person"),
            column(3, "number"),
            column(4, "sector"),
            column(5, "level"),
            column(6, "aspiration"),
            column(7, "institution"),
            column(8, "position"),
            column(9, "region"),
            column(10, "size"),
            column(11, "registered"),
            column(12, "deleted"),
        ],
    },
];

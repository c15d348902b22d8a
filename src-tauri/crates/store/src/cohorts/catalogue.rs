//! Synced tables of cohorts and enrolments.

use crate::log::catalogue::{Kind, Space, Table, column, reference};

pub(crate) const TABLES: &[Table] = &[
    Table {
        number: 110,
        name: "cohort",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            reference(1, "program", "program"),
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
            reference(1, "cohort", "cohort"),
            reference(2, "person", "person"),
            column(3, "number"),
            reference(4, "sector", "sector"),
            reference(5, "level", "level"),
            column(6, "aspiration"),
            column(7, "institution"),
            column(8, "position"),
            column(9, "region"),
            column(10, "size"),
            column(11, "registered"),
            column(12, "deleted"),
        ],
    },
    Table {
        number: 532,
        name: "departure",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            reference(1, "enrolment", "enrolment"),
            column(2, "way"),
            column(3, "day"),
            // A shipped reason has no row until it is changed.
            column(4, "reason"),
            column(5, "words"),
            column(6, "answers"),
            reference(7, "onward", "enrolment"),
            column(8, "returned"),
            column(9, "deleted"),
        ],
    },
    Table {
        number: 533,
        name: "leaving_reason",
        space: Space::Coalition,
        kind: Kind::Cells,
        columns: &[column(1, "name"), column(2, "position"), column(3, "deleted")],
    },
];

//! Synced tables of assessments.

use crate::log::catalogue::{Kind, Space, Table, column, reference};

pub(crate) const TABLES: &[Table] = &[
    Table {
        number: 300,
        name: "occasion",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            reference(1, "cohort", "cohort"),
            column(2, "instrument"),
            column(3, "version"),
            column(4, "moment"),
            column(5, "opens"),
            column(6, "due"),
            column(7, "deleted"),
        ],
    },
    Table {
        number: 310,
        name: "response",
        space: Space::Facility,
        kind: Kind::AppendOnly,
        columns: &[
            reference(1, "occasion", "occasion"),
            reference(2, "subject", "person"),
            reference(3, "rater", "person"),
            column(4, "mode"),
            column(5, "contexts"),
            column(6, "answered"),
            column(7, "entered"),
            reference(8, "corrects", "response"),
            column(9, "answers"),
            column(10, "deleted"),
        ],
    },
];

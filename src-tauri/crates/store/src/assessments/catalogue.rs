//! Synced tables of assessments.

use crate::log::catalogue::{Kind, Space, Table, column};

pub(crate) const TABLES: &[Table] = &[
    Table {
        number: 300,
        name: "occasion",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            column(1, "cohort"),
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
            column(1, "occasion"),
            column(2, "subject"),
            column(3, "rater"),
            column(4, "mode"),
            column(5, "contexts"),
            column(6, "answered"),
            column(7, "entered"),
            column(8, "corrects"),
            column(9, "answers"),
            column(10, "deleted"),
        ],
    },
];

//! Synced tables of outcomes.

use crate::log::catalogue::{Kind, Space, Table, column};

pub(crate) const TABLES: &[Table] = &[
    Table {
        number: 520,
        name: "outcome",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            column(1, "program"),
            column(2, "position"),
            column(3, "term"),
            column(4, "title"),
            column(5, "deleted"),
        ],
    },
    Table {
        number: 521,
        name: "outcome_evidence",
        space: Space::Facility,
        kind: Kind::AppendOnly,
        columns: &[
            column(1, "outcome"),
            column(2, "cohort"),
            column(3, "person"),
            column(4, "date"),
            column(5, "what"),
            column(6, "witness"),
            column(7, "link"),
            column(8, "quote"),
            column(9, "author"),
            column(10, "corrects"),
            column(11, "deleted"),
        ],
    },
    Table {
        number: 522,
        name: "indicator",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            column(1, "program"),
            column(2, "institution"),
            column(3, "name"),
            column(4, "value"),
            column(5, "date"),
            column(6, "source"),
            column(7, "deleted"),
        ],
    },
    Table {
        number: 523,
        name: "follow_up",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            column(1, "cohort"),
            column(2, "moment"),
            column(3, "title"),
            column(4, "weeks"),
            column(5, "done"),
            column(6, "deleted"),
        ],
    },
];

//! Synced tables of outcomes.

use crate::log::catalogue::{Kind, Space, Table, column, reference};

pub(crate) const TABLES: &[Table] = &[
    Table {
        number: 520,
        name: "outcome",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            reference(1, "program", "program"),
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
            reference(1, "outcome", "outcome"),
            reference(2, "cohort", "cohort"),
            reference(3, "person", "person"),
            column(4, "date"),
            column(5, "what"),
            column(6, "witness"),
            column(7, "link"),
            column(8, "quote"),
            column(9, "author"),
            reference(10, "corrects", "outcome_evidence"),
            column(11, "deleted"),
            column(12, "file"),
            column(13, "hash"),
            column(14, "size"),
            column(15, "media"),
            column(16, "chunks"),
        ],
    },
    Table {
        number: 522,
        name: "indicator",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            reference(1, "program", "program"),
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
            reference(1, "cohort", "cohort"),
            column(2, "moment"),
            column(3, "title"),
            column(4, "weeks"),
            column(5, "done"),
            column(6, "deleted"),
        ],
    },
];

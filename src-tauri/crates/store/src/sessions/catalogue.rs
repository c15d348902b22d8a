//! Synced tables of sessions.

use crate::log::catalogue::{Kind, Space, Table, column, reference};

pub(crate) const TABLES: &[Table] = &[
    Table {
        number: 200,
        name: "session",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            reference(1, "cohort", "cohort"),
            column(2, "title"),
            column(3, "place"),
            column(4, "zone"),
            column(5, "date"),
            column(6, "starts"),
            column(7, "began"),
            column(8, "ended"),
            column(9, "deleted"),
        ],
    },
    Table {
        number: 201,
        name: "block",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            reference(1, "session", "session"),
            column(2, "position"),
            column(3, "title"),
            column(4, "minutes"),
            column(5, "locked"),
            column(6, "optional"),
            column(7, "competencies"),
            column(8, "began"),
            column(9, "ended"),
            column(10, "run_minutes"),
            column(11, "dropped"),
            column(12, "deleted"),
        ],
    },
    Table {
        number: 202,
        name: "attendance",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            reference(1, "session", "session"),
            reference(2, "person", "person"),
            column(3, "mark"),
            column(4, "arrived"),
            column(5, "deleted"),
        ],
    },
    Table {
        number: 203,
        name: "note",
        space: Space::Facility,
        kind: Kind::AppendOnly,
        columns: &[
            reference(1, "session", "session"),
            reference(2, "block", "block"),
            column(3, "text"),
            column(4, "at"),
            reference(5, "corrects", "note"),
            column(6, "deleted"),
        ],
    },
];

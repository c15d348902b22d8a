//! Synced tables of people and of the words that place them.

use crate::log::catalogue::{Column, Kind, Space, Table, column, reference};

const TERM: &[Column] = &[
    column(1, "name"),
    column(2, "synonyms"),
    column(3, "position"),
    column(4, "mark"),
    column(5, "deleted"),
];

pub(crate) const TABLES: &[Table] = &[
    Table {
        number: 120,
        name: "sector",
        space: Space::Coalition,
        kind: Kind::Cells,
        columns: TERM,
    },
    Table {
        number: 121,
        name: "level",
        space: Space::Coalition,
        kind: Kind::Cells,
        columns: TERM,
    },
    Table {
        number: 130,
        name: "person",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            column(1, "given"),
            column(2, "family"),
            column(3, "email"),
            column(4, "institution"),
            column(5, "position"),
            column(6, "region"),
            reference(7, "sector", "sector"),
            reference(8, "level", "level"),
            column(9, "size"),
            column(10, "aspiration"),
            column(11, "consent"),
            column(12, "roles"),
            column(13, "deleted"),
        ],
    },
];

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
    Table {
        number: 530,
        name: "person_alias",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            reference(1, "loser", "person"),
            reference(2, "winner", "person"),
            column(3, "replaced"),
            column(4, "deleted"),
        ],
    },
    Table {
        number: 531,
        name: "two_people",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            reference(1, "one", "person"),
            reference(2, "other", "person"),
            column(3, "deleted"),
        ],
    },
    Table {
        number: 534,
        name: "consent_kind",
        space: Space::Coalition,
        kind: Kind::Cells,
        columns: &[
            column(1, "name"),
            column(2, "wording"),
            column(3, "version"),
            column(4, "position"),
            column(5, "deleted"),
        ],
    },
    Table {
        number: 535,
        name: "consent_answer",
        space: Space::Facility,
        kind: Kind::AppendOnly,
        columns: &[
            reference(1, "person", "person"),
            // A shipped kind has no row until it is changed.
            column(2, "kind"),
            column(3, "answer"),
            column(4, "day"),
            column(5, "means"),
            column(6, "recorder"),
            column(7, "wording"),
            column(8, "version"),
            column(9, "deleted"),
        ],
    },
];

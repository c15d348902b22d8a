use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use rusqlite::params;

use super::catalogue::{Catalogue, Kind, Space, Table, column};
use crate::schema::CORE;
use crate::{ActionMeta, Migration, OpenOptions, Schema, StoreError, Workspace, WorkspaceKey};

const TABLES: &[Table] = &[
    Table {
        number: 1,
        name: "person",
        space: Space::Facility,
        kind: Kind::Cells,
        columns: &[
            column(1, "name"),
            column(2, "sector"),
            column(3, "age"),
            column(4, "deleted"),
        ],
    },
    Table {
        number: 2,
        name: "note",
        space: Space::Facility,
        kind: Kind::AppendOnly,
        columns: &[column(1, "text"), column(2, "deleted")],
    },
];
const SQL: &str = "CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE, sector TEXT, age ANY, \
    deleted INTEGER NOT NULL DEFAULT 0) STRICT; \
    CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;";
const SCHEMA: Schema = Schema {
    migrations: &[
        CORE,
        Migration {
            name: "test",
            sql: SQL,
        },
    ],
    catalogue: Catalogue::new(&[TABLES]),
};

fn options(schema: Schema) -> OpenOptions<'static> {
    OpenOptions {
        schema,
        ..OpenOptions::WRITE
    }
}

fn now(second: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
}

struct Copy {
    _folder: tempfile::TempDir,
    ws: Workspace,
}

fn copy() -> Copy {
    copy_with(SCHEMA)
}

fn copy_with(schema: Schema) -> Copy {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::random().unwrap();
    let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &options(schema)).unwrap();
    Copy { _folder: folder, ws }
}

impl Copy {
    fn run(&self, author: &str, second: i64, sql: &str, values: &[&dyn rusqlite::ToSql]) -> super::Changed {
        let meta = ActionMeta {
            author,
            kind: "test",
            detail: sql,
            now: now(second),
        };
        self.ws
            .transact(&meta, |w| Ok::<_, StoreError>(w.sql().execute(sql, values)?))
            .unwrap()
            .1
    }

    fn add(&self, author: &str, second: i64, id: &str, name: &str) {
        self.run(
            author,
            second,
            "INSERT INTO person (id, name) VALUES (?1, ?2)",
            params![id, name],
        );
    }

    fn set(&self, author: &str, second: i64, id: &str, column: &str, value: &str) {
        self.run(
            author,
            second,
            &format!("UPDATE person SET {column} = ?1 WHERE id = ?2"),
            params![value, id],
        );
    }

    fn people(&self) -> Vec<(String, String, Option<String>, i64)> {
        self.ws
            .read(|r| {
                let mut all = r
                    .sql()
                    .prepare("SELECT id, name, sector, deleted FROM person ORDER BY id")?;
                let rows =
                    all.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
                Ok::<_, StoreError>(rows.collect::<rusqlite::Result<_>>()?)
            })
            .unwrap()
    }

    fn name(&self) -> String {
        self.people()[0].1.clone()
    }

    fn sound(&self) {
        assert_eq!(self.ws.check().unwrap(), crate::Soundness::default());
    }
}

#[test]
fn writing_outside_an_action_is_refused() {
    let c = copy();
    let stray = c.ws.keep(|w| {
        Ok::<_, StoreError>(
            w.sql()
                .execute("INSERT INTO person (id, name) VALUES ('a', 'A')", [])?,
        )
    });
    assert!(stray.unwrap_err().to_string().contains("write outside an action"));
    c.add("ana", 1, "a", "A");
    for sql in ["UPDATE person SET name = 'B'", "DELETE FROM person"] {
        assert!(
            c.ws.keep(|w| Ok::<_, StoreError>(w.sql().execute(sql, [])?))
                .is_err(),
            "{sql}"
        );
    }
}

#[test]
fn a_full_disk_keeps_nothing_of_the_step_and_all_that_was_before() {
    let c = copy();
    c.add("ana", 1, "a", "A");
    // To SQLite a file that may not grow is a full disk.
    let grow = |more: i64| {
        let set = |w: &crate::Write<'_>| {
            let pages: i64 = w.sql().query_row("PRAGMA page_count", [], |row| row.get(0))?;
            let sql = format!("PRAGMA max_page_count = {}", pages + more);
            w.sql().query_row(&sql, [], |row| row.get::<_, i64>(0))?;
            Ok::<_, StoreError>(())
        };
        c.ws.keep(set).unwrap();
    };
    grow(5);
    let meta = ActionMeta {
        author: "ana",
        kind: "test",
        detail: "",
        now: now(2),
    };
    let full = c.ws.transact(&meta, |w| {
        for number in 0..5_000 {
            let values = params![format!("b{number}"), "x".repeat(100)];
            w.sql()
                .execute("INSERT INTO person (id, name) VALUES (?1, ?2)", values)?;
        }
        Ok::<_, StoreError>(())
    });
    assert!(matches!(full, Err(StoreError::DiskFull)), "{full:?}");
    assert_eq!(c.people(), [("a".into(), "A".into(), None, 0)]);
    c.sound();
    grow(1_000);
    c.add("ana", 3, "b", "B");
    assert_eq!(c.people().len(), 2);
    c.sound();
}

#[test]
fn slips_inside_an_action_are_refused() {
    let c = copy();
    c.add("ana", 1, "a", "A");
    c.run("ana", 2, "INSERT INTO note (id, text) VALUES ('n', 'said')", &[]);
    let meta = ActionMeta {
        author: "ana",
        kind: "test",
        detail: "",
        now: now(3),
    };
    for (sql, why) in [
        ("DELETE FROM person", "rows are never deleted"),
        (
            "INSERT OR REPLACE INTO person (id, name) VALUES ('a', 'B')",
            "rows are never deleted",
        ),
        ("UPDATE person SET id = 'b'", "ids never change"),
        ("UPDATE note SET text = 'unsaid'", "corrected by new rows"),
    ] {
        let refused =
            c.ws.transact(&meta, |w| Ok::<_, StoreError>(w.sql().execute(sql, [])?))
                .unwrap_err();
        assert!(refused.to_string().contains(why), "{sql}: {refused}");
    }
    c.run("ana", 4, "UPDATE note SET deleted = 1", &[]);
    c.sound();
}

#[test]
fn a_change_of_case_or_type_alone_is_logged() {
    let c = copy();
    c.add("ana", 1, "a", "anna");
    assert_eq!(
        c.run("ana", 2, "UPDATE person SET name = 'Anna'", &[]).rows.len(),
        1
    );
    c.run("ana", 3, "UPDATE person SET age = 1", &[]);
    assert_eq!(c.run("ana", 4, "UPDATE person SET age = 1.0", &[]).rows.len(), 1);
    assert_eq!(c.run("ana", 5, "UPDATE person SET age = 1.0", &[]).rows.len(), 0);
    c.sound();
}

#[test]
fn an_upsert_is_one_row_of_the_log() {
    let c = copy();
    let sql =
        "INSERT INTO person (id, name) VALUES ('a', ?1) ON CONFLICT (id) DO UPDATE SET name = excluded.name";
    c.run("ana", 1, sql, params!["A"]);
    c.run("ana", 2, sql, params!["B"]);
    assert_eq!(c.name(), "B");
    assert_eq!(c.ws.history("person", "a").unwrap().len(), 2);
    c.sound();
}

#[test]
fn undo_walks_back_and_redo_forward_and_a_new_action_ends_redo() {
    let c = copy();
    c.add("ana", 1, "a", "A");
    c.set("ana", 2, "a", "name", "B");
    c.set("ana", 3, "a", "name", "C");
    let undo = |at| c.ws.undo("ana", now(at)).unwrap();
    let redo = |at| c.ws.redo("ana", now(at)).unwrap();
    assert!(undo(4).is_some());
    assert_eq!(c.name(), "B");
    assert!(undo(5).is_some());
    assert_eq!(c.name(), "A");
    assert!(undo(6).is_some());
    assert_eq!(c.people()[0].3, 1);
    assert!(undo(7).is_none());
    assert!(redo(8).is_some());
    assert_eq!(c.people()[0].3, 0);
    assert!(redo(9).is_some());
    assert_eq!(c.name(), "B");
    assert!(undo(10).is_some());
    assert_eq!(c.name(), "A");
    assert!(redo(11).is_some());
    assert!(redo(12).is_some());
    assert_eq!(c.name(), "C");
    assert!(redo(13).is_none());
    assert!(undo(14).is_some());
    c.set("ana", 15, "a", "sector", "archive");
    assert!(redo(16).is_none());
    assert!(undo(17).is_some());
    assert_eq!(c.people()[0], ("a".into(), "B".into(), None, 0));
    c.sound();
}

#[test]
fn undo_survives_a_restart_and_is_each_persons_own() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key) = (folder.path().join("w.nexus"), WorkspaceKey::random().unwrap());
    let ws = Workspace::create(&path, &key, &options(SCHEMA)).unwrap();
    let c = Copy { _folder: folder, ws };
    c.add("ana", 1, "a", "A");
    c.set("ben", 2, "a", "sector", "museum");
    let Copy { _folder, ws } = c;
    drop(ws);
    let ws = Workspace::open(&path, &key, &options(SCHEMA)).unwrap();
    let c = Copy { _folder, ws };
    assert_eq!(c.ws.undo_top("ana").unwrap().undo.unwrap().0, "test");
    c.ws.undo("ben", now(3)).unwrap().unwrap();
    assert_eq!(c.people()[0], ("a".into(), "A".into(), None, 0));
    assert!(c.ws.undo("ben", now(4)).unwrap().is_none());
}

#[test]
fn a_cell_that_somebody_changed_since_is_kept_and_named() {
    let c = copy();
    c.add("ana", 1, "a", "A");
    c.run("ana", 2, "UPDATE person SET name = 'B', sector = 'archive'", &[]);
    c.set("ben", 3, "a", "sector", "museum");
    let (undone, _) = c.ws.undo("ana", now(4)).unwrap().unwrap();
    assert_eq!(c.people()[0], ("a".into(), "A".into(), Some("museum".into()), 0));
    let kept: Vec<_> = undone
        .kept
        .iter()
        .map(|kept| (kept.column, kept.by.as_str(), kept.at))
        .collect();
    assert_eq!(kept, [("sector", "ben", now(3))]);
}

#[test]
fn history_tells_who_and_when() {
    let c = copy();
    c.add("ana", 1, "a", "A");
    c.set("ben", 2, "a", "name", "B");
    let history = c.ws.history("person", "a").unwrap();
    assert_eq!(
        history
            .iter()
            .map(|entry| entry.author.as_str())
            .collect::<Vec<_>>(),
        ["ben", "ana"]
    );
    assert!(history[1].created);
    let step = &history[0].steps[0];
    assert_eq!(
        (step.column.as_str(), step.old.to_string(), step.new.to_string()),
        ("name", "A".into(), "B".into())
    );
    assert!(c.ws.history("nothing", "a").is_err());
}

#[test]
fn a_failed_action_leaves_nothing() {
    let c = copy();
    let meta = ActionMeta {
        author: "ana",
        kind: "test",
        detail: "",
        now: now(1),
    };
    let failed: Result<((), _), StoreError> = c.ws.transact(&meta, |w| {
        w.sql()
            .execute("INSERT INTO person (id, name) VALUES ('a', 'A')", [])?;
        Err(StoreError::Busy)
    });
    assert!(failed.is_err());
    assert!(c.people().is_empty());
    assert!(c.ws.undo_top("ana").unwrap().undo.is_none());
    c.add("ana", 2, "a", "A");
    c.sound();
}

#[test]
fn unknown_tables_wait_until_a_version_knows_them() {
    let old = copy_with(Schema {
        migrations: &[CORE],
        catalogue: Catalogue::new(&[]),
    });
    let new = copy();
    new.add("ana", 1, "a", "A");
    new.set("ana", 2, "a", "name", "B");
    let (actions, rows) = new.ws.export_log(0).unwrap();
    assert_eq!(old.ws.apply_log(&actions, &rows).unwrap().0.waiting, 2);
    assert_eq!(old.ws.apply_log(&actions, &rows).unwrap().0.known, 2);
    let (path, key) = (old.ws.path().to_owned(), old.ws.key().clone());
    drop(old.ws);
    let ws = Workspace::open(&path, &key, &options(SCHEMA)).unwrap();
    let upgraded = Copy {
        _folder: old._folder,
        ws,
    };
    assert_eq!(upgraded.people(), new.people());
    upgraded.sound();
}

#[test]
fn rows_of_the_log_that_make_no_sense_are_refused_whole() {
    let (a, b) = (copy(), copy());
    a.add("ana", 1, "a", "A");
    let (actions, rows) = a.ws.export_log(0).unwrap();
    let spoilt = |change: &dyn Fn(&mut super::LogRow)| {
        let mut row = rows[0].clone();
        change(&mut row);
        vec![rows[0].clone(), row]
    };
    for rows in [
        spoilt(&|row| (row.seq, row.stamp) = (99, 0)),
        spoilt(&|row| (row.seq, row.base) = (99, "here".into())),
        spoilt(&|row| (row.seq, row.action) = (99, "none".into())),
        spoilt(&|row| (row.seq, row.new) = (99, super::Cell::Integer(1))),
    ] {
        assert!(matches!(
            b.ws.apply_log(&actions, &rows),
            Err(StoreError::BadLogRow { .. })
        ));
        assert!(b.people().is_empty());
    }
}

/// What a person does on one of two laptops, and when the two meet.
#[derive(Debug, Clone)]
enum Deed {
    Mark {
        who: usize,
        row: u8,
        value: u8,
    },
    Edit {
        who: usize,
        row: u8,
        column: u8,
        value: u8,
    },
    Undo {
        who: usize,
    },
    Redo {
        who: usize,
    },
    Remove {
        who: usize,
        row: u8,
    },
    Meet {
        seed: u64,
        from: usize,
    },
}

fn deed() -> impl Strategy<Value = Deed> {
    let who = 0..2usize;
    prop_oneof![
        4 => (who.clone(), 0..4u8, 0..4u8).prop_map(|(who, row, value)| Deed::Mark { who, row, value }),
        4 => (who.clone(), 0..4u8, 0..2u8, 0..5u8)
            .prop_map(|(who, row, column, value)| Deed::Edit { who, row, column, value }),
        3 => who.clone().prop_map(|who| Deed::Undo { who }),
        1 => who.clone().prop_map(|who| Deed::Redo { who }),
        1 => (who.clone(), 0..4u8).prop_map(|(who, row)| Deed::Remove { who, row }),
        2 => (any::<u64>(), who).prop_map(|(seed, from)| Deed::Meet { seed, from }),
    ]
}

/// Sends everything from one copy to the other, shuffled, some rows twice, in several parcels.
fn send(from: &Copy, to: &Copy, seed: u64) {
    let (actions, rows) = from.ws.export_log(0).unwrap();
    let mut order: Vec<usize> = (0..rows.len()).chain(0..rows.len() / 3).collect();
    let mut state = seed | 1;
    for at in (1..order.len()).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        order.swap(at, (state >> 33) as usize % (at + 1));
    }
    for parcel in order.chunks(3) {
        let parcel: Vec<_> = parcel.iter().map(|at| rows[*at].clone()).collect();
        to.ws.apply_log(&actions, &parcel).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn two_copies_that_exchange_their_logs_end_equal(deeds in proptest::collection::vec(deed(), 1..25)) {
        let copies = [copy(), copy()];
        let authors = ["ana", "ben"];
        for (second, deed) in deeds.iter().enumerate() {
            let second = second as i64;
            match *deed {
                // The same relation made on both laptops has the same id on both.
                Deed::Mark { who, row, value } => {
                    copies[who].run(
                        authors[who],
                        second,
                        "INSERT INTO person (id, name) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                        params![format!("p{row}"), format!("n{value}")],
                    );
                }
                Deed::Edit { who, row, column, value } => {
                    let column = ["name", "sector"][column as usize];
                    copies[who].set(authors[who], second, &format!("p{row}"), column, &format!("v{value}"));
                }
                Deed::Undo { who } => drop(copies[who].ws.undo(authors[who], now(second)).unwrap()),
                Deed::Redo { who } => drop(copies[who].ws.redo(authors[who], now(second)).unwrap()),
                Deed::Remove { who, row } => {
                    copies[who].run(
                        authors[who],
                        second,
                        "UPDATE person SET deleted = 1 WHERE id = ?1",
                        params![format!("p{row}")],
                    );
                }
                Deed::Meet { seed, from } => send(&copies[from], &copies[1 - from], seed),
            }
        }
        send(&copies[0], &copies[1], 3);
        send(&copies[1], &copies[0], 5);
        prop_assert_eq!(copies[0].people(), copies[1].people());
        for copy in &copies {
            copy.sound();
        }
        // A third copy that only ever saw the log agrees as well.
        let third = self::copy();
        send(&copies[0], &third, 7);
        prop_assert_eq!(third.people(), copies[0].people());
        third.sound();
    }
}

/// Few by default; `PROPTEST_CASES` asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(24)
}

#[test]
fn what_an_action_touched_is_read_from_its_own_rows_alone() {
    let copy = copy();
    copy.add("Ana", 1, "a", "Ana");
    let sql = format!("EXPLAIN QUERY PLAN {}", super::action::TOUCHED);
    let plan: Vec<String> = copy
        .ws
        .read(|r| {
            let mut statement = r.sql().prepare(&sql)?;
            let rows = statement.query_map([0], |row| row.get(3))?;
            Ok::<_, StoreError>(rows.collect::<rusqlite::Result<_>>()?)
        })
        .unwrap();
    assert_eq!(plan, ["SEARCH change USING INTEGER PRIMARY KEY (rowid>?)"]);
}

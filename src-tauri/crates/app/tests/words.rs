//! What a history and the bin show has words: every column that can change, every table that can be removed.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::Path;

use nexus_store::CURRENT;
use nexus_store::log::catalogue::Kind;

fn messages() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/locales/en");
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let ids = text.lines().filter_map(|line| line.split_once(" ="));
        found.extend(
            ids.filter(|(id, _)| !id.starts_with([' ', '#']))
                .map(|(id, _)| id.to_owned()),
        );
    }
    found
}

#[test]
fn every_column_that_can_change_has_a_name() {
    let messages = messages();
    let mut nameless = Vec::new();
    for table in CURRENT.catalogue.tables() {
        for column in table.columns {
            let stays = table.kind == Kind::AppendOnly && column.name != "deleted";
            let name = column.name.replace('_', "-");
            let own = format!("column-{}-{name}", table.name.replace('_', "-"));
            if !stays && !messages.contains(&own) && !messages.contains(&format!("column-{name}")) {
                nameless.push(own);
            }
        }
    }
    assert!(nameless.is_empty(), "add to history.ftl: {}", nameless.join(", "));
}

#[test]
fn every_table_can_be_counted() {
    let messages = messages();
    let tables = CURRENT.catalogue.tables();
    let ids = tables.map(|table| format!("table-{}", table.name.replace('_', "-")));
    // Answers to sheets come and go with what they belong to, and are never named alone.
    let uncounted: Vec<_> = ids
        .filter(|id| !messages.contains(id) && !["table-occasion", "table-response"].contains(&id.as_str()))
        .collect();
    assert!(
        uncounted.is_empty(),
        "add to settings.ftl: {}",
        uncounted.join(", ")
    );
}

//! What an issued report printed, as it is kept for the check of later ones. Reasons are not kept: they would tell
//! whoever reads the row what the report withholds.

use std::collections::{BTreeMap, BTreeSet};

use nexus_domain::reports::publication::{
    Audience, Axis, Category, Kind, Publication, Published, PublishedTable, Universe,
};
use serde_json::{Value, json};

type Within = BTreeMap<String, BTreeSet<String>>;

pub(super) fn text(publication: &Publication) -> String {
    let tables: Vec<Value> = publication.tables.iter().map(table).collect();
    json!({
        "universe": publication.universe.key,
        "people": publication.universe.people,
        "parts": publication.universe.parts,
        "audience": publication.audience.key(),
        "threshold": publication.threshold,
        "tables": tables,
    })
    .to_string()
}

fn table(table: &PublishedTable) -> Value {
    let axis = |axis: &Axis| {
        let categories = axis.categories.iter().map(|one| json!([one.label, one.values]));
        json!({ "attribute": axis.attribute, "categories": categories.collect::<Vec<_>>() })
    };
    let grid: Vec<Vec<Option<u32>>> = table
        .grid
        .iter()
        .map(|row| row.iter().map(|cell| cell.shown()).collect())
        .collect();
    json!({
        "key": table.key,
        "kind": table.kind.key(),
        "within": table.within,
        "rows": axis(&table.rows),
        "columns": table.columns.as_ref().map(axis),
        "grid": grid,
    })
}

pub(super) fn read(text: &str) -> Option<Publication> {
    let value: Value = serde_json::from_str(text).ok()?;
    let tables = value.get("tables")?.as_array()?.iter().map(read_table);
    Some(Publication {
        universe: Universe {
            key: word(value.get("universe")?)?,
            people: number(value.get("people")?)?,
            parts: words(value.get("parts")?)?,
        },
        audience: Audience::from_key(value.get("audience")?.as_str()?)?,
        threshold: number(value.get("threshold")?)?,
        tables: tables.collect::<Option<_>>()?,
        withheld: Vec::new(),
        differing: Vec::new(),
    })
}

fn read_table(value: &Value) -> Option<PublishedTable> {
    let within = value.get("within")?.as_object()?.iter();
    let within: Option<Within> = within
        .map(|(attribute, values)| Some((attribute.clone(), words(values)?)))
        .collect();
    let cell = |cell: &Value| match cell {
        Value::Null => Some(Published::Withheld),
        count => number(count).map(Published::Shown),
    };
    let row = |row: &Value| row.as_array()?.iter().map(cell).collect::<Option<Vec<_>>>();
    let table = PublishedTable {
        key: word(value.get("key")?)?,
        kind: Kind::from_key(value.get("kind")?.as_str()?)?,
        within: within?,
        rows: read_axis(value.get("rows")?)?,
        columns: match value.get("columns")? {
            Value::Null => None,
            axis => Some(read_axis(axis)?),
        },
        grid: value
            .get("grid")?
            .as_array()?
            .iter()
            .map(row)
            .collect::<Option<_>>()?,
    };
    let wide = table.columns.as_ref().map_or(1, |axis| axis.categories.len() + 1);
    let whole =
        table.grid.len() == table.rows.categories.len() + 1 && table.grid.iter().all(|row| row.len() == wide);
    whole.then_some(table)
}

fn read_axis(value: &Value) -> Option<Axis> {
    let category = |value: &Value| {
        Some(Category {
            label: word(value.get(0)?)?,
            values: words(value.get(1)?)?,
        })
    };
    let categories = value.get("categories")?.as_array()?.iter().map(category);
    Some(Axis {
        attribute: word(value.get("attribute")?)?,
        categories: categories.collect::<Option<_>>()?,
    })
}

fn word(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn number(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok())
}

fn words(value: &Value) -> Option<BTreeSet<String>> {
    value.as_array()?.iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use nexus_domain::reports::publication::{Table, Thresholds, publish};
    use proptest::prelude::*;

    use super::*;

    fn publication() -> Publication {
        let mut universe = Universe::of("p/2026", 30);
        universe.parts.insert("cohort".to_owned());
        let tables = [
            Table::one_way(
                "sector",
                Kind::Enrolment,
                Axis::of("sector", &["library", "archive", "museum"]),
                &[12, 15, 3],
            ),
            Table::two_way(
                "answers",
                Kind::AnswersByAttribute,
                Axis::of("sector", &["library", "archive", "museum"]),
                Axis::of("q1", &["yes", "no"]),
                vec![vec![6, 5], vec![9, 4], vec![1, 2]],
            ),
        ];
        publish(&universe, &tables, Audience::Public, &Thresholds::default(), &[]).unwrap()
    }

    #[test]
    fn what_was_printed_comes_back_and_reasons_do_not() {
        let printed = publication();
        assert!(!printed.withheld.is_empty());
        let kept = read(&text(&printed)).unwrap();
        assert_eq!(
            (&kept.universe, &kept.tables),
            (&printed.universe, &printed.tables)
        );
        assert_eq!((kept.audience, kept.threshold), (Audience::Public, 10));
        assert!(kept.withheld.is_empty());
    }

    #[test]
    fn a_grid_that_does_not_fit_its_axes_is_not_read() {
        let cut = text(&publication()).replacen("\"grid\":[[", "\"grid\":[[1],[", 1);
        assert_eq!(read(&cut), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_not(start in 0_usize..400, noise in ".{0,20}") {
            let mut whole = text(&publication());
            let at = whole.char_indices().map(|(at, _)| at).nth(start).unwrap_or_default();
            whole.insert_str(at, &noise);
            let _ = read(&whole);
            let _ = read(&noise);
        }
    }
}

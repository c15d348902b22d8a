//! Who took part.

use nexus_domain::reports::publication::{Published, PublishedTable};
use nexus_report::content_width;
use nexus_report::documents::story::{Part as Told, StoryTable};
use nexus_report::figures::{Participation, ReachMatrix, Rung, participation, reach_matrix};

use super::Teller;
use crate::Result;

/// Fewest people with shares in percent.
const SHARES_FROM: u32 = 10;

impl Teller<'_> {
    pub(super) fn participation(&self) -> Result<Vec<Told>> {
        let gathered = &self.prepared.gathered;
        if gathered.places.is_empty() {
            return Ok(vec![self.none("story-participation-none")?]);
        }
        let mut parts = Vec::new();
        parts.extend(
            self.told
                .sentence("story-participation", &["enrolled", "institutions"])?
                .map(Told::Text),
        );
        let mut rungs = Vec::new();
        for key in ["enrolled", "came", "completed", "surveyed"] {
            rungs.push(Rung {
                name: self.words.get(&format!("story-rung-{key}"))?,
                count: self.told.facts.get(key).map(|_| self.told.number(key)),
            });
        }
        let ladder = Participation {
            rungs,
            base: 0,
            fewest: SHARES_FROM,
        };
        parts.push(Told::Figure {
            figure: participation(&ladder, content_width(self.paper), self.words)?,
            caption: self.words.get("story-ladder")?,
            fact: Some("completed".to_owned()).filter(|key| self.told.facts.get(key).is_some()),
        });
        for (key, caption) in [("sector", "story-by-sector"), ("level", "story-by-level")] {
            if let Some(table) = self.prepared.publication.table(key) {
                parts.push(self.one_way(table, key, caption)?);
                parts.extend(self.why_dashes(table)?);
            }
        }
        if let Some(table) = self.prepared.publication.table("sector-level") {
            parts.push(self.matrix(table)?);
        }
        Ok(parts)
    }

    /// Counts of one attribute, each a figure that can be followed.
    fn one_way(&self, table: &PublishedTable, measure: &str, caption: &str) -> Result<Told> {
        let rows = table.rows.categories.iter().map(|one| {
            let key = one.values.first().map_or("", String::as_str);
            let name = self.name(&one.label)?;
            Ok(vec![name, self.told.linked(&format!("{measure}/{key}"))?])
        });
        Ok(Told::Table(StoryTable {
            caption: self.words.get(caption)?,
            heads: self.heads(&[
                (&format!("story-head-{measure}"), 3.0, false),
                ("story-head-people", 1.0, true),
            ])?,
            rows: rows.collect::<Result<_>>()?,
        }))
    }

    pub(super) fn name(&self, label: &str) -> Result<String> {
        Ok(match label {
            "" => self.words.get("fact-no-sector")?,
            label => label.to_owned(),
        })
    }

    fn matrix(&self, table: &PublishedTable) -> Result<Told> {
        let names = |axis: &nexus_domain::reports::publication::Axis| {
            axis.categories
                .iter()
                .map(|one| self.name(&one.label))
                .collect::<Result<Vec<_>>>()
        };
        let columns = table.columns.as_ref();
        let levels = columns.map(names).transpose()?.unwrap_or_default();
        let rows = 0..table.rows.categories.len();
        let shown = Published::shown;
        let data = ReachMatrix {
            sectors: names(&table.rows)?,
            counts: rows
                .clone()
                .map(|row| {
                    (0..levels.len())
                        .map(|column| shown(table.cell(row, column)))
                        .collect()
                })
                .collect(),
            of_sectors: rows.map(|row| shown(table.row_total(row))).collect(),
            of_levels: (0..levels.len())
                .map(|column| shown(table.column_total(column)))
                .collect(),
            all: shown(table.total()),
            levels,
        };
        Ok(Told::Figure {
            figure: reach_matrix(&data, content_width(self.paper), self.words)?,
            caption: self.words.get("story-matrix")?,
            fact: None,
        })
    }
}

//! What changed by the end of the program.

use nexus_domain::assessments::Moment as When;
use nexus_domain::reports::publication::Published;
use nexus_domain::reports::statistics::FEWEST;
use nexus_domain::reports::statistics::Sample;
use nexus_report::content_width;
use nexus_report::documents::story::{Part as Told, StoryTable};
use nexus_report::figures::{CohortDumbbell, MeanRow, Moment, cohort_dumbbell};

use super::Teller;
use crate::Result;
use crate::reports::facts::{Competency, competencies};
use crate::reports::gather::count;
use crate::reports::tables::{both_times, compared, moved_key};
use crate::reports::wording::signed;

impl Teller<'_> {
    pub(super) fn short(&self) -> Result<Vec<Told>> {
        let gathered = &self.prepared.gathered;
        let all = competencies(gathered)?;
        let Some((answered, ..)) = compared(gathered) else {
            return Ok(vec![self.none("story-short-none")?]);
        };
        let open: Vec<&Competency<'_>> = all.iter().filter(|one| self.is_open(one)).collect();
        if open.is_empty() {
            let text = self
                .words
                .with("story-short-few", &[("fewest", count(FEWEST).into())])?;
            return Ok(vec![Told::Text(text)]);
        }
        let data = CohortDumbbell {
            before: self.moment(When::Baseline)?,
            after: self.moment(When::End)?,
            scale: (answered.instrument.scale.low, answered.instrument.scale.high),
            instrument: self.named(answered)?,
            fewest: count(FEWEST),
            people: self.prepared.audience.sees_persons() && self.prepared.gathered.scope.cohort.is_some(),
            rows: all.iter().map(|one| self.row(one)).collect(),
        };
        let figure = cohort_dumbbell(&data, content_width(self.paper), self.words)?;
        let mut parts = vec![Told::Heading(figure.title.clone())];
        parts.extend(
            self.told
                .sentence("story-short", &["surveyed", "enrolled", "risen", "compared"])?
                .map(Told::Text),
        );
        parts.push(Told::Figure {
            figure,
            caption: self.words.get("story-change-caption")?,
            fact: Some("risen".to_owned()),
        });
        let unpaired = gathered.places.len() - both_times(gathered).len();
        parts.push(Told::Note(
            self.words.with("story-unpaired", &[("count", unpaired.into())])?,
        ));
        parts.push(self.changes(&open)?);
        for attribute in ["sector", "level"] {
            parts.extend(self.ways(attribute)?);
        }
        parts.extend(self.looking_back(&open)?);
        parts.push(Told::Heading(self.words.get("story-limits")?));
        parts.push(Told::Text(self.words.get("story-limits-self")?));
        Ok(parts)
    }

    fn is_open(&self, one: &Competency<'_>) -> bool {
        self.told.facts.get(&format!("change/{}", one.item.key)).is_some()
    }

    fn row(&self, one: &Competency<'_>) -> MeanRow {
        let shown = self.is_open(one);
        let sample = |values: &[f64]| Sample::of(values.iter().copied()).ok().filter(|_| shown);
        let both = sample(&one.before).zip(sample(&one.after));
        let points = one.before.iter().zip(&one.after);
        MeanRow {
            name: one.item.text.clone(),
            means: both.as_ref().map(|(before, after)| (before.mean(), after.mean())),
            medians: both
                .as_ref()
                .map(|(before, after)| (before.quartiles().median, after.quartiles().median)),
            paired: shown.then_some(one.change.account.paired),
            people: match self.prepared.audience.sees_persons() {
                true => points
                    .map(|(before, after)| (*before as u8, *after as u8))
                    .collect(),
                false => Vec::new(),
            },
        }
    }

    fn moment(&self, when: When) -> Result<Moment> {
        Ok(Moment {
            label: self.words.get(&format!("report-moment-{}", when.key()))?,
            date: None,
        })
    }

    /// Each competency in numbers that can be followed.
    fn changes(&self, open: &[&Competency<'_>]) -> Result<Told> {
        let mut rows = Vec::new();
        for one in open {
            let key = |measure: &str| format!("{measure}/{}", one.item.key);
            let moved = self.prepared.publication.table(&moved_key(&one.item.key));
            let way = |row| match moved {
                Some(table) => self.cell(table.row_total(row)),
                None => self.cell(Published::Withheld),
            };
            rows.push(vec![
                one.item.text.clone(),
                self.told.linked(&key("change"))?,
                way(0)?,
                way(1)?,
                way(2)?,
                one.change.account.paired.to_string(),
            ]);
        }
        self.table(
            "story-changes",
            &[
                ("story-head-competency", 3.0, false),
                ("story-head-change", 2.2, true),
                ("story-head-up", 0.8, true),
                ("story-head-same", 0.8, true),
                ("story-head-down", 0.8, true),
                ("story-head-n", 0.6, true),
            ],
            rows,
        )
    }

    /// Which way people went, by an attribute.
    fn ways(&self, attribute: &str) -> Result<Vec<Told>> {
        let Some(table) = self.prepared.publication.table(&format!("change-by-{attribute}")) else {
            return Ok(Vec::new());
        };
        if table.is_withheld() {
            let text = self.words.get(&format!("story-ways-withheld-{attribute}"))?;
            return Ok(vec![Told::Note(text)]);
        }
        let rows = table.rows.categories.iter().enumerate().map(|(row, one)| {
            let mut cells = vec![self.name(&one.label)?];
            for column in 0..3 {
                cells.push(self.cell(table.cell(row, column))?);
            }
            cells.push(self.cell(table.row_total(row))?);
            Ok(cells)
        });
        let mut parts = vec![Told::Table(StoryTable {
            caption: self.words.get(&format!("story-ways-{attribute}"))?,
            heads: self.heads(&[
                (&format!("story-head-{attribute}"), 3.0, false),
                ("story-head-up", 1.0, true),
                ("story-head-same", 1.0, true),
                ("story-head-down", 1.0, true),
                ("story-head-all", 1.0, true),
            ])?,
            rows: rows.collect::<Result<_>>()?,
        })];
        parts.extend(self.why_dashes(table)?);
        Ok(parts)
    }

    /// Ratings that look back stand beside the others, never among them.
    fn looking_back(&self, open: &[&Competency<'_>]) -> Result<Vec<Told>> {
        let mut rows = Vec::new();
        for one in open {
            let Some(back) = &one.looking_back else {
                return Ok(Vec::new());
            };
            let Ok(effect) = back.effect else {
                continue;
            };
            let true_change = one.change.effect.as_ref().ok();
            rows.push(vec![
                one.item.text.clone(),
                match true_change {
                    Some(effect) => signed(effect.mean, 1),
                    None => self.words.get("report-no-value")?,
                },
                one.change.account.paired.to_string(),
                signed(effect.mean, 1),
                effect.n.to_string(),
            ]);
        }
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let heads = [
            ("story-head-competency", 3.0, false),
            ("story-head-from-baseline", 1.4, true),
            ("story-head-n", 0.6, true),
            ("story-head-looking-back", 1.4, true),
            ("story-head-n", 0.6, true),
        ];
        Ok(vec![
            self.table("story-both", &heads, rows)?,
            Told::Note(self.words.get("story-looking-back")?),
        ])
    }
}

//! The check: can a reader work out what is withheld?

use std::collections::{BTreeMap, BTreeSet};

use super::model::Model;
use super::solver::{Range, System, covers};

/// A withheld figure that has to stay uncertain, and the number that it may be below.
pub(super) type Secret = (usize, u32);

/// Who reads a report, by what else they have read.
#[derive(Debug)]
pub(super) struct Reader {
    /// How figures hang together.
    model: Model,
    /// Figures of issued reports.
    read: BTreeMap<usize, u32>,
    /// What has to stay uncertain for this reader.
    secrets: Vec<Secret>,
    /// For each of these: from where to where below its threshold it could lie before this report; the wrong
    /// way round where it could not be below at all.
    before: Vec<Range>,
}

impl Reader {
    /// A reader who knows the open figures whatever the report withholds.
    pub(super) fn new(
        model: Model,
        read: BTreeMap<usize, u32>,
        open: &BTreeMap<usize, u32>,
        secrets: Vec<Secret>,
    ) -> Self {
        let below: Vec<Range> = secrets
            .iter()
            .map(|(_, threshold)| (0.0, f64::from(*threshold) - 1.0))
            .collect();
        let mut reader = Self {
            model,
            read,
            secrets,
            before: Vec::new(),
        };
        let (system, unknowns) = reader.system(open);
        reader.before = match system.possible(&unknowns, &below, false) {
            Ok(found) => found
                .into_iter()
                .zip(&below)
                // What was not looked at is not known to be narrow.
                .map(|(one, below)| match one.0.is_finite() {
                    true => (one.0.max(below.0), one.1.min(below.1)),
                    false => *below,
                })
                .collect(),
            Err(_) => below,
        };
        reader
    }

    fn system(&self, known: &BTreeMap<usize, u32>) -> (System, Vec<usize>) {
        let asked: Vec<usize> = self.secrets.iter().map(|(figure, _)| *figure).collect();
        self.model.system(known.iter().chain(&self.read), &asked)
    }

    /// Roughly what one check costs.
    pub(super) fn cost(&self) -> usize {
        self.model.size() * self.secrets.len()
    }

    /// The secrets that this reader, who knows these figures too, can narrow inside what was possible before
    /// below the threshold.
    pub(super) fn learns(&self, known: &BTreeMap<usize, u32>) -> BTreeSet<usize> {
        self.learnt(known, false)
    }

    /// True when this reader can narrow none.
    pub(super) fn learns_nothing(&self, known: &BTreeMap<usize, u32>) -> bool {
        self.learnt(known, true).is_empty()
    }

    fn learnt(&self, known: &BTreeMap<usize, u32>, hasty: bool) -> BTreeSet<usize> {
        let (system, unknowns) = self.system(known);
        let figures = self.secrets.iter().map(|(figure, _)| *figure);
        let Ok(found) = system.possible(&unknowns, &self.before, hasty) else {
            return figures.collect();
        };
        let narrowed = |(now, before): &(Range, &Range)| before.0 <= before.1 && !covers(*now, **before);
        let all = figures.zip(found.into_iter().zip(&self.before));
        all.filter(|(_, pair)| narrowed(pair))
            .map(|(figure, _)| figure)
            .collect()
    }
}

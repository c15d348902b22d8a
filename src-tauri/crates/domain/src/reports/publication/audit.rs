//! The check: can a reader work out what is withheld?

use std::collections::{BTreeMap, BTreeSet};

use super::model::Model;
use super::solver::{Possible, System};

/// A withheld figure that has to stay uncertain, and the number that it may be below.
pub(super) type Secret = (usize, u32);

/// Who reads a report, by what else they have read.
#[derive(Debug)]
pub(super) struct Reader {
    /// How figures hang together.
    pub(super) model: Model,
    /// Figures of issued reports.
    pub(super) read: BTreeMap<usize, u32>,
    /// What has to stay uncertain for this reader.
    pub(super) secrets: Vec<Secret>,
    /// For each of these: the numbers below its threshold that it could be before this report.
    pub(super) before: Vec<Vec<bool>>,
}

impl Reader {
    /// A reader who knows these figures whatever the report withholds.
    pub(super) fn new(
        model: Model,
        read: BTreeMap<usize, u32>,
        open: &BTreeMap<usize, u32>,
        secrets: Vec<Secret>,
    ) -> Self {
        let mut reader = Self {
            model,
            read,
            secrets,
            before: Vec::new(),
        };
        let numbers = reader
            .secrets
            .iter()
            .map(|(_, threshold)| vec![true; *threshold as usize]);
        let numbers: Vec<Vec<bool>> = numbers.collect();
        let (system, unknowns) = reader.system(open);
        reader.before = match system.possible(&unknowns, &numbers, false) {
            // Fractions count here: what might have been possible must stay possible, in whole numbers.
            Ok(found) => found
                .into_iter()
                .map(|one| {
                    let (low, high) = one.bounds;
                    let inside = |at: usize| at as f64 >= low - 1e-6 && at as f64 <= high + 1e-6;
                    (0..one.seen.len()).map(|at| one.seen[at] || inside(at)).collect()
                })
                .collect(),
            Err(_) => numbers,
        };
        reader
    }

    fn system(&self, known: &BTreeMap<usize, u32>) -> (System, Vec<usize>) {
        let asked: Vec<usize> = self.secrets.iter().map(|(figure, _)| *figure).collect();
        self.model.system(known.iter().chain(&self.read), &asked)
    }

    /// The secrets of which this reader, who knows these figures too, can rule out a number below the
    /// threshold that was possible before.
    pub(super) fn learns(&self, known: &BTreeMap<usize, u32>) -> BTreeSet<usize> {
        self.learnt(known, false)
    }

    /// True when this reader can rule out nothing.
    pub(super) fn learns_nothing(&self, known: &BTreeMap<usize, u32>) -> bool {
        self.learnt(known, true).is_empty()
    }

    fn learnt(&self, known: &BTreeMap<usize, u32>, hasty: bool) -> BTreeSet<usize> {
        let (system, unknowns) = self.system(known);
        let figures = self.secrets.iter().map(|(figure, _)| *figure);
        let Ok(found) = system.possible(&unknowns, &self.before, hasty) else {
            return figures.collect();
        };
        let ruled_out = |(now, before): (&Possible, &Vec<bool>)| {
            now.seen.iter().zip(before).any(|(now, before)| *before && !*now)
        };
        let all = figures.zip(found.iter().zip(&self.before));
        all.filter(|(_, pair)| ruled_out(*pair)).map(|(figure, _)| figure).collect()
    }
}

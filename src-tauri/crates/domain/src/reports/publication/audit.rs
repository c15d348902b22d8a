//! The check: can a reader work out what is withheld?
//!
//! A withheld figure passes when everything below the threshold is still possible, or nothing is. That is asked of
//! every withheld figure, small or not, and the answer follows from what is printed alone. If it were asked of
//! small ones only, a reader who knows the rule could reason backwards: were this number 1, that one would be 2,
//! hence small, hence not narrowed; but it is narrowed, so this is not 1.

use std::collections::{BTreeMap, BTreeSet};

use super::model::Model;
use super::solver::{Range, System, leaves_whole};

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
        let asked: Vec<usize> = reader.secrets.iter().map(|(figure, _)| *figure).collect();
        let (system, unknowns) = reader.system(open, &asked);
        reader.before = match system.possible(&unknowns, &below) {
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

    fn system(&self, known: &BTreeMap<usize, u32>, asked: &[usize]) -> (System, Vec<usize>) {
        self.model.system(known.iter().chain(&self.read), asked)
    }

    /// The withheld figures that this reader, who knows these figures too, can narrow inside what was possible
    /// before below the threshold.
    pub(super) fn learns(&self, known: &BTreeMap<usize, u32>) -> BTreeSet<usize> {
        let secrets = self.secrets.iter().map(|(figure, _)| *figure).zip(&self.before);
        let withheld = secrets.filter(|(figure, _)| !known.contains_key(figure));
        let (asked, before): (Vec<usize>, Vec<Range>) = withheld.unzip();
        let (system, unknowns) = self.system(known, &asked);
        let Ok(found) = system.possible(&unknowns, &before) else {
            return asked.into_iter().collect();
        };
        let all = asked.into_iter().zip(found.into_iter().zip(before));
        let cut = all.filter(|(_, (now, before))| !leaves_whole(*now, *before));
        cut.map(|(figure, _)| figure).collect()
    }
}

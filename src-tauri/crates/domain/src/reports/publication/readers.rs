//! Who may read a report, and which issued reports they may have read before.

use std::collections::{BTreeMap, BTreeSet};

use super::audience::Audience;
use super::audit::{Reader, Secret};
use super::figure::{Everybody, Figure, Frame, Ledger};
use super::model::{Model, TooLarge};
use super::result::{Publication, Published, Reason};
use super::search::{Draft, Search};
use super::table::{BadTable, Universe};

/// An issued report, figure by figure.
#[derive(Debug)]
struct Read {
    audience: Audience,
    threshold: u32,
    figures: BTreeSet<usize>,
    shown: BTreeMap<usize, u32>,
    withheld: BTreeSet<usize>,
}

/// The issued reports that belong to the new one.
#[derive(Debug, Default)]
pub(super) struct Readers {
    reports: Vec<Read>,
    /// People of the universe.
    people: u32,
    /// Reports that do not agree with the records as they are now.
    pub(super) differing: Vec<usize>,
}

impl Readers {
    /// Reads the issued reports and leaves out those that contradict today's records.
    ///
    /// # Errors
    /// [`BadTable::Contradiction`] where the new tables contradict each other.
    pub(super) fn gather(
        universe: &Universe,
        everybody: &Everybody,
        ledger: &mut Ledger,
        search: &mut Search<'_>,
        earlier: &[(usize, &Publication)],
    ) -> Result<Self, BadTable> {
        let mut readers = Self {
            people: universe.people,
            ..Self::default()
        };
        let mut known = search.open.clone();
        for draft in &search.drafts {
            for (figure, count) in draft.pairs() {
                if *known.entry(figure).or_insert(count) != count {
                    return Err(BadTable::Contradiction {
                        table: draft.table.key.clone(),
                    });
                }
            }
        }
        if !agree(readers.people, everybody, ledger, &known) {
            return Err(BadTable::Contradiction {
                table: first_wrong(readers.people, everybody, ledger, search),
            });
        }
        // The newest first: where two old ones contradict each other, the older one is out of date.
        for (at, report) in earlier.iter().rev() {
            let read = Read::of(report, everybody, ledger);
            let mut all = known.clone();
            let same = read
                .shown
                .iter()
                .all(|(figure, count)| *all.entry(*figure).or_insert(*count) == *count);
            if same
                && report.universe.people == universe.people
                && agree(readers.people, everybody, ledger, &all)
            {
                known = all;
                readers.reports.push(read);
            } else {
                readers.differing.push(*at);
            }
        }
        readers.differing.reverse();
        Ok(readers)
    }

    /// Figures that were withheld before from readers who may know no less than those of this report, and are not
    /// open now: other choices would give something away beside the earlier ones.
    pub(super) fn withheld_before(&self, open: &BTreeMap<usize, u32>, threshold: u32) -> BTreeSet<usize> {
        let reports = self.reports.iter().filter(|report| report.threshold <= threshold);
        let before = reports.flat_map(|report| report.withheld.iter().copied());
        before.filter(|figure| !open.contains_key(figure)).collect()
    }

    /// Readers of this report: of it alone, and of it with the issued reports of wider and wider circles, from
    /// the public to the facility, which may have read everything.
    ///
    /// Tables that make the check of one of them too large are withheld.
    pub(super) fn known_to(
        &self,
        everybody: &Everybody,
        ledger: &Ledger,
        search: &mut Search<'_>,
        threshold: u32,
    ) -> Vec<Reader> {
        let mut circles: Vec<Vec<&Read>> = vec![Vec::new()];
        for audience in Audience::ALL {
            let circle: Vec<&Read> = self
                .reports
                .iter()
                .filter(|one| one.audience <= audience)
                .collect();
            if circles.last().is_some_and(|last| last.len() < circle.len()) {
                circles.push(circle);
            }
        }
        let mut readers = Vec::new();
        for circle in circles.into_iter().rev() {
            loop {
                match self.reader(everybody, ledger, search, threshold, &circle) {
                    Some(reader) => {
                        readers.push(reader);
                        break;
                    }
                    None => {
                        let last = search.drafts.iter_mut().rev().find(|draft| {
                            draft.whole.is_none()
                                && draft
                                    .pairs()
                                    .any(|(figure, _)| !search.open.contains_key(&figure))
                        });
                        let Some(draft) = last else { break };
                        draft.whole = Some(Reason::TooEntangled);
                    }
                }
            }
        }
        readers
    }

    fn reader(
        &self,
        everybody: &Everybody,
        ledger: &Ledger,
        search: &Search<'_>,
        threshold: u32,
        circle: &[&Read],
    ) -> Option<Reader> {
        let mut figures: BTreeSet<usize> = search.open.keys().copied().collect();
        let mut secrets: BTreeMap<usize, u32> = BTreeMap::new();
        for draft in search
            .drafts
            .iter()
            .filter(|draft| draft.whole != Some(Reason::TooEntangled))
        {
            figures.extend(draft.pairs().map(|(figure, _)| figure));
        }
        secrets.extend(
            figures
                .iter()
                .filter(|one| !search.open.contains_key(one))
                .map(|one| (*one, threshold)),
        );
        let mut read = BTreeMap::new();
        for report in circle {
            figures.extend(&report.figures);
            read.extend(&report.shown);
        }
        // What was withheld before stays a secret where it is not counted now, below the threshold of these readers.
        let counted: BTreeSet<usize> = search
            .drafts
            .iter()
            .flat_map(Draft::pairs)
            .map(|(figure, _)| figure)
            .collect();
        for report in circle {
            let kept = report
                .withheld
                .iter()
                .filter(|figure| !search.open.contains_key(figure));
            for figure in kept.filter(|figure| !read.contains_key(*figure) && !counted.contains(figure)) {
                let most = secrets.entry(*figure).or_insert(0);
                *most = (*most).max(report.threshold.min(threshold));
            }
        }
        let named = figures
            .into_iter()
            .map(|number| (number, ledger.figure(number).clone()));
        let model = Model::new(self.people, everybody, &named.collect()).ok()?;
        let secrets: Vec<Secret> = secrets.into_iter().collect();
        Some(Reader::new(model, read, &search.open, secrets))
    }
}

impl Read {
    fn of(report: &Publication, everybody: &Everybody, ledger: &mut Ledger) -> Self {
        let mut read = Self {
            audience: report.audience,
            threshold: report.threshold,
            figures: BTreeSet::new(),
            shown: BTreeMap::new(),
            withheld: BTreeSet::new(),
        };
        // A table withheld whole says nothing.
        for table in report.tables.iter().filter(|table| !table.is_withheld()) {
            let figures = ledger.numbers(Frame::from(table).figures(everybody));
            for (figure, cell) in figures.iter().flatten().zip(table.grid.iter().flatten()) {
                read.figures.insert(*figure);
                match cell {
                    Published::Shown(count) => {
                        read.shown.insert(*figure, *count);
                    }
                    Published::Withheld => {
                        read.withheld.insert(*figure);
                    }
                }
            }
        }
        read
    }
}

/// Is there a list of people with all these counts? Where that is too large to find out, it is taken for true.
fn agree(people: u32, everybody: &Everybody, ledger: &Ledger, known: &BTreeMap<usize, u32>) -> bool {
    let named: BTreeMap<usize, Figure> = known
        .keys()
        .map(|number| (*number, ledger.figure(*number).clone()))
        .collect();
    match Model::new(people, everybody, &named) {
        Ok(model) => model.system(known, &[]).0.holds(),
        Err(TooLarge) => true,
    }
}

/// The first table that does not agree with those before it.
fn first_wrong(people: u32, everybody: &Everybody, ledger: &Ledger, search: &Search<'_>) -> String {
    let mut known = search.open.clone();
    let wrong = search.drafts.iter().find(|draft| {
        known.extend(draft.pairs());
        !agree(people, everybody, ledger, &known)
    });
    wrong.map(|draft| draft.table.key.clone()).unwrap_or_default()
}

//! The search for what else to withhold so that nobody can work out a small number.
//!
//! A small number in a table with totals follows from its row and its column, so it needs company: the corners
//! of a rectangle (a total counts as a row or a column) can trade people along its sides without any printed
//! number changing. The search adds the smallest rectangle for each number that the check finds out, until the
//! check finds none; where no rectangle is left, a table is withheld whole. It decides nothing about safety:
//! [`Reader::learns`] does.
//!
//! Which rectangle it takes depends on places and never on the numbers in it, and nothing is given back
//! afterwards, although a third less could do: what was tried and failed would tell a reader who runs this search
//! on guessed numbers which guesses are wrong.

use std::collections::{BTreeMap, BTreeSet};

use super::audit::Reader;
use super::figure::Ledger;
use super::result::Reason;
use super::table::Table;

/// Most rounds in which single numbers are withheld before whole tables are.
const ROUNDS: usize = 40;

/// A table on its way to print.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    /// The table.
    pub(super) table: &'a Table,
    /// Numbers of its figures, totals included.
    pub(super) figures: Vec<Vec<usize>>,
    /// Their counts.
    pub(super) counts: Vec<Vec<u32>>,
    /// Why all of it is withheld.
    pub(super) whole: Option<Reason>,
}

impl Draft<'_> {
    /// Figures and counts, row by row.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, u32)> + '_ {
        let figures = self.figures.iter().flatten().copied();
        figures.zip(self.counts.iter().flatten().copied())
    }

    fn places(&self, figure: usize) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        for (row, figures) in self.figures.iter().enumerate() {
            places.extend(
                figures
                    .iter()
                    .enumerate()
                    .filter(|(_, one)| **one == figure)
                    .map(|(at, _)| (row, at)),
            );
        }
        places
    }
}

/// What is decided so far.
#[derive(Debug)]
pub(super) struct Search<'a> {
    /// The tables.
    pub(super) drafts: Vec<Draft<'a>>,
    /// Figures that readers know whatever is withheld, with their counts.
    pub(super) open: BTreeMap<usize, u32>,
    /// Figures withheld: the small ones and those that protect them.
    pub(super) withheld: BTreeSet<usize>,
    /// Those from whom it is kept.
    pub(super) readers: Vec<Reader>,
}

/// Corners that would be withheld, and what that costs.
struct Rectangle {
    cost: u64,
    corners: Vec<usize>,
}

impl Search<'_> {
    /// Withholds until no reader learns a secret.
    pub(super) fn run(&mut self, ledger: &Ledger) {
        let mut rounds = 0;
        loop {
            let learnt = self.learnt();
            if learnt.is_empty() {
                break;
            }
            let mut added = BTreeSet::new();
            let mut stuck = Vec::new();
            for figure in &learnt {
                if !self.shelter(*figure, &mut added) {
                    stuck.push(*figure);
                }
            }
            rounds += 1;
            let helped =
                stuck.len() < learnt.len() || (rounds <= ROUNDS && self.withhold_near(&stuck, ledger));
            if !helped && !self.drop_table(&stuck) {
                break;
            }
        }
    }

    /// Withholds, for each of these figures, the smallest printed one that may count the same people: the figure
    /// is of another table or report, and this report gives it away.
    fn withhold_near(&mut self, figures: &[usize], ledger: &Ledger) -> bool {
        let before = self.withheld.len();
        for figure in figures {
            let printed = self
                .drafts
                .iter()
                .filter(|draft| draft.whole.is_none())
                .flat_map(Draft::pairs);
            let near = printed.filter(|(other, _)| {
                let printed = !self.open.contains_key(other) && !self.withheld.contains(other);
                printed && ledger.figure(*other).meets(ledger.figure(*figure))
            });
            if let Some((other, _)) = near.min_by_key(|(other, count)| (*count, *other)) {
                self.withheld.insert(other);
            }
        }
        self.withheld.len() > before
    }

    /// Every figure that this report prints or that is open, with its count.
    fn known(&self) -> BTreeMap<usize, u32> {
        let mut known = self.open.clone();
        for draft in self.drafts.iter().filter(|draft| draft.whole.is_none()) {
            known.extend(
                draft
                    .pairs()
                    .filter(|(figure, _)| !self.withheld.contains(figure)),
            );
        }
        known
    }

    fn learnt(&self) -> BTreeSet<usize> {
        let known = self.known();
        self.readers
            .iter()
            .flat_map(|reader| reader.learns(&known))
            .collect()
    }

    /// Adds the smallest rectangle around a figure in each table that has it; false where there is none.
    fn shelter(&mut self, figure: usize, added: &mut BTreeSet<usize>) -> bool {
        let mut found = Vec::new();
        let mut closed_by_now = false;
        for draft in self.drafts.iter().filter(|draft| draft.whole.is_none()) {
            for place in draft.places(figure) {
                let rectangles = self.rectangles(draft, place);
                // One that was completed in this round may do: the check decides.
                closed_by_now |= rectangles
                    .iter()
                    .any(|one| one.cost == 0 && one.corners.iter().any(|corner| added.contains(corner)));
                found.extend(
                    rectangles
                        .into_iter()
                        .filter(|one| one.cost > 0)
                        .min_by_key(|one| one.cost),
                );
            }
        }
        if closed_by_now {
            return true;
        }
        for corner in found.iter().flat_map(|one| &one.corners) {
            if self.withheld.insert(*corner) {
                added.insert(*corner);
            }
        }
        !found.is_empty()
    }

    /// Every rectangle with a corner at this place that has no open figure.
    fn rectangles(&self, draft: &Draft<'_>, (row, column): (usize, usize)) -> Vec<Rectangle> {
        let (height, width) = (draft.figures.len(), draft.figures[0].len());
        let mut found = Vec::new();
        for other_row in (0..height).filter(|other| *other != row) {
            let mut try_corners = |places: &[(usize, usize)]| {
                let corners: Vec<usize> = places.iter().map(|(row, at)| draft.figures[*row][*at]).collect();
                if corners.iter().any(|corner| self.open.contains_key(corner)) {
                    return;
                }
                let counted = places
                    .iter()
                    .zip(&corners)
                    .filter(|(_, corner)| !self.withheld.contains(corner));
                let is_total = |row: usize, at: usize| row + 1 == height || (width > 1 && at + 1 == width);
                let cost = counted
                    .map(|((row, at), _)| if is_total(*row, *at) { 3 } else { 2 })
                    .sum();
                found.push(Rectangle { cost, corners });
            };
            if width == 1 {
                try_corners(&[(other_row, 0)]);
            }
            for other in (0..width).filter(|other| *other != column) {
                try_corners(&[(row, other), (other_row, column), (other_row, other)]);
            }
        }
        found
    }

    /// Withholds a table whole: the last with one of these figures, or else the last of all.
    fn drop_table(&mut self, figures: &[usize]) -> bool {
        let left = |draft: &Draft<'_>| {
            draft.whole.is_none() && draft.pairs().any(|(figure, _)| !self.open.contains_key(&figure))
        };
        let has = |draft: &Draft<'_>| draft.pairs().any(|(figure, _)| figures.contains(&figure));
        let at = self.drafts.iter().rposition(|draft| left(draft) && has(draft));
        let at = at.or_else(|| self.drafts.iter().rposition(left));
        if let Some(at) = at {
            self.drafts[at].whole = Some(Reason::NothingSafe);
        }
        at.is_some()
    }
}

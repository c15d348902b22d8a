//! What a count can still be, given sums of counts: the arithmetic behind the check of a report.
//!
//! The unknowns are counts of people, so none is negative, and everything that is known is an equation between
//! them. A walk over the corners of what is possible (the simplex method, G. Dantzig 1947; Bland's rule where
//! it stalls) looks for solutions in which a count is low and in which it is high; everything between is
//! possible too. The walk computes with floating point and is not trusted: a solution counts only after it was
//! put into every equation, so a numerical fault can hide a solution (and more is withheld than needed) but not
//! invent one.

use std::collections::BTreeMap;

use super::corner::Corner;

/// An equation: a sum of unknowns, each times a factor, is a number.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Unknowns and their factors; each unknown once.
    pub(super) terms: Vec<(usize, i64)>,
    /// What the sum is.
    pub(super) sum: i64,
}

/// Equations between unknowns `0..unknowns`, none of which is negative.
#[derive(Debug, Clone, Default)]
pub(super) struct System {
    /// How many unknowns there are.
    pub(super) unknowns: usize,
    /// What is known.
    pub(super) rows: Vec<Row>,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unsolved {
    /// The equations contradict each other.
    Contradiction,
    /// So many equations between so many unknowns hang together that it would take too long.
    TooLarge,
}

/// Most equations times unknowns that are solved together.
pub(super) const LARGEST: usize = 500_000;

/// From where to where.
pub(super) type Range = (f64, f64);

/// Counts nearer to each other than this are equal.
pub(super) const CLOSE: f64 = 1e-6;

impl System {
    /// Takes a new unknown that is the sum of others.
    pub(super) fn name_sum(&mut self, of: &[usize]) -> usize {
        let unknown = self.unknowns;
        self.unknowns += 1;
        let mut terms: Vec<(usize, i64)> = of.iter().map(|one| (*one, 1)).collect();
        terms.push((unknown, -1));
        self.rows.push(Row { terms, sum: 0 });
        unknown
    }

    /// Looks how low and how high each of the asked unknowns can be.
    ///
    /// The search for `asked[k]` ends as soon as it covers all of `wanted[k]` (nothing where that is the wrong way
    /// round), lies above it, or covers everything that is possible;
    ///
    /// # Errors
    /// [`Unsolved`] where there is no solution at all, or none in reasonable time.
    pub(super) fn possible(&self, asked: &[usize], wanted: &[Range]) -> Result<Vec<Range>, Unsolved> {
        let fixed = self.settle()?;
        let mut found = vec![(f64::INFINITY, f64::NEG_INFINITY); asked.len()];
        for (k, unknown) in asked.iter().enumerate() {
            if let Some(value) = fixed[*unknown] {
                found[k] = (value as f64, value as f64);
            }
        }
        for part in self.parts(&fixed) {
            let mut corner = Corner::find(&part)?;
            let column = |k: usize| Some((k, part.unknowns.binary_search(&asked[k]).ok()?));
            let mine: Vec<(usize, usize)> = (0..asked.len()).filter_map(column).collect();
            let visit = |corner: &Corner, found: &mut [Range]| {
                let Some(values) = corner.solution(&part) else {
                    return;
                };
                for (k, column) in &mine {
                    let (low, high) = found[*k];
                    found[*k] = (low.min(values[*column]), high.max(values[*column]));
                }
            };
            visit(&corner, &mut found);
            for (k, column) in &mine {
                let (low, high) = wanted[*k];
                if low > high {
                    continue;
                }
                corner.aim(*column, true);
                while found[*k].0 > low + CLOSE && corner.step() {
                    visit(&corner, &mut found);
                }
                if found[*k].0 > high + CLOSE {
                    continue;
                }
                corner.aim(*column, false);
                while found[*k].1 < high - CLOSE && corner.step() {
                    visit(&corner, &mut found);
                }
            }
        }
        Ok(found)
    }

    /// False when there is certainly no solution.
    pub(super) fn holds(&self) -> bool {
        let solve = || {
            let fixed = self.settle()?;
            self.parts(&fixed)
                .iter()
                .try_for_each(|part| Corner::find(part).map(|_| ()))
        };
        solve() != Err(Unsolved::Contradiction)
    }

    /// Unknowns whose value follows at once from one equation, again and again.
    fn settle(&self) -> Result<Vec<Option<i64>>, Unsolved> {
        let mut fixed: Vec<Option<i64>> = vec![None; self.unknowns];
        let mut changed = true;
        while changed {
            changed = false;
            for row in &self.rows {
                let mut rest = row.sum;
                let mut open = Vec::new();
                for (unknown, factor) in &row.terms {
                    match fixed[*unknown] {
                        Some(value) => rest -= factor * value,
                        None => open.push((*unknown, *factor)),
                    }
                }
                if open.is_empty() {
                    if rest != 0 {
                        return Err(Unsolved::Contradiction);
                    }
                } else if open.len() == 1 {
                    let (unknown, factor) = open[0];
                    if rest % factor != 0 || rest / factor < 0 {
                        return Err(Unsolved::Contradiction);
                    }
                    fixed[unknown] = Some(rest / factor);
                    changed = true;
                } else if open
                    .iter()
                    .all(|(_, factor)| factor.signum() == open[0].1.signum())
                {
                    if rest.signum() == -open[0].1.signum() {
                        return Err(Unsolved::Contradiction);
                    }
                    if rest == 0 {
                        for (unknown, _) in open {
                            fixed[unknown] = Some(0);
                        }
                        changed = true;
                    }
                }
            }
        }
        Ok(fixed)
    }

    /// The equations that are left, in parts that have no unknown in common.
    fn parts(&self, fixed: &[Option<i64>]) -> Vec<Part> {
        let mut home: Vec<usize> = (0..self.unknowns).collect();
        let mut rows = Vec::new();
        for row in &self.rows {
            let mut sum = row.sum;
            let mut terms = Vec::new();
            for (unknown, factor) in &row.terms {
                match fixed[*unknown] {
                    Some(value) => sum -= factor * value,
                    None => terms.push((*unknown, *factor)),
                }
            }
            if let Some((first, _)) = terms.first() {
                let to = root(&mut home, *first);
                for (other, _) in &terms {
                    let from = root(&mut home, *other);
                    home[from] = to;
                }
                rows.push(Row { terms, sum });
            }
        }
        let mut parts: BTreeMap<usize, Part> = BTreeMap::new();
        for unknown in (0..self.unknowns).filter(|unknown| fixed[*unknown].is_none()) {
            let home = root(&mut home, unknown);
            parts.entry(home).or_default().unknowns.push(unknown);
        }
        for row in rows {
            let home = root(&mut home, row.terms[0].0);
            if let Some(part) = parts.get_mut(&home) {
                let terms = row.terms.iter().filter_map(|(unknown, factor)| {
                    let column = part.unknowns.binary_search(unknown).ok()?;
                    Some((column, *factor))
                });
                let terms = terms.collect();
                part.rows.push(Row { terms, sum: row.sum });
            }
        }
        parts.into_values().filter(|part| !part.rows.is_empty()).collect()
    }
}

/// Equations that hang together; their terms name columns, which are places in `unknowns`.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// The unknowns, ascending.
    pub(super) unknowns: Vec<usize>,
    /// The equations.
    pub(super) rows: Vec<Row>,
}

impl Part {
    /// True when these numbers solve every equation.
    pub(super) fn solved_by(&self, values: &[f64]) -> bool {
        values.iter().all(|value| *value >= 0.0)
            && self.rows.iter().all(|row| {
                let terms = row.terms.iter();
                let sum: f64 = terms
                    .map(|(column, factor)| *factor as f64 * values[*column])
                    .sum();
                (sum - row.sum as f64).abs() < CLOSE
            })
    }
}

/// Does a range reach over another one, or lie wholly above it? An empty one cannot be cut.
pub(super) fn leaves_whole((low, high): Range, wanted: Range) -> bool {
    let covers = low <= wanted.0 + CLOSE && high >= wanted.1 - CLOSE;
    let above = low > wanted.1 + CLOSE;
    wanted.0 > wanted.1 || (low.is_finite() && (covers || above))
}

fn root(home: &mut [usize], mut one: usize) -> usize {
    while home[one] != one {
        home[one] = home[home[one]];
        one = home[one];
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(terms: &[(usize, i64)], sum: i64) -> Row {
        Row {
            terms: terms.to_vec(),
            sum,
        }
    }

    #[test]
    fn a_sum_bounds_its_parts_and_what_follows_is_settled() {
        // a + b = 3, b + c = 7, d = 4, e + f = 0
        let system = System {
            unknowns: 6,
            rows: vec![
                row(&[(0, 1), (1, 1)], 3),
                row(&[(1, 1), (2, 1)], 7),
                row(&[(3, 1)], 4),
                row(&[(4, 1), (5, 1)], 0),
            ],
        };
        let asked = [0, 1, 2, 3, 4, 5];
        let found = system.possible(&asked, &[(0.0, 9.0); 6]).unwrap();
        let expected = [
            (0.0, 3.0),
            (0.0, 3.0),
            (4.0, 7.0),
            (4.0, 4.0),
            (0.0, 0.0),
            (0.0, 0.0),
        ];
        assert_eq!(found, expected);
        // What is wanted ends the search.
        let found = system.possible(&[2], &[(6.0, 6.0)]).unwrap();
        assert!(leaves_whole(found[0], (6.0, 6.0)));
    }

    #[test]
    fn what_contradicts_itself_is_said() {
        let open = System {
            unknowns: 3,
            rows: vec![row(&[(0, 1), (1, 1)], 3), row(&[(0, 1), (1, 1), (2, 1)], 2)],
        };
        assert!(!open.holds());
        assert_eq!(open.possible(&[0], &[(0.0, 1.0)]), Err(Unsolved::Contradiction));
    }
}

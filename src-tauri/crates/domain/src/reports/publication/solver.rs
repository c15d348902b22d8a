//! Which whole numbers a sum can still be, given other sums: the arithmetic behind the check of a report.
//!
//! The unknowns are counts of people, so none is negative, and everything that is known is an equation between
//! them. A walk over the corners of what is possible (the simplex method, G. Dantzig 1947; Bland's rule where
//! it stalls) looks for solutions with each wanted number in them. The walk computes with floating point and is
//! not trusted: a solution counts only after it was rounded and put into every equation in whole numbers, so a
//! numerical fault can hide a solution (and more is withheld than needed) but never invent one.

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

/// The equations contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Contradiction;

/// What an unknown can still be.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Possible {
    /// For each number from 0 up to the last one asked for: is there a solution in whole numbers with it?
    pub(super) seen: Vec<bool>,
    /// Bounds that hold for every solution, fractions allowed: the lowest and highest value. They are exact
    /// unless every number was seen before they were reached.
    pub(super) bounds: (f64, f64),
}

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

    /// Looks, for each of the asked unknowns, which of the numbers wanted of it are possible.
    ///
    /// `wanted[k]` has a mark at each number that is wanted of `asked[k]`; the search for it ends as soon as
    /// all of them were seen. With `hasty`, everything ends with the first unknown of which one was not.
    ///
    /// # Errors
    /// [`Contradiction`] where there is no solution at all.
    pub(super) fn possible(
        &self,
        asked: &[usize],
        wanted: &[Vec<bool>],
        hasty: bool,
    ) -> Result<Vec<Possible>, Contradiction> {
        let fixed = self.settle()?;
        let mut found: Vec<Possible> = wanted
            .iter()
            .map(|numbers| Possible {
                seen: vec![false; numbers.len()],
                bounds: (0.0, f64::INFINITY),
            })
            .collect();
        for (one, unknown) in found.iter_mut().zip(asked) {
            if let Some(value) = fixed[*unknown] {
                see(&mut one.seen, value);
                one.bounds = (value as f64, value as f64);
            }
        }
        for part in self.parts(&fixed) {
            let mut corner = super::corner::Corner::find(&part)?;
            let mine: Vec<(usize, usize)> = (0..asked.len())
                .filter_map(|k| Some((k, part.unknowns.binary_search(&asked[k]).ok()?)))
                .collect();
            let mut last = corner.solution(&part);
            note(&mut found, &mine, None, last.as_deref());
            for (k, column) in &mine {
                let done = |found: &[Possible]| {
                    let mut pairs = found[*k].seen.iter().zip(&wanted[*k]);
                    pairs.all(|(seen, wanted)| *seen || !*wanted)
                };
                for down in [true, false] {
                    corner.aim(*column, down);
                    while !done(&found) {
                        if !corner.step() {
                            let value = corner.value(*column);
                            match down {
                                true => found[*k].bounds.0 = value,
                                false => found[*k].bounds.1 = value,
                            }
                            break;
                        }
                        let here = corner.solution(&part);
                        note(&mut found, &mine, last.as_deref(), here.as_deref());
                        last = here;
                    }
                }
                if hasty && !done(&found) {
                    return Ok(found);
                }
            }
        }
        Ok(found)
    }

    /// True when there is a solution, fractions allowed.
    pub(super) fn holds(&self) -> bool {
        match self.settle() {
            Ok(fixed) => self
                .parts(&fixed)
                .iter()
                .all(|part| super::corner::Corner::find(part).is_ok()),
            Err(Contradiction) => false,
        }
    }

    /// Unknowns whose value follows at once from one equation, again and again.
    fn settle(&self) -> Result<Vec<Option<i64>>, Contradiction> {
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
                        return Err(Contradiction);
                    }
                } else if open.len() == 1 {
                    let (unknown, factor) = open[0];
                    if rest % factor != 0 || rest / factor < 0 {
                        return Err(Contradiction);
                    }
                    fixed[unknown] = Some(rest / factor);
                    changed = true;
                } else if open
                    .iter()
                    .all(|(_, factor)| factor.signum() == open[0].1.signum())
                {
                    if rest.signum() == -open[0].1.signum() {
                        return Err(Contradiction);
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
        let mut parts: std::collections::BTreeMap<usize, Part> = std::collections::BTreeMap::new();
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
    /// True when these whole numbers solve every equation.
    pub(super) fn solved_by(&self, values: &[i64]) -> bool {
        values.iter().all(|value| *value >= 0)
            && self.rows.iter().all(|row| {
                let sum: i64 = row
                    .terms
                    .iter()
                    .map(|(column, factor)| factor * values[*column])
                    .sum();
                sum == row.sum
            })
    }
}

fn root(home: &mut [usize], mut one: usize) -> usize {
    while home[one] != one {
        home[one] = home[home[one]];
        one = home[one];
    }
    one
}

fn see(seen: &mut [bool], value: i64) {
    if let Some(mark) = usize::try_from(value).ok().and_then(|at| seen.get_mut(at)) {
        *mark = true;
    }
}

/// Marks what the asked unknowns are in solution `to` and in the solutions between it and `from`.
///
/// Between two solutions in whole numbers that differ by g times a whole vector lie g − 1 more: every equation
/// is linear and no unknown is negative at either end.
fn note(found: &mut [Possible], mine: &[(usize, usize)], from: Option<&[i64]>, to: Option<&[i64]>) {
    let Some(to) = to else { return };
    let from = from.unwrap_or(to);
    let steps = from
        .iter()
        .zip(to)
        .fold(0, |steps, (a, b)| greatest_divisor(steps, (a - b).abs()));
    for (k, column) in mine {
        let (first, last) = (from[*column], to[*column]);
        let stride = if steps == 0 { 0 } else { (last - first) / steps };
        let seen = &mut found[*k].seen;
        for at in 0..=if stride == 0 { 0 } else { steps } {
            see(seen, first + at * stride);
        }
    }
}

fn greatest_divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { greatest_divisor(b, a % b) }
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
        let all = vec![vec![true; 9]; 6];
        let found = system.possible(&[0, 1, 2, 3, 4, 5], &all, false).unwrap();
        let numbers = |k: usize| -> Vec<usize> { (0..9).filter(|at| found[k].seen[*at]).collect() };
        assert_eq!(numbers(0), [0, 1, 2, 3]);
        assert_eq!(numbers(2), [4, 5, 6, 7]);
        assert_eq!(numbers(3), [4]);
        assert_eq!(numbers(5), [0]);
        assert_eq!(found[0].bounds, (0.0, 3.0));
    }

    #[test]
    fn only_whole_numbers_count() {
        // a = b, a + b + c = 5 with c = 2 d: a can be 1/2 as a fraction, but c is even, so a + b is odd: never.
        let system = System {
            unknowns: 4,
            rows: vec![
                row(&[(0, 1), (1, -1)], 0),
                row(&[(2, 1), (3, -2)], 0),
                row(&[(0, 1), (1, 1), (2, 1)], 5),
            ],
        };
        let found = system.possible(&[0], &[vec![true; 3]], false).unwrap();
        assert_eq!(found[0].seen, [false; 3]);
    }

    #[test]
    fn what_contradicts_itself_is_said() {
        let open = System {
            unknowns: 3,
            rows: vec![row(&[(0, 1), (1, 1)], 3), row(&[(0, 1), (1, 1), (2, 1)], 2)],
        };
        assert!(!open.holds());
        assert_eq!(open.possible(&[0], &[vec![true]], false), Err(Contradiction));
    }
}

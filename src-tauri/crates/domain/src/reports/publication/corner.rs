//! One corner of what is possible, and the way from it to its neighbours: a dense simplex tableau.

use super::solver::{LARGEST, Part, Unsolved};

/// Numbers nearer to zero than this are zero.
const NOTHING: f64 = 1e-9;

/// Steps in a row that lead nowhere before Bland's rule, which cannot go in circles, takes over.
const PATIENCE: usize = 40;

/// Most steps of one search; what is not found by then counts as not there.
const ENOUGH: usize = 20_000;

/// A basic feasible solution of a [`Part`].
#[derive(Debug)]
pub(super) struct Corner {
    /// One row for each unknown of the basis; the last column is its value.
    table: Vec<Vec<f64>>,
    /// The unknown of each row.
    basis: Vec<usize>,
    /// How much the aim falls for each unknown that comes in.
    gain: Vec<f64>,
    columns: usize,
    stalled: usize,
    /// Steps left before it is given up: rounding faults must not keep anybody waiting.
    left: usize,
}

impl Corner {
    /// Finds a first corner (phase one: the sum of what is wrong is brought to nothing).
    ///
    /// # Errors
    /// [`Unsolved`] where there is no solution, or none in reasonable time.
    pub(super) fn find(part: &Part) -> Result<Self, Unsolved> {
        let columns = part.unknowns.len();
        if columns * part.rows.len() > LARGEST {
            return Err(Unsolved::TooLarge);
        }
        let mut table = Vec::with_capacity(part.rows.len());
        for row in &part.rows {
            let sign = if row.sum < 0 { -1.0 } else { 1.0 };
            let mut line = vec![0.0; columns + 1];
            for (column, factor) in &row.terms {
                line[*column] = sign * *factor as f64;
            }
            line[columns] = sign * row.sum as f64;
            table.push(line);
        }
        let mut gain = vec![0.0; columns + 1];
        for line in &table {
            for (sum, one) in gain.iter_mut().zip(line) {
                *sum += one;
            }
        }
        // A basis entry past the columns stands for what is wrong with its row; it never comes back.
        let basis = (0..table.len()).map(|row| columns + row).collect();
        let left = ENOUGH;
        let mut corner = Self {
            table,
            basis,
            gain,
            columns,
            stalled: 0,
            left,
        };
        while corner.step() {}
        if corner.gain[columns].abs() > 1e-6 {
            return Err(Unsolved::Contradiction);
        }
        corner.drop_what_was_wrong();
        Ok(corner)
    }

    fn drop_what_was_wrong(&mut self) {
        let mut row = 0;
        while row < self.table.len() {
            if self.basis[row] < self.columns {
                row += 1;
                continue;
            }
            match (0..self.columns).find(|column| self.table[row][*column].abs() > 1e-7) {
                Some(column) => {
                    self.pivot(row, column);
                    row += 1;
                }
                None => {
                    self.table.swap_remove(row);
                    self.basis.swap_remove(row);
                }
            }
        }
    }

    /// From now on steps bring this unknown down, or up.
    pub(super) fn aim(&mut self, column: usize, down: bool) {
        let sign = if down { 1.0 } else { -1.0 };
        self.gain = vec![0.0; self.columns + 1];
        self.stalled = 0;
        self.left = ENOUGH;
        match self.basis.iter().position(|one| *one == column) {
            Some(row) => {
                for (gain, one) in self.gain.iter_mut().zip(&self.table[row]) {
                    *gain = sign * one;
                }
                self.gain[column] = 0.0;
            }
            None => self.gain[column] = -sign,
        }
    }

    /// Goes to a neighbour that is nearer to the aim, or as near; false where there is none.
    pub(super) fn step(&mut self) -> bool {
        self.left = self.left.saturating_sub(1);
        if self.left == 0 {
            return false;
        }
        let better = |column: &usize| self.gain[*column] > 1e-7;
        let enters = if self.stalled < PATIENCE {
            (0..self.columns)
                .filter(better)
                .max_by(|a, b| self.gain[*a].total_cmp(&self.gain[*b]).then(b.cmp(a)))
        } else {
            (0..self.columns).find(better)
        };
        let Some(enters) = enters else { return false };
        let mut leaves: Option<(usize, f64)> = None;
        for (row, line) in self.table.iter().enumerate() {
            if line[enters] > 1e-7 {
                let far = line[self.columns] / line[enters];
                let nearer = leaves.is_none_or(|(best, distance)| {
                    far < distance - NOTHING
                        || (far < distance + NOTHING && self.basis[row] < self.basis[best])
                });
                if nearer {
                    leaves = Some((row, far));
                }
            }
        }
        let Some((row, far)) = leaves else { return false };
        self.stalled = if far > NOTHING { 0 } else { self.stalled + 1 };
        self.pivot(row, enters);
        true
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let mut line = std::mem::take(&mut self.table[row]);
        let factor = line[column];
        for one in &mut line {
            *one = settled(*one / factor);
        }
        line[column] = 1.0;
        let used: Vec<usize> = (0..=self.columns)
            .filter(|at| line[*at].abs() > NOTHING)
            .collect();
        for other in self.table.iter_mut().chain([&mut self.gain]) {
            if let Some(factor) = other.get(column).copied().filter(|factor| factor.abs() > NOTHING) {
                for at in &used {
                    other[*at] = settled(other[*at] - factor * line[*at]);
                }
                other[column] = 0.0;
            }
        }
        self.table[row] = line;
        self.basis[row] = column;
    }

    /// What each unknown is here, where that solves every equation.
    pub(super) fn solution(&self, part: &Part) -> Option<Vec<f64>> {
        let mut values = vec![0.0; self.columns];
        for (line, column) in self.table.iter().zip(&self.basis) {
            values[*column] = line[self.columns].max(0.0);
        }
        part.solved_by(&values).then_some(values)
    }
}

/// Most numbers of a tableau of counts are whole: taking the nearest keeps faults from growing.
fn settled(value: f64) -> f64 {
    let whole = value.round();
    if (value - whole).abs() < NOTHING {
        whole
    } else {
        value
    }
}

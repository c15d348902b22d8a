//! Numbers of enough people to say more than how many they are.

use super::{FEWEST, Given, Missing, t_quantile_95};

/// At least [`FEWEST`] finite numbers, one for each person, ascending.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample(Vec<f64>);

/// Too few people for a statistic; the count is all there is to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected at least {FEWEST} people, found {found}")]
pub struct TooFew {
    /// How many there are.
    pub found: usize,
}

/// The middle and the quarters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    /// A quarter lies at or below it.
    pub low: f64,
    /// Half lies at or below it.
    pub median: f64,
    /// Three quarters lie at or below it.
    pub high: f64,
}

impl Sample {
    /// A sample of these numbers; what is not finite is left out.
    ///
    /// # Errors
    /// [`TooFew`] below [`FEWEST`] numbers.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Result<Self, TooFew> {
        let mut values: Vec<f64> = values.into_iter().filter(|value| value.is_finite()).collect();
        values.sort_unstable_by(f64::total_cmp);
        match values.len() {
            found if found < FEWEST => Err(TooFew { found }),
            _ => Ok(Self(values)),
        }
    }

    /// How many people.
    pub fn n(&self) -> usize {
        self.0.len()
    }

    /// The arithmetic mean.
    pub fn mean(&self) -> f64 {
        // Around the median, so that large numbers that lie close together lose no digits.
        let middle = self.0[self.0.len() / 2];
        middle + self.0.iter().map(|value| value - middle).sum::<f64>() / self.0.len() as f64
    }

    /// The standard deviation with n − 1 in the denominator; exactly 0 where all numbers are the same.
    pub fn sd(&self) -> f64 {
        if self.0.first() == self.0.last() {
            return 0.0;
        }
        let mean = self.mean();
        let squares: f64 = self.0.iter().map(|value| (value - mean).powi(2)).sum();
        (squares / (self.0.len() as f64 - 1.0)).sqrt()
    }

    /// The 95 % confidence interval of the mean: mean ± t · sd / √n, t with n − 1 degrees of freedom.
    pub fn interval(&self) -> (f64, f64) {
        let half = t_quantile_95(self.n() - 1) * self.sd() / (self.n() as f64).sqrt();
        (self.mean() - half, self.mean() + half)
    }

    /// Median and quartiles by linear interpolation between the ranks (n − 1) · p: type 7 of Hyndman and Fan
    /// 1996 (doi 10.2307/2684934), the default of R's `quantile` and of NumPy, `QUARTILE.INC` of spreadsheets.
    /// It is the one definition used in this program.
    pub fn quartiles(&self) -> Quartiles {
        Quartiles {
            low: self.quantile(0.25),
            median: self.quantile(0.5),
            high: self.quantile(0.75),
        }
    }

    fn quantile(&self, p: f64) -> f64 {
        let place = (self.0.len() - 1) as f64 * p;
        let below = self.0[place.floor() as usize];
        let above = self.0[place.ceil() as usize];
        below + (above - below) * place.fract()
    }
}

/// What was answered to one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distribution {
    /// Answers at each point of the scale, the lowest first.
    pub per_point: Vec<u32>,
    /// What is missing, a value off the scale counting as unreadable.
    pub missing: Missing,
}

impl Distribution {
    /// Counts answers on a scale from `lowest` to `highest`.
    pub fn of(lowest: u8, highest: u8, given: impl IntoIterator<Item = Given>) -> Self {
        let mut per_point = vec![0; usize::from(highest.saturating_sub(lowest)) + 1];
        let mut missing = Vec::new();
        for one in given {
            let point = one.value().map(|value| value - f64::from(lowest));
            let point = point.filter(|point| *point >= 0.0 && point.fract() == 0.0);
            match point.and_then(|point| per_point.get_mut(point as usize)) {
                Some(count) => *count += 1,
                None => missing.push(match one {
                    Given::Value(_) => Given::Missing(super::Why::Unreadable),
                    missing => missing,
                }),
            }
        }
        Self {
            per_point,
            missing: Missing::of(missing),
        }
    }

    /// Who answered.
    pub fn answered(&self) -> u32 {
        self.per_point.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Why;
    use super::*;

    #[test]
    fn four_people_have_no_statistic() {
        assert_eq!(Sample::of([1.0, 2.0, 3.0, 4.0]), Err(TooFew { found: 4 }));
        assert_eq!(
            Sample::of([1.0, 2.0, 3.0, 4.0, f64::NAN]),
            Err(TooFew { found: 4 })
        );
        assert_eq!(Sample::of([3.0; 5]).unwrap().interval(), (3.0, 3.0));
    }

    #[test]
    fn a_distribution_accounts_for_everybody() {
        let given = [1.0, 5.0, 5.0, 6.0, 2.5].map(Given::Value);
        let all = given
            .into_iter()
            .chain([Given::Missing(Why::Declined), Given::Missing(Why::NoSheet)]);
        let distribution = Distribution::of(1, 5, all);
        assert_eq!(distribution.per_point, [1, 0, 0, 0, 2]);
        assert_eq!(distribution.answered() + distribution.missing.total(), 7);
        assert_eq!(distribution.missing.unreadable, 2);
    }
}

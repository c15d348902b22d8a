//! Shares that carry their denominator.

use super::FEWEST;

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    part: u32,
    whole: u32,
}

/// More of something than there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected at most {whole}, found {part}")]
pub struct BadRate {
    /// The part.
    pub part: u32,
    /// The whole.
    pub whole: u32,
}

impl Rate {
    /// `part` of `whole`: those who answered of those who were asked (response rate, AAPOR's RR1 where nobody's
    /// eligibility is in doubt), those who completed of those who enrolled (completion rate).
    ///
    /// # Errors
    /// [`BadRate`] where the part is larger than the whole.
    pub fn of(part: u32, whole: u32) -> Result<Self, BadRate> {
        match part <= whole {
            true => Ok(Self { part, whole }),
            false => Err(BadRate { part, whole }),
        }
    }

    /// How many.
    pub fn part(self) -> u32 {
        self.part
    }

    /// Of how many.
    pub fn whole(self) -> u32 {
        self.whole
    }

    /// The share from 0 to 1; none of fewer than [`FEWEST`], where the two counts say all.
    pub fn share(self) -> Option<f64> {
        (self.whole as usize >= FEWEST).then(|| f64::from(self.part) / f64::from(self.whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_needs_enough_people() {
        assert_eq!(Rate::of(22, 24).unwrap().share(), Some(22.0 / 24.0));
        assert_eq!(Rate::of(2, 4).unwrap().share(), None);
        assert_eq!(Rate::of(0, 0).unwrap().share(), None);
        assert_eq!(Rate::of(5, 4), Err(BadRate { part: 5, whole: 4 }));
    }
}

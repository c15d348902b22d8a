//! How the same people changed between two ratings.

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;

use super::{Given, Missing, Sample, TooFew, Why};
use crate::assessments::Design;
use crate::ids::EnrolmentId;

/// When ratings were given and what about; one type for each [`Design`].
pub trait When {
    /// The design.
    const DESIGN: Design;
}

/// Given before the program about that time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {}

/// Given during or after it about the present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterOnce {}

/// Given after it about the time before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookingBack {}

impl When for Before {
    const DESIGN: Design = Design::Pre;
}

impl When for AfterOnce {
    const DESIGN: Design = Design::Post;
}

impl When for LookingBack {
    const DESIGN: Design = Design::Retrospective;
}

/// What people gave at one occasion, one value each. They are told apart by their place in a cohort, so that whoever
/// goes through two cohorts counts in each.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratings<W> {
    given: BTreeMap<EnrolmentId, Given>,
    when: PhantomData<W>,
}

/// Ratings of another design than was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected ratings of design {expected:?}, found {found:?}")]
pub struct WrongDesign {
    /// The design asked for.
    pub expected: Design,
    /// The design of the occasion.
    pub found: Design,
}

impl<W: When> Ratings<W> {
    /// Ratings of an occasion of this design; of two of the same person the last counts.
    ///
    /// # Errors
    /// [`WrongDesign`] where the occasion has another design.
    pub fn of(
        design: Design,
        given: impl IntoIterator<Item = (EnrolmentId, Given)>,
    ) -> Result<Self, WrongDesign> {
        if design != W::DESIGN {
            return Err(WrongDesign {
                expected: W::DESIGN,
                found: design,
            });
        }
        Ok(Self {
            given: given.into_iter().collect(),
            when: PhantomData,
        })
    }

    fn of_place(&self, person: EnrolmentId) -> Given {
        self.given
            .get(&person)
            .copied()
            .unwrap_or(Given::Missing(Why::NoSheet))
    }
}

/// Who has a value at which end; a change needs both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Account {
    /// At both.
    pub paired: u32,
    /// At the first only.
    pub only_before: u32,
    /// At the second only.
    pub only_after: u32,
    /// At neither.
    pub neither: u32,
    /// What is missing at the first, by reason.
    pub before: Missing,
    /// What is missing at the second.
    pub after: Missing,
}

impl Account {
    /// Everybody who has a sheet at one end at least.
    pub fn people(&self) -> u32 {
        self.paired + self.only_before + self.only_after + self.neither
    }
}

/// Which way paired people went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moved {
    /// Rated higher.
    pub up: u32,
    /// Rated lower.
    pub down: u32,
    /// Rated the same.
    pub same: u32,
}

/// A paired mean difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// Pairs.
    pub n: usize,
    /// Mean of the second value less the first.
    pub mean: f64,
    /// Lower end of its 95 % confidence interval (t, n − 1 degrees of freedom).
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Standard deviation of the differences.
    pub sd: f64,
    /// Hedges g_z = J · mean / sd with J = 1 − 3 / (4 (n − 1) − 1) (Lakens 2013, doi 10.3389/fpsyg.2013.00863,
    /// formulas 4 and 6); none where everybody changed alike.
    pub g: Option<f64>,
}

impl From<&Sample> for Effect {
    fn from(differences: &Sample) -> Self {
        let (n, mean, sd) = (differences.n(), differences.mean(), differences.sd());
        let (low, high) = differences.interval();
        let correction = 1.0 - 3.0 / (4.0 * (n as f64 - 1.0) - 1.0);
        let g = (sd > 0.0).then(|| correction * mean / sd);
        Self {
            n,
            mean,
            low,
            high,
            sd,
            g,
        }
    }
}

/// How ratings of design `W` changed to those of afterwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Change<W> {
    /// Who could be compared.
    pub account: Account,
    /// Which way they went.
    pub moved: Moved,
    /// The mean difference; below [`super::FEWEST`] pairs their count alone.
    pub effect: Result<Effect, TooFew>,
    when: PhantomData<W>,
}

/// A change from ratings given before to ratings given after.
pub type TrueChange = Change<Before>;

impl<W: When> Change<W> {
    /// Compares two occasions, person by person.
    pub fn between(before: &Ratings<W>, after: &Ratings<AfterOnce>) -> Self {
        let mut account = Account::default();
        let mut moved = Moved::default();
        let mut differences = Vec::new();
        let people: BTreeSet<EnrolmentId> = before.given.keys().chain(after.given.keys()).copied().collect();
        for person in &people {
            match (before.of_place(*person).value(), after.of_place(*person).value()) {
                (Some(first), Some(second)) => {
                    account.paired += 1;
                    let difference = second - first;
                    match difference {
                        up if up > 0.0 => moved.up += 1,
                        down if down < 0.0 => moved.down += 1,
                        _ => moved.same += 1,
                    }
                    differences.push(difference);
                }
                (Some(_), None) => account.only_before += 1,
                (None, Some(_)) => account.only_after += 1,
                (None, None) => account.neither += 1,
            }
        }
        account.before = Missing::of(people.iter().map(|person| before.of_place(*person)));
        account.after = Missing::of(people.iter().map(|person| after.of_place(*person)));
        let effect = Sample::of(differences).map(|differences| Effect::from(&differences));
        Self {
            account,
            moved,
            effect,
            when: PhantomData,
        }
    }
}

/// A true change and one against ratings that look back, where there are both: beside each other, never mixed.
#[derive(Debug, Clone, PartialEq)]
pub struct SideBySide {
    /// Against ratings given before.
    pub before: Option<TrueChange>,
    /// Against ratings given afterwards about the time before; these tend to show more change.
    pub looking_back: Option<Change<LookingBack>>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn ratings<W: When>(values: &[f64]) -> Ratings<W> {
        let given = values.iter().enumerate();
        let given = given.map(|(at, value)| (EnrolmentId(Uuid::from_u128(at as u128)), Given::Value(*value)));
        Ratings::of(W::DESIGN, given).unwrap()
    }

    #[test]
    fn designs_do_not_mix() {
        let wrong = Ratings::<Before>::of(Design::Retrospective, []);
        assert_eq!(
            wrong,
            Err(WrongDesign {
                expected: Design::Pre,
                found: Design::Retrospective
            })
        );
    }

    #[test]
    fn four_pairs_are_counted_and_no_more() {
        let change = Change::between(
            &ratings::<LookingBack>(&[1.0; 6]),
            &ratings(&[2.0, 1.0, 0.0, 3.0]),
        );
        assert_eq!(change.effect, Err(TooFew { found: 4 }));
        assert_eq!(
            change.moved,
            Moved {
                up: 2,
                down: 1,
                same: 1
            }
        );
        assert_eq!((change.account.paired, change.account.only_before), (4, 2));
        assert_eq!(change.account.after.no_sheet, 2);
    }

    proptest! {
        #[test]
        fn turning_time_round_turns_the_effect_round(d in prop::collection::vec((1_u8..=10, 1_u8..=10), 5..40)) {
            let first: Vec<f64> = d.iter().map(|(a, _)| f64::from(*a)).collect();
            let second: Vec<f64> = d.iter().map(|(_, b)| f64::from(*b)).collect();
            let there = Change::between(&ratings::<Before>(&first), &ratings(&second));
            let back = Change::between(&ratings::<Before>(&second), &ratings(&first));
            prop_assert_eq!(there.moved.up, back.moved.down);
            let (there, back) = (there.effect.unwrap(), back.effect.unwrap());
            prop_assert!((there.mean + back.mean).abs() < 1e-9);
            prop_assert!((there.low + back.high).abs() < 1e-9);
            prop_assert!(there.low <= there.mean && there.mean <= there.high);
        }
    }
}

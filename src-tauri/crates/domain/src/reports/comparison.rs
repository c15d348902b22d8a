//! Change between two occasions, per item: counts always, statistics only from five pairs on.
//!
//! A change needs both ends, so people with a rating at one end only are counted and said, never filled in.

use super::statistics::{Effect, FEWEST, Sample};
use crate::assessments::{Answer, Instrument, Response};
use crate::ids::PersonId;

/// What was answered to one item at one occasion.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Sheets there are.
    pub sheets: u32,
    /// Ratings at each point of the scale, lowest first.
    pub per_point: Vec<u32>,
    /// Left empty.
    pub blank: u32,
    /// Chosen not to say.
    pub declined: u32,
    /// Not readable.
    pub unreadable: u32,
    /// Not asked: skipped, or not on the sheet.
    pub not_shown: u32,
    /// Median rating times two (so that a half stays whole); none below [`FEWEST`] ratings.
    pub median_twice: Option<u32>,
}

impl Counts {
    /// Sheets with a rating of this item.
    pub fn rated(&self) -> u32 {
        self.per_point.iter().sum()
    }
}

/// How ratings of the same people changed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Change {
    /// People rated at both ends.
    pub paired: u32,
    /// People rated at one end only.
    pub unpaired: u32,
    /// Rated higher.
    pub up: u32,
    /// Rated lower.
    pub down: u32,
    /// Rated the same.
    pub same: u32,
    /// Mean difference and what belongs to it; none below [`FEWEST`] pairs.
    pub effect: Option<Effect>,
}

/// One item at two occasions.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemChange {
    /// Key of the item.
    pub item: String,
    /// The first occasion.
    pub before: Counts,
    /// The second occasion.
    pub after: Counts,
    /// The change.
    pub change: Change,
}

/// Compares the responses that count of two occasions of one instrument, item by item in its order.
///
/// The caller sees to it that the two occasions are of designs that belong together.
pub fn compare(instrument: &Instrument, before: &[Response], after: &[Response]) -> Vec<ItemChange> {
    instrument
        .items
        .iter()
        .map(|item| ItemChange {
            item: item.key.clone(),
            before: counts(instrument, &item.key, before),
            after: counts(instrument, &item.key, after),
            change: change(&item.key, before, after),
        })
        .collect()
}

fn counts(instrument: &Instrument, item: &str, responses: &[Response]) -> Counts {
    let scale = instrument
        .item(item)
        .map_or(&instrument.scale, |item| instrument.scale_of(item));
    let mut counts = Counts {
        sheets: responses.len() as u32,
        per_point: vec![0; usize::from(scale.high - scale.low) + 1],
        ..Counts::default()
    };
    let mut values = Vec::new();
    for response in responses {
        match response.answer(item) {
            Answer::Rated(value) => {
                if let Some(count) = counts
                    .per_point
                    .get_mut(usize::from(value.saturating_sub(scale.low)))
                {
                    *count += 1;
                    values.push(u32::from(*value));
                }
            }
            Answer::Chosen(_) | Answer::Number(_) | Answer::Text(_) => {}
            Answer::Blank => counts.blank += 1,
            Answer::Declined => counts.declined += 1,
            Answer::Unreadable(_) => counts.unreadable += 1,
            Answer::NotShown => counts.not_shown += 1,
        }
    }
    values.sort_unstable();
    let middle = values.len() / 2;
    counts.median_twice = match values.len() {
        n if n < FEWEST => None,
        n if n % 2 == 1 => Some(values[middle] * 2),
        _ => Some(values[middle - 1] + values[middle]),
    };
    counts
}

fn change(item: &str, before: &[Response], after: &[Response]) -> Change {
    let rating = |responses: &[Response], person: PersonId| {
        let own = responses.iter().find(|response| response.subject == person);
        own.and_then(|response| response.answer(item).value())
    };
    let mut people: Vec<PersonId> = before.iter().chain(after).map(|one| one.subject).collect();
    people.sort_unstable();
    people.dedup();
    let mut change = Change::default();
    let mut differences = Vec::new();
    for person in people {
        match (rating(before, person), rating(after, person)) {
            (Some(first), Some(second)) => {
                let difference = i32::from(second) - i32::from(first);
                change.paired += 1;
                match difference {
                    0 => change.same += 1,
                    1.. => change.up += 1,
                    _ => change.down += 1,
                }
                differences.push(f64::from(difference));
            }
            (None, None) => {}
            _ => change.unpaired += 1,
        }
    }
    change.effect = effect(&differences);
    change
}

/// The paired mean difference, from [`FEWEST`] pairs on.
pub fn effect(differences: &[f64]) -> Option<Effect> {
    let sample = Sample::of(differences.iter().copied()).ok()?;
    Some(Effect::from(&sample))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_effect_agrees_with_a_hand_calculation() {
        // mean 0.8, sd sqrt(0.7) = 0.83666, t(4) = 2.7764, J = 1 - 3/15 = 0.8
        let effect = effect(&[1.0, 0.0, 2.0, 0.0, 1.0]).unwrap();
        assert!((effect.mean - 0.8).abs() < 1e-9);
        assert!((effect.low + 0.2388).abs() < 1e-3, "{}", effect.low);
        assert!((effect.high - 1.8388).abs() < 1e-3);
        assert!((effect.g.unwrap() - 0.7649).abs() < 1e-3);
        assert_eq!(super::effect(&[1.0; 4]), None);
        assert_eq!(super::effect(&[1.0; 5]).unwrap().g, None);
    }

    proptest! {
        #[test]
        fn turning_time_round_turns_the_effect_round(d in prop::collection::vec(-4i8..=4, 5..40)) {
            let there: Vec<f64> = d.iter().map(|d| f64::from(*d)).collect();
            let back: Vec<f64> = there.iter().map(|d| -d).collect();
            let (there, back) = (effect(&there).unwrap(), effect(&back).unwrap());
            prop_assert!((there.mean + back.mean).abs() < 1e-9);
            prop_assert!((there.low + back.high).abs() < 1e-9);
        }
    }
}

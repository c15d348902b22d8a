//! Typing some paper sheets twice, to know how often a sheet is typed wrong.

use super::Answer;
use crate::ids::{OccasionId, PersonId};

/// One sheet in so many is typed twice.
const ONE_IN: usize = 10;

/// Whose sheets are typed twice: a tenth of them, rounded up, the same ones on every laptop.
///
/// Everybody has a number that is a hash of occasion and person; the smallest are taken, in the order of
/// `people`. So nobody chooses, and the order of typing does not matter.
pub fn chosen(occasion: OccasionId, people: &[PersonId]) -> Vec<PersonId> {
    let draw = |person: &PersonId| {
        let mut hasher = blake3::Hasher::new();
        hasher.update(occasion.0.as_bytes()).update(person.0.as_bytes());
        *hasher.finalize().as_bytes()
    };
    let mut drawn: Vec<PersonId> = people.to_vec();
    drawn.sort_by_key(draw);
    drawn.dedup();
    drawn.truncate(drawn.len().div_ceil(ONE_IN));
    let mut kept: Vec<PersonId> = Vec::new();
    for person in people {
        if drawn.contains(person) && !kept.contains(person) {
            kept.push(*person);
        }
    }
    kept
}

/// An item that was read differently the second time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// Key of the item.
    pub item: String,
    /// As it is stored.
    pub first: Answer,
    /// As it was typed the second time.
    pub second: Answer,
}

/// Compares two typings of a sheet, item by item in the order of the first.
pub fn mismatches(first: &[(String, Answer)], second: &[(String, Answer)]) -> Vec<Mismatch> {
    let again = |item: &str| {
        let found = second.iter().find(|(key, _)| key == item);
        found.map_or(Answer::NotShown, |(_, answer)| answer.clone())
    };
    let pairs = first.iter().map(|(item, answer)| Mismatch {
        item: item.clone(),
        first: answer.clone(),
        second: again(item),
    });
    pairs.filter(|pair| pair.first != pair.second).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn people(count: u128) -> Vec<PersonId> {
        (1..=count).map(|id| PersonId(Uuid::from_u128(id))).collect()
    }

    proptest! {
        #[test]
        fn a_tenth_is_chosen_whatever_the_order(count in 0_u128..80, occasion in any::<u128>(), turn in any::<usize>()) {
            let occasion = OccasionId(Uuid::from_u128(occasion));
            let straight = people(count);
            let mut turned = straight.clone();
            turned.rotate_left(turn % straight.len().max(1));
            let mut first = chosen(occasion, &straight);
            let mut second = chosen(occasion, &turned);
            prop_assert_eq!(first.len(), straight.len().div_ceil(10));
            first.sort_unstable();
            second.sort_unstable();
            prop_assert_eq!(first, second);
        }
    }

    #[test]
    fn only_what_differs_is_listed() {
        let sheet = |values: [Answer; 2]| {
            let [a, b] = values;
            vec![("a".to_owned(), a), ("b".to_owned(), b)]
        };
        let first = sheet([Answer::Rated(3), Answer::Blank]);
        let second = sheet([Answer::Rated(3), Answer::Declined]);
        assert_eq!(
            mismatches(&first, &second),
            [Mismatch {
                item: "b".to_owned(),
                first: Answer::Blank,
                second: Answer::Declined
            }]
        );
        assert!(mismatches(&first, &first).is_empty());
    }
}

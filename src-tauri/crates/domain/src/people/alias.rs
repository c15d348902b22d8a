//! Several records of one person: which of them counts, and where two laptops joined records differently.
//!
//! A join says "this record is the same person as that one"; ids are never rewritten. Joins are read without
//! their direction to find out who belongs together, and with it to find the record that counts, so that
//! whatever two laptops did, nobody is lost and both show the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::{AliasId, PersonId};

/// One join: `loser` is the same person as `winner`, whose record counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Join {
    /// The record that no longer stands for itself.
    pub loser: PersonId,
    /// The record that counts.
    pub winner: PersonId,
}

/// A join as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// Derived from both records.
    pub id: AliasId,
    /// Who was joined with whom.
    pub join: Join,
    /// Fields of the winner that took over another value when they were joined.
    pub replaced: Vec<Replaced>,
}

/// A field that took over another value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Name of the field, as it is stored.
    pub field: String,
    /// The value before; none where there was none.
    pub old: Option<String>,
    /// The value that it took over.
    pub new: Option<String>,
}

/// Records that are one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The record that counts.
    pub kept: PersonId,
    /// The other records, in the order of their ids.
    pub others: Vec<PersonId>,
    /// Whether the joins name one record that counts. Where they do not (two laptops chose differently), the
    /// oldest of the candidates counts until a person settles it.
    pub settled: bool,
}

/// Works out who belongs together, each group by the record that counts.
///
/// `is_live` tells whether a record is here and not in the bin: one that is not never counts while another lives.
pub fn groups(joins: &[Join], is_live: impl Fn(PersonId) -> bool) -> Vec<Group> {
    let mut joins: Vec<Join> = joins
        .iter()
        .copied()
        .filter(|join| join.loser != join.winner)
        .collect();
    joins.sort_unstable();
    joins.dedup();
    let mut beside: BTreeMap<PersonId, Vec<PersonId>> = BTreeMap::new();
    for join in &joins {
        beside.entry(join.loser).or_default().push(join.winner);
        beside.entry(join.winner).or_default().push(join.loser);
    }
    let losers: BTreeSet<PersonId> = joins.iter().map(|join| join.loser).collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for start in beside.keys() {
        if !seen.insert(*start) {
            continue;
        }
        let mut members = BTreeSet::from([*start]);
        let mut open = vec![*start];
        while let Some(next) = open.pop() {
            for other in beside.get(&next).into_iter().flatten() {
                if seen.insert(*other) {
                    members.insert(*other);
                    open.push(*other);
                }
            }
        }
        let named: Vec<PersonId> = members
            .iter()
            .copied()
            .filter(|id| !losers.contains(id))
            .collect();
        let live = |id: &&PersonId| is_live(**id);
        let kept = named.iter().find(live).or_else(|| members.iter().find(live));
        let kept = kept.or(named.first()).copied().unwrap_or(*start);
        found.push(Group {
            kept,
            others: members.into_iter().filter(|id| *id != kept).collect(),
            settled: named == [kept],
        });
    }
    found.sort_by_key(|group| group.kept);
    found
}

/// The joins to take away so that `other` stands for itself again, with those that had been joined to it before.
pub fn apart(joins: &[Join], kept: PersonId, other: PersonId) -> Vec<Join> {
    let goes = |join: &&Join| join.loser == other || (join.loser == kept && join.winner == other);
    joins.iter().filter(goes).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn join(loser: u128, winner: u128) -> Join {
        Join {
            loser: id(loser),
            winner: id(winner),
        }
    }

    fn group(kept: u128, others: &[u128], settled: bool) -> Group {
        Group {
            kept: id(kept),
            others: others.iter().map(|number| id(*number)).collect(),
            settled,
        }
    }

    #[test]
    fn chains_forks_and_circles_have_one_record_that_counts() {
        let all = |joins: &[Join]| groups(joins, |_| true);
        assert_eq!(all(&[join(1, 2)]), [group(2, &[1], true)]);
        assert_eq!(all(&[join(1, 2), join(2, 3)]), [group(3, &[1, 2], true)]);
        assert_eq!(
            all(&[join(1, 2), join(1, 3)]),
            [group(2, &[1, 3], false)],
            "a fork waits"
        );
        assert_eq!(
            all(&[join(1, 2), join(2, 1)]),
            [group(1, &[2], false)],
            "a circle waits"
        );
        assert_eq!(all(&[join(1, 1)]), []);
    }

    #[test]
    fn a_record_in_the_bin_never_hides_one_that_lives() {
        let found = groups(&[join(1, 2)], |one| one != id(2));
        assert_eq!(found, [group(1, &[2], false)]);
        let nobody = groups(&[join(1, 2)], |_| false);
        assert_eq!(nobody, [group(2, &[1], true)]);
    }

    #[test]
    fn taking_one_apart_leaves_the_others_together() {
        let joins = [join(1, 2), join(2, 3), join(4, 3)];
        assert_eq!(apart(&joins, id(3), id(2)), [join(2, 3)]);
        assert_eq!(apart(&joins, id(3), id(4)), [join(4, 3)]);
        let circle = [join(1, 2), join(2, 1)];
        assert_eq!(apart(&circle, id(1), id(2)), circle);
    }

    proptest! {
        #[test]
        fn everybody_is_in_exactly_one_group_whatever_the_order(
            pairs in proptest::collection::vec((0u128..8, 0u128..8), 0..20),
            seed in any::<u64>(),
            dead in 0u128..8,
        ) {
            let joins: Vec<Join> = pairs.iter().map(|(a, b)| join(*a, *b)).collect();
            let found = groups(&joins, |one| one != id(dead));
            let mut shuffled = joins.clone();
            let length = shuffled.len().max(1);
            shuffled.rotate_left(usize::try_from(seed % length as u64).unwrap_or(0));
            shuffled.reverse();
            prop_assert_eq!(&found, &groups(&shuffled, |one| one != id(dead)));
            let mut everybody: Vec<PersonId> = found
                .iter()
                .flat_map(|group| group.others.iter().chain([&group.kept]))
                .copied()
                .collect();
            everybody.sort_unstable();
            let mut named: Vec<PersonId> = joins
                .iter()
                .filter(|join| join.loser != join.winner)
                .flat_map(|join| [join.loser, join.winner])
                .collect();
            named.sort_unstable();
            named.dedup();
            prop_assert_eq!(everybody, named);
            for group in &found {
                prop_assert!(group.kept != id(dead) || group.others.iter().all(|one| *one == id(dead)));
                for other in &group.others {
                    let gone = apart(&joins, group.kept, *other);
                    let rest: Vec<Join> = joins.iter().copied().filter(|one| !gone.contains(one)).collect();
                    prop_assert!(gone.len() + rest.len() == joins.len());
                }
            }
        }
    }
}

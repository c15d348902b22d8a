//! The logic model of a program: which parts it has, how a revision differs from the one before, and what is
//! counted as a bridge between fields.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::ids::{ModelId, PersonId, ProgramId, SectorId};

/// The words of a model that a coalition can change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Model {
    /// The situation that the program answers.
    pub situation: String,
    /// Names of the sectors, in order.
    pub sectors: Vec<String>,
    /// Names of the career levels, in order.
    pub levels: Vec<String>,
    /// Names of the competencies, in order.
    pub competencies: Vec<String>,
    /// Outcomes back at work and in time, in order.
    pub outcomes: Vec<String>,
    /// What decides who is selected, in order.
    pub criteria: Vec<String>,
}

/// A revision of the model, frozen on the day on which it was agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its id.
    pub id: ModelId,
    /// The program.
    pub program: ProgramId,
    /// 1, 2, 3 …; two laptops may have made the same number, which a screen shows.
    pub number: u32,
    /// The day.
    pub date: NaiveDate,
    /// Who agreed, or why: a few words.
    pub remark: String,
    /// What it said.
    pub model: Model,
}

/// A part of a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum ModelPart {
    /// The situation.
    Situation,
    /// Sectors.
    Sectors,
    /// Career levels.
    Levels,
    /// Competencies.
    Competencies,
    /// Outcomes.
    Outcomes,
    /// Criteria of selection.
    Criteria,
}

impl Model {
    /// Each part with its words.
    pub fn parts(&self) -> [(ModelPart, Vec<String>); 6] {
        let situation = self.situation.lines().map(str::to_owned);
        [
            (ModelPart::Situation, situation.collect()),
            (ModelPart::Sectors, self.sectors.clone()),
            (ModelPart::Levels, self.levels.clone()),
            (ModelPart::Competencies, self.competencies.clone()),
            (ModelPart::Outcomes, self.outcomes.clone()),
            (ModelPart::Criteria, self.criteria.clone()),
        ]
    }
}

/// What a revision changed in one part. A part whose words only stand in another order has neither list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartChange {
    /// The part.
    pub part: ModelPart,
    /// Words that came.
    pub added: Vec<String>,
    /// Words that went.
    pub removed: Vec<String>,
}

/// What differs between two models, part by part; parts that are equal are left out.
pub fn changes(before: &Model, after: &Model) -> Vec<PartChange> {
    let pairs = before.parts().into_iter().zip(after.parts());
    let differ = pairs.filter(|((_, before), (_, after))| before != after);
    differ
        .map(|((part, before), (_, after))| {
            let (old, new): (BTreeSet<_>, BTreeSet<_>) = (before.iter().collect(), after.iter().collect());
            let missing = |words: &[String], other: &BTreeSet<&String>| {
                words
                    .iter()
                    .filter(|word| !other.contains(word))
                    .cloned()
                    .collect()
            };
            PartChange {
                part,
                added: missing(&after, &old),
                removed: missing(&before, &new),
            }
        })
        .collect()
}

/// Pairs of people from different sectors who work on one project. A pair counts once, in however many projects;
/// somebody without a sector bridges nothing.
pub fn bridges(projects: &[Vec<(PersonId, Option<SectorId>)>]) -> BTreeSet<(PersonId, PersonId)> {
    let mut pairs = BTreeSet::new();
    for people in projects {
        for (at, (one, sector)) in people.iter().enumerate() {
            for (other, others) in &people[at + 1..] {
                let apart = sector.zip(*others).is_some_and(|(one, other)| one != other);
                if apart && one != other {
                    pairs.insert((*one.min(other), *one.max(other)));
                }
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_revision_says_what_came_and_what_went() {
        let before = Model {
            situation: "Leaders retire.".to_owned(),
            sectors: words(&["Academic", "Public"]),
            levels: words(&["Entry", "Mid"]),
            ..Model::default()
        };
        let after = Model {
            sectors: words(&["Academic", "Museum"]),
            levels: words(&["Mid", "Entry"]),
            ..before.clone()
        };
        let found = changes(&before, &after);
        assert_eq!(found.len(), 2);
        assert_eq!(
            (found[0].part, &found[0].added, &found[0].removed),
            (ModelPart::Sectors, &words(&["Museum"]), &words(&["Public"]))
        );
        assert!(
            found[1].added.is_empty() && found[1].removed.is_empty(),
            "another order"
        );
    }

    fn person(number: u8) -> PersonId {
        PersonId(Uuid::from_u128(u128::from(number)))
    }

    fn sector(number: u8) -> SectorId {
        SectorId(Uuid::from_u128(u128::from(number)))
    }

    #[test]
    fn a_bridge_joins_two_sectors_once() {
        let both = vec![(person(1), Some(sector(1))), (person(2), Some(sector(2)))];
        let same = vec![(person(3), Some(sector(1))), (person(4), Some(sector(1)))];
        let unknown = vec![(person(5), Some(sector(1))), (person(6), None)];
        let turned = both.iter().rev().copied().collect();
        assert_eq!(bridges(&[both, same, unknown, turned]).len(), 1);
    }

    proptest! {
        #[test]
        fn every_bridge_spans_two_sectors(people in proptest::collection::vec(proptest::collection::vec((0u8..12, 0u8..4), 0..6), 0..8)) {
            let of = |number: u8, at: u8| (person(number), (at > 0).then(|| sector(number % at.max(1) + 1)));
            let projects: Vec<Vec<_>> = people.iter().map(|project| project.iter().map(|(one, at)| of(*one, *at)).collect()).collect();
            for (one, other) in bridges(&projects) {
                prop_assert!(one < other);
                let together = projects.iter().any(|project| {
                    let sectors = |who| project.iter().filter(move |(person, _)| *person == who).filter_map(|(_, sector)| *sector).collect::<Vec<_>>();
                    sectors(one).iter().any(|a| sectors(other).iter().any(|b| a != b))
                });
                prop_assert!(together);
            }
        }

        #[test]
        fn equal_models_do_not_differ(list in proptest::collection::vec("[a-z]{1,4}", 0..6)) {
            let model = Model { sectors: list, ..Model::default() };
            prop_assert!(changes(&model, &model).is_empty());
        }
    }
}

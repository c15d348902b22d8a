//! Which published version counts.

use super::ModuleVersion;
use crate::ids::ModuleVersionId;
pub use crate::versions::VersionState;

/// Where each version stands, in the order given; see [`crate::versions::standings`].
pub fn standings(versions: &[ModuleVersion], chosen: &[ModuleVersionId]) -> Vec<VersionState> {
    let plain: Vec<_> = versions
        .iter()
        .map(|version| (version.number, version.id))
        .collect();
    crate::versions::standings(&plain, chosen)
}

/// The version to use, if there is one.
pub fn current<'a>(versions: &'a [ModuleVersion], chosen: &[ModuleVersionId]) -> Option<&'a ModuleVersion> {
    let states = standings(versions, chosen);
    let at = states.iter().position(|state| *state == VersionState::Current)?;
    versions.get(at)
}

/// The number that the next version gets: numbers never come back.
pub fn next_number(versions: &[ModuleVersion]) -> u32 {
    crate::versions::next_number(versions.iter().map(|version| version.number))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::curriculum::ModuleText;
    use crate::ids::ModuleId;

    fn version(number: u32, title: &str) -> ModuleVersion {
        let text = ModuleText {
            title: title.to_owned(),
            ..ModuleText::default()
        };
        ModuleVersion::new(ModuleId(Uuid::from_u128(1)), number, NaiveDate::default(), text)
    }

    #[test]
    fn a_number_with_two_texts_waits_for_a_choice() {
        use VersionState::{Current, SetAside, Superseded, Undecided};
        let all = [version(1, "a"), version(2, "b"), version(2, "c")];
        assert_eq!(standings(&all, &[]), [Current, Undecided, Undecided]);
        assert_eq!(standings(&all, &[all[2].id]), [Superseded, SetAside, Current]);
        assert_eq!(standings(&all[..2], &[all[2].id]), [Superseded, Current]);
        assert_eq!((next_number(&all), next_number(&[])), (3, 1));
        assert_eq!(current(&all, &[]), Some(&all[0]));
        assert_eq!(current(&all[1..], &[]), None);
    }

    proptest! {
        #[test]
        fn at_most_one_is_current_and_a_choice_always_settles(
            given in proptest::collection::vec((1u32..5, 0usize..3), 0..8), choices in proptest::collection::vec(0usize..8, 0..4),
        ) {
            let mut all: Vec<ModuleVersion> = Vec::new();
            for (number, title) in given {
                let one = version(number, &title.to_string());
                if all.iter().all(|other| other.id != one.id) {
                    all.push(one);
                }
            }
            let chosen: Vec<_> = choices.iter().filter_map(|at| all.get(*at)).map(|one| one.id).collect();
            let states = standings(&all, &chosen);
            prop_assert!(states.iter().filter(|state| **state == VersionState::Current).count() <= 1);
            for (one, state) in all.iter().zip(&states) {
                let twins = all.iter().filter(|other| other.number == one.number);
                let settled = twins.clone().count() == 1 || twins.clone().any(|twin| chosen.contains(&twin.id));
                prop_assert_eq!(settled, *state != VersionState::Undecided);
            }
            let whole: Vec<_> = all.iter().map(|one| one.id).collect();
            prop_assert!(!standings(&all, &whole).contains(&VersionState::Undecided));
        }
    }
}

//! Several versions of one instrument read side by side.

use super::{Choice, Format, Instrument, Item};

/// One instrument of all items that any of these versions has: those of the newest in its order, then those that it
/// dropped. Keys are kept, nothing is renamed; choices that a version dropped stay behind those of the newest.
///
/// `versions` are of one key, in any order. Nothing comes of none.
pub fn union(versions: &[Instrument]) -> Option<Instrument> {
    let mut sorted: Vec<&Instrument> = versions.iter().collect();
    sorted.sort_by_key(|one| std::cmp::Reverse(one.version));
    let (newest, older) = sorted.split_first()?;
    let mut all = (*newest).clone();
    for version in older {
        for item in &version.items {
            match all.items.iter_mut().find(|known| known.key == item.key) {
                Some(known) => choices(known, item),
                None => all.items.push(dropped(version, &all, item)),
            }
        }
    }
    Some(all)
}

/// Takes the choices of an older version in behind those that are known.
fn choices(known: &mut Item, older: &Item) {
    let (Format::One(own) | Format::Several(own)) = &mut known.format else {
        return;
    };
    let more: Vec<Choice> = older.format.choices().to_vec();
    for choice in more {
        if own.iter().all(|one| one.key != choice.key) {
            own.push(choice);
        }
    }
}

/// An item that newer versions do not have, as it stands behind theirs.
fn dropped(version: &Instrument, newest: &Instrument, item: &Item) -> Item {
    let mut item = item.clone();
    item.section = None;
    item.shown_if = None;
    if matches!(item.format, Format::Rating(None)) && version.scale != newest.scale {
        item.format = Format::Rating(Some(version.scale.clone()));
    }
    item
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::assessments::Answer;
    use crate::assessments::fixtures::{any_answers, any_instrument, any_next};

    proptest! {
        #[test]
        fn both_versions_are_read_with_the_union_and_nothing_is_renamed(
            (old, new, before, after) in any_instrument()
                .prop_flat_map(|old| (Just(old.clone()), any_next(&old)))
                .prop_flat_map(|(old, new)| {
                    let (before, after) = (any_answers(&old), any_answers(&new));
                    (Just(old), Just(new), before, after)
                })
        ) {
            let all = union(&[old.clone(), new.clone()]).unwrap();
            prop_assert_eq!(&union(&[new.clone(), old.clone()]).unwrap(), &all);
            prop_assert_eq!(all.version, new.version);
            // Every item of either version stands there once, the newest first.
            let keys: Vec<&str> = all.items.iter().map(|item| item.key.as_str()).collect();
            let mut expected: Vec<&str> = new.items.iter().map(|item| item.key.as_str()).collect();
            expected.extend(old.items.iter().map(|item| item.key.as_str()).filter(|key| new.item(key).is_none()));
            prop_assert_eq!(&keys, &expected);
            // Answers of either version are answers of the union: in their codes, and as a file has them.
            for (version, answers) in [(&old, before), (&new, after)] {
                for (key, answer) in version.settled(&answers) {
                    let own = version.item(&key).unwrap();
                    let shared = all.item(&key).unwrap();
                    let again = Answer::from_code(&answer.code(), &shared.format, &all.scale);
                    prop_assert!(again.is_ok(), "{key} {answer:?}");
                    let (code, again) = (answer.code(), again.unwrap());
                    prop_assert_eq!(own.format.kind(), shared.format.kind());
                    if let (Answer::Chosen(mut one), Answer::Chosen(mut two)) = (answer, again) {
                        one.sort();
                        two.sort();
                        prop_assert_eq!(one, two);
                    } else {
                        prop_assert_eq!(Answer::from_stored(&code).unwrap().code(), code);
                    }
                }
            }
        }
    }

    #[test]
    fn what_a_version_dropped_stands_behind_the_newest() {
        let old = crate::assessments::fixtures::every_format();
        let mut new = old.clone();
        new.version = 2;
        new.items.remove(0);
        new.items.rotate_left(1);
        new.items.iter_mut().for_each(|item| item.shown_if = None);
        let all = union(&[old, new]).unwrap();
        let keys: Vec<&str> = all.items.iter().map(|item| item.key.as_str()).collect();
        assert_eq!(keys, ["hours", "topics", "story", "mentor", "useful"]);
        assert_eq!(union(&[]), None);
    }
}

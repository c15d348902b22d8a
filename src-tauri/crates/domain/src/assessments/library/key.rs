//! Keys that are made from words.

use crate::people::letters::fold;

/// The longest key that is made, in characters; a number may follow.
const LONGEST: usize = 40;

/// A key that says what `text` says: letters `a` to `z`, digits and hyphens. It is none of `taken`; where nothing is
/// left of the text it begins with `otherwise`.
pub fn key_of(text: &str, otherwise: &str, taken: &[String]) -> String {
    let mut key = String::new();
    for word in fold(text).split(|c: char| !c.is_ascii_alphanumeric()) {
        let longer = key.len() + word.len() + 1;
        if word.is_empty() || (longer > LONGEST && !key.is_empty()) {
            if longer > LONGEST {
                break;
            }
            continue;
        }
        if !key.is_empty() {
            key.push('-');
        }
        key.extend(word.chars().take(LONGEST));
    }
    if key.is_empty() {
        otherwise.clone_into(&mut key);
    }
    let free = |key: &str| taken.iter().all(|one| one != key);
    if free(&key) {
        return key;
    }
    let numbered = (2u32..)
        .map(|number| format!("{key}-{number}"))
        .find(|key| free(key));
    numbered.unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::assessments::is_key;

    #[test]
    fn a_key_says_what_the_words_say() {
        let taken = ["leading-up".to_owned(), "leading-up-2".to_owned()];
        assert_eq!(key_of("Leading up", "item", &taken), "leading-up-3");
        assert_eq!(key_of(" Führt  Gespräche! ", "item", &[]), "fuhrt-gesprache");
        assert_eq!(key_of("¿?", "item", &["item".to_owned()]), "item-2");
        let long = key_of(
            "My understanding has increased as a result of this program",
            "item",
            &[],
        );
        assert_eq!(long, "my-understanding-has-increased-as-a");
    }

    proptest! {
        #[test]
        fn a_key_is_always_one_and_never_taken(text in ".*", taken in proptest::collection::vec("[ab](-[23])?", 0..4)) {
            let key = key_of(&text, "item", &taken);
            prop_assert!(is_key(&key), "{}", key);
            prop_assert!(!taken.contains(&key));
        }
    }
}

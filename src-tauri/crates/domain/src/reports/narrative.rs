//! What people write into a report: words with figures in them that stay linked to where they come from.
//!
//! A linked figure stands in the text as `{enrolled: 24}`: the key of the figure, and its value when somebody put it
//! there. The text therefore reads by itself, and a figure that has changed since is noticed: the sentence around it
//! may have to change as well, so nobody but the writer puts the new value in.

use std::fmt::Write as _;

/// Longest key of a figure.
const LONGEST: usize = 120;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words.
    Words(&'t str),
    /// A figure that is linked to its source.
    Figure {
        /// Its key, e.g. `enrolled`.
        key: &'t str,
        /// Its value when it was put there.
        value: &'t str,
    },
}

/// A linked figure whose value is not what the text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// Its key.
    pub key: String,
    /// What the text says.
    pub written: String,
    /// What it is now; none if there is no such figure any more, or none that may be printed.
    pub now: Option<String>,
}

/// The words and figures of a text, in order. Braces that hold no figure are words.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut words, mut at) = (0, 0);
    while let Some(open) = text[at..].find('{').map(|found| at + found) {
        at = open + 1;
        let Some((inside, end)) = text[at..]
            .find('}')
            .map(|found| (&text[at..at + found], at + found + 1))
        else {
            break;
        };
        if let Some(figure) = figure(inside) {
            if words < open {
                pieces.push(Piece::Words(&text[words..open]));
            }
            pieces.push(figure);
            (words, at) = (end, end);
        }
    }
    if words < text.len() {
        pieces.push(Piece::Words(&text[words..]));
    }
    pieces
}

fn figure(inside: &str) -> Option<Piece<'_>> {
    let (key, value) = inside.split_once(':')?;
    let (key, value) = (key.trim(), value.trim());
    let named = !key.is_empty()
        && key.len() <= LONGEST
        && key
            .chars()
            .all(|c| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_' | '/'));
    let plain = !value.is_empty() && !value.contains(['{', '\n']);
    (named && plain).then_some(Piece::Figure { key, value })
}

/// How a figure is put into a text.
pub fn token(key: &str, value: &str) -> String {
    format!("{{{key}: {value}}}")
}

/// The text as a reader sees it.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => plain.push_str(words),
            Piece::Figure { value, .. } => plain.push_str(value),
        }
    }
    plain
}

/// How many words a reader counts, as funders limit them: runs of signs between spaces that hold a letter or a digit.
pub fn words(text: &str) -> u32 {
    let plain = plain(text);
    let counted = plain
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric));
    u32::try_from(counted.count()).unwrap_or(u32::MAX)
}

/// The figures of a text that are not what it says, each once, in order.
pub fn stale(text: &str, now: impl Fn(&str) -> Option<String>) -> Vec<Stale> {
    let mut found: Vec<Stale> = Vec::new();
    for piece in pieces(text) {
        let Piece::Figure { key, value } = piece else {
            continue;
        };
        let now = now(key);
        let known = found.iter().any(|one| one.key == key && one.written == value);
        if now.as_deref() != Some(value) && !known {
            found.push(Stale {
                key: key.to_owned(),
                written: value.to_owned(),
                now,
            });
        }
    }
    found
}

/// The text with the figures of today. Those that are gone keep what was written, and their link.
pub fn refreshed(text: &str, now: impl Fn(&str) -> Option<String>) -> String {
    let mut fresh = String::with_capacity(text.len());
    for piece in pieces(text) {
        // Writing to a text cannot fail.
        let _ = match piece {
            Piece::Words(words) => fresh.write_str(words),
            Piece::Figure { key, value } => {
                let value = now(key).unwrap_or_else(|| value.to_owned());
                fresh.write_str(&token(key, &value))
            }
        };
    }
    fresh
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_has_words_and_linked_figures() {
        let text = "We reached {enrolled: 24} leaders (see {appendix}) and {sector/lib: 9} from libraries.";
        assert_eq!(
            pieces(text),
            [
                Piece::Words("We reached "),
                Piece::Figure {
                    key: "enrolled",
                    value: "24"
                },
                Piece::Words(" leaders (see {appendix}) and "),
                Piece::Figure {
                    key: "sector/lib",
                    value: "9"
                },
                Piece::Words(" from libraries."),
            ]
        );
        assert_eq!(
            plain(text),
            "We reached 24 leaders (see {appendix}) and 9 from libraries."
        );
        assert_eq!(words(text), 10);
        assert_eq!(words("one – two: 3.5 %"), 3);
    }

    #[test]
    fn a_brace_that_is_never_closed_hides_no_figure_before_it() {
        let text = "{a: 1} {b {c: 2} {d";
        let figures: Vec<_> = pieces(text)
            .into_iter()
            .filter(|piece| matches!(piece, Piece::Figure { .. }))
            .collect();
        assert_eq!(figures.len(), 2);
    }

    #[test]
    fn figures_that_changed_are_noticed_and_put_in_only_on_demand() {
        let now = |key: &str| match key {
            "enrolled" => Some("25".to_owned()),
            "held" => Some("3".to_owned()),
            _ => None,
        };
        let text = "{enrolled: 24} people, {held: 3} sessions, {gone: 7}; again {enrolled: 24}";
        let changed = stale(text, now);
        assert_eq!(changed.len(), 2);
        assert_eq!(
            (changed[0].written.as_str(), changed[0].now.as_deref()),
            ("24", Some("25"))
        );
        assert_eq!(changed[1].now, None);
        let fresh = refreshed(text, now);
        assert_eq!(
            fresh,
            "{enrolled: 25} people, {held: 3} sessions, {gone: 7}; again {enrolled: 25}"
        );
        assert_eq!(stale(&fresh, now).len(), 1);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_in_any_text(text in ".*") {
            let joined: String = pieces(&text)
                .iter()
                .map(|piece| match piece {
                    Piece::Words(words) => (*words).to_owned(),
                    Piece::Figure { key, value } => token(key, value),
                })
                .collect();
            // Only blanks inside a figure are set anew.
            let bare = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
            prop_assert_eq!(bare(&joined), bare(&text));
            prop_assert_eq!(refreshed(&joined, |_| None), joined);
        }

        #[test]
        fn what_is_put_in_is_found_again(before in "[a-z {}:]{0,20}", key in "[a-z][a-z0-9./-]{0,20}", value in "[0-9+−., ]{0,8}[0-9]") {
            let text = format!("{before} {}", token(&key, value.trim()));
            let last = pieces(&text).pop();
            let value = value.trim();
            prop_assert_eq!(last, Some(Piece::Figure { key: &key, value }));
        }
    }
}

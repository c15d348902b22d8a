//! Words of participants: printed only with consent, and never with a name.

use std::collections::BTreeSet;

use crate::people::{Consent, letters};

/// Words that somebody wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote<'a> {
    /// What they wrote.
    pub text: &'a str,
    /// Whether their words may leave the facility.
    pub consent: Consent,
}

/// Why a quote may not be printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuoteFault {
    /// Its author did not say yes.
    #[error("expected the consent of whoever wrote it")]
    NoConsent,
    /// It names people.
    #[error("expected no names, found {names:?}")]
    Names {
        /// The words that are names of the cohort, as they stand in the quote.
        names: Vec<String>,
    },
    /// It holds an address of electronic mail.
    #[error("expected no address, found {address:?}")]
    Address {
        /// The address.
        address: String,
    },
}

/// Words that are names too: they count as names only where they are written with a capital.
const ALSO_WORDS: &[&str] = &[
    "art",
    "bill",
    "black",
    "bloom",
    "brown",
    "chance",
    "chase",
    "christian",
    "cook",
    "dean",
    "drew",
    "faith",
    "frank",
    "grace",
    "grant",
    "gray",
    "green",
    "hope",
    "joy",
    "king",
    "long",
    "mark",
    "may",
    "miles",
    "page",
    "park",
    "price",
    "rich",
    "rose",
    "sky",
    "small",
    "summer",
    "white",
    "will",
    "wood",
    "young",
];

/// Words of two letters that are names too: they count only with a capital inside a sentence.
const SHORT_WORDS: &[&str] = &[
    "am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of",
    "on", "or", "so", "to", "up", "us", "we",
];

/// The names of everybody who is counted, read once: quotes are many, and each is held against all of them.
///
/// Each part of a name counts alone; single letters never count. In writing without spaces between words a name is
/// found inside a word, its parts from two characters on (three in Arabic and Hebrew).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    parts: BTreeSet<String>,
    inside: BTreeSet<String>,
}

impl Names {
    /// The names of these people, given and family name apart.
    pub fn of<'n>(people: impl IntoIterator<Item = (&'n str, &'n str)>) -> Self {
        let mut names = Self::default();
        for (given, family) in people {
            for name in [given, family] {
                let readings = [letters::fold(name), letters::fold(&apart(name))];
                let words = readings.iter().flat_map(|folded| folded.split(' '));
                let parts = words.filter(|part| part.chars().count() > 1);
                names.parts.extend(parts.map(str::to_owned));
            }
            let whole = [format!("{family}{given}"), format!("{given}{family}")];
            let whole = whole.map(|name| letters::fold(&name).replace(' ', ""));
            names.inside.extend(whole);
        }
        names.inside.extend(names.parts.iter().cloned());
        names
            .inside
            .retain(|name| name.chars().count() >= least_inside(name));
        names
    }

    /// May this be printed?
    ///
    /// # Errors
    /// The first [`QuoteFault`].
    pub fn check(&self, quote: Quote<'_>) -> Result<(), QuoteFault> {
        if quote.consent != Consent::Yes {
            return Err(QuoteFault::NoConsent);
        }
        let mut words = quote.text.split_whitespace();
        if let Some(address) = words.find(|word| word.trim_matches('@').contains('@')) {
            return Err(QuoteFault::Address {
                address: address.to_owned(),
            });
        }
        match self.within(quote.text) {
            names if names.is_empty() => Ok(()),
            names => Err(QuoteFault::Names { names }),
        }
    }

    /// The words of a text that are names of these people, as they stand in it.
    ///
    /// Case and accents do not matter. Parts of two letters and parts that are common words need a capital.
    pub fn within(&self, text: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut starts = true;
        let between = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/' | '(' | ')');
        for raw in text.split(between) {
            let word = raw.trim_matches(|c: char| !c.is_alphanumeric());
            if word.is_empty() {
                continue;
            }
            if self.named(word, starts) && !found.iter().any(|one| one == word) {
                found.push(word.to_owned());
            }
            // “Dr. Li” is one sentence.
            starts = raw.ends_with(['.', '!', '?', '…', ':']) && word.chars().count() > 3;
        }
        found
    }

    fn named(&self, word: &str, starts: bool) -> bool {
        let capital = word.starts_with(char::is_uppercase);
        let is_name = |folded: &str| {
            self.parts.contains(folded)
                && match folded.chars().count() {
                    2 => capital && !(starts && SHORT_WORDS.contains(&folded)),
                    _ => capital || !ALSO_WORDS.contains(&folded),
                }
        };
        let folded = letters::fold(word);
        let split = letters::fold(&apart(word));
        if folded.split(' ').chain(split.split(' ')).any(is_name) {
            return true;
        }
        let close = folded.replace(' ', "");
        self.inside.iter().any(|name| close.contains(name.as_str()))
    }
}

/// Apostrophes as spaces: `Anna's` has the word `Anna` in it.
fn apart(text: &str) -> String {
    text.replace(['\'', '’', '‘', 'ʻ', 'ʼ', '`'], " ")
}

/// From how many characters on a name is looked for inside words, which depends on its script.
fn least_inside(name: &str) -> usize {
    let any = |of: fn(u32) -> bool| name.chars().any(|c| of(c as u32));
    if any(|c| matches!(c, 0x3040..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7af | 0x20000..=0x323af)) {
        2
    } else if any(|c| matches!(c, 0x0590..=0x06ff | 0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff)) {
        3
    } else {
        usize::MAX
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NAMES: &[(&str, &str)] = &[
        ("Søren", "Łukaszewicz"),
        ("Will", "O'Brien"),
        ("Na", "Li"),
        ("An", "Nguyễn"),
        ("小明", "王"),
        ("محمد", "سعيد"),
        ("Anna-Lena", "de la Cruz"),
    ];

    #[test]
    fn names_are_found_as_people_write_them() {
        for (text, names) in [
            ("I asked soren, who knew.", &["soren"][..]),
            ("LUKASZEWICZ's plan", &["LUKASZEWICZ's"]),
            ("O’Brien helped", &["O’Brien"]),
            ("Thanks to Will we moved", &["Will"]),
            ("Will came", &["Will"]),
            ("we will go on", &[]),
            ("An hour was enough", &[]),
            ("I told An about it", &["An"]),
            ("Dr. Li said so", &["Li"]),
            ("我和王小明一起工作", &["我和王小明一起工作"]),
            ("我和小明一起工作", &["我和小明一起工作"]),
            ("شكرا ومحمد", &["ومحمد"]),
            ("Lena’s idea (Cruz)", &["Lena’s", "Cruz"]),
            ("Nguyen–style filing", &["Nguyen"]),
            ("nothing here", &[]),
        ] {
            assert_eq!(Names::of(NAMES.iter().copied()).within(text), names, "{text}");
        }
    }

    #[test]
    fn a_quote_needs_consent_and_no_address() {
        let quote = |text, consent| Names::of(NAMES.iter().copied()).check(Quote { text, consent });
        assert_eq!(quote("It helped.", Consent::Yes), Ok(()));
        assert_eq!(
            quote("It helped.", Consent::NotAnswered),
            Err(QuoteFault::NoConsent)
        );
        assert_eq!(quote("It helped.", Consent::No), Err(QuoteFault::NoConsent));
        assert!(matches!(
            quote("ask me@x.org", Consent::Yes),
            Err(QuoteFault::Address { .. })
        ));
        assert!(matches!(
            quote("ask Li", Consent::Yes),
            Err(QuoteFault::Names { .. })
        ));
    }

    proptest! {
        #[test]
        fn a_whole_name_never_passes(before in "[a-z .]{0,20}", after in "[a-z .]{0,20}", at in 0..NAMES.len()) {
            let (given, family) = NAMES[at];
            let text = format!("{before} {given} {family} {after}");
            prop_assert!(!Names::of(NAMES.iter().copied()).within(&text).is_empty());
        }

        #[test]
        fn any_text_is_read(text in ".*") {
            let _ = Names::of(NAMES.iter().copied()).within(&text);
        }
    }
}

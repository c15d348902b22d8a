//! Letters that survive a foreign file, and letters that do not.
//!
//! Names are compared *folded* (no case, no accents, one space), and a name that a program without the
//! right letters saved (`?ukaszewicz`, `JosÃ©`) is recognised as damaged: it may match a good name but never
//! replaces one.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// White space collapsed to single spaces, ends trimmed, composed (NFC); control and direction characters
/// are taken out.
pub fn tidy(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !is_hidden(*c))
        .nfc()
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first control character or invisible direction mark, other than tabs and line breaks.
pub fn hidden_character(text: &str) -> Option<char> {
    text.chars()
        .find(|c| is_hidden(*c) && !matches!(c, '\n' | '\r' | '\t'))
}

fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Lower case, without accents and apostrophes, other punctuation as spaces: how two spellings of a name
/// are compared.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        fold_ascii(text)
    } else {
        fold_any(text)
    }
}

/// What [`fold_any`] gives, for what most names are made of.
fn fold_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        match c {
            '\'' | '`' => {}
            c if c.is_ascii_alphanumeric() || c == '?' => {
                if gap && !out.is_empty() {
                    out.push(' ');
                }
                gap = false;
                out.push(c.to_ascii_lowercase());
            }
            _ => gap = true,
        }
    }
    out
}

fn fold_any(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ø' | 'Ø' => out.push('o'),
            'ł' | 'Ł' => out.push('l'),
            'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
            'ħ' | 'Ħ' => out.push('h'),
            'ı' => out.push('i'),
            'ß' | 'ẞ' => out.push_str("ss"),
            'æ' | 'Æ' => out.push_str("ae"),
            'œ' | 'Œ' => out.push_str("oe"),
            'þ' | 'Þ' => out.push_str("th"),
            '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´' => {}
            c if c.is_alphanumeric() || matches!(c, '?' | '\u{fffd}') => out.extend(c.to_lowercase()),
            _ => out.push(' '),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True when letters of this text were lost or garbled on the way: a replacement character, a question mark
/// that touches a letter where names have none, or UTF-8 read as Windows-1252.
pub fn is_damaged(text: &str) -> bool {
    if text.contains('\u{fffd}') || repaired(text).is_some() {
        return true;
    }
    let chars: Vec<char> = text.chars().collect();
    chars
        .windows(2)
        .any(|pair| matches!(pair, ['?', c] | [c, '?'] if c.is_alphabetic()))
}

/// The text that was meant where UTF-8 was read as Windows-1252 (`JosÃ© Ruiz` → `José Ruiz`), word by word;
/// nothing where no word was.
pub fn repaired(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split(' ')
        .map(|word| repaired_word(word).unwrap_or_else(|| word.to_owned()))
        .collect();
    let meant = words.join(" ");
    (meant != text).then_some(meant)
}

fn repaired_word(word: &str) -> Option<String> {
    if word.is_ascii() {
        return None;
    }
    let bytes: Vec<u8> = word.chars().map(windows_1252).collect::<Option<_>>()?;
    String::from_utf8(bytes).ok()
}

/// The byte that Windows-1252 (WHATWG's table) reads as this character.
fn windows_1252(c: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match u32::from(c) {
        code @ (0..=0x7f | 0xa0..=0xff) => Some(code as u8),
        _ => HIGH.iter().position(|high| *high == c).map(|at| 0x80 + at as u8),
    }
}

/// True when a damaged text may be what is left of a good one: lost letters stand for one letter each,
/// garbled ones are read as what was meant, and all else agrees when folded.
pub fn may_be(damaged: &str, good: &str) -> bool {
    if let Some(meant) = repaired(damaged) {
        return fold(&meant) == fold(good);
    }
    let letters = |text: &str| -> Vec<char> { text.nfc().filter(|c| !matches!(c, ' ' | '-')).collect() };
    let (left, right) = (letters(damaged), letters(good));
    let same = |a: &char, b: &char| fold(&a.to_string()) == fold(&b.to_string());
    left.len() == right.len()
        && left
            .iter()
            .zip(&right)
            .all(|(a, b)| matches!(a, '?' | '\u{fffd}') || same(a, b))
}

/// True when two values say the same, however they are spelled.
pub fn same(a: &str, b: &str) -> bool {
    fold(a) == fold(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn damage_is_seen_and_good_names_are_left_alone() {
        for bad in [
            "?ukaszewicz",
            "Nguy?n Th?",
            "H?nh",
            "Ka?ahumanu",
            "Dvo?ák",
            "JosÃ©",
            "Oâ€™Shea",
            "M\u{fffd}ller",
            "Jir?",
        ] {
            assert!(is_damaged(bad), "{bad}");
        }
        for good in [
            "Łukaszewicz",
            "Nguyễn Thị",
            "Kaʻahumanu",
            "O’Shaughnessy",
            "Ortega-Núñez",
            "D’Amboise",
            "",
            "ÃO",
        ] {
            assert!(!is_damaged(good), "{good}");
        }
    }

    #[test]
    fn a_damaged_name_may_be_the_good_one() {
        assert!(may_be("?ukaszewicz", "Łukaszewicz"));
        assert!(may_be("Nguy?n Th?", "Nguyễn Thị"));
        assert!(may_be("Ka?ahumanu", "Kaʻahumanu"));
        assert!(may_be("JosÃ©", "José"));
        assert!(!may_be("?ukaszewicz", "Kowalski"));
    }

    #[test]
    fn spellings_of_one_name_fold_together() {
        assert!(same("Søren  ŁUKASZEWICZ", "soren lukaszewicz"));
        assert!(same("O’Shaughnessy", "O'Shaughnessy"));
        assert!(same("Univ. Library", "univ library"));
        assert!(!same("Ana", "Anna"));
    }

    #[test]
    fn hidden_characters_are_named_and_taken_out() {
        assert_eq!(hidden_character("a\u{202e}b"), Some('\u{202e}'));
        assert_eq!(hidden_character("a\r\nb"), None);
        assert_eq!(tidy(" a\u{7}b \r\n c\u{202e} "), "ab c");
    }

    proptest! {
        #[test]
        fn ascii_folds_as_everything_does(text in "[\\x00-\\x7f]{0,40}") {
            prop_assert_eq!(fold_ascii(&text), fold_any(&text));
        }

        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,20}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn no_text_makes_the_rules_panic(text in any::<String>(), other in any::<String>()) {
            let _ = (tidy(&text), is_damaged(&text), may_be(&text, &other));
        }
    }
}

use super::installed::examine;
use super::*;
use proptest::prelude::*;

const HAN: &[u8] = include_bytes!("../../tests/fonts/Han.ttf");
const HANGUL: &[u8] = include_bytes!("../../tests/fonts/Hangul.otf");

#[test]
fn the_fallback_covers_what_people_type() {
    for c in "Søren Łukaszewicz Nguyễn Thị Ștefan Αθήνα Жуков → ✓ ≥ ½ “”‘’–—…·×−".chars()
    {
        assert!(Face::Noto.covers(c).unwrap(), "Noto Sans lacks {c}");
        assert!(Face::NotoBold.covers(c).unwrap(), "Noto Sans SemiBold lacks {c}");
    }
    assert!(!Face::Sans.covers('ễ').unwrap());
    assert!(!Face::Noto.covers('한').unwrap());
}

#[test]
fn widths_are_whole_thousandths() {
    for face in Face::BUNDLED {
        assert_eq!(face.facts().unwrap().units_per_em, 1000, "{}", face.name());
    }
}

#[test]
fn arabic_and_hebrew_are_bundled() {
    for c in "ليلى الأنصاري پگچ ٠١٢ ۴۵۶ ، ؟".chars().filter(|c| *c != ' ') {
        assert!(
            Face::Arabic.covers(c).unwrap() && Face::ArabicBold.covers(c).unwrap(),
            "{c}"
        );
    }
    for c in "שָׁלוֹם־ץ".chars() {
        assert!(
            Face::Hebrew.covers(c).unwrap() && Face::HebrewBold.covers(c).unwrap(),
            "{c}"
        );
    }
}

/// Puts a font into a collection of one.
fn collection(font: &[u8]) -> Vec<u8> {
    let mut out = b"ttcf\0\x01\0\0\0\0\0\x01\0\0\0\x10".to_vec();
    let shift = out.len() as u32;
    out.extend(font);
    let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
    for at in 0..tables {
        let place = shift as usize + 12 + 16 * at + 8;
        let moved = u32::from_be_bytes(out[place..place + 4].try_into().unwrap()) + shift;
        out[place..place + 4].copy_from_slice(&moved.to_be_bytes());
    }
    out
}

#[test]
fn of_a_collection_the_first_face_is_taken() {
    let (alone, first) = (examine(HAN).unwrap(), examine(&collection(HAN)).unwrap());
    assert_eq!(first.name, alone.name);
    assert_eq!(first.facts.glyphs, alone.facts.glyphs);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_for_a_font_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..3_000)) {
        prop_assert!(examine(&bytes).is_err());
    }

    #[test]
    fn any_damage_to_a_font_gets_an_answer(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in prop::option::of(any::<prop::sample::Index>()),
        cff in any::<bool>(),
    ) {
        let mut bytes = if cff { HANGUL } else { HAN }.to_vec();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        // A font with a harmless scratch may still be used; it must not bring anything down.
        let answer = examine(&bytes);
        let answered = matches!(answer, Ok(_) | Err(ReportError::UnusableFont(_)));
        prop_assert!(answered);
    }
}

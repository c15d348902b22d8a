use super::*;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

const BODY: Setting = Setting {
    size: 10.5,
    leading: 15.0,
    fall: Fall::Words,
};

fn set(text: &str, width: f32) -> Vec<Line> {
    lines(&[Span::new(Face::Sans, text)], BODY, Some(width)).unwrap()
}

#[test]
fn a_name_falls_as_a_whole_and_running_text_by_words() {
    let name = Setting {
        fall: Fall::Whole,
        ..BODY
    };
    let whole = lines(&[Span::new(Face::SansBold, "Nguyễn Minh")], name, None).unwrap();
    assert_eq!(whole[0].runs.len(), 1);
    assert_eq!(whole[0].runs[0].face, Face::NotoBold);
    let words = set("met Nguyễn today", 400.0);
    let faces: Vec<Face> = words[0].runs.iter().map(|run| run.face).collect();
    assert_eq!(faces, [Face::Sans, Face::Noto, Face::Sans]);
}

#[test]
fn an_arrow_alone_does_not_drag_the_text_along() {
    let lines = lines(
        &[Span::new(Face::Sans, "2.5 → 4")],
        Setting {
            fall: Fall::Whole,
            ..BODY
        },
        None,
    )
    .unwrap();
    let faces: Vec<Face> = lines[0].runs.iter().map(|run| run.face).collect();
    assert_eq!(faces, [Face::Sans, Face::Noto, Face::Sans]);
}

#[test]
fn characters_without_a_glyph_are_named() {
    let error = lines(&[Span::new(Face::Sans, "Kim 한글 🙂 한")], BODY, None).unwrap_err();
    assert!(
        matches!(&error, ReportError::MissingGlyphs { characters, .. } if characters[..] == ['한', '글', '🙂'])
    );
    assert!(error.to_string().contains("🙂 (U+1F642)"), "{error}");
}

#[test]
fn decomposed_letters_are_composed_and_controls_left_out() {
    let lines = set("Jose\u{301} \u{200B}\u{7}ok", 400.0);
    assert_eq!(lines[0].text(), "José ok");
}

#[test]
fn figures_have_one_width() {
    let ones = measure(Face::Sans, "111", 10.0).unwrap();
    let eights = measure(Face::Sans, "888", 10.0).unwrap();
    assert!((ones - eights).abs() < 0.01, "{ones} {eights}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_character_is_lost_and_no_line_is_too_wide(
        text in "[a-zA-ZøŁéễА-Яα-ω0-9 ,.()–“”→-]{1,300}", width in 40.0f32..500.0
    ) {
        let lines = set(&text, width);
        let out: String = lines.iter().map(Line::text).collect();
        prop_assert_eq!(out, text.nfc().collect::<String>());
        for line in &lines {
            prop_assert!(line.width <= width + 0.05, "{} > {}", line.width, width);
        }
    }
}

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
        text in "[a-zA-ZøŁéễА-Яα-ωא-תابتثجحخدذرزسشصضطظعغفقكلمنهوي0-9 ,.()–“”→-]{1,300}", width in 40.0f32..500.0
    ) {
        let lines = set(&text, width);
        let out: String = lines.iter().map(Line::text).collect();
        prop_assert_eq!(out, text.nfc().collect::<String>());
        for line in &lines {
            prop_assert!(line.width <= width + 0.05, "{} > {}", line.width, width);
        }
    }
}

#[test]
fn what_is_read_from_right_to_left_begins_at_the_right() {
    let [line] = &set("שלום עולם", 300.0)[..] else {
        panic!("one line")
    };
    assert!(line.rtl && line.runs.iter().all(|run| run.rtl && run.face == Face::Hebrew));
    assert_eq!(line.text(), "שלום עולם");
    assert_eq!(line.runs[0].text(), "שלום עולם");
    assert_eq!(
        line.runs[0].clusters[0].text, "ם",
        "the last letter stands at the left"
    );
    assert!((line.left(0.0, 300.0) - (300.0 - line.width)).abs() < 0.01);
}

#[test]
fn numbers_and_names_keep_their_direction_within_a_line() {
    let [line] = &set("Meet שרה כהן at 10", 300.0)[..] else {
        panic!("one line")
    };
    assert!(!line.rtl);
    let runs: Vec<(String, bool)> = line.runs.iter().map(|run| (run.text(), run.rtl)).collect();
    assert_eq!(runs[0], ("Meet ".into(), false));
    assert!(runs.contains(&("שרה כהן".into(), true)), "{runs:?}");
    assert_eq!(line.text(), "Meet שרה כהן at 10");
    let left: Vec<f32> = line.runs.iter().map(|run| run.x).collect();
    assert!(left.is_sorted(), "{left:?}");
}

#[test]
fn arabic_letters_are_joined_and_a_ligature_keeps_both_letters() {
    let [line] = &set("سلام", 300.0)[..] else {
        panic!("one line")
    };
    let run = &line.runs[0];
    assert_eq!((run.face, run.text()), (Face::Arabic, "سلام".into()));
    let texts: Vec<&str> = run.clusters.iter().map(|cluster| cluster.text.as_str()).collect();
    assert_eq!(texts, ["م", "لا", "س"], "from left to right");
    let alone = set("س", 300.0);
    let joined = &run.clusters[2].glyphs[0];
    assert_ne!(
        joined.id, alone[0].runs[0].clusters[0].glyphs[0].id,
        "the form at the beginning of a word"
    );
}

#[test]
fn what_keeps_letters_apart_is_kept_where_letters_join() {
    let [apart] = &set("می\u{200C}خواهم", 300.0)[..] else {
        panic!("one line")
    };
    let [joined] = &set("میخواهم", 300.0)[..] else {
        panic!("one line")
    };
    assert_eq!(apart.text(), "می\u{200C}خواهم");
    assert!(
        (apart.width - joined.width).abs() > 0.5,
        "the form at the end of a word is wider"
    );
}

#[test]
fn a_line_of_two_directions_is_as_wide_as_its_letters() {
    let [line] = &set("שלום abc  ", 300.0)[..] else {
        panic!("one line")
    };
    let ink: f32 = line.runs.iter().map(Run::width).sum();
    assert!((ink - line.width).abs() < 0.01, "{ink} {}", line.width);
}

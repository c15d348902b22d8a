use proptest::prelude::*;

use super::*;

#[test]
fn shipped_templates_can_be_used_and_come_back_as_they_were() {
    let all = shipped().unwrap();
    let keys: Vec<_> = all.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(keys, ["plain", "imls", "lsta"]);
    for one in all.into_iter().chain([of_cohort().unwrap()]) {
        let again = template(write_template(&one).unwrap().as_bytes()).unwrap();
        assert_eq!(again, one);
    }
}

#[test]
fn an_overview_for_imls_has_at_most_150_words() {
    let all = shipped().unwrap();
    let imls = all.iter().find(|one| one.key == "imls").unwrap();
    let ask = imls.section("overview").unwrap().ask.clone().unwrap();
    assert_eq!((ask.words, ask.needed), (Some(150), true));
    assert!(imls.award_on_pages);
    assert_eq!(imls.pages, Some(10));
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let broken = |text: &str| template(text.as_bytes()).unwrap_err().to_string();
    assert_eq!(broken(r#"{"schema":2}"#), "schema: expected 1, found 2");
    let one = |section: &str| format!(r#"{{"schema":1,"key":"k","name":"n","sections":[{section}]}}"#);
    assert!(
        broken(&one(r#"{"key":"a","heading":"A","part":"medium","limit":3}"#))
            .contains("unknown field `limit`")
    );
    assert_eq!(
        broken(&one(r#"{"key":"a","heading":"A","part":"midterm"}"#)),
        "section 1: expected one of words, situation, inputs, activities, participation, short, medium, long, \
         statements, instruments, found \"midterm\""
    );
    assert_eq!(
        broken(&one(r#"{"key":"a","heading":"A"}"#)),
        "section 1: expected something to ask for, or a part other than words"
    );
    assert!(matches!(
        template(&[b' '; LARGEST + 1]),
        Err(TemplateError::Large { .. })
    ));
    assert!(matches!(
        template(b"{\"schema\":\xff"),
        Err(TemplateError::Text { at: 10 })
    ));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = template(&bytes);
    }

    #[test]
    fn a_damaged_file_is_read_or_refused(at in 0_usize..3000, byte in any::<u8>()) {
        let mut bytes = include_bytes!("../../../../../assets/reports/imls.json").to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = template(&bytes);
    }
}

use nexus_domain::assessments::{Answer, Decimal, Format, Test};
use nexus_domain::people::{Term, default_levels, default_sectors};
use proptest::prelude::*;

use super::*;

#[test]
fn the_thirteen_competencies_differ_by_level_and_by_sector() {
    let framework = &shipped_frameworks().unwrap()[0];
    let (sectors, mut levels) = (default_sectors(), default_levels());
    // A shipped word keeps its wording under another name.
    let director = levels[4].id;
    Term::rename(&mut levels, director, "Head of service").unwrap();
    Term::forget(&mut levels, director, "Director").unwrap();
    assert_eq!(framework.competencies.len(), 13);
    for competency in &framework.competencies {
        let general = competency.anchors(&[]);
        let executive = framework.contexts_of(Some(&sectors[1]), Some(&levels[4]));
        let museum = framework.contexts_of(Some(&sectors[4]), Some(&levels[0]));
        assert_eq!(general.len(), 3, "{}", competency.key);
        assert_ne!(competency.anchors(&executive), general, "{}", competency.key);
        assert_ne!(competency.anchors(&museum), general, "{}", competency.key);
        assert_ne!(competency.anchors(&museum), competency.anchors(&executive));
    }
}

#[test]
fn shipped_instruments_carry_licence_and_source_and_name_real_competencies() {
    let frameworks = shipped_frameworks().unwrap();
    let instruments = shipped_instruments().unwrap();
    let keys: Vec<_> = instruments.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(
        keys,
        ["competency-self-assessment", "imls-training", "lsta-workforce"]
    );
    for instrument in &instruments {
        assert!(!instrument.licence.is_empty() && !instrument.source.is_empty());
        for item in &instrument.items {
            let Some(key) = &item.competency else { continue };
            assert!(frameworks[0].competency(key).is_some(), "{key}");
        }
    }
    assert_eq!(instruments[0].items.len(), 13);
}

#[test]
fn faults_name_their_place() {
    let good = include_str!("../../../../../assets/instruments/imls-training.json");
    let fault = |from: &str, to: &str| instrument(&good.replace(from, to)).unwrap_err().to_string();
    assert!(fault("\"interest\"", "\"confident\"").contains("confident"));
    assert!(fault("\"reaction\"", "\"joy\"").contains("interest, kind"));
    assert!(fault("\"high\": 5", "\"high\": 12").contains("1 to 12"));
    assert!(fault("\"schema\": 1", "\"schema\": 9").contains("found 9"));
    assert!(fault("\"locked\"", "\"lokced\"").contains("lokced"));
}

#[test]
fn what_ships_is_written_as_it_was_read() {
    for text in [
        include_str!("../../../../../assets/instruments/competency-self-assessment.json"),
        include_str!("../../../../../assets/instruments/imls-training.json"),
        include_str!("../../../../../assets/instruments/lsta-workforce.json"),
    ] {
        let written = write_instrument(&instrument(text).unwrap()).unwrap();
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(value(&written), value(text));
        assert_eq!(instrument(&written).unwrap(), instrument(text).unwrap());
    }
    let text = include_str!("../../../../../assets/frameworks/nexus-competencies.json");
    let read = framework(text).unwrap();
    assert_eq!(read.groups.len(), 2);
    assert_eq!(framework(&write_framework(&read).unwrap()).unwrap(), read);
    // Funder wording is nobody's to edit; our own is.
    let locked: Vec<_> = shipped_instruments()
        .unwrap()
        .iter()
        .map(|one| one.locked)
        .collect();
    assert_eq!((locked, read.locked), (vec![false, true, true], false));
}

const EVERY: &str = r#"{ "schema": 1, "id": "follow-up", "version": 2, "title": "Follow-up", "locked": false,
  "licence": "CC0-1.0", "source": "Tests", "scale": { "low": 1, "high": 5 },
  "sections": [{ "id": "mentoring", "title": "Mentoring", "text": "About the past month." }],
  "items": [
    { "id": "useful", "text": "Useful", "kind": "reaction", "format": { "type": "rating", "scale": { "low": 1, "high": 7 } } },
    { "id": "mentor", "text": "Mentor?", "kind": "behaviour", "section": "mentoring",
      "format": { "type": "one", "choices": [{ "id": "yes", "text": "Yes" }, { "id": "no", "text": "No" }] } },
    { "id": "hours", "text": "Hours", "kind": "behaviour", "section": "mentoring",
      "format": { "type": "number", "low": 0.5, "high": 200, "unit": "hours" }, "shown_if": { "item": "mentor", "is": ["yes"] } },
    { "id": "topics", "text": "Topics", "kind": "learning",
      "format": { "type": "several", "choices": [{ "id": "people", "text": "People" }] }, "shown_if": { "item": "useful", "at_least": 3 } },
    { "id": "story", "text": "Story", "kind": "results", "format": { "type": "text", "long": true },
      "shown_if": { "item": "hours", "answered": true } } ] }"#;

#[test]
fn every_format_and_condition_has_its_place_in_a_file() {
    let read = instrument(EVERY).unwrap();
    let half = Decimal::read("0.5");
    assert!(matches!(&read.items[2].format, Format::Number { low, .. } if *low == half));
    assert!(matches!(&read.items[3].shown_if, Some(one) if one.test == Test::AtLeast(Decimal::from(3))));
    let written = write_instrument(&read).unwrap();
    assert_eq!(instrument(&written).unwrap(), read);
    assert_eq!(write_instrument(&instrument(&written).unwrap()).unwrap(), written);
    for item in &read.items {
        let format = format_json(&item.format).unwrap();
        assert_eq!(read_format(&format, "x").unwrap(), item.format);
        if let Some(condition) = &item.shown_if {
            let text = write_condition(condition).unwrap();
            assert_eq!(read_condition(&text, "x").unwrap(), *condition);
        }
    }
}

#[test]
fn files_that_lie_are_refused_with_place_and_reason() {
    let fault = |from: &str, to: &str| {
        assert!(EVERY.contains(from), "{from}");
        instrument(&EVERY.replacen(from, to, 1)).unwrap_err().to_string()
    };
    assert!(fault("\"type\": \"one\"", "\"type\": \"two\"").contains("mentor, format"));
    assert!(fault("\"type\": \"text\"", "\"type\": \"text\", \"unit\": \"h\"").contains("story, format"));
    assert!(fault("\"at_least\": 3", "\"at_least\": 3, \"is\": [\"3\"]").contains("topics, shown_if"));
    assert!(fault("\"is\": [\"yes\"]", "\"is\": [\"maybe\"]").contains("hours, shown_if"));
    assert!(fault("\"id\": \"no\"", "\"id\": \"yes\"").contains("mentor, choices"));
    assert!(fault("\"unit\"", "\"unti\"").contains("unti"));
    assert!(fault("\"low\": 0.5", "\"low\": 1e300").contains("15 digits"));
    assert!(fault("\"title\": \"Follow-up\"", "\"title\": \"x\", \"title\": \"y\"").contains("duplicate"));

    let text = include_str!("../../../../../assets/frameworks/nexus-competencies.json");
    let twice = text.replacen("\"executive\": {", "\"general\": {", 1);
    assert!(framework(&twice).unwrap_err().to_string().contains("general"));
    let twins = text.replacen("\"id\": \"influence\"", "\"id\": \"self-awareness\"", 1);
    assert!(
        framework(&twins)
            .unwrap_err()
            .to_string()
            .contains("competencies")
    );

    assert!(matches!(
        text_of(b"{\n\xff}"),
        Err(InstrumentError::Text { line: 2 })
    ));
    let large = vec![b' '; LARGEST + 1];
    assert!(matches!(text_of(&large), Err(InstrumentError::Large { .. })));
    assert_eq!(text_of(b"\xEF\xBB\xBF{}").unwrap(), "{}");
}

/// The items that `rules.json` is about.
const RULES: &str = r#"{ "schema": 1, "id": "rules", "version": 1, "title": "Rules", "locked": false,
  "licence": "CC0-1.0", "source": "Tests", "scale": { "low": 1, "high": 5 }, "items": [
    { "id": "useful", "text": "Useful", "kind": "reaction" },
    { "id": "mentor", "text": "Mentor?", "kind": "behaviour", "format": { "type": "one", "choices": [
      { "id": "yes", "text": "Yes" }, { "id": "no", "text": "No" }, { "id": "soon", "text": "Soon" }] } },
    { "id": "hours", "text": "Hours", "kind": "behaviour", "format": { "type": "number", "low": 0, "high": 200 },
      "shown_if": { "item": "mentor", "is_not": ["no"] } },
    { "id": "topics", "text": "Topics", "kind": "learning", "format": { "type": "several", "choices": [
      { "id": "people", "text": "People" }, { "id": "money", "text": "Money" }] } },
    { "id": "story", "text": "Story", "kind": "results", "format": { "type": "text", "long": true },
      "shown_if": { "item": "hours", "at_least": 10 } } ] }"#;

#[derive(serde::Deserialize)]
struct Rules {
    sheets: Vec<RuleSheet>,
    numbers: Vec<(String, Option<String>)>,
}

#[derive(serde::Deserialize)]
struct RuleSheet {
    codes: Vec<String>,
    shown: Vec<bool>,
}

/// The window asks item by item, the domain settles the sheet: both are held to these examples.
#[test]
fn the_domain_keeps_the_rules_that_the_window_keeps() {
    let text = include_str!("../../../../../tests/fixtures/assessments/rules.json");
    let rules: Rules = serde_json::from_str(text).unwrap();
    let instrument = instrument(RULES).unwrap();
    for sheet in rules.sheets {
        let pairs = instrument.items.iter().zip(&sheet.codes);
        let given =
            pairs.filter_map(|(item, code)| Some((item.key.clone(), Answer::from_stored(code).ok()?)));
        let given: Vec<(String, Answer)> = given.collect();
        assert_eq!(instrument.shown(&given), sheet.shown, "{:?}", sheet.codes);
    }
    for (typed, spelt) in rules.numbers {
        let read = Decimal::read(&typed).map(|number| number.to_string());
        assert_eq!(read, spelt, "{typed:?}");
    }
}

proptest! {
    #[test]
    fn damaged_files_are_refused_or_read_but_never_break(at in 0usize..2000, cut in 0usize..40, with in ".{0,8}") {
        let good = include_str!("../../../../../assets/instruments/competency-self-assessment.json");
        let mut bytes: Vec<char> = good.chars().collect();
        let from = at.min(bytes.len());
        let to = (from + cut).min(bytes.len());
        bytes.splice(from..to, with.chars());
        let text: String = bytes.into_iter().collect();
        if let Ok(read) = instrument(&text) {
            prop_assert!(read.check().is_ok());
        }
        let _ = framework(&text);
    }
}

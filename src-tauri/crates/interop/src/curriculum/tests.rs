use chrono::Days;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

const SAMPLE: &str = include_str!("../../../../../assets/sample/curriculum.json");

fn refused(text: &str) -> CurriculumError {
    read(text.as_bytes()).unwrap_err()
}

/// The text of the sample with one place of it changed.
fn changed(from: &str, to: &str) -> String {
    assert!(SAMPLE.contains(from), "{from}");
    SAMPLE.replacen(from, to, 1)
}

#[test]
fn the_sample_has_eight_modules_and_comes_out_as_it_went_in() {
    let modules = read(SAMPLE.as_bytes()).unwrap();
    assert_eq!(modules.len(), 8);
    assert_eq!(
        modules.iter().filter(|module| module.versions.is_empty()).count(),
        1
    );
    assert_eq!(
        modules.iter().filter(|module| module.versions.len() == 2).count(),
        1
    );
    let written = write(&modules).unwrap();
    assert_eq!(read(written.as_bytes()).unwrap(), modules);
    assert_eq!(write(&read(written.as_bytes()).unwrap()).unwrap(), written);
}

#[test]
fn a_file_that_is_damaged_newer_or_of_another_kind_is_refused_with_the_place() {
    assert!(matches!(refused(" \n"), CurriculumError::Empty));
    assert!(matches!(
        read(b"{\"format\": \"\xff\"").unwrap_err(),
        CurriculumError::NotText { at: 13 }
    ));
    let cut = refused(&SAMPLE[..SAMPLE.len() / 2]);
    assert_eq!(cut.reason(), "damaged");
    assert!(cut.to_string().contains("line"), "{cut}");
    let newer = "{\"format\": \"nexus-curriculum\", \"version\": 2, \"parts\": {\"of\": \"tomorrow\"}}";
    assert!(matches!(refused(newer), CurriculumError::Newer { found: 2 }));
    let other = changed("nexus-curriculum", "nexus-framework");
    assert_eq!(
        refused(&other).to_string(),
        "format: expected \"nexus-curriculum\", found \"nexus-framework\""
    );
    assert!(
        refused(&changed("\"purpose\"", "\"porpoise\""))
            .to_string()
            .contains("porpoise")
    );
    assert_eq!(
        refused(&changed("\"minutes\": 45", "\"minutes\": 4500")).to_string(),
        "module 1, version 1, minutes: expected 1 to 1440, found \"4500\""
    );
    let no_licence = refused(&changed("\"licence\": \"CC BY 4.0\"", "\"licence\": \"\""));
    assert!(no_licence.to_string().contains("licence"), "{no_licence}");
}

#[test]
fn what_stands_twice_is_named_with_both_places() {
    let modules = read(SAMPLE.as_bytes()).unwrap();
    let (first, second) = (modules[0].id.to_string(), modules[1].id.to_string());
    let double = refused(&SAMPLE.replace(&second, &first)).to_string();
    assert!(double.starts_with("module 2 “"), "{double}");
    assert!(
        double.contains(&first) && double.contains("first in module 1 “"),
        "{double}"
    );
    let twice = refused(&changed("\"number\": 2", "\"number\": 1"));
    assert_eq!(twice.reason(), "twice");
}

#[test]
fn a_text_that_was_changed_after_it_was_published_is_noticed() {
    let written = write(&read(SAMPLE.as_bytes()).unwrap()).unwrap();
    let title = &read(SAMPLE.as_bytes()).unwrap()[0].versions[0].text.title;
    let touched = written.replacen(title.as_str(), "Something else", 1);
    let refused = refused(&touched).to_string();
    assert!(refused.contains("changed after it was published"), "{refused}");
}

fn texts() -> impl Strategy<Value = ModuleText> {
    let words = "[ -~é✓]{1,20}(\n[ -~ü]{0,20}){0,2}";
    let line = "[ -~é]{0,12}[a-z]";
    (
        line,
        words,
        1u32..=1440,
        proptest::collection::vec(line, 0..4),
        (words, words, words),
        (line, words),
    )
        .prop_filter_map(
            "every field that must be written is",
            |(title, purpose, minutes, competencies, more, whose)| {
                let mut text = ModuleText::default();
                let given = [
                    (ModuleField::Title, title),
                    (ModuleField::Purpose, purpose),
                    (ModuleField::Minutes, minutes.to_string()),
                    (ModuleField::Competencies, competencies.join("\n")),
                    (ModuleField::Materials, more.0),
                    (ModuleField::Notes, more.1),
                    (ModuleField::Application, more.2),
                    (ModuleField::Licence, whose.0),
                    (ModuleField::Source, whose.1),
                ];
                for (field, value) in given {
                    text.set(field, &value).ok()?;
                }
                text.missing().is_empty().then_some(text)
            },
        )
}

fn modules() -> impl Strategy<Value = Vec<Carried>> {
    let version = (1u32..9, 0u64..20_000, texts());
    let module = (
        any::<u128>(),
        proptest::collection::btree_map(1u32..9, version, 0..3),
        proptest::option::of((texts(), any::<bool>())),
    );
    proptest::collection::vec(module, 0..4).prop_map(|given| {
        let mut found: BTreeMap<ModuleId, Carried> = BTreeMap::new();
        for (id, versions, draft) in given {
            let id = ModuleId(Uuid::from_u128(id));
            let day = |days| NaiveDate::default().checked_add_days(Days::new(days)).unwrap();
            let versions: Vec<_> = versions
                .into_iter()
                .map(|(number, (_, days, text))| ModuleVersion::new(id, number, day(days), text))
                .collect();
            let draft = draft.map(|(text, based)| CarriedDraft {
                text,
                base: versions.last().map(|version| version.id).filter(|_| based),
            });
            if !versions.is_empty() || draft.is_some() {
                found.insert(id, Carried { id, versions, draft });
            }
        }
        found.into_values().collect()
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_it_was(modules in modules()) {
        let text = write(&modules).unwrap();
        prop_assert_eq!(read(text.as_bytes()).unwrap(), modules);
    }

    #[test]
    fn any_bytes_are_refused_or_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
    }

    #[test]
    fn a_file_with_anything_in_any_place_never_breaks(
        at in 0usize..20_000, cut in 0usize..60, with in proptest::collection::vec(any::<u8>(), 0..12),
    ) {
        let mut bytes = SAMPLE.as_bytes().to_vec();
        let from = at.min(bytes.len());
        let to = (from + cut).min(bytes.len());
        bytes.splice(from..to, with);
        if let Ok(modules) = read(&bytes) {
            let text = write(&modules).unwrap();
            prop_assert_eq!(read(text.as_bytes()).unwrap(), modules);
        }
    }
}

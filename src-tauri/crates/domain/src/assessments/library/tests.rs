use proptest::prelude::*;

use super::*;
use crate::assessments::fixtures::{any_instrument, every_format};
use crate::assessments::{Choice, Decimal, Format, Instrument, Scale};

fn problems(content: &Content, others: &[Instrument]) -> Vec<ProblemMatter> {
    let instrument = content.instrument("follow-up", 2);
    let found = instrument_problems(content, &instrument, others, None);
    found.into_iter().map(|problem| problem.matter).collect()
}

fn part<'a>(content: &'a mut Content, kind: PartKind, key: &str) -> &'a mut Part {
    let found = content
        .parts
        .iter_mut()
        .find(|part| part.kind == kind && part.key == key);
    found.unwrap()
}

#[test]
fn items_may_stand_before_between_and_behind_sections() {
    let mut instrument = every_format();
    let other = |key: &str| crate::assessments::Section {
        key: key.into(),
        title: key.into(),
        text: String::new(),
    };
    instrument.sections.extend([other("later"), other("empty")]);
    instrument.items[4].section = Some("later".into());
    assert_eq!(instrument.check(), Ok(()));
    assert_eq!(
        Content::of_instrument(&instrument).instrument("follow-up", 1),
        instrument
    );
}

#[test]
fn a_draft_says_everything_that_keeps_it_from_being_published() {
    use ProblemMatter::{Bounds, EmptySection, Labels, Licence, NoChoices, NoSuchAnswer, NotEarlier, Text};
    let good = Content::of_instrument(&every_format());
    assert_eq!(problems(&good, &[]), []);
    let broken = |change: &dyn Fn(&mut Content)| {
        let mut content = good.clone();
        change(&mut content);
        problems(&content, &[])
    };
    assert_eq!(broken(&|one| one.head.licence.clear()), [Licence]);
    assert_eq!(broken(&|one| one.head.labels = vec!["low".into()]), [Labels]);
    assert_eq!(
        broken(&|one| part(one, PartKind::Item, "useful").text.clear()),
        [Text]
    );
    assert_eq!(
        broken(&|one| one
            .parts
            .retain(|part| part.key != "hours" && part.key != "mentor")),
        [EmptySection, NotEarlier]
    );
    assert_eq!(
        broken(&|one| part(one, PartKind::Item, "hours").high = "-1".into()),
        [Bounds]
    );
    assert_eq!(
        broken(&|one| part(one, PartKind::Item, "hours").shown_if = "mentor is maybe".into()),
        [NoSuchAnswer]
    );
    assert_eq!(
        broken(&|one| one
            .parts
            .retain(|part| part.kind != PartKind::Choice || part.parent != "topics")),
        [NoChoices]
    );
}

#[test]
fn a_key_keeps_its_meaning_through_all_versions() {
    use ProblemMatter::{ChoiceGone, OtherFormat, OtherScale, OtherUnit};
    let first = every_format();
    let good = Content::of_instrument(&first);
    let changed = |change: &dyn Fn(&mut Content)| {
        let mut content = good.clone();
        change(&mut content);
        problems(&content, std::slice::from_ref(&first))
    };
    assert_eq!(
        changed(&|one| part(one, PartKind::Item, "useful").text = "Other words".into()),
        []
    );
    assert_eq!(
        changed(&|one| part(one, PartKind::Item, "useful")
            .set(PartField::Scale, "1 4")
            .unwrap()),
        [OtherScale]
    );
    assert_eq!(
        changed(&|one| part(one, PartKind::Item, "useful")
            .set(PartField::Format, "text")
            .unwrap()),
        [OtherFormat]
    );
    assert_eq!(
        changed(&|one| part(one, PartKind::Item, "hours").unit = "days".into()),
        [OtherUnit]
    );
    let gone = changed(&|one| {
        let choice = one
            .of(PartKind::Choice)
            .find(|part| part.parent == "topics")
            .unwrap()
            .id;
        one.parts.retain(|part| part.id != choice);
    });
    assert_eq!(gone, [ChoiceGone]);
    // An item that was left out in between comes back as what it was, or not at all.
    let mut second = first.clone();
    (second.version, second.items) = (2, vec![second.items[0].clone()]);
    let mut third = first.clone();
    third.version = 3;
    assert_eq!(third.follows([&first, &second]), Ok(()));
    third.items[1].format = Format::Text { long: false };
    let told = third.follows([&first, &second]).unwrap_err().to_string();
    assert!(
        told.contains("mentor, format") && told.contains("version 1"),
        "{told}"
    );
    // The order in which versions come to a laptop does not matter.
    assert!(first.follows([&third]).is_err());
}

#[test]
fn a_difference_names_what_came_went_moved_and_changed() {
    let left = Content::of_instrument(&every_format());
    let mut next = every_format();
    next.title = "Follow-up, anew".into();
    let story = next.items.pop().unwrap();
    assert_eq!(story.key, "story");
    let topics = next.items.iter().position(|item| item.key == "topics").unwrap();
    let topics = next.items.remove(topics);
    next.items.insert(0, topics);
    next.items[1].text = "How useful was it?".into();
    let mut fresh = next.items[0].clone();
    (fresh.key, fresh.format) = (
        "fresh".into(),
        Format::Number {
            low: None,
            high: None,
            unit: String::new(),
        },
    );
    next.items.insert(1, fresh);
    let right = Content::of_instrument(&next);
    let found = difference(&left, &right);
    assert_eq!(
        found.head,
        [(
            HeadField::Title,
            "Follow-up".to_owned(),
            "Follow-up, anew".to_owned()
        )]
    );
    let of = |key: &str| {
        let own = |one: &&PartDifference| {
            let part = one.right.as_ref().or(one.left.as_ref());
            part.is_some_and(|part| part.kind == PartKind::Item && part.key == key)
        };
        found.parts.iter().find(own).unwrap()
    };
    assert!(of("fresh").left.is_none() && of("story").right.is_none());
    assert_eq!(of("useful").fields, [PartField::Text]);
    assert_ne!(
        of("topics").moved,
        of("useful").moved,
        "as few as possible are told as moved"
    );
    assert!(of("mentor").is_same());
    assert!(difference(&left, &left).is_nothing());
}

/// One random edit of a draft, as an editor makes it.
#[derive(Debug, Clone)]
enum Edit {
    Word(usize, String),
    Move(usize, u32),
    Remove(usize),
    Add(String, u8),
    Format(usize, u8),
    Condition(usize, usize),
}

fn any_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (any::<usize>(), "[A-Za-z ]{0,12}").prop_map(|(at, text)| Edit::Word(at, text)),
        (any::<usize>(), 0u32..8).prop_map(|(at, to)| Edit::Move(at, to)),
        any::<usize>().prop_map(Edit::Remove),
        ("[a-c]{1,2}", any::<u8>()).prop_map(|(key, format)| Edit::Add(key, format)),
        (any::<usize>(), any::<u8>()).prop_map(|(at, format)| Edit::Format(at, format)),
        (any::<usize>(), any::<usize>()).prop_map(|(at, on)| Edit::Condition(at, on)),
    ]
}

const FORMATS: [&str; 6] = ["rating", "one", "several", "number", "text", LONG_TEXT];

fn apply(content: &mut Content, edit: &Edit) {
    let count = content.parts.len();
    let at = |at: usize| at % count.max(1);
    match edit {
        Edit::Add(key, format) => {
            let definition = crate::ids::DefinitionId::of(DefinitionKind::Instrument, "follow-up");
            if content.of(PartKind::Item).any(|part| part.key == *key) {
                return;
            }
            let mut part = Part::new(definition, PartKind::Item, "", key);
            (part.text, part.measures) = (key.clone(), "learning".into());
            part.format = FORMATS[usize::from(*format) % FORMATS.len()].into();
            content.parts.push(part);
        }
        _ if count == 0 => {}
        Edit::Word(place, text) => content.parts[at(*place)].set(PartField::Text, text).unwrap(),
        Edit::Move(place, to) => content.parts[at(*place)].position = *to,
        Edit::Remove(place) => drop(content.parts.remove(at(*place))),
        Edit::Format(place, format) => {
            let format = FORMATS[usize::from(*format) % FORMATS.len()];
            content.parts[at(*place)].set(PartField::Format, format).unwrap();
        }
        Edit::Condition(place, on) => {
            let line = format!("{} answered", content.parts[at(*on)].key);
            content.parts[at(*place)].set(PartField::ShownIf, &line).unwrap();
        }
    }
    *content = Content::new(content.head.clone(), &content.parts);
}

proptest! {
    #[test]
    fn an_instrument_is_its_head_and_parts(instrument in any_instrument()) {
        let content = Content::of_instrument(&instrument);
        let again = content.instrument(&instrument.key, instrument.version);
        prop_assert_eq!(&again, &instrument);
        prop_assert!(difference(&content, &Content::of_instrument(&again)).is_nothing());
    }

    #[test]
    fn whatever_was_edited_is_either_publishable_and_keeps_every_meaning_or_says_why_not(
        edits in proptest::collection::vec(any_edit(), 0..24),
    ) {
        let first = every_format();
        let mut content = Content::of_instrument(&first);
        let mut published = vec![first];
        for edit in &edits {
            apply(&mut content, edit);
            let version = published.len() as u32 + 1;
            let next = content.instrument("follow-up", version);
            let found = instrument_problems(&content, &next, &published, None);
            if found.is_empty() {
                prop_assert_eq!(next.check(), Ok(()));
                for earlier in &published {
                    for item in &earlier.items {
                        let Some(now) = next.item(&item.key) else { continue };
                        prop_assert_eq!(now.format.kind(), item.format.kind());
                        let kept = |choice: &Choice| now.format.choice(&choice.key).is_some();
                        prop_assert!(item.format.choices().iter().all(kept));
                        if let Format::Rating(_) = now.format {
                            let points = |scale: &Scale| (scale.low, scale.high);
                            prop_assert_eq!(points(next.scale_of(now)), points(earlier.scale_of(item)));
                        }
                    }
                }
                published.push(next);
            }
        }
    }

    #[test]
    fn both_sides_can_be_read_from_their_difference(
        left in proptest::collection::vec(any_edit(), 0..12), right in proptest::collection::vec(any_edit(), 0..12),
    ) {
        let made = |edits: &[Edit]| {
            let mut content = Content::of_instrument(&every_format());
            edits.iter().for_each(|edit| apply(&mut content, edit));
            content
        };
        let (left, right) = (made(&left), made(&right));
        let found = difference(&left, &right);
        let rights: Vec<&Part> = found.parts.iter().filter_map(|one| one.right.as_ref()).collect();
        prop_assert_eq!(rights, right.parts.iter().collect::<Vec<_>>());
        let mut lefts: Vec<_> = found.parts.iter().filter_map(|one| one.left.as_ref()).map(|part| part.id).collect();
        let mut own: Vec<_> = left.parts.iter().map(|part| part.id).collect();
        lefts.sort_unstable();
        own.sort_unstable();
        prop_assert_eq!(lefts, own);
        prop_assert!(difference(&left, &left).is_nothing());
    }

    #[test]
    fn a_field_holds_what_it_gave_back(value in "[ -~\n\té,0-9]{0,40}") {
        let mut item = Part::new(crate::ids::DefinitionId::of(DefinitionKind::Instrument, "x"), PartKind::Item, "", "x");
        for format in FORMATS {
            item.set(PartField::Format, format).unwrap();
            for field in PartField::ALL {
                if item.set(field, &value).is_ok() {
                    let held = item.value(field);
                    item.set(field, &held).unwrap();
                    prop_assert_eq!(item.value(field), held);
                }
            }
        }
        let mut head = Head::default();
        for field in HeadField::ALL {
            if head.set(field, &value).is_ok() {
                let held = head.value(field);
                head.set(field, &held).unwrap();
                prop_assert_eq!(head.value(field), held);
            }
        }
    }

    #[test]
    fn a_number_of_a_draft_has_one_spelling(text in ".*") {
        let mut item = Part::new(crate::ids::DefinitionId::of(DefinitionKind::Instrument, "x"), PartKind::Item, "", "x");
        item.set(PartField::Format, "number").unwrap();
        if item.set(PartField::Low, &text).is_ok() && !item.low.is_empty() {
            prop_assert_eq!(Decimal::read(&item.low).unwrap().to_string(), item.low);
        }
    }
}

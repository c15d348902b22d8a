//! Instruments that tests share.

use proptest::prelude::*;

use super::{Answer, Choice, Condition, Decimal, Format, Instrument, Item, Kind, Scale, Section, Test};

fn choices(words: &[(&str, &str)]) -> Vec<Choice> {
    let choice = |(key, text): &(&str, &str)| Choice {
        key: (*key).to_owned(),
        text: (*text).to_owned(),
    };
    words.iter().map(choice).collect()
}

fn item(key: &str, format: Format) -> Item {
    Item {
        key: key.to_owned(),
        text: format!("About {key}"),
        competency: None,
        kind: Kind::Learning,
        section: None,
        format,
        shown_if: None,
    }
}

/// One item of each format: two of them are asked only after certain answers.
pub(crate) fn every_format() -> Instrument {
    let hours = Format::Number {
        low: Some(Decimal::from(0)),
        high: Some(Decimal::from(200)),
        unit: "hours".to_owned(),
    };
    let when = |item: &str, test: Test| {
        Some(Condition {
            item: item.to_owned(),
            test,
        })
    };
    let mut instrument = Instrument {
        key: "follow-up".to_owned(),
        version: 1,
        title: "Follow-up".to_owned(),
        locked: false,
        licence: "CC0-1.0".to_owned(),
        source: "Tests".to_owned(),
        instructions: String::new(),
        framework: None,
        scale: Scale::FIVE,
        sections: vec![Section {
            key: "mentoring".to_owned(),
            title: "Mentoring".to_owned(),
            text: String::new(),
        }],
        items: vec![
            item("useful", Format::Rating(None)),
            item(
                "mentor",
                Format::One(choices(&[
                    ("yes", "Yes"),
                    ("no", "No"),
                    ("soon", "Not yet, but soon"),
                ])),
            ),
            item("hours", hours),
            item(
                "topics",
                Format::Several(choices(&[("people", "People"), ("money", "Money")])),
            ),
            item("story", Format::Text { long: true }),
        ],
    };
    instrument.items[1].section = Some("mentoring".to_owned());
    instrument.items[2].section = Some("mentoring".to_owned());
    instrument.items[2].shown_if = when("mentor", Test::IsNot(vec!["no".to_owned()]));
    instrument.items[4].shown_if = when("hours", Test::AtLeast(Decimal::from(10)));
    instrument
}

/// Any format.
pub(crate) fn any_format() -> impl Strategy<Value = Format> {
    let words = prop::sample::subsequence(vec!["a", "b", "c", "d-1", "e"], 1..=5);
    let some = words.prop_map(|keys| choices(&keys.iter().map(|key| (*key, *key)).collect::<Vec<_>>()));
    let bound = || prop::option::of((0_u8..100).prop_map(Decimal::from));
    prop_oneof![
        Just(Format::Rating(None)),
        (1_u8..5, 5_u8..=9).prop_map(|(low, high)| Format::Rating(Some(Scale {
            low,
            high,
            labels: Vec::new()
        }))),
        some.clone().prop_map(Format::One),
        some.prop_map(Format::Several),
        (bound(), bound()).prop_map(|(low, high)| Format::Number {
            low: low.clone().min(high.clone()),
            high: high.filter(|_| low.is_some()).max(low),
            unit: "h".to_owned(),
        }),
        any::<bool>().prop_map(|long| Format::Text { long }),
    ]
}

fn any_test() -> impl Strategy<Value = Test> {
    let codes = || prop::collection::vec("[1-5]|[a-e]", 1..3);
    prop_oneof![
        Just(Test::Answered),
        codes().prop_map(Test::Is),
        codes().prop_map(Test::IsNot),
        (0_u8..9).prop_map(|least| Test::AtLeast(Decimal::from(least))),
        (0_u8..9).prop_map(|most| Test::AtMost(Decimal::from(most))),
    ]
}

/// An instrument of up to eight items of any formats, some with conditions on earlier ones.
pub(crate) fn any_instrument() -> impl Strategy<Value = Instrument> {
    let one = (
        any_format(),
        prop::option::of((any::<prop::sample::Index>(), any_test())),
    );
    prop::collection::vec(one, 1..8).prop_map(|parts| {
        let mut instrument = every_format();
        instrument.sections.clear();
        instrument.items = (0..)
            .zip(parts)
            .map(|(at, (format, condition))| Item {
                shown_if: condition.filter(|_| at > 0).map(|(index, test)| Condition {
                    item: format!("i{}", index.index(at)),
                    test,
                }),
                ..item(&format!("i{at}"), format)
            })
            .collect();
        instrument
    })
}

/// An answer for some of the items, of their formats or none.
pub(crate) fn any_answers(instrument: &Instrument) -> impl Strategy<Value = Vec<(String, Answer)>> + use<> {
    let instrument = instrument.clone();
    let cell = "[1-9]|[a-e]|[0-9]{1,2}|-||\\?x|[a-z ]{1,9}|a; b";
    prop::collection::vec(prop::option::of(cell), instrument.items.len()).prop_map(move |cells| {
        let pairs = instrument.items.iter().zip(cells);
        let read = |(item, cell): (&Item, Option<String>)| {
            let answer = Answer::read(&cell?, &item.format, &instrument.scale);
            Some((item.key.clone(), answer))
        };
        pairs.filter_map(read).collect()
    })
}

/// A next version of an instrument, as anybody may edit it: items left out, moved and added, choices added, words
/// changed; an item that stays keeps its format.
pub(crate) fn any_next(previous: &Instrument) -> impl Strategy<Value = Instrument> + use<> {
    let previous = previous.clone();
    let width = previous.items.len();
    let kept = prop::collection::vec(any::<bool>(), width);
    let more = prop::collection::vec(any_format(), 0..4);
    (kept, any::<usize>(), more, any::<bool>()).prop_map(move |(kept, turn, more, words)| {
        let mut next = previous.clone();
        next.version += 1;
        let mut kept = kept.into_iter();
        next.items.retain(|_| kept.next().unwrap_or(true));
        for item in &mut next.items {
            item.shown_if = None;
            if words {
                item.text.push_str(", in other words");
            }
            if let (true, Format::One(own) | Format::Several(own)) = (words, &mut item.format) {
                own.insert(0, choices(&[("added", "Added")]).remove(0));
            }
        }
        if !next.items.is_empty() {
            let turn = turn % next.items.len();
            next.items.rotate_left(turn);
        }
        for (at, format) in (0..).zip(more) {
            next.items.push(item(&format!("new{at}"), format));
        }
        if next.items.is_empty() {
            next.items.push(item("only", Format::Text { long: false }));
        }
        next
    })
}

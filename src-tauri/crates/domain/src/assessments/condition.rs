//! When an item is asked: always, or only after certain answers to an earlier one.

use super::{Answer, Decimal, Instrument};

/// An item is asked only if an earlier item of the same sheet was answered so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Key of the earlier item.
    pub item: String,
    /// How it must be answered.
    pub test: Test,
}

/// A test of an answer. All but an unreadable answer need an answer to pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// Something was answered.
    Answered,
    /// One of these: points of the scale as digits, or keys of choices.
    Is(Vec<String>),
    /// Answered, and with none of these.
    IsNot(Vec<String>),
    /// A rating or a number of this or more.
    AtLeast(Decimal),
    /// A rating or a number of this or less.
    AtMost(Decimal),
}

impl Test {
    /// Whether an answer passes. Where something stands that nobody can read, the way on stays open: the
    /// test passes.
    pub fn passes(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Blank | Answer::Declined | Answer::NotShown => return false,
            Answer::Unreadable(_) => return true,
            _ => {}
        }
        let is = |codes: &[String]| match answer {
            Answer::Rated(value) => codes.iter().any(|code| *code == value.to_string()),
            Answer::Chosen(keys) => keys.iter().any(|key| codes.contains(key)),
            Answer::Number(number) => codes.iter().any(|code| code == number.as_str()),
            _ => false,
        };
        let number = || match answer {
            Answer::Rated(value) => Some(Decimal::from(*value)),
            Answer::Number(number) => Some(number.clone()),
            _ => None,
        };
        match self {
            Self::Answered => true,
            Self::Is(codes) => is(codes),
            Self::IsNot(codes) => !is(codes),
            Self::AtLeast(least) => number().is_some_and(|number| number >= *least),
            Self::AtMost(most) => number().is_some_and(|number| number <= *most),
        }
    }
}

impl Instrument {
    /// Which items are asked after these answers, in the order of the items. An item whose condition names an
    /// item that is itself not asked, is not asked.
    pub fn shown(&self, answers: &[(String, Answer)]) -> Vec<bool> {
        let mut shown: Vec<bool> = Vec::with_capacity(self.items.len());
        for (at, item) in self.items.iter().enumerate() {
            let asked = item.shown_if.as_ref().is_none_or(|condition| {
                let earlier = self
                    .items
                    .iter()
                    .take(at)
                    .position(|one| one.key == condition.item);
                let answer = answers.iter().find(|(key, _)| *key == condition.item);
                match (earlier, answer) {
                    (Some(earlier), Some((_, answer))) => shown[earlier] && condition.test.passes(answer),
                    _ => false,
                }
            });
            shown.push(asked);
        }
        shown
    }

    /// A whole sheet from these answers, in the order of the items: what is not asked is not shown, and what
    /// is asked and has no answer is blank.
    pub fn settled(&self, answers: &[(String, Answer)]) -> Vec<(String, Answer)> {
        let shown = self.shown(answers);
        let pairs = self.items.iter().zip(shown);
        let settle = |key: &str, asked: bool| match answers.iter().find(|(own, _)| own == key) {
            _ if !asked => Answer::NotShown,
            None => Answer::Blank,
            Some((_, answer)) => answer.clone(),
        };
        pairs
            .map(|(item, asked)| (item.key.clone(), settle(&item.key, asked)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::assessments::fixtures::{any_answers, any_instrument, every_format};

    fn given(pairs: &[(&str, Answer)]) -> Vec<(String, Answer)> {
        pairs
            .iter()
            .map(|(key, answer)| ((*key).to_owned(), answer.clone()))
            .collect()
    }

    #[test]
    fn an_item_is_asked_only_after_the_answers_it_names() {
        let instrument = every_format();
        let asked = |pairs: &[(&str, Answer)]| {
            let shown = instrument.shown(&given(pairs));
            let keys = instrument.items.iter().zip(shown).filter(|(_, asked)| *asked);
            keys.map(|(item, _)| item.key.clone()).collect::<Vec<_>>()
        };
        let yes = ("mentor", Answer::Chosen(vec!["yes".into()]));
        assert_eq!(asked(&[]), ["useful", "mentor", "topics"]);
        assert_eq!(
            asked(std::slice::from_ref(&yes)),
            ["useful", "mentor", "hours", "topics"]
        );
        let long = ("hours", Answer::Number(Decimal::read("12.5").unwrap()));
        assert_eq!(
            asked(&[yes, long.clone()]),
            ["useful", "mentor", "hours", "topics", "story"]
        );
        // The hours stand on the sheet, but nobody asked for them: nor for what hangs on them.
        assert_eq!(asked(&[long]), ["useful", "mentor", "topics"]);
        let smudge = ("mentor", Answer::Unreadable("?".into()));
        assert_eq!(asked(&[smudge]), ["useful", "mentor", "hours", "topics"]);
    }

    proptest! {
        #[test]
        fn a_settled_sheet_is_whole_and_settles_to_itself(
            (instrument, answers) in any_instrument().prop_flat_map(|one| (Just(one.clone()), any_answers(&one)))
        ) {
            let sheet = instrument.settled(&answers);
            prop_assert_eq!(sheet.len(), instrument.items.len());
            prop_assert_eq!(&instrument.settled(&sheet), &sheet);
            let shown = instrument.shown(&sheet);
            for ((item, asked), (key, answer)) in instrument.items.iter().zip(shown).zip(&sheet) {
                prop_assert_eq!(key, &item.key);
                prop_assert!(asked || *answer == Answer::NotShown);
            }
        }
    }
}

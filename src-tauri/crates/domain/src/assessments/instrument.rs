//! Instruments: sheets of items whose published versions never change.

use std::collections::HashSet;

use super::{Condition, Fault, Format, LETTERS, Test};

/// One published version of a sheet of items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    /// Its key, e.g. `competency-self-assessment`.
    pub key: String,
    /// Its version, from 1; a published version never changes.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// Its wording belongs to somebody else, a funder say: it may be copied under a new key, never edited.
    pub locked: bool,
    /// Licence of its wording.
    pub licence: String,
    /// Where it comes from.
    pub source: String,
    /// What to do, in its own words.
    pub instructions: String,
    /// Key and version of the framework its competencies belong to.
    pub framework: Option<(String, u32)>,
    /// The scale of every rating that has none of its own.
    pub scale: Scale,
    /// Its sections, in the order of the sheet.
    pub sections: Vec<Section>,
    /// The items in their order.
    pub items: Vec<Item>,
}

/// Items that stand together under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its key.
    pub key: String,
    /// Its heading.
    pub title: String,
    /// What to know before its items; perhaps empty.
    pub text: String,
}

/// One item. Its key never changes and is never used for another item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its key.
    pub key: String,
    /// The statement, or the name of the competency.
    pub text: String,
    /// Key of the competency it is about.
    pub competency: Option<String>,
    /// What it measures.
    pub kind: Kind,
    /// Key of the section it stands in.
    pub section: Option<String>,
    /// How it is answered.
    pub format: Format,
    /// When it is asked; always, where nothing stands here.
    pub shown_if: Option<Condition>,
}

/// What an item measures, by Kirkpatrick's four levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// How participants took it.
    Reaction,
    /// What they learned.
    Learning,
    /// What they do at work.
    Behaviour,
    /// What came of it.
    Results,
}

impl Kind {
    /// Every kind, the nearest first.
    pub const ALL: [Self; 4] = [Self::Reaction, Self::Learning, Self::Behaviour, Self::Results];

    /// The word under which it stands in files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Reaction => "reaction",
            Self::Learning => "learning",
            Self::Behaviour => "behaviour",
            Self::Results => "results",
        }
    }

    /// The kind of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// The points of a rating scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// The lowest point, at least 1.
    pub low: u8,
    /// The highest point, at most 9, so that each is one key.
    pub high: u8,
    /// A word for each point, lowest first; empty where only anchors describe them.
    pub labels: Vec<String>,
}

impl Scale {
    /// One to five, without words.
    pub const FIVE: Self = Self {
        low: 1,
        high: 5,
        labels: Vec::new(),
    };

    /// True for a point of the scale.
    pub fn holds(&self, value: u8) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// Its points with their words, lowest first; the word is empty where there is none.
    pub fn points(&self) -> impl Iterator<Item = (u8, &str)> {
        (self.low..=self.high).map(|point| {
            let label = self.labels.get(usize::from(point - self.low));
            (point, label.map_or("", String::as_str))
        })
    }
}

/// Longest key, in characters.
const LONGEST_KEY: usize = 60;

/// True for text that can be a key: at most 60 letters `a` to `z` of either case, digits, `-`, `_` and `.`, one
/// of them a letter or digit.
pub fn is_key(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    text.len() <= LONGEST_KEY && text.chars().all(plain) && text.chars().any(|c| c.is_ascii_alphanumeric())
}

fn keys<'a>(list: &str, keys: impl Iterator<Item = &'a str>) -> Result<(), Fault> {
    let mut seen = HashSet::new();
    for key in keys {
        if !is_key(key) {
            return Err(Fault::Key {
                list: list.to_owned(),
                found: key.chars().take(LONGEST_KEY).collect(),
            });
        }
        if !seen.insert(key) {
            return Err(Fault::Twice {
                list: list.to_owned(),
                key: key.to_owned(),
            });
        }
    }
    Ok(())
}

impl Scale {
    /// Checks that each point is one key, and that all have words or none.
    ///
    /// # Errors
    /// [`Fault::Scale`], [`Fault::Labels`].
    pub fn check(&self) -> Result<(), Fault> {
        let Self { low, high, .. } = *self;
        if low < 1 || high > 9 || low >= high {
            return Err(Fault::Scale { low, high });
        }
        let points = usize::from(high - low) + 1;
        let found = self.labels.len();
        if found != 0 && found != points {
            return Err(Fault::Labels {
                expected: points,
                found,
            });
        }
        Ok(())
    }
}

impl Instrument {
    /// The item of this key.
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }

    /// The section of this key.
    pub fn section(&self, key: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.key == key)
    }

    /// The scale of a rating: its own, or else that of the instrument.
    pub fn scale_of<'a>(&'a self, item: &'a Item) -> &'a Scale {
        match &item.format {
            Format::Rating(Some(own)) => own,
            _ => &self.scale,
        }
    }

    /// Checks that it can be asked, answered and told apart.
    ///
    /// # Errors
    /// The first [`Fault`].
    pub fn check(&self) -> Result<(), Fault> {
        for (field, text) in [
            ("id", &self.key),
            ("title", &self.title),
            ("licence", &self.licence),
            ("source", &self.source),
        ] {
            if text.trim().is_empty() {
                return Err(Fault::Empty { field });
            }
        }
        keys("id", std::iter::once(self.key.as_str()))?;
        if self.version == 0 {
            return Err(Fault::Version);
        }
        self.scale.check()?;
        if self.items.is_empty() {
            return Err(Fault::NoItems);
        }
        for item in &self.items {
            if item.key.trim().is_empty() || item.text.trim().is_empty() {
                return Err(Fault::Empty { field: "items" });
            }
        }
        keys("items", self.items.iter().map(|item| item.key.as_str()))?;
        self.check_sections()?;
        for (at, item) in self.items.iter().enumerate() {
            self.check_format(item)?;
            if let Some(condition) = &item.shown_if {
                self.check_condition(at, condition)?;
            }
        }
        Ok(())
    }

    fn check_sections(&self) -> Result<(), Fault> {
        keys(
            "sections",
            self.sections.iter().map(|section| section.key.as_str()),
        )?;
        if self
            .sections
            .iter()
            .any(|section| section.title.trim().is_empty())
        {
            return Err(Fault::Empty { field: "sections" });
        }
        // The place of the section whose items stand here, and whether an item without one came since.
        let mut last: Option<usize> = None;
        let mut left = false;
        for item in &self.items {
            let Some(key) = &item.section else {
                left = true;
                continue;
            };
            let at = self.sections.iter().position(|section| section.key == *key);
            let at = at.ok_or_else(|| Fault::NoSection {
                item: item.key.clone(),
                found: key.clone(),
            })?;
            let together = match last {
                None => true,
                Some(last) => at > last || (at == last && !left),
            };
            if !together {
                return Err(Fault::Scattered {
                    item: item.key.clone(),
                    found: key.clone(),
                });
            }
            (last, left) = (Some(at), false);
        }
        Ok(())
    }

    fn check_format(&self, item: &Item) -> Result<(), Fault> {
        match &item.format {
            Format::Rating(Some(scale)) => scale.check(),
            Format::One(choices) | Format::Several(choices) => {
                if choices.iter().any(|choice| choice.text.trim().is_empty()) || choices.is_empty() {
                    return Err(Fault::Empty { field: "choices" });
                }
                if choices.len() > LETTERS.len() {
                    return Err(Fault::Choices {
                        item: item.key.clone(),
                        found: choices.len(),
                    });
                }
                let list = format!("{}, choices", item.key);
                keys(&list, choices.iter().map(|choice| choice.key.as_str()))
            }
            Format::Number {
                low: Some(low),
                high: Some(high),
                ..
            } if low > high => Err(Fault::Bounds {
                item: item.key.clone(),
                low: low.to_string(),
                high: high.to_string(),
            }),
            _ => Ok(()),
        }
    }

    fn check_condition(&self, at: usize, condition: &Condition) -> Result<(), Fault> {
        let fault = |expected: &'static str, found: &str| {
            Err(Fault::Condition {
                item: self.items[at].key.clone(),
                expected,
                found: found.to_owned(),
            })
        };
        let earlier = self.items.iter().take(at).find(|item| item.key == condition.item);
        let Some(earlier) = earlier else {
            return fault("an earlier item", &condition.item);
        };
        let known = |code: &String| match &earlier.format {
            Format::Rating(_) => {
                let scale = self.scale_of(earlier);
                scale.points().any(|(point, _)| point.to_string() == *code)
            }
            format => format.choice(code).is_some(),
        };
        match (&condition.test, &earlier.format) {
            (Test::Answered, _)
            | (Test::AtLeast(_) | Test::AtMost(_), Format::Rating(_) | Format::Number { .. }) => Ok(()),
            (
                Test::Is(codes) | Test::IsNot(codes),
                Format::Rating(_) | Format::One(_) | Format::Several(_),
            ) => match codes.iter().find(|code| !known(code)) {
                Some(code) => fault("an answer of that item", code),
                None if codes.is_empty() => fault("an answer of that item", ""),
                None => Ok(()),
            },
            (Test::Is(_) | Test::IsNot(_), _) => fault("an item with choices or a scale", &condition.item),
            (Test::AtLeast(_) | Test::AtMost(_), _) => fault("a rating or a number", &condition.item),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessments::fixtures::every_format;
    use crate::assessments::{Choice, Decimal};

    fn fault(change: impl FnOnce(&mut Instrument)) -> String {
        let mut instrument = every_format();
        assert_eq!(instrument.check(), Ok(()));
        change(&mut instrument);
        instrument.check().unwrap_err().to_string()
    }

    #[test]
    fn what_cannot_be_asked_is_refused_with_its_place() {
        let told = fault(|one| one.items[3].key = "useful".into());
        assert!(told.contains("items") && told.contains("useful"), "{told}");
        assert!(fault(|one| one.items[0].key = "a b".into()).contains("\"a b\""));
        assert!(fault(|one| one.items[0].section = Some("none".into())).contains("useful, section"));
        assert!(fault(|one| one.items[3].format = Format::Several(vec![])).contains("choices"));
        let twin = Choice {
            key: "yes".into(),
            text: "Yes".into(),
        };
        assert!(
            fault(|one| one.items[1].format = Format::One(vec![twin.clone(), twin]))
                .contains("mentor, choices")
        );
        let bounds = Format::Number {
            low: Some(Decimal::from(9)),
            high: Some(Decimal::from(1)),
            unit: String::new(),
        };
        assert!(fault(|one| one.items[2].format = bounds).contains("hours"));
    }

    #[test]
    fn sections_stand_together_and_in_order() {
        assert!(fault(|one| one.items[4].section = Some("mentoring".into())).contains("together"));
        let other = Section {
            key: "first".into(),
            title: "First".into(),
            text: String::new(),
        };
        let told = fault(|one| {
            one.sections.insert(0, other);
            one.items[3].section = Some("first".into());
        });
        assert!(told.contains("topics, section"), "{told}");
    }

    #[test]
    fn a_condition_names_an_earlier_item_and_an_answer_it_can_have() {
        let on = |item: &str, test: Test| {
            let condition = Condition {
                item: item.into(),
                test,
            };
            fault(|one| one.items[2].shown_if = Some(condition))
        };
        assert!(on("story", Test::Answered).contains("earlier"));
        assert!(on("hours", Test::Answered).contains("earlier"));
        assert!(on("mentor", Test::Is(vec!["maybe".into()])).contains("maybe"));
        assert!(on("mentor", Test::Is(vec![])).contains("an answer"));
        assert!(on("mentor", Test::AtLeast(Decimal::from(1))).contains("a rating or a number"));
        assert!(on("useful", Test::Is(vec!["6".into()])).contains("\"6\""));
    }
}

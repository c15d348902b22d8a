//! A sheet as it is asked: sections, items, how each is answered and when.

use nexus_domain::assessments::{
    Choice, Competency, Condition, Decimal, Format, Framework, Instrument, Item, Section, Test,
};
use nexus_report::pictures::PagePicture;
use serde::{Deserialize, Serialize};
use specta::Type;

/// An item with what its points look like for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ItemView {
    /// Its key.
    pub key: String,
    /// The statement or the name of the competency.
    pub text: String,
    /// What the competency means, or empty.
    pub definition: String,
    /// What points of the scale look like.
    pub anchors: Vec<PointView>,
    /// Key of the section it stands in, or empty.
    pub section: String,
    /// How it is answered.
    pub format: FormatView,
    /// When it is asked; always, where nothing stands here.
    pub shown_if: Option<ConditionView>,
}

/// A point of a scale with words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PointView {
    /// The point.
    pub point: u8,
    /// Its words, perhaps empty.
    pub text: String,
}

/// How an item is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum FormatView {
    /// By a point of a scale.
    Rating {
        /// The points, lowest first.
        points: Vec<PointView>,
    },
    /// By one of these.
    One {
        /// The choices.
        choices: Vec<ChoiceView>,
    },
    /// By any of these.
    Several {
        /// The choices.
        choices: Vec<ChoiceView>,
    },
    /// By a number.
    Number {
        /// The lowest, as decimal text.
        low: Option<String>,
        /// The highest.
        high: Option<String>,
        /// What is counted, perhaps empty.
        unit: String,
    },
    /// In words.
    Text {
        /// Room for several lines.
        long: bool,
    },
}

/// One thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ChoiceView {
    /// Its key.
    pub key: String,
    /// Its words.
    pub text: String,
}

/// When an item is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ConditionView {
    /// Key of the earlier item.
    pub item: String,
    /// How it must be answered.
    pub test: TestView,
}

/// A test of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum TestView {
    /// Something was answered.
    Answered,
    /// One of these points or keys.
    Is {
        /// Points as digits, or keys of choices.
        codes: Vec<String>,
    },
    /// None of these.
    IsNot {
        /// Points as digits, or keys of choices.
        codes: Vec<String>,
    },
    /// This or more.
    AtLeast {
        /// Decimal text.
        number: String,
    },
    /// This or less.
    AtMost {
        /// Decimal text.
        number: String,
    },
}

/// A section of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SectionView {
    /// Its key.
    pub key: String,
    /// Its heading.
    pub title: String,
    /// What to know before its items, or empty.
    pub text: String,
}

/// A sheet that nobody answers yet, to be looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct SheetPreview {
    /// Title of the instrument.
    pub title: String,
    /// Its version.
    pub version: u32,
    /// What to do.
    pub instructions: String,
    /// Licence of the wording.
    pub licence: String,
    /// Where it comes from.
    pub source: String,
    /// Its sections.
    pub sections: Vec<SectionView>,
    /// Its items in the general wording.
    pub items: Vec<ItemView>,
    /// The pages on which it is printed.
    pub pages: Vec<PagePicture>,
}

impl From<&Section> for SectionView {
    fn from(section: &Section) -> Self {
        Self {
            key: section.key.clone(),
            title: section.title.clone(),
            text: section.text.clone(),
        }
    }
}

impl From<&Choice> for ChoiceView {
    fn from(choice: &Choice) -> Self {
        Self {
            key: choice.key.clone(),
            text: choice.text.clone(),
        }
    }
}

impl From<&Condition> for ConditionView {
    fn from(condition: &Condition) -> Self {
        let test = match &condition.test {
            Test::Answered => TestView::Answered,
            Test::Is(codes) => TestView::Is { codes: codes.clone() },
            Test::IsNot(codes) => TestView::IsNot { codes: codes.clone() },
            Test::AtLeast(number) => TestView::AtLeast {
                number: number.to_string(),
            },
            Test::AtMost(number) => TestView::AtMost {
                number: number.to_string(),
            },
        };
        Self {
            item: condition.item.clone(),
            test,
        }
    }
}

impl FormatView {
    /// How an item of this instrument is answered.
    pub(crate) fn of(instrument: &Instrument, item: &Item) -> Self {
        let choices = |choices: &[Choice]| choices.iter().map(ChoiceView::from).collect();
        match &item.format {
            Format::Rating(_) => Self::Rating {
                points: points(instrument, item),
            },
            Format::One(all) => Self::One {
                choices: choices(all),
            },
            Format::Several(all) => Self::Several {
                choices: choices(all),
            },
            Format::Number { low, high, unit } => Self::Number {
                low: low.as_ref().map(Decimal::to_string),
                high: high.as_ref().map(Decimal::to_string),
                unit: unit.clone(),
            },
            Format::Text { long } => Self::Text { long: *long },
        }
    }
}

/// The points of an item's scale with their words.
fn points(instrument: &Instrument, item: &Item) -> Vec<PointView> {
    let points = instrument.scale_of(item).points().map(|(point, text)| PointView {
        point,
        text: text.to_owned(),
    });
    points.collect()
}

/// The sections of an instrument.
pub(crate) fn sections(instrument: &Instrument) -> Vec<SectionView> {
    instrument.sections.iter().map(SectionView::from).collect()
}

/// The items, their anchors in the wording of the first of the contexts that has one.
pub(crate) fn items(
    instrument: &Instrument,
    framework: Option<&Framework>,
    contexts: &[String],
) -> Vec<ItemView> {
    let contexts: Vec<&str> = contexts.iter().map(String::as_str).collect();
    let item = |item: &Item| {
        let key = item.competency.as_deref();
        let competency = key.and_then(|key| framework.and_then(|framework| framework.competency(key)));
        ItemView {
            key: item.key.clone(),
            text: item.text.clone(),
            definition: competency.map_or_else(String::new, |one| one.definition.clone()),
            anchors: anchors(instrument, item, competency, &contexts),
            section: item.section.clone().unwrap_or_default(),
            format: FormatView::of(instrument, item),
            shown_if: item.shown_if.as_ref().map(ConditionView::from),
        }
    };
    instrument.items.iter().map(item).collect()
}

/// What the points of a rating look like; nothing for other formats.
fn anchors(
    instrument: &Instrument,
    item: &Item,
    competency: Option<&Competency>,
    contexts: &[&str],
) -> Vec<PointView> {
    if !matches!(item.format, Format::Rating(_)) {
        return Vec::new();
    }
    let scale = instrument.scale_of(item);
    let found = competency.map(|competency| competency.anchors(contexts));
    let found = found
        .into_iter()
        .flatten()
        .filter(|anchor| scale.holds(anchor.point));
    found
        .map(|anchor| PointView {
            point: anchor.point,
            text: anchor.text.clone(),
        })
        .collect()
}

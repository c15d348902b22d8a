//! What keeps a draft from being published, each at its place.

use super::{BreachMatter, Content, Part, PartKind};
use crate::assessments::{Condition, Format, Framework, Instrument, Test};
use crate::ids::DefinitionPartId;

/// Something that has to be put right before a draft can be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The part that it concerns; none if it is about the whole.
    pub part: Option<DefinitionPartId>,
    /// What is the matter.
    pub matter: ProblemMatter,
    /// What was found, or what an earlier version had.
    pub found: String,
    /// Number of the earlier version that it goes against.
    pub version: Option<u32>,
}

/// What can be the matter with a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum ProblemMatter {
    /// It has no title.
    Title,
    /// It has no licence.
    Licence,
    /// It has no source.
    Source,
    /// It has no items.
    NoItems,
    /// It has no competencies.
    NoCompetencies,
    /// A part without words.
    Text,
    /// A section without items.
    EmptySection,
    /// An item with nothing to choose from.
    NoChoices,
    /// A scale with words for some of its points.
    Labels,
    /// A least number above the greatest.
    Bounds,
    /// It is to be asked after an item that does not come before it.
    NotEarlier,
    /// It is to be asked after an answer that the other item cannot have.
    NoSuchAnswer,
    /// A competency that the framework does not have.
    NoCompetency,
    /// A framework that is not here.
    NoFramework,
    /// A competency in a group that is not here.
    NoGroup,
    /// An item is answered otherwise than in an earlier version.
    OtherFormat,
    /// An item has other points than in an earlier version.
    OtherScale,
    /// A choice of an earlier version is gone.
    ChoiceGone,
    /// A number counts something else than in an earlier version.
    OtherUnit,
    /// Anything else, as it was found.
    Other,
}

impl ProblemMatter {
    /// The field that it is about, for messages.
    pub fn field(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Licence => "licence",
            Self::Source => "source",
            Self::NoItems | Self::EmptySection => "items",
            Self::NoCompetencies | Self::NoCompetency => "competency",
            Self::Text => "text",
            Self::NoChoices | Self::ChoiceGone => "choices",
            Self::Labels | Self::OtherScale => "scale",
            Self::Bounds => "low",
            Self::NotEarlier | Self::NoSuchAnswer => "shown-if",
            Self::NoFramework => "framework",
            Self::NoGroup => "group",
            Self::OtherFormat => "format",
            Self::OtherUnit => "unit",
            Self::Other => "draft",
        }
    }
}

struct Found(Vec<Problem>);

impl Found {
    fn add(&mut self, part: Option<&Part>, matter: ProblemMatter, found: &str) {
        self.0.push(Problem {
            part: part.map(|part| part.id),
            matter,
            found: found.to_owned(),
            version: None,
        });
    }

    fn of(content: &Content) -> Self {
        let mut found = Self(Vec::new());
        let head = &content.head;
        for (text, matter) in [
            (&head.title, ProblemMatter::Title),
            (&head.licence, ProblemMatter::Licence),
            (&head.source, ProblemMatter::Source),
        ] {
            if text.trim().is_empty() {
                found.add(None, matter, "");
            }
        }
        found
    }
}

/// What keeps an instrument from being published. `others` are its published versions, `framework` is the one that it
/// names, if that is here.
pub fn instrument_problems(
    content: &Content,
    instrument: &Instrument,
    others: &[Instrument],
    framework: Option<&Framework>,
) -> Vec<Problem> {
    let mut found = Found::of(content);
    if content.head.framework.is_some() && framework.is_none() {
        found.add(
            None,
            ProblemMatter::NoFramework,
            &content.head.value(super::HeadField::Framework),
        );
    }
    if instrument.scale.check().is_err() {
        found.add(
            None,
            ProblemMatter::Labels,
            &instrument.scale.labels.len().to_string(),
        );
    }
    if instrument.items.is_empty() {
        found.add(None, ProblemMatter::NoItems, "");
    }
    for part in &content.parts {
        if part.kind != PartKind::Anchor && part.text.trim().is_empty() {
            found.add(Some(part), ProblemMatter::Text, "");
        }
        match part.kind {
            PartKind::Section if content.below(PartKind::Item, &part.key).next().is_none() => {
                found.add(Some(part), ProblemMatter::EmptySection, "");
            }
            PartKind::Item => item_problems(&mut found, part, instrument, framework),
            _ => {}
        }
    }
    for breach in others.iter().flat_map(|other| instrument.breaches(other)) {
        let part = content.of(PartKind::Item).find(|part| part.key == breach.item);
        found.0.push(Problem {
            part: part.map(|part| part.id),
            matter: match breach.matter {
                BreachMatter::Format => ProblemMatter::OtherFormat,
                BreachMatter::Scale => ProblemMatter::OtherScale,
                BreachMatter::Choice => ProblemMatter::ChoiceGone,
                BreachMatter::Unit => ProblemMatter::OtherUnit,
            },
            found: breach.before,
            version: Some(breach.version),
        });
    }
    if found.0.is_empty()
        && let Err(fault) = instrument.check()
    {
        found.add(None, ProblemMatter::Other, &fault.to_string());
    }
    once(found.0)
}

/// Each problem once: several earlier versions may say the same.
fn once(problems: Vec<Problem>) -> Vec<Problem> {
    let mut found: Vec<Problem> = Vec::with_capacity(problems.len());
    for problem in problems {
        let same = |one: &Problem| {
            (one.part, one.matter, &one.found) == (problem.part, problem.matter, &problem.found)
        };
        if !found.iter().any(same) {
            found.push(problem);
        }
    }
    found
}

fn item_problems(found: &mut Found, part: &Part, instrument: &Instrument, framework: Option<&Framework>) {
    let Some(at) = instrument.items.iter().position(|item| item.key == part.key) else {
        return;
    };
    let item = &instrument.items[at];
    match &item.format {
        Format::Rating(Some(scale)) if scale.check().is_err() => {
            found.add(Some(part), ProblemMatter::Labels, &scale.labels.len().to_string());
        }
        Format::One(choices) | Format::Several(choices) if choices.is_empty() => {
            found.add(Some(part), ProblemMatter::NoChoices, "");
        }
        Format::Number {
            low: Some(low),
            high: Some(high),
            ..
        } if low > high => found.add(Some(part), ProblemMatter::Bounds, low.as_str()),
        _ => {}
    }
    let unknown = |key: &String| framework.is_some_and(|framework| framework.competency(key).is_none());
    if let Some(key) = item.competency.as_ref().filter(|key| unknown(key)) {
        found.add(Some(part), ProblemMatter::NoCompetency, key);
    }
    if let Some(condition) = &item.shown_if {
        let earlier = instrument
            .items
            .iter()
            .take(at)
            .find(|one| one.key == condition.item);
        match earlier {
            None => found.add(Some(part), ProblemMatter::NotEarlier, &condition.item),
            Some(earlier) => {
                if let Some(answer) = impossible(instrument, earlier, condition) {
                    found.add(Some(part), ProblemMatter::NoSuchAnswer, &answer);
                }
            }
        }
    }
}

/// The answer of a condition that the earlier item cannot have.
fn impossible(
    instrument: &Instrument,
    earlier: &crate::assessments::Item,
    condition: &Condition,
) -> Option<String> {
    let known = |code: &String| match &earlier.format {
        Format::Rating(_) => {
            let mut points = instrument.scale_of(earlier).points();
            points.any(|(point, _)| point.to_string() == *code)
        }
        format => format.choice(code).is_some(),
    };
    match (&condition.test, &earlier.format) {
        (Test::Answered, _)
        | (Test::AtLeast(_) | Test::AtMost(_), Format::Rating(_) | Format::Number { .. }) => None,
        (Test::Is(codes) | Test::IsNot(codes), Format::Rating(_) | Format::One(_) | Format::Several(_)) => {
            let unknown = codes.iter().find(|code| !known(code));
            unknown.cloned().or_else(|| codes.is_empty().then(String::new))
        }
        (Test::Is(codes) | Test::IsNot(codes), _) => Some(codes.join(" ")),
        (Test::AtLeast(number) | Test::AtMost(number), _) => Some(number.to_string()),
    }
}

/// What keeps a framework from being published.
pub fn framework_problems(content: &Content) -> Vec<Problem> {
    let mut found = Found::of(content);
    if content.of(PartKind::Competency).next().is_none() {
        found.add(None, ProblemMatter::NoCompetencies, "");
    }
    for part in &content.parts {
        if part.kind != PartKind::Anchor && part.text.trim().is_empty() {
            found.add(Some(part), ProblemMatter::Text, "");
        }
        let group = || content.of(PartKind::Group).any(|group| group.key == part.parent);
        if part.kind == PartKind::Competency && !group() {
            found.add(Some(part), ProblemMatter::NoGroup, &part.parent);
        }
    }
    found.0
}

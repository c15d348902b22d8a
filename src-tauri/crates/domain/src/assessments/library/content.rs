//! A definition as head and parts, and back: what an editor changes, and what a file holds.

use super::condition::{read_condition, write_condition};
use super::{Head, Part, PartKind};
use crate::assessments::{
    Anchor, Choice, Competency, Context, Decimal, Format, Framework, Group, Instrument, Item, Kind, Scale,
    Section, Wording,
};
use crate::ids::DefinitionId;

/// The general wording of a competency, in the keys of its anchors.
pub const GENERAL: &str = "general";

/// The word for open text with room for several lines.
pub const LONG_TEXT: &str = "long-text";

/// What a draft or a version says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    /// What it says of itself.
    pub head: Head,
    /// Its parts, in the order of a page.
    pub parts: Vec<Part>,
}

impl Content {
    /// Head and parts, the parts in the order of a page.
    pub fn new(head: Head, parts: &[Part]) -> Self {
        Self {
            head,
            parts: in_order(parts).into_iter().cloned().collect(),
        }
    }

    /// The parts of a kind, in their order.
    pub fn of(&self, kind: PartKind) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.kind == kind)
    }

    /// The parts of a kind below a parent, in their order.
    pub fn below<'a>(&'a self, kind: PartKind, parent: &'a str) -> impl Iterator<Item = &'a Part> {
        self.of(kind).filter(move |part| part.parent == parent)
    }

    /// The instrument that it is, faulty as it may be.
    pub fn instrument(&self, key: &str, version: u32) -> Instrument {
        let head = &self.head;
        let sections = self.of(PartKind::Section).map(|part| Section {
            key: part.key.clone(),
            title: part.text.clone(),
            text: part.words.clone(),
        });
        Instrument {
            key: key.to_owned(),
            version,
            title: head.title.clone(),
            locked: head.locked,
            licence: head.licence.clone(),
            source: head.source.clone(),
            instructions: head.instructions.clone(),
            framework: head.framework.clone(),
            scale: head.scale(),
            sections: sections.collect(),
            items: self.of(PartKind::Item).map(|part| self.item(part)).collect(),
        }
    }

    fn item(&self, part: &Part) -> Item {
        let text = |text: &String| (!text.is_empty()).then(|| text.clone());
        Item {
            key: part.key.clone(),
            text: part.text.clone(),
            competency: text(&part.about),
            kind: Kind::from_key(&part.measures).unwrap_or(Kind::Learning),
            section: text(&part.parent)
                .filter(|key| self.of(PartKind::Section).any(|section| section.key == *key)),
            format: self.format(part),
            shown_if: read_condition(&part.shown_if),
        }
    }

    fn format(&self, part: &Part) -> Format {
        let choices = || {
            let choices = self.below(PartKind::Choice, &part.key).map(|choice| Choice {
                key: choice.key.clone(),
                text: choice.text.clone(),
            });
            choices.collect()
        };
        match part.format.as_str() {
            "one" => Format::One(choices()),
            "several" => Format::Several(choices()),
            "number" => Format::Number {
                low: Decimal::read(&part.low),
                high: Decimal::read(&part.high),
                unit: part.unit.clone(),
            },
            "text" => Format::Text { long: false },
            LONG_TEXT => Format::Text { long: true },
            _ => Format::Rating(part.own_scale()),
        }
    }

    /// The framework that it is, faulty as it may be.
    pub fn framework(&self, key: &str, version: u32) -> Framework {
        let head = &self.head;
        let lines = |text: &str| text.lines().map(str::to_owned).collect();
        let contexts = self.of(PartKind::Context).map(|part| Context {
            key: part.key.clone(),
            name: part.text.clone(),
            levels: lines(&part.levels),
            sectors: lines(&part.sectors),
        });
        let groups = self.of(PartKind::Group).map(|part| Group {
            key: part.key.clone(),
            name: part.text.clone(),
        });
        Framework {
            key: key.to_owned(),
            version,
            title: head.title.clone(),
            locked: head.locked,
            licence: head.licence.clone(),
            source: head.source.clone(),
            groups: groups.collect(),
            contexts: contexts.collect(),
            competencies: self
                .of(PartKind::Competency)
                .map(|part| self.competency(part))
                .collect(),
        }
    }

    fn competency(&self, part: &Part) -> Competency {
        let mut wordings: Vec<Wording> = Vec::new();
        for anchor in self.below(PartKind::Anchor, &part.key) {
            let Some((context, point)) = anchor.anchored() else {
                continue;
            };
            if anchor.text.is_empty() {
                continue;
            }
            let text = anchor.text.clone();
            match wordings.iter_mut().find(|wording| wording.context == context) {
                Some(wording) => wording.anchors.push(Anchor { point, text }),
                None => wordings.push(Wording {
                    context: context.to_owned(),
                    anchors: vec![Anchor { point, text }],
                }),
            }
        }
        for wording in &mut wordings {
            wording.anchors.sort_by_key(|anchor| anchor.point);
        }
        let place = |context: &str| self.of(PartKind::Context).position(|one| one.key == context);
        wordings.retain(|wording| wording.context == GENERAL || place(&wording.context).is_some());
        wordings.sort_by_key(|wording| place(&wording.context));
        let general = wordings.iter().position(|wording| wording.context == GENERAL);
        let general = general.map(|at| wordings.remove(at).anchors);
        Competency {
            key: part.key.clone(),
            name: part.text.clone(),
            group: part.parent.clone(),
            definition: part.words.clone(),
            general: general.unwrap_or_default(),
            wordings,
        }
    }

    /// An instrument as head and parts.
    pub fn of_instrument(instrument: &Instrument) -> Self {
        let id = DefinitionId::of(super::DefinitionKind::Instrument, &instrument.key);
        let head = Head {
            title: instrument.title.clone(),
            licence: instrument.licence.clone(),
            source: instrument.source.clone(),
            instructions: instrument.instructions.clone(),
            framework: instrument.framework.clone(),
            low: instrument.scale.low,
            high: instrument.scale.high,
            labels: instrument.scale.labels.clone(),
            locked: instrument.locked,
        };
        let mut parts: Vec<Part> = Vec::new();
        let mut sections = instrument.sections.iter().peekable();
        let (mut place, mut begun) = (0, Vec::new());
        let mut next = || {
            place += 1;
            place - 1
        };
        for item in &instrument.items {
            let section = item.section.as_deref().unwrap_or_default();
            while !section.is_empty() && !begun.contains(&section) {
                let Some(one) = sections.next() else { break };
                begun.push(one.key.as_str());
                parts.push(section_part(id, one, next()));
            }
            let mut part = Part::new(id, PartKind::Item, section, &item.key);
            (part.position, part.text) = (next(), item.text.clone());
            part.about = item.competency.clone().unwrap_or_default();
            part.measures = item.kind.key().to_owned();
            part.shown_if = item.shown_if.as_ref().map(write_condition).unwrap_or_default();
            part.set_format(&item.format);
            for (choice, at) in item.format.choices().iter().zip(0..) {
                let mut own = Part::new(id, PartKind::Choice, &item.key, &choice.key);
                (own.position, own.text) = (at, choice.text.clone());
                parts.push(own);
            }
            parts.push(part);
        }
        for section in sections {
            parts.push(section_part(id, section, next()));
        }
        Self::new(head, &parts)
    }

    /// A framework as head and parts.
    pub fn of_framework(framework: &Framework) -> Self {
        let id = DefinitionId::of(super::DefinitionKind::Framework, &framework.key);
        let head = Head {
            title: framework.title.clone(),
            licence: framework.licence.clone(),
            source: framework.source.clone(),
            locked: framework.locked,
            ..Head::default()
        };
        let mut parts = Vec::new();
        for (group, at) in framework.groups.iter().zip(0..) {
            let mut part = Part::new(id, PartKind::Group, "", &group.key);
            (part.position, part.text) = (at, group.name.clone());
            parts.push(part);
        }
        for (context, at) in framework.contexts.iter().zip(0..) {
            let mut part = Part::new(id, PartKind::Context, "", &context.key);
            (part.position, part.text) = (at, context.name.clone());
            (part.levels, part.sectors) = (context.levels.join("\n"), context.sectors.join("\n"));
            parts.push(part);
        }
        for (competency, at) in framework.competencies.iter().zip(0..) {
            let mut part = Part::new(id, PartKind::Competency, &competency.group, &competency.key);
            (part.position, part.text) = (at, competency.name.clone());
            part.words = competency.definition.clone();
            let wordings = competency.wordings.iter();
            let wordings = wordings.map(|wording| (wording.context.as_str(), &wording.anchors));
            for (context, anchors) in std::iter::once((GENERAL, &competency.general)).chain(wordings) {
                for anchor in anchors {
                    let key = format!("{context}.{}", anchor.point);
                    let mut own = Part::new(id, PartKind::Anchor, &competency.key, &key);
                    own.text = anchor.text.clone();
                    parts.push(own);
                }
            }
            parts.push(part);
        }
        Self::new(head, &parts)
    }
}

fn section_part(id: DefinitionId, section: &Section, position: u32) -> Part {
    let mut part = Part::new(id, PartKind::Section, "", &section.key);
    (part.position, part.text, part.words) = (position, section.title.clone(), section.text.clone());
    part
}

impl Head {
    /// The scale of an instrument.
    pub fn scale(&self) -> Scale {
        Scale {
            low: self.low,
            high: self.high,
            labels: self.labels.clone(),
        }
    }
}

impl Part {
    /// An item's own scale, if it has one.
    pub fn own_scale(&self) -> Option<Scale> {
        Some(Scale {
            low: self.low.parse().ok()?,
            high: self.high.parse().ok()?,
            labels: self.labels.lines().map(str::to_owned).collect(),
        })
    }

    /// Context and point of an anchor.
    pub fn anchored(&self) -> Option<(&str, u8)> {
        let (context, point) = self.key.rsplit_once('.')?;
        Some((context, point.parse().ok()?))
    }

    fn set_format(&mut self, format: &Format) {
        self.format = match format {
            Format::Text { long: true } => LONG_TEXT.to_owned(),
            other => other.kind().key().to_owned(),
        };
        match format {
            Format::Rating(Some(scale)) => {
                (self.low, self.high) = (scale.low.to_string(), scale.high.to_string());
                self.labels = scale.labels.join("\n");
            }
            Format::Number { low, high, unit } => {
                let text =
                    |bound: &Option<Decimal>| bound.as_ref().map(ToString::to_string).unwrap_or_default();
                (self.low, self.high, self.unit) = (text(low), text(high), unit.clone());
            }
            _ => {}
        }
    }
}

/// The parts in the order of a page: sections, each with its items, among the items that have none; contexts, groups,
/// competencies; choices and anchors below what they belong to. What belongs to nothing that is here comes last, so
/// that nothing is out of sight.
pub fn in_order(parts: &[Part]) -> Vec<&Part> {
    let of = |kind: PartKind| {
        let mut found: Vec<&Part> = parts.iter().filter(|part| part.kind == kind).collect();
        found.sort_by(|a, b| (a.position, &a.key).cmp(&(b.position, &b.key)));
        found
    };
    let mut ordered = Vec::with_capacity(parts.len());
    let (sections, items, choices) = (of(PartKind::Section), of(PartKind::Item), of(PartKind::Choice));
    let known = |key: &str| sections.iter().any(|section| section.key == key);
    let mut top: Vec<&Part> = items
        .iter()
        .filter(|item| !known(&item.parent))
        .copied()
        .collect();
    top.extend(&sections);
    top.sort_by(|a, b| (a.position, a.kind, &a.key).cmp(&(b.position, b.kind, &b.key)));
    for part in top {
        ordered.push(part);
        if part.kind == PartKind::Item {
            ordered.extend(below(&choices, &part.key));
            continue;
        }
        for item in items.iter().filter(|item| item.parent == part.key) {
            ordered.push(*item);
            ordered.extend(below(&choices, &item.key));
        }
    }
    let (groups, competencies, anchors) = (
        of(PartKind::Group),
        of(PartKind::Competency),
        of(PartKind::Anchor),
    );
    ordered.extend(of(PartKind::Context));
    // The competencies of a framework have an order of their own, that of a sheet, whatever their groups are.
    ordered.extend(&groups);
    for competency in &competencies {
        ordered.push(*competency);
        ordered.extend(below(&anchors, &competency.key));
    }
    let lost = |part: &&&Part| match part.kind {
        PartKind::Choice => items.iter().all(|item| item.key != part.parent),
        PartKind::Anchor => competencies.iter().all(|one| one.key != part.parent),
        _ => false,
    };
    ordered.extend(choices.iter().filter(lost));
    ordered.extend(anchors.iter().filter(lost));
    ordered
}

fn below<'a>(parts: &[&'a Part], parent: &str) -> Vec<&'a Part> {
    parts
        .iter()
        .filter(|part| part.parent == parent)
        .copied()
        .collect()
}

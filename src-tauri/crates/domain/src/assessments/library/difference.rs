//! What two versions differ in, part by part: added, removed, moved, and which cells say something else.

use std::collections::HashMap;

use super::{Content, HeadField, Part, PartField, PartKind};

/// What two contents differ in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What they say of themselves otherwise: field, before, after.
    pub head: Vec<(HeadField, String, String)>,
    /// Every part of both, in the order of the right one; what is gone stands where it was.
    pub parts: Vec<PartDifference>,
}

/// A part of two contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartDifference {
    /// As it is on the left.
    pub left: Option<Part>,
    /// As it is on the right.
    pub right: Option<Part>,
    /// Whether it stands elsewhere among its kind, or under another heading.
    pub moved: bool,
    /// The fields that differ, of a part that both have.
    pub fields: Vec<PartField>,
}

impl PartDifference {
    /// Whether both sides have it alike, in the same place.
    pub fn is_same(&self) -> bool {
        self.left.is_some() && self.right.is_some() && !self.moved && self.fields.is_empty()
    }
}

impl Difference {
    /// Whether nothing differs.
    pub fn is_nothing(&self) -> bool {
        self.head.is_empty() && self.parts.iter().all(PartDifference::is_same)
    }
}

/// What tells parts of a definition apart: kind, the parent where it is bound to it, key.
type Name<'a> = (PartKind, &'a str, &'a str);

fn name(part: &Part) -> Name<'_> {
    let scope = if part.kind.bound() {
        part.parent.as_str()
    } else {
        ""
    };
    (part.kind, scope, &part.key)
}

/// The difference of two contents.
pub fn difference(left: &Content, right: &Content) -> Difference {
    let head = HeadField::ALL.into_iter().filter_map(|field| {
        let (before, after) = (left.head.value(field), right.head.value(field));
        (before != after).then_some((field, before, after))
    });
    let before: HashMap<Name<'_>, &Part> = left.parts.iter().map(|part| (name(part), part)).collect();
    let after: HashMap<Name<'_>, &Part> = right.parts.iter().map(|part| (name(part), part)).collect();
    let places = moved(left, &after, right);
    let mut parts: Vec<PartDifference> = right
        .parts
        .iter()
        .map(|part| pair(before.get(&name(part)).copied(), part, &places))
        .collect();
    // What is gone stands behind what it stood behind.
    let mut last: Option<Name<'_>> = None;
    for part in &left.parts {
        if !after.contains_key(&name(part)) {
            let is_last = |one: &PartDifference| {
                let own = one.right.as_ref().or(one.left.as_ref());
                own.is_some_and(|own| Some(name(own)) == last)
            };
            let at = parts.iter().position(is_last).map_or(0, |at| at + 1);
            let gone = PartDifference {
                left: Some(part.clone()),
                right: None,
                moved: false,
                fields: Vec::new(),
            };
            parts.insert(at, gone);
        }
        last = Some(name(part));
    }
    Difference {
        head: head.collect(),
        parts,
    }
}

fn pair(before: Option<&Part>, after: &Part, moved: &[Name<'_>]) -> PartDifference {
    let fields = before.map(|before| {
        let differs = |field: &PartField| before.value(*field) != after.value(*field);
        PartField::ALL.into_iter().filter(differs).collect()
    });
    let elsewhere = before.is_some_and(|before| before.parent != after.parent);
    PartDifference {
        moved: elsewhere || moved.contains(&name(after)),
        left: before.cloned(),
        right: Some(after.clone()),
        fields: fields.unwrap_or_default(),
    }
}

/// The fewest parts that stand elsewhere: those of each kind outside a longest run that kept its order.
fn moved<'a>(left: &'a Content, after: &HashMap<Name<'a>, &'a Part>, right: &'a Content) -> Vec<Name<'a>> {
    let place: HashMap<Name<'_>, usize> = right.parts.iter().map(name).zip(0..).collect();
    let mut runs: HashMap<(PartKind, &str), Vec<(Name<'_>, usize)>> = HashMap::new();
    for part in &left.parts {
        let own = name(part);
        // A part under another heading is told as moved anyway, and does not push the others.
        let stays = after.get(&own).is_some_and(|now| now.parent == part.parent);
        if stays && let Some(at) = place.get(&own) {
            runs.entry((part.kind, part.parent.as_str()))
                .or_default()
                .push((own, *at));
        }
    }
    runs.into_values().flat_map(outside_longest_run).collect()
}

fn outside_longest_run<Id: Copy>(run: Vec<(Id, usize)>) -> Vec<Id> {
    // best[i]: length of the longest rising run that ends at i, and what stands before i in it.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(run.len());
    for (at, (_, place)) in run.iter().enumerate() {
        let before = (0..at).filter(|other| run[*other].1 < *place);
        let before = before.max_by_key(|other| best[*other].0);
        best.push((before.map_or(1, |before| best[before].0 + 1), before));
    }
    let mut kept = vec![false; run.len()];
    let mut at = (0..run.len()).max_by_key(|at| best[*at].0);
    while let Some(here) = at {
        kept[here] = true;
        at = best[here].1;
    }
    let outside = run.into_iter().zip(kept).filter(|(_, kept)| !kept);
    outside.map(|((id, _), _)| id).collect()
}

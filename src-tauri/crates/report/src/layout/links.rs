//! What leads somewhere: numbers to the place that defines them, addresses out of the document.
//!
//! Works on the finished pages, where it is known what stands where.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::ReportError;
use crate::page::{Goal, Laid, Link, NodeId, Owner, Paint, Role, Spot};
use crate::text::{Cluster, Run, Target};
use crate::words::Words;

/// Height of capitals over the baseline and depth of letters below it, as shares of the type size.
const RISE: f32 = 0.8;
const DEPTH: f32 = 0.25;

/// Finds the facts and gives what leads somewhere an element of its own.
///
/// # Errors
/// [`ReportError::Words`].
pub(super) fn add(laid: &mut Laid, words: &Words) -> Result<(), ReportError> {
    let places = places(laid);
    let mut texts = Texts {
        places: &places,
        words,
        open: None,
    };
    for at in 0..laid.pages.len() {
        let mut paint = std::mem::take(&mut laid.pages[at].paint);
        for (owner, paint) in &mut paint {
            texts.visit(laid, at, owner, paint)?;
        }
        laid.pages[at].paint = paint;
    }
    figures(laid, &places, words)
}

/// Where each fact is defined; of several places the first.
fn places(laid: &Laid) -> BTreeMap<String, Goal> {
    let mut places = BTreeMap::new();
    for (page, sheet) in laid.pages.iter().enumerate() {
        for (owner, paint) in &sheet.paint {
            if let (Owner::Node(_), Paint::Text { x, y, size, run, .. }) = (owner, paint)
                && let Some(key) = &run.defines
            {
                let [x, y, ..] = frame(*x, *y, *size, run);
                places.entry(key.clone()).or_insert(Goal::Place { page, x, y });
            }
        }
    }
    places
}

/// Walks over the text in reading order.
struct Texts<'a> {
    places: &'a BTreeMap<String, Goal>,
    words: &'a Words,
    /// The link that the last text belonged to: what holds it, itself, and where it leads.
    open: Option<(NodeId, NodeId, Target)>,
}

impl Texts<'_> {
    fn visit(
        &mut self,
        laid: &mut Laid,
        page: usize,
        owner: &mut Owner,
        paint: &Paint,
    ) -> Result<(), ReportError> {
        let (Owner::Node(holder), Paint::Text { x, y, size, run, .. }) = (*owner, paint) else {
            return Ok(());
        };
        let Some(target) = &run.target else {
            // A space at the end of a line belongs to nobody.
            if !run.text().trim().is_empty() {
                self.open = None;
            }
            return Ok(());
        };
        let frame = frame(*x, *y, *size, run);
        let (goal, contents) = match target {
            Target::Fact(key) => {
                laid.spots.push(Spot {
                    key: key.clone(),
                    page,
                    frame,
                });
                let Some(place) = self.places.get(key) else {
                    return Ok(());
                };
                (place.clone(), fact(self.words, run.text().trim())?)
            }
            Target::Address(address) => (
                Goal::Address(address.clone()),
                self.words
                    .with("report-link-address", &[("address", address.as_str().into())])?,
            ),
        };
        let node = match &self.open {
            Some((before, link, to)) if *before == holder && to == target => *link,
            _ => laid.tree.add(holder, Role::Link),
        };
        self.open = Some((holder, node, target.clone()));
        *owner = Owner::Node(node);
        match laid.links.last_mut() {
            // The same words in two faces on one line are one place to press.
            Some(last) if last.node == node && last.page == page && last.frame[1] == frame[1] => {
                last.frame[2] = last.frame[2].max(frame[2]);
            }
            _ => laid.links.push(Link {
                node,
                page,
                frame,
                goal,
                contents,
            }),
        }
        Ok(())
    }
}

/// Figures that show a fact.
fn figures(laid: &mut Laid, places: &BTreeMap<String, Goal>, words: &Words) -> Result<(), ReportError> {
    for at in 0..laid.tree.nodes.len() {
        let node = &laid.tree.nodes[at];
        let (Some(key), Some(frame), Some(page)) = (node.fact.clone(), node.frame, node.page) else {
            continue;
        };
        if let Some(goal) = places.get(&key) {
            let contents = fact(words, node.alt.as_deref().unwrap_or_default())?;
            // A link is part of a line: it stands in a paragraph.
            let node = laid.tree.wrap(at, Role::Link);
            laid.tree.wrap(node, Role::P);
            laid.links.push(Link {
                node,
                page,
                frame,
                goal: goal.clone(),
                contents,
            });
        }
        laid.spots.push(Spot { key, page, frame });
    }
    Ok(())
}

fn fact(words: &Words, shown: &str) -> Result<String, ReportError> {
    words.with("report-link-fact", &[("words", shown.into())])
}

/// Left, top, right and bottom of a run; spaces at its ends do not count.
fn frame(x: f32, y: f32, size: f32, run: &Run) -> [f32; 4] {
    let blank = |cluster: &&Cluster| cluster.text.trim().is_empty();
    let before: f32 = run.clusters.iter().take_while(blank).map(Cluster::width).sum();
    let after: f32 = run
        .clusters
        .iter()
        .rev()
        .take_while(blank)
        .map(Cluster::width)
        .sum();
    let left = x + run.x;
    [
        left + before,
        y - size * RISE,
        (left + run.width() - after).max(left + before),
        y + size * DEPTH,
    ]
}

//! The outline that viewers show beside the pages: one line per heading, nested as the headings are.

use lopdf::{Document, Object, ObjectId, dictionary};

use crate::page::{Bookmark, Laid};

/// A line and its neighbours, by number.
#[derive(Debug, Clone, Default)]
struct Entry {
    parent: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    /// Lines below it, at any depth.
    below: i64,
}

/// Adds the outline; `None` for a document without headings.
pub(super) fn add(file: &mut Document, laid: &Laid, pages: &[ObjectId]) -> Option<ObjectId> {
    let entries = entries(&laid.bookmarks);
    let top: Vec<usize> = (0..entries.len())
        .filter(|at| entries[*at].parent.is_none())
        .collect();
    let (first, last) = (*top.first()?, *top.last()?);
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| file.new_object_id()).collect();
    for (at, (entry, bookmark)) in entries.iter().zip(&laid.bookmarks).enumerate() {
        let place = vec![
            Object::Reference(*pages.get(bookmark.page)?),
            "XYZ".into(),
            Object::Null,
            Object::Real(laid.size.1 - bookmark.y),
            Object::Null,
        ];
        let mut item = dictionary! {
            "Title" => lopdf::text_string(&bookmark.title),
            "Parent" => Object::Reference(entry.parent.map_or(root, |parent| ids[parent])),
            "Dest" => Object::Array(place),
        };
        let neighbours = [
            ("Prev", entry.previous),
            ("Next", entry.next),
            ("First", entry.first),
            ("Last", entry.last),
        ];
        for (name, neighbour) in neighbours {
            if let Some(neighbour) = neighbour {
                item.set(name, Object::Reference(ids[neighbour]));
            }
        }
        if entry.below > 0 {
            item.set("Count", entry.below);
        }
        file.set_object(ids[at], item);
    }
    file.set_object(
        root,
        dictionary! {
            "Type" => "Outlines",
            "First" => Object::Reference(ids[first]),
            "Last" => Object::Reference(ids[last]),
            "Count" => ids.len() as i64,
        },
    );
    Some(root)
}

/// Who stands below and beside whom, in one pass.
fn entries(bookmarks: &[Bookmark]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = vec![Entry::default(); bookmarks.len()];
    // The lines that the next one may stand below, the outermost first.
    let mut open: Vec<usize> = Vec::new();
    let mut last_at_top = None;
    for (at, bookmark) in bookmarks.iter().enumerate() {
        while open
            .last()
            .is_some_and(|before| bookmarks[*before].level >= bookmark.level)
        {
            open.pop();
        }
        let parent = open.last().copied();
        let previous = match parent {
            Some(parent) => entries[parent].last.replace(at),
            None => last_at_top.replace(at),
        };
        if let (Some(parent), None) = (parent, previous) {
            entries[parent].first = Some(at);
        }
        if let Some(previous) = previous {
            entries[previous].next = Some(at);
        }
        (entries[at].parent, entries[at].previous) = (parent, previous);
        for above in &open {
            entries[*above].below += 1;
        }
        open.push(at);
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(levels: &[u8]) -> Vec<Bookmark> {
        let mark = |level: &u8| Bookmark {
            level: *level,
            title: String::new(),
            page: 0,
            y: 0.0,
        };
        levels.iter().map(mark).collect()
    }

    #[test]
    fn lines_stand_below_the_last_higher_one() {
        let entries = entries(&marks(&[1, 2, 3, 3, 2, 1, 2]));
        let parents: Vec<Option<usize>> = entries.iter().map(|entry| entry.parent).collect();
        assert_eq!(parents, [None, Some(0), Some(1), Some(1), Some(0), None, Some(5)]);
        let below: Vec<i64> = entries.iter().map(|entry| entry.below).collect();
        assert_eq!(below, [4, 2, 0, 0, 0, 1, 0]);
        assert_eq!((entries[0].first, entries[0].last), (Some(1), Some(4)));
        assert_eq!((entries[0].next, entries[5].previous), (Some(5), Some(0)));
        assert_eq!((entries[1].next, entries[4].previous), (Some(4), Some(1)));
    }
}

//! What can be pressed: visible, named, and tied to a link element both ways (ISO 14289-1, 7.18).

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::tree::Tree;
use super::{Fault, File};

/// Flags of an annotation (ISO 32000-1, table 165): printed, and never invisible, hidden or out of view.
const PRINTED: i64 = 4;
const HIDDEN: i64 = 1 | 2 | 32;

/// Checks the annotations of all pages and the link elements.
pub(super) fn check(file: &File, tree: &Tree, faults: &mut Vec<Fault>) {
    let held: BTreeSet<ObjectId> = tree.objects.values().copied().collect();
    let links: BTreeSet<ObjectId> = tree.links.iter().copied().collect();
    for (at, id) in file.pages.iter().enumerate() {
        let page = at + 1;
        let Ok(sheet) = file.document.get_dictionary(*id) else {
            continue;
        };
        let annotations = file.array(sheet, b"Annots").unwrap_or_default();
        if !annotations.is_empty() && file.name(sheet, b"Tabs").as_deref() != Some("S") {
            faults.push(Fault::TabOrder { page });
        }
        for (at, object) in annotations.iter().enumerate() {
            let annotation = at + 1;
            let Some(inner) = file.at(object).and_then(|inner| inner.as_dict().ok()) else {
                faults.push(Fault::LooseAnnotation { page, annotation });
                continue;
            };
            if file.text(inner, b"Contents").is_none() {
                faults.push(Fault::AnnotationWithoutContents { page, annotation });
            }
            let flags = file.number(inner, b"F").unwrap_or(0);
            if flags & PRINTED == 0 || flags & HIDDEN != 0 {
                faults.push(Fault::AnnotationHidden { page, annotation });
            }
            if !leads(file, inner) {
                faults.push(Fault::AnnotationWithoutGoal { page, annotation });
            }
            let owner = file
                .number(inner, b"StructParent")
                .and_then(|number| tree.parents.get(&number))
                .and_then(|owner| owner.as_reference().ok());
            let object = object.as_reference().ok().and_then(|id| tree.objects.get(&id));
            let tied = owner.is_some_and(|owner| {
                links.contains(&owner)
                    && match object {
                        Some(holder) => *holder == owner,
                        // The link is named below when it holds nothing at all.
                        None => !held.contains(&owner),
                    }
            });
            if !tied {
                faults.push(Fault::LooseAnnotation { page, annotation });
            }
        }
    }
    for (at, link) in tree.links.iter().enumerate() {
        if !held.contains(link) {
            faults.push(Fault::LinkWithoutAnnotation(at + 1));
        }
    }
}

/// Whether an annotation leads to a page of the file or to an address.
fn leads(file: &File, annotation: &Dictionary) -> bool {
    if let Some(place) = file.array(annotation, b"Dest") {
        let page = place.first().and_then(|page| Object::as_reference(page).ok());
        return page.is_some_and(|page| file.page(page) > 0);
    }
    let action = file.dictionary(annotation, b"A");
    action.is_some_and(|action| {
        let address = file.get(action, b"URI").and_then(|address| address.as_str().ok());
        file.name(action, b"S").as_deref() == Some("URI")
            && address.is_some_and(|address| !address.is_empty())
    })
}

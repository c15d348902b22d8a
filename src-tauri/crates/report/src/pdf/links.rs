//! Links: what can be pressed, tied to the element that it belongs to (ISO 14289-1, 7.18).

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId, dictionary};

use super::tags::unwritable;
use crate::ReportError;
use crate::page::{Goal, Laid, Link, NodeId};

/// An annotation that is printed (ISO 32000-1, table 165); PDF/A allows no other.
const PRINT: i64 = 4;

/// What the structure tree has to hold.
pub(super) struct Presses {
    /// For each element the annotations that belong to it.
    pub(super) objects: BTreeMap<NodeId, Vec<Object>>,
    /// Lines of the parent tree, behind those of the pages: number, element.
    pub(super) parents: Vec<Object>,
}

/// Puts the annotations on their pages.
///
/// # Errors
/// [`ReportError::Write`] if a page is missing.
pub(super) fn add(
    file: &mut Document,
    laid: &Laid,
    pages: &[ObjectId],
    ids: &[ObjectId],
) -> Result<Presses, ReportError> {
    let mut presses = Presses {
        objects: BTreeMap::new(),
        parents: Vec::new(),
    };
    let mut here: BTreeMap<usize, Vec<Object>> = BTreeMap::new();
    for (at, link) in laid.links.iter().enumerate() {
        let number = (pages.len() + at) as i64;
        let annotation = annotation(link, number, laid.size.1, pages)?;
        let annotation = file.add_object(annotation);
        here.entry(link.page)
            .or_default()
            .push(Object::Reference(annotation));
        let object = dictionary! {
            "Type" => "OBJR",
            "Pg" => Object::Reference(page(pages, link.page)?),
            "Obj" => Object::Reference(annotation),
        };
        presses
            .objects
            .entry(link.node)
            .or_default()
            .push(Object::Dictionary(object));
        presses.parents.push(Object::Integer(number));
        presses.parents.push(Object::Reference(ids[link.node]));
    }
    for (at, annotations) in here {
        let page = file.get_dictionary_mut(page(pages, at)?).map_err(unwritable)?;
        page.set("Annots", Object::Array(annotations));
    }
    Ok(presses)
}

fn annotation(
    link: &Link,
    number: i64,
    height: f32,
    pages: &[ObjectId],
) -> Result<lopdf::Dictionary, ReportError> {
    let [left, top, right, bottom] = link.frame;
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => Object::Array([left, height - bottom, right, height - top].map(rounded).to_vec()),
        "Border" => Object::Array(vec![0.into(), 0.into(), 0.into()]),
        "F" => PRINT,
        "P" => Object::Reference(page(pages, link.page)?),
        "Contents" => lopdf::text_string(&link.contents),
        "StructParent" => number,
    };
    match &link.goal {
        Goal::Place { page: at, x, y } => annotation.set(
            "Dest",
            vec![
                Object::Reference(page(pages, *at)?),
                "XYZ".into(),
                rounded(*x),
                rounded(height - y),
                Object::Null,
            ],
        ),
        Goal::Address(address) => annotation.set(
            "A",
            dictionary! {
                "Type" => "Action",
                "S" => "URI",
                "URI" => Object::string_literal(address.as_str()),
            },
        ),
    }
    Ok(annotation)
}

fn page(pages: &[ObjectId], at: usize) -> Result<ObjectId, ReportError> {
    pages.get(at).copied().ok_or_else(|| ReportError::Write {
        reason: format!("page {at} is missing"),
    })
}

fn rounded(value: f32) -> Object {
    Object::Real((value * 100.0).round() / 100.0)
}

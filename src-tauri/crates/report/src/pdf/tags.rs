//! The structure tree: which marks on which page are a heading, a cell, a figure.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::{links, outline};
use crate::ReportError;
use crate::page::{Laid, Node, NodeId, Role};

/// Adds the structure tree and the outline. `contents` gives, per page, the owner of each marked-content id.
///
/// # Errors
/// [`ReportError::Write`] if the document lacks its own pages or catalogue.
pub fn add(file: &mut Document, laid: &Laid, contents: &[Vec<NodeId>]) -> Result<(), ReportError> {
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = laid.tree.nodes.iter().map(|_| file.new_object_id()).collect();

    let mut kids: Vec<Vec<Object>> = vec![Vec::new(); ids.len()];
    let mut placed = vec![false; ids.len()];
    let mut parents = Vec::new();
    for (at, (owners, page)) in contents.iter().zip(&pages).enumerate() {
        for (mark, owner) in owners.iter().enumerate() {
            // A link stands in the middle of its line, between the marks around it.
            if let (Role::Link, Some(holder), false) = (
                laid.tree.nodes[*owner].role,
                laid.tree.nodes[*owner].parent,
                placed[*owner],
            ) {
                kids[holder].push(Object::Reference(ids[*owner]));
                placed[*owner] = true;
            }
            kids[*owner].push(Object::Dictionary(dictionary! {
                "Type" => "MCR",
                "Pg" => Object::Reference(*page),
                "MCID" => mark as i64,
            }));
        }
        let owners = owners
            .iter()
            .map(|owner| Object::Reference(ids[*owner]))
            .collect();
        let owners = file.add_object(Object::Array(owners));
        parents.push(Object::Integer(at as i64));
        parents.push(Object::Reference(owners));
    }
    let mut presses = links::add(file, laid, &pages, &ids)?;
    parents.append(&mut presses.parents);
    let next = parents.len() as i64 / 2;
    let parents = file.add_object(dictionary! { "Nums" => Object::Array(parents) });

    for (at, node) in laid.tree.nodes.iter().enumerate() {
        let parent = node.parent.map_or(root, |parent| ids[parent]);
        let mut kids = std::mem::take(&mut kids[at]);
        let others = node.kids.iter().filter(|kid| !placed[**kid]);
        kids.extend(others.map(|kid| Object::Reference(ids[*kid])));
        kids.extend(presses.objects.remove(&at).unwrap_or_default());
        file.set_object(ids[at], element(node, parent, kids, laid.size.1));
    }
    file.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => Object::Array(vec![Object::Reference(ids[0])]),
            "ParentTree" => Object::Reference(parents),
            "ParentTreeNextKey" => next,
        },
    );
    for (at, page) in pages.iter().enumerate() {
        let page = file.get_dictionary_mut(*page).map_err(unwritable)?;
        page.set("StructParents", at as i64);
        page.set("Tabs", "S");
        if page
            .get(b"Annots")
            .and_then(Object::as_array)
            .is_ok_and(Vec::is_empty)
        {
            page.remove(b"Annots");
        }
    }
    let outline = outline::add(file, laid, &pages);
    let catalog = file.catalog_mut().map_err(unwritable)?;
    catalog.set("StructTreeRoot", Object::Reference(root));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    if let Some(outline) = outline {
        catalog.set("Outlines", Object::Reference(outline));
    }
    Ok(())
}

pub(super) fn unwritable(error: lopdf::Error) -> ReportError {
    ReportError::Write {
        reason: error.to_string(),
    }
}

fn element(node: &Node, parent: ObjectId, kids: Vec<Object>, height: f32) -> Dictionary {
    let mut element = dictionary! {
        "Type" => "StructElem",
        "S" => kind(node.role),
        "P" => Object::Reference(parent),
        "K" => Object::Array(kids),
    };
    if let Some(alt) = &node.alt {
        element.set("Alt", lopdf::text_string(alt));
    }
    let attributes = match node.role {
        Role::ThColumn => Some(dictionary! { "O" => "Table", "Scope" => "Column" }),
        Role::ThRow => Some(dictionary! { "O" => "Table", "Scope" => "Row" }),
        Role::L => Some(dictionary! { "O" => "List", "ListNumbering" => "Disc" }),
        Role::Figure => node.frame.map(|[left, top, right, bottom]| {
            let frame = [left, height - bottom, right, height - top];
            let frame = frame
                .iter()
                .map(|edge| Object::Real((edge * 100.0).round() / 100.0))
                .collect();
            dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => Object::Array(frame) }
        }),
        _ => None,
    };
    if let Some(attributes) = attributes {
        element.set("A", attributes);
    }
    element
}

/// The standard name of a role.
pub(super) fn kind(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(_) => "H3",
        Role::P => "P",
        Role::BlockQuote => "BlockQuote",
        Role::L => "L",
        Role::Li => "LI",
        Role::Lbl => "Lbl",
        Role::LBody => "LBody",
        Role::Table => "Table",
        Role::Caption => "Caption",
        Role::THead => "THead",
        Role::TBody => "TBody",
        Role::Tr => "TR",
        Role::ThColumn | Role::ThRow => "TH",
        Role::Td => "TD",
        Role::Figure => "Figure",
        Role::Link => "Link",
    }
}

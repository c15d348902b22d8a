//! The structure tree: every element in its place, every mark in one element, and the way back.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::{Fault, File, table};

/// Elements deeper than this are not ours.
const DEPTH: usize = 32;

/// The kinds of elements that we write (ISO 32000-1, 14.8.4).
const KINDS: &[&str] = &[
    "BlockQuote",
    "Caption",
    "Document",
    "Figure",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "L",
    "LBody",
    "LI",
    "Lbl",
    "Link",
    "Note",
    "P",
    "Reference",
    "Span",
    "TBody",
    "TD",
    "TFoot",
    "TH",
    "THead",
    "TR",
    "Table",
];

/// What the structure tree says.
pub(super) struct Tree {
    /// Which elements claim a mark: page and number.
    claims: BTreeMap<(ObjectId, i64), Vec<ObjectId>>,
    /// Which element an annotation belongs to.
    pub(super) objects: BTreeMap<ObjectId, ObjectId>,
    /// The link elements in order of reading.
    pub(super) links: Vec<ObjectId>,
    /// The parent tree.
    pub(super) parents: BTreeMap<i64, Object>,
}

impl Tree {
    /// Reads the tree; `None` if there is none.
    pub(super) fn of(file: &File, faults: &mut Vec<Fault>) -> Option<Self> {
        let id = file.catalog()?.get(b"StructTreeRoot").ok()?.as_reference().ok()?;
        let root = file.document.get_dictionary(id).ok()?;
        let mut parents = BTreeMap::new();
        numbers(file, file.dictionary(root, b"ParentTree"), &mut parents, 0);
        let mut walk = Walk {
            file,
            faults,
            seen: BTreeSet::new(),
            level: 0,
            figures: 0,
            tables: 0,
            tree: Self {
                claims: BTreeMap::new(),
                objects: BTreeMap::new(),
                links: Vec::new(),
                parents,
            },
        };
        for kid in kids(file, root) {
            walk.kid(kid, id, "StructTreeRoot", None, 0);
        }
        Some(walk.tree)
    }

    /// Compares what is claimed with what is there.
    pub(super) fn marks(&self, file: &File, marks: &[BTreeSet<i64>], faults: &mut Vec<Fault>) {
        for (at, (id, marks)) in file.pages.iter().zip(marks).enumerate() {
            let page = at + 1;
            let back = file
                .document
                .get_dictionary(*id)
                .ok()
                .and_then(|page| file.number(page, b"StructParents"))
                .and_then(|number| self.parents.get(&number))
                .and_then(|entry| entry.as_array().ok());
            for mark in marks {
                let claims = self.claims.get(&(*id, *mark)).map_or(&[][..], Vec::as_slice);
                let [owner] = claims else {
                    faults.push(Fault::MarkClaims {
                        page,
                        mark: *mark,
                        times: claims.len(),
                    });
                    continue;
                };
                let named = back
                    .and_then(|back| back.get(usize::try_from(*mark).ok()?))
                    .and_then(|entry| entry.as_reference().ok());
                if named != Some(*owner) {
                    faults.push(Fault::ParentTree { page, mark: *mark });
                }
            }
        }
        for (id, mark) in self.claims.keys() {
            let page = file.page(*id);
            let there = page.checked_sub(1).and_then(|at| marks.get(at));
            if !there.is_some_and(|marks| marks.contains(mark)) {
                faults.push(Fault::MarkMissing { page, mark: *mark });
            }
        }
    }
}

/// The entries of a number tree.
fn numbers(file: &File, node: Option<&Dictionary>, out: &mut BTreeMap<i64, Object>, depth: usize) {
    let Some(node) = node.filter(|_| depth < DEPTH) else {
        return;
    };
    for pair in file.array(node, b"Nums").unwrap_or_default().chunks_exact(2) {
        if let (Ok(number), Some(value)) = (pair[0].as_i64(), file.at(&pair[1])) {
            // An element stays a reference: what counts is which one it is.
            let value = if value.as_dict().is_ok() { &pair[1] } else { value };
            out.insert(number, value.clone());
        }
    }
    for kid in file.array(node, b"Kids").unwrap_or_default() {
        numbers(
            file,
            file.at(kid).and_then(|kid| kid.as_dict().ok()),
            out,
            depth + 1,
        );
    }
}

/// What an element holds: one thing or a list of them.
pub(super) fn kids<'a>(file: &'a File, element: &'a Dictionary) -> Vec<&'a Object> {
    match element.get(b"K") {
        Ok(Object::Array(kids)) => kids.iter().collect(),
        Ok(kid) => match file.at(kid) {
            Some(Object::Array(kids)) => kids.iter().collect(),
            _ => vec![kid],
        },
        Err(_) => Vec::new(),
    }
}

/// An attribute of an element, from whichever of its attribute dictionaries.
pub(super) fn attribute<'a>(file: &'a File, element: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let attributes = file.get(element, b"A")?;
    let all: Vec<&Object> = match attributes {
        Object::Array(all) => all.iter().filter_map(|one| file.at(one)).collect(),
        one => vec![one],
    };
    all.into_iter()
        .filter_map(|one| one.as_dict().ok())
        .find_map(|one| file.get(one, key))
}

struct Walk<'a> {
    file: &'a File,
    faults: &'a mut Vec<Fault>,
    seen: BTreeSet<ObjectId>,
    /// Level of the last heading.
    level: u8,
    figures: usize,
    tables: usize,
    tree: Tree,
}

impl Walk<'_> {
    fn kid(&mut self, kid: &Object, holder: ObjectId, kind: &str, page: Option<ObjectId>, depth: usize) {
        let file = self.file;
        if let (Ok(mark), Some(page)) = (kid.as_i64(), page) {
            self.claim(page, mark, holder);
            return;
        }
        let Some(inner) = file.at(kid).and_then(|kid| kid.as_dict().ok()) else {
            return;
        };
        let own_page = inner.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        match file.name(inner, b"Type").as_deref() {
            Some("MCR") => {
                if let (Some(page), Some(mark)) = (own_page, file.number(inner, b"MCID")) {
                    self.claim(page, mark, holder);
                }
            }
            Some("OBJR") => {
                if let Ok(object) = inner.get(b"Obj").and_then(Object::as_reference) {
                    self.tree.objects.insert(object, holder);
                }
            }
            _ => {
                if let Ok(id) = kid.as_reference() {
                    self.element(inner, id, holder, kind, depth);
                }
            }
        }
    }

    fn claim(&mut self, page: ObjectId, mark: i64, holder: ObjectId) {
        self.tree.claims.entry((page, mark)).or_default().push(holder);
    }

    fn element(&mut self, element: &Dictionary, id: ObjectId, holder: ObjectId, parent: &str, depth: usize) {
        let file = self.file;
        let kind = file.name(element, b"S").unwrap_or_default();
        let back = element.get(b"P").and_then(Object::as_reference).ok();
        let fits = match (KINDS.contains(&kind.as_str()), KINDS.contains(&parent)) {
            (false, _) => {
                self.faults.push(Fault::UnknownKind(kind.clone()));
                true
            }
            // What may stand in the root is known; in a kind that is not, anything may.
            (true, known) => may_stand(&kind, parent) || !(known || depth == 0),
        };
        let seen = !self.seen.insert(id);
        if seen || !fits || back != Some(holder) || depth >= DEPTH {
            self.faults.push(Fault::Misplaced {
                child: kind.clone(),
                parent: parent.to_owned(),
            });
        }
        if seen || depth >= DEPTH {
            return;
        }
        self.look(element, id, &kind);
        let page = element.get(b"Pg").and_then(Object::as_reference).ok();
        for kid in kids(file, element) {
            self.kid(kid, id, &kind, page, depth + 1);
        }
    }

    /// What the element's kind asks for.
    fn look(&mut self, element: &Dictionary, id: ObjectId, kind: &str) {
        let file = self.file;
        match kind {
            "Figure" => {
                self.figures += 1;
                if file.text(element, b"Alt").is_none() {
                    self.faults.push(Fault::FigureWithoutAlt(self.figures));
                }
                let frame = attribute(file, element, b"BBox").and_then(|frame| frame.as_array().ok());
                if frame.is_none_or(|frame| frame.len() != 4) {
                    self.faults.push(Fault::FigureWithoutFrame(self.figures));
                }
            }
            "Table" => {
                self.tables += 1;
                table::check(file, element, self.tables, self.faults);
            }
            "Link" => self.tree.links.push(id),
            heading => {
                if let Some(level) = heading.strip_prefix('H').and_then(|level| level.parse().ok()) {
                    if level > self.level + 1 {
                        self.faults.push(Fault::HeadingOrder {
                            before: self.level,
                            level,
                        });
                    }
                    self.level = level;
                }
            }
        }
    }
}

/// Which kinds may stand within which.
fn may_stand(child: &str, parent: &str) -> bool {
    let parents: &[&str] = match child {
        "Document" => &["StructTreeRoot"],
        "LI" => &["L"],
        "Lbl" => &["LI", "Note"],
        "LBody" => &["LI"],
        "THead" | "TBody" | "TFoot" => &["Table"],
        "TR" => &["Table", "THead", "TBody", "TFoot"],
        "TH" | "TD" => &["TR"],
        "Caption" => &["Table", "L"],
        "Link" => &["P", "LBody", "TD", "TH", "Caption", "Reference", "H1", "H2", "H3"],
        "H1" | "H2" | "H3" | "H4" | "H5" | "H6" => &["Document"],
        _ => &[
            "Document",
            "BlockQuote",
            "Caption",
            "LBody",
            "TD",
            "TH",
            "P",
            "Link",
            "Note",
        ],
    };
    parents.contains(&parent)
}

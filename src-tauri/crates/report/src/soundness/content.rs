//! What is painted on the pages, and whether all of it is marked.

use std::collections::BTreeSet;

use lopdf::content::{Content, Operation};
use lopdf::{Object, ObjectId};

use super::fonts::Fonts;
use super::{Fault, File, LIMIT};

/// For each page the numbers of its marked content.
pub(super) fn marks(file: &File, fonts: &Fonts, faults: &mut Vec<Fault>) -> Vec<BTreeSet<i64>> {
    let pages = file.pages.iter().enumerate();
    pages
        .map(|(at, id)| {
            let content = file.document.get_page_content_with_limit(*id, LIMIT);
            let content = content.and_then(|bytes| Content::decode_strict(&bytes));
            let mut page = Page {
                file,
                fonts,
                id: *id,
                number: at + 1,
                open: Vec::new(),
                font: None,
                kept: Vec::new(),
                marks: BTreeSet::new(),
                faults: Vec::new(),
            };
            match content {
                Ok(content) => page.read(&content.operations),
                Err(error) => page.faults.push(Fault::Unreadable(error.to_string())),
            }
            faults.append(&mut page.faults);
            page.marks
        })
        .collect()
}

/// What an open sequence of marked content is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Artifact,
    Content,
    /// Carries its own text.
    Text,
    Other,
}

struct Page<'a> {
    file: &'a File,
    fonts: &'a Fonts,
    id: ObjectId,
    number: usize,
    open: Vec<Mark>,
    font: Option<ObjectId>,
    /// Fonts of the states that were put aside.
    kept: Vec<Option<ObjectId>>,
    marks: BTreeSet<i64>,
    faults: Vec<Fault>,
}

impl Page<'_> {
    fn read(&mut self, operations: &[Operation]) {
        for operation in operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => self.begin(&operation.operands),
                "EMC" => self.end(),
                "q" => self.kept.push(self.font),
                "Q" => self.font = self.kept.pop().flatten(),
                "Tf" => {
                    let name = operation.operands.first().and_then(|name| name.as_name().ok());
                    self.font = name.and_then(|name| self.fonts.named(self.file, self.id, name));
                }
                "Tj" | "TJ" | "'" | "\"" => {
                    self.paints(&operation.operator);
                    for operand in &operation.operands {
                        self.shows(operand);
                    }
                }
                "S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "sh" | "Do" | "BI" => {
                    self.paints(&operation.operator);
                }
                _ => {}
            }
        }
        if !self.open.is_empty() {
            self.fault(Fault::MarkNesting { page: self.number });
        }
    }

    fn end(&mut self) {
        if self.open.pop().is_none() {
            self.fault(Fault::MarkNesting { page: self.number });
        }
    }

    fn begin(&mut self, operands: &[Object]) {
        let tag = operands.first().and_then(|tag| tag.as_name().ok());
        let properties = operands.get(1).and_then(|properties| properties.as_dict().ok());
        let number = properties.and_then(|properties| self.file.number(properties, b"MCID"));
        let mark = match (tag, number) {
            (Some(b"Artifact"), _) => Mark::Artifact,
            (_, Some(number)) => {
                if !self.marks.insert(number) {
                    self.fault(Fault::MarkTwice {
                        page: self.number,
                        mark: number,
                    });
                }
                Mark::Content
            }
            _ if properties.is_some_and(|properties| properties.has(b"ActualText")) => Mark::Text,
            _ => Mark::Other,
        };
        let owns = |mark: &Mark| matches!(mark, Mark::Artifact | Mark::Content);
        if owns(&mark) && self.open.iter().any(owns) {
            self.fault(Fault::MarkNesting { page: self.number });
        }
        self.open.push(mark);
    }

    fn paints(&mut self, operator: &str) {
        let owned = self
            .open
            .iter()
            .any(|mark| matches!(mark, Mark::Artifact | Mark::Content));
        if !owned {
            self.fault(Fault::UnmarkedPaint {
                page: self.number,
                operator: operator.to_owned(),
            });
        }
    }

    fn shows(&mut self, operand: &Object) {
        match operand {
            Object::Array(parts) => {
                for part in parts {
                    self.shows(part);
                }
            }
            Object::String(codes, _) => {
                for code in codes.chunks_exact(2) {
                    let glyph = u16::from_be_bytes([code[0], code[1]]);
                    if glyph == 0 {
                        self.fault(Fault::MissingGlyph { page: self.number });
                    } else if !self.fonts.reads(self.font, glyph) && !self.open.contains(&Mark::Text) {
                        self.fault(Fault::GlyphWithoutText {
                            page: self.number,
                            glyph,
                        });
                    }
                }
            }
            _ => {}
        }
    }

    /// Each fault is named once a page.
    fn fault(&mut self, fault: Fault) {
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }
}

use super::*;
use lopdf::content::{Content, Operation};
use lopdf::{Stream, dictionary};
use proptest::prelude::*;

use crate::documents::Paper;
use crate::figures::{Ink, Mark, Scene};
use crate::fonts::Face;
use crate::layout::lay;
use crate::model::{Block, Cell, Column, Entry, Grid, Key, Look, Prose, Report, Width};
use crate::text::{Span, Target};
use crate::words::Words;

/// A file with one of everything that we write, on two pages.
fn good() -> Vec<u8> {
    let fact = |text: &str| Span::new(Face::Sans, text).to(Target::Fact("enrolled".into()));
    let row = |name: &str| {
        let name = Span::new(Face::Sans, name).defining(name);
        let name = Prose {
            spans: vec![name],
            look: Look::Label,
        };
        vec![
            Cell {
                parts: vec![name],
                ringed: false,
            },
            Cell::text("36"),
        ]
    };
    let table = Block::Table(Grid {
        columns: vec![
            Column::words("Fact", Width::Share(1.0)),
            Column::words("Number", Width::Points(60.0)),
        ],
        rows: vec![row("enrolled"), row("completed")],
        row_head: 0,
        row_height: 0.0,
        tight: false,
        chart: None,
    });
    let mark = Mark::Circle {
        x: 20.0,
        y: 20.0,
        r: 4.0,
        ink: Ink::After,
        fill: Ink::After,
        weight: 0.0,
    };
    let address = "https://example.org".to_owned();
    let report = Report {
        title: "Facts & figures <2027>".into(),
        language: "en-US",
        paper: Paper::Letter,
        landscape: false,
        date: None,
        head: Some("Award 1".into()),
        foot: ("Cohort".into(), String::new()),
        blocks: vec![
            Block::Kicker("Report".into()),
            Block::Heading(1, "Facts".into()),
            Block::Text(Prose {
                spans: vec![
                    Span::new(Face::Sans, "In all "),
                    fact("36"),
                    Span::new(Face::Sans, " people; see "),
                    Span::new(Face::Sans, address.as_str()).to(Target::Address(address.clone())),
                    Span::new(Face::Sans, "."),
                ],
                look: Look::Body,
            }),
            Block::Heading(2, "Figures".into()),
            Block::Figure {
                scene: Scene {
                    width: 100.0,
                    height: 40.0,
                    marks: vec![mark],
                },
                alt: "One dot".into(),
                fact: None,
            },
            Block::Keys(vec![Key::from(("3".into(), "sessions".into()))]),
            Block::List(vec![Entry {
                parts: vec![Prose::plain(Look::Body, "An item")],
            }]),
            Block::Quote("Words".into(), "Somebody".into()),
            Block::PageBreak,
            Block::Heading(3, "Appendix".into()),
            Block::Captioned("Where numbers come from".into(), Box::new(table)),
        ],
    };
    crate::pdf::write(&lay(&report, &Words::english()).unwrap()).unwrap()
}

/// The faults of a good file after a change.
fn broken(change: impl FnOnce(&mut Document)) -> Vec<Fault> {
    let mut document = Document::load_mem(&good()).unwrap();
    change(&mut document);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    check(&bytes)
}

fn is_kind(element: &Dictionary, kind: &str) -> bool {
    let found = element.get(b"S").and_then(Object::as_name);
    found.is_ok_and(|found| found == kind.as_bytes())
}

/// The first element of a kind, in order of reading.
fn element(document: &Document, kind: &str) -> ObjectId {
    let found = document
        .objects
        .iter()
        .find(|(_, object)| object.as_dict().is_ok_and(|element| is_kind(element, kind)));
    *found.unwrap().0
}

fn of<'a>(document: &'a mut Document, kind: &str) -> &'a mut Dictionary {
    let id = element(document, kind);
    document.get_dictionary_mut(id).unwrap()
}

fn page(document: &mut Document) -> &mut Dictionary {
    let id = document.page_iter().next().unwrap();
    document.get_dictionary_mut(id).unwrap()
}

fn annotation(document: &mut Document) -> &mut Dictionary {
    let first = page(document).get(b"Annots").unwrap().as_array().unwrap()[0].as_reference();
    document.get_dictionary_mut(first.unwrap()).unwrap()
}

fn font<'a>(document: &'a mut Document, key: &[u8]) -> &'a mut Dictionary {
    let found = document
        .objects
        .values_mut()
        .filter_map(|object| object.as_dict_mut().ok())
        .find(|dictionary| dictionary.has(key));
    found.unwrap()
}

/// Changes what is painted on the first page.
fn repaint(document: &mut Document, change: impl FnOnce(&mut Vec<Operation>)) {
    let id = document.page_iter().next().unwrap();
    let mut content = Content::decode(&document.get_page_content(id)).unwrap();
    change(&mut content.operations);
    let stream = Stream::new(dictionary! {}, content.encode().unwrap());
    let stream = document.add_object(stream);
    document
        .get_dictionary_mut(id)
        .unwrap()
        .set("Contents", Object::Reference(stream));
}

fn position(operations: &[Operation], operator: &str) -> usize {
    operations
        .iter()
        .position(|operation| operation.operator == operator)
        .unwrap()
}

/// Number of the marked content that an operation begins.
fn mark(operation: &mut Operation) -> Option<&mut Object> {
    let properties = operation.operands.get_mut(1)?.as_dict_mut().ok()?;
    properties.get_mut(b"MCID").ok()
}

#[test]
fn a_good_file_has_no_fault() {
    assert_eq!(check(&good()), []);
}

#[test]
fn what_is_said_of_the_whole_file_is_missed() {
    let catalog = |key: &'static str| {
        broken(move |document| {
            document.catalog_mut().unwrap().remove(key.as_bytes());
        })
    };
    assert_eq!(catalog("Lang"), [Fault::Language]);
    assert_eq!(catalog("MarkInfo"), [Fault::Unmarked]);
    assert_eq!(catalog("OutputIntents"), [Fault::OutputIntent]);
    assert_eq!(catalog("Outlines"), [Fault::Outline]);
    assert_eq!(catalog("ViewerPreferences"), [Fault::Title]);
    assert_eq!(catalog("Metadata"), [Fault::Metadata("everything")]);
    // Without a tree no link can be told from another; it is the tree that is named.
    assert_eq!(catalog("StructTreeRoot"), [Fault::NoTree]);
    let untitled = broken(|document| {
        let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
        document.get_dictionary_mut(info).unwrap().remove(b"Title");
    });
    assert_eq!(untitled, [Fault::Title]);
    let version = broken(|document| document.version = "1.4".into());
    assert_eq!(version, [Fault::Version("1.4".into())]);
    let id = broken(|document| {
        document.trailer.remove(b"ID");
    });
    assert_eq!(id, [Fault::Id]);
}

#[test]
fn metadata_that_lack_a_promise_are_named() {
    for (element, what) in super::file::PROMISES {
        let faults = broken(|document| {
            let id = document.catalog().unwrap().get(b"Metadata").unwrap();
            let id = id.as_reference().unwrap();
            let packet = document.get_object_mut(id).unwrap().as_stream_mut().unwrap();
            let text = String::from_utf8(packet.get_plain_content().unwrap()).unwrap();
            packet.set_plain_content(text.replace(element, "").into_bytes());
        });
        assert_eq!(faults, [Fault::Metadata(what)]);
    }
    let other = broken(|document| {
        let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
        let info = document.get_dictionary_mut(info).unwrap();
        info.set("Title", Object::string_literal("Another"));
    });
    assert_eq!(other, [Fault::Metadata("the title of the file")]);
}

#[test]
fn an_outline_that_leads_nowhere_is_found() {
    let faults = broken(|document| {
        let root = document.catalog().unwrap().get(b"Outlines").unwrap();
        let root = document.get_dictionary(root.as_reference().unwrap()).unwrap();
        let line = root.get(b"First").unwrap().as_reference().unwrap();
        document.get_dictionary_mut(line).unwrap().remove(b"Dest");
    });
    assert_eq!(faults, [Fault::Outline]);
}

#[test]
fn paint_outside_of_marks_is_found() {
    let faults = broken(|document| {
        repaint(document, |operations| {
            operations.push(Operation::new("f", Vec::new()));
        });
    });
    let wanted = Fault::UnmarkedPaint {
        page: 1,
        operator: "f".into(),
    };
    assert_eq!(faults, [wanted]);
}

#[test]
fn marks_that_are_not_nested_well_are_found() {
    let open = broken(|document| {
        repaint(document, |operations| {
            operations.push(Operation::new("BMC", vec!["Span".into()]));
        });
    });
    assert_eq!(open, [Fault::MarkNesting { page: 1 }]);
    let closed = broken(|document| {
        repaint(document, |operations| {
            operations.push(Operation::new("EMC", Vec::new()));
        });
    });
    assert_eq!(closed, [Fault::MarkNesting { page: 1 }]);
    let within = broken(|document| {
        repaint(document, |operations| {
            let at = position(operations, "BDC") + 1;
            operations.insert(at, Operation::new("BMC", vec!["Artifact".into()]));
            operations.insert(at + 1, Operation::new("EMC", Vec::new()));
        });
    });
    assert_eq!(within, [Fault::MarkNesting { page: 1 }]);
}

#[test]
fn content_that_nobody_claims_is_found() {
    let faults = broken(|document| {
        repaint(document, |operations| {
            let marks = operations.iter_mut().filter_map(mark);
            *marks.last().unwrap() = Object::Integer(77);
        });
    });
    assert!(matches!(
        faults[..],
        [
            Fault::MarkClaims {
                page: 1,
                mark: 77,
                times: 0
            },
            Fault::MarkMissing { page: 1, .. }
        ]
    ));
    let faults = broken(|document| {
        repaint(document, |operations| {
            operations.push(Operation::new(
                "BDC",
                vec!["P".into(), dictionary! { "MCID" => 78 }.into()],
            ));
            operations.push(Operation::new("EMC", Vec::new()));
        });
    });
    let wanted = Fault::MarkClaims {
        page: 1,
        mark: 78,
        times: 0,
    };
    assert_eq!(faults, [wanted]);
}

#[test]
fn a_number_that_marks_twice_is_found() {
    let faults = broken(|document| {
        repaint(document, |operations| {
            operations.push(Operation::new(
                "BDC",
                vec!["P".into(), dictionary! { "MCID" => 0 }.into()],
            ));
            operations.push(Operation::new("EMC", Vec::new()));
        });
    });
    assert_eq!(faults, [Fault::MarkTwice { page: 1, mark: 0 }]);
}

#[test]
fn a_mark_in_two_elements_or_that_is_not_there_is_found() {
    let claim = |number: i64| {
        broken(move |document| {
            let page = document.page_iter().next().unwrap();
            let kids = of(document, "H1").get_mut(b"K").unwrap().as_array_mut().unwrap();
            kids.push(
                dictionary! { "Type" => "MCR", "Pg" => Object::Reference(page), "MCID" => number }.into(),
            );
        })
    };
    let twice = Fault::MarkClaims {
        page: 1,
        mark: 0,
        times: 2,
    };
    assert_eq!(claim(0), [twice]);
    assert_eq!(claim(99), [Fault::MarkMissing { page: 1, mark: 99 }]);
}

#[test]
fn a_wrong_way_back_is_found() {
    let faults = broken(|document| {
        let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap();
        let root = document.get_dictionary(root.as_reference().unwrap()).unwrap();
        let parents = root.get(b"ParentTree").unwrap().as_reference().unwrap();
        let first = document.get_dictionary(parents).unwrap().get(b"Nums").unwrap();
        let first = first.as_array().unwrap()[1].as_reference().unwrap();
        let marks = document.get_object_mut(first).unwrap().as_array_mut().unwrap();
        marks[0] = marks[1].clone();
    });
    assert_eq!(faults, [Fault::ParentTree { page: 1, mark: 0 }]);
}

#[test]
fn elements_out_of_place_are_found() {
    let kind = |from: &'static str, to: &'static str| broken(move |document| of(document, from).set("S", to));
    assert_eq!(kind("BlockQuote", "Sect"), [Fault::UnknownKind("Sect".into())]);
    let parent = broken(|document| {
        let other = element(document, "Table");
        of(document, "H1").set("P", Object::Reference(other));
    });
    let wanted = Fault::Misplaced {
        child: "H1".into(),
        parent: "Document".into(),
    };
    assert_eq!(parent, [wanted]);
    let faults = kind("Lbl", "TD");
    let wanted = Fault::Misplaced {
        child: "TD".into(),
        parent: "LI".into(),
    };
    assert_eq!(faults[0], wanted);
}

#[test]
fn a_heading_that_skips_a_level_is_found() {
    let faults = broken(|document| of(document, "H2").set("S", "H3"));
    assert_eq!(faults, [Fault::HeadingOrder { before: 1, level: 3 }]);
    let faults = broken(|document| of(document, "H1").set("S", "H2"));
    assert_eq!(faults, [Fault::HeadingOrder { before: 0, level: 2 }]);
}

#[test]
fn tables_without_scope_or_with_short_rows_are_found() {
    let scope = broken(|document| {
        of(document, "TH").remove(b"A");
    });
    assert_eq!(scope, [Fault::HeadWithoutScope { table: 1 }]);
    let wide = broken(|document| {
        of(document, "TD").set("A", dictionary! { "O" => "Table", "ColSpan" => 2 });
    });
    let wanted = Fault::RaggedTable {
        table: 1,
        row: 2,
        cells: 3,
        wanted: 2,
    };
    assert_eq!(wide, [wanted]);
    // A cell that reaches into the row below counts there.
    let high = broken(|document| {
        of(document, "TD").set("A", dictionary! { "O" => "Table", "RowSpan" => 2 });
    });
    assert!(matches!(high[..], [Fault::RaggedTable { row: 3, cells: 3, .. }]));
}

#[test]
fn figures_without_words_or_frame_are_found() {
    let alt = broken(|document| {
        of(document, "Figure").remove(b"Alt");
    });
    assert_eq!(alt, [Fault::FigureWithoutAlt(1)]);
    let frame = broken(|document| {
        of(document, "Figure").remove(b"A");
    });
    assert_eq!(frame, [Fault::FigureWithoutFrame(1)]);
}

#[test]
fn links_that_nobody_hears_or_presses_are_found() {
    let change = |change: fn(&mut Dictionary)| broken(move |document| change(annotation(document)));
    let (page, annotation) = (1, 1);
    let faults = change(|annotation| {
        annotation.remove(b"Contents");
    });
    assert_eq!(faults, [Fault::AnnotationWithoutContents { page, annotation }]);
    let faults = change(|annotation| annotation.set("F", 6));
    assert_eq!(faults, [Fault::AnnotationHidden { page, annotation }]);
    let faults = change(|annotation| {
        annotation.remove(b"Dest");
    });
    assert_eq!(faults, [Fault::AnnotationWithoutGoal { page, annotation }]);
    let faults = change(|annotation| {
        annotation.remove(b"StructParent");
    });
    assert_eq!(faults, [Fault::LooseAnnotation { page, annotation }]);
    let faults = broken(|document| {
        let kids = of(document, "Link")
            .get_mut(b"K")
            .unwrap()
            .as_array_mut()
            .unwrap();
        kids.retain(|kid| !kid.as_dict().unwrap().has_type(b"OBJR"));
    });
    assert_eq!(faults, [Fault::LinkWithoutAnnotation(1)]);
    let faults = broken(|document| {
        super::tests::page(document).remove(b"Tabs");
    });
    assert_eq!(faults, [Fault::TabOrder { page }]);
}

#[test]
fn fonts_that_are_missing_or_cannot_be_read_are_found() {
    let faults = broken(|document| {
        font(document, b"FontFile2").remove(b"FontFile2");
    });
    assert!(matches!(faults[..], [Fault::FontNotEmbedded(_)]), "{faults:?}");
    let faults = broken(|document| {
        font(document, b"ToUnicode").remove(b"ToUnicode");
    });
    assert!(matches!(faults[..], [Fault::FontWithoutUnicode(_)]), "{faults:?}");
}

#[test]
fn letters_that_are_boxes_or_have_no_text_are_found() {
    let show = |glyph: u16| {
        broken(move |document| {
            repaint(document, |operations| {
                let at = position(operations, "TJ");
                let codes = Object::String(glyph.to_be_bytes().to_vec(), lopdf::StringFormat::Hexadecimal);
                operations[at] = Operation::new("TJ", vec![Object::Array(vec![codes])]);
            });
        })
    };
    assert_eq!(show(0), [Fault::MissingGlyph { page: 1 }]);
    let wanted = Fault::GlyphWithoutText {
        page: 1,
        glyph: 9_999,
    };
    assert_eq!(show(9_999), [wanted]);
}

#[test]
fn what_is_no_pdf_is_unreadable() {
    assert!(matches!(check(b"")[..], [Fault::Unreadable(_)]));
    assert!(matches!(
        check(b"%PDF-1.7 and nothing")[..],
        [Fault::Unreadable(_)]
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        prop_assert!(!check(&bytes).is_empty());
    }

    #[test]
    fn any_damage_to_a_good_file_gets_an_answer(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        cut in any::<prop::sample::Index>(),
        whole in any::<bool>(),
    ) {
        let mut bytes = good();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if !whole {
            bytes.truncate(cut.index(bytes.len()));
        }
        check(&bytes);
    }
}

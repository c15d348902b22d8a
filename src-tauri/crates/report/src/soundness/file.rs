//! What is said about the file as a whole: title, language, metadata, outline.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object};

use super::{Fault, File};

/// What the metadata must hold, and what it is called.
pub(super) const PROMISES: [(&str, &str); 4] = [
    ("<pdfuaid:part>1</pdfuaid:part>", "the mark of PDF/UA-1"),
    ("<pdfaid:part>2</pdfaid:part>", "the part of PDF/A"),
    ("<pdfaid:conformance>A</pdfaid:conformance>", "the level of PDF/A"),
    (
        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
        "the explanation of the mark of PDF/UA",
    ),
];

pub(super) fn faults(file: &File) -> Vec<Fault> {
    let mut faults = Vec::new();
    if file.document.version != "1.7" {
        faults.push(Fault::Version(file.document.version.clone()));
    }
    let id = file.array(&file.document.trailer, b"ID");
    if id.is_none_or(|id| id.len() != 2) {
        faults.push(Fault::Id);
    }
    let Some(catalog) = file.catalog() else {
        faults.push(Fault::Unreadable("no catalogue".to_owned()));
        return faults;
    };
    let title = file
        .dictionary(&file.document.trailer, b"Info")
        .and_then(|info| file.text(info, b"Title"));
    let shown = file
        .dictionary(catalog, b"ViewerPreferences")
        .and_then(|preferences| file.get(preferences, b"DisplayDocTitle"))
        .is_some_and(|shown| shown.as_bool().unwrap_or(false));
    if title.is_none() || !shown {
        faults.push(Fault::Title);
    }
    if file.text(catalog, b"Lang").is_none() {
        faults.push(Fault::Language);
    }
    let marked = file
        .dictionary(catalog, b"MarkInfo")
        .and_then(|info| file.get(info, b"Marked"))
        .is_some_and(|marked| marked.as_bool().unwrap_or(false));
    if !marked {
        faults.push(Fault::Unmarked);
    }
    if !outline(file, catalog) {
        faults.push(Fault::Outline);
    }
    metadata(file, catalog, title.as_deref(), &mut faults);
    if !intent(file, catalog) {
        faults.push(Fault::OutputIntent);
    }
    faults
}

fn metadata(file: &File, catalog: &Dictionary, title: Option<&str>, faults: &mut Vec<Fault>) {
    let Some(packet) = file.stream(catalog, b"Metadata") else {
        faults.push(Fault::Metadata("everything"));
        return;
    };
    let packet = String::from_utf8_lossy(&packet);
    for (element, what) in PROMISES {
        if !packet.contains(element) {
            faults.push(Fault::Metadata(what));
        }
    }
    let said = between(&packet, "<dc:title>", "</dc:title>")
        .and_then(|title| between(title, "\"x-default\">", "</rdf:li>"))
        .map(|title| {
            title
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
        });
    if title.is_some() && said.as_deref() != title {
        faults.push(Fault::Metadata("the title of the file"));
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let rest = text.split_once(before)?.1;
    Some(rest.split_once(after)?.0)
}

/// Whether there is an output intent whose profile says what it is.
fn intent(file: &File, catalog: &Dictionary) -> bool {
    let intents = file.array(catalog, b"OutputIntents").unwrap_or_default();
    intents.iter().any(|intent| {
        let intent = file.at(intent).and_then(|intent| intent.as_dict().ok());
        intent.is_some_and(|intent| {
            let profile = file.stream(intent, b"DestOutputProfile");
            file.name(intent, b"S").as_deref() == Some("GTS_PDFA1")
                && profile.is_some_and(|profile| profile.get(36..40) == Some(b"acsp"))
        })
    })
}

/// Whether there is an outline of which every line has a name and leads to a page.
fn outline(file: &File, catalog: &Dictionary) -> bool {
    let root = file.dictionary(catalog, b"Outlines");
    let Some(first) = root.and_then(|root| root.get(b"First").ok()) else {
        return false;
    };
    let mut open: Vec<&Object> = vec![first];
    let mut seen = BTreeSet::new();
    while let Some(line) = open.pop() {
        let Ok(id) = line.as_reference() else { return false };
        let Some(line) = file.at(line).and_then(|line| line.as_dict().ok()) else {
            return false;
        };
        let goal = file
            .array(line, b"Dest")
            .and_then(|place| place.first()?.as_reference().ok());
        let leads = goal.is_some_and(|page| file.page(page) > 0);
        if !seen.insert(id) || !leads || file.text(line, b"Title").is_none() {
            return false;
        }
        open.extend(
            [b"First" as &[u8], b"Next"]
                .iter()
                .filter_map(|key| line.get(key).ok()),
        );
    }
    true
}

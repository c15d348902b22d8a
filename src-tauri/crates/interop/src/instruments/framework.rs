//! The file of a framework.

use std::collections::HashSet;

use nexus_domain::assessments::{Anchor, Competency, Context, Framework, Group, Wording, is_key};
use serde::{Deserialize, Serialize};

use super::pairs::Pairs;
use super::{InstrumentError, schema, word};

/// The general wording in a file.
const GENERAL: &str = "general";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameworkFile {
    schema: u32,
    id: String,
    version: u32,
    title: String,
    locked: bool,
    licence: String,
    source: String,
    groups: Vec<GroupFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    contexts: Vec<ContextFile>,
    competencies: Vec<CompetencyFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupFile {
    id: String,
    name: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextFile {
    id: String,
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    levels: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sectors: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CompetencyFile {
    id: String,
    name: String,
    group: String,
    definition: String,
    anchors: Pairs<String, Pairs<u8, String>>,
}

/// Reads a file of a framework.
///
/// # Errors
/// [`InstrumentError`] naming the place.
pub fn framework(text: &str) -> Result<Framework, InstrumentError> {
    schema(text)?;
    let file: FrameworkFile = serde_json::from_str(text)?;
    for (field, text) in [
        ("id", &file.id),
        ("title", &file.title),
        ("licence", &file.licence),
        ("source", &file.source),
    ] {
        if text.trim().is_empty() {
            return Err(word(field.to_owned(), "text", text));
        }
    }
    if file.version == 0 {
        return Err(word("version".to_owned(), "1 or more", "0"));
    }
    let competencies = file.competencies.iter().map(|one| &one.id);
    once("id", [&file.id].into_iter())?;
    once("groups", file.groups.iter().map(|one| &one.id))?;
    once("contexts", file.contexts.iter().map(|one| &one.id))?;
    once("competencies", competencies)?;
    if file.competencies.is_empty() {
        return Err(word("competencies".to_owned(), "at least one", ""));
    }
    let mut competencies = Vec::with_capacity(file.competencies.len());
    for one in file.competencies {
        if !file.groups.iter().any(|group| group.id == one.group) {
            return Err(word(
                format!("{}, group", one.id),
                "a group of this file",
                &one.group,
            ));
        }
        let mut wordings: Vec<Wording> = Vec::new();
        for (context, anchors) in one.anchors.0 {
            if context != GENERAL && !file.contexts.iter().any(|known| known.id == context) {
                return Err(word(
                    format!("{}, anchors", one.id),
                    "a context of this file",
                    &context,
                ));
            }
            if let Some((point, _)) = anchors.0.iter().find(|(point, _)| !(1..=9).contains(point)) {
                return Err(word(
                    format!("{}, anchors, {context}", one.id),
                    "points from 1 to 9",
                    &point.to_string(),
                ));
            }
            let anchors = anchors.0.into_iter().map(|(point, text)| Anchor { point, text });
            let mut anchors: Vec<Anchor> = anchors.collect();
            anchors.sort_by_key(|anchor| anchor.point);
            wordings.push(Wording { context, anchors });
        }
        let Some(at) = wordings.iter().position(|wording| wording.context == GENERAL) else {
            return Err(word(format!("{}, anchors", one.id), GENERAL, ""));
        };
        let general = wordings.remove(at).anchors;
        competencies.push(Competency {
            key: one.id,
            name: one.name,
            group: one.group,
            definition: one.definition,
            general,
            wordings,
        });
    }
    let groups = file.groups.into_iter().map(|group| Group {
        key: group.id,
        name: group.name,
    });
    let contexts = file.contexts.into_iter().map(|context| Context {
        key: context.id,
        name: context.name,
        levels: context.levels,
        sectors: context.sectors,
    });
    Ok(Framework {
        key: file.id,
        version: file.version,
        title: file.title,
        locked: file.locked,
        licence: file.licence,
        source: file.source,
        groups: groups.collect(),
        contexts: contexts.collect(),
        competencies,
    })
}

/// Writes a framework as a file.
///
/// # Errors
/// None that a framework could cause.
pub fn write_framework(framework: &Framework) -> Result<String, InstrumentError> {
    let points = |anchors: &[Anchor]| {
        let pairs = anchors.iter().map(|anchor| (anchor.point, anchor.text.clone()));
        Pairs(pairs.collect())
    };
    let competency = |one: &Competency| {
        let general = std::iter::once((GENERAL.to_owned(), points(&one.general)));
        let wordings = one.wordings.iter();
        let wordings = wordings.map(|wording| (wording.context.clone(), points(&wording.anchors)));
        CompetencyFile {
            id: one.key.clone(),
            name: one.name.clone(),
            group: one.group.clone(),
            definition: one.definition.clone(),
            anchors: Pairs(general.chain(wordings).collect()),
        }
    };
    let group = |one: &Group| GroupFile {
        id: one.key.clone(),
        name: one.name.clone(),
    };
    let context = |one: &Context| ContextFile {
        id: one.key.clone(),
        name: one.name.clone(),
        levels: one.levels.clone(),
        sectors: one.sectors.clone(),
    };
    let file = FrameworkFile {
        schema: 1,
        id: framework.key.clone(),
        version: framework.version,
        title: framework.title.clone(),
        locked: framework.locked,
        licence: framework.licence.clone(),
        source: framework.source.clone(),
        groups: framework.groups.iter().map(group).collect(),
        contexts: framework.contexts.iter().map(context).collect(),
        competencies: framework.competencies.iter().map(competency).collect(),
    };
    Ok(serde_json::to_string_pretty(&file)? + "\n")
}

/// Checks that each of these can be a key, and stands once in its list.
fn once<'a>(list: &str, keys: impl Iterator<Item = &'a String>) -> Result<(), InstrumentError> {
    let mut seen = HashSet::new();
    for key in keys {
        if !is_key(key) {
            return Err(word(
                list.to_owned(),
                "an id of letters a to z, digits, - _ and .",
                key,
            ));
        }
        if !seen.insert(key) {
            return Err(word(list.to_owned(), "every id once", key));
        }
    }
    Ok(())
}

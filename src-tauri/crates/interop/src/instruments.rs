//! Files of frameworks and instruments, and those that ship with the program.
//!
//! A file is JSON with `"schema": 1`. Unknown fields are refused, so that a misspelt one is not lost.

use std::collections::BTreeMap;

use nexus_domain::assessments::{
    Anchor, Competency, Context, Fault, Framework, Instrument, Item, Kind, Scale, Wording,
};
use serde::Deserialize;

/// The general wording in a file of a framework.
const GENERAL: &str = "general";

/// A file that holds no usable framework or instrument.
#[derive(Debug, thiserror::Error)]
pub enum InstrumentError {
    /// Not the JSON that was expected; the message names line and column.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// Another format.
    #[error("schema: expected 1, found {found}")]
    Schema {
        /// The number found.
        found: u32,
    },
    /// It cannot be asked or answered.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// A word that must name something else in the file, or be one of a list.
    #[error("{field}: expected {expected}, found {found:?}")]
    Word {
        /// Where it stands.
        field: String,
        /// What may stand there.
        expected: String,
        /// What stands there.
        found: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameworkFile {
    schema: u32,
    id: String,
    version: u32,
    title: String,
    #[serde(rename = "locked")]
    _locked: bool,
    licence: String,
    source: String,
    groups: Vec<GroupFile>,
    #[serde(default)]
    contexts: Vec<ContextFile>,
    competencies: Vec<CompetencyFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupFile {
    id: String,
    #[serde(rename = "name")]
    _name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextFile {
    id: String,
    name: String,
    #[serde(default)]
    levels: Vec<String>,
    #[serde(default)]
    sectors: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CompetencyFile {
    id: String,
    name: String,
    group: String,
    definition: String,
    anchors: BTreeMap<String, BTreeMap<u8, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InstrumentFile {
    schema: u32,
    id: String,
    version: u32,
    title: String,
    #[serde(rename = "locked")]
    _locked: bool,
    licence: String,
    source: String,
    #[serde(default)]
    instructions: String,
    framework: Option<VersionFile>,
    scale: ScaleFile,
    items: Vec<ItemFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VersionFile {
    id: String,
    version: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScaleFile {
    low: u8,
    high: u8,
    #[serde(default)]
    labels: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemFile {
    id: String,
    text: String,
    competency: Option<String>,
    kind: String,
}

fn word(field: String, expected: &str, found: &str) -> InstrumentError {
    InstrumentError::Word {
        field,
        expected: expected.to_owned(),
        found: found.chars().take(60).collect(),
    }
}

/// Reads a file of a framework.
///
/// # Errors
/// [`InstrumentError`] naming the place.
pub fn framework(text: &str) -> Result<Framework, InstrumentError> {
    let file: FrameworkFile = serde_json::from_str(text)?;
    if file.schema != 1 {
        return Err(InstrumentError::Schema { found: file.schema });
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
        for (context, anchors) in one.anchors {
            if context != GENERAL && !file.contexts.iter().any(|known| known.id == context) {
                return Err(word(
                    format!("{}, anchors", one.id),
                    "a context of this file",
                    &context,
                ));
            }
            let anchors = anchors.into_iter().map(|(point, text)| Anchor { point, text });
            wordings.push(Wording {
                context,
                anchors: anchors.collect(),
            });
        }
        let Some(at) = wordings.iter().position(|wording| wording.context == GENERAL) else {
            return Err(word(format!("{}, anchors", one.id), GENERAL, ""));
        };
        let general = wordings.remove(at).anchors;
        competencies.push(Competency {
            key: one.id,
            name: one.name,
            definition: one.definition,
            general,
            wordings,
        });
    }
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
        licence: file.licence,
        source: file.source,
        contexts: contexts.collect(),
        competencies,
    })
}

/// Reads a file of an instrument.
///
/// # Errors
/// [`InstrumentError`] naming the place.
pub fn instrument(text: &str) -> Result<Instrument, InstrumentError> {
    let file: InstrumentFile = serde_json::from_str(text)?;
    if file.schema != 1 {
        return Err(InstrumentError::Schema { found: file.schema });
    }
    let mut items = Vec::with_capacity(file.items.len());
    for item in file.items {
        let expected = "reaction, learning, behaviour or results";
        let kind = Kind::from_key(&item.kind)
            .ok_or_else(|| word(format!("{}, kind", item.id), expected, &item.kind))?;
        items.push(Item {
            key: item.id,
            text: item.text,
            competency: item.competency,
            kind,
        });
    }
    let instrument = Instrument {
        key: file.id,
        version: file.version,
        title: file.title,
        licence: file.licence,
        source: file.source,
        instructions: file.instructions,
        framework: file.framework.map(|framework| (framework.id, framework.version)),
        scale: Scale {
            low: file.scale.low,
            high: file.scale.high,
            labels: file.scale.labels,
        },
        items,
    };
    instrument.check()?;
    Ok(instrument)
}

/// The frameworks that ship with the program, every version ever published.
///
/// # Errors
/// None that a test would not find: the files are part of the program.
pub fn shipped_frameworks() -> Result<Vec<Framework>, InstrumentError> {
    [include_str!(
        "../../../../assets/frameworks/nexus-competencies.json"
    )]
    .into_iter()
    .map(framework)
    .collect()
}

/// The instruments that ship with the program, every version ever published.
///
/// # Errors
/// None that a test would not find: the files are part of the program.
pub fn shipped_instruments() -> Result<Vec<Instrument>, InstrumentError> {
    [
        include_str!("../../../../assets/instruments/competency-self-assessment.json"),
        include_str!("../../../../assets/instruments/imls-training.json"),
        include_str!("../../../../assets/instruments/lsta-workforce.json"),
    ]
    .into_iter()
    .map(instrument)
    .collect()
}

#[cfg(test)]
mod tests {
    use nexus_domain::people::{Term, default_levels, default_sectors};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_thirteen_competencies_differ_by_level_and_by_sector() {
        let framework = &shipped_frameworks().unwrap()[0];
        let (sectors, mut levels) = (default_sectors(), default_levels());
        // A shipped word keeps its wording under another name.
        let director = levels[4].id;
        Term::rename(&mut levels, director, "Head of service").unwrap();
        Term::forget(&mut levels, director, "Director").unwrap();
        assert_eq!(framework.competencies.len(), 13);
        for competency in &framework.competencies {
            let general = competency.anchors(&[]);
            let executive = framework.contexts_of(Some(&sectors[1]), Some(&levels[4]));
            let museum = framework.contexts_of(Some(&sectors[4]), Some(&levels[0]));
            assert_eq!(general.len(), 3, "{}", competency.key);
            assert_ne!(competency.anchors(&executive), general, "{}", competency.key);
            assert_ne!(competency.anchors(&museum), general, "{}", competency.key);
            assert_ne!(competency.anchors(&museum), competency.anchors(&executive));
        }
    }

    #[test]
    fn shipped_instruments_carry_licence_and_source_and_name_real_competencies() {
        let frameworks = shipped_frameworks().unwrap();
        let instruments = shipped_instruments().unwrap();
        let keys: Vec<_> = instruments.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(
            keys,
            ["competency-self-assessment", "imls-training", "lsta-workforce"]
        );
        for instrument in &instruments {
            assert!(!instrument.licence.is_empty() && !instrument.source.is_empty());
            for item in &instrument.items {
                let Some(key) = &item.competency else { continue };
                assert!(frameworks[0].competency(key).is_some(), "{key}");
            }
        }
        assert_eq!(instruments[0].items.len(), 13);
    }

    #[test]
    fn faults_name_their_place() {
        let good = include_str!("../../../../assets/instruments/imls-training.json");
        let fault = |from: &str, to: &str| instrument(&good.replace(from, to)).unwrap_err().to_string();
        assert!(fault("\"interest\"", "\"confident\"").contains("confident"));
        assert!(fault("\"reaction\"", "\"joy\"").contains("interest, kind"));
        assert!(fault("\"high\": 5", "\"high\": 12").contains("1 to 12"));
        assert!(fault("\"schema\": 1", "\"schema\": 9").contains("found 9"));
        assert!(fault("\"locked\"", "\"lokced\"").contains("lokced"));
    }

    proptest! {
        #[test]
        fn damaged_files_are_refused_or_read_but_never_break(at in 0usize..2000, cut in 0usize..40, with in ".{0,8}") {
            let good = include_str!("../../../../assets/instruments/competency-self-assessment.json");
            let mut bytes: Vec<char> = good.chars().collect();
            let from = at.min(bytes.len());
            let to = (from + cut).min(bytes.len());
            bytes.splice(from..to, with.chars());
            let text: String = bytes.into_iter().collect();
            if let Ok(read) = instrument(&text) {
                prop_assert!(read.check().is_ok());
            }
            let _ = framework(&text);
        }
    }
}

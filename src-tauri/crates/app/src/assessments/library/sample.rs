//! The library of the sample: somebody works on a second version of the competency self-assessment.

use nexus_domain::assessments::Instrument;
use nexus_domain::assessments::library::{DefinitionKind, HeadField, Part, PartField, PartKind};
use nexus_domain::ids::DefinitionId;
use nexus_store::Write;
use nexus_store::assessments::library as rows;

use super::life::{begin_next, refused, stored};
use crate::Result;

const KEY: &str = "competency-self-assessment";

/// Begins the draft of the sample, within an action. One that somebody works on already stays as it is.
///
/// # Errors
/// Those of the store.
pub(crate) fn fill(w: &Write<'_>) -> Result<()> {
    let known = rows::here(w, DefinitionId::of(DefinitionKind::Instrument, KEY))?;
    if known.is_some_and(|(definition, in_bin)| !in_bin || !definition.sample) {
        return Ok(());
    }
    begin_next::<Instrument>(w, KEY, "", true)?;
    let mut definition = stored(w, DefinitionKind::Instrument, KEY)?;
    let set = definition.head.set(
        HeadField::Source,
        "After version 1; two questions about the work itself by the facility.",
    );
    set.map_err(|bad| refused(KEY, &bad))?;
    definition.sample = true;
    rows::put(w, &definition)?;
    let part =
        |kind: PartKind, parent: &str, key: &str, position: u32, cells: &[(PartField, &str)]| -> Result<()> {
            let mut part = Part::new(definition.id, kind, parent, key);
            part.position = position;
            for (field, value) in cells {
                part.set(*field, value).map_err(|bad| refused(key, &bad))?;
            }
            Ok(rows::put_part(w, &part)?)
        };
    part(
        PartKind::Section,
        "",
        "at-work",
        100,
        &[
            (PartField::Text, "At work"),
            (PartField::Words, "Two questions about the weeks behind you."),
        ],
    )?;
    part(
        PartKind::Item,
        "at-work",
        "chance-to-lead",
        0,
        &[
            (PartField::Text, "Where did you have a chance to lead?"),
            (PartField::Measures, "behaviour"),
            (PartField::Format, "several"),
        ],
    )?;
    for (key, text, at) in [
        ("own-team", "In my own team", 0),
        ("across", "Across teams or institutions", 1),
        ("nowhere", "Not yet", 2),
    ] {
        part(
            PartKind::Choice,
            "chance-to-lead",
            key,
            at,
            &[(PartField::Text, text)],
        )?;
    }
    part(
        PartKind::Item,
        "at-work",
        "what-came-of-it",
        1,
        &[
            (PartField::Text, "What came of it?"),
            (PartField::Measures, "results"),
            (PartField::Format, "long-text"),
            (PartField::ShownIf, "chance-to-lead is own-team across"),
        ],
    )
}

/// Takes what the sample brought into the bin.
///
/// # Errors
/// Those of the store.
pub(crate) fn remove(w: &Write<'_>) -> Result<()> {
    for kind in DefinitionKind::ALL {
        for definition in rows::all(w, kind)?.into_iter().filter(|one| one.sample) {
            rows::set_deleted(w, definition.id, true)?;
        }
    }
    Ok(())
}

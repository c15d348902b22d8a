//! The parts of a draft: added, changed, moved and taken out one by one.

use nexus_domain::assessments::library::{
    Content, Definition, DefinitionKind, GENERAL, Part, PartField, PartKind, key_of,
};
use nexus_domain::assessments::{FormatKind, Kind, is_key};
use nexus_domain::ids::DefinitionPartId;
use nexus_store::Write;
use nexus_store::assessments::library as rows;

use super::life::{content, drafted, part_keys, refused, title};
use super::views::PartInput;
use crate::input::{id, invalid};
use crate::{App, AppError, Done, Result};

/// Adds a part at the end of what it stands with; gives its id. Its key follows from its words unless one is given.
///
/// # Errors
/// [`AppError::Invalid`] without words, for a key that is none or is taken, or for a part that the definition cannot have;
/// [`AppError::NotFound`] for a parent that is not there; those of the store.
pub fn add(app: &App, kind: DefinitionKind, key: &str, input: &PartInput) -> Result<Done<String>> {
    let title = title(app, kind, key)?;
    app.act("assessments.library-add", &title, |w| {
        let definition = drafted(w, kind, key)?;
        let whole = content(w, &definition)?;
        check_parent(&whole, input, kind)?;
        let own = new_key(w, &definition, &whole, input)?;
        let mut part = Part::new(definition.id, input.kind, &input.parent, &own);
        if part.kind == PartKind::Item {
            part.measures = Kind::Learning.key().to_owned();
            part.format = FormatKind::Rating.key().to_owned();
            if !input.format.is_empty() {
                set(&mut part, PartField::Format, &input.format)?;
            }
            part.about.clone_from(&input.about);
        }
        set(&mut part, PartField::Text, &input.text)?;
        if part.text.is_empty() {
            return Err(invalid(&title, "text", "", "words"));
        }
        part.position = siblings(&whole, &part).last().map_or(0, |last| last.position + 1);
        rows::put_part(w, &part)?;
        Ok(part.id.to_string())
    })
}

fn check_parent(whole: &Content, input: &PartInput, kind: DefinitionKind) -> Result<()> {
    use PartKind::{Anchor, Choice, Competency, Context, Group, Item, Section};
    let of = match input.kind {
        Section | Item | Choice => DefinitionKind::Instrument,
        Group | Context | Competency | Anchor => DefinitionKind::Framework,
    };
    let parents = match input.kind {
        Section | Group | Context => None,
        Item => Some(Section),
        Choice => Some(Item),
        Competency => Some(Group),
        Anchor => Some(Competency),
    };
    if of != kind {
        return Err(invalid(
            &input.text,
            "kind",
            input.kind.key(),
            "a part that it can have",
        ));
    }
    let fits = match parents {
        None => input.parent.is_empty(),
        Some(Section) if input.parent.is_empty() => true,
        Some(parent) => whole.of(parent).any(|part| part.key == input.parent),
    };
    if fits {
        return Ok(());
    }
    Err(AppError::NotFound {
        what: "definition_part",
        key: input.parent.clone(),
    })
}

fn new_key(w: &Write<'_>, definition: &Definition, whole: &Content, input: &PartInput) -> Result<String> {
    let key = input.key.trim();
    if key.is_empty() {
        let mut taken = part_keys(w, definition, input.kind, &input.parent)?;
        taken.push(GENERAL.to_owned());
        return Ok(key_of(&input.text, input.kind.key(), &taken));
    }
    if !is_key(key) || key == GENERAL {
        let expected = "an id of at most 60 letters a to z, digits, - _ and .";
        return Err(invalid(&input.text, "key", key, expected));
    }
    let taken = |part: &&Part| part.key == key && (!input.kind.bound() || part.parent == input.parent);
    if whole.of(input.kind).any(|part| taken(&part)) {
        return Err(invalid(&input.text, "key", key, "an id that nothing else has"));
    }
    Ok(key.to_owned())
}

fn set(part: &mut Part, field: PartField, value: &str) -> Result<()> {
    let key = part.key.clone();
    part.set(field, value).map_err(|bad| refused(&key, &bad))
}

fn find(whole: &Content, part: &str) -> Result<Part> {
    let id: DefinitionPartId = id("definition_part", part)?;
    let found = whole.parts.iter().find(|one| one.id == id).cloned();
    found.ok_or_else(|| AppError::NotFound {
        what: "definition_part",
        key: part.to_owned(),
    })
}

/// Changes one field of a part.
///
/// # Errors
/// [`AppError::Invalid`] naming the field, [`AppError::NotFound`]; those of the store.
pub fn edit_part(
    app: &App,
    kind: DefinitionKind,
    key: &str,
    part: &str,
    field: PartField,
    value: &str,
) -> Result<Done<()>> {
    let title = title(app, kind, key)?;
    app.act("assessments.library-part", &title, |w| {
        let definition = drafted(w, kind, key)?;
        let mut part = find(&content(w, &definition)?, part)?;
        set(&mut part, field, value)?;
        let needed = field == PartField::Text && part.kind != PartKind::Anchor;
        if needed && part.text.is_empty() {
            return Err(invalid(&part.key, "text", "", "words"));
        }
        Ok(rows::put_part(w, &part)?)
    })
}

/// Writes what one point looks like for a competency in a context; `general` is the wording for everybody else. An empty
/// text takes it out.
///
/// # Errors
/// [`AppError::Invalid`] for a point that is none, [`AppError::NotFound`]; those of the store.
pub fn write_anchor(
    app: &App,
    key: &str,
    competency: &str,
    context: &str,
    point: u8,
    text: &str,
) -> Result<Done<()>> {
    let title = title(app, DefinitionKind::Framework, key)?;
    app.act("assessments.library-anchor", &title, |w| {
        let definition = drafted(w, DefinitionKind::Framework, key)?;
        let whole = content(w, &definition)?;
        let known = |kind: PartKind, key: &str| whole.of(kind).any(|part| part.key == key);
        for (kind, key) in [(PartKind::Competency, competency), (PartKind::Context, context)] {
            if key != GENERAL && !known(kind, key) {
                return Err(AppError::NotFound {
                    what: "definition_part",
                    key: key.to_owned(),
                });
            }
        }
        if !(1..=9).contains(&point) {
            return Err(invalid(competency, "point", &point.to_string(), "1 to 9"));
        }
        let mut part = Part::new(
            definition.id,
            PartKind::Anchor,
            competency,
            &format!("{context}.{point}"),
        );
        set(&mut part, PartField::Text, text)?;
        match (
            part.text.is_empty(),
            whole.parts.iter().any(|one| one.id == part.id),
        ) {
            (true, true) => Ok(rows::set_part_deleted(w, part.id, true)?),
            (true, false) => Ok(()),
            (false, _) => Ok(rows::put_part(w, &part)?),
        }
    })
}

/// Takes a part out of a draft with what belongs to it: the choices of an item, the anchors of a competency or context.
/// The items of a section stay, without a heading.
///
/// # Errors
/// [`AppError::Invalid`] for a group that has competencies, [`AppError::NotFound`]; those of the store.
pub fn remove_part(app: &App, kind: DefinitionKind, key: &str, part: &str) -> Result<Done<()>> {
    let title = title(app, kind, key)?;
    app.act("assessments.library-take-out", &title, |w| {
        let definition = drafted(w, kind, key)?;
        let whole = content(w, &definition)?;
        let part = find(&whole, part)?;
        match part.kind {
            PartKind::Group if whole.below(PartKind::Competency, &part.key).next().is_some() => {
                return Err(invalid(
                    &part.text,
                    "group",
                    "competencies",
                    "a group without any",
                ));
            }
            PartKind::Section => {
                let mut top = siblings(&whole, &part);
                let at = top.iter().position(|one| one.id == part.id).unwrap_or(top.len());
                let freed = whole.below(PartKind::Item, &part.key).map(|item| Part {
                    parent: String::new(),
                    ..item.clone()
                });
                let freed: Vec<Part> = freed.collect();
                top.splice(at..(at + 1).min(top.len()), freed);
                number(w, &whole, top)?;
            }
            _ => {}
        }
        for own in whole.parts.iter().filter(|one| belongs(one, &part)) {
            rows::set_part_deleted(w, own.id, true)?;
        }
        Ok(rows::set_part_deleted(w, part.id, true)?)
    })
}

/// Whether a part goes with another.
fn belongs(one: &Part, to: &Part) -> bool {
    match to.kind {
        PartKind::Item => one.kind == PartKind::Choice && one.parent == to.key,
        PartKind::Competency => one.kind == PartKind::Anchor && one.parent == to.key,
        PartKind::Context => {
            one.kind == PartKind::Anchor && one.anchored().is_some_and(|(context, _)| context == to.key)
        }
        _ => false,
    }
}

/// What a part stands with, in order, itself included if it is there already.
fn siblings(whole: &Content, part: &Part) -> Vec<Part> {
    let top = |one: &Part| {
        one.kind == PartKind::Section
            || (one.kind == PartKind::Item
                && whole
                    .of(PartKind::Section)
                    .all(|section| section.key != one.parent))
    };
    let with = |one: &&Part| match part.kind {
        PartKind::Section => top(one),
        PartKind::Item if part.parent.is_empty() => top(one),
        PartKind::Item | PartKind::Choice | PartKind::Anchor => {
            one.kind == part.kind && one.parent == part.parent
        }
        PartKind::Group | PartKind::Context | PartKind::Competency => one.kind == part.kind,
    };
    whole.parts.iter().filter(with).cloned().collect()
}

/// Gives parts the places of this order, and stores those that change.
fn number(w: &Write<'_>, whole: &Content, order: Vec<Part>) -> Result<()> {
    for (mut part, at) in order.into_iter().zip(0..) {
        part.position = at;
        if whole.parts.iter().all(|one| *one != part) {
            rows::put_part(w, &part)?;
        }
    }
    Ok(())
}

/// Moves a part to a place among what it is to stand with, from 0. `parent` is the section of an item or the group of a
/// competency; another part keeps its own.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn move_part(
    app: &App,
    kind: DefinitionKind,
    key: &str,
    part: &str,
    parent: &str,
    to: u32,
) -> Result<Done<()>> {
    let title = title(app, kind, key)?;
    app.act("assessments.library-move", &title, |w| {
        let definition = drafted(w, kind, key)?;
        let whole = content(w, &definition)?;
        let part = find(&whole, part)?;
        place(w, &whole, part, parent, usize::try_from(to).unwrap_or(usize::MAX))
    })
}

fn place(w: &Write<'_>, whole: &Content, mut part: Part, parent: &str, to: usize) -> Result<()> {
    let heading = match part.kind {
        PartKind::Item => Some(PartKind::Section),
        PartKind::Competency => Some(PartKind::Group),
        _ => None,
    };
    if let Some(heading) = heading {
        let known = whole.of(heading).any(|one| one.key == parent);
        let free = parent.is_empty() && part.kind == PartKind::Item;
        if !known && !free {
            return Err(AppError::NotFound {
                what: "definition_part",
                key: parent.to_owned(),
            });
        }
        parent.clone_into(&mut part.parent);
    }
    let mut order = siblings(whole, &part);
    order.retain(|one| one.id != part.id);
    order.insert(to.min(order.len()), part);
    number(w, whole, order)
}

/// Moves a part one place up or down, into and out of sections on its way; false at the end.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn shift(app: &App, kind: DefinitionKind, key: &str, part: &str, up: bool) -> Result<Done<bool>> {
    let title = title(app, kind, key)?;
    app.act("assessments.library-move", &title, |w| {
        let definition = drafted(w, kind, key)?;
        let whole = content(w, &definition)?;
        let part = find(&whole, part)?;
        let Some((parent, to)) = next_place(&whole, &part, up) else {
            return Ok(false);
        };
        place(w, &whole, part, &parent, to)?;
        Ok(true)
    })
}

/// Where one step takes a part: its parent then, and its place among the others there.
fn next_place(whole: &Content, part: &Part, up: bool) -> Option<(String, usize)> {
    let order = siblings(whole, part);
    let at = order.iter().position(|one| one.id == part.id)?;
    let beside = if up { at.checked_sub(1) } else { Some(at + 1) };
    let beside = beside.and_then(|to| Some((to, order.get(to)?)));
    let item = part.kind == PartKind::Item;
    let section = whole
        .of(PartKind::Section)
        .find(|section| item && section.key == part.parent);
    match (beside, section) {
        (Some((_, section)), None) if item && section.kind == PartKind::Section => {
            let inside = whole.below(PartKind::Item, &section.key).count();
            Some((section.key.clone(), if up { inside } else { 0 }))
        }
        (Some((to, _)), _) => Some((part.parent.clone(), to)),
        (None, Some(section)) => {
            let top = siblings(whole, section);
            let at = top.iter().position(|one| one.id == section.id)?;
            Some((String::new(), if up { at } else { at + 1 }))
        }
        (None, None) => None,
    }
}

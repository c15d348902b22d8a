//! Building an agenda: blocks added, changed, moved and removed. Times follow from it.

use nexus_domain::ids::BlockId;
use nexus_domain::people::letters::tidy;
use nexus_domain::sessions::{Block, Run, move_block};
use nexus_store::{Read, Write, sessions};

use super::{BlockField, BlockInput, Day, block_id, competencies, count, invalid, read_id};
use crate::{App, Done, Result};

/// Longest block, in minutes.
const LONGEST: u32 = 24 * 60;

/// Adds a block after another, or at the beginning.
///
/// # Errors
/// [`crate::AppError::Invalid`] naming the field, [`crate::AppError::NotFound`]; those of the store.
pub fn block_add(app: &App, session: &str, after: Option<&str>, input: &BlockInput) -> Result<Done<String>> {
    let (id, after) = (read_id(session)?, after.map(block_id).transpose()?);
    let mut block = Block {
        id: BlockId(app.new_id()),
        title: super::title(&input.title)?,
        minutes: input.minutes,
        locked: None,
        optional: input.optional,
        competencies: app.ws().read(|r| linked(r, &input.competencies))?,
        instructions: paragraphs(&input.instructions),
        module: None,
    };
    if block.minutes.is_some() || !input.locked {
        let minutes = block
            .minutes
            .map_or_else(String::new, |minutes| minutes.to_string());
        check_minutes(&block.title, &minutes)?;
    }
    app.act("sessions.block-add", &block.title.clone(), |w| {
        let mut day = Day::load(w, id)?;
        let place = match after {
            Some(after) => day.position(after)? + 1,
            None => 0,
        };
        day.blocks.insert(place, (block.clone(), Run::default()));
        if input.locked {
            block.locked = Some(day.slots()[place].start);
        }
        sessions::add_block(w, id, count(place), &block, &Run::default())?;
        number(w, &day)?;
        Ok(block.id.to_string())
    })
}

/// Changes one field of a block.
///
/// # Errors
/// [`crate::AppError::Invalid`] naming the field, [`crate::AppError::NotFound`]; those of the store.
pub fn block_edit(app: &App, session: &str, block: &str, field: BlockField, value: &str) -> Result<Done<()>> {
    let (session, id) = (read_id(session)?, block_id(block)?);
    let name = name_of(app, session, id)?;
    app.act("sessions.block-edit", &name, |w| {
        let day = Day::load(w, session)?;
        let at = day.position(id)?;
        let mut block = day.blocks[at].0.clone();
        match field {
            BlockField::Title => block.title = super::title(value)?,
            BlockField::Minutes if value.trim().is_empty() && block.locked.is_some() => block.minutes = None,
            BlockField::Minutes => block.minutes = Some(check_minutes(&name, value.trim())?),
            BlockField::Locked => {
                block.locked = match value.trim() {
                    "" | "false" if block.minutes.is_none() => {
                        return Err(invalid(&name, "minutes", "", "a length before it is unlocked"));
                    }
                    "" | "false" => None,
                    "true" => Some(day.slots()[at].start),
                    time => Some(super::time(&name, "locked", time)?),
                }
            }
            BlockField::Optional => block.optional = value.trim() == "true",
            BlockField::Competencies => {
                let names: Vec<String> = value.lines().map(tidy).filter(|name| !name.is_empty()).collect();
                block.competencies = linked(w, &names)?;
            }
            BlockField::Instructions => block.instructions = paragraphs(value),
        }
        Ok(sessions::set_plan(w, &block)?)
    })
}

/// Moves a block one place up or down; false where a locked block, one that has begun, or the end stands
/// in the way.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn block_move(app: &App, session: &str, block: &str, up: bool) -> Result<Done<bool>> {
    relocate(app, session, block, |from| {
        if up { from.checked_sub(1) } else { Some(from + 1) }
    })
}

/// Moves a block to a place, from 0; false as in [`block_move`].
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn block_place(app: &App, session: &str, block: &str, to: u32) -> Result<Done<bool>> {
    relocate(app, session, block, |_| usize::try_from(to).ok())
}

fn relocate(
    app: &App,
    session: &str,
    block: &str,
    target: impl FnOnce(usize) -> Option<usize>,
) -> Result<Done<bool>> {
    let (session, id) = (read_id(session)?, block_id(block)?);
    let name = name_of(app, session, id)?;
    app.act("sessions.block-move", &name, |w| {
        let mut day = Day::load(w, session)?;
        let from = day.position(id)?;
        let moved = target(from).is_some_and(|to| move_block(&mut day.blocks, from, to));
        if moved {
            number(w, &day)?;
        }
        Ok(moved)
    })
}

/// Takes a block out of the agenda.
///
/// # Errors
/// [`crate::AppError::Invalid`] for one that has begun, [`crate::AppError::NotFound`]; those of the store.
pub fn block_remove(app: &App, session: &str, block: &str) -> Result<Done<()>> {
    let (session, id) = (read_id(session)?, block_id(block)?);
    let name = name_of(app, session, id)?;
    app.act("sessions.block-remove", &name, |w| {
        let day = Day::load(w, session)?;
        if day.blocks[day.position(id)?].1.began.is_some() {
            return Err(invalid(
                &day.session.title,
                "block",
                &name,
                "a block that has not begun",
            ));
        }
        Ok(sessions::set_block_deleted(w, id, true)?)
    })
}

/// Stores the places of all blocks; those that keep theirs leave no trace.
pub(super) fn number(w: &Write<'_>, day: &Day) -> Result<()> {
    for (at, (block, _)) in day.blocks.iter().enumerate() {
        sessions::set_position(w, block.id, count(at))?;
    }
    Ok(())
}

fn name_of(app: &App, session: nexus_domain::ids::SessionId, id: BlockId) -> Result<String> {
    app.ws().read(|r| {
        let day = Day::load(r, session)?;
        Ok(day.blocks[day.position(id)?].0.title.clone())
    })
}

fn check_minutes(place: &str, text: &str) -> Result<u32> {
    text.parse()
        .ok()
        .filter(|minutes| (1..=LONGEST).contains(minutes))
        .ok_or_else(|| invalid(place, "minutes", text, "1 to 1440"))
}

fn linked(r: &Read<'_>, names: &[String]) -> Result<Vec<String>> {
    Ok(nexus_domain::sessions::link(names, &competencies::names(r)?).names)
}

/// Text of several lines without hidden characters and blank ends.
pub(super) fn paragraphs(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(tidy).collect();
    lines.join("\n").trim().to_owned()
}

//! Blocks that are made from modules of the curriculum.

use nexus_domain::ids::BlockId;
use nexus_domain::sessions::{Block, Run, link};
use nexus_store::{Read, curriculum, sessions};

use super::{BlockOriginView, BlockView, Day, block_id, competencies, count, read_id};
use crate::curriculum::{Usable, usable};
use crate::{App, AppError, Done, Result};

/// Makes a block of a published version of a module, after another or at the beginning. What is said in it begins with
/// the notes of the module and belongs to the session from then on.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn block_from_module(
    app: &App,
    session: &str,
    after: Option<&str>,
    version: &str,
) -> Result<Done<String>> {
    let (id, after) = (read_id(session)?, after.map(block_id).transpose()?);
    let (version, names) = app
        .ws()
        .read(|r| Ok::<_, AppError>((usable(r, version)?, competencies::names(r)?)))?;
    let block = Block {
        id: BlockId(app.new_id()),
        title: version.text.title.clone(),
        minutes: version.text.minutes,
        locked: None,
        optional: false,
        competencies: link(&version.text.competencies, &names).names,
        instructions: version.text.notes,
        module: Some(version.id),
    };
    app.act("sessions.block-module", &version.text.title, |w| {
        let mut day = Day::load(w, id)?;
        let place = match after {
            Some(after) => day.position(after)? + 1,
            None => 0,
        };
        day.blocks.insert(place, (block.clone(), Run::default()));
        sessions::add_block(w, id, count(place), &block, &Run::default())?;
        super::plan::number(w, &day)?;
        Ok(block.id.to_string())
    })
}

/// Says of each block of a session which module it came from.
pub(super) fn tell_origins(r: &Read<'_>, day: &Day, blocks: &mut [BlockView]) -> Result<()> {
    let origins = curriculum::origins(r, day.session.id)?;
    if origins.is_empty() {
        return Ok(());
    }
    let usable = Usable::of(r)?;
    for block in blocks {
        let origin = origins.iter().find(|origin| origin.block.to_string() == block.id);
        block.origin = origin.map(|origin| BlockOriginView {
            module: origin.module.to_string(),
            title: origin.title.clone(),
            number: origin.number,
            newer: usable
                .current(origin.module)
                .filter(|number| *number > origin.number),
            here: origin.here,
        });
    }
    Ok(())
}

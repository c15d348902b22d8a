//! Milestones of a project: adding, changing, moving, and the figure of them along time.

use nexus_domain::ids::MilestoneId;
use nexus_domain::projects::{self as rules, Milestone, MilestoneState, current, next_position};
use nexus_report::figures::{self, Figure, Timeline, UpdateMark, timeline};
use nexus_report::words::Words;
use nexus_store::{Read, projects};

use super::{MilestoneField, find, read_id};
use crate::input::{day, id, invalid, line, past_day, required};
use crate::{App, Done, Result};

/// Adds a milestone at the end of the list.
///
/// # Errors
/// [`crate::AppError::Invalid`] without a title or a day, [`crate::AppError::NotFound`]; those of the store.
pub fn add_milestone(app: &App, project: &str, title: &str, due: &str) -> Result<Done<String>> {
    let project = find(app, project)?;
    let title = required(
        &project.title,
        "milestone",
        line(&project.title, "milestone", title)?,
        "a title",
    )?;
    let due = day(&title, "due", due)?;
    app.act("projects.milestone-add", &title, |w| {
        let milestone = Milestone {
            id: MilestoneId(app.new_id()),
            project: project.id,
            position: next_position(&projects::milestones(w, project.id)?),
            title: title.clone(),
            due,
            done: None,
            state: MilestoneState::Planned,
        };
        projects::put_milestone(w, &milestone)?;
        Ok(milestone.id.to_string())
    })
}

/// Changes one field of a milestone. Its state and the day of reaching it go together.
///
/// # Errors
/// [`crate::AppError::Invalid`] naming the field, [`crate::AppError::NotFound`]; those of the store.
pub fn edit_milestone(app: &App, milestone: &str, field: MilestoneField, value: &str) -> Result<Done<()>> {
    let before = find_milestone(app, milestone)?;
    app.act("projects.milestone-edit", &before.title, |w| {
        let mut one = projects::milestone(w, before.id)?;
        let title = one.title.clone();
        let today = app.today(w)?;
        match field {
            MilestoneField::Title => {
                one.title = required(&title, "milestone", line(&title, "milestone", value)?, "a title")?;
            }
            MilestoneField::Due => one.due = day(&title, "due", value)?,
            MilestoneField::Done if value.trim().is_empty() => one.set_done(None),
            MilestoneField::Done => one.set_done(Some(past_day(&title, "done", value, today)?)),
            MilestoneField::State => {
                let state = MilestoneState::from_key(value)
                    .ok_or_else(|| invalid(&title, "state", value, "planned, under-way, done or dropped"))?;
                one.set_state(state, today);
            }
        }
        Ok(projects::put_milestone(w, &one)?)
    })
}

/// Moves a milestone one place up or down in its list; nothing happens at the ends.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn move_milestone(app: &App, milestone: &str, up: bool) -> Result<Done<()>> {
    let one = find_milestone(app, milestone)?;
    app.act("projects.milestone-move", &one.title, |w| {
        let mut all = projects::milestones(w, one.project)?;
        if rules::move_milestone(&mut all, one.id, up) {
            for moved in &all {
                projects::put_milestone(w, moved)?;
            }
        }
        Ok(())
    })
}

/// Takes a milestone into the bin.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn remove_milestone(app: &App, milestone: &str) -> Result<Done<()>> {
    let one = find_milestone(app, milestone)?;
    app.act("projects.milestone-remove", &one.title, |w| {
        Ok(projects::set_milestone_deleted(w, one.id, true)?)
    })
}

fn find_milestone(app: &App, milestone: &str) -> Result<Milestone> {
    let id = id("milestone", milestone)?;
    Ok(app.ws().read(|r| projects::milestone(r, id))?)
}

/// The milestones and updates of a project along time, as a figure `width` points wide; nothing while there is
/// no milestone.
///
/// # Errors
/// [`crate::AppError::NotFound`], [`crate::AppError::Report`]; those of the store.
pub fn project_figure(app: &App, project: &str, width: u32) -> Result<Option<Figure>> {
    let id = read_id(project)?;
    let data = app.ws().read(|r| {
        projects::by_id(r, id)?;
        Ok::<_, crate::AppError>(Timeline {
            milestones: drawn(r, id)?,
            updates: current(projects::updates(r, id)?)
                .iter()
                .map(|update| UpdateMark { date: update.date })
                .collect(),
            as_of: app.today(r)?,
        })
    })?;
    if data.milestones.is_empty() {
        return Ok(None);
    }
    let width = f32::from(u16::try_from(width.clamp(240, 1200)).unwrap_or(1200));
    Ok(Some(timeline(&data, width, &Words::english())?))
}

/// The milestones that the figure shows: all but the dropped ones.
pub(super) fn drawn(r: &Read<'_>, project: nexus_domain::ids::ProjectId) -> Result<Vec<figures::Milestone>> {
    let all = projects::milestones(r, project)?;
    let counted = all.into_iter().filter(|one| one.state != MilestoneState::Dropped);
    Ok(counted
        .map(|one| figures::Milestone {
            done: one.reached_on(),
            planned: one.due,
            title: one.title,
        })
        .collect())
}

//! When a cohort is asked again.

use nexus_domain::cohorts::Cohort;
use nexus_domain::ids::FollowUpId;
use nexus_domain::outcomes::{FollowUp, MOMENTS, standard};
use nexus_store::{Read, cohorts, outcomes};

use super::reading::today;
use crate::input::{id, invalid, line, past_day, required};
use crate::{App, Done, Result};

/// The latest beginning of an own follow-up: ten years after the last day.
const MOST_WEEKS: u32 = 520;

/// Adds a follow-up of a cohort's own that begins so many weeks after its last day.
///
/// # Errors
/// [`crate::AppError::Invalid`] without a name or for more than ten years, [`crate::AppError::NotFound`]; those of
/// the store.
pub fn add_follow_up(app: &App, cohort: &str, title: &str, weeks: u32) -> Result<Done<String>> {
    let cohort = find_cohort(app, cohort)?;
    let place = &cohort.name;
    let title = required(
        place,
        "follow-up",
        line(place, "follow-up", title)?,
        "what it is called",
    )?;
    if weeks > MOST_WEEKS {
        let expected = format!("a number up to {MOST_WEEKS}");
        return Err(invalid(place, "weeks", &weeks.to_string(), &expected));
    }
    app.act("outcomes.follow-up-add", &title, |w| {
        let follow_up = FollowUp {
            id: FollowUpId(app.new_id()),
            cohort: cohort.id,
            moment: None,
            title: title.clone(),
            weeks,
            done: None,
        };
        outcomes::put_follow_up(w, &follow_up)?;
        Ok(follow_up.id.to_string())
    })
}

/// Says on which day a follow-up was done (today if empty), or that it was not.
///
/// # Errors
/// [`crate::AppError::Invalid`] for a day to come, [`crate::AppError::NotFound`]; those of the store.
pub fn finish_follow_up(app: &App, cohort: &str, follow_up: &str, done: bool, day: &str) -> Result<Done<()>> {
    let cohort = find_cohort(app, cohort)?;
    let key: FollowUpId = id("follow-up", follow_up)?;
    app.act("outcomes.follow-up-done", &cohort.name, |w| {
        let mut follow_up = known(w, &cohort, key)?;
        follow_up.done = match done {
            true => Some(past_day(&cohort.name, "done on", day, today(app, w)?)?),
            false => None,
        };
        Ok(outcomes::put_follow_up(w, &follow_up)?)
    })
}

/// Takes a follow-up of a cohort's own into the bin.
///
/// # Errors
/// [`crate::AppError::Invalid`] for one that every cohort has, [`crate::AppError::NotFound`]; those of the store.
pub fn remove_follow_up(app: &App, follow_up: &str) -> Result<Done<()>> {
    let key: FollowUpId = id("follow-up", follow_up)?;
    let found = app.ws().read(|r| outcomes::follow_up(r, key))?;
    if let Some(moment) = found.moment {
        return Err(invalid(
            "follow-up",
            "moment",
            moment.key(),
            "one of the cohort’s own",
        ));
    }
    app.act("outcomes.follow-up-remove", &found.title, |w| {
        Ok(outcomes::set_follow_up_deleted(w, found.id, true)?)
    })
}

/// What is stored of a follow-up, or one that every cohort has before anything is said of it.
fn known(r: &Read<'_>, cohort: &Cohort, key: FollowUpId) -> Result<FollowUp> {
    let stored = outcomes::follow_ups(r, cohort.id)?;
    if let Some(found) = stored.into_iter().find(|one| one.id == key) {
        return Ok(found);
    }
    let mut usual = MOMENTS.into_iter().map(|moment| standard(cohort.id, moment));
    match usual.find(|one| one.id == key) {
        Some(found) => Ok(found),
        None => Ok(outcomes::follow_up(r, key)?),
    }
}

fn find_cohort(app: &App, cohort: &str) -> Result<Cohort> {
    let id = crate::cohorts::read_id(cohort)?;
    Ok(app.ws().read(|r| cohorts::by_id(r, id))?)
}

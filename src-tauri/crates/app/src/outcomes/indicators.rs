//! Dated figures of institutions.

use nexus_domain::ids::{IndicatorId, ProgramId};
use nexus_domain::outcomes::Indicator;
use nexus_store::{Write, outcomes};

use super::find_program;
use super::reading::today;
use super::views::IndicatorInput;
use crate::input::{id, line, past_day, required};
use crate::{App, Done, Result};

/// Adds a figure of an institution.
///
/// # Errors
/// [`crate::AppError::Invalid`] without institution, name, value or source, or for a day to come;
/// [`crate::AppError::NotFound`]; those of the store.
pub fn add_indicator(app: &App, program: &str, input: &IndicatorInput) -> Result<Done<String>> {
    let (program, _) = find_program(app, program)?;
    app.act("outcomes.indicator-add", input.name.trim(), |w| {
        let indicator = read(app, w, IndicatorId(app.new_id()), program, input)?;
        outcomes::put_indicator(w, &indicator)?;
        Ok(indicator.id.to_string())
    })
}

/// Changes a figure of an institution.
///
/// # Errors
/// As [`add_indicator`].
pub fn edit_indicator(app: &App, indicator: &str, input: &IndicatorInput) -> Result<Done<()>> {
    let before = find(app, indicator)?;
    app.act("outcomes.indicator-edit", &before.name, |w| {
        let indicator = read(app, w, before.id, before.program, input)?;
        Ok(outcomes::put_indicator(w, &indicator)?)
    })
}

/// Takes a figure of an institution into the bin.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn remove_indicator(app: &App, indicator: &str) -> Result<Done<()>> {
    let indicator = find(app, indicator)?;
    app.act("outcomes.indicator-remove", &indicator.name, |w| {
        Ok(outcomes::set_indicator_deleted(w, indicator.id, true)?)
    })
}

fn find(app: &App, indicator: &str) -> Result<Indicator> {
    let id: IndicatorId = id("indicator", indicator)?;
    Ok(app.ws().read(|r| outcomes::indicator(r, id))?)
}

fn read(
    app: &App,
    w: &Write<'_>,
    id: IndicatorId,
    program: ProgramId,
    input: &IndicatorInput,
) -> Result<Indicator> {
    let place = "indicator";
    let given = |field: &str, value: &str, expected: &str| {
        required(place, field, line(place, field, value)?, expected)
    };
    Ok(Indicator {
        id,
        program,
        institution: given("institution", &input.institution, "the name of an institution")?,
        name: given("what is counted", &input.name, "what is counted")?,
        value: given("value", &input.value, "how much, with its unit")?,
        date: past_day(place, "day", &input.date, today(app, w)?)?,
        source: given("source", &input.source, "where it can be looked up")?,
    })
}

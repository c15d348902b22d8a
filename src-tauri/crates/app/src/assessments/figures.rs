//! A person's ratings as the figure that screen and paper share.

use chrono::{DateTime, Utc};
use nexus_domain::assessments::{Answer, Format, Instrument, Item, Moment, Occasion, Response};
use nexus_domain::ids::{CohortId, PersonId};
use nexus_report::figures::{self, Competency, Dumbbell, Figure, Rating, dumbbell};
use nexus_report::words::Words;
use nexus_store::Read;

use super::versions;
use crate::{App, AppError, Result};

/// The instrument whose ratings the participant page shows.
pub(crate) const INSTRUMENT: &str = "competency-self-assessment";

/// A person's self-assessment at baseline and end as a figure `width` points wide; nothing without a sheet.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::Report`]; those of the store.
pub fn ratings_figure(app: &App, cohort: &str, person: &str, width: u32) -> Result<Option<Figure>> {
    let cohort = crate::cohorts::read_id(cohort)?;
    let person: PersonId = person.parse().map_err(|_| AppError::NotFound {
        what: "person",
        key: person.to_owned(),
    })?;
    let Some(ratings) = app.ws().read(|r| ratings(r, cohort, person))? else {
        return Ok(None);
    };
    let width = f32::from(u16::try_from(width.clamp(240, 1200)).unwrap_or(1200));
    Ok(Some(dumbbell(&ratings, width, &Words::english())?))
}

/// A person's self-assessment at baseline and end; nothing without a sheet.
pub(crate) fn ratings(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<Option<Dumbbell>> {
    let before = sheet(r, cohort, person, Moment::Baseline)?;
    let after = sheet(r, cohort, person, Moment::End)?;
    let asked: Vec<Occasion> = [&before, &after]
        .into_iter()
        .flatten()
        .map(|(occasion, _)| occasion.clone())
        .collect();
    let Some((instrument, versions)) = versions::asked_at(r, &asked)? else {
        return Ok(None);
    };
    let words = Words::english();
    let moment = |moment: Moment, sheet: &Option<(Occasion, Response)>| {
        Ok::<_, AppError>(figures::Moment {
            label: words.get(&format!("report-moment-{}", moment.key()))?,
            date: sheet
                .as_ref()
                .and_then(|(occasion, sheet)| sheet.answered.or(occasion.opens)),
        })
    };
    let rating = |sheet: &Option<(Occasion, Response)>, key: &str| match sheet {
        None => Rating::NoSheet,
        Some((_, sheet)) => match sheet.answer(key) {
            Answer::Rated(value) => Rating::Value(*value),
            Answer::Blank => Rating::Blank,
            Answer::Declined => Rating::Declined,
            Answer::Unreadable(_) => Rating::Unreadable,
            Answer::Chosen(_) | Answer::Number(_) | Answer::Text(_) | Answer::NotShown => Rating::NotShown,
        },
    };
    let rated = instrument.items.iter();
    let rated = rated.filter(|item| is_rated(&instrument, item));
    let rows = rated.map(|item| Competency {
        name: item.text.clone(),
        before: rating(&before, &item.key),
        after: rating(&after, &item.key),
    });
    Ok(Some(Dumbbell {
        before: moment(Moment::Baseline, &before)?,
        after: match &after {
            Some(_) => Some(moment(Moment::End, &after)?),
            None => None,
        },
        scale: (instrument.scale.low, instrument.scale.high),
        instrument: self::instrument(&instrument, &versions, &words)?,
        rows: rows.collect(),
    }))
}

/// Whether an item is a rating on the scale of its instrument: those share a figure.
pub(super) fn is_rated(instrument: &Instrument, item: &Item) -> bool {
    matches!(item.format, Format::Rating(_)) && *instrument.scale_of(item) == instrument.scale
}

/// An instrument as it is named under a figure, with the versions that were asked.
pub(super) fn instrument(instrument: &Instrument, versions: &[u32], words: &Words) -> Result<String> {
    let mut named: Vec<String> = versions.iter().map(u32::to_string).collect();
    if named.is_empty() {
        named.push(instrument.version.to_string());
    }
    Ok(words.with(
        "report-instrument-version",
        &[
            ("instrument", instrument.title.as_str().into()),
            ("version", named.join(", ").as_str().into()),
        ],
    )?)
}

/// When the latest sheet that the ratings show was entered.
pub(crate) fn last_entered(
    r: &Read<'_>,
    cohort: CohortId,
    person: PersonId,
) -> Result<Option<DateTime<Utc>>> {
    let before = sheet(r, cohort, person, Moment::Baseline)?;
    let after = sheet(r, cohort, person, Moment::End)?;
    let entered = before.into_iter().chain(after).map(|(_, sheet)| sheet.entered);
    Ok(entered.max())
}

fn sheet(
    r: &Read<'_>,
    cohort: CohortId,
    person: PersonId,
    moment: Moment,
) -> Result<Option<(Occasion, Response)>> {
    let moment = versions::of_moment(r, cohort, INSTRUMENT, moment)?;
    let Some(first) = moment.first() else {
        return Ok(None);
    };
    let sheet = versions::counting_of(r, first, person)?.pop();
    Ok(sheet.and_then(|sheet| {
        let occasion = moment.into_iter().find(|one| one.id == sheet.occasion)?;
        Some((occasion, sheet))
    }))
}

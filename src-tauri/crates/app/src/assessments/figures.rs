//! A person's ratings as the figure that screen and paper share.

use chrono::{DateTime, Utc};
use nexus_domain::assessments::{Answer, Instrument, Moment, Occasion, Response, current};
use nexus_domain::ids::{CohortId, PersonId};
use nexus_report::figures::{self, Competency, Dumbbell, Figure, Rating, dumbbell};
use nexus_report::words::Words;
use nexus_store::{Read, assessments};

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
    let Some(any) = before.as_ref().or(after.as_ref()) else {
        return Ok(None);
    };
    let instrument = super::library::asked(r, &any.0)?;
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
    let rows = instrument.items.iter().map(|item| Competency {
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
        instrument: self::instrument(&instrument, &words)?,
        rows: rows.collect(),
    }))
}

/// An instrument as it is named under a figure.
pub(super) fn instrument(instrument: &Instrument, words: &Words) -> Result<String> {
    Ok(words.with(
        "report-instrument-version",
        &[
            ("instrument", instrument.title.as_str().into()),
            ("version", instrument.version.to_string().into()),
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
    let found = assessments::occasions(r, cohort)?
        .into_iter()
        .find(|occasion| occasion.instrument == INSTRUMENT && occasion.moment == moment);
    let Some(occasion) = found else {
        return Ok(None);
    };
    let sheets = current(assessments::responses_of(r, occasion.id, person)?);
    Ok(sheets.into_iter().next_back().map(|sheet| (occasion, sheet)))
}

//! Occasions of one moment in several versions: what counts over all of them, and going on with a newer one.

use nexus_domain::assessments::{Answer, Instrument, Item, Moment, Occasion, Response, current, union};
use nexus_domain::ids::{CohortId, OccasionId, PersonId};
use nexus_store::{Read, Write, assessments, cohorts, draft};

use super::{LostAnswer, MoveInput, MoveView, count, drafts, library, occasion_id};
use crate::{App, AppError, Done, Result};

/// The occasions of one cohort, instrument and moment, the oldest version first.
pub(super) fn of_moment(
    r: &Read<'_>,
    cohort: CohortId,
    instrument: &str,
    moment: Moment,
) -> Result<Vec<Occasion>> {
    let all = assessments::occasions(r, cohort)?.into_iter();
    let mut own: Vec<Occasion> = all
        .filter(|one| one.instrument == instrument && one.moment == moment)
        .collect();
    own.sort_by_key(|one| (one.version, one.id));
    Ok(own)
}

/// The sheets that count at a moment, over all its versions: a correction counts in place of what it names,
/// whichever version that was.
pub(super) fn counting(r: &Read<'_>, occasions: &[Occasion]) -> Result<Vec<Response>> {
    let mut all = Vec::new();
    for occasion in occasions {
        all.extend(assessments::responses(r, occasion.id)?);
    }
    all.sort_by_key(|sheet| (sheet.entered, sheet.id));
    Ok(current(all))
}

/// The sheets of one person that count at the moment of an occasion, in whatever version.
pub(super) fn counting_of(r: &Read<'_>, occasion: &Occasion, person: PersonId) -> Result<Vec<Response>> {
    let mut all = Vec::new();
    for one in of_moment(r, occasion.cohort, &occasion.instrument, occasion.moment)? {
        all.extend(assessments::responses_of(r, one.id, person)?);
    }
    all.sort_by_key(|sheet| (sheet.entered, sheet.id));
    Ok(current(all))
}

/// All versions of an instrument that a cohort was asked, as one: the newest with what it dropped behind; and their
/// numbers. The version in force, where none was asked yet.
pub(super) fn asked_of(r: &Read<'_>, cohort: CohortId, instrument: &str) -> Result<(Instrument, Vec<u32>)> {
    let all = assessments::occasions(r, cohort)?.into_iter();
    let own: Vec<Occasion> = all.filter(|one| one.instrument == instrument).collect();
    asked_at(r, &own)?.map_or_else(|| Ok((library::latest(r, instrument)?, Vec::new())), Ok)
}

/// As [`asked_of`], of these occasions alone; nothing of none.
pub(super) fn asked_at(r: &Read<'_>, occasions: &[Occasion]) -> Result<Option<(Instrument, Vec<u32>)>> {
    let versions = occasions.iter().map(|one| library::asked(r, one));
    let versions: Vec<Instrument> = versions.collect::<Result<_>>()?;
    let mut numbers: Vec<u32> = versions.iter().map(|one| one.version).collect();
    numbers.sort_unstable();
    numbers.dedup();
    Ok(union(&versions).map(|all| (all, numbers)))
}

/// A newer version than that of an occasion, where one is in force.
pub(super) fn newer(r: &Read<'_>, occasion: &Occasion) -> Result<Option<Instrument>> {
    let latest = library::latest(r, &occasion.instrument)?;
    Ok(Some(latest).filter(|latest| latest.version > occasion.version))
}

/// A sheet in progress held against the newer version.
struct Moving {
    occasion: Occasion,
    person: PersonId,
    old: Instrument,
    new: Instrument,
    codes: Vec<String>,
}

impl Moving {
    fn read(r: &Read<'_>, input: &MoveInput) -> Result<Self> {
        let occasion = assessments::occasion(r, occasion_id(&input.occasion)?)?;
        let cohort = cohorts::by_id(r, occasion.cohort)?;
        let member = super::sheets::find(super::members(r, &cohort)?, &input.person)?;
        let new = newer(r, &occasion)?.ok_or_else(|| AppError::NotFound {
            what: "newer version",
            key: occasion.instrument.clone(),
        })?;
        let person = member.person.id;
        let codes = draft::get(r, &Self::place(occasion.id, person, input.paper))?;
        Ok(Self {
            person,
            old: library::asked(r, &occasion)?,
            new,
            codes: codes.map(|kept| drafts::codes(&kept.value)).unwrap_or_default(),
            occasion,
        })
    }

    fn place(occasion: OccasionId, person: PersonId, paper: bool) -> String {
        if paper {
            format!("{}{person}", drafts::grid_place(occasion))
        } else {
            drafts::form_place(occasion, person)
        }
    }

    /// What stands at an item of the newer version; an empty code where nothing does.
    fn carried(&self, item: &Item) -> String {
        let at = self.old.items.iter().position(|old| old.key == item.key);
        let code = at
            .and_then(|at| self.codes.get(at))
            .filter(|code| !code.is_empty());
        let answer = code.and_then(|code| Answer::from_code(code, &item.format, &self.new.scale).ok());
        answer
            .filter(|answer| *answer != Answer::NotShown)
            .map(|answer| answer.code())
            .unwrap_or_default()
    }

    fn view(&self, occasion: String) -> MoveView {
        let carried: Vec<String> = self.new.items.iter().map(|item| self.carried(item)).collect();
        let lost = self.old.items.iter().zip(&self.codes).filter_map(|(item, code)| {
            let answer = Answer::from_stored(code).ok().filter(Answer::is_given)?;
            let there = self.new.item(&item.key).map(|new| self.carried(new));
            there.is_none_or(|code| code.is_empty()).then(|| LostAnswer {
                text: item.text.clone(),
                answer: super::sheets::said(&answer, item),
            })
        });
        MoveView {
            version: self.new.version,
            occasion,
            carried: count(carried.iter().filter(|code| !code.is_empty()).count()),
            lost: lost.collect(),
        }
    }

    fn store(&self, app: &App, w: &Write<'_>, paper: bool) -> Result<OccasionId> {
        let mut to = super::find_or_new(w, self.occasion.cohort, &self.new, self.occasion.moment)?;
        if assessments::occasion(w, to.id).is_err() {
            (to.opens, to.due) = (self.occasion.opens, self.occasion.due);
            assessments::put_occasion(w, &to)?;
        }
        let codes: Vec<String> = self.new.items.iter().map(|item| self.carried(item)).collect();
        let codes = serde_json::json!(codes).to_string();
        draft::keep(w, &Self::place(to.id, self.person, paper), &codes, app.now())?;
        draft::clear(w, &Self::place(self.occasion.id, self.person, paper))?;
        Ok(to.id)
    }
}

/// What going on with the newer version would do with a sheet in progress. Changes nothing.
///
/// # Errors
/// [`AppError::NotFound`], also where there is no newer version; those of the store.
pub fn move_preview(app: &App, input: &MoveInput) -> Result<MoveView> {
    let moving = app.ws().read(|r| Moving::read(r, input))?;
    Ok(moving.view(String::new()))
}

/// Goes on with the newer version: the answers move by the keys of their items, the occasion is made if need be.
///
/// # Errors
/// As [`move_preview`].
pub fn move_on(app: &App, input: &MoveInput) -> Result<Done<MoveView>> {
    let moving = app.ws().read(|r| Moving::read(r, input))?;
    app.act("assessments.move", &moving.new.title, |w| {
        let occasion = moving.store(app, w, input.paper)?;
        Ok(moving.view(occasion.to_string()))
    })
}

//! Ratings from a file: what it holds, and storing it as one step of undo.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;
use nexus_domain::assessments::import::{Corrects, Known, Plan, plan};
use nexus_domain::assessments::{Answer, Framework, Instrument, Item, Mode, Occasion, Response, union};
use nexus_domain::cohorts::Cohort;
use nexus_domain::ids::ResponseId;
use nexus_domain::people::letters::fold;
use nexus_domain::table::Table;
use nexus_interop::csv_out::plain;
use nexus_interop::table::{Limits, read};
use nexus_store::{Read, Write, assessments, cohorts};

use super::{RatingsInput, RatingsView, count, library, versions};
use crate::people::unusable;
use crate::{App, AppError, Done, Result, foreign};

/// A file of ratings, read for one occasion.
pub(super) struct Ratings {
    file: String,
    /// The occasion its sheets belong to.
    pub(super) occasion: Occasion,
    /// The day on which its sheets were answered, where that is known.
    pub(super) answered: Option<NaiveDate>,
    framework: Option<Framework>,
    plan: Plan,
}

/// Reads a file of ratings and says what an import would do. Stores nothing.
///
/// # Errors
/// [`AppError::Unusable`] for a file that is no table, [`AppError::Invalid`] when it has no column of codes
/// or of any item, [`AppError::NotFound`], [`AppError::Io`]; those of the store.
pub fn preview(app: &App, input: &RatingsInput) -> Result<RatingsView> {
    let table = open(app, input)?;
    let ratings = app.ws().read(|r| Ratings::plan(r, input, &table))?;
    Ok(ratings.view())
}

/// Stores a file of ratings as one step of undo.
///
/// # Errors
/// As [`preview`].
pub fn import(app: &App, input: &RatingsInput) -> Result<Done<RatingsView>> {
    let table = open(app, input)?;
    let file = file_name(&input.path);
    app.act("assessments.import", &file, |w| {
        let ratings = Ratings::plan(w, input, &table)?;
        ratings.store(app, w)?;
        Ok(ratings.view())
    })
}

impl Ratings {
    /// Stores the sheets of the plan, within an action.
    pub(super) fn store(&self, app: &App, w: &Write<'_>) -> Result<()> {
        if self.plan.sheets.is_empty() {
            return Ok(());
        }
        super::store_if_new(w, &self.occasion)?;
        let words = super::vocabulary(w)?;
        let members: HashMap<_, _> = cohorts::members(w, self.occasion.cohort)?
            .into_iter()
            .map(|(enrolment, person)| (person.id, enrolment))
            .collect();
        let ids: Vec<ResponseId> = self
            .plan
            .sheets
            .iter()
            .map(|_| ResponseId(app.new_id()))
            .collect();
        for (sheet, id) in self.plan.sheets.iter().zip(&ids) {
            let enrolment = members.get(&sheet.person);
            let contexts =
                enrolment.map(|enrolment| super::contexts(self.framework.as_ref(), &words, enrolment));
            let response = Response {
                id: *id,
                occasion: self.occasion.id,
                subject: sheet.person,
                rater: sheet.person,
                mode: Mode::File,
                contexts: contexts.unwrap_or_default(),
                answered: self.answered,
                entered: app.now(),
                corrects: sheet.corrects.and_then(|corrects| match corrects {
                    Corrects::Stored(id) => Some(id),
                    Corrects::Earlier(at) => ids.get(at).copied(),
                }),
                answers: sheet.answers.clone(),
            };
            assessments::insert_response(w, &response)?;
        }
        Ok(())
    }

    /// Holds a table against the cohort and what is stored.
    pub(super) fn plan(r: &Read<'_>, input: &RatingsInput, table: &Table) -> Result<Self> {
        let cohort = cohorts::by_id(r, crate::cohorts::read_id(&input.cohort)?)?;
        let planned = versions::of_moment(r, cohort.id, &input.instrument, input.moment)?;
        let (occasion, instrument) = fitting(r, &cohort, input, &planned, table)?;
        let framework = library::framework(r, &instrument)?;
        let known = Known {
            people: super::members(r, &cohort)?
                .into_iter()
                .flat_map(|member| {
                    let codes = std::iter::once(member.code).chain(member.also);
                    codes.map(move |code| (code, member.person.id))
                })
                .collect(),
            current: versions::counting(r, &planned)?,
            instrument: instrument.key.clone(),
            moment: input.moment.key().to_owned(),
        };
        let file = file_name(&input.path);
        let plan =
            plan(table, &instrument, framework.as_ref(), &known, input.on_second).map_err(|missing| {
                AppError::Invalid {
                    place: file.clone(),
                    field: "header".to_owned(),
                    found: missing.found,
                    expected: missing.expected,
                }
            })?;
        Ok(Self {
            file,
            occasion,
            answered: None,
            framework,
            plan,
        })
    }

    fn view(&self) -> RatingsView {
        let sheets = &self.plan.sheets;
        let answers = || sheets.iter().flat_map(|sheet| &sheet.answers);
        let those = |test: fn(&Answer) -> bool| count(answers().filter(|(_, answer)| test(answer)).count());
        RatingsView {
            file: self.file.clone(),
            version: self.occasion.version,
            sheets: count(sheets.len()),
            corrections: count(sheets.iter().filter(|sheet| sheet.corrects.is_some()).count()),
            set_aside: count(self.plan.set_aside()),
            rated: those(Answer::is_given),
            blank: those(|answer| matches!(answer, Answer::Blank)),
            declined: those(|answer| matches!(answer, Answer::Declined)),
            unreadable: those(|answer| matches!(answer, Answer::Unreadable(_))),
            problems: self.plan.problems.iter().map(Into::into).collect(),
        }
    }
}

fn file_name(path: &str) -> String {
    foreign::file_name(Path::new(path))
}

/// The occasion whose version the columns of a file fit best, the newest of those that fit alike; a new one where
/// none is planned at the moment.
fn fitting(
    r: &Read<'_>,
    cohort: &Cohort,
    input: &RatingsInput,
    planned: &[Occasion],
    table: &Table,
) -> Result<(Occasion, Instrument)> {
    let heads: Vec<String> = table.header.cells.iter().map(|head| fold(head)).collect();
    let fits = |instrument: &Instrument| {
        let items = instrument.items.iter();
        let named =
            items.filter(|item| heads.contains(&fold(&item.text)) || heads.contains(&fold(&item.key)));
        (named.count(), instrument.version)
    };
    let asked = planned
        .iter()
        .map(|one| Ok((one.clone(), library::asked(r, one)?)));
    let asked: Vec<(Occasion, Instrument)> = asked.collect::<Result<_>>()?;
    if let Some(best) = asked.into_iter().max_by_key(|(_, instrument)| fits(instrument)) {
        return Ok(best);
    }
    let newest = library::latest(r, &input.instrument)?;
    Ok((super::find_or_new(r, cohort.id, &newest, input.moment)?, newest))
}

/// Finds the table in a file, by the items of every version of the instrument.
fn open(app: &App, input: &RatingsInput) -> Result<Table> {
    let instrument = app.ws().read(|r| {
        let latest = library::latest(r, &input.instrument)?;
        let mut all = library::instruments(r)?;
        all.retain(|one| one.key == input.instrument);
        Ok::<_, AppError>(union(&all).unwrap_or(latest))
    })?;
    let mut table = parse(
        &file_name(&input.path),
        &foreign::read_table(Path::new(&input.path))?,
        &instrument,
    )?;
    // An export puts an apostrophe before what a spreadsheet might run.
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        *cell = plain(cell).to_owned();
    }
    Ok(table)
}

/// Finds the table in the bytes of a file.
pub(super) fn parse(file: &str, bytes: &[u8], instrument: &Instrument) -> Result<Table> {
    let score = |cells: &[String]| {
        let named = |cell: &&String| {
            let head = fold(cell);
            let item = |item: &Item| fold(&item.text) == head || fold(&item.key) == head;
            head == "code" || instrument.items.iter().any(item)
        };
        count(cells.iter().filter(named).count())
    };
    read(bytes, &score, &Limits::default()).map_err(|error| unusable(file.to_owned(), &error))
}

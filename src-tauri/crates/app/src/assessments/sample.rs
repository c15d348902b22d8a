//! The sheets of the sample cohorts: self-assessments typed from paper, and exit questionnaires.

use chrono::{Days, NaiveDate, TimeDelta};
use nexus_domain::assessments::import::OnSecond;
use nexus_domain::assessments::{Answer, Instrument, Mode, Moment, Response};
use nexus_domain::cohorts::Cohort;
use nexus_domain::ids::{CohortId, ResponseId};
use nexus_store::{Write, assessments, cohorts};

use super::RatingsInput;
use super::import::{Ratings, parse};
use crate::{App, Result};

const SELF: &str = "competency-self-assessment";
const EXIT: &str = "imls-training";
const BASELINE: &str = include_str!("../../../../../assets/sample/paper-baseline.csv");
const END: &str = include_str!("../../../../../assets/sample/paper-end.csv");
/// The sheets of the earlier cohort: moment, text, first and last day of its window counted from the end.
const EARLIER: [(Moment, &str, i64, i64); 5] = [
    (
        Moment::Baseline,
        include_str!("../../../../../assets/sample/earlier/baseline.csv"),
        -240,
        -233,
    ),
    (
        Moment::End,
        include_str!("../../../../../assets/sample/earlier/end.csv"),
        -3,
        11,
    ),
    (
        Moment::FollowUpWeeks,
        include_str!("../../../../../assets/sample/earlier/weeks.csv"),
        28,
        56,
    ),
    (
        Moment::FollowUpSixMonths,
        include_str!("../../../../../assets/sample/earlier/six-months.csv"),
        183,
        211,
    ),
    (
        Moment::FollowUpTwelveMonths,
        include_str!("../../../../../assets/sample/earlier/twelve-months.csv"),
        365,
        393,
    ),
];

/// Gives the sample cohort its 72 sheets, within an action: 23 at the baseline, 21 at the end, exit
/// questionnaires of 20 people half-way and of 8 so far at the end. The same ones every time.
pub(crate) fn fill(app: &App, w: &Write<'_>, cohort: &Cohort, today: NaiveDate) -> Result<()> {
    let begins = cohort.starts.unwrap_or(today);
    let ago = |days| today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let ahead = |days| today.checked_add_days(Days::new(days)).unwrap_or(today);
    let week = begins.checked_add_days(Days::new(7)).unwrap_or(begins);
    typed(app, w, cohort, Moment::Baseline, BASELINE, (begins, week))?;
    typed(app, w, cohort, Moment::End, END, (ago(9), ahead(5)))?;
    answered(app, w, cohort, Moment::Midpoint, (ago(30), ago(23)), |number| {
        number % 6 != 4
    })?;
    answered(app, w, cohort, Moment::End, (ago(2), ahead(12)), |number| {
        number % 3 == 1
    })
}

/// Gives the earlier cohort its self-assessments from before the program to a year after it, and exit
/// questionnaires, within an action.
pub(crate) fn fill_earlier(app: &App, w: &Write<'_>, cohort: &Cohort, ends: NaiveDate) -> Result<()> {
    let day = |days| ends.checked_add_signed(TimeDelta::days(days)).unwrap_or(ends);
    for (moment, text, opens, due) in EARLIER {
        typed(app, w, cohort, moment, text, (day(opens), day(due)))?;
    }
    answered(app, w, cohort, Moment::End, (ends, day(14)), |number| {
        number != 10
    })
}

fn typed(
    app: &App,
    w: &Write<'_>,
    cohort: &Cohort,
    moment: Moment,
    text: &str,
    window: (NaiveDate, NaiveDate),
) -> Result<()> {
    let instrument = super::library::latest(w, SELF)?;
    let table = parse("sample", text.as_bytes(), &instrument)?;
    let input = RatingsInput {
        path: "sample".to_owned(),
        cohort: cohort.id.to_string(),
        instrument: SELF.to_owned(),
        moment,
        on_second: OnSecond::Refuse,
    };
    let mut ratings = Ratings::plan(w, &input, &table)?;
    (ratings.occasion.opens, ratings.occasion.due) = (Some(window.0), Some(window.1));
    ratings.answered = Some(window.0);
    ratings.store(app, w)
}

fn answered(
    app: &App,
    w: &Write<'_>,
    cohort: &Cohort,
    moment: Moment,
    window: (NaiveDate, NaiveDate),
    handed_in: impl Fn(u32) -> bool,
) -> Result<()> {
    let instrument = super::library::latest(w, EXIT)?;
    let mut occasion = super::find_or_new(w, cohort.id, &instrument, moment)?;
    (occasion.opens, occasion.due) = (Some(window.0), Some(window.1));
    assessments::put_occasion(w, &occasion)?;
    for (enrolment, person) in cohorts::members(w, cohort.id)? {
        if !handed_in(enrolment.number) {
            continue;
        }
        let response = Response {
            id: ResponseId(app.new_id()),
            occasion: occasion.id,
            subject: person.id,
            rater: person.id,
            mode: Mode::Laptop,
            contexts: Vec::new(),
            answered: Some(window.0),
            entered: app.now(),
            corrects: None,
            answers: opinions(&instrument, enrolment.number, moment),
        };
        assessments::insert_response(w, &response)?;
    }
    Ok(())
}

/// Answers as people give them after a good day: mostly 4 and 5, now and then less or none.
fn opinions(instrument: &Instrument, number: u32, moment: Moment) -> Vec<(String, Answer)> {
    const SPREAD: [Answer; 17] = {
        use Answer::{Blank, Declined, Rated};
        [
            Rated(5),
            Rated(4),
            Rated(4),
            Rated(5),
            Rated(3),
            Rated(4),
            Rated(5),
            Rated(4),
            Rated(2),
            Rated(4),
            Rated(5),
            Blank,
            Rated(4),
            Rated(5),
            Rated(3),
            Declined,
            Rated(4),
        ]
    };
    let later = if moment == Moment::End { 3 } else { 0 };
    let items = instrument.items.iter().zip(1_u32..);
    items
        .map(|(item, at)| {
            let place = (number * 7 + at * 5 + later) as usize % SPREAD.len();
            (item.key.clone(), SPREAD[place].clone())
        })
        .collect()
}

/// Takes every occasion of a cohort with its sheets into the bin, within an action.
pub(crate) fn remove_all(w: &Write<'_>, cohort: CohortId) -> Result<()> {
    for occasion in assessments::occasions(w, cohort)? {
        for sheet in assessments::responses(w, occasion.id)? {
            assessments::set_response_deleted(w, sheet.id, true)?;
        }
        assessments::set_occasion_deleted(w, occasion.id, true)?;
    }
    Ok(())
}

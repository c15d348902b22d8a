//! Made-up sheets: three occasions, with a growth that differs from person to person.

use chrono::{Days, NaiveDate, NaiveTime};
use nexus_domain::assessments::{Answer, Framework, Instrument, Mode, Moment, Occasion, Response, Scale};
use nexus_domain::cohorts::Cohort;
use nexus_domain::ids::{OccasionId, ResponseId};
use nexus_domain::seed::Seed;
use nexus_store::{Write, assessments};

use super::{Calendar, Maker, Member};
use crate::Result;

const INSTRUMENT: &str = "competency-self-assessment";
const MOMENTS: [Moment; 3] = [Moment::Baseline, Moment::Midpoint, Moment::End];

/// Has every member answer the competency self-assessment three times.
pub(super) fn answer(
    maker: &mut Maker<'_>,
    w: &Write<'_>,
    cohort: &Cohort,
    members: &[Member],
    calendar: &Calendar,
) -> Result<()> {
    let instrument = crate::assessments::library::latest(w, INSTRUMENT)?;
    let framework = crate::assessments::library::framework(w, &instrument)?;
    for (step, (moment, day)) in MOMENTS.into_iter().zip(calendar.sheets).enumerate() {
        let occasion = Occasion {
            id: OccasionId::of(cohort.id, &instrument.key, moment.key()),
            cohort: cohort.id,
            instrument: instrument.key.clone(),
            version: instrument.version,
            definition: None,
            moment,
            opens: Some(day - Days::new(10)),
            due: Some(day + Days::new(4)),
        };
        assessments::put_occasion(w, &occasion)?;
        for member in members {
            let response = sheet(
                maker,
                &occasion,
                &instrument,
                framework.as_ref(),
                member,
                (step as u32, day),
            );
            assessments::insert_response(w, &response)?;
        }
    }
    Ok(())
}

fn sheet(
    maker: &mut Maker<'_>,
    occasion: &Occasion,
    instrument: &Instrument,
    framework: Option<&Framework>,
    member: &Member,
    (step, day): (u32, NaiveDate),
) -> Response {
    let level = maker
        .words
        .levels
        .iter()
        .position(|level| Some(level.id) == member.enrolment.level);
    let rank = level.unwrap_or(0) as u32;
    let seed = &mut maker.seed;
    let on_paper = seed.once_in(3);
    let day = day - Days::new(u64::from(seed.below(8)));
    let minute = 8 * 60 + seed.below(9 * 60);
    let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap_or_default();
    Response {
        id: ResponseId(maker.app.new_id()),
        occasion: occasion.id,
        subject: member.person.id,
        rater: member.person.id,
        mode: if on_paper { Mode::Paper } else { Mode::Laptop },
        contexts: crate::assessments::contexts(framework, &maker.words, &member.enrolment),
        answered: (!on_paper).then_some(day),
        entered: day.and_time(time).and_utc(),
        corrects: None,
        answers: instrument
            .items
            .iter()
            .map(|item| (item.key.clone(), rating(seed, &instrument.scale, rank, step)))
            .collect(),
    }
}

/// People further on rate themselves higher, and higher with time; now and then an item stays empty.
fn rating(seed: &mut Seed, scale: &Scale, rank: u32, step: u32) -> Answer {
    match seed.below(80) {
        0 => return Answer::Blank,
        1 => return Answer::Declined,
        _ => {}
    }
    let points =
        1 + rank / 3 + seed.below(2) + seed.below(2) + (0..step).filter(|_| seed.below(5) < 3).count() as u32;
    let highest = u32::from(scale.high - scale.low);
    Answer::Rated(scale.low + points.saturating_sub(1).min(highest) as u8)
}

//! Made-up programs of a chosen size: whole cohorts with what happened in them. They are marked as samples and
//! never counted with real data. The same seed gives the same content and, in a seeded [`App`], the same ids.

mod assessments;
mod people;
mod projects;
mod sessions;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveTime, Utc};
use nexus_domain::cohorts::{Cohort, DEFAULT_PREFIX, Enrolment, mark_of};
use nexus_domain::ids::{CohortId, ProgramId};
use nexus_domain::people::{Person, Vocabulary};
use nexus_domain::programs::{Facility, Program};
use nexus_domain::seed::Seed;
use nexus_store::{Write, cohorts, programs};

use crate::{App, AppError, Result};

/// How much is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// Cohorts, one action each.
    pub cohorts: u32,
    /// People in each.
    pub people: u32,
    /// Cohorts that run at the same time, each at its own place; at most 40.
    pub places: u32,
}

impl Scale {
    /// One cohort, as large as the sample that a new user sees.
    pub const S: Self = Self {
        cohorts: 1,
        people: 24,
        places: 1,
    };
    /// A coalition in its first years: 600 people, 150 sessions, 1,800 responses, 600 projects, 3,000 updates.
    pub const M: Self = Self {
        cohorts: 25,
        people: 24,
        places: 5,
    };
    /// Decades of a large coalition: 20,000 people, 4,800 sessions, 120,000 attendance marks, 60,000
    /// responses, 20,000 projects, 100,000 updates.
    pub const L: Self = Self {
        cohorts: 800,
        people: 25,
        places: 40,
    };
}

/// When generated data was made, so that a seed means the same at any time.
pub const MADE_UP_AT: DateTime<Utc> = LAST
    .and_time(NaiveTime::from_hms_opt(18, 0, 0).expect("a time of the day"))
    .and_utc();
/// The last day of the youngest generated cohort.
const LAST: NaiveDate = NaiveDate::from_ymd_opt(2026, 8, 28).expect("a day of the calendar");
/// Days between the ends of two cohorts that run one after the other.
const TERM: u64 = 182;
/// Days from the first to the last day of a cohort.
const COURSE: u64 = 240;
/// Where cohorts are.
const PLACES: [&str; 40] = [
    "Prairie State",
    "Great Lakes",
    "Río Grande",
    "Côte-Nord",
    "Blue Ridge",
    "High Plains",
    "Bay Cities",
    "Île-Marie",
    "Cascade",
    "Ohio Valley",
    "Gulf Coast",
    "North Shore",
    "Mesa Verde",
    "Piedmont",
    "Finger Lakes",
    "Black Hills",
    "Delta",
    "Green Mountain",
    "Sierra",
    "Tidewater",
    "Big Sky",
    "Ozark",
    "Hudson",
    "Sandhills",
    "San Joaquín",
    "Wasatch",
    "Penobscot",
    "Kenai",
    "Driftless",
    "Palouse",
    "Red River",
    "Cumberland",
    "Connecticut",
    "Española",
    "Trinity",
    "Wabash",
    "Yukon",
    "Chesapeake",
    "Llano",
    "Molokai",
];

/// The days on which things happen in a cohort.
#[derive(Debug, Clone)]
struct Calendar {
    /// When its sessions take place.
    sessions: [NaiveDate; 6],
    /// When each of the three sheets is answered.
    sheets: [NaiveDate; 3],
}

/// Somebody in a cohort.
struct Member {
    enrolment: Enrolment,
    person: Person,
}

/// What the making of a sample carries along.
struct Maker<'a> {
    app: &'a App,
    seed: Seed,
    words: Vocabulary,
    facility: Facility,
}

/// Makes a program of this scale in a workspace whose facility is set up, one action for each cohort, and says after each how many are done.
/// They cannot be undone.
///
/// # Errors
/// [`AppError::NotFound`] without a facility; those of the store.
pub fn generate(app: &App, scale: Scale, seed: u64, mut progress: impl FnMut(u32)) -> Result<()> {
    let facility = app.ws().read(programs::facility)?.ok_or(AppError::NotFound {
        what: "facility",
        key: String::new(),
    })?;
    let program = Program {
        id: ProgramId(app.new_id()),
        name: "Leading where you are (made-up data)".to_owned(),
        criteria: Vec::new(),
        situation: "Made-up people and institutions, to try out how the program works with many of them."
            .to_owned(),
        award: None,
        sample: true,
    };
    app.act("sample.fill", &program.name, |w| {
        programs::put(w, &program)?;
        crate::outcomes::start(w, program.id)
    })?;
    let mut maker = Maker {
        app,
        seed: Seed::new(seed),
        words: app.ws().read(nexus_store::people::vocabulary)?,
        facility,
    };
    for number in 0..scale.cohorts {
        let cohort = cohort(app, program.id, number, scale);
        app.act("sample.fill", &cohort.name, |w| {
            cohorts::put(w, &cohort)?;
            let members = people::enrol(&mut maker, w, &cohort, scale.people, number * scale.people)?;
            furnish(&mut maker, w, &cohort, &members, &calendar(&cohort))
        })?;
        progress(number + 1);
    }
    Ok(app.ws().end_undo()?)
}

/// Gives a cohort what happens in one.
fn furnish(
    maker: &mut Maker<'_>,
    w: &Write<'_>,
    cohort: &Cohort,
    members: &[Member],
    calendar: &Calendar,
) -> Result<()> {
    assessments::answer(maker, w, cohort, members, calendar)?;
    let sources = sessions::hold(maker, w, cohort, members, calendar)?;
    projects::run(maker, w, cohort, members, calendar, &sources)
}

/// The cohort of this number, the oldest first.
fn cohort(app: &App, program: ProgramId, number: u32, scale: Scale) -> Cohort {
    let places = scale.places.clamp(1, PLACES.len() as u32);
    let place = number % places;
    let terms_ago = u64::from((scale.cohorts - 1) / places - number / places);
    let ends = LAST - Days::new(terms_ago * TERM + u64::from(place) % 7);
    let season = if ends.month() < 6 { "winter" } else { "summer" };
    let name = format!("{} cohort, {season} {}", PLACES[place as usize], ends.year());
    Cohort {
        id: CohortId(app.new_id()),
        program,
        mark: mark_of(&name),
        name,
        prefix: DEFAULT_PREFIX.to_owned(),
        starts: Some(ends - Days::new(COURSE)),
        ends: Some(ends),
    }
}

/// A cohort that is over.
fn calendar(cohort: &Cohort) -> Calendar {
    let (starts, ends) = (cohort.starts.unwrap_or(LAST), cohort.ends.unwrap_or(LAST));
    let sessions = [1, 40, 80, 120, 170, COURSE - 1].map(|days| starts + Days::new(days));
    Calendar {
        sessions,
        sheets: [starts, starts + Days::new(COURSE / 2), ends],
    }
}

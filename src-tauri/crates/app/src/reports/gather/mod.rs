//! Everything that a report about a program or one of its cohorts is made of, read in one transaction from the lists
//! that the screens show.

mod answers;
mod words;
mod work;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use nexus_domain::cohorts::{Cohort, Leaving, took_part};
use nexus_domain::ids::{CohortId, EnrolmentId, LevelId, PersonId, SectorId};
use nexus_domain::people::Vocabulary;
use nexus_domain::programs::inputs::{Hours, Partner};
use nexus_domain::programs::{Facility, Program, Scope};
use nexus_store::programs::model::{self as rows, Held, Marks};
use nexus_store::programs::{self, inputs};
use nexus_store::{Read, cohorts, curriculum, people};

pub(super) use answers::{Answered, Mark, Sheets};
pub(super) use words::{Said, Source};
pub(super) use work::{OutcomeWork, ProjectWork, Work};

use crate::{Result, Task};

/// What is known of a program or cohort on a day.
pub(super) struct Gathered {
    /// What it is about.
    pub scope: Scope,
    /// The program.
    pub program: Program,
    /// The cohorts that count, the latest first.
    pub cohorts: Vec<Cohort>,
    /// The facility.
    pub facility: Option<Facility>,
    /// Sectors and levels.
    pub vocabulary: Vocabulary,
    /// How many places the whole program has.
    pub universe: u32,
    /// Everybody who is counted, once for each cohort.
    pub places: Vec<Place>,
    /// Sessions, the earliest first.
    pub sessions: Vec<Held>,
    /// Partner institutions.
    pub partners: Vec<Partner>,
    /// Hours planned and given.
    pub hours: Vec<Hours>,
    /// How many modules of the curriculum have a published version.
    pub modules: u32,
    /// What was answered, by instrument.
    pub answers: Vec<Answered>,
    /// Projects and outcomes.
    pub work: Work,
    /// Words that could be quoted.
    pub said: Vec<Said>,
    /// Given and family name of everybody who is counted: no quote may hold one.
    pub names: Vec<(String, String)>,
}

/// Somebody's place in a cohort, as reports count it.
pub(super) struct Place {
    /// What tells it from others.
    pub id: EnrolmentId,
    /// The cohort.
    pub cohort: CohortId,
    /// The person.
    pub person: PersonId,
    /// Sector at that time.
    pub sector: Option<SectorId>,
    /// Career level at that time.
    pub level: Option<LevelId>,
    /// Institution at that time.
    pub institution: String,
    /// Whether they were at a session.
    pub came: bool,
    /// Whether they took part to the end.
    pub completed: bool,
    /// How they left.
    pub left: Option<Leaving>,
    /// Sessions that were held and to which they came, and at which anything was marked of them.
    pub marks: (u32, u32),
}

impl Gathered {
    /// Reads all of it. `task` is told of each cohort.
    pub fn read(r: &Read<'_>, scope: Scope, task: &Task) -> Result<Self> {
        let program = programs::by_id(r, scope.program)?;
        let own = cohorts::all(r)?.into_iter().map(|(cohort, _)| cohort);
        let own: Vec<Cohort> = own
            .filter(|cohort| cohort.program == scope.program)
            .filter(|cohort| scope.cohort.is_none_or(|id| id == cohort.id))
            .collect();
        if let (Some(id), true) = (scope.cohort, own.is_empty()) {
            return Err(crate::AppError::NotFound {
                what: "cohort",
                key: id.to_string(),
            });
        }
        let sessions = rows::sessions(r, scope)?;
        let places = places(r, scope, &sessions)?;
        let whole = Scope {
            cohort: None,
            ..scope
        };
        let universe = match scope.cohort {
            None => places.len(),
            Some(_) => rows::enrolled(r, whole)?.len(),
        };
        let mut hours = inputs::hours(r, scope.program)?;
        hours.retain(|hours| scope.cohort.is_none() || hours.cohort == scope.cohort);
        let modules: std::collections::BTreeSet<_> = curriculum::all_versions(r)?
            .into_iter()
            .map(|version| version.module)
            .collect();

        let mut gathered = Self {
            scope,
            facility: programs::facility(r)?,
            vocabulary: people::vocabulary(r)?,
            universe: count(universe),
            places,
            sessions,
            partners: inputs::partners(r, scope.program)?,
            hours,
            modules: count(modules.len()),
            answers: Vec::new(),
            work: Work::begun(r, &program, scope)?,
            said: Vec::new(),
            names: Vec::new(),
            program,
            cohorts: own,
        };
        gathered.read_cohorts(r, task)?;
        Ok(gathered)
    }

    fn read_cohorts(&mut self, r: &Read<'_>, task: &Task) -> Result<()> {
        let of = count(self.cohorts.len());
        let mut answers = answers::Pool::default();
        for (cohort, done) in self.cohorts.iter().zip(0..) {
            task.step(done, of)?;
            let members = cohorts::members(r, cohort.id)?;
            let names = members
                .iter()
                .map(|(_, person)| (person.given.clone(), person.family.clone()));
            self.names.extend(names);
            answers.take(r, cohort.id, &members)?;
            self.work.take(r, cohort.id)?;
            words::lessons(r, cohort.id, &members, &mut self.said)?;
            answers.words(&members, &mut self.said);
        }
        words::evidence(&self.work, &mut self.said);
        self.answers = answers.done();
        task.step(of, of)
    }

    /// The mark of what is counted: the cohort's, or the name of the program.
    pub fn title(&self) -> &str {
        match (self.scope.cohort, self.cohorts.first()) {
            (Some(_), Some(cohort)) => &cohort.name,
            _ => &self.program.name,
        }
    }

    /// The first and the last day that the data are about: those of the cohorts, else those of the award.
    pub fn period(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let starts = self.cohorts.iter().filter_map(|cohort| cohort.starts).min();
        let open = self.cohorts.iter().any(|cohort| cohort.ends.is_none());
        let ends = self.cohorts.iter().filter_map(|cohort| cohort.ends).max();
        let award = self.program.award.as_ref();
        (
            starts.or_else(|| award.and_then(|award| award.starts)),
            ends.filter(|_| !open)
                .or_else(|| award.and_then(|award| award.ends)),
        )
    }
}

fn places(r: &Read<'_>, scope: Scope, sessions: &[Held]) -> Result<Vec<Place>> {
    let mut held: BTreeMap<CohortId, u32> = BTreeMap::new();
    for session in sessions.iter().filter(|session| session.ended.is_some()) {
        *held.entry(session.cohort).or_default() += 1;
    }
    let marks: BTreeMap<_, Marks> = rows::marks(r, scope)?
        .into_iter()
        .map(|marks| ((marks.cohort, marks.person), marks))
        .collect();
    let place = |one: rows::Enrolled| {
        let marks = marks.get(&(one.cohort, one.person));
        let marks = marks.map_or((0, 0), |marks| (marks.came, marks.marked));
        let held = held.get(&one.cohort).copied().unwrap_or_default();
        Place {
            id: EnrolmentId::of(one.cohort, one.person),
            cohort: one.cohort,
            person: one.person,
            sector: one.sector,
            level: one.level,
            institution: one.institution,
            came: one.came,
            completed: took_part(marks.0, held, one.left.is_some()),
            left: one.left,
            marks,
        }
    };
    Ok(rows::enrolled(r, scope)?.into_iter().map(place).collect())
}

/// A length as reports print it.
pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
